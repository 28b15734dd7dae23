"""An event out of the options that give its fields: a new one, or one changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from core.cli.moments import Now, Said, when_of
from core.errors import BadValue
from core.event import Description, Event, Place, Stage, Status
from core.links import read_url

FIELDS = ("summary", "location", "description", "categories", "status", "stage", "url", "contact", "calendar")


def is_given(given: Namespace) -> bool:
    """Whether any field is."""
    return bool(_said(given)) or any(getattr(given, name) is not None for name in FIELDS)


def made(given: Namespace, now: Now) -> Event:
    """A new event, without a UID yet. Raises BadValue, UnknownZone and EndBeforeStart."""
    if not given.summary.strip():
        raise BadValue("summary", "required")
    event = Event("", when_of(_said(given), now))
    return replace(event, **_values(given, event))


def changed(given: Namespace, event: Event, now: Now) -> Event:
    """The event with the given fields; "" empties one. Raises BadValue, UnknownZone and EndBeforeStart."""
    said = _said(given)
    if said:
        event = replace(event, when=when_of(said, now, event.when), undated=False)
    return replace(event, **_values(given, event))


def _said(given: Namespace) -> Said:
    return Said(given.start, given.end, given.all_day, given.tzid)


def _values(given: Namespace, event: Event) -> dict[str, Any]:
    """A value that is the event's own already keeps what only the window gives: coordinates, rich text."""
    found: dict[str, Any] = {}
    for name in ("summary", "contact"):
        if (text := getattr(given, name)) is not None:
            found[name] = _lines(text).strip()
    if given.location is not None:
        place = Place.of_text(given.location)
        found["place"] = event.place if place.lines == event.place.lines else place
    if given.description is not None:
        text = _lines(given.description)
        found["description"] = event.description if text == event.description.text else Description(text)
    if given.categories is not None:
        found["categories"] = _categories(given.categories)
    if given.status is not None:
        found["status"] = None if given.status == "none" else Status(given.status.upper())
    if given.stage is not None:
        found["stage"] = None if given.stage == "none" else Stage(given.stage.upper())
    if given.url is not None:
        found["url"] = _url(given.url)
    return found


def _categories(given: Iterable[str]) -> tuple[str, ...]:
    """Each once, spelt as the first time."""
    names: dict[str, str] = {}
    for name in (" ".join(its.split()) for its in given):
        if name:
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _url(text: str) -> str:
    try:
        return read_url(text)
    except ValueError:
        raise BadValue("url", "malformed", text) from None
