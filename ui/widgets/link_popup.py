"""The small window by a word in which the address of its link is written."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.links import read_url
from ui.widgets.field import Field
from ui.widgets.popup_place import place_at
from ui.widgets.value_line import ValueLine, read_email

# In pixels, from the word.
GAP = 3

_FOLLOWED = re.compile(r"(https?://[^/\s]+|mailto:[^@\s]+@)\S*", re.IGNORECASE)


def read_link(text: str) -> str:
    """A web address or a mail address, as a link has it. Blank is "". Raises ValueError."""
    text = text.strip()
    if text and "@" in text and ":" not in text and "/" not in text:
        return f"mailto:{read_email(text)}"
    href = read_url(text)
    if href and not _FOLLOWED.fullmatch(href):
        raise ValueError(text)
    return href


class LinkPopup(QFrame):
    """Closes with Enter, with Escape, or with a click elsewhere, which changes nothing."""

    chosen = Signal(str)  # the address; "" takes the link away

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("link-popup")
        self.address = ValueLine("link-address", read_link, self)
        self.address.setMinimumWidth(280)
        self._field = Field(self.address, self)
        self._apply, self._remove = QPushButton(self), QPushButton(self)
        self._apply.setProperty("primary", True)
        self._remove.setProperty("quiet", True)
        self._apply.setObjectName("link-apply")
        self._remove.setObjectName("link-remove")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addLayout(row)
        self.address.textEdited.connect(lambda _text: self._field.set_problem(""))
        self.address.returnPressed.connect(self._on_apply)
        self._apply.clicked.connect(self._on_apply)
        self._remove.clicked.connect(lambda: self._choose(""))
        self._retranslate()

    def open_at(self, href: str, word: QRect) -> None:
        """word: where the text of the link is on the screen."""
        self._field.set_problem("")
        self.address.setText(href)
        self.address.selectAll()
        self._remove.setVisible(bool(href))
        place_at(word, self, gap=GAP)
        self.show()
        self.address.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_apply(self) -> None:
        try:
            self._choose(read_link(self.address.text()))
        except ValueError:
            self._field.set_problem(self.tr("That is no address. Example: https://example.org"))
            self.adjustSize()

    def _choose(self, href: str) -> None:
        self.close()
        self.chosen.emit(href)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Link"))
        self._field.set_label(self.tr("Address of the link"))
        self.address.setAccessibleName(self.tr("Address of the link"))
        self.address.setPlaceholderText("https://")
        self._apply.setText(self.tr("Set the link"))
        self._remove.setText(self.tr("Remove the link"))
