"""Which programme a roster goes into, and what it is called."""

from storage.members import members
from storage.offices import programmes
from storage.people import people
from tests.roster.rosters import CIRCLE, csv_of, imported, send
from tests.town import Town


async def test_the_coordinator_may_name_the_programme(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    boss.tap("프로그램 이름 바꾸기")
    await town.settle()
    boss.say("가" * 61)
    await town.settle()
    assert "60자까지" in boss.last.text
    boss.say("2026 토닥토닥")
    await town.settle()
    assert "새 프로그램: 2026 토닥토닥" in boss.last.text
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert [row.name for row in await town.rows(programmes)] == ["2026 토닥토닥"]


async def test_a_name_that_comes_too_late_is_answered_kindly(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    boss.tap("프로그램 이름 바꾸기")
    await town.settle()
    await town.pass_time(hours=25)
    boss.say("2026 토닥토닥")
    await town.settle()
    assert "이미 처리했거나" in boss.last.text


async def test_a_programme_that_has_ended_is_not_filled_again(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await imported(town, boss, *CIRCLE)
    async with town.writing() as db:
        await db.run(programmes.update().values(stage="closed", name="올해 멘토링"))
    await send(town, boss, "올해 멘토링 명단.csv", csv_of(*CIRCLE))
    assert "이미 끝났어요" in boss.last.text
    boss.tap("프로그램 이름 바꾸기")
    await town.settle()
    boss.say("내년 멘토링")
    await town.settle()
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert [row.name for row in await town.rows(programmes)] == ["올해 멘토링", "내년 멘토링"]
    assert len(await town.rows(members)) == 8
    assert len(await town.rows(people)) == 5, "who took part before is the same person"


async def test_a_programme_that_ends_before_the_button_is_pressed_asks_for_another_name(
    town: Town,
) -> None:
    boss = await town.coordinator("한지우")
    await town.programme("명단")
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    async with town.writing() as db:
        await db.run(programmes.update().values(stage="closed"))
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert "‘명단’ 프로그램은 이미 끝났어요" in boss.last.text
    boss.say("새 멘토링")
    await town.settle()
    assert "새 프로그램: 새 멘토링" in boss.last.text


async def test_who_comes_after_the_groups_were_formed_is_said_to_have_none(town: Town) -> None:
    boss = await town.coordinator("한지우")
    await town.group(lead="오대표", mentor="조중간", mentees=("신하나",))
    await send(town, boss, "명단.csv", csv_of(*CIRCLE))
    assert "아직 그룹이 없어요" in boss.last.text
    boss.tap("4명 명단에 올리기")
    await town.settle()
    assert boss.last.labels == ["🔗 초대 링크 받기"]
