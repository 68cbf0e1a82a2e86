"""Setting a mentoring day: a month, a time, a place, by buttons or typed."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from handlers.day_actions import Wanted, move_day, plan_day
from handlers.day_holidays import holidays_in
from handlers.day_keys import (
    LEAVE,
    NEW,
    Aim,
    PickDate,
    PickMonth,
    PickPlace,
    PickTime,
    SetTyped,
    Wall,
    month_key,
    month_keys,
    time_keys,
)
from handlers.day_outcomes import Outcome, show
from handlers.hearers import aside
from handlers.keys import Keys, key
from handlers.turn import Turn
from rules.day import Refusal, Refused, place_of
from rules.day_calendar import moment
from rules.day_when import When, read_when
from rules.programme import MENTORS
from storage import days, steps
from texts.escape import join

WHEN_STEP = "day.when"
PLACE_STEP = "day.place"


async def on_month(turn: Turn, pick: PickMonth) -> None:
    """Turn the calendar."""
    await show_month(turn, pick, pick.month.day)


async def show_month(turn: Turn, aim: Aim, month: date, more: Keys = ()) -> None:
    """Ask for a date: a calendar, or typed as text."""
    await turn.enter(WHEN_STEP, day=aim.day, sequence=aim.sequence)
    spoken = turn.own_words
    marked = holidays_in(turn.office.zone, month, spoken.language)
    keys = [*month_keys(aim, month, _today(turn), marked), *more]
    title = {"year": month.year, "month": month.month}
    if not marked:
        aside(turn, "day-ask-date", keys=keys, **title)
        return
    lines = join(spoken.html("day-holiday", at=day, name=name) for day, name in marked.items())
    aside(turn, "day-ask-date-holidays", keys=keys, holidays=lines, **title)


async def on_date(turn: Turn, pick: PickDate) -> None:
    """A date was chosen: ask for the time, unless it is a holiday nobody has pointed out yet."""
    await turn.leave()
    name = None if pick.sure else _holiday(turn, pick.on.day)
    if name is None:
        show_times(turn, pick, pick.on.day)
        return
    sure = PickDate(pick.day, pick.sequence, sure=True, on=pick.on)
    keys = [[key("day-button-anyway", sure)], [month_key(pick, pick.on.day), LEAVE]]
    aside(turn, "day-ask-holiday", keys=keys, at=pick.on.day, name=name)


def show_times(turn: Turn, aim: Aim, day: date) -> None:
    """Ask for a time."""
    now = turn.local(turn.now).replace(tzinfo=None)
    aside(turn, "day-ask-time", keys=time_keys(aim, day, now), at=day)


async def on_time(turn: Turn, pick: PickTime) -> None:
    """A time was chosen: ask for the place."""
    await turn.enter(PLACE_STEP, day=pick.day, sequence=pick.sequence, at=pick.at)
    later = PickPlace(pick.day, pick.sequence, keep=False, at=pick.at)
    day = await days.by_id(turn.db, pick.day) if pick.day else None
    same = PickPlace(pick.day, pick.sequence, keep=True, at=pick.at)
    kept = [[key("day-button-same-place", same)]] if day and day.place else []
    keys = [*kept, [key("day-button-place-later", later)], [LEAVE]]
    aside(turn, "day-ask-place", keys=keys, at=pick.at.day, clock=f"{pick.at.at:%H:%M}")


async def on_place(turn: Turn, pick: PickPlace) -> None:
    """The place stays open, or as it was."""
    day = await days.by_id(turn.db, pick.day) if pick.keep else None
    await _set(turn, pick, pick.at.at, day.place if day else "")


async def on_place_typed(turn: Turn, known: dict[str, Any]) -> None:
    """The place was typed."""
    aim, wall = Aim(known["day"], known["sequence"]), Wall(known["at"]).at
    place = place_of(turn.text)
    if isinstance(place, Refused):
        aside(turn, "day-refused-long-place", keys=[[LEAVE]])
        return
    await _set(turn, aim, wall, place)


async def on_when_typed(turn: Turn, known: dict[str, Any]) -> None:
    """A date was typed while the calendar was open."""
    await on_typed(turn, turn.text, Aim(known["day"], known["sequence"]))


async def on_typed(turn: Turn, text: str, aim: Aim = NEW) -> None:
    """A day was typed: `2026-12-04 18:30 구청 앞`."""
    when = read_when(text, _today(turn))
    if isinstance(when, Refused):
        await _show(turn, aim, when)
    elif when.clock is None:
        on = Wall(when.day.isoformat())
        await on_date(turn, PickDate(aim.day, aim.sequence, sure=False, on=on))
    else:
        await _typed_whole(turn, when, datetime.combine(when.day, when.clock), aim)


async def _typed_whole(turn: Turn, when: When, wall: datetime, aim: Aim) -> None:
    if aim.day and not when.place:
        when = replace(when, place=await _place_now(turn, aim.day))
    holiday = _holiday(turn, when.day)
    if holiday is None:
        await _set(turn, aim, wall, when.place)
        return
    known = {"day": aim.day, "sequence": aim.sequence, "place": when.place}
    await turn.enter(WHEN_STEP, at=wall.isoformat(timespec="minutes"), **known)
    keys = [[key("day-button-anyway", SetTyped())], [month_key(aim, when.day), LEAVE]]
    aside(turn, "day-ask-holiday", keys=keys, at=when.day, name=holiday)


async def _place_now(turn: Turn, day_id: int) -> str:
    """Where a day that moves was to be: it stays there unless something else is said."""
    day = await days.by_id(turn.db, day_id)
    return day.place if day else ""


async def on_typed_sure(turn: Turn, _: SetTyped) -> None:
    """What was typed is meant although it is a holiday."""
    step = await steps.of_user(turn.db, turn.scene.user_id or 0)
    if step is None or step.name != WHEN_STEP or "at" not in step.known:
        turn.toast("common-old-button", alert=True)
        return
    known = step.known
    aim = Aim(known["day"], known["sequence"])
    await _set(turn, aim, Wall(known["at"]).at, known["place"])


async def _set(turn: Turn, aim: Aim, wall: datetime, place: str) -> None:
    """Everything is known: set the day, or move it, and say what came of it."""
    at = moment(wall, turn.zone)
    if at is None:
        await _show(turn, aim, Refused(Refusal.NO_SUCH_TIME))
        return
    # A step may be older than the person's role.
    group_id = turn.member.group_id if turn.posts & MENTORS else None
    wanted = Wanted(at, place)
    outcome: Outcome
    if aim.day or group_id is None:
        outcome = await move_day(turn, group_id, aim, wanted, turn.person)
    else:
        outcome = await plan_day(turn, group_id, wanted, turn.person)
    await _show(turn, aim, outcome)


async def _show(turn: Turn, aim: Aim, outcome: Outcome) -> None:
    """Say what came of it; after a refusal the person can type again at once."""
    await turn.leave()
    if isinstance(outcome, Refused):
        await turn.enter(WHEN_STEP, day=aim.day, sequence=aim.sequence)
    again = [[month_key(aim, _today(turn)), LEAVE]]
    await show(turn, outcome, again)


def _today(turn: Turn) -> date:
    return turn.local(turn.now).date()


def _holiday(turn: Turn, day: date) -> str | None:
    return holidays_in(turn.office.zone, day, turn.own_words.language).get(day)
