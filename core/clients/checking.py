"""Before an export is written: what its program would choke on, and what a copy does about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.change import Change, Deed, Swap
from core.clients.copying import Copier, mended
from core.clients.draft import Finding, Task
from core.clients.profile import Profile
from core.ics.lines import unfold, write_text
from core.ics.reading import text_of
from core.ics.vevents import vevents
from core.object import CalendarObject
from core.progress import Job, Progress
from core.query import EventQuery

if TYPE_CHECKING:
    from datetime import datetime

    from core.store import Applied, Store

# Of each kind so many are named; nobody reads more, and an agenda may have a million.
MOST: Final = 200
STEP: Final = 500

_NAMED: Final = re.compile(rb"^UID[^:\r\n]*:[^\r\n]", re.MULTILINE | re.IGNORECASE)

# What Google takes at once: NReilingh/ics-spanner and icssplit (PyPI) were written for that.
GOOGLES_LARGEST: Final = 1_000_000  # bytes

# What can be mended in the agenda as well: it says the same there, in the RFC's words.
LASTING: Final = frozenset({"twice", "stamp", "date-form", "end", "until", "value", "alarm", "text", "uri"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in one event. summary: "" for one without a title."""

    object_id: int
    uid: str
    summary: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Kind:
    """All findings of one rule. events: how many VEVENTs it is about. problems: MOST of them at most.

    mendable: of how many a copy could mend it. mended: of how many this one does.
    """

    code: str
    events: int
    problems: Sequence[Problem]
    mendable: int
    mended: int


@dataclass(frozen=True, slots=True)
class Checked:
    """events: objects looked at. affected: how many of them have a problem. size: of the copies, in bytes."""

    profile: Profile
    events: int
    affected: int
    size: int
    kinds: Sequence[Kind]

    @property
    def too_large(self) -> bool:
        """Whether the program does not take so much at once."""
        return self.profile is Profile.GOOGLE and self.size > GOOGLES_LARGEST

    @property
    def is_mended(self) -> bool:
        """Whether the copy does something about all that there is to say."""
        return not self.too_large and all(its.mended == its.events for its in self.kinds)

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.kinds) or self.too_large


def check_export(store: Store, events: EventQuery | Sequence[int], task: Task) -> Job[Checked]:
    """Look at all that an export would write, and write nothing.

    Found here are ``same-uid``: an event that is there twice, in two calendars, of which programs keep one;
    and ``no-uid``: one that came without a UID (RFC 5545 3.8.4.7), for which a copy has the one made for it.
    """
    wanted = store.object_ids(events) if isinstance(events, EventQuery) else events
    own = store.vtimezones(wanted)
    tally, copier, uids = _Tally(task), Copier(task), set[str]()
    for done, its in enumerate(store.objects(wanted)):
        if done % STEP == 0:
            yield Progress(done, len(wanted))
        copy = copier.copy(its.text, own.get(its.id, {}))
        findings = list(copy.findings)
        if its.uid in uids:
            findings.append(_same_uid(its.text))
        if not _NAMED.search(its.text):
            findings.append(_no_uid(its, task))
        uids.add(its.uid)
        tally.add(its, findings, len(copy.text))
    return tally.result()


class _Tally:
    """Counts, and keeps some of what it counts."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._events = self._affected = self._size = 0
        self._counts: Counter[str] = Counter()
        self._mendable: Counter[str] = Counter()
        self._mended: Counter[str] = Counter()
        self._named: dict[str, list[Problem]] = {}

    def add(self, its: CalendarObject, findings: Sequence[Finding], size: int) -> None:
        self._events += 1
        self._size += size
        self._affected += bool(findings)
        titles = _titles(its.text) if findings else {}
        for finding in findings:
            self._counts[finding.code] += 1
            self._mendable[finding.code] += finding.mendable
            self._mended[finding.code] += finding.mended
            named = self._named.setdefault(finding.code, [])
            if len(named) < MOST:
                named.append(Problem(its.id, its.uid, titles.get(finding.ref, ""), finding))

    def result(self) -> Checked:
        kinds = [
            Kind(code, count, self._named[code], self._mendable[code], self._mended[code])
            for code, count in self._counts.items()
        ]
        kinds.sort(key=lambda its: (its.mendable == its.events, -its.events, its.code))
        return Checked(self._task.profile, self._events, self._affected, self._size, kinds)


def _titles(text: bytes) -> Mapping[object, str]:
    return {part.ref: text_of(part.properties(), "SUMMARY") for part in vevents(text)}


def _same_uid(text: bytes) -> Finding:
    part = next(vevents(text))
    at = part.names.index("UID") if "UID" in part.names else 0
    line = unfold(part.lines[at]).decode("utf-8", "replace").strip()
    return Finding(part.ref, "same-uid", (line,), (line,), mended=False)


def _no_uid(its: CalendarObject, task: Task) -> Finding:
    part = next(vevents(its.text))
    line = unfold(write_text("UID", its.uid)).decode().strip()
    return Finding(part.ref, "no-uid", (), (line,), mended=task.profile is not Profile.PLAIN)


def mend(
    store: Store, events: EventQuery | Sequence[int], codes: frozenset[str], now: datetime
) -> Job[Applied]:
    """Store what strict readers want in the events themselves, in one step. codes: of LASTING. now: aware.

    Raises StaleChange where somebody else writes the same events meanwhile.
    """
    wanted = store.object_ids(events) if isinstance(events, EventQuery) else events
    swaps = []
    for done, its in enumerate(store.objects(wanted)):
        if done % STEP == 0:
            yield Progress(done, len(wanted))
        text = mended(its.text, codes & LASTING, now, store.zone)
        if text != its.text:
            swaps.append(Swap(its, replace(its, text=text)))
    return store.apply(Change(Deed.EDIT, tuple(swaps)))
