"""Events as a file, or what the program that it is for would choke on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from core.cli import filters
from core.cli.output import printable
from core.cli.parser import Misuse
from core.clients.checking import GOOGLES_LARGEST, Checked, Problem, check_export
from core.clients.draft import Task
from core.clients.profile import Profile
from core.exporting import Export, agenda_name, plan_export, write_export
from core.progress import finish
from core.query import EventQuery

if TYPE_CHECKING:
    from core.cli.verbs import Context

# Problems that a person reads through; a program gets all that are named.
MOST = 20


def export(context: Context) -> int:
    """Write the file, or look at what would be in it. Gives the exit code."""
    given, store, words = context.given, context.store, context.words
    if not filters.is_given(given):
        raise Misuse(words("misuse.no-filter"))
    query = filters.query_of(given, store.calendars(), context.now)
    task = Task(Profile(given.profile), store.zone, words("export.cancelled", title="{0}"))
    if given.check:
        return _checked(context, query, task)
    planned = finish(plan_export(store, query, name=agenda_name(store), task=task))
    if given.output in (None, "-"):
        context.out.bytes(planned.chunks(store))
    else:
        finish(write_export(store, planned, given.output))
    return _report(context, planned)


def _report(context: Context, planned: Export) -> int:
    for name, tzid in planned.renamed.items():
        context.out.report(printable(context.words("export.renamed", tzid=tzid, name=name)))
    if planned.left_out:
        context.out.report(context.words("export.left-out", n=planned.left_out))
    return 1 if planned.renamed or planned.left_out else 0


def _checked(context: Context, query: EventQuery, task: Task) -> int:
    checked = finish(check_export(context.store, query, task))
    if context.given.json:
        context.out.json(_fields(context, checked))
    else:
        for line in _lines(context, checked):
            context.out.line(line)
    return 1 if checked else 0


def _problems(checked: Checked) -> Iterator[Problem]:
    return (problem for kind in checked.kinds for problem in kind.problems)


def _lines(context: Context, checked: Checked) -> Iterator[str]:
    words = context.words
    if checked.too_large:
        yield words("found.size", size=checked.size, most=GOOGLES_LARGEST)
    for problem in islice(_problems(checked), MOST):
        finding = problem.finding
        what = words(f"found.{finding.code}")
        name = printable(problem.summary or problem.uid)
        yield words("found.mended" if finding.mended else "found.head", name=name, what=what)
        yield from (words("found.before", line=printable(line)) for line in finding.before)
        if finding.mendable:
            yield from (words("found.after", line=printable(line)) for line in finding.after)
    more = sum(kind.events for kind in checked.kinds) - MOST
    if more > 0:
        yield words("found.more", n=more)
    if not checked:
        yield words("found.none", n=checked.events)


def _fields(context: Context, checked: Checked) -> Iterator[Mapping[str, Any]]:
    if checked.too_large:
        words = context.words("found.size", size=checked.size, most=GOOGLES_LARGEST)
        yield {"code": "size", "problem": words, "size": checked.size}
    for problem in _problems(checked):
        finding = problem.finding
        yield {
            "uid": problem.uid,
            "recurrence_id": finding.ref.recurrence_id or None,
            "summary": problem.summary,
            "code": finding.code,
            "problem": context.words(f"found.{finding.code}"),
            "mended": finding.mended,
            "before": list(finding.before),
            "after": list(finding.after),
        }
