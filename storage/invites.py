"""Invites: single-use links, kept only as hashes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

from rules.joining import Invite
from rules.programme import Person
from storage.columns import Key, Moment, as_value, labelled, table
from storage.door import Reading, Writing
from storage.people import people


class InviteRow(SQLModel, table=True):
    """One link that makes its bearer the person it was made for. The token itself is not kept."""

    __tablename__ = "invites"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", index=True)
    token_hash: str = Field(unique=True)
    created_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


invites = table(InviteRow)


async def by_hash(db: Reading, token_hash: str) -> Invite | None:
    """The invite whose token has that hash, with the person it was made for."""
    both = select(invites, *labelled(people, Person, "p_")).join(people)
    row = await db.one(both.where(invites.c.token_hash == token_hash))
    if row is None:
        return None
    return Invite(row.id, as_value(Person, row, "p_"), row.expires_at, row.used_at)


async def issue(
    db: Writing, made: Sequence[tuple[int, str]], now: datetime, expires_at: datetime
) -> None:
    """Keep new invites (person id, token hash). Those that are still open stay open."""
    times = {"created_at": now, "expires_at": expires_at}
    await db.add_all(invites, [{"person_id": p, "token_hash": h, **times} for p, h in made])


async def use_up(db: Writing, invite: Invite, now: datetime) -> bool:
    """Use an invite and void the person's other ones; False if somebody was quicker."""
    fresh = invites.c.used_at.is_(None)
    mine = update(invites).where(invites.c.id == invite.id, fresh)
    if not await db.run(mine.values(used_at=now)):
        return False
    others = update(invites).where(invites.c.person_id == invite.person.id, fresh)
    await db.run(others.values(used_at=now))
    return True
