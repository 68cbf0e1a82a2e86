"""Answers: a reply to the card is one, and the asker says which of them solved it."""

from handlers.question_cards import (
    Accept,
    ShowAnswers,
    accept_keys,
    asker_key,
    drop_keys,
    here_key,
    hint,
    solve_card,
)
from handlers.turn import Turn
from rules.programme import Person
from rules.question import (
    LONGEST,
    Acceptance,
    Answer,
    Question,
    Reply,
    judge_acceptance,
    judge_reply,
)
from storage import members, outbox, questions
from texts.escape import clip

SHOWN = 10  # answers shown once more


async def on_reply(turn: Turn, question_id: int) -> None:
    """A reply to the card, by whomever. The asker's own words more get silence."""
    question = await questions.by_id(turn.db, question_id)
    if question is None:
        return
    match judge_reply(question, turn.cast.member):
        case Reply.ANSWER:
            await _record(turn, question)
        case Reply.CLOSED:
            turn.say("question-closed")
        case Reply.OUTSIDER if turn.cast.person:
            turn.say("question-outsider")


async def _record(turn: Turn, question: Question) -> None:
    asker = await _person(turn, question.asker_id)
    answer = await questions.answer(turn.db, question.id, turn.member.id, turn.text, turn.now)
    turn.say(
        "question-answered",
        keys=accept_keys(answer),
        once=here_key(answer.id),
        tag=f"answer:{answer.id}",
    )
    turn.tell(
        asker,
        "question-answer",
        giver=turn.person.name,
        question=hint(question),
        answer=clip(answer.body, LONGEST),
        keys=accept_keys(answer),
        once=asker_key(answer.id),
        tag=f"answer:{answer.id}",
    )


async def on_accept(turn: Turn, press: Accept) -> None:
    """The asker presses "this solved it", in private or under the answer in the group."""
    found = await questions.answer_by_id(turn.db, press.answer)
    if found is None:
        turn.toast("common-old-button", alert=True)
        return
    question, answer = found
    asker = await _person(turn, question.asker_id)
    match judge_acceptance(question, answer, asker=_is(turn, asker)):
        case Acceptance.NOT_YOURS:
            turn.toast("question-not-yours", alert=True)
        case Acceptance.AGAIN:
            turn.toast("question-accepted")
        case Acceptance.OTHER:
            turn.toast("question-solved-otherwise", alert=True)
            turn.drop_keys()
        case Acceptance.ACCEPTED:
            await _accept(turn, question, asker, answer)


async def _accept(turn: Turn, question: Question, asker: Person, answer: Answer) -> None:
    giver = await _person(turn, answer.member_id)
    await questions.accept(turn.db, answer, turn.now)
    turn.toast("question-accepted")
    await solve_card(turn, question, asker, answer, giver)
    for chat_id, message_id in await _button_places(turn, answer):
        drop_keys(turn, chat_id, message_id)
    thanks = f"question:{question.id}:thanks"
    turn.tell(giver, "question-thanks", question=hint(question), once=thanks)


async def _button_places(turn: Turn, answer: Answer) -> set[tuple[int, int]]:
    """Where the button of an answer stands: in the group, in private, and where it was pressed."""
    keys = (here_key(answer.id), asker_key(answer.id))
    sent = [await outbox.message_of(turn.db, key) for key in keys]
    places = {place for place in sent if place is not None}
    if turn.scene.message_id is not None:
        places.add((turn.scene.chat_id, turn.scene.message_id))
    return places


async def on_show(turn: Turn, press: ShowAnswers) -> None:
    """The asker looks at the answers again, from the list under /ask."""
    question = await questions.by_id(turn.db, press.question)
    if question is None or not _is(turn, await _person(turn, question.asker_id)):
        turn.toast("common-old-button", alert=True)
        return
    for answer in await questions.answers_of(turn.db, question.id, SHOWN):
        giver = await _person(turn, answer.member_id)
        turn.say(
            "question-answer",
            giver=giver.name,
            question=hint(question),
            answer=clip(answer.body, LONGEST),
            keys=accept_keys(answer),
        )


async def _person(turn: Turn, member_id: int) -> Person:
    """Who has that place: rows of questions and answers always lead to one."""
    seat = await members.seat(turn.db, member_id)
    if seat is None:
        raise LookupError(f"no member {member_id}")
    return seat.person


def _is(turn: Turn, person: Person) -> bool:
    return turn.cast.person is not None and turn.cast.person.id == person.id
