"""libical in C as a peer: built where gcc, pkg-config and libical's headers are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("peer_libical.c")
PROGRAM = "peer_libical"


def build(folder: Path) -> str:
    """Compile it into a folder. Gives why that cannot be, or ""."""
    for tool in ("gcc", "pkg-config"):
        if shutil.which(tool) is None:
            return f"no {tool}"
    asked = _tried("pkg-config", "--cflags", "--libs", "libical")
    if asked.returncode:
        return "no libical for pkg-config (Debian: libical-dev)"
    done = _tried("gcc", "-O2", str(SOURCE), "-o", str(folder / PROGRAM), *asked.stdout.split())
    return done.stderr.strip() if done.returncode else ""


def _tried(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True)


def run(folder: Path, *arguments: str) -> tuple[float, int]:
    """Milliseconds of its CPU, and what it counted."""
    command = [str(folder / PROGRAM), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    spent, count = done.stdout.split()
    return float(spent), int(count)
