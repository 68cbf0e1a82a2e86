"""The buttons of mentoring days. Each carries what is known so far; none of them is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.buttons import packed
from handlers.keys import Key, Keys, key
from rules.day import Day
from rules.day_calendar import HALF_HOURS, months_beside, weeks

TIMES_IN_ROW = 4


class Wall(str):
    """A date or time by the office's wall clock, in ISO form; else a ValueError."""

    __slots__ = ()

    def __new__(cls, text: str) -> "Wall":
        """Check what a button brought."""
        if datetime.fromisoformat(text).tzinfo is not None:
            raise ValueError("a wall clock knows no zone")
        return super().__new__(cls, text)

    @property
    def at(self) -> datetime:
        """The time it shows, without a zone."""
        return datetime.fromisoformat(self)

    @property
    def day(self) -> date:
        """The day it lies in."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Aim:
    """The day that is being moved, as it was when the person last saw it; day 0 is a new one."""

    day: int
    sequence: int


NEW = Aim(0, 0)


@packed("dyo")
@dataclass(frozen=True, slots=True)
class OpenDays:
    """Show what is planned."""


@packed("dyn")
@dataclass(frozen=True, slots=True)
class NewDay:
    """Begin to set a day."""


@packed("dyv")
@dataclass(frozen=True, slots=True)
class MoveDay(Aim):
    """Begin to move a day."""


@packed("dym")
@dataclass(frozen=True, slots=True)
class PickMonth(Aim):
    """Turn the calendar to the month a date lies in."""

    month: Wall


@packed("dyd")
@dataclass(frozen=True, slots=True)
class PickDate(Aim):
    """Choose a date; `sure` once a holiday was pointed out."""

    sure: bool
    on: Wall


@packed("dyt")
@dataclass(frozen=True, slots=True)
class PickTime(Aim):
    """Choose a time."""

    at: Wall


@packed("dyp")
@dataclass(frozen=True, slots=True)
class PickPlace(Aim):
    """Leave the place for later, or (`keep`) as it is."""

    keep: bool
    at: Wall


@packed("dyy")
@dataclass(frozen=True, slots=True)
class SetTyped:
    """Set what was typed although it is a holiday; what was typed is in the person's step."""


@packed("dyq")
@dataclass(frozen=True, slots=True)
class LeaveDay:
    """Leave everything as it is."""


@packed("dyc")
@dataclass(frozen=True, slots=True)
class CancelDay(Aim):
    """Ask whether a day is really off."""


@packed("dyx")
@dataclass(frozen=True, slots=True)
class CancelSure(Aim):
    """Call a day off."""


@packed("dyb")
@dataclass(frozen=True, slots=True)
class Blank:
    """A field of the calendar that is not to be chosen."""


LEAVE = key("common-button-cancel", LeaveDay())


def card_keys(day: Day) -> Keys:
    """What mentors can do with a day."""
    return [
        [
            key("day-button-move", MoveDay(day.id, day.sequence)),
            key("day-button-off", CancelDay(day.id, day.sequence)),
        ]
    ]


def month_keys(aim: Aim, month: date, today: date, marked: Mapping[date, str]) -> Keys:
    """A month to choose a date from; days in `marked` bear a star."""
    head = [key("day-button-weekday", Blank(), number=number) for number in range(7)]
    rows = [[_date(aim, day, today, marked) for day in week] for week in weeks(month)]
    return [head, *rows, _turning(aim, month, today), [LEAVE]]


def _date(aim: Aim, day: date | None, today: date, marked: Mapping[date, str]) -> Key:
    if day is None or day < today:
        return key("day-button-blank", Blank())
    pick = PickDate(aim.day, aim.sequence, sure=False, on=Wall(day.isoformat()))
    return key("day-button-holiday" if day in marked else "day-button-date", pick, number=day.day)


def _turning(aim: Aim, month: date, today: date) -> list[Key]:
    back, on = months_beside(month, today)
    return [
        key(label, PickMonth(aim.day, aim.sequence, Wall(to.isoformat())), month=to.month)
        for label, to in (("day-button-earlier", back), ("day-button-later", on))
        if to is not None
    ]


def time_keys(aim: Aim, day: date, now: datetime) -> Keys:
    """Half hours of a day that are still to come by the wall clock `now` (without a zone)."""
    times = [at for at in HALF_HOURS if datetime.combine(day, at) > now]
    keys = [_time(aim, day, at) for at in times]
    rows = [keys[n : n + TIMES_IN_ROW] for n in range(0, len(keys), TIMES_IN_ROW)]
    return [*rows, [month_key(aim, day), LEAVE]]


def _time(aim: Aim, day: date, at: time) -> Key:
    wall = datetime.combine(day, at)
    pick = PickTime(aim.day, aim.sequence, Wall(wall.isoformat(timespec="minutes")))
    return key("day-button-time", pick, clock=f"{at:%H:%M}")


def month_key(aim: Aim, day: date) -> Key:
    """Back to the calendar."""
    month = Wall(day.replace(day=1).isoformat())
    return key("day-button-calendar", PickMonth(aim.day, aim.sequence, month))
