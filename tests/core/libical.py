"""libical, where the machine has it: what a program in C reads of a file."""

from __future__ import annotations

from ctypes import CDLL, c_char_p, c_int, c_void_p
from ctypes.util import find_library

import pytest

_VEVENT = b"VEVENT"


def read_events(data: bytes, *names: str) -> list[dict[str, str]]:
    """The values of these properties of each event, as libical writes them; skips the test where it lacks."""
    place = find_library("ical")
    if place is None:
        pytest.skip("no libical here")
    library = CDLL(place)
    library.icalparser_parse_string.restype = c_void_p
    library.icalparser_parse_string.argtypes = [c_char_p]
    library.icalcomponent_string_to_kind.argtypes = [c_char_p]
    library.icalproperty_string_to_kind.argtypes = [c_char_p]
    for step in ("first", "next"):
        for kind in ("component", "property"):
            function = getattr(library, f"icalcomponent_get_{step}_{kind}")
            function.restype, function.argtypes = c_void_p, [c_void_p, c_int]
    library.icalproperty_get_value_as_string.restype = c_char_p
    library.icalproperty_get_value_as_string.argtypes = [c_void_p]
    library.icalcomponent_count_errors.argtypes = [c_void_p]
    library.icalcomponent_free.argtypes = [c_void_p]

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
