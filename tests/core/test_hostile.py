"""Files made to do harm: each is answered soon, in little memory, and costs no other event."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.errors import NotICalendar
from core.exporting import export_events
from core.importing import import_files
from core.planned import ImportReport
from core.progress import finish
from core.query import EventQuery
from core.store import Store
from tests.core.agendas import ZONE, Clock

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "corpus" / "hostile"

GOOD = "BEGIN:VEVENT\r\nUID:GOOD1\r\nDTSTAMP:20260901T100000Z\r\nDTSTART:20260901T100000Z\r\nEND:VEVENT\r\n"
START = "DTSTART:20260901T100000Z\r\n"

# Nothing to import, each in a way that is named.
NOTHING = {"empty": "empty", "html_error_page": "html", "zeros": "other"}


def event(lines: str, start: str = START) -> str:
    return f"BEGIN:VEVENT\r\nUID:h1\r\nDTSTAMP:20260901T100000Z\r\n{start}{lines}END:VEVENT\r\n"


def zone(lines: str, name: str = "X/Bomb", to: str = "+0200") -> str:
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:+0100\r\nTZOFFSETTO:{to}\r\n{lines}END:STANDARD\r\nEND:VTIMEZONE\r\n"
        f"{event('', f'DTSTART;TZID={name}:20260901T100000' + chr(13) + chr(10))}"
    )


def many(count: int) -> str:
    return ",".join(
        f"202609{at // 1440 % 28 + 1:02}T{at // 60 % 24:02}{at % 60:02}00Z" for at in range(count)
    )


BAD = {
    "secondly": event("RRULE:FREQ=SECONDLY\r\n"),
    "a billion": event("RRULE:FREQ=DAILY;COUNT=1000000000\r\n"),
    "no interval": event("RRULE:FREQ=DAILY;INTERVAL=0\r\n"),
    "never": event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n"),
    "the last year": event("RRULE:FREQ=YEARLY\r\n", "DTSTART:99991231T235959Z\r\n"),
    "dates": event(f"RDATE:{many(2_000)}\r\nEXDATE:{many(2_000)}\r\n"),
    "lengths": event(f"RDATE;VALUE=PERIOD:20260901T100000Z/P999999D\r\nDURATION:P{'9' * 5_000}W\r\n"),
    "zone of seconds": zone("RRULE:FREQ=SECONDLY\r\n"),
    "zone of days": zone("RRULE:FREQ=DAILY;COUNT=100000000\r\n"),
    "zone elsewhere": zone("", "../../../../etc/passwd"),
    "zone too far": zone("", to="+9959"),
    "depth": "BEGIN:VEVENT\r\n" * 2_000 + "END:VEVENT\r\n" * 2_000,
    "depth of others": "BEGIN:X-A\r\n" * 2_000,
    "numbers": event(f"SEQUENCE:{'9' * 5_000}\r\nPRIORITY:-{'9' * 50}\r\nGEO:nan;1e400\r\n"),
    "quotes": event("ATTENDEE;CN=" + '"' * 20_000 + ":mailto:a@b.example\r\n"),
    "parameters": event(f"X-A;{'a=' * 20_000}\r\n"),
    "backslashes": event("DESCRIPTION:" + "\\" * 50_001 + "\r\n"),
    "folds": event("DESCRIPTION:A\r\n" + " B\r\n" * 20_000),
    "strays": event("DESCRIPTION:A\r\n" + "B\r\n" * 20_000),
    "one UID": event("") * 500,
    "a path": event("").replace("h1", "../../../../tmp/pwned"),
    "no time": event("", "DTSTART:00000000T000000Z\r\nRRULE:FREQ=DAILY\r\n"),
    "no end": event("")[:-12],
}


def calendar(*parts: str) -> bytes:
    return "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *parts, "END:VCALENDAR\r\n")).encode()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new agenda, which is quicker to copy than to make."""
    path = tmp_path_factory.mktemp("hostile") / "agenda.parvis"
    Store.open(str(path), clock=Clock(), zone=ZONE).close()
    return path


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    store = Store.open(shutil.copy(str(empty), str(tmp_path)), clock=Clock(), create=False)
    yield store
    store.close()


def looked_at(store: Store, data: bytes, path: Path) -> tuple[ImportReport, set[str]]:
    """What an import says, and the UIDs that are then there, once all has been asked of them."""
    report = finish(import_files(store, [data], store.calendars()[0].id))
    september = date(2026, 9, 1), date(2026, 9, 30)
    store.listed(store.order(EventQuery(), spread=september).entries, every=True)
    rows = store.listed(store.order(EventQuery()).entries)
    if rows:
        finish(export_events(store, EventQuery(), path))
    return report, {row.uid for row in rows}


@pytest.mark.parametrize("name", BAD)
def test_it_costs_no_other_event(store: Store, name: str, tmp_path: Path) -> None:
    there = set(tmp_path.iterdir())
    data = calendar(GOOD, BAD[name], GOOD.replace("GOOD1", "GOOD2"))
    _, uids = looked_at(store, data, tmp_path / "out.ics")
    assert {"GOOD1", "GOOD2"} <= uids
    again = finish(import_files(store, [tmp_path / "out.ics"], store.calendars()[0].id))
    assert (again.added, again.updated) == (0, 0)
    # What is written beside an agenda that is open is SQLite's.
    assert {its.name.partition("-")[0] for its in {*tmp_path.iterdir()} - there} <= {
        "out.ics",
        "agenda.parvis",
    }


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_calendar_is_named(store: Store, name: str) -> None:
    data = {"empty": b"", "html_error_page": b"<!DOCTYPE html><html>503</html>", "zeros": b"\0" * 1_000}[name]
    (problem,) = finish(import_files(store, [data], store.calendars()[0].id)).problems
    assert isinstance(problem, NotICalendar)
    assert problem.kind == NOTHING[name]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.ics")), ids=lambda path: path.stem)
def test_the_corpus(store: Store, path: Path, tmp_path: Path) -> None:
    report, uids = looked_at(store, path.read_bytes(), tmp_path / "out.ics")
    if path.stem in NOTHING:
        assert report.problems
    else:
        assert "GOOD1" in uids


@pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's here")
def test_within_a_gigabyte_and_a_few_seconds(tmp_path: Path) -> None:
    """The whole way, in a process that is ended where it takes more."""
    import resource

    path = tmp_path / "bad.ics"
    bad = ("secondly", "dates", "zone of days", "depth", "quotes", "folds")
    path.write_bytes(calendar(GOOD, *(BAD[name].replace("UID:h1", f"UID:{name}") for name in bad)))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

    def parvis(*words: str) -> str:
        command = [sys.executable, str(ROOT / "main.py"), "--database", str(tmp_path / "a.parvis"), *words]
        environment = {**os.environ, "HOME": str(tmp_path)}
        done = subprocess.run(
            command, capture_output=True, text=True, preexec_fn=limit, env=environment, check=False
        )
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 1)
        return done.stdout

    parvis("import", str(path))
    rows = [json.loads(line) for line in parvis("list", "--all", "--json").splitlines()]
    assert {"GOOD1", *bad} - {"depth"} <= {row["uid"] for row in rows}
