"""New events of a file that are likely here already, under another UID: same title, same day, same place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from core.db.matching import Namesake
from core.db.search import folded
from core.ics.scan import Indexed, scan
from core.incoming import title_of
from core.known_zones import ObjectZones
from core.object import CalendarObject
from core.planned import Item
from core.when import iana

if TYPE_CHECKING:
    from core.store import Store


class TwinFinder:
    """calendar_id: where to look, None for everywhere. uids: all of the files; who has one is no twin.

    Only events whose title is here already are read: most files bring none.
    """

    def __init__(self, store: Store, calendar_id: int | None, uids: Collection[str]) -> None:
        self._store = store
        self._calendar_id = calendar_id
        self._uids = uids
        self._local = iana(store.zone) or UTC

    def found(self, new: Sequence[Item]) -> dict[str, CalendarObject]:
        """{UID in the file: the one here that is likely the same}; each of ours is taken once."""
        by_name: dict[str, list[Item]] = {}
        for item in new:
            if name := folded(title_of(item.text)):
                by_name.setdefault(name, []).append(item)
        here: dict[tuple[str, date], list[Namesake]] = {}
        for its in self._candidates(by_name):
            here.setdefault((its.name, _day(its.start, self._local)), []).append(its)
        names = {name for name, _ in here}
        twins: dict[str, int] = {}
        for item in (item for name in by_name if name in names for item in by_name[name]):
            if twin := self._twin(item, here):
                twins[item.uid] = twin
        objects = {its.id: its for its in self._store.objects(twins.values())}
        return {uid: objects[twin] for uid, twin in twins.items() if twin in objects}

    def _candidates(self, names: Iterable[str]) -> Iterable[Namesake]:
        for its in self._store.namesakes(names):
            if its.uid not in self._uids and self._calendar_id in (None, its.calendar_id):
                yield its

    def _twin(self, item: Item, here: dict[tuple[str, date], list[Namesake]]) -> int:
        """The id of the one that it takes out of those that are here; 0 where there is none."""
        zones = ObjectZones({0: dict(item.zones)}).of(0)
        row = _main(scan(item.text, self._local, zones))
        if row is None or row.undated:
            return 0
        location = folded(row.location)
        same_day = here.get((folded(row.summary), _day(row.start_utc, self._local)), [])
        for at, its in enumerate(same_day):
            if _same_place(its.location, location):
                return same_day.pop(at).object_id
        return 0


def _main(rows: Iterable[Indexed]) -> Indexed | None:
    return next((row for row in rows if not row.ref.recurrence_id), None)


def _day(seconds: int, local: tzinfo) -> date:
    moment = datetime.fromtimestamp(seconds, UTC)
    try:
        return moment.astimezone(local).date()
    except OverflowError:  # New Year's Eve of 9999
        return moment.date()


def _same_place(one: str, other: str) -> bool:
    """One may have the name alone, the other the address too."""
    short, long = sorted((one, other), key=len)
    return short == long or bool(short and long.startswith(f"{short} "))
