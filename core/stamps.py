"""DTSTAMP, LAST-MODIFIED, SEQUENCE: what a text says of its own edits; they go forward, even through undo."""

from __future__ import annotations

from datetime import datetime

from core.event import SEQUENCED, changed_fields
from core.ics import component, typed
from core.ics.values import instant, integer
from core.ics.vevents import Vevent, vevents
from core.object import ComponentRef

SEQUENCE = "SEQUENCE"
INSTANTS = ("DTSTAMP", "LAST-MODIFIED")


def content(text: bytes) -> bytes:
    """A calendar object's text without its stamps: what an edit changes and undo restores."""
    return b"".join(map(_content, vevents(text)))


def _content(part: Vevent) -> bytes:
    stamps = (*INSTANTS, SEQUENCE)
    return b"".join(line for name, line in zip(part.names, part.lines, strict=True) if name not in stamps)


def moved_forward(restored: bytes, current: bytes, now: datetime) -> bytes:
    """An earlier text put back in place of the current one, as the edit that this is for whoever has that.

    Components that are the same in both keep the current stamps; those that only the earlier has, its own.
    """
    there = _by_ref(current)
    texts = []
    for ref, part in _by_ref(restored).items():
        other = there.get(ref)
        if other is None:
            texts.append(_text(part))
        elif _content(part) == _content(other):
            texts.append(_text(other))
        else:
            before, after = component.read(current, ref), component.read(restored, ref)
            news = any(name in SEQUENCED for name in changed_fields(before, after))
            sequence = max(_sequence(part), _sequence(other) + news)
            texts.append(_stamped(part, sequence, max([now, *_instants(other), *_instants(part)])))
    return b"".join(texts)


def renewed(part: Vevent, now: datetime) -> bytes:
    """A VEVENT as edited now, with news for whoever has it."""
    return _stamped(part, _sequence(part) + 1, max([now, *_instants(part)]))


def sequenced_once(text: bytes, current: bytes, before: bytes | None) -> bytes:
    """A text whose SEQUENCE went up once at most since `before`, and never down from the current one.

    before: what stood there before an edit that is stored in several steps; None: its first step made it.
    """
    there, first = _by_ref(current), _by_ref(before or b"")
    texts = []
    for ref, part in _by_ref(text).items():
        other, old = there.get(ref), first.get(ref)
        limit = max(_sequence(other) if other else 0, _sequence(old) + 1 if old else 0)
        texts.append(_stamped(part, limit) if other and _sequence(part) > limit else _text(part))
    return b"".join(texts)


def _by_ref(text: bytes) -> dict[ComponentRef, Vevent]:
    return {part.ref: part for part in vevents(text)}


def _text(part: Vevent) -> bytes:
    return b"".join(part.lines)


def _values(part: Vevent, name: str) -> list[str]:
    return [line.value for line in part.properties().get(name, ())]


def _sequence(part: Vevent) -> int:
    return max(map(integer, _values(part, SEQUENCE)), default=0)


def _instants(part: Vevent) -> list[datetime]:
    found = (instant(value) for name in INSTANTS for value in _values(part, name))
    return [its for its in found if its is not None]


def _stamped(part: Vevent, sequence: int, now: datetime | None = None) -> bytes:
    stamps = {SEQUENCE: typed.number(SEQUENCE, sequence)} if sequence or SEQUENCE in part.names else {}
    if now is not None:
        stamps |= {name: typed.stamp(name, now) for name in INSTANTS}
    lines, left = [], dict(stamps)
    for name, line in zip(part.names, part.lines, strict=True):
        if name not in stamps:
            lines.append(line)
        elif name in left:
            lines.append(left.pop(name))
    end = next(at for at, raw in enumerate(lines) if at and raw[:6].upper() in (b"BEGIN:", b"END:VE"))
    return b"".join((*lines[:end], *left.values(), *lines[end:]))
