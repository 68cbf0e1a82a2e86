"""Feedback rounds: who has answered, and, apart from them, what was answered.

Nothing here may tie a sheet to a person: see docs/decisions/0006-anonymous-feedback.md.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, delete, func, select, update
from sqlmodel import Field, SQLModel

from rules.feedback import Round
from rules.programme import Person
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing
from storage.members import members
from storage.people import people
from storage.steps import steps

STEP = "feedback.word"
"""The step that awaits a free answer; it holds the marks until the sheet is handed in."""
ID_BITS = 53
"""Of a sheet's random id: what a spreadsheet and JSON can still tell apart as a number."""


class RoundRow(SQLModel, table=True):
    """One feedback round of a programme."""

    __tablename__ = "feedback_rounds"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id", index=True)
    opened_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class TurnoutRow(SQLModel, table=True):
    """That somebody answered. No time, and no order: either would tie the person to a sheet."""

    __tablename__ = "feedback_turnout"
    # SQLite would number the rows as they come, out of sight.
    __table_args__ = {"sqlite_with_rowid": False}
    round_id: int = Field(sa_type=Key, foreign_key="feedback_rounds.id", primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", primary_key=True)


class FeedbackRow(SQLModel, table=True):
    """One anonymous answer sheet. `id` is random, so the order of rows tells nothing either."""

    __tablename__ = "feedback_answers"
    id: int = Field(sa_type=Key, primary_key=True)
    round_id: int = Field(sa_type=Key, foreign_key="feedback_rounds.id", index=True)
    scores: str
    word: str | None = Field(default=None, sa_type=Text)


feedback_rounds = table(RoundRow)
feedback_turnout = table(TurnoutRow)
feedback_answers = table(FeedbackRow)

_registered = people.c.registered_at.is_not(None) & people.c.user_id.is_not(None)


async def by_id(db: Reading, round_id: int) -> Round | None:
    """One round by id."""
    query = select(feedback_rounds).where(feedback_rounds.c.id == round_id)
    return maybe_value(Round, await db.one(query))


async def latest(db: Reading, programme_id: int) -> Round | None:
    """The newest round of a programme, open or closed."""
    query = select(feedback_rounds).where(feedback_rounds.c.programme_id == programme_id)
    return maybe_value(Round, await db.one(query.order_by(feedback_rounds.c.id.desc())))


async def begin(db: Writing, programme_id: int, now: datetime) -> Round:
    """Open a round."""
    new = await db.add(feedback_rounds, programme_id=programme_id, opened_at=now)
    return Round(new, programme_id, now, None)


async def end(db: Writing, round_id: int, now: datetime) -> None:
    """Close a round: sheets begun are forgotten, and nothing stays in the order in which it came.

    Every row is written anew in one transaction: PostgreSQL keeps with each row the number of the
    transaction that wrote it, and SQLite's pages keep the order.
    """
    mine = feedback_rounds.c.id == round_id
    await db.run(update(feedback_rounds).where(mine).values(closed_at=now))
    await forget_unfinished(db, now)
    await _write_anew(db, feedback_turnout, feedback_turnout.c.person_id, round_id)
    await _write_anew(db, feedback_answers, feedback_answers.c.id, round_id)


async def _write_anew(db: Writing, rows: Table, order: ColumnElement[Any], round_id: int) -> None:
    mine = rows.c.round_id == round_id
    kept = [dict(row._mapping) for row in await db.all(select(rows).where(mine).order_by(order))]
    await db.run(delete(rows).where(mine))
    await db.add_all(rows, kept)


async def forget_unfinished(db: Writing, since: datetime) -> None:
    """Forget the marks of sheets whose free answer has been awaited since then or longer."""
    await db.run(delete(steps).where(steps.c.name == STEP, steps.c.since <= since))


async def answered(db: Reading, round_id: int, person_id: int) -> bool:
    """Whether a person has handed in."""
    turnout = feedback_turnout.c
    mine = (turnout.round_id == round_id) & (turnout.person_id == person_id)
    return await db.scalar(select(turnout.person_id).where(mine)) is not None


async def hand_in(
    db: Writing, round_id: int, person_id: int, scores: str, word: str | None
) -> bool:
    """Note that a person answered and, apart from that, what; False if they had before."""
    if not await db.add_once(feedback_turnout, [{"round_id": round_id, "person_id": person_id}]):
        return False
    sheet = {"round_id": round_id, "scores": scores, "word": word}
    while not await db.add_once(feedback_answers, [{"id": secrets.randbits(ID_BITS), **sheet}]):
        continue  # an id that another sheet happens to have: draw again
    return True


async def turnout(db: Reading, round_id: int) -> int:
    """How many people have handed in."""
    mine = feedback_turnout.c.round_id == round_id
    return int(await db.scalar(select(func.count()).select_from(feedback_turnout).where(mine)))


async def registered(db: Reading, programme_id: int) -> int:
    """How many people of a programme could answer."""
    query = (
        select(func.count()).select_from(members).join(people, members.c.person_id == people.c.id)
    )
    return int(await db.scalar(query.where(_registered, members.c.programme_id == programme_id)))


async def to_ask(db: Reading, found: Round) -> Sequence[Person]:
    """The people of a round's programme who can be written to and have not handed in."""
    done = select(feedback_turnout.c.person_id).where(feedback_turnout.c.round_id == found.id)
    query = (
        select(people)
        .join(members, members.c.person_id == people.c.id)
        .where(members.c.programme_id == found.programme_id, _registered, people.c.reachable)
        .where(people.c.id.not_in(done))
    )
    return [as_value(Person, row) for row in await db.all(query.order_by(people.c.id))]


async def tally(db: Reading, round_id: int) -> Mapping[str, int]:
    """How many sheets bear the same marks."""
    scores = feedback_answers.c.scores
    query = select(scores, func.count()).where(feedback_answers.c.round_id == round_id)
    return {row[0]: row[1] for row in await db.all(query.group_by(scores))}
