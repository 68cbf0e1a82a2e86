"""A lead mentor opens the chat of the group: three ways, in any order, with fewer rights."""

from typing import Literal

import pytest

from handlers.chat_setup import CheckChat
from handlers.doors import OpenChat, OpenMyChat
from storage.chats import chat_people
from storage.members import members
from tests.chat.chat_town import (
    BRING,
    CHECK,
    MAKE,
    OPEN,
    ask_to_open,
    code_in,
    forge,
    join_link,
    opened,
    row,
    texts,
    together,
)
from tests.town import Circle, Town


@pytest.fixture
async def three(town: Town) -> Circle:
    return await town.group(3)


@pytest.mark.parametrize("order", ["shared first", "member first"])
@pytest.mark.parametrize("supergroup", [True, False])
async def test_one_button_opens_the_chat_whichever_update_comes_first(
    town: Town,
    three: Circle,
    order: Literal["shared first", "member first"],
    supergroup: bool,
) -> None:
    jiwoo = await town.coordinator("한지우")
    await ask_to_open(town, three.lead)
    assert "3조" in three.lead.heard()[-2].text
    assert three.lead.reply_buttons == ["채팅방 만들기 또는 고르기"]
    made = three.lead.create_group_from_button(MAKE, order=order, supergroup=supergroup)
    await town.settle()
    chat = town.world.chat(made.id)
    kept = await row(town, three)
    assert (kept.chat_id, kept.state, kept.missing_rights) == (chat.id, "ready", "")
    assert list(chat.links) == [kept.invite_link]
    link = chat.links[kept.invite_link]
    assert link.creates_join_request
    assert "3조" in chat.description
    (welcome,) = three.lead.heard(chat)
    assert "3조" in welcome.text
    assert chat.pinned == [welcome.id]
    assert "준비됐어요" in three.lead.last.text
    assert "권한이 더" not in "".join(m.text for m in three.lead.inbox)
    assert three.lead.reply_buttons == []
    assert "열렸어요" in jiwoo.last.text
    for player in three.everyone[1:]:
        (said,) = player.read()
        assert said.buttons == [("3조 채팅방 들어가기", kept.invite_link)]


async def test_a_link_brings_the_bot_into_a_group_somebody_picks(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    mine = three.lead.create_group("우리끼리")
    (link,) = [url for label, url in three.lead.last.buttons if BRING in label]
    chat = three.lead.open_link(link, chat=mine)
    await town.settle()
    kept = await row(town, three)
    assert (kept.chat_id, kept.state) == (getattr(chat, "id", 0), "ready")
    assert "준비됐어요" in three.lead.last.text


async def test_a_code_ties_a_group_that_is_there_already(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    mine = three.lead.create_group("우리끼리", supergroup=True)
    three.lead.add_bot(mine)
    mine = three.lead.promote_bot(mine)
    three.lead.add_member(mine, three.mentees[0])
    await town.settle()
    three.lead.say(f"/bind {code_in(three.lead).lower()}", mine)
    await town.settle()
    assert (await row(town, three)).state == "ready"
    assert three.lead.heard(mine)[0].text.startswith("2026 토닥토닥 멘토링 3조")
    first, second = three.mentees
    assert texts(first) == [], "who is inside needs no link"
    assert len(texts(second)) == 1
    inside = {kept.person_id for kept in await town.rows(chat_people)}
    assert inside == {await town.person_id(three.lead), await town.person_id(first)}


async def test_fewer_rights_are_named_and_enough_of_them_are_noticed(
    town: Town, three: Circle
) -> None:
    await ask_to_open(town, three.lead)
    chat = three.lead.create_group_from_button(MAKE, grant=["can_invite_users"])
    await town.settle()
    assert "메시지 고정" in three.lead.last.text
    assert "링크로 사용자 초대" not in three.lead.last.text
    assert three.lead.heard(chat) == []
    assert (await row(town, three)).missing_rights == "can_pin_messages"
    three.lead.read()
    three.lead.tap(CHECK)
    await town.settle()
    assert three.lead.toasts[-1].text == "확인하고 있어요."
    assert "메시지 고정" in together(three.lead)
    three.lead.promote_bot(chat, "can_invite_users", "can_pin_messages")
    await town.settle()
    assert "준비됐어요" in together(three.lead)
    kept = await row(town, three)
    assert kept.state == "ready"
    assert chat.description == "", "the description is not worth asking for a right"


async def test_no_rights_at_all_are_both_named_and_one_of_them_is_not_enough(
    town: Town, three: Circle
) -> None:
    await ask_to_open(town, three.lead)
    three.lead.read()
    chat = three.lead.create_group_from_button(MAKE, grant=[])
    await town.settle()
    assert "링크로 사용자 초대, 메시지 고정" in together(three.lead)
    three.lead.promote_bot(chat, "can_pin_messages")
    await town.settle()
    said = together(three.lead)
    assert "링크로 사용자 초대" in said
    assert "메시지 고정" not in said


async def test_the_bot_is_not_in_the_chat_that_was_shared(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    three.lead.read()
    chat = three.lead.create_group_from_button(MAKE)
    three.lead.remove_bot(chat)
    await town.settle()
    assert "채팅방에 없어요" in together(three.lead)
    assert (await row(town, three)).state == "lost"
    three.lead.tap(CHECK)
    await town.settle()
    assert "채팅방에 없어요" in together(three.lead)
    three.lead.tap(OPEN)
    await town.settle()
    again = three.lead.create_group_from_button(MAKE)
    await town.settle()
    kept = await row(town, three)
    assert (kept.chat_id, kept.state) == (again.id, "ready")


async def test_opening_an_open_chat_says_that_all_is_well(town: Town, three: Circle) -> None:
    await opened(town, three)
    three.lead.tap(OPEN)
    await town.settle()
    assert "잘 되어" in three.lead.last.text
    three.lead.say("/group")
    await town.settle()
    assert three.lead.last.labels == ["3조 채팅방 들어가기"]


async def test_with_a_lead_a_mentor_is_told_who_opens_the_chat(town: Town, three: Circle) -> None:
    assert three.mentor
    three.mentor.say("/group")
    await town.settle()
    assert "아직 열리지" in three.mentor.last.text
    assert three.mentor.last.labels == []
    await forge(town, three.mentor, OpenChat(three.group_id))
    assert "대표멘토가 열어요: 박대표" in three.mentor.last.text
    assert three.mentor.reply_buttons == []


async def test_a_lone_mentor_opens_the_chat(town: Town, three: Circle) -> None:
    assert three.mentor
    async with town.writing() as db:
        lead = members.c.person_id == await town.person_id(three.lead)
        await db.run(members.update().where(lead).values(group_id=None))
    await ask_to_open(town, three.mentor)
    three.mentor.create_group_from_button(MAKE)
    await town.settle()
    assert "준비됐어요" in three.mentor.last.text
    assert join_link(three.mentees[0])


async def test_a_coordinator_may_open_a_chat_for_a_group(town: Town, three: Circle) -> None:
    jiwoo = await town.coordinator("한지우")
    await forge(town, jiwoo, OpenChat(three.group_id))
    chat = jiwoo.create_group_from_button(MAKE)
    jiwoo.read()
    await town.settle()
    assert "준비됐어요" in together(jiwoo)
    assert "준비됐어요" in together(three.lead)
    assert join_link(three.lead)
    assert not await town.rows(chat_people)
    assert not town.world.chat(chat.id).join_requests


async def test_the_menus_button_opens_ones_own_chat(town: Town, three: Circle) -> None:
    await forge(town, three.lead, OpenMyChat())
    assert three.lead.reply_buttons == ["채팅방 만들기 또는 고르기"]


async def test_the_code_given_twice_looks_at_the_rights_again(town: Town, three: Circle) -> None:
    chat = await opened(town, three)
    three.lead.say(f"/bind {code_in(three.lead)}", chat)
    await town.settle()
    said = together(three.lead)
    assert "이미 3조 채팅방" in said
    assert "잘 되어 있어요" in said


async def test_telegram_gives_no_answer_about_the_rights(town: Town, three: Circle) -> None:
    await opened(town, three)
    town.world.faults.add("getChatAdministrators", "refuse", code=400, description="Bad Request: ?")
    await forge(town, three.lead, CheckChat(three.group_id))
    assert "확인이 되지 않아요" in three.lead.last.text
    three.lead.tap(CHECK)
    await town.settle()
    assert "잘 되어 있어요" in three.lead.last.text


async def test_a_look_nobody_waits_for_fails_in_silence(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    three.lead.read()
    town.world.faults.add("getChatAdministrators", "refuse", code=400, description="Bad Request: ?")
    three.lead.create_group_from_button(MAKE, grant=[])
    await town.settle()
    assert len(texts(three.lead)) == 1
    assert (await row(town, three)).missing_rights is None


async def test_no_link_can_be_made_and_checking_again_makes_one(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    town.world.faults.add("createChatInviteLink", "refuse", code=400, description="Bad Request: ?")
    three.lead.create_group_from_button(MAKE)
    await town.settle()
    assert "확인이 되지 않아요" in three.lead.last.text
    assert (await row(town, three)).state == "bound"
    three.lead.tap(CHECK)
    await town.settle()
    assert (await row(town, three)).state == "ready"
    assert "준비됐어요" in three.lead.last.text


async def test_a_mentor_who_only_brought_the_bot_in_hears_how_it_goes_on(
    town: Town, three: Circle
) -> None:
    chat = three.lead.create_group("우리끼리", supergroup=True)
    three.lead.promote_bot(three.lead.add_bot(chat))
    await town.settle()
    assert texts(three.lead) == []
    await town.pass_time(minutes=1)
    (said,) = texts(three.lead)
    assert "/bind@todak_bot" in said
    three.lead.say(f"/bind {code_in(three.lead)}", chat)
    await town.settle()
    assert (await row(town, three)).state == "ready"


async def test_nobody_is_told_of_a_chat_that_was_tied_meanwhile(town: Town, three: Circle) -> None:
    await opened(town, three, order="member first")
    await town.pass_time(minutes=5)
    assert texts(three.lead) == []


async def test_a_hint_for_somebody_who_left_the_group_is_not_given(
    town: Town, three: Circle
) -> None:
    chat = three.lead.create_group("우리끼리", supergroup=True)
    three.lead.add_bot(chat)
    await town.settle()
    async with town.writing() as db:
        await db.run(members.update().values(group_id=None))
    await town.pass_time(minutes=5)
    assert texts(three.lead) == []
