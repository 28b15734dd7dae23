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
from ui.controllers.dates_shown import Place, found, renewed
from ui.controllers.drafts import Drafts
from ui.editing import EditSession
from ui.models.beside import Beside
from ui.widgets.event_editor import EventEditor
from ui.workspace import Workspace


class Writing(QObject):
    """Joins the form to the workspace. shown(ref or None) tells what the form holds; None: a new event."""

    shown = Signal(object)  # ComponentRef | None
    created = Signal(object)  # ComponentRef of a new event, once it is stored
    # ComponentRef of what was a date of a series and is none any more, or the series that it begins and
    # the Moment that it starts at
    parted = Signal(object, object)
    rejoined = Signal(object, object)  # ComponentRef of a series, Moment: that date is as it says again
    deletion_chosen = Signal(str)  # the scope, once ask_deletion() was answered with one
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
        self._place = Place()
        self._calendar_id = 0
        # The person is being asked which of two versions stays: neither is shown before the answer.
        self._contested = False
        self._drafts = Drafts(workspace)
        editor.edited.connect(self._on_edited)
        editor.left.connect(self._on_left)
        editor.drafted.connect(self._on_drafted)
        editor.undrafted.connect(self._on_undrafted)
        editor.heading.calendar_picked.connect(self._on_calendar_picked)
        editor.scope.chosen.connect(self._on_scope)
        editor.scope.restore_asked.connect(self._on_restore)
        editor.scope.deletion_chosen.connect(self.deletion_chosen)
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

    @property
    def chosen(self) -> tuple[ComponentRef, Moment | None] | None:
        """What show() was asked for, or what that has become; None for a new event, or none."""
        place = self._place
        return (place.ref, place.date) if self._session is not None and place.ref is not None else None

    @property
    def date_shown(self) -> tuple[ComponentRef, Moment] | None:
        """The series, or its override, and the date of it that is in the form."""
        place = self._place
        if self._session is None or place.ref is None or place.name is None:
            return None
        return place.ref, place.name

    @property
    def last_date(self) -> Moment | None:
        """The date that is in the form, or was last; where it came of another series, its name there."""
        return self._place.cut_at or self._place.date

    @property
    def scope(self) -> str:
        """Which dates an edit is for; "" for what is no series."""
        return self._place.scope if self._session is not None else ""

    def show(self, ref: ComponentRef, date: Moment | None = None, scope: str = "") -> bool:
        """Put a stored event into the form, or one date of a series; False when it is no longer there.

        scope: which dates an edit is for. "": this one, or all where the series as a whole is chosen.
        """
        self._workspace.settle(ref)
        holder = self._workspace.store.object(ref.object_id)
        place = found(self._workspace, ref, date, scope)
        if place is None or holder is None:
            return False
        self._place = place
        self._begin(place.event, place.goes_on, holder.calendar_id)
        return True

    def follow(self, date: Moment | None) -> None:
        """The series in the form has other dates now, and this one is chosen of them."""
        if date is not None and self._place.scope == "all":
            self._place = replace(self._place, date=date, name=date)

    def ask_deletion(self) -> None:
        """Ask which dates of the series in the form are to be deleted."""
        self._editor.scope.ask_deletion()

    def _on_scope(self, scope: str) -> None:
        ref = self._place.ref
        if self._session is not None and ref is not None:
            self._session.leave_field()
            self.show(ref, self._place.date, scope)

    def _on_restore(self) -> None:
        shown = self.date_shown
        if shown is not None:
            ref, date = shown
            self._workspace.do(lambda agenda: agenda.restore_occurrence(ref, date))

    def start_new(self, calendar_id: int, start: datetime) -> None:
        """Put a new event into the form; its first word stores it. start: wall time in the agenda's zone."""
        tzid = self._workspace.store.zone if self._workspace.is_open else None
        when = When(Moment(start, tzid), Moment(start + timedelta(hours=1), tzid))
        event = Event(self._new_uid(), when, status=Status.CONFIRMED, stage=Stage.DRAFT)
        self._place = Place()
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
        place = self._place
        date = place.name if place.parts else None
        self._session = session = self._workspace.begin(event, ref, calendar_id, date, place.scope)
        kept_for = place.draft_ref if place.scope == "following" else None
        session.stored.connect(lambda _applied, _own_step: self._on_stored(session, kept_for))
        self._drafts.tidy()
        self._calendar_id = calendar_id
        self._fill(event)
        self.shown.emit(ref)

    def _fill(self, event: Event) -> None:
        if not self._workspace.is_open:
            self._editor.show_event(event, {})
            return
        store = self._workspace.store
        self._editor.show_event(event, self._drafts.of(self._draft_ref), self._beside())
        self._editor.heading.show_calendars(store.calendars(), self._calendar_id)
        self._editor.set_category_suggestions([name for name, _count in store.categories()])

    def _beside(self) -> Beside:
        # A new event has no zones of its own.
        local, zones = self._workspace.store.clocks(self.ref.object_id if self.ref is not None else 0)
        place = self._place
        return Beside(local, zones, place.series, place.overrides, place.scope, place.is_override)

    @property
    def _draft_ref(self) -> ComponentRef | None:
        """Whose drafts those of the form are; None: they wait until the event is stored."""
        if self._session is None or not self._session.is_of_series:
            return self.ref
        return self._place.draft_ref

    def refresh(self) -> None:
        """Show what is stored now, where nothing typed waits to be stored."""
        # With several edits on their way, what is stored of the first is older than what the form shows.
        if self._session is None or self.ref is None or self._session.waiting or self._contested:
            return
        event = self._stored(self._session, self.ref)
        holder = self._workspace.store.object(self.ref.object_id)
        if event is None or holder is None:
            if holder is None or not self._rejoin(self.ref):
                self._session = None
                self.vanished.emit()
            return
        moved = holder.calendar_id != self._calendar_id
        self._calendar_id = holder.calendar_id
        before, self._place = self._place, renewed(self._workspace, self._place)
        # Our own edits come back too: what the form shows already is left alone, cursor and all.
        if moved or changed_fields(event, self._session.latest):
            self._session.refreshed(event)
            self._fill(event)
        elif before != self._place:
            self._editor.repeats.show_event(event, self._beside())

    def _stored(self, session: EditSession, ref: ComponentRef) -> Event | None:
        place = self._place
        if not session.is_of_series or place.name is None:
            return self._workspace.store.event(ref)
        event = self._workspace.occurrence(ref, place.name)
        return place.as_shown(event) if event is not None else None

    def _rejoin(self, ref: ComponentRef) -> bool:
        """Show a date as its series has it, whose own VEVENT is gone."""
        series, date = ComponentRef(ref.object_id), self._place.name
        if date is None or not self._place.is_override or self._workspace.occurrence(series, date) is None:
            return False
        shown = self.show(series, date)
        if shown:
            self.rejoined.emit(series, date)
        return shown

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

    def _on_stored(self, session: EditSession, kept_for: ComponentRef | None) -> None:
        if session.ref is None:
            return
        created, parted = session.take_created(), session.take_parted()
        if not created and not parted:
            return
        self._drafts.settle(session, session.ref)
        if parted and kept_for is not None:
            self._drafts.hand_on(kept_for, session.ref)
        # Whoever has gone on to another event stays there.
        if session is not self._session:
            return
        if created:
            self._place = Place(session.ref)
            self.created.emit(session.ref)
        else:
            place = self._place.parted(session.ref, session.latest.when.start)
            place = self._place = renewed(self._workspace, place)
            self._editor.repeats.show_event(session.latest, self._beside())
            self._editor.scope.show_scope(place.scope, changed=place.is_override)
            self.parted.emit(session.ref, place.date)

    def _on_drafted(self, field: str, text: str) -> None:
        if self._session is not None:
            self._drafts.put(self._session, self._draft_ref, field, text)

    def _on_undrafted(self, field: str) -> None:
        if self._session is not None:
            self._drafts.drop(self._session, self._draft_ref, field)

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
        theirs = self._stored(session, session.ref) if session.ref else None
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
