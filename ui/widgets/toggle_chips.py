"""A few values as chips, of which one holds or several; one stop of the Tab key."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.widgets.flow_layout import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """value: what the chip stands for. words: what stands on it. spoken: its name, where that says more."""

    value: Hashable
    words: str
    spoken: str = ""


class ToggleChips(QWidget):
    """The arrow keys go from one to the next; Space chooses. single: as of radio buttons, one always holds.

    Of several, the last that holds stays: none would mean nothing.
    """

    edited = Signal(tuple)  # the values that hold, in reading order; by the person only

    def __init__(self, name: str, *, single: bool = False, parent: QWidget | None = None) -> None:
        """name: the objectName; each chip has it with ``-`` and its number."""
        super().__init__(parent)
        self.setObjectName(name)
        self._single = single
        self._chips: list[ToggleChip] = []
        self._values: list[Hashable] = []
        self._held: frozenset[Hashable] = frozenset()
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(0, 2, 0, 2)  # in line with the controls at its side
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> list[ToggleChip]:
        """In reading order."""
        return list(self._chips)

    def values(self) -> tuple[Hashable, ...]:
        """Those that hold, in reading order."""
        return tuple(value for value in self._values if value in self._held)

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these, in place of what was offered; what held still does."""
        while len(self._chips) > len(offers):
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(offers):
            self._add()
        self._values = [its.value for its in offers]
        for chip, its in zip(self._chips, offers, strict=True):
            chip.setText(its.words.replace("&", "&&"))
            chip.setAccessibleName(its.spoken or its.words)
            chip.setToolTip(its.spoken)
            chip.updateGeometry()
        self._show()

    def set_values(self, values: Sequence[Hashable]) -> None:
        """Show that these hold, without a signal."""
        self._held = frozenset(values)
        self._show()

    def _add(self) -> None:
        chip = ToggleChip(self)
        chip.setObjectName(f"{self.objectName()}-{len(self._chips)}")
        chip.clicked.connect(lambda: self._on_clicked(chip))
        chip.stepped.connect(lambda step: self._on_stepped(chip, step))
        self._flow.addWidget(chip)
        self._chips.append(chip)
        chip.show()

    def _show(self) -> None:
        for chip, value in zip(self._chips, self._values, strict=True):
            chip.setChecked(value in self._held)
        if not any(chip.hasFocus() for chip in self._chips):
            first = next((chip for chip in self._chips if chip.isChecked()), None)
            self._let_in(first or (self._chips[0] if self._chips else None))

    def _let_in(self, way: ToggleChip | None) -> None:
        """The Tab key comes to this one."""
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is way else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self, chip: ToggleChip) -> None:
        value = self._values[self._chips.index(chip)]
        held = frozenset([value]) if self._single else self._held ^ {value}
        changed = bool(held) and held != self._held
        self._let_in(chip)
        if changed:
            self._held = held
        self._show()
        if changed:
            self.edited.emit(self.values())

    def _on_stepped(self, chip: ToggleChip, step: int) -> None:
        at = self._chips.index(chip) + step
        if 0 <= at < len(self._chips):
            self._let_in(self._chips[at])
            self._chips[at].setFocus(Qt.FocusReason.TabFocusReason)


class ToggleChip(QToolButton):
    """One of them. As wide as it is when it holds, so that nothing moves then."""

    stepped = Signal(int)  # 1 or -1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        text = self.text().replace("&&", "&")
        width = QFontMetrics(strong).horizontalAdvance(text) + 24
        return QSize(max(width, 36), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)
