"""How the window looks and speaks: theme, language, panes; remembered for the next start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from core.settings import Settings
from ui.actions import Actions
from ui.i18n import Languages
from ui.remembered import Remembered
from ui.theme.theme import MODES, Theme
from ui.widgets.choice_menu import Choice
from ui.window import MainWindow

COMMENTS = 2  # the pane's place in the splitter


class Appearance(QObject):
    """Follows the settings: whoever changes them (menu, toolbar, preferences) changes the window."""

    def __init__(
        self, window: MainWindow, theme: Theme, languages: Languages, remembered: Remembered
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._languages = languages
        self._remembered = remembered
        self._actions: Actions | None = None
        settings = remembered.settings
        self._applied = settings
        window.restore_state(settings.geometry, settings.panes)
        self._comments_pane.setVisible(settings.comments_shown)
        window.closing.connect(self._remember_window)
        remembered.changed.connect(self._on_settings)
        languages.changed.connect(self._on_words)
        theme.changed.connect(self._on_theme)

    @property
    def _comments_pane(self) -> QWidget:
        pane = self._window.splitter.widget(COMMENTS)
        assert pane is not None
        return pane

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this affair do, by name."""
        return {
            **{f"theme-{mode}": partial(self._remembered.change, theme=mode) for mode in MODES},
            "toggle-theme": lambda: self._remembered.change(theme="light" if self._theme.dark else "dark"),
            "comments-pane": self._toggle_comments,
        }

    def follow(self, actions: Actions) -> None:
        """Tick and tint these from now on."""
        self._actions = actions
        self._tick()

    def language_choices(self) -> Iterable[Choice]:
        """For the menu. A language goes by its own name, whatever the present one is."""
        system = QCoreApplication.translate("Appearance", "Like the system")
        for code, name in (("system", system), ("fr", "Français"), ("en", "English")):
            yield Choice(
                name,
                partial(self._remembered.change, language=code),
                checked=self._remembered.settings.language == code,
            )

    def _toggle_comments(self) -> None:
        self._remembered.change(comments_shown=not self._remembered.settings.comments_shown)

    def _on_settings(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        if settings.theme != before.theme:
            self._theme.set_mode(settings.theme)
        if settings.language != before.language:
            self._languages.set_language(settings.language)
        self._comments_pane.setVisible(settings.comments_shown)
        self._tick()

    def _on_words(self) -> None:
        if self._actions is not None:
            self._window.retranslate()

    def _on_theme(self) -> None:
        if self._actions is not None:
            self._actions.retint()
        self._tick()

    def _tick(self) -> None:
        if self._actions is None:
            return
        settings = self._remembered.settings
        ticks = {f"theme-{mode}": settings.theme == mode for mode in MODES}
        ticks |= {"toggle-theme": self._theme.dark, "comments-pane": settings.comments_shown}
        for name, ticked in ticks.items():
            self._actions[name].setChecked(ticked)

    def _remember_window(self) -> None:
        # A pane that is hidden has no width of its own.
        sizes = tuple(self._window.splitter.sizes())
        panes = sizes if all(sizes) else self._remembered.settings.panes
        self._remembered.change(geometry=self._window.state(), panes=panes)
