"""The question desk: where a question can go, whose reply is an answer, and who may accept one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.programme import ChatState, Group, GroupChat, Member

LONGEST = 3000
"""UTF-16 units of a question asked in private: its card must hold it whole, 4,096 with the rest.

A question asked in the group may be longer, because it stands above its card.
"""


class QuestionState(StrEnum):
    """What became of a question. UNPOSTED: the group's chat could not be written to."""

    OPEN = "open"
    ACCEPTED = "accepted"
    UNPOSTED = "unposted"


@dataclass(frozen=True, slots=True)
class Question:
    """Asked on purpose by a member (`asker_id`). Unless `named`, nobody else is told by whom."""

    id: int
    group_id: int
    asker_id: int
    body: str
    named: bool
    state: QuestionState
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What a member replied to a question's card. `accepted_at` is None unless it was the one."""

    id: int
    question_id: int
    member_id: int
    body: str
    given_at: datetime
    accepted_at: datetime | None


class Room(StrEnum):
    """Whether a person's question has somewhere to go."""

    READY = "ready"
    NO_GROUP = "group"
    NO_CHAT = "chat"


def room_for(group: Group | None, chat: GroupChat | None) -> Room:
    """Tell whether the bot can write to the chat of somebody's group."""
    if group is None:
        return Room.NO_GROUP
    if chat is None or chat.state == ChatState.LOST:
        return Room.NO_CHAT
    return Room.READY


class Reply(StrEnum):
    """What a reply to a question's card is."""

    ANSWER = "answer"
    OWN = "own"
    """The asker's: a word more, no answer. Saying anything would tell who asked."""
    OUTSIDER = "outsider"
    """Somebody's who has no place in that group."""
    CLOSED = "closed"
    """Too late: another answer was accepted."""


def judge_reply(question: Question, member: Member | None) -> Reply:
    """Any member of the group but the asker may answer, as long as the question is open."""
    if member is not None and member.id == question.asker_id:
        return Reply.OWN
    if member is None or member.group_id != question.group_id:
        return Reply.OUTSIDER
    return Reply.ANSWER if question.state == QuestionState.OPEN else Reply.CLOSED


class Acceptance(StrEnum):
    """What pressing "this solved it" comes to."""

    ACCEPTED = "accepted"
    AGAIN = "again"
    """This answer was accepted before."""
    OTHER = "other"
    """Another answer was accepted before."""
    NOT_YOURS = "not yours"


def judge_acceptance(question: Question, answer: Answer, *, asker: bool) -> Acceptance:
    """Only the asker accepts, once, whichever group they are in by now."""
    if not asker:
        return Acceptance.NOT_YOURS
    if question.state == QuestionState.OPEN:
        return Acceptance.ACCEPTED
    return Acceptance.AGAIN if answer.accepted_at else Acceptance.OTHER
