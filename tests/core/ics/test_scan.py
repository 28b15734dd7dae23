"""The index says of a text what the form does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.event import Event
from core.ics import component
from core.ics.lines import unescape
from core.ics.plain_event import plain
from core.ics.scan import UNDATED, Indexed, by_all_rules, scan
from core.object import ComponentRef
from core.recurrence import series_end
from core.when import Moment, When, iana
from tests.core.ics.samples import FOREIGN, NOW, SEED, own
from tests.core.ics.strategies import events

BRUSSELS = ZoneInfo("Europe/Brussels")


def indexed(event: Event, ref: ComponentRef) -> Indexed:
    """What the index should say of an event."""
    start, end = (its.instant(BRUSSELS) for its in (event.when.start, event.when.end))
    modified = event.last_modified or event.dtstamp
    recurs = bool(event.recurrence) and not ref.recurrence_id and not event.undated
    last = series_end(event, BRUSSELS) if recurs else None
    return Indexed(
        ref=ref,
        summary=event.summary,
        place=event.place.name,
        location=event.place.location,
        status=event.status.value if event.status else None,
        stage=event.stage.value if event.stage else None,
        categories=event.categories,
        dtstart=event.when.start.wall.isoformat(),
        dtstart_tzid=event.when.start.tzid,
        dtend=event.when.end.wall.isoformat(),
        dtend_tzid=event.when.end.tzid,
        start_utc=UNDATED if event.undated else int(start.timestamp()),
        end_utc=UNDATED + 1 if event.undated else int(max(end, start + timedelta(seconds=1)).timestamp()),
        recurs=recurs,
        series_end_utc=int(last.timestamp()) if last else None,
        description=event.description.text,
        contact=" ".join(filter(None, (event.contact, event.organizer.name))),
        modified=int(modified.timestamp()) if modified else None,
        undated=event.undated,
    )


def both(text: bytes) -> tuple[list[Indexed], list[Indexed]]:
    """What scan says, and what it should; texts without their escapes."""
    scanned = [replace(its, description=unescape(its.description)) for its in scan(text, BRUSSELS)]
    return scanned, [indexed(component.read(text, ref), ref) for ref in component.components(text)]


@settings(max_examples=60)
@given(events(), events())
def test_the_index_says_what_the_form_says(one: Event, other: Event) -> None:
    override = replace(other, recurrence_id=one.when.start)
    text = component.write(one, NOW) + component.write(override, NOW) + component.write(other, NOW)
    scanned, wanted = both(text)
    assert scanned == wanted


def test_other_programs_texts_are_indexed_alike() -> None:
    text = (
        FOREIGN + FOREIGN.replace(b"\r\nuid", b"\r\nrecurrence-id:20221012T100000Z\r\nRDATE:x\r\nuid").lower()
    )
    scanned, wanted = both(text)
    assert scanned == wanted
    assert [its.ref for its in scanned] == [ComponentRef(0), ComponentRef(0, "20221012t100000z")]


def test_times_are_those_of_the_agendas_zone() -> None:
    (day,) = scan(component.write(SEED, NOW), BRUSSELS)
    assert day.start_utc == datetime(2022, 10, 11, 22, tzinfo=UTC).timestamp()
    assert day.end_utc == datetime(2022, 10, 13, 22, tzinfo=UTC).timestamp()
    assert (day.dtstart, day.dtend, day.dtstart_tzid) == ("2022-10-12", "2022-10-14", None)


@pytest.mark.parametrize("start", ["", "DTSTART:x\r\n", "DTSTART;VALUE=DATE:20220230\r\n"])
def test_one_without_a_date_comes_before_all_others_and_never_recurs(start: str) -> None:
    text = f"BEGIN:VEVENT\r\nUID:a\r\n{start}RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n".encode()
    (scanned,), wanted = both(text)
    assert [scanned] == wanted
    assert scanned.undated
    assert not scanned.recurs


def test_a_zone_that_its_file_defines_counts() -> None:
    at_six = Moment(datetime(2022, 10, 12, 18), "Customized")
    text = component.write(replace(SEED, when=When(at_six, at_six)), NOW)
    (its,) = scan(text, BRUSSELS, {"Customized": ZoneInfo("Asia/Kolkata")}.get)
    assert its.start_utc == datetime(2022, 10, 12, 12, 30, tzinfo=UTC).timestamp()
    assert its.end_utc == its.start_utc + 1


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        (b"RRULE:FREQ=DAILY;COUNT=3", datetime(2022, 10, 14, 11, tzinfo=UTC)),
        (b"RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20221014T100000Z", datetime(2022, 10, 13, 11, tzinfo=UTC)),
        (b"RDATE:20221020T100000Z", datetime(2022, 10, 20, 11, tzinfo=UTC)),
        (b"RRULE:FREQ=DAILY", None),
    ],
)
def test_a_series_has_an_end_or_none(rule: bytes, last: datetime | None) -> None:
    (its,) = scan(FOREIGN.replace(b"X-Z:1", rule), BRUSSELS)
    assert its.recurs
    assert its.series_end_utc == (int(last.timestamp()) if last else None)


def test_what_is_nested_is_not_the_events() -> None:
    text = FOREIGN.replace(b"SUMMARY;LANGUAGE=fr:av\r\n ant\r\n", b"")
    assert [its.summary for its in scan(text, BRUSSELS)] == [""]
    assert own("BEGIN:VALARM", "SUMMARY:x", "END:VALARM").summary == ""


# An event as most are, and what may come in place of each of its lines.
PLAIN = (
    *("BEGIN:VEVENT", "UID:a", "DTSTAMP:20220101T000000Z", "LAST-MODIFIED:20220102T000000Z"),
    *("DTSTART;TZID=Europe/Brussels:20220327T013000", "DTEND;TZID=Europe/Brussels:20220327T023000"),
    *("SUMMARY:a\\, b", "LOCATION:c\\nd", "STATUS:CONFIRMED", "CATEGORIES:e, f,e", "DESCRIPTION:g\\n\\;h"),
    *("X-OTHER;A=b:c", "END:VEVENT", ""),
)
OTHER_LINES = (
    *(
        "DTSTART:20220327T023000Z",
        "DTEND:20220327T033000",
        "DTSTART;VALUE=DATE:20220327",
        "DTEND:x",
        "DTEND;",
    ),
    *("DTEND;VALUE=DATE:20220328", "DTEND;VALUE=DATE:00010101", "dtstart:20220327", "DTSTART;TZID=:20220101"),
    *('DTSTART;TZID="A:b":20220327T013000', "DTSTART;TZID=utc:20220327T013000", "DTSTART:99991231T235959"),
    *("DTEND;TZID=Nowhere:20220327T023000", "DTEND;X=1;TZID=UTC:20220327T023000", "DURATION:PT1H", "RRULE:x"),
    *(
        "SUMMARY;LANGUAGE=fr:é",
        "summary: x",
        "SUMMARY",
        "LOCATION:",
        "X-PARVIS-PLACE:c\\nd",
        "X-PARVIS-PLACE:é",
    ),
    *("STATUS: confirmed ", "STATUS:X", "X-PARVIS-STAGE:DRAFT", "CATEGORIES:g", "CONTACT:h", "CONTACT;A=b:i"),
    *("ORGANIZER;CN=x:mailto:a@b.example", "X-ALT-DESC:<p>g</p>", "X-ALT-DESC;FMTTYPE=text/html:<p>i</p>"),
    *(
        "BEGIN:VALARM",
        "END:VALARM",
        "BEGIN:VEVENT",
        "RECURRENCE-ID:20220327",
        "X-PARVIS-STRAY;X-OF=SUMMARY:j",
    ),
    *("LAST-MODIFIED:", "LAST-MODIFIED:19700101T000000Z", "DTSTAMP:20220101", "", ":", ";"),
)


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PLAIN) - 1), st.booleans(), st.sampled_from(OTHER_LINES)), max_size=3
    )
)
def test_the_quick_way_says_what_the_long_one_says(changes: list[tuple[int, bool, str]]) -> None:
    lines = list(PLAIN)
    for at, keep, line in changes:
        lines[at : at + 1] = [lines[at], line] if keep else [line]
    quick, wanted = (by(lines, BRUSSELS, iana) for by in (plain, by_all_rules))
    assert quick is None or [quick] == wanted


@pytest.mark.parametrize(
    "line",
    [
        *("DTEND;TZID=Europe/Brussels:20220327T020000", "X-PARVIS-PLACE:c", "CONTACT:x", "X-ALT-DESC:x"),
        *("COMMENT:x", "x-other:y", "X-PARVIS-STAGE:READY", ""),
    ],
)
def test_most_events_go_the_quick_way(line: str) -> None:
    kept = [its for its in PLAIN[:-2] if not line.startswith("DTEND") or not its.startswith("DTEND")]
    lines = [*kept, line, *PLAIN[-2:]]
    assert [plain(lines, BRUSSELS, iana)] == by_all_rules(lines, BRUSSELS, iana)
