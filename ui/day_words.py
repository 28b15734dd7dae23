"""The days that a rule names, in words: “on the second Tuesday”, “of June”, “1st”; and its dates, short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.when import Moment, When
from ui.dates import first_as_ordinal, french

_LONG = QLocale.FormatType.LongFormat


def date_words(its: Moment | When) -> str:
    """A single date of a series, short: “Tue 9 June 2026”."""
    day = its.start.day if isinstance(its, When) else its.day
    return _short_day(day, year=True)


def coming_words(whens: Sequence[When], this_year: int) -> str:
    """Dates one after another, short; the year with those that are not in the present one."""
    days = dict.fromkeys(its.start.day for its in whens)
    return " · ".join(_short_day(day, year=day.year != this_year) for day in days)


def weekday_words(weekday: int) -> str:
    return QLocale().dayName(weekday + 1, _LONG)


def nth_words(n: int) -> str:
    """Which of a month's weekdays, alone: “second”."""
    return {
        1: QCoreApplication.translate("RecurrenceWords", "first"),
        2: QCoreApplication.translate("RecurrenceWords", "second"),
        3: QCoreApplication.translate("RecurrenceWords", "third"),
        4: QCoreApplication.translate("RecurrenceWords", "fourth"),
        5: QCoreApplication.translate("RecurrenceWords", "fifth"),
        -1: QCoreApplication.translate("RecurrenceWords", "last"),
        -2: QCoreApplication.translate("RecurrenceWords", "last but one"),
    }[n]


def nth(n: int) -> str:
    """The pattern for one of a month's weekdays; "" for one that has no words."""
    return {
        1: QCoreApplication.translate("RecurrenceWords", "on the first {0}"),
        2: QCoreApplication.translate("RecurrenceWords", "on the second {0}"),
        3: QCoreApplication.translate("RecurrenceWords", "on the third {0}"),
        4: QCoreApplication.translate("RecurrenceWords", "on the fourth {0}"),
        5: QCoreApplication.translate("RecurrenceWords", "on the fifth {0}"),
        -1: QCoreApplication.translate("RecurrenceWords", "on the last {0}"),
        -2: QCoreApplication.translate("RecurrenceWords", "on the last {0} but one"),
    }.get(n, "")


def nth_of_each_month(n: int) -> str:
    return {
        1: QCoreApplication.translate("RecurrenceWords", "on the first {0} of each month"),
        2: QCoreApplication.translate("RecurrenceWords", "on the second {0} of each month"),
        3: QCoreApplication.translate("RecurrenceWords", "on the third {0} of each month"),
        4: QCoreApplication.translate("RecurrenceWords", "on the fourth {0} of each month"),
        5: QCoreApplication.translate("RecurrenceWords", "on the fifth {0} of each month"),
        -1: QCoreApplication.translate("RecurrenceWords", "on the last {0} of each month"),
        -2: QCoreApplication.translate("RecurrenceWords", "on the last {0} but one of each month"),
    }.get(n, "")


def on_day(day: str) -> str:
    """day: a weekday, or a day and its month."""
    return QCoreApplication.translate("RecurrenceWords", "on {0}").format(day)


def of_month(month: int) -> str:
    """Of which month: French says “de janvier” and “d’avril”."""
    return (
        QCoreApplication.translate("RecurrenceWords", "of January"),
        QCoreApplication.translate("RecurrenceWords", "of February"),
        QCoreApplication.translate("RecurrenceWords", "of March"),
        QCoreApplication.translate("RecurrenceWords", "of April"),
        QCoreApplication.translate("RecurrenceWords", "of May"),
        QCoreApplication.translate("RecurrenceWords", "of June"),
        QCoreApplication.translate("RecurrenceWords", "of July"),
        QCoreApplication.translate("RecurrenceWords", "of August"),
        QCoreApplication.translate("RecurrenceWords", "of September"),
        QCoreApplication.translate("RecurrenceWords", "of October"),
        QCoreApplication.translate("RecurrenceWords", "of November"),
        QCoreApplication.translate("RecurrenceWords", "of December"),
    )[month - 1]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th; French has 1er and 2."""
    patterns = {
        1: QCoreApplication.translate("RecurrenceWords", "1st"),
        **dict.fromkeys((21, 31), QCoreApplication.translate("RecurrenceWords", "{0}st")),
        **dict.fromkeys((2, 22), QCoreApplication.translate("RecurrenceWords", "{0}nd")),
        **dict.fromkeys((3, 23), QCoreApplication.translate("RecurrenceWords", "{0}rd")),
    }
    return patterns.get(number, QCoreApplication.translate("RecurrenceWords", "{0}th")).format(number)


def in_words(day: date, *, year: bool = True) -> str:
    """“30 June 2026”, as the locale writes it."""
    pattern = re.sub(r"^dddd[, ]*", "", QLocale().dateFormat(_LONG))
    if not year:
        pattern = re.sub(r"[, ]*yyyy$", "", pattern)
    if day.day == 1 and french():
        pattern = re.sub(r"^d ", "d'er' ", pattern)
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    pattern = QCoreApplication.translate("RecurrenceWords", "{0} and {1}")
    return pattern.format(", ".join(parts[:-1]), parts[-1])


def _short_day(day: date, *, year: bool) -> str:
    pattern = "ddd d MMM yyyy" if year else "ddd d MMM"
    text = QLocale().toString(QDate(day.year, day.month, day.day), pattern)
    return first_as_ordinal(text, day)
