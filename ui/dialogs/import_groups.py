"""Which events of an import are in sight: all of them, those of one fate, or those that nothing dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QButtonGroup, QWidget

from core.planned import Fate
from ui.models.import_rows import UNDATED, Group
from ui.models.import_words import DOTS, ORDER, all_words, count_words, undated_words
from ui.widgets.filter_chips import Chip
from ui.widgets.flow_layout import FlowLayout


class ImportGroups(QWidget):
    """A chip for each that holds some but not all, beside that for all; where there is none, nothing.

    icon: draws ``dot:ok``. colour: of a role of the theme.
    """

    chosen = Signal(object)  # Group

    def __init__(
        self, icon: Callable[[str], QIcon], colour: Callable[[str], QColor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import-groups")
        self._icon = icon
        self._colour = colour
        self._chips = QButtonGroup(self)
        self._flow = FlowLayout(self, spacing=6)
        self._flow.setContentsMargins(0, 2, 0, 2)

    def show_counts(self, counts: Mapping[Fate, int], undated: int) -> None:
        """All are in sight again."""
        self._clear()
        total = sum(counts.values())
        self._add("all", all_words(total), None).setChecked(True)
        for fate in ORDER:
            if 0 < counts.get(fate, 0) < total:
                self._add(fate.value, count_words(fate, counts[fate]), fate, DOTS[fate])
        if 0 < undated < total:
            self._add(UNDATED, undated_words(undated), UNDATED)
        self.setVisible(len(self._chips.buttons()) > 1)

    def _clear(self) -> None:
        for old in self._chips.buttons():
            self._chips.removeButton(old)
            old.hide()
            old.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)

    def _add(self, name: str, words: str, group: Group, dot: str = "") -> Chip:
        chip = Chip(self._colour, parent=self)
        chip.setObjectName(f"import-group-{name}")
        chip.setText(words)
        if dot:
            chip.setIcon(self._icon(f"dot:{dot}"))
        chip.clicked.connect(lambda: self.chosen.emit(group))
        self._chips.addButton(chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip
