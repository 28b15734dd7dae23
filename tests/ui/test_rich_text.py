"""The description is written, formatted, pasted and linked within the subset, and tells what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPalette, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.find import part
from tests.ui.front import in_front
from tests.ui.keyboard import type_text
from ui.widgets.link_popup import LinkPopup, read_link
from ui.widgets.rich_text import RichText

BOLD = "format-bold"


class Desk:
    """The editor, and all that it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.followed: list[str] = []
        self.text = RichText(lambda _name: QIcon(), follow=lambda url: self.followed.append(url.toString()))
        self.page = self.text.page
        self.told: list[str] = []
        self.left = 0
        qtbot.addWidget(self.text)
        self.text.edited.connect(self.told.append)
        self.text.left.connect(self._on_left)
        self.text.resize(600, 400)
        in_front(qtbot, self.text)
        self.page.setFocus()

    def _on_left(self) -> None:
        self.left += 1

    def press(self, name: str) -> None:
        self.button(name).click()

    def button(self, name: str) -> QToolButton:
        return part(self.text, QToolButton, f"format-{name}")

    def on(self) -> set[str]:
        """The buttons that are down."""
        names = ("bold", "italic", "heading", "bullets", "numbers", "quote", "link")
        return {name for name in names if self.button(name).isChecked()}

    def select(self, text: str) -> None:
        self.page.setTextCursor(self.page.document().find(text))

    def at(self, text: str) -> None:
        """Put the cursor after the first letter of that text."""
        cursor = self.page.document().find(text)
        cursor.setPosition(cursor.selectionStart() + 1)
        self.page.setTextCursor(cursor)

    def type(self, text: str) -> None:
        type_text(self.page, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page, key, modifier)

    def paste(self, html: str = "", text: str = "") -> None:
        data = QMimeData()
        if html:
            data.setHtml(html)
        if text:
            data.setText(text)
        self.page.insertFromMimeData(data)

    def popup(self) -> LinkPopup:
        return part(self.page, LinkPopup)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.text.hide()  # a popup that is still open goes along


def test_showing_tells_nothing_typing_tells_the_subset(desk: Desk) -> None:
    desk.text.set_html("<p>été</p>")
    assert desk.told == []
    desk.page.moveCursor(QTextCursor.MoveOperation.End)
    desk.type(" é<")
    assert desk.told == ["<p>été </p>", "<p>été é</p>", "<p>été é&lt;</p>"]
    assert desk.text.html() == desk.told[-1]


def test_what_is_there_already_leaves_the_cursor(desk: Desk) -> None:
    desk.text.set_html("<p>abc</p>")
    desk.at("bc")
    desk.type("x")
    desk.text.set_html("<p>abxc</p>")
    assert desk.page.textCursor().position() == 3
    desk.text.set_html("<p>other</p>")
    assert desk.page.textCursor().position() == 5, "behind what took the place of all"


def test_all_taken_away_is_nothing(desk: Desk) -> None:
    desk.text.set_html("<h2>a</h2>")
    desk.page.selectAll()
    desk.key(Qt.Key.Key_Delete)
    assert desk.told == [""]


def test_leaving_is_told(desk: Desk) -> None:
    desk.button("bold").setFocus()
    assert desk.left == 1


# Formatting


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("bold", "<p>a <strong>b</strong> c</p>"),
        ("italic", "<p>a <em>b</em> c</p>"),
        ("heading", "<h2>a b c</h2>"),
        ("bullets", "<ul><li>a b c</li></ul>"),
        ("numbers", "<ol><li>a b c</li></ol>"),
        ("quote", "<blockquote><p>a b c</p></blockquote>"),
    ],
)
def test_a_button_puts_it_on_and_takes_it_off(desk: Desk, name: str, html: str) -> None:
    desk.text.set_html("<p>a b c</p>")
    desk.select("b")
    desk.press(name)
    assert desk.told == [html]
    assert desk.on() == {name}
    desk.press(name)
    assert desk.told == [html, "<p>a b c</p>"]
    assert desk.on() == set()


@pytest.mark.parametrize(
    ("key", "modifier", "html"),
    [
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, "<p><strong>a</strong></p>"),
        (Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier, "<p><em>a</em></p>"),
    ],
)
def test_the_same_by_key(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, html: str) -> None:
    desk.text.set_html("<p>a</p>")
    desk.page.selectAll()
    desk.key(key, modifier)
    assert desk.told == [html]


def test_what_is_typed_next_is_bold(desk: Desk) -> None:
    desk.press("bold")
    assert desk.on() == {"bold"}
    desk.type("ab")
    desk.press("bold")
    desk.type("c")
    assert desk.told[-1] == "<p><strong>ab</strong>c</p>"


def test_the_buttons_follow_the_cursor(desk: Desk) -> None:
    desk.text.set_html(
        '<h2>head</h2><p>plain <strong>bold<em>both</em></strong> <a href="https://e.org">link</a></p>'
        "<ul><li>item</li></ul><ol><li>number</li></ol><blockquote><p>quote</p></blockquote>"
    )
    expected = {
        "head": {"heading"},
        "plain": set(),
        "bold": {"bold"},
        "both": {"bold", "italic"},
        "link": {"link"},
        "item": {"bullets"},
        "number": {"numbers"},
        "quote": {"quote"},
    }
    seen = {}
    for word in expected:
        desk.at(word)
        seen[word] = desk.on()
    assert seen == expected


def test_a_mark_goes_off_only_where_all_that_is_selected_has_it(desk: Desk) -> None:
    desk.text.set_html("<p><strong>a</strong>b</p>")
    desk.page.selectAll()
    assert desk.on() == set()
    desk.press("bold")
    assert desk.told == ["<p><strong>ab</strong></p>"]


def test_marks_stay_when_the_shape_changes(desk: Desk) -> None:
    desk.text.set_html('<p>a <strong>b</strong> <a href="https://e.org">c</a></p>')
    desk.press("heading")
    assert desk.told[-1] == '<h2>a <strong>b</strong> <a href="https://e.org">c</a></h2>'
    desk.press("bullets")
    assert desk.told[-1] == '<ul><li>a <strong>b</strong> <a href="https://e.org">c</a></li></ul>'


def test_several_blocks_become_one_list(desk: Desk) -> None:
    desk.text.set_html("<p>a</p><p>b</p><p>c</p>")
    desk.page.selectAll()
    desk.press("bullets")
    assert desk.told == ["<ul><li>a</li><li>b</li><li>c</li></ul>"]
    desk.press("numbers")
    assert desk.told[-1] == "<ol><li>a</li><li>b</li><li>c</li></ol>"
    desk.press("quote")
    assert desk.told[-1] == "<blockquote><ol><li>a</li><li>b</li><li>c</li></ol></blockquote>"


def test_a_paragraph_joins_the_list_before_it(desk: Desk) -> None:
    desk.text.set_html("<ul><li>a</li></ul><p>b</p>")
    desk.at("b")
    desk.press("bullets")
    assert desk.told == ["<ul><li>a</li><li>b</li></ul>"]


# Keys


def typed_in(desk: Desk, html: str, *keys: Qt.Key) -> str:
    desk.text.set_html(html)
    desk.page.moveCursor(QTextCursor.MoveOperation.End)
    for key in keys:
        desk.key(key)
    desk.type("x")
    return desk.told[-1]


def test_enter_goes_on_as_one_expects(desk: Desk) -> None:
    enter = Qt.Key.Key_Return
    assert typed_in(desk, "<h2>a</h2>", enter) == "<h2>a</h2><p>x</p>"
    assert typed_in(desk, "<ul><li>a</li></ul>", enter) == "<ul><li>a</li><li>x</li></ul>"
    assert typed_in(desk, "<ul><li>a</li></ul>", enter, enter) == "<ul><li>a</li></ul><p>x</p>"
    assert (
        typed_in(desk, "<blockquote><p>a</p></blockquote>", enter)
        == "<blockquote><p>a</p><p>x</p></blockquote>"
    )
    assert (
        typed_in(desk, "<blockquote><p>a</p></blockquote>", enter, enter)
        == "<blockquote><p>a</p></blockquote><p>x</p>"
    )


def test_a_line_end_within_a_paragraph(desk: Desk) -> None:
    desk.type("a")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.type("b")
    assert desk.told[-1] == "<p>a<br>b</p>"


@pytest.mark.parametrize("html", ["<h2>a</h2>", "<ul><li>a</li></ul>", "<blockquote><p>a</p></blockquote>"])
def test_backspace_at_the_beginning_takes_the_shape_away(desk: Desk, html: str) -> None:
    desk.text.set_html(html)
    desk.key(Qt.Key.Key_Backspace)
    assert desk.told == ["<p>a</p>"]


def test_tab_goes_on_and_undo_is_the_window_s(desk: Desk) -> None:
    desk.type("a")
    assert not desk.page.document().isUndoAvailable()
    desk.key(Qt.Key.Key_Tab)
    assert not desk.page.hasFocus()
    assert desk.told == ["<p>a</p>"]


# What comes in and goes out


def test_a_paste_from_the_web_is_cleaned(desk: Desk) -> None:
    desk.paste(
        "<html><head><style>p{color:red}</style></head><body><h1 onclick='x()'>Titre</h1>"
        "<p style='font-size:40px'>Un <b>gros</b> <span style='color:red'>mot</span>"
        "<img src='http://example.org/a.png'><script>alert(1)</script> et "
        "<a href='https://example.org'>lien</a>, <a href='javascript:x()'>piège</a></p></body></html>"
    )
    assert desk.told == [
        '<h2>Titre</h2><p>Un <strong>gros</strong> mot et <a href="https://example.org">lien</a>, piège</p>'
    ]


def test_a_paste_from_a_word_processor_is_cleaned(desk: Desk) -> None:
    desk.paste(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment-->"
        "<p class=MsoNormal><b><span lang=FR>Gras</span></b><o:p></o:p></p>"
        "<p class=MsoNormal><i>« Italique »</i></p><!--EndFragment--></body></html>"
    )
    assert desk.told == ["<p><strong>Gras</strong></p><p><em>« Italique »</em></p>"]


def test_a_plain_paste_keeps_its_lines_and_the_present_marks(desk: Desk) -> None:
    desk.paste(text="a\r\nb\n\nc <d>")
    assert desk.told == ["<p>a<br>b</p><p>c &lt;d&gt;</p>"]
    desk.press("bold")
    desk.paste(text="x")
    assert desk.told[-1] == "<p>a<br>b</p><p>c &lt;d&gt;<strong>x</strong></p>"


def test_files_and_pictures_are_not_taken(desk: Desk) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/agenda.ics")])
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    for data in (files, picture):
        assert not desk.page.canInsertFromMimeData(data)
        desk.page.insertFromMimeData(data)
    assert desk.told == []


def test_what_is_copied_is_the_subset_and_its_text(desk: Desk) -> None:
    desk.text.set_html("<p>a <strong>b</strong></p>")
    desk.page.selectAll()
    desk.page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.html() == "<p>a <strong>b</strong></p>"
    assert data.text() == "a b"


@pytest.mark.parametrize("name", ["file:///etc/hostname", "/etc/hostname", "https://example.org/a.png"])
def test_nothing_is_loaded_whatever_asks_for_it(desk: Desk, name: str) -> None:
    for kind in QTextDocument.ResourceType:
        assert desk.page.document().resource(kind.value, QUrl(name)) is None
        assert desk.page.loadResource(kind.value, QUrl(name)) is None


# Links


def test_a_link_is_made_of_what_is_selected(desk: Desk) -> None:
    desk.text.set_html("<p>a word here</p>")
    desk.select("word")
    desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    address = part(desk.popup(), QLineEdit)
    type_text(address, "example.org/é")
    QTest.keyClick(address, Qt.Key.Key_Return)
    assert desk.told == ['<p>a <a href="https://example.org/é">word</a> here</p>']
    assert not desk.popup().isVisible()
    desk.type("!")
    assert desk.told[-1] == '<p>a <a href="https://example.org/é">word</a>! here</p>'


def test_a_link_is_changed_and_taken_away_from_within(desk: Desk) -> None:
    desk.text.set_html('<p>a <a href="https://one.org">li<em>n</em>k</a></p>')
    desk.at("ink")
    desk.press("link")
    address = part(desk.popup(), QLineEdit)
    assert address.text() == "https://one.org"
    address.setText("presse@two.org")
    part(desk.popup(), QPushButton, "link-apply").click()
    assert desk.told == ['<p>a <a href="mailto:presse@two.org">li<em>n</em>k</a></p>']
    desk.at("ink")
    desk.press("link")
    part(desk.popup(), QPushButton, "link-remove").click()
    assert desk.told[-1] == "<p>a li<em>n</em>k</p>"


def test_a_link_where_nothing_is_written_shows_its_address(desk: Desk) -> None:
    desk.press("link")
    type_text(part(desk.popup(), QLineEdit), "presse@example.org")
    part(desk.popup(), QPushButton, "link-apply").click()
    assert desk.told == ['<p><a href="mailto:presse@example.org">presse@example.org</a></p>']


def test_what_is_no_address_is_said_and_nothing_changes(desk: Desk) -> None:
    desk.text.set_html("<p>word</p>")
    desk.press("link")
    address = part(desk.popup(), QLineEdit)
    type_text(address, "javascript:alert(1)")
    QTest.keyClick(address, Qt.Key.Key_Return)
    assert desk.popup().isVisible()
    assert address.accessibleDescription() == "That is no address. Example: https://example.org"
    QTest.keyClick(address, Qt.Key.Key_Escape)
    assert not desk.popup().isVisible()
    assert desk.told == []


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("", ""),
        (" https://example.org/a ", "https://example.org/a"),
        ("example.org", "https://example.org"),
        ("a@example.org", "mailto:a@example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
    ],
)
def test_an_address_is_read_as_people_write_it(text: str, href: str) -> None:
    assert read_link(text) == href


@pytest.mark.parametrize(
    "text",
    [
        "word",
        "two words",
        "file:///etc/passwd",
        "javascript:x",
        "ftp://a.org",
        "data:text/html,x",
        "https://",
        "a@b",
    ],
)
def test_other_addresses_are_none(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        read_link(text)


def test_a_link_is_followed_with_control_or_where_nothing_can_be_written(desk: Desk) -> None:
    desk.text.set_html('<p><a href="https://example.org/">a long word to click on</a></p>')
    place = desk.page.cursorRect().center() + QPoint(20, 0)
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(desk.page.viewport(), click, pos=place)
    assert desk.followed == []
    QTest.mouseClick(desk.page.viewport(), click, Qt.KeyboardModifier.ControlModifier, place)
    assert desk.followed == ["https://example.org/"]
    desk.text.set_read_only(True)
    QTest.mouseClick(desk.page.viewport(), click, pos=place)
    assert len(desk.followed) == 2


# How it stands


def test_what_is_read_only_stays_as_it_is(desk: Desk) -> None:
    desk.text.set_html("<p>a</p>")
    desk.text.set_read_only(True)
    desk.type("x")
    desk.key(Qt.Key.Key_Backspace)
    desk.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.paste(text="x")
    assert desk.told == []
    assert desk.text.html() == "<p>a</p>"
    assert not desk.button("bold").isVisible()


def test_lines_are_no_longer_than_is_read_with_ease(desk: Desk) -> None:
    words = "Les ministres de la Défense des pays de l’Alliance ont souligné leur soutien. " * 20
    desk.text.set_html(f"<p>{words}</p>")
    desk.text.resize(1600, 600)
    QApplication.processEvents()
    layout = desk.page.document().begin().layout()
    longest = max(layout.lineAt(index).textLength() for index in range(layout.lineCount()))
    assert 60 <= longest <= 76


def test_the_page_is_as_high_as_its_text(desk: Desk) -> None:
    before = desk.page.sizeHint().height()
    desk.text.set_html("<p>ligne</p>" * 40)
    assert desk.page.sizeHint().height() > 2 * before
    desk.text.resize(desk.text.sizeHint())
    QApplication.processEvents()
    assert desk.page.verticalScrollBar().maximum() == 0


def test_the_tools_stay_in_sight_and_so_does_the_cursor(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    text = RichText(lambda _name: QIcon())
    area.setWidget(text)
    area.setWidgetResizable(True)
    text.stick_to(area)
    text.set_html("<p>ligne</p>" * 60)
    area.resize(500, 300)
    in_front(qtbot, area)
    text.page.setFocus()
    text.page.moveCursor(QTextCursor.MoveOperation.End)
    seen = area.viewport().rect()
    cursor = text.page.viewport().mapTo(area, text.page.cursorRect().center())
    assert seen.contains(cursor)
    button = part(text, QToolButton, BOLD)
    assert seen.contains(button.mapTo(area, button.rect().center()))


def test_links_are_drawn_in_the_palette_s_colour(desk: Desk) -> None:
    desk.text.set_html('<p><a href="https://example.org">a</a></p>')
    palette = desk.page.palette()
    palette.setColor(QPalette.ColorRole.Link, "#123456")
    desk.page.setPalette(palette)
    cursor = desk.page.document().find("a")
    assert cursor.charFormat().foreground().color().name() == "#123456"
    assert desk.told == []


def test_every_part_has_a_name_of_its_own(desk: Desk) -> None:
    names = [button.accessibleName() for button in desk.text.findChildren(QToolButton)]
    assert all(names)
    assert len(set(names)) == len(names) == 7
    assert desk.page.accessibleName() == "Description"
    assert desk.page.objectName() == "description"
    desk.text.setFocus()
    assert desk.page.hasFocus()
