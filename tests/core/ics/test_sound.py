"""An event that is seen in one go is one that a closer look finds nothing at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ics import component
from core.ics.repair import mended
from core.ics.sound import sound_uid
from core.object import ComponentRef

SOUND = (
    *("UID:a@b", "DTSTART;TZID=Europe/Brussels:20261031T203000", "SUMMARY:a\\, b", "DESCRIPTION:c", " d"),
    *("CATEGORIES:e,f", "X-OTHER;A=b:c"),
)
OTHER_LINES = (
    *(
        "UID:",
        "UID:c d",
        "uid:e",
        "UID;X=1:f",
        "UID:g\\,h",
        "DTSTART:20260229",
        "DTSTART:20261131",
        "dtstart:x",
    ),
    *(
        "DTSTART;VALUE=DATE:20261231",
        "DTSTART",
        "SUMMARY",
        "SUMMARY:a, b",
        "summary:c; d",
        "no line",
        "",
        " ",
    ),
    *(
        " e",
        "\tf",
        "\t",
        ":g",
        "X" * 76,
        "DESCRIPTION:" + "é" * 31,
        "DESCRIPTION:" + "é" * 32,
        "COMMENT:a\\\\,b",
    ),
    *(
        "BEGIN:VALARM\r\nUID:x\r\nEND:VALARM",
        "B\r\n EGIN:VALARM",
        "ATTENDEE;CN=a",
        ' ;X="b:c":mailto:d@e.example',
    ),
)


def text_of(lines: list[str]) -> bytes:
    return "".join(f"{its}\r\n" for its in lines).encode()


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND) - 1), st.booleans(), st.sampled_from(OTHER_LINES)), max_size=3
    )
)
def test_what_is_sound_needs_no_mending_and_says_its_uid_and_start(
    changes: list[tuple[int, bool, str]],
) -> None:
    lines = list(SOUND)
    for at, keep, line in changes:
        lines[at : at + 1] = [lines[at], line] if keep else [line]
    text = text_of(lines)
    uid = sound_uid(text)
    if uid is not None:
        reports: list[tuple[int, str, str]] = []
        assert mended(text, lambda *its: reports.append(its)) == text
        assert not reports
        event = component.read(b"BEGIN:VEVENT\r\n%sEND:VEVENT\r\n" % text, ComponentRef(0))
        assert (event.uid, event.undated) == (uid, False)


@pytest.mark.parametrize("line", ["", "BEGIN:VALARM\r\nUID:x\r\nEND:VALARM", "DTEND:20261101", "UID:second"])
def test_most_events_are_sound(line: str) -> None:
    assert sound_uid(text_of([*SOUND, *filter(None, [line])])) == "a@b"
