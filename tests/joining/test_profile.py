"""The profile is right, or something is wrong with it: registered either way."""

import pytest

from rules.people import Role
from sandbox.player import Player
from storage.members import members
from storage.people import people
from storage.steps import steps
from storage.tables import metadata
from tests.joining.links import invited, newcomer, press, say
from tests.town import Town

NOTE = "지금은 <복지정책과>에서 일해요 & 직급은 8급이에요"


async def agreed(town: Town, name: str = "김하늘", role: Role = Role.MENTEE) -> Player:
    player = await newcomer(town, name, await invited(town, name, role))
    await press(town, player, "동의해요")
    return player


async def registered_at(town: Town, player: Player) -> object:
    return (await town.rows(people, user_id=player.id))[0].registered_at


async def test_what_is_wrong_reaches_the_coordinators_and_the_person_is_registered(
    town: Town,
) -> None:
    jiwoo, minho = await town.coordinator(), await town.coordinator("오민호")
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    assert await registered_at(town, haneul) == town.now
    assert "적어 보내 주시면" in haneul.last.text
    for coordinator in (jiwoo, minho):
        assert "김하늘 님이 본인 정보에 틀린 곳이 있다고" in coordinator.last.text
        assert "행정지원과" in coordinator.last.text
    await say(town, haneul, NOTE)
    assert NOTE in jiwoo.last.text
    assert NOTE in minho.last.text
    passed, welcome = haneul.heard()[-2:]
    assert "그대로 전했어요" in passed.text
    assert "등록이 끝났어요" in welcome.text


async def test_the_note_is_passed_on_and_kept_nowhere(town: Town) -> None:
    await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    await say(town, haneul, NOTE)
    for table in metadata.sorted_tables:
        assert all("복지정책과" not in str(row) for row in await town.rows(table)), table.name


async def test_a_note_that_is_too_long_is_asked_for_again(town: Town) -> None:
    jiwoo = await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    jiwoo.read()
    await say(town, haneul, "가" * 1001)
    assert "1000자 안으로" in haneul.last.text
    assert jiwoo.read() == []
    await say(town, haneul, "가" * 1000)
    assert "가" * 1000 in jiwoo.last.text


async def test_nobody_has_to_write_what_is_wrong(town: Town) -> None:
    jiwoo = await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    jiwoo.read()
    haneul.tap("적지 않을래요")
    haneul.tap("적지 않을래요")
    await town.settle()
    assert [said.text for said in haneul.heard() if "등록이 끝났어요" in said.text] != []
    assert jiwoo.read() == []
    assert await town.rows(steps) == []
    haneul.read()
    await say(town, haneul, "안녕하세요")
    assert len(haneul.read()) == 1
    assert jiwoo.read() == []


async def test_an_old_skip_button_leaves_another_step_alone(town: Town) -> None:
    await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    await say(town, haneul, NOTE)
    haneul.read()
    await press(town, haneul, "적지 않을래요")
    assert haneul.read() == []
    assert haneul.waiting_presses == 0


async def test_a_command_leaves_the_question_behind_and_the_person_stays_registered(
    town: Town,
) -> None:
    jiwoo = await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    jiwoo.read()
    await say(town, haneul, "/me")
    await say(town, haneul, "부서가 달라요")
    assert "이해하지 못했어요" in haneul.last.text
    assert jiwoo.read() == []


async def test_a_killed_bot_still_waits_for_the_note(town: Town) -> None:
    jiwoo = await town.coordinator()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    await town.restart()
    await say(town, haneul, NOTE)
    assert NOTE in jiwoo.last.text


async def test_without_a_coordinator_the_person_hears_whom_to_tell(town: Town) -> None:
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    asked, welcome = haneul.heard()[-2:]
    assert "직접 알려 주세요" in asked.text
    assert "인사팀" in asked.text
    assert "등록이 끝났어요" in welcome.text
    assert await registered_at(town, haneul) is not None


async def test_a_coordinator_who_blocked_the_bot_is_not_counted_on(town: Town) -> None:
    (await town.coordinator()).block_bot()
    await town.settle()
    haneul = await agreed(town)
    await press(town, haneul, "틀린 곳이 있어요")
    assert "직접 알려 주세요" in haneul.heard()[-2].text


async def test_the_same_day_the_coordinators_are_told_once(town: Town) -> None:
    jiwoo = await town.coordinator()
    haneul = await agreed(town)
    jiwoo.read()
    haneul.tap("틀린 곳이 있어요")
    haneul.tap("틀린 곳이 있어요")
    await town.settle()
    assert len(jiwoo.read()) == 1
    await say(town, haneul, NOTE)
    assert "등록이 끝났어요" in haneul.last.text


async def test_later_too_a_person_can_say_that_something_is_wrong(town: Town) -> None:
    jiwoo, haneul = await town.coordinator(), await town.resident("김하늘")
    await say(town, haneul, "/me")
    await press(town, haneul, "틀린 곳이 있어요")
    jiwoo.read()
    haneul.read()
    await say(town, haneul, NOTE)
    assert NOTE in jiwoo.last.text
    assert ["그대로 전했어요" in said.text for said in haneul.read()] == [True]
    await say(town, haneul, "/me")
    assert "틀린 곳이 있어요" in haneul.last.labels


@pytest.mark.parametrize(
    ("role", "said"), [(Role.LEAD, "버튼 하나로"), (Role.MENTOR, "따로 하실 일은 없어요")]
)
async def test_each_role_hears_what_comes_next(town: Town, role: Role, said: str) -> None:
    player = await agreed(town, "박대표", role)
    await press(town, player, "맞아요")
    assert said in player.last.text


async def test_who_comes_after_the_groups_were_formed_hears_theirs(town: Town) -> None:
    circle = await town.group(3)
    await circle.chat()
    link = await invited(town, "늦은이")
    async with town.writing() as db:
        unplaced = members.update().where(members.c.group_id.is_(None))
        await db.run(unplaced.values(group_id=circle.group_id))
    late = await newcomer(town, "늦은이", link)
    await press(town, late, "동의해요")
    assert "그룹: 3조" in late.last.text
    await press(town, late, "맞아요")
    heard = late.heard()
    assert any("이미 3조로" in message.text for message in heard)
    assert any("3조 채팅방 들어가기" in message.labels for message in heard)
