"""An event of an import in detail: what it says or, beside ours, each field in which the two differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.event import EDITABLE, Event
from core.planned import OTHER, Choice, Fate, FieldKey, Item, Way
from ui.dialogs.conflict import parted
from ui.models.event_words import field_words, value_words, when_words
from ui.models.import_words import sentence
from ui.widgets.click_label import ClickLabel
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from core.deciding import Difference

CONTEXT = "ImportPreview"

# Differences shown of one event; the buttons for all are about the others, too.
MOST = 40
_SPACES = re.compile(r"(\s+)")
_PIECES = re.compile(r"[^/?&=.]{1,12}[/?&=.]{0,3}|[/?&=.]{1,12}")  # of an address, as a person would part it
# What a side has room for in the smallest window, in pixels.
NARROW = 120
# Characters shown of a value where nothing is to be compared.
LONG = 600


class ImportFields(QScrollArea):
    """Tells what is chosen of the event that is shown."""

    chosen = Signal(object)  # Choice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import-fields")
        self.setAccessibleName(QCoreApplication.translate(CONTEXT, "The event in detail"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keys: tuple[FieldKey, ...] = ()
        self._ours: dict[FieldKey, QRadioButton] = {}
        self._theirs: dict[FieldKey, QRadioButton] = {}
        self._way = Way.TAKE
        self._others: frozenset[FieldKey] = frozenset()
        self._rows = QWidget()
        self.show_nothing()

    def show_nothing(self) -> None:
        self._start()

    def _start(self) -> QVBoxLayout:
        self._ours.clear()
        self._theirs.clear()
        inner = QWidget()
        inner.setProperty("surface", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.setWidget(inner)
        return column

    def show_item(self, item: Item, event: Event, choice: Choice, notes: Sequence[str] = ()) -> None:
        """event: as it is in the file. choice: what holds of it. notes: what is to be said of its times."""
        from core.deciding import differences, proposed

        found = differences(item)
        ours = proposed(item) if choice.ours is None else choice.ours
        self._way = choice.way if choice.way is not Way.LEAVE else Way.TAKE
        self._keys = tuple(its.key for its in found)
        column = self._start()
        column.addWidget(self._label(_breakable(event.summary) or self.tr("(No title)"), "heading"))
        column.addWidget(self._label(_breakable(_when_and_where(event)), "muted"))
        for note in notes:
            column.addWidget(self._label(_breakable(note), "muted"))
        column.addWidget(self._label(sentence(item.fate)))
        if _both_changed(item, found):
            column.addWidget(self._label(self.tr("It was changed here later than in the file."), "muted"))
        if item.fate is Fate.TWIN:
            column.addWidget(self._made_ways())
        if item.stored is None or item.fate is Fate.SAME:
            self._add_values(column, event)
        else:
            self._add_differences(column, found, ours)
        column.addStretch(1)
        before: QWidget = self
        for button in self.findChildren(QAbstractButton):  # made last, and thus else gone to last
            self.setTabOrder(before, button)
            before = button

    def _label(self, text: str, role: str = "") -> PlainLabel:
        label = PlainLabel(role=role, text=text)
        label.setWordWrap(True)
        return label

    # One that meets none of ours

    def _add_values(self, column: QVBoxLayout, event: Event) -> None:
        blank = Event("", event.when)
        for name in EDITABLE:
            if name not in ("when", "summary") and getattr(event, name) != getattr(blank, name):
                column.addSpacing(4)
                column.addWidget(self._label(field_words(name), "meta"))
                column.addWidget(self._label(_cut(value_words(name, event))))

    # One that meets one of ours

    def _made_ways(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for way, name, words in (
            (Way.TAKE, "merge", self.tr("Merge into ours")),
            (Way.BOTH, "both", self.tr("Keep both")),
        ):
            button = QRadioButton(words, box)
            button.setObjectName(f"import-{name}")
            button.setChecked(self._way is way)
            button.clicked.connect(lambda _checked=False, way=way: self._choose_way(way))
            column.addWidget(button)
        return box

    def _add_differences(
        self, column: QVBoxLayout, found: Sequence[Difference], ours: frozenset[FieldKey]
    ) -> None:
        if not found:
            column.addWidget(self._label(self.tr("Only the date of its last change differs."), "muted"))
            return
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(16)
        for its in found[:MOST]:
            rows.addWidget(self._made_row(its, its.key in ours))
        if len(found) > MOST:
            rows.addWidget(self._label(self.tr("… and %n more", "", len(found) - MOST), "muted"))
        if len(found) > 1:
            column.addWidget(self._made_buttons())
        column.addWidget(self._rows)
        self._rows.setEnabled(self._way is Way.TAKE)
        self._others = frozenset(ours - self._ours.keys())

    def _made_buttons(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for name, words, act in (
            ("ours", self.tr("All as here"), lambda: self._choose_all(self._ours, frozenset(self._keys))),
            ("theirs", self.tr("All from the file"), lambda: self._choose_all(self._theirs, frozenset())),
        ):
            button = QPushButton(words, box)
            button.setObjectName(f"import-all-{name}")
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _made_row(self, its: Difference, is_ours: bool) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        title = _title(its.key)
        grid.addWidget(self._label(title, "heading"), 0, 0, 1, 2)
        group = QButtonGroup(row)
        sides = ((self._ours, "ours", self.tr("Here")), (self._theirs, "theirs", self.tr("In the file")))
        for column, ((side, end, words), text) in enumerate(zip(sides, _texts(its), strict=True)):
            button = QRadioButton(words, row)
            button.setObjectName("-".join(filter(None, ("import", its.key[0], its.key[2] or "other", end))))
            button.setAccessibleName(f"{title}, {words}: {text}")
            button.setChecked(is_ours == (side is self._ours))
            button.clicked.connect(self._tell)
            side[its.key] = button
            group.addButton(button)
            grid.addWidget(_card(button, text, row), 1, column)
            grid.setColumnStretch(column, 1)
        return row

    # What is chosen

    def _choose_way(self, way: Way) -> None:
        self._way = way
        if self._keys:
            self._rows.setEnabled(way is Way.TAKE)
        self._tell()

    def _choose_all(self, side: dict[FieldKey, QRadioButton], others: frozenset[FieldKey]) -> None:
        for button in side.values():
            button.setChecked(True)
        self._others = others - self._ours.keys()
        self._tell()

    def _tell(self) -> None:
        ours = frozenset(key for key, button in self._ours.items() if button.isChecked())
        self.chosen.emit(Choice(self._way, ours | self._others if self._keys else None))


def _title(key: FieldKey) -> str:
    """The field; of a single date of a series, that date too."""
    name = QCoreApplication.translate(CONTEXT, "Other details") if key == OTHER else field_words(key[2])
    return f"{name} ({key[0]})" if key[0] else name


def _texts(its: Difference) -> tuple[str, str]:
    if its.ours is None or its.theirs is None:
        nothing = QCoreApplication.translate(CONTEXT, "(nothing)")
        return parted(its.our_lines or nothing, its.their_lines or nothing)
    return parted(value_words(its.key[2], its.ours), value_words(its.key[2], its.theirs))


def _card(button: QRadioButton, text: str, parent: QWidget) -> QWidget:
    card = QFrame(parent)
    card.setProperty("boxed", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(8, 8, 8, 8)
    column.setSpacing(4)
    value = ClickLabel(card)
    value.setText(_breakable(text, value.fontMetrics().horizontalAdvance))
    value.setContentsMargins(24, 0, 0, 0)
    value.clicked.connect(button.click)
    column.addWidget(button)
    column.addWidget(value)
    column.addStretch(1)
    return card


def _breakable(text: str, width: Callable[[str], int] = lambda word: NARROW * len(word) // 20) -> str:
    """A line without a space could be as long as it likes, and make the card as wide. width: in pixels."""
    words = (
        word if width(word) <= NARROW else "\u200b".join(_PIECES.findall(word))
        for word in _SPACES.split(text)
    )
    return "".join(words)


def _when_and_where(event: Event) -> str:
    when = QCoreApplication.translate(CONTEXT, "No date") if event.undated else when_words(event.when)
    return "\n".join(filter(None, (when, event.place.location)))


def _both_changed(item: Item, found: Sequence[Difference]) -> bool:
    """Whether ours was changed last though the file counts as newer: both sides have news."""
    if item.fate is not Fate.CHANGED:
        return False
    return any(
        its.ours
        and its.theirs
        and its.ours.last_modified
        and its.theirs.last_modified
        and its.ours.last_modified > its.theirs.last_modified
        for its in found
    )


def _cut(text: str) -> str:
    return _breakable(text if len(text) <= LONG else f"{text[:LONG]}…")
