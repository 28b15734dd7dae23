"""VTIMEZONEs (RFC 5545 3.6.5) written for IANA zones: as few observances as say the truth."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from core.errors import UnknownZone
from core.ics.lines import write, write_text
from core.rrule import LONGEST, WEEKDAYS
from core.when import iana

# A rule that holds in the last of these years holds for good.
_LAST_YEAR: Final = 2100
# No zone changed its clocks twice within this time since 1970.
_STEP: Final = timedelta(days=7)
# A winter time is the standard one even where IANA says that summer's is (Dublin); a month's is not (Rabat).
_SEASON: Final = timedelta(days=90)
# As many years in a row are a rule; fewer are dates.
_RULE: Final = 3

_NONE: Final = timedelta()

# A yearly rule: its form, the month, the weekday, and the number that the form has. The plainest form first.
_Rule = tuple[int, int, str, int]
_NTH, _NTH_FROM_END, _DATE, _AFTER, _OVER_A_MONTH = range(5)


@dataclass(frozen=True, slots=True)
class _Phase:
    """What a zone's clocks show from a time on, in UTC. dst: as IANA has it, negative in some zones."""

    start: datetime
    offset: timedelta
    dst: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class _Onset:
    """A change of the clocks. wall: what they showed at that moment, which is how RFC 5545 writes it."""

    wall: datetime
    before: timedelta
    after: timedelta
    daylight: bool
    name: str


@dataclass(frozen=True, slots=True)
class _Observance:
    """rule: the parts of a yearly RRULE that names the onsets, or "". endless: it goes on after them."""

    onsets: Sequence[_Onset]
    rule: str = ""
    endless: bool = False


def vtimezone(tzid: str, first_year: int = 1990) -> bytes:
    """The VTIMEZONE of an IANA zone, right from that year on. Raises UnknownZone.

    It has one STANDARD and one DAYLIGHT with a yearly rule each where the zone never changed its rules;
    earlier rules end with an UNTIL, and changes that followed no rule are dates. The STANDARD in force is the
    one with the latest DTSTART, as Outlook reads no other.
    """
    zone = iana(tzid)
    if zone is None:
        raise UnknownZone(tzid)
    onsets = _onsets(_phases(zone, first_year), first_year)
    observances = sorted(_observances(onsets), key=lambda its: its.onsets[0].wall)
    told = (_written(observance) for observance in observances)
    return b"".join((b"BEGIN:VTIMEZONE\r\n", write_text("TZID", tzid), *told, b"END:VTIMEZONE\r\n"))


def _phases(zone: tzinfo, first_year: int) -> list[_Phase]:
    """From a year before the first one, each until the next."""
    at, end = datetime(first_year - 1, 1, 1, tzinfo=UTC), datetime(_LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    phases, state = [_phase(zone, at)], _state(zone, at)
    while at < end:
        later = _state(zone, at + _STEP)
        if later != state:
            phases.append(_phase(zone, _change(zone, at)))
            state = later
        at += _STEP
    return phases


def _change(zone: tzinfo, at: datetime) -> datetime:
    """The first second of what follows, within a step."""
    now = _state(zone, at)
    low, high = 0, int(_STEP.total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        if _state(zone, at + timedelta(seconds=middle)) == now:
            low = middle
        else:
            high = middle
    return at + timedelta(seconds=high)


def _phase(zone: tzinfo, at: datetime) -> _Phase:
    local = at.astimezone(zone)
    return _Phase(at, local.utcoffset() or _NONE, local.dst() or _NONE, local.tzname() or "")


def _state(zone: tzinfo, at: datetime) -> tuple[timedelta | None, bool]:
    """What makes a phase: its offset, and whether IANA has it for an exception."""
    local = at.astimezone(zone)
    return local.utcoffset(), bool(local.dst())


def _onsets(phases: Sequence[_Phase], first_year: int) -> list[_Onset]:
    """The changes, from the last one before the first year on; without one, from one that changes nothing."""
    daylight = [_is_daylight(phases, place) for place in range(len(phases))]
    onsets = [
        _Onset(_naive(its.start) + before.offset, before.offset, its.offset, summer, its.name)
        for before, its, summer in zip(phases, phases[1:], daylight[1:], strict=False)
    ]
    beginning = datetime(first_year, 1, 1)
    earlier = [its for its in onsets if its.wall < beginning]
    if earlier:
        return onsets[len(earlier) - 1 :]
    first = phases[0]
    start = beginning if onsets else datetime(min(first_year, 1970), 1, 1)
    return [_Onset(start, first.offset, first.offset, daylight[0], first.name), *onsets]


def _naive(instant: datetime) -> datetime:
    return instant.replace(tzinfo=None)


def _is_daylight(phases: Sequence[_Phase], place: int) -> bool:
    phase = phases[place]
    if phase.dst:
        return phase.dst > _NONE or _is_short(phases, place)
    back = place > 0 and phases[place - 1].dst < _NONE and not _is_short(phases, place - 1)
    return back and place + 1 < len(phases)


def _is_short(phases: Sequence[_Phase], place: int) -> bool:
    return place + 1 < len(phases) and phases[place + 1].start - phases[place].start < _SEASON


def _observances(onsets: Sequence[_Onset]) -> Iterator[_Observance]:
    kinds: dict[tuple[bool, timedelta, timedelta], list[_Onset]] = {}
    for onset in onsets:
        kinds.setdefault((onset.daylight, onset.before, onset.after), []).append(onset)
    for its in kinds.values():
        dates: list[_Onset] = []
        for run in _runs(its):
            if len(run.onsets) >= _RULE:
                yield run
            elif run.onsets[-1] is onsets[-1]:
                yield _Observance(run.onsets[-1:])
                dates += run.onsets[:-1]
            else:
                dates += run.onsets
        if dates:
            yield _Observance(sorted(dates, key=lambda its: its.wall))


def _runs(onsets: Sequence[_Onset]) -> Iterator[_Observance]:
    """Onsets in stretches of years with one rule, the last first: that of today is to be the longest."""
    run: list[_Onset] = []
    rules: set[_Rule] = set()
    for onset in reversed(onsets):
        naming = _rules_naming(onset.wall.date())
        if run and not (rules & naming and _year_before(onset.wall, run[-1].wall)):
            yield _run(run, rules)
            run = []
        rules = rules & naming if run else naming
        run.append(onset)
    if run:
        yield _run(run, rules)


def _year_before(one: datetime, other: datetime) -> bool:
    return one.year == other.year - 1 and one.time() == other.time()


def _run(run: Sequence[_Onset], rules: Iterable[_Rule]) -> _Observance:
    return _Observance(run[::-1], _rule_text(min(rules)), run[0].wall.year == _LAST_YEAR)


def _rules_naming(day: date) -> set[_Rule]:
    """The yearly rules that name a day."""
    month, weekday = day.month, WEEKDAYS[day.weekday()]
    length, longest = monthrange(day.year, month)[1], 28 if month == 2 else LONGEST[month - 1]
    nth = (day.day + 6) // 7
    rules = {(_DATE, month, weekday, day.day)}
    if nth <= 4:
        rules.add((_NTH, month, weekday, nth))
    if day.day > length - 7:
        rules.add((_NTH_FROM_END, month, weekday, -1))
    lows = range(max(1, day.day - 6), min(day.day, longest - 6) + 1)
    rules |= {(_AFTER, month, weekday, low) for low in lows}
    if month > 2:
        # From the year's end, as leap days would shift it from the beginning.
        place = day.timetuple().tm_yday - 366 - isleap(day.year)
        rules |= {(_OVER_A_MONTH, 0, weekday, low) for low in range(place - 6, place + 1)}
    return rules


def _rule_text(rule: _Rule) -> str:
    form, month, weekday, number = rule
    week = ",".join(map(str, range(number, number + 7)))
    return {
        _NTH: f"BYMONTH={month};BYDAY={number}{weekday}",
        _NTH_FROM_END: f"BYMONTH={month};BYDAY={number}{weekday}",
        _DATE: f"BYMONTH={month};BYMONTHDAY={number}",
        _AFTER: f"BYMONTH={month};BYDAY={weekday};BYMONTHDAY={week}",
        _OVER_A_MONTH: f"BYDAY={weekday};BYYEARDAY={week}",
    }[form]


def _written(observance: _Observance) -> bytes:
    first, *others = observance.onsets
    lines = [
        write("DTSTART", _time(first.wall)),
        write("TZOFFSETFROM", _offset(first.before)),
        write("TZOFFSETTO", _offset(first.after)),
        write_text("TZNAME", observance.onsets[-1].name),
    ]
    if observance.rule:
        until = "" if observance.endless else f";UNTIL={_time(others[-1].wall - first.before)}Z"
        lines.append(write("RRULE", f"FREQ=YEARLY;{observance.rule}{until}"))
    elif others:
        lines.append(write("RDATE", ",".join(_time(its.wall) for its in others)))
    kind = b"DAYLIGHT" if first.daylight else b"STANDARD"
    return b"".join((b"BEGIN:", kind, b"\r\n", *lines, b"END:", kind, b"\r\n"))


def _time(wall: datetime) -> str:
    return wall.isoformat().replace("-", "").replace(":", "")


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")
