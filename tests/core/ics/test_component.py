"""An edit moves no line but those of what changed; each VEVENT of a text has a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from core.errors import NotFound
from core.event import Event, Organizer, Place, Status, changed_fields
from core.ics import component
from core.ics.lines import parse, raw_lines
from core.object import ComponentRef
from core.when import When
from tests.core.ics.samples import FOREIGN, MASTER, NOW, SEED, lines_of, logical_lines, read
from tests.core.ics.strategies import events

LATER = datetime(2022, 10, 11, 8, 30, tzinfo=UTC)


def patched(text: bytes, **changes: Any) -> bytes:
    before = read(text)
    return component.patch(text, MASTER, before, replace(before, **changes), LATER)


def moved(before: bytes, after: bytes) -> tuple[set[str], set[str]]:
    """The lines that went and those that came, stamps aside."""
    stamps = ("DTSTAMP", "LAST-MODIFIED")
    old, new = (
        {its for its in logical_lines(text) if not its.startswith(stamps)} for text in (before, after)
    )
    return old - new, new - old


@settings(max_examples=50)
@given(events(), events())
def test_an_edit_says_what_was_wanted(one: Event, other: Event) -> None:
    text = component.write(one, NOW)
    after = component.patch(text, MASTER, read(text), other, LATER)
    assert changed_fields(read(after), component.as_stored(other, NOW)) == ()


@settings(max_examples=50)
@given(events())
def test_an_edit_leaves_what_is_not_ours(wanted: Event) -> None:
    after = component.patch(FOREIGN, MASTER, read(FOREIGN), wanted, LATER)
    lines = [raw for raw in raw_lines(after) if (line := parse(raw)) and line.name[:2] in ("X-", "AT")]
    assert [raw for raw in lines if not raw.startswith((b"X-PARVIS", b"X-ALT", b"X-APPLE"))] == [
        b"X-A;B=c:d\r\n",
        b"X-Z:1\r\n",
        b'ATTENDEE;CN="x, y":mailto:a@b.example\r\n',
    ]
    assert after.endswith(
        b"BEGIN:VALARM\r\nSUMMARY:alarm\r\nDESCRIPTION:alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    )
    assert b"\r\nuid:u1\r\n" in after


def test_an_edit_replaces_the_lines_of_what_changed_in_their_place() -> None:
    assert patched(FOREIGN, categories=("c", "d")) == FOREIGN.replace(
        b"CATEGORIES:a\r\nX-Z:1\r\nCATEGORIES:b,c\\,d\r\n", b"CATEGORIES:c,d\r\nX-Z:1\r\n"
    ).replace(b"X-ALT-DESC;FMTTYPE=text/html:<p>two</p>\r\n", b"").replace(
        b"BEGIN:VALARM",
        b"DTSTAMP:20221011T083000Z\r\nLAST-MODIFIED:20221011T083000Z\r\nBEGIN:VALARM",
    )


def test_no_edit_is_no_change() -> None:
    before = read(FOREIGN)
    assert component.patch(FOREIGN, MASTER, before, replace(before, sequence=7), LATER) == FOREIGN


def test_another_time_takes_the_place_of_a_duration() -> None:
    when = When.times(datetime(2022, 10, 12, 10), datetime(2022, 10, 12, 12), "UTC")
    text = patched(FOREIGN, when=when)
    assert lines_of(text, "DTSTART") + lines_of(text, "DTEND") == [
        "DTSTART:20221012T100000Z",
        "DTEND:20221012T120000Z",
    ]
    assert not lines_of(text, "DURATION")
    assert read(text).when == when


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2022, 10, 12)])
@pytest.mark.parametrize("start", ["DTSTART:nonsense\r\n", ""])
def test_a_date_takes_the_place_of_what_is_none(start: str, day: date) -> None:
    text = f"BEGIN:VEVENT\r\nUID:a\r\n{start}SUMMARY:x\r\nEND:VEVENT\r\n".encode()
    event = read(text)
    assert event.undated
    left = component.patch(text, MASTER, event, replace(event, summary="y"), NOW)
    assert read(left).undated
    assert lines_of(left, "DTSTART") == lines_of(text, "DTSTART")
    dated = component.patch(text, MASTER, event, replace(event, when=When.days(day), undated=False), NOW)
    assert read(dated).when == When.days(day)
    assert not read(dated).undated
    assert len(lines_of(dated, "DTSTART")) == 1
    again = component.patch(dated, MASTER, read(dated), event, NOW)
    assert read(again).undated


def test_what_is_emptied_goes() -> None:
    text = component.write(replace(SEED, status=Status.CONFIRMED, categories=("a",)), NOW)
    gone, come = moved(text, patched(text, status=None, categories=(), summary="", place=Place()))
    assert {its.partition(":")[0] for its in gone} == {
        "SUMMARY", "CATEGORIES", "STATUS", "LOCATION", "X-PARVIS-PLACE", "SEQUENCE"
    }  # fmt: skip
    assert come == {"SEQUENCE:1"}


def test_a_contact_is_none_of_the_organizers() -> None:
    _, come = moved(FOREIGN, patched(FOREIGN, organizer=Organizer("Mairie")))
    assert come == {"CONTACT;X-PARVIS-ORGANIZER=TRUE:Mairie"}
    marked = patched(FOREIGN, organizer=Organizer("Mairie"))
    gone, come = moved(marked, patched(marked, contact="g"))
    assert (gone, come) == ({"CONTACT:e", "CONTACT:f"}, {"CONTACT:g"})


def test_sequence_goes_up_for_news_alone() -> None:
    assert lines_of(patched(FOREIGN, summary="x"), "SEQUENCE") == ["SEQUENCE:4"]
    assert lines_of(patched(FOREIGN, status=Status.CANCELLED), "SEQUENCE") == ["SEQUENCE:5"]
    bare = FOREIGN.replace(b"SEQUENCE:4\r\n", b"")
    assert lines_of(patched(bare, place=Place(("x",))), "SEQUENCE") == ["SEQUENCE:1"]
    assert not lines_of(patched(bare, summary="x"), "SEQUENCE")
    largest = FOREIGN.replace(b"SEQUENCE:4", b"SEQUENCE:2147483647")
    assert lines_of(patched(largest, status=Status.CANCELLED), "SEQUENCE") == ["SEQUENCE:2147483647"]


def test_stamps_say_when() -> None:
    text = patched(component.write(SEED, NOW), summary="x")
    assert lines_of(text, "DTSTAMP") == ["DTSTAMP:20221011T083000Z"]
    assert lines_of(text, "LAST-MODIFIED") == ["LAST-MODIFIED:20221011T083000Z"]
    assert lines_of(text, "CREATED") == ["CREATED:20221010T083000Z"]


def test_stamps_never_go_back() -> None:
    """Another computer's clock may be ahead of ours."""
    ahead = component.write(SEED, datetime(2022, 10, 12, tzinfo=UTC))
    assert lines_of(patched(ahead, summary="x"), "DTSTAMP") == ["DTSTAMP:20221012T000000Z"]


# Several in one text

SERIES = "".join(
    f"BEGIN:VEVENT\r\nUID:u\r\n{recurrence_id}DTSTART:20221012T100000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n"
    for recurrence_id, summary in (
        ("", "a"),
        ("RECURRENCE-ID:20221013T100000Z\r\n", "b"),
        ("", "c"),
        ("RECURRENCE-ID:20221013T100000Z\r\n", "d"),
    )
).encode()
REFS = [
    ComponentRef(0),
    ComponentRef(0, "20221013T100000Z"),
    ComponentRef(0, "", 1),
    ComponentRef(0, "20221013T100000Z", 1),
]


def test_each_of_several_has_a_name() -> None:
    assert component.components(SERIES) == REFS
    assert [component.read(SERIES, ref).summary for ref in REFS] == ["a", "b", "c", "d"]
    assert component.read(SERIES, replace(REFS[2], object_id=7)).summary == "c"


def test_an_edit_of_one_leaves_the_others() -> None:
    before = component.read(SERIES, REFS[1])
    after = component.patch(SERIES, REFS[1], before, replace(before, summary="x"), LATER)
    assert [component.read(after, ref).summary for ref in REFS] == ["a", "x", "c", "d"]
    assert after.endswith(SERIES[SERIES.index(b"SUMMARY:b") + len(b"SUMMARY:b\r\nEND:VEVENT\r\n") :])


def test_one_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        component.read(SERIES, ComponentRef(0, "", 2))
