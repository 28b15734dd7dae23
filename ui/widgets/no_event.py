"""What the centre shows while no event is selected, or several are: what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.glyph import Glyph
from ui.widgets.plain_label import PlainLabel


class NoEvent(QWidget):
    """Says how many events are selected, and offers to write one."""

    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no-event")
        self._selected = 0
        self._read_only = False
        self._heading = PlainLabel(self, role="heading")
        self._words = PlainLabel(self, role="muted")
        self._button = QPushButton(self)
        self._button.setObjectName("no-event-new")
        self._button.clicked.connect(self.new_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        glyph = Glyph("calendar-days", self, role="muted", size=40)
        column.addWidget(glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._heading, self._words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._retranslate()

    def show_selected(self, selected: int) -> None:
        """0, or how many events are selected where more than one is."""
        self._selected = selected
        self._retranslate()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        several = self._selected > 1
        self._heading.setText(self.tr("No event selected"))
        if several:
            self._heading.setText(self.tr("%n event(s) selected", "", self._selected))
            self._words.setText(self.tr("They can be exported, duplicated or deleted together."))
        elif self._read_only:
            self._words.setText(self.tr("Choose one in the list to read it."))
        else:
            self._words.setText(self.tr("Choose one in the list, or write a new one."))
        self._button.setText(self.tr("New event"))
        self._button.setVisible(not self._read_only and not several)
