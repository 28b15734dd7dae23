"""The words of ui/ and their translations: what the program asks for, and what the .ts files lack.

lupdate keeps the files, but does not see in Python a context that is a constant, nor a plural by translate();
so it is given a list of what the syntax tree has, in a form that it does see.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
UI = FOLDER.parent.parent / "ui"


class Unseen(Exception):
    """A text that no translator would get to see. Its own text says where and why."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that the program looks up. plural: it depends on a number."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False

    def as_code(self) -> str:
        """A line of Python that lupdate reads."""
        parts = [self.context, self.source, self.comment][: 3 if self.comment or self.plural else 2]
        number = ", 1" if self.plural else ""
        return f"QCoreApplication.translate({', '.join(map(_quoted, parts))}{number})\n"


def texts(folder: Path = UI) -> Iterator[Text]:
    """All of them, module by module. Raises Unseen for a text or a context that is not known before a run."""
    for file in sorted(folder.rglob("*.py")):
        try:
            yield from _Reader().read(ast.parse(file.read_text(encoding="utf-8")))
        except Unseen as unseen:
            raise Unseen(f"{file.relative_to(folder.parent)}:{unseen}") from None


class _Reader(ast.NodeVisitor):
    """Finds them in one module."""

    def __init__(self) -> None:
        self._found: list[Text] = []
        self._constants: dict[str, str] = {}
        self._class = ""

    def read(self, module: ast.Module) -> list[Text]:
        for node in module.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _is_text(node.value):
                name = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                self._constants[ast.unparse(name)] = ast.literal_eval(node.value)
        self.visit(module)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if name == "tr":
            self._add(self._class, node, node.args)
        elif name == "QT_TRANSLATE_NOOP":
            self._add(self._value(node.args[0]), node, node.args[1:])
        elif name == "translate" and len(node.args) > 1:
            context = self._value(node.args[0])
            # What comes out of a table is marked there.
            if _is_text(node.args[1]) or isinstance(node.args[1], ast.JoinedStr | ast.BinOp | ast.Call):
                self._add(context, node, node.args[1:])
        self.generic_visit(node)

    def _add(self, context: str, node: ast.Call, arguments: list[ast.expr]) -> None:
        if node.keywords:
            raise Unseen(f"{node.lineno}: the number stands in fourth place, without a name")
        source, *rest = arguments
        comment = self._value(rest[0]) if rest and not _is_none(rest[0]) else ""
        plural = len(rest) > 1
        text = Text(context, self._value(source), comment, plural)
        if plural is not ("%n" in text.source):
            raise Unseen(f"{node.lineno}: %n and a number go together")
        self._found.append(text)

    def _value(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name) and node.id in self._constants:
            return self._constants[node.id]
        if not _is_text(node):
            raise Unseen(f"{node.lineno}: not a text that is known before a run: {ast.unparse(node)}")
        value: str = ast.literal_eval(node)
        return value


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def update(lupdate: Path, folder: Path = FOLDER) -> None:
    """Bring the .ts files of a folder up to date: new texts are added, those that are gone taken out."""
    with tempfile.TemporaryDirectory() as name:
        listed = Path(name) / "texts.py"
        # Sorted, so that a text that moves in the code stays where it is in the file.
        lines = sorted({text.as_code() for text in texts()})
        listed.write_text("".join(lines), encoding="utf-8")
        for file in sorted(folder.glob("*.ts")):
            # English is the source: only plurals are "translated" into it.
            plural = ["-pluralonly"] if file.stem.endswith("_en") else []
            options = ["-silent", "-locations", "none", "-no-obsolete", "-disable-heuristic", "similartext"]
            subprocess.run([lupdate, *options, *plural, listed, "-ts", file], check=True)


def problems(lupdate: Path) -> list[str]:
    """What is not translated, and what the files do not know yet or no longer need."""
    with tempfile.TemporaryDirectory() as name:
        copies = [Path(shutil.copy(file, name)) for file in sorted(FOLDER.glob("*.ts"))]
        try:
            update(lupdate, Path(name))
        except Unseen as unseen:
            return [str(unseen)]
        stale = [its.name for its in copies if its.read_bytes() != (FOLDER / its.name).read_bytes()]
        lacking = [line for its in copies for line in unfinished(its)]
    return [f"{its} is not up to date: python3 dev.py translate" for its in stale] + lacking


def unfinished(file: Path) -> list[str]:
    """The messages of a .ts file without a translation, as “file: context: source”."""
    return [
        f"{file.name}: {context.findtext('name')}: {message.findtext('source')}"
        for context in ElementTree.parse(file).iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]
