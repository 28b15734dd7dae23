"""What was read otherwise than it stands in a file, and what could not be read, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.ics.repair import Repair
    from core.ics.split import SetAside


# Lines that are named; of more it is said that there are more.
NAMED = 6


def repaired(repairs: Sequence[Repair]) -> Iterator[str]:
    """One sentence for each kind of repair, with the lines that it was needed on."""
    lines: dict[tuple[str, str], list[int]] = {}
    for its in repairs:
        data = "" if its.code in ("missing-uid", "stray-line") else its.data
        lines.setdefault((its.code, data), []).append(its.line)
    for (code, data), numbers in lines.items():
        pattern = QCoreApplication.translate("Repairs", "{0}: {1}")
        yield pattern.format(_lines(numbers), repair_words(code).format(data))


def repair_words(code: str) -> str:
    """What was done. {0}: the repair's data."""
    translate = QCoreApplication.translate
    return {
        "charset": translate("Repairs", "text that is not UTF-8 was read as {0}"),
        "control-character": translate("Repairs", "control characters were left out"),
        "stray-line": translate("Repairs", "a line that says nothing was kept beside the text before it"),
        "missing-end": translate("Repairs", "the end of a {0} was missing"),
        "stray-end": translate("Repairs", "a {0} ended that had not begun"),
        "missing-uid": translate("Repairs", "an event without an identifier was given one"),
        "no-calendar": translate("Repairs", "there was no calendar around the events"),
        "unknown-zone": translate("Repairs", "nobody knows the time zone {0}; it is read as the agenda’s"),
        "two-zones": translate("Repairs", "the time zone {0} is there twice; the first one was used"),
    }.get(code, translate("Repairs", "read otherwise than it stands"))


def set_aside(its: SetAside) -> str:
    """Which event has no date, and why."""
    translate = QCoreApplication.translate
    why = {
        "no-start": translate("Repairs", "kept without a date, as it does not say when it is"),
        "bad-start": translate("Repairs", "kept without a date, as its start is none"),
    }.get(its.code, translate("Repairs", "kept without a date, as it cannot be read"))
    name = its.summary or its.uid or translate("Repairs", "an event without a title")
    return translate("Repairs", "{0}: “{1}”, {2}").format(_lines([its.line]), name, why)


def _lines(numbers: Sequence[int]) -> str:
    translate = QCoreApplication.translate
    named = ", ".join(map(str, numbers[:NAMED]))
    if len(numbers) == 1:
        return translate("Repairs", "Line {0}").format(named)
    if len(numbers) <= NAMED:
        return translate("Repairs", "Lines {0}").format(named)
    more = len(numbers) - NAMED
    return translate("Repairs", "Lines {0} and %n more", "", more).format(named)
