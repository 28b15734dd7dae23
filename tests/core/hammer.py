"""A process that edits an agenda at random and says what is saved, until it is killed.

``python -m tests.core.hammer PATH SEED [own]``: a line is a UID, a tab, the summary as saved ("": deleted).
own: it leaves the events that are there alone, for two who give one summary two words are in conflict.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from core.agenda import Agenda
from core.event import Event
from core.object import ComponentRef
from core.query import EventQuery
from core.store import Store
from core.when import When


def main(path: str, seed: str, which: str = "all") -> None:
    random = Random(seed)

    def clock() -> datetime:
        return datetime.now(UTC)

    store = Store.open(path, clock=clock, zone="Europe/Brussels")
    agenda = Agenda(store, clock)
    refs = {store.event(ref): ref for ref in store.refs(EventQuery())} if which == "all" else {}
    known: dict[str, ComponentRef] = {event.uid: ref for event, ref in refs.items() if event}
    amend: int | None = None
    last = ""
    while True:
        word = f"word {random.random()}" + " long" * random.randrange(200)
        choice = random.random()
        if choice < 0.3 or not known:
            applied = agenda.create(Event("", When.days(date(2026, 3, 10)), summary=word), 0)
            after = applied.change.objects[0].after
            assert after is not None
            last, known[after.uid] = after.uid, ComponentRef(after.id)
        elif choice < 0.9:
            # Often the same one again, as typing does.
            uid = last if last in known and choice < 0.6 else random.choice(list(known))
            before = store.event(known[uid])
            assert before is not None
            step = amend if uid == last else None
            amend = agenda.edit(known[uid], before, replace(before, summary=word), amend=step).journal_id
            last = uid
        else:
            last, word = random.choice(list(known)), ""
            agenda.delete([known.pop(last).object_id])
            amend = None
        print(f"{last}\t{word}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
