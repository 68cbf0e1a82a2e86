"""Members: a person's place in one programme."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Index, Select, UniqueConstraint, select
from sqlmodel import Field, SQLModel

from rules.programme import Member, Person, Seat
from storage.columns import Key, as_value, labelled, maybe_value, table
from storage.door import Reading
from storage.people import people


class MemberRow(SQLModel, table=True):
    """A person's place in one programme, with what the roster said."""

    __tablename__ = "members"
    __table_args__ = (
        UniqueConstraint("programme_id", "person_id"),
        Index("members_by_group", "group_id"),
    )
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id")
    person_id: int = Field(sa_type=Key, foreign_key="people.id", index=True)
    role: str
    department: str
    job_series: str
    grade: str
    born_on: date | None = None
    appointed_on: date | None = None
    interests: str
    group_id: int | None = Field(default=None, sa_type=Key, foreign_key="groups.id")


members = table(MemberRow)

_seat = select(*labelled(people, Person, "p_"), *labelled(members, Member, "m_")).join_from(
    members, people, members.c.person_id == people.c.id
)


async def of_person(db: Reading, person_id: int, programme_id: int) -> Member | None:
    """A person's place in one programme."""
    here = (members.c.person_id == person_id) & (members.c.programme_id == programme_id)
    row = await db.one(select(members).where(here))
    return maybe_value(Member, row)


async def seat(db: Reading, member_id: int) -> Seat | None:
    """One member with the person."""
    found = await _seats(db, _seat.where(members.c.id == member_id))
    return found[0] if found else None


async def seats(db: Reading, programme_id: int) -> Sequence[Seat]:
    """Everybody of a programme, in roster order."""
    return await _seats(db, _seat.where(members.c.programme_id == programme_id))


async def group_seats(db: Reading, group_id: int) -> Sequence[Seat]:
    """Everybody of a group, in roster order (lead mentors come first in a roster)."""
    return await _seats(db, _seat.where(members.c.group_id == group_id))


async def _seats(db: Reading, query: Select[tuple[Any, ...]]) -> Sequence[Seat]:
    rows = await db.all(query.order_by(members.c.id))
    return [Seat(as_value(Person, row, "p_"), as_value(Member, row, "m_")) for row in rows]
