"""Numbers for new rows: each is given once, in the transaction that uses it."""

from __future__ import annotations

from sqlalchemy import Connection, insert, update

from core.db.schema import Base, SequenceRow


def numbers(connection: Connection, table: type[Base], count: int) -> range:
    """The next ids of a table."""
    name = table.__tablename__
    take = update(SequenceRow).where(SequenceRow.name == name).values(last=SequenceRow.last + count)
    last = connection.scalar(take.returning(SequenceRow.last))
    if last is None:
        connection.execute(insert(SequenceRow).values(name=name, last=count))
        last = count
    return range(last - count + 1, last + 1)
