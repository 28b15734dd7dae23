"""What the index has of a series, so that its dates are counted without its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo
from typing import Final, NamedTuple

from core.event import Event, Recurrence
from core.ics.reading import and_future_of, recurrence_of, when_of
from core.ics.values import moment_of
from core.ics.vevents import Properties
from core.when import Moment, When, Zones

# Beyond, the text says it as quickly.
_LONGEST_RULE: Final = 1_000
_MOST_LEFT_OUT: Final = 500

# So far from a moment's own day is it on another clock, at most.
_AROUND: Final = range(-2, 3)

_NONE: Final[frozenset[int]] = frozenset()

_RECURRING: Final = frozenset({"RRULE", "RDATE"})


class RuleRow(NamedTuple):
    """Columns of a series' row of the index. rule: as series_rule() has it."""

    rule: str
    dtstart: str
    dtstart_tzid: str | None
    dtend: str

    def rrule(self) -> str:
        """RRULE's value."""
        return self.rule.partition("\n")[0]

    def left_out(self) -> frozenset[int]:
        """The ordinals of days, on the series' own clock."""
        return frozenset(map(int, self.rule.split("\n")[1:])) if "\n" in self.rule else _NONE

    def walls(self) -> tuple[date, date]:
        """The start and the end of its first date, as Moment.wall has them."""
        return _wall(self.dtstart), _wall(self.dtend)

    def event(self) -> Event:
        """As much of it as says when it is."""
        left_out = tuple(Moment(date.fromordinal(its)) for its in sorted(self.left_out()))
        when = When(*(Moment(its, self.dtstart_tzid) for its in self.walls()))
        return Event("", when, recurrence=Recurrence((self.rrule(),), exdates=left_out))


def _wall(text: str) -> date:
    return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)


def series_rule(vevents: Sequence[Properties], local: tzinfo, zones: Zones) -> tuple[int, str] | None:
    """The place among an object's VEVENTs of its only series, and what there is to know of it.

    That is its RRULE, and each on a line of its own the ordinals of days that it leaves out or that overrides
    replace. None where the dates hang on more: on RDATEs, several rules, an end on another clock, overrides
    that hold for more than their date, times of which several are on one day that leaves one out.
    """
    places = [place for place, its in enumerate(vevents) if "RECURRENCE-ID" not in its]
    if len(places) != 1 or not vevents[places[0]].keys() & _RECURRING:
        return None
    (place,) = places
    event = _series(vevents[place])
    replaced = [_replaced(its) for its in vevents if "RECURRENCE-ID" in its]
    if event is None or None in replaced:
        return None
    moments = [*event.recurrence.exdates, *filter(None, replaced)]
    days = _days(event, moments, local, zones) if moments else []
    if days is None:
        return None
    return place, "\n".join((event.recurrence.rrules[0], *map(str, days)))


def _series(properties: Properties) -> Event | None:
    """None for one of which its first date and one rule do not say all, but for dates left out."""
    when, recurrence = when_of(properties), recurrence_of(properties)
    if when is None or when.start.tzid != when.end.tzid:
        return None
    if len(recurrence.rrules) != 1 or recurrence.rdates or recurrence.exrules:
        return None
    rule = recurrence.rrules[0]
    return Event("", when, recurrence=recurrence) if len(rule) <= _LONGEST_RULE and "\n" not in rule else None


def _replaced(override: Properties) -> Moment | None:
    """The date that it stands for; None where it hangs on more than that."""
    if and_future_of(override) or when_of(override) is None:
        return None
    return moment_of(override["RECURRENCE-ID"][0])


def _days(event: Event, moments: Sequence[Moment], local: tzinfo, zones: Zones) -> list[int] | None:
    """On which the series has no date because of these moments; None where the days do not say it."""
    # What rules need is slow to import, and most files have none.
    from core.rrule import Freq, read_rule
    from core.series import Clock, Names

    rule = read_rule(event.recurrence.rrules[0])
    if len(moments) > _MOST_LEFT_OUT or rule is None:
        return None
    if rule.freq > Freq.DAILY or rule.byhour or rule.byminute or rule.bysecond:
        return None
    clock = Clock(local, zones)
    names = Names(clock, moments)
    return sorted(its for its in _around(moments) if names.has(_on(its, event)))


def _around(moments: Sequence[Moment]) -> Iterator[int]:
    found = {its.day.toordinal() + beside for its in moments for beside in _AROUND}
    return (its for its in found if date.min.toordinal() <= its <= date.max.toordinal())


def _on(day: int, event: Event) -> Moment:
    """A date of the series, on that day."""
    start, its = event.when.start, date.fromordinal(day)
    if isinstance(start.wall, datetime):
        return Moment(datetime.combine(its, start.wall.time()), start.tzid)
    return Moment(its)
