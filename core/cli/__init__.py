"""Parvis without a window: every verb on the command line, in French and English; main alone imports it.

Nothing here imports Qt, and nothing heavy is imported before the verb that needs it.
"""

from core.cli.command import main

__all__ = ["main"]
