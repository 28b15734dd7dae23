"""How a widget is drawn by what it is just now: focus rings of boxes, and properties of the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def ring(box: QWidget, on: bool) -> None:
    """Draw the focus ring around a box, whose input has no border of its own."""
    if bool(box.property("ringed")) != on:
        box.setProperty("ringed", on)
        repolish(box)


def repolish(widget: QWidget) -> None:
    """Have the style sheet look again at a property that has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
