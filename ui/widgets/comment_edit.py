"""A comment edited where it stands in the thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.comment import Author, Comment
from ui.widgets.comment_fields import CommentFields
from ui.widgets.comment_heights import RIGHT, SIDE
from ui.widgets.flow_layout import FlowLayout

Written = tuple[Author, str]


class CommentEdit(QWidget):
    """Tells stored(Comment as it was, Author, text) when all will do; closed when the person wants out.

    The address is here alone, since whoever edits may have to mend it.
    """

    stored = Signal(object, object, str)
    closed = Signal(bool)  # whether what was written is to be forgotten
    resized = Signal()

    def __init__(
        self,
        comment: Comment,
        written: Written | None,
        colour: Callable[[str], QColor],
        parent: QWidget | None = None,
    ) -> None:
        """written: what was left here earlier, in place of what the comment says."""
        super().__init__(parent)
        self.setObjectName("comment-edit")
        self._colour = colour
        self.comment = comment
        self.fields = CommentFields("comment-edit", self)
        self._save, self._cancel = QPushButton(self), QPushButton(self)
        self._save.setObjectName("comment-edit-save")
        self._cancel.setObjectName("comment-edit-cancel")
        buttons = FlowLayout()
        for button in (self._save, self._cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE + 12, 16, RIGHT + 12, 16)
        column.setSpacing(8)
        column.addWidget(self.fields)
        column.addLayout(buttons)
        author, text = written or (comment.author, comment.text)
        self.fields.set_author(author)
        self.fields.set_text(text)
        self._save.clicked.connect(self._store)
        self._cancel.clicked.connect(lambda: self.closed.emit(True))
        self.fields.send_asked.connect(self._store)
        self.fields.fold_asked.connect(lambda: self.closed.emit(False))
        self._retranslate()

    @property
    def written(self) -> Written | None:
        """What stands here, where that is not what the comment says."""
        now = self.fields.author, self.fields.text
        return None if now == (self.comment.author, self.comment.text) else now

    def _store(self) -> None:
        if self.written is None:
            self.closed.emit(True)
        elif self.fields.check() and self._save.isEnabled():
            self._save.setEnabled(False)
            self.stored.emit(self.comment, self.fields.author, self.fields.text)

    def failed(self, comment: Comment) -> None:
        """It was not stored: somebody may have changed the comment, which is as given now."""
        self.comment = comment
        self._save.setEnabled(True)

    def height_for(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        # Without a line that wraps there is no height for a width, but one for all of them.
        return max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colour("line"))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(self.rect().adjusted(SIDE, 6, -RIGHT - 1, -7), 8, 8)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._save.setText(self.tr("Save"))
        self._save.setAccessibleName(self.tr("Save the comment"))
        self._save.setToolTip(self.tr("Save the comment (Ctrl+Enter)"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Leave the comment as it was"))
