"""The message bar shows the newest message, offers what can be done, and goes by itself where it may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from ui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    pane = QWidget()
    qtbot.addWidget(pane)
    made = MessageBar(pane)
    QVBoxLayout(pane).addWidget(made)
    pane.show()
    yield made  # noqa: PT022  # the pane, which owns it, has to live meanwhile


def words(bar: MessageBar) -> str:
    return part(bar, QLabel, "message-text").text() if bar.isVisible() else ""


def test_it_is_not_there_without_a_message(bar: MessageBar) -> None:
    assert not bar.isVisible()
    assert bar.text == ""


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "error"])
def test_the_newest_message_is_shown(bar: MessageBar, kind: str) -> None:
    bar.show_message("Exporté.", kind="ok", action=("Montrer", lambda: None))
    bar.show_message("<b>Échec</b>", kind=kind)
    assert words(bar) == bar.text == bar.accessibleName() == "<b>Échec</b>"
    assert not part(bar, QPushButton, "message-action").isVisible()


def test_its_action_is_done_once_and_may_show_a_message(bar: MessageBar) -> None:
    done: list[str] = []

    def undo() -> None:
        done.append("undone")
        bar.show_message("Restauré.")

    bar.show_message("Supprimé.", action=("Annuler", undo))
    button = part(bar, QPushButton, "message-action")
    assert button.text() == "Annuler"
    button.click()
    assert done == ["undone"]
    assert bar.text == "Restauré."


def test_it_is_dismissed(bar: MessageBar) -> None:
    bar.show_message("a")
    part(bar, QToolButton, "message-close").click()
    assert not bar.isVisible()


def test_it_goes_by_itself_unless_it_is_to_stay(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("a", timeout=20)
    qtbot.waitUntil(lambda: not bar.isVisible())
    bar.show_message("b", timeout=20)
    bar.show_message("c")
    qtbot.wait(60)
    assert bar.text == "c"


def test_it_waits_while_somebody_is_on_it(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("a", action=("Annuler", lambda: None), timeout=30)
    bar.window().activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    part(bar, QPushButton, "message-action").setFocus()
    qtbot.wait(80)
    assert bar.isVisible()


def test_its_cross_is_named_anew_in_another_language(bar: MessageBar) -> None:
    close = part(bar, QToolButton, "message-close")
    close.setAccessibleName("")
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert close.accessibleName() == "Close the message"
