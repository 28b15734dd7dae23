"""What the dialogs have in common: their margins, and buttons that stand where the system has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

Role = QDialogButtonBox.ButtonRole


def column_of(dialog: QDialog, name: str) -> QVBoxLayout:
    """Its layout, from the top to the bottom. name: its objectName."""
    dialog.setObjectName(name)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(8)
    return column


def buttons_of(
    dialog: QDialog, buttons: Iterable[tuple[QPushButton, str, Role, Callable[[], object]]]
) -> QDialogButtonBox:
    """(button, end of its objectName, role, what it does) each; the one that accepts is the default."""
    box = QDialogButtonBox(dialog)
    for button, name, role, run in buttons:
        button.setObjectName(f"{dialog.objectName()}-{name}")
        button.setDefault(role is Role.AcceptRole)
        button.setAutoDefault(role is Role.AcceptRole)
        button.clicked.connect(lambda _checked=False, run=run: run())
        box.addButton(button, role)
    return box
