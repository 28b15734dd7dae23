"""The person's language: its words, its dates and numbers; it changes while the window is open."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from ui.pseudo import PseudoTranslator

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"
# What the person may choose; pseudo stands in no menu.
CHOICES = ("system", "fr", "en", "pseudo")
LOCALES = {"fr": "fr_FR", "en": "en_GB", "pseudo": "en_GB"}

log = logging.getLogger(__name__)


class Languages(QObject):
    """Puts the words of one language into the application."""

    changed = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self._language = "en"

    @property
    def language(self) -> str:
        """ "fr", "en" or "pseudo"."""
        return self._language

    def set_language(self, choice: str) -> None:
        """One of CHOICES; what is none of them counts as "system". Every widget has heard of it on return."""
        system = QLocale.system()
        self._language = choice if choice in LOCALES else language_of(system)
        # First the locale: widgets write their dates anew when the translators tell them.
        QLocale.setDefault(locale_of(self._language, system))
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = self._made()
        for translator in self._translators:
            self._application.installTranslator(translator)
        QCoreApplication.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self.changed.emit()

    def _made(self) -> list[QTranslator]:
        """The last one is asked first."""
        if self._language == "pseudo":
            return [PseudoTranslator(self)]
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [qt / f"qtbase_{self._language}.qm", FOLDER / f"parvis_{self._language}.qm"]
        return [its for its in map(self._loaded, files) if its is not None]

    def _loaded(self, file: Path) -> QTranslator | None:
        translator = QTranslator(self)
        if translator.load(str(file)):
            return translator
        log.warning("No words in %s", file.name)
        return None


def language_of(system: QLocale) -> str:
    """The language of ours that suits a system's locale."""
    return "fr" if system.language() == QLocale.Language.French else "en"


def locale_of(language: str, system: QLocale) -> QLocale:
    """The system's own locale where it is in this language; else the language as its country writes it."""
    usual = QLocale(LOCALES[language])
    if system.language() == usual.language():
        return system
    there = QLocale(usual.language(), system.territory())
    return there if there.territory() == system.territory() else usual
