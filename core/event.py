"""An event as a form shows it: typed fields read from one VEVENT, and what must hold of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from core.when import Moment, When

_LINE_END = re.compile("\r\n?|\n")


class Status(Enum):
    """RFC 5545 3.8.1.11, for events."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class Classification(Enum):
    """RFC 5545 3.8.1.3; a value that we do not know counts as PRIVATE and stays in the text."""

    PUBLIC = "PUBLIC"
    PRIVATE = "PRIVATE"
    CONFIDENTIAL = "CONFIDENTIAL"


class Transparency(Enum):
    """RFC 5545 3.8.2.7."""

    OPAQUE = "OPAQUE"
    TRANSPARENT = "TRANSPARENT"


class Stage(Enum):
    """How far the newsroom is with it; ours, X-PARVIS-STAGE."""

    IDEA = "IDEA"
    DRAFT = "DRAFT"
    READY = "READY"
    PUBLISHED = "PUBLISHED"


@dataclass(frozen=True, slots=True)
class Geo:
    """RFC 5545 3.8.1.6: degrees, north and east positive. Raises ValueError outside ±90 and ±180."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        # Written so that NaN fails too.
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError("no such place on Earth")


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: the lines as a person writes them, the name first. LOCATION is their join by ", "."""

    lines: tuple[str, ...] = ()
    geo: Geo | None = None

    @classmethod
    def of_text(cls, text: str, geo: Geo | None = None) -> Place:
        """From a form's text, one line each; blank lines and the space around lines are no part of it."""
        return cls(tuple(line for line in map(str.strip, _LINE_END.split(text)) if line), geo)

    @property
    def name(self) -> str:
        return self.lines[0] if self.lines else ""

    @property
    def location(self) -> str:
        """LOCATION's value: one line, as Outlook drops line ends."""
        return ", ".join(self.lines)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Organizer:
    """RFC 5545 3.8.4.3. Without an address it is no ORGANIZER, and the text carries a CONTACT instead."""

    name: str = ""
    email: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.name or self.email)


@dataclass(frozen=True, slots=True)
class Description:
    """DESCRIPTION's plain text, and the rich text (core.richtext's subset) that says the same, or ""."""

    text: str = ""
    html: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.html)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """RFC 5545 3.8.5: the values of RRULE, RDATE and EXDATE. rrules: as written, ``FREQ=…``.

    exrules: rules whose dates are left out (EXRULE of RFC 2445 4.8.5.2), which no program writes any more.
    """

    rrules: tuple[str, ...] = ()
    rdates: tuple[Moment | When, ...] = ()
    exdates: tuple[Moment, ...] = ()
    exrules: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rrules or self.rdates)


# Where an event stands whose text does not say it: a form must show some day.
NO_DAY = When.days(date(1970, 1, 1))


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT. What its text holds beside these fields stays in the text.

    undated: its text gives no start that can be read, and when is NO_DAY; another when is a date again.
    recurrence_id: set on an override of one occurrence; and_future: of all from that one on, too (RFC 5545
    3.2.13). sequence, dtstamp, created, last_modified (UTC,
    aware): kept by the text's writer, never edited.
    """

    uid: str
    when: When
    recurrence_id: Moment | None = None
    summary: str = ""
    place: Place = Place()
    description: Description = Description()
    categories: tuple[str, ...] = ()
    status: Status | None = None
    url: str = ""
    contact: str = ""
    organizer: Organizer = Organizer()
    cost: str = ""
    classification: Classification = Classification.PUBLIC
    transparency: Transparency = Transparency.OPAQUE
    stage: Stage | None = None
    source: str = ""
    recurrence: Recurrence = Recurrence()
    sequence: int = 0
    dtstamp: datetime | None = None
    created: datetime | None = None
    last_modified: datetime | None = None
    undated: bool = False
    and_future: bool = False


# In the order of the form; what a person edits, a merge compares and a conflict names.
EDITABLE = (
    "summary",
    "when",
    "recurrence",
    "place",
    "categories",
    "status",
    "stage",
    "url",
    "contact",
    "organizer",
    "cost",
    "classification",
    "transparency",
    "source",
    "description",
)

# A change of these is news to whoever has the event already: SEQUENCE goes up (RFC 5546 2.1.4).
SEQUENCED = ("when", "recurrence", "place", "status")


def changed_fields(before: Event, after: Event) -> tuple[str, ...]:
    """The names, out of EDITABLE, of the fields in which two events differ."""
    return tuple(name for name in EDITABLE if _value(before, name) != _value(after, name))


def _value(event: Event, name: str) -> object:
    return (event.when, event.undated) if name == "when" else getattr(event, name)
