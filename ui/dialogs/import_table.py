"""The events of an import in a table; each is taken or left by its box."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.planned import Fate
from ui.models.import_rows import FATE, TITLE, WHEN, ImportRows
from ui.models.import_words import fate_words
from ui.widgets.plain_table import WholeRows

ROW = 32  # pixels
PADDING = 32  # of a cell, in pixels
DOT = 58  # that, and what stands before the words


class ImportTable(QTableView):
    """Space takes the event or leaves it, whichever cell is the current one."""

    def __init__(self, rows: ImportRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setObjectName("import-items")
        self.setAccessibleName(self.tr("Events of the file"))
        self.setModel(rows)
        self.setItemDelegate(WholeRows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self._set_up_header()

    def fit(self, fates: Iterable[Fate]) -> None:
        """Make the last column as wide as its words want, and leave the rest to the titles."""
        header = self.horizontalHeader()
        words = map(self.fontMetrics().horizontalAdvance, map(fate_words, fates))
        title = header.sectionSizeFromContents(FATE).width()
        header.resizeSection(FATE, max([title, *(width + DOT for width in words)]))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for section in (WHEN, FATE):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(WHEN, self.fontMetrics().horizontalAdvance("00/00/0000 00:00") + PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
