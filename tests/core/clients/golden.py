"""What the golden files are of: python -m tests.core.clients.golden writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from core.clients.draft import Task
from core.clients.profile import Profile
from core.event import Description, Geo, Organizer, Place, Stage, Status
from core.exporting import plan_export
from core.progress import finish
from core.version import VERSION
from core.when import When
from tests.core.agendas import Desk, desk, event
from tests.journeys.seed import PLACE, SUMMARY, TEXT

FOLDER = Path(__file__).parents[1] / "golden"

SERIES = b"""BEGIN:VEVENT
UID:series@example.org
DTSTAMP:20260901T080000Z
DTSTART;TZID=Europe/Brussels:20261014T183000
DTEND;TZID=Europe/Brussels:20261014T200000
RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=4
SUMMARY:Conseil communal
END:VEVENT
BEGIN:VEVENT
UID:series@example.org
RECURRENCE-ID;TZID=Europe/Brussels:20261111T183000
DTSTAMP:20260901T080000Z
DTSTART;TZID=Europe/Brussels:20261112T193000
DTEND;TZID=Europe/Brussels:20261112T210000
SUMMARY:Conseil communal
END:VEVENT
BEGIN:VEVENT
UID:series@example.org
RECURRENCE-ID;TZID=Europe/Brussels:20261209T183000
DTSTAMP:20260901T080000Z
DTSTART;TZID=Europe/Brussels:20261209T183000
DTEND;TZID=Europe/Brussels:20261209T200000
SUMMARY:Conseil communal
STATUS:CANCELLED
END:VEVENT
""".replace(b"\n", b"\r\n")

EVENING = When.times(datetime(2026, 10, 14, 18, 30), datetime(2026, 10, 14, 20), "Europe/Brussels")

EVENTS = {
    "seed": event(
        SUMMARY,
        When.days(date(2022, 10, 12), date(2022, 10, 13)),
        uid="seed@example.org",
        place=Place.of_text(PLACE),
        description=Description(TEXT),
        stage=Stage.READY,
    ),
    "cancelled": event("Visite guidée", EVENING, uid="cancelled@example.org", status=Status.CANCELLED),
    "emoji": event(
        "Fête 🎉 du parvis 👩\N{ZERO WIDTH JOINER}🎤",
        When.times(datetime(2026, 6, 21, 20)),
        uid="emoji@example.org",
        categories=("Musique", "Fête, foire"),
        description=Description("Un verre offert", "<p>Un verre <b>offert</b></p>"),
    ),
    "place": event(
        "Concert",
        EVENING,
        uid="place@example.org",
        place=Place.of_text("Flagey\nPlace Sainte-Croix\n1050 Ixelles\nBelgique", Geo(50.8275, 4.3722)),
        organizer=Organizer("Zoé Lœwe"),
    ),
}  # fmt: skip
SCENES = (*EVENTS, "series", "many")


def fill(here: Desk) -> dict[str, list[int]]:
    """{scene: objects}."""
    ids = {name: [here.agenda.create(its, 0).change.objects[0].id] for name, its in EVENTS.items()}
    ids["series"] = [here.put(SERIES, "series@example.org")]
    return ids | {"many": [its for found in ids.values() for its in found]}


def exports(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes, without the version of who wrote it."""
    with desk(folder / "agenda.parvis") as here:
        for scene, ids in fill(here).items():
            for profile in Profile:
                task = Task(profile, "Europe/Brussels", "Annulé : {0}")
                export = finish(plan_export(here.store, ids, name="Agenda", task=task))
                data = b"".join(export.chunks(here.store))
                yield (
                    f"{profile.value}-{scene}.ics",
                    data.replace(f"Parvis {VERSION}//".encode(), b"Parvis//"),
                )


def written() -> dict[str, bytes]:
    """What the files hold."""
    return {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.ics"))}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, data in exports(Path(folder)):
            (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
