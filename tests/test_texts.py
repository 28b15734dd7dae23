"""What is found in the code: every text, under its context, with its plural; none is passed over."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6 import QtCore

from resources.i18n import texts
from resources.i18n.texts import Text, Unseen

LUPDATE = Path(QtCore.__file__).parent / "lupdate"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A module of a package of its own; write it, then read `its.parent`."""
    (tmp_path / "ui").mkdir()
    return tmp_path / "ui/module.py"


def test_every_way_to_look_words_up_is_seen(code: Path) -> None:
    code.write_text(
        """
CONTEXT: Final = "Errors"
PLACE = "Places"
OTHER = QT_TRANSLATE_NOOP("Table", "In a table")

class Pane(QWidget):
    def retranslate(self):
        self.tr("Plain")
        self.tr("%n event(s)", "", len(self.events))
        self.setText(self.tr("With “quotes”" " and a\\\\n line").format(self.tr("inside")))

def words(n, name):
    translate = QCoreApplication.translate
    translate(CONTEXT, "By a constant")
    translate(PLACE, "By another")
    QCoreApplication.translate("Errors", "%n error(s)", None, n.count)
    QCoreApplication.translate("Errors", "Open", "a verb")
    QCoreApplication.translate("Table", OTHER)
    name.translate({1: 2})
"""
    )
    assert list(texts.texts(code.parent)) == [
        Text("Table", "In a table"),
        Text("Pane", "Plain"),
        Text("Pane", "%n event(s)", plural=True),
        Text("Pane", "With “quotes” and a\\n line"),
        Text("Pane", "inside"),
        Text("Errors", "By a constant"),
        Text("Places", "By another"),
        Text("Errors", "%n error(s)", plural=True),
        Text("Errors", "Open", "a verb"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('translate(f"{x}", "text")', "not a text that is known before a run"),
        ("self.tr(words)", "not a text"),
        ('translate("A", f"in {place}")', "not a text"),
        ('translate("A", "one " + two)', "not a text"),
        ('self.tr("%n event(s)")', "%n and a number go together"),
        ('self.tr("one event", "", 1)', "%n and a number go together"),
        ('self.tr("%n event(s)", n=3)', "fourth place"),
    ],
)
def test_what_no_translator_would_see_is_refused_with_its_place(code: Path, line: str, reason: str) -> None:
    code.write_text(f"\n{line}\n")
    with pytest.raises(Unseen, match=f"^ui/module.py:2: .*{reason}"):
        list(texts.texts(code.parent))


def test_lupdate_takes_them_all_and_leaves_what_is_translated(tmp_path: Path) -> None:
    file = tmp_path / "parvis_fr.ts"
    file.write_text(
        '<TS version="2.1" language="fr_FR"><context><name>EventWords</name>'
        "<message><source>Confirmed</source><translation>Confirmé</translation></message>"
        "<message><source>Gone</source><translation>Parti</translation></message></context></TS>"
    )
    texts.update(LUPDATE, tmp_path)
    tree = ElementTree.parse(file)
    found = {
        (context.findtext("name"), message.findtext("source"), message.get("numerus") == "yes")
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    assert found == {(its.context, its.source, its.plural) for its in texts.texts()}
    assert "Confirmé" in [its.text for its in tree.iter("translation")]
    again = file.read_bytes()
    texts.update(LUPDATE, tmp_path)
    assert file.read_bytes() == again
