"""What a person does to whole events: make, copy, delete, set their state, undo; and what makes sense now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from core.errors import NotFound
from core.event import Event, Stage, Status
from core.object import ComponentRef
from core.when import Moment
from ui.action_spec import Needs
from ui.actions import Actions
from ui.agenda_clock import AgendaClock
from ui.controllers.selection import Selection
from ui.controllers.writing import Writing
from ui.errors import words
from ui.models.row_words import stage_words, status_words
from ui.widgets.choice_menu import Choice
from ui.window import MainWindow
from ui.workspace import Workspace

if TYPE_CHECKING:
    from core.agenda import Agenda
    from core.store import Applied

# How long *Deleted. Undo* stays, in milliseconds: long enough to be read twice.
SAID_FOR = 12_000


class Deeds(QObject):
    """The verbs of the Event menu.

    say_undoable is told, in words and by its journal row, of what was taken away and can be taken back.
    """

    made = Signal(object)  # ComponentRef of an event that was not there before

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        writing: Writing,
        selection: Selection,
        clock: AgendaClock,
        say_undoable: Callable[[str, int], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._writing = writing
        self._selection = selection
        self._clock = clock
        self._say_undoable = say_undoable
        self._actions: Actions | None = None
        stack = workspace.undo_stack
        for signal in (workspace.opened, workspace.changed, stack.indexChanged, stack.undoTextChanged):
            signal.connect(self._on_anything)
        writing.lost.connect(self._say_lost)
        writing.deletion_chosen.connect(self._delete_dates)
        workspace.saving.connect(self._on_saving)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            "new-event": self.new,
            "duplicate": self.duplicate,
            "duplicate-to-date": self.duplicate_to_date,
            "delete": self.delete,
            "open-link": self.open_link,
            "undo": self.undo,
            "redo": self._workspace.redo,
        }

    # What makes sense now

    def follow(self, actions: Actions) -> None:
        """Enable and name these from now on."""
        self._actions = actions
        self.enable()

    def retranslate(self) -> None:
        """Name the steps in the present language."""
        self._workspace.retranslate()
        self.enable()

    def _on_anything(self, _news: object = None) -> None:
        self.enable()

    def _on_saving(self) -> None:
        # At each key: what is typed can be taken back before it is stored.
        if self._actions is not None and not self._actions["undo"].isEnabled():
            self.enable()

    def enable(self) -> None:
        """Look again at what makes sense."""
        if self._actions is not None:
            self._actions.enable(frozenset(self._met()))
            self._name_undo()

    def _met(self) -> Iterable[Needs]:
        if not self._workspace.is_open:
            return
        yield Needs.AGENDA
        chosen = self._selection.count
        yield from ([Needs.EVENTS] if chosen else []) + ([Needs.ONE_EVENT] if chosen == 1 else [])
        if self._workspace.store.read_only:
            return
        yield Needs.WRITING
        yield from [Needs.EVENTS_WRITING] if chosen else []
        yield from [Needs.ONE_EVENT_WRITING] if chosen == 1 else []
        yield from [Needs.UNDO] if self._workspace.can_undo or self._writing.draft_in_hand else []
        yield from [Needs.REDO] if self._workspace.undo_stack.canRedo() else []

    def _name_undo(self) -> None:
        assert self._actions is not None
        stack = self._workspace.undo_stack
        undo = QCoreApplication.translate("Deeds", "Undo: {0}").format(stack.undoText())
        redo = QCoreApplication.translate("Deeds", "Redo: {0}").format(stack.redoText())
        self._actions.hint("undo", undo if stack.canUndo() else "")
        self._actions.hint("redo", redo if stack.canRedo() else "")

    def undo(self) -> None:
        """Take back the last step: a text that is no value yet is one."""
        if not self._writing.take_back_draft():
            self._workspace.undo()

    # Making

    def new(self, day: date | None = None) -> None:
        """Put a new event into the form, at the next full hour, on a day or today.

        It is stored by its first word.
        """
        at = (self._clock.now() + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0, tzinfo=None)
        start = datetime.combine(day, at.time()) if day else at
        self._writing.start_new(0, start)

    def duplicate(self) -> None:
        """Copy the selected event where it is: of a series, what the form's scope says."""
        self._duplicate(None)

    def duplicate_to_date(self) -> None:
        """Ask for a day, and copy the selected event there."""
        from ui.dialogs.ask_date import AskDate

        chosen = self._selection.first()
        if chosen is None or self._selection.count != 1:
            return
        start = chosen.when.start
        day = AskDate.duplicate_to(self._window, start.day, self._clock.today)
        if day is None:
            return
        wall = datetime.combine(day, start.wall.time()) if isinstance(start.wall, datetime) else day
        self._duplicate(Moment(wall, start.tzid))

    def _duplicate(self, start: Moment | None) -> None:
        refs = self._selection.refs()
        if len(refs) != 1:
            return
        ref, date, scope = refs[0], *self._chosen_date()
        # What follows a date is no event that could be copied, but its series is.
        alone = date if scope == "one" else None
        self._workspace.do(
            lambda agenda: agenda.duplicate(ref, start, alone),
            lambda applied: self.made.emit(ComponentRef(applied.change.objects[0].id)),
        )

    # Taking away

    def delete(self) -> None:
        """Delete what is selected: dates of series one by one, and else whole events.

        Where the form shows one date, it asks first which of its series are meant.
        """
        refs, entries = self._selection.refs(), self._selection.entries
        if not refs:
            return
        shown = self._writing.date_shown
        if len(entries) == 1 and shown is not None and shown[0] == refs[0]:
            self._writing.ask_deletion()
            return
        text = _deleted(*self._selection.events_and_dates())
        self._writing.leave()
        self._workspace.do(
            lambda agenda: agenda.delete_rows(entries),
            lambda applied: self._say_undoable(text, applied.journal_id),
        )

    def _delete_dates(self, scope: str) -> None:
        shown = self._writing.date_shown
        if shown is None:
            return
        from core.occurrence import Scope

        ref, date = shown
        texts = {
            "one": QCoreApplication.translate("Deeds", "The date is deleted."),
            "following": QCoreApplication.translate("Deeds", "This date and those that follow are deleted."),
            "all": QCoreApplication.translate("Deeds", "%n event(s) deleted.", "", 1),
        }
        self._writing.leave()
        self._workspace.do(
            lambda agenda: agenda.delete_occurrence(ref, date, Scope(scope)),
            lambda applied: self._say_undoable(texts[scope], applied.journal_id),
        )

    def _say_lost(self) -> None:
        self._window.messages.show_message(words(NotFound("event", "")), kind="warn")

    # Changing several

    def status_choices(self) -> Iterable[Choice]:
        """For the menu: give all that is selected one status."""
        values = {status for status, _, _ in self._selection.states()}
        for status in (*Status, None):
            yield Choice(
                status_words(status),
                partial(self._give, status=status),
                checked=values == {status},
            )

    def stage_choices(self) -> Iterable[Choice]:
        """For the menu: give all that is selected one stage."""
        values = {stage for _, stage, _ in self._selection.states()}
        for stage in (*Stage, None):
            yield Choice(stage_words(stage), partial(self._give, stage=stage), checked=values == {stage})

    def calendar_choices(self) -> Iterable[Choice]:
        """For the menu: move all that is selected into one calendar."""
        values = {calendar_id for _, _, calendar_id in self._selection.states()}
        for calendar in self._workspace.store.calendars() if self._can_write() else ():
            yield Choice(
                calendar.name,
                partial(self._move, calendar.id),
                checked=values == {calendar.id},
            )

    def _can_write(self) -> bool:
        return self._workspace.is_open and not self._workspace.store.read_only

    def _give(self, **fields: Status | Stage | None) -> None:
        entries = self._selection.entries
        if not entries or not self._can_write():
            return

        def given(event: Event) -> Event:
            return replace(event, **fields)  # type: ignore[arg-type]  # by field name

        date, scope = self._chosen_date()
        if date is None or scope == "one":
            self._workspace.do(lambda agenda: agenda.edit_rows(entries, given))
        else:
            self._give_dates(self._selection.refs()[0], date, scope, given)

    def _give_dates(
        self, ref: ComponentRef, date: Moment, scope: str, given: Callable[[Event], Event]
    ) -> None:
        from core.occurrence import Scope

        def edited(agenda: Agenda) -> Applied:
            before = agenda.occurrence(ref, date)
            return agenda.edit_occurrence(ref, date, before, given(before), Scope(scope))[0]

        self._workspace.do(edited)

    def _chosen_date(self) -> tuple[Moment | None, str]:
        """Of a series, where one of its dates alone is chosen, and what the form's scope is for it."""
        date, shown = self._selection.date(), self._writing.date_shown
        refs = self._selection.refs() if date is not None else []
        if date is None or shown is None or shown[0] not in refs:
            return date, "one"
        return date, self._writing.scope

    def _move(self, calendar_id: int) -> None:
        object_ids = self._selection.object_ids()
        if object_ids:
            self._workspace.do(lambda agenda: agenda.move(object_ids, calendar_id))

    # Outside

    def open_link(self) -> None:
        """Show the event's link in the person's browser; only what a browser shows."""
        event = self._writing.event_shown
        url = QUrl(event.url) if event else QUrl()
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            text = QCoreApplication.translate("Deeds", "This event has no link to open.")
            self._window.messages.show_message(text, timeout=SAID_FOR)


def _deleted(events: int, dates: int) -> str:
    if not dates:
        return QCoreApplication.translate("Deeds", "%n event(s) deleted.", "", events)
    if not events:
        return QCoreApplication.translate("Deeds", "%n date(s) deleted.", "", dates)
    return QCoreApplication.translate("Deeds", "{0} and {1} deleted.").format(
        QCoreApplication.translate("Deeds", "%n event(s)", "", events),
        QCoreApplication.translate("Deeds", "%n date(s)", "", dates),
    )
