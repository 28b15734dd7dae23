"""The demo agenda: an imagined Brussels newsroom's events around a day, out of resources/demo."""

from __future__ import annotations

import json
from calendar import Calendar as MonthCalendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from core import richtext
from core.calendar import Calendar
from core.change import Change, Deed, Swap
from core.comment import Author, Comment, CommentState
from core.event import Classification, Description, Event, Organizer, Place, Recurrence, Stage, Status
from core.ics import component
from core.object import CalendarObject
from core.when import DAY, Moment, When

if TYPE_CHECKING:
    from core.store import Store

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "demo"
ZONE = "Europe/Brussels"


class DemoComment(TypedDict, total=False):
    """One comment of demo.json."""

    name: str
    email: str
    website: str
    hours_ago: int
    text: str
    state: str
    reply_to: int


class DemoEvent(TypedDict, total=False):
    """One event of demo.json; resources/demo/README.md says what its keys mean."""

    summary: str
    calendar: str
    start: str
    last: str
    fixed: str
    years: int
    day: int
    days: int
    weekday: int
    nth: int
    at: str
    minutes: int
    tzid: str
    end_tzid: str
    floating: bool
    rrule: str
    place: list[str]
    categories: list[str]
    status: str
    stage: str
    url: str
    contact: str
    organizer: dict[str, str]
    cost: str
    source: str
    classification: str
    html: str
    text_file: str
    comments: list[DemoComment]


def demo_agenda(folder: Path, today: date) -> Path:
    """Make a new demo agenda in a folder of its own, in place of an earlier one, and say where it is."""
    from core.store import Store

    path = folder / "demo.parvis"
    for old in folder.glob("demo.parvis*"):
        old.unlink()
    store = Store.open(str(path), clock=lambda: datetime.now(UTC), zone=ZONE)
    try:
        fill(store, today)
    finally:
        store.close()
    return path


def fill(store: Store, today: date) -> None:
    """Put the demo's calendars, events and comments into an empty agenda: the same ones for the same day."""
    data = json.loads((FOLDER / "demo.json").read_text(encoding="utf-8"))
    wanted: list[DemoEvent] = data["events"]
    now = datetime.combine(today, time(9), UTC)
    calendars = _calendars(store, [(its["name"], its["colour"]) for its in data["calendars"]])
    made = tuple(Swap(None, _object(number, its, calendars, today, now)) for number, its in enumerate(wanted))
    stored = store.apply(Change(Deed.IMPORT, made)).change.objects
    comments = [its.get("comments", []) for its in wanted]
    _comments(store, list(zip((swap.id for swap in stored), comments, strict=True)), now)


def _calendars(store: Store, wanted: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The wanted calendars by name; those that a new agenda begins with take the first names."""
    there = list(store.calendars())
    swaps = []
    for number, (name, colour) in enumerate(wanted):
        before = there[number] if number < len(there) else None
        swaps.append(Swap(before, Calendar(before.id if before else 0, name, colour)))
    store.apply(Change(Deed.IMPORT, calendars=tuple(swaps)))
    return {its.name: its.id for its in store.calendars()}


def _object(
    number: int, wanted: DemoEvent, calendars: dict[str, int], today: date, now: datetime
) -> CalendarObject:
    event = _event(f"demo-{number:02}@parvis.example", wanted, today)
    calendar_id = calendars[wanted.get("calendar", "Agenda")]
    return CalendarObject(0, calendar_id, event.uid, component.write(event, now))


def _event(uid: str, wanted: DemoEvent, today: date) -> Event:
    status, stage, rrule = wanted.get("status"), wanted.get("stage"), wanted.get("rrule")
    organizer = wanted.get("organizer", {})
    return Event(
        uid,
        _when(wanted, _first_day(wanted, today)),
        summary=wanted["summary"],
        place=Place(tuple(wanted.get("place", ()))),
        description=_description(wanted),
        categories=tuple(wanted.get("categories", ())),
        status=Status(status) if status else None,
        url=wanted.get("url", ""),
        contact=wanted.get("contact", ""),
        organizer=Organizer(organizer.get("name", ""), organizer.get("email", "")),
        cost=wanted.get("cost", ""),
        classification=Classification(wanted.get("classification", "PUBLIC")),
        stage=Stage(stage) if stage else None,
        source=wanted.get("source", ""),
        recurrence=Recurrence((rrule,) if rrule else ()),
    )


def _first_day(wanted: DemoEvent, today: date) -> date:
    if "start" in wanted:
        return date.fromisoformat(wanted["start"])
    if "fixed" in wanted:
        return date.fromisoformat(f"{today.year + wanted['years']}-{wanted['fixed']}")
    day = today + wanted["day"] * DAY
    if "nth" in wanted:
        month = MonthCalendar().itermonthdates(day.year, day.month)
        days = [its for its in month if its.month == day.month and its.weekday() == wanted["weekday"]]
        return days[wanted["nth"] - 1]
    return day + (wanted.get("weekday", day.weekday()) - day.weekday()) % 7 * DAY


def _when(wanted: DemoEvent, first: date) -> When:
    if "last" in wanted:
        return When.days(first, date.fromisoformat(wanted["last"]))
    if "at" not in wanted:
        return When.days(first, first + (wanted.get("days", 1) - 1) * DAY)
    start = datetime.combine(first, time.fromisoformat(wanted["at"]))
    end = start + timedelta(minutes=wanted["minutes"])
    tzid = None if wanted.get("floating") else wanted.get("tzid", ZONE)
    when = When.times(start, end, tzid)
    if "end_tzid" not in wanted:
        return when
    there = end.replace(tzinfo=ZoneInfo(ZONE)).astimezone(ZoneInfo(wanted["end_tzid"]))
    return when.ending(Moment(there.replace(tzinfo=None), wanted["end_tzid"]))


def _description(wanted: DemoEvent) -> Description:
    if "text_file" in wanted:
        return Description((FOLDER / wanted["text_file"]).read_text(encoding="utf-8").strip())
    html = wanted.get("html", "")
    return Description(richtext.to_plain(html), html) if html else Description()


def _comments(store: Store, wanted: Sequence[tuple[int, Sequence[DemoComment]]], now: datetime) -> None:
    made = tuple(
        Swap(None, _comment(object_id, its, now)) for object_id, comments in wanted for its in comments
    )
    stored = iter(store.apply(Change(Deed.COMMENT, comments=made)).change.comments)
    answers = []
    for _, comments in wanted:
        ids = [next(stored) for _ in comments]
        for swap, its in zip(ids, comments, strict=True):
            if "reply_to" in its and swap.after:
                answers.append(Swap(swap.after, replace(swap.after, reply_to=ids[its["reply_to"]].id)))
    store.apply(Change(Deed.COMMENT, comments=tuple(answers)))


def _comment(object_id: int, wanted: DemoComment, now: datetime) -> Comment:
    return Comment(
        0,
        object_id,
        Author(wanted["name"], wanted["email"], wanted.get("website", "")),
        wanted["text"],
        now - timedelta(hours=wanted["hours_ago"]),
        CommentState(wanted.get("state", "approved")),
    )
