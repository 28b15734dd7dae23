"""How an event repeats, in words: “every Monday, until 30 June 2026”; what has none is shown as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import reduce

from PySide6.QtCore import QCoreApplication

from core.event import Event
from core.known_zones import known_zone
from core.rrule import Freq, Rule, Skip, read_rule
from core.rule_days import completed
from core.rule_form import WORKDAYS, last_day
from core.when import DAY, Moment, Zones
from ui.day_words import in_words, listed, nth, nth_of_each_month, of_month, on_day, ordinal, weekday_words

_LONGEST = 200  # characters of a rule as it is written
_COUNTABLE = 2**31 - 1  # the largest number that Qt puts into words
_MOST_DAYS = 8  # of a year, each named with its month


def recurrence_words(event: Event, zones: Zones = known_zone) -> str:
    """In the present language, to stand in a sentence or alone; "" for an event that does not repeat.

    zones: what the TZIDs of the event's text stand for.
    """
    recurrence = event.recurrence
    parts = [_rule_words(text, event.when.start, zones) for text in dict.fromkeys(recurrence.rrules)]
    if recurrence.rdates:
        count = len(recurrence.rdates)
        parts.append(QCoreApplication.translate("RecurrenceWords", "on %n further date(s)", "", count))
    if not parts:
        return ""
    words = reduce(_and_also, parts)
    if recurrence.exdates:
        count = len(recurrence.exdates)
        pattern = QCoreApplication.translate("RecurrenceWords", "{0}, except on %n date(s)", "", count)
        words = pattern.format(words)
    for text in dict.fromkeys(recurrence.exrules):
        pattern = QCoreApplication.translate("RecurrenceWords", "{0}, except {1}")
        words = pattern.format(words, _rule_words(text, event.when.start, zones))
    return words


def _and_also(one: str, other: str) -> str:
    return QCoreApplication.translate("RecurrenceWords", "{0}; {1}").format(one, other)


def _rule_words(text: str, start: Moment, zones: Zones) -> str:
    rule = read_rule(text)
    if rule is None:
        pattern = QCoreApplication.translate("RecurrenceWords", "by a rule that cannot be read: {0}")
        return pattern.format(_shortened(text))
    words = _often(_plain(rule, start))
    if not words:
        return QCoreApplication.translate("RecurrenceWords", "by the rule {0}").format(_shortened(text))
    if rule.skip is Skip.BACKWARD:
        pattern = QCoreApplication.translate(
            "RecurrenceWords", "{0}, or the day before where a month lacks it"
        )
        words = pattern.format(words)
    elif rule.skip is Skip.FORWARD:
        pattern = QCoreApplication.translate(
            "RecurrenceWords", "{0}, or the day after where a month lacks it"
        )
        words = pattern.format(words)
    if rule.until is not None:
        until = in_words(last_day(rule.until, start, UTC, zones))
        words = QCoreApplication.translate("RecurrenceWords", "{0}, until {1}").format(words, until)
    if rule.count is not None:
        count = min(rule.count, _COUNTABLE)
        pattern = QCoreApplication.translate("RecurrenceWords", "{0}, %n time(s)", "", count)
        words = pattern.format(words)
    return words


def _plain(rule: Rule, start: Moment) -> Rule:
    """The plainest rule for the same dates, with the parts that it leaves to its start."""
    if isinstance(start.wall, datetime):
        own, freq = start.wall, rule.freq
        # What is shorter than the period adds times, and here only the start's own; else it takes some away.
        rule = replace(
            rule,
            byhour=() if rule.byhour == (own.hour,) and freq < Freq.HOURLY else rule.byhour,
            byminute=() if rule.byminute == (own.minute,) and freq < Freq.MINUTELY else rule.byminute,
            bysecond=() if rule.bysecond == (own.second,) and freq < Freq.SECONDLY else rule.bysecond,
        )
    rule = completed(rule, start.day)
    if len(rule.bysetpos) == len(rule.byday) == 1 and not rule.bymonthday and _counts_in_a_month(rule):
        [(n, weekday)], [place] = rule.byday, rule.bysetpos
        return rule if n else replace(rule, byday=((place, weekday),), bysetpos=())
    if rule.interval > 1 or rule.bymonth or rule.bymonthday or rule.bysetpos:
        return rule
    if rule.byday and (
        rule.freq is Freq.DAILY or (rule.freq is Freq.MONTHLY and not any(n for n, _ in rule.byday))
    ):
        rule = replace(rule, freq=Freq.WEEKLY)
    if rule.freq is Freq.WEEKLY and _weekdays(rule) == list(range(7)):
        return replace(rule, freq=Freq.DAILY, byday=())
    return rule


def _counts_in_a_month(rule: Rule) -> bool:
    return rule.freq is Freq.MONTHLY or (rule.freq is Freq.YEARLY and len(rule.bymonth) == 1)


def _weekdays(rule: Rule) -> list[int]:
    """Those of a rule by the week, where a number means nothing."""
    return sorted({weekday for _, weekday in rule.byday})


def _often(rule: Rule) -> str:
    """How often, and on which days; "" for what has no words."""
    if rule.byhour or rule.byminute or rule.bysecond or rule.byyearday or rule.byweekno:
        return ""
    match rule.freq:
        case Freq.YEARLY if len(rule.bymonth) > 1 and rule.bysetpos:
            return ""  # BYSETPOS counts in the year.
        case Freq.YEARLY:
            return _on_days(rule, _days_of_year(rule))
        case Freq.MONTHLY:
            return _monthly(rule)
    if rule.bymonth or rule.bymonthday or rule.bysetpos:
        return ""
    if rule.freq is Freq.WEEKLY:
        return _weekly(rule)
    return "" if rule.byday else _every(rule)


def _every(rule: Rule) -> str:
    """A rule's frequency alone."""
    n = min(rule.interval, _COUNTABLE)
    return {
        Freq.YEARLY: QCoreApplication.translate("RecurrenceWords", "every %n year(s)", "", n),
        Freq.MONTHLY: QCoreApplication.translate("RecurrenceWords", "every %n month(s)", "", n),
        Freq.WEEKLY: QCoreApplication.translate("RecurrenceWords", "every %n week(s)", "", n),
        Freq.DAILY: QCoreApplication.translate("RecurrenceWords", "every %n day(s)", "", n),
        Freq.HOURLY: QCoreApplication.translate("RecurrenceWords", "every %n hour(s)", "", n),
        Freq.MINUTELY: QCoreApplication.translate("RecurrenceWords", "every %n minute(s)", "", n),
        Freq.SECONDLY: QCoreApplication.translate("RecurrenceWords", "every %n second(s)", "", n),
    }[rule.freq]


def _on_days(rule: Rule, days: Sequence[str]) -> str:
    if not days:
        return ""
    pattern = QCoreApplication.translate("RecurrenceWords", "{0} {1}", "how often, on which days")
    return pattern.format(_every(rule), listed(days))


def _weekly(rule: Rule) -> str:
    weekdays = _weekdays(rule)
    if rule.interval == 1 and weekdays == list(range(5)):
        return QCoreApplication.translate("RecurrenceWords", "from Monday to Friday")
    if rule.interval == 1 and len(weekdays) == 1:
        return QCoreApplication.translate("RecurrenceWords", "every {0}").format(weekday_words(weekdays[0]))
    return _on_days(rule, [on_day(weekday_words(its)) for its in weekdays])


def _monthly(rule: Rule) -> str:
    if rule.bymonth:
        return _on_days(replace(rule, freq=Freq.YEARLY), _days_of_year(rule)) if rule.interval == 1 else ""
    if rule.interval == 1 and not rule.bysetpos and not rule.bymonthday and len(rule.byday) == 1:
        [(n, weekday)] = rule.byday
        return nth_of_each_month(n).format(weekday_words(weekday))
    return _on_days(rule, _days_of_month(rule))


def _days_of_month(rule: Rule) -> list[str]:
    """None where some have no words."""
    if rule.bysetpos:
        return _workday(rule)
    if rule.byday:
        days = sorted(rule.byday, key=lambda its: (its[0] < 0, its))
        named = [nth(n).format(weekday_words(weekday)) for n, weekday in days]
        return named if all(named) and not rule.bymonthday else []
    return _numbered(rule.bymonthday)


def _workday(rule: Rule) -> list[str]:
    workdays = tuple((0, weekday) for weekday in WORKDAYS)
    place = rule.bysetpos if rule.byday == workdays and not rule.bymonthday else ()
    if place == (1,):
        return [QCoreApplication.translate("RecurrenceWords", "on the first working day")]
    if place == (-1,):
        return [QCoreApplication.translate("RecurrenceWords", "on the last working day")]
    return []


def _numbered(days: Sequence[int]) -> list[str]:
    """Days of a month by their numbers; of those that count from its end, only the last one has a name."""
    if days == (-1,):
        return [QCoreApplication.translate("RecurrenceWords", "on the last day")]
    if days[0] < 0:
        return []
    numbers = listed([ordinal(day) for day in days])
    if len(days) == 1:
        return [QCoreApplication.translate("RecurrenceWords", "on the {0}", "one day").format(numbers)]
    return [QCoreApplication.translate("RecurrenceWords", "on the {0}", "several days").format(numbers)]


def _days_of_year(rule: Rule) -> list[str]:
    """Those of its months; none where it has others."""
    if not rule.bymonth:
        return []
    if rule.bymonthday and rule.bymonthday[0] > 0 and not rule.byday and not rule.bysetpos:
        # A leap year, as it has all days; one that no month has is no day.
        days = [
            day
            for month in rule.bymonth
            for number in rule.bymonthday
            if (day := DAY * (number - 1) + date(2000, month, 1)).month == month
        ]
        if len(days) <= _MOST_DAYS:
            return [on_day(in_words(its, year=False)) for its in days]
    days_of_month = _days_of_month(rule)
    if not days_of_month:
        return []
    of_months = listed([of_month(month) for month in rule.bymonth])
    pattern = QCoreApplication.translate("RecurrenceWords", "{0} {1}", "which days, of which months")
    return [pattern.format(listed(days_of_month), of_months)]


def _shortened(rule: str) -> str:
    return rule if len(rule) <= _LONGEST else f"{rule[: _LONGEST - 1]}…"
