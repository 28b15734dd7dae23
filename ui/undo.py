"""Undo and redo: one command for every deed, holding a journal row's number and never what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.change import Deed
from ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.workspace import Workspace


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

    def __init__(self, deed: Deed, journal_id: int, revert: Callable[[DoneCommand], None]) -> None:
        super().__init__()
        self.deed = deed
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


def undo_of(workspace: Workspace, journal_id: int) -> Callable[[], None]:
    """Takes back the step that was just stored, and no other, whatever was done since.

    It does nothing where that step was taken back already, or belongs to an agenda that was closed.
    """
    stack = workspace.undo_stack
    step = next((its for its in _done(stack) if its.journal_id == journal_id), None)
    taken = False

    def undo() -> None:
        nonlocal taken
        steps = list(_done(stack))
        if step is None or taken or step not in steps:
            return
        if step is steps[0] and not workspace.unsaved:
            workspace.undo()
            return
        # There are later ones, or there will be one of what is typed: this is a step of its own.
        taken = True
        workspace.do(
            lambda agenda: agenda.revert(step.journal_id),
            lambda applied: workspace.reverted.emit(applied.change),
        )

    return undo


def _done(stack: QUndoStack) -> Iterator[DoneCommand]:
    """The steps that can be taken back, the last one first."""
    for at in reversed(range(stack.index())):
        command = stack.command(at)
        assert isinstance(command, DoneCommand)
        yield command
