"""list and its filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import main
from core.errors import AgendaBusy
from core.store import Store
from tests.core.cli.conftest import Parvis, Write

Add = Callable[..., str]

WEEKLY = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//x//y//EN",
        "BEGIN:VEVENT",
        "UID:weekly",
        "DTSTAMP:20220101T000000Z",
        "SUMMARY:Cours",
        "DTSTART;TZID=Europe/Brussels:20221003T180000",
        "DTEND;TZID=Europe/Brussels:20221003T190000",
        "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Brussels:20221010T180000",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:weekly",
        "DTSTAMP:20220101T000000Z",
        "RECURRENCE-ID;TZID=Europe/Brussels:20221017T180000",
        "SUMMARY:Cours reporté",
        "DTSTART;TZID=Europe/Brussels:20221018T200000",
        "DTEND;TZID=Europe/Brussels:20221018T210000",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)


@pytest.fixture
def weekly(parvis: Parvis, write: Write) -> str:
    """A series with a date left out and one that was moved."""
    assert parvis("import", write("weekly.ics", WEEKLY)).code == 0
    return "weekly"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agenda with three events, for tests that only read it."""
    path = tmp_path_factory.mktemp("three") / "three.parvis"
    otan = ("--end", "2022-10-13", "--description", "Les ministres de la Défense de l’OTAN")
    for summary, start, *more in (
        ("Marché", "2022-10-01", "--category", "Vie locale", "--stage", "draft"),
        ("OTAN", "2022-10-12", "--category", "Politique", "--status", "confirmed", *otan),
        ("Fête", "2022-10-20", "--category", "Politique", "--status", "cancelled", "--calendar", "Culture"),
    ):
        assert main(["add", "--database", str(path), "--summary", summary, "--start", start, *more]) == 0
    return path


def starts(parvis: Parvis, *words: str) -> list[str]:
    done = parvis("list", "--json", *words)
    assert (done.code, done.err) == (0, "")
    return [row["dtstart"] for row in done.rows]


@pytest.mark.usefixtures("weekly")
def test_a_series_is_one_event(parvis: Parvis) -> None:
    assert starts(parvis, "--all") == ["2022-10-03T18:00:00"]
    assert starts(parvis) == ["2022-10-03T18:00:00"]


@pytest.mark.usefixtures("weekly")
def test_between_dates_each_occurrence_is_listed(parvis: Parvis) -> None:
    october = ["2022-10-03T18:00:00", "2022-10-18T20:00:00", "2022-10-24T18:00:00", "2022-10-31T18:00:00"]
    assert starts(parvis, "--from", "2022-10-01", "--to", "2022-10-31") == october
    assert starts(parvis, "--from", "2022-10-18", "--to", "2022-10-24") == october[1:3]
    # Summer time ended: the clock on the wall goes on.
    assert starts(parvis, "--from", "7/11/2022", "--to", "7/11/2022") == ["2022-11-07T18:00:00"]
    assert starts(parvis, "--to", "2022-10-24") == october[:3]


def test_dates_without_their_series_are_one_event(parvis: Parvis, write: Write) -> None:
    override = (
        "BEGIN:VEVENT\nUID:a\nDTSTAMP:20220101T000000Z\nRECURRENCE-ID:2022101{0}T180000Z\n"
        "DTSTART:2022101{0}T200000Z\nEND:VEVENT\n"
    )
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
    text = f"{head}{override.format(1)}{override.format(2)}END:VCALENDAR\n"
    assert parvis("import", write("a.ics", text)).code == 0
    assert starts(parvis) == ["2022-10-11T20:00:00Z"]
    assert starts(parvis, "--from", "2022-10-01") == ["2022-10-11T20:00:00Z", "2022-10-12T20:00:00Z"]


@pytest.mark.usefixtures("weekly")
def test_an_occurrence_has_what_is_its_own(parvis: Parvis) -> None:
    (row,) = parvis("list", "--json", "--from", "2022-10-18", "--to", "2022-10-18").rows
    assert (row["summary"], row["uid"], row["dtend"]) == ("Cours reporté", "weekly", "2022-10-18T21:00:00")


@pytest.mark.usefixtures("weekly")
def test_a_series_without_end_is_followed_for_a_while(parvis: Parvis) -> None:
    found = starts(parvis, "--from", "2022-10-25")
    assert found[:2] == ["2022-10-31T18:00:00", "2022-11-07T18:00:00"]
    assert 100 < len(found) < 1_000


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--from", "2022-10-13", "--to", "2022-10-13"], ["OTAN"]),
        (["--from", "2022-10-14", "--to", "2022-10-14"], []),
        (["--from", "2022-10-14"], ["Fête"]),
        (["--to", "2022-10-12"], ["Marché", "OTAN"]),
        (["--search", "ministre defense"], ["OTAN"]),
        (["--search", "l'otan"], ["OTAN"]),
        (["--search", '"'], ["Marché", "OTAN", "Fête"]),
        (["--category", "politique"], ["OTAN", "Fête"]),
        (["--category", "Politique", "--category", "Vie locale"], ["Marché", "OTAN", "Fête"]),
        (["--category", "Sport"], []),
        (["--calendar", "Culture"], ["Fête"]),
        (["--calendar", "Agenda", "--calendar", "Culture"], ["Marché", "OTAN", "Fête"]),
        (["--status", "confirmed"], ["OTAN"]),
        (["--status", "none"], ["Marché"]),
        (["--status", "none", "--status", "Cancelled"], ["Marché", "Fête"]),
        (["--stage", "draft"], ["Marché"]),
        (["--stage", "none"], ["OTAN", "Fête"]),
        (["--category", "Politique", "--status", "cancelled"], ["Fête"]),
        (["--category", "Politique", "--search", "marche"], []),
    ],
)
def test_filters(parvis: Parvis, three: Path, words: list[str], found: list[str]) -> None:
    rows = parvis("list", "--json", "--database", str(three), *words).rows
    assert [row["summary"] for row in rows] == found


def test_what_has_no_date_is_asked_for(parvis: Parvis, add: Add, write: Write, tmp_path: Path) -> None:
    add("Marché")
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:Un jour\nDTSTART:bientôt\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert parvis("import", write("a.ics", text)).code == 1
    assert [row["summary"] for row in parvis("list", "--json", "--undated").rows] == ["Un jour"]
    path = tmp_path / "out.ics"
    assert parvis("export", "--undated", "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1


def test_several_uids(parvis: Parvis, add: Add) -> None:
    first, second, third = add("Un"), add("Deux"), add("Trois")
    rows = parvis("list", "--json", "--uid", first, second, "--uid", third, "elsewhere").rows
    assert {row["uid"] for row in rows} == {first, second, third}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--calendar", "Nowhere"], "Nowhere"),
        (["--from", "soon"], "--from"),
        (["--to", "31/02/2022"], "--to"),
        (["--from", "2022-10-13", "--to", "2022-10-12"], "end"),
        (["--status", "sure"], "sure"),
        (["everything"], "everything"),
    ],
)
def test_what_will_not_do(parvis: Parvis, add: Add, words: list[str], part: str) -> None:
    add()
    done = parvis("list", *words)
    assert (done.code, done.out) == (2, "")
    assert part in done.err
    assert len(done.err.splitlines()) == 1


def test_times_in_json(parvis: Parvis, add: Add) -> None:
    add("Flottant", "2022-10-12T18:30", "--tzid", "")
    add("UTC", "2022-10-12T18:30Z", "--end", "20:00", "--tzid", "UTC")
    floating, utc = sorted(parvis("list", "--json").rows, key=lambda row: str(row["summary"]))
    assert (floating["dtstart"], floating["tzid"]) == ("2022-10-12T18:30:00", None)
    assert (utc["dtstart"], utc["dtend"], utc["tzid"]) == (
        "2022-10-12T18:30:00Z",
        "2022-10-12T20:00:00Z",
        "UTC",
    )


def test_an_end_on_another_clock_is_told_on_the_starts(parvis: Parvis, tmp_path: Path) -> None:
    lines = WEEKLY.split("\r\n")
    start = "DTSTART;TZID=Europe/Brussels:20221003T100000"
    end = "DTEND;TZID=America/New_York:20221003T120000"
    path = tmp_path / "flight.ics"
    path.write_text("\r\n".join([*lines[:7], start, end, "END:VEVENT", "END:VCALENDAR", ""]), newline="")
    assert parvis("import", str(path)).code == 0
    (row,) = parvis("list", "--json").rows
    assert (row["dtend"], row["tzid"]) == ("2022-10-03T18:00:00", "Europe/Brussels")


def test_lines_for_people(parvis: Parvis, add: Add) -> None:
    uid = add("OTAN\n\x1b[31mrouge", "2022-10-12", "--end", "2022-10-13", "--location", "Ici\nRue 1")
    add("Bref", "2022-11-12T18:30", "--end", "20:00", "--status", "cancelled")
    add("Nuit", "2022-12-12T22:00", "--end", "2022-12-13T01:00", "--tzid", "")
    first, second, third = parvis("list").out.splitlines()
    assert first == f"2022-10-12 – 2022-10-13 · OTAN [31mrouge · Ici, Rue 1 · {uid}"
    assert second.startswith("2022-11-12 18:30 – 20:00 Europe/Brussels · Bref · cancelled · ")
    assert third.startswith("2022-12-12 22:00 – 2022-12-13 01:00 · Nuit · ")


def test_an_event_of_every_calendar_is_listed(parvis: Parvis, add: Add, database: Path) -> None:
    """What a window hides is there all the same."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from core.agenda import Agenda
    from core.store import Store

    uid = add("Caché", "2022-10-12", "--calendar", "Culture")
    store = Store.open(str(database), clock=lambda: datetime.now(UTC))
    (calendar,) = (its for its in store.calendars() if its.name == "Culture")
    Agenda(store, lambda: datetime.now(UTC)).edit_calendar(calendar, replace(calendar, hidden=True))
    store.close()
    for words in ([], ["--all"], ["--calendar", "Culture"], ["--uid", uid]):
        assert [row["uid"] for row in parvis("list", "--json", *words).rows] == [uid]


def test_an_index_of_other_zone_rules_is_computed_anew(
    parvis: Parvis, add: Add, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tamper() -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            connection.execute("UPDATE component SET summary = 'old'")
            connection.execute("UPDATE agenda SET value = '2000a' WHERE key = 'tzdata'")

    add("new")
    tamper()
    assert [row["summary"] for row in parvis("list", "--all", "--json").rows] == ["new"]
    tamper()

    def refuse(*_args: object) -> None:
        raise AgendaBusy(str(database))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "freshen", refuse)
        assert [row["summary"] for row in parvis("list", "--all", "--json").rows] == ["old"]
    assert parvis("export", "--search", "new").code == 0
    assert [row["summary"] for row in parvis("list", "--all", "--json").rows] == ["new"]
