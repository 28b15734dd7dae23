"""What the properties of a VEVENT say, as the fields of an Event. A bad value says nothing.

Values with a shape are read by core.ics.values for the index, and by core.ics.typed, through icalendar, for a
form: one says what the other does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Protocol, TypeVar

from core import richtext
from core.event import (
    NO_DAY,
    Classification,
    Description,
    Event,
    Geo,
    Organizer,
    Place,
    Recurrence,
    Stage,
    Status,
    Transparency,
)
from core.ics import values
from core.ics.lines import OF, STRAY, Line, items, tidied
from core.ics.vevents import Properties
from core.ics.writing import ORGANIZER_MARK, says_the_same, uri
from core.when import Moment, When

E = TypeVar("E", bound=Enum)

_NAMED = re.compile(r"(.*?) ?<([^<>]*)>", re.DOTALL)


class Values(Protocol):
    """Reads values with a shape: core.ics.values or core.ics.typed."""

    def moment_of(self, line: Line) -> Moment | None: ...
    def moments_of(self, line: Line) -> list[Moment | When]: ...
    def after(self, start: Moment, duration: str) -> Moment | None: ...
    def instant(self, value: str) -> datetime | None: ...
    def integer(self, value: str) -> int: ...
    def geo(self, value: str) -> Geo | None: ...
    def rule(self, value: str) -> str: ...
    def mail(self, value: str) -> str | None: ...


def event_of(properties: Properties, by: Values = values) -> Event:
    """The whole Event."""
    when = when_of(properties, by)
    return Event(
        uid=uid_of(properties),
        when=when or NO_DAY,
        undated=when is None,
        and_future=and_future_of(properties),
        recurrence_id=_moment(properties, "RECURRENCE-ID", by),
        summary=text_of(properties, "SUMMARY"),
        place=place_of(properties, by),
        description=description_of(properties),
        categories=categories_of(properties),
        status=choice_of(properties, "STATUS", Status),
        url=_url(properties),
        contact=contact_of(properties),
        organizer=organizer_of(properties, by),
        cost=text_of(properties, "X-PARVIS-COST"),
        classification=_classification(properties),
        transparency=choice_of(properties, "TRANSP", Transparency) or Transparency.OPAQUE,
        stage=choice_of(properties, "X-PARVIS-STAGE", Stage),
        source=text_of(properties, "X-PARVIS-SOURCE"),
        recurrence=recurrence_of(properties, by),
        sequence=by.integer(_value(properties, "SEQUENCE")),
        dtstamp=instant_of(properties, "DTSTAMP", by),
        created=instant_of(properties, "CREATED", by),
        last_modified=instant_of(properties, "LAST-MODIFIED", by),
    )


def _first(properties: Properties, name: str) -> Line | None:
    return properties[name][0] if name in properties else None


def _value(properties: Properties, name: str) -> str:
    return properties[name][0].value if name in properties else ""


def text_of(properties: Properties, name: str) -> str:
    """A TEXT, with the stray lines that belong to it; "" where there is none."""
    if name not in properties:
        return ""
    return _whole(properties[name][0], properties)


def _whole(line: Line, properties: Properties) -> str:
    if STRAY not in properties:
        return line.text
    strays = (its.text for its in properties[STRAY] if its.param(OF) == line.name)
    return "\n".join((line.text, *strays))


def uid_of(properties: Properties) -> str:
    """The UID, in one line."""
    return text_of(properties, "UID").replace("\n", " ").strip()


def instant_of(properties: Properties, name: str, by: Values = values) -> datetime | None:
    """A stamp, in UTC and aware."""
    return by.instant(_value(properties, name))


def choice_of(properties: Properties, name: str, choices: type[E]) -> E | None:
    """One of the words that the property may hold."""
    if name not in properties:
        return None
    try:
        return choices(properties[name][0].value.strip().upper())
    except ValueError:
        return None


def and_future_of(properties: Properties) -> bool:
    """RECURRENCE-ID's RANGE; THISANDPRIOR is obsolete, and counts for its one date (RFC 5545 3.2.13)."""
    line = _first(properties, "RECURRENCE-ID")
    return line is not None and line.param("RANGE").strip().upper() == "THISANDFUTURE"


def _moment(properties: Properties, name: str, by: Values) -> Moment | None:
    line = _first(properties, name)
    return by.moment_of(line) if line else None


def when_of(properties: Properties, by: Values = values) -> When | None:
    """From DTSTART, DTEND and DURATION; None without a start, for which an override's own date will do."""
    start = _moment(properties, "DTSTART", by) or _moment(properties, "RECURRENCE-ID", by)
    if start is None:
        return None
    end = _moment(properties, "DTEND", by)
    if end is None and "DURATION" in properties:
        end = by.after(start, _value(properties, "DURATION"))
    return values.span(start, end)


def recurrence_of(properties: Properties, by: Values = values) -> Recurrence:
    """RRULE, RDATE, EXDATE and EXRULE."""
    if not properties.keys() & {"RRULE", "RDATE", "EXDATE", "EXRULE"}:
        return Recurrence()
    return Recurrence(
        tuple(by.rule(line.value) for line in properties.get("RRULE", ())),
        tuple(_all_moments(properties.get("RDATE", ()), by)),
        tuple(its for its in _all_moments(properties.get("EXDATE", ()), by) if isinstance(its, Moment)),
        tuple(by.rule(line.value) for line in properties.get("EXRULE", ())),
    )


def _all_moments(lines: Iterable[Line], by: Values) -> Iterable[Moment | When]:
    return (its for line in lines for its in by.moments_of(line))


def place_of(properties: Properties, by: Values = values) -> Place:
    """X-PARVIS-PLACE's lines while they join to LOCATION, else LOCATION's."""
    location = text_of(properties, "LOCATION")
    if "X-PARVIS-PLACE" in properties:
        place = Place.of_text(text_of(properties, "X-PARVIS-PLACE"))
        if place.location == location:
            return Place(place.lines, _geo(properties, by))
    return Place.of_text(location, _geo(properties, by))


def _geo(properties: Properties, by: Values) -> Geo | None:
    apple = _value(properties, "X-APPLE-STRUCTURED-LOCATION").strip()
    return by.geo(_value(properties, "GEO")) or by.geo(apple.removeprefix("geo:"))


def description_of(properties: Properties) -> Description:
    """DESCRIPTION, and X-ALT-DESC's HTML while it says the same; where it stands alone, it says both."""
    text = text_of(properties, "DESCRIPTION")
    html = next((_whole(its, properties) for its in properties.get("X-ALT-DESC", ()) if _is_html(its)), "")
    if not html:
        return Description(text)
    html = richtext.clean(html)
    plain = richtext.to_plain(html)
    if "DESCRIPTION" not in properties:
        return Description(plain, html)
    return Description(text, html if says_the_same(plain, text) else "")


def _is_html(line: Line) -> bool:
    return line.param("FMTTYPE").lower() in ("text/html", "")


def categories_of(properties: Properties) -> tuple[str, ...]:
    """Of all CATEGORIES lines, each once; none has a line end in it."""
    listed = (name for line in properties.get("CATEGORIES", ()) for name in items(line.plain))
    return tuple(dict.fromkeys(name for its in listed if (name := its.replace("\n", " ").strip())))


def _url(properties: Properties) -> str:
    url = tidied(_value(properties, "URL")).strip()
    typed = text_of(properties, "X-PARVIS-URL")
    return typed if typed and uri(typed) == url else url


def contact_of(properties: Properties) -> str:
    """Of all CONTACT lines, but for the one that stands for an organizer."""
    found = (its.text for its in properties.get("CONTACT", ()) if not its.param(ORGANIZER_MARK))
    return "; ".join(filter(None, found))


def organizer_of(properties: Properties, by: Values = values) -> Organizer:
    """ORGANIZER, or the CONTACT that stands for one without an address."""
    line = _first(properties, "ORGANIZER")
    if line:
        value = tidied(line.value).strip()
        name = tidied(line.param("CN")).strip()
        email = by.mail(value)
        if email is not None:
            return Organizer(name, email)
        return Organizer(name or ("" if value.rpartition(":")[0] else value))
    for line in properties.get("CONTACT", ()):
        if line.param(ORGANIZER_MARK):
            text = line.text.strip()
            named = _NAMED.fullmatch(text)
            return Organizer(named[1].strip(), named[2].strip()) if named else Organizer(text)
    return Organizer()


def _classification(properties: Properties) -> Classification:
    if not _value(properties, "CLASS").strip():
        return Classification.PUBLIC
    return choice_of(properties, "CLASS", Classification) or Classification.PRIVATE
