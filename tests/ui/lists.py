"""The list on an agenda to try things on, with colours and icons of no theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from core.object import ComponentRef
from core.query import ListedEvent
from core.when import Moment, When
from tests.core.agendas import Desk
from ui.agenda_clock import AgendaClock
from ui.controllers.listing import Listing
from ui.widgets.list_pane import ListPane
from ui.workspace import Workspace

# Sunday noon in Brussels is an hour later; a day that months and years begin and end around.
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TODAY = date(2026, 3, 1)
ZONE = "Europe/Brussels"


def colour(_role: str) -> QColor:
    return QColor("black")


def icon(_name: str) -> QIcon:
    return QIcon()


def clock() -> AgendaClock:
    """NOW, in Brussels."""
    made = AgendaClock(lambda: NOW)
    made.set_zone(ZONE)
    return made


def at(day: int, hour: int = 9, *, month: int = 3, year: int = 2026) -> When:
    """An hour in Brussels, in March 2026 unless told."""
    start = datetime(year, month, day, hour)
    return When(Moment(start, ZONE), Moment(start.replace(hour=hour + 1), ZONE))


def row(key: int, when: When | None = None, **fields: Any) -> ListedEvent:
    """An event of the list; its object has the same number."""
    return ListedEvent(
        key,
        ComponentRef(key),
        f"uid-{key}",
        fields.pop("calendar_id", 1),
        fields.pop("summary", f"Event {key}"),
        when or When.days(TODAY),
        **fields,
    )


@dataclass
class Hands:
    """A clock that is set by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Room:
    """A list at work. desk: a second door to its agenda, as another program has one."""

    desk: Desk
    workspace: Workspace
    pane: ListPane
    listing: Listing
    bot: QtBot
    time: Hands

    def summaries(self) -> list[str]:
        """What stands in the list, from top to bottom."""
        rows = self.pane.rows
        return [event.summary for number in range(rows.rowCount()) if (event := rows.listed(number))]

    def selected(self) -> list[str]:
        return [event.summary for event in self.pane.list.selected_events()]

    def shows(self, summaries: Sequence[str]) -> None:
        """Wait until the list has these and no others."""
        wanted = list(summaries)
        self.bot.waitUntil(lambda: self.summaries() == wanted)

    def settle(self) -> None:
        """Wait for what is under way: an edit, a question, what follows from it."""
        self.workspace.flush()
        self.bot.wait(30)
        self.bot.waitUntil(lambda: not self.listing.busy)
        self.bot.wait(10)


@contextmanager
def room(bot: QtBot, path: Path, *, width: int = 330) -> Iterator[Room]:
    """A list on a new agenda, which is filled through the desk before it is opened."""
    desk = Desk(path)
    hands = Hands()
    workspace = Workspace(hands, lambda deed: deed.value)
    time = AgendaClock(hands)
    pane = ListPane(icon, colour, time)
    listing = Listing(workspace, pane, time)
    pane.resize(width, 640)
    pane.show()
    try:
        yield Room(desk, workspace, pane, listing, bot, hands)
    finally:
        workspace.close()
        desk.store.close()
        pane.close()
        pane.deleteLater()
