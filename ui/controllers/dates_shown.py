"""What of a series the form shows: one of its dates, those from there on, or all; found in the agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from core.event import Event, Recurrence
from core.object import ComponentRef
from core.when import Moment, When
from ui.workspace import Workspace

_NOTHING = Event("", When.days(date(2000, 1, 1)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where what the form shows stands.

    ref, date: what was chosen; date None: the event as such. event: as the form begins with it. goes_on:
    what it is stored in. name: of the date, as the series names it. scope: which dates an edit is for, by the
    values of core.occurrence.Scope; "" for what is no series. has_own: the date has a VEVENT of its own, that
    no other date has. cut_at: of a series that began as some of another's dates, the first one's name there.
    """

    ref: ComponentRef | None = None
    date: Moment | None = None
    event: Event = _NOTHING
    goes_on: ComponentRef | None = None
    series: Event | None = None
    name: Moment | None = None
    scope: str = ""
    has_own: bool = False
    overrides: tuple[Event, ...] = ()
    cut_at: Moment | None = None

    @property
    def is_override(self) -> bool:
        """It is a date that was changed on its own."""
        return self.scope == "one" and self.has_own

    @property
    def parts(self) -> bool:
        """Its first edit makes something else of the date than the series has."""
        return self.scope == "following" or (self.scope == "one" and not self.is_override)

    @property
    def draft_ref(self) -> ComponentRef | None:
        """What a date alone would be once it is edited.

        It keeps the drafts of the date, and of those that follow until they are a series; None where unknown.
        """
        if self.scope not in ("one", "following") or self.goes_on is None or self.name is None:
            return None
        return _override_ref(self.goes_on.object_id, self.name)

    def as_shown(self, event: Event) -> Event:
        """A date alone has no rule."""
        return replace(event, recurrence=Recurrence()) if self.scope == "one" else event

    def parted(self, ref: ComponentRef, start: Moment) -> Place:
        """The same, once its first edit is stored there. start: what it has now."""
        if self.scope == "one":
            return replace(self, ref=ref, date=None, goes_on=ref, has_own=True)
        return Place(ref, start, self.event, ref, None, start, "all", cut_at=self.name)


def _override_ref(object_id: int, name: Moment) -> ComponentRef:
    wall = name.wall.isoformat().replace("-", "").replace(":", "")
    return ComponentRef(object_id, wall + ("Z" if name.tzid == "UTC" else ""))


def date_from(workspace: Workspace, ref: ComponentRef, at: Moment) -> tuple[ComponentRef, Moment | None]:
    """What the list has of a series at that time, or next; the event as such where that is none."""
    from core.rule_form import coming

    series = workspace.store.event(ref)
    if series is None or not series.recurrence:
        return ref, None
    local, zones = workspace.store.clocks(ref.object_id)
    overrides = workspace.overrides(ref)
    found = coming(series, at.instant(local, zones), 1, overrides=overrides, local=local, zones=zones)
    for its in found:
        if its.event and its.recurrence_id is not None:
            return _override_ref(ref.object_id, its.recurrence_id), None
        return ref, its.recurrence_id
    return ref, None


def renewed(workspace: Workspace, place: Place) -> Place:
    """The same, with its series and the other dates as they are stored now."""
    goes_on = place.goes_on
    if goes_on is None or not place.scope:
        return place
    whole = goes_on if goes_on.recurrence_id == "" else ComponentRef(goes_on.object_id)
    series = workspace.store.event(whole)
    if series is None or not series.recurrence:
        return place
    return replace(place, series=series, overrides=workspace.overrides(whole))


def found(workspace: Workspace, ref: ComponentRef, date: Moment | None, scope: str) -> Place | None:
    """What is to be shown; None when it is no longer there.

    scope "": the date alone, if there is one, and else all.
    """
    stored = workspace.store.event(ref)
    if stored is None:
        return None
    whole, series = ref, stored
    if stored.recurrence_id is not None:
        whole = ComponentRef(ref.object_id)
        its = workspace.store.event(whole)
        if its is None or workspace.occurrence(ref, stored.recurrence_id) is None:
            return Place(ref, date, stored, ref)  # Its series is not here.
        series = its
    if not series.recurrence:
        return Place(ref, date, stored, ref)
    name = date or stored.recurrence_id or series.when.start
    has_own = name == stored.recurrence_id and not stored.and_future
    scope = scope or ("one" if stored.recurrence_id or date else "all")
    overrides = workspace.overrides(whole)
    everything = Place(ref, date, series, whole, series, name, "all", overrides=overrides)
    if scope == "all":
        return everything
    place = Place(ref, date, stored, ref, series, name, scope, has_own, overrides)
    if place.is_override:
        return place
    event = workspace.occurrence(ref, name)
    return replace(place, event=place.as_shown(event)) if event is not None else everything
