"""The verbs and their options; argparse's own sentences in the person's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn, cast

from core.cli.words import Words
from core.clients.profile import Profile
from core.comment import CommentState
from core.errors import NotFound
from core.event import Stage, Status
from core.version import VERSION

STATUSES = (*(its.value.lower() for its in Status), "none")
STAGES = (*(its.value.lower() for its in Stage), "none")
STATES = tuple(its.value for its in CommentState)
PROFILES = tuple(its.value for its in Profile)
# Those of core.occurrence, which is not loaded for a question about the command line.
SCOPES = ("one", "following", "all")

# What argparse says, in English alone, and the code of our words for it.
_SENTENCES = tuple(
    (re.compile(pattern, re.DOTALL), code)
    for pattern, code in (
        (r"the following arguments are required: (.+)", "parse.required"),
        (r"unrecognized arguments: (.+)", "parse.unrecognized"),
        (r"argument (.+?): expected (?:one|at least one) argument", "parse.no-value"),
        (r"argument (.+?): ignored explicit argument (.+)", "parse.needless-value"),
        (r"argument (.+?): not allowed with argument (.+)", "parse.together"),
        (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "parse.choice"),
        (r"argument (.+?): invalid \w+ value: (.+)", "parse.value"),
    )
)


class Misuse(Exception):
    """The command line says nothing that can be done. Its text is for the person."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks by Words and raises Misuse instead of exiting."""

    def __init__(self, words: Words, **options: str) -> None:
        super().__init__(
            prog=options.get("prog"),
            description=options.get("description"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(Formatter, words),
        )
        self._words = words
        self.add_argument("-h", "--help", action="help", help=words("option.help"))

    def error(self, message: str) -> NoReturn:
        for pattern, code in _SENTENCES:
            if found := pattern.fullmatch(message):
                parts = (part.replace("'", "") for part in found.groups())
                message = self._words(code, **dict(zip(("what", "value", "choices"), parts, strict=False)))
        raise Misuse(self._words("parse.see", message=message, prog=self.prog))


class Formatter(argparse.HelpFormatter):
    """argparse's help with our headings."""

    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog, max_help_position=28)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._words("usage") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        code = f"heading.{heading}"
        super().start_section(self._words(code) if code in self._words else heading)


def build(words: Words) -> Parser:
    """The whole command line."""
    return _Builder(words).parser


class _Builder:
    """Adds the verbs one by one; every verb takes --database as the whole does, before it or after."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.parser = Parser(words, prog="parvis", description=words("about"))
        self._database(self.parser, None)
        self.parser.add_argument(
            "--version", action="version", version=f"Parvis {VERSION}", help=words("option.version")
        )
        self._verbs = self.parser.add_subparsers(
            dest="verb",
            metavar=words("VERB"),
            required=True,
            title=words("heading.verbs"),
            parser_class=cast("type[Parser]", partial(Parser, words)),
        )
        self._import()
        self._export()
        self._list()
        self._add()
        self._edit()
        self._delete()
        self._comment()
        self._moderate()
        self._check()
        self._backup()

    # Verbs

    def _import(self) -> None:
        verb = self._verb("import")
        verb.add_argument("files", nargs="+", metavar=self._words("FILE"), help=self._words("option.files"))
        self._option(verb, "calendar", "NAME", code="import.calendar")
        self._flag(verb, "again")
        self._flag(verb, "dry-run")
        self._flag(verb, "json", code="import.json")

    def _export(self) -> None:
        verb = self._verb("export")
        self._filter(verb)
        verb.add_argument("-o", "--output", metavar=self._words("FILE"), help=self._words("option.output"))
        verb.add_argument(
            "--profile", choices=PROFILES, default="plain", help=self._words("option.profile"), type=str.lower
        )
        self._flag(verb, "check")
        self._flag(verb, "json", code="check.json")

    def _list(self) -> None:
        verb = self._verb("list")
        self._filter(verb)
        for name in ("json", "comments", "with-private"):
            self._flag(verb, name)

    def _add(self) -> None:
        self._fields(self._verb("add"), required=True)

    def _edit(self) -> None:
        verb = self._verb("edit")
        self._uid(verb)
        self._dates(verb)
        self._fields(verb, required=False)

    def _delete(self) -> None:
        verb = self._verb("delete")
        verb.add_argument("uids", nargs="+", metavar=self._words("UID"), help=self._words("option.uids"))
        self._dates(verb)

    def _comment(self) -> None:
        verb = self._verb("comment")
        self._uid(verb)
        for name, metavar in (("name", "NAME"), ("email", "EMAIL"), ("website", "URL"), ("text", "TEXT")):
            self._option(verb, name, metavar, code=f"comment.{name}", required=name != "website")
        self._option(verb, "reply-to", "ID", type=_comment_id, default=0)

    def _moderate(self) -> None:
        verb = self._verb("moderate")
        verb.add_argument(
            "ids", nargs="+", type=_comment_id, metavar=self._words("ID"), help=self._words("option.ids")
        )
        verb.add_argument("--as", dest="state", choices=STATES, required=True, help=self._words("option.as"))

    def _check(self) -> None:
        self._flag(self._verb("check"), "repair")

    def _backup(self) -> None:
        self._verb("backup").add_argument(
            "file", metavar=self._words("FILE"), help=self._words("option.backup.file")
        )

    # What verbs share

    def _verb(self, name: str) -> Parser:
        about = self._words(f"verb.{name}")
        verb = self._verbs.add_parser(name, help=about, description=about)
        # Without a default of its own, which would undo what stands before the verb.
        self._database(verb, argparse.SUPPRESS)
        return verb

    def _database(self, parser: Parser, default: str | None) -> None:
        parser.add_argument(
            "--database", metavar=self._words("PLACE"), default=default, help=self._words("option.database")
        )

    def _option(self, parser: Parser, name: str, metavar: str, *, code: str = "", **more: Any) -> None:
        about = self._words(f"option.{code or name}")
        parser.add_argument(f"--{name}", metavar=self._words(metavar), help=about, **more)

    def _flag(self, parser: Parser, name: str, *, code: str = "") -> None:
        parser.add_argument(f"--{name}", action="store_true", help=self._words(f"option.{code or name}"))

    def _dates(self, parser: Parser) -> None:
        """Of a series."""
        self._option(parser, "date", "DATE")
        parser.add_argument("--scope", choices=SCOPES, type=str.lower, help=self._words("option.scope"))

    def _uid(self, parser: Parser) -> None:
        parser.add_argument("uid", metavar=self._words("UID"), help=self._words("option.uid"))

    def _filter(self, parser: Parser) -> None:
        """Conditions that hold together; of one that is given several times, one must hold."""
        group = parser.add_argument_group(self._words("heading.filter"))
        group.add_argument("--all", action="store_true", help=self._words("option.all"))
        group.add_argument(
            "--uid",
            dest="uids",
            nargs="+",
            action="extend",
            metavar=self._words("UID"),
            help=self._words("option.filter.uid"),
        )
        for name, metavar in (("from", "DATE"), ("to", "DATE"), ("search", "TEXT")):
            about = self._words(f"option.filter.{name}")
            group.add_argument(f"--{name}", dest=f"{name}_", metavar=self._words(metavar), help=about)
        for name, plural in (("category", "categories"), ("calendar", "calendars")):
            group.add_argument(
                f"--{name}",
                dest=plural,
                action="append",
                metavar=self._words("NAME"),
                help=self._words(f"option.filter.{name}"),
            )
        for name, plural, choices in (("status", "statuses", STATUSES), ("stage", "stages", STAGES)):
            group.add_argument(
                f"--{name}",
                dest=plural,
                action="append",
                type=_choice,
                choices=choices,
                help=self._words(f"option.filter.{name}"),
            )
        about = self._words("option.filter.undated")
        group.add_argument("--undated", action="store_true", default=None, help=about)

    def _fields(self, parser: Parser, *, required: bool) -> None:
        """An event's fields. What is not given is None; "" empties a field."""
        self._option(parser, "summary", "TEXT", required=required)
        self._option(parser, "start", "WHEN", required=required)
        self._option(parser, "end", "WHEN")
        self._flag(parser, "all-day")
        for name, metavar in (("tzid", "TZID"), ("location", "TEXT"), ("description", "TEXT")):
            self._option(parser, name, metavar)
        self._option(parser, "category", "NAME", dest="categories", action="append")
        self._option(parser, "status", "STATUS", type=_choice, choices=STATUSES)
        self._option(parser, "stage", "STAGE", type=_choice, choices=STAGES)
        for name, metavar in (("url", "URL"), ("contact", "TEXT"), ("calendar", "NAME")):
            self._option(parser, name, metavar)


def _choice(text: str) -> str:
    """As the choices are written; nothing is none."""
    return text.strip().lower() or "none"


def _comment_id(text: str) -> int:
    """Raises ValueError for no number, and NotFound for one that no database has room for."""
    number = int(text)
    if abs(number) >= 1 << 31:
        raise NotFound("comment", text)
    return number
