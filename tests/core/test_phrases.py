"""What people write for days and times is read as they mean it, and anything else is answered with None."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from babel.dates import format_date, format_time
from hypothesis import given
from hypothesis import strategies as st

from core.phrases import Language, plus_months, read_date, read_date_time, read_time

NEAR = date(2022, 10, 10)  # a Monday
THAT_DAY = date(2022, 10, 12)

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LOCALES = {"fr": ("fr", "fr_BE", "fr_CH"), "en": ("en_GB", "en_IE", "en_BE")}
languages = st.sampled_from(LANGUAGES)
written_years = st.dates(date(1000, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "2022-10-12", "2022/10/12", "20221012", "12/10/22", "12/10/2022", "12-10-2022", "12.10.2022",
        "12.10.", "12 / 10 / 2022", "121022", "12102022", "12/10", "12", "le 12", "the 12th", "12 oct",
        "12 oct.", "12 OCT 22", "12 octobre 2022", "oct 12 2022", "October 12th, 2022", "October 12",
        "12th of October", "12-oct-2022", "mer. 12 oct. 2022", "Wed, 12 Oct 2022", "mercredi 12",
        "Mercredi", "mercredi 12/10", "wed 2022-10-12", "2022 oct. 12", "  12\u00a0octobre\u202f2022 ",
        "１２/１０/２０２２", "\u200e12/10/2022", "après-demain", "APRES DEMAIN", "day after tomorrow", "+2",
        "+2j", "+ 2 d", "dans 2 jours", "in 2 days", "mercredi prochain", "next Wednesday", "ce mercredi",
        "this wednesday",
    ],
)  # fmt: skip
def test_the_ways_to_say_one_day(text: str, language: Language) -> None:
    assert read_date(text, near=NEAR, language=language) == THAT_DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er octobre", date(2022, 10, 1)),
        ("1ᵉʳ août", date(2022, 8, 1)),
        ("1st of may", date(2022, 5, 1)),
        ("aujourd'hui", NEAR),
        ("aujourd’hui", NEAR),
        ("Today", NEAR),
        ("demain", date(2022, 10, 11)),
        ("tomorrow", date(2022, 10, 11)),
        ("hier", date(2022, 10, 9)),
        ("yesterday", date(2022, 10, 9)),
        ("avant-hier", date(2022, 10, 8)),
        ("lundi", NEAR),
        ("lundi prochain", date(2022, 10, 17)),
        ("next monday", date(2022, 10, 17)),
        ("lundi dernier", date(2022, 10, 3)),
        ("last sunday", date(2022, 10, 9)),
        ("-3", date(2022, 10, 7)),
        ("−3", date(2022, 10, 7)),
        ("+1s", date(2022, 10, 17)),
        ("+1w", date(2022, 10, 17)),
        ("+1 mois", date(2022, 11, 10)),
        ("dans une semaine", date(2022, 10, 17)),
        ("in a year", date(2023, 10, 10)),
        ("il y a 3 jours", date(2022, 10, 7)),
        ("3 days ago", date(2022, 10, 7)),
        ("12 janv.", date(2023, 1, 12)),
        ("12 juin", date(2022, 6, 12)),
        ("12 juil", date(2022, 7, 12)),
        ("12 févr.", date(2023, 2, 12)),
        ("29 février", date(2024, 2, 29)),
        ("12 sept", date(2022, 9, 12)),
        ("14/07/89", date(1989, 7, 14)),
        ("14/07/71", date(2071, 7, 14)),
    ],
)
def test_a_day_near_the_10th_of_october_2022(text: str, day: date) -> None:
    assert {read_date(text, near=NEAR, language=language) for language in LANGUAGES} == {day}


@pytest.mark.parametrize(
    "text",
    ["", " ", "31/02/2022", "31/02", "29/02/2023", "32", "0", "00/10/2022", "12/13/2022", "12 jui", "12 o",
     "octobre", "octobre 2022", "12/10/202", "12 oct 20222", "demain matin", "in 3 days ago", "3 days",
     "dans 3 lunes", "+", "+3x", "+99999 ans", "lundi prochain 12", "prochain", "foo", "12 foo 2022", "\0",
     "\ud800", "12" * 40],
)  # fmt: skip
def test_what_no_calendar_has_is_none(text: str) -> None:
    assert {read_date(text, near=NEAR, language=language) for language in LANGUAGES} == {None}


def test_the_language_decides_what_both_could_mean() -> None:
    assert read_date("mar 12", near=NEAR, language="fr") == date(2022, 10, 12)
    assert read_date("mar 11", near=NEAR, language="fr") == date(2022, 10, 11)
    assert read_date("mar 12", near=NEAR, language="en") == date(2023, 3, 12)
    for language in LANGUAGES:
        assert read_date("12 mar 2022", near=NEAR, language=language) == date(2022, 3, 12)
        assert read_date("mar. 11 oct. 2022", near=NEAR, language=language) == date(2022, 10, 11)


def test_the_31st_of_a_short_month_is_none() -> None:
    assert read_date("31", near=date(2022, 11, 3), language="fr") is None


def test_the_29th_of_february_is_found_across_a_century_without_one() -> None:
    assert read_date("29/02", near=date(1899, 12, 31), language="fr") == date(1896, 2, 29)


def test_a_weekday_chooses_among_what_the_rest_leaves_open() -> None:
    assert read_date("vendredi 13", near=date(2022, 12, 20), language="fr") == date(2023, 1, 13)
    assert read_date("mer 12 oct", near=date(2023, 5, 1), language="fr") == THAT_DAY


@pytest.mark.parametrize(
    "text", ["lundi 12 octobre 2022", "lundi 12 octobre", "sat 12/10/2022", "dimanche 12"]
)
def test_the_date_wins_over_a_weekday_that_contradicts_it(text: str) -> None:
    near = date(2022, 10, 12)
    assert read_date(text, near=near, language="fr") == THAT_DAY


def test_today_and_what_is_near_are_two_things() -> None:
    today = date(2024, 2, 28)
    read = {
        text: read_date(text, near=NEAR, language="fr", today=today)
        for text in ("demain", "dans 2 jours", "jeudi prochain", "+2", "12", "jeudi")
    }
    assert read == {
        "demain": date(2024, 2, 29),
        "dans 2 jours": date(2024, 3, 1),
        "jeudi prochain": date(2024, 2, 29),
        "+2": THAT_DAY,
        "12": THAT_DAY,
        "jeudi": date(2022, 10, 13),
    }


@given(written_years, st.dates(), languages, st.data())
def test_a_date_written_in_full_reads_back(
    day: date, near: date, language: Language, data: st.DataObject
) -> None:
    locale = data.draw(st.sampled_from(LOCALES[language]))
    pattern = data.draw(
        st.sampled_from(
            ["EEE d MMM yyyy", "EEEE d MMMM yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy",
             "dd/MM/yyyy", "dd-MM-yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyyMMdd", "EEE dd/MM/yyyy", "full",
             "long", "medium"]
        )
    )  # fmt: skip
    text = format_date(day, pattern, locale=locale)
    assert read_date(text, near=near, language=language) == day
    assert read_date(text.upper(), near=near, language=language) == day


@given(written_years, languages)
def test_a_date_with_a_short_year_or_none_reads_back_from_close_by(day: date, language: Language) -> None:
    for pattern in ("%d/%m/%y", "%d%m%y", "%d/%m", "%d %m"):
        assert read_date(day.strftime(pattern), near=day, language=language) == day


@given(st.dates(), st.integers(-30_000, 30_000))
def test_months_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    try:
        later = plus_months(day, months)
    except ValueError:
        assert not 12 <= day.year * 12 + day.month - 1 + months < 12 * 10_000
        return
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and later.day >= 28)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14h30", time(14, 30)),
        ("14 h 30", time(14, 30)),
        ("14\u202fh\u202f30", time(14, 30)),
        ("14H30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("14h30min", time(14, 30)),
        ("14 heures 30", time(14, 30)),
        ("14h", time(14)),
        ("9", time(9)),
        ("9h", time(9)),
        ("une", None),
        ("8 h 45", time(8, 45)),
        ("midi", time(12)),
        ("Minuit", time(0)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("2pm", time(14)),
        ("2:30 pm", time(14, 30)),
        ("2:30\u202fPM", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("14:30:15", time(14, 30, 15)),
        ("14h30m15s", time(14, 30, 15)),
        ("143015", time(14, 30, 15)),
        ("0h", time(0)),
        ("24h", None),
        ("24:00", None),
        ("14:60", None),
        ("14:30:60", None),
        ("14pm", None),
        ("0am", None),
        ("14 30", None),
        ("14h3", None),
        ("14:30:15:10", None),
        ("", None),
        ("h", None),
        ("99999", None),
        ("1" * 70, None),
        ("\ud800", None),
    ],
)
def test_times(text: str, clock: time | None) -> None:
    assert read_time(text) == clock


@given(st.times(), st.sampled_from(["fr", "fr_BE", "en_GB", "en_US"]), st.sampled_from(["short", "medium"]))
def test_a_written_time_reads_back(clock: time, locale: str, length: str) -> None:
    shown = clock.replace(microsecond=0) if length == "medium" else clock.replace(second=0, microsecond=0)
    assert read_time(format_time(clock, length, locale=locale)) == shown


@pytest.mark.parametrize(
    "text",
    ["2022-10-12T18:30", "2022-10-12 18:30", "20221012T183000", "12/10/22 18h30", "12 oct 18:30",
     "12 oct. 2022, 18:30", "12 octobre 2022 à 18 h 30", "Oct 12 at 6:30 pm", "mercredi 18h30",
     "mercredi 12 18.30", "après-demain 1830", "mer. 12 oct. 2022 @ 18:30", "+2 18h30",
     "\u00a012\u00a0oct.\u00a018\u202fh\u202f30\u00a0"],
)  # fmt: skip
def test_a_day_and_a_time_on_one_line(text: str) -> None:
    for language in LANGUAGES:
        assert read_date_time(text, near=NEAR, language=language) == datetime(2022, 10, 12, 18, 30)


def test_a_day_alone_stays_a_day() -> None:
    for text in ("2022-10-12", "20221012", "12 oct", "mercredi", "12.10"):
        assert read_date_time(text, near=NEAR, language="fr") == THAT_DAY


@pytest.mark.parametrize(
    "text", ["", "18:30", "12 oct 25:00", "31/02 18:30", "2022-10-12T18:30Z", "T", " T ", "x" * 99]
)
def test_what_is_no_day_or_no_time_is_none(text: str) -> None:
    assert read_date_time(text, near=NEAR, language="fr") is None


@given(st.datetimes(datetime(1000, 1, 1)), languages)
def test_iso_8601_reads_back(moment: datetime, language: Language) -> None:
    second = moment.replace(microsecond=0)
    assert read_date_time(second.isoformat(), near=NEAR, language=language) == second
    assert read_date_time(f"{second:%d/%m/%Y %Hh%M}", near=NEAR, language=language) == second.replace(
        second=0
    )


pieces = st.sampled_from(
    ["12", "31", "2022", "0", "99999", "/", "-", ".", ",", " ", "+", "mar", "mercredi", "oct", "prochain",
     "in", "il y a", "ago", "days", "ans", "T", "h", ":", "pm", "à", "\u202f", "٣", "é", "²", "ß",
     "\ufdfa"]
)  # fmt: skip
anything = st.text() | st.lists(pieces, max_size=12).map("".join) | st.lists(pieces, max_size=8).map(" ".join)


@given(anything, st.dates(), st.dates(), languages)
def test_any_text_is_answered(text: str, near: date, today: date, language: Language) -> None:
    day = read_date(text, near=near, language=language, today=today)
    assert day is None or type(day) is date
    clock = read_time(text)
    assert clock is None or clock.microsecond == 0
    moment = read_date_time(text, near=near, language=language, today=today)
    assert day is None or moment == day


@pytest.mark.parametrize(
    "text", ["1 " * 10**6, "\ufdfa" * 10**6, "mer" * 10**6, "+" + "9" * 10**6, " " * 10**6]
)
def test_a_long_text_is_no_date(text: str) -> None:
    assert read_date(text, near=NEAR, language="fr") is None
    assert read_time(text) is None
    assert read_date_time(text, near=NEAR, language="fr") is None
