"""A process that shows the window and every dialog, and prints what does not fit.

``python -m tests.journeys.fitting AGENDA LANGUAGE THEME``, with QT_SCALE_FACTOR as wanted.
"""

from __future__ import annotations

import os
import sys
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton

from core.paths import Paths
from core.settings import Language, Settings, Theme, save
from tests.journeys.dialogs import every_dialog
from tests.journeys.hands import pause
from tests.journeys.measuring import misfits
from tests.ui.find import part
from ui.app import build
from ui.window import MainWindow

# So often it is looked at again: layouts follow one another, on a busy machine slowly.
SETTLES = 20
SIZES = ((1024, 640), (1350, 800))


def main(agenda: str, language: str, theme: str) -> None:
    settings = Settings(language=cast(Language, language), theme=cast(Theme, theme))
    save(Paths.of_person().settings, settings)
    QApplication([])
    window = build(["--database", agenda])
    window.show()
    summary = part(window, QLineEdit, "summary")
    while not (window.workspace.is_open and summary.text()):
        pause(20)
    for size in SIZES:
        window.resize(*size)
        look(window, size)
    print("looked at everything", flush=True)
    os._exit(0)  # past all that would ask or wait


def look(window: MainWindow, size: tuple[int, int]) -> None:
    """The form folded and not, with words of what is wrong in it, and the dialogs over it."""
    show(window, "folded", size)
    part(window, QAction, "action-comment").trigger()
    details = part(window, QToolButton, "more-fields")
    if not details.isChecked():
        details.click()
    # Sent as it is, it says under each field what lacks; and the link is none.
    part(window, QPushButton, "comment-submit").click()
    link = part(window, QLineEdit, "url")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_X)
    link.clearFocus()
    window.messages.show_message(part(window, QLabel, "agenda-state").text(), kind="warn")
    show(window, "unfolded", size)
    for dialog in every_dialog(window):
        for problem in misfits(dialog):
            print(f"{dialog.objectName()} {size}: {problem}")
    part(window, QToolButton, "comment-fold").click()
    details.click()
    window.messages.dismiss()


def show(window: MainWindow, how: str, size: tuple[int, int]) -> None:
    found = misfits(window)
    for _ in range(SETTLES):
        pause(50)
        found = misfits(window)
        if not found:
            break
    for problem in found:
        print(f"window {how} {size}: {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
