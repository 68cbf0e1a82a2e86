"""The inbox: every update and every result, written before it is confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, Text, delete, func, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, as_value, table
from storage.door import Reading, Writing


class InboxRow(SQLModel, table=True):
    """One thing that happened. `body` is emptied once it is dealt with: words are not kept."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "inbox_waiting",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "inbox_held",
            "lane",
            sqlite_where=text("retry_at IS NOT NULL"),
            postgresql_where=text("retry_at IS NOT NULL"),
        ),
    )
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    key: str = Field(unique=True)
    lane: int = Field(sa_type=Key)
    body: str | None = Field(default=None, sa_type=Text)
    state: str = "waiting"
    tries: int = 0
    retry_at: datetime | None = Field(default=None, sa_type=Moment)
    arrived_at: datetime = Field(sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment)
    trouble: str | None = None


inbox = table(InboxRow)

INSTANT = timedelta(microseconds=1)
LONGEST_RETRY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One inbox row. `body` is JSON: a raw update, or a result on its way to its feature."""

    id: int
    key: str
    lane: int
    body: str
    tries: int


async def put(db: Writing, rows: Sequence[tuple[str, int, str]], now: datetime) -> int:
    """Keep what arrived (key, lane, body); return how many were new. Repeats are no-ops."""
    fresh = [{"key": k, "lane": lane, "body": body, "arrived_at": now} for k, lane, body in rows]
    return await db.add_once(inbox, fresh)


async def waiting(db: Reading, now: datetime, limit: int) -> Sequence[Arrival]:
    """What is to be dealt with, in order of arrival. A lane that waits for a retry is held.

    A retry further off than `LONGEST_RETRY` was planned by a clock that has been put back since:
    it is ripe.
    """
    planned = inbox.c.retry_at.between(now + INSTANT, now + LONGEST_RETRY)
    held = select(inbox.c.lane).where(planned, inbox.c.state == "waiting")
    ready = (inbox.c.state == "waiting") & inbox.c.lane.not_in(held)
    rows = await db.all(select(inbox).where(ready).order_by(inbox.c.id).limit(limit))
    return [as_value(Arrival, row) for row in rows]


async def done(db: Writing, ids: Sequence[int], now: datetime) -> None:
    """Mark rows as dealt with and empty them."""
    settled = update(inbox).where(inbox.c.id.in_(ids))
    await db.run(settled.values(state="done", body=None, retry_at=None, done_at=now))


async def again(db: Writing, arrival_id: int, retry_at: datetime, trouble: str) -> None:
    """Deal with a row once more at `retry_at`; its lane waits."""
    row = update(inbox).where(inbox.c.id == arrival_id)
    await db.run(row.values(tries=inbox.c.tries + 1, retry_at=retry_at, trouble=trouble))


async def set_aside(db: Writing, arrival_id: int, now: datetime, trouble: str) -> None:
    """Leave a row for a person to look at; its body stays until it is swept."""
    row = update(inbox).where(inbox.c.id == arrival_id)
    await db.run(row.values(state="aside", retry_at=None, done_at=now, trouble=trouble))


async def sweep(db: Writing, before: datetime) -> int:
    """Remove rows that were settled before a time.

    The newest row stays: SQLite would give its id to the next, and keys made of ids would repeat.
    """
    newest = select(func.max(inbox.c.id)).scalar_subquery()
    old = (inbox.c.state != "waiting") & (inbox.c.done_at < before)
    return await db.run(delete(inbox).where(old, inbox.c.id < newest))
