"""Chats that go wrong and come back: thrown out, rights taken away, grown into a supergroup."""

import pytest

from rules.programme import ChatState
from sandbox.player import Player
from sandbox.post import service
from sandbox.state import Chat
from storage.chats import chats
from storage.due import due_rows
from storage.outbox import outbox
from tests.chat.chat_town import MAKE, OPEN, ask_to_open, opened, row, texts, together
from tests.town import Circle, Town


@pytest.fixture
async def jiwoo(town: Town) -> Player:
    return await town.coordinator("한지우")


@pytest.fixture
async def three(town: Town, jiwoo: Player) -> Circle:
    return await town.group(3)


async def in_chat(town: Town, circle: Circle, jiwoo: Player) -> Chat:
    """The open chat of the group with the first mentee inside."""
    chat = await opened(town, circle)
    circle.mentees[0].tap("들어가기")
    await town.settle()
    jiwoo.read()
    return chat


async def test_the_bot_is_thrown_out_and_taken_back(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    chat = await in_chat(town, three, jiwoo)
    old = (await row(town, three)).invite_link
    three.lead.remove_bot(chat)
    await town.settle()
    assert (await row(town, three)).state == "lost"
    assert "다시 관리자로" in together(three.lead)
    assert "제가 더는 없어요" in together(jiwoo)
    assert texts(three.mentees[0]) == []
    three.mentees[0].say("/group")
    await town.settle()
    assert "지금은 채팅방을 쓸 수 없어요" in together(three.mentees[0])

    three.lead.promote_bot(three.lead.add_bot(chat))
    await town.settle()
    kept = await row(town, three)
    assert kept.state == "ready"
    assert kept.invite_link not in {None, old}
    assert len(three.lead.heard(chat)) == 1, "one welcome is enough"
    (said,) = texts(three.lead)
    assert "다시 준비됐어요" in said
    assert "다시 준비됐어요" in together(jiwoo)
    assert texts(three.mentees[0]) == [], "who is inside needs no link"
    assert three.mentees[1].read()[-1].buttons[0][1] == kept.invite_link


async def test_taken_back_without_rights_the_missing_ones_are_named(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    chat = await in_chat(town, three, jiwoo)
    three.lead.remove_bot(chat)
    await town.settle()
    three.lead.read()
    three.lead.add_bot(chat)
    await town.settle()
    (said,) = texts(three.lead)
    assert "링크로 사용자 초대, 메시지 고정" in said
    three.lead.promote_bot(chat)
    await town.settle()
    assert "다시 준비됐어요" in together(three.lead)


async def test_thrown_out_the_lead_may_open_another_chat(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    first = await in_chat(town, three, jiwoo)
    three.lead.remove_bot(first)
    await town.settle()
    three.lead.tap(OPEN)
    await town.settle()
    second = three.lead.create_group_from_button(MAKE)
    await town.settle()
    kept = await row(town, three)
    assert (kept.chat_id, kept.state) == (second.id, "ready")
    assert len(three.lead.heard(second)) == 1
    three.lead.add_bot(first)
    await town.settle()
    await town.pass_time(minutes=5)
    assert (await row(town, three)).chat_id == second.id


async def test_rights_taken_away_are_told_and_given_back_noticed(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    chat = await in_chat(town, three, jiwoo)
    link = (await row(town, three)).invite_link
    three.lead.promote_bot(chat, can_pin_messages=False)
    await town.settle()
    assert "메시지 고정" in together(three.lead)
    assert (await row(town, three)).state == "bound"
    three.lead.promote_bot(chat)
    await town.settle()
    assert "권한이 모두 돌아왔어요" in together(three.lead)
    kept = await row(town, three)
    assert (kept.state, kept.invite_link) == ("ready", link)
    three.lead.promote_bot(chat, can_delete_messages=False)
    await town.settle()
    assert texts(three.lead) == []
    assert texts(jiwoo) == []


async def basic(town: Town, circle: Circle) -> Chat:
    """A basic group that is the group's ready chat, put in place directly.

    Telegram's apps can make an administrator in a basic group without turning it into a
    supergroup; the sandbox's people can't.
    """
    chat = circle.lead.create_group("작은 방")
    circle.lead.add_bot(chat)
    await town.settle()
    now = town.now
    async with town.writing() as db:
        await db.add(
            chats,
            group_id=circle.group_id,
            chat_id=chat.id,
            state=ChatState.READY.value,
            bind_code="ABCD2345",
            invite_link="https://t.me/+old",
            missing_rights="",
            bound_at=now,
            ready_at=now,
        )
    return chat


async def test_a_group_that_became_a_supergroup_gets_a_new_link(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    old = await basic(town, three)
    new = three.lead.promote_bot(old)
    await town.settle()
    kept = await row(town, three)
    assert old.id != new.id
    assert (kept.chat_id, kept.state) == (new.id, "ready")
    assert list(new.links) == [kept.invite_link]
    for player in three.everyone[1:]:
        (said,) = player.read()
        assert said.buttons == [("3조 채팅방 들어가기", kept.invite_link)]
    assert three.lead.heard(new) == [], "no second welcome"


async def test_word_of_the_new_id_from_the_new_chat_alone_does_too(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    old = await basic(town, three)
    new = three.lead.create_group("큰 방", supergroup=True)
    three.lead.promote_bot(three.lead.add_bot(new))
    service(town.world, new, three.lead.id, {"migrate_from_chat_id": old.id})
    await town.settle()
    kept = await row(town, three)
    assert (kept.chat_id, kept.state) == (new.id, "ready")
    assert list(new.links) == [kept.invite_link]


async def test_delivery_may_meet_the_new_id_first(town: Town, three: Circle, jiwoo: Player) -> None:
    old = await basic(town, three)
    new = three.lead.promote_bot(old)
    async with town.writing() as db:
        row_ = {"chat_id": new.id, "invite_link": None, "missing_rights": None}
        await db.run(chats.update().values(**row_))
    await town.settle()
    kept = await row(town, three)
    assert (kept.chat_id, kept.state) == (new.id, "ready")
    assert list(new.links) == [kept.invite_link]


async def test_what_was_to_be_said_in_the_old_chat_is_said_in_the_new_one(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    old = await basic(town, three)
    async with town.writing() as db:
        text = '{"text": "모레 만나요"}'
        later = {"due_at": town.now.replace(year=2027), "made_at": town.now}
        call = {"key": "test:1", "method": "sendMessage", "chat_id": old.id, "urgency": 1}
        await db.add(outbox, params=text, **call, **later)
    new = three.lead.promote_bot(old)
    await town.settle()
    (kept,) = await town.rows(outbox, key="test:1")
    assert kept.chat_id == new.id


async def test_a_group_nobody_knows_grows_without_a_word(town: Town, three: Circle) -> None:
    nobody = await town.stranger()
    chat = nobody.create_group("남의 방")
    new = nobody.promote_bot(nobody.add_bot(chat))
    await town.settle()
    assert nobody.heard(new) == []
    assert await town.rows(due_rows) == []


async def test_a_chat_that_grows_while_its_link_is_made_gets_one_of_its_own(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    await ask_to_open(town, three.lead)
    chat = three.lead.create_group_from_button(MAKE)
    for _ in range(3):  # until the link is asked for: the update, the rights
        await town.app.intake.poll()
        await town.app.edge.step()
    (asked,) = await town.rows(outbox, method="createChatInviteLink")
    async with town.writing() as db:
        made_for_another = asked.then.replace(str(chat.id), "-4")
        await db.run(outbox.update().where(outbox.c.id == asked.id).values(then=made_for_another))
    await town.settle()
    kept = await row(town, three)
    assert (kept.state, kept.chat_id) == ("ready", chat.id)
    assert kept.invite_link in chat.links


async def test_a_link_that_comes_after_the_bot_was_thrown_out_changes_nothing(
    town: Town, three: Circle, jiwoo: Player
) -> None:
    await ask_to_open(town, three.lead)
    chat = three.lead.create_group_from_button(MAKE)
    await town.app.intake.poll()
    await town.app.edge.step()
    await town._sent()
    three.lead.remove_bot(chat)
    await town.app.intake.poll()
    await town.settle()
    assert (await row(town, three)).state == "lost"
    assert (await row(town, three)).invite_link is None
