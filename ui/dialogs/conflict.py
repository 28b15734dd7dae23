"""Two people changed the same fields of an event: for each, which of the two is to stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.event import Event
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.models.event_words import field_words, value_words
from ui.widgets.click_label import ClickLabel
from ui.widgets.plain_label import PlainLabel

# As much of a value as is shown, and of what both have before they part, in characters.
MOST = 400
BEFORE = 60
# In pixels.
WIDTH, TALLEST = 640, 560


class ConflictDialog(QDialog):
    """What was typed here is proposed. The only way out is an answer: any other would lose one of two."""

    def __init__(
        self, fields: Sequence[str], ours: Event, theirs: Event, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ours: dict[str, QRadioButton] = {}
        self._theirs: dict[str, QRadioButton] = {}
        column = column_of(self, "conflict")
        self.setWindowTitle(self.tr("Changed by two"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        words = PlainLabel(self, role="heading")
        words.setWordWrap(True)
        words.setText(
            self.tr("Somebody else changed “{0}” while you did. Choose which is to stay.").format(
                ours.summary or theirs.summary or self.tr("(No title)")
            )
        )
        column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(self._made_table(fields, ours, theirs), 1)
        column.addSpacing(8)
        column.addWidget(self._made_buttons())
        self.resize(WIDTH, min(TALLEST, column.totalHeightForWidth(WIDTH) + self._table_height))

    @classmethod
    def ask(cls, parent: QWidget, fields: Sequence[str], ours: Event, theirs: Event) -> frozenset[str]:
        """The names of the fields to keep as they are typed here."""
        dialog = cls(fields, ours, theirs, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.kept

    @property
    def kept(self) -> frozenset[str]:
        """The fields for which ours is chosen."""
        return frozenset(name for name, button in self._ours.items() if button.isChecked())

    def _made_table(self, fields: Sequence[str], ours: Event, theirs: Event) -> QScrollArea:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for name in fields:
            rows.addWidget(self._made_row(name, ours, theirs, inner))
        rows.addStretch(1)
        self._table_height = rows.totalHeightForWidth(WIDTH - 60)
        area = QScrollArea(self)
        area.setMinimumHeight(min(120, self._table_height))
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _made_row(self, name: str, ours: Event, theirs: Event, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(PlainLabel(row, role="heading", text=field_words(name)), 0, 0, 1, 2)
        texts = parted(value_words(name, ours), value_words(name, theirs))
        group = QButtonGroup(row)
        sides = ((self._ours, "ours", self.tr("Yours")), (self._theirs, "theirs", self.tr("Theirs")))
        for column, ((side, end, words), text) in enumerate(zip(sides, texts, strict=True)):
            button = QRadioButton(words, row)
            button.setObjectName(f"conflict-{name}-{end}")
            button.setAccessibleName(f"{field_words(name)}, {words}: {text}")
            side[name] = button
            group.addButton(button)
            grid.addWidget(self._made_card(button, text, row), 1, column)
            grid.setColumnStretch(column, 1)
        self._ours[name].setChecked(True)
        return row

    def _made_card(self, button: QRadioButton, text: str, parent: QWidget) -> QWidget:
        card = QFrame(parent)
        card.setProperty("boxed", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        value = ClickLabel(card)
        value.setText(text)
        value.setContentsMargins(26, 0, 0, 0)
        value.clicked.connect(button.click)
        column.addWidget(button)
        column.addWidget(value)
        column.addStretch(1)
        return card

    def _made_buttons(self) -> QWidget:
        keep = QPushButton(self.tr("Keep these"), self)
        ours, theirs = QPushButton(self.tr("All yours"), self), QPushButton(self.tr("All theirs"), self)
        ours.setAccessibleName(self.tr("Choose yours for all fields"))
        theirs.setAccessibleName(self.tr("Choose theirs for all fields"))
        box = buttons_of(
            self,
            [
                (keep, "keep", Role.AcceptRole, self.accept),
                (ours, "all-ours", Role.ActionRole, lambda: self._choose_all(self._ours)),
                (theirs, "all-theirs", Role.ActionRole, lambda: self._choose_all(self._theirs)),
            ],
        )
        several = len(self._ours) > 1
        ours.setVisible(several)
        theirs.setVisible(several)
        return box

    def _choose_all(self, side: dict[str, QRadioButton]) -> None:
        for button in side.values():
            button.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Not before there is an answer."""


def parted(ours: str, theirs: str) -> tuple[str, str]:
    """Two texts cut to what can be read at a glance, from a little before the place where they part."""
    if len(ours) <= MOST and len(theirs) <= MOST:
        return ours, theirs
    same = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    start = max(0, (min(len(ours), len(theirs)) if same is None else same) - BEFORE)
    return _cut(ours, start), _cut(theirs, start)


def _cut(text: str, start: int) -> str:
    before, after = "…" if start else "", "…" if len(text) > start + MOST else ""
    return f"{before}{text[start : start + MOST]}{after}"
