"""An event that is there already, out of a file again: which is newer, and what is then stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from core.ics.reading import text_of
from core.ics.vevents import Vevent, vevents
from core.stamps import content

# What a newsroom adds to an event that another program keeps writing.
OWN = ("X-PARVIS-STAGE", "X-PARVIS-SOURCE", "X-PARVIS-COST")

_Key = tuple[str, int]


class Verdict(Enum):
    """What a file's version is, beside the one stored."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"


def met(stored: bytes, incoming: bytes) -> tuple[Verdict, bytes]:
    """What an incoming calendar object's text is, and the text to store where it is taken.

    One without a master says nothing of the dates that it does not name, so those stay; so do ours where the
    master is what we lack. OLDER is also what differs without saying when: it was changed on both sides, or
    by a program that keeps no account.
    """
    if incoming == stored:
        return Verdict.SAME, stored
    ours, theirs = _by_key(stored), _by_key(incoming)
    for key in ours.keys() & theirs.keys():
        theirs[key] = _with_own_lines(theirs[key], ours[key])
    if all(recurrence_id for recurrence_id, _ in theirs):
        news = theirs.keys() - ours.keys()
        facing = [its for key, its in ours.items() if key in theirs]
        wanted = {**ours, **theirs}
    elif all(recurrence_id for recurrence_id, _ in ours):
        news, facing = theirs.keys() - ours.keys(), []
        wanted = {**theirs, **{key: _later(its, theirs.get(key)) for key, its in ours.items()}}
    else:
        news, facing, wanted = set(), list(ours.values()), theirs
    if _contents(wanted) == _contents(ours):
        return Verdict.SAME, stored
    text = b"".join(line for its in wanted.values() for line in its.lines)
    if news or _is_newer(_stamp(theirs.values()), _stamp(facing)):
        return Verdict.NEWER, text
    # An earlier state that says what ours says: there is nothing to decide.
    return (Verdict.SAME, stored) if content(text) == content(stored) else (Verdict.OLDER, text)


def is_behind(incoming: bytes, stored: bytes) -> bool:
    """Whether a text says of itself that it was written before another."""
    return _stamp(vevents(incoming)) < _stamp(vevents(stored))


_TITLE = re.compile(rb"\r\nSUMMARY(?::([^\r\n\\]*)\r\n(?![ \t])|[:;])", re.IGNORECASE)
_NESTED = re.compile(rb"\r\nBEGIN:", re.IGNORECASE)


def title_of(text: bytes) -> str:
    """SUMMARY of a calendar object's first VEVENT; most have it on one plain line, found quickly."""
    found = _TITLE.search(text)
    if found is None:
        return ""
    if found[1] is not None and not _NESTED.search(text, 0, found.start()):
        return found[1].decode("utf-8", "replace").strip()
    return text_of(next(vevents(text)).properties(), "SUMMARY")


def _by_key(text: bytes) -> dict[_Key, Vevent]:
    return {(its.ref.recurrence_id, its.ref.ordinal): its for its in vevents(text)}


def _later(ours: Vevent, theirs: Vevent | None) -> Vevent:
    return theirs if theirs and _is_newer(_own_stamp(theirs), _own_stamp(ours)) else ours


def _with_own_lines(theirs: Vevent, ours: Vevent) -> Vevent:
    if any(name in OWN for name in theirs.names):
        return theirs
    kept = [(name, line) for name, line in zip(ours.names, ours.lines, strict=True) if name in OWN]
    names = [*theirs.names[:-1], *(name for name, _ in kept), theirs.names[-1]]
    lines = [*theirs.lines[:-1], *(line for _, line in kept), theirs.lines[-1]]
    return Vevent(theirs.ref, lines, names)


def _contents(components: dict[_Key, Vevent]) -> dict[_Key, Sequence[bytes]]:
    """Without DTSTAMP, which many programs set anew at each export."""
    return {
        key: [line for name, line in zip(its.names, its.lines, strict=True) if name != "DTSTAMP"]
        for key, its in components.items()
    }


_Stamp = tuple[int, str, str]


def _stamp(components: Iterable[Vevent]) -> _Stamp:
    """SEQUENCE, LAST-MODIFIED, DTSTAMP: the latest."""
    return max(map(_own_stamp, components), default=(0, "", ""))


def _own_stamp(component: Vevent) -> _Stamp:
    properties = component.properties()
    sequence, modified, stamp = (
        properties[name][0].text.strip() if name in properties else ""
        for name in ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP")
    )
    # Figures beyond these are no count of edits, and would take long to read.
    return int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0, modified, stamp


def _is_newer(theirs: _Stamp, ours: _Stamp) -> bool:
    """DTSTAMP counts where neither says when it was changed: else an export's date would undo an edit."""
    if theirs[:2] != ours[:2] or theirs[1]:
        return theirs[:2] > ours[:2]
    return theirs[2] > ours[2]
