"""Meeting summaries: any mentor of a group writes one per mentoring day, as one text message.

The last one counts. Nobody's summary is replaced by somebody who has not seen it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.hearers import aside, circle_of, to_group
from handlers.house import House
from handlers.keys import Keys, key
from handlers.summary_asking import WriteSummary, on_tick, write_keys
from handlers.turn import Turn
from rules.day import Day, Standing, standing
from rules.programme import MENTORS
from rules.summary import Closed, Overtaken, Replaced, Summary, TooLong, Written, write
from storage import days, due, members, outbox, steps, summaries

BODY_STEP = "summary.body"
SHOWN_FOR = timedelta(days=366)  # a programme's length, with room
SHOWN = 5


@packed("suo")
@dataclass(frozen=True, slots=True)
class OpenSummaries:
    """Show what is still to be written."""


@packed("sur")
@dataclass(frozen=True, slots=True)
class ReplaceOther:
    """Put what was typed in place of a summary somebody else wrote meanwhile."""

    day: int


@packed("sul")
@dataclass(frozen=True, slots=True)
class LeaveSummary:
    """Write nothing now."""


LEAVE = key("common-button-cancel", LeaveSummary())


def register(house: House) -> None:
    """Summaries are written in private and seen in the group."""
    house.command("summary", on_summary, who=MENTORS)
    house.press(OpenSummaries, on_open, who=MENTORS)
    house.press(WriteSummary, on_write, who=MENTORS)
    house.press(ReplaceOther, on_replace, who=MENTORS)
    house.press(LeaveSummary, on_leave, who=MENTORS)
    house.step(BODY_STEP, on_body)
    house.tick("summary", on_tick)
    house.offer("summary-button-open", OpenSummaries(), who=MENTORS)


async def on_summary(turn: Turn, _: str) -> None:
    """`/summary` shows what is open, and the newest one that is written."""
    await _show(turn)


async def on_open(turn: Turn, _: OpenSummaries) -> None:
    """The same, from a menu."""
    await _show(turn)


async def _show(turn: Turn) -> None:
    group_id = turn.member.group_id or 0
    begun = await days.begun(turn.db, group_id, turn.now, turn.now - SHOWN_FOR)
    written = await summaries.of_days(turn.db, [day.id for day in begun])
    missing = [day for day in begun if day.id not in written][:SHOWN]
    for day in missing:
        turn.tell(turn.person, "summary-ask", keys=write_keys(day), at=day.starts_at)
    done = [day for day in begun if day.id in written]
    if done:
        args = await _facts(turn, done[0], written[done[0].id])
        turn.tell(turn.person, "summary-there", keys=write_keys(done[0], again=True), **args)
    if not begun:
        turn.tell(turn.person, "summary-none")


async def on_write(turn: Turn, wanted: WriteSummary) -> None:
    """Expect the summary as the next message, unless there is one the person has not seen."""
    day, stands = await _look(turn, wanted.day, wanted.sequence)
    if day is None or stands is not Standing.OPEN:
        _closed(turn, day, stands)
        return
    there = await summaries.of_day(turn.db, day.id)
    if there and not wanted.again:
        args = await _facts(turn, day, there)
        aside(turn, "summary-there", keys=write_keys(day, again=True), **args)
        return
    await _expect(turn, day, there)
    turn.tell(turn.person, "summary-write", keys=[[LEAVE]], at=day.starts_at)


async def on_body(turn: Turn, known: dict[str, Any]) -> None:
    """Take the summary that was typed."""
    day, stands = await _look(turn, known["day"], known["sequence"])
    seen = datetime.fromisoformat(known["seen"]) if known["seen"] else None
    await _take(turn, day, stands, turn.text, seen)


async def on_replace(turn: Turn, replace: ReplaceOther) -> None:
    """The mentor has seen the other's summary and wants their own."""
    step = await steps.of_user(turn.db, turn.scene.user_id or 0)
    if step is None or step.known.get("day") != replace.day or not step.known.get("body"):
        turn.toast("common-old-button", alert=True)
        return
    day, stands = await _look(turn, replace.day, step.known["sequence"])
    seen = datetime.fromisoformat(step.known["seen"])
    await _take(turn, day, stands, step.known["body"], seen)


async def on_leave(turn: Turn, _: LeaveSummary) -> None:
    """Not now: `/summary` leads back here."""
    await turn.leave()
    aside(turn, "summary-left")


async def _take(
    turn: Turn, day: Day | None, stands: Standing, text: str, seen: datetime | None
) -> None:
    there = await summaries.of_day(turn.db, day.id) if day else None
    outcome = write(stands, text, there, seen)
    if day is None or isinstance(outcome, Closed):
        await turn.leave()
        _closed(turn, day, stands)
    elif isinstance(outcome, TooLong):
        args: dict[str, Any] = {"length": outcome.length, "limit": outcome.limit}
        turn.tell(turn.person, "summary-long", keys=[[LEAVE]], **args)
    elif isinstance(outcome, Overtaken):
        await _ask_first(turn, day, outcome)
    else:
        await turn.leave()
        await _keep(turn, day, outcome)


async def _keep(turn: Turn, day: Day, outcome: Written | Replaced) -> None:
    """Keep it, show it to the group, and ask nobody any more."""
    await summaries.keep(turn.db, Summary(day.id, turn.member.id, outcome.body, turn.now))
    await _settle(turn, day)
    aside(turn, "summary-kept", keys=write_keys(day, again=True))
    circle = await circle_of(turn.db, day.group_id)
    text = "summary-post" if isinstance(outcome, Written) else "summary-post-again"
    args: dict[str, Any] = {"at": day.starts_at, "by": turn.person.name, "body": outcome.body}
    once = f"summary:{day.id}:{day.sequence}:post:{turn.name}"
    to_group(turn, circle, text, once=once, but=turn.person, **args)


async def _settle(desk: Desk, day: Day) -> None:
    """Take back the asks that have not left, and the second one."""
    await due.drop(desk.db, "summary", day.id, desk.now)
    for kind in ("ask", "again"):
        await outbox.withdraw(desk.db, f"summary:{day.id}:{day.sequence}:{kind}:", desk.now)


async def _ask_first(turn: Turn, day: Day, overtaken: Overtaken) -> None:
    """Somebody else was faster: show theirs, keep this one until its writer has decided."""
    await _expect(turn, day, overtaken.by, body=overtaken.body)
    args = await _facts(turn, day, overtaken.by)
    keys: Keys = [[key("summary-button-replace", ReplaceOther(day.id))], [LEAVE]]
    aside(turn, "summary-overtaken", keys=keys, **args)


async def _expect(turn: Turn, day: Day, there: Summary | None, body: str = "") -> None:
    seen = there.written_at.isoformat() if there else ""
    await turn.enter(BODY_STEP, day=day.id, sequence=day.sequence, seen=seen, body=body)


async def _facts(desk: Desk, day: Day, summary: Summary) -> dict[str, Any]:
    """What the texts say of a summary."""
    seat = await members.seat(desk.db, summary.member_id)
    by = seat.person.name if seat else ""
    return {"at": day.starts_at, "by": by, "body": summary.body, "written": summary.written_at}


async def _look(turn: Turn, day_id: int, sequence: int) -> tuple[Day | None, Standing]:
    # A step may be older than the person's place.
    group_id = turn.member.group_id if turn.posts & MENTORS else None
    day = await days.by_id(turn.db, day_id)
    return day, standing(day, group_id, sequence, turn.now)


def _closed(turn: Turn, day: Day | None, why: Standing) -> None:
    """Say kindly why there is nothing to write."""
    if day is None or why is Standing.NOT_YOURS:
        aside(turn, "summary-closed-not-yours")
    else:
        aside(turn, f"summary-closed-{why}", at=day.starts_at)
