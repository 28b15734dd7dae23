"""The rules of the house that no tool checks: who imports what and when, names, words, what Qt must do."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from core.when import When
from tests.core.agendas import desk
from tests.patience import HANGS

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("sqlalchemy", "alembic", "icalendar", "babel", "dateutil", "nh3", "email_validator", "lxml")
QT = ("PySide6", "shiboken6")


def files(*folders: str) -> list[Path]:
    return sorted(its for folder in folders for its in (ROOT / folder).rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes(file: Path) -> list[ast.AST]:
    """Every node of a file, which takes longer to find than to look at."""
    return list(ast.walk(tree(file)))


def where(file: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{file.relative_to(ROOT)}{line}"


def imports(file: Path) -> Iterator[tuple[ast.stmt, str]]:
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from ((node, its.name) for its in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""


def starts(module: str, names: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in names)


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("core", (*QT, "ui", "main", "dev", "tests")),
        ("core/phrases", ("core.store", "core.db", "core.ics", "core.cli")),
        ("core/ics", ("sqlalchemy", "alembic", "core.db", "core.store", "core.cli")),
        ("core/cli", ("sqlalchemy", "core.db")),
        ("ui", ("sqlalchemy", "alembic", "icalendar", "core.db", "core.cli", "main", "dev", "tests")),
        ("ui/models", ("ui.widgets", "ui.dialogs", "ui.controllers", "ui.window", "ui.app")),
        ("ui/theme", ("ui.widgets", "ui.dialogs", "ui.controllers", "ui.window", "ui.app", "core")),
        ("ui/widgets", ("ui.controllers", "ui.window", "ui.app", "ui.workspace")),
        ("ui/dialogs", ("ui.controllers", "ui.window", "ui.app")),
    ],
)
def test_nothing_imports_what_it_must_not_know(folder: str, forbidden: tuple[str, ...]) -> None:
    assert [
        where(its, node) for its in files(folder) for node, name in imports(its) if starts(name, forbidden)
    ] == []


def test_a_module_of_the_standard_library_is_never_hidden() -> None:
    """The root is first in sys.path: what stands there must not be called like one of Python's own."""
    tops = {its.stem for its in ROOT.glob("*.py")} | {its.parent.name for its in ROOT.glob("*/__init__.py")}
    assert tops & sys.stdlib_module_names == set()


def test_every_module_says_its_one_purpose() -> None:
    for file in files("core", "ui", "tests", "bench"):
        if file.name == "__init__.py" and file.is_relative_to(ROOT / "tests"):
            continue
        first = (ast.get_docstring(tree(file)) or "").partition("\n")[0]
        assert first.endswith((".", "?", "”")), where(file)


def test_no_state_is_kept_in_a_module() -> None:
    assert [
        where(its, node) for its in files("core", "ui") for node in nodes(its) if isinstance(node, ast.Global)
    ] == []


def test_no_test_reaches_into_private_parts() -> None:
    found = [
        where(its, node)
        for its in files("tests", "bench")
        for node in nodes(its)
        if isinstance(node, ast.Attribute)
        and re.match(r"_[^_]", node.attr)
        and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls", "os"))
    ]
    assert found == []


def test_the_map_in_the_docs_is_the_tree() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    found, rooms, top, folder = set(), set(), "", ROOT
    for line in text.split("```")[1].splitlines():
        if words := re.match(r"(\w+)/", line):
            top = words[1]
        inner = re.match(r"  (\w+)/", line)
        if not line.startswith("   "):  # else it goes on with the folder of the line before
            folder = ROOT / top / (inner[1] if inner else "") if line[:1] == " " or words else ROOT
        named = {folder / its for its in re.findall(r"\w+\.py\b", line)}
        assert {its for its in named if not its.exists()} == set(), line
        rooms |= named
        found |= {f"{top}/{its}" for its in re.findall(r"\b(\w+)/", line)}
    packages = {
        its.parent.relative_to(ROOT).as_posix() for its in files("core", "ui") if its.name == "__init__.py"
    }
    assert {its for its in packages if its.count("/") == 1} <= found
    assert {its for top in ("core", "ui") for its in (ROOT / top).glob("[!_]*.py")} - rooms == set()


def classes_of_ui() -> list[ast.ClassDef]:
    return [node for its in files("ui") for node in nodes(its) if isinstance(node, ast.ClassDef)]


def speaking_classes() -> list[ast.ClassDef]:
    """The classes of ui that call tr()."""
    return [its for its in classes_of_ui() if any(map(_is_tr, ast.walk(its)))]


def _is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "tr"


def test_words_are_looked_up_in_leaf_classes_only() -> None:
    """tr() in a base class is looked up under the name of the class derived from it, and not found."""
    bases = {its.id for node in classes_of_ui() for its in node.bases if isinstance(its, ast.Name)}
    assert bases & {its.name for its in speaking_classes()} == set()


def test_no_two_classes_that_speak_have_one_name() -> None:
    """lupdate would put the words of both into one context."""
    names = [its.name for its in speaking_classes()]
    assert {its for its in names if names.count(its) > 1} == set()


def modules_said_by(code: str) -> set[str]:
    """What a fresh process says with say_modules()."""
    head = "import json, sys\ndef say_modules(): print(json.dumps(sorted(sys.modules.copy())), flush=True)\n"
    command = [sys.executable, "-c", head + code]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=HANGS)
    return set(json.loads(done.stdout.splitlines()[-1]))


FIRST_PAINT = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView
from ui.app import build

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            say_modules()
            rows = window.findChild(QTableView, "event-list").model().rowCount()
            os._exit(0 if rows >= {rows} else 1)
        return False

window = build({arguments})
watch = Watch()
window.installEventFilter(watch)
window.setUpdatesEnabled(False)
window.show()
QTimer.singleShot({late}, lambda: window.setUpdatesEnabled(True))
QApplication.exec()
"""


def first_paint(arguments: list[str], late: int, rows: int) -> str:
    """late: milliseconds until the window may paint. rows: as many must be in its list then, at least."""
    values = {"{arguments}": repr(arguments), "{late}": str(late), "{rows}": str(rows)}
    return reduce(lambda code, name: code.replace(name, values[name]), values, FIRST_PAINT)


def test_the_first_picture_shows_events_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    with desk(tmp_path / "agenda.parvis") as here:
        for number in range(3):
            here.add(f"Event {number}", When.days(date.today() + timedelta(days=number)))
    modules = modules_said_by(first_paint(["--database", str(here.path)], 0, rows=3))
    assert {its for its in modules if starts(its, (*HEAVY, "core.store", "core.db"))} == set()


@pytest.mark.parametrize("late", [0, 900])
def test_nothing_slow_is_loaded_before_the_window_is_painted(late: int) -> None:
    """However slow the machine is, the agenda waits for the picture. late: in milliseconds."""
    modules = modules_said_by(first_paint(["--demo"], late, rows=0))
    assert "ui.window" in modules
    assert {its for its in modules if starts(its, (*HEAVY, "core.store", "core.db"))} == set()


OPENED = """
import os
from datetime import UTC, datetime
from PySide6.QtCore import QCoreApplication
from ui.workspace import Workspace

def opened():
    say_modules()
    os._exit(0)

application = QCoreApplication([])
workspace = Workspace(lambda: datetime.now(UTC), str)
workspace.opened.connect(opened)
workspace.open({location!r})
application.exec()
"""


def test_what_the_first_event_shown_needs_is_loaded_when_the_agenda_is_open(tmp_path: Path) -> None:
    """Off the GUI thread, which would stand still for it."""
    modules = modules_said_by(OPENED.format(location=str(tmp_path / "a.agenda")))
    assert "icalendar.prop" in modules


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["list", "--all"]])
def test_no_command_loads_qt(arguments: list[str]) -> None:
    call = f"with contextlib.suppress(SystemExit): main.main({arguments!r})"
    modules = modules_said_by(f"import contextlib, main\n{call}\nsay_modules()")
    assert "core.cli.command" in modules
    assert {its for its in modules if starts(its, (*QT, "ui"))} == set()


class Bell(QObject):
    """Rings."""

    rung = Signal(bool)


def test_qt_survives_20_000_emits_and_void_calls() -> None:
    """PySide6 6.12.0 loses a reference to True or None at each of them on Python 3.11, and aborts."""
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    for _ in range(20_000):
        bell.rung.emit(True)
        bell.setObjectName("bell")
    assert len(heard) == 20_000
    assert sys.getrefcount(True) > 100
    assert sys.getrefcount(None) > 100
