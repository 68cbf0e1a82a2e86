"""Drafts: groupings that a coordinator looks at before anybody hears of them."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, select, update
from sqlalchemy.engine import Row
from sqlmodel import Field, SQLModel

from rules.match import (
    Draft,
    DraftState,
    Figures,
    Placement,
    figures_from_json,
    figures_to_json,
    reasons_from_json,
    reasons_to_json,
)
from storage.columns import Key, Moment, table
from storage.door import Reading, Writing


class DraftRow(SQLModel, table=True):
    """One proposed grouping. `figures` holds value, parts, random average and bound as JSON."""

    __tablename__ = "drafts"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id", index=True)
    made_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    state: str
    seed: int
    figures: str | None = Field(default=None, sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)
    approved_at: datetime | None = Field(default=None, sa_type=Moment)


class DraftPlaceRow(SQLModel, table=True):
    """Where a draft puts a member, and why (JSON list of reasons)."""

    __tablename__ = "draft_places"
    draft_id: int = Field(sa_type=Key, foreign_key="drafts.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id", primary_key=True)
    number: int
    reasons: str = Field(sa_type=Text)


drafts = table(DraftRow)
draft_places = table(DraftPlaceRow)


async def begin(
    db: Writing, programme_id: int, made_by: int | None, seed: int, now: datetime
) -> int:
    """Note that a draft is being made; return its id."""
    row = {"programme_id": programme_id, "made_by": made_by, "seed": seed, "made_at": now}
    return await db.add(drafts, state=DraftState.MAKING.value, **row)


async def finish(
    db: Writing, draft_id: int, figures: Figures, placements: Iterable[Placement]
) -> None:
    """Fill in a draft that was being made: it is READY."""
    written = json.dumps(figures_to_json(figures))
    row = update(drafts).where(drafts.c.id == draft_id)
    await db.run(row.values(state=DraftState.READY.value, figures=written))
    places = [
        {
            "draft_id": draft_id,
            "member_id": each.member_id,
            "number": each.number,
            "reasons": json.dumps(reasons_to_json(each.reasons), ensure_ascii=False),
        }
        for each in placements
    ]
    await db.add_all(draft_places, places)


async def set_state(db: Writing, draft_id: int, state: DraftState) -> None:
    """Note what became of a draft."""
    await db.run(update(drafts).where(drafts.c.id == draft_id).values(state=state.value))


async def approve(db: Writing, draft: Draft, now: datetime) -> None:
    """Note that a draft was approved, and that its programme's other ones were passed over."""
    others = (drafts.c.programme_id == draft.programme_id) & drafts.c.state.in_(
        [DraftState.READY.value, DraftState.MAKING.value]
    )
    mine = update(drafts).where(drafts.c.id == draft.id)
    await db.run(mine.values(state=DraftState.APPROVED.value, approved_at=now))
    await db.run(update(drafts).where(others).values(state=DraftState.PASSED.value))


async def by_id(db: Reading, draft_id: int) -> Draft | None:
    """One draft by id."""
    return _maybe(await db.one(select(drafts).where(drafts.c.id == draft_id)))


async def newest(db: Reading, programme_id: int, state: DraftState) -> Draft | None:
    """A programme's newest draft in a state."""
    here = (drafts.c.programme_id == programme_id) & (drafts.c.state == state.value)
    return _maybe(await db.one(select(drafts).where(here).order_by(drafts.c.id.desc())))


async def placements(db: Reading, draft_id: int, number: int | None = None) -> Sequence[Placement]:
    """Where a draft puts people, group by group in roster order; of one group if asked so."""
    query = select(draft_places).where(draft_places.c.draft_id == draft_id)
    if number is not None:
        query = query.where(draft_places.c.number == number)
    rows = await db.all(query.order_by(draft_places.c.number, draft_places.c.member_id))
    return [_placement(row) for row in rows]


def _placement(row: Row[Any]) -> Placement:
    return Placement(row.member_id, row.number, reasons_from_json(json.loads(row.reasons)))


def _maybe(row: Row[Any] | None) -> Draft | None:
    if row is None:
        return None
    figures = figures_from_json(json.loads(row.figures)) if row.figures else None
    state = DraftState(row.state)
    return Draft(row.id, row.programme_id, row.made_by, state, row.seed, figures)
