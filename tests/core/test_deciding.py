"""What a person takes of an import, event by event and field by field, is what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agenda import Agenda
from core.calendar import Calendar
from core.change import MADE_HERE
from core.deciding import MOST, decided, differences, proposed, taken
from core.ics import component
from core.importing import carry_out, home_of, plan_import, read_sources
from core.object import CalendarObject
from core.planned import OTHER, Choice, Fate, ImportPlan, ImportReport, Item, Policy, Way
from core.progress import finish
from core.query import EventQuery
from core.store import Store
from tests.core.agendas import ics

ALL = EventQuery(hidden=True)
NOW = datetime(2026, 10, 10, 9, tzinfo=UTC)
OURS = ("SUMMARY:Conseil", "LOCATION:Mairie", "CONTACT:Zoé", "X-THEIRS:1", "SEQUENCE:1")
THEIRS = ("SUMMARY:Conseil communal", "LOCATION:Salle des fêtes", "CONTACT:Max", "X-THEIRS:2", "SEQUENCE:3")


def vevent(uid: str, *lines: str, day: str = "20221012") -> str:
    own = "".join(f"{line}\r\n" for line in lines)
    head = f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20220101T000000Z\r\nDTSTART;VALUE=DATE:{day}\r\n"
    return f"{head}{own}END:VEVENT\r\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(str(tmp_path / "agenda.parvis"), clock=lambda: NOW, zone="Europe/Brussels")
    yield store
    store.close()


def planned(store: Store, *events: str, calendar: int | Calendar | None = None) -> ImportPlan:
    return finish(plan_import(store, finish(read_sources([ics(*events)])), calendar))


def take(store: Store, plan: ImportPlan, policy: Policy | None = None, **choices: Choice) -> ImportReport:
    return finish(carry_out(store, finish(decided(plan, store.now(), choices, policy))))


def texts(store: Store) -> dict[str, str]:
    return {its.uid: its.text.decode() for its in store.objects(store.object_ids(ALL))}


def fates(plan: ImportPlan) -> dict[str, Fate]:
    return {item.uid: item.fate for item in plan.items}


def test_each_event_has_its_fate(store: Store) -> None:
    take(store, planned(store, *(vevent(uid, f"SUMMARY:{uid}", "SEQUENCE:1") for uid in "abcd")))
    Agenda(store, lambda: NOW).delete([its.id for its in store.objects_of("d")])
    plan = planned(
        store,
        vevent("a", "SUMMARY:a", "SEQUENCE:1"),
        vevent("b", "SUMMARY:B", "SEQUENCE:2"),
        vevent("c", "SUMMARY:C", "SEQUENCE:0"),
        vevent("d", "SUMMARY:d"),
        vevent("e", "SUMMARY:e"),
        vevent("f", "SUMMARY:B"),
    )
    assert fates(plan) == {
        **{"a": Fate.SAME, "b": Fate.CHANGED, "c": Fate.OLDER, "d": Fate.DELETED, "e": Fate.NEW},
        "f": Fate.NEW,  # the file itself has both
    }
    before = texts(store)
    left = Choice(Way.LEAVE)
    report = take(store, plan, b=left, e=left, f=left)
    assert (report.same, report.older_uids, report.deleted_uids, report.left_out) == (1, ("c",), ("d",), 3)
    assert (report.journal_id, report.total) == (0, 6)
    assert texts(store) == before


def test_all_of_a_file_is_stored_as_it_stands(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    plan = planned(store, vevent("a", *THEIRS))
    assert [its.key[2] for its in differences(plan.items[0])] == ["summary", "place", "contact", ""]
    last = differences(plan.items[0])[-1]
    assert (last.key, last.our_lines, last.their_lines) == (OTHER, "X-THEIRS:1", "X-THEIRS:2")
    assert take(store, plan).updated == 1
    assert texts(store) == {"a": vevent("a", *THEIRS)}


def test_some_fields_of_both(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    ours = frozenset({("", 0, "place"), ("", 0, "contact")})
    report = take(store, planned(store, vevent("a", *THEIRS)), a=Choice(Way.TAKE, ours))
    assert report.updated == 1
    text = texts(store)["a"]
    for line in ("SUMMARY:Conseil communal", "LOCATION:Mairie", "CONTACT:Zoé", "X-THEIRS:2", "SEQUENCE:4"):
        assert f"\r\n{line}\r\n" in text
    # It is later than either, so that the same file again would not undo it.
    assert fates(planned(store, vevent("a", *THEIRS))) == {"a": Fate.OLDER}
    store.revert(report.journal_id)
    assert "SUMMARY:Conseil\r\n" in texts(store)["a"]


def test_nothing_of_a_file_is_nothing_done(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    plan = planned(store, vevent("a", *THEIRS))
    every = frozenset(its.key for its in differences(plan.items[0]))
    report = take(store, plan, a=Choice(Way.TAKE, every))
    assert (report.updated, report.left_out, report.journal_id) == (0, 1, 0)
    assert texts(store) == {"a": vevent("a", *OURS)}


def test_what_no_field_stands_for_can_stay(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    take(store, planned(store, vevent("a", *THEIRS)), a=Choice(Way.TAKE, frozenset({OTHER})))
    text = texts(store)["a"]
    assert "X-THEIRS:1" in text
    assert "SUMMARY:Conseil communal\r\nLOCATION:Salle des fêtes" in text


def test_an_older_one_can_be_taken_and_is_then_the_same(store: Store) -> None:
    take(store, planned(store, vevent("a", *THEIRS)))
    plan = planned(store, vevent("a", *OURS))
    assert fates(plan) == {"a": Fate.OLDER}
    assert take(store, plan, a=Choice(Way.TAKE)).updated == 1
    assert "SUMMARY:Conseil\r\n" in texts(store)["a"]
    assert "SEQUENCE:1" not in texts(store)["a"]  # it goes forward
    assert fates(planned(store, vevent("a", *OURS))) == {"a": Fate.SAME}


def test_one_of_the_same_age_is_taken_as_it_stands(store: Store) -> None:
    take(store, planned(store, vevent("a", "SUMMARY:Un")))
    plan = planned(store, vevent("a", "SUMMARY:Deux"))
    assert fates(plan) == {"a": Fate.OLDER}
    take(store, plan, a=Choice(Way.TAKE))
    assert texts(store) == {"a": vevent("a", "SUMMARY:Deux")}


def test_what_was_deleted_comes_back_where_it_is_wanted(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    (stored,) = store.objects_of("a")
    deleted = Agenda(store, lambda: NOW).delete([stored.id])
    plan = planned(store, vevent("a", *THEIRS))
    assert take(store, plan).deleted_uids == ("a",)
    assert texts(store) == {}
    assert take(store, plan, Policy(again=True)).added == 1
    (back,) = store.objects_of("a")
    assert (back.id, back.text) == (stored.id, vevent("a", *THEIRS).encode())
    assert deleted.journal_id
    assert fates(planned(store, vevent("a", *THEIRS))) == {"a": Fate.SAME}


def test_what_an_undo_took_away_was_not_deleted(store: Store) -> None:
    report = take(store, planned(store, vevent("a", *OURS)))
    store.revert(report.journal_id)
    assert fates(planned(store, vevent("a", *OURS))) == {"a": Fate.NEW}


TWIN = vevent("b", "SUMMARY:CONSEIL", "LOCATION:Mairie", "CONTACT:Max", "URL:https://exemple.be")


def test_a_likely_twin_fills_what_ours_does_not_say(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    plan = planned(store, TWIN)
    assert fates(plan) == {"b": Fate.TWIN}
    assert proposed(plan.items[0]) == {("", 0, "summary"), ("", 0, "contact")}
    report = take(store, plan, Policy(merging=True))
    assert (report.added, report.updated) == (0, 1)
    (text,) = texts(store).values()
    assert "UID:a\r\n" in text
    assert "URL:https://exemple.be\r\n" in text
    assert "CONTACT:Zoé\r\n" in text
    assert take(store, planned(store, TWIN), Policy(merging=True)).same == 1


def test_a_likely_twin_gives_what_is_chosen_or_stands_beside_ours(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    plan = planned(store, TWIN)
    take(store, plan, b=Choice(Way.TAKE, frozenset({("", 0, "summary"), ("", 0, "url")})))
    assert "CONTACT:Max\r\n" in texts(store)["a"]
    assert "URL" not in texts(store)["a"]
    report = take(store, planned(store, TWIN))
    assert (report.added, report.twin_uids) == (1, ("b",))
    assert texts(store)["b"] == TWIN


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("SUMMARY:Conseil", "LOCATION:Mairie"), "20221013"),
        (("SUMMARY:Conseil", "LOCATION:Gare"), "20221012"),
        (("SUMMARY:Conseil",), "20221012"),
        (("SUMMARY:Fête", "LOCATION:Mairie"), "20221012"),
        (("LOCATION:Mairie",), "20221012"),
    ],
)
def test_others_are_no_twins(store: Store, lines: tuple[str, ...], day: str) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    assert fates(planned(store, vevent("b", *lines, day=day))) == {"b": Fate.NEW}


def test_a_twin_is_of_one_and_of_this_calendar(store: Store) -> None:
    take(store, planned(store, vevent("a", *OURS)))
    full = vevent("c", "SUMMARY:Conseil", "LOCATION:Mairie\\, Rue 1")
    assert fates(planned(store, TWIN, full)) == {"b": Fate.TWIN, "c": Fate.NEW}
    made = Calendar(0, "Culture")
    plan = planned(store, TWIN, calendar=made)
    assert (fates(plan), plan.calendar_id) == ({"b": Fate.NEW}, MADE_HERE)
    assert take(store, plan).added == 1
    assert [its.name for its in store.calendars()][-1] == "Culture"


def test_files_are_at_home_where_most_of_their_events_are(store: Store) -> None:
    readings = finish(read_sources([ics(vevent("a"), vevent("b"))]))
    assert home_of(store, readings) == 0
    other = Agenda(store, lambda: NOW).create_calendar("Culture").change.calendars[0].id
    take(store, planned(store, vevent("b"), calendar=other))
    assert home_of(store, readings) == other


LINES = ("SUMMARY", "LOCATION", "CONTACT", "X-A")


@settings(max_examples=25)
@given(st.lists(st.sampled_from("123"), min_size=8, max_size=8), st.sets(st.sampled_from(range(4))))
def test_each_field_is_one_of_the_two(values: list[str], kept: set[int]) -> None:
    """Whatever is chosen, each field is as it is here or in the file, and nothing else changes."""
    here, there = (
        vevent("a", *(f"{name}:{value}" for name, value in zip(LINES, values[at : at + 4], strict=True)))
        for at in (0, 4)
    )
    item = Item(Fate.CHANGED, "a", there.encode(), CalendarObject(1, 1, "a", here.encode()))
    keys = [("", 0, "summary"), ("", 0, "place"), ("", 0, "contact"), OTHER]
    text = taken(item, frozenset(keys[at] for at in kept), NOW).decode()
    wanted = [f"{LINES[at]}:{values[at if at in kept else at + 4]}\r\n" for at in range(4)]
    assert [line in text for line in wanted] == [True] * 4


def test_dates_of_a_series_are_told_apart() -> None:
    master, moved = vevent("a", "SUMMARY:Cours", "RRULE:FREQ=DAILY"), "RECURRENCE-ID;VALUE=DATE:20221013"
    here = (master + vevent("a", moved, "SUMMARY:Ici")).encode()
    there = (master.replace("Cours", "Cours 2") + vevent("a", moved, "SUMMARY:Là")).encode()
    item = Item(Fate.CHANGED, "a", there, CalendarObject(1, 1, "a", here))
    assert [its.key for its in differences(item)] == [("", 0, "summary"), ("20221013", 0, "summary")]
    text = taken(item, frozenset({("20221013", 0, "summary")}), NOW)
    summaries = [component.read(text, ref).summary for ref in component.components(text)]
    assert summaries == ["Cours 2", "Ici"]
    assert differences(replace(item, stored=None)) == []


def with_zone(offset: str, uid: str, *lines: str) -> bytes:
    """An event at ten o’clock in a zone that the file alone describes."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Chez nous\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    its = vevent(uid, *lines).replace(";VALUE=DATE:20221012", ";TZID=Chez nous:20221012T100000")
    return ics(zone, its)


@pytest.mark.parametrize(
    ("uid", "key"), [("a", ("", 0, "when")), ("b", ("", 0, "summary"))], ids=["time of ours", "twin"]
)
def test_a_time_that_stays_is_read_by_its_own_zone(store: Store, uid: str, key: tuple[str, int, str]) -> None:
    def read(data: bytes) -> ImportPlan:
        return finish(plan_import(store, finish(read_sources([data])), None))

    take(store, read(with_zone("+0200", "a", "SUMMARY:Conseil", "SEQUENCE:1")))
    later = ("SUMMARY:Conseil", "SEQUENCE:2", "CONTACT:Max")
    plan = read(with_zone("+0300", uid, *later).replace(b"T100000\r\nSUMMARY", b"T110000\r\nSUMMARY"))
    (item,) = plan.items
    assert item.fate is (Fate.CHANGED if uid == "a" else Fate.TWIN)
    take(store, plan, Policy(merging=True), **{uid: Choice(Way.TAKE, proposed(item) | {key})})
    (stored,) = store.objects_of("a")
    assert b"CONTACT:Max" in stored.text
    assert b"T100000" in stored.text
    assert b"TZOFFSETTO:+0200" in store.vtimezones([stored.id])[stored.id]["Chez nous"]


def test_all_as_here_holds_for_the_dates_too_that_are_not_compared(store: Store) -> None:
    def series(sequence: int) -> str:
        days = [f"{20220101 + number // 25 * 100 + number % 25}" for number in range(MOST + 1)]
        dates = (
            vevent("a", f"RECURRENCE-ID;VALUE=DATE:{day}", f"SUMMARY:{sequence}", day=day) for day in days
        )
        stamps = "RRULE:FREQ=DAILY", f"SEQUENCE:{sequence}"
        return "".join((vevent("a", *stamps, day="20220101"), *dates))

    take(store, planned(store, series(1)))
    plan = planned(store, series(2))
    (item,) = plan.items
    take(store, plan, a=Choice(Way.TAKE, frozenset(its.key for its in differences(item))))
    assert "SUMMARY:2" not in texts(store)["a"]
