"""The entry point: opens the window, or does one verb of the command line without it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Without arguments: those of the process. Returns the process's exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Installed, core and ui lie beside this file inside the package; in a checkout, at its root.
    root = str(Path(__file__).resolve().parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    if list(arguments) == ["--version"]:
        from core.version import VERSION

        print(f"Parvis {VERSION}")
        return 0
    from core import cli

    if cli.is_command(arguments):
        return cli.main(arguments)
    from ui import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
