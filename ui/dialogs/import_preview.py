"""What an import would do, before it does it: each event, what becomes of it, and what of it is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.planned import Choice, Fate, ImportPlan, ImportReport
from core.progress import Progress
from ui.dialogs.frame import Role, buttons_of, column_of
from ui.dialogs.import_fields import ImportFields
from ui.dialogs.import_groups import ImportGroups
from ui.dialogs.import_table import ImportTable
from ui.jobs import RunningJob
from ui.models.import_rows import TITLE, Group, ImportRows
from ui.models.import_ways import Target, Targets
from ui.models.import_words import heading_words, source_words, take_words
from ui.widgets.plain_label import PlainLabel

STEPS = 1_000
LEAST = QSize(984, 600)  # fits into a window of 1024 by 640
DETAIL = 400  # pixels for the two sides of a field beside each other
MOST = QSize(1240, 780)  # wider, and the eye loses the line
MARGINS = QSize(80, 80)  # what is seen of the window around it


class ImportPreview(QDialog):
    """Opened, not waited for. What it asks for is done elsewhere, and shown here while it is done.

    icon: draws ``dot:ok``. colour: of a role of the theme. local: the agenda's zone.
    """

    target_chosen = Signal(object)  # Target: plan anew for it
    confirmed = Signal(object)  # {UID: Choice}: carry it out
    report_asked = Signal()  # show what was noticed in the files

    def __init__(
        self,
        targets: Targets,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        local: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._colour = colour
        self._job: RunningJob | None = None
        self.setWindowTitle(self.tr("Import"))
        self.resize(LEAST.expandedTo((parent.size() - MARGINS).boundedTo(MOST)) if parent else LEAST)
        self.rows = ImportRows(icon, local, self)
        column = column_of(self, "import-preview")
        self._heading = PlainLabel(self, role="title")
        self._heading.setObjectName("import-heading")
        self._heading.setWordWrap(True)
        self._note = PlainLabel(self, role="problem")
        self._note.setObjectName("import-note")
        self._note.setWordWrap(True)
        self._note.hide()
        column.addWidget(self._heading)
        column.addWidget(self._note)
        column.addLayout(self._made_source(targets))
        column.addSpacing(4)
        column.addLayout(self._made_filters())
        column.addLayout(self._made_body(), 1)
        column.addWidget(self._made_progress())
        column.addSpacing(4)
        column.addLayout(self._made_buttons())
        self.rows.chosen.connect(self._count)

    # Its parts

    def _made_source(self, targets: Targets) -> QHBoxLayout:
        self._source = PlainLabel(self, role="muted")
        self._source.setWordWrap(True)
        self._into = PlainLabel(self, text=self.tr("New events into:"))
        self._calendar = QComboBox(self)
        self._calendar.setObjectName("import-calendar")
        self._calendar.setAccessibleName(self.tr("Calendar for the new events"))
        self._calendar.setMaximumWidth(280)
        for calendar in targets.calendars:
            self._calendar.addItem(self._icon(f"dot:{calendar.colour}"), calendar.name, calendar.id)
        self._calendar.addItem(self.tr("New: “{0}”").format(targets.new), targets.new)
        self._calendar.setCurrentIndex(max(0, self._calendar.findData(targets.chosen)))
        self._calendar.currentIndexChanged.connect(lambda _at: self.target_chosen.emit(self.target))
        self._into.setBuddy(self._calendar)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._source, 1)
        row.addWidget(self._into)
        row.addWidget(self._calendar)
        return row

    def _made_filters(self) -> QHBoxLayout:
        self._all = QCheckBox(self)
        self._all.setObjectName("import-all")
        self._all.setText(self.tr("All"))
        self._all.setAccessibleName(self.tr("Take all events in sight"))
        self._all.setToolTip(self.tr("Take all events in sight"))
        self._all.clicked.connect(self._on_all)
        self._groups = ImportGroups(self._icon, self._colour, self)
        self._groups.chosen.connect(self._show_only)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._groups, 1)
        row.addStretch()  # holds the place of groups that are hidden
        return row

    def _made_body(self) -> QHBoxLayout:
        self._table = ImportTable(self.rows, self)
        self._table.selectionModel().currentRowChanged.connect(self._on_current)
        self._fields = ImportFields(self)
        self._fields.chosen.connect(self._on_chosen)
        box = QFrame(self)
        box.setProperty("boxed", True)
        box.setMinimumWidth(DETAIL)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._fields)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._table, 62)
        row.addWidget(box, 38)
        return row

    def _made_progress(self) -> QProgressBar:
        self._progress = QProgressBar(self)
        self._progress.setObjectName("import-progress")
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(self.tr("Importing…"))
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        return self._progress

    def _made_buttons(self) -> QHBoxLayout:
        self._noticed = QPushButton(self)
        self._noticed.setObjectName("import-noticed")
        self._noticed.setProperty("quiet", True)
        self._noticed.setAutoDefault(False)
        self._noticed.setText(self.tr("What was noticed…"))
        self._noticed.setIcon(self._icon("info"))
        self._noticed.clicked.connect(self.report_asked)
        self._go_on, cancel = QPushButton(self), QPushButton(self.tr("Cancel"), self)
        self._go_on.setProperty("primary", True)  # as wide as its words, which are bold
        box: QDialogButtonBox = buttons_of(
            self,
            [
                (self._go_on, "go-on", Role.AcceptRole, self._confirm),
                (cancel, "cancel", Role.RejectRole, self.reject),
            ],
        )
        row = QHBoxLayout()
        row.addWidget(self._noticed)
        row.addStretch(1)
        row.addWidget(box)
        return row

    # What is shown

    @property
    def target(self) -> Target:
        """The calendar that is chosen."""
        target: Target = self._calendar.currentData()
        return target

    def show_plan(self, plan: ImportPlan, note: str = "") -> None:
        """note: why it is shown anew, in words."""
        self.rows.show_plan(plan)
        counts = self.rows.counts()
        self._heading.setText(heading_words(counts))
        noticed = ImportReport(files=plan.files)
        self._source.setText(source_words([file.name for file in plan.files], noticed))
        self._noticed.setVisible(noticed.remarks)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for part in (self._into, self._calendar):
            part.setVisible(set(counts) != {Fate.SAME})
        self._table.fit(counts)
        self._groups.show_counts(counts, self.rows.undated)
        self._select_first()
        self._count()
        self._table.setFocus()

    def _show_only(self, group: Group) -> None:
        self.rows.show_only(group)
        self._select_first()
        self._count()

    def _select_first(self) -> None:
        if self.rows.rowCount():
            self._table.setCurrentIndex(self.rows.index(0, TITLE))
        else:
            self._fields.show_nothing()

    def _on_current(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        item = self.rows.item(current.row())
        if item is None:
            self._fields.show_nothing()
        else:
            event, notes = self.rows.read(item), self.rows.notes(item)
            self._fields.show_item(item, event, self.rows.choice(item), notes)

    def _count(self) -> None:
        all_same = set(self.rows.counts()) == {Fate.SAME}
        self._go_on.setText(take_words(self.rows.taken(), all_same))
        state = self.rows.taken_of_shown()
        with QSignalBlocker(self._all):
            self._all.setEnabled(state is not None)
            self._all.setTristate(state is Qt.CheckState.PartiallyChecked)
            self._all.setCheckState(state if state is not None else Qt.CheckState.Unchecked)

    # What the person does

    def _on_all(self) -> None:
        self.rows.take_shown(self.rows.taken_of_shown() is not Qt.CheckState.Checked)

    def _on_chosen(self, choice: Choice) -> None:
        row = self._table.currentIndex().row()
        if self.rows.item(row) is not None:
            self.rows.choose(row, choice)

    def _confirm(self) -> None:
        if self._job is None:
            self.confirmed.emit(dict(self.rows.choices))

    # Work under way

    def watch(self, job: RunningJob) -> None:
        """Show how far it is; nothing else can be done meanwhile but stop it."""
        self._job = job
        self._set_busy(True)
        job.progressed.connect(self._on_progressed)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(self._on_ended)

    def _on_progressed(self, progress: Progress) -> None:
        self._progress.setRange(0, STEPS if progress.total else 0)
        self._progress.setValue(progress.done * STEPS // progress.total if progress.total else 0)

    def _on_ended(self, _outcome: object = None) -> None:
        self._job = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        for part in (self._table, self._fields, self._groups, self._all, self._calendar, self._go_on):
            part.setEnabled(not busy)

    def reject(self) -> None:
        """Stop what is under way, which tells of itself; else nothing is done."""
        if self._job is not None:
            self._job.cancel()
        super().reject()
