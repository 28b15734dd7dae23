"""A menu whose entries are made when it is opened: recent agendas, languages, calendars to move to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry. checked: None for one that only does something; else it is one of several."""

    text: str
    choose: Callable[[], object]
    checked: bool | None = None
    tip: str = ""


class ChoiceMenu(QMenu):
    """title and choices are asked anew each time, so that language and state are the present ones."""

    def __init__(
        self,
        title: Callable[[], str],
        choices: Callable[[], Iterable[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._choices = choices
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._retranslate()

    def _fill(self) -> None:
        self.clear()
        group = QActionGroup(self)
        for choice in self._choices():
            action = self.addAction(choice.text.replace("&", "&&"))
            action.setToolTip(choice.tip or choice.text)
            if choice.checked is not None:
                action.setCheckable(True)
                action.setChecked(choice.checked)
                action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, choose=choice.choose: choose())
        if self.isEmpty():
            self.addAction(self.tr("(None)")).setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setTitle(self._title())
