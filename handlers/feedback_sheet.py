"""Answering, in private: one tap per topic, then a free answer or none."""

from typing import Any

from handlers.desk import Desk
from handlers.feedback_keys import HandIn, Sheet, mark_keys, word_keys
from handlers.keys import inline
from handlers.turn import Turn
from rules.feedback import (
    TOPICS,
    UNFINISHED_FOR,
    Marks,
    Round,
    Standing,
    TooLong,
    next_topic,
    read_marks,
    standing,
    word_of,
)
from rules.programme import Programme
from storage import feedback, members, steps
from storage.feedback import STEP
from texts.escape import Markup
from texts.words import Words


def first_question(spoken: Words, programme: Programme) -> Markup:
    """What a person who is asked sees first: what it is for, who learns what, and a question."""
    question = _question(spoken, ())
    return spoken.html("feedback-first", programme=programme.name, question=question)


def _question(spoken: Words, marks: Marks) -> Markup:
    topic = TOPICS[len(marks)]
    says = spoken.plain(f"feedback-topic-{topic}")
    return spoken.html("feedback-question", number=len(marks) + 1, of=len(TOPICS), says=says)


async def show_sheet(turn: Turn) -> None:
    """The open questions for the one who asks, or a kind word why there are none."""
    programme = turn.cast.programme
    found = await feedback.latest(turn.db, programme.id) if programme else None
    if programme is None or found is None:
        turn.say("feedback-none")
        return
    stands = await _standing(turn, found)
    if stands is Standing.OPEN:
        says = first_question(turn.words, programme)
        turn.say("feedback-lines", lines=says, keys=mark_keys(found, ()))
    else:
        turn.say(f"feedback-stands-{stands}")


async def _standing(turn: Turn, found: Round | None) -> Standing:
    person = turn.person.id
    place = await members.of_person(turn.db, person, found.programme_id) if found else None
    answered = await feedback.answered(turn.db, found.id, person) if found else False
    return standing(found, member=place is not None, answered=answered)


async def _open_sheet(turn: Turn, tap: Sheet | HandIn) -> tuple[Round, Marks] | None:
    """What a button of a sheet stands for today; None (and a kind answer) if it is too late."""
    found, marks = await feedback.by_id(turn.db, tap.round), read_marks(tap.marks)
    stands = await _standing(turn, found)
    if found is None or marks is None:
        turn.toast("common-old-button", alert=True)
    elif stands is Standing.OPEN:
        return found, marks
    else:
        await _leave(turn)
        turn.edit(f"feedback-stands-{stands}")
    return None


async def on_sheet(turn: Turn, tap: Sheet) -> None:
    """A mark was given, or taken back: ask what comes next."""
    sheet = await _open_sheet(turn, tap)
    if sheet is None:
        return
    found, marks = sheet
    if next_topic(marks) is None:
        await _await_word(turn, found, tap)
        turn.edit("feedback-word", keys=word_keys(found, marks))
        return
    await _leave(turn)
    lines = _question(turn.words, marks)
    turn.edit("feedback-lines", lines=lines, keys=mark_keys(found, marks))


async def _await_word(turn: Turn, found: Round, tap: Sheet) -> None:
    message = turn.scene.message_id
    await turn.enter(STEP, round=tap.round, marks=tap.marks, message=message)
    # One wake an hour for everybody, so that its time tells nothing of anybody.
    at = (turn.now + UNFINISHED_FOR).replace(minute=59, second=59, microsecond=0)
    await turn.plan("feedback", "forget", found.id, at, f"feedback:forget:{at:%Y%m%d%H}")


async def _leave(turn: Turn) -> None:
    """Expect no free answer any more; what another feature expects is left alone."""
    step = await steps.of_user(turn.db, turn.person.user_id or 0)
    if step is not None and step.name == STEP:
        await turn.leave()


async def on_hand_in(turn: Turn, tap: HandIn) -> None:
    """Done, without a free answer."""
    sheet = await _open_sheet(turn, tap)
    if sheet is None:
        return
    found, marks = sheet
    if next_topic(marks) is not None:
        turn.toast("common-old-button", alert=True)
        return
    await _hand_in(turn, found, marks, None)
    turn.edit("feedback-thanks")


async def on_word(turn: Turn, known: dict[str, Any]) -> None:
    """The free answer: the sheet is complete and handed in."""
    found = await feedback.by_id(turn.db, int(known["round"]))
    marks, word = read_marks(int(known["marks"])), word_of(turn.text)
    stands = await _standing(turn, found)
    if found is None or marks is None or stands is not Standing.OPEN:
        await turn.leave()
        turn.say(f"feedback-stands-{stands}")
    elif isinstance(word, TooLong):
        turn.say("feedback-too-long", length=word.length, limit=word.limit)
    else:
        await _hand_in(turn, found, marks, word or None)
        _drop_keys(turn, known["message"])
        turn.say("feedback-thanks")


async def _hand_in(turn: Turn, found: Round, marks: Marks, word: str | None) -> None:
    await _leave(turn)
    scores = "".join(map(str, marks))
    await feedback.hand_in(turn.db, found.id, turn.person.id, scores, word)


def _drop_keys(turn: Turn, message_id: int | None) -> None:
    """Take away the buttons that bear the marks, above a free answer."""
    params = {"message_id": message_id, "reply_markup": inline((), turn.words)}
    turn.call("editMessageReplyMarkup", turn.scene.chat_id, params)


async def forget(desk: Desk) -> None:
    """Forget sheets that were begun and never handed in."""
    await feedback.forget_unfinished(desk.db, desk.now - UNFINISHED_FOR)
