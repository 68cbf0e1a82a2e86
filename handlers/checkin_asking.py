"""Asking how a mentoring day went: once when it is over, once more those who have not answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.hearers import circle_of
from handlers.keys import Keys, key
from rules.checkin import OPEN_FOR, Score
from rules.day import Day, Standing, standing
from rules.programme import Seat
from storage import checkins, days, due, groups
from storage.due import Due
from storage.outbox import Urgency


@packed("ci")
@dataclass(frozen=True, slots=True)
class Tap:
    """One answer, about a day as it was when it was asked about."""

    day: int
    sequence: int
    score: Score


@dataclass(frozen=True, slots=True)
class Opened:
    """A check-in that was asked for: of how many, and how many had answered before."""

    group: int
    day: Day
    asked: int
    answered: int


def score_keys(day: Day) -> Keys:
    """The five answers, the best first."""
    return [
        [key("checkin-button-score", Tap(day.id, day.sequence, score), score=score.number)]
        for score in Score
    ]


async def open_checkin(desk: Desk, day: Day) -> tuple[int, int]:
    """Ask everybody of the group who has not answered; returns how many that was, and the others.

    Repeating it asks nobody twice. Those who stay silent are asked once more later.
    """
    silent, answered = await _silent(desk, day)
    _ask(desk, day, silent, "checkin-ask", f"{_mark(day)}:ask")
    await desk.plan("checkin", "again", day.id, desk.again_at, f"{_mark(day)}:again")
    return len(silent), answered


async def open_newest(desk: Desk, programme_id: int, number: int | None = None) -> Sequence[Opened]:
    """Ask now about the newest day that has begun, in one group or in every group that has one."""
    opened = list[Opened]()
    for group in await groups.of_programme(desk.db, programme_id):
        begun = await days.begun(desk.db, group.id, desk.now, desk.now - OPEN_FOR)
        if begun and number in {None, group.number}:
            asked, answered = await open_checkin(desk, begun[0])
            opened.append(Opened(group.number, begun[0], asked, answered))
    return opened


async def on_tick(desk: Desk, dues: Sequence[Due]) -> None:
    """Ask, or ask again; what nobody could answer any more is settled as late."""
    known = await days.by_ids(desk.db, {each.ref for each in dues})
    late = list[int]()
    for each in dues:
        day = known[each.ref]
        if standing(day, day.group_id, day.sequence, desk.now, OPEN_FOR) is not Standing.OPEN:
            late.append(each.id)
        elif each.kind == "ask":
            await open_checkin(desk, day)
        else:
            silent, _ = await _silent(desk, day)
            _ask(desk, day, silent, "checkin-again", f"{_mark(day)}:again")
    await due.settle(desk.db, late, "late", desk.now)


async def _silent(desk: Desk, day: Day) -> tuple[Sequence[Seat], int]:
    seats = (await circle_of(desk.db, day.group_id)).seats
    answered = await checkins.who_answered(desk.db, day.id)
    silent = [seat for seat in seats if seat.member.id not in answered]
    return silent, len(seats) - len(silent)


def _ask(desk: Desk, day: Day, seats: Sequence[Seat], text: str, once: str) -> None:
    for seat in seats:
        desk.tell(
            seat.person,
            text,
            keys=score_keys(day),
            once=f"{once}:{seat.person.id}",
            urgency=Urgency.ORDINARY,
            expires_at=day.starts_at + OPEN_FOR,
            at=day.starts_at,
        )


def _mark(day: Day) -> str:
    return f"checkin:{day.id}:{day.sequence}"
