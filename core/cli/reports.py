"""What an import or an export has to report, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from core.cli.output import Output, printable
from core.cli.sentences import sentence
from core.cli.words import Words
from core.deciding import differences
from core.ics.split import SetAside
from core.incoming import title_of
from core.planned import FileReport, ImportPlan, ImportReport, Item

# Lines of a kind that a person reads through; a program gets them all.
MOST_LINES = 20


def report_import(
    report: ImportReport, words: Words, out: Output, *, plan: ImportPlan | None = None, as_json: bool
) -> int:
    """Say what was done and, on standard error, what to know. Gives the exit code.

    plan: what would be done, where nothing was.
    """
    dry = plan is not None
    if as_json:
        out.json([_import_fields(report, words, plan)])
    elif any(not its.problem for its in report.files):
        counts = {"added": report.added, "updated": report.updated, "same": report.same}
        out.line(words("import.dry" if dry else "import.done", n=report.total, **counts))
    lines = _lines(report, words)
    for line in islice(lines, MOST_LINES):
        out.report(printable(line))
    if more := sum(1 for _ in lines):
        out.report(words("import.more", n=more))
    if len(report.problems) == len(report.files):
        return 2
    return 1 if report else 0


def _lines(report: ImportReport, words: Words) -> Iterator[str]:
    for file in report.files:
        yield from _file_lines(file, words)
    for uid in report.older_uids:
        yield words("import.older", name=uid)
    for uid in report.deleted_uids:
        yield words("import.deleted", name=uid)
    for uid in report.twin_uids:
        yield words("import.twin", name=uid)


def _file_lines(file: FileReport, words: Words) -> Iterator[str]:
    if file.problem:
        yield sentence(file.problem, words)
    for kind, count in file.other.items():
        yield words("import.other", file=file.name, kind=kind, n=count)
    for aside in file.set_aside:
        what, name = _repair_words(aside.code, "", words), aside.summary or aside.uid
        yield words("import.set-aside", file=file.name, line=aside.line, name=name, what=what)
    for repair in file.repairs:
        what = _repair_words(repair.code, repair.data, words)
        yield words("import.repair", file=file.name, line=repair.line, what=what)


def _repair_words(code: str, data: str, words: Words) -> str:
    known = f"repair.{code}"
    return words(known, data=data) if known in words else words("repair.other", what=code)


def _import_fields(report: ImportReport, words: Words, plan: ImportPlan | None) -> Mapping[str, Any]:
    return {
        "dry_run": plan is not None,
        "added": report.added,
        "updated": report.updated,
        "same": report.same,
        "older": list(report.older_uids),
        "deleted": list(report.deleted_uids),
        "twins": list(report.twin_uids),
        **({"items": [_item_fields(its) for its in plan.items]} if plan else {}),
        "files": [
            {
                "file": file.name,
                "problem": sentence(file.problem, words) if file.problem else None,
                "other": dict(file.other),
                "repairs": [{"line": its.line, "code": its.code, "data": its.data} for its in file.repairs],
                "set_aside": [_aside_fields(its) for its in file.set_aside],
            }
            for file in report.files
        ],
    }


def _item_fields(item: Item) -> Mapping[str, Any]:
    """What would become of one event; of one that meets another, the fields in which they differ."""
    fields = {"uid": item.uid, "fate": item.fate.value, "summary": title_of(item.text)}
    if item.stored is None:
        return fields
    return {**fields, "here": item.stored.uid, "fields": [its.key[2] or "other" for its in differences(item)]}


def _aside_fields(aside: SetAside) -> Mapping[str, Any]:
    text = aside.text.decode("utf-8", "replace")
    return {
        "line": aside.line,
        "code": aside.code,
        "uid": aside.uid,
        "summary": aside.summary,
        "text": text,
    }
