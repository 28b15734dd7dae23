"""What a time's zone makes of it, in words: the time here, an hour that the clocks skip, a zone unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from core.when import Moment, When, Zones

CONTEXT = "ZoneWords"


def zone_notes(when: When, local: tzinfo, zones: Zones) -> tuple[str, ...]:
    """Sentences, each once; none where the time is what everybody takes it for. local: the reader's zone."""
    if when.all_day:
        return ()
    notes = [note for moment in (when.start, when.end) for note in _odd(moment, local, zones)]
    return tuple(dict.fromkeys([*_here(when, local, zones), *notes]))


def lacks_zone(when: When, zones: Zones) -> bool:
    """Nobody knows the zone of one of its ends."""
    named = (its.tzid for its in (when.start, when.end) if its.tzid not in (None, "UTC"))
    return any(zones(str(its)) is None for its in named)


def _here(when: When, local: tzinfo, zones: Zones) -> Iterator[str]:
    start = when.start
    if start.tzid is None or (start.tzid != "UTC" and zones(start.tzid) is None):
        return
    try:
        instant = start.instant(local, zones)
        there, here = (
            instant.astimezone(its).replace(tzinfo=None) for its in (start.zone(local, zones), local)
        )
    except OverflowError:
        return
    if here == there:
        return
    words = QCoreApplication.translate(CONTEXT, "{0} ({1}) · {2} here").format(
        _time(start.wall_time), _place(start.tzid), _time(here)
    )
    yield words if here.date() == start.day else f"{words}, {_day(here)}"


def _odd(moment: Moment, local: tzinfo, zones: Zones) -> Iterator[str]:
    if moment.tzid not in (None, "UTC") and zones(str(moment.tzid)) is None:
        pattern = QCoreApplication.translate(
            CONTEXT, "Nobody knows the zone “{0}”: its times are read as those of here."
        )
        yield pattern.format(moment.tzid)
        return
    zone, wall = moment.zone(local, zones), moment.wall_time
    try:
        shown = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return
    if shown.replace(fold=0) != wall:
        pattern = QCoreApplication.translate(CONTEXT, "The clocks skip {0} on that day: it will be {1}.")
        yield pattern.format(_time(wall), _time(shown))
    elif wall.replace(tzinfo=zone, fold=1).utcoffset() != wall.replace(tzinfo=zone, fold=0).utcoffset():
        pattern = QCoreApplication.translate(CONTEXT, "{0} comes twice on that day: the first is meant.")
        yield pattern.format(_time(wall))


def _place(tzid: str) -> str:
    return tzid.rpartition("/")[2].replace("_", " ")


def _time(wall: datetime) -> str:
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)


def _day(wall: datetime) -> str:
    return QLocale().toString(QDate(wall.year, wall.month, wall.day), "ddd")
