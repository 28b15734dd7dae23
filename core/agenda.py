"""What a person does to an agenda: each verb is one change, stored at once and taken back in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.calendar import COLOURS, Calendar
from core.change import Change, Deed, Swap, attempts, home
from core.comment import Author, Comment, CommentState, problems
from core.dating import Dating, new_uid
from core.duplicate import copy_of
from core.errors import BadValue, LastCalendar, NameTaken, NotFound, StaleChange
from core.event import Event, Recurrence
from core.ics import component
from core.ics.lines import tidied
from core.merge import merged
from core.object import CalendarObject, ComponentRef
from core.progress import Job, Progress, finish
from core.query import EventQuery
from core.rewrite import rewritten, thinned, unmade
from core.when import Moment

if TYPE_CHECKING:
    from core.store import Applied


class Agenda(Dating):
    """The verbs over one store; those for one date of a series are Dating's. clock: now, in UTC and aware.

    Every verb raises NotFound for what is not in the agenda, and AgendaError when the store cannot write.
    """

    def warm_up(self) -> None:
        """Load what the first event that is shown or edited would wait for."""
        component.warm_up()

    # Events

    def create(self, event: Event, calendar: int | Calendar) -> Applied:
        """Store a new event. calendar: an id, or one to be made with it. An empty uid is filled in."""
        return self._make(Deed.CREATE, replace(event, uid=event.uid or new_uid()), calendar)

    def edit(self, ref: ComponentRef, before: Event, after: Event, *, amend: int | None = None) -> Applied:
        """Store what somebody made of `before`, merged with what others did meanwhile.

        amend: the journal row that this goes on with, as typing does; SEQUENCE then goes up once for both.
        Raises StaleChange: with the fields that both sides changed, or with none when the event is gone.
        """
        now = self._clock()
        # A form may hold what no text can. Compared with what is stored, that would be another's edit.
        given, wanted = component.as_stored(before, now), component.as_stored(after, now)
        for attempt in attempts():
            stored = self._store.object(ref.object_id)
            if stored is None:
                break
            try:
                swap = self._rewritten(stored, [ref], lambda event: merged(given, wanted, event), now)
            except NotFound:
                break
            with attempt:
                return self._store.apply(Change(Deed.EDIT, (swap,) if swap else ()), amend=amend)
        raise StaleChange(after.uid)

    def edit_many(self, refs: Iterable[ComponentRef], fn: Callable[[Event], Event]) -> Applied:
        """Give many events what `fn` makes of each, in one step."""
        return finish(self._rewrite(Deed.EDIT, refs, fn))

    def delete(self, things: Iterable[int | ComponentRef]) -> Applied:
        """Delete whole events with their comments (by object id), or single components of them.

        A series goes with its overrides; without one of them it leaves that date out. With its last component
        an event is gone.
        """
        now = self._clock()
        parts: dict[int, list[ComponentRef] | None] = {}
        for thing in things:
            if isinstance(thing, int):
                parts[thing] = None
            elif (refs := parts.setdefault(thing.object_id, [])) is not None:
                refs.append(thing)
        found = zip(self._objects(parts), parts.values(), strict=True)
        swaps = [Swap(its, None) if refs is None else thinned(its, refs, now) for its, refs in found]
        return self._store.apply(Change(Deed.DELETE, tuple(swaps), self._comments_lost(swaps)))

    def duplicate(
        self, ref: ComponentRef, start: Moment | None = None, date: Moment | None = None
    ) -> Applied:
        """Store a copy in the same calendar, under a new UID and without comments; see core.duplicate.

        date: of a series, by its name, whose copy is an event that stands alone.
        """
        original = self._object(ref.object_id)
        event = component.read(original.text, ref)
        if date is not None:
            event = replace(self.occurrence(ref, date), recurrence=Recurrence())
        copy = copy_of(event, new_uid(), start, *self._store.clocks(original.id))
        zones = self._store.vtimezones([original.id]).get(original.id, {})
        return self._make(Deed.DUPLICATE, copy, original.calendar_id, {copy.uid: zones})

    def move(self, object_ids: Iterable[int], calendar_id: int) -> Applied:
        """Put whole events into another calendar. Raises StaleChange when it has one of that UID already."""
        moving = [its for its in self._objects(object_ids) if its.calendar_id != calendar_id]
        for there in self._store.objects_of(*(its.uid for its in moving)):
            if there.calendar_id == calendar_id:
                raise StaleChange(there.uid)
        swaps = (Swap(its, replace(its, calendar_id=calendar_id)) for its in moving)
        return self._store.apply(Change(Deed.MOVE, tuple(swaps)))

    def rename_category(self, old: str, new: str) -> Job[Applied]:
        """Give every event of one category another; where that exists already, the two are then one.

        Nothing is stored before the end. Raises BadValue for a blank name.
        """
        new = tidied(new).strip()
        if not new:
            raise BadValue("categories", "required")
        refs = self._store.refs(EventQuery(categories=frozenset({old}), hidden=True))
        return self._rewrite(Deed.CATEGORIES, refs, lambda event: _renamed(event, old, new))

    # Comments

    def add_comment(self, object_id: int, author: Author, text: str, reply_to: int = 0) -> Applied:
        """Raises BadValue for the first field, in the form's order, that will not do."""
        author, text = _checked(author, text)
        self._object(object_id)
        if reply_to and self._comment(reply_to).object_id != object_id:
            raise NotFound("comment", str(reply_to))
        made = Comment(0, object_id, author, text, self._clock(), reply_to=reply_to)
        return self._store.apply(Change(Deed.COMMENT, comments=(Swap(None, made),)))

    def edit_comment(self, before: Comment, author: Author, text: str) -> Applied:
        """Raises BadValue as add_comment does, and StaleChange when it is no longer as in `before`."""
        author, text = _checked(author, text)
        after = replace(before, author=author, text=text)
        return self._store.apply(Change(Deed.EDIT_COMMENT, comments=(Swap(before, after),)))

    def delete_comment(self, comment_id: int) -> Applied:
        """Delete one comment, past moderation's own bin, which is but a state."""
        gone: Swap[Comment] = Swap(self._comment(comment_id), None)
        return self._store.apply(Change(Deed.DELETE_COMMENT, comments=(gone,)))

    def moderate(self, comment_ids: Iterable[int], state: CommentState) -> Applied:
        """Put comments into one state; those that are in it stay untouched."""
        found = [self._comment(comment_id) for comment_id in dict.fromkeys(comment_ids)]
        swaps = (Swap(its, replace(its, state=state)) for its in found if its.state is not state)
        return self._store.apply(Change(Deed.MODERATE, comments=tuple(swaps)))

    def erase_author(self, email: str) -> int:
        """Take who commented under an address out of the agenda, for good; see Store.erase_author."""
        return self._store.erase_author(email)

    # Calendars

    def create_calendar(self, name: str, colour: str = "") -> Applied:
        """Store one that new_calendar() gives. Raises BadValue and NameTaken."""
        made = self.new_calendar(name, colour)
        return self._store.apply(Change(Deed.CREATE_CALENDAR, calendars=(Swap(None, made),)))

    def new_calendar(self, name: str, colour: str = "") -> Calendar:
        """One to be stored, alone or with what goes into it. Raises BadValue and NameTaken.

        colour: ``#RRGGBB``; without one, the first that no calendar has.
        """
        calendars = self._store.calendars()
        taken = {its.colour for its in calendars}
        free = next((its for its in COLOURS if its not in taken), COLOURS[0])
        made = Calendar(0, tidied(name).strip(), colour or free)
        _refuse_taken(made, calendars)
        return made

    def edit_calendar(self, before: Calendar, after: Calendar) -> Applied:
        """Raises NameTaken, and StaleChange when it is no longer as in `before`."""
        after = replace(after, name=tidied(after.name).strip())
        _refuse_taken(after, self._store.calendars())
        return self._store.apply(Change(Deed.EDIT_CALENDAR, calendars=(Swap(before, after),)))

    def delete_calendar(self, calendar_id: int) -> Applied:
        """Delete a calendar with its events and their comments. Raises LastCalendar."""
        calendars = {its.id: its for its in self._store.calendars()}
        if calendar_id not in calendars:
            raise NotFound("calendar", str(calendar_id))
        if len(calendars) == 1:
            raise LastCalendar()
        ids = self._store.object_ids(EventQuery(calendars=frozenset({calendar_id}), hidden=True))
        swaps = [Swap(its, None) for its in self._store.objects(ids)]
        gone: Swap[Calendar] = Swap(calendars[calendar_id], None)
        change = Change(Deed.DELETE_CALENDAR, tuple(swaps), self._comments_lost(swaps), (gone,))
        return self._store.apply(change)

    # Undo

    def revert(self, journal_id: int) -> Applied:
        """Take a change back, or back again. What others changed meanwhile stays where the two do not touch.

        Raises StaleChange where they do.
        """
        try:
            return self._store.revert(journal_id)
        except StaleChange:
            return self._unmake(journal_id)

    def _unmake(self, journal_id: int) -> Applied:
        done = self._store.change(journal_id)
        if done.comments or done.calendars:
            raise StaleChange("")
        swaps = []
        for swap in done.objects:
            stored = self._store.object(swap.id)
            if stored is None:
                raise StaleChange(swap.after.uid if swap.after else "")
            swaps.append(unmade(swap, stored, self._clock()))
        return self._store.apply(Change(done.deed, tuple(swaps)))

    # What the verbs share

    def _objects(self, object_ids: Iterable[int]) -> Iterator[CalendarObject]:
        """In their order, each once; raises NotFound at one that is not there."""
        wanted = dict.fromkeys(object_ids)
        found = self._store.objects(wanted)
        for object_id in wanted:
            its = next(found, None)
            if its is None or its.id != object_id:
                raise NotFound("event", str(object_id))
            yield its

    def _object(self, object_id: int) -> CalendarObject:
        (found,) = self._objects((object_id,))
        return found

    def _comment(self, comment_id: int) -> Comment:
        found = self._store.comment(comment_id)
        if found is None:
            raise NotFound("comment", str(comment_id))
        return found

    def _make(
        self,
        deed: Deed,
        event: Event,
        calendar: int | Calendar,
        vtimezones: Mapping[str, Mapping[str, bytes]] | None = None,
    ) -> Applied:
        calendar_id, calendars = home(calendar)
        made = CalendarObject(0, calendar_id, event.uid, component.write(event, self._clock()))
        change = Change(deed, (Swap(None, made),), calendars=calendars)
        return self._store.apply(change, vtimezones=vtimezones)

    def _rewritten(
        self,
        stored: CalendarObject,
        refs: Iterable[ComponentRef],
        fn: Callable[[Event], Event],
        now: datetime,
    ) -> Swap[CalendarObject] | None:
        return rewritten(stored, refs, fn, now, lambda: self._store.clocks(stored.id))

    def _comments_lost(self, swaps: Sequence[Swap[CalendarObject]]) -> tuple[Swap[Comment], ...]:
        gone = (swap.id for swap in swaps if swap.after is None)
        return tuple(Swap(its, None) for its in self._store.comments(*gone))

    def _rewrite(
        self, deed: Deed, refs: Iterable[ComponentRef], fn: Callable[[Event], Event]
    ) -> Job[Applied]:
        by_object: dict[int, list[ComponentRef]] = {}
        for ref in refs:
            by_object.setdefault(ref.object_id, []).append(ref)
        now, swaps = self._clock(), []
        for done, stored in enumerate(self._objects(by_object)):
            yield Progress(done, len(by_object))
            if swap := self._rewritten(stored, by_object[stored.id], fn, now):
                swaps.append(swap)
        return self._store.apply(Change(deed, tuple(swaps)))


def _checked(author: Author, text: str) -> tuple[Author, str]:
    """As they can be stored."""
    author = Author(tidied(author.name), tidied(author.email), tidied(author.website))
    text = tidied(text)
    for field, reason in problems(author, text).items():
        raise BadValue(field, reason)
    return author, text


def _refuse_taken(calendar: Calendar, calendars: Sequence[Calendar]) -> None:
    name = calendar.name.casefold()
    if any(its.name.casefold() == name and its.id != calendar.id for its in calendars):
        raise NameTaken(calendar.name)


def _renamed(event: Event, old: str, new: str) -> Event:
    # The new name as well, which may be there in another spelling.
    both = old.casefold(), new.casefold()
    names = (new if name.casefold() in both else name for name in event.categories)
    return replace(event, categories=tuple({name.casefold(): name for name in names}.values()))
