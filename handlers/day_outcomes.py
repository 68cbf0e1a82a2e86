"""What a mentor is told came of setting, moving or cancelling a day."""

from handlers.day_actions import card, facts
from handlers.day_keys import card_keys
from handlers.hearers import aside
from handlers.keys import Keys
from handlers.turn import Turn
from rules.day import (
    Cancelled,
    Closed,
    Moved,
    NotYours,
    Overtaken,
    Planned,
    Refused,
    Unchanged,
)

Outcome = Planned | Moved | Cancelled | Unchanged | Refused | NotYours | Closed | Overtaken


async def show(turn: Turn, outcome: Outcome, again: Keys = ()) -> None:
    """Say an outcome to the acting mentor; `again` are the keys to try another time."""
    match outcome:
        case Planned(day):
            aside(turn, "day-set", keys=card_keys(day), **await card(turn, day))
        case Moved(_, day):
            aside(turn, "day-reset", keys=card_keys(day), **await card(turn, day))
        case Unchanged(day):
            aside(turn, "day-unchanged", keys=card_keys(day), **await card(turn, day))
        case Overtaken(day):
            aside(turn, "day-overtaken", keys=card_keys(day), **await card(turn, day))
        case Refused(why, day):
            args = facts(day) if day else {}
            aside(turn, f"day-refused-{why}", keys=again, **args)
        case Cancelled(day):
            aside(turn, "day-off", **facts(day))
        case Closed(why, day):
            aside(turn, f"day-closed-{why}", **facts(day))
        case NotYours():
            aside(turn, "day-not-yours")
