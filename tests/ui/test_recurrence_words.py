"""Rules in words, in both languages: what is said is what the rule does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.event import Event, Recurrence
from core.when import Moment, When
from tests.core.test_rules import rules
from ui.recurrence_words import recurrence_words

EVENING = When.times(datetime(2026, 6, 9, 18, 30), datetime(2026, 6, 9, 20), "Europe/Brussels")  # 2nd Tuesday
WHOLE_DAY = When.days(date(2026, 7, 21))

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"

# By source and comment: one form, or one for one and another for more.
Words = dict[tuple[str, str], list[str]]


def words_of(language: str) -> Words:
    """What the translators wrote for rules."""
    contexts = ElementTree.parse(FOLDER / f"parvis_{language}.ts").getroot().iter("context")
    [told] = [its for its in contexts if its.findtext("name") == "RecurrenceWords"]
    words = {}
    for message in told.iter("message"):
        forms = [its.text or "" for its in message.iter("numerusform")]
        key = message.findtext("source", ""), message.findtext("comment", "")
        words[key] = forms or [message.findtext("translation", "")]
    return words


class Translator(QTranslator):
    """The words of one .ts file, which needs no compiling."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, about: str | bytes | None = None, n: int = -1) -> str | None:
        if context != "RecurrenceWords":
            return None
        told = about.decode() if isinstance(about, bytes) else about or ""
        forms = self._words.get((text, told))
        return forms[n > 1 and len(forms) > 1] if forms else None


Speak = Callable[[str], None]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Changes to a locale, with the words of its language."""
    words = {language: words_of(language) for language in ("en", "fr")}
    installed: list[Translator] = []

    def use(locale: str) -> None:
        while installed:
            qapp.removeTranslator(installed.pop())
        QLocale.setDefault(QLocale(locale))
        installed.append(Translator(words[locale[:2]]))
        qapp.installTranslator(installed[-1])

    yield use
    for translator in installed:
        qapp.removeTranslator(translator)


def event(*rules: str, when: When = EVENING, **other: Any) -> Event:
    return Event("a", when, recurrence=Recurrence(rules, **other))


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        ("FREQ=DAILY", "every day", "tous les jours"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days", "tous les 3 jours"),
        ("FREQ=DAILY;BYDAY=TU", "every Tuesday", "chaque mardi"),
        ("FREQ=WEEKLY", "every Tuesday", "chaque mardi"),
        ("FREQ=WEEKLY;BYDAY=FR,MO,WE", "every week on Monday, on Wednesday and on Friday",
         "chaque semaine, le lundi, le mercredi et le vendredi"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "from Monday to Friday", "du lundi au vendredi"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day", "tous les jours"),
        ("FREQ=WEEKLY;INTERVAL=2", "every 2 weeks on Tuesday", "toutes les 2 semaines, le mardi"),
        ("FREQ=MONTHLY", "every month on the 9th", "chaque mois, le 9"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15,22", "every month on the 1st, 15th and 22nd",
         "chaque mois, les 1er, 15 et 22"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day", "chaque mois, le dernier jour"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "every 3 months on the 1st", "tous les 3 mois, le 1er"),
        ("FREQ=MONTHLY;BYDAY=2TU", "on the second Tuesday of each month", "chaque deuxième mardi du mois"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "on the second Tuesday of each month",
         "chaque deuxième mardi du mois"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of each month", "chaque dernier vendredi du mois"),
        ("FREQ=MONTHLY;BYDAY=-1SU,1SU", "every month on the first Sunday and on the last Sunday",
         "chaque mois, le premier dimanche et le dernier dimanche"),
        ("FREQ=MONTHLY;BYDAY=TU", "every Tuesday", "chaque mardi"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-2SA", "every 2 months on the last Saturday but one",
         "tous les 2 mois, l’avant-dernier samedi"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last working day",
         "chaque mois, le dernier jour ouvrable"),
        ("FREQ=YEARLY", "every year on 9 June", "chaque année, le 9 juin"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February", "chaque année, le 29 février"),
        ("FREQ=YEARLY;INTERVAL=4;BYMONTH=5;BYMONTHDAY=1", "every 4 years on 1 May",
         "tous les 4 ans, le 1er mai"),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "every year on the last Sunday of October",
         "chaque année, le dernier dimanche d’octobre"),
        ("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "every year on 1 January and on 1 July",
         "chaque année, le 1er janvier et le 1er juillet"),
        ("FREQ=YEARLY;BYMONTH=4,10;BYDAY=2TU,-1TU",
         "every year on the second Tuesday and on the last Tuesday of April and of October",
         "chaque année, le deuxième mardi et le dernier mardi d’avril et d’octobre"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "every year on the last day of February",
         "chaque année, le dernier jour de février"),
        ("FREQ=MONTHLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "every year on the last working day of June and of December",
         "chaque année, le dernier jour ouvrable de juin et de décembre"),
        ("FREQ=YEARLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "by the rule FREQ=YEARLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "selon la règle FREQ=YEARLY;BYMONTH=6,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=30", "every year on 30 March", "chaque année, le 30 mars"),
        ("FREQ=YEARLY;BYMONTH=1,2,3,4,5;BYMONTHDAY=1,15",
         "every year on the 1st and 15th of January, of February, of March, of April and of May",
         "chaque année, les 1er et 15 de janvier, de février, de mars, d’avril et de mai"),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
         "every month on the 31st, or the day before where a month lacks it",
         "chaque mois, le 31, ou la veille si le mois n’a pas ce jour"),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
         "every month on the 31st, or the day after where a month lacks it",
         "chaque mois, le 31, ou le lendemain si le mois n’a pas ce jour"),
        ("FREQ=HOURLY", "every hour", "toutes les heures"),
        ("FREQ=MINUTELY;INTERVAL=15", "every 15 minutes", "toutes les 15 minutes"),
        ("FREQ=SECONDLY;COUNT=1000000000000", "every second, 2147483647 times",
         "toutes les secondes, 2147483647 fois"),
        ("FREQ=WEEKLY;COUNT=20", "every Tuesday, 20 times", "chaque mardi, 20 fois"),
        ("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260630T215959Z",
         "on the second Tuesday of each month, until 30 June 2026",
         "chaque deuxième mardi du mois, jusqu’au 30 juin 2026"),
        ("FREQ=DAILY;UNTIL=20260701", "every day, until 1 July 2026",
         "tous les jours, jusqu’au 1er juillet 2026"),
        # On the event's own clock, midnight has come; and on that day, half past six is too late.
        ("FREQ=DAILY;UNTIL=20260630T220000Z", "every day, until 30 June 2026",
         "tous les jours, jusqu’au 30 juin 2026"),
        ("FREQ=DAILY;UNTIL=20260630T163000Z", "every day, until 30 June 2026",
         "tous les jours, jusqu’au 30 juin 2026"),
        ("FREQ=DAILY;BYHOUR=18;BYMINUTE=30", "every day", "tous les jours"),
        ("FREQ=MINUTELY;BYHOUR=18", "by the rule FREQ=MINUTELY;BYHOUR=18",
         "selon la règle FREQ=MINUTELY;BYHOUR=18"),
        ("FREQ=DAILY;BYHOUR=9", "by the rule FREQ=DAILY;BYHOUR=9", "selon la règle FREQ=DAILY;BYHOUR=9"),
        ("FREQ=YEARLY;BYWEEKNO=20", "by the rule FREQ=YEARLY;BYWEEKNO=20",
         "selon la règle FREQ=YEARLY;BYWEEKNO=20"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", "by the rule FREQ=MONTHLY;BYMONTHDAY=-2",
         "selon la règle FREQ=MONTHLY;BYMONTHDAY=-2"),
        ("FREQ=DAILY;INTERVAL=0", "by a rule that cannot be read: FREQ=DAILY;INTERVAL=0",
         "selon une règle illisible\u00a0: FREQ=DAILY;INTERVAL=0"),
    ],
)  # fmt: skip
def test_rules_in_words(rule: str, english: str, french: str, speak: Speak) -> None:
    speak("en_GB")
    assert recurrence_words(event(rule)) == english
    speak("fr_FR")
    assert recurrence_words(event(rule)) == french


def test_what_goes_with_a_rule(speak: Speak) -> None:
    dates = (Moment(date(2026, 6, 16)), Moment(date(2026, 6, 23)))
    speak("fr_FR")
    assert recurrence_words(event()) == ""
    assert recurrence_words(event(rdates=dates)) == "à 2 autres dates"
    assert recurrence_words(event("FREQ=WEEKLY", exdates=dates[:1])) == "chaque mardi, sauf à une date"
    without = event("FREQ=DAILY", exrules=("FREQ=WEEKLY",))
    assert recurrence_words(without) == "tous les jours, sauf chaque mardi"
    both = recurrence_words(event("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=DAILY"))
    assert both == "tous les jours\u202f; chaque mardi"


def test_each_month_has_its_words(speak: Speak) -> None:
    speak("fr_FR")
    for month in range(1, 13):
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY=1MO"
        name = QLocale().standaloneMonthName(month)
        assert recurrence_words(event(rule)).endswith(f"{'’' if name[0] in 'ao' else 'e '}{name}")


def test_all_days_and_other_places(speak: Speak) -> None:
    speak("en_US")
    assert recurrence_words(event("FREQ=YEARLY", when=WHOLE_DAY)) == "every year on July 21"
    until = "FREQ=YEARLY;UNTIL=20300721T000000Z"
    assert recurrence_words(event(until, when=WHOLE_DAY)) == "every year on July 21, until July 21, 2030"
    speak("fr_BE")
    assert recurrence_words(event("FREQ=YEARLY", when=WHOLE_DAY)) == "chaque année, le 21 juillet"


def test_a_long_rule_is_cut_short(speak: Speak) -> None:
    speak("en_GB")
    words = recurrence_words(event("FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 366)))))
    assert len(words) < 250
    assert words.endswith("…")


@given(rules(), st.sampled_from([EVENING, WHOLE_DAY]))
def test_every_rule_has_words_or_is_shown(rule: str, when: When) -> None:
    words = recurrence_words(event(rule, when=when))
    told = any(name in rule for name in ("BYYEARDAY", "BYWEEKNO"))
    assert words
    assert not told or rule in words
