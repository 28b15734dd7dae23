"""What the widgets read from, send edits to and listen to: the open agenda, its lanes and its undo stack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from core.change import Change, Deed
from core.errors import AppError, NotFound, StaleChange
from core.event import Event
from core.object import ComponentRef
from core.progress import Job
from core.query import EventQuery
from core.when import Moment
from ui.editing import EditSession
from ui.jobs import RunningJob
from ui.lanes import Lanes
from ui.open_agenda import OpenAgenda
from ui.sessions import Sessions
from ui.undo import DoneCommand

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.order import OrderArray
    from core.store import Applied, Store

T = TypeVar("T")

# Milliseconds between two looks at whether another program wrote to the agenda.
LOOK_EVERY = 1_000


class Workspace(QObject):
    """One agenda at a time. Reading is quick and done where it is asked; writing goes by the writer lane.

    clock gives the present time, aware. words_of names a deed for undo.
    """

    opened = Signal()
    released = Signal()  # the agenda is about to be closed: nothing can be read or written until opened
    failed_to_open = Signal(object)  # AppError
    changed = Signal(object)  # Change, as stored
    reverted = Signal(object)  # Change: one that took a step back or did it again; changed has told of it
    reloaded = Signal()  # another program, or a job, wrote: anything may be different
    saving = Signal()
    saved = Signal()
    failed = Signal(object)  # AppError: a change that was not stored
    conflicted = Signal(object, object)  # EditSession, StaleChange

    def __init__(
        self,
        clock: Callable[[], datetime],
        words_of: Callable[[Deed], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.undo_stack = QUndoStack(self)
        self._words_of = words_of
        self._lanes = Lanes(self)
        self._writer = self._lanes.writer
        self._store: Store | None = None
        self._agenda = OpenAgenda()
        self._sessions = Sessions(self._writer, self)
        self._closed = False
        self._version = 0
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self._on_look)
        self._writer.idle.connect(self._on_writer_idle)
        self._sessions.stored.connect(self._on_stored)
        self._sessions.failed.connect(self._on_edit_failed)
        self._sessions.conflicted.connect(self.conflicted)

    # Opening and closing

    def open(
        self, location: str, *, create: bool = True, prepare: Callable[[], object] | None = None
    ) -> None:
        """Open another agenda, off the GUI thread; opened or failed_to_open follows.

        prepare: done on the same thread before, such as making what is to be opened.
        """
        before = self._let_go()
        opening = self._agenda = OpenAgenda()

        def open_it() -> Store:
            # Imported here, on the lane: SQLAlchemy takes longer to load than the first paint may.
            from core.agenda import Agenda
            from core.store import Store

            before.close()
            if prepare is not None:
                prepare()
            store = Store.open(location, create=create, clock=self.clock)
            agenda = Agenda(store, self.clock)
            agenda.warm_up()  # here, for the GUI thread would stand still for it at the first event shown
            opening.enter(store, agenda)
            return store

        self._writer.do(open_it, self._on_opened, self.failed_to_open.emit)

    def leave(self) -> None:
        """Store what is typed and close the agenda, off the GUI thread; another may be opened then."""
        self._writer.do(self._let_go().close)
        self._writer.drain()

    def _let_go(self) -> OpenAgenda:
        self._finish_work()
        self._lanes.reader.drain()
        self._sessions.end()
        self.undo_stack.clear()
        was_open, self._store = self.is_open, None
        if was_open:
            self.released.emit()
        return self._agenda

    def _finish_work(self) -> None:
        """Stop the jobs, store what is typed: all that is under way is of this agenda."""
        self._look.stop()
        self._lanes.stop_jobs()
        self.flush()

    def _on_opened(self, store: Store) -> None:
        if self._closed:
            self._agenda.close()  # The window went before the agenda came.
            return
        self._store = store
        self._version = store.data_version()
        self._look.start()
        self.opened.emit()

    def close(self) -> None:
        """Store what is typed, end the lanes, close the agenda; the workspace is of no more use."""
        self._closed = True
        self._finish_work()
        self._sessions.end()
        self._lanes.close()
        self.undo_stack.clear()  # else it would tell of its steps while it is taken apart
        self._agenda.close()
        self._store = None

    @property
    def is_open(self) -> bool:
        return self._store is not None

    @property
    def store(self) -> Store:
        """The open agenda, to read from."""
        if self._store is None:
            raise RuntimeError("no agenda is open")
        return self._store

    # Reading

    def ask_order(
        self, query: EventQuery, spread: tuple[date, date] | None, then: Callable[[OrderArray], object]
    ) -> None:
        """Build the order of the list off the GUI thread; of several questions only the last is answered."""
        store = self.store
        self._lanes.ask(lambda: store.order(query, spread=spread), then, self.failed.emit)

    # Editing one event

    def begin(
        self,
        event: Event,
        ref: ComponentRef | None,
        calendar_id: int = 0,
        date: Moment | None = None,
        scope: str = "",
    ) -> EditSession:
        """The form shows this event. ref None: its first edit makes it, in calendar_id (0: the first).

        date, scope: as EditSession has them.
        """
        return self._sessions.begin(self._agenda, event, ref, calendar_id, date, scope)

    def occurrence(self, ref: ComponentRef, date: Moment) -> Event | None:
        """One date of a series, as core.dating has it; None where the series has no such date."""
        try:
            return self._agenda.verbs().occurrence(ref, date)
        except NotFound:
            return None

    def overrides(self, ref: ComponentRef) -> tuple[Event, ...]:
        """When those dates of a series are that were changed on their own; none for what is no series."""
        try:
            return self._agenda.verbs().overrides(ref)
        except NotFound:
            return ()

    def settle(self, ref: ComponentRef) -> None:
        """Wait until all that was typed of this event is stored; there is hardly ever anything left."""
        if self._sessions.is_waiting(ref):
            self.flush()

    def edit(self, ref: ComponentRef, before: Event, after: Event) -> None:
        """Change an event that no form shows, as one undo step."""
        self.do(lambda agenda: agenda.edit(ref, before, after))

    def typing(self) -> None:
        """Say that something is typed and not stored yet."""
        self.saving.emit()

    @property
    def unsaved(self) -> bool:
        """Something typed is not stored."""
        return self._sessions.unsaved

    def flush(self) -> None:
        """Store what is typed and wait until all changes are written."""
        self._sessions.store()
        self._writer.drain()

    def written(self) -> Callable[[], object]:
        """Something to call on another lane: it waits there until all that was typed so far is stored."""
        self._sessions.store()
        return self._writer.barrier()

    # Every other change

    def do(
        self, deed: Callable[[Agenda], Applied | None], then: Callable[[Applied], object] | None = None
    ) -> None:
        """Do something to the agenda on the writer's thread; it becomes one undo step."""
        self._sessions.leave_field()
        self.saving.emit()
        agenda = self._agenda

        def stored(applied: Applied | None) -> None:
            if applied is not None:
                self._on_stored(applied, True)
                if then is not None:
                    then(applied)

        self._writer.do(lambda: deed(agenda.verbs()), stored, self.failed.emit)

    def start(self, job: Callable[[Store, Agenda], Job[T]]) -> RunningJob:
        """Run a long job, off the GUI thread, on all typed until now; what it stored is told by record()."""
        agenda, written = self._agenda, self.written()

        def begin() -> Job[T]:
            written()
            return job(*agenda.door())

        return self._lanes.start(begin)

    @property
    def has_job(self) -> bool:
        """A long job is under way, and what is typed may have to wait for it."""
        return self._lanes.has_job

    def record(self, deed: Deed, journal_id: int) -> None:
        """A job stored something: make it an undo step, and have everything shown anew."""
        self._push(deed, journal_id)
        self.reloaded.emit()

    @property
    def can_undo(self) -> bool:
        """There is a step to take back, or something typed that will be one."""
        return self.undo_stack.canUndo() or self._sessions.waiting

    def undo(self) -> None:
        """Take back the last step, once everything typed is stored."""
        self._after_writing(self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._after_writing(self.undo_stack.redo)

    def _after_writing(self, act: Callable[[], object]) -> None:
        self._sessions.leave_field()
        self._writer.do(lambda: None, lambda _: act())

    # Drafts: text that is no value of its field, kept as it was typed

    def put_draft(self, ref: ComponentRef, field: str, text: str) -> None:
        self._keep(lambda store: store.put_draft(ref, field, text))

    def drop_draft(self, ref: ComponentRef, field: str) -> None:
        self._keep(lambda store: store.drop_draft(ref, field))

    def _keep(self, deed: Callable[[Store], object]) -> None:
        self.saving.emit()
        agenda = self._agenda
        self._writer.do(lambda: deed(agenda.door()[0]), None, self.failed.emit)

    # What comes back from the lanes

    def _on_stored(self, applied: Applied, own_step: bool) -> None:
        if own_step and applied.journal_id:
            self._push(applied.change.deed, applied.journal_id)
        self.changed.emit(applied.change)

    def _push(self, deed: Deed, journal_id: int) -> None:
        command = DoneCommand(deed, journal_id, self._revert)
        command.setText(self._words_of(deed))
        self.undo_stack.push(command)

    def retranslate(self) -> None:
        """Name the steps in the present language."""
        for at in range(self.undo_stack.count()):
            command = self.undo_stack.command(at)
            assert isinstance(command, DoneCommand)
            command.setText(self._words_of(command.deed))

    def _revert(self, command: DoneCommand) -> None:
        self.saving.emit()
        agenda = self._agenda

        def revert() -> Change:
            applied = agenda.verbs().revert(command.journal_id)
            command.journal_id = applied.journal_id
            return applied.change

        def failed(error: AppError) -> None:
            command.setObsolete(True)
            self.failed.emit(error)

        self._writer.do(revert, self._on_reverted, failed)

    def _on_reverted(self, change: Change) -> None:
        self.changed.emit(change)
        self.reverted.emit(change)

    def _on_edit_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        if isinstance(error, StaleChange):
            self.reloaded.emit()  # the event is gone

    def _on_writer_idle(self) -> None:
        if not self._sessions.unsaved:
            self.saved.emit()

    def _on_look(self) -> None:
        if self._lanes.writing:
            return
        version = self.store.data_version()
        if version != self._version:
            self._version = version
            self.reloaded.emit()
