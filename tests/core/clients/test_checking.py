"""All that an export would write is looked at first, within bounds, and mended where that is wanted."""

from __future__ import annotations

from core.agenda import Agenda
from core.change import Change, Deed, Swap
from core.clients import checking
from core.clients.checking import MOST, Checked, check_export, mend
from core.clients.draft import Task
from core.clients.profile import Profile
from core.object import CalendarObject
from core.progress import finish
from core.query import EventQuery
from tests.core.agendas import NOW, Desk, deeds, texts, vevent

ALL = EventQuery(hidden=True)
STAMP, START = "DTSTAMP:20260101T000000Z", "DTSTART:20261014T183000Z"


def checked(here: Desk, profile: Profile = Profile.PLAIN) -> Checked:
    return finish(check_export(here.store, ALL, Task(profile, here.zone)))


def counted(found: Checked) -> dict[str, int]:
    return {kind.code: kind.events for kind in found.kinds}


def test_nothing_to_say(here: Desk) -> None:
    here.add("Fête")
    for profile in Profile:
        found = checked(here, profile)
        assert (bool(found), found.events, found.affected, found.kinds) == (False, 1, 0, [])
        assert found.size > 100


def test_each_problem_is_told_with_its_event(here: Desk) -> None:
    ids = here.put_all([vevent(START, "SUMMARY:Un"), vevent(STAMP, START, "SUMMARY:" + "é" * 300)])
    found = checked(here, Profile.OUTLOOK)
    long, stamp = found.kinds
    assert (long.code, long.mendable, long.mended) == ("long", False, False)
    assert (stamp.code, stamp.mendable, stamp.mended) == ("stamp", True, True)
    (problem,) = stamp.problems
    assert (problem.object_id, problem.uid, problem.summary) == (ids[0], "0", "Un")
    assert problem.finding.after == ("DTSTAMP:19700101T000000Z",)
    assert found.affected == 2
    plain = checked(here)
    assert [(its.code, its.mendable, its.mended) for its in plain.kinds] == [("stamp", True, False)]


def test_of_thousands_some_are_named_and_all_counted(here: Desk) -> None:
    here.put_all(vevent(START) for _ in range(MOST + 5))
    (kind,) = checked(here).kinds
    assert (kind.events, len(kind.problems)) == (MOST + 5, MOST)


def test_it_goes_on_step_by_step_and_can_be_stopped(here: Desk) -> None:
    here.put_all(vevent(START) for _ in range(checking.STEP + 1))
    job = check_export(here.store, ALL, Task(Profile.GOOGLE))
    assert [(its.done, its.total) for its in job] == [(0, 501), (500, 501)]
    job = check_export(here.store, ALL, Task(Profile.GOOGLE))
    next(job)
    job.close()


def test_an_event_in_two_calendars_is_there_twice(here: Desk) -> None:
    other = Agenda(here.store, here.clock).create_calendar("Autre").change.calendars[0].id
    for calendar in (0, other):
        made = CalendarObject(0, calendar, "a", vevent(STAMP, START, uid="a"))
        here.store.apply(Change(Deed.IMPORT, (Swap(None, made),)))
    (kind,) = checked(here).kinds
    assert (kind.code, kind.mendable, kind.problems[0].finding.before) == ("same-uid", False, ("UID:a",))


def test_google_takes_so_much_at_once(here: Desk) -> None:
    here.put(vevent(STAMP, START, *(["X-LONG:" + "x" * 60] * 20_000)))
    assert checked(here, Profile.GOOGLE).too_large
    assert not checked(here, Profile.APPLE).too_large


def test_what_is_mended_in_the_agenda_is_one_step(here: Desk) -> None:
    ids = here.put_all(
        [
            vevent(START),
            vevent(STAMP, "DTSTART:20261014", "SUMMARY:a"),
            vevent(STAMP, START),
            vevent("X-NO:date"),
        ]
    )
    before = texts(here.store)
    applied = finish(mend(here.store, ALL, frozenset({"date-form", "twice", "html"}), NOW))
    assert [swap.id for swap in applied.change.objects] == [ids[1]]
    after = texts(here.store)["1"]
    assert b"DTSTART;VALUE=DATE:20261014\r\nSUMMARY:a\r\n" in after
    assert b"DTSTAMP:20260301T120000Z\r\n" in after
    assert b"LAST-MODIFIED:20260301T120000Z\r\n" in after
    assert deeds(here.store)[applied.journal_id] is Deed.EDIT
    here.store.revert(applied.journal_id)
    assert b"DTSTART:20261014\r\n" in texts(here.store)["1"]
    assert texts(here.store)["0"] == before["0"]
    assert finish(mend(here.store, ids, frozenset(), NOW)).journal_id == 0


def test_the_uid_that_a_copy_has_is_shown(here: Desk) -> None:
    here.put(f"BEGIN:VEVENT\r\n{STAMP}\r\n{START}\r\nEND:VEVENT\r\n".encode(), "made")
    for profile in (Profile.PLAIN, Profile.APPLE):
        (kind,) = checked(here, profile).kinds
        assert (kind.code, kind.mended) == ("no-uid", profile is not Profile.PLAIN)
        assert kind.problems[0].finding.after == ("UID:made",)
