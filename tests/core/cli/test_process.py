"""The command line as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

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


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "agenda.parvis"


@pytest.mark.parametrize("language", ["fr_BE.UTF-8", "en_GB.UTF-8"])
def test_the_seeds_event_from_the_form_to_the_file(database: Path, tmp_path: Path, language: str) -> None:
    spoken = {"LANGUAGE": language}
    done = parvis("add", *seed.OPTIONS, database=database, cwd=tmp_path, environ=spoken)
    assert (done.returncode, done.stderr) == (0, b"")
    uid = done.stdout.decode().strip()
    words = ("--name", "Zoé", "--email", "zoe@example.org", "--text", "L’œuvre")
    assert parvis("comment", uid, *words, database=database, environ=spoken).returncode == 0
    assert parvis("add", "--summary", "Autre", "--start", "2022-10-13", "--all-day", database=database).stdout
    out = tmp_path / "seed.ics"
    done = parvis("export", "--search", "otan", "-o", str(out), database=database, environ=spoken)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    lines = out.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    assert {"DTSTART;VALUE=DATE:20221012", "DTEND;VALUE=DATE:20221014", f"UID:{uid}"} <= set(lines)
    assert b"zoe" not in out.read_bytes()
    if VALIDATOR.exists():
        checked = subprocess.run([sys.executable, str(VALIDATOR), str(out)], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout.decode()
    other = tmp_path / "other.parvis"
    assert parvis("import", "-", database=other, stdin=out.read_bytes(), environ=spoken).returncode == 0
    row = json.loads(parvis("list", "--json", database=other).stdout)
    assert (row["uid"], row["summary"], row["location"]) == (uid, seed.SUMMARY, seed.LOCATION)


def test_libical_reads_the_seeds_event_as_it_was_written(database: Path, tmp_path: Path) -> None:
    uid = parvis("add", *seed.OPTIONS, database=database, cwd=tmp_path).stdout.decode().strip()
    exported = parvis("export", "--all", database=database).stdout
    (event,) = read_events(exported, "UID", "SUMMARY", "LOCATION", "DTSTART", "DTEND", "DESCRIPTION")
    description = event.pop("DESCRIPTION").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    assert event == {
        **{"UID": uid, "SUMMARY": seed.SUMMARY, "LOCATION": seed.LOCATION.replace(",", "\\,")},
        **{"DTSTART": "20221012", "DTEND": "20221014"},
    }
    assert description == seed.DESCRIPTION


def test_a_bare_locale_reads_and_prints_all_letters(database: Path) -> None:
    for more in ({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        environ = {"LC_ALL": "C", **more}
        done = parvis(
            "add", "--summary", "L’OTAN", "--start", "2022-10-12", database=database, environ=environ
        )
        assert (done.returncode, done.stderr) == (0, b"")
        done = parvis(
            "list", "--json", "--uid", done.stdout.decode().strip(), database=database, environ=environ
        )
        assert json.loads(done.stdout)["summary"] == "L’OTAN"


@pytest.mark.parametrize("verb", ["list", "export"])
def test_a_reader_that_goes_away_is_no_error(database: Path, verb: str) -> None:
    events = "".join(
        f"BEGIN:VEVENT\nUID:{number}\nDTSTAMP:20220101T000000Z\nDTSTART:20221012T183000Z\n"
        f"DESCRIPTION:{'a' * 400}\nEND:VEVENT\n"
        for number in range(1_000)
    )
    data = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n".encode()
    assert parvis("import", "-", database=database, stdin=data).returncode == 0
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), verb, "--all", "--database", str(database)],
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
    assert parvis("add", "--summary", "x", "--start", "2022-10-12", database=database).returncode == 0
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "list", "--database", str(database)],
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
    assert json.loads(parvis("list", "--json", database=database).stdout)["summary"] == "x"


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
    parvis("add", "--summary", "first", "--start", "2022-10-12", database=database)
    words = [
        sys.executable,
        str(ROOT / "main.py"),
        "--database",
        str(database),
        "add",
        "--start",
        "2022-10-12",
    ]
    several = [
        subprocess.Popen([*words, "--summary", f"{number}"], stdout=subprocess.PIPE) for number in range(4)
    ]
    uids = {process.communicate()[0] for process in several}
    assert [process.returncode for process in several] == [0] * 4
    assert len(uids) == 4
    assert len(parvis("list", "--json", database=database).stdout.splitlines()) == 5
