"""Mentoring days."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

from rules.day import Day, DayState
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing


class DayRow(SQLModel, table=True):
    """One planned meeting of a group. `sequence` rises each time the day moves."""

    __tablename__ = "days"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    group_id: int = Field(sa_type=Key, foreign_key="groups.id", index=True)
    starts_at: datetime = Field(sa_type=Moment)
    place: str
    state: str
    sequence: int = 0
    set_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    set_at: datetime = Field(sa_type=Moment)


days = table(DayRow)

_meant = days.c.state == DayState.PLANNED


async def by_id(db: Reading, day_id: int) -> Day | None:
    """One day by id, whatever became of it."""
    return maybe_value(Day, await db.one(select(days).where(days.c.id == day_id)))


async def by_ids(db: Reading, day_ids: Collection[int]) -> dict[int, Day]:
    """Days by id."""
    rows = await db.all(select(days).where(days.c.id.in_(day_ids)))
    return {row.id: as_value(Day, row) for row in rows}


async def after(db: Reading, group_id: int, since: datetime) -> Sequence[Day]:
    """The days a group means to hold that begin after a moment, the next one first."""
    query = select(days).where(_meant, days.c.group_id == group_id, days.c.starts_at > since)
    return [as_value(Day, row) for row in await db.all(query.order_by(days.c.starts_at))]


async def begun(db: Reading, group_id: int, now: datetime, since: datetime) -> Sequence[Day]:
    """The days of a group that have begun, none before `since`, the newest first."""
    query = select(days).where(_meant, days.c.group_id == group_id)
    query = query.where(days.c.starts_at <= now, days.c.starts_at >= since)
    return [as_value(Day, row) for row in await db.all(query.order_by(days.c.starts_at.desc()))]


async def add(db: Writing, day: Day) -> Day:
    """Keep a new day and give it its id."""
    values = asdict(day)
    del values["id"]
    return replace(day, id=await db.add(days, **values))


async def keep(db: Writing, day: Day) -> None:
    """Bring a day's row up to date."""
    values = asdict(day)
    await db.run(update(days).where(days.c.id == values.pop("id")).values(**values))
