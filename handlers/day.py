"""Mentoring days: shown to everybody of a group, set, moved and called off by its mentors."""

from datetime import timedelta

from handlers.day_actions import cancel_day, changeable, facts
from handlers.day_keys import (
    NEW,
    Aim,
    Blank,
    CancelDay,
    CancelSure,
    LeaveDay,
    MoveDay,
    NewDay,
    OpenDays,
    PickDate,
    PickMonth,
    PickPlace,
    PickTime,
    SetTyped,
    Wall,
)
from handlers.day_outcomes import show
from handlers.day_pick import (
    PLACE_STEP,
    WHEN_STEP,
    on_date,
    on_month,
    on_place,
    on_place_typed,
    on_time,
    on_typed,
    on_typed_sure,
    on_when_typed,
    show_month,
)
from handlers.day_remind import on_tick
from handlers.hearers import aside
from handlers.house import House, Place
from handlers.keys import Key, key
from handlers.turn import Turn
from rules.day import Day
from rules.programme import MENTORS, PARTICIPANTS
from storage import days
from texts.escape import join

SHOWN = 5  # days in one list


def register(house: House) -> None:
    """Days are shown in both places and set in private."""
    house.command("day", on_day, who=PARTICIPANTS, where=Place.BOTH)
    house.press(OpenDays, on_open, who=PARTICIPANTS)
    house.press(Blank, on_blank)
    house.press(NewDay, on_new, who=MENTORS)
    house.press(MoveDay, on_move, who=MENTORS)
    house.press(PickMonth, on_month, who=MENTORS)
    house.press(PickDate, on_date, who=MENTORS)
    house.press(PickTime, on_time, who=MENTORS)
    house.press(PickPlace, on_place, who=MENTORS)
    house.press(SetTyped, on_typed_sure, who=MENTORS)
    house.press(CancelDay, on_cancel, who=MENTORS)
    house.press(CancelSure, on_cancel_sure, who=MENTORS)
    house.press(LeaveDay, on_leave, who=MENTORS)
    house.step(WHEN_STEP, on_when_typed)
    house.step(PLACE_STEP, on_place_typed)
    house.tick("day", on_tick)
    house.offer("day-button-open", OpenDays(), who=PARTICIPANTS)


async def on_day(turn: Turn, typed: str) -> None:
    """`/day` shows what is planned; in private a mentor may add a date to set one."""
    if not turn.scene.private:
        await _in_group(turn, typed)
    elif not typed:
        await _list(turn)
    elif turn.posts & MENTORS and turn.member.group_id is not None:
        await on_typed(turn, typed)
    elif turn.posts & MENTORS:
        turn.say("day-no-group")
    else:
        turn.say("day-mentors-only")


async def _in_group(turn: Turn, typed: str) -> None:
    """In the group everybody sees the next day; setting one is for the private chat."""
    if turn.cast.group is None:
        return
    coming = await days.after(turn.db, turn.cast.group.id, turn.now)
    if typed:
        turn.say("day-set-in-private")
    elif coming:
        turn.say("day-next", **facts(coming[0]))
    else:
        turn.say("day-none")


async def on_open(turn: Turn, _: OpenDays) -> None:
    """The same, from a menu."""
    await _list(turn)


async def _list(turn: Turn) -> None:
    group_id, mentor = turn.member.group_id, bool(turn.posts & MENTORS)
    if group_id is None:
        turn.tell(turn.person, "day-no-group")
        return
    running = timedelta(minutes=turn.terms.day_minutes)
    coming = (await days.after(turn.db, group_id, turn.now - running))[:SHOWN]
    lines = [turn.own_words.html("day-line", **facts(day)) for day in coming]
    keys = [*map(_line_keys, coming), [key("day-button-new", NewDay())]] if mentor else []
    if lines:
        turn.tell(turn.person, "day-list", keys=keys, days=join(lines))
    else:
        turn.tell(turn.person, "day-list-none", keys=keys)


def _line_keys(day: Day) -> list[Key]:
    move, off = MoveDay(day.id, day.sequence), CancelDay(day.id, day.sequence)
    return [
        key("day-button-move-on", move, at=day.starts_at),
        key("day-button-off-on", off, at=day.starts_at),
    ]


async def on_blank(turn: Turn, _: Blank) -> None:
    """A field of the calendar without a meaning: the press is answered, nothing happens."""
    turn.toast()


async def on_new(turn: Turn, _: NewDay) -> None:
    """Begin to set a day."""
    await show_month(turn, NEW, turn.local(turn.now).date())


async def on_move(turn: Turn, move: MoveDay) -> None:
    """Begin to move a day, if it is still as the mentor saw it."""
    _look_private(turn)
    day = await changeable(turn, turn.member.group_id, move)
    if not isinstance(day, Day):
        await show(turn, day)
        return
    at = turn.local(day.starts_at)
    wall = Wall(at.replace(tzinfo=None).isoformat(timespec="minutes"))
    only_place = key("day-button-place-only", PickTime(day.id, day.sequence, wall))
    month = max(at.date(), turn.local(turn.now).date())
    await show_month(turn, Aim(day.id, day.sequence), month, [[only_place]])


async def on_cancel(turn: Turn, cancel: CancelDay) -> None:
    """Ask once more before a day is called off."""
    _look_private(turn)
    day = await changeable(turn, turn.member.group_id, cancel)
    if not isinstance(day, Day):
        await show(turn, day)
        return
    sure = key("day-button-off-sure", CancelSure(day.id, day.sequence))
    keys = [[sure], [key("day-button-keep", LeaveDay())]]
    aside(turn, "day-ask-off", keys=keys, **facts(day))


async def on_cancel_sure(turn: Turn, cancel: CancelSure) -> None:
    """Call a day off."""
    await show(turn, await cancel_day(turn, turn.member.group_id, cancel, turn.person))


async def on_leave(turn: Turn, _: LeaveDay) -> None:
    """Nothing is set, moved or called off."""
    await turn.leave()
    aside(turn, "day-left")


def _look_private(turn: Turn) -> None:
    """What began on the group's card goes on in private, and the presser is told so."""
    if not turn.scene.private:
        turn.toast("day-look-private")
