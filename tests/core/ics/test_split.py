"""A file is taken apart into what can be stored, and whatever is not taken is named."""

from __future__ import annotations

import pytest

from core.errors import NotICalendar
from core.ics import component
from core.ics.split import Reading, read_calendar, reading
from core.progress import Progress
from tests.patience import calls_within

EVENT = "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20221012T100000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n"


def event(uid: str, summary: str = "x") -> str:
    return EVENT.format(uid=uid, summary=summary)


def calendar(*parts: str) -> bytes:
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *parts, "END:VCALENDAR\r\n")).encode()


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(its.line, its.code, its.data) for its in reading.repairs]


def test_a_good_file_comes_apart_as_it_stands() -> None:
    override = event("a").replace("UID", "RECURRENCE-ID:x\r\nUID")
    reading = read_calendar(calendar(event("a"), event("b"), override))
    assert [uid for uid, _ in reading.objects] == ["a", "b"]
    assert reading.objects[1][1] == event("b").encode()
    assert [its.recurrence_id for its in component.components(reading.objects[0][1])] == ["", "x"]
    assert not reading.repairs


def test_several_calendars_are_one_agenda() -> None:
    reading = read_calendar(
        calendar(event("a")) + b"\r\n\xef\xbb\xbf" + calendar(event("b"), event("a", "y"))
    )
    assert [uid for uid, _ in reading.objects] == ["a", "b"]
    assert len(component.components(reading.objects[0][1])) == 2
    assert not reading.repairs


def test_what_is_no_event_is_counted() -> None:
    todo = "BEGIN:VTODO\r\nUID:t\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VTODO\r\n"
    reading = read_calendar(
        calendar(todo, event("a"), todo, todo.replace("TODO", "JOURNAL"), "BEGIN:X-A\r\nEND:X-A\r\n")
    )
    assert reading.other == {"VTODO": 2, "VJOURNAL": 1, "X-A": 1}
    assert [uid for uid, _ in reading.objects] == ["a"]


def test_zones_go_by_their_names() -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:{}\r\nX-A:{}\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    parts = (
        zone.format("A", 1),
        zone.format("B\\, C", 1),
        zone.format("A", 1),
        zone.format("A", 2),
        zone.format("", 1),
    )
    reading = read_calendar(calendar(*parts))
    assert reading.vtimezones == {
        "A": zone.format("A", 1).encode(),
        "B, C": zone.format("B\\, C", 1).encode(),
    }
    assert told(reading) == [(21, "two-zones", "A")]
    assert reading.other == {"VTIMEZONE": 1}


def zone(name: str, body: int) -> str:
    return f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nX-A:{body}\r\nEND:VTIMEZONE\r\n"


def test_of_several_calendars_each_has_its_own_zones() -> None:
    reading = read_calendar(
        calendar(zone("A", 1), zone("B", 1), event("a"))
        + calendar(event("b"), zone("A", 2))
        + calendar(event("c"), zone("A", 1), event("d"), event("d"))
        + calendar(event("e"))
    )
    found = {uid: reading.vtimezone(uid, "A") for uid, _ in reading.objects}
    one, two = zone("A", 1).encode(), zone("A", 2).encode()
    assert found == {"a": one, "b": two, "c": one, "d": one, "e": one}
    assert reading.vtimezone("b", "B") == zone("B", 1).encode()
    assert not reading.repairs


def test_an_event_of_two_calendars_has_the_zones_of_the_first() -> None:
    reading = read_calendar(
        calendar(zone("A", 1), event("a")) + calendar(zone("A", 2), event("b"), event("a"))
    )
    assert reading.vtimezone("a", "A") == zone("A", 1).encode()
    assert reading.vtimezone("b", "A") == zone("A", 2).encode()
    assert told(reading) == [(15, "two-zones", "A")]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("SUMMARY:x", "no-start"),
        ("SUMMARY:x\r\nDTSTART:20220230", "bad-start"),
        ("SUMMARY:x\r\nDTSTART:", "bad-start"),
        ("SUMMARY:x\r\ndtstart:20220230\r\nDTSTART:20220228", "bad-start"),
    ],
)
def test_an_event_that_is_at_no_time_is_kept_and_named(lines: str, code: str) -> None:
    broken = f"BEGIN:VEVENT\r\nUID:b\r\n{lines}\r\nEND:VEVENT\r\n"
    reading = read_calendar(calendar(event("a"), broken, event("c")))
    assert [uid for uid, _ in reading.objects] == ["a", "b", "c"]
    assert reading.objects[1][1] == broken.encode()
    (its,) = reading.set_aside
    assert (its.line, its.code, its.uid, its.summary, its.text) == (8, code, "b", "x", broken.encode())


def test_an_event_without_a_uid_has_the_same_one_each_time() -> None:
    bare = event("").replace("UID:\r\n", "DTSTAMP:{}Z\r\n")
    first = read_calendar(calendar(bare.format("20221010T000000")))
    again = read_calendar(calendar(event("a"), bare.format("20221011T000000"), event("", "y")))
    ((uid, text),) = first.objects
    assert [its for its, _ in again.objects][:2] == ["a", uid]
    assert len({its for its, _ in again.objects}) == 3
    assert f"BEGIN:VEVENT\r\nUID:{uid}\r\n".encode() in text
    assert text.count(b"UID:") == 1
    assert told(first) == [(3, "missing-uid", uid)]


def test_an_empty_uid_stays_until_somebody_edits_the_event() -> None:
    ((uid, text),) = read_calendar(calendar(event(""))).objects
    assert text == event("").encode()
    assert component.identified(text, uid) == event(uid).encode()
    assert component.identified(event("a").encode(), uid) == event("a").encode()


def test_a_uid_is_what_the_event_says_it_is() -> None:
    written = (r"a\,b", " c ", "d\r\n e", '"é"')
    reading = read_calendar(calendar(*map(event, written)))
    uids = [uid for uid, _ in reading.objects]
    assert uids == ["a,b", "c", "de", '"é"']
    assert [component.read(text, component.components(text)[0]).uid for _, text in reading.objects] == uids


@pytest.mark.parametrize("first", ["é", "a b", r"a\,b"])
def test_of_two_uids_the_first_counts_however_it_is_written(first: str) -> None:
    reading = read_calendar(calendar(event(first + "\r\nUID:other")))
    ((uid, text),) = reading.objects
    assert uid == component.read(text, component.components(text)[0]).uid == first.replace("\\", "")


def test_an_alarms_uid_is_not_the_events() -> None:
    alarm = "BEGIN:VALARM\r\nUID:alarm\r\nEND:VALARM\r\n"
    reading = read_calendar(calendar(event("a").replace("UID:a\r\n", alarm + "UID:a\r\n")))
    assert [uid for uid, _ in reading.objects] == ["a"]


def test_what_never_ends_ends_before_the_next() -> None:
    open_alarm = event("a").replace("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY")
    reading = read_calendar(calendar(open_alarm, event("b")))
    assert reading.objects[0][1].endswith(b"ACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n")
    assert told(reading) == [(9, "missing-end", "VALARM"), (9, "missing-end", "VEVENT")]
    assert reading.objects[1] == ("b", event("b").encode())


def test_an_end_closes_what_is_open_within() -> None:
    open_alarm = event("a").replace("END:VEVENT", "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VEVENT")
    reading = read_calendar(calendar(open_alarm))
    assert reading.objects[0][1].endswith(b"ACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n")
    assert told(reading) == [(9, "missing-end", "VALARM")]


def test_an_end_of_nothing_is_left_out() -> None:
    text = event("a").replace("SUMMARY", "END:VALARM\r\nSUMMARY")
    reading = read_calendar(calendar(text, "END:VTODO\r\n"))
    assert reading.objects == [("a", event("a").encode())]
    assert told(reading) == [(6, "stray-end", "VALARM"), (9, "stray-end", "VTODO")]


@pytest.mark.parametrize("cut", range(30, len(calendar(event("a"))), 7))
def test_a_file_that_breaks_off_gives_what_is_there(cut: int) -> None:
    reading = read_calendar(
        calendar(event("first"))[: -len("END:VCALENDAR\r\n")] + calendar(event("a"))[cut - 30 : cut]
    )
    assert reading.objects[0][0] == "first"


def test_events_alone_make_a_calendar() -> None:
    reading = read_calendar((event("a") + "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n").encode())
    assert [uid for uid, _ in reading.objects] == ["a"]
    assert reading.other == {"VCARD": 1}
    assert told(reading) == [(1, "no-calendar", "")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "vcard"),
        (b"\0" * 1_000, "other"),
        (b"BEGIN:X\r\nEND:X\r\n", "other"),
    ],
)
def test_what_is_no_calendar_is_told(data: bytes, kind: str) -> None:
    with pytest.raises(NotICalendar) as refused:
        read_calendar(data)
    assert refused.value.kind == kind


def test_it_says_how_far_it_is() -> None:
    data = calendar(*(event(str(number)) for number in range(1_100)))
    told: list[Progress] = list(reading(data))
    assert [its.total for its in told] == [len(data)] * 3
    assert told == sorted(told, key=lambda its: its.done)


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VEVENT\r\n" + b"BEGIN:X\r\n" * 5_000,
        b"BEGIN:VEVENT\r\n" + b"BEGIN:X\r\n" * 5_000 + b"END:Y\r\n" * 5_000,
        b"BEGIN:VEVENT\r\n" * 5_000,
        b"BEGIN:VEVENT\r\nDTSTART:20221012\r\nSUMMARY;X=" + b'"' * 50_000 + b":x\r\n",
        b"BEGIN:VEVENT\r\nDTSTART:20221012\r\nSUMMARY:" + b"\\" * 50_001 + b"\r\n stray\r\n" * 5,
        b"BEGIN:VEVENT\r\nDTSTART:20221012\r\nSUMMARY:x" + b"\r\n " * 50_000,
        b"BEGIN:VEVENT\r\nDTSTART:20221012\r\nSUMMARY:x\r\n" + b"stray\r\n" * 5_000,
        b"BEGIN:VEVENT\r\nDTSTART:20221012\r\n" + b"\0\r\n" * 12_000,
    ],
    ids=["deep", "deep-ends", "open", "quotes", "backslashes", "folds", "strays", "controls"],
)
def test_hostile_files_cost_little(data: bytes) -> None:
    with calls_within(1_250_000):
        for _, text in read_calendar(data).objects:
            component.read(text, component.components(text)[0])
