"""What the question desk decides."""

from datetime import UTC, date, datetime

import pytest

from rules.people import Role
from rules.programme import ChatState, Group, GroupChat, Member
from rules.question import (
    Acceptance,
    Answer,
    Question,
    QuestionState,
    Reply,
    Room,
    judge_acceptance,
    judge_reply,
    room_for,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HANEUL, LEAD, GUEST = 1, 2, 3


def question(state: QuestionState = QuestionState.OPEN) -> Question:
    return Question(5, 7, HANEUL, "출장 신청은?", named=True, state=state, asked_at=NOW)


def member(number: int, group_id: int | None = 7) -> Member:
    born = date(1998, 5, 5)
    return Member(number, 1, number, Role.MENTEE, "총무과", "행정", "9급", born, born, "", group_id)


def answer(accepted_at: datetime | None = None) -> Answer:
    return Answer(9, 5, LEAD, "2층에서요", NOW, accepted_at)


GROUP = Group(7, 1, 3)


@pytest.mark.parametrize(
    ("group", "chat", "room"),
    [
        (None, None, Room.NO_GROUP),
        (GROUP, None, Room.NO_CHAT),
        (GROUP, ChatState.LOST, Room.NO_CHAT),
        (GROUP, ChatState.BOUND, Room.READY),
        (GROUP, ChatState.READY, Room.READY),
    ],
)
def test_a_question_needs_a_group_and_its_chat(
    group: Group | None, chat: ChatState | None, room: Room
) -> None:
    assert room_for(group, GroupChat(7, -1, chat, None) if chat else None) == room


@pytest.mark.parametrize(
    ("who", "state", "reply"),
    [
        (member(LEAD), QuestionState.OPEN, Reply.ANSWER),
        (member(LEAD), QuestionState.ACCEPTED, Reply.CLOSED),
        (member(HANEUL), QuestionState.OPEN, Reply.OWN),
        (member(HANEUL, group_id=8), QuestionState.OPEN, Reply.OWN),
        (member(GUEST, group_id=8), QuestionState.OPEN, Reply.OUTSIDER),
        (None, QuestionState.OPEN, Reply.OUTSIDER),
    ],
)
def test_any_member_of_the_group_but_the_asker_answers(
    who: Member | None, state: QuestionState, reply: Reply
) -> None:
    assert judge_reply(question(state), who) == reply


def test_only_the_asker_accepts_and_once() -> None:
    solved = question(QuestionState.ACCEPTED)
    assert judge_acceptance(question(), answer(), asker=False) == Acceptance.NOT_YOURS
    assert judge_acceptance(question(), answer(), asker=True) == Acceptance.ACCEPTED
    assert judge_acceptance(solved, answer(NOW), asker=True) == Acceptance.AGAIN
    assert judge_acceptance(solved, answer(), asker=True) == Acceptance.OTHER
