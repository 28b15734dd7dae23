"""Rich text as it is written, pasted and kept; places that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from core.event import Event, Geo, Place
from tests.journeys.desk import Desk
from tests.journeys.shelf import event, fill, hour

SitDown = Callable[..., Desk]

HOSTILE = (
    '<h1 onclick="x()">Titre</h1><script>alert(1)</script><style>p{color:red}</style>'
    '<p style="font-size:40px">Un <b>mot</b> <a href="javascript:x()">faux</a> '
    '<a href="https://exemple.be/">vrai</a></p><img src="file:///etc/passwd"><iframe src="https://x/"></iframe>'
)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    place = Place(("Théâtre royal", "Rue Léopold 1"), Geo(50.85, 4.35))
    return fill(tmp_path / "agenda.parvis", [event("Un", hour(1)), event("Deux", hour(2), place=place)])


def first(desk: Desk) -> Event:
    desk.settle()
    return desk.kept()["Un"]


def test_bold_lists_and_links(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("description").setFocus()
    desk.type("Un ")
    desk.press("Ctrl+B")
    desk.type("mot")
    desk.press("Ctrl+B")
    desk.type(" fort\nDeux")
    desk.press("Ctrl+Shift+8")
    desk.type("\nTrois")
    wanted = "<p>Un <strong>mot</strong> fort</p><ul><li>Deux</li><li>Trois</li></ul>"
    assert first(desk).description.html == wanted
    desk.click("format-bullets")
    desk.press("Ctrl+Z")
    assert first(desk).description.html == ""
    desk.press("Ctrl+Shift+Z")
    desk.close()
    again = sit_down("fr", agenda=agenda)
    page = again.named("description", QTextEdit)
    assert page.toPlainText().startswith("Un mot fort")
    assert "font-weight:" in page.toHtml()


def test_a_paste_brings_nothing_but_the_subset(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    data = QMimeData()
    data.setHtml(HOSTILE)
    QGuiApplication.clipboard().setMimeData(data)
    desk.named("description").setFocus()
    desk.press("Ctrl+V")
    html = first(desk).description.html
    for gone in ("script", "onclick", "style", "img", "iframe", "javascript", "passwd", "alert"):
        assert gone not in html, html
    assert '<a href="https://exemple.be/">vrai</a>' in html
    assert "<strong>mot</strong>" in html
    page = desk.named("description", QTextEdit)
    assert page.document().resource(2, QUrl("file:///etc/passwd")) is None


def test_a_link_is_made_by_keyboard(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("description").setFocus()
    desk.type("Page")
    desk.press("Ctrl+A", "Ctrl+K")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(QLineEdit)
    assert line is not None
    line.setText("exemple.be")
    line.returnPressed.emit()
    assert first(desk).description.html == '<p><a href="https://exemple.be">Page</a></p>'


def test_a_place_is_remembered_with_its_lines(sit_down: SitDown, agenda: Path) -> None:
    desk = sit_down("fr", agenda=agenda)
    desk.named("location").setFocus()
    desk.type("theat")
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    desk.press("Down", "Return")
    desk.settle()
    assert desk.text("location") == "Théâtre royal\nRue Léopold 1"
    assert first(desk).place == Place(("Théâtre royal", "Rue Léopold 1"), Geo(50.85, 4.35))
