"""import, export, check and backup."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from core.change import Deed
from core.cli.parser import PROFILES
from core.cli.words import TABLES
from core.clients.profile import Profile
from core.store import Store
from tests.core.agendas import deeds
from tests.core.cli import seed
from tests.core.cli.conftest import Parvis, Write

Add = Callable[..., str]


def ics(*events: str, around: str = "") -> str:
    parts = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n", around, *events, "END:VCALENDAR\n")
    return "".join(parts).replace("\n", "\r\n")


def vevent(uid: str, summary: str = "Un", *lines: str) -> str:
    own = "".join(f"{line}\n" for line in lines)
    return (
        f"BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20220101T000000Z\nDTSTART;VALUE=DATE:20221012\n"
        f"SUMMARY:{summary}\n{own}END:VEVENT\n"
    )


TODO = "BEGIN:VTODO\nUID:t\nDTSTAMP:20220101T000000Z\nEND:VTODO\n"


# export


def test_the_seeds_event(parvis: Parvis, tmp_path: Path) -> None:
    parvis("add", *seed.OPTIONS)
    path = tmp_path / "seed.ics"
    done = parvis("export", "--all", "-o", str(path))
    assert (done.code, done.out, done.err) == (0, "", "")
    data = path.read_bytes()
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20221012" in lines
    assert "DTEND;VALUE=DATE:20221014" in lines
    assert f"LOCATION:{seed.LOCATION}".replace(",", "\\,") in lines
    assert "METHOD:PUBLISH" in lines
    assert not any(line.startswith("X-WR-CALNAME") for line in lines)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["SUMMARY"]) == seed.SUMMARY
    assert str(event["DESCRIPTION"]) == seed.DESCRIPTION
    assert str(event["LOCATION"]) == seed.LOCATION
    assert (str(event.decoded("DTSTART")), str(event.decoded("DTEND"))) == ("2022-10-12", "2022-10-14")


def test_standard_output_gets_the_same_bytes(parvis: Parvis, add: Add, tmp_path: Path) -> None:
    for name in "abc":
        add(name, "2022-10-12T18:30")
    path = tmp_path / "all.ics"
    parvis("export", "--all", "--output", str(path))
    done = parvis("export", "--all")
    assert done.out.encode() == path.read_bytes()
    assert done.out.startswith("BEGIN:VCALENDAR\r\n")
    assert done.out.count("BEGIN:VEVENT\r\n") == 3
    assert done.out.count("BEGIN:VTIMEZONE\r\n") == 1
    assert done.out.endswith("END:VCALENDAR\r\n")


def test_what_is_filtered_is_exported(parvis: Parvis, add: Add) -> None:
    add("Un")
    uid = add("Deux", "2022-10-12", "--calendar", "Culture")
    for words in (["--uid", uid], ["--calendar", "Culture"], ["--search", "deux"]):
        done = parvis("export", *words)
        assert done.out.count("BEGIN:VEVENT") == 1
        assert f"UID:{uid}" in done.out


def test_several_events_go_by_the_name_of_their_calendar_or_of_the_agenda(
    parvis: Parvis, add: Add, database: Path
) -> None:
    add("Un", "2022-10-12", "--calendar", "Culture")
    add("Deux", "2022-10-12", "--calendar", "Culture")
    assert "X-WR-CALNAME:Culture\r\n" in parvis("export", "--calendar", "Culture").out
    assert "X-WR-CALNAME:Culture\r\n" in parvis("export", "--all").out
    add("Trois")
    assert f"X-WR-CALNAME:{database.stem}\r\n" in parvis("export", "--all").out
    assert "X-WR-CALNAME" not in parvis("export", "--search", "trois").out


def test_nothing_found_is_nothing_written(parvis: Parvis, add: Add, tmp_path: Path) -> None:
    add()
    path = tmp_path / "none.ics"
    path.write_text("there before")
    done = parvis("export", "--search", "nowhere", "-o", str(path))
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert path.read_text() == "there before"
    assert parvis("export", "--search", "nowhere").code == 1


def test_an_export_says_which_events(parvis: Parvis, add: Add) -> None:
    add()
    done = parvis("export")
    assert (done.code, done.out) == (2, "")
    assert "--all" in done.err


def test_a_profile_leaves_out_what_only_parvis_reads(parvis: Parvis, add: Add) -> None:
    add("Un", "2022-10-12", "--stage", "draft", "--location", "Ici\nRue 1" + " et la suite" * 10)
    assert "X-PARVIS-" in parvis("export", "--all").out
    for profile in PROFILES[1:]:
        done = parvis("export", "--all", "--profile", profile)
        assert "X-PARVIS-" not in done.out
        assert done.out.replace("\r\n ", "").count("et la suite") == 10
        assert Calendar.from_ical(done.out)
    assert parvis("export", "--all", "--profile", "lotus").code == 2
    assert [its.value for its in Profile] == list(PROFILES)


@pytest.mark.parametrize("place", ["gone/x.ics", "."])
def test_where_nothing_can_be_written(parvis: Parvis, add: Add, tmp_path: Path, place: str) -> None:
    add()
    done = parvis("export", "--all", "-o", str(tmp_path / place))
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


# import


def test_events_arrive(parvis: Parvis, write: Write) -> None:
    path = write("a.ics", ics(vevent("a"), vevent("b", "Deux")))
    done = parvis("import", path)
    assert (done.code, done.err) == (0, "")
    assert done.line == "2 events: 2 added, 0 updated, 0 unchanged"
    assert [row["uid"] for row in parvis("list", "--json").rows] == ["a", "b"]


def test_what_comes_back_is_as_it_came(parvis: Parvis, write: Write) -> None:
    event = vevent("a", "Réunion", "X-OTHER;Y=Z:1", "CATEGORIES:A,B", "COMMENT:two", "COMMENT:lines")
    parvis("import", write("a.ics", ics(event)))
    assert event.replace("\n", "\r\n") in parvis("export", "--all").out


def test_several_files_are_one_import(parvis: Parvis, write: Write) -> None:
    paths = [write(f"{name}.ics", ics(vevent(name), vevent("both"))) for name in "ab"]
    done = parvis("import", *paths, "--json")
    assert done.code == 0
    (report,) = done.rows
    assert (report["added"], report["same"]) == (3, 1)
    assert [its["file"] for its in report["files"]] == paths


def test_the_same_again(parvis: Parvis, write: Write) -> None:
    first = write("a.ics", ics(vevent("a"), vevent("b")))
    newer = write("b.ics", ics(vevent("a", "Neuf", "SEQUENCE:1"), vevent("b")))
    parvis("import", first)
    assert parvis("import", first).line == "2 events: 0 added, 0 updated, 2 unchanged"
    assert parvis("import", newer).line == "2 events: 0 added, 1 updated, 1 unchanged"
    done = parvis("import", first)
    assert done.code == 1
    assert "a: " in done.err
    assert [row["summary"] for row in parvis("list", "--json").rows] == ["Neuf", "Un"]


def test_an_update_keeps_comments_and_calendar(parvis: Parvis, write: Write) -> None:
    parvis("import", write("a.ics", ics(vevent("a"))), "--calendar", "Culture")
    parvis("comment", "a", "--name", "A", "--email", "a@exemple.be", "--text", "x")
    assert parvis("import", write("a.ics", ics(vevent("a", "Neuf", "SEQUENCE:1")))).code == 0
    (row,) = parvis("list", "--calendar", "Culture", "--json").rows
    assert (row["summary"], row["comments"]) == ("Neuf", 1)


def test_a_calendar_has_events_of_its_own(parvis: Parvis, write: Write) -> None:
    path = write("a.ics", ics(vevent("a")))
    parvis("import", path)
    assert parvis("import", path, "--calendar", "Culture").line.startswith("1 event: 1 added")
    assert len(parvis("list", "--json").rows) == 2
    assert len(parvis("list", "--json", "--calendar", "Culture").rows) == 1


def test_a_calendar_is_made_with_what_comes_into_it(parvis: Parvis, write: Write, database: Path) -> None:
    path = write("one.ics", ics(vevent("a")))
    done = parvis("import", path, "--calendar", "Culture", "--dry-run")
    assert done.code == 0, done.err
    assert parvis("list", "--all", "--calendar", "Culture").code == 2
    assert parvis("import", path, "--calendar", "Culture").code == 0
    store = Store.open(str(database), clock=lambda: datetime.now(UTC), create=False)
    journal = list(deeds(store).values())
    store.close()
    assert journal == [Deed.IMPORT]
    assert len(parvis("list", "--calendar", "Culture", "--json").rows) == 1


def test_what_is_no_event_is_named(parvis: Parvis, write: Write) -> None:
    done = parvis("import", write("a.ics", ics(vevent("a"), TODO, TODO)))
    assert done.code == 1
    assert "2 × VTODO" in done.err
    assert parvis("list", "--json").rows[0]["uid"] == "a"


def test_a_dry_run_changes_nothing(parvis: Parvis, write: Write, database: Path) -> None:
    path = write("a.ics", ics(vevent("a"), TODO))
    done = parvis("import", path, "--dry-run", "--calendar", "New")
    assert done.code == 1
    assert "1 would be added" in done.out
    assert "VTODO" in done.err
    assert not database.exists()
    parvis("import", path)
    (report,) = parvis("import", write("b.ics", ics(vevent("a"), vevent("b"))), "--dry-run", "--json").rows
    assert (report["dry_run"], report["added"], report["same"]) == (True, 1, 1)
    assert len(parvis("list", "--json").rows) == 1
    assert parvis("list", "--calendar", "New").code == 2


@pytest.mark.parametrize(
    "text", ["", "<!DOCTYPE html><html></html>", "BEGIN:VCARD\nEND:VCARD\n", "\0\1", "abc"]
)
def test_what_is_no_calendar_is_refused(parvis: Parvis, write: Write, text: str) -> None:
    done = parvis("import", write("x.ics", text))
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "x.ics" in done.err


def test_a_bad_file_does_not_keep_the_others_out(parvis: Parvis, write: Write, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.ics")
    done = parvis("import", missing, write("x.ics", "nothing"), write("a.ics", ics(vevent("a"))))
    assert done.code == 1
    assert "missing.ics" in done.err
    assert "x.ics" in done.err
    assert len(parvis("list", "--json").rows) == 1


def test_standard_input(parvis: Parvis, monkeypatch: pytest.MonkeyPatch) -> None:
    data = ics(vevent("a", "Réunion")).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    assert parvis("import", "-").code == 0
    assert parvis("list", "--json").rows[0]["summary"] == "Réunion"


def test_a_zone_of_the_files_own_travels_along(parvis: Parvis, write: Write) -> None:
    zone = "".join(
        (
            "BEGIN:VTIMEZONE\nTZID:Chez nous\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:{0}\n",
            "TZOFFSETTO:{0}\nEND:STANDARD\nEND:VTIMEZONE\n",
        )
    )

    def event(uid: str) -> str:
        return vevent(uid, uid).replace(
            "DTSTART;VALUE=DATE:20221012", "DTSTART;TZID=Chez nous:20221012T183000"
        )

    for uid, offset in (("a", "+0530"), ("b", "+0900")):
        done = parvis("import", write(f"{uid}.ics", ics(event(uid), around=zone.format(offset))))
        assert (done.code, done.err) == (0, "")
    one = parvis("export", "--uid", "b")
    assert (one.code, one.err) == (0, "")
    assert zone.format("+0900").replace("\n", "\r\n") in one.out
    both = parvis("export", "--all")
    assert both.code == 1
    assert "Chez nous" in both.err
    starts = {
        str(its["UID"]): str(its.decoded("DTSTART")) for its in Calendar.from_ical(both.out).walk("VEVENT")
    }
    assert starts == {"a": "2022-10-12 18:30:00+05:30", "b": "2022-10-12 18:30:00+09:00"}


BAD = "BEGIN:VEVENT\nUID:{0}\nDTSTAMP:20220101T000000Z\nSUMMARY:Quand ?\nDTSTART:{0}\nEND:VEVENT\n"


def test_what_was_read_otherwise_is_told_with_its_line(parvis: Parvis, write: Write) -> None:
    lost = BAD.replace("DTSTART:{0}\n", "").format("lost")
    path = write("a.ics", ics(vevent("a").replace("SUMMARY", "no line\nSUMMARY"), BAD.format("soon"), lost))
    done = parvis("import", path)
    assert done.code == 1
    assert done.err.splitlines() == [
        f"{path}, line 11: “Quand ?” kept as it is, without a date: its start is no date",
        f"{path}, line 17: “Quand ?” kept as it is, without a date: it has no start",
        f"{path}, line 8: a line that says nothing: no line",
    ]
    (report,) = parvis("import", path, "--json").rows
    (file,) = report["files"]
    assert file["repairs"] == [{"line": 8, "code": "stray-line", "data": "no line"}]
    assert [(its["line"], its["code"], its["uid"]) for its in file["set_aside"]] == [
        (11, "bad-start", "soon"),
        (17, "no-start", "lost"),
    ]
    assert "SUMMARY:Quand ?" in file["set_aside"][0]["text"]
    assert [report["same"], report["added"]] == [3, 0]
    dates = {its["uid"]: (its["dtstart"], its["dtend"]) for its in parvis("list", "--all", "--json").rows}
    assert [dates.pop("lost"), dates.pop("soon")] == [(None, None)] * 2
    assert None not in dates["a"]
    assert "no date · Quand ? · soon" in parvis("list", "--all").out
    assert [its["uid"] for its in parvis("list", "--to", "2100-01-01", "--json").rows] == ["a"]
    parvis("edit", "lost", "--start", "1970-01-01", "--all-day")
    (mended,) = parvis("list", "--uid", "lost", "--json").rows
    assert mended["dtstart"] == "1970-01-01"


def test_a_long_report_is_cut_for_people_alone(parvis: Parvis, write: Write) -> None:
    path = write("a.ics", ics(*(BAD.format(f"{number}") for number in range(50))))
    lines = parvis("import", path).err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 30 more"
    (report,) = parvis("import", path, "--json").rows
    assert len(report["files"][0]["set_aside"]) == 50


# check and backup


def test_check(parvis: Parvis, add: Add) -> None:
    add()
    done = parvis("check")
    assert (done.code, done.out, done.err) == (0, "The agenda is in order.\n", "")


def test_check_finds_and_mends_a_wrong_index(parvis: Parvis, add: Add, database: Path) -> None:
    import sqlite3
    from contextlib import closing

    uid = add("Conseil")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE component SET summary = 'Autre'")
        connection.commit()
    assert uid in parvis("check").err
    done = parvis("check", "--repair")
    assert (done.code, done.out) == (1, "Mended.\n")
    assert parvis("check").code == 0
    assert parvis("list", "--json").rows[0]["summary"] == "Conseil"


def test_backup(parvis: Parvis, add: Add, tmp_path: Path) -> None:
    uid = add()
    copy = tmp_path / "copy.parvis"
    copy.write_text("there before")
    done = parvis("backup", str(copy))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert parvis("--database", str(copy), "list", "--json").rows == parvis("list", "--json").rows
    assert parvis("list", "--json", "--database", str(copy)).rows[0]["uid"] == uid


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["backup"], "parvis: {0} is the agenda itself\n"),
        (["export", "--all", "-o"], "parvis: “{0}” is an agenda: an export cannot take its place.\n"),
    ],
)
def test_nothing_is_written_over_the_agenda_itself(
    parvis: Parvis, add: Add, database: Path, words: list[str], said: str
) -> None:
    uid = add()
    done = parvis(*words, str(database))
    assert (done.code, done.out, done.err) == (2, "", said.format(database))
    assert parvis("list", "--json").rows[0]["uid"] == uid


def test_a_backup_where_no_file_can_be_named_so(parvis: Parvis, add: Add, tmp_path: Path) -> None:
    add()
    done = parvis("backup", str(tmp_path / ("x" * 300)))
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


# What comes again, and what is likely here under another UID


def test_what_was_deleted_is_offered_again(parvis: Parvis, write: Write) -> None:
    path = write("a.ics", ics(vevent("a"), vevent("b", "Deux")))
    parvis("import", path)
    parvis("delete", "a")
    done = parvis("import", path)
    assert (done.code, done.line) == (1, "2 events: 0 added, 0 updated, 1 unchanged")
    assert "--again" in done.err
    assert parvis("import", path, "--again").line == "2 events: 1 added, 0 updated, 1 unchanged"
    assert parvis("import", path).line == "2 events: 0 added, 0 updated, 2 unchanged"


def test_a_dry_run_says_what_would_become_of_each(parvis: Parvis, write: Write) -> None:
    parvis("import", write("a.ics", ics(vevent("a"), vevent("b", "Deux"), vevent("c", "Trois"))))
    parvis("delete", "c")
    changed = vevent("b", "Deux", "SEQUENCE:1", "LOCATION:Ici", "X-OTHER:1")
    events = vevent("a"), changed, vevent("c", "Trois"), vevent("d"), vevent("e", "Cinq")
    path = write("b.ics", ics(*events))
    (report,) = parvis("import", path, "--dry-run", "--json").rows
    assert [(its["uid"], its["fate"]) for its in report["items"]] == [
        *(("a", "same"), ("b", "changed"), ("c", "deleted"), ("d", "new"), ("e", "new"))
    ]
    assert report["items"][1]["fields"] == ["place", "other"]
    other = write("c.ics", ics(vevent("d")))
    done = parvis("import", other)
    assert (done.code, done.line) == (1, "1 event: 1 added, 0 updated, 0 unchanged")
    assert "d: " in done.err


# export --check


def test_a_check_writes_nothing_and_lists_what_a_program_chokes_on(parvis: Parvis, write: Write) -> None:
    parvis("import", write("a.ics", ics(vevent("a", "Fête", "STATUS:CANCELLED"), vevent("b"))))
    done = parvis("export", "--all", "--check", "--profile", "google")
    assert done.code == 1
    assert done.out.splitlines() == [
        "Fête: is cancelled, which would not be seen (mended in the copy)",
        "    - SUMMARY:Fête",
        "    - STATUS:CANCELLED",
        "    + SUMMARY:Cancelled: Fête",
        "    + STATUS:CONFIRMED",
    ]
    (row,) = parvis("export", "--all", "--check", "--profile", "google", "--json").rows
    assert (row["uid"], row["code"], row["mended"], row["recurrence_id"]) == ("a", "cancelled", True, None)
    assert row["after"] == ["SUMMARY:Cancelled: Fête", "STATUS:CONFIRMED"]
    done = parvis("export", "--uid", "b", "--check", "--profile", "thunderbird")
    assert (done.code, done.out) == (0, "1 event looked at: nothing to say.\n")


def test_a_check_of_much_says_some(parvis: Parvis, write: Write) -> None:
    undated = [f"BEGIN:VEVENT\nUID:{number}\nSUMMARY:{'x' * 50_000}\nEND:VEVENT\n" for number in range(22)]
    parvis("import", write("a.ics", ics(*undated, vevent("b", "y" * 1_000_000))))
    done = parvis("export", "--all", "--check", "--profile", "google")
    assert done.out.startswith("The file would be 1")
    assert done.out.endswith("… and 2 more\n")
    done = parvis("export", "--all", "--check", "--profile", "google", "--json")
    assert [row["code"] for row in done.rows] == ["size", *["undated"] * 22]
    done = parvis("export", "--all", "--profile", "google")
    assert (done.code, done.err) == (1, "22 events left out, as they have no date that can be read\n")
    assert done.out.count("BEGIN:VEVENT") == 1


def test_every_rule_has_words() -> None:
    codes = {its.removeprefix("found.") for its in TABLES["en"] if its.startswith("found.")}
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[3] / "core" / "clients").glob("*.py")
    )
    told = set(re.findall(r"``([a-z-]+)``", source)) | {"undated"}
    assert told <= codes
