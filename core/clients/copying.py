"""Calendar objects copied for a program: clean ones as they are, the others by the rules of that program."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.clients.common import ODD_END, common
from core.clients.dates import of_its_kind
from core.clients.draft import Draft, Finding, Task
from core.clients.outlook import outlook
from core.clients.profile import Profile
from core.clients.strict import stamp_line, strict
from core.clients.zones import ZoneNames, zoned
from core.ics.lines import write_text
from core.ics.reading import when_of
from core.ics.vevents import Vevent, vevents
from core.when import Moment

_OWN_LINES = re.compile(rb"\r\nX-PARVIS-[^\r\n]*(?:\r\n[ \t][^\r\n]*)*")
_RICH_LINES = re.compile(rb"\r\nX-ALT-DESC[;:][^\r\n]*(?:\r\n[ \t][^\r\n]*)*")
_LINE = re.compile(rb"^([A-Za-z0-9-]+)([^\r\n]*+(?:\r\n[ \t][^\r\n]*+)*+)\r\n", re.MULTILINE)

_SAID = rb"(?:;LANGUAGE=[A-Za-z-]+)?:(?:[^\\;,%s]++|\\(?:\r\n[ \t])?[\\;,nN])*+"
_TEXT = re.compile(_SAID % b"")
_LIST = re.compile(rb"(?:;LANGUAGE=[A-Za-z-]+)?:(?:[^\\;]++|\\(?:\r\n[ \t])?[\\;,nN])*+")
_URI = re.compile(rb"(?:;VALUE=URI)?:[A-Za-z][A-Za-z0-9+.-]*:(?:[!#-;=?-\[\]_a-z~]|\r\n[ \t])*+")
_TIME = rb"\d{8}T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
_AT = re.compile(rb"(?:;VALUE=DATE:(\d{8})|(?:;TZID=([A-Za-z_/+-]+))?:(%sZ?))" % _TIME)
_STAMP = re.compile(rb":%sZ" % _TIME)
_DAYS = rb"(?:MO|TU|WE|TH|FR|SA|SU)"
# A rule of a plain kind, each part of it once, with one end.
_RULE = re.compile(
    rb":(?!.*\b([A-Z]+)=.*;\1=)(?!(?=.*COUNT).*UNTIL)"
    rb"FREQ=(?:(?:DAILY|YEARLY)(?!.*BY)|WEEKLY(?!.*BYM)|MONTHLY(?!.*BYD))"
    rb"(?:;INTERVAL=[1-9]\d?|;COUNT=[1-9]\d{0,2}|;WKST=%b|;UNTIL=%bZ|;UNTIL=\d{8}"
    rb"|;BYDAY=%b(?:,%b)*|;BYMONTHDAY=(?:[1-9]|1\d|2[0-8]))*" % (_DAYS, _TIME, _DAYS, _DAYS)
)
_UNTIL = re.compile(rb"UNTIL=([^;]+)")
_SHORT_LINE = re.compile(rb"(?:;LANGUAGE=[A-Za-z-]+)?:(?:[^\\;,]|\\[\\;,]){0,250}")
_UNTAGGED = re.compile(_SAID % b"<")
_SURE = re.compile(rb":(?:TENTATIVE|CONFIRMED)")

# What makes an event a date of a series, or a series; one that stands alone is neither.
_OF_SERIES: Final = ("UID", "RECURRENCE-ID", "RRULE", "RDATE", "EXDATE", "EXRULE")

# What nobody stumbles over, as most events have it. An event with any other line is looked at closely.
_PLAIN: Final[Mapping[bytes, re.Pattern[bytes]]] = {
    b"BEGIN": re.compile(rb":VEVENT"),
    b"END": re.compile(rb":VEVENT"),
    b"UID": re.compile(rb":[\x21-\x7e]{1,255}"),
    b"DTSTAMP": _STAMP,
    b"CREATED": _STAMP,
    b"LAST-MODIFIED": _STAMP,
    b"SEQUENCE": re.compile(rb":\d{1,9}"),
    b"DTSTART": _AT,
    b"DTEND": _AT,
    b"SUMMARY": _TEXT,
    b"LOCATION": _TEXT,
    b"DESCRIPTION": _TEXT,
    b"CATEGORIES": _LIST,
    b"CONTACT": _TEXT,
    b"COMMENT": _TEXT,
    b"URL": _URI,
    b"CLASS": re.compile(rb":(?:PUBLIC|PRIVATE|CONFIDENTIAL)"),
    b"STATUS": re.compile(rb":(?:TENTATIVE|CONFIRMED|CANCELLED)"),
    b"TRANSP": re.compile(rb":(?:OPAQUE|TRANSPARENT)"),
    b"ORGANIZER": re.compile(rb"(?:;CN=[^\r\n:;]*)?:mailto:[^\s@]+@[^\s@]+"),
    b"RRULE": _RULE,
    b"EXDATE": re.compile(rb"(?:;[^:\r\n]*)?:[0-9TZ,]*"),
    b"PRIORITY": re.compile(rb":\d"),
    b"GEO": re.compile(rb":-?\d{1,2}\.\d+;-?\d{1,2}\.\d+"),
}
_OF_PROGRAM: Final[Mapping[Profile, Mapping[bytes, re.Pattern[bytes]]]] = {
    Profile.PLAIN: {},
    Profile.OUTLOOK: {
        b"SUMMARY": _SHORT_LINE,
        b"LOCATION": _SHORT_LINE,
        b"DESCRIPTION": _UNTAGGED,
        b"STATUS": _SURE,
    },
    Profile.GOOGLE: {b"STATUS": _SURE},
    Profile.APPLE: {b"DESCRIPTION": _UNTAGGED, b"GEO": re.compile(rb"(?!)")},
    Profile.THUNDERBIRD: {b"DESCRIPTION": _UNTAGGED},
}

# What none of a program's copies has, in whatever letters it stands.
_NOT_THEIRS: Final = {
    Profile.PLAIN: (),
    Profile.OUTLOOK: (b"X-PARVIS-",),
    **dict.fromkeys((Profile.GOOGLE, Profile.APPLE, Profile.THUNDERBIRD), (b"X-PARVIS-", b"X-ALT-DESC")),
}


@dataclass(frozen=True, slots=True)
class Copy:
    """text: b"" where nothing of the object can go along. findings: all that the program would choke on."""

    text: bytes
    findings: tuple[Finding, ...] = ()


class Copier:
    """Makes the copies of one export."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._names = ZoneNames(task.local)
        self._plain = {**_PLAIN, **_OF_PROGRAM[task.profile]}
        self._not_theirs = _NOT_THEIRS[task.profile]

    def copy(self, text: bytes, own: Mapping[str, bytes]) -> Copy:
        """own: the VTIMEZONEs that came with the object. For PLAIN it is the text itself."""
        plain = text
        if self._task.profile is not Profile.PLAIN:
            plain = _OWN_LINES.sub(b"", text)
            if self._task.profile is not Profile.OUTLOOK:
                plain = _RICH_LINES.sub(b"", plain)
        if not own and self._is_clean(plain):
            return Copy(plain)
        drafts = list(self._drafts(text, own))
        findings = tuple(its for draft in drafts for its in draft.findings)
        if self._task.profile is Profile.PLAIN:
            return Copy(text, findings)
        return Copy(b"".join(its.text for its in drafts), findings)

    def _is_clean(self, text: bytes) -> bool:
        """Whether no rule has anything to say of it; where that is not plain to see, it is not so."""
        if ODD_END.search(text):
            return False
        seen: dict[bytes, bytes] = {}
        for found in _LINE.finditer(text):
            name, rest = found.groups()
            pattern = self._plain.get(name)
            if pattern is None:
                if name[:2] != b"X-" or name.upper().startswith(self._not_theirs):
                    return False
            elif (name in seen and name != b"EXDATE") or not pattern.fullmatch(rest):
                return False
            else:
                seen[name] = seen.get(name, b"") + rest
        if b"DTSTAMP" not in seen or b"DTSTART" not in seen:
            return False
        start = seen[b"DTSTART"]
        return self._is_span(start, seen.get(b"DTEND")) and _goes_with(
            start, seen.get(b"RRULE", b""), seen.get(b"EXDATE", b"")
        )

    def _is_span(self, start: bytes, end: bytes | None) -> bool:
        began = _AT.fullmatch(start)
        assert began is not None
        if began[2] and not self._names.is_iana(began[2].decode()):
            return False
        if self._task.profile is Profile.GOOGLE and began[3] and not began[2] and began[3][-1:] != b"Z":
            return False
        if end is None:
            return _is_day((began[1] or began[3])[:8])
        ended = _AT.fullmatch(end)
        assert ended is not None
        same = (bool(began[1]), began[2], (began[3] or b"")[-1:] == b"Z") == (
            bool(ended[1]),
            ended[2],
            (ended[3] or b"")[-1:] == b"Z",
        )
        first, last = began[1] or began[3], ended[1] or ended[3]
        return same and first < last and _is_day(first[:8]) and _is_day(last[:8])

    def _drafts(self, text: bytes, own: Mapping[str, bytes]) -> Iterator[Draft]:
        masters = 0
        parts = list(vevents(text))
        start = _start_of_series(parts)
        for part in parts:
            draft = Draft(part, self._task.mends)
            if when_of(part.properties()) is None:
                draft.leave_out("undated", "DTSTART")
                yield draft
                continue
            strict(draft, self._task.local)
            if start:
                of_its_kind(draft, start)
            elif self._task.profile in (Profile.GOOGLE, Profile.OUTLOOK):
                _alone(draft)
            masters += not part.ref.recurrence_id
            if masters > 1 and not part.ref.recurrence_id:
                self._apart(draft, masters)
            if self._task.profile is not Profile.PLAIN:
                common(draft, self._task)
                zoned(draft, self._task, self._names, own)
                outlook(draft, self._task)
            yield draft

    def _apart(self, draft: Draft, number: int) -> None:
        """``twin``: another event under the same UID (RFC 5545 3.8.4.7), of which programs keep one."""
        line = draft.first("UID")
        if line:
            draft.put("twin", "UID", [write_text("UID", f"{line.text}-{number}")])


def _start_of_series(parts: Sequence[Vevent]) -> Moment | None:
    master = next((its for its in parts if not its.ref.recurrence_id), None)
    when = when_of(master.properties()) if master else None
    return when.start if when else None


def _alone(draft: Draft) -> None:
    """``orphan``: one date of a series that is not there, as an event of its own.

    Some read none of these (googleworkspace/apps-script-samples #384, tutao/tutanota #5706), others the last
    one of those with one UID (etesync/etesync-web #67).
    """
    uid, line = draft.first("UID"), draft.first("RECURRENCE-ID")
    if uid and line and not line.param("RANGE"):
        draft.put("orphan", _OF_SERIES, [write_text("UID", f"{uid.text}-{line.value.strip()}")])


def _goes_with(start: bytes, rule: bytes, left_out: bytes) -> bool:
    """Whether a rule's end, and the dates that a series leaves out, are of the kind of its start.

    left_out: one EXDATE behind the other, without the names.
    """
    clock, _, first = start.rpartition(b":")
    if until := _UNTIL.search(rule):
        is_utc = until[1][-1:] == b"Z"
        zoned = b"TZID" in clock or first[-1:] == b"Z"
        if is_utc != zoned or (b"T" in first) != zoned or not _is_day(until[1]):
            return False
    none, *dates = left_out.replace(clock + b":", b",").split(b",")
    return not none and all(
        len(its) == len(first) and _AT.fullmatch(clock + b":" + its) and _is_day(its) for its in dates
    )


def _is_day(digits: bytes) -> bool:
    """Whether it is one, in a year of clocks; the last days of a month are looked at closely."""
    return b"17" <= digits[:2] <= b"29" and b"01" <= digits[4:6] <= b"12" and b"01" <= digits[6:8] <= b"28"


def mended(text: bytes, codes: Collection[str], now: datetime, local: str) -> bytes:
    """An object's text with what strict readers refuse mended for good. now: aware; stamps what changes."""
    parts = []
    for part in vevents(text):
        draft = Draft(part, lambda code: code in codes)
        if when_of(part.properties()) is not None:
            strict(draft, local)
        if any(its.mended for its in draft.findings):
            for name in ("DTSTAMP", "LAST-MODIFIED"):
                draft.quietly(name, [stamp_line(name, now)])
        parts.append(draft.text)
    return b"".join(parts)
