"""Widgets flow like words: side by side while there is room, then in the next line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout


class Box(QWidget):
    def __init__(self, width: int, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def pane(qtbot: QtBot, *sizes: tuple[int, int]) -> tuple[QWidget, FlowLayout, list[Box]]:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made, spacing=8)
    flow.setContentsMargins(0, 0, 0, 0)
    boxes = [Box(*size, made) for size in sizes]
    for box in boxes:
        flow.addWidget(box)
    return made, flow, boxes


def places(boxes: list[Box]) -> list[tuple[int, int]]:
    return [(box.x(), box.y()) for box in boxes]


def test_they_stand_side_by_side_centred_on_their_line(qtbot: QtBot) -> None:
    _, flow, boxes = pane(qtbot, (50, 20), (50, 40), (50, 20))
    flow.setGeometry(QRect(0, 0, 200, 40))
    assert places(boxes) == [(0, 10), (58, 0), (116, 10)]
    assert flow.sizeHint() == QSize(166, 40)


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    _, flow, boxes = pane(qtbot, (50, 20), (50, 20), (50, 20))
    flow.setGeometry(QRect(0, 0, 165, 60))
    assert places(boxes) == [(0, 0), (58, 0), (0, 28)]
    assert flow.heightForWidth(165) == 48
    assert flow.heightForWidth(166) == 20
    assert flow.heightForWidth(10) == 76


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    _, flow, boxes = pane(qtbot, (50, 20), (50, 40), (50, 20))
    boxes[1].hide()
    flow.setGeometry(QRect(0, 0, 200, 40))
    assert (boxes[0].pos().x(), boxes[2].pos().x()) == (0, 58)
    assert flow.heightForWidth(200) == 20
    assert flow.minimumSize().height() <= 20


def test_nothing_is_wider_than_the_room(qtbot: QtBot) -> None:
    _, flow, boxes = pane(qtbot, (500, 20))
    flow.setGeometry(QRect(0, 0, 100, 40))
    assert boxes[0].width() == 100


def test_the_last_one_takes_the_rest_of_its_line_if_it_expands(qtbot: QtBot) -> None:
    made, flow, boxes = pane(qtbot, (50, 20))
    line = QLineEdit(made)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    flow.addWidget(line)
    flow.setGeometry(QRect(0, 0, 400, 40))
    assert line.geometry().right() == 399
    flow.insert_widget(0, Box(30, 20, made))
    flow.setGeometry(QRect(0, 0, 400, 40))
    assert boxes[0].x() == 38
    assert flow.count() == 3


def test_where_one_reads_from_the_right_it_begins_there(qtbot: QtBot) -> None:
    made, flow, boxes = pane(qtbot, (50, 20), (60, 20))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, 200, 20))
    assert places(boxes) == [(150, 0), (82, 0)]
