"""Events as calendars hold them: 2 kB each, zoned, accented, with a property that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from core.ics.lines import fold

TEXT = (
    "En réunion à Bruxelles ces mercredi et jeudi\\, les ministres de la Défense des pays de l’OTAN vont "
    "intensifier et pérenniser le soutien à l’Ukraine tout en continuant à renforcer sa défense.\\n\\n"
)


def write_sample(path: Path, size: int) -> Path:
    """Make an .ics file of that many events."""
    with path.open("wb") as file:
        file.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Sample//EN\r\n")
        for number in range(size):
            file.writelines(fold(line.encode()) + b"\r\n" for line in _event(number))
        file.write(b"END:VCALENDAR\r\n")
    return path


def _event(number: int) -> Iterator[str]:
    start = datetime(2022, 1, 1, 9) + timedelta(hours=7 * number)
    yield "BEGIN:VEVENT"
    yield f"UID:{number:08x}@example.org"
    yield "DTSTAMP:20220101T000000Z"
    yield f"DTSTART;TZID=Europe/Brussels:{start:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID=Europe/Brussels:{start + timedelta(hours=2):%Y%m%dT%H%M%S}"
    yield f"SUMMARY:Conférence de presse n° {number}\\, suivie d’un échange avec la salle"
    yield f"LOCATION:Maison communale\\, Grand-Place {number % 90}\\, 1000 Bruxelles\\, Belgique"
    yield f"CATEGORIES:International,Défense,Rubrique {number % 12}"
    yield f"STATUS:{('CONFIRMED', 'TENTATIVE', 'CANCELLED')[number % 3]}"
    yield f"DESCRIPTION:{TEXT * 7}"
    yield "X-SOME-OTHER-PROGRAM;X-PARAMETER=1:kept as it is"
    yield "END:VEVENT"
