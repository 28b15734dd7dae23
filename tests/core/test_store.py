"""What is put into an agenda comes out again, changed only as asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core.calendar import Calendar
from core.change import Change, Deed, Swap
from core.comment import Author, Comment, CommentState
from core.db import checking
from core.db.door import Door
from core.db.engine import Location
from core.errors import AgendaDamaged, AgendaMissing, FileProblem, NotFound, StaleChange, UnknownZone
from core.event import Geo, Place, Stage, Status
from core.object import CalendarObject, ComponentRef
from core.progress import Progress, finish
from core.query import EventQuery, ListedEvent
from core.store import Store
from core.when import Moment, When
from tests.core.agendas import NOW, ZONE, Clock, Desk, deeds, desk, event, ref_of, vevent

CLAIRE = Author("Claire Dubœuf", "claire@example.org", "https://example.org")


def test_a_new_agenda_has_one_calendar_and_a_zone(here: Desk) -> None:
    assert here.store.calendars() == [Calendar(1, "Agenda", revision=1)]
    assert (here.store.zone, here.store.read_only) == (ZONE, False)
    assert here.store.location == str(here.path)
    assert here.store.order(EventQuery()).entries.tolist() == []
    assert here.store.count(EventQuery()) == 0


def test_a_new_agenda_takes_the_machines_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Montreal")
    store = Store.open(str(tmp_path / "agenda.parvis"), clock=Clock())
    assert store.zone == "America/Montreal"
    store.close()


def test_only_a_zone_that_exists_is_taken(tmp_path: Path, here: Desk) -> None:
    with pytest.raises(UnknownZone):
        Store.open(str(tmp_path / "new.parvis"), clock=Clock(), zone="Europe/Bruxelles")
    assert not (tmp_path / "new.parvis").exists()
    with pytest.raises(UnknownZone):
        here.store.set_zone("Europe/Bruxelles")


def test_everything_is_there_again_tomorrow(tmp_path: Path) -> None:
    with desk(tmp_path / "agenda.parvis") as first:
        ref = first.add("Fête", place=Place(("Siège", "Bd Léopold III"), Geo(50.8794, 4.4262)))
        first.agenda.add_comment(ref.object_id, CLAIRE, "Prévoir un duplex")
        before = first.object(ref), first.store.comments(ref.object_id)
    with desk(tmp_path / "agenda.parvis") as second:
        assert (second.object(ref), second.store.comments(ref.object_id)) == before


def test_paths_that_a_uri_would_read_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a ?#%41é.parvis"
    with desk(path) as here:
        ref = here.add("x")
    assert path.is_file()
    with desk(path) as again:
        assert again.event(ref).summary == "x"


def test_an_agenda_by_its_url(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/agenda.parvis", clock=Clock())
    assert store.location == str(tmp_path / "agenda.parvis")
    store.close()


def test_what_is_not_there_is_not_made_unless_asked(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.parvis", tmp_path / "gone" / "agenda.parvis"):
        with pytest.raises(AgendaMissing):
            Store.open(str(path), clock=Clock(), create=False)
        assert not path.exists()
    with pytest.raises(AgendaMissing):
        Store.open(str(tmp_path / "gone" / "agenda.parvis"), clock=Clock())


def test_an_empty_change_writes_nothing(here: Desk) -> None:
    applied = here.store.apply(Change(Deed.EDIT))
    assert applied.journal_id == 0
    assert deeds(here.store) == {}


def test_numbers_and_revisions_are_filled_in(here: Desk) -> None:
    made = [CalendarObject(0, 0, uid, vevent(uid=uid)) for uid in ("a", "b")]
    applied = here.store.apply(Change(Deed.IMPORT, tuple(Swap(None, its) for its in made)))
    after = [swap.after for swap in applied.change.objects]
    assert after == [
        replace(made[0], id=1, calendar_id=1, revision=1),
        replace(made[1], id=2, calendar_id=1, revision=1),
    ]
    assert list(here.store.objects([2, 7, 1])) == [after[1], after[0]]
    assert here.store.objects_of("a", "b") == after


def test_numbers_are_never_given_twice(here: Desk) -> None:
    first = here.add("x")
    here.agenda.delete([first.object_id])
    assert here.add("y").object_id == first.object_id + 1


def test_a_key_outlives_an_edit_and_an_ordinal_that_moves(here: Desk) -> None:
    object_id = here.put(
        vevent("SUMMARY:one", "DTSTART:20260310") + vevent("SUMMARY:two", "DTSTART:20260311")
    )
    rows = here.store.listed(here.store.order(EventQuery()).entries)
    assert [(row.summary, row.ref.ordinal) for row in rows] == [("one", 0), ("two", 1)]
    here.edit(rows[1].ref, summary="three")
    after = here.store.listed(here.store.order(EventQuery()).entries)
    assert [row.key for row in after] == [row.key for row in rows]
    here.agenda.delete([ComponentRef(object_id)])
    (left,) = here.store.listed(here.store.order(EventQuery()).entries)
    assert (left.summary, left.ref) == ("three", ComponentRef(object_id))


def test_a_row_says_what_the_text_says(here: Desk) -> None:
    when = When.times(datetime(2026, 3, 10, 18, 30), datetime(2026, 3, 10, 20), "Europe/London")
    place = Place(("Hôtel de ville", "Place Colignon"))
    ref = here.add(
        "Conseil",
        when,
        place=place,
        categories=("Politique", "Ville"),
        status=Status.TENTATIVE,
        stage=Stage.READY,
    )
    states = (CommentState.APPROVED, CommentState.PENDING, CommentState.SPAM, CommentState.TRASH)
    for state in states:
        applied = here.agenda.add_comment(ref.object_id, CLAIRE, "x")
        here.agenda.moderate([applied.change.comments[0].id], state)
    (row,) = here.store.listed(here.store.order(EventQuery()).entries)
    assert (row.summary, row.when, row.place, row.location) == ("Conseil", when, place.name, place.location)
    assert (row.categories, row.status, row.stage) == (("Politique", "Ville"), Status.TENTATIVE, Stage.READY)
    assert (row.ref, row.calendar_id, row.comments, row.series, row.override) == (ref, 1, 2, False, False)
    assert row.modified is not None
    assert row.uid == here.event(ref).uid


def test_what_is_gone_is_left_out_of_the_rows(here: Desk) -> None:
    here.add("stays")
    gone = here.add("goes", When.days((NOW - timedelta(days=5)).date()))
    entries = here.store.order(EventQuery()).entries
    here.agenda.delete([gone.object_id])
    assert [row.summary for row in here.store.listed(entries)] == ["stays"]


def test_only_what_is_there_can_be_read(here: Desk) -> None:
    ref = here.add("x")
    assert here.store.event(replace(ref, ordinal=1)) is None
    assert here.store.event(ComponentRef(9)) is None
    assert here.store.object(9) is None
    assert here.store.comment(9) is None
    with pytest.raises(NotFound):
        here.store.change(9)
    with pytest.raises(NotFound):
        here.store.revert(9)


def test_a_change_of_something_older_is_refused_whole(here: Desk) -> None:
    ref, other = here.add("x"), here.add("y")
    stale, fresh = here.object(ref), here.object(other)
    here.edit(ref, summary="z")
    for change in (
        Change(
            Deed.EDIT,
            (Swap(fresh, replace(fresh, text=vevent())), Swap(stale, replace(stale, text=vevent()))),
        ),
        Change(Deed.DELETE, (Swap(fresh, None), Swap(stale, None))),
        Change(Deed.IMPORT, (Swap(None, replace(stale, id=ref.object_id)),)),
        Change(Deed.IMPORT, (Swap(None, CalendarObject(0, 1, stale.uid, vevent())),)),
    ):
        with pytest.raises(StaleChange):
            here.store.apply(change)
    assert here.object(other) == fresh
    assert here.event(ref).summary == "z"
    assert len(deeds(here.store)) == 3


def test_an_event_with_comments_does_not_go_without_them(here: Desk) -> None:
    ref = here.add("x")
    here.agenda.add_comment(ref.object_id, CLAIRE, "x")
    with pytest.raises(StaleChange):
        here.store.apply(Change(Deed.DELETE, (Swap(here.object(ref), None),)))
    assert here.store.comment_count() == 1


def test_a_calendar_is_stale_too(here: Desk) -> None:
    (before,) = here.store.calendars()
    here.agenda.edit_calendar(before, replace(before, name="Other"))
    with pytest.raises(StaleChange):
        here.agenda.edit_calendar(before, replace(before, name="Third"))
    with pytest.raises(StaleChange):
        here.store.apply(Change(Deed.CREATE_CALENDAR, calendars=(Swap(None, before),)))


def test_a_comment_is_stale_too(here: Desk) -> None:
    ref = here.add("x")
    made = here.agenda.add_comment(ref.object_id, CLAIRE, "x").change.comments[0].after
    assert made is not None
    here.agenda.edit_comment(made, CLAIRE, "y")
    with pytest.raises(StaleChange):
        here.agenda.edit_comment(made, CLAIRE, "z")


def test_comments_come_oldest_first_and_exact(here: Desk) -> None:
    ref = here.add("x")
    times = [datetime(2026, 3, 1, 12, 0, 0, 123457, UTC), datetime(1960, 1, 1, tzinfo=UTC)]
    made = [Comment(0, ref.object_id, CLAIRE, "é\0\n", its) for its in times]
    here.store.apply(Change(Deed.COMMENT, comments=tuple(Swap(None, its) for its in made)))
    found = here.store.comments(ref.object_id)
    assert [its.created for its in found] == sorted(times)
    assert [(its.author, its.text) for its in found] == [(CLAIRE, "é\0\n")] * 2
    assert here.store.comment(found[0].id) == found[0]


def test_drafts_wait_beside_the_event(here: Desk) -> None:
    ref = here.add("x")
    here.store.put_draft(ref, "dtstart", "12 octembre")
    here.store.put_draft(ref, "dtstart", "12 octobrr")
    here.store.put_draft(ref, "url", "htp:/x")
    assert here.store.drafts(ref.object_id) == {(ref, "dtstart"): "12 octobrr", (ref, "url"): "htp:/x"}
    here.store.drop_draft(ref, "url")
    here.store.drop_draft(ref, "summary")
    applied = here.agenda.delete([ref.object_id])
    here.agenda.revert(applied.journal_id)
    assert here.store.drafts(ref.object_id) == {(ref, "dtstart"): "12 octobrr"}


def test_drafts_of_a_series_and_of_one_of_its_dates_are_apart(here: Desk) -> None:
    ref = here.add("x")
    override = replace(ref, recurrence_id="20260311")
    twin = replace(ref, ordinal=1)
    for text, its in (("series", ref), ("date", override), ("twin", twin)):
        here.store.put_draft(its, "dtstart", text)
    here.store.drop_draft(override, "dtstart")
    assert here.store.drafts(ref.object_id) == {(ref, "dtstart"): "series", (twin, "dtstart"): "twin"}


def test_another_zone_moves_days_and_floating_times_and_nothing_else(here: Desk) -> None:
    times = datetime(2026, 3, 10, 9), datetime(2026, 3, 10, 10)
    for summary, when in (
        ("day", When.days(times[0].date())),
        ("floating", When.times(*times)),
        ("zoned", When.times(*times, "Europe/Brussels")),
        ("utc", When(Moment(times[0], "UTC"), Moment(times[1], "UTC"))),
    ):
        here.add(summary, when)
    before = {row.summary: entry for entry, row in _rows(here)}
    here.store.set_zone("Asia/Tokyo")
    after = {row.summary: entry for entry, row in _rows(here)}
    moved = {name: (before[name] - after[name]) / (1 << 31) for name in before}
    assert moved == {"day": 8 * 60, "floating": 8 * 60, "zoned": 0, "utc": 0}
    assert here.store.zone == "Asia/Tokyo"
    assert here.store.check() == []


def _rows(here: Desk) -> list[tuple[int, ListedEvent]]:
    entries = here.store.order(EventQuery()).entries
    return list(zip(entries, here.store.listed(entries), strict=True))


def sql(here: Desk, *statements: str) -> None:
    """Past the store, and past what its tables ask of each other."""
    with closing(sqlite3.connect(here.path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def test_an_index_that_is_wrong_is_found_and_put_right(here: Desk) -> None:
    ref, other = here.add("x"), here.add("y", categories=("A",))
    assert here.store.check() == []
    assert not here.store.index_is_outdated()
    third = here.add("third")
    sql(
        here,
        f"UPDATE component SET summary = 'z' WHERE object_id = {ref.object_id}",
        f"DELETE FROM component WHERE object_id = {other.object_id}",
        f"DELETE FROM component_words WHERE component_id = {third.object_id}",
        "UPDATE agenda SET value = '0' WHERE key = 'scanner'",
    )
    assert here.store.index_is_outdated()
    assert len(here.store.check()) == 5
    job = here.store.reindex()
    assert next(job) == Progress(0, 1)
    # Nobody waits for it.
    here.edit(ref, contact="c")
    assert finish(job) >= 2
    assert here.store.check() == []
    assert not here.store.index_is_outdated()
    assert here.store.object_ids(EventQuery(text="y")) == [other.object_id]


def test_an_index_is_computed_anew_where_that_is_due(here: Desk) -> None:
    ref = here.add("x")
    stale = f"UPDATE component SET summary = 'z' WHERE object_id = {ref.object_id}"
    sql(here, stale)
    assert finish(here.store.freshen()) == 0
    sql(here, "UPDATE agenda SET value = '2000a' WHERE key = 'tzdata'")
    # Given up, it is due still.
    job = here.store.freshen()
    assert next(job) == Progress(0, 1)
    job.close()
    assert here.store.index_is_outdated()
    assert finish(here.store.freshen()) == 1
    assert not here.store.index_is_outdated()
    assert here.store.check() == []


def test_an_index_that_can_only_be_read_is_left_as_it_is(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sql(here, "UPDATE agenda SET value = '2000a' WHERE key = 'tzdata'")
    monkeypatch.setattr(Store, "read_only", True)
    assert finish(here.store.freshen()) == 0
    assert here.store.index_is_outdated()


def test_no_backup_is_made_of_what_is_damaged(here: Desk, tmp_path: Path) -> None:
    here.add("x")
    here.add("y")
    # An index in another order than it says: what can be read to its end, and is not sound.
    sql(
        here,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(summary_sort)', '(summary_sort DESC)')"
        " WHERE name = 'ix_component_summary_sort'",
    )
    target = tmp_path / "copy" / "backup.parvis"
    target.parent.mkdir()
    with pytest.raises(AgendaDamaged):
        here.store.backup(target)
    assert list(target.parent.iterdir()) == []


def test_a_backup_is_an_agenda_of_its_own(here: Desk, tmp_path: Path) -> None:
    ref = here.add("x")
    target = tmp_path / "copy" / "backup.parvis"
    with pytest.raises(FileProblem):
        here.store.backup(target)
    target.parent.mkdir()
    target.write_bytes(b"what was there")
    here.store.backup(target)
    here.add("later")
    assert [its.name for its in target.parent.iterdir()] == ["backup.parvis"]
    with desk(target) as copy:
        assert copy.object(ref) == here.object(ref)
        assert copy.store.count(EventQuery()) == 1


def test_a_backup_without_room_is_a_matter_of_its_own_place(here: Desk, tmp_path: Path) -> None:
    import resource  # Not on every system.

    here.add("x")
    target = tmp_path / "copy" / "backup.parvis"
    target.parent.mkdir()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(FileProblem) as problem:
            here.store.backup(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (problem.value.path, problem.value.reason) == (str(target), "EIO")
    assert list(target.parent.iterdir()) == []


def test_an_agenda_is_no_backup_of_itself(here: Desk) -> None:
    here.add("x")
    before = here.path.read_bytes()
    with pytest.raises(FileProblem):
        here.store.backup(here.path)
    assert here.path.read_bytes() == before


def test_thousands_of_events_in_one_change(here: Desk) -> None:
    text = vevent("SUMMARY:Conseil communal", "DTSTART:20260310T183000Z")
    made = tuple(Swap(None, CalendarObject(0, 1, f"u{number}", text)) for number in range(3_000))
    applied = here.store.apply(Change(Deed.IMPORT, made))
    assert here.store.count(EventQuery()) == 3_000
    here.store.revert(applied.journal_id)
    assert here.store.count(EventQuery()) == 0


def test_who_made_a_new_event_may_leave_calendar_and_uid_open(here: Desk) -> None:
    ref = ref_of(here.agenda.create(event("x"), 0))
    assert here.object(ref).calendar_id == 1
    assert here.object(ref).uid


def test_a_text_that_is_gone_is_told(here: Desk) -> None:
    ref = here.add("x", uid="u")
    sql(here, f"DELETE FROM object_text WHERE object_id = {ref.object_id}")
    assert "event u has no text" in here.store.check()


def test_a_broken_file_says_that_and_nothing_more(here: Desk) -> None:
    here.add("x")
    here.store.close()
    index = "name = 'ix_author_email'"
    writable = "PRAGMA writable_schema=ON"
    # A row that is written while the index is not known is missing from it.
    sql(here, writable, "CREATE TABLE kept AS SELECT * FROM sqlite_master WHERE " + index)
    sql(here, writable, "DELETE FROM sqlite_master WHERE " + index)
    sql(here, "INSERT INTO author VALUES (7, 'x', 'y', 'z')")
    sql(here, writable, "INSERT INTO sqlite_master SELECT * FROM kept")
    # Not by way of the store: later versions of SQLite find this when it is opened already.
    with closing(Door(Location.of(str(here.path)), read_only=True)) as door, door.reading() as connection:
        problems = checking.problems(connection, ZoneInfo(ZONE))
    assert "row 1 missing from index ix_author_email" in problems
    assert all("ix_author_email" in problem for problem in problems)


def test_a_server_is_asked_for_nothing_of_sqlites(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ref = here.add("x")
    sql(here, f"UPDATE component SET summary = 'z' WHERE object_id = {ref.object_id}")
    door = Door(Location.of(str(here.path)), read_only=False)
    with door.reading() as connection:
        monkeypatch.setattr(connection.dialect, "name", "postgresql")
        (line,) = checking.problems(connection, ZoneInfo(ZONE))
    door.close()
    assert "listed otherwise" in line
