"""Rules in words, in both languages: what is said is what the rule does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.event import Event, Recurrence
from core.when import Moment, When
from ui.recurrence_words import recurrence_words

EVENING = When.times(datetime(2026, 6, 9, 18, 30), datetime(2026, 6, 9, 20), "Europe/Brussels")  # 2nd Tuesday
WHOLE_DAY = When.days(date(2026, 7, 21))

# One form, or one for one and one for more; by the source, and where that is said twice, what it is about.
Words = dict[str | tuple[str, str], str | tuple[str, str]]
ENGLISH: Words = {
    "every %n year(s)": ("every year", "every %n years"),
    "every %n month(s)": ("every month", "every %n months"),
    "every %n week(s)": ("every week", "every %n weeks"),
    "every %n day(s)": ("every day", "every %n days"),
    "every %n hour(s)": ("every hour", "every %n hours"),
    "every %n minute(s)": ("every minute", "every %n minutes"),
    "every %n second(s)": ("every second", "every %n seconds"),
    "{0}, %n time(s)": ("{0}, once", "{0}, %n times"),
    "{0}, except on %n date(s)": ("{0}, except on one date", "{0}, except on %n dates"),
    "on %n further date(s)": ("on one further date", "on %n further dates"),
}
FRENCH: Words = {
    "every %n year(s)": ("chaque année", "tous les %n ans"),
    "every %n month(s)": ("chaque mois", "tous les %n mois"),
    "every %n week(s)": ("chaque semaine", "toutes les %n semaines"),
    "every %n day(s)": ("tous les jours", "tous les %n jours"),
    "every %n hour(s)": ("toutes les heures", "toutes les %n heures"),
    "every %n minute(s)": ("toutes les minutes", "toutes les %n minutes"),
    "every %n second(s)": ("toutes les secondes", "toutes les %n secondes"),
    "every {0}": "chaque {0}",
    "from Monday to Friday": "du lundi au vendredi",
    "on {0}": "le {0}",
    ("{0} {1}", "how often, on which days"): "{0}, {1}",
    ("{0} {1}", "which weekday, of which month"): "{0} {1}",
    "{0} and {1}": "{0} et {1}",
    "on the first {0} of each month": "chaque premier {0} du mois",
    "on the second {0} of each month": "chaque deuxième {0} du mois",
    "on the third {0} of each month": "chaque troisième {0} du mois",
    "on the fourth {0} of each month": "chaque quatrième {0} du mois",
    "on the fifth {0} of each month": "chaque cinquième {0} du mois",
    "on the last {0} of each month": "chaque dernier {0} du mois",
    "on the last {0} but one of each month": "chaque avant-dernier {0} du mois",
    "on the first {0}": "le premier {0}",
    "on the second {0}": "le deuxième {0}",
    "on the third {0}": "le troisième {0}",
    "on the fourth {0}": "le quatrième {0}",
    "on the fifth {0}": "le cinquième {0}",
    "on the last {0}": "le dernier {0}",
    "on the last {0} but one": "l’avant-dernier {0}",
    "on the first working day": "le premier jour ouvrable",
    "on the last working day": "le dernier jour ouvrable",
    "on the last day": "le dernier jour",
    ("on the {0}", "one day"): "le {0}",
    ("on the {0}", "several days"): "les {0}",
    "1st": "1er",
    "{0}st": "{0}",
    "{0}nd": "{0}",
    "{0}rd": "{0}",
    "{0}th": "{0}",
    "of January": "de janvier",
    "of February": "de février",
    "of March": "de mars",
    "of April": "d’avril",
    "of May": "de mai",
    "of June": "de juin",
    "of July": "de juillet",
    "of August": "d’août",
    "of September": "de septembre",
    "of October": "d’octobre",
    "of November": "de novembre",
    "of December": "de décembre",
    "{0}, until {1}": "{0}, jusqu’au {1}",
    "{0}, %n time(s)": ("{0}, %n fois", "{0}, %n fois"),
    "{0}, except on %n date(s)": ("{0}, sauf à une date", "{0}, sauf à %n dates"),
    "on %n further date(s)": ("à une autre date", "à %n autres dates"),
    "{0}; {1}": "{0}\u202f; {1}",
    "by the rule {0}": "selon la règle {0}",
    "by a rule that cannot be read: {0}": "selon une règle illisible\u00a0: {0}",
}


class Translator(QTranslator):
    """The words of a table."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, about: str | bytes | None = None, n: int = -1) -> str | None:
        if context != "RecurrenceWords":
            return None
        told = about.decode() if isinstance(about, bytes) else about or ""
        words = self._words.get((text, told)) or self._words.get(text)
        if self._words is FRENCH:
            assert words is not None, text
        return words[n > 1] if isinstance(words, tuple) else words


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str, Words], None]]:
    installed: list[Translator] = []

    def use(locale: str, words: Words) -> None:
        while installed:
            qapp.removeTranslator(installed.pop())
        QLocale.setDefault(QLocale(locale))
        installed.append(Translator(words))
        qapp.installTranslator(installed[-1])

    yield use
    for translator in installed:
        qapp.removeTranslator(translator)


def event(*rules: str, when: When = EVENING, **other: tuple[Moment, ...]) -> Event:
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
        ("FREQ=DAILY;BYHOUR=9", "by the rule FREQ=DAILY;BYHOUR=9", "selon la règle FREQ=DAILY;BYHOUR=9"),
        ("FREQ=YEARLY;BYWEEKNO=20", "by the rule FREQ=YEARLY;BYWEEKNO=20",
         "selon la règle FREQ=YEARLY;BYWEEKNO=20"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", "by the rule FREQ=MONTHLY;BYMONTHDAY=-2",
         "selon la règle FREQ=MONTHLY;BYMONTHDAY=-2"),
        ("FREQ=DAILY;INTERVAL=0", "by a rule that cannot be read: FREQ=DAILY;INTERVAL=0",
         "selon une règle illisible\u00a0: FREQ=DAILY;INTERVAL=0"),
    ],
)  # fmt: skip
def test_rules_in_words(
    rule: str, english: str, french: str, speak: Callable[[str, Words], None], qtbot: QtBot
) -> None:
    speak("en_GB", ENGLISH)
    assert recurrence_words(event(rule)) == english
    speak("fr_FR", FRENCH)
    assert recurrence_words(event(rule)) == french


def test_what_goes_with_a_rule(speak: Callable[[str, Words], None]) -> None:
    dates = (Moment(date(2026, 6, 16)), Moment(date(2026, 6, 23)))
    speak("fr_FR", FRENCH)
    assert recurrence_words(event()) == ""
    assert recurrence_words(event(rdates=dates)) == "à 2 autres dates"
    assert recurrence_words(event("FREQ=WEEKLY", exdates=dates[:1])) == "chaque mardi, sauf à une date"
    both = recurrence_words(event("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=DAILY"))
    assert both == "tous les jours\u202f; chaque mardi"


def test_each_month_has_its_words(speak: Callable[[str, Words], None]) -> None:
    speak("fr_FR", FRENCH)
    for month in range(1, 13):
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY=1MO"
        name = QLocale().standaloneMonthName(month)
        assert recurrence_words(event(rule)).endswith(f"{'’' if name[0] in 'ao' else 'e '}{name}")


def test_all_days_and_other_places(speak: Callable[[str, Words], None]) -> None:
    speak("en_US", ENGLISH)
    assert recurrence_words(event("FREQ=YEARLY", when=WHOLE_DAY)) == "every year on July 21"
    until = "FREQ=YEARLY;UNTIL=20300721T000000Z"
    assert recurrence_words(event(until, when=WHOLE_DAY)) == "every year on July 21, until July 21, 2030"
    speak("fr_BE", FRENCH)
    assert recurrence_words(event("FREQ=YEARLY", when=WHOLE_DAY)) == "chaque année, le 21 juillet"


def test_a_long_rule_is_cut_short(speak: Callable[[str, Words], None]) -> None:
    speak("en_GB", ENGLISH)
    words = recurrence_words(event("FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 366)))))
    assert len(words) < 250
    assert words.endswith("…")
