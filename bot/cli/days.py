"""`days`: setting a group's mentoring day."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.cli import door

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from handlers.desk import Desk
    from rules.day import Refused

app = typer.Typer(help="Setting a group's mentoring day.")

_REFUSALS = {
    "unreadable": "WHEN can't be read: write it like '2026-12-04 18:30' or '12월 4일 18:30'.",
    "no-such-day": "There is no such date in the calendar: look at WHEN.",
    "no-such-time": "There is no such time on that day: look at WHEN.",
    "wrong-weekday": "The date and the day of the week don't match: look at WHEN.",
    "long-place": "A place has up to 100 characters: shorten it.",
    "past": "That time has passed: choose one that is still to come.",
    "too-far": "That is more than a year away: look at the year.",
}


@app.command()
def plan(
    group: Annotated[int, typer.Argument(help="The group's number.")],
    when: Annotated[str, typer.Argument(help="Date and time, as mentors type them to the bot.")],
    place: Annotated[str, typer.Option(help="Where; left out, it is to be decided.")] = "",
) -> None:
    """Set a mentoring day and print its number, its time and its place (tab-separated).

    Only rows are written: the running bot tells the group and reminds it.
    """
    number, starts_at, where = door.work(_plan(door.settings(), group, when, place))
    print("\t".join((str(number), starts_at.isoformat(timespec="minutes"), where)))


async def _plan(
    chosen: "Settings", number: int, when: str, place: str
) -> "tuple[int, datetime, str]":
    from handlers.day_actions import Wanted, plan_day
    from rules.day import Refused, place_of
    from storage import groups, offices

    async with door.desk_for(chosen) as desk:
        programme = await offices.current(desk.db, desk.office.id)
        known = await groups.of_programme(desk.db, programme.id) if programme else []
        group = next((each for each in known if each.number == number), None)
        if group is None:
            door.refuse(f"There is no group {number}: see python -m bot groups show.")
        starts_at, typed_place = _read(desk, when)
        where = place_of(place) if place else typed_place
        if isinstance(where, Refused):
            _refuse(desk, where)
        outcome = await plan_day(desk, group.id, Wanted(starts_at, where), None)
        if isinstance(outcome, Refused):
            _refuse(desk, outcome)
        return outcome.day.id, desk.local(starts_at), where


def _read(desk: "Desk", when: str) -> "tuple[datetime, str]":
    from datetime import datetime

    from handlers.day_holidays import holidays_of
    from rules.day import Refusal, Refused
    from rules.day_calendar import moment
    from rules.day_when import read_when
    from rules.language import Language

    read = read_when(when, desk.local(desk.now).date())
    if isinstance(read, Refused):
        _refuse(desk, read)
    if read.clock is None:
        door.refuse("WHEN has no time: write it like '2026-12-04 18:30'.")
    starts_at = moment(datetime.combine(read.day, read.clock), desk.zone)
    if starts_at is None:
        _refuse(desk, Refused(Refusal.NO_SUCH_TIME))
    holiday = holidays_of(desk.office.zone, read.day.year, Language.EN).get(read.day)
    if holiday:
        door.note(f"{read.day} is a public holiday: {holiday}")
    return starts_at, read.place


def _refuse(desk: "Desk", refused: "Refused") -> NoReturn:
    if refused.day is not None:
        at = desk.local(refused.day.starts_at).isoformat(sep=" ", timespec="minutes")
        door.refuse(f"The group has a mentoring day at that time already: {at}.")
    door.refuse(_REFUSALS[refused.why])
