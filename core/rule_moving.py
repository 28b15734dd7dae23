"""A recurrence rule's own words for its start, said of another start: every Tuesday, the second, at ten."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from core.rrule import WEEKDAYS
from core.when import Moment

_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAYS = frozenset({"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})


def followed(rule: str, old: Moment, new: Moment) -> str:
    """The rule with those parts moved that say where its start is; others, which choose freely, stay.

    Every part that is not moved stays as it is written. Whole days have no hours (RFC 5545 3.3.10).
    """
    parts = dict(its.partition("=")[::2] for its in rule.split(";"))
    names = {name.strip().upper(): name for name in parts}
    said = {name: parts[spelt].strip().upper() for name, spelt in names.items()}
    told = _clock(said, old, new) | (_days(said, old.day, new.day) if old.day != new.day else {})
    for name, value in told.items():
        spelt = names.get(name, name)
        if value is None:
            del parts[spelt]
        elif said.get(name) != value:
            parts[spelt] = value
    return ";".join(f"{name}={value}" if value else name for name, value in parts.items())


def with_parts(rule: str, **parts: str | None) -> str:
    """The rule with other parts, those without a value left out; a new one stands at the end."""
    told = []
    for its in filter(None, rule.split(";")):
        name = its.partition("=")[0].strip().upper()
        if name not in parts:
            told.append(its)
        elif (value := parts.pop(name)) is not None:
            told.append(f"{name}={value}")
    return ";".join((*told, *(f"{name}={value}" for name, value in parts.items() if value is not None)))


def _clock(said: dict[str, str], old: Moment, new: Moment) -> dict[str, str | None]:
    if new.is_date:
        return {name: None for name in _CLOCK if name in said}
    told: dict[str, str | None] = {}
    for name, before, after in zip(_CLOCK, _times(old), _times(new), strict=True):
        if said.get(name, "").isdecimal() and int(said[name]) == before:
            told[name] = str(after)
    return told


def _times(moment: Moment) -> tuple[int, int, int]:
    at = moment.wall_time
    return at.hour, at.minute, at.second


def _days(said: dict[str, str], old: date, new: date) -> dict[str, str | None]:
    days = said.get("BYDAY", "").split(",")
    found = [_WEEKDAY.fullmatch(its.strip()) for its in days]
    weekdays = [its for its in found if its is not None]
    if said.get("FREQ") in ("DAILY", "WEEKLY"):
        if len(weekdays) < len(days) or any(its[1] for its in weekdays) or _DAYS & said.keys():
            return {}
        return _turned(said, [its[2] for its in weekdays], (new - old).days)
    told: dict[str, str | None] = {}
    if said.get("BYMONTH") == str(old.month):
        told["BYMONTH"] = str(new.month)
    for of_old, of_new in zip(_places(old), _places(new), strict=True):
        if said.get("BYMONTHDAY") == str(of_old[0]):
            told["BYMONTHDAY"] = str(of_new[0])
        if len(weekdays) == 1 == len(days) and weekdays[0][1] and _is_of(weekdays[0], of_old[1], old):
            # Few months have a fifth, and all have a last.
            told["BYDAY"] = f"{-1 if of_new[1] == 5 else of_new[1]}{WEEKDAYS[new.weekday()]}"
    return told


def _turned(said: dict[str, str], weekdays: list[str], by: int) -> dict[str, str | None]:
    """Weeks turn with their days, so that every other one stays every other one."""
    told: dict[str, str | None] = {"BYDAY": ",".join(_later(its, by) for its in weekdays)}
    first = said.get("WKST", "MO")
    if said["FREQ"] == "WEEKLY" and said.get("INTERVAL", "1") != "1" and first in WEEKDAYS:
        turned = _later(first, by)
        if turned != first:
            told["WKST"] = turned
    return told


def _later(weekday: str, days: int) -> str:
    return WEEKDAYS[(WEEKDAYS.index(weekday) + days) % 7]


def _places(day: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """(day of the month, which of its weekday in the month), from the first on and from the last on."""
    left = monthrange(day.year, day.month)[1] - day.day
    return (day.day, (day.day - 1) // 7 + 1), (-left - 1, -(left // 7) - 1)


def _is_of(weekday: re.Match[str], place: int, day: date) -> bool:
    return int(weekday[1]) == place and weekday[2] == WEEKDAYS[day.weekday()]
