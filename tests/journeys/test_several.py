"""Several events chosen at once: their status, stage and calendar, by one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.event import Stage, Status
from tests.journeys.desk import Desk
from tests.journeys.shelf import event, fill, hour

SitDown = Callable[..., Desk]

WORDS = {
    "fr": ("Statut", "Annulé", "Étape", "Publié", "Déplacer vers le calendrier", "2 événements sélectionnés"),
    "en": ("Status", "Cancelled", "Stage", "Published", "Move to calendar", "2 events selected"),
}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    events = [event(name, hour(n), stage=Stage.DRAFT) for n, name in enumerate("ABC", start=1)]
    return fill(tmp_path / "agenda.parvis", events, "Ville")


def test_status_stage_and_calendar(sit_down: SitDown, agenda: Path, language: str) -> None:
    status, cancelled, stage, published, move, chosen = WORDS[language]
    desk = sit_down(language, agenda=agenda)
    desk.choose("A", "C")
    assert chosen in [its.text() for its in desk.labels("no-event")]
    desk.pick(status, cancelled)
    desk.pick(stage, published)
    desk.pick(move, "Ville")
    kept = desk.kept()
    assert [kept[name].status for name in "ABC"] == [Status.CANCELLED, None, Status.CANCELLED]
    assert [kept[name].stage for name in "ABC"] == [Stage.PUBLISHED, Stage.DRAFT, Stage.PUBLISHED]
    assert calendars(desk) == {"A": "Ville", "B": "Agenda", "C": "Ville"}
    assert desk.selected() == ["A", "C"]
    for _ in range(3):
        desk.press("Ctrl+Z")
    desk.settle()
    kept = desk.kept()
    assert [kept[name].status for name in "ABC"] == [None] * 3
    assert [kept[name].stage for name in "ABC"] == [Stage.DRAFT] * 3
    assert set(calendars(desk).values()) == {"Agenda"}
    assert desk.selected() == ["A", "C"]
    desk.named("event-list").setFocus()
    desk.press("Ctrl+Shift+A")
    desk.settle()
    assert desk.selected() == ["A", "B", "C"]


def calendars(desk: Desk) -> dict[str, str]:
    names = {its.id: its.name for its in desk.window.workspace.store.calendars()}
    desk.rows_view.selectAll()
    found = {its.summary: names[its.calendar_id] for its in desk.rows_view.selected_events()}
    desk.choose("A", "C")
    return found
