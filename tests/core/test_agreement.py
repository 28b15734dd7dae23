"""Series take place when recurring-ical-events and libical say: those of other programs' files, and a few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from core.errors import NotICalendar
from core.event import Event, Recurrence
from core.ics import component
from core.ics.split import read_calendar
from core.ics.typed import moments
from core.known_zones import ObjectZones
from core.recurrence import occurrences
from core.rrule import read_rule
from core.rule_moving import with_parts
from core.series import Clock, later, until_wall
from core.when import DAY, Moment, When, Zones
from tests.core import libical
from tests.core.agendas import vevent

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "ics"
HERE = ZoneInfo("Europe/Brussels")

# How far, and how many dates, a series is followed.
YEARS = timedelta(days=3 * 366)
MOST = 40

_REPEATS = re.compile(rb"^(?:RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID)[;:]", re.MULTILINE)
_TIMES = re.compile(
    rb"^(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID)[;:].*\r\n(?:[ \t].*\r\n)*",
    re.MULTILINE,
)

# Where Parvis differs from recurring-ical-events: whose UID begins so, in which file, and what is right.
_START = "3.8.2.4: “This property defines the first instance in the recurrence set”, whatever the rule says"
_WEEKS = (
    "3.3.10: “Information, not contained in the rule, necessary to determine the various recurrence instance"
    " start time and dates are derived from the Start Time”: the start's weekday, and not all seven"
)
_DATES = (
    "3.2.19: “The TZID parameter MUST NOT be applied to DATE properties”, and so the days are those of here"
)
_UNTIL = (
    "3.3.10: UNTIL “MUST be specified in UTC”; where it is not, it is on the start's own clock, as both are"
)
OTHERWISE = {
    "ical-org__ical.net/YearlyByWeekNo2.ics": _WEEKS,
    "ical-org__ical.net/YearlyByWeekNo3.ics": _WEEKS,
    "ical4j__ical4j/blalor.ics": "3.8.4.4: an override is there; Apple wrote an EXDATE beside it",
    "ical4j__ical4j/friday13-NOT.ics": "RFC 2445 4.8.5.2: EXRULE, which it does not read",
    "ical4j__ical4j/google_aus_holidays.ics": _DATES,
    "pimutils__khal/event_dt_rrule_until_before_start.ics": _START,
    "pimutils__khal/event_dtr_no_tz_exdatez.ics": "3.2.19: a zone that nobody defines is that of here",
    "sabre-io__vobject/UntilRespectsTimezoneTest.ics": _UNTIL,
    "u01jmg3__ics-parser/ICal.ics": "“(UTC-05:00) Eastern Time (US & Canada)”, which it does not know",
    "u01jmg3__ics-parser/issue-343.ics": "3.3.5: a floating start is here, and UNTIL its last date",
}

# Where it differs from libical in what a rule makes of a wall time.
RULES_OTHERWISE = {
    "apple__ccs-caldavtester/4a527e_2.ics": "a SKIP that nobody knows is passed over, and the rule kept",
    "ical-org__ical.net/YearlyByWeekNo2.ics": _WEEKS,
}

# For where the corpus is not.
OWN = [
    *("FREQ=DAILY;INTERVAL=3;COUNT=20", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,SU;WKST=SU"),
    *("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630T220000Z", "FREQ=MONTHLY;BYMONTHDAY=-1,15", "FREQ=YEARLY"),
    *("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU"),
    *(
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYWEEKNO=10;BYDAY=TU",
        "FREQ=DAILY;BYMONTH=3;BYHOUR=9,18",
    ),
    *("FREQ=HOURLY;INTERVAL=7", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=WEEKLY;BYDAY=TU;COUNT=9"),
]


@dataclass(frozen=True, slots=True)
class Case:
    """An object of a file, and what its TZIDs stand for."""

    file: str
    text: bytes
    vtimezones: bytes
    events: list[Event]
    zones: Zones

    @property
    def clock(self) -> Clock:
        return Clock(HERE, self.zones)

    def span(self) -> tuple[datetime, datetime]:
        first = min(self.clock.instant(its.when.start) for its in self.events)
        last = later(first, YEARS)
        found = islice(occurrences(self.events, first, last, local=HERE, zones=self.zones), MOST)
        starts = [self.clock.instant(its.when.start) for its in found]
        return first, max(starts) if len(starts) == MOST else last

    def starts(self) -> set[datetime]:
        first, last = self.span()
        found = occurrences(self.events, first, last, local=HERE, zones=self.zones)
        return {at for its in found if first <= (at := self.clock.instant(its.when.start)) < last}


def case(file: str, text: bytes, vtimezones: dict[str, bytes]) -> Case:
    events = [component.read(text, ref) for ref in component.components(text)]
    return Case(file, text, b"".join(vtimezones.values()), events, ObjectZones({1: vtimezones}).of(1))


def cases() -> Iterator[Case]:
    zone = "TZID=Europe/Brussels:20260310T180000"
    for rule in OWN:
        text = vevent(f"DTSTART;{zone}", f"RRULE:{rule}", f"EXDATE;{zone.replace('0310', '0317')}")
        yield case(rule, text, {})
    seen = set()
    for path in sorted(SHARED.rglob("*.ics")):
        data = path.read_bytes()
        if not _REPEATS.search(data):
            continue
        try:
            read = read_calendar(data)
        except NotICalendar:
            continue
        for _, text in read.objects:
            # Many of the files have the same series under other names.
            times = (*_TIMES.findall(text), *read.vtimezones.values())
            if _REPEATS.search(text) and times not in seen:
                seen.add(times)
                yield case(path.relative_to(SHARED).as_posix(), text, read.vtimezones)


@pytest.fixture(scope="module")
def objects() -> list[Case]:
    return list(cases())


def theirs(its: Case) -> set[datetime] | None:
    """By recurring-ical-events; None for what it does not read, or hangs on."""
    first, last = its.span()
    if re.search(rb"FREQ=(?:SECOND|MINUTE)LY", its.text):
        return None
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + its.vtimezones
    try:
        calendar = icalendar.Calendar.from_ical(head + its.text + b"END:VCALENDAR\r\n")
        found = recurring_ical_events.of(calendar).between(first, last)
    except (ValueError, KeyError, TypeError, AttributeError, recurring_ical_events.InvalidCalendar):
        return None
    starts = set()
    for event in found:
        start = event["DTSTART"].dt
        if not isinstance(start, datetime):
            start = datetime.combine(start, datetime.min.time())
        starts.add((start if start.tzinfo else start.replace(tzinfo=HERE)).astimezone(UTC))
    return {start for start in starts if first <= start < last}


@pytest.mark.filterwarnings("ignore")
def test_the_dates_of_recurring_ical_events(objects: list[Case]) -> None:
    compared, differing = 0, set()
    for its in objects:
        expected = theirs(its)
        if expected is None:
            continue
        compared += 1
        if its.starts() != expected:
            differing.add(its.file)
    assert differing == (set(OTHERWISE) if SHARED.exists() else set())
    assert compared > (400 if SHARED.exists() else 10)


def floating(its: Case, event: Event) -> tuple[bytes, set[datetime]]:
    """A series on its own clock, without its zone, as libical's are then; and its wall times."""
    clock, start = its.clock, event.when.start

    def wall(moment: Moment) -> Moment:
        on_it = moment.is_date or start.is_date or moment.tzid in (start.tzid, None)
        return Moment(moment.wall if on_it else clock.wall(clock.instant(moment), start).replace(fold=0))

    rules = []
    for its_rule in event.recurrence.rrules:
        rule = read_rule(its_rule)
        until = rule and until_wall(rule, start, clock)
        end = until.strftime("%Y%m%d" if start.is_date else "%Y%m%dT%H%M%S") if until else None
        rules.append(with_parts(its_rule, UNTIL=end) if end else its_rule)
    recurrence = Recurrence(
        tuple(rules),
        tuple(wall(its.start if isinstance(its, When) else its) for its in event.recurrence.rdates),
        tuple(map(wall, event.recurrence.exdates)),
    )
    bare = Event(
        "a", When(wall(start), wall(start).plus(timedelta(days=start.is_date))), recurrence=recurrence
    )
    text = vevent(
        moments("DTSTART", bare.when.start).decode().strip(),
        *(f"RRULE:{rule}" for rule in recurrence.rrules),
        *(moments("RDATE", its).decode().strip() for its in recurrence.rdates),
        *(moments("EXDATE", its).decode().strip() for its in recurrence.exdates),
    )
    first = bare.when.start.wall_time.replace(tzinfo=UTC)
    found = islice(occurrences([bare], first, later(first, YEARS), local=UTC), MOST)
    return text, {its.when.start.wall_time for its in found}


def test_the_dates_of_libical(objects: list[Case]) -> None:
    compared, differing = 0, set()
    for its in objects:
        for event in its.events:
            rules = [read_rule(rule) for rule in event.recurrence.rrules]
            # Its EXRULE takes seconds, and leaves nothing out.
            if not rules or None in rules or event.recurrence_id is not None or event.recurrence.exrules:
                continue
            text, ours = floating(its, event)
            first = event.when.start.wall_time
            last = max(ours) if len(ours) == MOST else later(first, YEARS)
            expected = libical.starts(text, later(first, -DAY), last)
            compared += 1
            # libical leaves the start out where its rule does not name it.
            if {at for at in ours if first < at < last} != {at for at in expected if first < at < last}:
                differing.add(its.file)
    assert differing == (set(RULES_OTHERWISE) if SHARED.exists() else set())
    assert compared > (400 if SHARED.exists() else 10)
