"""The fields of a comment, new or edited: who writes, and what; what will not do is said at its field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from core.comment import Author, problems
from core.links import read_url
from ui.errors import bad_field
from ui.widgets.field import Field, LabelColumn

# Narrower than this, in pixels, labels stand above their fields.
NARROW = 232
SHORTEST, TALLEST = 3, 12  # lines of the text's box
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingText(QPlainTextEdit):
    """As high as what is written in it, within bounds; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        # A plain text edit's document is measured in lines.
        lines = max(SHORTEST, min(TALLEST, round(self.document().size().height())))
        room = 2 * (int(self.document().documentMargin()) + self.frameWidth()) + 8
        return QSize(200, lines * self.fontMetrics().lineSpacing() + room)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


def author_of(name: str, email: str, website: str) -> Author:
    """As typed; a web site without its scheme has one put before it."""
    try:
        website = read_url(website)
    except ValueError:
        website = website.strip()
    return Author(name.strip(), email.strip(), website)


class CommentFields(QWidget):
    """Name, e-mail, web site, text. prefix: of the objectNames, ``comment`` for a new one."""

    changed = Signal()
    send_asked = Signal()  # Ctrl+Enter
    fold_asked = Signal()  # Escape

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = prefix == "comment"
        self.name, self.email, self.website = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.words = GrowingText(self)
        self._inputs: dict[str, QLineEdit | QPlainTextEdit] = {
            "name": self.name,
            "email": self.email,
            "website": self.website,
            "text": self.words,
        }
        for name, widget in self._inputs.items():
            widget.setObjectName(f"{prefix}-{name}")
            widget.installEventFilter(self)
        self._fields = {name: Field(widget, self) for name, widget in self._inputs.items()}
        self.person = QWidget(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        lines = [self._fields[name] for name in ("name", "email", "website")]
        rows = QVBoxLayout(self.person)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for field in lines:
            rows.addWidget(field)
        self._labels = LabelColumn(self.person, lines, NARROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.person)
        column.addWidget(self._fields["text"])

    def _connect(self) -> None:
        for name, widget in self._inputs.items():
            widget.textChanged.connect(lambda *_, name=name: self._on_changed(name))
        self.email.editingFinished.connect(lambda: self._look_at("email"))
        self.website.editingFinished.connect(lambda: self._look_at("website"))

    @property
    def author(self) -> Author:
        return author_of(self.name.text(), self.email.text(), self.website.text())

    @property
    def text(self) -> str:
        return self.words.toPlainText().strip()

    def set_author(self, author: Author) -> None:
        lines = {self.name: author.name, self.email: author.email, self.website: author.website}
        for line, text in lines.items():
            line.setText(text)
            line.setCursorPosition(0)

    def set_text(self, text: str) -> None:
        self.words.setPlainText(text)

    def check(self) -> bool:
        """Say at each field what is wrong with it, and go to the first one; True when all will do."""
        found = problems(self.author, self.text)
        for name, field in self._fields.items():
            field.set_problem(bad_field(name, found[name]) if name in found else "")
        if found:
            self.person.setVisible(self.person.isVisibleTo(self) or next(iter(found)) != "text")
            self._inputs[next(iter(found))].setFocus(Qt.FocusReason.OtherFocusReason)
        return not found

    def forgive(self) -> None:
        """Say nothing of what is wrong any more."""
        for field in self._fields.values():
            field.set_problem("")

    def start(self) -> None:
        """Put the cursor where something lacks."""
        first = next((its for its in (self.name, self.email) if self._lacks(its)), self.words)
        if first is self.words:
            self.words.moveCursor(QTextCursor.MoveOperation.End)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lacks(self, line: QLineEdit) -> bool:
        return line.isVisibleTo(self) and not line.text().strip()

    def _on_changed(self, name: str) -> None:
        # What was marked is right again as soon as it is; nothing is marked while it is being typed.
        if self._fields[name].problem and name not in problems(self.author, self.text):
            self._fields[name].set_problem("")
        self.changed.emit()

    def _look_at(self, name: str) -> None:
        """A field that was left: what is wrong with it is said at once, what it lacks when all is sent."""
        reason = problems(self.author, self.text).get(name, "")
        if reason != "required":
            self._fields[name].set_problem(bad_field(name, reason) if reason else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.send_asked.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.fold_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._fields["name"].set_label(self.tr("Name *"))
        self._fields["email"].set_label(self.tr("E-mail *"))
        self._fields["website"].set_label(self.tr("Web site"))
        self._fields["text"].set_label(self.tr("Comment *"))
        self.email.setPlaceholderText(self.tr("Will not be published"))
        self.website.setPlaceholderText("https://")
        spoken = self._spoken_new() if self._new else self._spoken_edited()
        for name, words in spoken.items():
            self._inputs[name].setAccessibleName(words)
        for name, field in self._fields.items():
            if field.problem:
                field.set_problem(bad_field(name, problems(self.author, self.text).get(name, "")))
        self._labels.arrange(self.person.width())

    def _spoken_new(self) -> dict[str, str]:
        return {
            "name": self.tr("Your name, required"),
            "email": self.tr("Your e-mail, required, will not be published"),
            "website": self.tr("Your web site"),
            "text": self.tr("Your comment, required"),
        }

    def _spoken_edited(self) -> dict[str, str]:
        return {
            "name": self.tr("Name of the author, required"),
            "email": self.tr("E-mail of the author, required, will not be published"),
            "website": self.tr("Web site of the author"),
            "text": self.tr("Text of the comment, required"),
        }
