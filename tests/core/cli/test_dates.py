"""edit and delete with --date and --scope."""

from __future__ import annotations

import pytest

from tests.core.cli.conftest import Parvis, Write

SERIES = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:series@example.org
DTSTART;TZID=Europe/Brussels:20260310T180000
DTEND;TZID=Europe/Brussels:20260310T190000
RRULE:FREQ=WEEKLY;COUNT=4
RDATE;TZID=Europe/Brussels:20260312T090000,20260312T180000
SUMMARY:talk
END:VEVENT
BEGIN:VEVENT
UID:series@example.org
RECURRENCE-ID;TZID=Europe/Brussels:20260331T180000
DTSTART;TZID=Europe/Brussels:20260401T200000
SUMMARY:moved
END:VEVENT
BEGIN:VEVENT
UID:single@example.org
DTSTART;VALUE=DATE:20260310
SUMMARY:single
END:VEVENT
END:VCALENDAR
"""
UID = "series@example.org"
LISTED = SERIES.replace("RRULE:FREQ=WEEKLY;COUNT=4\n", "").replace(
    "12T180000\n", "12T180000,20260331T180000\n"
)


@pytest.fixture
def series(parvis: Parvis, write: Write) -> Parvis:
    done = parvis("import", write("series.ics", SERIES))
    assert done.code == 0, done.err
    return parvis


def dates(parvis: Parvis) -> list[str]:
    rows = parvis("list", "--from", "2026-03-01", "--to", "2026-05-01", "--json").rows
    return [f"{its['dtstart'][5:16]} {its['summary']}" for its in rows if its["summary"] != "single"]


def test_one_date(series: Parvis) -> None:
    done = series("edit", UID, "--date", "24 March 2026", "--summary", "changed", "--start", "19:00")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert "03-24T19:00 changed" in dates(series)
    assert series("delete", UID, "--date", "2026-03-17").code == 0
    assert series("delete", UID, "--date", "2026-03-12 09:00", "--scope", "one").code == 0
    # Where it takes place, and where the series had it.
    assert series("edit", UID, "--date", "2026-04-01", "--summary", "again").code == 0
    assert series("edit", UID, "--date", "2026-03-31", "--location", "Here").code == 0
    assert dates(series) == [
        *("03-10T18:00 talk", "03-12T18:00 talk", "03-24T19:00 changed", "04-01T20:00 again")
    ]


def test_following_dates_get_a_uid(series: Parvis) -> None:
    done = series("edit", UID, "--date", "2026-03-17", "--scope", "following", "--summary", "new")
    assert done.code == 0, done.err
    assert [row["summary"] for row in series("list", "--uid", done.line, "--json").rows] == ["new"]
    assert series("delete", done.line, "--date", "2026-03-24", "--scope", "FOLLOWING").code == 0
    assert dates(series) == ["03-10T18:00 talk", "03-12T09:00 talk", "03-12T18:00 talk", "03-17T18:00 new"]


def test_what_is_left_of_listed_dates_has_each_once(parvis: Parvis, write: Write) -> None:
    assert parvis("import", write("listed.ics", LISTED)).code == 0
    done = parvis("edit", UID, "--date", "2026-03-31", "--scope", "following", "--summary", "new")
    before = ["03-10T18:00 talk", "03-12T09:00 talk", "03-12T18:00 talk"]
    assert dates(parvis) == [*before, "04-01T20:00 new"]
    assert parvis("delete", done.line, "--date", "2026-04-01").code == 0
    assert dates(parvis) == before


def test_all_dates(series: Parvis) -> None:
    assert series("edit", UID, "--date", "2026-03-24", "--scope", "all", "--start", "20:00").code == 0
    assert dates(series)[0] == "03-10T20:00 talk"
    assert series("delete", UID, "--date", "2026-03-24", "--scope", "all").code == 0
    assert dates(series) == []


def test_all_dates_need_none_named(series: Parvis) -> None:
    assert series("edit", UID, "--date", "2026-03-10", "--start", "14:00", "--summary", "own").code == 0
    assert series("edit", UID, "--scope", "all", "--start", "20:00", "--location", "Here").code == 0
    told = ["03-10T14:00 own", "03-12T11:00 talk", "03-12T20:00 talk", "03-17T20:00 talk", "03-24T20:00 talk"]
    assert dates(series) == [*told, "04-01T20:00 moved"]
    places = {its["location"] for its in series("list", "--uid", UID, "--json").rows}
    assert places == {"Here"}
    single = "single@example.org"
    assert series("edit", single, "--scope", "all", "--location", "There").code == 0
    assert series("list", "--uid", single, "--json").rows[0]["location"] == "There"
    assert series("delete", UID, "--scope", "all").code == 0
    assert dates(series) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", UID, "--date", "2026-03-25", "--summary", "x"), "The series has no date “2026-03-25”."),
        (("delete", UID, "--date", "2026-03-25"), "The series has no date “2026-03-25”."),
        (("delete", "single@example.org", "--date", "2026-03-10"), "The series has no date “2026-03-10”."),
        (("delete", UID, "--date", "sometime"), "--date: that cannot be understood: “sometime”"),
        (
            ("delete", UID, "--date", "2026-03-12"),
            "--date: there are several dates on “2026-03-12”; say the time too.",
        ),
        (("delete", UID, "--scope", "one"), "--scope one and --scope following go with --date"),
        (
            ("edit", UID, "--date", "2026-03-24", "--summary", "x", "--calendar", "No"),
            "There is no calendar “No”",
        ),
    ],
)
def test_what_is_no_date_changes_nothing(series: Parvis, words: tuple[str, ...], said: str) -> None:
    before = dates(series)
    done = series(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert dates(series) == before


def test_a_series_that_is_cut_off_is_said(series: Parvis, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("core.recurrence.LIMIT", "core.cli.listing.LIMIT"):
        monkeypatch.setattr(place, 3)
    done = series("list", "--from", "2026-03-01", "--to", "2026-05-01", "--json")
    assert (done.code, len(done.rows)) == (1, 5)  # beside the override and the single one
    assert done.err == "Of each series the first 3 dates are shown, and one has more.\n"
