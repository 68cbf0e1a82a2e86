"""What is not theirs to open: wrong people, wrong codes, taken chats; a kind word each time."""

import pytest

from handlers.chat_setup import CheckChat
from handlers.doors import MyGroup, OpenChat, OpenMyChat
from rules.people import Role
from sandbox.post import service
from storage.members import members
from tests.chat.chat_town import (
    MAKE,
    ask_to_open,
    code_in,
    forge,
    opened,
    row,
    texts,
    together,
)
from tests.town import Circle, Town


@pytest.fixture
async def three(town: Town) -> Circle:
    return await town.group(3)


async def test_of_two_who_open_at_once_the_first_wins_and_the_second_is_told(town: Town) -> None:
    circle = await town.group(3, lead="박대표", mentor="이중간")
    second = await town.resident("최대표", Role.LEAD, group_id=circle.group_id)
    await ask_to_open(town, circle.lead)
    await ask_to_open(town, second)
    first_chat = circle.lead.create_group_from_button(MAKE)
    second_chat = second.create_group_from_button(MAKE)
    second.read()
    await town.settle()
    assert (await row(town, circle)).chat_id == first_chat.id
    assert "박대표 님이 먼저" in together(second)
    assert second.heard(second_chat) == []
    assert second.reply_buttons == []


@pytest.mark.parametrize("press", [OpenMyChat(), MyGroup()])
async def test_somebody_without_a_group_hears_so(town: Town, press: object) -> None:
    lone = await town.resident("홀로", Role.LEAD)
    await forge(town, lone, press)
    assert "아직 속하신 그룹이 없어요" in lone.last.text


async def test_buttons_for_groups_that_are_not_theirs_or_not_there(
    town: Town, three: Circle
) -> None:
    other = await town.group(4, lead="오대표", mentor=None, mentees=())
    await forge(town, other.lead, OpenChat(three.group_id))
    assert "3조의 멘토나 담당자만" in other.lead.toasts[-1].text
    for gone in (OpenChat(99), CheckChat(99), CheckChat(three.group_id)):
        await forge(town, other.lead, gone)
        assert "예전에" in other.lead.toasts[-1].text
    await opened(town, three)
    await forge(town, other.lead, CheckChat(three.group_id))
    assert "3조의 멘토나 담당자만" in other.lead.toasts[-1].text


async def test_another_groups_mentor_and_a_mentee_can_not_use_the_code(
    town: Town, three: Circle
) -> None:
    other = await town.group(4, lead="오대표", mentor=None, mentees=())
    await ask_to_open(town, three.lead)
    code = code_in(three.lead)
    for player in (other.lead, three.mentees[0]):
        player.read()
        chat = player.create_group("아무 방", supergroup=True)
        player.promote_bot(player.add_bot(chat))
        player.say(f"/bind {code}", chat)
        await town.settle()
        assert "3조의 멘토나 담당자만" in together(player)
        assert player.heard(chat) == []
    assert (await row(town, three)).chat_id is None


async def test_a_keyboard_kept_from_another_group_opens_nothing(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    async with town.writing() as db:
        lead = members.c.person_id == await town.person_id(three.lead)
        await db.run(members.update().where(lead).values(group_id=None))
    three.lead.create_group_from_button(MAKE)
    await town.settle()
    assert "3조의 멘토나 담당자만" in three.lead.last.text
    assert three.lead.reply_buttons == []
    assert (await row(town, three)).chat_id is None


async def test_a_chat_of_another_group_is_not_taken(town: Town, three: Circle) -> None:
    chat = await opened(town, three)
    four = await town.group(4, lead="오대표", mentor=None, mentees=())
    await ask_to_open(town, four.lead)
    three.lead.add_member(chat, four.lead)
    four.lead.say(f"/bind {code_in(four.lead)}", chat)
    await town.settle()
    assert "다른 그룹이 쓰고" in four.lead.last.text
    assert (await row(town, three)).chat_id == chat.id


async def test_a_public_group_is_refused_because_it_has_no_gate(town: Town, three: Circle) -> None:
    await ask_to_open(town, three.lead)
    shared = {"request_id": three.group_id, "chat_id": -77, "username": "everybody"}
    service(town.world, three.lead.private, three.lead.id, {"chat_shared": shared})
    await town.settle()
    assert "비공개로" in three.lead.last.text
    assert (await row(town, three)).chat_id is None


async def test_a_wrong_code_is_answered_in_private_and_a_strangers_not_at_all(
    town: Town, three: Circle
) -> None:
    chat = three.lead.create_group("우리끼리", supergroup=True)
    three.lead.add_bot(chat)
    three.lead.say("/bind", chat)
    await town.settle()
    assert "코드가 맞지 않아요" in three.lead.last.text
    nobody = await town.stranger()
    three.lead.add_member(chat, nobody)
    nobody.say("/bind ABCD2345", chat)
    nobody.say("/start@todak_bot ABCD2345", chat)
    nobody.say("/start@todak_bot", chat)
    nobody.say("/group", chat)
    three.lead.say("/group", chat)
    three.lead.say("/start@todak_bot", chat)
    await town.settle()
    assert nobody.heard() == []
    assert nobody.heard(chat) == []


async def test_a_mentee_or_a_stranger_who_brings_the_bot_in_hears_nothing(
    town: Town, three: Circle
) -> None:
    nobody = await town.stranger()
    for player in (three.mentees[0], nobody):
        chat = player.create_group("아무 방", supergroup=True)
        player.promote_bot(player.add_bot(chat))
        await town.settle()
        await town.pass_time(minutes=5)
        assert texts(player) == []
        assert player.heard(chat) == []
