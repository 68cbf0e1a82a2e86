"""How feedback stands, as a coordinator sees it: counts while it is open, numbers afterwards."""

from handlers.doors import OpenReport, OpenRoster
from handlers.feedback_keys import AskClose, AskOpen, Sheet
from handlers.feedback_rounds import results_of
from handlers.keys import Key, Keys, key
from handlers.turn import Turn
from rules.feedback import LEAST, LOWEST, Result, Results, Round, Withheld
from rules.programme import Programme
from storage import feedback
from texts.escape import Markup, join
from texts.words import Words


async def state(turn: Turn) -> tuple[Markup, Keys]:
    """What to say of the current programme's newest round, and what can be done."""
    programme = turn.cast.programme
    if programme is None:
        none = turn.words.html("feedback-no-programme")
        return none, [[key("roster-button-open", OpenRoster())]]
    found = await feedback.latest(turn.db, programme.id)
    if found is None:
        return turn.words.html("feedback-state-none", programme=programme.name), [_begin()]
    if found.is_open:
        return await _open(turn, programme, found)
    return await _closed(turn, programme, found)


def _begin() -> list[Key]:
    return [key("feedback-button-begin", AskOpen())]


async def _open(turn: Turn, programme: Programme, found: Round) -> tuple[Markup, Keys]:
    counts = {
        "sheets": await feedback.turnout(turn.db, found.id),
        "people": await feedback.registered(turn.db, programme.id),
    }
    says = turn.words.html(
        "feedback-state-open", programme=programme.name, since=found.opened_at, **counts
    )
    own = turn.cast.member is not None
    answer = [[key("feedback-button-answer", Sheet(found.id, 0))]] if own else []
    return says, [*answer, [key("feedback-button-end", AskClose())]]


async def _closed(turn: Turn, programme: Programme, found: Round) -> tuple[Markup, Keys]:
    spoken = turn.words
    head = spoken.html(
        "feedback-state-closed", programme=programme.name, on=found.closed_at or turn.now
    )
    what = _results(spoken, await results_of(turn, found))
    keys = [[key("report-button-open", OpenReport())], _begin()]
    return join([head, what], by="\n\n"), keys


def _results(spoken: Words, found: Results | Withheld) -> Markup:
    if isinstance(found, Withheld):
        return spoken.html("feedback-too-few", sheets=found.sheets, least=LEAST)
    lines = [_result(spoken, each) for each in found.topics]
    return join([spoken.html("feedback-results", sheets=found.sheets), *lines])


def _result(spoken: Words, found: Result) -> Markup:
    says = spoken.plain(f"feedback-topic-{found.topic}")
    counts = [f"{mark}: {count}" for mark, count in enumerate(found.counts, LOWEST)]
    shown = " · ".join(reversed(counts))
    return spoken.html("feedback-result", says=says, mean=round(found.mean, 1), counts=shown)
