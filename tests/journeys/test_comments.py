"""Comments left, mended, edited, deleted and brought back, by whom only this agenda knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from core.comment import Comment
from core.paths import Paths
from core.query import EventQuery
from tests.journeys.desk import Desk, plain
from tests.journeys.shelf import event, fill, hour
from ui.widgets.comment_list import CommentList

SitDown = Callable[..., Desk]

LACKS = {
    "fr": ("Veuillez indiquer un nom.", "Veuillez indiquer une adresse e-mail.", "Veuillez écrire"),
    "en": ("Please enter a name.", "Please enter an e-mail address.", "Please write something."),
}
NO_EMAIL = {"fr": "Ce n’est pas une adresse e-mail.", "en": "That is no e-mail address."}
DELETED = {"fr": "Commentaire supprimé.", "en": "Comment deleted."}


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return fill(tmp_path / "agenda.parvis", [event("Un", hour(1)), event("Deux", hour(2))])


def stored(desk: Desk) -> list[Comment]:
    store = desk.store()
    try:
        ids = store.object_ids(EventQuery(hidden=True))
        return [its for object_id in ids for its in store.comments(object_id)]
    finally:
        store.close()


def write(desk: Desk, name: str, email: str, text: str) -> None:
    desk.press("Ctrl+M")
    for field, value in (("name", name), ("email", email), ("text", text)):
        desk.named(f"comment-{field}").setFocus()
        desk.rewrite(value)


def test_what_lacks_and_what_is_wrong_is_said_at_its_field(
    sit_down: SitDown, agenda: Path, language: str
) -> None:
    desk = sit_down(language, agenda=agenda)
    desk.press("Ctrl+M", "Ctrl+Return")
    said = [desk.problem(f"comment-{name}") for name in ("name", "email", "text")]
    for words, wanted in zip(said, LACKS[language], strict=True):
        assert words.startswith(wanted), said
    assert desk.hand().objectName() == "comment-name"
    write(desk, "Zoé", "zoe@", "D’accord.")
    desk.press("Ctrl+Return")
    assert desk.problem("comment-name") == ""
    assert desk.problem("comment-email").startswith(NO_EMAIL[language])
    assert desk.hand().objectName() == "comment-email"
    assert stored(desk) == []
    desk.rewrite("zoe@exemple.be")
    desk.click("comment-submit")
    desk.settle()
    (its,) = stored(desk)
    assert (its.author.name, its.author.email, its.text) == ("Zoé", "zoe@exemple.be", "D’accord.")
    heading = {"fr": "Commentaires (1)", "en": "Comments (1)"}
    assert plain(desk.named("comments-heading", QLabel).text()) == heading[language]
    assert desk.rows_view.selected_events()[0].comments == 1


def test_edited_deleted_and_taken_back(sit_down: SitDown, agenda: Path, language: str) -> None:
    desk = sit_down(language, agenda=agenda)
    write(desk, "Zoé", "zoe@exemple.be", "Premier")
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.hand() is desk.named("comment-list", CommentList)
    desk.press("F2")
    desk.named("comment-edit-text").setFocus()
    desk.rewrite("Second")
    desk.press("Ctrl+Return")
    desk.settle()
    assert [its.text for its in stored(desk)] == ["Second"]
    desk.named("comment-list").setFocus()
    desk.press("Delete")
    desk.settle()
    assert stored(desk) == []
    assert desk.rows_view.selected_events()[0].comments == 0
    desk.says(DELETED[language])
    desk.click("message-action")
    desk.settle()
    assert [its.text for its in stored(desk)] == ["Second"]
    desk.press("Ctrl+Z")
    desk.settle()
    assert [its.text for its in stored(desk)] == ["Premier"]
    desk.choose("Deux")
    desk.press("Ctrl+Z")
    desk.settle()
    assert stored(desk) == []
    assert desk.selected() == ["Un"]  # where it was


def test_details_are_kept_only_when_asked(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    write(desk, "Zoé", "zoe@exemple.be", "Premier")
    desk.press("Ctrl+Return")
    desk.settle()
    desk.choose("Deux")
    desk.press("Ctrl+M")
    assert (desk.text("comment-name"), desk.text("comment-email")) == ("", "")
    write(desk, "Zoé", "zoe@exemple.be", "Second")
    box = desk.named("comment-keep", QCheckBox)
    box.setFocus()
    desk.press("Space")
    assert box.isChecked()
    desk.click("comment-submit")
    desk.settle()
    desk.close()
    assert "zoe@exemple.be" in Paths.of_person().settings.read_text()


def test_what_is_written_waits_at_its_event(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    write(desk, "Zoé", "zoe@exemple.be", "À moitié")
    desk.choose("Deux")
    assert desk.text("comment-text") == ""
    desk.choose("Un")
    assert desk.text("comment-text") == "À moitié"
    desk.press("Ctrl+M")
    desk.named("comment-submit", QPushButton).click()
    desk.settle()
    assert [its.text for its in stored(desk)] == ["À moitié"]
