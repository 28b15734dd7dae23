"""What each program would choke on, what stands in its copy instead, and what nobody can mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings

from core.clients.copying import Copier, Copy, mended
from core.clients.draft import Finding, Task
from core.clients.profile import Profile
from core.event import Event
from core.ics import component
from core.ics.lines import unfold
from tests.core.agendas import NOW, vevent
from tests.core.ics.strategies import events

P, O, G, A, T = Profile  # noqa: E741 - as the tables below have them
PROGRAMS = (O, G, A, T)
STAMP, START, END = "DTSTAMP:20260101T000000Z", "DTSTART:20261014T183000Z", "DTEND:20261014T200000Z"

ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:%s\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0%d00\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


def copied(
    profile: Profile, text: bytes, own: Mapping[str, bytes] | None = None, left: Sequence[str] = ()
) -> tuple[list[str], tuple[Finding, ...]]:
    """The lines of the copy, without folds, and what was found."""
    task = Task(profile, "Europe/Brussels", "Annulé : {0}", frozenset(left))
    copy = Copier(task).copy(text, own or {})
    again = Copier(task).copy(copy.text, own or {})
    assert profile is P or [its for its in again.findings if its.mended] == [], "a copy needs no other"
    return unfold(copy.text).decode().split("\r\n")[2:-2], copy.findings


# The code, the programs, the lines and what becomes of them; None: no copy can mend it.
STRICT: list[tuple[str, list[str], list[str] | None]] = [
    ("stamp", [START], [START, "DTSTAMP:19700101T000000Z"]),
    ("stamp", [START, "CREATED:20200101T000000Z"],
     [START, "CREATED:20200101T000000Z", "DTSTAMP:20200101T000000Z"]),
    ("stamp", ["DTSTAMP:20260101T000000", START], [STAMP, START]),
    ("stamp", [STAMP, "CREATED:once", START], [STAMP, START]),
    ("twice", [STAMP, START, "SUMMARY:a", "SUMMARY:b"], [STAMP, START, "SUMMARY:a"]),
    ("date-form", [STAMP, "DTSTART:20261014"], [STAMP, "DTSTART;VALUE=DATE:20261014"]),
    ("date-form", [STAMP, "DTSTART;TZID=Europe/Paris:2026-10-14T18:30"],
     [STAMP, "DTSTART;TZID=Europe/Paris:20261014T183000"]),
    ("date-form", [STAMP, "DTSTART;VALUE=DATE;TZID=Europe/Paris:20261014"],
     [STAMP, "DTSTART;VALUE=DATE:20261014"]),
    ("date-form", [STAMP, START, "DTEND;VALUE=:20261014T200000Z"], [STAMP, START, END]),
    ("date-form", [STAMP, "DTSTART:20261014T240000Z"], [STAMP, "DTSTART:20261015T000000Z"]),
    ("date-form", [STAMP, START, "DTEND:soon"], [STAMP, START]),
    ("date-form", [STAMP, START, "EXDATE:20261014T183000Z,never"], [STAMP, START, "EXDATE:20261014T183000Z"]),
    ("end", [STAMP, START, "DTEND:20261014T183000Z"], [STAMP, START]),
    ("end", [STAMP, START, "DTEND;VALUE=DATE:20261015"], [STAMP, START, "DTEND:20261015T000000Z"]),
    ("end", [STAMP, START, END, "DURATION:PT1H"], [STAMP, START, END]),
    ("end", [STAMP, START, "DURATION:P1DT"], [STAMP, START, "DTEND:20261015T183000Z"]),
    ("end", [STAMP, START, "DTEND:20261014T200000"], [STAMP, START, END]),
    ("until", [STAMP, "DTSTART;VALUE=DATE:20261014", "RRULE:FREQ=DAILY;UNTIL=20261020T235959Z"],
     [STAMP, "DTSTART;VALUE=DATE:20261014", "RRULE:FREQ=DAILY;UNTIL=20261020"]),
    ("until", [STAMP, START, "RRULE:FREQ=DAILY;UNTIL=20261020"],
     [STAMP, START, "RRULE:FREQ=DAILY;UNTIL=20261020T235959Z"]),
    ("count-until", [STAMP, START, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20261020T000000Z"], None),
    ("rule", [STAMP, START, "RRULE:INTERVAL=2"], None),
    ("rules", [STAMP, START, "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=WEEKLY;COUNT=3"], None),
    ("exrule", [STAMP, START, "RRULE:FREQ=DAILY;COUNT=3", "EXRULE:FREQ=WEEKLY;COUNT=3"], None),
    ("value", [STAMP, START, "STATUS:CONFIRMED "], [STAMP, START, "STATUS:CONFIRMED"]),
    ("value", [STAMP, START, "TRANSP:perhaps"], [STAMP, START]),
    ("value", [STAMP, START, "GEO:1"], [STAMP, START]),
    ("value", [STAMP, START, "GEO:50.5,4.5"], [STAMP, START, "GEO:50.500000;4.500000"]),
    ("value", [STAMP, START, "SEQUENCE:one"], [STAMP, START, "SEQUENCE:0"]),
    ("rule", [STAMP, START, "RRULE:FREQ=WEEKLY;BYDAY=MO, TU"],
     [STAMP, START, "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"]),
    ("date-form", [STAMP, "DTSTART;VALUE=DATE:20261014T200000"], [STAMP, "DTSTART;VALUE=DATE:20261014"]),
    ("alarm", [STAMP, START, "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "ATTACH:Pop", "END:VALARM"],
     [STAMP, START, "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM"]),
    ("text", [STAMP, START, "SUMMARY:C:\\\\Zoé; \\x, y"], [STAMP, START, "SUMMARY:C:\\\\Zoé\\; \\\\x\\, y"]),
    ("text", [STAMP, START, "CATEGORIES:a;b,c"], [STAMP, START, "CATEGORIES:a\\;b,c"]),
    ("uri", [STAMP, START, "URL:https://example.org/é t%20é"],
     [STAMP, START, "URL:https://example.org/%C3%A9%20t%20%C3%A9"]),
    ("uri", [STAMP, START, "URL:www.example.org/a"], [STAMP, START, "URL:https://www.example.org/a"]),
    ("uri", [STAMP, START, "URL:see below"], [STAMP, START]),
    ("uri", [STAMP, START, "ATTACH;FMTTYPE=a/b:https://example.org/a b.pdf"],
     [STAMP, START, "ATTACH;FMTTYPE=a/b:https://example.org/a%20b.pdf"]),
    ("alarm", [STAMP, START, "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:P", "DESCRIPTION:x", "END:VALARM"],
     [STAMP, START]),
    ("alarm", [STAMP, START, "SUMMARY:s", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "END:VALARM"],
     [STAMP, START, "SUMMARY:s", "BEGIN:VALARM", "ACTION:DISPLAY",
      "TRIGGER:-PT5M", "DESCRIPTION:s", "END:VALARM"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "lines", "will"), STRICT)
def test_what_strict_readers_refuse(code: str, lines: list[str], will: list[str] | None) -> None:
    text = vevent(*lines)
    for profile in (P, O, T):
        found, findings = copied(profile, text)
        assert code in {its.code for its in findings}
        mends = [its for its in findings if its.code == code]
        assert all(its.mended == (will is not None and profile is not P) for its in mends)
        assert any(its.mendable for its in mends) == (will is not None)
        if code != "exrule" and (profile is not O or code not in ("count-until", "rules")):
            assert found == (lines if profile is P or will is None else will)
    stored = mended(text, {code}, NOW, "Europe/Brussels")
    assert (stored == text) == (will is None)


SUB = "FREQ=DAILY;COUNT=1"
ROMANCE = "TZID=Romance Standard Time:20261014T183000"
CLIENT: list[tuple[str, tuple[Profile, ...], list[str], list[str] | None]] = [
    ("attachment", PROGRAMS, ["ATTACH:plan.pdf", "ATTACH;ENCODING=BASE64;VALUE=BINARY:YQ=="],
     ["ATTACH;ENCODING=BASE64;VALUE=BINARY:YQ=="]),
    ("attachment", PROGRAMS, ["ATTACH:file:///home/me/a.pdf", "ATTACH:https://example.org/a.pdf"],
     ["ATTACH:https://example.org/a.pdf"]),
    ("procedure", PROGRAMS, ["BEGIN:VALARM", "ACTION:PROCEDURE", "TRIGGER:-PT5M", "ATTACH:x", "END:VALARM"],
     []),
    ("organizer", PROGRAMS, ["ORGANIZER;CN=Zoé:https://example.org"], ["CONTACT:Zoé"]),
    ("categories", PROGRAMS, ["CATEGORIES:a", "CATEGORIES:b\\,c"], ["CATEGORIES:a,b\\,c"]),
    ("skip", PROGRAMS, ["RRULE:RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT"], ["RRULE:FREQ=DAILY"]),
    ("skip", PROGRAMS, ["RRULE:RSCALE=CHINESE;FREQ=DAILY"], None),
    ("cancelled", (O, G), ["SUMMARY:Fête", "STATUS:CANCELLED"],
     ["SUMMARY:Annulé : Fête", "STATUS:CONFIRMED"]),
    ("range", (O, G), ["RECURRENCE-ID;RANGE=THISANDFUTURE:20261014T183000Z"], None),
    ("period", (O, T), ["RRULE:" + SUB, "RDATE;VALUE=PERIOD:20261020T183000Z/PT1H"],
     ["RRULE:" + SUB, "RDATE:20261020T183000Z"]),
    ("capitals", (A,), ["rrule:freq=daily"], ["RRULE:FREQ=DAILY"]),
    ("late-date", (G,), ["RRULE:FREQ=DAILY;UNTIL=20261020T183000Z", "RDATE:20261101T183000Z"], None),
    ("often", (G,), ["RRULE:FREQ=HOURLY;COUNT=3"], None),
    ("one-line", (O,), ["LOCATION:Flagey\\nIxelles"], ["LOCATION:Flagey\\, Ixelles"]),
    ("long", (O,), ["SUMMARY:" + "é" * 256], None),
    ("shape", (O,), ["RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=4"],
     ["RRULE:FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2;COUNT=4"]),
    ("shape", (O,), ["RRULE:FREQ=DAILY;BYDAY=MO,WE"], ["RRULE:FREQ=WEEKLY;BYDAY=MO,WE"]),
    ("shape", (O,), ["RRULE:FREQ=YEARLY;BYDAY=2WE"], None),
    ("shape", (O,), ["RRULE:FREQ=YEARLY;BYWEEKNO=20"], None),
    ("shape", (O,), ["RRULE:FREQ=YEARLY;BYMONTHDAY=14"], None),
    ("shape", (O,), ["RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15"], None),
    ("shape", (O,), ["RRULE:FREQ=DAILY;BYDAY=MO;BYMONTHDAY=1"], None),
    ("shape", (O,), ["RRULE:FREQ=DAILY;COUNT=1000"], None),
    ("shape", (O,), ["RRULE:FREQ=HOURLY"], None),
    ("dates-alone", (O,), ["RDATE:20261020T183000Z"], ["RRULE:" + SUB, "RDATE:20261020T183000Z"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "programs", "lines", "will"), CLIENT)
def test_what_a_program_chokes_on(
    code: str, programs: tuple[Profile, ...], lines: list[str], will: list[str] | None
) -> None:
    before = [STAMP, START]
    for profile in Profile:
        found, findings = copied(profile, vevent(*before, *lines))
        assert (code in {its.code for its in findings}) == (profile in programs), profile
        if profile in programs:
            assert found == [*before, *(lines if will is None else will)]
            left, findings = copied(profile, vevent(*before, *lines), left=[code])
            assert left == [*before, *lines]
            assert not any(its.mended for its in findings)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,TU", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY",
     "FREQ=YEARLY;BYMONTH=10", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=14", "FREQ=MONTHLY",
     "FREQ=YEARLY;BYMONTH=10;BYDAY=WE;BYSETPOS=2"],
)  # fmt: skip
def test_rules_that_outlook_has(rule: str) -> None:
    assert copied(O, vevent(STAMP, START, f"RRULE:{rule}"))[1] == ()


def test_zones_get_the_name_that_all_know() -> None:
    lines = [STAMP, f"DTSTART;{ROMANCE}", "RRULE:FREQ=DAILY;COUNT=3"]
    own = {"Romance Standard Time": (ZONE % ("Romance Standard Time", 1)).encode()}
    for profile in PROGRAMS:
        for bodies in (own, {}):
            found, findings = copied(profile, vevent(*lines), bodies)
            assert found[1] == "DTSTART;TZID=Europe/Paris:20261014T183000"
            assert [its.code for its in findings] == ["zone"]
    assert copied(P, vevent(*lines), own) == (lines, ())


def test_a_zone_of_the_files_own_is_one_of_ianas_only_where_it_agrees() -> None:
    lines = [STAMP, "DTSTART;TZID=Chez nous:20261014T183000"]
    same, other = ((ZONE % ("Chez nous", offset)).encode() for offset in (1, 0))
    assert (
        copied(G, vevent(*lines), {"Chez nous": same})[0][1] == "DTSTART;TZID=Europe/Brussels:20261014T183000"
    )
    told = other.replace(b"BEGIN:STANDARD", b"X-LIC-LOCATION:Europe/London\r\nBEGIN:STANDARD", 1)
    for body in (other, told):
        found, findings = copied(A, vevent(*lines), {"Chez nous": body})
        assert ([its.code for its in findings], found[1]) == (["own-zone"], "DTSTART:20261014T163000Z")
        found, findings = copied(G, vevent(*lines, "RRULE:FREQ=DAILY"), {"Chez nous": body})
        assert (findings[0].code, findings[0].mendable, found[1]) == ("own-zone", False, lines[1])
        assert copied(O, vevent(*lines), {"Chez nous": body}) == (lines, ())


def test_a_zone_that_nobody_knows_is_the_agendas_only_where_that_is_wanted() -> None:
    lines = [STAMP, "DTSTART;TZID=Mars/Olympus:20261014T183000"]
    for profile in PROGRAMS:
        found, findings = copied(profile, vevent(*lines))
        assert ([its.code for its in findings], found[1]) == (
            ["unknown-zone"],
            "DTSTART;TZID=Europe/Brussels:20261014T183000",
        )
        copy = Copier(Task(profile, "Europe/Brussels")).copy(vevent(*lines), {})
        assert lines[1] in copy.text.decode()
        assert [(its.code, its.mendable, its.mended) for its in copy.findings] == [
            ("unknown-zone", True, False)
        ]


def test_google_takes_floating_times_on_the_agendas_clock() -> None:
    lines = [
        STAMP,
        "DTSTART:20261014T183000",
        "DTEND:20261014T200000",
        "RRULE:FREQ=DAILY;UNTIL=20261020T183000",
    ]
    found, findings = copied(G, vevent(*lines))
    assert found[1:] == [
        "DTSTART;TZID=Europe/Brussels:20261014T183000",
        "DTEND;TZID=Europe/Brussels:20261014T200000",
        "RRULE:FREQ=DAILY;UNTIL=20261020T163000Z",
    ]
    assert [its.code for its in findings] == ["floating"]
    assert copied(A, vevent(*lines)) == (lines, ())


def test_tags_go_into_no_text_but_googles() -> None:
    text = vevent(STAMP, START, "DESCRIPTION:<p>Un <strong>mot</strong></p>")
    rich = "X-ALT-DESC;FMTTYPE=text/html:<p>Un <strong>mot</strong></p>"
    for profile, more in ((O, [rich]), (A, []), (T, [])):
        found, findings = copied(profile, text)
        assert found == [STAMP, START, "DESCRIPTION:Un mot", *more]
        assert [its.code for its in findings] == ["html"]
        assert copied(profile, text, left=["html"])[0][2] == "DESCRIPTION:<p>Un <strong>mot</strong></p>"
    assert copied(G, text)[1] == ()


def test_years_before_outlooks_first_one_are_said() -> None:
    assert [its.code for its in copied(O, vevent(STAMP, "DTSTART:15500101T100000Z"))[1]] == ["year"]


def test_what_has_no_date_stays_out() -> None:
    undated, dated = vevent(STAMP, "SUMMARY:when?"), vevent(STAMP, START)
    for profile in PROGRAMS:
        task = Task(profile)
        copy = Copier(task).copy(undated + dated, {})
        assert copy.text == dated
        assert [(its.code, its.after) for its in copy.findings] == [("undated", ())]
    assert Copier(Task(P)).copy(undated, {}).text == undated


def test_twins_get_a_name_each() -> None:
    first, second = vevent(STAMP, START, uid="a"), vevent(STAMP, START, uid="a")
    copy = Copier(Task(G)).copy(first + second, {})
    assert copy.text == first + vevent(STAMP, START, uid="a-2")
    assert [its.code for its in copy.findings] == ["twin"]


def test_a_long_identifier_is_said() -> None:
    assert [its.code for its in copied(P, vevent(STAMP, START, uid="u" * 256))[1]] == ["uid"]


def test_apple_is_told_the_place_that_others_wrote() -> None:
    lines = [STAMP, START, "LOCATION:Flagey\\, 1050 Ixelles", "GEO:50.8275;4.3722"]
    found, findings = copied(A, vevent(*lines))
    place = "VALUE=URI;X-ADDRESS=1050 Ixelles;X-APPLE-RADIUS=100;X-TITLE=Flagey:geo:50.827500,4.372200"
    assert (found, findings) == ([*lines, f"X-APPLE-STRUCTURED-LOCATION;{place}"], ())


@given(events())
@settings(max_examples=30)
def test_what_parvis_writes_is_clean_and_says_the_same(event: Event) -> None:
    text = component.write(event, NOW)
    assert Copier(Task(P)).copy(text, {}).findings == ()
    for profile in PROGRAMS:
        copy = Copier(Task(profile, "Europe/Brussels", "{0}")).copy(text, {})
        read = component.read(copy.text, component.components(copy.text)[0])
        assert read.when.start.wall == event.when.start.wall
        assert b"\r\nX-PARVIS-" not in copy.text


def test_lists_in_another_form_and_zones_that_nobody_knows() -> None:
    dates = ["RDATE;VALUE=PERIOD:20261020T183000Z/PT1H", "RDATE:2026-10-21T18:30Z"]
    lines = [STAMP, START, "RRULE:FREQ=DAILY;COUNT=3", *dates]
    found, findings = copied(A, vevent(*lines))
    assert [its.code for its in findings] == ["date-form"]
    assert found[3:] == ["RDATE;VALUE=PERIOD:20261020T183000Z/20261020T193000Z", "RDATE:20261021T183000Z"]
    nowhere = "DTSTART;TZID=Nowhere:20261014T183000"
    assert copied(T, vevent(STAMP, nowhere))[0][1] == "DTSTART;TZID=Europe/Brussels:20261014T183000"
    broken = {"Nowhere": b"BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nEND:VTIMEZONE\r\n"}
    assert copied(T, vevent(STAMP, nowhere), broken)[0][1] == "DTSTART;TZID=Europe/Brussels:20261014T183000"


@pytest.mark.parametrize(
    ("start", "until", "will"),
    [
        ("DTSTART:20261014T183000", "20261020T163000Z", "20261020T183000"),
        ("DTSTART:20261014T183000", "20261020", "20261020T235959"),
        ("DTSTART;TZID=Europe/Paris:20261014T183000", "20261020T183000", "20261020T163000Z"),
    ],
)
def test_an_until_goes_with_its_start(start: str, until: str, will: str) -> None:
    found, findings = copied(A, vevent(STAMP, start, f"RRULE:FREQ=DAILY;UNTIL={until}"))
    assert found == [STAMP, start, f"RRULE:FREQ=DAILY;UNTIL={will}"]
    assert [its.code for its in findings] == ["until"]


@pytest.mark.parametrize("profile", PROGRAMS)
def test_line_ends_of_a_text_are_such_as_all_know(profile: Profile) -> None:
    lines = [STAMP, START, END, "DESCRIPTION:a\u2028b\u2029c\u0085d"]
    assert copied(profile, vevent(*lines)) == ([STAMP, START, END, "DESCRIPTION:a\\nb\\nc\\nd"], ())


def test_a_date_without_its_series_is_an_event_of_its_own() -> None:
    lines = [STAMP, START, "RECURRENCE-ID:20261013T183000Z"]
    for profile in Profile:
        copy = Copier(Task(profile)).copy(vevent(*lines, uid="a"), {})
        if profile in (O, G):
            assert copy.text == vevent(STAMP, START, uid="a-20261013T183000Z")
            assert [its.code for its in copy.findings] == ["orphan"]
        else:
            assert copy == Copy(vevent(*lines, uid="a"))


def test_a_date_without_its_series_repeats_no_more() -> None:
    rule = ["RRULE:FREQ=DAILY", "RDATE;VALUE=PERIOD:20261101T183000Z/PT1H", "EXDATE:20261014T183000Z"]
    text = vevent(STAMP, START, "RECURRENCE-ID:20261013T183000Z", *rule, uid="a")
    assert Copier(Task(G)).copy(text, {}).text == vevent(STAMP, START, uid="a-20261013T183000Z")


def test_a_date_that_says_no_more_than_its_name_is_at_that_time_in_a_copy() -> None:
    text = vevent("RECURRENCE-ID;TZID=Europe/Paris;X-A=b:20261013T183000", STAMP, uid="a")
    copy = Copier(Task(G)).copy(text, {})
    start = "DTSTART;TZID=Europe/Paris:20261013T183000"
    assert copy.text == vevent(STAMP, start, uid="a-20261013T183000")


@pytest.mark.parametrize(
    ("start", "date", "will"),
    [
        ("DTSTART;TZID=Europe/Paris:20261014T183000", ";VALUE=DATE:20261015",
         ";TZID=Europe/Paris:20261015T183000"),
        ("DTSTART;TZID=Europe/Paris:20261014T183000", ":20261015T183000",
         ";TZID=Europe/Paris:20261015T183000"),
        ("DTSTART;VALUE=DATE:20261014", ":20261015T000000", ";VALUE=DATE:20261015"),
    ],
)  # fmt: skip
def test_dates_of_a_series_are_of_the_kind_of_its_start(start: str, date: str, will: str) -> None:
    def series(named: str) -> bytes:
        rule = [STAMP, start, "RRULE:FREQ=DAILY;COUNT=9", f"EXDATE{named}"]
        return vevent(*rule) + vevent(f"RECURRENCE-ID{named}", STAMP, start)

    copy = Copier(Task(T)).copy(series(date), {})
    assert copy.text == series(will)
    assert [its.code for its in copy.findings] == ["date-form", "date-form"]


def test_an_event_that_begins_with_more_than_that_begins_with_that() -> None:
    text = vevent(STAMP, START)
    odd = text.replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT\\nX-A:b")
    assert Copier(Task(A)).copy(odd, {}).text == text


ZONED, DAYS, UTC = "DTSTART;TZID=Europe/Paris:20261014T183000", "DTSTART;VALUE=DATE:20261014", START
LEFT_OUT = "EXDATE;TZID=Europe/Paris:20261021T183000"


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    "lines",
    [
        (ZONED, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270101T000000Z", LEFT_OUT, LEFT_OUT),
        (ZONED, "RRULE:FREQ=WEEKLY;UNTIL=20270101"),
        (ZONED, "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000"),
        (ZONED, "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20261021"),
        (ZONED, "RRULE:FREQ=DAILY", LEFT_OUT, "EXDATE:20261021T163000Z"),
        (ZONED, "RRULE:FREQ=DAILY", "EXDATE;TZID=Nowhere:20261021T183000"),
        (ZONED, "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Paris:20261332T183000"),
        (ZONED, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z"),
        (ZONED, "RRULE:FREQ=DAILY;COUNT=3;COUNT=4"),
        (DAYS, "RRULE:FREQ=MONTHLY;COUNT=3;BYMONTHDAY=14", "EXDATE;VALUE=DATE:20261021,20261022"),
        (DAYS, "RRULE:FREQ=YEARLY;UNTIL=20300101", "EXDATE:20261021T000000"),
        (DAYS, "RRULE:FREQ=YEARLY;UNTIL=20300101T000000Z"),
        (UTC, "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z", "EXDATE:20261015T183000Z"),
        (UTC, "RRULE:FREQ=DAILY;BYDAY=MO"),
        ("DTSTART:20261014T183000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000"),
    ],
)  # fmt: skip
def test_a_glance_at_a_series_says_what_a_close_look_says(profile: Profile, lines: Sequence[str]) -> None:
    def codes(*more: str) -> list[str]:
        copy = Copier(Task(profile, "Europe/Paris")).copy(vevent(STAMP, *lines, *more), {})
        return [its.code for its in copy.findings]

    looked_at_closely = codes("RESOURCES:a")
    assert codes() == looked_at_closely


def test_a_line_that_nobody_can_read_stands_for_no_other() -> None:
    lines = "ATTACH;=x:https://exemple.be", "ATTACH:cid:a", "SUMMARY;=x:A", "SUMMARY:B"
    copy, findings = copied(O, vevent(STAMP, START, *lines))
    assert [its.before for its in findings if its.code == "attachment"] == [("ATTACH:cid:a",)]
    assert {"ATTACH;=x:https://exemple.be", "SUMMARY:B"} <= set(copy)
