"""The usual way to write such a program: icalendar's objects, and an ORM row for each event."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

ZONE = ZoneInfo("Europe/Brussels")


class Base(DeclarativeBase):
    """Tables of the peer."""


class Row(Base):
    """One event in columns; what has no column is lost."""

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    summary: Mapped[str]
    dtstart: Mapped[datetime] = mapped_column(index=True)
    dtend: Mapped[datetime]
    location: Mapped[str]
    categories: Mapped[str]
    status: Mapped[str]
    description: Mapped[str]


def take(file: Path, database: Path) -> None:
    """Import a file into a new database."""
    engine = create_engine(f"sqlite:///{database}")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        for event in Calendar.from_ical(file.read_bytes()).events:
            session.add(
                Row(
                    uid=str(event["UID"]),
                    summary=str(event["SUMMARY"]),
                    dtstart=_wall(event.decoded("DTSTART")),
                    dtend=_wall(event.decoded("DTEND")),
                    location=str(event["LOCATION"]),
                    categories="\n".join(event.categories),
                    status=str(event["STATUS"]),
                    description=str(event["DESCRIPTION"]),
                )
            )
    engine.dispose()


def _wall(its: date) -> datetime:
    return its.replace(tzinfo=None) if isinstance(its, datetime) else datetime.combine(its, time())


def give(database: Path, file: Path) -> None:
    """Export a database to a new file."""
    engine = create_engine(f"sqlite:///{database}")
    calendar = Calendar()
    calendar.add("PRODID", "-//Example//Peer//EN")
    calendar.add("VERSION", "2.0")
    with Session(engine) as session:
        for row in session.scalars(select(Row).order_by(Row.dtstart)):
            event = Event()
            event.add("UID", row.uid)
            event.add("SUMMARY", row.summary)
            event.add("DTSTART", row.dtstart.replace(tzinfo=ZONE))
            event.add("DTEND", row.dtend.replace(tzinfo=ZONE))
            event.add("LOCATION", row.location)
            event.add("CATEGORIES", row.categories.split("\n"))
            event.add("STATUS", row.status)
            event.add("DESCRIPTION", row.description)
            calendar.add_component(event)
    file.write_bytes(calendar.to_ical())
    engine.dispose()
