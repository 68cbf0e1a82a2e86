"""Asking in private: for those who would rather not type in front of everybody."""

from typing import Any

from handlers.keys import Keys, key
from handlers.question_cards import Ask, LeaveIt, PutUp, ShowAnswers, hint, post_card
from handlers.turn import Turn
from rules.question import LONGEST, Question, Room, room_for
from storage import questions, steps
from texts.escape import Markup, join, units

STEP = "question.text"
SHOWN = 10  # open questions in one list


async def list_open(turn: Turn) -> None:
    """A person's own open questions, and a button to ask another."""
    mine = await questions.open_of(turn.db, turn.member.id, SHOWN)
    if not mine:
        turn.say("question-none", keys=[[key("question-button-ask", Ask())]])
        return
    lines = join(_line(turn, n, *each) for n, each in enumerate(mine, 1))
    turn.say("question-open", lines=lines, keys=_list_keys(mine))


def _line(turn: Turn, number: int, question: Question, answers: int) -> Markup:
    return turn.words.html(
        "question-line",
        number=number,
        body=hint(question),
        answers=answers,
        at=question.asked_at,
    )


def _list_keys(mine: Any) -> Keys:
    answered = [
        [key("question-button-answers", ShowAnswers(question.id), number=n)]
        for n, (question, answers) in enumerate(mine, 1)
        if answers
    ]
    return [*answered, [key("question-button-ask", Ask())]]


async def on_begin(turn: Turn, _press: Ask) -> None:
    """The button "ask the group"."""
    if _has_room(turn):
        await turn.enter(STEP)
        turn.say("question-write", keys=_cancel())


async def on_text(turn: Turn, _known: dict[str, Any]) -> None:
    """The question, or a better wording of it."""
    await draft(turn, turn.text.strip())


async def draft(turn: Turn, body: str) -> None:
    """Show a question as it would be posted, and ask how."""
    if not _has_room(turn):
        await turn.leave()
        return
    if units(body) > LONGEST:
        await turn.enter(STEP)
        turn.say("question-too-long", limit=LONGEST, units=units(body), keys=_cancel())
        return
    number = turn.scene.message_id or 0
    await turn.enter(STEP, body=body, draft=number)
    keys = [
        [key("question-button-named", PutUp(number, named=True))],
        [key("question-button-unnamed", PutUp(number, named=False))],
        *_cancel(),
    ]
    turn.say("question-preview", body=body, keys=keys)


async def on_put_up(turn: Turn, press: PutUp) -> None:
    """Post the draft, once: an earlier wording's button is an old one."""
    step = await steps.of_user(turn.db, turn.person.user_id or 0)
    if step is None or step.name != STEP or step.known.get("draft") != press.draft:
        turn.toast("common-old-button", alert=True)
        turn.drop_keys()
        return
    chat, body = turn.cast.chat, step.known["body"]
    if not _has_room(turn) or chat is None:
        return
    await turn.leave()
    place = (chat.group_id, turn.member.id)
    question = await questions.ask(turn.db, *place, body, turn.now, named=press.named)
    post_card(turn, chat.chat_id, question, turn.person)
    turn.edit("question-put-up" if press.named else "question-put-up-unnamed", body=body)


async def on_leave(turn: Turn, _press: LeaveIt) -> None:
    """Forget what was begun."""
    await turn.leave()
    turn.edit("question-left")


def _has_room(turn: Turn) -> bool:
    """Whether there is a group chat to post into; if not, the person is told what is missing."""
    room = room_for(turn.cast.group, turn.cast.chat)
    if room == Room.NO_GROUP:
        turn.say("question-no-group")
    elif room == Room.NO_CHAT:
        turn.say("question-no-chat")
    return room == Room.READY


def _cancel() -> Keys:
    return [[key("common-button-cancel", LeaveIt())]]
