"""The tables of an agenda. Objects and comments are what counts; component… is an index made of them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    false,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from core.db.search import SEARCH_DDL

# The migration that leads here. Zero-padded, so that a later one sorts after it.
HEAD = "0004"


class Base(DeclarativeBase):
    """Names for every constraint, so that a migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _id() -> Mapped[int]:
    # Numbers come from the sequence table: they are never given twice, so that a thing keeps its own
    # through deletion and undo, and many rows can be numbered before they are inserted.
    return mapped_column(primary_key=True, autoincrement=False)


def _owner(target: str) -> Mapped[int]:
    return mapped_column(ForeignKey(target, ondelete="CASCADE"), primary_key=True, autoincrement=False)


# Alembic's own table, made along with ours, so that a new agenda needs no Alembic.
alembic_version = Table(
    "alembic_version", Base.metadata, Column("version_num", String(32), nullable=False, primary_key=True)
)


def table_of(rows: type[Base]) -> Table:
    """The table as such, for statements that go by the names of columns."""
    table = rows.__table__
    assert isinstance(table, Table)
    return table


class SettingRow(Base):
    """zone: the agenda's TZID. scanner, tzdata: the versions that the index was computed with."""

    __tablename__ = "agenda"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SequenceRow(Base):
    """The last number given to a row of each table."""

    __tablename__ = "sequence"
    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class CalendarRow(Base):
    __tablename__ = "calendar"
    id: Mapped[int] = _id()
    name: Mapped[str]
    colour: Mapped[str]
    hidden: Mapped[bool] = mapped_column(Boolean)
    revision: Mapped[int]


class ObjectRow(Base):
    """A calendar object, without its text, which would make every walk through the table slow."""

    __tablename__ = "object"
    __table_args__ = (UniqueConstraint("calendar_id", "uid"),)
    id: Mapped[int] = _id()
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendar.id"))
    uid: Mapped[str] = mapped_column(index=True)
    revision: Mapped[int]
    content_hash: Mapped[bytes] = mapped_column(LargeBinary)


class ObjectTextRow(Base):
    __tablename__ = "object_text"
    object_id: Mapped[int] = _owner("object.id")
    text: Mapped[bytes] = mapped_column(LargeBinary)


class ComponentRow(Base):
    """The index: one row per VEVENT.

    dtstart, dtend: wall times in ISO 8601. start_utc, end_utc: seconds since 1970, the end excluded and at
    least a second after the start, so that a moment is part of its day. series_end_utc: of the last
    occurrence, none where there is no last. categories: one a line. …_sort: folded. undated: the text says
    no start, and core.ics.scan.UNDATED stands for it. rule: core.ics.series_rule has what it is; none where
    only the text says when the series is.
    """

    __tablename__ = "component"
    __table_args__ = (
        UniqueConstraint("object_id", "recurrence_id", "ordinal"),
        Index(None, "start_utc", "end_utc", "recurs"),
        Index(None, "end_utc", "start_utc", "recurs"),
        Index(None, "recurs", "start_utc"),
    )
    id: Mapped[int] = _id()
    object_id: Mapped[int] = mapped_column(ForeignKey("object.id", ondelete="CASCADE"))
    calendar_id: Mapped[int] = mapped_column(index=True)
    recurrence_id: Mapped[str]
    ordinal: Mapped[int]
    summary: Mapped[str]
    place: Mapped[str]
    location: Mapped[str] = mapped_column(index=True)
    status: Mapped[str | None]
    stage: Mapped[str | None]
    categories: Mapped[str]
    dtstart: Mapped[str]
    dtstart_tzid: Mapped[str | None]
    dtend: Mapped[str]
    dtend_tzid: Mapped[str | None]
    start_utc: Mapped[int] = mapped_column(BigInteger)
    end_utc: Mapped[int] = mapped_column(BigInteger)
    recurs: Mapped[bool] = mapped_column(Boolean)
    series_end_utc: Mapped[int | None] = mapped_column(BigInteger)
    summary_sort: Mapped[str] = mapped_column(index=True)
    place_sort: Mapped[str] = mapped_column(index=True)
    modified: Mapped[int | None] = mapped_column(BigInteger, index=True)
    undated: Mapped[bool] = mapped_column(Boolean, server_default=false())
    rule: Mapped[str | None]


class ComponentWordsRow(Base):
    """The words that search finds a component by, folded; the content of both search tables."""

    __tablename__ = "component_words"
    component_id: Mapped[int] = _owner("component.id")
    summary: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    categories: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text)


class ComponentCategoryRow(Base):
    __tablename__ = "component_category"
    component_id: Mapped[int] = _owner("component.id")
    name: Mapped[str] = mapped_column(primary_key=True, index=True)


class VtimezoneRow(Base):
    """A VTIMEZONE that is no IANA zone. Two files may give one TZID two bodies, hence the hash."""

    __tablename__ = "vtimezone"
    hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    tzid: Mapped[str]
    text: Mapped[bytes] = mapped_column(LargeBinary)


class ObjectVtimezoneRow(Base):
    """Outlives its object, which may come back by undo."""

    __tablename__ = "object_vtimezone"
    object_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(ForeignKey("vtimezone.hash"), primary_key=True)


class AuthorRow(Base):
    """All that is personal about a comment, once per person: erasing somebody is one UPDATE here."""

    __tablename__ = "author"
    id: Mapped[int] = _id()
    name: Mapped[str]
    email: Mapped[str] = mapped_column(index=True)
    website: Mapped[str]


class CommentRow(Base):
    """created: microseconds since 1970."""

    __tablename__ = "comment"
    id: Mapped[int] = _id()
    object_id: Mapped[int] = mapped_column(ForeignKey("object.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    created: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    reply_to: Mapped[int]
    revision: Mapped[int]


class JournalRow(Base):
    """One change. at: seconds since 1970. size: bytes of what it keeps. deletes: it took something away."""

    __tablename__ = "journal"
    id: Mapped[int] = _id()
    at: Mapped[int] = mapped_column(BigInteger)
    deed: Mapped[str]
    size: Mapped[int]
    deletes: Mapped[bool] = mapped_column(Boolean)


class JournalObjectRow(Base):
    """What an object was before the change (no revision: nothing), and its revision then (none: gone)."""

    __tablename__ = "journal_object"
    journal_id: Mapped[int] = _owner("journal.id")
    object_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    revision: Mapped[int | None]
    revision_after: Mapped[int | None]
    calendar_id: Mapped[int | None]
    uid: Mapped[str]
    text: Mapped[bytes | None] = mapped_column(LargeBinary)


class JournalVtimezoneRow(Base):
    """A VTIMEZONE that an object used before the change, which put another in its place."""

    __tablename__ = "journal_vtimezone"
    journal_id: Mapped[int] = _owner("journal.id")
    object_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(ForeignKey("vtimezone.hash"), primary_key=True)


class JournalCommentRow(Base):
    __tablename__ = "journal_comment"
    journal_id: Mapped[int] = _owner("journal.id")
    comment_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision: Mapped[int | None]
    revision_after: Mapped[int | None]
    object_id: Mapped[int]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("author.id"), index=True)
    text: Mapped[bytes | None] = mapped_column(LargeBinary)
    created: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str | None]
    reply_to: Mapped[int | None]


class JournalCalendarRow(Base):
    __tablename__ = "journal_calendar"
    journal_id: Mapped[int] = _owner("journal.id")
    calendar_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision: Mapped[int | None]
    revision_after: Mapped[int | None]
    name: Mapped[str | None]
    colour: Mapped[str | None]
    hidden: Mapped[bool | None] = mapped_column(Boolean)


class DraftRow(Base):
    """Text that a field does not take yet. Like a zone, it waits for an object that may come back."""

    __tablename__ = "draft"
    object_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recurrence_id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    field: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)


@event.listens_for(Base.metadata, "after_create")
def _make_search_tables(_metadata: MetaData, connection: Connection, **_options: object) -> None:
    if connection.dialect.name == "sqlite":
        for statement in SEARCH_DDL:
            connection.exec_driver_sql(statement)
