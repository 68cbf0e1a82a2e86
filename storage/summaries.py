"""Meeting summaries."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Text, select
from sqlmodel import Field, SQLModel

from rules.summary import Summary
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing


class SummaryRow(SQLModel, table=True):
    """What a mentor reports of a mentoring day."""

    __tablename__ = "summaries"
    day_id: int = Field(sa_type=Key, foreign_key="days.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    written_at: datetime = Field(sa_type=Moment)


summaries = table(SummaryRow)


async def of_day(db: Reading, day_id: int) -> Summary | None:
    """The summary of a day, once it is written."""
    return maybe_value(Summary, await db.one(select(summaries).where(summaries.c.day_id == day_id)))


async def of_days(db: Reading, day_ids: Collection[int]) -> dict[int, Summary]:
    """The summaries of those days that have one, by day."""
    rows = await db.all(select(summaries).where(summaries.c.day_id.in_(day_ids)))
    return {row.day_id: as_value(Summary, row) for row in rows}


async def keep(db: Writing, summary: Summary) -> None:
    """Keep the summary of a day; the last one counts."""
    values = asdict(summary)
    await db.put(summaries, {"day_id": values.pop("day_id")}, values)
