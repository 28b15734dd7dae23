"""Another start on an agenda, in a process of its own as it would be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

_START = """
import json, sys
from PySide6.QtCore import QCoreApplication
from ui.single import raise_other

application = QCoreApplication([])
sys.exit(0 if raise_other(sys.argv[1], json.load(open(sys.argv[2]))) else 1)
"""


def start_beside(bot: QtBot, folder: Path, location: str, *files: str) -> bool:
    """Start once more with these files; gives whether a window had the agenda."""
    given = folder / "given.json"
    given.write_text(json.dumps(files), encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", _START, location, str(given)])
    bot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 0
