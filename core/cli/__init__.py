"""Parvis without a window: every verb on the command line, in French and English; main alone imports it.

Nothing here imports Qt, and nothing heavy is imported before the verb that needs it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

VERBS = ("import", "export", "list", "add", "edit", "delete", "comment", "moderate", "check", "backup")

_ASKING = ("-h", "--help", "--version")


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these are for the command line: a verb or a question comes first, or right after --database.

    A bare word that is no file is a verb that was mistyped.
    """
    rest = list(arguments)
    if rest[:1] == ["--database"]:
        rest = rest[2:]
    elif rest and rest[0].startswith("--database="):
        rest = rest[1:]
    return bool(rest) and (rest[0] in (*VERBS, *_ASKING) or _is_bare_word(rest[0]))


def _is_bare_word(word: str) -> bool:
    return word.isalpha() and not os.path.exists(word)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words say (None: those of the process). Returns the exit code: 0, 1 or 2."""
    from core.cli import command

    return command.main(arguments)


__all__ = ["VERBS", "is_command", "main"]
