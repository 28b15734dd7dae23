"""A plan made into a change: what is taken of each event, field by field, as is chosen or proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from core.change import Change, Deed, Swap
from core.event import Event, changed_fields
from core.ics import component
from core.ics.envelope import tzids
from core.ics.lines import unfold
from core.ics.vevents import Vevent, vevents
from core.ics.writing import PARTS
from core.incoming import is_behind
from core.object import CalendarObject, ComponentRef
from core.planned import OTHER, Choice, Fate, FieldKey, ImportPlan, ImportReport, Item, Policy, Way
from core.progress import Job, Progress
from core.stamps import INSTANTS, SEQUENCE, moved_forward

# VEVENTs of one object that are compared field by field; a person looks through no more.
MOST = 50

_EVERY = 200  # Events between two signs of progress.

# What fields stand for, and what an edit writes by itself.
_NAMED = frozenset(name for part in PARTS for name in part.names) | {*INSTANTS, SEQUENCE, "UID", "CREATED"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values of a field, each in its event. Of OTHER: the lines that only one side has."""

    key: FieldKey
    ours: Event | None = None
    theirs: Event | None = None
    our_lines: str = ""
    their_lines: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be stored, and what is then to be said. zones: {UID: {TZID: VTIMEZONE}}."""

    change: Change
    report: ImportReport
    zones: Mapping[str, Mapping[str, bytes]]


def event_in(text: bytes) -> Event:
    """The event that a calendar object is about: its master, or the first of its dates."""
    return component.read(text, _main(text))


def _main(text: bytes) -> ComponentRef:
    refs = component.components(text)
    return next((ref for ref in refs if not ref.recurrence_id), refs[0])


def changed_dates(text: bytes) -> int:
    """How many dates of a series have a VEVENT of their own."""
    return sum(bool(ref.recurrence_id) for ref in component.components(text))


def differences(item: Item) -> list[Difference]:
    """In what a file's event is another than the one that it meets, in the order of the form.

    VEVENTs that only one side has, and all that no field stands for, are one difference, OTHER; a likely twin
    has none such, as it is another program's record.
    """
    if item.stored is None:
        return []
    if item.fate is Fate.TWIN:
        ours, theirs = event_in(item.stored.text), event_in(item.text)
        return [Difference(("", 0, name), ours, theirs) for name in changed_fields(ours, theirs)]
    return [*_by_field(item.stored.text, item.text), *_beside(item.stored.text, item.text)]


def _by_field(ours: bytes, theirs: bytes) -> Iterator[Difference]:
    known = {its.ref: its for its in vevents(theirs)}
    both = ((its, known[its.ref]) for its in vevents(ours) if its.ref in known)
    differing = ((one, other) for one, other in both if one.lines != other.lines)
    for one, other in islice(differing, MOST):
        here, there = component.read_part(one), component.read_part(other)
        for name in changed_fields(here, there):
            yield Difference((one.ref.recurrence_id, one.ref.ordinal, name), here, there)


def _beside(ours: bytes, theirs: bytes) -> Iterator[Difference]:
    here, there = _unnamed(ours), _unnamed(theirs)
    if here != there:
        yield Difference(OTHER, our_lines=_only(here, there), their_lines=_only(there, here))


def _unnamed(text: bytes) -> list[tuple[ComponentRef, bytes]]:
    return [(its.ref, raw) for its in vevents(text) for raw in _other_lines(its)]


def _other_lines(its: Vevent) -> list[bytes]:
    return [raw for name, raw in zip(its.names, its.lines, strict=True) if name not in _NAMED]


def _only(one: Iterable[tuple[ComponentRef, bytes]], other: Iterable[tuple[ComponentRef, bytes]]) -> str:
    known = set(other)
    raws = (raw for ref, raw in one if (ref, raw) not in known)
    return "\n".join(unfold(raw).decode("utf-8", "replace").strip() for raw in raws)


def proposed(item: Item) -> frozenset[FieldKey]:
    """The fields that stay as they are here where nobody chooses: of a likely twin what is said."""
    if item.fate is not Fate.TWIN:
        return frozenset()
    empty = Event("", event_in(item.stored.text if item.stored else item.text).when)
    return frozenset(
        its.key
        for its in differences(item)
        if its.key[2] == "when" or getattr(its.ours, its.key[2]) != getattr(empty, its.key[2])
    )


def taken(item: Item, ours: frozenset[FieldKey], now: datetime) -> bytes:
    """The text to store of an event that meets one of ours, with these fields as they are here.

    A file's newer text is stored as it stands, where all of it is taken. Stamps go forward, so that whoever
    has one of the two versions hears of a third.
    """
    assert item.stored is not None
    stored = item.stored.text
    if item.fate is Fate.TWIN:
        return _merged(stored, item.text, ours, now)
    if not ours:
        return moved_forward(item.text, stored, now) if is_behind(item.text, stored) else item.text
    # All that differs, of dates beyond MOST too: those go with what no field stands for.
    stays = OTHER in ours or ours.issuperset(its.key for its in differences(item))
    base, other = (stored, item.text) if stays else (item.text, stored)
    text = base
    for its in _by_field(stored, item.text):
        recurrence_id, ordinal, name = its.key
        if (its.key in ours) is not (base is stored):
            text = _with(text, ComponentRef(0, recurrence_id, ordinal), other, name, now)
    for peer in (item.text, stored):
        text = moved_forward(text, peer, now)
    return text


def _merged(stored: bytes, theirs: bytes, ours: frozenset[FieldKey], now: datetime) -> bytes:
    ref, incoming = _main(stored), event_in(theirs)
    before = component.read(stored, ref)
    names = [name for name in changed_fields(before, incoming) if ("", 0, name) not in ours]
    after = replace(before, **{name: getattr(incoming, name) for name in names})
    return component.patch(stored, ref, before, after, now)


def _with(text: bytes, ref: ComponentRef, source: bytes, name: str, now: datetime) -> bytes:
    """One field of one VEVENT as it is in another text."""
    before = component.read(text, ref)
    after = replace(before, **{name: getattr(component.read(source, ref), name)})
    return component.patch(text, ref, before, after, now)


def _zones(item: Item, ours: frozenset[FieldKey], text: bytes) -> Mapping[str, bytes]:
    """The file's, but none in the place of ours by which a time that stays is read."""
    assert item.stored is not None
    stays = any(name == "when" for *_, name in ours)
    if item.fate is Fate.TWIN:
        stays = event_in(text).when == event_in(item.stored.text).when
    here = tzids(item.stored.text) if stays and item.zones else frozenset[str]()
    return {tzid: body for tzid, body in item.zones.items() if tzid not in here}


def decided(
    plan: ImportPlan, now: datetime, choices: Mapping[str, Choice] | None = None, policy: Policy | None = None
) -> Job[Decision]:
    """What comes of a plan. choices: {UID: what a person wants}; now: aware, for stamps of what is mixed."""
    decider = _Decider(plan, now, choices or {}, policy or Policy())
    for done, item in enumerate(plan.items):
        if done % _EVERY == 0:
            yield Progress(done, len(plan.items))
        decider.take(item)
    return decider.decision()


class _Decider:
    def __init__(
        self, plan: ImportPlan, now: datetime, choices: Mapping[str, Choice], policy: Policy
    ) -> None:
        self._plan = plan
        self._now = now
        self._choices = choices
        self._policy = policy
        self._swaps: list[Swap[CalendarObject]] = []
        self._zones: dict[str, Mapping[str, bytes]] = {}
        self._same = plan.same
        self._left_out = 0
        self._older, self._deleted, self._twins = list(plan.older_uids), list[str](), list[str]()

    def take(self, item: Item) -> None:
        choice = self._choices.get(item.uid) or Choice(self._policy.way(item.fate))
        if item.fate is Fate.SAME:
            self._same += 1
        elif choice.way is Way.LEAVE:
            self._leave(item)
        elif item.stored is None or choice.way is Way.BOTH:
            self._add(item)
        else:
            self._put(item, choice)

    def _leave(self, item: Item) -> None:
        if item.fate is Fate.OLDER:
            self._older.append(item.uid)
        elif item.fate is Fate.DELETED:
            self._deleted.append(item.uid)
        else:
            self._left_out += 1

    def _add(self, item: Item) -> None:
        made = CalendarObject(item.object_id, self._plan.calendar_id, item.uid, item.text)
        self._keep(Swap(None, made), item.zones)
        if item.fate is Fate.TWIN:
            self._twins.append(item.uid)

    def _put(self, item: Item, choice: Choice) -> None:
        assert item.stored is not None
        ours = proposed(item) if choice.ours is None else choice.ours
        text = taken(item, ours, self._now)
        if text != item.stored.text:
            zones = _zones(item, ours, text)
            self._keep(Swap(item.stored, replace(item.stored, text=text)), zones)
        elif item.fate is Fate.TWIN:
            self._same += 1
        else:
            self._leave(item)

    def _keep(self, swap: Swap[CalendarObject], zones: Mapping[str, bytes]) -> None:
        self._swaps.append(swap)
        if zones:
            self._zones[swap.thing.uid] = zones

    def decision(self) -> Decision:
        swaps = tuple(self._swaps)
        added = sum(swap.before is None for swap in swaps)
        report = ImportReport(
            added=added,
            updated=len(swaps) - added,
            same=self._same,
            older_uids=tuple(self._older),
            files=self._plan.files,
            deleted_uids=tuple(self._deleted),
            twin_uids=tuple(self._twins),
            left_out=self._left_out,
        )
        calendars = self._plan.calendars if swaps else ()
        return Decision(Change(Deed.IMPORT, swaps, calendars=calendars), report, self._zones)
