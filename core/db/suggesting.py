"""What people typed before: categories and places, offered again."""

from __future__ import annotations

import re
from collections import Counter

from sqlalchemy import Connection, func, select

from core.change import Change
from core.db.schema import ComponentCategoryRow, ComponentRow, ObjectTextRow
from core.db.search import places_matching, words
from core.event import Place
from core.ics import component
from core.object import CalendarObject, ComponentRef
from core.when import iana

OFFERED = 8

# Uses that are counted, from the latest back.
LOOKED_AT = 2_000

# Zones are those of so many events, the ones changed last.
LATEST = 200
ZONES = 4

_CATEGORIES = re.compile(rb"^CATEGORIES[;:][^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", re.MULTILINE | re.IGNORECASE)


def categories(connection: Connection) -> list[tuple[str, int]]:
    """The most used first. One that is cased in several ways is one, in its most frequent spelling."""
    name = ComponentCategoryRow.name
    found = connection.execute(select(name, func.count()).group_by(name))
    spellings: dict[str, Counter[str]] = {}
    for spelling, count in found:
        spellings.setdefault(spelling.casefold(), Counter())[spelling] = count
    counted = ((its.most_common(1)[0][0], its.total()) for its in spellings.values())
    return sorted(counted, key=lambda its: (-its[1], its[0].casefold()))


def zones(connection: Connection, own: str) -> list[str]:
    """Other zones than the agenda's own that events begin in, the one used last first."""
    changed_last = select(ComponentRow.dtstart_tzid).order_by(ComponentRow.modified.desc().nulls_last())
    used = dict.fromkeys(connection.scalars(changed_last.limit(LATEST)))
    return [tzid for tzid in used if tzid and tzid not in (own, "UTC") and iana(tzid)][:ZONES]


def recategorises(change: Change) -> bool:
    """Some event has other categories after it than before."""
    return any(_lines(swap.before) != _lines(swap.after) for swap in change.objects)


def _lines(its: CalendarObject | None) -> list[bytes]:
    return _CATEGORIES.findall(its.text) if its else []


def places(connection: Connection, typed: str) -> list[Place]:
    """Those with words that begin as what was typed, the most used lately first."""
    looked_for = words(typed)
    if not looked_for:
        return []
    latest = places_matching(looked_for, LOOKED_AT)
    last = func.max(ComponentRow.id)
    groups = (
        select(last.label("last"), func.count().label("uses"))
        .where(ComponentRow.id.in_(latest))
        .group_by(ComponentRow.location)
        .order_by(func.count().desc(), last.desc())
        .limit(OFFERED)
        .subquery()
    )
    rows = connection.execute(
        select(ComponentRow.object_id, ComponentRow.recurrence_id, ComponentRow.ordinal, ObjectTextRow.text)
        .join(groups, groups.c.last == ComponentRow.id)
        .join(ObjectTextRow, ObjectTextRow.object_id == ComponentRow.object_id)
        .order_by(groups.c.uses.desc(), groups.c.last.desc())
    )
    # The index has the place's first line alone; its other lines and where it lies are in the text.
    return [
        component.read(text, ComponentRef(object_id, recurrence_id, ordinal)).place
        for object_id, recurrence_id, ordinal, text in rows
    ]
