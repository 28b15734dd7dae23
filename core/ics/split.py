"""A whole file read: calendar objects, zones, and what Parvis does not keep; nothing is lost in silence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice

from core.errors import NotICalendar
from core.ics.lines import parse, raw_lines, write
from core.ics.named_zones import named_zones
from core.ics.reading import text_of, uid_of, when_of
from core.ics.repair import Repair, SourceLines, normalised
from core.ics.sound import sound_uid
from core.ics.units import CALENDAR, UNITS, Splitter, Unit
from core.ics.vevents import Properties, Vevent, vevents
from core.progress import Job, Progress, finish

__all__ = ["Reading", "Repair", "SetAside", "read_calendar", "reading"]

_NESTED = re.compile(rb"\r\nBEGIN:", re.IGNORECASE)
# What most events have, so that they need not be taken apart here. Of several lines the first counts: where
# that is not like most, it is found without its value.
_UID = re.compile(rb"\r\nUID(?::([\x21-\x5b\x5d-\x7e]+)\r\n(?![ \t])|[:;])", re.IGNORECASE)
_START = re.compile(
    rb"\r\nDTSTART(?:(?:;[^\r\n:]*)?:([12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])"
    rb"(?:T[01]\d[0-5]\d[0-5]\dZ?)?)\r\n(?![ \t])|[:;])",
    re.IGNORECASE,
)
_NAME = re.compile(rb"^X-WR-CALNAME[;:]", re.IGNORECASE)

# No part of what makes an event that one: a feed writes them anew each time that it is fetched.
_PASSING = frozenset({"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"})

_EVERY = 500  # Components between two signs of progress.


@dataclass(frozen=True, slots=True)
class SetAside:
    """A VEVENT of which none can say when it is: stored as it stands, without a date.

    code: ``no-start`` or ``bad-start``.
    """

    line: int
    code: str
    uid: str
    summary: str
    text: bytes


@dataclass(slots=True)
class Reading:
    """What a file holds. name: the calendar's, as it calls itself.

    objects: UIDs and their VEVENTs, ready to be stored. vtimezones: by TZID, the first of each.
    tzids: those that its times name, each with the line where it first does.
    own_vtimezones: {UID: those of its VCALENDAR, where another came first}, for a TZID says something
    within its own alone (RFC 5545 3.6.5). other: how many components of each kind are not kept.
    """

    name: str = ""
    objects: list[tuple[str, bytes]] = field(default_factory=list)
    vtimezones: dict[str, bytes] = field(default_factory=dict)
    own_vtimezones: dict[str, dict[str, bytes]] = field(default_factory=dict)
    tzids: dict[str, int] = field(default_factory=dict)
    other: Counter[str] = field(default_factory=Counter)
    repairs: list[Repair] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)

    def vtimezone(self, uid: str, tzid: str) -> bytes:
        """What a TZID of the file stands for in an object. Raises KeyError."""
        own = self.own_vtimezones.get(uid, {})
        return own[tzid] if tzid in own else self.vtimezones[tzid]


@dataclass(slots=True)
class _Calendar:
    """A VCALENDAR of the file. before: how many objects came before it. events: how many it has.

    zones: by TZID; another: offsets and TZIDs of those that an earlier calendar has with another body.
    """

    number: int = 0
    before: int = 0
    events: int = 0
    zones: dict[str, bytes] = field(default_factory=dict)
    another: list[tuple[int, str]] = field(default_factory=list)


def read_calendar(data: bytes) -> Reading:
    """A file, or anything that claims to be one. Raises NotICalendar, with no path."""
    return finish(reading(data))


def reading(data: bytes) -> Job[Reading]:
    """read_calendar, with Progress in bytes of the file."""
    text, repairs = normalised(data)
    reader = _Reader(text, repairs)
    for done, unit in enumerate(reader.splitter.units()):
        if done % _EVERY == 0:
            yield Progress(unit.stop, len(text))
        reader.take(unit)
    return reader.result(data)


class _Reader:
    """Collects a file's units into a Reading."""

    def __init__(self, text: bytes, repairs: list[Repair]) -> None:
        self.splitter = Splitter(text, self._report)
        self._text = text
        self._lines = SourceLines(text)
        self._objects: dict[str, list[bytes]] = {}
        self._calendar = _Calendar()
        self._reading = Reading(repairs=repairs)
        self._head = len(text)  # Where the first unit begins.

    def _report(self, offset: int, code: str, data: str = "") -> None:
        self._reading.repairs.append(Repair(self._lines.number(offset), code, data))

    def take(self, unit: Unit) -> None:
        self._head = min(self._head, unit.start)
        number = self.splitter.began[CALENDAR]
        if number != self._calendar.number:
            self._close_calendar()
            self._calendar = _Calendar(number, len(self._objects))
        if unit.name == "VEVENT":
            self._take_event(unit)
        elif unit.name != "VTIMEZONE" or not self._take_zone(unit):
            self._reading.other[unit.name] += 1

    def _take_zone(self, unit: Unit) -> bool:
        text = unit.text(self._report)
        tzid = text_of(next(vevents(text)).properties(), "TZID")
        if not tzid:
            return False
        calendar = self._calendar
        if calendar.zones.setdefault(tzid, text) != text:
            self._report(unit.start, "two-zones", tzid)
        elif self._reading.vtimezones.setdefault(tzid, text) != text:
            calendar.another.append((unit.start, tzid))
        return True

    def _close_calendar(self) -> None:
        """Its zones hold for the objects that began in it."""
        its = self._calendar
        if not its.another:
            return
        own = {tzid: its.zones[tzid] for _, tzid in its.another}
        new = list(islice(reversed(self._objects), len(self._objects) - its.before))
        self._reading.own_vtimezones.update(dict.fromkeys(new, own))
        if its.events > sum(len(self._objects[uid]) for uid in new):
            # An object has but one zone of a name, and this one goes on where it began.
            for start, tzid in its.another:
                self._report(start, "two-zones", tzid)

    def _take_event(self, unit: Unit) -> None:
        self._calendar.events += 1
        if (whole := unit.whole) and (sound := sound_uid(whole)):
            self._objects.setdefault(sound, []).append(b"BEGIN:VEVENT\r\n%sEND:VEVENT\r\n" % whole)
        else:
            self._look_closer(unit)

    def _look_closer(self, unit: Unit) -> None:
        text = unit.text(self._report)
        nested = _NESTED.search(text)
        head = text[: nested.end()] if nested else text
        uid, start = _UID.search(head), _START.search(head)
        if uid and uid[1] and start and start[1]:
            self._objects.setdefault(uid[1].decode(), []).append(text)
        else:
            self._take_unusual(unit, next(vevents(text)))

    def _take_unusual(self, unit: Unit, event: Vevent) -> None:
        properties = event.properties()
        uid, lines = uid_of(properties), event.lines
        if not uid:
            uid = _made_uid(event)
            self._report(unit.start, "missing-uid", uid)
            if "UID" not in event.names:
                # An empty one stays as it came until the event is edited; see component.identified().
                lines = [lines[0], write("UID", uid), *lines[1:]]
        text = b"".join(lines)
        if when_of(properties) is None:
            self._note_undated(unit, uid, properties, text)
        self._objects.setdefault(uid, []).append(text)

    def _note_undated(self, unit: Unit, uid: str, properties: Properties, text: bytes) -> None:
        code = "bad-start" if "DTSTART" in properties else "no-start"
        summary = text_of(properties, "SUMMARY")
        self._reading.set_aside.append(SetAside(self._lines.number(unit.start), code, uid, summary, text))

    def result(self, data: bytes) -> Reading:
        """All of it. data: the file, to say what else it is. Raises NotICalendar."""
        began = self.splitter.began
        if not began[CALENDAR]:
            if not began.keys() & UNITS:
                raise NotICalendar("", _kind(data))
            self._reading.repairs.append(Repair(1, "no-calendar"))
        self._close_calendar()
        reading = self._reading
        reading.objects = [(uid, b"".join(texts)) for uid, texts in self._objects.items()]
        reading.repairs.sort(key=lambda repair: repair.line)
        reading.name = self._name()
        reading.tzids = {tzid: self._lines.number(offset) for tzid, offset in named_zones(self._text).items()}
        return reading

    def _name(self) -> str:
        named = [raw for raw in raw_lines(self._text[: self._head]) if _NAME.match(raw)]
        line = parse(named[0]) if named else None
        return line.text.strip() if line else ""


def _made_uid(event: Vevent) -> str:
    """Of the content, so that the same event has it again when it comes again."""
    lines = (raw for name, raw in zip(event.names, event.lines, strict=True) if name not in _PASSING)
    return sha256(b"".join(lines)).hexdigest()[:40]


def _kind(data: bytes) -> str:
    start = data[:2_000].strip().lower()
    if not start:
        return "empty"
    if b"begin:vcard" in start:
        return "vcard"
    return "html" if b"<html" in start or start.startswith(b"<!doctype html") else "other"
