"""Whatever the series, an edit or a deletion of some of its dates leaves all others as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.change import Swap
from core.event import Event
from core.ics import component
from core.ics.lines import write_text
from core.ics.typed import moments
from core.object import CalendarObject, ComponentRef
from core.occurrence import Dated, Scope
from core.recurrence import Occurrence, occurrences
from core.scoped import deleted, edited
from core.series import Clock
from core.when import DAY, Moment, When, iana
from tests.core.agendas import NOW

HERE = ZoneInfo("Europe/Paris")
CLOCKS = HERE, iana
CLOCK = Clock(*CLOCKS)
SPAN = datetime(2025, 1, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)
REF = ComponentRef(0)

# Around the days on which clocks are changed, Casablanca's before and after Ramadan.
BEGINNINGS = [date(2026, 3, 24), date(2026, 10, 22), date(2026, 10, 29), date(2026, 2, 12), date(2026, 3, 31)]
ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC", None, "days"]
RULES = [
    *("FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,SU;INTERVAL=2"),
    *(
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=YEARLY;BYMONTH=3,10",
    ),
    *("FREQ=DAILY;BYHOUR=2,9;BYMINUTE=30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
]

Shown = Counter[tuple[datetime, timedelta, str]]


def found(text: bytes) -> list[tuple[Event, Occurrence]]:
    events = [component.read(text, ref) for ref in component.components(text)]
    return [(events[its.event], its) for its in occurrences(events, *SPAN, local=HERE)]


def shown(*texts: bytes) -> Shown:
    return Counter(
        (CLOCK.instant(its.when.start), its.when.length, event.summary)
        for text in texts
        for event, its in found(text)
    )


def vevent(*lines: bytes, summary: str) -> bytes:
    head, end = b"BEGIN:VEVENT\r\nUID:a\r\n", b"END:VEVENT\r\n"
    return b"".join((head, write_text("SUMMARY", summary), *lines, end))


def times(when: When) -> tuple[bytes, bytes]:
    return moments("DTSTART", when.start), moments("DTEND", when.end)


@st.composite
def series(draw: st.DrawFn) -> tuple[bytes, list[Moment]]:
    """The text of one, and its first dates."""
    tzid, day, rule = (
        draw(st.sampled_from(ZONES)),
        draw(st.sampled_from(BEGINNINGS)),
        draw(st.sampled_from(RULES)),
    )
    clock = datetime(day.year, day.month, day.day, draw(st.sampled_from([1, 2, 9, 23])), 30)
    start = Moment(day) if tzid == "days" else Moment(clock, tzid)
    when = When(start, start.plus(DAY if tzid == "days" else timedelta(hours=2)))
    if tzid == "days":
        rule = rule.replace(";BYHOUR=2,9;BYMINUTE=30", "")
    if draw(st.booleans()):
        rule += f";COUNT={draw(st.integers(2, 9))}"
    elif draw(st.booleans()):
        rule += f";UNTIL={day + draw(st.integers(20, 300)) * DAY:%Y%m%d}" + (
            "" if tzid == "days" else "T093000Z"
        )
    lines = [*times(when), f"RRULE:{rule}\r\n".encode()]
    if draw(st.booleans()):
        lines.append(moments("RDATE", start.plus(draw(st.integers(1, 20)) * DAY)))
    dates = [its.when.start for _, its in islice(found(vevent(*lines, summary="old")), 8)]
    if draw(st.booleans()):
        lines.append(moments("EXDATE", draw(st.sampled_from(dates))))
    text = vevent(*lines, summary="old")
    for name in draw(st.lists(st.sampled_from(dates), max_size=2, unique=True)):
        moved = when.starting(name.plus(draw(st.integers(-3, 3)) * DAY))
        text += vevent(
            moments("RECURRENCE-ID", name), *times(moved), summary=draw(st.sampled_from(["old", "own"]))
        )
    return text, [its.recurrence_id for _, its in islice(found(text), 8) if its.recurrence_id]


def expected(text: bytes, scope: Scope, at: Moment) -> tuple[Shown, Shown]:
    """What stays as it is, and what the scope is about; by the names of the dates."""
    stays, goes = Shown(), Shown()
    for event, its in found(text):
        assert its.recurrence_id is not None
        name, named = CLOCK.instant(its.recurrence_id), CLOCK.instant(at)
        concerned = name == named if scope is Scope.ONE else name >= named
        key = CLOCK.instant(its.when.start), its.when.length, event.summary
        (goes if concerned else stays)[key] += 1
    return stays, goes


def texts(swaps: Iterable[Swap[CalendarObject]]) -> list[bytes]:
    return [its.after.text for its in swaps if its.after is not None]


quick = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])


@quick
@given(series(), st.data(), st.sampled_from([Scope.ONE, Scope.FOLLOWING]))
def test_other_dates_stay(given_: tuple[bytes, list[Moment]], data: st.DataObject, scope: Scope) -> None:
    text, dates = given_
    if not dates:
        return
    at = data.draw(st.sampled_from(dates))
    stays, goes = expected(text, scope, at)
    one = Dated(REF, at, scope)
    stored = CalendarObject(1, 1, "a", text)

    swap = deleted(stored, one, NOW, CLOCKS)
    assert (shown(swap.after.text) if swap.after else Shown()) == stays

    made = edited(stored, one, lambda event: replace(event, summary="new"), NOW, CLOCKS, "b")
    told = Shown()
    edited_date = next(event for event, its in found(text) if its.recurrence_id == at)
    for (start, length, summary), times_ in goes.items():
        # Other overrides with a summary of their own keep it.
        told[
            start,
            length,
            "new" if summary in ("old", edited_date.summary) and scope is Scope.ONE else summary,
        ] += times_
    after = shown(*texts(made.swaps))
    if scope is Scope.ONE:
        assert after == stays + told
    else:
        assert after - goes >= stays - goes
        assert {its[:2] for its in after} == {its[:2] for its in stays + goes}
        assert sum(after.values()) == sum((stays + goes).values())
        assert all(summary != "old" for (_, _, summary) in (after - stays))


@quick
@given(series(), st.data(), st.integers(-5, 5), st.integers(-60, 600))
def test_the_edited_date_is_where_it_was_put(
    given_: tuple[bytes, list[Moment]], data: st.DataObject, days: int, minutes: int
) -> None:
    text, dates = given_
    if not dates:
        return
    at, scope = data.draw(st.sampled_from(dates)), data.draw(st.sampled_from([Scope.ONE, Scope.FOLLOWING]))
    if scope is Scope.FOLLOWING and at == dates[0] and b"EXDATE" in text:
        return  # All move, and the rule may not name the start that is left out: it goes on as it was.
    stays, goes = expected(text, scope, at)
    span = days * DAY + (timedelta() if at.is_date else timedelta(minutes=minutes))
    wanted: list[When] = []

    def moved(event: Event) -> Event:
        wanted.append(event.when.starting(event.when.start.plus(span)))
        return replace(event, when=wanted[-1])

    made = edited(CalendarObject(1, 1, "a", text), Dated(REF, at, scope), moved, NOW, CLOCKS, "b")
    after = shown(*texts(made.swaps)) if made.swaps else shown(text)
    assert any(its[:2] == (CLOCK.instant(wanted[0].start), wanted[0].length) for its in after)
    if scope is Scope.ONE:
        assert sum((stays - after).values()) == 0
        assert sum(after.values()) == sum((stays + goes).values())
