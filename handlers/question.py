"""The question desk: asked in the group with /ask, answered by replying, accepted by the asker."""

from handlers.desk import Desk
from handlers.house import House, Outcome, Place
from handlers.question_answers import on_accept, on_reply, on_show
from handlers.question_cards import (
    Accept,
    Ask,
    Carded,
    LeaveIt,
    PutUp,
    ShowAnswers,
    hint,
    post_card,
)
from handlers.question_private import (
    STEP,
    draft,
    list_open,
    on_begin,
    on_leave,
    on_put_up,
    on_text,
)
from handlers.turn import Turn
from rules.programme import PARTICIPANTS, Post
from storage import members, questions


def register(house: House) -> None:
    """Asking, answering and accepting."""
    house.command("ask", on_ask, who=PARTICIPANTS, where=Place.BOTH)
    house.reply("question", on_reply)
    house.press(Accept, on_accept)
    house.press(ShowAnswers, on_show)
    house.press(Ask, on_begin, who=PARTICIPANTS)
    house.press(PutUp, on_put_up, who=PARTICIPANTS)
    house.press(LeaveIt, on_leave)
    house.step(STEP, on_text)
    house.result(Carded, on_carded)
    house.offer("question-button-ask", Ask(), who=frozenset({Post.MENTEE}))


async def on_ask(turn: Turn, body: str) -> None:
    """`/ask TEXT` in the group asks; in private it drafts, and without a text lists one's own."""
    if not turn.scene.private:
        await _ask_here(turn, body or _own_quoted(turn))
    elif body:
        await draft(turn, body)
    else:
        await list_open(turn)


async def _ask_here(turn: Turn, body: str) -> None:
    group = turn.cast.group
    if group is None:
        return  # a chat the bot does not know gets nothing
    if turn.member.group_id != group.id:
        turn.say("question-other-group")
    elif not body:
        turn.say("question-how")
    else:
        place = (group.id, turn.member.id)
        question = await questions.ask(turn.db, *place, body, turn.now, named=True)
        post_card(turn, turn.scene.chat_id, question, turn.person, turn.scene.message_id)


def _own_quoted(turn: Turn) -> str:
    """The text replied to, if the asker wrote it: nobody hands over another's words."""
    message = turn.update.effective_message
    quoted = message.reply_to_message if message else None
    if quoted is None or quoted.from_user is None or quoted.from_user.id != turn.scene.user_id:
        return ""
    return (quoted.text or "").strip()


async def on_carded(desk: Desk, card: Carded, outcome: Outcome) -> None:
    """If the group could not be written to, the asker hears of it."""
    question = await questions.by_id(desk.db, card.question)
    if outcome.trouble is None or question is None:
        return
    seat = await members.seat(desk.db, question.asker_id)
    await questions.unpost(desk.db, question.id)
    if seat:
        lost = f"question:{question.id}:lost"
        desk.tell(seat.person, "question-not-posted", question=hint(question), once=lost)
