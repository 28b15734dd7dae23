"""A box of the editor of rules: narrower where there is no room for its longest words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.calm_box import CalmBox

# In pixels: what it makes do with.
LEAST = 160


class RuleBox(CalmBox):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: the objectName."""
        super().__init__(parent)
        self.setObjectName(name)
        # Its words become others with the rule; Qt measures those alone that it shows first.
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), LEAST), wanted.height())
