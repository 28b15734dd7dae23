"""The version, which the window, the command line, the files that Parvis writes and the wheel all give."""

from __future__ import annotations

VERSION = "0.1.0"
