"""A bug of ours, shown so that it can be told; the window lives on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ui.dialogs.frame import Role, buttons_of, column_of
from ui.widgets.plain_label import PlainLabel


class FaultReport(QDialog):
    """text: where it happened and of which kind, without what somebody wrote. log: the file, or None."""

    def __init__(self, text: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = column_of(self, "fault-report")
        self.resize(560, 400)
        self._heading = PlainLabel(self, role="heading")
        self._words = PlainLabel(self)
        self._words.setWordWrap(True)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("fault-report-text")
        self._text.setReadOnly(True)
        self._text.setPlainText(text)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setTabChangesFocus(True)
        self._path = PlainLabel(self, role="meta")
        self._path.setObjectName("fault-report-log")
        self._path.setWordWrap(True)
        self._path.setVisible(log is not None)
        self._copy, self._show, self._close = QPushButton(self), QPushButton(self), QPushButton(self)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addWidget(self._text, 1)
        column.addWidget(self._path)
        column.addSpacing(8)
        column.addWidget(
            buttons_of(
                self,
                [
                    (self._copy, "copy", Role.ActionRole, self._copy_text),
                    (self._show, "show-log", Role.ActionRole, self._show_log),
                    (self._close, "close", Role.RejectRole, self.close),
                ],
            )
        )
        self._show.setVisible(log is not None)
        self._copy.setDefault(True)
        self._retranslate()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.setText(self.tr("Copied"))

    def _show_log(self) -> None:
        if self._log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Error report"))
        self._heading.setText(self.tr("Something went wrong in Parvis."))
        self._words.setText(
            self.tr(
                "What was saved is safe, and you can go on working. Copy this report to whoever looks after "
                "Parvis for you: it says where the error is, and nothing of what stands in your agenda."
            )
        )
        self._text.setAccessibleName(self.tr("Report"))
        self._path.setText(self.tr("It is in the log too: {0}").format(self._log))
        self._copy.setText(self.tr("Copy the report"))
        self._show.setText(self.tr("Open the log"))
        self._close.setText(self.tr("Close"))
