"""Members: a person's place in one programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Select, UniqueConstraint, func, select
from sqlmodel import Field, SQLModel

from rules.language import Language
from rules.people import BETWEEN_INTERESTS, Role
from rules.programme import Member, Person, Seat
from rules.roster_enrolment import Enrolled, Newcomer
from rules.roster_identity import Identity
from rules.roster_row import RosterPerson
from storage.columns import Key, as_value, labelled, maybe_value, table
from storage.door import Reading, Writing
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


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people of a role there are, and how many of them are registered."""

    people: int
    registered: int


async def turnout(db: Reading, programme_id: int) -> Mapping[Role, Turnout]:
    """How far registration has come; every role is there."""
    query = (
        select(members.c.role, func.count().label("people"), func.count(people.c.registered_at))
        .join_from(members, people, members.c.person_id == people.c.id)
        .where(members.c.programme_id == programme_id)
        .group_by(members.c.role)
    )
    found = {role: Turnout(*counts) for role, *counts in await db.all(query)}
    return {role: found.get(role, Turnout(0, 0)) for role in Role}


async def enrolled(db: Reading, office_id: int) -> Sequence[Enrolled]:
    """Everybody with a place in any of an office's programmes, by how rosters tell people apart."""
    query = (
        select(
            members.c.person_id,
            members.c.programme_id,
            people.c.name,
            members.c.department,
            members.c.born_on,
        )
        .join_from(members, people, members.c.person_id == people.c.id)
        .where(people.c.office_id == office_id)
        .order_by(members.c.id)
    )
    rows = await db.all(query)
    return [Enrolled(person, where, Identity(*identity)) for person, where, *identity in rows]


async def enrol(
    db: Writing,
    programme: tuple[int, int],
    newcomers: Sequence[Newcomer],
    language: Language,
    now: datetime,
) -> None:
    """Give newcomers places in a programme (office id, programme id), in the roster's order.

    Those who are no people of the office yet become some, to be spoken to in `language`.
    """
    office_id, programme_id = programme
    row = {"office_id": office_id, "language": language.value, "created_at": now}
    unknown = [each.listed for each in newcomers if each.person_id is None]
    made = iter(await db.add_each(people, [{"name": each.name, **row} for each in unknown]))
    places = [
        _place(programme_id, next(made) if each.person_id is None else each.person_id, each.listed)
        for each in newcomers
    ]
    await db.add_all(members, places)


def _place(programme_id: int, person_id: int, listed: RosterPerson) -> dict[str, Any]:
    return {
        "programme_id": programme_id,
        "person_id": person_id,
        "role": listed.role.value,
        "department": listed.department,
        "job_series": listed.job_series,
        "grade": listed.grade,
        "born_on": listed.born_on,
        "appointed_on": listed.appointed_on,
        "interests": BETWEEN_INTERESTS.join(listed.interests),
    }
