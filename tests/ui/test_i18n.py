"""Every word in every language, as its readers write it; and the change from one language to the other."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import dev
from resources.i18n import texts
from ui.i18n import FOLDER, Languages, language_of, locale_of


@dataclass(frozen=True)
class Message:
    """One message of a .ts file. forms: the translation, or its plural forms."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool

    @property
    def key(self) -> str:
        """How a failing test calls it."""
        return f"{self.context}: {self.source}"


def messages(language: str) -> list[Message]:
    return list(_messages(FOLDER / f"parvis_{language}.ts"))


def _messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).iter("context"):
        for node in context.iter("message"):
            translation = node.find("translation")
            assert translation is not None
            plural = node.get("numerus") == "yes"
            forms = [its.text or "" for its in translation.iter("numerusform")]
            yield Message(
                context.findtext("name") or "",
                node.findtext("source") or "",
                tuple(forms) if plural else (translation.text or "",),
                plural,
                translation.get("type") is None,
            )


FRENCH = messages("fr")


def test_the_files_have_the_texts_of_the_code_and_no_others() -> None:
    wanted = {(its.context, its.source, its.plural) for its in texts.texts()}
    assert {(its.context, its.source, its.plural) for its in FRENCH} == wanted


def test_every_text_is_translated() -> None:
    assert [its.key for its in FRENCH if not its.finished or not all(its.forms)] == []


def test_english_has_both_forms_of_every_plural() -> None:
    english = messages("en")
    assert {its.key for its in english} == {its.key for its in FRENCH if its.plural}
    assert [its.key for its in english if not its.finished or len(its.forms) != 2 or not all(its.forms)] == []


def blanks(text: str) -> set[str]:
    """What a program fills in: %n, %1, {0}, {name}; and tags."""
    fields = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return fields | set(re.findall(r"%n|%L?\d|</?\w+", text))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_translation_has_the_blanks_of_its_source(language: str) -> None:
    wrong = [
        its.key
        for its in messages(language)
        for form in its.forms
        # One of something may be said without its number.
        if blanks(form) != blanks(its.source)
        and not (its.plural and blanks(form) | {"%n"} == blanks(its.source))
    ]
    assert wrong == []


def test_an_access_key_stays_one_and_none_appears() -> None:
    pattern = re.compile(r"&(?=[^\s&])")
    assert [its.key for its in FRENCH for form in its.forms if len(pattern.findall(form)) > 1] == []
    without = [its for its in FRENCH if not pattern.search(its.source)]
    assert [its.key for its in without for form in its.forms if pattern.search(form)] == []


FRENCH_RULES = {
    "a straight apostrophe": r"'",
    "a straight quotation mark": r'(?<!=)"(?![>\w])',
    "English quotation marks": r"[“”]",
    "three dots": r"\.\.\.",
    "no narrow no-break space before ; ! ?": r"(?<![\u202f;!?])[;!?]",
    "no no-break space before :": r"(?<!\u00a0):(?!//|\d)",
    "no no-break space after «": r"«(?!\u00a0)",
    "no no-break space before »": r"(?<!\u00a0)»",
    "a space before a comma or a full stop": r"[ \u00a0\u202f][,.](?!\w)",
    "a space at an end": r"^\s|\s$",
    "two spaces": r"[ \u00a0\u202f]{2}",
}


@pytest.mark.parametrize("rule", FRENCH_RULES)
def test_french_typography(rule: str) -> None:
    pattern = re.compile(FRENCH_RULES[rule])
    # What is no French: addresses, blanks, tags, and what parts the filters of a file dialog.
    foreign = r"https?://\S+|&\w+;|%\w|<[^>]*>|;;"
    said = [re.sub(foreign, "x", form) for its in FRENCH for form in its.forms]
    assert [text for text in said if pattern.search(text)] == []


@pytest.mark.parametrize("text", ["l'an", "Bonjour!", "Titre: x", "«mot»", "“mot”", "fin...", "mot ,"])
def test_the_rules_find_what_they_are_for(text: str) -> None:
    assert any(re.search(pattern, text) for pattern in FRENCH_RULES.values())


def test_english_is_typographic_too() -> None:
    assert [its.key for its in FRENCH if re.search(r"\w'|\.\.\.", its.source)] == []


# The change of language


class Heard(QWidget):
    """Counts how often it is told of a change of language, and says what it would write then."""

    def __init__(self) -> None:
        super().__init__()
        self.cancel: list[str] = []
        self.locales: list[str] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.cancel.append(QCoreApplication.translate("QPlatformTheme", "Cancel"))
            self.locales.append(QLocale().name())
        super().changeEvent(event)


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    dev.compile_translations(Path(QtCore.__file__).parent)
    made = Languages(qapp)
    yield made
    made.set_language("en")
    made.deleteLater()
    # Now, or the next test that runs no event loop would still read these words.
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


def test_every_widget_hears_of_a_change_once_and_writes_in_the_new_language(
    languages: Languages, qtbot: QtBot
) -> None:
    widget = Heard()
    qtbot.addWidget(widget)
    for choice in ("fr", "pseudo", "en", "fr", "fr"):
        languages.set_language(choice)
        assert languages.language == choice
    assert widget.cancel == ["Annuler", "[Çààñçéél·]", "Cancel", "Annuler", "Annuler"]
    assert widget.locales == ["fr_FR", "en_GB", "en_GB", "fr_FR", "fr_FR"]


def test_who_listens_hears_of_it_when_it_is_done(languages: Languages) -> None:
    heard: list[tuple[str, str]] = []
    languages.changed.connect(lambda: heard.append((languages.language, QLocale().name())))
    languages.set_language("fr")
    assert heard == [("fr", "fr_FR")]


def test_our_own_words_are_those_of_the_language(languages: Languages) -> None:
    languages.set_language("fr")
    assert QCoreApplication.translate("EventWords", "Confirmed") == "Confirmé"
    languages.set_language("en")
    assert QCoreApplication.translate("EventWords", "Confirmed") == "Confirmed"


def test_english_counts_as_english_does(languages: Languages) -> None:
    languages.set_language("en")
    plural = next(its for its in messages("en") if its.source.startswith("%n"))
    said = [QCoreApplication.translate(plural.context, plural.source, "", n) for n in (0, 1, 2)]
    assert said == [plural.forms[n != 1].replace("%n", str(n)) for n in (0, 1, 2)]


def test_without_a_choice_the_system_s_language_counts(languages: Languages) -> None:
    for choice in ("system", "", "kl"):
        languages.set_language(choice)
        assert languages.language == "en"  # the tests' own


@pytest.mark.parametrize(
    ("system", "language", "french", "english"),
    [
        ("fr_BE", "fr", "fr_BE", "en_BE"),
        ("fr_FR", "fr", "fr_FR", "en_FR"),
        ("en_US", "en", "fr_FR", "en_US"),
        ("de_BE", "en", "fr_BE", "en_BE"),
        ("ja_JP", "en", "fr_FR", "en_JP"),
        ("C", "en", "fr_FR", "en_GB"),
    ],
)
def test_dates_are_written_as_in_the_person_s_country(
    system: str, language: str, french: str, english: str
) -> None:
    locale = QLocale(system)
    assert language_of(locale) == language
    assert (locale_of("fr", locale).name(), locale_of("en", locale).name()) == (french, english)
