"""The tables of an agenda as they first were."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

# This says what was, and thus imports nothing that may change.
_SEARCH = {
    "search_short": (("summary", "place"), "prefix='1 2', detail='column'"),
    "search_full": (("summary", "place", "description", "categories", "contact"), "detail='column'"),
}


def upgrade() -> None:
    _settings()
    _objects()
    _index()
    _comments()
    _journal()
    if op.get_context().dialect.name == "sqlite":
        for name, (columns, options) in _SEARCH.items():
            _search(name, columns, options)
        op.execute("PRAGMA application_id=1346458198")


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _owner(name: str, target: str) -> Column[int]:
    cascading = ForeignKey(target, ondelete="CASCADE")
    return Column(name, Integer, cascading, primary_key=True, autoincrement=False)


def _some(
    name: str, kind: type[String] | type[Integer] | type[BigInteger] | type[LargeBinary]
) -> Column[object]:
    return Column(name, kind, nullable=False)


def _settings() -> None:
    op.create_table("agenda", Column("key", String, primary_key=True), _some("value", String))
    op.create_table("sequence", Column("name", String, primary_key=True), _some("last", Integer))
    op.create_table(
        "draft",
        _key("object_id"),
        Column("recurrence_id", String, primary_key=True),
        _key("ordinal"),
        Column("field", String, primary_key=True),
        _some("text", Text),
    )


def _objects() -> None:
    op.create_table(
        "calendar",
        _key("id"),
        _some("name", String),
        _some("colour", String),
        Column("hidden", Boolean, nullable=False),
        _some("revision", Integer),
    )
    op.create_table(
        "object",
        _key("id"),
        Column("calendar_id", Integer, ForeignKey("calendar.id"), nullable=False),
        Column("uid", String, nullable=False, index=True),
        _some("revision", Integer),
        _some("content_hash", LargeBinary),
        UniqueConstraint("calendar_id", "uid"),
    )
    op.create_table("object_text", _owner("object_id", "object.id"), _some("text", LargeBinary))
    op.create_table(
        "vtimezone",
        Column("hash", LargeBinary, primary_key=True),
        _some("tzid", String),
        _some("text", LargeBinary),
    )
    op.create_table(
        "object_vtimezone",
        _key("object_id"),
        Column("hash", LargeBinary, ForeignKey("vtimezone.hash"), primary_key=True),
    )


def _index() -> None:
    op.create_table(
        "component",
        _key("id"),
        Column("object_id", Integer, ForeignKey("object.id", ondelete="CASCADE"), nullable=False),
        Column("calendar_id", Integer, nullable=False, index=True),
        _some("recurrence_id", String),
        _some("ordinal", Integer),
        _some("summary", String),
        _some("place", String),
        Column("location", String, nullable=False, index=True),
        Column("status", String),
        Column("stage", String),
        _some("categories", String),
        _some("dtstart", String),
        Column("dtstart_tzid", String),
        _some("dtend", String),
        Column("dtend_tzid", String),
        _some("start_utc", BigInteger),
        _some("end_utc", BigInteger),
        Column("recurs", Boolean, nullable=False),
        Column("series_end_utc", BigInteger),
        Column("summary_sort", String, nullable=False, index=True),
        Column("place_sort", String, nullable=False, index=True),
        Column("modified", BigInteger, index=True),
        UniqueConstraint("object_id", "recurrence_id", "ordinal"),
    )
    for columns in (
        ["start_utc", "end_utc", "recurs"],
        ["end_utc", "start_utc", "recurs"],
        ["recurs", "start_utc"],
    ):
        op.create_index(op.f("_".join(["ix_component", *columns])), "component", columns)
    op.create_table(
        "component_words",
        _owner("component_id", "component.id"),
        *(_some(name, Text) for name in ("summary", "place", "description", "categories", "contact")),
    )
    op.create_table(
        "component_category",
        _owner("component_id", "component.id"),
        Column("name", String, primary_key=True, index=True),
    )


def _comments() -> None:
    op.create_table(
        "author",
        _key("id"),
        _some("name", String),
        Column("email", String, nullable=False, index=True),
        _some("website", String),
    )
    op.create_table(
        "comment",
        _key("id"),
        Column("object_id", Integer, ForeignKey("object.id"), nullable=False, index=True),
        Column("author_id", Integer, ForeignKey("author.id"), nullable=False, index=True),
        _some("text", Text),
        _some("created", BigInteger),
        _some("state", String),
        _some("reply_to", Integer),
        _some("revision", Integer),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        _key("id"),
        _some("at", BigInteger),
        _some("deed", String),
        _some("size", Integer),
        Column("deletes", Boolean, nullable=False),
    )
    op.create_table(
        "journal_object",
        _owner("journal_id", "journal.id"),
        Column("object_id", Integer, primary_key=True, autoincrement=False, index=True),
        Column("revision", Integer),
        Column("revision_after", Integer),
        Column("calendar_id", Integer),
        _some("uid", String),
        Column("text", LargeBinary),
    )
    op.create_table(
        "journal_comment",
        _owner("journal_id", "journal.id"),
        _key("comment_id"),
        Column("revision", Integer),
        Column("revision_after", Integer),
        _some("object_id", Integer),
        Column("author_id", Integer, ForeignKey("author.id"), index=True),
        Column("text", LargeBinary),
        Column("created", BigInteger),
        Column("state", String),
        Column("reply_to", Integer),
    )
    op.create_table(
        "journal_calendar",
        _owner("journal_id", "journal.id"),
        _key("calendar_id"),
        Column("revision", Integer),
        Column("revision_after", Integer),
        Column("name", String),
        Column("colour", String),
        Column("hidden", Boolean),
    )


def _search(name: str, columns: tuple[str, ...], options: str) -> None:
    listed = ", ".join(columns)
    olds, news = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    forget = f"INSERT INTO {name}({name}, rowid, {listed}) VALUES ('delete', old.component_id, {olds});"
    learn = f"INSERT INTO {name}(rowid, {listed}) VALUES (new.component_id, {news});"
    op.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content='component_words',"
        f" content_rowid='component_id', tokenize='ascii', {options})"
    )
    for when, what in (("insert", learn), ("delete", forget), ("update", f"{forget} {learn}")):
        trigger = f"CREATE TRIGGER {name}_{when} AFTER {when.upper()} ON component_words"
        op.execute(f"{trigger} BEGIN {what} END")
