"""Under the times of an event: what their zone makes of them, and a way to another where nobody knows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.when import When
from ui.models.beside import Beside
from ui.models.zone_words import lacks_zone, zone_notes
from ui.widgets.plain_label import PlainLabel


class WhenNote(QWidget):
    """Sentences, and a button only where a zone is to be chosen."""

    zone_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = PlainLabel(self, role="muted")
        self._words.setObjectName("when-note")
        self._words.setWordWrap(True)
        self._choose = QPushButton(self)
        self._choose.setObjectName("choose-zone")
        self._choose.setProperty("quiet", True)
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self.zone_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        self._retranslate()

    def show_when(self, when: When, beside: Beside, *, read_only: bool) -> bool:
        """False where there is nothing to say."""
        notes = zone_notes(when, beside.local, beside.zones)
        self._words.setText("\n".join(notes))
        self._choose.setVisible(not read_only and lacks_zone(when, beside.zones))
        return bool(notes)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._choose.setText(self.tr("Choose the zone"))
