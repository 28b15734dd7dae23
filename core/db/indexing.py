"""The index kept in step with the text: rows that say what scan() finds, with keys that outlive an edit."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from zoneinfo import TZPATH

from sqlalchemy import Connection, bindparam, delete, select, update

from core.db.bulk import insert_rows, insert_searched
from core.db.numbers import numbers
from core.db.schema import ComponentCategoryRow, ComponentRow, ComponentWordsRow, table_of
from core.db.search import folded, searchable
from core.db.selecting import chunks
from core.ics.scan import VERSION, Indexed, scan
from core.known_zones import ObjectZones
from core.object import CalendarObject

KEYS = ("id", "component_id")

# Objects indexed at once.
_AT_ONCE = 500

Values = dict[str, Any]
Address = tuple[int, str, int]


def versions() -> dict[str, str]:
    """What the index depends on beside the text. With another of these it must be computed anew."""
    return {"scanner": str(VERSION), "tzdata": _tzdata()}


def _tzdata() -> str:
    # zoneinfo reads the system's files first, and their version is the first word of one of them.
    for folder in TZPATH:
        try:
            with open(os.path.join(folder, "tzdata.zi"), encoding="ascii") as file:
                return file.readline().removeprefix("# version").strip()
        except (OSError, ValueError):
            continue
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""


@dataclass(slots=True)
class _Batch:
    """Rows to be written, table by table."""

    components: list[Values] = field(default_factory=list)
    words: list[Values] = field(default_factory=list)
    recategorised: list[int] = field(default_factory=list)
    categories: list[Values] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Indexer:
    """Computes rows of the index. local: the agenda's zone. zones: what an object's TZIDs stand for."""

    local: tzinfo
    zones: ObjectZones

    def insert(self, connection: Connection, objects: Sequence[CalendarObject]) -> None:
        """Index objects that are not in the index."""
        # A few at a time, as new memory for what is made of 10,000 texts takes as long as making it.
        for chunk in chunks(objects, _AT_ONCE):
            found = [(its, indexed) for its in chunk for indexed in self._scanned(its)]
            batch = _Batch()
            for key, (its, indexed) in zip(numbers(connection, ComponentRow, len(found)), found, strict=True):
                _add(batch, key, its, indexed)
            _insert(connection, batch)

    def replace(self, connection: Connection, objects: Sequence[CalendarObject]) -> int:
        """Index objects anew; a component that stays keeps its key. Gives how many rows were not right."""
        before = _stored(connection, [its.id for its in objects])
        wanted = [(its, indexed) for its in objects for indexed in self._scanned(its)]
        new = [pair for pair in wanted if _address(*pair) not in before]
        keys = iter(numbers(connection, ComponentRow, len(new))) if new else iter(())
        batch, changed, gone = _Batch(), _Batch(), dict(before)
        wrong = len(new)
        for its, indexed in wanted:
            old = gone.pop(_address(its, indexed), None)
            if old is None:
                _add(batch, next(keys), its, indexed)
            else:
                wrong += _change(changed, old, its, indexed)
        _delete(connection, [row["id"] for row in gone.values()])
        _update(connection, changed)
        _insert(connection, batch)
        return wrong + len(gone)

    def wrong(self, connection: Connection, objects: Sequence[CalendarObject]) -> list[str]:
        """The UIDs of objects whose rows are not as their text has it."""
        before = _stored(connection, [its.id for its in objects])
        found: dict[int, list[Values]] = {its.id: [] for its in objects}
        for row in before.values():
            found[row["object_id"]].append(row)
        return [its.uid for its in objects if not self._is_right(its, found[its.id])]

    def _is_right(self, its: CalendarObject, rows: Sequence[Values]) -> bool:
        wanted = self._scanned(its)
        by_ref = {(row["recurrence_id"], row["ordinal"]): row for row in rows}
        if len(wanted) != len(rows):
            return False
        for indexed in wanted:
            row = by_ref.get((indexed.ref.recurrence_id, indexed.ref.ordinal))
            if row is None or _change(_Batch(), row, its, indexed):
                return False
        return True

    def _scanned(self, its: CalendarObject) -> list[Indexed]:
        return scan(its.text, self.local, self.zones.of(its.id))


def _address(its: CalendarObject, indexed: Indexed) -> Address:
    return its.id, indexed.ref.recurrence_id, indexed.ref.ordinal


def _stored(connection: Connection, object_ids: Iterable[int]) -> dict[Address, Values]:
    component, words = table_of(ComponentRow), table_of(ComponentWordsRow)
    joined = select(component, words).join(words, words.c.component_id == component.c.id)
    found: dict[Address, Values] = {}
    for chunk in chunks(object_ids):
        for row in connection.execute(joined.where(component.c.object_id.in_(chunk))):
            values = tuple(row)
            columns = dict(zip(component.c.keys(), values, strict=False))
            columns["words"] = dict(zip(words.c.keys(), values[len(component.c) :], strict=True))
            found[columns["object_id"], columns["recurrence_id"], columns["ordinal"]] = columns
    return found


def _rows(key: int, its: CalendarObject, indexed: Indexed) -> tuple[Values, Values]:
    """Of the index, and of the words that search looks through."""
    words = {
        "component_id": key,
        "summary": folded(indexed.summary),
        "place": folded(indexed.location),
        "description": searchable(indexed.description),
        "categories": folded(" ".join(indexed.categories)),
        "contact": folded(indexed.contact),
    }
    return _component(key, its, indexed, words), words


def _component(key: int, its: CalendarObject, indexed: Indexed, words: Values) -> Values:
    return {
        "id": key,
        "object_id": its.id,
        "calendar_id": its.calendar_id,
        "recurrence_id": indexed.ref.recurrence_id,
        "ordinal": indexed.ref.ordinal,
        "summary": indexed.summary,
        "place": indexed.place,
        "location": indexed.location,
        "status": indexed.status,
        "stage": indexed.stage,
        "categories": "\n".join(indexed.categories),
        "dtstart": indexed.dtstart,
        "dtstart_tzid": indexed.dtstart_tzid,
        "dtend": indexed.dtend,
        "dtend_tzid": indexed.dtend_tzid,
        "start_utc": indexed.start_utc,
        "end_utc": indexed.end_utc,
        "recurs": indexed.recurs,
        "series_end_utc": indexed.series_end_utc,
        "summary_sort": words["summary"],
        "place_sort": words["place"],
        "modified": indexed.modified,
        "undated": indexed.undated,
        "rule": indexed.rule,
    }


def _add(batch: _Batch, key: int, its: CalendarObject, indexed: Indexed) -> None:
    component, words = _rows(key, its, indexed)
    batch.components.append(component)
    batch.words.append(words)
    _add_categories(batch, key, indexed.categories)


def _add_categories(batch: _Batch, key: int, names: Iterable[str]) -> None:
    batch.categories += ({"component_id": key, "name": name} for name in dict.fromkeys(names))


def _change(batch: _Batch, old: Values, its: CalendarObject, indexed: Indexed) -> bool:
    key, old_words = old["id"], old.pop("words")
    new_component, new_words = _rows(key, its, indexed)
    component, words = _differing(old, new_component), _differing(old_words, new_words)
    if component:
        batch.components.append({"key": key, **component})
        if component["categories"] != old["categories"]:
            batch.recategorised.append(key)
            _add_categories(batch, key, indexed.categories)
    if words:
        batch.words.append({"key": key, **words})
    return bool(component or words)


def _differing(old: Values, new: Values) -> Values:
    """All but the key, when anything differs: one statement serves all rows."""
    return {} if old == new else {name: value for name, value in new.items() if name not in KEYS}


def _insert(connection: Connection, batch: _Batch) -> None:
    insert_rows(connection, table_of(ComponentRow), batch.components)
    insert_searched(connection, table_of(ComponentWordsRow), batch.words)
    insert_rows(connection, table_of(ComponentCategoryRow), batch.categories)


def _update(connection: Connection, batch: _Batch) -> None:
    if batch.components:
        table = table_of(ComponentRow)
        connection.execute(update(table).where(table.c.id == bindparam("key")), batch.components)
    for chunk in chunks(batch.recategorised):
        connection.execute(delete(ComponentCategoryRow).where(ComponentCategoryRow.component_id.in_(chunk)))
    insert_rows(connection, table_of(ComponentCategoryRow), batch.categories)
    if batch.words:
        words = table_of(ComponentWordsRow)
        connection.execute(update(words).where(words.c.component_id == bindparam("key")), batch.words)


def _delete(connection: Connection, keys: Iterable[int]) -> None:
    for chunk in chunks(keys):
        connection.execute(delete(ComponentRow).where(ComponentRow.id.in_(chunk)))
