"""One date of a series edited, deleted and restored: this one, this and the following, or all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from core.errors import NotFound, StaleChange
from core.event import Place, Status
from core.ics import component
from core.object import ComponentRef
from core.occurrence import Scope
from core.recurrence import occurrences
from core.stamps import content
from core.store import Applied
from core.when import Moment, When
from tests.core.agendas import ZONE, Desk, texts, vevent

HERE = ZoneInfo(ZONE)
ALWAYS = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
ONE, FOLLOWING, ALL = Scope.ONE, Scope.FOLLOWING, Scope.ALL


def at(text: str, tzid: str | None = ZONE) -> Moment:
    """A date, or a time of some zone."""
    return Moment(date.fromisoformat(text)) if len(text) == 10 else Moment(datetime.fromisoformat(text), tzid)


def put(here: Desk, *lines: str, others: bytes = b"", start: str = "20260310T180000") -> ComponentRef:
    """Tuesdays from the tenth of March on, for two hours."""
    zone = f"DTSTART;TZID={ZONE}:{start}" if "T" in start else f"DTSTART;VALUE=DATE:{start}"
    length = ("DURATION:PT2H",) if "T" in start else ()
    return ComponentRef(
        here.put(vevent("X-OTHER;X-A=b:kept", zone, *length, "SUMMARY:talk", *lines) + others)
    )


def shown(text: bytes) -> list[str]:
    """When and under which name an object takes place."""
    events = [component.read(text, ref) for ref in component.components(text)]
    found = islice(occurrences(events, *ALWAYS, local=HERE), 30)
    return [
        f"{str(its.when.start).removesuffix(f'[{ZONE}]').replace(':00:00', 'h')} {events[its.event].summary}"
        for its in found
    ]


def all_shown(here: Desk) -> list[str]:
    return sorted(its for text in texts(here.store).values() for its in shown(text))


def edit(
    here: Desk, ref: ComponentRef, day: Moment, scope: Scope, **fields: object
) -> tuple[Applied, ComponentRef]:
    before = here.agenda.occurrence(ref, day)
    after = replace(before, **fields)  # type: ignore[arg-type]  # by field name
    return here.agenda.edit_occurrence(ref, day, before, after, scope)


def weekly(here: Desk, others: bytes = b"") -> ComponentRef:
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM"
    return put(here, "RRULE:FREQ=WEEKLY;COUNT=4", f"EXDATE;TZID={ZONE}:20260317T180000", alarm, others=others)


def changed_date(day: str, *lines: str, future: bool = False) -> bytes:
    span = ";RANGE=THISANDFUTURE" if future else ""
    return vevent(f"RECURRENCE-ID;TZID={ZONE}{span}:{day}T180000", *lines)


def test_an_occurrence_is_the_series_at_its_own_time(here: Desk) -> None:
    ref = weekly(here, changed_date("20260331", f"DTSTART;TZID={ZONE}:20260331T200000", "SUMMARY:other"))
    plain = here.agenda.occurrence(ref, at("2026-03-24T17:00", "UTC"))
    assert (plain.summary, plain.recurrence_id) == ("talk", at("2026-03-24T18:00"))
    assert plain.when == When(at("2026-03-24T18:00"), at("2026-03-24T20:00"))
    assert plain.recurrence == here.event(ref).recurrence
    other = here.agenda.occurrence(ref, at("2026-03-31T18:00"))
    assert (other.summary, other.when.start) == ("other", at("2026-03-31T20:00"))
    for missing in (at("2026-03-17T18:00"), at("2026-03-24T19:00"), at("2026-04-07T18:00")):
        with pytest.raises(NotFound):
            here.agenda.occurrence(ref, missing)
    with pytest.raises(NotFound):
        here.agenda.occurrence(here.add("single"), at("2026-03-10"))
    with pytest.raises(NotFound):
        here.agenda.occurrence(ComponentRef(99), at("2026-03-10"))


def test_one_date_gets_a_vevent_of_its_own(here: Desk) -> None:
    ref = weekly(here)
    before = here.object(ref)
    _, made = edit(here, ref, at("2026-03-24T18:00"), ONE, summary="other")
    text = here.object(ref).text
    assert text.startswith(before.text)
    own = text.removeprefix(before.text)
    assert b"X-OTHER;X-A=b:kept\r\n" in own
    assert b"DURATION:PT2H\r\n" in own
    assert b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\n" in own
    assert f"RECURRENCE-ID;TZID={ZONE}:20260324T180000\r\n".encode() in own
    assert b"RRULE" not in own
    assert b"EXDATE" not in own
    assert b"SEQUENCE" not in own
    assert shown(text) == ["2026-03-10T18h talk", "2026-03-24T18h other", "2026-03-31T18h talk"]
    assert made == ComponentRef(ref.object_id, "20260324T180000")
    here.edit(made, when=When(at("2026-03-25T18:00"), at("2026-03-25T19:00")))
    assert "2026-03-25T18h other" in shown(here.object(ref).text)
    here.agenda.edit_occurrence(
        ref,
        at("2026-03-24T18:00"),
        here.agenda.occurrence(made, at("2026-03-24T18:00")),
        replace(here.agenda.occurrence(made, at("2026-03-24T18:00")), status=Status.CANCELLED),
        ONE,
    )
    assert here.event(made).status is Status.CANCELLED
    assert len(component.components(here.object(ref).text)) == 2
    restored = here.agenda.restore_occurrence(made, at("2026-03-24T18:00"))
    assert shown(here.object(ref).text) == shown(before.text)
    assert b"SEQUENCE:1" in here.object(ref).text
    with pytest.raises(NotFound):
        here.agenda.restore_occurrence(ref, at("2026-03-24T18:00"))
    here.store.revert(restored.journal_id)
    assert "2026-03-25T18h other" in shown(here.object(ref).text)


@pytest.mark.parametrize(
    ("start", "end", "own"),
    [
        ("20260310", "DTEND;VALUE=DATE:20260311", b"DTEND;VALUE=DATE:20260318\r\n"),
        ("20260310T180000", f"DTEND;TZID={ZONE}:20260310T180000", b""),
    ],
)
def test_a_date_of_the_shortest_length_ends_after_it_starts(
    here: Desk, start: str, end: str, own: bytes
) -> None:
    if "T" in start:
        text = vevent(f"DTSTART;TZID={ZONE}:{start}", end, "RRULE:FREQ=WEEKLY", "SUMMARY:talk")
        ref, day = ComponentRef(here.put(text)), at("2026-03-17T18:00")
    else:
        ref, day = put(here, "RRULE:FREQ=WEEKLY", end, start=start), at("2026-03-17")
    edit(here, ref, day, ONE, summary="other")
    made = here.object(ref).text.partition(b"RECURRENCE-ID")[0].rpartition(b"BEGIN:VEVENT")[2]
    found = [line for line in made.splitlines(keepends=True) if line.startswith(b"DTEND")]
    assert b"".join(found) == own


def test_following_dates_become_an_event_of_their_own(here: Desk) -> None:
    late = changed_date("20260331", f"DTSTART;TZID={ZONE}:20260331T200000", "SUMMARY:other")
    ref = weekly(here, late)
    before = here.object(ref)
    applied, made = edit(here, ref, at("2026-03-24T18:00"), FOLLOWING, summary="new", place=Place(("Here",)))
    assert shown(here.object(ref).text) == ["2026-03-10T18h talk"]
    assert b"RRULE:FREQ=WEEKLY;COUNT=2\r\n" in here.object(ref).text
    text = here.object(made).text
    assert shown(text) == ["2026-03-24T18h new", "2026-03-31T20h other"]
    assert b"RELATED-TO;RELTYPE=SIBLING:put@example.org\r\n" in text
    assert b"RRULE:FREQ=WEEKLY;COUNT=2\r\n" in text
    assert text.count(b"LOCATION:Here") == 2
    assert text.count(b"SEQUENCE:0") == 2
    assert text.count(f"UID:{here.event(made).uid}".encode()) == 2
    here.store.revert(applied.journal_id)
    assert list(map(content, texts(here.store).values())) == [content(before.text)]


def test_an_edit_goes_on_with_what_it_cut_off(here: Desk) -> None:
    ref = weekly(here)
    applied, made = edit(here, ref, at("2026-03-24T18:00"), FOLLOWING, summary="n")
    again = here.edit(made, amend=applied.journal_id, summary="new")
    assert again.journal_id == applied.journal_id
    here.store.revert(applied.journal_id)
    assert all_shown(here) == ["2026-03-10T18h talk", "2026-03-24T18h talk", "2026-03-31T18h talk"]


@pytest.mark.parametrize(
    ("rule", "start", "head"),
    [
        ("FREQ=DAILY", "20260326T023000", "FREQ=DAILY;UNTIL=20260328T012959Z"),
        # 02:30 is skipped on the 29th, and would be read as 03:30.
        ("FREQ=DAILY", "20260327T023000", "FREQ=DAILY;UNTIL=20260329T005959Z"),
        ("FREQ=DAILY", "20260327", "FREQ=DAILY;UNTIL=20260328"),
        ("FREQ=DAILY;UNTIL=20260331", "20260327", "FREQ=DAILY;UNTIL=20260328"),
        ("FREQ=DAILY;COUNT=5", "20260327", "FREQ=DAILY;COUNT=2"),
    ],
)
def test_where_a_rule_ends(here: Desk, rule: str, start: str, head: str) -> None:
    ref = put(here, f"RRULE:{rule}", start=start)
    before = all_shown(here)
    third = here.event(ref).when.start.plus(timedelta(days=2))
    edit(here, ref, third, FOLLOWING, status=Status.TENTATIVE)
    assert here.event(ref).recurrence.rrules == (head,)
    assert all_shown(here)[: len(before) // 2] == before[: len(before) // 2]


def test_the_first_date_and_those_after_it_are_all(here: Desk) -> None:
    ref = weekly(here)
    _, made = edit(here, ref, at("2026-03-10T18:00"), FOLLOWING, summary="new")
    assert made == ref
    assert {its[15:] for its in all_shown(here)} == {"new"}


def test_all_dates_move_as_one_does(here: Desk) -> None:
    moved = changed_date("20260331", f"DTSTART;TZID={ZONE}:20260401T200000", "SUMMARY:talk", "LOCATION:There")
    ref = weekly(here, moved)
    when = When(at("2026-03-25T19:00"), at("2026-03-25T20:00"))
    edit(here, ref, at("2026-03-24T18:00"), ALL, when=when, summary="new", place=Place(("Here",)))
    assert all_shown(here) == ["2026-03-11T19h new", "2026-03-25T19h new", "2026-04-01T20h new"]
    assert here.event(ref).when == When(at("2026-03-11T19:00"), at("2026-03-11T20:00"))
    assert here.event(ComponentRef(ref.object_id, "20260401T190000")).place == Place(("There",))


def test_all_dates_move_as_one_with_a_time_of_its_own_does(here: Desk) -> None:
    ref = weekly(here, changed_date("20260331", f"DTSTART;TZID={ZONE}:20260331T200000", "SUMMARY:other"))
    edit(here, ref, at("2026-03-31T18:00"), ALL, when=When(at("2026-03-31T18:00"), at("2026-03-31T18:30")))
    assert all_shown(here) == ["2026-03-10T16h talk", "2026-03-24T16h talk", "2026-03-31T18h other"]


def test_all_dates_become_days_and_times_again(here: Desk) -> None:
    ref = weekly(here)
    edit(here, ref, at("2026-03-24T18:00"), ALL, when=When.days(date(2026, 3, 24)))
    assert all_shown(here) == ["2026-03-10 talk", "2026-03-24 talk", "2026-03-31 talk"]
    times = When(at("2026-03-25T10:00"), at("2026-03-25T11:00"))
    edit(here, ref, at("2026-03-24"), ALL, when=times)
    assert all_shown(here) == ["2026-03-11T10h talk", "2026-03-25T10h talk", "2026-04-01T10h talk"]


def test_a_rule_changes_from_a_date_on(here: Desk) -> None:
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=4", f"RDATE;TZID={ZONE}:20260312T180000,20260402T180000")
    recurrence = replace(here.event(ref).recurrence, rrules=("FREQ=DAILY;COUNT=2",))
    edit(here, ref, at("2026-03-24T18:00"), FOLLOWING, recurrence=recurrence)
    assert [its[:13] for its in all_shown(here)] == [
        *("2026-03-10T18", "2026-03-12T18", "2026-03-17T18"),
        *("2026-03-24T18", "2026-03-25T18", "2026-04-02T18"),
    ]


def test_a_cut_before_a_further_date(here: Desk) -> None:
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=4", f"RDATE;TZID={ZONE}:20260319T180000")
    _, made = edit(here, ref, at("2026-03-19T18:00"), FOLLOWING, summary="new")
    assert [its[:10] for its in shown(here.object(ref).text)] == ["2026-03-10", "2026-03-17"]
    assert [its[:10] for its in shown(here.object(made).text)] == ["2026-03-19", "2026-03-24", "2026-03-31"]


def test_deleting_dates(here: Desk) -> None:
    ref = weekly(here, changed_date("20260331", "SUMMARY:other"))
    here.agenda.delete_occurrence(ref, at("2026-03-31T18:00"), ONE)
    assert shown(here.object(ref).text) == ["2026-03-10T18h talk", "2026-03-24T18h talk"]
    assert f"EXDATE;TZID={ZONE}:20260317T180000\r\n".encode() in here.object(ref).text
    assert b"SEQUENCE:1" in here.object(ref).text
    applied = here.agenda.delete_occurrence(ref, at("2026-03-24T18:00"), FOLLOWING)
    assert shown(here.object(ref).text) == ["2026-03-10T18h talk"]
    here.store.revert(applied.journal_id)
    assert len(shown(here.object(ref).text)) == 2
    here.agenda.delete_occurrence(ref, at("2026-03-10T18:00"), ONE)
    here.agenda.delete_occurrence(ref, at("2026-03-24T18:00"), ONE)
    assert here.store.object(ref.object_id) is None


@pytest.mark.parametrize(("day", "scope"), [("2026-03-10", FOLLOWING), ("2026-03-24", ALL)])
def test_deleting_all_dates(here: Desk, day: str, scope: Scope) -> None:
    twin = vevent("DTSTART;VALUE=DATE:20260401", "SUMMARY:twin")
    ref = weekly(here, changed_date("20260331", "SUMMARY:other") + twin)
    here.agenda.delete_occurrence(ref, at(f"{day}T18:00"), scope)
    assert here.object(ref).text == twin


def test_of_two_that_stand_for_one_date_one_goes(here: Desk) -> None:
    twins = changed_date("20260324", "SUMMARY:a") + changed_date("20260324", "SUMMARY:b")
    ref = weekly(here, twins)
    here.agenda.delete_occurrence(ComponentRef(ref.object_id, "20260324T180000"), at("2026-03-24T18:00"), ONE)
    assert shown(here.object(ref).text) == ["2026-03-10T18h talk", "2026-03-24T18h b", "2026-03-31T18h talk"]


# Overrides that hold from their date on


def held(here: Desk) -> ComponentRef:
    lines = f"DTSTART;TZID={ZONE}:20260318T190000", f"DTEND;TZID={ZONE}:20260318T200000", "SUMMARY:held"
    others = changed_date("20260317", *lines, future=True) + changed_date("20260331", "SUMMARY:own")
    return put(here, "RRULE:FREQ=WEEKLY;COUNT=5", others=others)


HELD = ["2026-03-10T18h talk", "2026-03-18T19h held", "2026-03-25T19h held", "2026-03-31T18h own"]


def test_one_date_of_those_that_are_held(here: Desk) -> None:
    ref = held(here)
    assert shown(here.object(ref).text) == [*HELD, "2026-04-08T19h held"]
    edit(here, ref, at("2026-03-17T18:00"), ONE, summary="first")
    edit(here, ref, at("2026-04-07T18:00"), ONE, summary="last")
    assert shown(here.object(ref).text) == [
        *(HELD[0], "2026-03-18T19h first", HELD[2], HELD[3], "2026-04-08T19h last")
    ]
    here.agenda.delete_occurrence(ref, at("2026-03-24T18:00"), ONE)
    assert "2026-03-25T19h held" not in shown(here.object(ref).text)


def test_the_first_of_those_that_are_held_goes_alone(here: Desk) -> None:
    ref = held(here)
    here.agenda.delete_occurrence(ref, at("2026-03-17T18:00"), ONE)
    assert shown(here.object(ref).text) == [HELD[0], *HELD[2:], "2026-04-08T19h held"]


def test_one_that_holds_ends_where_another_one_begins(here: Desk) -> None:
    first = changed_date("20260310", f"DTSTART;TZID={ZONE}:20260311T180000", "SUMMARY:first", future=True)
    other = changed_date("20260317", f"DTSTART;TZID={ZONE}:20260319T180000", "SUMMARY:other", future=True)
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=4", others=first + other)
    before = shown(here.object(ref).text)
    edit(here, ref, at("2026-03-10T18:00"), ONE, summary="new")
    assert shown(here.object(ref).text) == ["2026-03-11T18h new", *before[1:]]


def test_a_cut_before_the_start_among_further_dates(here: Desk) -> None:
    rdates = f"RDATE;TZID={ZONE}:20260303T180000,20260305T180000"
    own = changed_date("20260303", f"DTSTART;TZID={ZONE}:20260303T190000", "SUMMARY:own")
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=2", rdates, others=own)
    before = shown(here.object(ref).text)
    edit(here, ref, at("2026-03-05T18:00"), FOLLOWING, summary="new")
    assert all_shown(here) == [before[0], *(its.replace("talk", "new") for its in before[1:])]
    edit(here, ref, at("2026-03-03T18:00"), ONE, summary="mine")
    assert shown(here.object(ref).text) == ["2026-03-03T19h mine"]


def test_a_cut_behind_what_stands_for_no_date(here: Desk) -> None:
    alone = changed_date("20260303", f"DTSTART;TZID={ZONE}:20260303T180000", "SUMMARY:alone")
    ref = put(here, "RRULE:FREQ=WEEKLY;COUNT=2", others=alone)
    edit(here, ref, at("2026-03-10T18:00"), FOLLOWING, summary="new")
    assert all_shown(here) == ["2026-03-03T18h alone", "2026-03-10T18h new", "2026-03-17T18h new"]


def test_a_cut_among_those_that_are_held(here: Desk) -> None:
    ref = held(here)
    _, made = edit(here, ref, at("2026-03-24T18:00"), FOLLOWING, summary="new")
    assert shown(here.object(ref).text) == HELD[:2]
    assert shown(here.object(made).text) == ["2026-03-25T19h new", "2026-03-31T18h own", "2026-04-08T19h new"]


def test_all_of_those_that_are_held(here: Desk) -> None:
    ref = held(here)
    edit(here, ref, at("2026-03-24T18:00"), ALL, when=When(at("2026-03-25T20:00"), at("2026-03-25T21:00")))
    assert [its[:13] for its in shown(here.object(ref).text)] == [
        *("2026-03-10T19", "2026-03-18T20", "2026-03-25T20", "2026-03-31T19", "2026-04-08T20")
    ]


def test_what_others_changed_meanwhile(here: Desk) -> None:
    ref = weekly(here)
    day = at("2026-03-24T18:00")
    before = here.agenda.occurrence(ref, day)
    here.edit(ref, summary="theirs", cost="5")
    with pytest.raises(StaleChange):
        here.agenda.edit_occurrence(ref, day, before, replace(before, summary="ours"), ONE)
    _, made = here.agenda.edit_occurrence(ref, day, before, replace(before, contact="ours"), ONE)
    assert (here.event(made).summary, here.event(made).contact) == ("theirs", "ours")
    same, ref_again = here.agenda.edit_occurrence(ref, day, here.event(made), here.event(made), ALL)
    assert (same.journal_id, ref_again) == (0, made)
    with pytest.raises(StaleChange):
        here.agenda.edit_occurrence(ComponentRef(99), day, before, replace(before, summary="x"), ONE)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("TZID=America/New_York:20260310T180000", "20260317T180000"),  # on the series' own clock
        ("VALUE=DATE:20260310", "20260316T230000Z"),  # midnight here
        (f"TZID={ZONE}:20260310T180000", "20260317"),
    ],
)
def test_an_override_may_name_its_date_in_another_way(here: Desk, start: str, name: str) -> None:
    head = start[: start.index(":") + 1]
    tail = start[start.index(":") + 1 :].replace("20260310", "20260318")
    value = ";VALUE=DATE" if len(name) == 8 else ""
    other = vevent(f"RECURRENCE-ID{value}:{name}", f"DTSTART;{head}{tail}", "SUMMARY:other")
    ref = ComponentRef(
        here.put(vevent(f"DTSTART;{start}", "SUMMARY:talk", "RRULE:FREQ=WEEKLY;COUNT=3") + other)
    )
    asked = here.event(ComponentRef(ref.object_id, name)).recurrence_id
    assert asked is not None
    applied, _ = edit(here, ref, asked, FOLLOWING, summary="new")
    assert [its.split()[1] for its in all_shown(here)] == ["talk", "new", "new"]
    here.agenda.revert(applied.journal_id)
    here.agenda.delete_occurrence(ref, asked, ONE)
    assert [its[:10] for its in all_shown(here)] == ["2026-03-10", "2026-03-24"]


def test_dates_at_the_ends_of_the_calendar(here: Desk) -> None:
    for first in ("0001-01-01", "9999-12-28"):
        ref = put(here, "RRULE:FREQ=DAILY;COUNT=3", start=first.replace("-", ""))
        _, made = edit(here, ref, at(first), ONE, summary="first")
        assert here.event(made).summary == "first"
        with pytest.raises(NotFound):
            here.agenda.occurrence(ref, at("9999-12-31"))
        here.agenda.delete([ref.object_id])
