"""A mentoring day is moved or called off: what was planned goes along, and everybody is told.

It is Monday, 2 March 2026, nine in the morning in Seoul.
"""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.day_actions import cancel_day
from handlers.day_keys import Aim
from handlers.desk import Desk
from rules.day import Cancelled
from sandbox.player import Player
from storage.checkins import checkins
from storage.days import days
from storage.due import due_rows
from storage.members import members
from storage.offices import first
from storage.people import by_id
from tests.town import Circle, Town

FRIDAY_EVENING = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)
MOVED = "날짜·장소 바꾸기"


@pytest.fixture
async def group(town: Town) -> Circle:
    """A group with a day on Friday the 13th, half past six in the evening."""
    group = await town.group()
    await say(town, group.lead, "/day 3/13 18:30 구청 앞")
    for player in group.everyone:
        player.read()
    return group


async def say(town: Town, who: Player, text: str) -> str:
    who.say(text)
    await town.settle()
    return who.last.text


async def tap(town: Town, who: Player, label: str) -> str:
    who.tap(label)
    await town.settle()
    return who.last.text


async def open_dues(town: Town) -> list[str]:
    return [row.key for row in await town.rows(due_rows, outcome=None)]


async def test_reminders_check_in_and_summary_are_planned_with_the_day(
    town: Town, group: Circle
) -> None:
    planned = {row.key: row.at for row in await town.rows(due_rows)}
    assert planned == {
        "day:1:0:24": FRIDAY_EVENING - timedelta(hours=24),
        "day:1:0:2": FRIDAY_EVENING - timedelta(hours=2),
        "checkin:1:0:ask": FRIDAY_EVENING + timedelta(hours=2),
        "summary:1:0:ask": FRIDAY_EVENING + timedelta(hours=2),
    }


async def test_a_moved_day_takes_its_reminders_along(town: Town, group: Circle) -> None:
    lead, haneul = group.lead, group.mentees[0]
    assert "날짜를 골라" in await tap(town, lead, MOVED)
    await tap(town, lead, "20")
    await tap(town, lead, "19:00")
    assert await tap(town, lead, "장소는 그대로예요") == (
        "바꿨어요. 그룹에도 알렸어요.\n2026년 3월 20일(금) 19:00\n장소: 구청 앞\n"
        "박대표 님이 정하셨어요."
    )
    assert haneul.last.text == (
        "📅 멘토링 데이가 바뀌었어요.\n2026년 3월 13일(금) 18:30\n2026년 3월 20일(금) 19:00\n"
        "장소: 구청 앞\n박대표 님이 바꾸셨어요."
    )
    assert await open_dues(town) == [
        "day:1:1:24",
        "day:1:1:2",
        "checkin:1:1:ask",
        "summary:1:1:ask",
    ]
    haneul.read()
    await town.until(FRIDAY_EVENING + timedelta(hours=4))
    assert haneul.read() == []


async def test_a_move_is_typed_too_and_only_the_place_can_change(town: Town, group: Circle) -> None:
    lead = group.lead
    await tap(town, lead, MOVED)
    assert "장소: 서울숲" in await say(town, lead, "3/13 18:30 서울숲")
    await tap(town, lead, MOVED)
    await tap(town, lead, "장소만 바꾸기")
    assert "장소: 구청 앞" in await say(town, lead, "구청 앞")
    (row,) = await town.rows(days)
    assert (row.starts_at, row.place, row.sequence) == (FRIDAY_EVENING, "구청 앞", 2)


async def test_a_move_typed_without_a_place_stays_where_it_was(town: Town, group: Circle) -> None:
    before = (await town.rows(days))[0].place
    await tap(town, group.lead, MOVED)
    assert f"장소: {before}" in await say(town, group.lead, "3/13 19:00")
    assert (await town.rows(days))[0].place == before != ""


async def test_a_move_to_where_it_is_changes_nothing(town: Town, group: Circle) -> None:
    lead = group.lead
    await tap(town, lead, MOVED)
    await tap(town, lead, "장소만 바꾸기")
    assert "바뀐 것은 없어요" in await tap(town, lead, "장소는 그대로예요")
    assert group.mentees[0].read() == []


async def test_a_move_onto_another_day_is_refused(town: Town, group: Circle) -> None:
    await say(town, group.lead, "/day 3/20 18:30")
    await tap(town, group.lead, MOVED)
    assert "이미 멘토링 데이가 있어요" in await say(town, group.lead, "3/13 19:00")


async def test_a_cancelled_day_reminds_nobody_and_everybody_is_told(
    town: Town, group: Circle
) -> None:
    lead, haneul = group.lead, group.mentees[0]
    assert "취소할까요" in await tap(town, lead, "취소하기")
    assert "취소했어요" in await tap(town, lead, "네, 취소할게요")
    assert haneul.last.text.startswith("📅 멘토링 데이가 취소됐어요.\n2026년 3월 13일(금) 18:30")
    assert await open_dues(town) == []
    haneul.read()
    await town.until(FRIDAY_EVENING + timedelta(days=2))
    assert haneul.read() == []
    assert "없어요" in await say(town, haneul, "/day")


async def test_a_day_is_kept_when_the_mentor_thinks_again(town: Town, group: Circle) -> None:
    await tap(town, group.lead, "취소하기")
    assert "그대로 두었어요" in await tap(town, group.lead, "아니요, 그대로 둘게요")
    assert len(await open_dues(town)) == 4


async def test_the_list_leads_to_each_day(town: Town, group: Circle) -> None:
    await say(town, group.lead, "/day 3/20 18:30")
    await say(town, group.lead, "/day")
    assert group.lead.last.labels == [
        "3월 13일(금) 바꾸기",
        "3월 13일(금) 취소",
        "3월 20일(금) 바꾸기",
        "3월 20일(금) 취소",
        "새로 정하기",
    ]
    await tap(town, group.lead, "3월 20일(금) 취소")
    assert "3월 20일(금)" in await tap(town, group.lead, "네, 취소할게요")


async def test_of_two_mentors_who_cancel_at_once_one_does_and_one_is_told(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    for mentor in (group.lead, group.mentor):
        await tap(town, mentor, "취소하기")
    group.lead.tap("네, 취소할게요")
    group.mentor.tap("네, 취소할게요")
    await town.settle()
    said = {group.lead.last.text, group.mentor.heard()[-2].text, group.mentor.last.text}
    assert any("이미 취소됐어요" in text for text in said)
    assert any("멘토링 데이를 취소했어요" in text for text in said)


async def test_of_two_mentors_who_move_at_once_the_second_sees_what_holds_now(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    await tap(town, group.lead, MOVED)
    await tap(town, group.mentor, MOVED)
    await say(town, group.lead, "3/20 19:00 구청 앞")
    said = await say(town, group.mentor, "3/21 10:00 서울숲")
    assert said.startswith("그사이에 다른 멘토가 먼저 바꿨어요.")
    assert "2026년 3월 20일(금) 19:00" in said
    assert group.mentor.last.labels == [MOVED, "취소하기"]


async def test_old_buttons_of_a_moved_or_cancelled_day_answer_kindly(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    lead, card = group.lead, group.mentor.last
    await tap(town, lead, MOVED)
    await say(town, lead, "3/20 19:00")
    group.mentor.tap("취소하기", message=card)
    await town.settle()
    changed = next(each for each in group.mentor.heard() if each.id == card.id)
    assert changed.text.startswith("그사이에 다른 멘토가 먼저 바꿨어요.")
    await tap(town, lead, "취소하기")
    await tap(town, lead, "네, 취소할게요")
    group.mentor.tap(MOVED, message=changed)
    await town.settle()
    assert "이미 취소됐어요" in next(m.text for m in group.mentor.heard() if m.id == card.id)


async def test_on_the_groups_card_only_mentors_change_and_it_goes_on_in_private(
    town: Town,
) -> None:
    group = await town.group()
    chat = await group.chat()
    lead, haneul = group.lead, group.mentees[0]
    await say(town, lead, "/day 3/13 18:30")
    haneul.tap(MOVED, chat)
    await town.settle()
    assert "대표멘토, 멘토만" in haneul.toasts[-1].text
    lead.read()
    lead.tap(MOVED, chat)
    await town.settle()
    assert "1:1 대화" in lead.toasts[-1].text
    assert "날짜를 골라" in lead.last.text
    assert "바꿨어요" in await say(town, lead, "3/20 18:30")
    assert "멘토링 데이가 바뀌었어요" in lead.last_in(chat).text
    lead.tap("취소하기", chat)
    await town.settle()
    await tap(town, lead, "네, 취소할게요")
    assert "멘토링 데이가 취소됐어요" in lead.last_in(chat).text
    lead.tap("취소하기", chat, message=lead.heard(chat)[-2])
    await town.settle()
    assert "이미 취소됐어요" in lead.last.text


async def test_a_mentor_who_went_to_another_group_leaves_its_days_behind(
    town: Town, group: Circle
) -> None:
    other = await town.group(2, lead="오대표", mentor=None, mentees=["한가람"])
    await say(town, group.lead, "/day")
    person_id = await town.person_id(group.lead)
    async with town.writing() as db:
        mine = members.update().where(members.c.person_id == person_id)
        await db.run(mine.values(group_id=other.group_id))
    assert "다른 그룹의 것" in await tap(town, group.lead, "3월 13일(금) 취소")
    assert len(await town.rows(days, state="planned")) == 1


async def test_a_day_people_have_answered_about_stays(town: Town, group: Circle) -> None:
    member_id = await town.member_id(group.mentees[0])
    async with town.writing() as db:
        row = {"day_id": 1, "member_id": member_id, "score": 4, "tapped_at": town.now}
        await db.add_all(checkins, [row])
    assert "이제 바꿀 수 없어요" in await tap(town, group.lead, "취소하기")
    assert len(await town.rows(days, state="planned")) == 1


async def test_what_was_not_sent_yet_is_taken_back(town: Town, group: Circle) -> None:
    lead, haneul = group.lead, group.mentees[0]
    await tap(town, lead, MOVED)
    lead.say("3/20 18:30")
    await town.app.intake.poll()
    await town.app.edge.step()  # moved, and nobody has been told yet
    async with town.writing() as db:
        office, by = await first(db), await by_id(db, await town.person_id(lead))
        assert office
        assert by
        desk = Desk(town.now, db, office, town.app.edge.terms, "test")
        assert isinstance(await cancel_day(desk, group.group_id, Aim(1, 1), by), Cancelled)
        await desk.hand_over()
    await town.settle()
    assert [message.text.partition("\n")[0] for message in haneul.read()] == [
        "📅 멘토링 데이가 취소됐어요."
    ]
