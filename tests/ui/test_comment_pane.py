"""The pane: what it says of an event's comments, and the form of one more."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.comment import Author, CommentState
from tests.ui.comments import CLAIRE, NADIA, colour, comment, icon, say_date
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.comment_form import Draft
from ui.widgets.comment_pane import CommentPane


@dataclass
class Form:
    """The widgets as a script finds them."""

    name: QLineEdit
    email: QLineEdit
    website: QLineEdit
    text: QPlainTextEdit
    keep: QCheckBox
    submit: QPushButton

    @classmethod
    def of(cls, pane: CommentPane) -> Form:
        return cls(
            part(pane, QLineEdit, "comment-name"),
            part(pane, QLineEdit, "comment-email"),
            part(pane, QLineEdit, "comment-website"),
            part(pane, QPlainTextEdit, "comment-text"),
            part(pane, QCheckBox, "comment-keep"),
            part(pane, QPushButton, "comment-submit"),
        )


@pytest.fixture
def pane(qtbot: QtBot) -> CommentPane:
    made = CommentPane(icon, colour, say_date)
    qtbot.addWidget(made)
    made.resize(300, 760)
    in_front(qtbot, made)
    made.show_comments([])
    return made


@pytest.fixture
def form(pane: CommentPane) -> Form:
    return Form.of(pane)


def said(pane: CommentPane, name: str) -> str:
    label = part(pane, QLabel, name)
    return label.text() if label.isVisible() else ""


def fill(form: Form) -> None:
    type_text(form.name, "Jérôme Lefèvre")
    type_text(form.email, "jerome@exemple.be")
    type_text(form.website, "exemple.be")
    type_text(form.text, "Prévoir un duplex ; œuvre « ici ».")


def test_it_says_how_many_there_are(pane: CommentPane) -> None:
    pane.show_comments([comment(1), comment(2), comment(3, state=CommentState.SPAM)])
    assert said(pane, "comments-heading") == "Comments (2)"
    assert said(pane, "comments-empty") == ""


def test_it_says_why_there_is_nothing(pane: CommentPane) -> None:
    assert said(pane, "comments-empty") == "Nobody has commented on this event yet."
    pane.show_nothing()
    assert said(pane, "comments-empty") == "Choose an event to read what is said about it."
    assert not pane.form.isVisible()


def test_the_form_is_one_line_until_it_is_wanted(pane: CommentPane, form: Form) -> None:
    assert not form.text.isVisible()
    assert pane.form.height() < 40
    QTest.mouseClick(pane.form.unfold, Qt.MouseButton.LeftButton)
    assert form.name.hasFocus()
    for field in (form.name, form.email, form.website, form.text, form.keep, form.submit):
        assert field.isVisible()


def test_in_a_low_window_the_button_stays_in_sight_and_so_does_the_thread(
    pane: CommentPane, form: Form, qtbot: QtBot
) -> None:
    pane.show_comments([comment(at, hours=99 - at) for at in range(1, 30)])
    pane.resize(300, 460)
    pane.focus_form()
    qtbot.wait(10)
    assert form.submit.mapTo(pane, form.submit.rect().bottomRight()).y() < pane.height()
    assert pane.list.height() >= 60


def test_a_comment_is_sent_with_all_that_was_typed(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    pane.focus_form()
    fill(form)
    form.keep.click()
    QTest.mouseClick(form.submit, Qt.MouseButton.LeftButton)
    author = Author("Jérôme Lefèvre", "jerome@exemple.be", "https://exemple.be")
    assert sent.at(0) == [author, "Prévoir un duplex ; œuvre « ici ».", 0, True]


def test_it_is_sent_from_the_folded_form_too(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    fill(form)
    form.submit.click()
    assert sent.count() == 1


def test_what_lacks_and_what_is_malformed_is_said_at_its_field(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    form.email.setText("jerome@@exemple")
    form.website.setText("mon site")
    form.submit.click()
    assert said(pane, "comment-name-problem") == "Please enter a name."
    assert "name@example.org" in said(pane, "comment-email-problem")
    assert "https://example.org" in said(pane, "comment-website-problem")
    assert said(pane, "comment-text-problem") == "Please write something."
    assert form.name.accessibleDescription() == "Please enter a name."
    assert form.name.hasFocus()
    assert sent.count() == 0
    type_text(form.name, "J")
    assert said(pane, "comment-name-problem") == ""


def test_a_malformed_address_is_said_when_its_field_is_left_and_a_blank_one_is_not(
    pane: CommentPane, form: Form
) -> None:
    pane.focus_form()
    form.email.setFocus()
    form.text.setFocus()
    assert said(pane, "comment-email-problem") == ""
    form.email.setFocus()
    type_text(form.email, "jerome")
    form.text.setFocus()
    assert "name@example.org" in said(pane, "comment-email-problem")


def test_control_and_enter_send_from_any_field(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    pane.focus_form()
    fill(form)
    for field in (form.name, form.text):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        pane.failed()
    assert sent.count() == 2


def test_escape_folds_and_the_line_says_what_waits(pane: CommentPane, form: Form) -> None:
    pane.focus_form()
    type_text(form.text, "Prévoir un duplex depuis le siège, et d’autres choses")
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert not form.text.isVisible()
    assert pane.form.unfold.accessibleName() == "Go on: “Prévoir un duplex de…”"
    assert pane.form.unfold.hasFocus()
    pane.focus_form()
    assert form.text.toPlainText() == "Prévoir un duplex depuis le siège, et d’autres choses"


def test_while_it_is_stored_a_second_press_sends_nothing(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    fill(form)
    form.submit.click()
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.count() == 1
    pane.failed()
    assert form.text.toPlainText() == "Prévoir un duplex ; œuvre « ici »."
    form.submit.click()
    assert sent.count() == 2


def test_once_it_is_stored_the_form_folds_and_the_ring_is_on_the_comment(
    pane: CommentPane, form: Form
) -> None:
    fill(form)
    form.submit.click()
    pane.show_comments([comment(at, hours=99 - at) for at in range(1, 30)])
    pane.sent(29)
    assert not form.text.isVisible()
    assert form.text.toPlainText() == ""
    assert pane.list.hasFocus()
    assert pane.list.currentIndex().row() == 28


def test_who_is_known_has_only_to_write(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    pane.set_known_author(CLAIRE, True)
    pane.focus_form()
    assert form.text.hasFocus()
    assert not form.name.isVisible()
    type_text(form.text, "Reçu.")
    form.submit.click()
    assert sent.at(0) == [CLAIRE, "Reçu.", 0, True]


def test_who_is_known_can_write_under_another_name(pane: CommentPane, form: Form) -> None:
    pane.set_known_author(CLAIRE, True)
    pane.focus_form()
    part(pane, QPushButton, "comment-other-author").click()
    assert form.name.hasFocus()
    assert form.keep.isVisible()


def test_a_reply_says_whose_and_can_be_none(pane: CommentPane, form: Form) -> None:
    sent = QSignalSpy(pane.submitted)
    pane.show_comments([comment(1, hours=3), comment(2, "Deux", NADIA)])
    choose(pane, 2, "comment-reply")
    assert "Reply to Nadia El Khatib" in [label.text() for label in pane.findChildren(QLabel)]
    fill(form)
    form.submit.click()
    pane.failed()
    part(pane, QToolButton, "comment-no-reply").click()
    form.submit.click()
    assert [sent.at(at)[2] for at in (0, 1)] == [2, 0]


def test_what_is_gone_is_not_replied_to(pane: CommentPane, form: Form) -> None:
    pane.show_comments([comment(1), comment(2)])
    choose(pane, 2, "comment-reply")
    pane.show_comments([comment(1)])
    assert pane.draft().answers is None


def choose(pane: CommentPane, number: int, name: str) -> list[str]:
    """Open a comment's menu by the keyboard and trigger an entry; its entries' names."""
    pane.list.point_at(number)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    menu = pane.findChildren(QMenu, "comment-menu")[-1]
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}
    if name in actions:
        actions[name].trigger()
    menu.close()
    return list(actions)


def test_the_menu_asks_for_what_is_chosen(pane: CommentPane) -> None:
    pane.show_comments([comment(1), comment(2, state=CommentState.PENDING, hours=1)])
    gone, state = QSignalSpy(pane.delete_asked), QSignalSpy(pane.state_asked)
    choose(pane, 1, "comment-trash-2")
    choose(pane, 1, "comment-circle-alert")
    choose(pane, 2, "comment-check")
    assert gone.at(0) == [1]
    assert [state.at(at) for at in (0, 1)] == [[[1], CommentState.SPAM], [[2], CommentState.APPROVED]]


def test_what_can_only_be_read_offers_no_change(pane: CommentPane) -> None:
    pane.show_comments([comment(1)])
    pane.set_read_only(True)
    assert not pane.form.isVisible()
    assert choose(pane, 1, "") == ["comment-copy", "comment-globe"]


@pytest.mark.parametrize(
    ("website", "offered"), [("HTTPS://Exemple.be", True), ("ftp://exemple.be", False), ("", False)]
)
def test_a_web_site_can_be_opened_however_its_scheme_is_written(
    pane: CommentPane, website: str, offered: bool
) -> None:
    pane.show_comments([comment(1, author=replace(CLAIRE, website=website))])
    assert ("comment-globe" in choose(pane, 1, "")) is offered


def test_a_draft_comes_back_as_it_was_left(pane: CommentPane, form: Form) -> None:
    pane.show_comments([comment(4, author=NADIA)])
    pane.focus_form()
    type_text(form.text, "à demi ")
    choose(pane, 4, "comment-reply")
    draft = pane.draft()
    pane.set_draft(Draft())
    assert not form.text.isVisible()
    pane.set_draft(draft)
    assert form.text.isVisible()
    assert pane.draft() == Draft("à demi ", (4, "Nadia El Khatib"), True)


def test_dates_are_said_anew_each_minute(qtbot: QtBot) -> None:
    minutes = iter(range(1, 100))
    pane = CommentPane(icon, colour, lambda _created: f"{next(minutes)} min ago")
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    pane.show_comments([comment(1)])

    def dates() -> list[str]:
        return [label.text() for label in pane.list.findChildren(QLabel) if "min ago" in label.text()]

    before = dates()
    pane.list.say_dates_anew()
    assert len(before) == 1
    assert dates() != before


def test_accessible_names_are_words_and_none_comes_twice(pane: CommentPane) -> None:
    pane.show_comments([comment(1, hours=4), comment(2, author=NADIA)])
    pane.focus_form()
    pane.list.edit_comment(1)
    fields = [*pane.findChildren(QLineEdit), *pane.findChildren(QPlainTextEdit)]
    buttons = [*pane.findChildren(QPushButton), *pane.findChildren(QCheckBox)]
    names = [its.accessibleName() for its in fields]
    names += [its.accessibleName() or its.text() for its in buttons]
    assert all(names)
    assert len(set(names)) == len(names)
