"""What buttons of the question desk mean, and how questions and answers look."""

from dataclasses import dataclass

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.keys import Keys, inline, key
from rules.programme import Person
from rules.question import LONGEST, Answer, Question
from storage import outbox
from texts.escape import Markup, clip
from texts.words import Words

# UTF-16 units shown of what stands in full elsewhere, so that a message never gets too long.
HINT = 120
SOLVED_BODY, SOLVED_ANSWER = 1500, 2000


@packed("qa")
@dataclass(frozen=True, slots=True)
class Ask:
    """Begin a question in private."""


@packed("qp")
@dataclass(frozen=True, slots=True)
class PutUp:
    """Post the draft into the group. `draft` is the message it was written in: only the newest."""

    draft: int
    named: bool


@packed("qx")
@dataclass(frozen=True, slots=True)
class LeaveIt:
    """Forget the draft."""


@packed("qs")
@dataclass(frozen=True, slots=True)
class ShowAnswers:
    """Show the asker the answers so far once more."""

    question: int


@packed("qc")
@dataclass(frozen=True, slots=True)
class Accept:
    """This answer solved it."""

    answer: int


@packed("qr")
@dataclass(frozen=True, slots=True)
class Carded:
    """Result: whether the card could be posted in the group."""

    question: int


def card_key(question_id: int) -> str:
    """The outbox key of the card in the group."""
    return f"question:{question_id}:card"


def tag_of(question_id: int) -> str:
    """The tag by which a reply to the card is known."""
    return f"question:{question_id}"


def here_key(answer_id: int) -> str:
    """The outbox key of what stands under an answer in the group."""
    return f"answer:{answer_id}:here"


def asker_key(answer_id: int) -> str:
    """The outbox key of what brings an answer to its asker."""
    return f"answer:{answer_id}:asker"


def who_asks(spoken: Words, question: Question, asker: Person) -> Markup:
    """The asker as a word for texts; without a name where they asked so."""
    if not question.named:
        return spoken.html("question-who-unnamed")
    return spoken.html("question-who", name=asker.name)


def hint(question: Question) -> str:
    """The beginning of a question, to know it by."""
    return clip(" ".join(question.body.split()), HINT)


def accept_keys(answer: Answer) -> Keys:
    """The button under an answer."""
    return [[key("question-button-accept", Accept(answer.id))]]


def post_card(
    desk: Desk, chat_id: int, question: Question, asker: Person, reply_to: int | None = None
) -> None:
    """Post a question's card in its group; replies to it are answers."""
    desk.post(
        chat_id,
        "question-card",
        who=who_asks(desk.words_for(None), question, asker),
        body=clip(question.body, LONGEST),
        once=card_key(question.id),
        tag=tag_of(question.id),
        then=Carded(question.id),
        reply_to=reply_to,
    )


async def solve_card(
    desk: Desk, question: Question, asker: Person, answer: Answer, giver: Person
) -> None:
    """Turn the card into question and answer; nothing happens where it never got out."""
    at = await outbox.message_of(desk.db, card_key(question.id))
    if at is None:
        return
    spoken = desk.words_for(None)
    args = {
        "who": who_asks(spoken, question, asker),
        "body": clip(question.body, SOLVED_BODY),
        "giver": giver.name,
        "answer": clip(answer.body, SOLVED_ANSWER),
    }
    params = desk.message(spoken, "question-card-solved", (), None, args)
    params["message_id"] = at[1]
    desk.call("editMessageText", at[0], params, tag=tag_of(question.id))


def drop_keys(desk: Desk, chat_id: int, message_id: int) -> None:
    """Take the buttons away from a message."""
    params = {"message_id": message_id, "reply_markup": inline((), desk.words_for(None))}
    desk.call("editMessageReplyMarkup", chat_id, params)
