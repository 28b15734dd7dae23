"""A part of a widget, as a person or a script finds it: by its kind and its objectName."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

Kind = TypeVar("Kind", bound=QObject)


def part(owner: QObject, kind: type[Kind], name: str = "") -> Kind:
    """The first one of that kind, and of that name unless any will do."""
    found = owner.findChild(kind, name) if name else owner.findChild(kind)
    assert found is not None, f"no {kind.__name__} {name}"
    return found
