"""Reminders of mentoring days, some hours before they begin."""

from collections.abc import Sequence

from handlers.day_actions import facts
from handlers.desk import Desk
from handlers.hearers import circle_of, to_each
from rules.day import Day, worth_reminding
from storage import days, due
from storage.due import Due


async def on_tick(desk: Desk, dues: Sequence[Due]) -> None:
    """Remind of what is still to come; of a day's several reminders that are late only the last.

    What helps nobody any more is settled as late.
    """
    known = await days.by_ids(desk.db, {each.ref for each in dues})
    last = {each.ref: each for each in dues}
    late = list[int]()
    for each in dues:
        day = known.get(each.ref)
        if day is not None and last[each.ref] is each and worth_reminding(day, desk.now):
            await _remind(desk, day, each.key)
        else:
            late.append(each.id)
    await due.settle(desk.db, late, "late", desk.now)


async def _remind(desk: Desk, day: Day, once: str) -> None:
    circle = await circle_of(desk.db, day.group_id)
    until = (desk.local(day.starts_at).date() - desk.local(desk.now).date()).days
    args = {"expires_at": day.starts_at, "until": until, **facts(day)}
    if circle.chat_id is not None:
        desk.post(circle.chat_id, "day-reminder", once=f"{once}:chat", **args)
    to_each(desk, circle.seats, "day-reminder", once=once, **args)
