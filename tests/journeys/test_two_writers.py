"""The window and somebody else at one agenda: both are heard, and one is asked only where it must be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
)

from core.agenda import Agenda
from core.comment import Author
from core.event import Event, Place
from core.object import ComponentRef
from core.store import Store
from core.when import When
from tests.core.agendas import desk
from tests.journeys.desk import Desk
from tests.ui.find import part

SitDown = Callable[..., Desk]
ROOT = Path(__file__).resolve().parents[2]
DAY = date.today() + timedelta(days=1)

# Milliseconds: as long as another's change may take to be seen.
SOON = 3_000


class Elsewhere:
    """Another program at the same agenda."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with desk(path) as here:
            self.ref = here.add("Réunion", When.days(DAY), contact="Zoé")

    def do(self, deed: Callable[[Agenda, Store], object]) -> None:
        store = Store.open(str(self.path), clock=lambda: datetime.now(UTC))
        deed(Agenda(store, lambda: datetime.now(UTC)), store)
        store.close()

    def edit(self, **fields: object) -> None:
        def edit(agenda: Agenda, store: Store) -> None:
            before = store.event(self.ref)
            assert before is not None
            agenda.edit(self.ref, before, replace(before, **fields))  # type: ignore[arg-type]  # by field name

        self.do(edit)

    def event(self) -> Event:
        with desk(self.path) as here:
            return here.event(self.ref)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path / "agenda.parvis")


def sat_down(sit_down: SitDown, language: str = "en") -> Desk:
    """With the one event in the form."""
    window = sit_down(language)
    window.until(lambda: window.named("summary", QLineEdit).text() == "Réunion")
    return window


def parvis(path: Path, *words: str) -> str:
    command = [sys.executable, "main.py", "--database", str(path), *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_other_fields_are_both_kept_without_a_question(sit_down: SitDown, elsewhere: Elsewhere) -> None:
    window = sat_down(sit_down)
    window.named("summary").setFocus()
    window.rewrite("Conseil")
    elsewhere.edit(contact="Ada", place=Place(("Salle 1",)))
    window.settle()
    event = elsewhere.event()
    assert (event.summary, event.contact, event.place.lines) == ("Conseil", "Ada", ("Salle 1",))
    window.until(lambda: window.named("contact", QLineEdit).text() == "Ada", SOON)
    assert window.named("location", QPlainTextEdit).toPlainText() == "Salle 1"
    assert QApplication.activeModalWidget() is None


def test_what_the_command_line_writes_is_seen(sit_down: SitDown, elsewhere: Elsewhere) -> None:
    window = sat_down(sit_down)
    uid = elsewhere.event().uid
    parvis(elsewhere.path, "edit", uid, "--contact", "Ada")
    window.until(lambda: window.named("contact", QLineEdit).text() == "Ada", SOON)
    rows = window.named("event-list", QTableView).model()
    assert rows.rowCount() == 1
    parvis(elsewhere.path, "add", "--summary", "Marché", "--start", DAY.isoformat())
    window.until(lambda: rows.rowCount() == 2, SOON)
    assert window.named("summary", QLineEdit).text() == "Réunion"


def test_a_comment_that_comes_together_with_an_edit_of_ours_is_seen(
    sit_down: SitDown, elsewhere: Elsewhere
) -> None:
    window = sat_down(sit_down)
    comments = window.named("comment-list", QAbstractItemView)
    assert comments.model().rowCount() == 0
    elsewhere.do(
        lambda agenda, _: agenda.add_comment(elsewhere.ref.object_id, Author("Ada", "a@b.be"), "Oui")
    )
    window.named("contact").setFocus()
    window.rewrite("Eve")
    window.window.workspace.flush()
    window.until(lambda: comments.model().rowCount() == 1, SOON)


def answer(window: Desk, *choices: str) -> list[str]:
    """In the dialog, once the other's change was seen, choose and accept. Gives the words of the dialog."""
    said: list[str] = []

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog.objectName() != "conflict":
            QTimer.singleShot(20, decide)
            return
        said.extend(its.text() for its in dialog.findChildren(QLabel))
        for choice in choices:
            part(dialog, QRadioButton, f"conflict-{choice}").click()
        QTimer.singleShot(1_300, part(dialog, QPushButton, "conflict-keep").click)

    QTimer.singleShot(0, decide)
    return said


@pytest.mark.parametrize(
    ("language", "side", "summary"),
    [("fr", "ours", "Conseil des ministres"), ("en", "theirs", "Conseil annulé")],
)
def test_of_the_same_field_the_chosen_one_is_stored(
    sit_down: SitDown, elsewhere: Elsewhere, language: str, side: str, summary: str
) -> None:
    window = sat_down(sit_down, language)
    window.named("contact").setFocus()
    window.rewrite("Eve")
    window.named("summary").setFocus()
    window.settle()
    window.rewrite("Conseil des ministres")
    elsewhere.edit(summary="Conseil annulé", url="https://exemple.be/")
    said = answer(window, f"summary-{side}")
    window.until(lambda: elsewhere.event().summary == summary and said)
    window.settle()
    assert {"fr": "Titre", "en": "Title"}[language] in said
    assert {"Conseil des ministres", "Conseil annulé"} <= set(said)
    event = elsewhere.event()
    assert (event.summary, event.contact, event.url) == (summary, "Eve", "https://exemple.be/")
    assert window.named("summary", QLineEdit).text() == summary
    assert window.named("url", QLineEdit).text() == "https://exemple.be/"
    window.until(lambda: window.named("save-state", QLabel).text() in ("Saved", "Enregistré"))


@pytest.mark.parametrize("typing", [False, True])
def test_an_event_deleted_elsewhere_leaves_the_form(
    sit_down: SitDown, elsewhere: Elsewhere, typing: bool
) -> None:
    window = sat_down(sit_down)
    if typing:
        window.named("summary").setFocus()
        window.rewrite("Conseil")
    elsewhere.do(lambda agenda, _: agenda.delete([elsewhere.ref.object_id]))
    window.until(lambda: not window.named("event-form").isVisible(), SOON)
    assert window.said() == "This event is no longer in the agenda."
    window.press("Ctrl+N")
    window.type("Après")
    window.settle()
    with desk(elsewhere.path) as here:
        assert here.event(ComponentRef(elsewhere.ref.object_id + 1)).summary == "Après"


def test_taking_back_a_new_event_needs_no_words(sit_down: SitDown, tmp_path: Path) -> None:
    window = sit_down("en")
    window.press("Ctrl+N")
    window.type("Réunion")
    window.settle()
    window.press("Ctrl+Z")
    window.until(lambda: not window.named("event-form").isVisible())
    window.qtbot.wait(1_200)
    assert window.said() == ""


def test_a_second_start_raises_the_window_that_is_there(sit_down: SitDown, elsewhere: Elsewhere) -> None:
    window = sat_down(sit_down)
    window.window.setWindowState(Qt.WindowState.WindowMinimized)
    command = [sys.executable, "main.py", "--database", str(elsewhere.path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as second:
        window.until(lambda: second.poll() is not None, 15_000)
    assert second.returncode == 0
    assert not window.window.isMinimized()
