"""Asking in the group, answering by replying, accepting."""

from rules.people import Role
from sandbox.state import Chat
from storage.outbox import outbox
from storage.people import people
from storage.questions import answers, questions
from tests.town import Circle, Town

TRAVEL = "출장 신청은 어디에서 하나요?"
DESK = "총무과 2층 출장 담당에게 내시면 돼요."


async def group_with_chat(town: Town) -> tuple[Circle, Chat]:
    group = await town.group()
    return group, await group.chat()


async def asked(town: Town, group: Circle, chat: Chat, text: str = TRAVEL) -> None:
    group.mentees[0].say(f"/ask {text}", chat)
    await town.settle()


async def answered(town: Town, group: Circle, chat: Chat, text: str = DESK) -> None:
    card = next(one for one in group.lead.heard(chat) if "의 질문" in one.text)
    group.lead.say(text, chat, reply_to=card)
    await town.settle()


async def test_a_mentee_asks_a_mentor_answers_the_asker_accepts(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    card = haneul.last_in(chat)
    assert "김하늘 님의 질문" in card.text
    assert TRAVEL in card.text

    await answered(town, group, chat)
    assert "박대표 님의 답변" in haneul.last.text
    assert DESK in haneul.last.text

    haneul.tap("이 답변으로 해결됐어요")
    await town.settle()
    [question] = await town.rows(questions)
    [answer] = await town.rows(answers)
    assert (question.body, question.state) == (TRAVEL, "accepted")
    assert (answer.body, answer.accepted_at) == (DESK, town.now)
    assert haneul.toasts[-1].text == "해결됐다니 다행이에요!"
    solved = next(one for one in haneul.heard(chat) if one.id == card.id)
    assert "해결됐어요" in solved.text
    assert TRAVEL in solved.text
    assert DESK in solved.text
    assert not haneul.last.buttons, "the private button is gone"
    assert not haneul.last_in(chat).buttons, "the button under the answer is gone"
    assert "해결됐어요" in group.lead.last.text


async def test_the_asker_may_accept_in_the_group_and_nobody_else(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul, bada = group.mentees
    await asked(town, group, chat)
    await answered(town, group, chat)
    stranger = await town.stranger()
    group.lead.add_member(chat, stranger)
    for other in (bada, group.lead, stranger):
        other.tap("이 답변으로 해결됐어요", chat)
        await town.settle()
        assert other.toasts[-1].alert
        assert (await town.rows(questions))[0].state == "open"
    assert "질문하신 분만" in bada.toasts[-1].text
    haneul.tap("이 답변으로 해결됐어요", chat)
    await town.settle()
    assert (await town.rows(questions))[0].state == "accepted"


async def test_pressing_twice_accepts_once(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    await answered(town, group, chat)
    haneul.tap("이 답변으로 해결됐어요", chat)
    haneul.tap("이 답변으로 해결됐어요", chat)
    await town.settle()
    assert [toast.text for toast in haneul.toasts] == ["해결됐다니 다행이에요!"] * 2
    thanks = [one for one in group.lead.heard() if "남겨 주신 답변으로" in one.text]
    assert len(thanks) == 1


async def test_accepting_counts_when_telegram_shows_the_message_no_more(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    await answered(town, group, chat)
    haneul.tap("이 답변으로 해결됐어요")
    town.world.state.pending[-1].raw["callback_query"].pop("message")
    await town.settle()
    assert (await town.rows(questions))[0].state == "accepted"
    assert not haneul.last_in(chat).buttons


async def test_of_several_answers_one_is_accepted(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul, bada = group.mentees
    await asked(town, group, chat)
    await answered(town, group, chat, "잘 모르겠지만 총무과일 거예요.")
    card = next(one for one in bada.heard(chat) if "의 질문" in one.text)
    bada.say(DESK, chat, reply_to=card)
    await town.settle()
    first, second = [one for one in haneul.heard() if "님의 답변" in one.text]
    assert "정바다 님" in second.text
    haneul.tap("해결됐어요", message=second)
    haneul.tap("해결됐어요", message=first)
    await town.settle()
    assert [row.accepted_at is not None for row in await town.rows(answers)] == [False, True]
    assert "이미 다른 답변으로" in haneul.toasts[-1].text
    assert not haneul.heard()[-2].buttons


async def test_an_answer_after_the_solution_is_not_kept_and_that_is_said(town: Town) -> None:
    group, chat = await group_with_chat(town)
    await asked(town, group, chat)
    await answered(town, group, chat)
    group.mentees[0].tap("이 답변으로 해결됐어요")
    await town.settle()
    await answered(town, group, chat, "저도 알아요!")
    assert "이미 해결된 질문" in group.lead.last_in(chat).text
    assert len(await town.rows(answers)) == 1


async def test_the_askers_own_reply_is_no_answer_and_gets_silence(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    before = len(haneul.heard(chat))
    haneul.say("아, 국내 출장이요.", chat, reply_to=haneul.last_in(chat))
    await town.settle()
    assert len(haneul.heard(chat)) == before
    assert await town.rows(answers) == []


async def test_somebody_of_another_group_is_told_that_the_reply_is_not_kept(town: Town) -> None:
    group, chat = await group_with_chat(town)
    guest = await town.resident("오손님", Role.MENTOR)
    stranger = await town.stranger()
    for other in (guest, stranger):
        group.lead.add_member(chat, other)
    await asked(town, group, chat)
    card = guest.last_in(chat)
    stranger.say("제가 알아요", chat, reply_to=card)
    await town.settle()
    assert guest.last_in(chat).id == card.id, "a stranger gets silence"
    guest.say("제가 알아요", chat, reply_to=card)
    await town.settle()
    assert "기록하지 않았어요" in guest.last_in(chat).text
    assert await town.rows(answers) == []


async def test_somebody_of_another_group_can_not_ask_here(town: Town) -> None:
    group, chat = await group_with_chat(town)
    guest = await town.resident("오손님", Role.MENTEE)
    group.lead.add_member(chat, guest)
    guest.say(f"/ask {TRAVEL}", chat)
    await town.settle()
    assert "다른 그룹" in guest.last_in(chat).text
    assert await town.rows(questions) == []


async def test_ask_without_a_question_tells_how(town: Town) -> None:
    group, chat = await group_with_chat(town)
    group.mentees[0].say("/ask", chat)
    await town.settle()
    assert "/ask 뒤에" in group.mentees[0].last_in(chat).text
    assert await town.rows(questions) == []


async def test_ask_as_a_reply_hands_over_ones_own_words_only(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul, bada = group.mentees
    word = haneul.say(TRAVEL, chat)
    bada.say("/ask", chat, reply_to=word)
    await town.settle()
    assert await town.rows(questions) == []
    haneul.say("/ask", chat, reply_to=word)
    await town.settle()
    assert [row.body for row in await town.rows(questions)] == [TRAVEL]


async def test_nobody_asks_in_a_chat_the_bot_does_not_know(town: Town) -> None:
    group = await town.group()
    haneul = group.mentees[0]
    chat = haneul.create_group("동기 모임", supergroup=True)
    haneul.add_bot(chat)
    haneul.say(f"/ask {TRAVEL}", chat)
    await town.settle()
    assert haneul.heard(chat) == []
    assert await town.rows(questions) == []


async def test_an_edited_question_and_an_edited_answer_change_nothing(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    message = haneul.say(f"/ask {TRAVEL}", chat)
    await town.settle()
    haneul.edit(message, "/ask 다른 질문이에요")
    card = haneul.last_in(chat)
    reply = group.lead.say(DESK, chat, reply_to=card)
    await town.settle()
    group.lead.edit(reply, "아니에요")
    await town.settle()
    assert [row.body for row in await town.rows(questions)] == [TRAVEL]
    assert [row.body for row in await town.rows(answers)] == [DESK]


async def test_the_longest_message_is_a_question_and_an_answer_too(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    long = "가<나&" * 1022
    await asked(town, group, chat, long)
    await answered(town, group, chat, "답" * 4096)
    haneul.tap("이 답변으로 해결됐어요")
    await town.settle()
    assert (await town.rows(questions))[0].body == long
    assert len((await town.rows(answers))[0].body) == 4096
    assert not await town.rows(outbox, state="failed")
    assert any("해결됐어요" in one.text and "가<나&" in one.text for one in haneul.heard(chat))


async def test_a_kill_after_the_question_loses_and_doubles_nothing(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    haneul.say(f"/ask {TRAVEL}", chat)
    await town.app.intake.poll()
    await town.app.edge.step()
    await town.restart()
    await town.settle()
    assert len(haneul.heard(chat)) == 1
    await answered(town, group, chat)
    assert len(await town.rows(answers)) == 1


async def test_an_english_speaker_hears_of_the_answer_in_english(town: Town) -> None:
    group, chat = await group_with_chat(town)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == "김하늘").values(language="en"))
    await asked(town, group, chat)
    await answered(town, group, chat)
    assert "박대표 has answered" in group.mentees[0].last.text


async def test_if_the_group_can_not_be_written_to_the_asker_hears_of_it(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    town.world.faults.add(
        "sendMessage",
        "refuse",
        code=400,
        description="Bad Request: not enough rights to send text messages to the chat",
        chat_id=chat.id,
    )
    await asked(town, group, chat)
    assert "올리지 못했어요" in haneul.last.text
    [question] = await town.rows(questions)
    assert (question.state, question.body) == ("unposted", "")


async def test_an_old_button_whose_answer_is_gone_gets_a_kind_answer(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    await answered(town, group, chat)
    async with town.writing() as db:
        await db.run(answers.delete())
    haneul.tap("이 답변으로 해결됐어요")
    await town.settle()
    assert "예전에" in haneul.toasts[-1].text


async def test_a_reply_to_a_card_whose_question_is_gone_gets_silence(town: Town) -> None:
    group, chat = await group_with_chat(town)
    await asked(town, group, chat)
    async with town.writing() as db:
        await db.run(questions.delete())
    before = len(group.lead.heard(chat))
    await answered(town, group, chat)
    assert len(group.lead.heard(chat)) == before


async def test_a_card_that_got_lost_does_not_keep_the_asker_from_accepting(town: Town) -> None:
    group, chat = await group_with_chat(town)
    haneul = group.mentees[0]
    await asked(town, group, chat)
    await answered(town, group, chat)
    lost = outbox.update().where(outbox.c.key == "question:1:card").values(message_id=None)
    async with town.writing() as db:
        await db.run(lost)
    haneul.tap("이 답변으로 해결됐어요")
    await town.settle()
    assert (await town.rows(questions))[0].state == "accepted"
