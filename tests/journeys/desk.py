"""A person at a desk: the real window, and hands that press keys, type and click as they would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.event import Event
from core.paths import Paths
from core.query import EventQuery
from core.settings import Language, Settings, Theme, save
from core.store import Store
from tests.journeys.hands import text_of
from tests.ui.keyboard import type_text
from ui.app import build
from ui.i18n import Languages
from ui.models.event_rows import EventRows
from ui.widgets.choice_menu import ChoiceMenu
from ui.widgets.event_list import EventList
from ui.window import MainWindow

W = TypeVar("W", bound=QWidget)

# The most presses of Tab that any field is away.
FAR = 80

# So often is looked for a file dialog, and then given up.
MOST_LOOKS = 400

# So much of a line is typed key by key; what follows comes at once.
BY_KEY = 60


class Desk:
    """One window on one agenda, shown and ready. Widgets are found by their objectName, as a script would."""

    def __init__(
        self, qtbot: QtBot, agenda: Path, language: str = "fr", theme: str = "light", *words: str
    ) -> None:
        self.qtbot = qtbot
        self.agenda = agenda
        # Windows of earlier tests, which would be styled anew together with this one.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settings = Settings(language=cast(Language, language), theme=cast(Theme, theme))
        save(Paths.of_person().settings, settings)
        self.window: MainWindow = build(["--database", str(agenda), *words])
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window).__enter__()
        self.until(lambda: self.window.workspace.is_open)
        self.settle()

    # Looking

    def named(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]  # W has no default
        """The widget of that objectName."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), f"no {kind.__name__} is called {name}"
        return found

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, f"action-{name}")
        assert isinstance(found, QAction), f"no action is called {name}"
        return found

    def said(self) -> str:
        """The message over the panes."""
        return self.window.messages.text

    def says(self, words: str) -> None:
        """Wait until the message has these words, whatever spaces stand between them."""
        try:
            self.until(lambda: words in plain(self.said()))
        except TimeoutError:
            raise AssertionError(f"said: {self.said()!r}") from None

    def problem(self, name: str) -> str:
        """What is said under the field of that name, while it can be read."""
        label = self.named(f"{name}-problem", QLabel)
        return plain(label.text()) if label.isVisible() else ""

    def labels(self, name: str) -> list[QLabel]:
        """Those that can be read in the part of that name."""
        return [its for its in self.named(name, QWidget).findChildren(QLabel) if its.isVisible()]

    @property
    def rows_view(self) -> EventList:
        """The list as it is seen and clicked."""
        return self.named("event-list", EventList)

    def rows(self) -> list[str]:
        """What stands in the list, from top to bottom."""
        rows = self.rows_view.model()
        assert isinstance(rows, EventRows)
        return [event.summary for at in range(rows.rowCount()) if (event := rows.listed(at))]

    def shows(self, *summaries: str) -> None:
        """Wait until the list has these rows and no others."""
        try:
            self.until(lambda: self.rows() == list(summaries))
        except TimeoutError:
            raise AssertionError(f"rows: {self.rows()}") from None

    def selected(self) -> list[str]:
        return [event.summary for event in self.rows_view.selected_events()]

    def text(self, name: str) -> str:
        """What stands in the input of that name."""
        return text_of(self.named(name))

    def until(self, holds: Callable[[], object], timeout: int = 10_000) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=timeout)

    def settle(self) -> None:
        """Wait until all that was done is stored and shown."""
        for _ in range(3):
            self.window.workspace.flush()
            self.qtbot.wait(30)

    def store(self) -> Store:
        """The agenda's file, read by somebody else."""
        return Store.open(str(self.agenda), clock=lambda: datetime.now(UTC), create=False)

    def kept(self) -> dict[str, Event]:
        """Every event in the agenda's file, by its summary."""
        store = self.store()
        try:
            found = [store.event(ref) for ref in store.refs(EventQuery(hidden=True))]
        finally:
            store.close()
        return {event.summary: event for event in found if event is not None}

    # Hands on the keyboard

    def come_back(self) -> None:
        """Be in the window again once a popup or dialog is closed: without a screen nobody sees to that."""

        def is_back() -> bool:
            self.window.activateWindow()
            return QApplication.activeWindow() is self.window

        self.until(is_back)

    def hand(self) -> QWidget:
        """Where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, *keys: str) -> None:
        """Press these, one after another: "Ctrl+N", "Tab"."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type it where the keyboard is; a new line is Return."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            type_text(self.hand(), line[:BY_KEY])
            if len(line) > BY_KEY:
                self.dictate(line[BY_KEY:])

    def dictate(self, text: str) -> None:
        """As an input method gives what was composed: all at once."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.hand(), event)

    def answer_with(self, line: QLineEdit, text: str) -> None:
        """Type over what stands in a dialog's line, wherever the keyboard is, and press Return."""
        line.selectAll()
        type_text(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def tab_to(self, name: str) -> None:
        """Press Tab until that widget has the keyboard."""
        for _ in range(FAR):
            if self.hand().objectName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def rewrite(self, text: str) -> None:
        """Type over all that stands where the keyboard is."""
        self.press("Ctrl+A")
        self.type(text)

    # Hands on the mouse

    def click(self, widget: QWidget | str, at: QPoint | None = None) -> None:
        target = self.named(widget) if isinstance(widget, str) else widget
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at or target.rect().center())

    def choose(self, *summaries: str) -> None:
        """Click these rows, the first one alone and the others with Ctrl held."""
        self.come_back()
        for number, summary in enumerate(summaries):
            index = self.rows_view.model().index(self.rows().index(summary), 0)
            held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
            at = self.rows_view.visualRect(index).center()
            QTest.mouseClick(self.rows_view.viewport(), Qt.MouseButton.LeftButton, held, at)
        self.settle()

    def pick(self, menu: str, words: str) -> None:
        """Choose an entry of a submenu, both by their words."""
        (found,) = (its for its in self.window.findChildren(ChoiceMenu) if its.title() == menu)
        found.aboutToShow.emit()
        next(its for its in found.actions() if its.text() == words).trigger()
        self.settle()

    # Dialogs

    def when_asked(self, name: str, answer: Callable[[QDialog], object]) -> None:
        """When the dialog of that name comes and waits for an answer, give this one."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.objectName() == name:
                QTimer.singleShot(MOST_LOOKS * 20, dialog, dialog.reject)  # what waits for it may not hang
                answer(dialog)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)

    def answer_file_dialog(self, path: Path) -> None:
        """When the system's file dialog comes, choose that path and accept; until it is gone."""
        looks = iter(range(MOST_LOOKS))
        answered: QFileDialog | None = None

        def answer() -> None:
            nonlocal answered
            dialog = QApplication.activeModalWidget()
            if answered is not None and not (isValid(answered) and answered.isVisible()):
                return  # one that comes now is somebody else's to answer
            if next(looks, None) is None:
                # Nobody else would: whoever waits for it would wait for ever.
                if isinstance(dialog, QDialog):
                    dialog.reject()
                return
            QTimer.singleShot(20, answer)  # first, since a question may come out of the next lines
            if isinstance(dialog, QFileDialog):
                answered = dialog
                line = dialog.findChild(QLineEdit, "fileNameEdit")
                assert isinstance(line, QLineEdit)
                line.setText(str(path))
                buttons = dialog.findChild(QDialogButtonBox)
                assert isinstance(buttons, QDialogButtonBox)
                buttons.buttons()[0].click()

        QTimer.singleShot(20, answer)

    def dialog(self, name: str) -> QDialog:
        """The dialog of that objectName, once it is there."""
        self.until(lambda: self._dialog(name) is not None)
        found = self._dialog(name)
        assert found is not None
        return found

    def _dialog(self, name: str) -> QDialog | None:
        dialogs = (its for its in QApplication.topLevelWidgets() if isinstance(its, QDialog))
        return next((its for its in dialogs if its.isVisible() and its.objectName() == name), None)

    def close(self) -> None:
        """Close the window, and see that no bug was met: it would have been reported, not raised."""
        report = self._dialog("fault-report")
        text = report.findChild(QPlainTextEdit) if report else None
        self.window.close()
        application = QApplication.instance()
        assert application is not None
        for languages in application.findChildren(Languages):
            # Else the next window would find words of this one's language.
            languages.deleteLater()
            QApplication.sendPostedEvents(languages, QEvent.Type.DeferredDelete.value)
        assert text is None, text.toPlainText()


def plain(text: str) -> str:
    """With every space an ordinary one, as a person reads it."""
    return " ".join(text.split())
