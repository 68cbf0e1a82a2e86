"""Check-ins: how a mentoring day went, by one tap in private, with a word if one likes.

The last tap counts, for a week from the day's beginning. The coordinator sees scores and words;
mentors learn only how many have answered.
"""

from dataclasses import dataclass
from typing import Any

from handlers.buttons import packed
from handlers.checkin_asking import Tap, on_tick, score_keys
from handlers.hearers import aside, circle_of
from handlers.house import House
from handlers.keys import Keys, key
from handlers.turn import Turn
from rules.checkin import (
    OPEN_FOR,
    AlreadyAnswered,
    Changed,
    Checkin,
    Closed,
    Recorded,
    TooLong,
    answer,
    word_of,
)
from rules.day import Day, Standing, standing
from rules.programme import MENTORS, PARTICIPANTS
from storage import checkins, days

WORD_STEP = "checkin.word"


@packed("cio")
@dataclass(frozen=True, slots=True)
class OpenCheckins:
    """Show what can be answered."""


@packed("cic")
@dataclass(frozen=True, slots=True)
class ChangeScore:
    """Show the five answers again."""

    day: int
    sequence: int


@packed("ciw")
@dataclass(frozen=True, slots=True)
class LeaveWord:
    """Begin to leave a word."""

    day: int
    sequence: int


@packed("cis")
@dataclass(frozen=True, slots=True)
class SkipWord:
    """Leave no word after all."""


def register(house: House) -> None:
    """Everything happens in private."""
    house.command("checkin", on_checkin, who=PARTICIPANTS)
    house.press(OpenCheckins, on_open, who=PARTICIPANTS)
    house.press(Tap, on_tap, who=PARTICIPANTS)
    house.press(ChangeScore, on_change, who=PARTICIPANTS)
    house.press(LeaveWord, on_leave_word, who=PARTICIPANTS)
    house.press(SkipWord, on_skip, who=PARTICIPANTS)
    house.step(WORD_STEP, on_word)
    house.tick("checkin", on_tick)
    house.offer("checkin-button-open", OpenCheckins(), who=PARTICIPANTS)


async def on_tap(turn: Turn, tap: Tap) -> None:
    """Take an answer, look at the day as it is now, and thank."""
    day, stands = await _look(turn, tap.day, tap.sequence)
    before = await checkins.of_member(turn.db, tap.day, turn.member.id)
    match answer(stands, before, tap.score):
        case Recorded(score) | Changed(_, score):
            await checkins.record(turn.db, tap.day, turn.member.id, score.number, turn.now)
            _thank(turn, tap.day, tap.sequence, score.number, before.word if before else None)
        case AlreadyAnswered(score):
            _thank(turn, tap.day, tap.sequence, score.number, before.word if before else None)
        case Closed(why):
            _closed(turn, day, why)


async def on_change(turn: Turn, change: ChangeScore) -> None:
    """Show the five answers again."""
    day, stands = await _look(turn, change.day, change.sequence)
    if day is None or stands is not Standing.OPEN:
        _closed(turn, day, stands)
        return
    aside(turn, "checkin-ask", keys=score_keys(day), at=day.starts_at)


async def on_leave_word(turn: Turn, leave: LeaveWord) -> None:
    """Ask for a word."""
    day, stands = await _look(turn, leave.day, leave.sequence)
    if stands is not Standing.OPEN:
        _closed(turn, day, stands)
        return
    await turn.enter(WORD_STEP, day=leave.day, sequence=leave.sequence)
    keys = [[key("checkin-button-skip", SkipWord())]]
    turn.tell(turn.person, "checkin-word-ask", keys=keys)


async def on_word(turn: Turn, known: dict[str, Any]) -> None:
    """Take a word that was typed."""
    day, stands = await _look(turn, known["day"], known["sequence"])
    word = word_of(turn.text)
    if stands is not Standing.OPEN:
        await turn.leave()
        _closed(turn, day, stands)
    elif isinstance(word, TooLong):
        keys = [[key("checkin-button-skip", SkipWord())]]
        turn.say("checkin-word-long", keys=keys, length=word.length, limit=word.limit)
    else:
        await turn.leave()
        await checkins.set_word(turn.db, known["day"], turn.member.id, word)
        turn.say("checkin-word-kept")


async def on_skip(turn: Turn, _: SkipWord) -> None:
    """No word after all: the tap is enough."""
    await turn.leave()
    aside(turn, "checkin-word-skipped")


async def on_checkin(turn: Turn, _: str) -> None:
    """`/checkin` shows what can be answered, else the last answer; to mentors also the count."""
    await _show(turn)


async def on_open(turn: Turn, _: OpenCheckins) -> None:
    """The same, from a menu."""
    await _show(turn)


async def _show(turn: Turn) -> None:
    recent = await days.begun(turn.db, turn.member.group_id or 0, turn.now, turn.now - OPEN_FOR)
    given = [(day, await checkins.of_member(turn.db, day.id, turn.member.id)) for day in recent]
    unanswered = [day for day, checkin in given if checkin is None]
    for day in unanswered:
        turn.tell(turn.person, "checkin-ask", keys=score_keys(day), at=day.starts_at)
    if not given:
        turn.tell(turn.person, "checkin-none")
    elif not unanswered:
        _show_given(turn, *given[0])
    if recent and turn.posts & MENTORS:
        await _count(turn, recent[0])


def _show_given(turn: Turn, day: Day, given: Checkin | None) -> None:
    if given is not None:
        keys = _after_keys(day.id, day.sequence)
        args = _said(given.score, given.word)
        turn.tell(turn.person, "checkin-given", keys=keys, at=day.starts_at, **args)


async def _count(turn: Turn, day: Day) -> None:
    """Tell a mentor how many have answered, never what."""
    seats = (await circle_of(turn.db, day.group_id)).seats
    answered = await checkins.who_answered(turn.db, day.id)
    there = sum(seat.member.id in answered for seat in seats)
    turn.tell(turn.person, "checkin-count", at=day.starts_at, answered=there, asked=len(seats))


async def _look(turn: Turn, day_id: int, sequence: int) -> tuple[Day | None, Standing]:
    # A step may be older than the person's place.
    group_id = turn.cast.member.group_id if turn.cast.member else None
    day = await days.by_id(turn.db, day_id)
    return day, standing(day, group_id, sequence, turn.now, OPEN_FOR)


def _thank(turn: Turn, day: int, sequence: int, score: int, word: str | None) -> None:
    turn.toast("checkin-thanks-short")
    aside(turn, "checkin-thanks", keys=_after_keys(day, sequence), **_said(score, word))


def _said(score: int, word: str | None) -> dict[str, Any]:
    return {"score": score, "worded": int(word is not None), "word": word or ""}


def _after_keys(day: int, sequence: int) -> Keys:
    return [
        [
            key("checkin-button-word", LeaveWord(day, sequence)),
            key("checkin-button-change", ChangeScore(day, sequence)),
        ]
    ]


def _closed(turn: Turn, day: Day | None, why: Standing) -> None:
    """Say kindly why an answer is not taken; the old message goes without its buttons."""
    if day is None or why is Standing.NOT_YOURS:
        aside(turn, "checkin-closed-not-yours")
    else:
        aside(turn, f"checkin-closed-{why}", at=day.starts_at)
