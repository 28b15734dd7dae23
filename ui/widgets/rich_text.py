"""The editor of a description: a page, and the few buttons that its HTML subset has a use for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from core.richtext import is_plain, to_plain
from ui.widgets.link_popup import LinkPopup
from ui.widgets.rich_page import RichPage
from ui.widgets.ring import repolish, ring
from ui.widgets.tool_row import ToolRow

# In the order of the toolbar: name, icon, key.
TOOLS = (
    ("bold", "bold", "Ctrl+B"),
    ("italic", "italic", "Ctrl+I"),
    ("heading", "heading-2", "Ctrl+Alt+2"),
    ("bullets", "list", "Ctrl+Shift+8"),
    ("numbers", "list-ordered", "Ctrl+Shift+7"),
    ("quote", "quote", "Ctrl+Shift+9"),
    ("link", "link", "Ctrl+K"),
)

# In pixels: a line of text, that stays in sight under the tools.
MIN_SEEN = 32


class RichText(QFrame):
    """Tells what the person wrote, in the subset of core.richtext; "" for nothing."""

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        parent: QWidget | None = None,
        *,
        follow: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._follow = follow
        self._area: QScrollArea | None = None
        self._html = ""
        self._silent = False
        self._popup: LinkPopup | None = None
        self.page = RichPage(self)
        self.page.setObjectName("description")
        self._toggles = {
            "bold": self.page.format.toggle_bold,
            "italic": self.page.format.toggle_italic,
            "heading": self.page.format.toggle_heading,
            "bullets": self.page.format.toggle_bullets,
            "numbers": self.page.format.toggle_numbers,
            "quote": self.page.format.toggle_quote,
        }
        self._bar = ToolRow(self)
        self._bar.setObjectName("rich-tools")
        self._buttons = {name: self._made(name, icon(picture), keys) for name, picture, keys in TOOLS}
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_state()

    def _made(self, name: str, icon: QIcon, keys: str) -> QToolButton:
        button = QToolButton(self._bar)
        button.setObjectName(f"format-{name}")
        button.setIcon(icon)
        button.setIconSize(QSize(18, 18))
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self._do(name))
        shortcut = QShortcut(QKeySequence(keys), self.page, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self._do(name))
        return button

    def _lay_out(self) -> None:
        # No focus proxy: the Tab key would go straight to it, past the tools.
        for one, next_one in pairwise([*self._buttons.values(), self.page]):
            self.setTabOrder(one, next_one)
        for button in self._buttons.values():
            self._bar.add(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, self._bar.sizeHint().height(), 0, 0)
        self._column.addWidget(self.page, 1)
        self.setProperty("boxed", True)

    def _connect(self) -> None:
        self.page.textChanged.connect(self._on_changed)
        self.page.cursorPositionChanged.connect(self._show_state)
        self.page.currentCharFormatChanged.connect(lambda _format: self._show_state())
        self.page.link_followed.connect(lambda href: self._follow(QUrl(href)))
        self.page.focused.connect(self._on_focus)

    def stick_to(self, area: QScrollArea) -> None:
        """Keep the tools, and the cursor, in sight while that area scrolls."""
        self._area = area
        area.verticalScrollBar().valueChanged.connect(lambda _value: self._place_bar())
        self.page.cursorPositionChanged.connect(self._show_cursor)

    def _place_bar(self) -> None:
        """At the top of the box, or of what is seen of it."""
        height = self._bar.sizeHint().height()
        hidden = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y() if self._area else 0
        edge = 2 if self.property("ringed") else 1
        top = max(0, min(hidden, self.height() - height - MIN_SEEN))
        self._bar.setGeometry(edge, top + (edge if top == 0 else 0), self.width() - 2 * edge, height)
        self._bar.raise_()

    def _show_cursor(self) -> None:
        if self._area is not None and self.page.hasFocus():
            place = self.mapTo(self._area.viewport(), self._cursor_place())
            scrolled = self._area.verticalScrollBar().value()
            self._area.ensureVisible(0, place.y() + scrolled, 0, self._bar.height() + MIN_SEEN)

    def _cursor_place(self) -> QPoint:
        return self.page.viewport().mapTo(self, self.page.cursorRect().center())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.page.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def html(self) -> str:
        return self._html

    def set_html(self, html: str) -> None:
        """Show the subset without a signal, unless it says what is there already: the cursor stays then."""
        if html == self._html or (self.page.hasFocus() and _says_the_same(html, self._html)):
            return
        self._silent = True
        self.page.set_html(html)
        self._html = self.page.html()
        self._silent = False
        self._show_state()

    def set_read_only(self, read_only: bool) -> None:
        self.page.setReadOnly(read_only)
        self._bar.setVisible(not read_only)
        self.setProperty("locked", read_only)
        repolish(self)
        self._column.setContentsMargins(0, 0 if read_only else self._bar.sizeHint().height(), 0, 0)
        self._retranslate()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.page.setAccessibleName(name)

    def _on_focus(self, there: bool) -> None:
        ring(self, there)
        self._place_bar()
        if not there:
            self.left.emit()

    def _on_changed(self) -> None:
        if self._silent or self.page.isReadOnly():
            return
        html = self.page.html()
        if html != self._html:
            self._html = html
            self.edited.emit(html)

    # Tools

    def _do(self, name: str) -> None:
        if self.page.isReadOnly():
            return
        if name == "link":
            self._edit_link()
        else:
            self._toggles[name]()
        self._show_state()

    def _show_state(self) -> None:
        for name, on in self.page.format.state().items():
            self._buttons[name].setChecked(on)

    def _edit_link(self) -> None:
        if self._popup is None:
            self._popup = LinkPopup(self.page)
            self._popup.chosen.connect(self._on_link)
        self.page.format.select_link()
        self._popup.open_at(self.page.format.href(), self._word_on_screen())

    def _word_on_screen(self) -> QRect:
        cursor = QTextCursor(self.page.textCursor())
        cursor.setPosition(cursor.selectionStart())
        word = self.page.cursorRect(cursor)
        return QRect(self.page.viewport().mapToGlobal(word.topLeft()), word.size())

    def _on_link(self, href: str) -> None:
        self.page.format.set_link(href)
        self._show_state()
        self.page.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = {
            "bold": self.tr("Bold"),
            "italic": self.tr("Italic"),
            "heading": self.tr("Heading"),
            "bullets": self.tr("Bulleted list"),
            "numbers": self.tr("Numbered list"),
            "quote": self.tr("Quote"),
            "link": self.tr("Link…"),
        }
        for name, _icon, keys in TOOLS:
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self._buttons[name].setAccessibleName(words[name])
            self._buttons[name].setToolTip(f"{words[name]} ({shown})")
        self.page.setPlaceholderText("" if self.page.isReadOnly() else self.tr("What it is about"))
        self.setAccessibleName(self.tr("Description"))


def _says_the_same(one: str, other: str) -> bool:
    """The same plain text, however its paragraphs were typed."""
    return is_plain(one) and is_plain(other) and to_plain(one) == to_plain(other)
