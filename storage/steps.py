"""Conversation steps: what a person was about to tell the bot. They survive a restart."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Text, delete, select
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table
from storage.door import Reading, Writing


@dataclass(frozen=True, slots=True)
class Step:
    """Where a conversation stands. `known` must be JSON; it holds people's words only meanwhile."""

    name: str
    known: dict[str, Any]


class StepRow(SQLModel, table=True):
    """The one step a user is in, in private. `known` is what was gathered so far (JSON)."""

    __tablename__ = "steps"
    user_id: int = Field(sa_type=Key, primary_key=True)
    name: str
    known: str = Field(sa_type=Text)
    since: datetime = Field(sa_type=Moment)


steps = table(StepRow)


async def of_user(db: Reading, user_id: int) -> Step | None:
    """The step a user is in, if any."""
    row = await db.one(select(steps).where(steps.c.user_id == user_id))
    return None if row is None else Step(row.name, json.loads(row.known))


async def enter(db: Writing, user_id: int, step: Step, now: datetime) -> None:
    """Put a user into a step; an earlier one is left."""
    known = json.dumps(step.known, ensure_ascii=False)
    await db.put(steps, {"user_id": user_id}, {"name": step.name, "known": known, "since": now})


async def leave(db: Writing, user_id: int) -> None:
    """Forget the step a user was in."""
    await db.run(delete(steps).where(steps.c.user_id == user_id))
