"""The shape of what is listed: named columns and plain rows, each listing one statement.

A question asked without a name is never counted beside a person's: in a small group that would
tell who asked.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select

from rules.day import DayState
from storage.days import days
from storage.door import Reading

Cell = str | int | float | bool | date | datetime | None
"""What stands in a listing. Times are aware UTC; roles and states are their values in code."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under columns. The name and the columns are words of the code that scripts may rely on.

    Rows stay plain tuples: there may be a hundred thousand, and they go on to another process.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[tuple[Cell, ...]]

    def local(self, row: tuple[Cell, ...], zone: ZoneInfo) -> tuple[Cell, ...]:
        """One of its rows with times as the clocks of a zone show them."""
        return tuple(each.astimezone(zone) if isinstance(each, datetime) else each for each in row)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is listed: one programme, as it stands at a moment (aware UTC)."""

    programme_id: int
    now: datetime


Lister = Callable[[Reading, Scope], Awaitable[Listing]]


def lister(name: str, query: Callable[[Scope], Select[Any]]) -> Lister:
    """A listing with the columns of its statement."""

    async def run(db: Reading, scope: Scope) -> Listing:
        statement = query(scope)
        rows = await db.all(statement)
        return Listing(name, statement.selected_columns.keys(), [tuple(row) for row in rows])

    return run


def held(now: datetime) -> ColumnElement[bool]:
    """Whether a mentoring day has begun and was not called off."""
    return (days.c.state == DayState.PLANNED.value) & (days.c.starts_at <= now)
