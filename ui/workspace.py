"""What the widgets read from, send edits to and listen to: the open agenda, its lanes and its undo stack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from core.change import Change, Deed
from core.errors import AppError, NoAgenda, StaleChange
from core.event import Event
from core.object import ComponentRef
from core.progress import Job
from core.query import EventQuery
from ui.editing import EditSession
from ui.jobs import Lane, RunningJob
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
        self._writer = Lane("writer", self)
        self._reader = Lane("reader", self)
        self._jobs = Lane("jobs", self)
        self._store: Store | None = None
        # Touched on the writer's thread: an edit made before the agenda is open waits there for it.
        self._writing: tuple[Store, Agenda] | None = None
        self._session: EditSession | None = None
        self._closed = False
        self._asked = 0
        self._version = 0
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self._on_look)
        self._writer.idle.connect(self._on_writer_idle)

    # Opening and closing

    def open(
        self, location: str, *, create: bool = True, prepare: Callable[[], object] | None = None
    ) -> None:
        """Open another agenda, off the GUI thread; opened or failed_to_open follows.

        prepare: done on the same thread before, such as making what is to be opened.
        """
        before = self._let_go()

        def open_it() -> Store:
            # Imported here, on the lane: SQLAlchemy takes longer to load than the first paint may.
            from core.agenda import Agenda
            from core.store import Store

            if before is not None:
                before.close()
            if prepare is not None:
                prepare()
            store = Store.open(location, create=create, clock=self.clock)
            self._writing = store, Agenda(store, self.clock)
            return store

        self._writer.do(open_it, self._on_opened, self.failed_to_open.emit)

    def leave(self) -> None:
        """Store what is typed and close the agenda, off the GUI thread; another may be opened then."""
        before = self._let_go()
        if before is not None:
            self._writer.do(before.close)
            self._writer.drain()

    def _let_go(self) -> Store | None:
        self.flush()
        self._look.stop()
        self._reader.drain()
        self.undo_stack.clear()
        before, self._store, self._session = self._store, None, None
        self._writing = None
        return before

    def _on_opened(self, store: Store) -> None:
        if self._closed:
            store.close()  # The window went before the agenda came.
            return
        self._store = store
        self._version = store.data_version()
        self._look.start()
        self.opened.emit()

    def close(self) -> None:
        """Store what is typed, end the lanes, close the agenda; the workspace is of no more use."""
        self._closed = True
        self.flush()
        self._look.stop()
        for lane in (self._reader, self._jobs, self._writer):
            lane.close()
        self.undo_stack.clear()  # else it would tell of its steps while it is taken apart
        if self._store is not None:
            self._store.close()
        self._store = self._writing = None

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
        self._asked += 1
        number, store = self._asked, self.store

        def build() -> OrderArray | None:
            return store.order(query, spread=spread) if number == self._asked else None

        def deliver(order: OrderArray | None) -> None:
            if order is not None and number == self._asked:
                then(order)

        self._reader.do(build, deliver, self.failed.emit)

    # Editing one event

    def begin(self, event: Event, ref: ComponentRef | None, calendar_id: int = 0) -> EditSession:
        """The form shows this event. ref None: its first edit makes it, in calendar_id (0: the first)."""
        self.flush()
        session = EditSession(self._verbs, self._writer, event, ref, calendar_id)
        session.stored.connect(self._on_stored)
        session.failed.connect(self._on_edit_failed)
        self._session = session
        return session

    def edit(self, ref: ComponentRef, before: Event, after: Event) -> None:
        """Change an event that no form shows, as one undo step."""
        self.do(lambda agenda: agenda.edit(ref, before, after))

    def typing(self) -> None:
        """Say that something is typed and not stored yet."""
        self.saving.emit()

    @property
    def unsaved(self) -> bool:
        """Something typed is not stored, and cannot be for now."""
        return self._session is not None and self._session.unsaved

    def flush(self) -> None:
        """Store what is typed and wait until all changes are written."""
        if self._session is not None:
            self._session.store()
        self._writer.drain()

    # Every other change

    def do(
        self, deed: Callable[[Agenda], Applied | None], then: Callable[[Applied], object] | None = None
    ) -> None:
        """Do something to the agenda on the writer's thread; it becomes one undo step."""
        if self._session is not None:
            self._session.leave_field()
        self.saving.emit()

        def stored(applied: Applied | None) -> None:
            if applied is not None:
                self._on_stored(applied, True)
                if then is not None:
                    then(applied)

        self._writer.do(lambda: deed(self._verbs()), stored, self.failed.emit)

    def start(self, job: Callable[[Store, Agenda], Job[T]]) -> RunningJob:
        """Run a long job, off the GUI thread; what it stored is told by record()."""
        self.flush()
        return RunningJob(lambda: job(*self._door()), self._jobs)

    def record(self, deed: Deed, journal_id: int) -> None:
        """A job stored something: make it an undo step, and have everything shown anew."""
        self._push(deed, journal_id)
        self.reloaded.emit()

    @property
    def can_undo(self) -> bool:
        """There is a step to take back, or something typed that will be one."""
        return self.undo_stack.canUndo() or (self._session is not None and self._session.waiting)

    def undo(self) -> None:
        """Take back the last step, once everything typed is stored."""
        self._after_writing(self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._after_writing(self.undo_stack.redo)

    def _after_writing(self, act: Callable[[], object]) -> None:
        if self._session is not None:
            self._session.leave_field()
        self._writer.do(lambda: None, lambda _: act())

    # Drafts: text that is no value of its field, kept as it was typed

    def put_draft(self, ref: ComponentRef, field: str, text: str) -> None:
        self._keep(lambda store: store.put_draft(ref, field, text))

    def drop_draft(self, ref: ComponentRef, field: str) -> None:
        self._keep(lambda store: store.drop_draft(ref, field))

    def _keep(self, deed: Callable[[Store], object]) -> None:
        self.saving.emit()
        self._writer.do(lambda: deed(self._door()[0]), None, self.failed.emit)

    # What comes back from the lanes

    def _door(self) -> tuple[Store, Agenda]:
        if self._writing is None:
            raise NoAgenda()
        return self._writing

    def _verbs(self) -> Agenda:
        return self._door()[1]

    def _on_stored(self, applied: Applied, own_step: bool) -> None:
        if own_step and applied.journal_id:
            self._push(applied.change.deed, applied.journal_id)
        self.changed.emit(applied.change)

    def _push(self, deed: Deed, journal_id: int) -> None:
        self.undo_stack.push(DoneCommand(self._words_of(deed), journal_id, self._revert))

    def _revert(self, command: DoneCommand) -> None:
        self.saving.emit()

        def revert() -> Change:
            applied = self._verbs().revert(command.journal_id)
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
        if isinstance(error, StaleChange) and error.fields:
            self.conflicted.emit(self.sender(), error)
        else:
            self.failed.emit(error)
            if isinstance(error, StaleChange):
                self.reloaded.emit()  # the event is gone

    def _on_writer_idle(self) -> None:
        if self._session is None or not self._session.unsaved:
            self.saved.emit()

    def _on_look(self) -> None:
        if self._writer.busy or self._jobs.busy:
            return
        version = self.store.data_version()
        if version != self._version:
            self._version = version
            self.reloaded.emit()
