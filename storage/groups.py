"""Mentoring groups."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, select, update
from sqlmodel import Field, SQLModel

from rules.match import Draft
from rules.programme import Group
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing
from storage.drafts import draft_places
from storage.members import members


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


async def exist(db: Reading, programme_id: int) -> bool:
    """Whether a programme's groups stand."""
    query = select(groups.c.id).where(groups.c.programme_id == programme_id).limit(1)
    return await db.scalar(query) is not None


async def found(db: Writing, draft: Draft, now: datetime) -> int:
    """Make a draft's groups, and its placed members their members; return how many groups."""
    numbers = select(draft_places.c.number).where(draft_places.c.draft_id == draft.id)
    wanted = await db.column(numbers.distinct().order_by(draft_places.c.number))
    row = {"programme_id": draft.programme_id, "formed_at": now}
    await db.add_all(groups, [{"number": number, **row} for number in wanted])
    theirs = (
        select(groups.c.id)
        .join_from(groups, draft_places, draft_places.c.number == groups.c.number)
        .where(
            groups.c.programme_id == draft.programme_id,
            draft_places.c.draft_id == draft.id,
            draft_places.c.member_id == members.c.id,
        )
        .scalar_subquery()
    )
    here = update(members).where(members.c.programme_id == draft.programme_id)
    await db.run(here.values(group_id=theirs))
    return len(wanted)
