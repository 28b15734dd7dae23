"""The entry point: opens the window, or does one verb of the command line without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Without arguments: those of the process. Returns the process's exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Installed, core and ui lie beside this file inside the package; in a checkout, at its root.
    root = str(Path(__file__).resolve().parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    from core import cli

    if cli.is_command(arguments):
        return cli.main(arguments)
    from ui import app

    return app.run(arguments)


def at_home() -> None:
    """Go on with the Python of the checkout's own .venv where this one lacks the requirements."""
    if find_spec("sqlalchemy") is not None:
        return
    python = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if python.exists() and Path(sys.executable) != python:
        os.execv(python, [str(python), __file__, *sys.argv[1:]])
    sys.exit("Parvis: its requirements are not installed. python3 dev.py run installs them.")


if __name__ == "__main__":
    at_home()
    sys.exit(main())
