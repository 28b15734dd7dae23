"""What is chosen in the list stands in the form, with its comments; what is made there is chosen too."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.change import Change
from core.errors import AppError
from core.object import ComponentRef
from core.when import Moment
from ui.controllers.commenting import Commenting
from ui.controllers.dates_shown import date_from
from ui.controllers.deeds import Deeds
from ui.controllers.listing import Listing
from ui.controllers.writing import Writing
from ui.widgets.event_editor import EventEditor
from ui.workspace import Workspace


class Choosing(QObject):
    """Joins list, form and comments."""

    def __init__(
        self,
        workspace: Workspace,
        editor: EventEditor,
        listing: Listing,
        writing: Writing,
        commenting: Commenting,
        deeds: Deeds,
    ) -> None:
        super().__init__(editor)
        self._workspace = workspace
        self._editor = editor
        self._listing = listing
        self._writing = writing
        self._commenting = commenting
        self._deeds = deeds
        self._first_time = True
        self._gone: Moment | None = None  # the date that was in the form when its event went
        workspace.opened.connect(self._on_opened)
        workspace.released.connect(self._on_released)
        workspace.failed_to_open.connect(self._on_failed_to_open)
        listing.selection_changed.connect(self._on_selection)
        listing.shown_count.connect(self._on_shown)
        writing.shown.connect(self._on_written)
        writing.created.connect(self._on_created)
        writing.parted.connect(self._on_parted)
        writing.rejoined.connect(listing.select_date)
        writing.vanished.connect(self._on_vanished)
        deeds.made.connect(self.go_to)
        workspace.reverted.connect(self._on_reverted)

    def go_to(self, ref: ComponentRef) -> None:
        """Choose this event in the list, and so in the form."""
        self._listing.select(ref)

    def _on_opened(self) -> None:
        self._first_time = True
        self._writing.leave()
        self._show_nothing()
        self._editor.set_read_only(self._workspace.store.read_only)

    def _on_released(self) -> None:
        """Nothing may be typed into the form of an agenda that goes."""
        self._show_nothing()
        self._editor.set_read_only(True)
        self._deeds.enable()

    def _on_failed_to_open(self, _error: AppError) -> None:
        self._writing.leave()
        self._show_nothing()
        self._editor.set_read_only(True)

    def _on_shown(self, _count: int) -> None:
        # The agenda has just been opened: begin with what comes first.
        if self._first_time:
            self._first_time = False
            if self._writing.event_shown is None:
                self._listing.select_first()

    def _on_selection(self) -> None:
        if not self._workspace.is_open:
            return
        selection = self._listing.selection
        several = selection.count if selection.count > 1 else 0
        refs = [] if several else selection.refs()
        if refs:
            self._show(refs[0], selection.date())
        elif several or not self._writing.is_new:
            self._show_nothing(several)
        self._editor.scope.show_selected(0 if several else len(selection.entries))
        self._deeds.enable()

    def _show(self, ref: ComponentRef, date: Moment | None) -> None:
        chosen = self._writing.chosen
        if chosen is not None and chosen[0] == ref and self._listing.follows:
            self._writing.follow(date)
        elif chosen != (ref, date) and not self._writing.show(ref, date):
            self._show_nothing()

    def _on_written(self, ref: ComponentRef | None) -> None:
        self._gone = None
        self._commenting.show(ref)
        if ref is None:
            # The keys of the Event menu would mean another event than the one in the form.
            self._listing.select_nothing()

    def _on_parted(self, ref: ComponentRef, date: Moment | None) -> None:
        if date is None:
            self.go_to(ref)
        else:
            self._listing.select_date(ref, date)

    def _on_reverted(self, change: Change) -> None:
        """What was taken back or done again is seen: the event that came or changed is chosen."""
        chosen = set(self._listing.selection.object_ids())
        touched = [swap.id for swap in change.objects if swap.after is not None]
        touched += [its.object_id for swap in change.comments if (its := swap.after or swap.before)]
        if touched and not change.calendars and chosen.isdisjoint(touched):
            self._go_to_date(ComponentRef(touched[0]), self._gone)

    def _go_to_date(self, ref: ComponentRef, near: Moment | None) -> None:
        """near: what was looked at, which was of this series and is again: it is gone on with."""
        found, date = date_from(self._workspace, ref, near) if near is not None else (ref, None)
        if date is not None:
            self._listing.select_date(found, date)
        else:
            self.go_to(found)

    def _on_vanished(self) -> None:
        self._gone = self._writing.last_date
        self._show_nothing()

    def _show_nothing(self, selected: int = 0) -> None:
        self._writing.leave()
        self._editor.show_nothing(selected)
        self._commenting.show(None)

    def _on_created(self, ref: ComponentRef) -> None:
        self._commenting.show(ref)
        # The list hears of the new event in this same turn; it is asked for once that is over.
        QTimer.singleShot(0, self, lambda: self._go_to_created(ref))

    def _go_to_created(self, ref: ComponentRef) -> None:
        # Whoever has chosen another event by now stays there.
        if self._writing.ref == ref and not self._listing.selection.count:
            self.go_to(ref)
