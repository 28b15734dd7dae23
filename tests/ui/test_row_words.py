"""A row's words: what the eye reads, and what is said in one sentence to who does not see it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from core.calendar import Calendar
from core.event import NO_DAY, Stage, Status
from core.when import When
from tests.ui.lists import TODAY, at, clock, row
from ui.dates import Dates
from ui.models.row_words import RowWords

EVENT = row(
    1,
    at(12, 18),
    summary="Conseil municipal",
    place="Hôtel de ville",
    categories=("Collectivités", "Politique"),
    status=Status.TENTATIVE,
    stage=Stage.DRAFT,
    comments=3,
    series=True,
    calendar_id=2,
)


@pytest.fixture
def words(qapp: object) -> RowWords:
    QLocale.setDefault(QLocale("en_GB"))
    time = clock()
    return RowWords(Dates(time), time.day_of, time.today)


def test_the_eye_reads_day_title_place_and_state(words: RowWords) -> None:
    text = words.drawn(EVENT, False)
    assert (text.day, text.month, text.year) == ("12", "Mar", "")
    assert text.summary == "Conseil municipal"
    assert text.meta == "18:00 · Hôtel de ville"
    assert text.details == "To be confirmed · Draft · Collectivités · Politique"
    assert text.comments == "3"
    assert not text.today


def test_another_year_is_named(words: RowWords) -> None:
    assert words.drawn(replace(EVENT, when=at(12, year=2022)), False).year == "2022"


def test_one_without_a_date_says_so(words: RowWords) -> None:
    undated = replace(EVENT, when=NO_DAY, undated=True)
    text = words.drawn(undated, False)
    assert (text.day, text.month, text.year, text.today) == ("–", "No date", "", False)
    assert text.meta == "Hôtel de ville"
    assert words.spoken(undated).startswith("Conseil municipal, No date, Hôtel de ville")
    assert words.month(clock().day_of(undated)) == "Without a date"


def test_today_is_marked(words: RowWords) -> None:
    assert words.drawn(replace(EVENT, when=When.days(TODAY)), False).today


def test_a_stage_that_is_past_its_work_is_not_named(words: RowWords) -> None:
    text = words.drawn(replace(EVENT, stage=Stage.PUBLISHED, status=None, categories=()), False)
    assert text.details == ""


def test_what_the_filter_excludes_says_so(words: RowWords) -> None:
    assert "outside this filter" in words.drawn(EVENT, True).details


def test_what_is_missing_leaves_no_gap(words: RowWords) -> None:
    bare = row(1, When.days(TODAY), summary="")
    text = words.drawn(bare, False)
    assert (text.summary, text.meta, text.details, text.comments) == ("(No title)", "All day", "", "")
    assert words.spoken(bare) == "(No title), Sunday, 1 March 2026, all day"


def test_one_calendar_needs_no_colour_several_do(words: RowWords) -> None:
    assert words.drawn(EVENT, False).colour == ""
    words.set_calendars([Calendar(2, "Institutions", "#7B3FB5")])
    assert words.drawn(EVENT, False).colour == ""
    words.set_calendars([Calendar(1, "Agenda"), Calendar(2, "Institutions", "#7B3FB5")])
    assert words.drawn(EVENT, False).colour == "#7B3FB5"


def test_all_of_it_is_said_title_first(words: RowWords) -> None:
    words.set_calendars([Calendar(1, "Agenda"), Calendar(2, "Institutions")])
    assert words.spoken(EVENT) == (
        "Conseil municipal, Thursday, 12 March 2026, 18:00–19:00, Hôtel de ville, To be confirmed, Draft, "
        "Collectivités, Politique, repeats, 3 comment(s), Institutions"
    )


def test_a_date_that_was_changed_on_its_own_is_still_one_of_a_series(words: RowWords) -> None:
    changed = row(1, When.days(TODAY), summary="Conseil", override=True)
    assert words.drawn(changed, False).repeats
    assert words.spoken(changed) == "Conseil, Sunday, 1 March 2026, all day, repeats"
    assert not words.drawn(replace(changed, override=False), False).repeats


def test_a_month_heads_its_rows(words: RowWords) -> None:
    assert words.month(TODAY) == "March 2026"
    assert words.today() == "Today"
