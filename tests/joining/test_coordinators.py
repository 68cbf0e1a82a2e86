"""Coordinators: their own first link, and the file of everybody's links."""

import csv
import io

from handlers.joining import invite_coordinator, invite_links
from handlers.joining_links import CoordinatorInvited, CoordinatorThere, NoName
from rules.people import Role
from sandbox.player import Player
from storage.invites import invites
from storage.people import people
from tests.joining.links import desk, newcomer, press, say
from tests.town import Town


async def invite(town: Town, name: str) -> CoordinatorInvited | CoordinatorThere | NoName:
    async with desk(town) as at:
        return await invite_coordinator(at, name)


async def first_coordinator(town: Town, language_code: str = "ko") -> Player:
    made = await invite(town, " 한지우 ")
    assert isinstance(made, CoordinatorInvited)
    return await newcomer(town, "한지우", made.link, language_code)


def table(player: Player) -> list[list[str]]:
    document = player.last.document
    assert document
    return list(csv.reader(io.StringIO(document.data.decode("utf-8-sig"))))


async def test_the_first_coordinator_comes_in_before_there_is_any_programme(town: Town) -> None:
    jiwoo = await first_coordinator(town)
    await press(town, jiwoo, "동의해요")
    assert "역할: 담당자 (한빛구청)" in jiwoo.last.text
    await press(town, jiwoo, "맞아요")
    assert "명단" in jiwoo.last.text
    (row,) = await town.rows(people)
    assert (row.name, row.coordinator, row.user_id) == ("한지우", True, jiwoo.id)


async def test_a_coordinator_sees_their_own_commands_once_registered(town: Town) -> None:
    jiwoo = await first_coordinator(town)
    await press(town, jiwoo, "동의해요")
    scope = f"chat:{jiwoo.id}"
    assert f"{scope}/" not in town.world.state.commands
    await press(town, jiwoo, "맞아요")
    ko, en = (town.world.state.commands[f"{scope}/{language}"] for language in ("", "en"))
    assert {"command": "me", "description": "내 정보와 저장된 내용 보기"} in ko
    assert {"command": "me", "description": "Your details and what is stored"} in en


async def test_a_participant_gets_no_menu_of_their_own(town: Town) -> None:
    await town.resident("김하늘")
    assert not [scope for scope in town.world.state.commands if scope.startswith("chat:")]


async def test_inviting_the_same_coordinator_again_makes_nobody_twice(town: Town) -> None:
    first = await invite(town, "한지우")
    second = await invite(town, "한지우")
    assert isinstance(first, CoordinatorInvited)
    assert isinstance(second, CoordinatorInvited)
    assert first.link != second.link
    assert len(await town.rows(people)) == 1
    jiwoo = await newcomer(town, "한지우", first.link)
    await press(town, jiwoo, "동의해요")
    assert await invite(town, "한지우") == CoordinatorThere("한지우")


async def test_a_coordinator_is_not_mixed_up_with_a_participant_of_that_name(town: Town) -> None:
    await town.on_roster("한지우")
    assert isinstance(await invite(town, "한지우"), CoordinatorInvited)
    assert [row.coordinator for row in await town.rows(people)] == [False, True]


async def test_what_is_no_name_is_refused(town: Town) -> None:
    assert await invite(town, "  ") == NoName()
    assert await invite(town, "가" * 61) == NoName()
    assert await town.rows(people) == []


async def test_the_file_of_links_is_one_button_away(town: Town) -> None:
    jiwoo = await town.coordinator()
    await town.resident("이미등록")
    for name, role in (("박대표", Role.LEAD), ("김하늘", Role.MENTEE), ("=1+1", Role.MENTEE)):
        await town.on_roster(name, role)
    await say(town, jiwoo, "/start")
    await press(town, jiwoo, "🔗 초대 링크 받기")
    heading, *rows = table(jiwoo)
    assert heading == ["이름", "역할", "부서", "초대 링크"]
    assert [row[:2] for row in rows] == [
        ["박대표", "대표멘토"],
        ["김하늘", "멘티"],
        ["'=1+1", "멘티"],
    ]
    assert "3명" in jiwoo.last.text
    assert "4월 1일" in jiwoo.last.text
    document = jiwoo.last.document
    assert document
    assert document.name == "초대링크-20260302.csv"
    haneul = await newcomer(town, "김하늘", rows[1][3])
    await press(town, haneul, "동의해요")
    assert (await town.rows(people, name="김하늘"))[0].user_id == haneul.id


async def test_a_link_is_at_the_bot_and_within_telegrams_limit(town: Town) -> None:
    await town.on_roster("김하늘")
    programme_id = await town.programme()
    async with desk(town) as at:
        (link,) = await invite_links(at, programme_id, frozenset({Role.MENTEE}))
        assert await invite_links(at, programme_id, frozenset({Role.LEAD})) == []
    start, _, token = link.link.partition("?start=")
    assert start == "https://t.me/todak_bot"
    assert len(token) == 32
    assert len(await town.rows(invites)) == 1


async def test_when_everybody_is_in_there_is_no_file(town: Town) -> None:
    jiwoo = await town.coordinator()
    await town.resident("김하늘")
    await say(town, jiwoo, "/start")
    await press(town, jiwoo, "🔗 초대 링크 받기")
    assert "초대할 분이 없어요" in jiwoo.last.text


async def test_without_a_programme_there_is_nobody_to_invite(town: Town) -> None:
    jiwoo = await town.coordinator()
    await say(town, jiwoo, "/start")
    await press(town, jiwoo, "🔗 초대 링크 받기")
    assert "아직 명단이 없어요" in jiwoo.last.text
