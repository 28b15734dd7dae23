"""The verbs and their options; argparse's own sentences in the person's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import NoReturn

from core.cli.words import Words

STATUSES = ("tentative", "confirmed", "cancelled", "none")
STAGES = ("idea", "draft", "ready", "published", "none")
STATES = ("approved", "pending", "spam", "trash")

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
        self._verbs = self.parser.add_subparsers(
            dest="verb",
            metavar=words("VERB"),
            required=True,
            title=words("heading.verbs"),
            parser_class=partial(Parser, words),
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
