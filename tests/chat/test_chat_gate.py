"""Exactly the people of a group come into its chat, and the bot knows who is inside."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from handlers.buttons import pack, unpack
from handlers.chat_gate import Turned
from handlers.doors import MyGroup
from rules.language import Language
from rules.people import Role
from sandbox.membership import Joining
from sandbox.player import Player
from sandbox.state import Chat
from storage import due
from storage.chats import chat_people
from storage.people import people
from tests.chat.chat_town import forge, join_link, opened, texts
from tests.town import Circle, Town


@dataclass(frozen=True, slots=True)
class Open:
    """Group 3 with its open chat, and a coordinator."""

    circle: Circle
    chat: Chat
    link: str
    jiwoo: Player


@pytest.fixture
async def three(town: Town) -> Open:
    circle = await town.group(3)
    jiwoo = await town.coordinator("한지우")
    chat = await opened(town, circle)
    jiwoo.read()
    return Open(circle, chat, join_link(circle.mentees[0]), jiwoo)


async def inside(town: Town) -> set[int]:
    return {row.person_id for row in await town.rows(chat_people)}


async def ids(town: Town, players: Sequence[Player]) -> set[int]:
    return {await town.person_id(player) for player in players}


async def test_everybody_of_the_group_comes_in_by_the_button(town: Town, three: Open) -> None:
    for player in three.circle.everyone[1:]:
        assert player.tap("들어가기") is Joining.REQUESTED
        await town.settle()
        assert player.is_in(three.chat)
        assert texts(player) == []
    assert await inside(town) == await ids(town, three.circle.everyone)
    assert texts(three.jiwoo) == []


async def test_a_stranger_is_turned_away_with_a_kind_word_in_their_language(
    town: Town, three: Open
) -> None:
    nobody = await town.stranger()
    lucy = town.world.person("Lucy", language_code="en")
    for player in (nobody, lucy):
        assert player.request_to_join(three.link) is Joining.REQUESTED
        await town.settle()
        assert not player.is_in(three.chat)
    assert three.chat.join_requests == {}
    assert "초대받은 분들만" in nobody.last.text
    assert "only for people invited" in lucy.last.text
    assert len(texts(nobody)) == 1


async def test_somebody_of_another_group_is_turned_away(town: Town, three: Open) -> None:
    four = await town.group(4, lead="오대표", mentor=None, mentees=())
    for player in (four.lead, three.jiwoo):
        player.request_to_join(three.link)
        await town.settle()
        assert not player.is_in(three.chat)
        assert "그 그룹의 참여자만" in player.last.text


async def test_somebody_who_has_not_finished_registering_is_told_how_to(
    town: Town, three: Open
) -> None:
    late = await town.resident("나중", group_id=three.circle.group_id)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.name == "나중").values(registered_at=None))
    late.request_to_join(three.link)
    await town.settle()
    assert not late.is_in(three.chat)
    assert "등록을 마친 다음" in late.last.text


async def test_after_five_minutes_a_stranger_is_declined_without_a_word(
    town: Town, three: Open
) -> None:
    nobody = await town.stranger()
    nobody.request_to_join(three.link)
    await town.app.intake.poll()
    await town.app.edge.step()
    await town.pass_time(minutes=6)
    assert three.chat.join_requests == {}
    assert texts(nobody) == []


async def test_what_another_administrator_decided_first_stands(town: Town, three: Open) -> None:
    first, second = three.circle.mentees
    first.request_to_join(three.link)
    second.request_to_join(three.link)
    three.circle.lead.approve(three.chat, first)
    three.circle.lead.decline(three.chat, second)
    await town.settle()
    assert first.is_in(three.chat)
    assert not second.is_in(three.chat)
    nobody = await town.stranger()
    nobody.request_to_join(three.link)
    three.circle.lead.decline(three.chat, nobody)
    await town.settle()
    assert len(texts(nobody)) == 1


async def test_who_leaves_is_no_longer_known_to_be_inside(town: Town, three: Open) -> None:
    haneul = three.circle.mentees[0]
    haneul.tap("들어가기")
    await town.settle()
    haneul.leave(three.chat)
    await town.settle()
    assert await inside(town) == await ids(town, [three.circle.lead])


async def test_the_coordinators_are_told_once_of_somebody_added_by_hand(
    town: Town, three: Open
) -> None:
    four = await town.group(4, lead="오대표", mentor=None, mentees=())
    nobody = await town.stranger("나그네")
    for player in (nobody, four.lead):
        for _ in range(2):
            three.circle.lead.add_member(three.chat, player)
            await town.settle()
            player.leave(three.chat)
            await town.settle()
    unknown, known = texts(three.jiwoo)
    assert "참여자가 아닌 분" in unknown
    assert "나그네" not in unknown
    assert "오대표 님이" in known
    assert texts(nobody) == []


async def test_a_coordinator_in_the_chat_is_no_surprise(town: Town, three: Open) -> None:
    three.circle.lead.add_member(three.chat, three.jiwoo)
    await town.settle()
    assert texts(three.jiwoo) == []
    assert await inside(town) == await ids(town, [three.circle.lead])


async def test_chats_nobody_knows_are_left_alone(town: Town, three: Open) -> None:
    chat = three.jiwoo.create_group("다른 방", supergroup=True)
    chat = three.jiwoo.promote_bot(three.jiwoo.add_bot(chat))
    link = town.world.call(
        "createChatInviteLink", {"chat_id": chat.id, "creates_join_request": True}
    ).result["invite_link"]
    nobody = await town.stranger()
    three.jiwoo.add_member(chat, three.circle.mentees[0])
    nobody.request_to_join(link)
    await town.settle()
    assert list(chat.join_requests) == [nobody.id]
    assert nobody.heard() == []
    assert texts(three.jiwoo) == []


async def test_who_came_to_the_group_later_gets_the_link_too(town: Town, three: Open) -> None:
    late = await town.resident("나중", group_id=three.circle.group_id)
    haneul = three.circle.mentees[0]
    haneul.tap("들어가기")
    await town.settle()
    async with town.writing() as db:
        for member in (await town.member_id(late), await town.member_id(haneul), 999):
            key = f"chat:link:{member}"
            await due.plan(db, ("chat", "link"), member, town.now, key)
    await town.settle()
    assert late.last.buttons == [("3조 채팅방 들어가기", three.link)]
    assert texts(haneul) == []


async def test_group_shows_the_people_in_private_and_in_the_chat(town: Town, three: Open) -> None:
    haneul = three.circle.mentees[0]
    await forge(town, haneul, MyGroup())
    assert "• 박대표 (대표멘토)\n• 이중간 (멘토)\n• 김하늘 (멘티)" in haneul.last.text
    assert haneul.last.buttons == [("3조 채팅방 들어가기", three.link)]
    three.circle.lead.say("/group", three.chat)
    await town.settle()
    said = three.circle.lead.last_in(three.chat)
    assert "3조와 함께하는 분들" in said.text
    assert "김하늘" in said.text


async def test_group_in_the_chat_is_for_its_people(town: Town, three: Open) -> None:
    four = await town.group(4, lead="오대표", mentor=None, mentees=())
    three.circle.lead.add_member(three.chat, four.lead)
    four.lead.say("/group", three.chat)
    await town.settle()
    assert "속한 분만" in four.lead.last_in(three.chat).text
    nobody = await town.stranger()
    three.circle.lead.add_member(three.chat, nobody)
    before = len(nobody.heard(three.chat))
    nobody.say("/group", three.chat)
    await town.settle()
    assert len(nobody.heard(three.chat)) == before


async def test_a_group_whose_chat_is_being_set_up_says_so(town: Town) -> None:
    circle = await town.group(3)
    await opened(town, circle, grant=[])
    assert circle.mentor
    for player, labels in ((circle.mentor, ["다시 확인하기"]), (circle.mentees[0], [])):
        player.say("/group")
        await town.settle()
        assert "준비하고 있어요" in player.last.text
        assert player.last.labels == labels


async def test_a_lead_and_a_mentee_of_english_words_read_english(town: Town) -> None:
    circle = await town.group(3)
    emma = await town.resident("Emma", Role.MENTEE, group_id=circle.group_id, language=Language.EN)
    await opened(town, circle)
    assert emma.last.labels == ["Join the chat of group 3"]


def test_what_waits_for_an_outcome_travels() -> None:
    assert unpack(pack(Turned(-1002000000001, 5000000001))) == Turned(-1002000000001, 5000000001)
