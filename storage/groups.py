"""Mentoring groups."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, select
from sqlmodel import Field, SQLModel

from rules.programme import Group
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading


class GroupRow(SQLModel, table=True):
    """A mentoring group of an approved draft."""

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id")
    number: int
    formed_at: datetime = Field(sa_type=Moment)


groups = table(GroupRow)


async def by_id(db: Reading, group_id: int) -> Group | None:
    """One group by id."""
    return maybe_value(Group, await db.one(select(groups).where(groups.c.id == group_id)))


async def of_programme(db: Reading, programme_id: int) -> Sequence[Group]:
    """The groups of a programme, by number."""
    query = select(groups).where(groups.c.programme_id == programme_id).order_by(groups.c.number)
    return [as_value(Group, row) for row in await db.all(query)]
