"""The fields of an Event as content lines, a part of the event at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from core import richtext
from core.event import NO_DAY, Classification, Event, Place, Transparency
from core.ics import typed
from core.ics.lines import STRAY, escape, tidied, write, write_text
from core.links import UNSAFE
from core.when import Moment, When, iana

# A parameter on the CONTACT that stands for an organizer without an address.
ORGANIZER_MARK = "X-PARVIS-ORGANIZER"

# Beside a standard property, and only as long as they agree with it.
BESIDE = frozenset({"X-PARVIS-PLACE", "X-PARVIS-URL", "X-ALT-DESC"})

_ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"?]+@[^\s@<>()\[\]\\,;:\"?]+")
_URI = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Nothing that runs, or that is on one machine alone, and nothing on the web without a host.
_NO_URI = re.compile(UNSAFE + r"|https?:(?!//[^/?#])", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_UNTIL = re.compile(r"(?<=UNTIL=)[^;]*", re.IGNORECASE)


class Part(NamedTuple):
    """What is written together.

    names: the properties it consists of, ``STRAY=…`` what is stray behind one of them; any other line is none
    of its own. fields: of Event, those it says.
    """

    names: frozenset[str]
    fields: frozenset[str]
    write: Callable[[Event], list[bytes]]


def says_the_same(one: str, other: str) -> bool:
    """White space aside."""
    return "".join(one.split()) == "".join(other.split())


def uri(text: str) -> str:
    """What a URI property can hold of it: ``www.example.org`` is on the web; "" for what is no address."""
    typed = tidied(text).strip()
    if _HOST.fullmatch(typed):
        typed = f"https://{typed}"
    encoded = quote(_BARE_PERCENT.sub("%25", typed), safe="-._~:/?#[]@!$&'()*+,;=%")
    return encoded if _URI.match(encoded) and not _NO_URI.match(encoded) else ""


def _summary(event: Event) -> list[bytes]:
    return _text("SUMMARY", event.summary)


def _text(name: str, text: str) -> list[bytes]:
    return [write_text(name, text)] if tidied(text) else []


def _when(event: Event) -> list[bytes]:
    if event.undated and event.when == NO_DAY:
        return []
    # RFC 5545 3.8.2.2: DTEND is later than DTSTART, so that a moment has none.
    start, end = event.when.start, event.when.end
    return [typed.moments("DTSTART", start), *([] if end == start else [typed.moments("DTEND", end)])]


def _rrules(event: Event) -> list[bytes]:
    return _rules("RRULE", event.recurrence.rrules, event.when.start)


def _exrules(event: Event) -> list[bytes]:
    return _rules("EXRULE", event.recurrence.exrules, event.when.start)


def _rules(name: str, rules: tuple[str, ...], start: Moment) -> list[bytes]:
    told = (_UNTIL.sub(lambda until: _until(until[0], start), rule) for rule in rules)
    return [write(name, typed.rule(rule)) for rule in told]


def _rdates(event: Event) -> list[bytes]:
    return _moment_lists("RDATE", event.recurrence.rdates)


def _exdates(event: Event) -> list[bytes]:
    return _moment_lists("EXDATE", event.recurrence.exdates)


def _until(value: str, start: Moment) -> str:
    """UNTIL in the form that goes with DTSTART (RFC 5545 3.3.10): a date, floating, or else in UTC.

    As it stands between two clocks of which no text says how far they are apart: that of whoever reads it, or
    one whose VTIMEZONE came with the event.
    """
    until = typed.moment(value)
    if until is None or (until.is_date == start.is_date and (until.tzid == "UTC") == bool(start.tzid)):
        return value
    if start.is_date:
        return typed.written(Moment(until.day))
    if until.tzid or (start.tzid and iana(start.tzid) is None):
        return value
    if until.is_date:
        until = Moment(datetime.combine(until.day, time(23, 59, 59)))
    if start.tzid is None:
        return typed.written(Moment(until.wall))
    instant = Moment(until.wall, start.tzid).instant(UTC)
    return typed.written(Moment(instant.replace(tzinfo=None), "UTC"))


def _moment_lists(name: str, moments: tuple[Moment | When, ...]) -> list[bytes]:
    """One line for each run of values of one kind, on one clock."""
    return [typed.moments(name, *run) for _, run in groupby(moments, _kind)]


def _kind(its: Moment | When) -> tuple[bool, bool, str | None]:
    start = its.start if isinstance(its, When) else its
    return isinstance(its, When), start.is_date, None if start.tzid == "UTC" else start.tzid


def _place(event: Event) -> list[bytes]:
    place = Place.of_text(tidied(event.place.text), event.place.geo)
    lines = _text("LOCATION", place.location)
    if len(place.lines) > 1:
        lines += _text("X-PARVIS-PLACE", place.text)
    if place.geo:
        coordinates = typed.coordinates(place.geo)
        lines += [write("GEO", coordinates), _apple_place(place, coordinates.replace(";", ","))]
    return lines


def _apple_place(place: Place, coordinates: str) -> bytes:
    """What Apple's programs draw a map from."""
    rest = ", ".join(place.lines[1:])
    params = {"VALUE": "URI", **({"X-ADDRESS": rest} if rest else {}), "X-APPLE-RADIUS": "100"}
    return typed.link("X-APPLE-STRUCTURED-LOCATION", f"geo:{coordinates}", params | {"X-TITLE": place.name})


def _description(event: Event) -> list[bytes]:
    text, html = tidied(event.description.text), tidied(event.description.html)
    lines = _text("DESCRIPTION", text)
    if html and says_the_same(richtext.to_plain(html), text):
        lines.append(write_text("X-ALT-DESC", html, [("FMTTYPE", "text/html")]))
    return lines


def _categories(event: Event) -> list[bytes]:
    names = (tidied(name).replace("\n", " ").strip() for name in event.categories)
    # Each escaped by itself, so that a comma within one divides nothing.
    written = ",".join(escape(name) for name in dict.fromkeys(names) if name)
    return [write("CATEGORIES", written)] if written else []


def _status(event: Event) -> list[bytes]:
    return [write("STATUS", event.status.value)] if event.status else []


def _stage(event: Event) -> list[bytes]:
    return [write("X-PARVIS-STAGE", event.stage.value)] if event.stage else []


def _url(event: Event) -> list[bytes]:
    """As typed beside it, where the address as such cannot say it."""
    address = uri(event.url)
    lines = [typed.link("URL", address)] if address else []
    return lines if address == event.url else lines + _text("X-PARVIS-URL", event.url)


def _contact(event: Event) -> list[bytes]:
    return _text("CONTACT", event.contact)


def _organizer(event: Event) -> list[bytes]:
    """ORGANIZER needs an address that mail can reach; a CONTACT says it otherwise."""
    name, email = tidied(event.organizer.name).strip(), tidied(event.organizer.email).strip()
    if _ADDRESS.fullmatch(email):
        return [typed.address("ORGANIZER", "mailto:" + quote(email, safe="@!$&'*+=~"), name)]
    told = f"{name} <{email}>".strip() if email else name
    return [write_text("CONTACT", told, [(ORGANIZER_MARK, "TRUE")])] if told else []


def _cost(event: Event) -> list[bytes]:
    return _text("X-PARVIS-COST", event.cost)


def _source(event: Event) -> list[bytes]:
    return _text("X-PARVIS-SOURCE", event.source)


def _classification(event: Event) -> list[bytes]:
    its = event.classification
    return [] if its is Classification.PUBLIC else [write("CLASS", its.value)]


def _transparency(event: Event) -> list[bytes]:
    its = event.transparency
    return [] if its is Transparency.OPAQUE else [write("TRANSP", its.value)]


def _part(names: str, fields: str, write: Callable[[Event], list[bytes]]) -> Part:
    return Part(frozenset(names.split()), frozenset(fields.split()), write)


# In the order in which a new event has them.
PARTS = (
    _part(f"SUMMARY {STRAY}=SUMMARY", "summary", _summary),
    _part("DTSTART DTEND DURATION", "when", _when),
    # Each by itself: one more date that is left out rewrites no rule.
    _part("RRULE", "recurrence when", _rrules),
    _part("RDATE", "recurrence", _rdates),
    _part("EXDATE", "recurrence", _exdates),
    _part("EXRULE", "recurrence when", _exrules),
    _part(
        f"LOCATION X-PARVIS-PLACE GEO X-APPLE-STRUCTURED-LOCATION {STRAY}=LOCATION",
        "place",
        _place,
    ),
    _part(
        f"DESCRIPTION X-ALT-DESC {STRAY}=DESCRIPTION {STRAY}=X-ALT-DESC",
        "description",
        _description,
    ),
    _part("CATEGORIES", "categories", _categories),
    _part("STATUS", "status", _status),
    _part("URL X-PARVIS-URL", "url", _url),
    _part("CONTACT", "contact", _contact),
    _part(f"ORGANIZER {ORGANIZER_MARK}", "organizer", _organizer),
    _part("CLASS", "classification", _classification),
    _part("TRANSP", "transparency", _transparency),
    _part("X-PARVIS-STAGE", "stage", _stage),
    _part("X-PARVIS-COST", "cost", _cost),
    _part("X-PARVIS-SOURCE", "source", _source),
)
