"""Picking a date, a time and a place: holidays, second thoughts, restarts and old calendars.

It is Monday, 2 March 2026, nine in the morning in Seoul (a substitute holiday).
"""

import pytest

from storage.days import days
from storage.members import members
from tests.day.day_talk import say, tap
from tests.town import Circle, Town


@pytest.fixture
async def group(town: Town) -> Circle:
    return await town.group()


async def test_a_holiday_is_pointed_out_and_may_be_chosen_all_the_same(
    town: Town, group: Circle
) -> None:
    lead = group.lead
    await say(town, lead, "/day")
    await tap(town, lead, "새로 정하기")
    await tap(town, lead, "4월 →")
    shown = await tap(town, lead, "5월 →")
    assert "5월 5일(화) 어린이날" in shown
    assert (
        await tap(town, lead, "5*") == "2026년 5월 5일(화): 어린이날\n쉬는 날인데, 이날로 정할까요?"
    )
    assert "몇 시에" in await tap(town, lead, "네, 이날로 할게요")
    await tap(town, lead, "10:00")
    assert "정했어요" in await tap(town, lead, "장소는 나중에 정할게요")


async def test_a_typed_holiday_is_asked_about_and_survives_a_restart(
    town: Town, group: Circle
) -> None:
    assert "개천절" in await say(town, group.lead, "/day 10/3 10:00 서울숲")
    assert await town.rows(days) == []
    await town.restart()
    assert "장소: 서울숲" in await tap(town, group.lead, "네, 이날로 할게요")


async def test_a_typed_holiday_that_was_left_is_an_old_button(town: Town, group: Circle) -> None:
    await say(town, group.lead, "/day 10/3 10:00 서울숲")
    asked = group.lead.last
    await say(town, group.lead, "/help")
    group.lead.tap("네, 이날로 할게요", message=asked)
    await town.settle()
    assert "예전에" in group.lead.toasts[-1].text
    assert await town.rows(days) == []


async def test_setting_a_day_can_be_left_at_any_time(town: Town, group: Circle) -> None:
    lead = group.lead
    await say(town, lead, "/day 3/13")
    await tap(town, lead, "18:30")
    assert await tap(town, lead, "취소") == "그대로 두었어요."
    assert "이해하지 못했어요" in await say(town, lead, "구청 앞")
    assert await town.rows(days) == []


async def test_a_place_too_long_is_asked_for_again(town: Town, group: Circle) -> None:
    lead = group.lead
    await say(town, lead, "/day 3/13")
    await tap(town, lead, "18:30")
    assert "100자까지" in await say(town, lead, "가" * 101)
    assert "장소: 구청 앞" in await say(town, lead, "구청 앞")


async def test_a_choice_begun_before_a_restart_is_ended_after_it(town: Town, group: Circle) -> None:
    lead = group.lead
    await say(town, lead, "/day 3/13")
    await town.restart()
    await tap(town, lead, "18:30")
    await town.restart()
    assert "장소: 구청 앞" in await say(town, lead, "구청 앞")


async def test_an_old_calendar_is_looked_at_anew(town: Town, group: Circle) -> None:
    lead = group.lead
    await say(town, lead, "/day 3/13")
    await town.pass_time(days=20)
    await tap(town, lead, "18:30")
    assert "이미 지난 시각" in await tap(town, lead, "장소는 나중에 정할게요")
    shown = await tap(town, lead, "달력")
    assert shown.startswith("2026년 3월")
    assert lead.last.labels.count("·") > 20
    blank = lead.last.labels.index("·")
    lead.tap(lead.last.buttons[blank][1])
    await town.settle()
    assert lead.last.text == shown
    assert lead.waiting_presses == 0


async def test_late_in_the_evening_no_time_of_today_is_left(town: Town, group: Circle) -> None:
    await town.pass_time(hours=24 + 12)
    await say(town, group.lead, "/day 오늘")
    assert group.lead.last.labels == ["21:30", "달력", "취소"]


async def test_somebody_who_is_no_mentor_any_more_sets_nothing(town: Town, group: Circle) -> None:
    assert group.mentor
    await say(town, group.mentor, "/day 3/13")
    await tap(town, group.mentor, "18:30")
    person_id = await town.person_id(group.mentor)
    async with town.writing() as db:
        await db.run(members.update().where(members.c.person_id == person_id).values(role="mentee"))
    assert "다른 그룹의 것" in await say(town, group.mentor, "구청 앞")
    assert await town.rows(days) == []
