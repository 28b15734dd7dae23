"""Words as chips: typed one after another, offered from those in use, taken away by key or by mouse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLineEdit, QWidget

from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.ring import repolish, ring

MAX_TAG = 100
ENTRY_WIDTH = 80  # pixels; with less room the entry goes to the next line

_PARTS = re.compile(r"[,;\n\r\t]+")


class TagEditor(QFrame):
    """Tags in their order; what is typed is one at Enter, comma, semicolon, or when left."""

    edited = Signal(list)  # of str, by the person only
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[str] = []
        self._chips: list[Chip] = []
        self._offered: tuple[str, ...] = ()
        self._read_only = False
        self.entry = TagEntry(self)
        self._names = QStringListModel(self)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(4, 2, 4, 2)
        self._flow.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self.setProperty("boxed", True)
        self._completer = self._made_completer()
        self._popup().setProperty("popup", True)
        self.entry.textEdited.connect(self._on_typed)
        self.entry.entered.connect(self._on_entered)
        self.entry.went_back.connect(self._on_went_back)
        self.entry.removed_last.connect(self._remove_last)
        self.entry.focused.connect(self._on_focus)
        self._retranslate()

    def _made_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setWidget(self.entry)
        completer.activated.connect(self._on_chosen)
        return completer

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None  # it has one from the first call on
        return popup

    def tags(self) -> list[str]:
        return list(self._tags)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show them without a signal; what is being typed stays."""
        if list(tags) != self._tags:
            self._tags = list(tags)
            self._rebuild()

    def set_suggestions(self, names: Sequence[str]) -> None:
        """Offer these, in their order, while one types."""
        self._offered = tuple(names)
        self._fill_names()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.setProperty("locked", read_only)
        repolish(self)
        self._rebuild()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.entry.setAccessibleName(self.tr("Add to {0}").format(name) if name else "")
        self._popup().setAccessibleName(self.tr("Offered: {0}").format(name))

    # What is typed

    def _on_typed(self, text: str) -> None:
        if _PARTS.search(text):
            *whole, rest = _PARTS.split(text)
            self._add(whole)
            self.entry.setText(rest.lstrip())
            text = rest
        self._offer(text)

    def _offer(self, text: str) -> None:
        if not text.strip():
            self._popup().hide()
            return
        self._completer.setCompletionPrefix(text.strip())
        if self._completer.completionCount():
            self._completer.complete()
        else:
            self._popup().hide()

    def _on_chosen(self, tag: str) -> None:
        self.entry.clear()
        self._add([tag])

    def _on_entered(self) -> None:
        """Enter takes what is marked among those offered, else what is typed."""
        marked = self._popup().currentIndex() if self._popup().isVisible() else None
        if marked is not None and marked.isValid():
            self.entry.setText(marked.data())
        self._popup().hide()
        self._take_typed()

    def _take_typed(self) -> None:
        text = self.entry.text()
        self.entry.clear()
        self._add([text])

    def _add(self, tags: Sequence[str]) -> None:
        known = {tag.casefold() for tag in self._tags}
        new = []
        for tag in (self._as_offered(" ".join(tag.split())) for tag in tags):
            if tag and tag.casefold() not in known:
                known.add(tag.casefold())
                new.append(tag)
        if new:
            self._tell([*self._tags, *new])

    def _as_offered(self, tag: str) -> str:
        """In the writing that is in use already."""
        return next((name for name in self._offered if name.casefold() == tag.casefold()), tag)

    def _tell(self, tags: list[str]) -> None:
        self._tags = tags
        self._rebuild()
        self.edited.emit(list(tags))

    # Chips

    def remove(self, index: int) -> None:
        """Take one away, as its button does; the focus goes to the one that takes its place."""
        if self._read_only:
            return
        held = any(chip.button.hasFocus() for chip in self._chips)
        self._tell([*self._tags[:index], *self._tags[index + 1 :]])
        if held:
            self._focus_chip(index)
        self.left.emit()

    def _remove_last(self) -> None:
        if self._tags:
            self._tell(self._tags[:-1])

    def _on_went_back(self) -> None:
        self._focus_chip(len(self._chips) - 1)

    def _focus_chip(self, index: int) -> None:
        """Past the last chip is the entry."""
        chip = self._chips[index] if 0 <= index < len(self._chips) else None
        (chip.button if chip else self.entry).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(tag, removable=not self._read_only, parent=self) for tag in self._tags]
        for index, chip in enumerate(self._chips):
            self._flow.insert_widget(index, chip)
            chip.removed.connect(lambda index=index: self.remove(index))
            chip.stepped.connect(lambda step, index=index: self._focus_chip(max(0, index + step)))
            chip.show()
        # What is new stands at the end of the window's order: it comes to the entry, which steps behind it.
        for one, next_one in pairwise([self.entry, *(chip.button for chip in self._chips), self.entry]):
            self.setTabOrder(one, next_one)
        self.entry.setVisible(not self._read_only)
        self._fill_names()
        self._retranslate()
        self.updateGeometry()

    def _fill_names(self) -> None:
        known = {tag.casefold() for tag in self._tags}
        self._names.setStringList([name for name in self._offered if name.casefold() not in known])

    # What Qt asks and tells

    def _on_focus(self, there: bool) -> None:
        ring(self, there)
        if not there:
            self._take_typed()
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        # A list still open when its field is destroyed takes the process along.
        self._popup().hide()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._read_only:
            self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What a script or an input aid sends to the field by its name is typed, as if it had hit the line.
        if self._read_only or any(chip.button.hasFocus() for chip in self._chips):
            super().keyPressEvent(event)
        else:
            self.entry.event(event)  # not by way of the application: what the line refuses would come back

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for chip in self._chips:
            chip.button.setAccessibleName(self.tr("Remove {0}").format(chip.text))
            chip.button.setToolTip(self.tr("Remove {0}").format(chip.text))
        self.entry.setPlaceholderText("" if self._tags else self.tr("Add a category"))
        self.setAccessibleName(self.accessibleName())


class TagEntry(QLineEdit):
    """The line at the end of the chips; at its beginning, keys go on to the chips."""

    focused = Signal(bool)  # or left
    entered = Signal()
    went_back = Signal()
    removed_last = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_TAG)
        self.setProperty("bare", True)

    def sizeHint(self) -> QSize:
        return QSize(ENTRY_WIDTH, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 22)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif self.cursorPosition() == 0 and not self.hasSelectedText() and event.key() == Qt.Key.Key_Left:
            self.went_back.emit()
        elif not self.text() and event.key() == Qt.Key.Key_Backspace:
            self.removed_last.emit()
        else:
            super().keyPressEvent(event)
