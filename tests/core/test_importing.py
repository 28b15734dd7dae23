"""Files are taken in one undoable step, planned before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.agenda import Agenda
from core.change import Change, Deed, Swap
from core.deciding import decided
from core.errors import FileProblem, NotICalendar, StaleChange, TooLarge
from core.ics import component
from core.ics.vtimezone import vtimezone
from core.importing import carry_out, import_files, plan_import, read_sources
from core.object import CalendarObject
from core.planned import Fate
from core.progress import Job, finish
from core.query import EventQuery
from core.store import Applied, Store
from tests.core.agendas import deeds, ics

ALL = EventQuery(hidden=True)


def now() -> datetime:
    return datetime(2022, 10, 10, 9, tzinfo=UTC)


def vevent(uid: str, *lines: str) -> str:
    own = "".join(f"{line}\r\n" for line in lines)
    head = f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20220101T000000Z\r\nDTSTART:20221012T183000Z\r\n"
    return f"{head}{own}END:VEVENT\r\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(str(tmp_path / "agenda.parvis"), clock=now, zone="Europe/Brussels")
    yield store
    store.close()


@pytest.fixture
def calendar_id(store: Store) -> int:
    return store.calendars()[0].id


def texts(store: Store) -> dict[str, bytes]:
    return {its.uid: its.text for its in store.objects(store.object_ids(ALL))}


def test_bytes_are_taken(store: Store, calendar_id: int) -> None:
    report = finish(import_files(store, [ics(vevent("a", "SUMMARY:Un"), vevent("b"))], calendar_id))
    assert (report.added, report.updated, report.same, report.older, report.total) == (2, 0, 0, 0, 2)
    assert not report
    assert texts(store) == {"a": vevent("a", "SUMMARY:Un").encode(), "b": vevent("b").encode()}


def test_one_step_takes_it_all_back(store: Store, calendar_id: int) -> None:
    finish(import_files(store, [ics(vevent("a", "SUMMARY:Un"))], calendar_id))
    before = texts(store)
    report = finish(
        import_files(store, [ics(vevent("a", "SUMMARY:Deux", "SEQUENCE:1"), vevent("b"))], calendar_id)
    )
    assert (report.added, report.updated) == (1, 1)
    assert store.change(report.journal_id).deed is Deed.IMPORT
    store.revert(report.journal_id)
    stored = texts(store)
    assert stored.keys() == before.keys()
    assert b"SUMMARY:Un" in stored["a"]


def test_nothing_new_writes_nothing(store: Store, calendar_id: int) -> None:
    data = ics(vevent("a"))
    finish(import_files(store, [data], calendar_id))
    count = len(deeds(store))
    report = finish(import_files(store, [data], calendar_id))
    assert (report.same, report.journal_id) == (1, 0)
    assert len(deeds(store)) == count


def test_an_edit_of_ours_is_not_undone_by_the_same_file(store: Store, calendar_id: int) -> None:
    data = ics(vevent("a", "SUMMARY:Un"))
    finish(import_files(store, [data], calendar_id))
    (ref,) = store.refs(ALL)
    event = store.event(ref)
    assert event
    Agenda(store, now).edit(ref, event, replace(event, summary="À nous"))
    later = data.replace(b"DTSTAMP:2022", b"DTSTAMP:2023")
    report = finish(import_files(store, [later], calendar_id))
    assert report.older_uids == ("a",)
    assert report
    assert "À nous".encode() in texts(store)["a"]


def test_a_zone_that_nobody_knows_is_told_once(store: Store, calendar_id: int) -> None:
    lines = ("Mars/Olympus", '"Mars/Olympus"', "Romance Standard Time", "UTC", "Europe/Paris", "Chez nous")
    events = [vevent(f"{at}", f"RDATE;TZID={name}:20221013T183000") for at, name in enumerate(lines)]
    zone = vtimezone("Europe/Paris").replace(b"TZID:Europe/Paris", b"TZID:Chez nous").decode()
    (file,) = finish(import_files(store, [ics(zone, *events)], calendar_id)).files
    first = ics(zone, *events).split(b"\r\n").index(b"RDATE;TZID=Mars/Olympus:20221013T183000") + 1
    assert [(its.line, its.code, its.data) for its in file.repairs] == [
        (first, "unknown-zone", "Mars/Olympus")
    ]


def test_progress_goes_forward_to_its_end(store: Store, calendar_id: int) -> None:
    data = ics(*(vevent(f"{number}") for number in range(1_200)))
    job = import_files(store, [data, data], calendar_id)
    shares = [its.done / its.total for its in job]
    assert len(shares) > 4
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1


def test_a_job_that_is_closed_leaves_nothing(store: Store, calendar_id: int) -> None:
    job = import_files(store, [ics(*(vevent(f"{number}") for number in range(1_200)))], calendar_id)
    for _ in range(3):
        next(job)
    job.close()
    assert not texts(store)
    assert not deeds(store)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b"<html>", "html"), (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "vcard"), (b"x", "other")],
)
def test_no_calendar(store: Store, calendar_id: int, tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(data)
    (problem,) = finish(import_files(store, [path], calendar_id)).problems
    assert isinstance(problem, NotICalendar)
    assert (problem.kind, problem.path) == (kind, str(path))


def test_no_file(store: Store, calendar_id: int, tmp_path: Path) -> None:
    for place, reason in (("gone.ics", "ENOENT"), (".", "EISDIR")):
        (problem,) = finish(import_files(store, [tmp_path / place], calendar_id)).problems
        assert isinstance(problem, FileProblem)
        assert problem.reason == reason


def test_a_file_without_end_is_not_read_to_it(
    store: Store, calendar_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.importing.LARGEST", 1_000)
    (problem,) = finish(import_files(store, ["/dev/zero"], calendar_id)).problems
    assert isinstance(problem, TooLarge)


def test_each_file_is_reported(store: Store, calendar_id: int, tmp_path: Path) -> None:
    todo = "BEGIN:VTODO\r\nUID:t\r\nDTSTAMP:20220101T000000Z\r\nEND:VTODO\r\n"
    lost = "BEGIN:VEVENT\r\nUID:lost\r\nDTSTAMP:20220101T000000Z\r\nSUMMARY:Quand ?\r\nEND:VEVENT\r\n"
    good, bad, mixed = (tmp_path / f"{name}.ics" for name in ("good", "bad", "mixed"))
    good.write_bytes(ics(vevent("a")))
    bad.write_bytes(b"nothing")
    mixed.write_bytes(ics(vevent("b"), todo, lost, vevent("c")))
    report = finish(import_files(store, [good, bad, mixed], calendar_id))
    assert [its.name for its in report.files] == [str(good), str(bad), str(mixed)]
    assert [bool(its.problem) for its in report.files] == [False, True, False]
    assert report.other == {"VTODO": 1}
    assert [its.uid for its in report.set_aside] == ["lost"]
    assert b"Quand" in report.set_aside[0].text
    assert texts(store).keys() == {"a", "b", "lost", "c"}
    assert texts(store)["lost"] == lost.encode()
    assert finish(import_files(store, [mixed], calendar_id)).same == 3


def test_an_event_that_is_elsewhere_stays_there_unless_a_calendar_is_chosen(
    store: Store, calendar_id: int
) -> None:
    made = Agenda(store, now).create_calendar("Culture").change.calendars[0].id
    finish(import_files(store, [ics(vevent("a"))], made))
    newer = ics(vevent("a", "SEQUENCE:1"), vevent("b"))
    report = finish(import_files(store, [newer], None))
    assert (report.added, report.updated) == (1, 1)
    (there,) = store.objects_of("a")
    (new,) = store.objects_of("b")
    assert (there.calendar_id, new.calendar_id) == (made, calendar_id)
    assert finish(import_files(store, [newer], calendar_id)).added == 1
    assert len(store.objects_of("a")) == 2


def test_several_versions_at_once_are_judged_one_after_another(store: Store, calendar_id: int) -> None:
    versions = [ics(vevent("a", f"SUMMARY:{number}", f"SEQUENCE:{number}")) for number in (1, 3, 2)]
    report = finish(import_files(store, versions, calendar_id))
    assert (report.added, report.updated, report.older_uids) == (1, 0, ("a",))
    assert b"SUMMARY:3" in texts(store)["a"]


def test_a_plan_writes_nothing_and_can_be_carried_out(store: Store, calendar_id: int) -> None:
    readings = finish(read_sources([ics(vevent("a"))]))
    plan = finish(plan_import(store, readings, calendar_id))
    assert plan.counts() == {Fate.NEW: 1}
    assert not texts(store)
    assert finish(carry_out(store, finish(decided(plan, now())))).journal_id
    assert texts(store).keys() == {"a"}


def test_a_plan_that_others_overtook_is_not_carried_out(store: Store, calendar_id: int) -> None:
    finish(import_files(store, [ics(vevent("a"))], calendar_id))
    readings = finish(read_sources([ics(vevent("a", "SEQUENCE:2"), vevent("b"))]))
    plan = finish(plan_import(store, readings, calendar_id))
    _touch(store, "a")
    with pytest.raises(StaleChange):
        finish(carry_out(store, finish(decided(plan, now()))))
    assert texts(store).keys() == {"a"}


def _touch(store: Store, uid: str) -> Applied:
    (stored,) = store.objects_of(uid)
    (ref,) = component.components(stored.text)
    event = component.read(stored.text, ref)
    after = component.patch(stored.text, ref, event, replace(event, contact="x"), now())
    return store.apply(Change(Deed.EDIT, (Swap(stored, replace(stored, text=after)),)))


class _Overtaken(Store):
    """An agenda in which somebody else writes right before the first import is stored."""

    overtake: Callable[[], object] | None = None

    def applying(self, change: Change, *options: Any) -> Job[Applied]:
        if self.overtake:
            overtake, self.overtake = self.overtake, None
            overtake()
        return super().applying(change, *options)


def test_an_import_that_others_overtook_is_planned_anew(tmp_path: Path) -> None:
    store = _Overtaken.open(str(tmp_path / "agenda.parvis"), clock=now, zone="Europe/Brussels")
    assert isinstance(store, _Overtaken)
    calendar_id = store.calendars()[0].id
    data = ics(vevent("a"), vevent("b"))
    made = CalendarObject(0, calendar_id, "a", vevent("a").encode())
    store.overtake = lambda: store.apply(Change(Deed.CREATE, (Swap(None, made),)))
    report = finish(import_files(store, [data], calendar_id))
    assert (report.added, report.same) == (1, 1)
    store.close()


def test_one_that_is_stopped_before_its_end_stores_nothing(store: Store, calendar_id: int) -> None:
    steps = 0
    for _ in import_files(store, [ics(vevent("a"))], calendar_id):
        steps += 1
    assert texts(store).keys() == {"a"}
    for last in range(1, steps + 1):
        job = import_files(store, [ics(vevent("b"))], calendar_id)
        for _ in range(last):
            next(job)
        job.close()
        assert texts(store).keys() == {"a"}
    assert finish(import_files(store, [ics(vevent("b"))], calendar_id)).added == 1
