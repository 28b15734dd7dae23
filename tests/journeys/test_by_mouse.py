"""The main journey by mouse; only words come from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QCheckBox, QPushButton, QStyle, QStyleOptionButton, QWidget

from core.query import EventQuery
from core.when import When
from tests.journeys.desk import Desk
from tests.journeys.seed import SUMMARY, TEXT
from tests.ui.find import part

SitDown = Callable[..., Desk]


def into(desk: Desk, name: str, text: str) -> None:
    """Click three times, so that what stands there is typed over, and type."""
    widget: QWidget = desk.named(name)
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    at = QPoint(20, target.height() // 2) if target is widget else QPoint(20, 12)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
    assert desk.hand() is widget or widget.isAncestorOf(desk.hand()), name
    desk.rewrite(text)


def tick(box: QCheckBox) -> None:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    at = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).center()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=at)


def test_written_commented_and_exported(sit_down: SitDown, tmp_path: Path, language: str) -> None:
    desk = sit_down(language)
    desk.click(desk.named("new-event", QWidget))
    into(desk, "summary", SUMMARY)
    tick(desk.named("all-day", QCheckBox))
    into(desk, "dtstart", "12/10/2022")
    into(desk, "dtend", "13/10/2022")
    into(desk, "location", "Siège de l'OTAN")
    into(desk, "description", TEXT[:80])
    desk.settle()
    desk.click("comment-unfold")
    into(desk, "comment-name", "Zoé")
    into(desk, "comment-email", "zoe@exemple.be")
    into(desk, "comment-text", "Vu.")
    desk.click("comment-submit")
    desk.settle()
    event = desk.kept()[SUMMARY]
    assert event.when == When.days(date(2022, 10, 12), date(2022, 10, 13))
    assert event.place.lines == ("Siège de l'OTAN",)
    assert event.description.text == TEXT[:80].strip()
    desk.click("span-all")
    desk.shows(SUMMARY)
    desk.choose(SUMMARY)
    path = tmp_path / "otan.ics"
    desk.answer_file_dialog(path)
    desk.click("export")
    part(desk.dialog("export-dialog"), QPushButton, "export-dialog-go-on").click()
    desk.until(path.exists)
    assert b"DTEND;VALUE=DATE:20221014\r\n" in path.read_bytes()
    store = desk.store()
    assert store.count(EventQuery()) == store.comment_count() == 1
    store.close()
