"""Mentoring days: when one may be set, moved or cancelled, and what is still worth reminding of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FURTHEST = timedelta(days=366)
"""How far ahead a day may be set: a programme runs for months, and a year off is a typing slip."""
PLACE_LENGTH = 100
"""Characters of a place: it must fit on a line or two of a card."""


class DayState(StrEnum):
    """Whether a day is still meant."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Day:
    """One planned meeting of a group.

    `starts_at` is aware UTC. `place` is empty while it is to be decided. `sequence` rises each
    time the day moves, so that what was sent about it can be told from what holds now. `set_by`
    is the person who set or moved it last, None for the command line.
    """

    id: int
    group_id: int
    starts_at: datetime
    place: str
    state: DayState
    sequence: int
    set_by: int | None
    set_at: datetime


class Refusal(StrEnum):
    """Why a day can't be set as it was asked for."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_TIME = "no-such-time"
    WRONG_WEEKDAY = "wrong-weekday"
    LONG_PLACE = "long-place"
    PAST = "past"
    TOO_FAR = "too-far"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Refused:
    """Not set. `day` is the one in the way, for a clash."""

    why: Refusal
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Set, for the first time."""

    day: Day


@dataclass(frozen=True, slots=True)
class Moved:
    """Set to another time or place."""

    before: Day
    day: Day


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Called off."""

    day: Day


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It was so already."""

    day: Day


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The day is no longer what the person had before them: somebody else moved it meanwhile."""

    day: Day


class Ended(StrEnum):
    """Why a day can't be changed any more."""

    CANCELLED = "cancelled"
    HELD = "held"
    """Somebody has answered about it, so it took place."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Not to be changed any more."""

    why: Ended
    day: Day


@dataclass(frozen=True, slots=True)
class NotYours:
    """No such day, or another group's."""


def may_set(
    starts_at: datetime, now: datetime, planned: Iterable[Day], length: timedelta, but: int = 0
) -> Refused | None:
    """Say why a group can't meet at a time, None if it can.

    `planned` are the group's days, `length` is how long one lasts; `but` is the day being moved.
    """
    if starts_at <= now:
        return Refused(Refusal.PAST)
    if starts_at - now > FURTHEST:
        return Refused(Refusal.TOO_FAR)
    for day in planned:
        if day.id != but and abs(day.starts_at - starts_at) < length:
            return Refused(Refusal.CLASH, day)
    return None


def may_change(
    day: Day | None, group_id: int | None, sequence: int, *, held: bool
) -> Day | NotYours | Closed | Overtaken:
    """Say whether somebody of a group may move or cancel a day they saw at `sequence`.

    `held` is whether anybody has answered about it. Until then there is no last moment: that a
    group did not meet is often said the day after.
    """
    if day is None or day.group_id != group_id:
        return NotYours()
    if day.state is DayState.CANCELLED:
        return Closed(Ended.CANCELLED, day)
    if held:
        return Closed(Ended.HELD, day)
    return day if day.sequence == sequence else Overtaken(day)


def place_of(text: str) -> str | Refused:
    """Read a place as typed: one line, at most 100 characters. Empty means to be decided."""
    place = " ".join(text.split())
    return Refused(Refusal.LONG_PLACE) if len(place) > PLACE_LENGTH else place


def reminders(
    starts_at: datetime, now: datetime, hours: Sequence[int]
) -> Sequence[tuple[int, datetime]]:
    """When to remind, as (hours before, moment); what would be in the past already is left out."""
    moments = [(each, starts_at - timedelta(hours=each)) for each in hours]
    return [(each, at) for each, at in moments if at > now]


def worth_reminding(day: Day | None, now: datetime) -> bool:
    """Whether a reminder still helps: the day is meant and has not begun."""
    return day is not None and day.state is DayState.PLANNED and now < day.starts_at


class Standing(StrEnum):
    """How a day stands for somebody who answers a message about it."""

    OPEN = "open"
    NOT_YOURS = "not-yours"
    CANCELLED = "cancelled"
    MOVED = "moved"
    NOT_YET = "not-yet"
    OVER = "over"


def standing(
    day: Day | None,
    group_id: int | None,
    sequence: int,
    now: datetime,
    open_for: timedelta | None = None,
) -> Standing:
    """Say whether a member of a group may report on a day they were asked about at `sequence`.

    It opens when the day begins and, if `open_for` is given, closes that long afterwards.
    """
    if day is None or day.group_id != group_id:
        return Standing.NOT_YOURS
    if day.state is DayState.CANCELLED:
        return Standing.CANCELLED
    if day.sequence != sequence:
        return Standing.MOVED
    if now < day.starts_at:
        return Standing.NOT_YET
    if open_for is not None and now >= day.starts_at + open_for:
        return Standing.OVER
    return Standing.OPEN
