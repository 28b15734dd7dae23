"""The time zone of an event: found by typing a part of its name, or none at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ui.widgets.calm_box import CalmBox
from ui.widgets.phrase_field import mark_invalid

FLOATING = ""
UTC = "UTC"


class ZoneField(CalmBox):
    """A TZID, or "" for a floating time (RFC 5545 3.3.5), the same on every clock.

    The zones of the database are read when they are first wanted: that takes up to 40 ms. A TZID that is
    none of them, such as one that a file defines, is shown as it is. A text that names no zone stays as it
    was typed, and sets the property `invalid` once it is left.
    """

    edited = Signal(str)  # the TZID, from the person only
    invalid = Signal(str)  # the text, at each key that leaves it no zone
    left = Signal()  # or a zone was picked, which is done with it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tzid = FLOATING
        self._local = UTC
        self._recent: tuple[str, ...] = ()
        self._zones: tuple[str, ...] = ()  # empty until they are read
        self._typing = False
        self._understood = True
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(14)
        self.setCompleter(ZoneCompleter(self.model(), self))
        self._line.textEdited.connect(self._on_typed)
        self.activated.connect(self._on_activated)
        self._list()
        self._retranslate()

    def tzid(self) -> str:
        """The last zone that was understood."""
        return self._tzid

    def set_tzid(self, tzid: str) -> None:
        """Show it without a signal; the text that says it stays as long as somebody is typing it."""
        if not (self._typing and self._understood and tzid == self._tzid):
            self._tzid = tzid
            self._show()

    def set_local(self, tzid: str) -> None:
        """The agenda's zone, which stands first."""
        self._local = tzid
        self._list()

    def set_recent(self, tzids: Sequence[str]) -> None:
        """The zones used last, which follow the agenda's."""
        self._recent = tuple(tzids)
        self._list()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._retranslate()

    def showPopup(self) -> None:
        self._read_zones()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._read_zones()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.view().isVisible():
            self._settle()
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        # The parts need names of their own, which no other field's parts have.
        self._line.setAccessibleName(f"{self.tr('Search for a zone')}: {self.accessibleName()}")
        self.view().setAccessibleName(f"{self.tr('Zones')}: {self.accessibleName()}")
        self.setItemText(self.findData(FLOATING), self._label(FLOATING))
        if not self._typing:
            self._show()

    def _label(self, tzid: str) -> str:
        return self.tr("Floating (no zone)") if tzid == FLOATING else tzid

    def _read_zones(self) -> None:
        if not self._zones:
            self._zones = tuple(sorted(_places()))
            self._list()

    def _list(self) -> None:
        """Fill the list, and leave the text alone."""
        text = self._line.text()
        first = dict.fromkeys((self._local, *self._recent, FLOATING, UTC))
        with QSignalBlocker(self):
            self.clear()
            for tzid in first:
                self.addItem(self._label(tzid), tzid)
            self.insertSeparator(self.count())
            for tzid in self._zones:
                if tzid not in first:
                    self.addItem(tzid, tzid)
            self.setCurrentIndex(self.findData(self._tzid))
            self.setEditText(text)

    def _show(self) -> None:
        self._typing, self._understood = False, True
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._tzid))
            self.setEditText(self._label(self._tzid))
        self._line.setCursorPosition(0)  # the beginning of a long name tells more than its end
        mark_invalid(self, False)

    def _on_typed(self, text: str) -> None:
        self._typing = True
        mark_invalid(self, False)
        tzid = self._zone_of(text)
        if tzid is None:
            self._understood = False
            self.invalid.emit(text)
        else:
            self._take(tzid)

    def _on_activated(self, index: int) -> None:
        tzid = self.itemData(index)
        if isinstance(tzid, str):  # the separator has none
            self._take(tzid)
            self._show()
            self.left.emit()

    def _take(self, tzid: str) -> None:
        if tzid != self._tzid or not self._understood:
            self._tzid, self._understood = tzid, True
            self.edited.emit(tzid)

    def _zone_of(self, text: str) -> str | None:
        """The zone of that name, however it is written, or the only one in a place of that name."""
        self._read_zones()
        wanted = _folded(text)
        offered = dict.fromkeys((FLOATING, UTC, self._tzid, self._local, *self._recent, *self._zones))
        named = [tzid for tzid in offered if _folded(self._label(tzid)) == wanted]
        found = named or [tzid for tzid in self._zones if _folded(tzid).endswith(f"/{wanted}")]
        return found[0] if wanted and len(found) == 1 else None

    def _settle(self) -> None:
        """Write what was understood in full. A text that was set from outside is read as if it were typed."""
        if not self._typing and self.currentText() != self._label(self._tzid):
            self._on_typed(self.currentText())
        self._typing = False
        if self._understood:
            self._show()
        else:
            mark_invalid(self, True)


class ZoneCompleter(QCompleter):
    """Offers the zones with the typed text anywhere in their names; a space stands for their underscore."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)

    def splitPath(self, path: str) -> list[str]:
        return [path.strip().replace(" ", "_")]


def _folded(text: str) -> str:
    return text.strip().replace(" ", "_").casefold()


def _places() -> Iterable[str]:
    """The zones named after places; the others (GMT, EST, Etc/GMT+1) are kept for old programs' sake."""
    from zoneinfo import available_timezones  # not wanted before the first paint

    return (tzid for tzid in available_timezones() if "/" in tzid and not tzid.startswith("Etc/"))
