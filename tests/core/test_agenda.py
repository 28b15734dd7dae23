"""What each verb does to an agenda, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import ClauseElement

from core.calendar import COLOURS, Calendar
from core.change import Deed
from core.comment import Author, CommentState
from core.errors import BadValue, LastCalendar, NameTaken, NotFound, StaleChange
from core.event import Event, Place, Recurrence, Stage, Status
from core.object import ComponentRef
from core.order import minutes_of
from core.progress import Progress, finish
from core.query import EventQuery
from core.when import Moment, When
from tests.core.agendas import DAY, Desk, deeds, event, ref_of, vevent

CLAIRE = Author("Claire", "claire@example.org")
SERIES = vevent("SUMMARY:series", "DTSTART:20260310T090000Z", "RRULE:FREQ=DAILY;COUNT=5")
LONE = "\ud800"  # half a character, as a text that was cut in two has it
MOVED = vevent("SUMMARY:moved", "RECURRENCE-ID:20260311T090000Z", "DTSTART:20260311T150000Z")


def calendar(here: Desk, name: str, colour: str = "") -> Calendar:
    made = here.agenda.create_calendar(name, colour).change.calendars[0].after
    assert made is not None
    return made


# Events


def test_a_new_event_gets_a_uid_unless_it_has_one(here: Desk) -> None:
    own = here.add("x", uid="mine@example.org")
    assert here.event(own).uid == "mine@example.org"
    assert here.event(here.add("y")).uid != here.event(here.add("z")).uid
    with pytest.raises(StaleChange):
        here.add("x", uid="mine@example.org")


def test_a_new_event_comes_with_its_calendar_or_not_at_all(here: Desk) -> None:
    culture = here.agenda.new_calendar("Culture")
    applied = here.agenda.create(event("Vernissage", uid="v@x"), culture)
    (calendar,) = (its for its in here.store.calendars() if its.name == "Culture")
    assert here.object(ref_of(applied)).calendar_id == calendar.id
    assert len(deeds(here.store)) == 1
    undone = here.agenda.revert(applied.journal_id)
    assert [its.name for its in here.store.calendars()] == ["Agenda"]
    assert here.store.count(EventQuery()) == 0
    here.agenda.revert(undone.journal_id)
    assert here.object(ref_of(applied)).calendar_id == calendar.id
    with pytest.raises(NameTaken):
        here.agenda.new_calendar("culture")


def test_an_edit_that_others_made_already_writes_nothing(here: Desk) -> None:
    ref = here.add("x")
    before = here.event(ref)
    here.edit(ref, summary="y")
    applied = here.agenda.edit(ref, before, replace(before, summary="y"))
    assert (applied.journal_id, applied.change.objects) == (0, ())


def test_what_no_text_can_hold_is_no_change_of_others(here: Desk) -> None:
    ref = here.add("x")
    before = here.event(ref)
    typed = replace(before, summary="a\vb\x00")
    here.agenda.edit(ref, before, typed)
    here.agenda.edit(ref, typed, replace(typed, contact="c"))
    assert (here.event(ref).summary, here.event(ref).contact) == ("a\nb", "c")


def test_an_edit_of_what_is_gone(here: Desk) -> None:
    ref = ComponentRef(here.put(SERIES + MOVED))
    override = replace(ref, recurrence_id="20260311T090000Z")
    before = here.event(override)
    here.agenda.delete([override])
    with pytest.raises(StaleChange) as stale:
        here.agenda.edit(override, before, replace(before, summary="y"))
    assert stale.value.fields == ()


def test_many_events_are_edited_in_one_step(here: Desk) -> None:
    refs = [here.add("a", status=Status.CONFIRMED), here.add("b"), here.add("c")]
    object_id = here.put(SERIES + MOVED)
    refs += [ComponentRef(object_id), ComponentRef(object_id, "20260311T090000Z")]
    applied = here.agenda.edit_many(refs, lambda event: replace(event, status=Status.CONFIRMED))
    assert len(applied.change.objects) == 3
    assert all(here.event(ref).status is Status.CONFIRMED for ref in refs)
    with pytest.raises(NotFound):
        here.agenda.edit_many([ComponentRef(99)], lambda event: event)


def test_a_deletion_takes_the_comments_along(here: Desk) -> None:
    one, two = here.add("1"), here.add("2")
    here.agenda.add_comment(one.object_id, CLAIRE, "x")
    applied = here.agenda.delete([one.object_id, one, one.object_id, two])
    assert (len(applied.change.objects), len(applied.change.comments)) == (2, 1)
    assert here.store.count(EventQuery()) == 0
    with pytest.raises(NotFound):
        here.agenda.delete([one.object_id])


def test_without_its_override_a_series_leaves_that_date_out(here: Desk) -> None:
    ref = ComponentRef(here.put(SERIES + MOVED))
    here.agenda.delete([replace(ref, recurrence_id="20260311T090000Z")])
    event = here.event(ref)
    assert event.recurrence.exdates == (Moment(datetime(2026, 3, 11, 9), "UTC"),)
    spread = here.store.order(EventQuery(), spread=(date(2026, 3, 1), date(2026, 3, 31)))
    assert len(spread) == 4


def test_one_of_two_overrides_of_a_date_goes_alone(here: Desk) -> None:
    ref = ComponentRef(here.put(SERIES + MOVED + MOVED))
    second = replace(ref, recurrence_id="20260311T090000Z", ordinal=1)
    here.agenda.delete([second])
    assert here.event(ref).recurrence.exdates == ()
    assert here.store.event(second) is None


def test_overrides_without_a_series_go_alone_and_the_last_takes_the_event(here: Desk) -> None:
    other = MOVED.replace(b"20260311T09", b"20260312T09")
    ref = ComponentRef(here.put(MOVED + other), "20260311T090000Z")
    here.agenda.delete([ref])
    assert here.object(ref).text == other
    here.agenda.delete([replace(ref, recurrence_id="20260312T090000Z")])
    assert here.store.object(ref.object_id) is None


def test_a_series_goes_with_its_overrides(here: Desk) -> None:
    ref = ComponentRef(here.put(SERIES + MOVED))
    here.agenda.add_comment(ref.object_id, CLAIRE, "x")
    applied = here.agenda.delete([ref])
    assert here.store.object(ref.object_id) is None
    assert len(applied.change.comments) == 1


def test_of_two_events_of_one_uid_one_goes_alone(here: Desk) -> None:
    single = vevent("SUMMARY:single", "DTSTART:20260320T090000Z")
    ref = ComponentRef(here.put(SERIES + single + MOVED))
    here.agenda.delete([ref])
    assert here.object(ref).text == single + MOVED
    here.agenda.delete([ref])
    assert here.object(ref).text == MOVED


def test_an_event_that_does_not_recur_leaves_no_date_out(here: Desk) -> None:
    single = vevent("SUMMARY:single", "DTSTART:20260310T090000Z")
    ref = ComponentRef(here.put(single + MOVED))
    here.agenda.delete([replace(ref, recurrence_id="20260311T090000Z")])
    assert here.object(ref).text == single


def test_a_copy_is_a_new_event(here: Desk) -> None:
    culture = calendar(here, "Culture")
    ref = here.add("x", place=Place(("a", "b")), stage=Stage.PUBLISHED, uid="u")
    here.agenda.move([ref.object_id], culture.id)
    here.agenda.add_comment(ref.object_id, CLAIRE, "x")
    copy = ref_of(here.agenda.duplicate(ref, Moment(date(2026, 4, 1))))
    event = here.event(copy)
    assert event.uid not in ("", "u")
    assert (event.summary, event.place, event.stage) == ("x", Place(("a", "b")), Stage.DRAFT)
    assert event.when == When.days(date(2026, 4, 1))
    assert here.object(copy).calendar_id == culture.id
    assert here.store.comments(copy.object_id) == []
    with pytest.raises(NotFound):
        here.agenda.duplicate(ComponentRef(99))


def test_a_copy_is_at_the_same_hour_of_the_same_zone_of_a_files_own(here: Desk) -> None:
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        b"TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    text = vevent("DTSTART;TZID=Ours:20260310T100000")
    original = ComponentRef(here.put(text, vtimezones={"put@example.org": {"Ours": zone}}))
    culture = calendar(here, "Culture")

    def instants() -> set[int]:
        return {minutes_of(entry) for entry in here.store.order(EventQuery(), spread=None).entries}

    before = instants()
    copy = ref_of(here.agenda.duplicate(original))
    here.agenda.move([copy.object_id], culture.id)
    here.agenda.revert(here.agenda.delete([copy.object_id]).journal_id)
    assert here.store.vtimezones([copy.object_id]) == {copy.object_id: {"Ours": zone}}
    assert len(before) == 1
    assert instants() == before
    assert here.store.check() == []


def test_moving_between_calendars(here: Desk) -> None:
    culture = calendar(here, "Culture")
    refs = [here.add("1", uid="u"), here.add("2")]
    ids = [ref.object_id for ref in refs]
    applied = here.agenda.move(ids, culture.id)
    assert {here.object(ref).calendar_id for ref in refs} == {culture.id}
    assert here.agenda.move(ids, culture.id).journal_id == 0
    here.add("the same", uid="u")
    with pytest.raises(StaleChange):
        here.agenda.move(ids, 1)
    with pytest.raises(StaleChange):
        here.agenda.revert(applied.journal_id)


def test_many_events_go_with_as_few_questions_as_some(here: Desk, statements: list[ClauseElement]) -> None:
    culture = calendar(here, "Culture")
    questions = []
    for count in (2, 60):
        ids = [here.add(str(number)).object_id for number in range(count)]
        statements.clear()
        here.agenda.move(ids, culture.id)
        here.agenda.delete(ids)
        questions.append(len(statements))
    assert questions[0] == questions[1]


def test_an_edit_and_a_move_by_others_are_taken_back_apart(here: Desk) -> None:
    culture = calendar(here, "Culture")
    ref = here.add("x")
    edited = here.edit(ref, summary="y")
    moved = here.agenda.move([ref.object_id], culture.id)
    here.agenda.revert(edited.journal_id)
    assert (here.event(ref).summary, here.object(ref).calendar_id) == ("x", culture.id)
    here.agenda.revert(moved.journal_id)
    assert (here.event(ref).summary, here.object(ref).calendar_id) == ("x", 1)


def test_an_edit_of_a_series_that_lost_a_component_since(here: Desk) -> None:
    ref = ComponentRef(here.put(SERIES + MOVED))
    edited = here.edit(ref, summary="y")
    here.agenda.delete([replace(ref, recurrence_id="20260311T090000Z")])
    with pytest.raises(StaleChange):
        here.agenda.revert(edited.journal_id)


# Categories


def test_a_category_is_renamed_wherever_it_is_and_merged(here: Desk) -> None:
    hidden = calendar(here, "Hidden")
    one = here.add("1", categories=("Ville", "sport"))
    two = here.add("2", categories=("VILLE", "Commune"))
    here.agenda.move([two.object_id], hidden.id)
    here.agenda.edit_calendar(hidden, replace(hidden, hidden=True))
    job = here.agenda.rename_category("ville", " Commune ")
    assert next(job) == Progress(0, 2)
    assert here.event(one).categories == ("Ville", "sport")
    applied = finish(job)
    assert applied.change.deed is Deed.CATEGORIES
    assert here.event(one).categories == ("Commune", "sport")
    assert here.event(two).categories == ("Commune",)
    here.agenda.revert(applied.journal_id)
    assert here.event(two).categories == ("VILLE", "Commune")
    finish(here.agenda.rename_category("Ville", "SPORT"))
    assert here.event(one).categories == ("SPORT",)
    for name in (" ", LONE):
        with pytest.raises(BadValue):
            finish(here.agenda.rename_category("ville", name))
    assert finish(here.agenda.rename_category("nobody's", "x")).journal_id == 0


# Comments


def test_a_comment_is_checked_in_the_forms_order(here: Desk) -> None:
    ref = here.add("x")
    for author, text, field, reason in (
        (Author(" ", "nonsense"), "", "name", "required"),
        (Author("n" * 201, "claire@example.org"), "x", "name", "too-long"),
        (Author("Claire", ""), "", "email", "required"),
        (Author("Claire", "claire@"), "", "email", "malformed"),
        (Author("Claire", "claire@example.org", "example"), "", "website", "malformed"),
        (CLAIRE, " \n", "text", "required"),
        (CLAIRE, "x" * 65_001, "text", "too-long"),
    ):
        with pytest.raises(BadValue) as bad:
            here.agenda.add_comment(ref.object_id, author, text)
        assert (bad.value.field, bad.value.reason) == (field, reason)
    assert here.store.comment_count() == 0


def test_what_no_text_can_hold_is_left_out_and_all_else_stays(here: Desk) -> None:
    ref = here.add("x", categories=("Ville",))
    author = replace(CLAIRE, name=f" Claire{LONE} ", website=f"https://example.org/{LONE}é")
    stored = here.agenda.add_comment(ref.object_id, author, f" a\t{LONE}\n😀 ").change.comments[0].after
    assert stored is not None
    here.agenda.edit_comment(stored, author, f"b{LONE}  c")
    (comment,) = here.store.comments(ref.object_id)
    assert stored.text == " a\t\n😀 "
    assert (comment.author.name, comment.author.website) == (" Claire ", "https://example.org/é")
    assert comment.text == "b  c"
    with pytest.raises(BadValue):
        here.agenda.add_comment(ref.object_id, CLAIRE, LONE)
    finish(here.agenda.rename_category("ville", f"{LONE} Com{LONE}mune"))
    assert here.event(ref).categories == ("Commune",)
    culture = calendar(here, f"Cul{LONE}ture")
    here.agenda.edit_calendar(culture, replace(culture, name=f"Sp{LONE}ort"))
    assert [culture.name, here.store.calendars()[1].name] == ["Culture", "Sport"]
    here.store.put_draft(ref, "dtstart", f" 12{LONE} octembre ")
    assert here.store.drafts(ref.object_id) == {(ref, "dtstart"): " 12 octembre "}


def test_a_comment_and_its_answer(here: Desk) -> None:
    ref, other = here.add("x"), here.add("y")
    first = here.agenda.add_comment(ref.object_id, CLAIRE, "one").change.comments[0].after
    assert first is not None
    answer = here.agenda.add_comment(ref.object_id, CLAIRE, "two", reply_to=first.id).change.comments[0].after
    assert answer is not None
    assert here.store.comments(ref.object_id) == [first, answer]
    assert (first.reply_to, answer.reply_to, first.state) == (0, first.id, CommentState.APPROVED)
    for object_id, reply_to in ((other.object_id, first.id), (ref.object_id, 99), (99, 0)):
        with pytest.raises(NotFound):
            here.agenda.add_comment(object_id, CLAIRE, "x", reply_to)


def test_comments_are_edited_moderated_and_deleted(here: Desk) -> None:
    ref = here.add("x")
    ids = [here.agenda.add_comment(ref.object_id, CLAIRE, str(n)).change.comments[0].id for n in range(2)]
    before = here.store.comment(ids[0])
    assert before is not None
    edited = (
        here.agenda.edit_comment(before, Author("Nadia", "nadia@example.org"), "new").change.comments[0].after
    )
    assert here.store.comment(ids[0]) == edited
    with pytest.raises(BadValue):
        here.agenda.edit_comment(before, CLAIRE, "")
    here.agenda.moderate([ids[0]], CommentState.SPAM)
    applied = here.agenda.moderate([*ids, *ids], CommentState.SPAM)
    assert [swap.id for swap in applied.change.comments] == [ids[1]]
    assert here.agenda.moderate(ids, CommentState.SPAM).journal_id == 0
    here.agenda.delete_comment(ids[1])
    assert [its.id for its in here.store.comments(ref.object_id)] == [ids[0]]
    with pytest.raises(NotFound):
        here.agenda.delete_comment(ids[1])


# Calendars


def test_a_new_calendar_takes_the_first_colour_that_none_has(here: Desk) -> None:
    assert calendar(here, " Culture ") == Calendar(2, "Culture", COLOURS[1], revision=1)
    assert calendar(here, "Sport", "#123456").colour == "#123456"
    for number in range(len(COLOURS)):
        calendar(here, str(number))
    assert calendar(here, "One more").colour == COLOURS[0]


def test_a_calendars_name_is_its_own(here: Desk) -> None:
    culture = calendar(here, "Culture")
    with pytest.raises(NameTaken):
        here.agenda.create_calendar("CULTURE")
    with pytest.raises(NameTaken):
        here.agenda.edit_calendar(culture, replace(culture, name=" agenda "))
    here.agenda.edit_calendar(culture, replace(culture, name=" CULTURE "))
    assert [its.name for its in here.store.calendars()] == ["Agenda", "CULTURE"]
    for name in (" ", LONE, "x" * 201):
        with pytest.raises(BadValue):
            here.agenda.create_calendar(name)


def test_a_calendar_goes_with_its_events_and_the_last_one_stays(here: Desk) -> None:
    culture = calendar(here, "Culture")
    ref = here.add("x")
    here.agenda.move([ref.object_id], culture.id)
    here.agenda.add_comment(ref.object_id, CLAIRE, "x")
    applied = here.agenda.delete_calendar(culture.id)
    assert [len(its) for its in (applied.change.objects, applied.change.comments)] == [1, 1]
    assert here.store.calendars() == [Calendar(1, "Agenda", revision=1)]
    with pytest.raises(NotFound):
        here.agenda.delete_calendar(culture.id)
    with pytest.raises(LastCalendar):
        here.agenda.delete_calendar(1)


def test_a_calendar_with_events_that_others_put_there_meanwhile_stays(here: Desk) -> None:
    from core.change import Change, Swap

    culture = calendar(here, "Culture")
    here.put(vevent("DTSTART:20260310"))
    (first, _) = here.store.calendars()
    with pytest.raises(StaleChange):
        here.store.apply(Change(Deed.DELETE_CALENDAR, calendars=(Swap(first, None),)))
    assert here.store.calendars() == [first, culture]


def test_the_length_and_the_rule_come_along(here: Desk) -> None:
    series = Event(
        "", When.days(DAY, date(2026, 3, 11)), recurrence=Recurrence(("FREQ=WEEKLY;UNTIL=20260401",))
    )
    ref = ref_of(here.agenda.create(series, 0))
    copy = here.event(ref_of(here.agenda.duplicate(ref, Moment(date(2026, 3, 12)))))
    assert copy.when == When.days(date(2026, 3, 12), date(2026, 3, 13))
    assert copy.recurrence == Recurrence(("FREQ=WEEKLY;UNTIL=20260403",))
