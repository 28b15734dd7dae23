"""The form shows every field of an event, tells each edit as a whole event, and says what is not saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.calendar import Calendar
from core.event import (
    NO_DAY,
    Classification,
    Description,
    Event,
    Geo,
    Organizer,
    Place,
    Recurrence,
    Stage,
    Status,
    Transparency,
)
from core.richtext import to_plain
from core.when import When
from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.theme.fonts import load_fonts
from ui.theme.icons import Icons
from ui.theme.theme import Theme
from ui.widgets.event_editor import EventEditor
from ui.widgets.field import Field

SEED = (Path(__file__).parents[2] / "resources" / "demo" / "otan.txt").read_text(encoding="utf-8").strip()
HTML = "<p>En <strong>réunion</strong> à Bruxelles</p>"
NATO = Place(("Siège de l’OTAN", "Bd Léopold III", "1030 Schaerbeek", "Belgique"), Geo(50.8794, 4.4262))
EVENT = Event(
    "uid-1",
    When.days(date(2022, 10, 12), date(2022, 10, 13)),
    summary="Réunion des ministres de la Défense des pays de l’OTAN",
    place=NATO,
    description=Description(to_plain(HTML), HTML),
    categories=("International", "Défense"),
    status=Status.TENTATIVE,
    url="https://www.nato.int/",
    contact="Service de presse",
    organizer=Organizer("OTAN", "presse@example.org"),
    cost="Gratuit",
    classification=Classification.PRIVATE,
    transparency=Transparency.TRANSPARENT,
    stage=Stage.READY,
    source="Belga",
)
EVENING = When.times(datetime(2022, 10, 12, 18, 30), datetime(2022, 10, 12, 20), "Europe/Brussels")
BARE = Event("uid-2", When.days(date(2022, 10, 12)))

# As the design names them, for scripts and tests.
NAMES = (
    *("summary", "dtstart", "dtend", "start-time", "end-time", "all-day", "tzid", "location", "categories"),
    *("status", "description", "url", "contact", "organizer"),
)
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


# A field, a text that is no value of it, and what makes it one.
BECOMING = (("url", "https:", "/"), ("organizer-email", "a@b", ".be"), ("dtstart", "toda", "y"))


class Desk:
    """The editor in the look of the window, and all that it told."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.theme = theme
        self.editor = EventEditor(Icons(self.theme), self._suggest, date.today)
        qtbot.addWidget(self.editor)
        self.edited: list[Event] = []
        self.drafts: list[tuple[str, str]] = []
        self.undrafted: list[str] = []
        self.left = 0
        self.editor.edited.connect(self.edited.append)
        self.editor.drafted.connect(lambda field, text: self.drafts.append((field, text)))
        self.editor.undrafted.connect(self.undrafted.append)
        self.editor.left.connect(self._on_left)
        self.editor.resize(720, 800)
        in_front(qtbot, self.editor)

    @staticmethod
    def _suggest(_prefix: str) -> Sequence[Place]:
        return [NATO]

    def _on_left(self) -> None:
        self.left += 1

    def line(self, name: str) -> QLineEdit:
        return part(self.editor, QLineEdit, name)

    def type(self, name: str, text: str) -> None:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        type_text(line, text)

    def words(self, name: str) -> str:
        """What is said under a control; "" for nothing."""
        label = part(self.editor, QLabel, f"{name}-problem")
        return label.text() if label.isVisibleTo(self.editor) else ""


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Put on once: that takes longer than an editor."""
    before = qapp.palette(), qapp.font()
    load_fonts()
    made = Theme(qapp)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    QLocale.setDefault(QLocale("fr_BE"))
    made = Desk(qtbot, theme)
    yield made
    made.editor.hide()
    theme.set_mode("system")


# Showing


def test_every_field_is_there(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    shown = {
        name: desk.line(name).text() for name in ("summary", "url", "contact", "organizer", "organizer-email")
    }
    assert shown == {
        "summary": EVENT.summary,
        "url": EVENT.url,
        "contact": EVENT.contact,
        "organizer": "OTAN",
        "organizer-email": "presse@example.org",
    }
    assert [desk.line(name).text() for name in ("cost", "source", "geo")] == [
        "Gratuit",
        "Belga",
        "50.8794, 4.4262",
    ]
    assert desk.line("dtend").text() == "jeu. 13 oct. 2022"
    assert desk.editor.place.toPlainText() == NATO.text
    assert desk.editor.categories.tags() == ["International", "Défense"]
    assert part(desk.editor, QTextEdit, "description").toPlainText() == "En réunion à Bruxelles"
    assert [part(desk.editor, QComboBox, name).currentText() for name in ("class", "transp")] == [
        "Private",
        "Free",
    ]
    assert [part(desk.editor, QToolButton, name).text() for name in ("status", "stage")] == [
        "To be confirmed",
        "Ready",
    ]
    assert (desk.edited, desk.drafts, desk.undrafted) == ([], [], [])


@pytest.mark.parametrize("shown", [False, True], ids=["before an event", "with one"])
def test_the_names_of_the_design_are_found(desk: Desk, shown: bool) -> None:
    if shown:
        desk.editor.show_event(BARE, {})
    for name in NAMES:
        assert part(desk.editor, QWidget, name)


def test_the_text_of_the_seed_comes_back_as_it_was(desk: Desk) -> None:
    event = replace(BARE, description=Description(SEED))
    desk.editor.show_event(event, {})
    desk.type("summary", "x")
    assert desk.edited[-1].description == Description(SEED)
    page = part(desk.editor, QTextEdit, "description")
    page.setFocus()
    page.moveCursor(page.textCursor().MoveOperation.End)
    type_text(page, "!")
    assert desk.edited[-1].description == Description(SEED + "!")


def test_a_rule_is_said_in_words(desk: Desk) -> None:
    words = part(desk.editor, QLabel, "rule-words")
    desk.editor.show_event(replace(EVENT, recurrence=Recurrence(("FREQ=DAILY;INTERVAL=2",))), {})
    assert words.isVisible()
    assert "2" in words.text()
    desk.editor.show_event(EVENT, {})
    assert not words.isVisible()


def test_details_are_folded_until_they_say_something(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    assert not desk.line("cost").isVisible()
    desk.editor.show_event(replace(EVENT, source=""), {})
    assert desk.line("cost").isVisible()
    assert not desk.line("source").isVisible()
    desk.editor.show_event(BARE, {})
    assert not desk.line("cost").isVisible()
    part(desk.editor, QToolButton, "more-fields").click()
    desk.editor.show_event(replace(BARE, uid="uid-3"), {})
    assert desk.line("cost").isVisible()


def test_details_unfold_under_the_description(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    before = desk.editor.description.y()
    part(desk.editor, QToolButton, "more-fields").click()
    QApplication.processEvents()
    assert desk.editor.description.y() == before
    assert (
        desk.editor.more.mapTo(desk.editor, QPoint()).y()
        > desk.editor.description.mapTo(desk.editor, QPoint(0, desk.editor.description.height())).y()
    )


def test_clearing_the_last_detail_folds_nothing_under_one_s_hands(desk: Desk) -> None:
    event = replace(BARE, cost="5 €")
    desk.editor.show_event(event, {})
    desk.line("cost").setFocus()
    desk.editor.show_event(replace(event, cost=""), {})
    assert desk.line("cost").isVisible()


def test_another_event_begins_at_its_top(desk: Desk) -> None:
    desk.editor.show_event(replace(EVENT, description=Description(SEED)), {})
    QApplication.processEvents()
    bar = desk.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.editor.show_event(replace(EVENT, description=Description(SEED), cost="x"), {})
    assert bar.value() > 0
    desk.editor.show_event(replace(EVENT, uid="uid-3"), {})
    assert bar.value() == 0


# Editing


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("summary", " Été ", {"summary": "Été"}),
        ("contact", "a", {"contact": "a"}),
        ("url", "example.org", {"url": "https://example.org"}),
        ("cost", "5 €", {"cost": "5 €"}),
        ("source", "s", {"source": "s"}),
        ("organizer", "o", {"organizer": Organizer("o")}),
        ("organizer-email", "a@example.org", {"organizer": Organizer("", "a@example.org")}),
        ("geo", "50.5, 4.5", {"place": Place((), Geo(50.5, 4.5))}),
        ("dtend", "13/10/22", {"when": When.days(date(2022, 10, 12), date(2022, 10, 13))}),
    ],
)
def test_what_is_typed_changes_its_field_alone(
    desk: Desk, name: str, text: str, expected: dict[str, Any]
) -> None:
    desk.editor.show_event(BARE, {})
    desk.type(name, text)
    assert desk.edited[-1] == replace(BARE, **expected)
    assert desk.editor.event_shown == desk.edited[-1]
    desk.line("source" if name != "source" else "cost").setFocus()
    assert desk.left >= 1


def test_picking_is_an_edit_and_a_step(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    part(desk.editor, QToolButton, "status").menu().actions()[2].trigger()
    assert desk.edited[-1].status is Status.CANCELLED
    part(desk.editor, QToolButton, "stage").menu().actions()[3].trigger()
    assert desk.edited[-1].stage is Stage.PUBLISHED
    box = part(desk.editor, QComboBox, "class")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert desk.edited[-1] == replace(
        BARE, status=Status.CANCELLED, stage=Stage.PUBLISHED, classification=Classification.CONFIDENTIAL
    )
    assert desk.left == 3


def test_the_same_again_tells_nothing(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    line = desk.line("summary")
    line.setFocus()
    line.end(False)
    type_text(line, " ")
    assert desk.edited == []


def test_coordinates_belong_to_the_lines_that_they_came_with(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    desk.editor.place.setFocus()
    desk.editor.place.moveCursor(desk.editor.place.textCursor().MoveOperation.End)
    type_text(desk.editor.place, "!")
    assert desk.edited[-1].place.geo is None
    desk.editor.place.chosen.emit(NATO)
    assert desk.edited[-1].place == NATO


def test_formatted_text_is_kept_beside_the_plain_one(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    page = part(desk.editor, QTextEdit, "description")
    page.selectAll()
    part(desk.editor, QToolButton, "format-bold").click()
    html = "<p><strong>En réunion à Bruxelles</strong></p>"
    assert desk.edited[-1].description == Description("En réunion à Bruxelles", html)
    part(desk.editor, QToolButton, "format-bold").click()
    assert desk.edited[-1].description == Description("En réunion à Bruxelles")


# What is not saved


def test_a_bad_value_is_kept_at_once_and_said_when_it_is_left(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    desk.type("url", "pas un lien")
    assert desk.drafts[-1] == ("url", "pas un lien")
    assert desk.words("url") == ""
    desk.line("contact").setFocus()
    assert desk.words("url") == "Not saved: That is no web address. Example: https://example.org"
    assert desk.line("url").accessibleDescription() == desk.words("url")
    assert [event.url for event in desk.edited if event.url not in ("", "https://pas")] == []
    desk.type("url", "example.org")
    assert desk.words("url") == ""
    assert desk.undrafted == ["url"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dtstart", "10/25/22"),
        ("dtend", "19/10/2021"),  # before the start, which 19 is not
        ("start-time", "14h75"),
        ("end-time", "22h61"),
        ("tzid", "Asia/Tokyo2"),
        ("url", "exemple.be, voir page 2"),
        ("organizer-email", "a@example.org et b"),
        ("geo", "50.87, 4.42 N"),
    ],
)
def test_nothing_is_changed_by_the_beginning_of_a_text_that_is_no_value(
    desk: Desk, name: str, text: str
) -> None:
    event = replace(EVENT, when=EVENING)
    desk.editor.show_event(event, {})
    field = part(desk.editor, QWidget, name)
    line = field if isinstance(field, QLineEdit) else part(field, QLineEdit)
    line.setFocus()
    line.selectAll()
    for key in text:
        type_text(line, key)
        if desk.edited:
            # As the form is shown again once what was typed until then is stored.
            desk.editor.show_event(
                desk.edited[-1], dict(its for its in desk.drafts[-1:] if its[1] == line.text())
            )
    assert desk.edited, "its beginning is a value"
    desk.line("contact").setFocus()
    assert desk.drafts[-1] == (name, text)
    assert desk.edited[-1] == event
    # What is typed elsewhere goes on from there.
    desk.type("contact", "Ada")
    assert desk.edited[-1] == replace(event, contact="Ada")


def test_a_text_that_is_no_value_is_taken_back_by_itself(desk: Desk) -> None:
    event = replace(EVENT, when=EVENING)
    desk.editor.show_event(event, {})
    assert not desk.editor.take_back_draft()
    for name, text in (("dtstart", "10/25/22"), ("url", "pas un lien"), ("geo", "par là")):
        shown = desk.line(name).text()
        desk.type(name, text)
        assert desk.editor.take_back_draft()
        assert (desk.line(name).text(), desk.undrafted[-1]) == (shown, name)
        assert not desk.editor.take_back_draft()
    assert not desk.edited or desk.edited[-1] == event


def test_who_stops_typing_is_told_after_a_moment(desk: Desk, qtbot: QtBot) -> None:
    desk.editor.show_event(BARE, {})
    desk.type("dtstart", "le 12 du mois")
    assert desk.words("when") == ""
    qtbot.waitUntil(lambda: desk.words("when") != "", timeout=3000)
    assert desk.words("when") == "Not saved: That is no date. Examples: 12/10/22, 12 oct, tomorrow"


def test_drafts_are_back_where_they_were_typed(desk: Desk) -> None:
    drafts = {"url": "pas un lien", "dtend": "32 oct", "geo": "par là", "organizer-email": "presse"}
    desk.editor.show_event(BARE, drafts)
    assert {name: desk.line(name).text() for name in drafts} == drafts
    assert all(desk.words(name) for name in ("url", "when", "geo", "organizer-email"))
    assert desk.line("geo").isVisible()
    assert (desk.drafts, desk.edited) == ([], [])
    desk.editor.show_event(BARE, {})
    assert not any(desk.words(name) for name in ("url", "when", "geo", "organizer-email"))


def test_a_row_with_two_problems_says_one_after_the_other(desk: Desk) -> None:
    desk.editor.show_event(replace(BARE, when=EVENING), {})
    desk.type("dtstart", "pas une date")
    desk.type("start-time", "jamais")
    desk.line("contact").setFocus()
    assert "no date" in desk.words("when")
    assert desk.line("start-time").accessibleDescription().startswith("Not saved: That is no time.")
    desk.type("dtstart", "12/10/22")
    assert "no time" in desk.words("when")
    desk.type("start-time", "18h")
    assert desk.words("when") == ""
    assert sorted(set(desk.undrafted)) == ["dtstart", "start-time"]


def test_an_end_before_its_start_says_why_it_is_not_saved(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    desk.type("dtend", "01/10/2022")
    desk.line("contact").setFocus()
    assert desk.words("when") == "Not saved: The end lies before the start."
    assert desk.line("dtend").property("invalid")


# Nothing to show, nothing to write


def test_without_an_event_it_says_what_to_do(desk: Desk) -> None:
    wanted: list[bool] = []
    desk.editor.new_wanted.connect(lambda: wanted.append(True))
    button = part(desk.editor, QPushButton, "no-event-new")
    assert button.isVisible()
    assert not desk.line("summary").isVisible()
    button.click()
    assert wanted == [True]
    desk.editor.show_event(EVENT, {})
    assert not button.isVisible()
    assert desk.line("summary").isVisible()
    desk.editor.show_nothing(3)
    assert not button.isVisible()
    assert any("3" in label.text() for label in desk.editor.findChildren(QLabel) if label.isVisible())
    desk.type("summary", "x")
    assert desk.edited == []


def test_read_only_nothing_can_be_changed(desk: Desk) -> None:
    desk.editor.show_event(replace(EVENT, when=EVENING), {})
    desk.editor.set_read_only(True)
    for name in ("summary", "dtstart", "start-time", "url", "contact", "organizer", "cost", "geo", "source"):
        desk.type(name, "x")
    type_text(desk.editor.place, "x")
    type_text(part(desk.editor, QTextEdit, "description"), "x")
    for button in desk.editor.findChildren(QAbstractButton):
        if button.objectName() not in ("more-fields", "no-event-new"):
            button.click()
    assert (desk.edited, desk.drafts) == ([], [])
    words = "This agenda can be read, but not changed."
    assert words in [label.text() for label in desk.editor.findChildren(QLabel) if label.isVisible()]
    desk.editor.set_read_only(False)
    assert words not in [label.text() for label in desk.editor.findChildren(QLabel) if label.isVisible()]
    desk.type("summary", "x")
    assert desk.edited[-1].summary == "x"


def test_a_new_event_begins_with_its_title(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    desk.line("contact").setFocus()
    desk.editor.start_writing()
    assert desk.line("summary").hasFocus()


def test_calendars_are_offered_where_there_are_several(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    pill = part(desk.editor, QToolButton, "calendar")
    desk.editor.heading.show_calendars([Calendar(1, "Agenda", "#2457C5")], 1)
    assert not pill.isVisible()
    desk.editor.heading.show_calendars(
        [Calendar(1, "Agenda", "#2457C5"), Calendar(2, "Culture", "#B3261E")], 2
    )
    assert pill.isVisible()
    assert pill.text() == "Culture"


def test_a_long_title_is_whole_in_its_tool_tip(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    QApplication.processEvents()
    assert desk.line("summary").toolTip() == ""
    title = "Un titre " * 30
    desk.editor.show_event(replace(EVENT, summary=title), {})
    assert desk.line("summary").toolTip() == title
    assert desk.line("summary").cursorPosition() == 0


# How it stands


def test_tab_goes_on_after_the_chips_of_whatever_event_was_shown(desk: Desk) -> None:
    for tags in (("Défense", "OTAN"), (), ("Culture",)):
        desk.editor.show_event(replace(BARE, categories=tags), {})
    desk.editor.place.setFocus()
    passed = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName() or type(focused).__name__)
    assert passed == ["TagEntry", "url", "contact", "format-bold", "description"]


def test_tab_goes_through_the_form_as_one_reads(desk: Desk) -> None:
    desk.editor.show_event(replace(BARE, when=EVENING), {})
    desk.editor.start_writing()
    passed = []
    for _ in range(17):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName() or type(focused).__name__)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == [
        *("summary", "status", "stage", "dtstart", "start-time", "dtend", "end-time", "all-day", "tzid"),
        *("repeats", "location", "TagEntry", "url", "contact", "format-bold", "description", "more-fields"),
    ]


def test_the_tools_of_the_description_are_one_stop_with_arrow_keys(desk: Desk) -> None:
    desk.editor.show_event(BARE, {})
    part(desk.editor, QToolButton, "format-bold").setFocus()
    passed = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
    assert passed == ["format-italic", "format-heading", "format-italic", "description", "format-italic"]


def test_accessible_names_are_words_and_each_its_own(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    kinds = (QLineEdit, QTextEdit, QComboBox, QToolButton, QPushButton)
    named = [
        widget
        for kind in kinds
        for widget in desk.editor.findChildren(kind)
        if widget.objectName() and not widget.objectName().startswith("qt_")
    ]
    names = [widget.accessibleName() or widget.property("text") for widget in named]
    assert all(names)
    assert len(set(names)) == len(names)
    assert not {widget.objectName() for widget in named} & set(names)


class Longer(QTranslator):
    """Every text 40 % longer."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"[{text} {'é' * (len(text) * 2 // 5)}]" if text else ""


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def shows_words(widget: QLabel | QAbstractButton) -> bool:
    return not isinstance(widget, QToolButton) or widget.toolButtonStyle() != ICON_ONLY


def clipped(owner: QWidget) -> list[str]:
    """The words of what is narrower than they are."""
    found = []
    for widget in owner.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        text = widget.text() if shows_words(widget) else ""
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
        else:
            fits = widget.width() >= min(
                widget.sizeHint().width(), QFontMetrics(widget.font()).horizontalAdvance(text)
            )
        inside = widget.mapTo(owner, widget.rect().topRight()).x() <= owner.width()
        if text and not (fits and inside):
            found.append(text)
    return found


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("width", [480, 720, 1200])
def test_longer_words_clip_nowhere(desk: Desk, width: int) -> None:
    QApplication.sendEvent(desk.editor, QEvent(QEvent.Type.LanguageChange))
    drafts = {"url": "pas un lien", "dtend": "32 oct", "geo": "par là"}
    rule = Recurrence(("FREQ=YEARLY;BYMONTH=1,2,3,4,5,6;BYDAY=1TU,3TU;UNTIL=20400630",))
    desk.editor.show_event(replace(EVENT, when=EVENING, recurrence=rule), drafts)
    part(desk.editor, QToolButton, "rule-fold").click()
    desk.editor.resize(width, 900)
    for _ in range(3):  # the rule's own labels follow the form's
        QApplication.processEvents()
    form = part(desk.editor, QWidget, "event-form")
    assert form.minimumSizeHint().width() <= desk.editor.viewport().width()
    assert form.width() <= desk.editor.viewport().width()
    assert clipped(form) == []


@pytest.mark.parametrize(("width", "left"), [(720, True), (480, False), (1600, True)])
def test_labels_stand_at_the_left_where_there_is_room(desk: Desk, width: int, left: bool) -> None:
    desk.editor.show_event(EVENT, {})
    desk.editor.resize(width, 900)
    QApplication.processEvents()
    rows = [field for field in desk.editor.findChildren(Field) if field.isVisible()]
    assert {field.widget.x() > 0 for field in rows} == {left}
    assert len({field.widget.x() for field in rows}) == 1


def test_the_form_stays_readable_in_a_wide_window(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {})
    desk.editor.resize(2000, 900)
    QApplication.processEvents()
    form = part(desk.editor, QWidget, "event-form")
    assert form.width() < 720
    middle = form.mapTo(desk.editor, form.rect().center()).x()
    assert abs(middle - 1000) < 10


def test_another_theme_and_language_change_no_value(desk: Desk) -> None:
    desk.editor.show_event(EVENT, {"url": "pas un lien"})
    desk.theme.set_mode("dark")
    QLocale.setDefault(QLocale("en_IE"))
    QApplication.sendEvent(desk.editor, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    assert desk.line("dtstart").text() == "Wed 12 Oct 2022"
    assert desk.line("url").text() == "pas un lien"
    assert desk.words("url")
    assert desk.edited == []


@pytest.mark.parametrize(("name", "draft", "rest"), BECOMING)
def test_a_value_is_told_before_its_draft_is_given_up(desk: Desk, name: str, draft: str, rest: str) -> None:
    desk.editor.show_event(BARE, {})
    field = desk.line(name)
    field.setFocus()
    field.selectAll()
    type_text(field, draft)
    told: list[str] = []
    desk.editor.edited.connect(lambda _event: told.append("edited"))
    desk.editor.undrafted.connect(lambda _name: told.append("undrafted"))
    type_text(field, rest)
    assert told[:2] == ["edited", "undrafted"]


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2022, 10, 12)])
def test_an_event_without_a_date_gets_the_first_that_is_typed(desk: Desk, day: date) -> None:
    undated = replace(EVENT, when=NO_DAY, undated=True)
    desk.editor.show_event(undated, {})
    assert (desk.line("dtstart").text(), desk.line("dtend").text()) == ("", "")
    assert desk.words("when").startswith("No date can be read")
    desk.type("dtstart", "nonsense")
    assert desk.editor.event_shown == undated
    desk.type("dtstart", f"{day:%d.%m.%Y}")
    assert desk.edited[-1] == replace(EVENT, when=When.days(day))
    assert desk.words("when") == ""
