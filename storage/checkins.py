"""Check-ins: one tap on how a mentoring day went."""

from datetime import datetime

from sqlalchemy import Text, select, update
from sqlmodel import Field, SQLModel

from rules.checkin import Checkin
from storage.columns import Key, Moment, maybe_value, table
from storage.door import Reading, Writing


class CheckinRow(SQLModel, table=True):
    """A member's answer for one day."""

    __tablename__ = "checkins"
    day_id: int = Field(sa_type=Key, foreign_key="days.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id", primary_key=True)
    score: int
    word: str | None = Field(default=None, sa_type=Text)
    tapped_at: datetime = Field(sa_type=Moment)


checkins = table(CheckinRow)


async def of_member(db: Reading, day_id: int, member_id: int) -> Checkin | None:
    """A member's answer for a day."""
    mine = (checkins.c.day_id == day_id) & (checkins.c.member_id == member_id)
    return maybe_value(Checkin, await db.one(select(checkins).where(mine)))


async def who_answered(db: Reading, day_id: int) -> frozenset[int]:
    """The members who have answered for a day."""
    query = select(checkins.c.member_id).where(checkins.c.day_id == day_id)
    return frozenset(await db.column(query))


async def record(db: Writing, day_id: int, member_id: int, score: int, now: datetime) -> None:
    """Keep an answer; the last one counts, a word that was left stays."""
    keys = {"day_id": day_id, "member_id": member_id}
    await db.put(checkins, keys, {"score": score, "tapped_at": now})


async def set_word(db: Writing, day_id: int, member_id: int, word: str) -> None:
    """Keep the word that goes with an answer."""
    mine = (checkins.c.day_id == day_id) & (checkins.c.member_id == member_id)
    await db.run(update(checkins).where(mine).values(word=word))
