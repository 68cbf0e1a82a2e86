"""How a coordinator opens and closes a round, and what everybody hears of it."""

import pytest
from sqlalchemy import update

from rules.people import Role
from rules.programme import Stage
from sandbox.player import Player
from storage.feedback import feedback_answers, feedback_rounds
from storage.jobs import jobs
from storage.offices import programmes
from storage.outbox import outbox
from storage.people import people
from tests.feedback.rounds import (
    AGREE,
    NOT_AT_ALL,
    STRONGLY,
    close_round,
    hand_in,
    open_round,
    rate,
    six,
)
from tests.town import Town


@pytest.fixture
async def boss(town: Town) -> Player:
    return await town.coordinator("한지우")


async def test_a_coordinator_sees_how_many_would_be_asked_and_may_think_again(
    town: Town, boss: Player
) -> None:
    circle = await six(town)
    boss.say("/feedback")
    await town.settle()
    assert "아직 시작하지 않았어요" in boss.last.text
    boss.tap("피드백 시작하기")
    await town.settle()
    assert "참여자 6명에게" in boss.last.text
    boss.tap("취소")
    await town.settle()
    assert "아직 시작하지 않았어요" in boss.last.text
    assert await town.rows(feedback_rounds) == []
    assert circle.lead.read() == []


async def test_two_coordinators_pressing_at_once_open_one_round(town: Town, boss: Player) -> None:
    other = await town.coordinator("오담당")
    circle = await six(town)
    for each in (boss, other):
        each.say("/feedback")
        await town.settle()
        each.tap("피드백 시작하기")
        await town.settle()
    boss.tap("네, 지금 물어볼게요")
    other.tap("네, 지금 물어볼게요")
    await town.settle()
    assert len(await town.rows(feedback_rounds)) == 1
    assert len(circle.lead.read()) == 1
    assert "6명 중 0명이 참여했어요" in other.last.text


async def test_an_old_button_to_open_shows_the_round_that_is_open(town: Town, boss: Player) -> None:
    await six(town)
    boss.say("/feedback")
    await town.settle()
    old = boss.last
    await open_round(town, boss)
    boss.tap("피드백 시작하기", message=old)
    await town.settle()
    assert "받고 있어요" in next(m.text for m in boss.heard() if m.id == old.id)


async def test_a_button_of_another_programme_opens_nothing(town: Town, boss: Player) -> None:
    await six(town)
    boss.say("/feedback")
    await town.settle()
    boss.tap("피드백 시작하기")
    await town.settle()
    async with town.writing() as db:
        await db.run(update(programmes).values(stage=Stage.CLOSED.value))
    await town.programme("2027 멘토링")
    boss.tap("네, 지금 물어볼게요")
    await town.settle()
    assert "2027 멘토링" in boss.last.text
    assert await town.rows(feedback_rounds) == []


async def test_without_anybody_registered_there_is_nobody_to_ask(town: Town, boss: Player) -> None:
    await town.on_roster("김하늘")
    boss.say("/feedback")
    await town.settle()
    boss.tap("피드백 시작하기")
    await town.settle()
    boss.tap("네, 지금 물어볼게요")
    await town.settle()
    assert "등록한 참여자가 없어서" in boss.last.text
    assert await town.rows(feedback_rounds) == []


async def test_without_a_programme_a_coordinator_is_shown_the_way_to_the_roster(
    town: Town, boss: Player
) -> None:
    boss.say("/feedback")
    await town.settle()
    assert "아직 프로그램이 없어요" in boss.last.text
    assert boss.last.labels == ["📋 명단"]


async def test_whoever_registers_later_finds_the_questions_under_feedback(
    town: Town, boss: Player
) -> None:
    await six(town)
    await open_round(town, boss)
    late = await town.resident("늦둥이", Role.MENTEE)
    late.say("/feedback")
    await town.settle()
    await hand_in(town, late, "늦었지만 좋았어요")
    assert len(await town.rows(feedback_answers)) == 1


async def test_while_it_is_open_only_the_turnout_is_shown(town: Town, boss: Player) -> None:
    circle = await six(town)
    await open_round(town, boss)
    for player in circle.everyone:
        await hand_in(town, player)
    boss.say("/feedback")
    await town.settle()
    assert "6명 중 6명이 참여했어요" in boss.last.text
    assert "점" not in boss.last.text.split("참여했어요")[1]


async def test_after_the_end_the_coordinator_sees_means_and_counts(
    town: Town, boss: Player
) -> None:
    circle = await six(town)
    await open_round(town, boss)
    for player in circle.everyone[:5]:
        await hand_in(town, player)
    last = circle.everyone[5]
    await rate(town, last, NOT_AT_ALL, AGREE, STRONGLY, STRONGLY)
    last.say("덕분에 잘 지냈어요")
    await town.settle()
    await close_round(town, boss)
    assert "모두 6명이 답했어요" in boss.last.text
    assert (
        "우리 그룹은 꾸준히 만났어요. 4.3점\n   5: 5 · 4: 0 · 3: 0 · 2: 0 · 1: 1" in boss.last.text
    )
    assert "권하고 싶어요. 1.7점" in boss.last.text
    assert "덕분에" not in boss.last.text


async def test_of_four_sheets_nothing_is_shown_and_it_is_said_why(town: Town, boss: Player) -> None:
    circle = await six(town)
    await open_round(town, boss)
    for player in circle.everyone[:4]:
        await hand_in(town, player)
    await close_round(town, boss)
    assert "4명이 답했어요. 5명보다 적으면" in boss.last.text
    assert "점" not in boss.last.text.split("4명이")[1]


async def test_closing_may_be_thought_over_and_an_old_button_to_close_closes_no_other_round(
    town: Town, boss: Player
) -> None:
    await six(town)
    await open_round(town, boss)
    boss.say("/feedback")
    await town.settle()
    card = boss.last
    boss.tap("피드백 마치기")
    await town.settle()
    assert "0명이 참여했어요" in boss.last.text
    boss.tap("취소", message=card)
    await town.settle()
    boss.tap("피드백 마치기", message=card)
    await town.settle()
    await close_round(town, boss)
    await open_round(town, boss)
    boss.tap("네, 마칠게요", message=card)
    await town.settle()
    first, second = await town.rows(feedback_rounds)
    assert first.closed_at is not None
    assert second.closed_at is None


async def test_an_old_button_that_asks_whether_to_close_shows_what_is(
    town: Town, boss: Player
) -> None:
    await six(town)
    await open_round(town, boss)
    boss.say("/feedback")
    await town.settle()
    old = boss.last
    await close_round(town, boss)
    boss.tap("피드백 마치기", message=old)
    await town.settle()
    assert "에 마쳤어요" in next(m.text for m in boss.heard() if m.id == old.id)


async def test_a_button_to_close_does_nothing_to_a_round_that_was_closed_meanwhile(
    town: Town, boss: Player
) -> None:
    await six(town)
    await open_round(town, boss)
    boss.say("/feedback")
    await town.settle()
    boss.tap("피드백 마치기")
    await town.settle()
    card = boss.last
    await close_round(town, boss)
    ended = (await town.rows(feedback_rounds))[0].closed_at
    await town.pass_time(minutes=5)
    boss.tap("네, 마칠게요", message=card)
    await town.settle()
    assert (await town.rows(feedback_rounds))[0].closed_at == ended
    assert len(await town.rows(jobs, name="feedback.clean")) == 1


async def test_who_has_not_been_asked_yet_is_not_asked_after_the_end(
    town: Town, boss: Player
) -> None:
    circle = await six(town)
    town.world.faults.add("sendMessage", "flood", retry_after=60, chat_id=circle.lead.id)
    await open_round(town, boss)
    assert circle.lead.read() == []
    await close_round(town, boss)
    await town.pass_time(minutes=5)
    assert circle.lead.read() == []
    lead = await town.person_id(circle.lead)
    (call,) = await town.rows(outbox, key=f"feedback:1:first:{lead}")
    assert (call.state, call.params) == ("withdrawn", None)


async def test_a_coordinator_who_takes_part_answers_too(town: Town, boss: Player) -> None:
    circle = await six(town)
    lead = await town.person_id(circle.lead)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.id == lead).values(coordinator=True))
    await open_round(town, boss)
    circle.lead.say("/feedback")
    await town.settle()
    circle.lead.tap("나도 답하기")
    await town.settle()
    await hand_in(town, circle.lead)
    assert len(await town.rows(feedback_answers)) == 1
