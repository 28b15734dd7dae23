"""One event and its text: read, written, edited line by line.

Values with a shape go through icalendar (core.ics.typed), which the first call that needs it loads. Lines
and TEXT do not, nor whole components: it writes ``C:\\News`` so that ``C:`` and, below, ``ews`` is read,
leaves out a line that it cannot read, and writes all others anew. The index reads the same values by itself
(core.ics.values); tests hold that the two say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from core.event import SEQUENCED, Event, changed_fields
from core.ics import typed
from core.ics.lines import OF, STRAY, fold, parse, unfold, write_text
from core.ics.lines import write as line
from core.ics.reading import event_of
from core.ics.vevents import Vevent, vevent, vevents
from core.ics.writing import BESIDE, ORGANIZER_MARK, PARTS, Part
from core.object import ComponentRef

_MARKED = re.compile(rb"CONTACT[^:]*;" + ORGANIZER_MARK.encode() + b"=", re.IGNORECASE)
_FUTURE = {"RANGE": "THISANDFUTURE"}
_EMPTY_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:[ \t]*\r\n(?![ \t])", re.MULTILINE | re.IGNORECASE)
_NESTED = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)


def warm_up() -> None:
    """Load what reading, writing and editing an event need, so that the first of them need not."""
    typed.load()


def components(text: bytes) -> list[ComponentRef]:
    """What is in a calendar object's text, in its order; object_id is 0, as the text does not know it."""
    return [its.ref for its in vevents(text)]


def read(text: bytes, ref: ComponentRef) -> Event:
    """The event that ref names. A value that cannot be read gives its field's default. Raises NotFound."""
    return read_part(vevent(text, ref))


def read_part(part: Vevent) -> Event:
    """As read(), of one that was found already."""
    return event_of(part.properties(), typed)


def write(event: Event, now: datetime) -> bytes:
    """A new VEVENT. now: aware; its DTSTAMP and LAST-MODIFIED, and CREATED unless the event has one."""
    return b"".join(
        (
            line("BEGIN", "VEVENT"),
            write_text("UID", event.uid.strip()),
            typed.stamp("DTSTAMP", now),
            typed.stamp("CREATED", event.created or now),
            typed.stamp("LAST-MODIFIED", now),
            typed.number("SEQUENCE", event.sequence),
            _recurrence_id(event),
            *(its for part in PARTS for its in part.write(event)),
            line("END", "VEVENT"),
        )
    )


def _recurrence_id(event: Event) -> bytes:
    if event.recurrence_id is None:
        return b""
    return typed.moments("RECURRENCE-ID", event.recurrence_id, **_FUTURE if event.and_future else {})


def as_stored(event: Event, now: datetime) -> Event:
    """What is read of an event once it is written, without what no text can hold."""
    text = write(event, now)
    return read(text, components(text)[0])


def patch(text: bytes, ref: ComponentRef, before: Event, after: Event, now: datetime) -> bytes:
    """The text with `after` where it has `before`, which was read from it.

    A part of the event that did not change keeps its lines, byte for byte, and so does every property that no
    field stands for. What stood beside a standard property and no longer agrees with it goes. now: aware, for
    DTSTAMP and LAST-MODIFIED, which never go back. SEQUENCE goes up by one where RFC 5546 2.1.4 wants it.
    Raises NotFound.
    """
    if not changed_fields(before, after):
        return text
    found = vevent(text, ref)
    will = patched(found, before, after, now)
    return b"".join(will if its.ref == found.ref else its.text for its in vevents(text))


def patched(part: Vevent, before: Event, after: Event, now: datetime) -> bytes:
    """As patch(), of one that was found already."""
    changed = changed_fields(before, after)
    if not changed:
        return part.text
    names = [_owner(name, raw) for name, raw in zip(part.names, part.lines, strict=True)]
    edit = _Edit(names, list(part.lines))
    for its in PARTS:
        if its.fields.isdisjoint(changed):
            edit.leave(its, before)
        else:
            edit.rewrite(its, before, after)
    stamps = (now, before.dtstamp, before.last_modified)
    edit.stamp(max(filter(None, stamps)), any(name in SEQUENCED for name in changed))
    return b"".join(edit.lines)


def identified(text: bytes, uid: str) -> bytes:
    """The text with its object's UID in each VEVENT that came with an empty one."""
    if not _EMPTY_UID.search(text):
        return text
    named = write_text("UID", uid)
    return b"".join(
        named if name == "UID" and _EMPTY_UID.match(raw) else raw
        for its in vevents(text)
        for name, raw in zip(its.names, its.lines, strict=True)
    )


def restated(text: bytes, uid: str) -> bytes:
    """The text for a program that may not know what to do with it as it came.

    Each VEVENT has its object's UID, and each text the stray lines that belong to it.
    """
    text = identified(text, uid)
    if STRAY.encode() not in text:
        return text
    return b"".join(raw for its in vevents(text) for raw in _rejoined(its))


def _rejoined(its: Vevent) -> list[bytes]:
    lines: list[bytes] = []
    names: list[str] = []
    for name, raw in zip(its.names, its.lines, strict=True):
        stray = parse(raw) if name == STRAY else None
        of = stray.param(OF) if stray else ""
        if stray and of in names:
            at = len(names) - 1 - names[::-1].index(of)
            whole = unfold(lines[at]).removesuffix(b"\r\n") + b"\\n" + stray.value.encode()
            lines[at] = fold(whole) + b"\r\n"
        else:
            lines.append(raw)
            names.append(name)
    return lines


def _owner(name: str, raw: bytes) -> str:
    if name == STRAY and (its := parse(raw)):
        return f"{STRAY}={its.param(OF)}"
    return ORGANIZER_MARK if name == "CONTACT" and _MARKED.match(raw) else name


class _Edit:
    """The lines of one VEVENT under way to others. names: as in Vevent."""

    def __init__(self, names: list[str], lines: list[bytes]) -> None:
        self._names = names
        self.lines = lines

    def rewrite(self, part: Part, before: Event, after: Event) -> None:
        """Let a part say something else, where the first of it stood, or after the other properties."""
        will = part.write(after)
        if part.write(before) == will:
            self.leave(part, before)
        else:
            self._put(part.names, will)

    def leave(self, part: Part, event: Event) -> None:
        """Let a part stand, but for what is beside a property and no longer agrees with it."""
        beside = part.names & BESIDE
        if not beside.isdisjoint(self._names):
            written = {its.partition(b":")[0].partition(b";")[0].decode() for its in part.write(event)}
            self._put(beside - written, [])

    def _put(self, names: Iterable[str], will: list[bytes]) -> None:
        old = [index for index, name in enumerate(self._names) if name in names]
        at = old[0] if old else self._end()
        for index in reversed(old):
            del self.lines[index], self._names[index]
        self.lines[at:at] = will
        self._names[at:at] = ["" for _ in will]

    def _end(self) -> int:
        """Behind the last property: what is nested comes after them (RFC 5545 3.6.1)."""
        return next(at for at, raw in enumerate(self.lines) if at and _NESTED.match(raw))

    def stamp(self, now: datetime, news: bool) -> None:
        """Say when this was written, and that whoever has an earlier one needs it."""
        for name in ("DTSTAMP", "LAST-MODIFIED"):
            self._put([name], [typed.stamp(name, now)])
        if news:
            self._put(["SEQUENCE"], [typed.number("SEQUENCE", self._sequence() + 1)])

    def _sequence(self) -> int:
        if "SEQUENCE" not in self._names:
            return 0
        its = parse(self.lines[self._names.index("SEQUENCE")])
        return typed.integer(its.value) if its else 0
