"""Comments between the pane and the agenda: stored, undone, kept while they are drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.comment import Author, Comment, CommentState
from core.errors import BadValue, StaleChange
from core.object import ComponentRef
from core.settings import load
from tests.ui.comments import CLAIRE, NADIA, colour, icon, say_date
from tests.ui.rooms import Office, office
from ui.controllers.commenting import Commenting
from ui.remembered import Remembered
from ui.widgets.comment_pane import CommentPane


@dataclass
class Desk:
    """A pane that shows the comments on one event."""

    office: Office
    pane: CommentPane
    commenting: Commenting
    remembered: Remembered
    object_id: int
    undoable: list[str]
    settings: Path

    @property
    def stored(self) -> list[Comment]:
        return self.office.workspace.store.comments(self.object_id)

    @property
    def shown(self) -> list[str]:
        model = self.pane.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def write(self, text: str, author: Author = CLAIRE, *, keep: bool = False) -> None:
        """Fill the form and send it."""
        self.pane.form.fields.set_author(author)
        self.pane.form.fields.set_text(text)
        self.pane.form.keep.setChecked(keep)
        self.pane.form.submit.click()
        self.office.settle()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, tmp_path / "agenda.parvis") as room:
        pane = CommentPane(icon, colour, say_date)
        qtbot.addWidget(pane)
        pane.resize(300, 700)
        pane.show()
        settings = tmp_path / "settings.json"
        remembered = Remembered(settings)
        undoable: list[str] = []
        commenting = Commenting(
            room.workspace, pane, remembered, lambda words, _journal_id: undoable.append(words)
        )
        made = Desk(room, pane, commenting, remembered, room.event(), undoable, settings)
        pane.set_read_only(False)
        commenting.show(ComponentRef(made.object_id))
        yield made
        remembered.save()


def test_a_comment_is_stored_shown_and_undone(desk: Desk) -> None:
    desk.write("Prévoir un duplex ; œuvre.")
    assert [(its.author, its.text) for its in desk.stored] == [(CLAIRE, "Prévoir un duplex ; œuvre.")]
    assert "Prévoir un duplex ; œuvre." in desk.shown[0]
    assert desk.pane.form.fields.text == ""
    desk.office.undo()
    assert (desk.stored, desk.shown) == ([], [])


def test_it_is_edited_and_that_is_undone(desk: Desk) -> None:
    desk.write("Avant")
    desk.pane.edited.emit(desk.stored[0], NADIA, "Après")
    desk.office.settle()
    assert [(its.author, its.text) for its in desk.stored] == [(NADIA, "Après")]
    assert "Après" in desk.shown[0]
    desk.office.undo()
    assert [(its.author, its.text) for its in desk.stored] == [(CLAIRE, "Avant")]


def test_it_is_deleted_said_and_that_is_undone(desk: Desk) -> None:
    desk.write("Avant")
    desk.pane.delete_asked.emit(desk.stored[0].id)
    desk.office.settle()
    assert (desk.stored, desk.shown, desk.undoable) == ([], [], ["Comment deleted."])
    desk.office.undo()
    assert [its.text for its in desk.stored] == ["Avant"]
    assert len(desk.shown) == 1


def test_a_state_is_given_and_undone(desk: Desk) -> None:
    desk.write("Achetez")
    desk.pane.state_asked.emit([desk.stored[0].id], CommentState.SPAM)
    desk.office.settle()
    assert [its.state for its in desk.stored] == [CommentState.SPAM]
    desk.office.undo()
    assert [its.state for its in desk.stored] == [CommentState.APPROVED]


def test_what_is_not_stored_stays_in_the_form(desk: Desk) -> None:
    desk.pane.form.fields.set_text("x")
    desk.pane.submitted.emit(Author("", "claire@exemple.be"), "x", 0, False)
    desk.office.settle()
    assert isinstance(desk.office.failures[0], BadValue)
    assert desk.pane.form.fields.text == "x"
    assert desk.pane.form.submit.isEnabled()


def test_an_edit_of_what_changed_meanwhile_is_refused_once_and_then_meant(desk: Desk) -> None:
    desk.write("Avant")
    before = desk.stored[0]
    desk.pane.list.edit_comment(before.id)
    desk.pane.edited.emit(before, NADIA, "D’un autre")
    desk.office.settle()
    desk.pane.edited.emit(before, CLAIRE, "De moi")
    desk.office.settle()
    assert isinstance(desk.office.failures[0], StaleChange)
    assert desk.stored[0].text == "D’un autre"


def test_the_author_is_kept_only_where_that_was_asked(desk: Desk) -> None:
    desk.write("Un", keep=True)
    desk.remembered.save()
    kept = load(desk.settings)
    assert (kept.author_name, kept.author_email, kept.author_website) == (
        CLAIRE.name,
        CLAIRE.email,
        CLAIRE.website,
    )
    assert desk.pane.form.fields.author == CLAIRE
    desk.write("Deux", NADIA)
    desk.remembered.save()
    kept = load(desk.settings)
    assert (kept.keep_author, kept.author_name, kept.author_email) == (False, "", "")
    assert desk.pane.form.fields.author == Author("")


def test_who_was_kept_is_there_at_the_next_start(qtbot: QtBot, desk: Desk) -> None:
    desk.write("Un", keep=True)
    desk.remembered.save()
    pane = CommentPane(icon, colour, say_date)
    qtbot.addWidget(pane)
    Commenting(desk.office.workspace, pane, Remembered(desk.settings))
    assert pane.form.fields.author == CLAIRE


def test_a_draft_belongs_to_its_event(desk: Desk) -> None:
    other = desk.office.event("Autre")
    desk.pane.focus_form()
    desk.pane.form.fields.set_text("à demi")
    desk.commenting.show(ComponentRef(other))
    assert desk.pane.form.fields.text == ""
    desk.commenting.show(None)
    desk.commenting.show(ComponentRef(desk.object_id))
    assert desk.pane.form.fields.text == "à demi"
    assert desk.pane.form.is_open


def test_what_was_sent_is_no_draft_though_another_event_is_shown_by_then(desk: Desk) -> None:
    other = desk.office.event("Autre")
    desk.pane.form.fields.set_author(CLAIRE)
    desk.pane.form.fields.set_text("Envoyé")
    desk.pane.form.submit.click()
    desk.commenting.show(ComponentRef(other))
    desk.pane.form.fields.set_text("Un autre")
    desk.office.settle()
    assert desk.pane.form.fields.text == "Un autre"
    desk.commenting.show(ComponentRef(desk.object_id))
    assert desk.pane.form.fields.text == ""
    assert [its.text for its in desk.stored] == ["Envoyé"]


def test_all_dates_of_a_series_have_the_same_comments(desk: Desk) -> None:
    desk.write("Un")
    desk.commenting.show(ComponentRef(desk.object_id, "20221019"))
    assert len(desk.shown) == 1


def test_what_another_program_wrote_is_shown(desk: Desk) -> None:
    from core.agenda import Agenda
    from core.store import Store

    store = Store.open(desk.office.workspace.store.location, clock=desk.office.workspace.clock)
    Agenda(store, desk.office.workspace.clock).add_comment(desk.object_id, NADIA, "D’ailleurs")
    store.close()
    desk.office.bot.waitUntil(lambda: len(desk.shown) == 1, timeout=5_000)


def test_no_event_has_no_comments(desk: Desk) -> None:
    desk.write("Un")
    desk.commenting.show(None)
    assert desk.shown == []
    assert not desk.pane.form.isVisible()
