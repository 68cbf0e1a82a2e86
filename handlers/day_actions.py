"""What can be done with mentoring days, by mentors in chat and by the command line."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from handlers.day_keys import Aim, card_keys
from handlers.desk import Desk
from handlers.hearers import circle_of, to_group
from rules.day import (
    Cancelled,
    Closed,
    Day,
    DayState,
    Moved,
    NotYours,
    Overtaken,
    Planned,
    Refused,
    Unchanged,
    may_change,
    may_set,
    reminders,
)
from rules.programme import Person
from storage import checkins, days, due, outbox, people, summaries

FEATURES = ("day", "checkin", "summary")
"""Those that are woken for a day; their keys begin with their name and the day's id."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A time (aware UTC) and a place (empty: to be decided) for a day."""

    starts_at: datetime
    place: str


async def plan_day(
    desk: Desk, group_id: int, wanted: Wanted, by: Person | None
) -> Planned | Refused:
    """Set a mentoring day for a group and tell the group; `by` is None for the command line."""
    refused = await _in_the_way(desk, group_id, wanted)
    if refused:
        return refused
    who = by.id if by else None
    fresh = Day(0, group_id, wanted.starts_at, wanted.place, DayState.PLANNED, 0, who, desk.now)
    day = await days.add(desk.db, fresh)
    await _expect(desk, day)
    args = await card(desk, day)
    circle = await circle_of(desk.db, group_id)
    once = f"day:{day.id}:0:set"
    to_group(desk, circle, "day-announced", once=once, keys=card_keys(day), but=by, **args)
    return Planned(day)


async def move_day(
    desk: Desk, group_id: int | None, aim: Aim, wanted: Wanted, by: Person
) -> Moved | Unchanged | Refused | NotYours | Closed | Overtaken:
    """Move a day to another time or place and tell the group. What was planned begins anew."""
    before = await changeable(desk, group_id, aim)
    if not isinstance(before, Day):
        return before
    if (before.starts_at, before.place) == (wanted.starts_at, wanted.place):
        return Unchanged(before)
    refused = await _in_the_way(desk, before.group_id, wanted, but=before.id)
    if refused:
        return refused
    again = replace(before, sequence=before.sequence + 1, set_by=by.id, set_at=desk.now)
    day = replace(again, starts_at=wanted.starts_at, place=wanted.place)
    await _forget(desk, day)
    await days.keep(desk.db, day)
    await _expect(desk, day)
    await _tell_moved(desk, before, day, by)
    return Moved(before, day)


async def cancel_day(
    desk: Desk, group_id: int | None, aim: Aim, by: Person
) -> Cancelled | NotYours | Closed | Overtaken:
    """Call a day off and tell the group. Nothing that was planned for it happens."""
    day = await changeable(desk, group_id, aim)
    if not isinstance(day, Day):
        return day
    gone = replace(day, state=DayState.CANCELLED, set_by=by.id, set_at=desk.now)
    await _forget(desk, gone)
    await days.keep(desk.db, gone)
    circle = await circle_of(desk.db, day.group_id)
    once = f"day:{day.id}:{day.sequence}:cancelled"
    args = await card(desk, gone)
    to_group(desk, circle, "day-cancelled", once=once, but=by, **args)
    return Cancelled(gone)


async def changeable(
    desk: Desk, group_id: int | None, aim: Aim
) -> Day | NotYours | Closed | Overtaken:
    """Look at a day again: whether it may still be changed by a mentor of a group."""
    day = await days.by_id(desk.db, aim.day)
    answered = await checkins.who_answered(desk.db, aim.day)
    held = bool(answered) or await summaries.of_day(desk.db, aim.day) is not None
    return may_change(day, group_id, aim.sequence, held=held)


async def card(desk: Desk, day: Day) -> dict[str, Any]:
    """What the texts say of a day."""
    by = await people.by_id(desk.db, day.set_by) if day.set_by else None
    return {**facts(day), "named": int(by is not None), "by": by.name if by else ""}


def facts(day: Day) -> dict[str, Any]:
    """Time and place of a day for texts."""
    return {"at": day.starts_at, "decided": int(bool(day.place)), "place": day.place}


async def _in_the_way(desk: Desk, group_id: int, wanted: Wanted, but: int = 0) -> Refused | None:
    length = timedelta(minutes=desk.terms.day_minutes)
    coming = await days.after(desk.db, group_id, desk.now - length)
    return may_set(wanted.starts_at, desk.now, coming, length, but)


async def _expect(desk: Desk, day: Day) -> None:
    """Plan the reminders, and what comes after the day."""
    mark = f"{day.id}:{day.sequence}"
    for hours, at in reminders(day.starts_at, desk.now, desk.terms.remind_before_hours):
        await desk.plan("day", "remind", day.id, at, f"day:{mark}:{hours}")
    over = day.starts_at + timedelta(minutes=desk.terms.day_minutes)
    for feature in ("checkin", "summary"):
        await desk.plan(feature, "ask", day.id, over, f"{feature}:{mark}:ask")


async def _forget(desk: Desk, day: Day) -> None:
    """Take back what was planned for a day and what has not been said yet."""
    for feature in FEATURES:
        await due.drop(desk.db, feature, day.id, desk.now)
        await outbox.withdraw(desk.db, f"{feature}:{day.id}:", desk.now)


async def _tell_moved(desk: Desk, before: Day, day: Day, by: Person) -> None:
    circle = await circle_of(desk.db, day.group_id)
    once = f"day:{day.id}:{day.sequence}:moved"
    args = await card(desk, day) | {"before": before.starts_at}
    to_group(desk, circle, "day-moved", once=once, keys=card_keys(day), but=by, **args)
