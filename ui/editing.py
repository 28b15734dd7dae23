"""One event under somebody's hands: what is typed, what is stored, and which undo step they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import AppError, BadValue, NoAgenda, NotFound, StaleChange
from core.event import Event, changed_fields
from core.object import ComponentRef
from core.when import Moment
from ui.jobs import Lane
from ui.open_agenda import OpenAgenda

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.store import Applied

# Milliseconds after the last key, when nobody leaves the field.
STORE_AFTER = 400

# Milliseconds until an edit that could not be stored (no room, another program writing) is tried again.
RETRY_AFTER = 5_000


class EditSession(QObject):
    """From the first key in an event to its last: stores what is typed, as one undo step a field.

    A new event (ref None) is made by its first stored edit. ``_ref``, ``_base`` and ``_journal_id`` are set
    on the writer's thread alone, where the edits of one session follow each other.
    """

    stored = Signal(object, bool)  # Applied; whether it is an undo step of its own
    failed = Signal(object)  # AppError
    settled = Signal()  # nothing waits any more

    def __init__(
        self,
        agenda: OpenAgenda,
        writer: Lane,
        event: Event,
        ref: ComponentRef | None,
        calendar_id: int,
        parent: QObject,
        *,
        date: Moment | None = None,
        scope: str = "",
    ) -> None:
        """date, scope: of the series that ref names; see core.dating.

        Its first stored edit makes another event of these dates, and ref is that from then on.
        """
        super().__init__(parent)
        self._agenda = agenda
        self._writer = writer
        self._latest = event
        self._given = event
        self._calendar_id = calendar_id
        self._ref = ref
        self._new = ref is None
        self._date, self._scope = date, scope
        self._begun_with = ref
        self._base = event
        self._journal_id: int | None = None
        self._under_way = 0
        # Both sides changed one field: nothing more is stored before the person has chosen.
        self._contested = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.store)

    @property
    def latest(self) -> Event:
        """What the form shows."""
        return self._latest

    @property
    def ref(self) -> ComponentRef | None:
        """None while nothing of a new event is stored."""
        return self._ref

    @property
    def unsaved(self) -> bool:
        """Something typed was not handed to the writer yet; a new event counts once it says something."""
        typed = self._latest is not self._given
        return self._contested or (typed and (self._ref is not None or _says_something(self._latest)))

    @property
    def waiting(self) -> bool:
        """Something typed is not known to be stored: it will be a step to take back."""
        return self.unsaved or self._under_way > 0

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields in which the form differs from what is stored."""
        return changed_fields(self._base, self._latest)

    def take_created(self) -> bool:
        """True once: a new event has become a stored one."""
        created, self._new = self._new and self._ref is not None, self._new and self._ref is None
        return created

    def take_parted(self) -> bool:
        """True once: what was one of a series' dates has become an event, or a VEVENT, of its own."""
        parted = self._begun_with is not None and self._ref != self._begun_with
        self._begun_with = self._ref
        return parted

    @property
    def is_of_series(self) -> bool:
        """Nothing of a date's own is stored yet: ref names its series."""
        return self._date is not None

    def set_calendar(self, calendar_id: int) -> None:
        """Where a new event goes."""
        self._calendar_id = calendar_id

    def edit(self, event: Event) -> None:
        """The form shows this now; it is stored when the field is left, or a moment after the last key."""
        self._latest = event
        self._timer.start(STORE_AFTER)

    def refreshed(self, event: Event) -> None:
        """Somebody else's change was merged into what the form shows; it is stored already."""
        if not self.waiting:
            self._latest = self._given = event
            self._writer.do(lambda: self._rebase(event))

    def _rebase(self, event: Event) -> None:
        self._base = event

    def leave_field(self) -> None:
        """Store what is there; what comes next is an undo step of its own."""
        self.store()
        self._writer.do(self._end_step)

    def _end_step(self) -> None:
        self._journal_id = None

    def store(self) -> None:
        """Hand what is typed to the writer now."""
        self._timer.stop()
        if self._contested or not self.unsaved:
            return
        self._given = event = self._latest
        self._under_way += 1
        self._writer.do(lambda: self._write(event), self._on_written, self._on_failed)

    def _write(self, event: Event) -> tuple[Applied | None, bool]:
        earlier = self._journal_id
        agenda = self._agenda.verbs()
        if self._ref is None:
            applied = agenda.create(event, self._calendar_id)
            made = applied.change.objects[0].after
            assert made is not None
            self._ref = ComponentRef(made.id)
        elif not changed_fields(self._base, event):
            return None, False
        elif self._date is not None:
            applied, self._ref = self._part(agenda, self._ref, self._date, event)
            self._date = None
        else:
            applied = agenda.edit(self._ref, self._base, event, amend=self._journal_id)
        self._base = event
        # 0: somebody else stored the same already. Another row: somebody else came in between.
        self._journal_id = applied.journal_id or earlier
        return applied, applied.journal_id not in (0, earlier)

    def _part(
        self, agenda: Agenda, ref: ComponentRef, date: Moment, event: Event
    ) -> tuple[Applied, ComponentRef]:
        from core.occurrence import Scope

        try:
            return agenda.edit_occurrence(ref, date, self._base, event, Scope(self._scope))
        except NotFound as error:
            raise StaleChange(event.uid) from error  # Somebody else left the date out.

    def _on_written(self, outcome: tuple[Applied | None, bool]) -> None:
        self._under_way -= 1
        applied, own_step = outcome
        if applied is not None:
            self.stored.emit(applied, own_step)
        self._tell_settled()

    def _on_failed(self, error: AppError) -> None:
        self._under_way -= 1
        # A conflict waits for an answer; what is gone, or an agenda that is, takes nothing more.
        if isinstance(error, StaleChange):
            self._contested = bool(error.fields)
        elif isinstance(error, BadValue):
            self._given = self._latest  # It will be no better the next time.
        elif not isinstance(error, NoAgenda):
            self._given = self._base
            self._timer.start(RETRY_AFTER)
        self.failed.emit(error)
        self._tell_settled()

    def _tell_settled(self) -> None:
        if not self.waiting:
            self.settled.emit()

    def stop(self) -> None:
        """The agenda goes: what could not be stored until now is given up."""
        self._timer.stop()
        self._contested = False
        self._given = self._latest

    def resolve(self, theirs: Event, chosen: Event) -> None:
        """After a conflict: theirs is what is stored, chosen what the person wants of both."""
        self._contested = False
        self._writer.do(lambda: self._rebase(theirs))
        self._given = theirs
        self._latest = chosen
        self.store()


def _says_something(event: Event) -> bool:
    texts = (event.summary, event.url, event.contact, event.cost, event.source)
    return any(map(str.strip, texts)) or bool(
        event.place.lines or event.place.geo or event.categories or event.description or event.organizer
    )
