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
            file.writelines(fold(line.encode()) + b"\r\n" for line in _event(number, _start(number)))
        file.write(b"END:VCALENDAR\r\n")
    return path


def _start(number: int) -> datetime:
    return datetime(2022, 1, 1, 9) + timedelta(hours=7 * number)


# What people make series of; each starts on a date that its rule names, for libical counts from there.
RULES = (
    *("FREQ=WEEKLY;BYDAY={day}", "FREQ=WEEKLY;BYDAY={days};COUNT=60", "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"),
    *("FREQ=MONTHLY;BYDAY={nth}{day}", "FREQ=MONTHLY;BYMONTHDAY={of_month}", "FREQ=YEARLY"),
    *("FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;BYDAY={day};COUNT=57", "FREQ=MONTHLY;INTERVAL=2;BYDAY={nth}{day}"),
    "FREQ=DAILY;INTERVAL=3",
)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def write_series(path: Path, rules: Path, size: int) -> Path:
    """An .ics file of that many series within ten years, and their starts and rules in lines for libical."""
    with path.open("wb") as file, rules.open("w") as lines:
        file.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Sample//EN\r\n")
        for number in range(size):
            start, rule = _series(number)
            lines.write(f"{start:%Y%m%dT%H%M%S}\t{rule}\n")
            content = (*list(_event(number, start))[:-1], f"RRULE:{rule}", "END:VEVENT")
            file.writelines(fold(line.encode()) + b"\r\n" for line in content)
        file.write(b"END:VCALENDAR\r\n")
    return path


def _series(number: int) -> tuple[datetime, str]:
    start = datetime(2016, 1, 4, 9) + timedelta(days=number * 37 % 4_000, hours=number % 9)
    # Not all months have the days behind this one.
    start -= timedelta(days=3 if start.day > 28 else 0)
    weekday = start.weekday()
    return start, RULES[number % len(RULES)].format(
        day=_DAYS[weekday],
        days=",".join(_DAYS[(weekday + its) % 7] for its in (0, 2, 4)),
        nth=(start.day - 1) // 7 + 1,
        of_month=start.day,
    )


def _event(number: int, start: datetime) -> Iterator[str]:
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
