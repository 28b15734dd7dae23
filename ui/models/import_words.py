"""What an import would do, in words: of all events together, and of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from core.planned import Fate, ImportReport
from core.when import When, Zones

CONTEXT = "ImportPreview"

# Files that are named, and characters of a name that are shown: more would leave no room for the events.
NAMED = 3
LONGEST = 60

# The dot before each: one of the theme's roles.
DOTS = {
    Fate.NEW: "ok",
    Fate.CHANGED: "accent",
    Fate.TWIN: "warn",
    Fate.DELETED: "danger",
    Fate.OLDER: "muted",
    Fate.SAME: "line",
}

# What wants a look comes first.
ORDER = (Fate.CHANGED, Fate.TWIN, Fate.DELETED, Fate.OLDER, Fate.NEW, Fate.SAME)


def fate_words(fate: Fate) -> str:
    """In a row of the list."""
    translate = QCoreApplication.translate
    return {
        Fate.NEW: translate(CONTEXT, "New"),
        Fate.CHANGED: translate(CONTEXT, "Changed"),
        Fate.TWIN: translate(CONTEXT, "Likely here already"),
        Fate.DELETED: translate(CONTEXT, "Deleted here"),
        Fate.OLDER: translate(CONTEXT, "Not newer"),
        Fate.SAME: translate(CONTEXT, "Unchanged"),
    }[fate]


def count_words(fate: Fate, count: int) -> str:
    """On a chip, and in the heading."""
    translate = QCoreApplication.translate
    return {
        Fate.NEW: translate(CONTEXT, "%n new", "", count),
        Fate.CHANGED: translate(CONTEXT, "%n changed", "", count),
        Fate.TWIN: translate(CONTEXT, "%n likely here already", "", count),
        Fate.DELETED: translate(CONTEXT, "%n deleted here", "", count),
        Fate.OLDER: translate(CONTEXT, "%n not newer than here", "", count),
        Fate.SAME: translate(CONTEXT, "%n unchanged", "", count),
    }[fate]


def heading_words(counts: Mapping[Fate, int]) -> str:
    """“12 new, 3 changed, 40 unchanged”, in the order in which a person counts."""
    order = (Fate.NEW, Fate.CHANGED, Fate.TWIN, Fate.DELETED, Fate.OLDER, Fate.SAME)
    if set(counts) == {Fate.SAME}:
        return QCoreApplication.translate(
            CONTEXT, "Nothing to do: %n event(s), here already", "", counts[Fate.SAME]
        )
    return ", ".join(count_words(fate, counts[fate]) for fate in order if counts.get(fate))


def sentence(fate: Fate) -> str:
    """What becomes of it, and what can be chosen."""
    translate = QCoreApplication.translate
    return {
        Fate.NEW: translate(CONTEXT, "It is added to the calendar."),
        Fate.CHANGED: translate(CONTEXT, "The file has a newer version. Choose what is to stay."),
        Fate.TWIN: translate(
            CONTEXT, "An event with this title is here already, on the same day and at the same place."
        ),
        Fate.DELETED: translate(CONTEXT, "It was deleted here. Tick it to have it again."),
        Fate.OLDER: translate(
            CONTEXT,
            "It is another here, and the file’s version is not newer. Tick it to take it all the same.",
        ),
        Fate.SAME: translate(CONTEXT, "It is here already, just as it is in the file."),
    }[fate]


def all_words(count: int) -> str:
    """On the chip that shows all of them."""
    return QCoreApplication.translate(CONTEXT, "All %n", "", count)


def undated_words(count: int) -> str:
    """On a chip, and beside where they come from."""
    return QCoreApplication.translate(CONTEXT, "%n without a date", "", count)


def source_words(names: Sequence[str], noticed: ImportReport) -> str:
    """Where the events come from, and what was noticed there."""
    translate = QCoreApplication.translate
    unread, undated, strange = len(noticed.problems), len(noticed.set_aside), len(noticed.unknown_zones)
    repairs = len(noticed.repairs) - strange
    parts = [
        _from_words(names),
        translate(CONTEXT, "%n file(s) not read", "", unread) if unread else "",
        undated_words(undated) if undated else "",
        translate(CONTEXT, "%n unknown time zone(s), read as the agenda’s", "", strange) if strange else "",
        translate(CONTEXT, "%n repair(s)", "", repairs) if repairs else "",
    ]
    return " · ".join(filter(None, parts))


def _from_words(names: Sequence[str]) -> str:
    translate = QCoreApplication.translate
    shown = [translate(CONTEXT, "clipboard") if name == "-" else Path(name).name[:LONGEST] for name in names]
    if len(shown) == 1:
        return translate(CONTEXT, "From: {0}").format(shown[0])
    some = ", ".join(shown[:NAMED]) + ("…" if len(shown) > NAMED else "")
    return translate(CONTEXT, "From %n file(s): {0}", "", len(shown)).format(some)


def changed_words(count: int) -> str:
    """Of a series: how many of its dates are otherwise than the rest."""
    return QCoreApplication.translate(CONTEXT, "%n changed date(s)", "", count)


def take_words(count: int, all_same: bool) -> str:
    """On the button that goes on."""
    if all_same:
        return QCoreApplication.translate(CONTEXT, "OK")
    if not count:
        return QCoreApplication.translate(CONTEXT, "Import nothing")
    return QCoreApplication.translate(CONTEXT, "Import %n event(s)", "", count)


def start_here(when: When, local: tzinfo, zones: Zones) -> date | datetime:
    """Its day, or its time on the clock of a zone; zones: what its TZIDs stand for."""
    try:
        return when.start.wall if when.all_day else when.start.instant(local, zones).astimezone(local)
    except OverflowError:  # New Year's Eve of 9999
        return when.start.wall


def short_when(wall: date | datetime) -> str:
    """A day, or a day and a time."""
    day = QLocale().toString(QDate(wall.year, wall.month, wall.day), QLocale.FormatType.ShortFormat)
    if not isinstance(wall, datetime):
        return day
    time = QTime(wall.hour, wall.minute)
    return f"{day} {QLocale().toString(time, QLocale.FormatType.ShortFormat)}"
