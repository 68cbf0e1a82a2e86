"""People: who somebody is, whatever programme they are in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

from rules.language import Language
from rules.programme import Person
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing


class PersonRow(SQLModel, table=True):
    """Somebody of the roster, or a coordinator."""

    __tablename__ = "people"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    office_id: int = Field(sa_type=Key, foreign_key="offices.id", index=True)
    name: str
    user_id: int | None = Field(default=None, sa_type=Key, unique=True)
    language: str
    coordinator: bool = False
    reachable: bool = True
    unreachable_why: str | None = None
    consent_version: str | None = None
    consented_at: datetime | None = Field(default=None, sa_type=Moment)
    declined_at: datetime | None = Field(default=None, sa_type=Moment)
    registered_at: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)


people = table(PersonRow)


async def by_user(db: Reading, user_id: int) -> Person | None:
    """Whoever uses that Telegram account."""
    row = await db.one(select(people).where(people.c.user_id == user_id))
    return maybe_value(Person, row)


async def by_id(db: Reading, person_id: int) -> Person | None:
    """One person by id."""
    row = await db.one(select(people).where(people.c.id == person_id))
    return maybe_value(Person, row)


async def coordinators(db: Reading, office_id: int) -> Sequence[Person]:
    """The coordinators of an office who can be written to, in order of entry."""
    here = (people.c.office_id == office_id) & people.c.coordinator & people.c.user_id.is_not(None)
    rows = await db.all(select(people).where(here).order_by(people.c.id))
    return [as_value(Person, row) for row in rows]


async def change(db: Writing, person_id: int, **values: Any) -> None:
    """Set columns of one person."""
    await db.run(update(people).where(people.c.id == person_id).values(**values))


async def mark_unreachable(db: Writing, person_ids: Mapping[int, str]) -> None:
    """Note that people can't be written to, and why."""
    for person_id, why in person_ids.items():
        await change(db, person_id, reachable=False, unreachable_why=why)


async def mark_reachable(db: Writing, person_id: int) -> None:
    """Note that a person can be written to (again)."""
    await change(db, person_id, reachable=True, unreachable_why=None)


async def agree(
    db: Writing, person_id: int, account: tuple[int, Language], version: str, now: datetime
) -> None:
    """A person agreed to a version of the consent: bind their account (Telegram id, language)."""
    user_id, language = account
    agreed = {"consent_version": version, "consented_at": now, "declined_at": None}
    bound = {"user_id": user_id, "language": language.value}
    await change(db, person_id, **bound, **agreed, reachable=True, unreachable_why=None)


async def register(db: Writing, person_id: int, now: datetime) -> bool:
    """Note that a person has seen their profile; False if they had before."""
    fresh = (people.c.id == person_id) & people.c.registered_at.is_(None)
    return await db.run(update(people).where(fresh).values(registered_at=now)) > 0


async def coordinators_named(db: Reading, office_id: int, name: str) -> Sequence[Person]:
    """The coordinators of an office with that name, registered or not, in order of entry."""
    here = (people.c.office_id == office_id) & people.c.coordinator & (people.c.name == name)
    rows = await db.all(select(people).where(here).order_by(people.c.id))
    return [as_value(Person, row) for row in rows]


async def add_coordinator(
    db: Writing, office_id: int, name: str, language: Language, now: datetime
) -> int:
    """Enter a coordinator who has no account yet; return the person's id."""
    row = {"office_id": office_id, "name": name, "language": language.value, "created_at": now}
    return await db.add(people, **row, coordinator=True)
