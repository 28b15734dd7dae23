"""An import's report in words: one line for the message, and what was noticed file by file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.errors import FileProblem, NotICalendar
from core.ics.repair import Repair
from core.ics.split import SetAside
from core.planned import FileReport, ImportReport
from tests.ui.outings import noticed
from ui.dialogs.import_report import MOST, ImportReportDialog, said
from ui.i18n import Languages
from ui.repair_words import repair_words, repaired, set_aside

BAD = NotICalendar("page.ics", "html")


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (ImportReport(files=(FileReport("a.ics"),)), "There was no event to import."),
        (ImportReport(added=2, files=(FileReport("a.ics"),)), "2 event(s) added."),
        (
            ImportReport(same=3, left_out=2, deleted_uids=("d",), files=(FileReport("a.ics"),)),
            "3 there already, 1 deleted here, not taken, 2 left out. Nothing was changed.",
        ),
        (
            ImportReport(added=2, updated=1, same=4, older_uids=("u",), files=(FileReport("a.ics"),)),
            "2 event(s) added, 1 updated, 4 there already, 1 older than here, not taken.",
        ),
        (
            ImportReport(added=2, files=(FileReport("a.ics"), FileReport("page.ics", BAD))),
            "2 event(s) added, 1 file(s) not read.",
        ),
        (
            ImportReport(files=(FileReport("page.ics", BAD),)),
            "“page.ics” is a web page, not a calendar. Nothing was changed.",
        ),
    ],
)
def test_it_is_said_in_one_line(qapp: object, report: ImportReport, words: str) -> None:
    assert said(report) == words


@pytest.mark.parametrize(
    ("repairs", "sentences"),
    [
        ([], []),
        ([Repair(3, "charset", "utf-16")], ["Line 3: text that is not UTF-8 was read as utf-16"]),
        (
            [Repair(line, "control-character") for line in (3, 9)],
            ["Lines 3, 9: control characters were left out"],
        ),
        (
            [Repair(line, "missing-uid", f"uid-{line}") for line in range(1, 11)],
            ["Lines 1, 2, 3, 4, 5, 6 and 4 more: an event without an identifier was given one"],
        ),
        (
            [Repair(1, "missing-end", "VEVENT"), Repair(2, "missing-end", "VCALENDAR")],
            ["Line 1: the end of a VEVENT was missing", "Line 2: the end of a VCALENDAR was missing"],
        ),
        ([Repair(1, "new-in-a-later-version")], ["Line 1: read otherwise than it stands"]),
    ],
)
def test_repairs_of_one_kind_are_one_sentence(
    qapp: object, repairs: list[Repair], sentences: list[str]
) -> None:
    assert list(repaired(repairs)) == sentences


def test_a_stray_line_with_braces_is_no_placeholder(qapp: object) -> None:
    assert "{" not in "".join(repaired([Repair(1, "stray-line", "{0} {what}")]))


@pytest.mark.parametrize(
    "code",
    [
        *("charset", "control-character", "stray-line", "missing-end", "stray-end", "missing-uid"),
        *("no-calendar", "two-zones", "unknown-zone"),
    ],
)
def test_every_repair_has_words_of_its_own(qapp: object, code: str) -> None:
    assert repair_words(code) != repair_words("another")


def test_what_is_set_aside_is_named(qapp: object) -> None:
    assert set_aside(SetAside(4, "no-start", "u", "Marche", b"")) == (
        "Line 4: “Marche”, kept without a date, as it does not say when it is"
    )
    assert "“u”" in set_aside(SetAside(4, "bad-start", "u", "", b""))
    assert "an event without a title" in set_aside(SetAside(4, "other", "", "", b""))


def test_french_says_so_with_its_own_signs(qapp: QApplication) -> None:
    languages = Languages(qapp)
    languages.set_language("fr")
    aside = set_aside(SetAside(10, "no-start", "u", "Two", b""))
    (mended,) = repaired([Repair(3, "charset", "utf-16")])
    languages.set_language("en")
    assert aside.startswith("Ligne 10\u00a0: «\u00a0Two\u00a0», gardé sans date")
    assert mended.startswith("Ligne 3\u00a0: ")


def test_the_report_goes_file_by_file(qtbot: QtBot) -> None:
    report = ImportReport(
        added=1,
        older_uids=("old@x",),
        deleted_uids=("gone@x",),
        twin_uids=("twin@x",),
        files=(
            FileReport("/tmp/good.ics"),
            FileReport("/tmp/gone.ics", FileProblem("/tmp/gone.ics", "ENOENT")),
            FileReport("/tmp/mixed.ics", other={"VTODO": 2, "X-THING": 1, "VJOURNAL": 1, "VFREEBUSY": 1}),
        ),
    )
    dialog = ImportReportDialog(report)
    qtbot.addWidget(dialog)
    assert noticed(dialog) == {
        "gone.ics": ["“gone.ics” is not there."],
        "mixed.ics": [
            "1 free/busy block(s) left out: Parvis keeps events.",
            "1 journal entry(ies) left out: Parvis keeps events.",
            "2 task(s) left out: Parvis keeps events.",
            "1 component(s) X-THING left out.",
        ],
        "Older than what is here, so left as they are": ["old@x"],
        "Deleted here, so not taken again": ["gone@x"],
        "Added, though the same is likely here already": ["twin@x"],
    }
    assert dialog.findChild(QPushButton, "import-undo") is None


def test_a_million_lines_are_cut(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(ImportReport(older_uids=tuple(map(str, range(MOST + 7)))))
    qtbot.addWidget(dialog)
    ((*_, last),) = noticed(dialog).values()
    assert last == "… and 7 more"
