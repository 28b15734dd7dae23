"""add, edit and delete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.change import Change, Deed
from core.cli import main
from core.errors import StaleChange
from core.store import Applied, Store
from tests.core.agendas import deeds
from tests.core.cli import seed
from tests.core.cli.conftest import Done, Parvis, Write

Add = Callable[..., str]


def listed(parvis: Parvis, uid: str) -> dict[str, Any]:
    (row,) = parvis("list", "--uid", uid, "--json").rows
    return row


def exported(parvis: Parvis, uid: str) -> list[str]:
    """Unfolded content lines."""
    done = parvis("export", "--uid", uid)
    assert done.code == 0, done.err
    return done.out.replace("\r\n ", "").split("\r\n")


def refused(done: Done) -> str:
    """The one line that says why nothing was done."""
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    return line


def test_the_seeds_event(parvis: Parvis) -> None:
    done = parvis("add", *seed.OPTIONS)
    assert (done.code, done.err) == (0, "")
    assert listed(parvis, done.line) == {
        "uid": done.line,
        "summary": seed.SUMMARY,
        "dtstart": "2022-10-12",
        "dtend": "2022-10-14",
        "all_day": True,
        "tzid": None,
        "location": seed.LOCATION,
        "categories": [],
        "status": None,
        "comments": 0,
    }


def test_every_field(parvis: Parvis, add: Add) -> None:
    uid = add(
        "Vernissage",
        "2022-10-12T18:30",
        *("--end", "20:00", "--location", "Halles", "--description", "Un\nDeux", "--category", "Art"),
        *("--category", "Vie locale, quartier", "--status", "confirmed", "--stage", "ready"),
        *("--url", "exemple.be", "--contact", "Claire"),
    )
    row = listed(parvis, uid)
    assert (row["dtstart"], row["dtend"]) == ("2022-10-12T18:30:00", "2022-10-12T20:00:00")
    assert (row["tzid"], row["all_day"], row["status"]) == ("Europe/Brussels", False, "CONFIRMED")
    assert row["categories"] == ["Art", "Vie locale, quartier"]
    lines = exported(parvis, uid)
    assert {
        "DTSTART;TZID=Europe/Brussels:20221012T183000",
        "DTEND;TZID=Europe/Brussels:20221012T200000",
        "LOCATION:Halles",
        "DESCRIPTION:Un\\nDeux",
        "STATUS:CONFIRMED",
        "X-PARVIS-STAGE:READY",
        "CONTACT:Claire",
    } <= set(lines)
    assert any(line.startswith("URL") and line.endswith(":https://exemple.be") for line in lines)


def test_a_calendar_is_made_where_it_lacks(parvis: Parvis, add: Add) -> None:
    first, second = (add(name, "2022-10-12", "--calendar", "Culture") for name in ("Un", "Deux"))
    third = add("Trois")
    assert {row["uid"] for row in parvis("list", "--calendar", "culture", "--json").rows} == {first, second}
    assert third in {row["uid"] for row in parvis("list", "--all", "--json").rows}


def test_a_calendar_and_its_event_are_one_step(parvis: Parvis, add: Add, database: Path) -> None:
    uid = add("Un", "2022-10-12", "--calendar", "Culture")
    assert parvis("edit", uid, "--calendar", "Sport").code == 0
    store = Store.open(str(database), clock=lambda: datetime.now(UTC), create=False)
    done = list(deeds(store).values())
    names = [its.name for its in store.calendars()]
    (found,) = store.objects_of(uid)
    store.close()
    assert done == [Deed.EDIT, Deed.CREATE]
    assert names == ["Agenda", "Culture", "Sport"]
    assert found.calendar_id == 3


def test_a_refused_event_leaves_no_calendar_behind(parvis: Parvis) -> None:
    assert "--start" in refused(parvis("add", "--summary", "x", "--start", "soon", "--calendar", "New"))
    assert "New" in refused(parvis("list", "--calendar", "New"))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--summary", "x"], "--start"),
        (["--start", "2022-10-12"], "--summary"),
        (["--summary", " ", "--start", "2022-10-12"], "--summary"),
        (["--summary", "x", "--start", "2022-10-12", "--end", "2022-10-11"], "end"),
        (["--summary", "x", "--start", "2022-10-12T10:00", "--tzid", "Nowhere"], "Nowhere"),
        (["--summary", "x", "--start", "2022-10-12", "--url", "no address"], "no address"),
        (["--summary", "x", "--start", "2022-10-12", "--status", "sure"], "sure"),
        (["--summary", "x", "--start", "2022-10-12", "--calendar", " "], "--calendar"),
        (["--summary", "x", "--start", "2022-10-12", "--colour", "red"], "--colour red"),
        (["--summary", "x", "--start"], "--start"),
    ],
)
def test_what_will_not_do(parvis: Parvis, words: list[str], part: str) -> None:
    assert part in refused(parvis("add", *words))


def test_what_was_printed_is_stored_though_the_process_ends(parvis: Parvis, add: Add) -> None:
    uids = {add() for _ in range(3)}
    assert len(uids) == 3
    assert {row["uid"] for row in parvis("list", "--json").rows} == uids


# edit


def test_only_what_is_given_changes(parvis: Parvis, add: Add) -> None:
    uid = add("Conseil", "2022-10-12T18:30", "--category", "A", "--category", "B", "--location", "Ici")
    before = exported(parvis, uid)
    done = parvis("edit", uid, "--summary", "Conseil communal")
    assert (done.code, done.out, done.err) == (0, "", "")
    after = exported(parvis, uid)
    changed = {line.partition(":")[0] for line in set(after) - set(before)}
    assert "SUMMARY" in changed
    assert changed <= {"SUMMARY", "DTSTAMP", "LAST-MODIFIED"}


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (["--summary", ""], "summary", ""),
        (["--location", ""], "location", ""),
        (["--location", "Là\nRue 1"], "location", "Là, Rue 1"),
        (["--category", ""], "categories", []),
        (["--category", "C", "--category", "c"], "categories", ["C"]),
        (["--status", ""], "status", None),
        (["--status", "none"], "status", None),
        (["--status", "CANCELLED"], "status", "CANCELLED"),
        (["--start", "13/10/2022"], "dtstart", "2022-10-13T18:30:00"),
        (["--end", ""], "dtend", "2022-10-12T18:30:00"),
        (["--tzid", "Asia/Tokyo"], "tzid", "Asia/Tokyo"),
        (["--tzid", ""], "tzid", None),
        (["--tzid", "UTC"], "dtstart", "2022-10-12T18:30:00Z"),
        (["--all-day"], "dtend", "2022-10-13"),
    ],
)
def test_a_field_changes_or_is_emptied(
    parvis: Parvis, add: Add, words: list[str], field: str, value: object
) -> None:
    uid = add(
        "Conseil",
        "2022-10-12T18:30",
        *("--end", "20:00", "--category", "A", "--location", "Ici", "--status", "tentative"),
    )
    assert parvis("edit", uid, *words).code == 0
    assert listed(parvis, uid)[field] == value


@pytest.mark.parametrize(
    ("option", "prefix"), [("description", "DESCRIPTION"), ("url", "URL"), ("contact", "CONTACT")]
)
def test_what_is_emptied_is_gone_from_the_text(parvis: Parvis, add: Add, option: str, prefix: str) -> None:
    uid = add("Conseil", "2022-10-12", f"--{option}", "https://exemple.be")
    assert any(line.startswith(prefix) for line in exported(parvis, uid))
    assert parvis("edit", uid, f"--{option}", "").code == 0
    assert not any(line.startswith(prefix) for line in exported(parvis, uid))


NO_ZONE = "Whole days have no time zone: --tzid had no effect.\n"


def test_an_event_of_whole_days_has_no_zone(parvis: Parvis, add: Add) -> None:
    for words in (["2022-10-12"], ["2022-10-12T18:30", "--all-day"]):
        done = parvis("add", "--summary", "x", "--tzid", "Asia/Tokyo", "--start", *words)
        assert (done.code, done.err) == (1, NO_ZONE)
        assert listed(parvis, done.line)["all_day"]
    uid = add("Conseil", "2022-10-12")
    before = exported(parvis, uid)
    done = parvis("edit", uid, "--tzid", "Asia/Tokyo")
    assert (done.code, done.out, done.err) == (1, "", NO_ZONE)
    assert exported(parvis, uid) == before
    done = parvis("edit", uid, "--tzid", "Asia/Tokyo", "--summary", "Autre")
    assert (done.code, done.err) == (1, NO_ZONE)
    assert listed(parvis, uid)["summary"] == "Autre"
    done = parvis("edit", uid, "--tzid", "")
    assert (done.code, done.err) == (0, "")


def test_a_zone_comes_with_a_time_and_goes_with_it(parvis: Parvis, add: Add) -> None:
    uid = add("Conseil", "2022-10-12")
    done = parvis("edit", uid, "--tzid", "Asia/Tokyo", "--start", "2022-10-12T18:30")
    assert (done.code, done.err) == (0, "")
    assert listed(parvis, uid)["tzid"] == "Asia/Tokyo"
    done = parvis("edit", uid, "--tzid", "Asia/Tokyo", "--all-day")
    assert (done.code, done.err) == (1, NO_ZONE)
    assert listed(parvis, uid)["all_day"]


def test_the_sequence_goes_up_for_news_alone(parvis: Parvis, add: Add) -> None:
    uid = add()
    for words, sequence in (
        (("--summary", "Autre"), "SEQUENCE:0"),
        (("--start", "2022-10-13"), "SEQUENCE:1"),
    ):
        parvis("edit", uid, *words)
        assert sequence in exported(parvis, uid)


def test_an_edit_moves_to_a_calendar(parvis: Parvis, add: Add) -> None:
    uid = add()
    assert parvis("edit", uid, "--calendar", "Culture", "--summary", "Autre").code == 0
    (row,) = parvis("list", "--calendar", "Culture", "--json").rows
    assert (row["uid"], row["summary"]) == (uid, "Autre")
    assert not parvis("list", "--calendar", "Agenda", "--json").rows


def test_an_edit_that_changes_nothing_is_no_error(parvis: Parvis, add: Add) -> None:
    uid = add()
    before = exported(parvis, uid)
    assert parvis("edit", uid, "--summary", "Conseil").code == 0
    assert exported(parvis, uid) == before


def test_an_edit_says_what_will_not_do(parvis: Parvis, add: Add) -> None:
    uid = add()
    before = exported(parvis, uid)
    assert "--summary" in refused(parvis("edit", uid))
    assert "elsewhere" in refused(parvis("edit", "elsewhere", "--summary", "x"))
    assert "--start" in refused(parvis("edit", uid, "--start", "", "--calendar", "New"))
    assert "end" in refused(parvis("edit", uid, "--end", "2022-10-11"))
    assert exported(parvis, uid) == before
    assert "New" in refused(parvis("list", "--calendar", "New"))


def test_an_edit_goes_on_from_what_others_wrote_meanwhile(
    parvis: Parvis, add: Add, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = add("Conseil", "2022-10-12", "--contact", "Claire")
    apply = Store.apply
    others = ["--location=Là", "--contact=Nadia"]

    def overtaken(store: Store, change: Change, **options: Any) -> Applied:
        if others:
            assert main(["edit", uid, others.pop(), "--database", str(database)]) == 0
        return apply(store, change, **options)

    monkeypatch.setattr(Store, "apply", overtaken)
    assert parvis("edit", uid, "--summary", "Autre").code == 0
    lines = exported(parvis, uid)
    assert {"SUMMARY:Autre", "CONTACT:Nadia", "LOCATION:Là"} <= set(lines)


def test_an_edit_that_others_always_overtake_says_so(
    parvis: Parvis, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = add()

    def refuse(*_args: object, **_options: object) -> None:
        raise StaleChange(uid)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "apply", refuse)
        assert "meanwhile" in refused(parvis("edit", uid, "--summary", "Autre"))
    assert listed(parvis, uid)["summary"] == "Conseil"


def test_a_series_that_is_moved_leaves_out_what_it_left_out(parvis: Parvis, write: Write) -> None:
    event = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:s\r\nDTSTART;TZID=Europe/Brussels:20260310T180000\r\n"
        "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Europe/Brussels:20260311T180000\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert parvis("import", write("series.ics", event)).code == 0
    assert parvis("edit", "s", "--start", "2026-03-11T19:00").code == 0
    rows = parvis("list", "--uid", "s", "--from", "2026-01-01", "--json").rows
    assert [row["dtstart"][:16] for row in rows] == ["2026-03-11T19:00", "2026-03-13T19:00"]


# delete


def test_delete(parvis: Parvis, add: Add) -> None:
    first, second, third = add("Un"), add("Deux"), add("Trois")
    done = parvis("delete", first, third, first)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert [row["uid"] for row in parvis("list", "--json").rows] == [second]


def test_delete_does_all_or_nothing(parvis: Parvis, add: Add) -> None:
    uid = add()
    assert "elsewhere" in refused(parvis("delete", uid, "elsewhere"))
    assert listed(parvis, uid)
