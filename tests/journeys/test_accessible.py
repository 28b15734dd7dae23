"""Who does not see the window, or has no mouse, finds everything in it by its name and by the Tab key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from core.demo import demo_agenda
from core.paths import Paths
from core.settings import Language, Settings, save
from tests.journeys.desk import FAR, Desk
from tests.journeys.dialogs import every_dialog
from tests.journeys.hands import pause
from ui.app import build

SitDown = Callable[..., Desk]

# Those that scripts and screen readers look for.
NAMES = (
    *(
        "event-list",
        "search",
        "new-event",
        "summary",
        "dtstart",
        "dtend",
        "start-time",
        "end-time",
        "all-day",
    ),
    *("tzid", "location", "categories", "status", "description", "url", "contact", "organizer", "export"),
    *("comment-list", "comment-name", "comment-email", "comment-website", "comment-text", "comment-submit"),
)
CONTROLS = (
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ButtonMenu,
)


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return demo_agenda(tmp_path, date.today())


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all that is in it, but not what a list or a table shows."""
    yield of
    if of.role() not in (QAccessible.Role.Table, QAccessible.Role.List):
        for number in range(of.childCount()):
            child = of.child(number)
            if child and not child.state().invisible:
                yield from interfaces(child)


def controls(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Each that a person can do something with, and what a screen reader calls it."""
    for its in interfaces(QAccessible.queryAccessibleInterface(root)):
        widget = its.object()
        if isinstance(widget, QLabel) or not isinstance(widget, QWidget):
            continue  # what can be read and copied is its own name
        if its.state().focusable or its.role() in CONTROLS:
            # On Linux, Qt gives a box's value as its name, and its name by the relation to its label.
            yield (
                widget,
                widget.accessibleName() if isinstance(widget, QComboBox) else its.text(QAccessible.Text.Name),
            )


def pane_of(widget: QWidget, panes: QSplitter) -> int:
    """Its number; -1 where it stands in none."""
    above: QWidget | None = widget
    while above and above.parentWidget() is not panes:
        above = above.parentWidget()
    return panes.indexOf(above) if above else -1


def check_names(named: list[tuple[QWidget, str]], language: Language) -> None:
    for widget, name in named:
        said = f"{type(widget).__name__} {widget.objectName()!r}: {name!r}"
        assert name.strip(), said
        assert name != widget.objectName(), said
        if language == "pseudo":
            assert "[" in name, f"not translated: {said}"
    twice = [name for name, count in Counter(name for _, name in named).items() if count > 1]
    assert twice == []


def unfold(desk: Desk) -> None:
    """Show what is folded away."""
    desk.press("Ctrl+M")
    desk.click("more-fields")
    pause(100)


@pytest.mark.parametrize("language", ["fr", "en", "pseudo"])
def test_every_control_has_a_name_of_its_own_in_words(
    sit_down: SitDown, demo: Path, language: Language
) -> None:
    desk = sit_down(language, agenda=demo)
    desk.until(lambda: desk.text("summary"))
    unfold(desk)
    everything = list(controls(desk.window))
    assert len(everything) > 50
    panes = desk.named("panes", QSplitter)
    numbers = [pane_of(its, panes) for its, _ in everything]
    assert [its for its in numbers if its >= 0] == sorted(its for its in numbers if its >= 0)
    for pane in range(-1, panes.count()):
        check_names([(its, name) for its, name in everything if pane_of(its, panes) == pane], language)
    for dialog in every_dialog(desk.window):
        named = list(controls(dialog))
        assert named, dialog.objectName()
        check_names(named, language)


def test_what_scripts_look_for_is_there_before_anything_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    save(Paths.of_person().settings, Settings(language="fr"))
    window = build(["--database", str(tmp_path / "agenda.parvis")])
    qtbot.addWidget(window)
    assert [name for name in NAMES if window.findChild(QWidget, name) is None] == []
    window.close()


def stops(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> list[QWidget]:
    """Where that key leads from the search field, until it is there again."""
    desk.named("search").setFocus()
    passed: list[QWidget] = []
    while len(passed) < FAR:
        passed.append(desk.hand())
        QTest.keyClick(passed[-1], key, modifiers)
        if desk.hand() is passed[0]:
            return passed
    raise AssertionError(f"{key} does not come back: {[its.objectName() for its in passed[-5:]]}")


@pytest.mark.parametrize("unfolded", [False, True])
def test_the_tab_key_goes_as_one_reads_and_comes_back(sit_down: SitDown, demo: Path, unfolded: bool) -> None:
    desk = sit_down("en", agenda=demo)
    desk.until(lambda: desk.text("summary"))
    if unfolded:
        unfold(desk)
    forwards = stops(desk, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    backwards = stops(desk, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert [its.objectName() for its in backwards[1:]] == [its.objectName() for its in forwards[:0:-1]]
    panes = desk.named("panes", QSplitter)
    numbers = [pane_of(its, panes) for its in forwards]
    assert numbers == sorted(numbers)
    assert set(numbers) == {0, 1, 2}
    for before, after in pairwise(forwards):
        if pane_of(before, panes) == pane_of(after, panes):
            assert follows(before, after), (before.objectName(), after.objectName())


def follows(before: QWidget, after: QWidget) -> bool:
    """It stands lower, or in the same line further to the right."""
    window = before.window()
    top, left = (before.mapTo(window, QPoint(0, 0)) for _ in range(2))
    next_top = after.mapTo(window, QPoint(0, 0))
    same_line = next_top.y() < top.y() + before.height() and next_top.y() + after.height() > top.y()
    return next_top.x() > left.x() if same_line else next_top.y() > top.y()


def test_every_dialog_is_gone_through_by_the_tab_key(sit_down: SitDown, demo: Path) -> None:
    desk = sit_down("en", agenda=demo)
    for dialog in every_dialog(desk.window):
        dialog.activateWindow()
        pause(20)
        first = QApplication.focusWidget()
        assert first is not None, dialog.objectName()
        assert dialog.isAncestorOf(first), dialog.objectName()
        passed = [first]
        while len(passed) < FAR:
            QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
            if desk.hand() is first:
                break
            passed.append(desk.hand())
            assert dialog.isAncestorOf(passed[-1]), dialog.objectName()
        assert desk.hand() is first, dialog.objectName()
