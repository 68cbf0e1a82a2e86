"""A mentor sets a mentoring day, by buttons or typed, and the group hears of it.

It is Monday, 2 March 2026, nine in the morning in Seoul (a substitute holiday).
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.buttons import pack, unpack
from handlers.day_keys import PickDate, Wall
from rules.language import Language
from rules.people import Role
from storage.days import days
from storage.people import people
from tests.day.day_talk import say, tap
from tests.town import Circle, Town, open_town, swift_settings

FRIDAY_EVENING = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)


@pytest.fixture
async def group(town: Town) -> Circle:
    return await town.group()


async def test_a_day_is_set_by_buttons_alone(town: Town, group: Circle) -> None:
    lead, haneul = group.lead, group.mentees[0]
    lead.say("/day")
    await town.settle()
    assert "아직" not in lead.last.text
    assert "정해진 멘토링 데이가 없어요" in lead.last.text
    shown = await tap(town, lead, "새로 정하기")
    assert shown.startswith("2026년 3월: 날짜를")
    assert "3월 2일(월) 삼일절 대체 휴일" in shown
    assert "2*" in lead.last.labels
    assert await tap(town, lead, "13") == (
        "2026년 3월 13일(금): 몇 시에 만날까요?\n"
        "다른 시각은 ‘달력’을 누르고 “12/4 18:45 구청 앞”처럼 적어 보내 주세요."
    )
    assert "어디서 만날까요" in await tap(town, lead, "18:30")
    lead.say("구청 앞 <정문>")
    await town.settle()
    assert lead.last.text == (
        "정했어요. 그룹에도 알렸어요.\n2026년 3월 13일(금) 18:30\n장소: 구청 앞 <정문>\n"
        "박대표 님이 정하셨어요."
    )
    assert haneul.last.text.startswith("📅 멘토링 데이가 정해졌어요.\n2026년 3월 13일(금) 18:30")
    assert haneul.last.labels == []
    assert group.mentor
    assert group.mentor.last.labels == ["날짜·장소 바꾸기", "취소하기"]
    (row,) = await town.rows(days)
    assert (row.starts_at, row.place, row.sequence) == (FRIDAY_EVENING, "구청 앞 <정문>", 0)


async def test_a_group_with_a_chat_hears_of_it_there_and_nobody_in_private(
    town: Town, group: Circle
) -> None:
    chat = await group.chat()
    assert "정했어요" in await say(town, group.lead, "/day 2026-03-13 18:30 구청 앞")
    assert group.lead.last_in(chat).text.startswith("📅 멘토링 데이가 정해졌어요.")
    assert group.lead.last_in(chat).labels == ["날짜·장소 바꾸기", "취소하기"]
    assert group.mentees[0].read() == []


async def test_in_the_group_everybody_sees_the_next_day(town: Town, group: Circle) -> None:
    chat = await group.chat()
    haneul = group.mentees[0]
    haneul.say("/day", chat)
    await town.settle()
    assert "아직 정해진 멘토링 데이가 없어요" in haneul.last_in(chat).text
    await say(town, group.lead, "/day 3월 20일 저녁 7시")
    await say(town, group.lead, "/day 3월 13일 저녁 6시 30분에 구청 앞에서")
    haneul.say("/day", chat)
    await town.settle()
    assert haneul.last_in(chat).text == (
        "다음 멘토링 데이예요.\n2026년 3월 13일(금) 18:30\n장소: 구청 앞"
    )
    group.lead.say("/day 3/27 18:30", chat)
    await town.settle()
    assert "1:1 대화에서" in haneul.last_in(chat).text
    assert len(await town.rows(days)) == 2


async def test_in_a_group_the_bot_does_not_know_nobody_is_answered(
    town: Town, group: Circle
) -> None:
    elsewhere = group.lead.create_group("등산 모임", supergroup=True)
    group.lead.add_bot(elsewhere)
    group.lead.promote_bot(elsewhere)
    await town.settle()
    before = len(group.lead.heard(elsewhere))
    group.lead.say("/day", elsewhere)
    await town.settle()
    assert len(group.lead.heard(elsewhere)) == before


async def test_the_menu_leads_to_the_days(town: Town, group: Circle) -> None:
    await say(town, group.lead, "/help")
    assert "정해진 멘토링 데이가 없어요" in await tap(town, group.lead, "📅 멘토링 데이")


async def test_a_mentee_sees_what_is_planned_and_sets_nothing(town: Town, group: Circle) -> None:
    haneul = group.mentees[0]
    await say(town, group.lead, "/day 3/13 18:30")
    assert "3월 13일(금) 18:30, 장소는 나중에" in await say(town, haneul, "/day")
    assert haneul.last.labels == []
    assert "멘토가 정해요" in await say(town, haneul, "/day 3/14 18:30")
    assert len(await town.rows(days)) == 1


async def test_people_without_a_group_are_told_so(town: Town) -> None:
    seoyun = await town.resident("최서윤", Role.LEAD)
    assert "아직 멘토링 그룹이 없어요" in await say(town, seoyun, "/day")
    assert "아직 멘토링 그룹이 없어요" in await say(town, seoyun, "/day 3/13 18:30")


async def test_a_coordinator_is_told_whose_days_these_are(town: Town) -> None:
    jiu = await town.coordinator()
    assert "대표멘토, 멘토, 멘티만" in await say(town, jiu, "/day")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("언젠가", "날짜를 알아보지 못했어요"),
        ("2월 31일 18:30", "달력에 없는 날짜"),
        ("3/13(목) 18:30", "요일이 서로 맞지 않아요"),
        ("3/13 25:00", "없는 시각"),
        ("3/13 18:30 " + "가" * 101, "100자까지"),
        ("2026-03-02 08:00", "쉬는 날"),
        ("2026-02-27 18:30", "이미 지난 시각"),
        ("2027-06-04 18:30", "1년보다 먼 날"),
    ],
)
async def test_what_can_not_be_set_gets_a_sentence_and_another_try(
    town: Town, group: Circle, typed: str, said: str
) -> None:
    assert said in await say(town, group.lead, f"/day {typed}")
    assert await town.rows(days) == []
    assert "정했어요" in await say(town, group.lead, "3/13 18:30")


async def test_a_group_does_not_meet_twice_at_a_time(town: Town, group: Circle) -> None:
    await say(town, group.lead, "/day 3/13 18:30 구청 앞")
    said = await say(town, group.lead, "/day 3/13 19:30")
    assert said == (
        "그 시간에는 이미 멘토링 데이가 있어요.\n2026년 3월 13일(금) 18:30\n장소: 구청 앞"
    )
    assert len(await town.rows(days)) == 1


async def test_another_group_may_meet_at_that_time(town: Town, group: Circle) -> None:
    other = await town.group(2, lead="오대표", mentor=None, mentees=["한가람"])
    await say(town, group.lead, "/day 3/13 18:30")
    assert "정했어요" in await say(town, other.lead, "/day 3/13 18:30")


async def test_two_mentors_press_at_once_and_one_day_is_set(town: Town, group: Circle) -> None:
    assert group.mentor
    for mentor in (group.lead, group.mentor):
        mentor.say("/day 3/13")
        await town.settle()
        await tap(town, mentor, "18:30")
    group.lead.tap("장소는 나중에 정할게요")
    group.mentor.tap("장소는 나중에 정할게요")
    await town.settle()
    assert "이미 멘토링 데이가 있어요" in group.mentor.heard()[-2].text + group.mentor.last.text
    assert len(await town.rows(days)) == 1


async def test_english_speakers_are_spoken_to_in_english(town: Town, group: Circle) -> None:
    sam = await town.resident("Sam", Role.MENTOR, group_id=group.group_id, language=Language.EN)
    await say(town, sam, "/day 5/5")
    assert "Children's Day" in sam.last.text
    await tap(town, sam, "Yes, on that day")
    await tap(town, sam, "10:00")
    assert "Set by Sam." in await say(town, sam, "City Hall")
    await say(town, sam, "/day")
    assert "Tue 5 May, 10:00, City Hall" in sam.last.text
    await tap(town, sam, "Set a new one")
    assert sam.last.text.startswith("March 2026: choose a date.")


async def test_people_who_have_not_registered_yet_hear_nothing(town: Town, group: Circle) -> None:
    haneul, bada = group.mentees
    person_id = await town.person_id(haneul)
    async with town.writing() as db:
        await db.run(people.update().where(people.c.id == person_id).values(registered_at=None))
    await say(town, group.lead, "/day 3/13 18:30")
    assert haneul.read() == []
    assert len(bada.read()) == 1


async def test_in_a_zone_with_summer_time_days_keep_to_the_wall_clock(tmp_path: Path) -> None:
    settings = swift_settings(TODAK_OFFICE__ZONE="America/New_York")
    async with open_town(tmp_path, settings=settings) as town:
        group = await town.group()
        assert "없는 시각" in await say(town, group.lead, "/day 3/8 02:30")
        await say(town, group.lead, "/day 3/8 18:30 City Hall")
        (row,) = await town.rows(days)
        assert row.starts_at == datetime(2026, 3, 8, 22, 30, tzinfo=UTC)
        assert "3월 8일(일) 18:30" in group.lead.last.text
        await say(town, group.lead, "/day")
        await tap(town, group.lead, "새로 정하기")
        assert "쉬는 날" not in group.lead.last.text


def test_a_forged_date_is_no_button_of_ours() -> None:
    good = PickDate(0, 0, sure=False, on=Wall("2026-03-13"))
    assert unpack(pack(good)) == good
    assert unpack("dyd:0:0:0:2026-02-31") is None
    assert unpack("dyt:0:0:2026-03-13T18:30+09:00") is None
