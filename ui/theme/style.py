"""The style sheet: what Fusion and a palette cannot say about the controls."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template

from ui.theme.tokens import Tokens

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "icons" / "style"


def style_sheet(tokens: Tokens, suffix: str) -> str:
    """suffix: ``light`` or ``dark``, of the small pictures in resources/icons/style."""
    pictures = {
        name: f'url("{(FOLDER / f"{picture}-{suffix}.svg").as_posix()}")'
        for name, picture in (
            ("down", "chevron-down"),
            ("right", "chevron-right"),
            ("check", "check"),
        )
    }
    return Template(_SHEET).substitute(asdict(tokens), **pictures)


# Padding is less by one pixel where a focus ring takes it: nothing moves when the focus does.
_SHEET = """
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 3px 7px; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="meta"] { color: $muted; font-size: 11px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="problem"], Glyph[role="problem"] { color: $danger; }
QLabel[role="problem"] { font-size: 11px; }
Glyph[role="muted"] { color: $muted; }
Glyph[role="ok"] { color: $ok; }
Glyph[role="warn"] { color: $warn; }
Glyph[role="accent"] { color: $accent; }

QMenuBar { background: $bg; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:default { font-weight: 600; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::right-arrow { image: $right; width: 12px; height: 12px; right: 8px; }

QToolBar { background: $bg; border: none; border-bottom: 1px solid $line; padding: 4px 12px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 8px; }
QStatusBar { background: $bg; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }
QSplitter::handle { background: $line; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton { background: $surface; border: 1px solid $border; border-radius: 6px; padding: 5px 15px;
    min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 14px; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton[primary="true"], QPushButton:default { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: 600; }
QPushButton[primary="true"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus, QPushButton:default:focus { border: 2px solid $text; padding: 4px 14px; }
QPushButton[primary="true"]:disabled, QPushButton:default:disabled { background: $line; color: $muted;
    border-color: $line; }
QPushButton[quiet="true"] { background: transparent; border: 2px solid transparent; padding: 4px 8px;
    color: $accent; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $surface; color: $text;
    border: 1px solid $border; border-radius: 6px; placeholder-text-color: $muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { padding: 5px 9px; min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 2px 7px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 1px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
    color: $disabled; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { border-color: $line; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"],
QTextEdit[invalid="true"], *[boxed="true"][invalid="true"] { border-color: $danger; }

QComboBox { combobox-popup: 0; padding-left: 11px; padding-right: 28px; }
QComboBox:focus { padding-left: 10px; padding-right: 27px; }
QComboBox:editable { padding-left: 9px; }
QComboBox:editable:focus { padding-left: 8px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: $down; width: 16px; height: 16px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
    background: transparent; }

QAbstractItemView { outline: none; }
QDialog QAbstractItemView { background: $surface; border: 1px solid $border; border-radius: 6px;
    padding: 3px; selection-background-color: $accent_soft; selection-color: $text; }
QDialog QAbstractItemView:focus { border: 2px solid $accent; padding: 2px; }
QDialog QAbstractItemView::item { padding: 4px 8px; min-height: 20px; border-radius: 4px; }
QDialog QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QDialog QHeaderView { background: transparent; border: none; border-radius: 0; padding: 0; }
QDialog QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: 4px 8px; font-size: 11px; }
QComboBox QAbstractItemView, QListView[popup="true"] { background: $surface; border: 1px solid $border;
    padding: 3px; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[popup="true"]::item { padding: 4px 8px; min-height: 20px;
    border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QListView[popup="true"]::item:selected { background: $accent_soft;
    color: $text; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QTableView::indicator { width: 16px; height: 16px; border: 1px solid $border;
    border-radius: 4px; background: $surface; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $border; border-radius: 9px;
    background: $surface; }
QCheckBox::indicator:hover, QTableView::indicator:hover,
QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
    image: $check; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox::indicator:indeterminate { background: $accent_soft; border: 5px solid $accent; width: 8px;
    height: 8px; }
QCheckBox::indicator:disabled, QTableView::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled, QTableView::indicator:checked:disabled { background: $disabled;
    border-color: $disabled; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; background-clip: padding; margin: 2px 3px; border: none;
    border-radius: 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; border: none; border-radius: 3px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

*[boxed="true"] { background: $surface; border: 1px solid $border; border-radius: 6px; padding: 1px; }
*[boxed="true"][ringed="true"] { border: 2px solid $accent; padding: 0; }
*[boxed="true"][locked="true"] { border-color: $line; }
*[surface="true"] { background: $surface; border: none; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: none; background: transparent; padding: 0 4px;
    min-height: 22px; }
QTextEdit#description, QTextEdit#description:focus { border: none; background: transparent; padding: 0; }
#rich-tools { background: $surface; border: none; border-bottom: 1px solid $line; border-top-left-radius: 5px;
    border-top-right-radius: 5px; }
QLineEdit#summary { border: 2px solid transparent; background: transparent; padding: 2px 6px;
    font-size: 20px; font-weight: 600; min-height: 28px; }
QLineEdit#summary:hover { background: $hover; }
QLineEdit#summary:focus { border-color: $accent; background: $surface; }
QLineEdit#summary[readOnly="true"]:hover { background: transparent; }

Pill { border: 1px solid $border; border-radius: 13px; padding: 2px 27px 2px 5px; min-height: 20px; }
Pill:focus { border: 2px solid $accent; padding: 1px 26px 1px 4px; }
Pill::menu-indicator { image: $down; width: 14px; height: 14px; subcontrol-origin: border;
    subcontrol-position: center right; right: 8px; }
Pill:disabled { border-color: $line; color: $text; padding-right: 9px; }
Pill::menu-indicator:disabled { image: none; }
#class:disabled, #transp:disabled, #tzid:disabled, #all-day:disabled { color: $text; }
#class::down-arrow:disabled, #transp::down-arrow:disabled, #tzid::down-arrow:disabled { image: none; }
ToggleChip { background: $surface; border: 1px solid $border; border-radius: 13px; padding: 1px; }
ToggleChip:hover { background: $hover; }
ToggleChip:checked { background: $accent_soft; border-color: $accent; color: $accent; font-weight: 600; }
ToggleChip:focus { border: 2px solid $accent; padding: 0; }
ToggleChip:disabled { color: $disabled; border-color: $line; }
ToggleChip:checked:disabled { color: $text; border-color: $border; }
Chip { background: $accent_soft; border-radius: 12px; }
ChipButton { border: 2px solid transparent; border-radius: 10px; padding: 1px; }
ChipButton:hover { background: $surface; }
QToolButton[quiet="true"] { color: $accent; padding: 4px 8px 4px 0; }
QToolButton[quiet="true"]:checked { background: transparent; }
QToolButton[quiet="true"]:hover { background: $hover; }

CalendarPopup, LinkPopup, TimeList { background: $surface; border: 1px solid $border; }
MessageBar { border: none; border-bottom: 1px solid $line; background: $accent_soft; }
MessageBar[kind="ok"] { background: $ok_soft; }
MessageBar[kind="warn"] { background: $warn_soft; }
MessageBar[kind="error"] { background: $danger_soft; }
"""
