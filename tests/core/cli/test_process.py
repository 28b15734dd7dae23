"""The command line as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from core.query import EventQuery
from core.when import When
from tests.core.agendas import desk, vevent
from tests.core.cli import seed
from tests.core.libical import read_events

ROOT = Path(__file__).resolve().parents[3]
VALIDATOR = Path(__file__).resolve().parents[4] / "shared" / "tools" / "validate_ics.py"


def parvis(
    *words: str,
    database: Path | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    place = [] if database is None else ["--database", str(database)]
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *place, *words],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environ or {})},
        check=False,
    )


def stored(database: Path) -> list[str]:
    """The summaries of all that is in the agenda's file."""
    with desk(database) as here:
        return [here.event(ref).summary for ref in here.store.refs(EventQuery(hidden=True))]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "agenda.parvis"


@dataclass(frozen=True)
class Exported:
    """An event from the form to the file."""

    uid: str
    path: Path


@pytest.fixture(scope="module")
def seeds_event(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Added with a comment, and exported alone out of an agenda of two; by people of two languages."""
    folder = tmp_path_factory.mktemp("seed")
    database, out = folder / "agenda.parvis", folder / "seed.ics"
    french, english = ({"LANGUAGE": its} for its in ("fr_BE.UTF-8", "en_GB.UTF-8"))
    done = parvis("add", *seed.OPTIONS, database=database, cwd=folder, environ=french)
    assert (done.returncode, done.stderr) == (0, b"")
    uid = done.stdout.decode().strip()
    words = ("--name", "Zoé", "--email", "zoe@example.org", "--text", "L’œuvre")
    assert parvis("comment", uid, *words, database=database, environ=english).returncode == 0
    with desk(database) as here:
        here.add("Autre", When.days(date(2022, 10, 13)))
    done = parvis("export", "--search", "otan", "-o", str(out), database=database, environ=french)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    return Exported(uid, out)


def test_the_seeds_event_from_the_form_to_the_file(database: Path, seeds_event: Exported) -> None:
    uid, data = seeds_event.uid, seeds_event.path.read_bytes()
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert {"DTSTART;VALUE=DATE:20221012", "DTEND;VALUE=DATE:20221014", f"UID:{uid}"} <= set(lines)
    assert b"zoe" not in data
    if VALIDATOR.exists():
        checked = subprocess.run(
            [sys.executable, str(VALIDATOR), str(seeds_event.path)], capture_output=True, check=False
        )
        assert checked.returncode == 0, checked.stdout.decode()
    english = {"LANGUAGE": "en_GB.UTF-8"}
    assert parvis("import", "-", database=database, stdin=data, environ=english).returncode == 0
    row = json.loads(parvis("list", "--json", database=database).stdout)
    assert (row["uid"], row["summary"], row["location"]) == (uid, seed.SUMMARY, seed.LOCATION)


def test_libical_reads_the_seeds_event_as_it_was_written(seeds_event: Exported) -> None:
    exported = seeds_event.path.read_bytes()
    (event,) = read_events(exported, "UID", "SUMMARY", "LOCATION", "DTSTART", "DTEND", "DESCRIPTION")
    description = event.pop("DESCRIPTION").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    assert event == {
        **{"UID": seeds_event.uid, "SUMMARY": seed.SUMMARY, "LOCATION": seed.LOCATION.replace(",", "\\,")},
        **{"DTSTART": "20221012", "DTEND": "20221014"},
    }
    assert description == seed.DESCRIPTION


def test_a_bare_locale_reads_and_prints_all_letters(database: Path) -> None:
    bare = {"LC_ALL": "C"}
    for environ in (bare, bare | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        words = ("--summary", "L’OTAN", "--start", "2022-10-12")
        done = parvis("add", *words, database=database, environ=environ)
        assert (done.returncode, done.stderr) == (0, b"")
        done = parvis("list", "--json", database=database, environ=environ)
        assert {json.loads(line)["summary"] for line in done.stdout.splitlines()} == {"L’OTAN"}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agenda of more than a pipe holds."""
    path = tmp_path_factory.mktemp("large") / "agenda.parvis"
    lines = ("DTSTAMP:20220101T000000Z", "DTSTART:20221012T183000Z", f"DESCRIPTION:{'a' * 400}")
    with desk(path) as here:
        here.put_all(vevent(*lines, uid=str(number)) for number in range(1_000))
    return path


@pytest.mark.parametrize("verb", ["list", "export"])
def test_a_reader_that_goes_away_is_no_error(large: Path, verb: str) -> None:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), verb, "--all", "--database", str(large)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait() in (0, 1)
        assert process.stderr.read() == b""


def test_a_full_disk_is_said(database: Path) -> None:
    with desk(database) as here:
        here.add("x")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "list", "--all", "--database", str(database)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_without_its_standard_streams(database: Path) -> None:
    command = f"'{sys.executable}' '{ROOT / 'main.py'}' --database '{database}'"
    done = subprocess.run(
        ["sh", "-c", f"{command} add --summary x --start 2022-10-12 >&- 2>&- <&-"], check=False
    )
    assert done.returncode == 0
    assert stored(database) == ["x"]


def test_no_window_is_loaded_by_any_verb(database: Path, tmp_path: Path) -> None:
    """Nor Qt, which a server may lack."""
    calls = [
        ["add", "--summary", "x", "--start", "2022-10-12"],
        ["list", "--json", "--comments"],
        ["list", "--from", "2022-10-01"],
        ["export", "--all", "-o", str(tmp_path / "x.ics")],
        ["import", str(tmp_path / "x.ics")],
        ["check"],
        ["backup", str(tmp_path / "copy.parvis")],
        ["delete", "nowhere"],
        ["--help"],
    ]
    script = (
        "import json, sys; from core.cli import main\n"
        "for words in json.loads(sys.argv[1]): main(words)\n"
        "heavy = ('PySide6', 'shiboken6', 'ui')\n"
        "print([name for name in sys.modules if name.partition('.')[0] in heavy], file=sys.stderr)\n"
    )
    words = json.dumps([["--database", str(database), *call] for call in calls])
    done = subprocess.run(
        [sys.executable, "-c", script, words], capture_output=True, cwd=ROOT, text=True, check=False
    )
    assert done.stderr.splitlines()[-1] == "[]"
    assert (tmp_path / "copy.parvis").exists()


def test_two_at_once_both_do_their_work(database: Path) -> None:
    with desk(database) as here:
        here.add("first")
    words = ["--database", str(database), "add", "--start", "2022-10-12", "--summary"]
    several = [
        subprocess.Popen([sys.executable, str(ROOT / "main.py"), *words, summary], stdout=subprocess.PIPE)
        for summary in ("one", "other", "third")
    ]
    uids = {process.communicate()[0] for process in several}
    assert [process.returncode for process in several] == [0] * 3
    assert len(uids) == 3
    assert sorted(stored(database)) == ["first", "one", "other", "third"]
