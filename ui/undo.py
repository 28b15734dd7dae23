"""Undo and redo: one command for every deed, holding a journal row's number and never what it changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from core.change import Deed
from ui.words import QT_TRANSLATE_NOOP


def deed_words(deed: Deed) -> str:
    """What a step was, as it stands after *Undo*."""
    return QCoreApplication.translate("Deeds", _words()[deed])


def _words() -> dict[Deed, str]:
    return {
        Deed.CREATE: QT_TRANSLATE_NOOP("Deeds", "new event"),
        Deed.EDIT: QT_TRANSLATE_NOOP("Deeds", "editing"),
        Deed.DELETE: QT_TRANSLATE_NOOP("Deeds", "deletion"),
        Deed.DUPLICATE: QT_TRANSLATE_NOOP("Deeds", "duplication"),
        Deed.IMPORT: QT_TRANSLATE_NOOP("Deeds", "import"),
        Deed.MOVE: QT_TRANSLATE_NOOP("Deeds", "move to a calendar"),
        Deed.CATEGORIES: QT_TRANSLATE_NOOP("Deeds", "change of categories"),
        Deed.COMMENT: QT_TRANSLATE_NOOP("Deeds", "new comment"),
        Deed.EDIT_COMMENT: QT_TRANSLATE_NOOP("Deeds", "editing of a comment"),
        Deed.DELETE_COMMENT: QT_TRANSLATE_NOOP("Deeds", "deletion of a comment"),
        Deed.MODERATE: QT_TRANSLATE_NOOP("Deeds", "moderation"),
        Deed.CREATE_CALENDAR: QT_TRANSLATE_NOOP("Deeds", "new calendar"),
        Deed.EDIT_CALENDAR: QT_TRANSLATE_NOOP("Deeds", "change of a calendar"),
        Deed.DELETE_CALENDAR: QT_TRANSLATE_NOOP("Deeds", "deletion of a calendar"),
        Deed.RESTORE: QT_TRANSLATE_NOOP("Deeds", "restoring"),
    }


class DoneCommand(QUndoCommand):
    """Something that is stored already when it is pushed.

    Taking it back and doing it again are one thing: the journal row is reverted, and the row that this
    writes is the one to revert next. Typing needs no merging here: its later saves amend the same row.
    """

    def __init__(self, text: str, journal_id: int, revert: Callable[[DoneCommand], None]) -> None:
        super().__init__(text)
        self.journal_id = journal_id
        self._revert = revert
        self._pushed = False

    def redo(self) -> None:
        # QUndoStack.push() calls redo() at once; what is done needs no doing.
        if self._pushed:
            self._revert(self)
        self._pushed = True

    def undo(self) -> None:
        self._revert(self)
