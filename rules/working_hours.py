"""Working hours: nobody is asked a second time at night."""

from datetime import datetime, time, timedelta

WorkingHours = tuple[time, time]
"""From when to when, on the wall clock of the office; the end is not part of it."""
USUAL: WorkingHours = (time(9), time(18))
SATURDAY = 5


def within(at: datetime, hours: WorkingHours) -> datetime:
    """The same local time, or the next morning if it falls outside of working hours."""
    opens, closes = hours
    if at.time() >= closes:
        return _morning(at + timedelta(days=1), opens)
    return _morning(at, opens) if at.time() < opens else at


def on_a_weekday(at: datetime, hours: WorkingHours) -> datetime:
    """As `within`, and not on a weekend."""
    at = within(at, hours)
    while at.weekday() >= SATURDAY:
        at = _morning(at + timedelta(days=1), hours[0])
    return at


def _morning(at: datetime, opens: time) -> datetime:
    return at.replace(hour=opens.hour, minute=opens.minute, second=0, microsecond=0)
