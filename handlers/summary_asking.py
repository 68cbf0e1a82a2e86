"""Asking mentors for the summary of a mentoring day: once, and once more if nobody has written."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.hearers import circle_of, to_each
from handlers.keys import Keys, key
from rules.day import Day
from storage import days, summaries
from storage.due import Due


@packed("suw")
@dataclass(frozen=True, slots=True)
class WriteSummary:
    """Begin to write; `again` to replace a summary the person has seen."""

    day: int
    sequence: int
    again: bool


def write_keys(day: Day, *, again: bool = False) -> Keys:
    """The way to write, or to write anew."""
    label = "summary-button-again" if again else "summary-button-write"
    return [[key(label, WriteSummary(day.id, day.sequence, again))]]


async def on_tick(desk: Desk, dues: Sequence[Due]) -> None:
    """Ask the mentors of each group that has no summary yet; the second time is the last."""
    refs = {each.ref for each in dues}
    known = await days.by_ids(desk.db, refs)
    written = await summaries.of_days(desk.db, refs)
    for each in dues:
        day = known[each.ref]
        if day.id not in written:
            await _ask(desk, day, each.kind)


async def _ask(desk: Desk, day: Day, kind: str) -> None:
    mark = f"summary:{day.id}:{day.sequence}"
    text = "summary-ask" if kind == "ask" else "summary-ask-again"
    mentors = (await circle_of(desk.db, day.group_id)).mentors
    once = f"{mark}:{kind}"
    to_each(desk, mentors, text, once=once, keys=write_keys(day), at=day.starts_at)
    if kind == "ask":
        await desk.plan("summary", "again", day.id, desk.again_at, f"{mark}:again")
