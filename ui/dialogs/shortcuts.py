"""Every action with its keys, as the table of actions has them, and the keys that work inside a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from core.phrases.names import fold
from ui.action_spec import ActionSpec, Menu
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.widgets.plain_table import PlainTable

Entry = tuple[str, str]


class ShortcutsDialog(QDialog):
    """actions: as Actions.all() gives them."""

    def __init__(self, actions: Sequence[tuple[ActionSpec, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "shortcuts")
        self.resize(520, 560)
        self._search = QLineEdit(self)
        self._search.setObjectName("shortcuts-search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _: self._fill())
        self._table = PlainTable("shortcuts-table", 2, 0, self)
        self._close = QPushButton(self)
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        column.addSpacing(4)
        column.addWidget(buttons_of(self, [(self._close, "close", Role.RejectRole, self.close)]))
        self._retranslate()

    def _entries(self) -> dict[str, list[Entry]]:
        """By the words of their menu, in its order."""
        found: dict[str, list[Entry]] = {}
        for menu in Menu:
            its = [action for spec, action in self._actions if spec.menu is menu and action.shortcuts()]
            found[menu.words().replace("&", "")] = [(action.iconText(), keys_of(action)) for action in its]
        found[self.tr("In a date or a time")] = [
            (self.tr("A day or a quarter of an hour on, back"), _keys("Up", "Down")),
            (self.tr("A month or an hour on, back"), _keys("PgUp", "PgDown")),
            (self.tr("Choose from the calendar or the list"), _keys("Alt+Down")),
        ]
        found[self.tr("In the comments")] = [
            (self.tr("Post the comment"), _keys("Ctrl+Return")),
            (self.tr("Fold the form: what is written stays"), _keys("Esc")),
            (self.tr("Edit the comment with the ring"), _keys("F2")),
            (self.tr("All that can be done with it"), _keys("Return", "Menu")),
        ]
        return found

    def _fill(self) -> None:
        wanted = fold(self._search.text()).split()
        self._table.setRowCount(0)
        for heading, entries in self._entries().items():
            shown = [entry for entry in entries if _holds((heading, *entry), wanted)]
            if shown:
                self._add_heading(heading)
            for entry in shown:
                self._table.add(entry)

    def _add_heading(self, text: str) -> None:
        (item,) = self._table.add([text])
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._table.setSpan(item.row(), 0, 1, 2)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Action or keys to find"))
        self._table.setAccessibleName(self.tr("Actions and their keys"))
        self._table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._close.setText(self.tr("Close"))
        self._fill()


def _holds(texts: Sequence[str], wanted: Sequence[str]) -> bool:
    folded = fold(" ".join(texts))
    return all(word in folded for word in wanted)


def keys_of(action: QAction) -> str:
    """All its keys, as they are written on this system."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())


def _keys(*portable: str) -> str:
    return ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in portable)
