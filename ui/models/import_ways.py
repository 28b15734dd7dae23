"""Where the events of an import come from, and the calendars that they can go into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from core.calendar import Calendar

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.importing import FileRead
    from core.store import Store

CALENDAR = "text/calendar"
# Of a whole calendar, or of events that somebody took out of one.
UNITS = ("VCALENDAR", "VEVENT")

# A file by its path, or what is in one.
Source = bytes | str

# A calendar that is there, by its id, or one to be made, by its name.
Target = int | str

_BY_LINES = re.MULTILINE | re.IGNORECASE

LONGEST = 100  # characters of a name that a file gives


@dataclass(frozen=True, slots=True)
class Targets:
    """new: the name of a calendar to be made. chosen: what is proposed."""

    calendars: Sequence[Calendar]
    new: str
    chosen: Target


def pasted(data: QMimeData) -> list[Source]:
    """The calendars or events in what was copied, or the files; [] where there is neither."""
    if data.hasFormat(CALENDAR):
        return [bytes(data.data(CALENDAR).data())]
    if data.hasUrls():
        return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    text = _calendar_in(data.text()) if data.hasText() else ""
    return [text.encode("utf-8", "replace")] if text else []


def _calendar_in(text: str) -> str:
    """From the first line that begins one to the last that ends one, out of a mail or a page."""
    for unit in UNITS:
        if begin := re.search(rf"^[\ufeff \t]*(?=BEGIN:{unit}[ \t]*\r?$)", text, _BY_LINES):
            ends = [its.end() for its in re.finditer(rf"^END:{unit}(?=[ \t]*\r?$)", text, _BY_LINES)]
            return text[begin.end() : max([its for its in ends if its > begin.end()], default=len(text))]
    return ""


def targets_of(store: Store, readings: Sequence[FileRead], proposed: int, unnamed: str) -> Targets:
    """The agenda's calendars, and one that is called as the files call theirs."""
    calendars = store.calendars()
    names = [reading.name for _, reading in readings if reading and reading.name.strip()]
    stems = [Path(report.name).stem for report, _ in readings if report.name != "-"]
    name = " ".join([*names, *stems, unnamed][0].split())[:LONGEST]
    taken = {its.name.casefold(): its.id for its in calendars}
    chosen = proposed or taken.get(name.casefold(), calendars[0].id)
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return Targets(calendars, free, chosen)


def calendar_of(agenda: Agenda, target: Target) -> int | Calendar:
    """As plan_import wants it: one that is there, or one to be made."""
    return target if isinstance(target, int) else agenda.new_calendar(target)
