"""A field says what is wrong in words, under its control, and to who cannot see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from ui.widgets.field import CONTROL, Field, LabelColumn
from ui.widgets.plain_label import PlainLabel


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    line = QLineEdit()
    line.setObjectName("url")
    line.setFixedHeight(CONTROL)  # as the style sheet has it
    made = Field(line)
    made.set_label("Lien & cie")
    qtbot.addWidget(made)
    made.resize(400, 80)
    made.show()
    return made


def label(field: Field) -> QLabel:
    return next(its for its in field.findChildren(QLabel) if its.buddy() is field.widget)


def place(field: Field) -> QRect:
    """Where the words of the label are in the field."""
    return QRect(label(field).mapTo(field, QPoint(0, 0)), label(field).size())


def test_a_problem_is_said_in_words_and_to_a_screen_reader(field: Field) -> None:
    words = part(field, QLabel, "url-problem")
    assert not words.isVisible()
    field.set_problem("Pas une adresse.")
    assert words.isVisible()
    assert words.text() == field.problem == "Pas une adresse."
    assert field.widget.accessibleDescription() == "Pas une adresse."
    assert field.widget.property("invalid")
    field.set_problem("")
    assert not words.isVisible()
    assert field.problem == field.widget.accessibleDescription() == ""
    assert not field.widget.property("invalid")


def test_an_ampersand_in_a_label_is_one(field: Field) -> None:
    assert label(field).text() == "Lien && cie"


def test_the_label_stands_above_or_at_the_left(field: Field) -> None:
    assert place(field).bottom() < field.widget.y()
    high = field.sizeHint().height()
    field.set_label_left(120)
    QApplication.processEvents()
    assert field.widget.x() == 120
    assert place(field).right() <= 120
    assert abs(place(field).center().y() - field.widget.geometry().center().y()) <= 1
    QApplication.sendEvent(label(field), QEvent(QEvent.Type.StyleChange))  # as another theme does
    field.set_label_left(0)
    assert field.sizeHint().height() == high
    field.set_label_left(120)
    field.set_problem("Non.")
    QApplication.processEvents()
    line = part(field, QLabel, "url-problem").parentWidget()
    assert line is not None
    assert line.x() == 120
    assert line.y() > field.widget.geometry().bottom()


def test_labels_share_a_column_that_goes_where_there_is_no_room(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    fields = [Field(QLineEdit()), Field(QLineEdit())]
    column = QVBoxLayout(pane)
    for field, words in zip(fields, ("Où", "Catégories et rubriques"), strict=True):
        field.set_label(words)
        column.addWidget(field)
    labels = LabelColumn(pane, fields, narrow=400)
    pane.resize(500, 200)
    pane.show()
    lefts = [field.widget.x() for field in fields]
    assert lefts[0] == lefts[1] == fields[1].label_width > fields[0].label_width
    pane.resize(399, 300)
    qtbot.waitUntil(lambda: fields[0].widget.x() == 0)
    pane.resize(500, 200)
    qtbot.waitUntil(lambda: fields[0].widget.x() > 0)
    fields[1].set_label("Rubrique")
    labels.arrange(500)
    assert fields[1].label_width < lefts[0]


@pytest.mark.parametrize("text", ["<b>a</b>", "<img src='file:///etc/hostname'>", "a & b"])
def test_a_label_shows_its_text_as_it_stands(qtbot: QtBot, text: str) -> None:
    plain, label = PlainLabel(text=text), QLabel("a")
    for widget in (plain, label):
        qtbot.addWidget(widget)
    assert plain.text() == text
    assert plain.sizeHint().height() == label.sizeHint().height() != QSize().height()
