"""libical, where the machine has it: what a program in C reads of a file."""

from __future__ import annotations

from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_long, c_void_p
from ctypes.util import find_library
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest

_VEVENT = b"VEVENT"
_EPOCH = datetime(1970, 1, 1)


@cache  # It is looked for by a process.
def _library() -> CDLL:
    place = find_library("ical")
    if place is None:
        pytest.skip("no libical here")
    library = CDLL(place)
    library.icalparser_parse_string.restype = c_void_p
    library.icalparser_parse_string.argtypes = [c_char_p]
    library.icalcomponent_free.argtypes = [c_void_p]
    return library


def read_events(data: bytes, *names: str) -> list[dict[str, str]]:
    """The values of these properties of each event, as libical writes them; skips the test where it lacks."""
    library = _library()
    library.icalcomponent_string_to_kind.argtypes = [c_char_p]
    library.icalproperty_string_to_kind.argtypes = [c_char_p]
    for step in ("first", "next"):
        for kind in ("component", "property"):
            function = getattr(library, f"icalcomponent_get_{step}_{kind}")
            function.restype, function.argtypes = c_void_p, [c_void_p, c_int]
    library.icalproperty_get_value_as_string.restype = c_char_p
    library.icalproperty_get_value_as_string.argtypes = [c_void_p]
    library.icalcomponent_count_errors.argtypes = [c_void_p]

    calendar = library.icalparser_parse_string(data)
    assert calendar
    assert library.icalcomponent_count_errors(calendar) == 0
    kind = library.icalcomponent_string_to_kind(_VEVENT)
    found = []
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        values = {}
        for name in names:
            of_kind = library.icalproperty_string_to_kind(name.encode())
            its = library.icalcomponent_get_first_property(event, of_kind)
            values[name] = library.icalproperty_get_value_as_string(its).decode() if its else ""
        found.append(values)
        event = library.icalcomponent_get_next_component(calendar, kind)
    library.icalcomponent_free(calendar)
    return found


class _Time(Structure):
    """icaltimetype, as it is since libical 3."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *(("is_date", c_int), ("is_daylight", c_int), ("zone", c_void_p)),
    ]


class _Span(Structure):
    """icaltime_span, in seconds from 1970."""

    _fields_ = [("start", c_long), ("end", c_long), ("is_busy", c_int)]


def starts(vevent: bytes, first: datetime, last: datetime) -> set[datetime]:
    """When a VEVENT takes place between two wall times; skips the test where libical lacks. It must float."""
    library = _library()
    found: list[datetime] = []

    def note(_component: object, span: Any, _data: object) -> None:
        found.append(_EPOCH + timedelta(seconds=span.contents.start))

    callback = CFUNCTYPE(None, c_void_p, POINTER(_Span), c_void_p)
    library.icalcomponent_foreach_recurrence.restype = None
    library.icalcomponent_foreach_recurrence.argtypes = [c_void_p, _Time, _Time, callback, c_void_p]
    event = library.icalparser_parse_string(vevent)
    assert event
    library.icalcomponent_foreach_recurrence(event, _time(first), _time(last), callback(note), None)
    library.icalcomponent_free(event)
    return set(found)


def _time(wall: datetime) -> _Time:
    return _Time(wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second, 0, 0, None)
