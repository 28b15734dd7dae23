"""The event in the form: shown, edited, kept up to date with what others write, its drafts kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from core.change import Change
from core.errors import StaleChange
from core.event import Event, Stage, Status, changed_fields
from core.object import ComponentRef
from core.when import Moment, When
from ui.editing import EditSession
from ui.widgets.event_editor import EventEditor
from ui.workspace import Workspace


class Writing(QObject):
    """Joins the form to the workspace. shown(ref or None) tells what the form holds; None: a new event."""

    shown = Signal(object)  # ComponentRef | None
    created = Signal(object)  # ComponentRef of a new event, once it is stored
    vanished = Signal()  # the event in the form is no longer in the agenda
    lost = Signal()  # somebody else deleted it; vanished comes, too

    def __init__(
        self,
        workspace: Workspace,
        editor: EventEditor,
        new_uid: Callable[[], str],
    ) -> None:
        super().__init__(editor)
        self._workspace = workspace
        self._editor = editor
        self._new_uid = new_uid
        self._session: EditSession | None = None
        self._calendar_id = 0
        # The person is being asked which of two versions stays: neither is shown before the answer.
        self._contested = False
        # Drafts of new events wait here until those have a place in the agenda.
        self._drafts: dict[EditSession, dict[str, str]] = {}
        editor.edited.connect(self._on_edited)
        editor.left.connect(self._on_left)
        editor.drafted.connect(self._on_drafted)
        editor.undrafted.connect(self._on_undrafted)
        editor.heading.calendar_picked.connect(self._on_calendar_picked)
        workspace.changed.connect(self._on_changed)
        workspace.reloaded.connect(self._on_reloaded)
        workspace.conflicted.connect(self._on_conflicted)
        workspace.released.connect(self._on_released)

    @property
    def ref(self) -> ComponentRef | None:
        """The stored event in the form."""
        return self._session.ref if self._session else None

    @property
    def is_new(self) -> bool:
        """The form holds an event of which nothing is stored yet."""
        return self._session is not None and self._session.ref is None

    @property
    def event_shown(self) -> Event | None:
        """What the form shows."""
        return self._session.latest if self._session else None

    def show(self, ref: ComponentRef) -> bool:
        """Put a stored event into the form; False when it is no longer there."""
        self._workspace.settle(ref)
        event = self._workspace.store.event(ref)
        holder = self._workspace.store.object(ref.object_id)
        if event is None or holder is None:
            return False
        self._begin(event, ref, holder.calendar_id)
        return True

    def start_new(self, calendar_id: int, start: datetime) -> None:
        """Put a new event into the form; its first word stores it. start: wall time in the agenda's zone."""
        tzid = self._workspace.store.zone if self._workspace.is_open else None
        when = When(Moment(start, tzid), Moment(start + timedelta(hours=1), tzid))
        event = Event(self._new_uid(), when, status=Status.CONFIRMED, stage=Stage.DRAFT)
        self._begin(event, None, calendar_id)
        self._editor.start_writing()

    @property
    def draft_in_hand(self) -> bool:
        """What stands where the cursor is is no value of its field."""
        return self._session is not None and self._editor.draft_in_hand

    def take_back_draft(self) -> bool:
        """Show the value again there; False where there is no such text."""
        return self._session is not None and self._editor.take_back_draft()

    def leave(self) -> None:
        """Hand what is typed to be stored; the form holds nothing then."""
        session, self._session = self._session, None
        if session is not None:
            session.leave_field()

    def _on_released(self) -> None:
        self._session = None
        self._drafts.clear()

    def _begin(self, event: Event, ref: ComponentRef | None, calendar_id: int) -> None:
        self._session = session = self._workspace.begin(event, ref, calendar_id)
        session.stored.connect(lambda _applied, _own_step: self._on_stored(session))
        self._drafts = {its: drafts for its, drafts in self._drafts.items() if its.waiting}
        self._calendar_id = calendar_id
        self._fill(event)
        self.shown.emit(ref)

    def _fill(self, event: Event) -> None:
        if not self._workspace.is_open:
            self._editor.show_event(event, {})
            return
        store, ref = self._workspace.store, self.ref
        drafts: dict[str, str] = {}
        if ref is not None:
            kept = store.drafts(ref.object_id)
            drafts = {field: text for (its, field), text in kept.items() if its == ref}
        # A new event has no zones of its own.
        local, zones = store.clocks(ref.object_id if ref is not None else 0)
        self._editor.show_event(event, drafts, local, zones)
        self._editor.heading.show_calendars(store.calendars(), self._calendar_id)
        self._editor.set_category_suggestions([name for name, _count in store.categories()])

    def refresh(self) -> None:
        """Show what is stored now, where nothing typed waits to be stored."""
        # With several edits on their way, what is stored of the first is older than what the form shows.
        if self._session is None or self.ref is None or self._session.waiting or self._contested:
            return
        event = self._workspace.store.event(self.ref)
        holder = self._workspace.store.object(self.ref.object_id)
        if event is None or holder is None:
            self._session = None
            self.vanished.emit()
            return
        moved = holder.calendar_id != self._calendar_id
        self._calendar_id = holder.calendar_id
        # Our own edits come back too: what the form shows already is left alone, cursor and all.
        if moved or changed_fields(event, self._session.latest):
            self._session.refreshed(event)
            self._fill(event)

    def _on_reloaded(self) -> None:
        before = self.ref
        self.refresh()
        if before is not None and self._session is None:
            self.lost.emit()

    def _on_edited(self, event: Event) -> None:
        if self._session is not None:
            self._session.edit(event)
            self._workspace.typing()

    def _on_left(self) -> None:
        if self._session is not None:
            self._session.leave_field()

    def _on_stored(self, session: EditSession) -> None:
        if session.ref is None or not session.take_created():
            return
        for field, text in self._drafts.pop(session, {}).items():
            self._workspace.put_draft(session.ref, field, text)
        # Whoever has gone on to another event stays there.
        if session is self._session:
            self.created.emit(session.ref)

    def _on_drafted(self, field: str, text: str) -> None:
        if self.ref is not None:
            self._workspace.put_draft(self.ref, field, text)
        elif self._session is not None:
            self._drafts.setdefault(self._session, {})[field] = text

    def _on_undrafted(self, field: str) -> None:
        if self._session is not None:
            self._drafts.get(self._session, {}).pop(field, None)
            if self.ref is not None:
                # First the value, so that at every moment one of the two is stored.
                self._session.store()
                self._workspace.drop_draft(self.ref, field)

    def _on_calendar_picked(self, calendar_id: int) -> None:
        ref = self.ref
        if ref is not None:
            self._workspace.do(lambda agenda: agenda.move([ref.object_id], calendar_id))
        elif self._session is not None:
            self._session.set_calendar(calendar_id)
            self._calendar_id = calendar_id

    def _on_changed(self, change: Change) -> None:
        if self.ref is not None and any(swap.id == self.ref.object_id for swap in change.objects):
            self.refresh()

    def _on_conflicted(self, session: EditSession, error: StaleChange) -> None:
        theirs = self._workspace.store.event(session.ref) if session.ref else None
        if theirs is None:
            session.stop()
            if session is self._session:
                self.vanished.emit()
            return
        # Of now: while the person thinks about it, others may go on.
        ours, changed = session.latest, session.changed
        from ui.dialogs.conflict import ConflictDialog

        self._contested = True
        kept = ConflictDialog.ask(self._editor, error.fields, ours, theirs)
        self._contested = False
        wanted = [name for name in changed if name in kept or name not in error.fields]
        chosen = replace(theirs, **{name: getattr(ours, name) for name in wanted})
        session.resolve(theirs, chosen)
        if session is self._session:
            self._fill(chosen)
