"""Opening and closing a round, in chat and from the command line alike, and who is asked when."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import Any

from handlers.desk import Desk
from handlers.feedback_keys import Cleaned, mark_keys
from handlers.feedback_sheet import first_question, forget
from handlers.house import Bench, Outcome
from rules.feedback import (
    AlreadyOpen,
    Closed,
    Nobody,
    NotOpen,
    Opened,
    Results,
    Round,
    Withheld,
    again_at,
    may_open,
    results,
)
from rules.language import Language
from rules.programme import Programme
from storage import feedback, offices, outbox
from storage.due import Due
from storage.outbox import Urgency
from texts.words import words

CLEAN_AGAIN = timedelta(hours=1)


async def open_round(desk: Desk, programme: Programme) -> Opened | AlreadyOpen | Nobody:
    """Ask every registered participant for feedback, once; whoever is silent is reminded once."""
    latest = await feedback.latest(desk.db, programme.id)
    refusal = may_open(latest, await feedback.registered(desk.db, programme.id))
    if refusal is not None:
        return refusal
    found = await feedback.begin(desk.db, programme.id, desk.now)
    asked = await _ask(desk, programme, found, "first")
    terms, begun = desk.terms, desk.local(desk.now)
    at = again_at(begun, terms.again_hours, terms.working_hours).astimezone(UTC)
    await desk.plan("feedback", "again", found.id, at, f"feedback:{found.id}:again")
    return Opened(found, asked)


async def close_round(desk: Desk, programme: Programme, lane: int = 0) -> Closed | NotOpen:
    """Take no more sheets. `lane` is whose order the cleaning afterwards keeps: a chat, or nobody.

    Who has not been asked yet is not asked any more.
    """
    found = await feedback.latest(desk.db, programme.id)
    if found is None or not found.is_open:
        return NotOpen()
    await feedback.end(desk.db, found.id, desk.now)
    await outbox.withdraw(desk.db, f"feedback:{found.id}:", desk.now)
    clean(desk, found.id, lane)
    return Closed(found)


async def results_of(desk: Desk, found: Round) -> Results | Withheld:
    """What a round came to, as far as it may be shown."""
    return results(found, await feedback.tally(desk.db, found.id))


async def _ask(desk: Desk, programme: Programme, found: Round, time: str) -> int:
    """Put the first question to everybody who has not handed in."""
    everybody = await feedback.to_ask(desk.db, found)
    messages = _messages(desk, programme, found, time, {each.language for each in everybody})
    for person in everybody:
        desk.call(
            "sendMessage",
            person.user_id,
            messages[person.language],
            once=f"feedback:{found.id}:{time}:{person.id}",
            person_id=person.id,
            urgency=Urgency.BULK,
        )
    return len(everybody)


def _messages(
    desk: Desk, programme: Programme, found: Round, time: str, languages: Iterable[Language]
) -> dict[Language, dict[str, Any]]:
    """The message in each language, made once for everybody who speaks it."""
    made = {}
    for language in languages:
        spoken = words(language, desk.zone)
        says = {"lines": first_question(spoken, programme)}
        made[language] = desk.message(
            spoken, f"feedback-ask-{time}", mark_keys(found, ()), None, says
        )
    return made


async def on_tick(desk: Desk, dues: Iterable[Due]) -> None:
    """Remind the silent, forget what was begun and left, clean what could not be cleaned."""
    for each in dues:
        match each.kind:
            case "again":
                await _remind(desk, each.ref)
            case "clean":
                clean(desk, each.ref, 0)
            case _:
                await forget(desk)


async def _remind(desk: Desk, round_id: int) -> None:
    found = await feedback.by_id(desk.db, round_id)
    programme = await offices.programme(desk.db, found.programme_id) if found else None
    if found is not None and found.is_open and programme is not None:
        await _ask(desk, programme, found, "again")


def clean(desk: Desk, round_id: int, lane: int) -> None:
    """Have the database's files rid of what their rows no longer hold."""
    desk.job("feedback.clean", {}, Cleaned(round_id), lane)


async def clean_files(bench: Bench, _args: dict[str, Any]) -> bool:
    """The work of a `feedback.clean` job; whether it could be done."""
    return await bench.store.clean(whole=True)


async def on_cleaned(desk: Desk, job: Cleaned, outcome: Outcome) -> None:
    """If somebody was reading or writing all the while, it is tried again in an hour."""
    if outcome.result is not True:
        at = desk.now + CLEAN_AGAIN
        key = f"feedback:{job.round}:clean:{at:%Y%m%d%H%M%S}"
        await desk.plan("feedback", "clean", job.round, at, key)
