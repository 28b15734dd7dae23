"""A copy of an event, at the same date or another: its length and its rule come along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, tzinfo

from core.event import Event, Recurrence, Stage
from core.known_zones import known_zone
from core.moving import Move
from core.when import Moment, When, Zones


def copy_of(
    event: Event,
    uid: str,
    start: Moment | None = None,
    local: tzinfo = UTC,
    zones: Zones = known_zone,
) -> Event:
    """A new event with these fields. An override's copy stands alone; a published event's is a draft.

    start: where the copy starts; a rule and its own dates (RDATE, EXDATE, UNTIL) move along with it, and do
    not survive the step between days and times. local, zones: where dates and TZIDs are read. What other
    programs keep in an event's text (attendees' answers, their own ids) is about that event alone, and is not
    copied.
    """
    when = event.when if start is None else event.when.starting(start)
    return replace(
        event,
        uid=uid,
        when=when,
        recurrence_id=None,
        recurrence=_moved(event, when, local, zones),
        stage=Stage.DRAFT if event.stage is Stage.PUBLISHED else event.stage,
        sequence=0,
        dtstamp=None,
        created=None,
        last_modified=None,
    )


def _moved(event: Event, when: When, local: tzinfo, zones: Zones) -> Recurrence:
    if when.start == event.when.start or not event.recurrence:
        return event.recurrence
    return Move(event, when, local, zones).recurrence if when.all_day == event.when.all_day else Recurrence()
