"""Jobs: slow work done outside the event loop, whose result comes back as an inbox row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Text, or_, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, as_value, table
from storage.door import Reading, Writing


class JobRow(SQLModel, table=True):
    """One piece of slow work. `args` is emptied once it is done."""

    __tablename__ = "jobs"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    key: str = Field(unique=True)
    name: str
    args: str | None = Field(default=None, sa_type=Text)
    then: str
    lane: int = Field(sa_type=Key)
    state: str = "waiting"
    tries: int = 0
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    made_at: datetime = Field(sa_type=Moment)
    settled_at: datetime | None = Field(default=None, sa_type=Moment)


jobs = table(JobRow)


@dataclass(frozen=True, slots=True)
class Job:
    """One job to do. `args` is JSON; `then` says who wants the result; `lane` whose turn it is."""

    id: int
    key: str
    name: str
    args: str
    then: str
    lane: int
    tries: int


async def put(db: Writing, rows: Sequence[Mapping[str, Any]]) -> int:
    """Leave jobs to be done; a key that was there already is a no-op."""
    return await db.add_once(jobs, rows)


async def claim(db: Writing, now: datetime, until: datetime) -> Job | None:
    """Lease the oldest job that nobody does."""
    free = or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= now)
    query = select(jobs).where(jobs.c.state == "waiting", free).order_by(jobs.c.id).limit(1)
    row = await db.one(query)
    if row is None:
        return None
    mine = update(jobs).where(jobs.c.id == row.id)
    await db.run(mine.values(leased_until=until, tries=jobs.c.tries + 1))
    return as_value(Job, row)


async def waiting(db: Reading, now: datetime) -> bool:
    """Whether any job could be claimed."""
    free = or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= now)
    query = select(jobs.c.id).where(jobs.c.state == "waiting", free).limit(1)
    return await db.scalar(query) is not None


async def settle(db: Writing, job_id: int, state: str, now: datetime) -> None:
    """End a job as `done` or `failed`; its arguments are emptied."""
    row = update(jobs).where(jobs.c.id == job_id)
    await db.run(row.values(state=state, args=None, leased_until=None, settled_at=now))


async def release_all(db: Writing) -> int:
    """Give back every lease: at start nobody else is working."""
    return await db.run(
        update(jobs).where(jobs.c.leased_until.is_not(None)).values(leased_until=None)
    )


async def release(db: Writing, job_id: int) -> None:
    """Give one job back to be done again."""
    await db.run(update(jobs).where(jobs.c.id == job_id).values(leased_until=None))
