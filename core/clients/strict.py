"""What strict readers of RFC 5545 refuse in a VEVENT, and what the RFC would have in its place."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from core.clients.dates import ends_after_it_starts, in_form, until_for, written
from core.clients.draft import Draft
from core.clients.forms import addresses, in_marks
from core.ics.lines import parse, write, write_text
from core.ics.values import geo, instant, integer, moment_of
from core.rrule import read_rule
from core.when import Moment

# 3.6.1: those that must not occur more than once.
_ONCE: Final = (
    *("DTSTAMP", "UID", "DTSTART", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION"),
    *("ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID", "DTEND"),
    *("DURATION", "COLOR"),
)
_LONGEST_UID = 255  # octets, RFC 7986 5.3
_STAMPS = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
_UTC = re.compile("[0-9]{8}T[0-9]{6}Z")
_NUMBERS = ("SEQUENCE", "PRIORITY")
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}")
_WORDS: Final = {
    "STATUS": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
}
_GEO = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?;[+-]?[0-9]+(?:\.[0-9]+)?")
_TRIGGER = re.compile(
    r"[+-]?P(?:[0-9]+W|[0-9]+D(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?"
    r"|T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)|[0-9]{8}T[0-9]{6}Z"
)


def strict(draft: Draft, local: str) -> None:
    """All of these rules, in an order in which one leaves the next what it needs.

    local: the TZID in which floating times are read.
    """
    _once(draft)
    in_marks(draft)
    addresses(draft)
    _stamped(draft)
    in_form(draft)
    ends_after_it_starts(draft)
    _rules(draft, local)
    _values(draft)
    _alarms(draft)


def _once(draft: Draft) -> None:
    """``twice``: what may stand once; the first that can be read counts, as it does for Parvis."""
    for name in (its for its in _ONCE if draft.names.count(its) > 1):
        at = next((at for at, _ in draft.read(name)), draft.places(name)[0])
        draft.put("twice", name, draft.raw(at, at + 1))


def _stamped(draft: Draft) -> None:
    """``stamp``: DTSTAMP is required, and stamps are in UTC (3.8.7).

    One that is made up is as old as it can be, so that it makes no event newer than another.
    """
    read = {name: instant(line.value) for name in _STAMPS if (line := draft.first(name))}
    for name in _STAMPS:
        line = draft.first(name)
        if line and _UTC.fullmatch(line.value) and not line.params and read[name]:
            continue
        its = read.get(name)
        if name == "DTSTAMP" and its is None:
            its = read.get("LAST-MODIFIED") or read.get("CREATED") or datetime(1970, 1, 1, tzinfo=UTC)
        if line or name == "DTSTAMP":
            draft.put("stamp", name, [stamp_line(name, its)] if its else [])


def stamp_line(name: str, its: datetime) -> bytes:
    """its: aware."""
    return write(name, written(Moment(its.astimezone(UTC).replace(tzinfo=None), "UTC")))


def _rules(draft: Draft, local: str) -> None:
    """``until``: UNTIL is of DTSTART's kind, and in UTC where that has a zone (3.3.10).

    ``rule``: it has white space, or says nothing. ``count-until``: it has no COUNT beside it. ``rules``: more
    than one (3.8.5.3). ``exrule``: EXRULE, which is no more (A.3).
    """
    start = draft.first("DTSTART")
    began = moment_of(start) if start else None
    for at, line in draft.read("RRULE"):
        rule = read_rule(line.value)
        told = re.sub(r"\s", "", line.value) if rule else line.value
        if told != line.value:
            draft.swap("rule", [at], [write("RRULE", told)])
        value = until_for(told, began, local) if began and rule and rule.until else told
        if value != told:
            draft.swap("until", [at], [write("RRULE", value)])
    rules = [read_rule(line.value) for line in draft.all("RRULE")]
    if any(rule and rule.count and rule.until for rule in rules):
        draft.say("count-until", "RRULE")
    if None in rules and not any("RSCALE" in line.value.upper() for line in draft.all("RRULE")):
        draft.say("rule", "RRULE")
    if len(rules) > 1:
        draft.say("rules", "RRULE")
    if "EXRULE" in draft.names:
        draft.say("exrule", "EXRULE")


def _values(draft: Draft) -> None:
    """``value``: STATUS, TRANSP, GEO and numbers that are none are left out, or written as they are read.

    ``uid``: one of more than 255 octets (RFC 7986 5.3).
    """
    for name, words in _WORDS.items():
        line = draft.first(name)
        if line and line.value.upper() not in words:
            word = line.value.strip().upper()
            draft.put("value", name, [write(name, word)] if word in words else [])
    for name in _NUMBERS:
        line = draft.first(name)
        if line and not _NUMBER.fullmatch(line.value):
            draft.put("value", name, [write(name, str(integer(line.value)))] if line.value.strip() else [])
    line = draft.first("GEO")
    if line and not (_GEO.fullmatch(line.value) and geo(line.value)):
        its = geo(line.value)
        draft.put("value", "GEO", [write("GEO", f"{its.latitude:f};{its.longitude:f}")] if its else [])
    line = draft.first("UID")
    if line and len(line.text.encode()) > _LONGEST_UID:
        draft.say("uid", "UID")


def _alarms(draft: Draft) -> None:
    """``alarm``: a VALARM without an ACTION or a TRIGGER that can be read (3.6.6) is left out.

    Apple's Calendar then imports nothing (SimpleMobileTools/Simple-Calendar #1362), Thunderbird reports an
    error for each (thunderbird/import-export-tools-ng #640). One that shows nothing shows the title, and one
    whose sound has no address (3.8.1.1) gives that of the program.
    """
    for start, stop in draft.nested():
        if draft.raw(start, start + 1)[0].strip().upper() != b"BEGIN:VALARM":
            continue
        lines = {its.name: its for raw in draft.raw(start, stop) if (its := parse(raw))}
        trigger, action = lines.get("TRIGGER"), lines.get("ACTION")
        if action is None or trigger is None or not _TRIGGER.fullmatch(trigger.value.upper()):
            draft.cut("alarm", start, stop)
            continue
        if action.value.upper() == "DISPLAY" and "DESCRIPTION" not in lines:
            title = draft.first("SUMMARY")
            told = write_text("DESCRIPTION", title.text if title else "")
            draft.swap("alarm", [stop - 1], [told, *draft.raw(stop - 1, stop)])
        sounds = [at for at in range(start, stop) if _is_no_address(draft.raw(at, at + 1)[0])]
        if sounds and action.value.upper() == "AUDIO":
            draft.swap("alarm", sounds, [])


def _is_no_address(raw: bytes) -> bool:
    line = parse(raw)
    if line is None or line.name != "ATTACH" or line.param("ENCODING"):
        return False
    return line.param("VALUE").upper() != "BINARY" and ":" not in line.value
