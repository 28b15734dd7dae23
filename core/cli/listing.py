"""The events of ``list``: each once or, between dates, each time it takes place."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from core.cli.moments import Now
from core.cli.output import Output, comment_fields, comment_lines, event_fields, event_line
from core.cli.words import Words
from core.comment import Comment
from core.known_zones import known_zone
from core.query import EventQuery, ListedEvent
from core.recurrence import LIMIT
from core.store import Store

# Rows fetched at once.
PAGE = 500

# How far a series without an end is followed where no last day is said.
AHEAD = timedelta(days=2 * 365)

# An event, and its comments where they are asked for.
Told = tuple[ListedEvent, Sequence[Comment] | None]


def list_events(
    given: Namespace, store: Store, query: EventQuery, now: Now, words: Words, out: Output
) -> int:
    """Print them, a page at a time. Gives the exit code: 1 where a series has more dates than are shown."""
    dated = query.first is not None or query.last is not None
    counts = Counter[int]()
    rows = _counting(_occurrences(store, query, now), counts) if dated else _events(store, query)
    told = _with_comments(store, rows) if given.comments else ((row, None) for row in rows)
    if given.json:
        out.json(_fields(told, private=given.with_private))
        return _tell_of_limit(counts, words, out)
    zone = ZoneInfo(now.zone)
    for row, comments in told:
        out.line(event_line(row, words, known_zone))
        for line in comment_lines(comments or (), words, zone, private=given.with_private):
            out.line(line)
    return _tell_of_limit(counts, words, out)


def _counting(rows: Iterator[ListedEvent], counts: Counter[int]) -> Iterator[ListedEvent]:
    for row in rows:
        counts[row.key] += 1
        yield row


def _tell_of_limit(counts: Counter[int], words: Words, out: Output) -> int:
    if max(counts.values(), default=0) < LIMIT:
        return 0
    out.report(words("list.limit", limit=LIMIT))
    return 1


def _with_comments(store: Store, rows: Iterator[ListedEvent]) -> Iterator[Told]:
    while page := list(islice(rows, PAGE)):
        comments: dict[int, list[Comment]] = {row.ref.object_id: [] for row in page}
        for comment in store.comments(*comments):
            comments[comment.object_id].append(comment)
        yield from ((row, comments[row.ref.object_id]) for row in page)


def _fields(told: Iterable[Told], *, private: bool) -> Iterator[Mapping[str, Any]]:
    for row, comments in told:
        number_or_all: object = row.comments
        if comments is not None:
            number_or_all = [comment_fields(its, private=private) for its in comments]
        yield event_fields(row, number_or_all, known_zone)


def _occurrences(store: Store, query: EventQuery, now: Now) -> Iterator[ListedEvent]:
    first = query.first or date.min
    last = query.last or _later(max(first, now.today))
    return _rows(store, store.order(query, spread=(first, last)).entries)


def _later(day: date) -> date:
    return day + AHEAD if day < date.max - AHEAD else date.max


def _events(store: Store, query: EventQuery) -> Iterator[ListedEvent]:
    """A series stands for its overrides too; where only some of those were found, the first of them does."""
    shown = set[int]()
    for row in _rows(store, store.order(query, spread=None).entries):
        if row.override and row.ref.object_id in shown:
            continue
        shown.add(row.ref.object_id)
        yield row


def _rows(store: Store, entries: Sequence[int]) -> Iterator[ListedEvent]:
    for start in range(0, len(entries), PAGE):
        yield from store.listed(entries[start : start + PAGE], every=True)
