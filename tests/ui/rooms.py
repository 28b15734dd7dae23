"""A workspace on a new agenda, for dialogs and controllers that read from one and write to it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.event import Event
from core.object import ComponentRef
from core.when import When
from ui.workspace import Workspace

NOW = datetime(2022, 10, 12, 15, 0, tzinfo=UTC)


@dataclass
class Office:
    """An open workspace, and what was told of changes that were not stored."""

    workspace: Workspace
    bot: QtBot
    failures: list[object]

    def settle(self) -> None:
        """Wait until everything asked for is done and told."""
        self.workspace.flush()
        self.bot.wait(20)

    def event(self, summary: str = "Réunion", *, categories: tuple[str, ...] = (), calendar: int = 0) -> int:
        """A new event's object id. calendar: 0 for the first."""
        made: list[int] = []
        event = Event("", When.days(date(2022, 10, 12)), summary=summary, categories=categories)
        where = calendar or self.workspace.store.calendars()[0].id
        self.workspace.do(
            lambda agenda: agenda.create(event, where),
            lambda applied: made.append(applied.change.objects[0].id),
        )
        self.settle()
        return made[0]

    def categories(self, object_id: int) -> tuple[str, ...]:
        found = self.workspace.store.event(ComponentRef(object_id))
        assert found is not None
        return found.categories

    def undo(self) -> None:
        self.workspace.undo()
        self.settle()


@contextmanager
def office(bot: QtBot, path: Path) -> Iterator[Office]:
    workspace = Workspace(lambda: NOW, lambda deed: deed.value)
    failures: list[object] = []
    workspace.failed.connect(failures.append)
    with bot.waitSignal(workspace.opened, timeout=10_000):
        workspace.open(str(path))
    try:
        yield Office(workspace, bot, failures)
    finally:
        workspace.close()
        let_go(workspace)


def let_go(*things: QObject) -> None:
    """Have Qt delete them now, and Python forget them, on this thread: on another one Qt crashes."""
    for thing in things:
        if isValid(thing):
            thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
