"""PostgreSQL stays possible: every statement that the store makes compiles for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import ClauseElement, create_mock_engine, make_url
from sqlalchemy.schema import DDLElement

from core.change import Change, Deed, Swap
from core.comment import Author, CommentState
from core.db.door import Door
from core.db.engine import Location, make_engine
from core.db.schema import Base
from core.errors import AgendaError, AgendaMissing, AgendaTooNew, NotAnAgenda
from core.event import Place, Stage, Status
from core.object import CalendarObject
from core.progress import finish
from core.query import EventQuery, Order
from core.store import Store
from tests.core.agendas import Clock, Desk, desk, vevent

SPREAD = date(2026, 1, 1), date(2026, 12, 31)


def everything(here: Desk) -> None:
    """Each way to read and to write, once."""
    store, agenda = here.store, here.agenda
    ref = here.add("x", place=Place(("a", "b")), categories=("A",), status=Status.CONFIRMED)
    series = here.put(
        vevent("DTSTART:20260310T090000Z", "RRULE:FREQ=DAILY;COUNT=3"),
        vtimezones={"put@example.org": {"Z": b"z"}},
    )
    here.put(vevent("DTSTART:20260310") + vevent("DTSTART:20260311"), uid="twins")
    done = here.edit(ref, summary="y", categories=("B",))
    here.edit(ref, amend=done.journal_id, summary="z")
    note = agenda.add_comment(ref.object_id, Author("Claire", "claire@example.org"), "é").change.comments[0]
    agenda.moderate([note.id], CommentState.SPAM)
    calendar = agenda.create_calendar("B").change.calendars[0].after
    assert calendar is not None
    agenda.edit_calendar(calendar, replace(calendar, hidden=True))
    agenda.move([series], calendar.id)
    finish(agenda.rename_category("B", "C"))
    for order in Order:
        for descending in (False, True):
            query = EventQuery(
                order=order, descending=descending, text="z", uids=frozenset({here.event(ref).uid})
            )
            store.listed(store.order(query, spread=SPREAD).entries)
    filters = EventQuery(
        first=SPREAD[0],
        last=SPREAD[1],
        calendars=frozenset({1}),
        categories=frozenset({"C"}),
        statuses=frozenset({Status.CONFIRMED, None}),
        stages=frozenset({Stage.DRAFT, None}),
    )
    assert store.count(filters) == len(store.refs(filters)) == len(store.object_ids(filters)) == 1
    entries = store.order(filters).entries
    assert store.refs_of(entries) == store.refs(filters)
    assert len(store.states_of(entries)) == 1
    assert store.count(EventQuery(first=SPREAD[0])) <= sum(store.count_by_calendar().values())
    store.put_draft(ref, "url", "x")
    store.drafts(ref.object_id)
    store.drop_draft(ref, "url")
    assert len(store.comments(ref.object_id)) == store.comment_count() == 1
    assert all([store.comment(note.id), store.categories(), store.places("a")])
    assert store.recent_zones() == []
    assert store.vtimezones([series]) == {series: {"Z": b"z"}}
    assert [its.uid for its in store.objects_of("twins")] == ["twins"]
    assert store.check() == []
    assert not store.index_is_outdated()
    gone = agenda.delete_calendar(calendar.id)
    agenda.revert(agenda.revert(gone.journal_id).journal_id)
    store.change(gone.journal_id)
    store.set_zone("Europe/Paris")


def test_every_statement_compiles(tmp_path: Path, statements: list[ClauseElement]) -> None:
    with desk(tmp_path / "agenda.parvis") as here:
        everything(here)
    dialect = make_url("postgresql://").get_dialect()()
    made = {str(its.compile(dialect=dialect)) for its in statements if not isinstance(its, DDLElement)}
    assert len(made) > 60
    assert not [its for its in made if "PRAGMA" in its or "sqlite_" in its]


def test_the_schema_compiles_without_search() -> None:
    made: list[str] = []
    dialect = make_url("postgresql://").get_dialect()()

    def note(element: DDLElement, *_rest: object) -> None:
        made.append(str(element.compile(dialect=dialect)))

    Base.metadata.create_all(create_mock_engine("postgresql://", note), checkfirst=False)
    assert len([its for its in made if "CREATE TABLE" in its]) == len(Base.metadata.tables)
    assert not [its for its in made if "fts5" in its]


# A database on a server, for which one in a file stands in: all that differs is where it lies.


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Location:
    path = tmp_path / "server.db"
    location = Location(Location.of(str(path)).url, None, "postgresql://example.org/agenda")
    monkeypatch.setattr(Location, "of", lambda _text: location)
    return location


URL = "postgresql://example.org/agenda"


def test_an_agenda_on_a_server(server: Location) -> None:
    with pytest.raises(AgendaMissing):
        Store.open(URL, clock=Clock(), create=False)
    store = Store.open(URL, clock=Clock())
    seen = store.data_version()
    store.apply(Change(Deed.IMPORT, (Swap(None, CalendarObject(0, 0, "u", vevent("DTSTART:20260310"))),)))
    assert store.data_version() != seen
    assert store.location == URL
    with pytest.raises(AgendaError):
        store.backup("backup.parvis")
    store.close()
    again = Store.open(URL, clock=Clock(), create=False)
    assert again.count(EventQuery()) == 1
    again.close()


def test_another_database_on_a_server(server: Location) -> None:
    engine = make_engine(server, read_only=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE bookmark (id INTEGER)")
    engine.dispose()
    with pytest.raises(NotAnAgenda):
        Store.open(URL, clock=Clock())


def test_a_later_schema_on_a_server(server: Location) -> None:
    Store.open(URL, clock=Clock()).close()
    door = Door(server, read_only=False)
    with door.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    door.close()
    with pytest.raises(AgendaTooNew):
        Store.open(URL, clock=Clock())
