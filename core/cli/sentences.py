"""Every expected error in one line of the person's language."""

from __future__ import annotations

import errno
import os

from core import errors
from core.cli.words import Words

# The options that give a field of another name.
_OPTIONS = {"categories": "category", "dtstart": "start", "dtend": "end"}


def sentence(error: errors.AppError, words: Words) -> str:
    """What happened, and what can be done; never more than one line."""
    return " ".join(words(_code(error, words), **_data(error)).split("\n"))


def _code(error: errors.AppError, words: Words) -> str:
    """The code of the finest words that there are."""
    detail = ""
    match error:
        case errors.BadValue(field=field, reason=reason):
            detail = f"{reason}.{field}"
        case errors.NotFound(what=detail):
            pass
        case errors.FileProblem(reason=detail) | errors.NotICalendar(kind=detail):
            pass
    names = [kind.__name__ for kind in type(error).__mro__]
    details = (f".{detail}", f".{detail}".rpartition(".")[0], "")
    codes = (f"error.{name}{its}" for name in names for its in details)
    return next(code for code in codes if code in words)


def _data(error: errors.AppError) -> dict[str, object]:
    data = dict(vars(error))
    if isinstance(error, errors.BadValue):
        data["field"] = f"--{_OPTIONS.get(error.field, error.field)}"
    if isinstance(error, errors.FileProblem):
        number = getattr(errno, error.reason, 0)
        data["reason"] = os.strerror(number) if number else error.reason
    return data
