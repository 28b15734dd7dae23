"""What the command line prints: JSON Lines for programs, lines for people, bytes as they are."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from core.cli.words import Words
from core.comment import Comment
from core.files import file_problem
from core.query import ListedEvent
from core.when import Moment, When, Zones


class Output:
    """Standard output and standard error, whatever they are set to.

    Each is flushed by finish(), so that a full disk or a closed pipe is known before the exit code is. What
    cannot be written raises FileProblem, and BrokenPipeError where nobody reads any more.
    """

    def __init__(self) -> None:
        # None where the process was started without.
        self._out: TextIO | None = sys.stdout
        self._err: TextIO | None = sys.stderr
        # What a terminal cannot show, it shows as ``?``.
        for stream in (self._out, self._err):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")

    def line(self, text: str) -> None:
        """For a person."""
        with _explained("stdout"):
            print(text, file=self._out)

    def json(self, values: Iterable[Mapping[str, Any]]) -> None:
        """For a program: one line each, in UTF-8 on every system."""
        if isinstance(self._out, TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        for value in values:
            self.line(json.dumps(value, ensure_ascii=False))

    def bytes(self, chunks: Iterable[bytes]) -> None:
        """As they are."""
        if self._out is None:
            return
        with _explained("stdout"):
            self._out.flush()
        for chunk in chunks:
            with _explained("stdout"):
                self._out.buffer.write(chunk)

    def report(self, text: str) -> None:
        """To standard error; where that is gone, nobody hears it."""
        with suppress(OSError):
            print(text, file=self._err)

    def finish(self) -> None:
        """Have everything written."""
        if self._out is not None:
            with _explained("stdout"):
                self._out.flush()

    def give_up(self) -> None:
        """Throw away what cannot be written: Python would try again at its end, and complain."""
        for stream in filter(None, (self._out, self._err)):
            try:
                stream.flush()
            except OSError:
                with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
                    os.dup2(nowhere.fileno(), stream.fileno())


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise file_problem(name, error) from error


def event_fields(event: ListedEvent, comments: object, zones: Zones) -> dict[str, Any]:
    """One line of ``list --json``. comments: their number, or the comments themselves."""
    start, end = (None, None) if event.undated else moments(event.when, zones)
    return {
        "uid": event.uid,
        "summary": event.summary,
        "dtstart": start,
        "dtend": end,
        "all_day": event.when.all_day and not event.undated,
        "tzid": event.when.start.tzid,
        "location": event.location,
        "categories": list(event.categories),
        "status": event.status.value if event.status else None,
        "comments": comments,
    }


def comment_fields(comment: Comment, *, private: bool) -> dict[str, Any]:
    """One comment. private: its author's address too, which is published nowhere else."""
    return {
        "id": comment.id,
        "name": comment.author.name,
        **({"email": comment.author.email} if private else {}),
        "website": comment.author.website,
        "text": comment.text,
        "created": comment.created.isoformat(timespec="seconds"),
        "state": comment.state.value,
        "reply_to": comment.reply_to or None,
    }


def moments(when: When, zones: Zones) -> tuple[str, str]:
    """Start and exclusive end in ISO 8601, both on the start's clock; Z for UTC."""
    end = when.end
    if end.tzid != when.start.tzid and when.start.tzid is not None:
        zone = zones(when.start.tzid)
        if zone is not None:
            end = Moment(end.instant(zone, zones).astimezone(zone).replace(tzinfo=None), when.start.tzid)
    return _iso(when.start), _iso(end)


def _iso(moment: Moment) -> str:
    return moment.wall.isoformat() + ("Z" if moment.tzid == "UTC" else "")


def event_line(event: ListedEvent, words: Words, zones: Zones) -> str:
    """When, what, where, how sure, and the UID, which the other verbs want."""
    when = words("list.undated") if event.undated else _span(event.when, zones)
    parts = [when, event.summary or words("list.untitled"), event.location]
    if event.status:
        parts.append(words(f"status.{event.status.value}"))
    return " · ".join(filter(None, map(printable, (*parts, event.uid))))


def comment_lines(
    comments: Sequence[Comment], words: Words, zone: ZoneInfo, *, private: bool
) -> Iterator[str]:
    """Indented under their event, with the numbers that ``moderate`` wants. zone: the agenda's."""
    for comment in comments:
        created = f"{comment.created.astimezone(zone):%Y-%m-%d %H:%M} {zone.key}"
        address = f" <{comment.author.email}>" if private else ""
        state = words(f"state.{comment.state.value}")
        head = f"#{comment.id} {comment.author.name}{address}, {created}, {state}"
        yield f"    {printable(head)} — {printable(comment.text)}"


def printable(text: str) -> str:
    """On one line, without what would make a terminal do something."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


def _span(when: When, zones: Zones) -> str:
    """The last day of whole days is the day itself, as a person says it."""
    if when.all_day:
        first, last = str(when.start.day), str(when.last_day)
    else:
        first, last = (its.replace("T", " ")[:16] for its in moments(when, zones))
        last = last.removeprefix(first[:11])
    span = first if last in (first, first[11:]) else f"{first} – {last}"
    zone = when.start.tzid
    return f"{span} {zone}" if zone else span
