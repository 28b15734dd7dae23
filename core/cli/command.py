"""The command line from its words to its exit code; every error is one line on standard error."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from core.cli.output import Output
from core.cli.parser import Misuse, build
from core.cli.sentences import sentence
from core.cli.words import Words, language_of
from core.errors import AgendaBusy, AppError, NothingToExport
from core.files import file_problem
from core.paths import Paths
from core.progress import finish

# Done; done, with something reported; not done.
DONE, REPORTED, NOT_DONE = 0, 1, 2

# Verbs that make an agenda where there is none. Your own is made by any.
MAKING = ("add", "import")

# Verbs that look in the index.
ASKING = ("list", "export")

# What may hold any bytes that a file name has.
_PLACES = ("database", "files", "file", "output")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words say (None: those of the process). Returns the exit code."""
    words, out = Words(language_of(os.environ)), Output()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments, words, out)
        out.finish()
        return code
    except BrokenPipeError:
        out.give_up()
        return REPORTED  # Whoever read has seen enough.
    except NothingToExport as error:
        return _say(out, sentence(error, words), REPORTED)
    except Misuse as error:
        return _say(out, str(error), NOT_DONE)
    except AppError as error:
        return _say(out, sentence(error, words), NOT_DONE)
    except KeyboardInterrupt:
        return _say(out, words("error.interrupted"), NOT_DONE)
    except Exception as error:
        return _say(out, words("error.bug", kind=type(error).__name__, log=_log(error)), NOT_DONE)


def _say(out: Output, line: str, code: int) -> int:
    out.report(f"parvis: {line}")
    out.give_up()
    return code


def _run(arguments: Sequence[str], words: Words, out: Output) -> int:
    try:
        given = build(words).parse_args(list(arguments))
    except SystemExit:
        return DONE  # --help and --version have said all.
    _tidy(given)
    return _do(given, words, out, lambda: datetime.now(UTC))


def _tidy(given: Namespace) -> None:
    """Texts that are no Unicode, as a terminal of another encoding gives them, read as an .ics would be."""
    for name, value in vars(given).items():
        if name in _PLACES:
            continue
        if isinstance(value, str):
            setattr(given, name, _readable(value))
        elif isinstance(value, list):
            setattr(given, name, [_readable(its) if isinstance(its, str) else its for its in value])


def _readable(text: str) -> str:
    if not any("\udc80" <= letter <= "\udcff" for letter in text):
        return text
    data = os.fsencode(text)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _do(given: Namespace, words: Words, out: Output, clock: Callable[[], datetime]) -> int:
    # SQLAlchemy is behind these: a question about the command line does not wait for it.
    from core.cli.verbs import Context, do
    from core.store import Store

    with ExitStack() as stack:
        store = Store.open(_location(given, stack), clock=clock, create=_makes(given))
        stack.callback(store.close)
        if given.verb in ASKING:
            # Where another program is at it, or writes just now, the answer is what the index has so far.
            with suppress(AgendaBusy):
                finish(store.freshen())
        return do(Context.of(given, store, clock, words, out))


def _makes(given: Namespace) -> bool:
    return given.database is None or given.verb in MAKING


def _location(given: Namespace, stack: ExitStack) -> str:
    """Of the agenda that is meant; where there is none, trying an import makes one that goes again."""
    location: str | Path = Paths.of_person().agenda if given.database is None else given.database
    trying = given.verb == "import" and given.dry_run
    if trying and "://" not in str(location) and not Path(location).exists():
        return str(Path(stack.enter_context(TemporaryDirectory()), "agenda.parvis"))
    if given.database is None:
        _make_folder(Path(location).parent)
    return str(location)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise file_problem(folder, error) from error


def _log(error: Exception) -> Path:
    """Note where a bug of ours happened. Its own words are left out: they may hold an address."""
    path = Paths.of_person().log / "parvis.log"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n" for frame in frames]
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.writelines([f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(error).__name__}\n", *lines])
    return path
