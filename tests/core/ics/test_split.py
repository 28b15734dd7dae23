"""A file is taken apart into what can be stored, and whatever is not taken is named."""

from __future__ import annotations

import pytest

from core.errors import NotICalendar
from core.ics import component
from core.ics.split import read_calendar

EVENT = "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20221012T100000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n"


def event(uid: str, summary: str = "x") -> str:
    return EVENT.format(uid=uid, summary=summary)


def calendar(*parts: str) -> bytes:
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *parts, "END:VCALENDAR\r\n")).encode()


def test_a_good_file_comes_apart_as_it_stands() -> None:
    reading = read_calendar(
        calendar(event("a"), event("b"), event("a").replace("UID", "RECURRENCE-ID:x\r\nUID"))
    )
    assert [uid for uid, _ in reading.objects] == ["a", "b"]
    assert reading.objects[1][1] == event("b").encode()
    assert [its.recurrence_id for its in component.components(reading.objects[0][1])] == ["", "x"]
    assert not reading.repairs


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_will_do(end: str) -> None:
    data = calendar(event("a"), event("b")).decode().replace("\r\n", end).encode()
    assert read_calendar(data).objects == read_calendar(calendar(event("a"), event("b"))).objects


def test_what_never_ends_ends_before_the_next() -> None:
    open_alarm = event("a").replace("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY")
    reading = read_calendar(calendar(open_alarm, event("b")))
    assert reading.objects[0][1].endswith(b"ACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n")
    assert [(its.line, its.code, its.data) for its in reading.repairs] == [
        (9, "missing-end", "VALARM"),
        (9, "missing-end", "VEVENT"),
    ]
    assert reading.objects[1] == ("b", event("b").encode())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "vcard"),
        (b"\0" * 1_000, "other"),
    ],
)
def test_what_is_no_calendar_is_told(data: bytes, kind: str) -> None:
    with pytest.raises(NotICalendar) as told:
        read_calendar(data)
    assert told.value.kind == kind
