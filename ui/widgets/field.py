"""A control with its label, and under it what is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.glyph import Glyph
from ui.widgets.phrase_field import mark_invalid
from ui.widgets.plain_label import PlainLabel

# In pixels: the height of a one-line control, beside which a label at the left stands.
CONTROL = 32
GAP = 12


class Field(QWidget):
    """The label stands above, until set_label_left gives it a column at the left.

    The line under the control has the control's objectName and ``-problem``.
    """

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = widget
        self.problem = ""
        self._head = QWidget(self)
        self._label = PlainLabel(self._head)
        self._label.setBuddy(widget)
        self._head.hide()
        self._line = QWidget(self)
        self._words = PlainLabel(self._line, role="problem")
        self._words.setWordWrap(True)
        self._words.setObjectName(f"{widget.objectName()}-problem")
        self._left = 0
        self._lay_out()

    def _lay_out(self) -> None:
        # Not the label's own minimum height: it keeps the size that it once asked for.
        self._drop = QVBoxLayout(self._head)
        self._drop.setSpacing(0)
        self._drop.addWidget(self._label)
        mark = QHBoxLayout(self._line)
        mark.setContentsMargins(0, 0, 0, 0)
        mark.setSpacing(4)
        glyph = Glyph("circle-alert", self._line, role="problem", size=14)
        mark.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        mark.addWidget(self._words, 1)
        self._line.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._place()

    def _place(self) -> None:
        left = self._left > 0
        drop = (CONTROL - self._label.sizeHint().height()) // 2 if left else 0
        self._drop.setContentsMargins(0, drop, 0, 0)
        top = Qt.AlignmentFlag.AlignTop if left else Qt.AlignmentFlag(0)
        for widget in (self._head, self.widget, self._line):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._head, 0, 0, 1, 1 if left else 2, top)
        self._grid.addWidget(self.widget, 0 if left else 1, 1 if left else 0, 1, 1 if left else 2)
        self._grid.addWidget(self._line, 2, 1 if left else 0, 1, 1 if left else 2)
        self._grid.setColumnMinimumWidth(0, self._left)

    def set_label(self, text: str) -> None:
        # With a buddy, "&" marks the letter of a shortcut.
        self._label.setText(text.replace("&", "&&"))
        self._head.setVisible(bool(text))

    @property
    def label_width(self) -> int:
        """What the label needs at the left of the control, in pixels, the gap included."""
        return self._label.sizeHint().width() + GAP

    def set_label_left(self, width: int) -> None:
        """A column so wide at the left; 0: the label stands above."""
        if width != self._left:
            self._left = width
            self._place()

    def set_problem(self, text: str) -> None:
        """Say it under the control, and to who asks for the control's description; "" when all is well."""
        self.problem = text
        self._words.setText(text)
        self._line.setVisible(bool(text))
        self.widget.setAccessibleDescription(text)
        mark_invalid(self.widget, bool(text))


class LabelColumn(QObject):
    """Puts the labels of several fields at the left in one column, or above where the pane is too narrow."""

    def __init__(self, pane: QWidget, fields: Iterable[Field], narrow: int) -> None:
        """narrow: the width of the pane, in pixels, under which labels stand above."""
        super().__init__(pane)
        self._pane = pane
        self._fields = tuple(fields)
        self._narrow = narrow
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and isinstance(event, QResizeEvent):
            self.arrange(event.size().width())
        return False

    def arrange(self, width: int) -> None:
        """Measure the labels anew, as after a change of language."""
        left = max(field.label_width for field in self._fields) if width >= self._narrow else 0
        for field in self._fields:
            field.set_label_left(left)
