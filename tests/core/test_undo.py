"""Every change is taken back and done again; content is restored, and stamps go forward."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.change import Change, Deed, Swap
from core.comment import Author, CommentState
from core.db import journal
from core.db.door import Door
from core.db.engine import Location
from core.errors import AppError, NotFound, StaleChange
from core.event import Event, Place, Recurrence, Status
from core.ics import component
from core.object import CalendarObject, ComponentRef
from core.progress import finish
from core.query import EventQuery
from core.stamps import content, moved_forward, sequenced_once
from core.store import Applied
from core.when import When
from tests.core.agendas import Desk, deeds, desk, ref_of, vevent

CLAIRE = Author("Claire", "claire@example.org")
LATER = datetime(2026, 4, 1, tzinfo=UTC)


def state(here: Desk) -> object:
    """All that a person put into an agenda."""
    store = here.store
    objects = list(store.objects(store.object_ids(EventQuery(hidden=True))))
    return (
        [replace(its, revision=0) for its in store.calendars()],
        sorted((its.id, its.calendar_id, its.uid, content(its.text)) for its in objects),
        sorted(
            (replace(note, revision=0) for its in objects for note in store.comments(its.id)),
            key=lambda its: its.id,
        ),
    )


# Stamps


def stamps(text: bytes) -> tuple[int, datetime | None, datetime | None]:
    found = component.read(text, ComponentRef(0))
    return found.sequence, found.dtstamp, found.last_modified


def test_content_is_all_but_the_stamps() -> None:
    lines = ("SUMMARY:x", "BEGIN:VALARM", "DTSTAMP:20200101T000000Z", "END:VALARM")
    stamped = vevent(
        "DTSTAMP:20200101T000000Z", "sequence:4", "LAST-MODIFIED;X=1:20200101\r\n T000000Z", *lines
    )
    assert content(stamped) == vevent(*lines)


def test_a_text_that_comes_back_is_the_newest_all_the_same() -> None:
    earlier = vevent("DTSTAMP:20250101T000000Z", "SEQUENCE:2", "SUMMARY:x", "DTSTART:20260310", "X-OTHER:1")
    current = vevent("DTSTAMP:20260501T000000Z", "SEQUENCE:7", "SUMMARY:x", "DTSTART:20260311")
    back = moved_forward(earlier, current, LATER)
    assert content(back) == content(earlier)
    # Never before what others have seen, even where the machine's clock is behind.
    assert stamps(back) == (8, datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC))
    summary = current.replace(b"SUMMARY:x", b"SUMMARY:y").replace(b"20260501", b"20260301")
    assert stamps(moved_forward(summary, summary.replace(b"SUMMARY:y", b"SUMMARY:z"), LATER)) == (
        7,
        LATER,
        LATER,
    )


def test_stamps_that_were_not_there_come_before_what_is_nested() -> None:
    earlier = vevent("SUMMARY:x", "BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM")
    back = moved_forward(earlier, vevent("SUMMARY:y"), LATER)
    assert back == vevent(
        "SUMMARY:x",
        "DTSTAMP:20260401T000000Z",
        "LAST-MODIFIED:20260401T000000Z",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "END:VALARM",
    )


def test_a_component_that_is_the_same_keeps_the_current_stamps() -> None:
    master = vevent("DTSTAMP:20250101T000000Z", "SUMMARY:x", "DTSTART:20260310")
    override = vevent("DTSTAMP:20250101T000000Z", "RECURRENCE-ID:20260310", "DTSTART:20260310", "SUMMARY:o")
    renamed = override.replace(b"SUMMARY:o", b"SUMMARY:p")
    newer = master.replace(b"2025", b"2026")
    assert moved_forward(master + override, newer + renamed, LATER).startswith(newer)
    assert moved_forward(master + override, newer, LATER) == newer + override


def test_sequence_goes_up_once_for_all_steps_of_an_edit() -> None:
    def text(sequence: int) -> bytes:
        return vevent(f"SEQUENCE:{sequence}", "SUMMARY:x")

    assert sequenced_once(text(3), text(2), text(1)) == text(2)
    assert sequenced_once(text(2), text(1), text(1)) == text(2)
    assert sequenced_once(text(1), text(0), None) == text(0)
    assert sequenced_once(text(6), text(5), text(1)) == text(5)
    override = vevent("SEQUENCE:4", "RECURRENCE-ID:20260310")
    assert sequenced_once(text(1) + override, text(1), text(1)) == text(1) + override


# Undo, one change at a time


def test_an_edit_and_back_and_again(here: Desk) -> None:
    ref = here.add("x", place=Place(("a",)))
    before = here.object(ref)
    done = here.edit(ref, summary="y", place=Place(("b",)))
    undone = here.store.revert(done.journal_id)
    back = here.object(ref)
    assert content(back.text) == content(before.text)
    assert here.event(ref).sequence == 2
    assert back.revision == 3
    assert undone.change.deed is Deed.EDIT
    redone = here.store.revert(undone.journal_id)
    assert (here.event(ref).summary, here.event(ref).sequence) == ("y", 3)
    assert here.store.change(redone.journal_id).objects[0].before == back


def test_what_other_programs_wrote_survives_an_edit_and_its_undo(here: Desk) -> None:
    text = vevent("DTSTART:20260310T090000Z", "SUMMARY:x", 'X-OTHER;A="b":c', "ATTENDEE:mailto:a@example.org")
    ref = ComponentRef(here.put(text))
    done = here.edit(ref, summary="y")
    assert b'X-OTHER;A="b":c\r\nATTENDEE:mailto:a@example.org\r\n' in here.object(ref).text
    here.store.revert(done.journal_id)
    assert content(here.object(ref).text) == text


def test_a_deletion_comes_back_byte_for_byte_under_its_own_number(here: Desk) -> None:
    ref = here.add("x")
    note = here.agenda.add_comment(ref.object_id, CLAIRE, "é").change.comments[0].after
    before = here.object(ref)
    gone = here.agenda.delete([ref.object_id])
    assert here.store.count(EventQuery()) == here.store.comment_count() == 0
    here.store.revert(gone.journal_id)
    assert note is not None
    assert here.object(ref) == replace(before, revision=2)
    assert here.store.comments(ref.object_id) == [replace(note, revision=2)]


def test_several_steps_back_one_after_another(here: Desk) -> None:
    ref = here.add("0")
    steps = [here.edit(ref, summary=str(number)).journal_id for number in range(1, 4)]
    back = [here.store.revert(step).journal_id for step in reversed(steps)]
    assert here.event(ref).summary == "0"
    for step in reversed(back):
        here.store.revert(step)
    assert here.event(ref).summary == "3"


def test_a_history_of_comings_and_goings(here: Desk) -> None:
    created = here.agenda.create(Event("u", When.days(date(2026, 3, 10)), summary="0"), 0)
    ref = ref_of(created)
    first = here.agenda.delete([ref.object_id]).journal_id
    again = here.store.revert(first).journal_id
    here.edit(ref, summary="1")
    second = here.agenda.delete([ref.object_id]).journal_id
    here.store.revert(first)
    assert here.event(ref).summary == "0"
    edited = here.edit(ref, summary="2").journal_id
    assert here.store.change(edited).objects[0].after == here.object(ref)
    deleted = here.store.change(second).objects[0].before
    assert deleted is not None
    assert component.read(deleted.text, ref).summary == "1"
    assert here.store.change(created.journal_id).objects[0].after is not None
    with pytest.raises(StaleChange):
        here.store.revert(again)


def test_what_was_changed_since_is_not_taken_back_blindly(here: Desk) -> None:
    ref = here.add("x", contact="a")
    done = here.edit(ref, summary="y")
    here.edit(ref, contact="b")
    with pytest.raises(StaleChange):
        here.store.revert(done.journal_id)
    # The verb takes back the one field, and leaves the other.
    here.agenda.revert(done.journal_id)
    assert (here.event(ref).summary, here.event(ref).contact) == ("x", "b")
    again = here.edit(ref, summary="z")
    here.edit(ref, summary="mine")
    with pytest.raises(StaleChange) as stale:
        here.agenda.revert(again.journal_id)
    assert stale.value.fields == ("summary",)
    here.agenda.delete([ref.object_id])
    with pytest.raises(StaleChange):
        here.agenda.revert(again.journal_id)


def test_a_comment_that_was_changed_since(here: Desk) -> None:
    ref = here.add("x")
    made = here.agenda.add_comment(ref.object_id, CLAIRE, "one")
    here.agenda.moderate([made.change.comments[0].id], CommentState.SPAM)
    with pytest.raises(StaleChange):
        here.agenda.revert(made.journal_id)


def test_a_new_event_with_a_comment_by_somebody_else_stays(here: Desk) -> None:
    created = here.agenda.create(Event("u", When.days(date(2026, 3, 10)), summary="x"), 0)
    here.agenda.add_comment(ref_of(created).object_id, CLAIRE, "one")
    with pytest.raises(StaleChange):
        here.agenda.revert(created.journal_id)
    assert here.store.comment_count() == here.store.count(EventQuery()) == 1


def test_calendars_come_and_go(here: Desk) -> None:
    made = here.agenda.create_calendar("Culture")
    calendar = made.change.calendars[0].after
    assert calendar is not None
    ref = here.add("x")
    here.agenda.move([ref.object_id], calendar.id)
    here.agenda.edit_calendar(calendar, replace(calendar, name="Art", hidden=True))
    before = state(here)
    gone = here.agenda.delete_calendar(calendar.id)
    assert here.store.count(EventQuery(hidden=True)) == 0
    here.store.revert(gone.journal_id)
    assert state(here) == before
    assert len(here.store.calendars()) == 2


# Steps that are one


def test_the_saves_of_one_edit_are_taken_back_together(here: Desk) -> None:
    ref = here.add("x", status=Status.TENTATIVE)
    before = here.object(ref)
    first = here.edit(ref, status=Status.CONFIRMED)
    second = here.edit(ref, amend=first.journal_id, status=Status.CANCELLED, summary="y")
    assert second.journal_id == first.journal_id
    assert here.event(ref).sequence == 1
    assert len(deeds(here.store)) == 2
    here.store.revert(second.journal_id)
    assert content(here.object(ref).text) == content(before.text)


def test_typing_into_a_new_event_is_one_with_making_it(here: Desk) -> None:
    created = here.agenda.create(Event("u", When.days(date(2026, 3, 10)), summary="x"), 0)
    ref = ref_of(created)
    here.edit(ref, amend=created.journal_id, place=Place(("a",)))
    assert here.event(ref).sequence == 0
    here.store.revert(created.journal_id)
    assert here.store.object(ref.object_id) is None
    here.store.revert(next(iter(deeds(here.store))))
    assert here.event(ref).place == Place(("a",))


def test_what_somebody_else_did_in_between_is_a_step_of_its_own(here: Desk) -> None:
    ref = here.add("x", contact="a")
    mine = here.edit(ref, summary="y")
    here.edit(ref, contact="theirs")
    more = here.edit(ref, amend=mine.journal_id, summary="z")
    assert more.journal_id not in (0, mine.journal_id)
    here.agenda.revert(more.journal_id)
    here.agenda.revert(mine.journal_id)
    assert (here.event(ref).summary, here.event(ref).contact) == ("x", "theirs")


def test_a_step_goes_on_with_other_things_too(here: Desk) -> None:
    one, two = here.add("1"), here.add("2")
    first = here.edit(one, summary="one")
    second = here.edit(two, amend=first.journal_id, summary="two")
    assert second.journal_id == first.journal_id
    here.store.revert(first.journal_id)
    assert (here.event(one).summary, here.event(two).summary) == ("1", "2")
    gone = here.store.apply(Change(Deed.DELETE, (Swap(here.object(one), None),)), amend=first.journal_id)
    assert gone.journal_id != first.journal_id
    assert here.edit(two, amend=9_999, summary="x").journal_id > gone.journal_id


def test_a_deletion_is_a_step_of_its_own(here: Desk) -> None:
    ref = here.add("x")
    edited = here.edit(ref, summary="y")
    gone = here.store.apply(Change(Deed.DELETE, (Swap(here.object(ref), None),)), amend=edited.journal_id)
    assert gone.journal_id != edited.journal_id
    here.store.revert(gone.journal_id)
    assert here.event(ref).summary == "y"


# Room and age


def sql(here: Desk, *statements: str) -> list[tuple[object, ...]]:
    """What the last of them answers, past the store."""
    with closing(sqlite3.connect(here.path, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys=ON")
        return [database.execute(statement).fetchall() for statement in statements][-1]


def tidy(here: Desk, room: int) -> set[int]:
    """Let go of what takes more room; the changes that are kept."""
    door = Door(Location.of(str(here.path)), read_only=False)
    with door.writing() as connection:
        journal.tidy(connection, here.clock(), room=room)
    door.close()
    return set(deeds(here.store))


def test_after_a_year_only_deletions_are_kept(here: Desk) -> None:
    ref, doomed = here.add("x"), here.add("y")
    edited = here.edit(ref, summary="y")
    gone = here.agenda.delete([doomed.object_id])
    here.clock.now += timedelta(days=400)
    sql(here, f"UPDATE sequence SET last = {2 * journal.TIDY_EVERY - 2} WHERE name = 'journal'")
    here.edit(ref, summary="z")
    here.store.change(edited.journal_id)
    here.edit(ref, summary="zz")
    with pytest.raises(NotFound):
        here.store.revert(edited.journal_id)
    here.store.revert(gone.journal_id)
    assert here.event(doomed).summary == "y"


def test_what_is_too_much_goes_the_oldest_first_and_deletions_last(here: Desk) -> None:
    objects = here.put_all([vevent(f"SUMMARY:{number}", "DTSTART:20260310") for number in range(2)])
    gone = here.agenda.delete([objects[0]]).journal_id
    ref = ComponentRef(objects[1])
    edits = [here.edit(ref, summary=str(number)).journal_id for number in range(journal.ALWAYS_KEPT + 9)]
    assert tidy(here, 10**9) == {gone - 1, gone, *edits}
    sizes = {id_: int(str(size)) for id_, size in sql(here, "SELECT id, size FROM journal")}
    left = tidy(here, sum(sizes.values()) - sizes[gone - 1] - sizes[edits[0]])
    assert left == {gone, *edits[1:]}
    assert tidy(here, 0) == set(edits[-journal.ALWAYS_KEPT :])
    with pytest.raises(NotFound):
        here.store.revert(gone)


def test_a_zone_is_kept_as_long_as_an_object_may_come_back_to_it(here: Desk) -> None:
    def zones() -> int:
        (tally,) = sql(
            here, "SELECT (SELECT count(*) FROM vtimezone), (SELECT count(*) FROM object_vtimezone)"
        )
        assert tally[0] == tally[1]
        return int(str(tally[0]))

    def tidied() -> int:
        sql(here, f"UPDATE sequence SET last = {2 * journal.TIDY_EVERY - 1} WHERE name = 'journal'")
        here.add("another")
        return zones()

    body = b"BEGIN:VTIMEZONE\r\nTZID:Here\r\nEND:VTIMEZONE\r\n"
    gone = here.put(
        vevent("DTSTART;TZID=Here:20260310T100000"), vtimezones={"put@example.org": {"Here": body}}
    )
    other = body.replace(b"Here", b"There")
    here.put(vevent("DTSTART;TZID=There:20260310T100000", uid="b"), "b", vtimezones={"b": {"There": other}})
    here.agenda.delete([gone])
    assert tidied() == 2
    sql(here, f"DELETE FROM journal_object WHERE object_id = {gone}")
    sql(here, "DELETE FROM journal")
    assert tidied() == 1


def test_what_became_of_a_change_may_be_forgotten(here: Desk) -> None:
    ref = here.add("x")
    first, second = here.edit(ref, summary="y"), here.edit(ref, summary="z")
    sql(here, f"DELETE FROM journal WHERE id = {second.journal_id}")
    with pytest.raises(NotFound):
        here.store.change(first.journal_id)


def test_a_person_is_kept_once_and_forgotten_with_the_last_that_speaks_of_them(here: Desk) -> None:
    def people() -> list[object]:
        return [name for (name,) in sql(here, "SELECT name FROM author ORDER BY name")]

    ref = here.add("x")
    note = here.agenda.add_comment(ref.object_id, CLAIRE, "one").change.comments[0].after
    here.agenda.add_comment(ref.object_id, CLAIRE, "two")
    assert note is not None
    assert people() == ["Claire"]
    here.agenda.edit_comment(note, Author("Nadia", "nadia@example.org"), "one")
    assert people() == ["Claire", "Nadia"]
    here.agenda.delete_comment(note.id)
    # The history speaks of Nadia still.
    assert people() == ["Claire", "Nadia"]
    sql(here, "DELETE FROM journal")
    here.agenda.add_comment(ref.object_id, CLAIRE, "three")
    assert people() == ["Claire"]


# Any sequence of verbs, and all of them taken back

STEPS = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 5), st.text("abé\n;,\\", max_size=6)), max_size=12
)


def step(here: Desk, verb: int, which: int, word: str) -> Applied | None:
    """One verb on one of the things that are there; None when there is nothing to do it to."""
    agenda, store = here.agenda, here.store
    ids = store.object_ids(EventQuery(hidden=True))
    calendars = store.calendars()
    if verb == 0 or not ids:
        series = Recurrence(("FREQ=DAILY;COUNT=3",)) if which % 2 else Recurrence()
        event = Event("", When.days(date(2026, 3, 1 + which)), summary=word, recurrence=series)
        return agenda.create(event, calendars[which % len(calendars)].id)
    object_id = ids[which % len(ids)]
    ref = ComponentRef(object_id)
    comments = store.comments(object_id)
    if verb == 1:
        return here.edit(
            ref, summary=word, place=Place.of_text(word), categories=(word.strip(),) if word.strip() else ()
        )
    if verb == 2:
        return agenda.delete([object_id])
    if verb == 3:
        return agenda.duplicate(ref)
    if verb == 4:
        return agenda.move(ids[: which + 1], calendars[-1].id)
    if verb == 5:
        return agenda.add_comment(object_id, CLAIRE, word + "x", comments[0].id if comments else 0)
    if verb == 6:
        # Numbers are never given twice, so that no calendar that is there has this name.
        return agenda.create_calendar(f"calendar {calendars[-1].id}")
    if verb == 7 and len(calendars) > 1:
        return agenda.delete_calendar(calendars[which % len(calendars)].id)
    if verb == 8 and comments:
        return agenda.moderate([its.id for its in comments], CommentState.SPAM)
    if verb == 9 and comments:
        return agenda.delete_comment(comments[which % len(comments)].id)
    if verb == 10:
        categories = store.categories()
        return finish(agenda.rename_category(categories[0][0], word + "z")) if categories else None
    return None


@settings(max_examples=12)
@given(STEPS)
@example([(6, 0, ""), (7, 0, ""), (0, 0, ""), (6, 0, "")])
def test_any_sequence_of_verbs_taken_back_gives_the_same_content(steps: list[tuple[int, int, str]]) -> None:
    with TemporaryDirectory() as folder, desk(Path(folder) / "agenda.parvis") as here:
        here.put(
            vevent("SUMMARY:x", "DTSTART:20260310", "X-OTHER:1") + vevent("SUMMARY:twin", "DTSTART:20260310")
        )
        states, done = [state(here)], []
        for verb, which, word in steps:
            applied = step(here, verb, which, word)
            if applied is not None and applied.journal_id:
                done.append(applied.journal_id)
                states.append(state(here))
        undone = []
        for journal_id, expected in zip(reversed(done), reversed(states[:-1]), strict=True):
            undone.append(here.store.revert(journal_id).journal_id)
            assert state(here) == expected
        for journal_id, expected in zip(reversed(undone), states[1:], strict=True):
            here.store.revert(journal_id)
            assert state(here) == expected
        assert here.store.check() == []


def test_only_expected_errors_come_out(here: Desk) -> None:
    stray = CalendarObject(9, 1, "u", vevent(), 1)
    with pytest.raises(AppError):
        here.store.apply(Change(Deed.EDIT, (Swap(stray, replace(stray, text=b"")),)))
