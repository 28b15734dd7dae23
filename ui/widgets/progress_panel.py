"""A job under way, in the status bar: what it is, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from core.progress import Progress
from ui.jobs import RunningJob
from ui.theme.icons import tinted
from ui.widgets.plain_label import PlainLabel

# In milliseconds: a job that is done sooner needs no panel.
PATIENCE = 200
# QProgressBar counts with ints of 32 bits; bytes of a file may be more.
STEPS = 1_000


class ProgressPanel(QWidget):
    """Follows the job watched last, and hides at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._job: RunningJob | None = None
        self._words = PlainLabel(self)
        self._words.setObjectName("progress-text")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress-bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._stop = QToolButton(self)
        self._stop.setObjectName("progress-cancel")
        self._stop.setIcon(tinted("x", lambda: self.palette().color(self.foregroundRole())))
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self._stop.clicked.connect(self._on_stop)
        self.hide()
        self._retranslate()

    def watch(self, job: RunningJob, words: str) -> None:
        """words: what is done, `Exporting 12 events…`."""
        self._forget()
        self._job = job
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(self._on_ended)
        self._patience.start(PATIENCE)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progressed)
            for end in (self._job.finished, self._job.failed, self._job.cancelled):
                end.disconnect(self._on_ended)

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, STEPS if progress.total else 0)
        self._bar.setValue(progress.done * STEPS // progress.total if progress.total else 0)

    def _on_ended(self, _outcome: object = None) -> None:
        self._job = None
        self._patience.stop()
        self.hide()

    def _on_stop(self) -> None:
        if self._job is not None:
            # It ends at its next step, and tells then.
            self._stop.setEnabled(False)
            self._job.cancel()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop"))
