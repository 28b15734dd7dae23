"""Light, dark, or as the system has it: style, palette and style sheet of the whole application."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import body_font
from ui.theme.style import style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens

MODES = ("system", "light", "dark")


class Theme(QObject):
    """Puts the look on the application, and gives its colours to who paints."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = "system"
        self._tokens = LIGHT
        app.setStyle("Fusion")
        app.setFont(body_font())
        self._put_on(self._wanted())
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow())

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def dark(self) -> bool:
        return self._tokens is DARK

    def set_mode(self, mode: str) -> None:
        """One of MODES; anything else counts as ``system``."""
        self._mode = mode if mode in MODES else "system"
        self._follow()

    def colour(self, role: str) -> QColor:
        """The present colour of one of the Tokens; raises AttributeError for another name.

        A calendar's own ``#RRGGBB`` is made lighter on dark, where it would hardly be seen.
        """
        if role.startswith("#"):
            return QColor(role).lighter(150) if self.dark else QColor(role)
        return QColor(getattr(self._tokens, role))

    def _wanted(self) -> Tokens:
        # A system that says nothing counts as light.
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if self._mode == "dark" or (self._mode == "system" and system_dark) else LIGHT

    def _follow(self) -> None:
        if self._wanted() is not self._tokens:
            self._put_on(self._wanted())
            self.changed.emit()

    def _put_on(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens, "dark" if tokens is DARK else "light"))


def palette(tokens: Tokens) -> QPalette:
    """Every role of it: what is left out is taken from the system, which may be dark when we are light."""
    made = QPalette(QColor(tokens.surface), QColor(tokens.bg))
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText, _Role.Link):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.line))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(tokens.muted))
    return made


_Role = QPalette.ColorRole


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.bg,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.danger,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.border,
        _Role.Shadow: tokens.border,
    }
