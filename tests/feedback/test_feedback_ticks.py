"""What happens around a round by itself: reminding, forgetting, cleaning."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from handlers.house import Bench
from sandbox.player import Player
from storage.due import due_rows
from storage.feedback import feedback_answers
from storage.steps import steps
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


async def test_who_has_not_answered_is_reminded_once_by_daylight(town: Town, boss: Player) -> None:
    circle = await six(town)
    haneul, bada = circle.mentees[:2]
    await open_round(town, boss)  # nine in the morning; twenty hours later everybody sleeps
    await hand_in(town, haneul)
    bada.block_bot()
    await town.settle()
    for player in circle.everyone:
        player.read()
    seoul = ZoneInfo("Asia/Seoul")
    await town.until(datetime(2026, 3, 3, 8, 59, tzinfo=seoul))
    assert circle.lead.read() == []
    await town.until(datetime(2026, 3, 3, 9, 0, tzinfo=seoul))
    (reminder,) = circle.lead.read()
    assert "아직 피드백을 받지 못했어요" in reminder.text
    assert haneul.read() == []
    await town.pass_time(days=7)
    assert circle.lead.read() == []
    await hand_in(town, circle.lead)
    assert len(await town.rows(feedback_answers)) == 2


async def test_nobody_is_reminded_of_a_round_that_has_ended(town: Town, boss: Player) -> None:
    circle = await six(town)
    await open_round(town, boss)
    await close_round(town, boss)
    circle.lead.read()
    await town.pass_time(days=3)
    assert circle.lead.read() == []


async def test_a_sheet_begun_and_left_is_forgotten_after_a_day(town: Town, boss: Player) -> None:
    circle = await six(town)
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await rate(town, haneul, STRONGLY, AGREE, STRONGLY, NOT_AT_ALL)
    await town.pass_time(hours=23)
    assert [step.name for step in await town.rows(steps)] == ["feedback.word"]
    await town.pass_time(hours=2)
    assert await town.rows(steps) == []
    haneul.tap("글 없이 제출하기")
    await town.settle()
    assert len(await town.rows(feedback_answers)) == 1


async def test_cleaning_that_failed_is_tried_again_in_an_hour(town: Town, boss: Player) -> None:
    tries = []

    async def hindered(bench: Bench, args: dict[str, object]) -> bool:
        tries.append(args)
        return len(tries) > 1

    town.app.house.jobs["feedback.clean"] = hindered
    await six(town)
    await open_round(town, boss)
    await close_round(town, boss)
    assert len(tries) == 1
    await town.pass_time(minutes=61)
    assert len(tries) == 2
    await town.pass_time(hours=5)
    assert len(tries) == 2


async def test_a_reminder_without_its_round_says_nothing(town: Town, boss: Player) -> None:
    circle = await six(town)
    await open_round(town, boss)
    circle.lead.read()
    async with town.writing() as db:
        await db.run(update(due_rows).values(ref=99))
    await town.pass_time(days=2)
    assert circle.lead.read() == []
