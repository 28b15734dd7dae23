"""What each verb does: it stores in one transaction, and gives the exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from core.agenda import Agenda
from core.calendar import Calendar
from core.change import Change, Deed, Swap, attempts, home
from core.cli import dates, fields, filters, outgoing
from core.cli.listing import list_events
from core.cli.moments import Now
from core.cli.output import Output, printable
from core.cli.parser import Misuse
from core.cli.reports import report_import
from core.cli.words import Words
from core.comment import Author, CommentState
from core.deciding import decided
from core.errors import BadValue, NotFound, StaleChange
from core.ics import component
from core.importing import (
    LARGEST,
    Source,
    import_files,
    plan_import,
    read_at_most,
    read_sources,
)
from core.object import CalendarObject, ComponentRef
from core.occurrence import Scope
from core.planned import Policy
from core.progress import finish
from core.rewrite import rewritten
from core.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """What every verb works with."""

    given: Namespace
    store: Store
    agenda: Agenda
    now: Now
    words: Words
    out: Output
    clock: Callable[[], datetime]

    @classmethod
    def of(
        cls, given: Namespace, store: Store, clock: Callable[[], datetime], words: Words, out: Output
    ) -> Context:
        today = clock().astimezone(ZoneInfo(store.zone)).date()
        now = Now(store.zone, today, words.language)
        return cls(given, store, Agenda(store, clock), now, words, out, clock)

    def objects_of(self, uid: str) -> list[CalendarObject]:
        """In every calendar that has it. Raises NotFound."""
        found = self.store.objects_of(uid)
        if not found:
            raise NotFound("event", uid)
        return found

    def calendar(self) -> int | Calendar | None:
        """The calendar that --calendar names: its id, or one to be made with what goes into it."""
        name = self.given.calendar
        if name is None:
            return None
        if not name.strip():
            raise BadValue("calendar", "required")
        try:
            return filters.calendar_named(name, self.store.calendars()).id
        except NotFound:
            return self.agenda.new_calendar(name)


def do(context: Context) -> int:
    """Run the verb that was given."""
    return _VERBS[context.given.verb](context)


def _import(context: Context) -> int:
    given = context.given
    sources: list[Source] = [_standard_input() if its == "-" else its for its in given.files]
    policy = Policy(again=given.again)
    if given.dry_run:
        return _try_import(context, sources, policy)
    report = finish(import_files(context.store, sources, context.calendar(), policy))
    return report_import(report, context.words, context.out, as_json=given.json)


def _try_import(context: Context, sources: list[Source], policy: Policy) -> int:
    """Say what an import would do."""
    plan = finish(plan_import(context.store, finish(read_sources(sources)), context.calendar()))
    report = finish(decided(plan, context.clock(), policy=policy)).report
    return report_import(report, context.words, context.out, plan=plan, as_json=context.given.json)


def _standard_input() -> bytes:
    return read_at_most(sys.stdin.buffer, LARGEST) if sys.stdin else b""


def _list(context: Context) -> int:
    query = filters.query_of(context.given, context.store.calendars(), context.now)
    return list_events(context.given, context.store, query, context.now, context.words, context.out)


def _add(context: Context) -> int:
    event = fields.made(context.given, context.now)
    applied = context.agenda.create(event, context.calendar() or 0)
    (stored,) = applied.change.objects
    assert stored.after is not None
    context.out.line(stored.after.uid)
    return _tell_of_zone(context, [stored.after])


def _edit(context: Context) -> int:
    if not fields.is_given(context.given):
        raise Misuse(context.words("misuse.no-fields"))
    found = context.objects_of(context.given.uid)
    if _is_dated(context) or (context.given.scope and any(map(dates.recurs, found))):
        return _edit_dates(context)
    for attempt in attempts():
        with attempt:
            swaps, calendars = _edited(context)
            changed = tuple(swap for swap in swaps if swap.before != swap.after)
            context.store.apply(Change(Deed.EDIT, changed, calendars=calendars))
            return _tell_of_zone(context, [swap.thing for swap in swaps])
    raise StaleChange(context.given.uid)


def _is_dated(context: Context) -> bool:
    """Whether one date of a series is named; all of them need no name."""
    given = context.given
    if given.date is None and given.scope not in (None, Scope.ALL.value):
        raise Misuse(context.words("misuse.scope"))
    return given.date is not None


def _edit_dates(context: Context) -> int:
    """Of a UID in every calendar, or in the one that is named. Prints the UID of what is cut off."""
    given, store = context.given, context.store
    asked = dates.Asked.of(given, context.now)
    wanted = filters.calendar_named(given.calendar, store.calendars()).id if given.calendar else 0
    for attempt in attempts():
        with attempt:
            found = context.objects_of(given.uid)
            objects = [its for its in found if its.calendar_id == wanted or not wanted]
            swaps, uid = dates.edited_dates(
                objects,
                asked,
                lambda event: fields.changed(given, event, context.now),
                store,
                context.clock(),
            )
            bodies = store.vtimezones([its.id for its in objects])
            zones = {uid: {tzid: body for own in bodies.values() for tzid, body in own.items()}}
            store.apply(Change(Deed.EDIT, tuple(swaps)), vtimezones=zones)
            if any(swap.before is None for swap in swaps):
                context.out.line(uid)
            return _tell_of_zone(context, [swap.thing for swap in swaps])
    raise StaleChange(given.uid)


def _edited(context: Context) -> tuple[list[Swap[CalendarObject]], tuple[Swap[Calendar], ...]]:
    """One event in several calendars is one event, unless it is said in which of them it changes."""
    found = context.objects_of(context.given.uid)
    calendar_id, calendars = home(context.calendar() or 0)
    if calendar_id:
        found = [its for its in found if its.calendar_id == calendar_id] or found[:1]
    return [_edited_object(context, its, calendar_id) for its in found], calendars


def _edited_object(context: Context, stored: CalendarObject, calendar_id: int) -> Swap[CalendarObject]:
    swap = rewritten(
        stored,
        [_chosen(stored)],
        lambda event: fields.changed(context.given, event, context.now),
        context.clock(),
        lambda: context.store.clocks(stored.id),
    )
    after = swap.after if swap and swap.after else stored
    return Swap(stored, replace(after, calendar_id=calendar_id or stored.calendar_id))


def _chosen(stored: CalendarObject) -> ComponentRef:
    """The series itself, where there is one, and not one of its dates."""
    refs = component.components(stored.text)
    return next((ref for ref in refs if not ref.recurrence_id), refs[0])


def _tell_of_zone(context: Context, objects: Iterable[CalendarObject]) -> int:
    """Say that whole days took no zone. Gives the exit code."""
    whens = (component.read(its.text, _chosen(its)).when for its in objects)
    if not context.given.tzid or not any(when.all_day for when in whens):
        return 0
    context.out.report(context.words("tzid.left-out"))
    return 1


def _delete(context: Context) -> int:
    uids = dict.fromkeys(context.given.uids)
    if _is_dated(context):
        return _delete_dates(context, uids)
    context.agenda.delete([its.id for uid in uids for its in context.objects_of(uid)])
    return 0


def _delete_dates(context: Context, uids: Iterable[str]) -> int:
    store, asked = context.store, dates.Asked.of(context.given, context.now)
    for attempt in attempts():
        with attempt:
            swaps = [
                swap
                for uid in uids
                for swap in dates.deleted_dates(context.objects_of(uid), asked, store, context.clock())
            ]
            gone = [its for swap in swaps if swap.after is None for its in store.comments(swap.id)]
            store.apply(Change(Deed.DELETE, tuple(swaps), tuple(Swap(its, None) for its in gone)))
            return 0
    raise StaleChange(" ".join(uids))


def _comment(context: Context) -> int:
    given = context.given
    author = Author(given.name.strip(), given.email.strip(), (given.website or "").strip())
    stored = context.objects_of(given.uid)[0]
    applied = context.agenda.add_comment(stored.id, author, given.text.strip(), given.reply_to)
    context.out.line(str(applied.change.comments[0].id))
    return 0


def _moderate(context: Context) -> int:
    context.agenda.moderate(context.given.ids, CommentState(context.given.state))
    return 0


def _check(context: Context) -> int:
    problems = context.store.check()
    for problem in problems:
        context.out.report(printable(problem))
    if problems and context.given.repair:
        finish(context.store.reindex())
        if not context.store.check():
            context.out.line(context.words("check.repaired"))
    if not problems:
        context.out.line(context.words("check.fine"))
    return 1 if problems else 0


def _backup(context: Context) -> int:
    file = context.given.file
    if context.store.lies_at(file):
        raise Misuse(context.words("misuse.same-file", file=file))
    context.store.backup(file)
    return 0


_VERBS: Mapping[str, Callable[[Context], int]] = {
    "import": _import,
    "export": outgoing.export,
    "list": _list,
    "add": _add,
    "edit": _edit,
    "delete": _delete,
    "comment": _comment,
    "moderate": _moderate,
    "check": _check,
    "backup": _backup,
}
