"""Dates and times in the form that RFC 5545 gives them (3.3.4, 3.3.5), however a file has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from itertools import groupby

from core.clients.draft import Draft
from core.ics.lines import Line, write
from core.ics.reading import when_of
from core.ics.values import moment, moment_of, moments_of
from core.when import Moment, When, iana

_OF_MOMENT = frozenset({"VALUE", "TZID"})
_FORM = {
    True: re.compile(r"[0-9]{8}"),
    False: re.compile(r"[0-9]{8}T(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]Z?"),
}
_LENGTH = {
    True: re.compile(r"\+?P[0-9]+[WD]"),
    False: re.compile(
        r"\+?P(?:[0-9]+W|(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?)(?<![PT])"
    ),
}
_UNTIL = re.compile(r"(?<=UNTIL=)[^;]*", re.IGNORECASE)
_SINGLE = ("DTSTART", "DTEND", "RECURRENCE-ID")
_LISTS = ("RDATE", "EXDATE")


def written(its: Moment) -> str:
    """A DATE or DATE-TIME."""
    text = its.wall.isoformat().replace("-", "").replace(":", "").partition(".")[0]
    return text + "Z" if its.tzid == "UTC" else text


def moment_line(name: str, its: Moment, kept: Sequence[tuple[str, str]] = ()) -> bytes:
    """A line with one. kept: other parameters."""
    return write(name, written(its), (*_params(its), *kept))


def _params(its: Moment) -> list[tuple[str, str]]:
    if its.is_date:
        return [("VALUE", "DATE")]
    return [] if its.tzid in (None, "UTC") else [("TZID", its.tzid)]


def in_form(draft: Draft) -> None:
    """``date-form``: a DATE says VALUE=DATE and has no TZID (3.2.19, 3.2.20), a DATE-TIME in UTC none either.

    What says nothing that can be read is left out, but for DTSTART, without which there is no event. One date
    of a series may leave it to its name, and 3.6.1 wants it there too.
    """
    for name in _SINGLE:
        for at, line in draft.read(name)[:1]:
            its = moment_of(line)
            if its is None and name == "DTSTART":
                continue
            if its is None:
                draft.swap("date-form", [at], [])
            elif not _good(line, its):
                draft.swap("date-form", [at], [moment_line(name, its, _others(line))])
    named, start = draft.first("RECURRENCE-ID"), draft.first("DTSTART")
    if (its := named and moment_of(named)) and not (start and moment_of(start)):
        draft.put("date-form", "DTSTART", [moment_line("DTSTART", its)])
    for name in _LISTS:
        lines = draft.all(name)
        if not all(map(_good_list, lines)):
            read = [its for line in lines for its in moments_of(line)]
            draft.put("date-form", name, list_lines(name, read))


def of_its_kind(draft: Draft, start: Moment) -> None:
    """``date-form``: EXDATE and RECURRENCE-ID are of the kind of the series' start (3.8.4.4, 3.8.5.1).

    A date stands for the occurrence of that day, a time for the day that it is on, and one without a zone is
    on the clock of the start, as Parvis reads them.
    start: of the series, whose own VEVENT this need not be.
    """
    for name in ("RECURRENCE-ID", "EXDATE"):
        lines = draft.all(name)
        read = [its for line in lines for its in moments_of(line)]
        moments = [its for its in read if isinstance(its, Moment)]
        will = [_of_kind(its, start) for its in moments]
        if will == moments or _are_many(draft):
            continue
        if name == "EXDATE":
            draft.put("date-form", name, list_lines(name, will))
        else:
            draft.put("date-form", name, [moment_line(name, will[0], _others(lines[0]))])


def _of_kind(its: Moment, start: Moment) -> Moment:
    if its.is_floating and not start.is_date:
        return Moment(its.wall, start.tzid)
    if its.is_date == start.is_date or (
        start.is_date and its.tzid == "UTC" and its.wall_time.time() != time()
    ):
        return its
    return (
        Moment(its.day)
        if start.is_date
        else Moment(datetime.combine(its.day, start.wall_time.time()), start.tzid)
    )


def _are_many(draft: Draft) -> bool:
    """Whether a series may take place several times a day: a date is not one occurrence of it."""
    return any(
        re.search("BYHOUR|BYMINUTE|BYSECOND|FREQ=(?:HOU|MIN|SEC)", its.value.upper())
        for its in draft.all("RRULE")
    )


def _others(line: Line) -> list[tuple[str, str]]:
    return [(name, values[0]) for name, values in line.params if name not in _OF_MOMENT]


def _good(line: Line, its: Moment) -> bool:
    wanted = dict(_params(its))
    kind = line.param("VALUE").upper()
    if its.is_date != (kind == "DATE") or (not its.is_date and kind not in ("", "DATE-TIME")):
        return False
    has_kind = any(name == "VALUE" for name, _ in line.params)
    has_zone = any(name == "TZID" for name, _ in line.params)
    return (
        bool(_FORM[its.is_date].fullmatch(line.value))
        and has_zone == ("TZID" in wanted)
        and (not has_kind or bool(kind))
    )


def _good_list(line: Line) -> bool:
    values = line.value.split(",")
    read = moments_of(line)
    if len(read) != len(values):
        return False
    if all(isinstance(its, When) for its in read):
        return line.param("VALUE").upper() == "PERIOD"
    return all(
        isinstance(its, Moment) and _good(line._replace(value=value), its)
        for its, value in zip(read, values, strict=True)
    )


def list_lines(name: str, read: Sequence[Moment | When]) -> list[bytes]:
    """Lines of one kind of value on one clock each."""
    lines = []
    for _, run in groupby(read, _kind):
        its = list(run)
        first = its[0]
        params = _params(first.start if isinstance(first, When) else first)
        if isinstance(first, When):
            params.append(("VALUE", "PERIOD"))
        lines.append(write(name, ",".join(map(_value, its)), params))
    return lines


def _value(its: Moment | When) -> str:
    return f"{written(its.start)}/{written(its.end)}" if isinstance(its, When) else written(its)


def _kind(its: Moment | When) -> tuple[bool, bool, str | None]:
    start = its.start if isinstance(its, When) else its
    return isinstance(its, When), start.is_date, start.tzid


def ends_after_it_starts(draft: Draft) -> None:
    """``end``: DTEND is of DTSTART's kind and later (3.8.2.2), and stands without a DURATION (3.6.1).

    What is not so is written as Parvis reads it: a day, or a moment, where the end says nothing. An end
    without a clock is on that of the start.
    """
    if not {"DTEND", "DURATION"} & set(draft.names):
        return
    start, end, length = (draft.first(name) for name in ("DTSTART", "DTEND", "DURATION"))
    when, began = when_of(draft.properties()), moment_of(start) if start else None
    if when is None or began is None:
        return
    until = _on_its_clock(when)
    if length and not end:
        good = bool(_LENGTH[when.all_day].fullmatch(length.value)) and when.end != when.start
    else:
        good = not length and end is not None and moment_of(end) == until and when.end != when.start
    if not good:
        will = [] if when.end == when.start else [moment_line("DTEND", until, _others(end) if end else ())]
        draft.put("end", ("DTEND", "DURATION"), will)


def _on_its_clock(when: When) -> Moment:
    """The end, which does not float where the start does not, nor the other way round."""
    if when.start.is_floating == when.end.is_floating:
        return when.end
    end = Moment(when.end.wall, when.start.tzid)
    return end if end.wall_time > when.start.wall_time else when.end


def until_for(rule: str, start: Moment, local: str) -> str:
    """A rule whose UNTIL is of its start's kind (3.3.10): a date, floating, or else in UTC.

    As it stands with a start in a zone that is none of IANA's. local: the TZID in which floating times are
    read.
    """
    return _UNTIL.sub(lambda found: _until(found[0], start, local), rule)


def _until(value: str, start: Moment, local: str) -> str:
    until = moment(value)
    if until is None or (until.is_date == start.is_date and (until.tzid == "UTC") == bool(start.tzid)):
        return value
    if start.is_date:
        return written(Moment(until.day))
    zone = iana(start.tzid or local)
    if zone is None:
        return value
    wall = datetime.combine(until.day, time(23, 59, 59)) if until.is_date else until.wall_time
    if start.tzid is None:
        there = wall.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if until.tzid else wall
        return written(Moment(there))
    return written(Moment(Moment(wall, start.tzid).instant(UTC).replace(tzinfo=None), "UTC"))
