"""What is typed on is no conflict with what was stored of it a moment before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from core.event import Description, Event, Organizer, Place
from core.ics import component
from tests.core.agendas import Desk
from tests.core.ics.strategies import events


@pytest.mark.parametrize(
    ("field", "first", "then"),
    [
        ("summary", "a\u2028b\0", "a\u2028b\0c"),
        ("url", "http", "https://example.org/é"),
        ("url", "https://example.org/é", "https://example.org/ét"),
        ("place", Place((" a ", "", "b\nc")), Place((" a ", "", "b\ncd"))),
        ("categories", ("a", " a", ""), ("a", " a", "", "b")),
        ("organizer", Organizer("a", " x"), Organizer("a", " x@example.org ")),
        ("description", Description("a\r\n"), Description("a\r\nb", "<p>c</p>")),
    ],
)
def test_typing_goes_on(here: Desk, field: str, first: Any, then: Any) -> None:
    ref = here.add("x")
    start = here.event(ref)
    typed = replace(start, **{field: first})
    stored = here.agenda.edit(ref, start, typed)
    more = replace(typed, **{field: then})
    here.agenda.edit(ref, typed, more, amend=stored.journal_id)
    wanted = component.as_stored(more, here.clock())
    assert getattr(here.event(ref), field) == getattr(wanted, field)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events(), events())
def test_so_it_does_whatever_is_typed(here: Desk, one: Event, other: Event) -> None:
    ref = here.add("x")
    start = here.event(ref)
    here.agenda.edit(ref, start, one)
    here.agenda.edit(ref, one, other)
    assert here.event(ref).summary == component.as_stored(other, here.clock()).summary
