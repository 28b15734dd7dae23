"""Chosen events leave as they are stored, in a file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from core.agenda import Agenda
from core.change import Change, Deed, Swap
from core.clients.draft import Task
from core.clients.profile import Profile
from core.errors import FileProblem, NothingToExport, TooLarge, WouldOverwriteAgenda
from core.exporting import (
    MOST_AT_ONCE,
    agenda_name,
    calendar_text,
    export_events,
    plan_export,
    safe_file_name,
)
from core.importing import import_files
from core.object import CalendarObject
from core.progress import finish
from core.query import EventQuery
from core.store import Store

ALL = EventQuery(hidden=True)


def now() -> datetime:
    return datetime(2022, 10, 10, 9, tzinfo=UTC)


def vevent(uid: str, *lines: str) -> bytes:
    own = "".join(f"{line}\r\n" for line in lines or ("DTSTART:20221012T183000Z",))
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20220101T000000Z\r\n{own}END:VEVENT\r\n".encode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(str(tmp_path / "agenda.parvis"), clock=now, zone="Europe/Brussels")
    yield store
    store.close()


def put(store: Store, *texts: bytes) -> list[int]:
    """Store an event for each text; gives the objects' ids."""
    swaps = [Swap(None, CalendarObject(0, 0, f"{number}", text)) for number, text in enumerate(texts)]
    return [swap.id for swap in store.apply(Change(Deed.IMPORT, tuple(swaps))).change.objects]


def test_the_text_is_copied(store: Store, tmp_path: Path) -> None:
    text = vevent(
        "0", "DTSTART:20221012T183000Z", "X-OTHER;Y=Z:1", "x-lower:Réunion", "COMMENT:a", "COMMENT:b"
    )
    put(store, text)
    assert finish(export_events(store, ALL, tmp_path / "x.ics")) == 1
    assert text in (tmp_path / "x.ics").read_bytes()


def test_by_query_in_its_order_and_by_ids_in_theirs(store: Store, tmp_path: Path) -> None:
    later, sooner = put(
        store, vevent("0", "DTSTART:20221013T183000Z"), vevent("1", "DTSTART:20221012T183000Z")
    )
    path = tmp_path / "x.ics"
    for what, order in ((ALL, ["1", "0"]), ([later, sooner], ["0", "1"]), ([sooner], ["1"])):
        assert finish(export_events(store, what, path)) == len(order)
        assert [str(its["UID"]) for its in Calendar.from_ical(path.read_bytes()).walk("VEVENT")] == order


def test_a_series_leaves_with_all_that_belongs_to_it(store: Store, tmp_path: Path) -> None:
    master = vevent("0", "DTSTART:20221012T183000Z", "RRULE:FREQ=DAILY;COUNT=3")
    moved = vevent("0", "DTSTART:20231013T203000Z", "RECURRENCE-ID:20221013T183000Z", "SUMMARY:Déplacé")
    put(store, master + moved)
    finish(export_events(store, EventQuery(text="deplace"), tmp_path / "x.ics"))
    assert master + moved in (tmp_path / "x.ics").read_bytes()


def test_the_name_stands_over_several_events_alone(store: Store, tmp_path: Path) -> None:
    ids = put(store, vevent("0"), vevent("1"))
    for chosen, there in ((ids, True), (ids[:1], False)):
        finish(export_events(store, chosen, tmp_path / "x.ics", name="mine"))
        assert (b"X-WR-CALNAME:" in (tmp_path / "x.ics").read_bytes()) is there


def test_events_of_one_calendar_go_by_its_name_and_of_several_by_the_agendas(store: Store) -> None:
    first = put(store, vevent("0"), vevent("1"))
    culture = Agenda(store, now).create_calendar("Culture, etc.").change.calendars[0].id
    swaps = [Swap(None, CalendarObject(0, culture, uid, vevent(uid))) for uid in "23"]
    second = [its.id for its in store.apply(Change(Deed.IMPORT, tuple(swaps))).change.objects]
    for chosen, name in ((first, "Agenda"), (second, "Culture, etc."), (first + second, "agenda")):
        assert finish(plan_export(store, chosen, name=agenda_name(store))).name == name
        assert finish(plan_export(store, chosen)).name == ""


def test_zones_of_one_name_in_two_calendars_are_two(store: Store, tmp_path: Path) -> None:
    lines = (
        "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:{0}\r\nTZOFFSETTO:{0}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    data = b"".join(
        b"BEGIN:VCALENDAR\r\n%s%sEND:VCALENDAR\r\n"
        % (lines.format(offset).encode(), vevent(offset, "DTSTART;TZID=Ours:20221012T183000"))
        for offset in ("+0100", "+0900")
    )
    calendar_id = store.calendars()[0].id
    assert finish(import_files(store, [data], calendar_id)).repairs == ()
    assert [row.uid for row in store.listed(store.order(ALL).entries)] == ["+0900", "+0100"]
    path = tmp_path / "out.ics"
    finish(export_events(store, ALL, path))
    assert path.read_bytes().count(b"BEGIN:VTIMEZONE") == 2


def test_zones_are_written_once_and_those_needed_alone(store: Store, tmp_path: Path) -> None:
    put(
        store,
        vevent("0", "DTSTART;TZID=Europe/Brussels:20221012T183000"),
        vevent("1", "DTSTART;TZID=Asia/Tokyo:20221012T183000", "DTEND;TZID=Europe/Brussels:20221012T183000"),
        vevent("2", "DTSTART;TZID=America/New_York:20221012T183000"),
    )
    ids = store.object_ids(EventQuery(uids=frozenset("01")))
    finish(export_events(store, ids, tmp_path / "x.ics"))
    data = (tmp_path / "x.ics").read_bytes()
    zones = [str(its["TZID"]) for its in Calendar.from_ical(data).walk("VTIMEZONE")]
    assert sorted(zones) == ["Asia/Tokyo", "Europe/Brussels"]
    assert data.index(b"END:VTIMEZONE") < data.index(b"BEGIN:VEVENT")


@pytest.mark.parametrize("what", [EventQuery(text="nowhere"), [], [99]])
def test_nothing_is_no_file(store: Store, tmp_path: Path, what: EventQuery | list[int]) -> None:
    put(store, vevent("0"))
    with pytest.raises(NothingToExport):
        finish(export_events(store, what, tmp_path / "x.ics"))
    assert not (tmp_path / "x.ics").exists()


def test_a_job_that_is_closed_leaves_what_was_there(store: Store, tmp_path: Path) -> None:
    put(store, *(vevent(f"{number}") for number in range(1_200)))
    path = tmp_path / "out" / "x.ics"
    path.parent.mkdir()
    path.write_bytes(b"before")
    total = sum(1 for _ in export_events(store, ALL, tmp_path / "whole.ics"))
    assert total > 4
    for steps in range(1, total):
        job = export_events(store, ALL, path)
        for _ in range(steps):
            next(job)
        job.close()
        assert list(path.parent.iterdir()) == [path]
        assert path.read_bytes() == b"before"


def test_progress_goes_forward_to_its_end(store: Store, tmp_path: Path) -> None:
    put(store, *(vevent(f"{number}") for number in range(1_200)))
    shares = [its.done / its.total for its in export_events(store, ALL, tmp_path / "x.ics")]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.5 <= shares[-1] <= 1


def test_what_cannot_be_written_is_said(store: Store, tmp_path: Path) -> None:
    put(store, vevent("0"))
    with pytest.raises(FileProblem):
        finish(export_events(store, ALL, tmp_path / "gone" / "x.ics"))


def test_an_export_never_takes_an_agendas_place(store: Store, tmp_path: Path) -> None:
    put(store, vevent("0"))
    (tmp_path / "link.ics").symlink_to(store.location)
    (tmp_path / "same.ics").hardlink_to(store.location)
    Store.open(str(tmp_path / "other.parvis"), clock=now).close()
    other = (tmp_path / "other.parvis").read_bytes()
    (tmp_path / "other.ics").symlink_to("other.parvis")
    for name in ("agenda.parvis", "link.ics", "same.ics", "other.parvis", "other.ics"):
        path = tmp_path / name
        with pytest.raises(WouldOverwriteAgenda) as caught:
            finish(export_events(store, ALL, path))
        assert caught.value.path == str(path)
    assert (tmp_path / "other.parvis").read_bytes() == other
    assert store.check() == []


def test_the_agendas_own_file_is_not_opened_to_find_out(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, vevent("0"))

    def refuse(_path: Path) -> bool:
        raise AssertionError

    monkeypatch.setattr("core.exporting.is_database", refuse)
    with pytest.raises(WouldOverwriteAgenda):
        finish(export_events(store, ALL, tmp_path / "agenda.parvis"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are named pipes")
def test_an_export_into_a_pipe(store: Store, tmp_path: Path) -> None:
    put(store, vevent("0"))
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        assert finish(export_events(store, ALL, pipe)) == 1
        assert vevent("0") in read.result()


def test_a_profile_leaves_out_our_own_lines_whole(store: Store, tmp_path: Path) -> None:
    long = b"X-PARVIS-PLACE:" + b"a" * 50 + b"\r\n " + b"b" * 50 + b"\r\n\tc\r\n"
    text = vevent("0").replace(b"END:", long + b"x-parvis-stage:DRAFT\r\nX-PARVISH:1\r\nEND:")
    put(store, text)
    for profile in Profile:
        export = finish(plan_export(store, ALL, task=Task(profile)))
        (copy,) = export.texts(store)
        kept = text if profile is Profile.PLAIN else vevent("0").replace(b"END:", b"X-PARVISH:1\r\nEND:")
        assert copy == kept


def test_the_clipboard_takes_so_many(store: Store) -> None:
    ids = put(store, vevent("0"), vevent("1"))
    assert len(Calendar.from_ical(calendar_text(store, ids)).walk("VEVENT")) == 2
    with pytest.raises(TooLarge) as caught:
        calendar_text(store, list(range(MOST_AT_ONCE + 1)))
    assert caught.value.limit == MOST_AT_ONCE
    with pytest.raises(NothingToExport):
        calendar_text(store, [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Réunion des ministres", "Réunion des ministres"),
        ("12/10: qui ? « lui »", "12 10 qui « lui »"),
        ("a\nb\tc\0d", "a b c d"),
        ("..", "Parvis"),
        ("", "Parvis"),
        (".cache", "cache"),
        ("fin. ", "fin"),
        ("con", "_con"),
        ("LPT1.2022", "_LPT1.2022"),
        ("Console", "Console"),
        ("e\u0301te\u0301", "été"),
        ("mot " * 100, ("mot " * 100)[:119]),
        ("é" * 100, "é" * 60),
        ("\udce9t", "t"),
    ],
)
def test_a_file_name(text: str, name: str) -> None:
    assert safe_file_name(text) == name


@given(st.text())
def test_any_text_gives_a_name_that_any_system_takes(text: str) -> None:
    name = safe_file_name(text)
    assert name
    assert len(name.encode()) <= 121
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert name == name.strip(" .")


def test_another_program_gets_the_whole_text_and_a_uid(store: Store, tmp_path: Path) -> None:
    """What a file came with and no program reads stays in a plain export alone."""
    text = vevent("", "DTSTART:20221012", "SUMMARY:x", "X-PARVIS-STRAY;X-OF=SUMMARY:y")
    put(store, text)
    plain, copy = tmp_path / "plain.ics", tmp_path / "copy.ics"
    finish(export_events(store, ALL, plain))
    finish(export_events(store, ALL, copy, task=Task(Profile.GOOGLE)))
    assert text in plain.read_bytes()
    (event,) = Calendar.from_ical(copy.read_bytes()).walk("VEVENT")
    assert (str(event["UID"]), str(event["SUMMARY"])) == ("0", "x\ny")
