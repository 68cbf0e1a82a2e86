"""What is due, and when: rows that the clock looks at each second."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, as_value, table
from storage.door import Reading, Writing


class DueRow(SQLModel, table=True):
    """Something a feature wants to be woken for. `key` makes asking twice a no-op."""

    __tablename__ = "due"
    __table_args__ = (
        Index(
            "due_next",
            "at",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
        Index("due_by_ref", "feature", "ref"),
    )
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    key: str = Field(unique=True)
    feature: str
    kind: str
    ref: int = Field(sa_type=Key)
    at: datetime = Field(sa_type=Moment)
    tries: int = 0
    outcome: str | None = None
    settled_at: datetime | None = Field(default=None, sa_type=Moment)


due_rows = table(DueRow)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that has come due. `at` is when it should have happened (aware UTC)."""

    id: int
    key: str
    feature: str
    kind: str
    ref: int
    at: datetime
    tries: int


async def plan(db: Writing, what: tuple[str, str], ref: int, at: datetime, key: str) -> None:
    """Wake a feature at `at`; `what` is (feature, kind). Planning one key twice is a no-op."""
    feature, kind = what
    row = {"key": key, "feature": feature, "kind": kind, "ref": ref, "at": at}
    await db.add_once(due_rows, [row])


async def drop(db: Writing, feature: str, ref: int, now: datetime, why: str = "dropped") -> int:
    """Settle all that waits for one thing without doing it; the reason stays in the row."""
    mine = (due_rows.c.feature == feature) & (due_rows.c.ref == ref) & due_rows.c.outcome.is_(None)
    return await db.run(update(due_rows).where(mine).values(outcome=why, settled_at=now))


async def ripe(db: Reading, now: datetime, limit: int) -> Sequence[Due]:
    """What has come due, oldest first."""
    waiting = due_rows.c.outcome.is_(None) & (due_rows.c.at <= now)
    rows = await db.all(select(due_rows).where(waiting).order_by(due_rows.c.at).limit(limit))
    return [as_value(Due, row) for row in rows]


async def next_at(db: Reading) -> datetime | None:
    """When the next thing comes due (aware UTC)."""
    waiting = due_rows.c.outcome.is_(None)
    query = select(due_rows.c.at).where(waiting).order_by(due_rows.c.at).limit(1)
    at: datetime | None = await db.scalar(query)
    return at


async def settle(db: Writing, due_ids: Sequence[int], outcome: str, now: datetime) -> None:
    """Write down what became of due things; what its feature has settled already stays as it is."""
    open_ones = due_rows.c.id.in_(due_ids) & due_rows.c.outcome.is_(None)
    settled = update(due_rows).where(open_ones)
    await db.run(settled.values(outcome=outcome, settled_at=now))


async def postpone(db: Writing, due_id: int, at: datetime) -> None:
    """Try one thing again later, after a failure."""
    later = update(due_rows).where(due_rows.c.id == due_id)
    await db.run(later.values(at=at, tries=due_rows.c.tries + 1))
