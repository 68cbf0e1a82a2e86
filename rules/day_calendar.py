"""The calendar a day is picked from: months, half hours, and the wall clock of a zone."""

from calendar import SUNDAY, Calendar
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from rules.day import FURTHEST

HALF_HOURS = tuple(time(hour, minute) for hour in range(8, 22) for minute in (0, 30))
"""The times offered; others can be typed."""


def weeks(month: date) -> Sequence[Sequence[date | None]]:
    """The weeks of the month a date lies in, Sundays first; None where a day is not of it."""
    rows = Calendar(SUNDAY).monthdatescalendar(month.year, month.month)
    return [[day if day.month == month.month else None for day in week] for week in rows]


def months_beside(month: date, today: date) -> tuple[date | None, date | None]:
    """First days of the months before and after that may be looked at; None where none may."""
    first = month.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    back = before if first > today else None
    return back, after if after <= today + FURTHEST else None


def moment(wall: datetime, zone: tzinfo) -> datetime | None:
    """The point in time (aware UTC) at which clocks in a zone show a naive time.

    None where they never do, because they are set forward over it; the first of two where they
    show it twice.
    """
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    return found if found.astimezone(zone).replace(tzinfo=None) == wall else None
