"""Asking in private, with or without one's name, and looking at one's open questions."""

from typing import Any

import pytest

from rules.people import Role
from storage.chats import chats
from storage.members import members
from storage.people import people
from storage.questions import answers, asked, questions
from tests.town import Circle, Town

SHY = "점심은 누구랑 먹나요?"
LABEL = "❓ 그룹에 질문하기"


async def begun(town: Town, group: Circle, text: str = SHY) -> None:
    """김하늘 asks by the button of the menu, up to the preview."""
    haneul = group.mentees[0]
    haneul.say("/help")
    await town.settle()
    haneul.tap(LABEL)
    await town.settle()
    assert "무엇이 궁금하세요?" in haneul.last.text
    haneul.say(text)
    await town.settle()


async def test_a_shy_mentee_asks_without_a_name_and_nobody_is_told_it(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul, bada = group.mentees
    await begun(town, group)
    assert SHY in haneul.last.text
    assert "누가 물었는지는 저장해 두니" in haneul.last.text
    haneul.tap("이름 없이 올리기")
    await town.settle()
    card = bada.last_in(chat)
    assert "이름을 밝히지 않은 분의 질문" in card.text
    assert SHY in card.text
    bada.say("저랑 먹어요!", chat, reply_to=card)
    await town.settle()
    haneul.say("고마워요", chat, reply_to=card)
    await town.settle()
    haneul.tap("이 답변으로 해결됐어요", chat)
    await town.settle()
    assert [row.state for row in await town.rows(questions)] == ["accepted"]
    told = [*bada.heard(chat), *bada.heard(), *group.lead.heard()]
    assert not [one.text for one in told if "하늘" in one.text]


async def test_the_coordinators_list_names_those_who_asked_with_their_name(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    await begun(town, group)
    group.mentees[0].tap("이름 없이 올리기")
    await town.settle()
    await begun(town, group, "명함은 언제 나오나요?")
    group.mentees[0].tap("이름과 함께 올리기")
    await town.settle()
    assert "김하늘 님의 질문" in group.lead.last_in(chat).text
    group.lead.say("다음 주에요.", chat, reply_to=group.lead.last_in(chat))
    await town.settle()
    group.mentees[0].tap("이 답변으로 해결됐어요")
    await town.settle()
    async with town.store.reading() as db:
        first, second = await asked(db, await town.programme())
    assert (first.asker, first.body, first.answers, first.answer) == (None, SHY, 0, None)
    assert (second.asker, second.group_number, second.answers) == ("김하늘", 1, 1)
    assert (second.answer, second.answerer) == ("다음 주에요.", "박대표")


async def test_a_better_wording_takes_the_first_ones_place(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    await begun(town, group)
    old = haneul.last
    haneul.say("점심은 보통 어떻게 하나요?")
    await town.settle()
    haneul.tap("이름과 함께 올리기", message=old)
    await town.settle()
    assert "예전에" in haneul.toasts[-1].text
    assert haneul.heard(chat) == []
    haneul.tap("이름과 함께 올리기")
    await town.settle()
    assert "보통 어떻게" in haneul.last_in(chat).text


async def test_two_presses_post_once(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    await begun(town, group)
    haneul.tap("이름과 함께 올리기")
    haneul.tap("이름 없이 올리기")
    await town.settle()
    assert len(haneul.heard(chat)) == 1
    assert len(await town.rows(questions)) == 1
    assert haneul.waiting_presses == 0


async def test_a_question_can_be_left(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    await begun(town, group)
    haneul.tap("취소")
    await town.settle()
    haneul.say("점심 이야기예요")
    await town.settle()
    assert haneul.heard(chat) == []
    assert await town.rows(questions) == []


async def test_ask_with_a_text_in_private_is_a_draft(town: Town) -> None:
    group = await town.group()
    await group.chat()
    haneul = group.mentees[0]
    haneul.say(f"/ask {SHY}")
    await town.settle()
    assert "올릴까요?" in haneul.last.text
    assert haneul.last.labels == ["이름과 함께 올리기", "이름 없이 올리기", "취소"]


async def test_a_question_too_long_for_a_card_is_refused_with_numbers(town: Town) -> None:
    group = await town.group()
    await group.chat()
    haneul = group.mentees[0]
    await begun(town, group, "가" * 3001)
    assert "3000자까지" in haneul.last.text
    assert "3001자" in haneul.last.text
    haneul.say("가" * 3000)
    await town.settle()
    haneul.tap("이름과 함께 올리기")
    await town.settle()
    assert len((await town.rows(questions))[0].body) == 3000


async def test_without_a_group_there_is_nowhere_to_ask(town: Town) -> None:
    haneul = await town.resident("김하늘")
    haneul.say(f"/ask {SHY}")
    await town.settle()
    assert "그룹이 정해지지 않았어요" in haneul.last.text


@pytest.mark.parametrize("gone", [{"chat_id": None, "state": None}, {"state": "lost"}])
async def test_without_a_chat_there_is_nowhere_to_ask(town: Town, gone: dict[str, Any]) -> None:
    group = await town.group()
    await group.chat()
    async with town.writing() as db:
        await db.run(chats.update().values(**gone))
    haneul = group.mentees[0]
    haneul.say("/ask")
    await town.settle()
    haneul.tap(LABEL)
    await town.settle()
    assert "채팅방이 아직 준비되지 않았어요" in haneul.last.text


async def test_a_chat_lost_after_the_preview_is_told_and_the_draft_stays(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    await begun(town, group)
    preview = haneul.last
    async with town.writing() as db:
        await db.run(chats.update().values(state="lost"))
    haneul.tap("이름과 함께 올리기")
    await town.settle()
    assert "준비되지 않았어요" in haneul.last.text
    async with town.writing() as db:
        await db.run(chats.update().values(state="ready"))
    haneul.tap("이름과 함께 올리기", message=preview)
    await town.settle()
    assert SHY in haneul.last_in(chat).text


async def test_whoever_left_the_group_while_writing_is_told_so(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    haneul.say("/ask")
    await town.settle()
    haneul.tap(LABEL)
    await town.settle()
    async with town.writing() as db:
        await db.run(members.update().values(group_id=None))
    haneul.say(SHY)
    await town.settle()
    assert "그룹이 정해지지 않았어요" in haneul.last.text
    assert haneul.heard(chat) == []


async def test_open_questions_are_listed_with_their_answers(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    haneul.say("/ask")
    await town.settle()
    assert "답을 기다리는 질문이 없어요" in haneul.last.text
    haneul.say(f"/ask {SHY}", chat)
    await town.settle()
    card = haneul.last_in(chat)
    haneul.say("/ask 명함은 언제 나오나요?", chat)
    await town.settle()
    group.lead.say("저희랑 먹어요.", chat, reply_to=card)
    await town.settle()
    haneul.say("/ask")
    await town.settle()
    assert "1. 명함은 언제 나오나요? (3월 2일(월), 아직 답변 없음)" in haneul.last.text
    assert f"2. {SHY} (3월 2일(월), 답변 1개)" in haneul.last.text
    assert haneul.last.labels == ["2번 답변 보기", LABEL]
    haneul.tap("2번 답변 보기")
    await town.settle()
    assert "저희랑 먹어요." in haneul.last.text
    haneul.tap("이 답변으로 해결됐어요")
    await town.settle()
    assert not haneul.last.buttons
    haneul.say("/ask")
    await town.settle()
    assert SHY not in haneul.last.text


async def test_answers_are_shown_again_to_the_asker_only(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    haneul = group.mentees[0]
    haneul.say(f"/ask {SHY}", chat)
    await town.settle()
    group.lead.say("저희랑 먹어요.", chat, reply_to=haneul.last_in(chat))
    await town.settle()
    haneul.say("/ask")
    await town.settle()
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == "김하늘").values(user_id=None))
    haneul.tap("1번 답변 보기")
    await town.settle()
    assert "예전에" in haneul.toasts[-1].text


async def test_a_coordinator_is_told_who_asks(town: Town) -> None:
    jiwoo = await town.coordinator()
    jiwoo.say(f"/ask {SHY}")
    await town.settle()
    assert "대표멘토, 멘토, 멘티" in jiwoo.last.text


async def test_a_mentor_may_ask_too(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    mentor = await town.resident("최선배", Role.MENTOR, group_id=group.group_id)
    mentor.say("/ask 회의실 예약은 어떻게 하나요?")
    await town.settle()
    mentor.tap("이름과 함께 올리기")
    await town.settle()
    assert "최선배 님의 질문" in group.lead.last_in(chat).text
    assert await town.rows(answers) == []
