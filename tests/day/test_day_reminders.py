"""Reminders come the day before and two hours before, and never when they help nobody any more.

It is Monday, 2 March 2026, nine in the morning in Seoul; the day is Friday the 13th at 18:30.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.player import Player
from storage.days import days
from storage.due import due_rows
from storage.outbox import outbox
from tests.town import Circle, Town, open_town, swift_settings

FRIDAY_EVENING = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)
DAY_BEFORE = FRIDAY_EVENING - timedelta(hours=24)
SHORTLY_BEFORE = FRIDAY_EVENING - timedelta(hours=2)


@pytest.fixture
async def group(town: Town) -> Circle:
    group = await town.group()
    await plan(town, group, "/day 3/13 18:30 구청 앞")
    return group


async def plan(town: Town, group: Circle, text: str) -> None:
    group.lead.say(text)
    await town.settle()
    for player in group.everyone:
        player.read()


def heard(player: Player) -> list[str]:
    return [message.text for message in player.read()]


async def outcomes(town: Town) -> dict[str, str | None]:
    return {row.key: row.outcome for row in await town.rows(due_rows, feature="day")}


async def test_everybody_is_reminded_twice_each_time_once(town: Town, group: Circle) -> None:
    await town.until(DAY_BEFORE - timedelta(minutes=1))
    assert heard(group.mentees[0]) == []
    await town.until(DAY_BEFORE)
    for player in group.everyone:
        assert heard(player) == ["⏰ 내일은 멘토링 데이예요.\n3월 13일(금) 18:30\n장소: 구청 앞"]
    await town.until(SHORTLY_BEFORE)
    for player in group.everyone:
        assert heard(player) == ["⏰ 오늘은 멘토링 데이예요.\n3월 13일(금) 18:30\n장소: 구청 앞"]
    await town.until(FRIDAY_EVENING)
    assert heard(group.mentees[0]) == []
    assert await outcomes(town) == {"day:1:0:24": "done", "day:1:0:2": "done"}


async def test_the_groups_chat_is_reminded_as_well(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    await plan(town, group, "/day 3/13 18:30")
    await town.until(DAY_BEFORE)
    assert group.lead.last_in(chat).text.startswith("⏰ 내일은 멘토링 데이예요.")
    assert len(heard(group.mentees[0])) == 1


async def test_a_reminder_whose_time_has_passed_already_is_not_planned(town: Town) -> None:
    group = await town.group()
    await town.pass_time(hours=23)
    await plan(town, group, "/day 오늘 15:00")
    assert list(await outcomes(town)) == ["day:1:0:2"]
    await plan(town, group, "/day 오늘 09:30")
    assert len(await town.rows(days)) == 2
    assert list(await outcomes(town)) == ["day:1:0:2"]


async def test_after_an_outage_a_late_reminder_still_comes_before_the_day_but_only_one(
    town: Town, group: Circle
) -> None:
    await town.until(FRIDAY_EVENING - timedelta(hours=1))
    assert heard(group.mentees[0]) == [
        "⏰ 오늘은 멘토링 데이예요.\n3월 13일(금) 18:30\n장소: 구청 앞"
    ]
    assert await outcomes(town) == {"day:1:0:24": "late", "day:1:0:2": "done"}


async def test_after_an_outage_over_the_whole_day_the_reminders_are_written_down_as_late(
    town: Town, group: Circle
) -> None:
    await town.until(FRIDAY_EVENING + timedelta(hours=24))
    assert await outcomes(town) == {"day:1:0:24": "late", "day:1:0:2": "late"}
    assert not [text for text in heard(group.mentees[0]) if "⏰" in text]


async def test_a_reminder_that_could_not_leave_in_time_is_not_sent_later(
    town: Town, group: Circle
) -> None:
    town.world.set_time(SHORTLY_BEFORE)
    await town.app.ticks.tick()
    await town.until(FRIDAY_EVENING + timedelta(minutes=1))
    assert not [text for text in heard(group.mentees[0]) if "⏰" in text]
    late = await town.rows(outbox, state="late")
    assert {row.key.rpartition(":")[0] for row in late} == {"day:1:0:2"}


async def test_more_days_than_one_are_reminded_of_in_their_turn(tmp_path: Path) -> None:
    settings = swift_settings(TODAK_PROGRAMME__REMIND_BEFORE_HOURS="72")
    async with open_town(tmp_path, settings=settings) as town:
        group = await town.group()
        await plan(town, group, "/day 3/13 18:30")
        await plan(town, group, "/day 3/14 10:00")
        await town.until(FRIDAY_EVENING - timedelta(hours=50))
        assert [text.partition("\n")[0] for text in heard(group.lead)] == [
            "⏰ 2일 뒤가 멘토링 데이예요.",
            "⏰ 3일 뒤가 멘토링 데이예요.",
        ]


async def test_where_the_clocks_change_reminders_come_so_many_hours_before(
    tmp_path: Path,
) -> None:
    settings = swift_settings(TODAK_OFFICE__ZONE="America/New_York")
    async with open_town(tmp_path, settings=settings) as town:
        group = await town.group()
        await plan(town, group, "/day 3/8 10:00")
        begin = datetime(2026, 3, 8, 14, 0, tzinfo=UTC)
        await town.until(begin - timedelta(hours=24))
        assert heard(group.lead)[0].startswith("⏰ 내일은 멘토링 데이예요.\n3월 8일(일) 10:00")
        await town.until(begin - timedelta(hours=2))
        assert heard(group.lead)[0].startswith("⏰ 오늘은 멘토링 데이예요.\n3월 8일(일) 10:00")
