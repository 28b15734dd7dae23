"""A copy of an event, at the same date or another: its length and its rule come along."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from core.event import Event, Recurrence, Stage
from core.when import Moment, When

_UNTIL = re.compile(r"(?<=UNTIL=)\d{8}(T\d{6})?", re.IGNORECASE)


def copy_of(event: Event, uid: str, start: Moment | None = None) -> Event:
    """A new event with these fields. An override's copy stands alone; a published event's is a draft.

    start: where the copy starts; a rule's own dates (RDATE, EXDATE, UNTIL) move along with it, and a rule
    does not survive the step between days and times. What other programs keep in an event's text (attendees'
    answers, their own ids) is about that event alone, and is not copied.
    """
    when = event.when if start is None else event.when.starting(start)
    return replace(
        event,
        uid=uid,
        when=when,
        recurrence_id=None,
        recurrence=_moved(event.recurrence, event.when.start, when.start),
        stage=Stage.DRAFT if event.stage is Stage.PUBLISHED else event.stage,
        sequence=0,
        dtstamp=None,
        created=None,
        last_modified=None,
    )


def _moved(recurrence: Recurrence, old: Moment, new: Moment) -> Recurrence:
    if old.is_date != new.is_date:
        return Recurrence()
    span = _clock(new) - _clock(old)

    def moment(its: Moment) -> Moment:
        return Moment(its.wall + span, new.tzid if its.tzid == old.tzid else its.tzid)

    def moment_or_when(its: Moment | When) -> Moment | When:
        return When(moment(its.start), moment(its.end)) if isinstance(its, When) else moment(its)

    return Recurrence(
        tuple(_UNTIL.sub(lambda until: _later(until[0], span), rule) for rule in recurrence.rrules),
        tuple(map(moment_or_when, recurrence.rdates)),
        tuple(map(moment, recurrence.exdates)),
    )


def _clock(moment: Moment) -> datetime:
    return moment.wall if isinstance(moment.wall, datetime) else datetime.combine(moment.wall, time())


def _later(until: str, span: timedelta) -> str:
    form = "%Y%m%dT%H%M%S" if "T" in until.upper() else "%Y%m%d"
    try:
        return (datetime.strptime(until.upper(), form) + span).strftime(form)
    except (ValueError, OverflowError):
        return until  # No such day, or the year 9999 for "always".
