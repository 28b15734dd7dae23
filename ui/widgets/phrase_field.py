"""A line in which a value is typed as people say it, and that shows at once what it understood."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QSizePolicy, QWidget

from core.phrases import Language
from ui.theme.icons import tinted
from ui.widgets.popup_place import place_by
from ui.widgets.ring import repolish

Value = TypeVar("Value")

_STEPS = {
    Qt.Key.Key_Up: (1, False),
    Qt.Key.Key_Down: (-1, False),
    Qt.Key.Key_PageUp: (1, True),
    Qt.Key.Key_PageDown: (-1, True),
}


def mark_invalid(field: QWidget, invalid: bool) -> None:
    """Set the property `invalid`, for style sheets and for who asks."""
    if bool(field.property("invalid")) != invalid:
        field.setProperty("invalid", invalid)
        repolish(field)


def language_in_force() -> Language:
    """That of the default QLocale, as far as phrases are concerned."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


class PhraseField(QLineEdit, Generic[Value]):
    """What the date field and the time field share; they say how a value is read, written, stepped, picked.

    A text that is not understood, as a blank one, stays as it was typed, has no value, and sets the property
    `invalid` once it is left.
    """

    edited = Signal(object)  # the value, from the person only: at each key that leaves the text understood
    invalid = Signal(str)  # the text, at each key that leaves it not understood
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Value | None = None
        self._understood = False
        self._taken = ""  # the text that was read or written last
        self._typing = False
        self._hint: Hint | None = None
        arrow = tinted("chevron-down", lambda: self.palette().color(QPalette.ColorRole.PlaceholderText))
        self._button = self.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)
        self._button.triggered.connect(self.open_popup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._settle)

    def read(self, text: str) -> Value | None:
        """The value that the text says, or None."""
        raise NotImplementedError

    def written(self, value: Value) -> str:
        """The text that shows the value."""
        raise NotImplementedError

    def stepped(self, value: Value | None, step: int, far: bool) -> Value | None:
        """The value one step (1 or -1) on, a far one with Page Up and Page Down; None: there is none."""
        raise NotImplementedError

    def longest(self) -> list[str]:
        """Texts of which one is as wide as the field has to be."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set again the words of the field's own."""
        raise NotImplementedError

    def pick(self, value: Value | None) -> None:
        """Open the popup at the value."""
        raise NotImplementedError

    def open_popup(self) -> None:
        if not self.isReadOnly():
            self._settle()
            self.pick(self._value)

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self._button.setVisible(not read_only)
        repolish(self)

    def name_button(self, text: str) -> None:
        """text: what it does; the field's own name is added, since a pane has several such buttons."""
        self._button.setText(f"{text}: {self.accessibleName()}" if self.accessibleName() else text)
        self._button.setToolTip(text)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.retranslate()

    def show_value(self, value: Value | None) -> None:
        """Show it without a signal; the phrase that says it stays as long as somebody is typing it."""
        if not (self._typing and self._understood and value == self._value):
            self._show(value)

    def choose(self, value: Value) -> None:
        """Show what the person picked, and tell."""
        self._show(value)
        self.edited.emit(value)

    def _show(self, value: Value | None) -> None:
        self._value, self._understood, self._typing = value, value is not None, False
        self._taken = "" if value is None else self.written(value)
        self.setText(self._taken)
        mark_invalid(self, False)
        self._hide_hint()

    def _on_typed(self, text: str) -> None:
        if not self._typing:
            self._typing = True
            self.begin_typing()
        self._taken = text
        self._value = self.read(text)
        self._understood = self._value is not None
        mark_invalid(self, False)
        self._show_hint()
        if self._understood:
            self.edited.emit(self._value)
        else:
            self.invalid.emit(text)

    def begin_typing(self) -> None:
        """Called before the first key of a phrase is read."""

    def _settle(self) -> None:
        """Write what was understood in full. A text that was set from outside is read as if it were typed."""
        if self.text() != self._taken:
            self._on_typed(self.text())
        self._typing = False
        self._hide_hint()
        if self._understood:
            self._show(self._value)
        else:
            mark_invalid(self, True)

    def _show_hint(self) -> None:
        said = "" if self._value is None else self.written(self._value)
        if not self.text().strip() or self.text() == said or not self.isVisible():
            self._hide_hint()
            return
        if self._hint is None:
            self._hint = Hint(self)
        self._hint.say(f"→ {said or '?'}")
        self.setAccessibleDescription(said)

    def _hide_hint(self) -> None:
        self.setAccessibleDescription("")
        if self._hint is not None:
            self._hint.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self.open_popup()
        elif step and not modifiers and not self.isReadOnly():
            self._take_step(*step)
        else:
            super().keyPressEvent(event)

    def _take_step(self, step: int, far: bool) -> None:
        self._settle()
        value = self.stepped(self._value, step, far)
        if value is not None:
            self.choose(value)
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._hide_hint()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._understood and not self._typing:
                self._show(self._value)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        base = super().sizeHint()
        # QLineEdit asks for the room of 17 x, besides its margins and buttons.
        wanted = max(map(metrics.horizontalAdvance, self.longest())) + 2 * metrics.horizontalAdvance(" ")
        return QSize(base.width() - 17 * metrics.horizontalAdvance("x") + wanted, base.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Hint(QLabel):
    """What a field understood, in a window that no pane's edge cuts; it takes neither focus nor mouse."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.ToolTip)
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFrameStyle(QFrame.Shape.StyledPanel | QFrame.Shadow.Plain)
        self.setMargin(4)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setFont(self._field.font())
        place_by(self._field, self)
        self.show()
