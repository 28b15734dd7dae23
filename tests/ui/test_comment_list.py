"""The thread on the screen: cards for what is in sight, each as high as its text, edited in place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.comment import Author, Comment, CommentState
from tests.ui.comments import CLAIRE, NADIA, colour, comment, icon, say_date
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.comment_card import CommentCard
from ui.widgets.comment_list import CommentList

LONG = "Accréditations closes le 10 octobre à midi. Je relance le service de presse. " * 3
URL = "Voir https://www.exemple.be/" + "une-adresse-vraiment-tres-longue/" * 6
TEXTS = ("Oui.", LONG, URL, "Un\n\ndeux\r\ntrois", "x" * 300, "Prêt ; parti : « ici »\tlà !", "😀 " * 40)


@pytest.fixture
def thread(qtbot: QtBot) -> CommentList:
    made = CommentList(icon, colour, say_date)
    qtbot.addWidget(made)
    made.resize(284, 600)
    in_front(qtbot, made)
    return made


def cards(thread: CommentList) -> list[CommentCard]:
    found = [card for card in thread.findChildren(CommentCard) if card.isVisible()]
    return sorted(found, key=CommentCard.y)


def texts(card: CommentCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def edit_field(thread: CommentList, name: str) -> QWidget:
    return next(its for its in thread.findChildren(QWidget, f"comment-edit-{name}") if its.isVisible())


def test_a_card_says_who_when_and_what(thread: CommentList) -> None:
    thread.show_comments([comment(1), comment(2, "Reçu.", NADIA, hours=1, state=CommentState.PENDING)])
    first, second = cards(thread)
    assert texts(first) == ["Claire Dubœuf", "2 h ago"]
    assert first.text.toPlainText() == "Prévoir un duplex"
    assert texts(second) == ["Nadia El Khatib", "1 h ago", "Awaiting approval"]


def test_the_exact_date_is_in_the_tooltip_and_the_address_nowhere(thread: CommentList) -> None:
    thread.show_comments([comment(1)])
    shown = [thread, *thread.findChildren(QWidget)]
    tips = [its.toolTip() for its in shown]
    assert any("2022" in tip and "15:00" in tip for tip in tips)
    for its in shown:
        said = its.toolTip(), its.accessibleName(), its.accessibleDescription(), its.statusTip()
        assert "@" not in "".join(said)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [160, 284, 500])
@pytest.mark.parametrize("state", [CommentState.APPROVED, CommentState.SPAM])
def test_a_card_is_as_high_as_its_text(
    thread: CommentList, text: str, width: int, state: CommentState
) -> None:
    thread.resize(width, 600)
    thread.show_comments([comment(1, text, state=state), comment(2, text, reply_to=1), comment(3, hours=1)])
    for card in cards(thread)[:2]:
        wanted, given = card.text.document().size().height(), card.text.height()
        assert wanted <= given
        # One line of text leaves room, since the avatar is higher than it.
        assert given < wanted + 1 or card.text.document().lineCount() == 1


def test_of_a_thousand_comments_those_in_sight_are_widgets(thread: CommentList) -> None:
    thread.show_comments([comment(at, LONG, hours=2_000 - at) for at in range(1, 1_001)])
    assert 0 < len(thread.findChildren(CommentCard)) < 20
    thread.point_at(1_000)
    QApplication.processEvents()
    assert cards(thread)[-1].geometry().bottom() <= thread.viewport().height()
    assert 0 < len(cards(thread)) < 20


def test_what_is_read_stays_where_it_is_when_a_comment_comes_above_it(thread: CommentList) -> None:
    thread.show_comments([comment(at, LONG, hours=200 - at) for at in range(10, 100)])
    thread.verticalScrollBar().setValue(thread.verticalScrollBar().maximum() // 2)
    before = [(card.text.accessibleName(), card.y()) for card in cards(thread) if card.y() >= 0]
    thread.show_comments([comment(at, LONG, hours=200 - at) for at in range(1, 100)])
    assert before[0] in [(card.text.accessibleName(), card.y()) for card in cards(thread)]


def test_a_reply_is_indented_and_a_deep_one_no_further(thread: CommentList) -> None:
    thread.show_comments([comment(at, reply_to=at - 1, hours=9 - at) for at in range(1, 7)])
    lefts = [card.text.x() for card in cards(thread)]
    assert lefts[0] < lefts[1] < lefts[2] < lefts[3] == lefts[4] == lefts[5]


def test_french_spaces_are_shown_and_not_copied(thread: CommentList) -> None:
    thread.show_comments([comment(1, "😀 Prêt ; parti")])
    text = cards(thread)[0].text
    assert text.toPlainText() == "😀 Prêt\u202f; parti"
    text.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert text.selected() == "😀 Prêt ; parti"
    text.copy()
    assert QGuiApplication.clipboard().text() == "😀 Prêt ; parti"


def test_nothing_in_a_text_is_a_tag_or_a_picture(thread: CommentList) -> None:
    thread.show_comments([comment(1, '<img src="/etc/hostname"><b>x</b>')])
    assert cards(thread)[0].text.toPlainText() == '<img src="/etc/hostname"><b>x</b>'


def test_the_keyboard_goes_through_it_and_acts(thread: CommentList) -> None:
    thread.show_comments([comment(1, hours=3), comment(2, "Deux", hours=2)])
    menu, gone = QSignalSpy(thread.menu_asked), QSignalSpy(thread.delete_asked)
    thread.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(thread, key)
    QTest.keyClick(thread, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert menu.at(0)[0].id == 2
    assert gone.at(0) == [2]
    assert QGuiApplication.clipboard().text() == "Deux"


def test_a_right_click_asks_for_the_menu_of_what_is_under_it(thread: CommentList) -> None:
    thread.show_comments([comment(1, hours=3), comment(2, hours=2)])
    menu = QSignalSpy(thread.menu_asked)
    card = cards(thread)[1]
    at = card.mapToGlobal(QPoint(5, 5))
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(card.text.viewport(), QContextMenuEvent(reason, QPoint(5, 5), at))
    assert menu.count() == 1
    assert menu.at(0)[0].id == 2


def test_a_comment_is_edited_where_it_stands(thread: CommentList) -> None:
    before = comment(1, "Avant", Author("Claire", "claire@exemple.be", "https://exemple.be"))
    thread.show_comments([before, comment(2, hours=1)])
    stored = QSignalSpy(thread.edited)
    thread.edit_comment(1)
    words, email = edit_field(thread, "text"), edit_field(thread, "email")
    assert isinstance(words, QPlainTextEdit)
    assert isinstance(email, QLineEdit)
    assert words.hasFocus()
    assert email.text() == "claire@exemple.be"
    assert [card.text.toPlainText() for card in cards(thread)] == ["Prévoir un duplex"]
    type_text(words, " !")
    QTest.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored.at(0) == [before, before.author, "Avant !"]
    thread.edit_stored()
    thread.show_comments([replace(before, text="Avant !"), comment(2, hours=1)])
    assert cards(thread)[0].text.toPlainText() == "Avant\u202f!"
    assert thread.hasFocus()


def row_height(thread: CommentList) -> int:
    return thread.visualRect(thread.model().index(0, 0)).height()


def test_what_is_wrong_in_it_is_said_and_the_row_grows(thread: CommentList) -> None:
    thread.show_comments([comment(1, hours=3), comment(2, hours=2)])
    stored = QSignalSpy(thread.edited)
    thread.edit_comment(1)
    QApplication.processEvents()
    before = row_height(thread)
    email = edit_field(thread, "email")
    assert isinstance(email, QLineEdit)
    email.setText("claire@@exemple")
    save = part(thread, QPushButton, "comment-edit-save")
    save.click()
    QApplication.processEvents()
    problem = part(thread, QLabel, "comment-edit-email-problem")
    assert "e-mail" in problem.text()
    assert stored.count() == 0
    assert row_height(thread) > before


def test_escape_keeps_what_was_written_for_the_next_time_and_cancel_does_not(thread: CommentList) -> None:
    thread.show_comments([comment(1, "Avant")])

    def opened() -> QPlainTextEdit:
        thread.edit_comment(1)
        words = edit_field(thread, "text")
        assert isinstance(words, QPlainTextEdit)
        return words

    words = opened()
    words.setPlainText("Avant, après")
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert not words.isVisible()
    assert opened().toPlainText() == "Avant, après"
    cancel = edit_field(thread, "cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    assert opened().toPlainText() == "Avant"


def test_after_a_clash_the_next_try_starts_from_what_is_there_now(thread: CommentList) -> None:
    before = comment(1, "Avant", NADIA)
    theirs = replace(before, text="D’un autre", revision=2)
    thread.show_comments([before])
    stored = QSignalSpy(thread.edited)
    thread.edit_comment(1)
    words = edit_field(thread, "text")
    save = part(thread, QPushButton, "comment-edit-save")
    assert isinstance(words, QPlainTextEdit)
    words.setPlainText("De moi")
    save.click()
    thread.show_comments([theirs])
    thread.edit_failed()
    save.click()
    assert [stored.at(at)[0] for at in (0, 1)] == [before, theirs]
    assert stored.at(1)[2] == "De moi"


def test_what_can_only_be_read_is_not_edited(thread: CommentList) -> None:
    thread.show_comments([comment(1)])
    thread.edit_comment(1)
    thread.set_read_only(True)
    assert cards(thread)
    gone = QSignalSpy(thread.delete_asked)
    thread.point_at(1)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(thread, key)
    assert cards(thread)
    assert gone.count() == 0


def test_another_event_s_comments_take_the_place_of_these(thread: CommentList) -> None:
    thread.show_comments([comment(1, hours=2), comment(2, hours=1)])
    thread.edit_comment(1)
    other: list[Comment] = [comment(7, "Autre", CLAIRE)]
    thread.show_comments(other)
    assert [card.text.toPlainText() for card in cards(thread)] == ["Autre"]
    assert thread.comment(1) is None
