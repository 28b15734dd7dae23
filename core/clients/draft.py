"""A VEVENT on its way into a copy: its lines, what was found in them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.clients.profile import GUESSES, Profile
from core.ics.lines import Line, parse, unfold
from core.ics.vevents import Properties, Vevent
from core.object import ComponentRef


@dataclass(frozen=True, slots=True)
class Finding:
    """What a program would choke on in one VEVENT.

    code: which rule says so. before: the content lines that it is about, unfolded. after: what stands in
    their place where that is mended; as `before` where no copy can mend it. mended: whether this copy does.
    """

    ref: ComponentRef
    code: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    mended: bool

    @property
    def mendable(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Task:
    """What a copy is made for.

    local: the TZID in which floating times are read. cancelled: how a title says that an event is off, with
    {0} in the place of the title. left: codes of what the copy is to leave as it is.
    """

    profile: Profile
    local: str = "UTC"
    cancelled: str = "Cancelled: {0}"
    left: frozenset[str] = GUESSES

    def mends(self, code: str) -> bool:
        return self.profile is not Profile.PLAIN and code not in self.left


class Draft:
    """One VEVENT. Rules look into it and change it; what each changed or cannot change is in findings."""

    def __init__(self, part: Vevent, mends: Callable[[str], bool]) -> None:
        self.ref = part.ref
        self.findings: list[Finding] = []
        self._gone = False
        self._mends = mends
        self._lines = list(part.lines)
        self._names = list(part.names)
        self._read: Properties | None = None  # rules ask for the same lines again and again

    @property
    def text(self) -> bytes:
        """b"" where it is left out."""
        return b"" if self._gone else b"".join(self._lines)

    @property
    def names(self) -> list[str]:
        """Each line's property, "" within a nested component."""
        return self._names

    def properties(self) -> Properties:
        """As Vevent.properties()."""
        if self._read is None:
            self._read = Vevent(self.ref, self._lines, self._names).properties()
        return self._read

    def all(self, name: str) -> list[Line]:
        """The lines of a property that can be read."""
        return self.properties().get(name, [])

    def read(self, name: str) -> list[tuple[int, Line]]:
        """As all(), each with its place."""
        return [(at, line) for at in self.places(name) if (line := parse(self._lines[at]))]

    def first(self, name: str) -> Line | None:
        """What counts of a property."""
        return next(iter(self.all(name)), None)

    def nested(self) -> list[tuple[int, int]]:
        """Where the components in it stand, the last one first: from BEGIN to behind END."""
        found, depth, start = [], 0, 0
        for at, raw in enumerate(self._lines):
            if raw[:6].upper() == b"BEGIN:":
                depth += 1
                start = at if depth == 2 else start
            elif raw[:4].upper() == b"END:":
                depth -= 1
                if depth == 1:
                    found.append((start, at + 1))
        return found[::-1]

    def raw(self, start: int, stop: int) -> list[bytes]:
        return self._lines[start:stop]

    def raws(self, name: str) -> list[bytes]:
        """The lines of a property, as they stand."""
        return [raw for its, raw in zip(self._names, self._lines, strict=True) if its == name]

    def places(self, name: str) -> list[int]:
        """Where they stand."""
        return [at for at, its in enumerate(self._names) if its == name]

    # What a rule does

    def put(self, code: str, names: str | Iterable[str], will: Sequence[bytes]) -> None:
        """Let these lines stand for all of these properties, where the first of them stood, or at the end."""
        wanted = {names} if isinstance(names, str) else set(names)
        self.swap(code, [at for at, name in enumerate(self._names) if name in wanted], will)

    def swap(self, code: str, places: Sequence[int], will: Sequence[bytes]) -> None:
        """Let lines stand in the place of others. places: rising; none: behind the last property."""
        was = [self._lines[at] for at in places]
        if was == list(will):
            return
        mended = self._mends(code)
        self._note(code, was, will, mended)
        if mended:
            self._replace(places, will)

    def exchange(self, code: str, will: Mapping[int, bytes]) -> None:
        """Let each of these places have another line, for one reason."""
        was = [self._lines[at] for at in will]
        mended = self._mends(code)
        self._note(code, was, list(will.values()), mended)
        if mended:
            self._read = None
            for at, raw in will.items():
                self._lines[at] = raw

    def cut(self, code: str, start: int, stop: int) -> None:
        """Leave a nested component out."""
        self.swap(code, range(start, stop), [])

    def leave_out(self, code: str, name: str) -> None:
        """The whole of it, for what this property says or lacks."""
        self._gone = self._mends(code)
        self._note(code, self.raws(name) or self.raws("SUMMARY"), [], self._gone)

    def say(self, code: str, name: str) -> None:
        """No copy can mend what these lines say."""
        was = self.raws(name)
        self._note(code, was, was, mended=False)

    def quietly(self, name: str, will: Sequence[bytes]) -> None:
        """Change what is no problem for anybody, and nothing to be told."""
        self._replace(self.places(name), will)

    def _replace(self, places: Sequence[int], will: Sequence[bytes]) -> None:
        at = places[0] if places else self._end()
        self._read = None
        nested = bool(places) and not self._names[at]
        for place in reversed(places):
            del self._lines[place], self._names[place]
        self._lines[at:at] = will
        self._names[at:at] = ["" if nested else _name(raw) for raw in will]

    def _note(self, code: str, was: Sequence[bytes], will: Sequence[bytes], mended: bool) -> None:
        self.findings.append(Finding(self.ref, code, _shown(was), _shown(will), mended))

    def _end(self) -> int:
        spans = self.nested()
        return spans[-1][0] if spans else len(self._lines) - 1


def _name(raw: bytes) -> str:
    return raw.partition(b":")[0].partition(b";")[0].upper().decode("ascii", "replace")


def _shown(raws: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(unfold(raw).decode("utf-8", "replace").removesuffix("\r\n") for raw in raws)
