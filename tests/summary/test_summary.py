"""After a mentoring day a mentor writes a short summary, and the group sees it.

The day is Friday, 13 March 2026, half past six in the evening in Seoul, and lasts two hours.
"""

from datetime import UTC, datetime, timedelta

import pytest

from rules.language import Language
from rules.people import Role
from sandbox.player import Player
from storage.due import due_rows
from storage.members import members
from storage.summaries import summaries
from tests.town import Circle, Town

OVER = datetime(2026, 3, 13, 11, 30, tzinfo=UTC)
AGAIN = OVER + timedelta(hours=20)
WALK = "중랑천을 함께 걸으며 민원 이야기를 나눴어요."


@pytest.fixture
async def group(town: Town) -> Circle:
    """A group just before the end of its mentoring day."""
    group = await town.group()
    group.lead.say("/day 3/13 18:30")
    await town.settle()
    await town.until(OVER - timedelta(minutes=1))
    for player in group.everyone:
        player.read()
    return group


def asks(player: Player) -> list[str]:
    return [each.text for each in player.read() if "활동일지 쓰기" in each.labels]


async def tap(town: Town, who: Player, label: str) -> str:
    asked = next(each for each in reversed(who.heard()) if label in each.labels)
    who.read()
    who.tap(label, message=asked)
    await town.settle()
    new = "\n".join(each.text for each in who.read())
    return new or next(each.text for each in who.heard() if each.id == asked.id)


async def say(town: Town, who: Player, text: str) -> str:
    who.read()
    who.say(text)
    await town.settle()
    return "\n".join(each.text for each in who.read())


async def bodies(town: Town) -> list[str]:
    return [row.body for row in await town.rows(summaries)]


async def test_both_mentors_are_asked_and_no_mentee(town: Town, group: Circle) -> None:
    assert group.mentor
    await town.until(OVER)
    assert len(asks(group.lead)) == len(asks(group.mentor)) == 1
    assert asks(group.mentees[0]) == []


async def test_a_summary_is_one_message_and_the_group_sees_it(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    await say(town, group.lead, "/day 3/13 18:30")
    await town.until(OVER)
    assert "메시지 하나로" in await tap(town, group.lead, "활동일지 쓰기")
    assert "잘 받았어요" in await say(town, group.lead, WALK)
    assert group.lead.last_in(chat).text == (
        f"📝 3월 13일(금) 멘토링 데이 활동일지 (박대표 님)\n\n{WALK}"
    )
    (row,) = await town.rows(summaries)
    lead_id = await town.member_id(group.lead)
    assert (row.body, row.member_id, row.written_at) == (WALK, lead_id, OVER)


async def test_a_group_without_a_chat_sees_it_in_private(town: Town, group: Circle) -> None:
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    assert WALK in group.mentees[0].last.text
    assert WALK not in group.lead.last.text


async def test_once_it_is_written_nobody_is_asked_again(town: Town, group: Circle) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    group.mentor.read()
    await town.until(AGAIN + timedelta(days=3))
    assert asks(group.lead) == []
    assert asks(group.mentor) == []
    outcomes = {row.key: row.outcome for row in await town.rows(due_rows, feature="summary")}
    assert outcomes == {"summary:1:0:ask": "done", "summary:1:0:again": "dropped"}


async def test_one_written_before_the_end_is_not_asked_for(town: Town, group: Circle) -> None:
    assert "활동일지를 써 주세요" in await say(town, group.lead, "/summary")
    await tap(town, group.lead, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    await town.until(AGAIN)
    assert group.mentor
    assert asks(group.mentor) == []


async def test_mentors_who_stay_silent_are_reminded_once(town: Town, group: Circle) -> None:
    await town.until(OVER)
    assert len(asks(group.lead)) == 1
    await town.until(AGAIN)
    (again,) = asks(group.lead)
    assert "아직 없어요" in again
    await town.until(AGAIN + timedelta(days=10))
    assert asks(group.lead) == []


async def test_a_summary_can_be_left_for_later_and_is_found_again(
    town: Town, group: Circle
) -> None:
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    assert "나중에" in await tap(town, group.lead, "취소")
    assert "이해하지 못했어요" in await say(town, group.lead, WALK)
    await say(town, group.lead, "/help")
    assert "활동일지를 써 주세요" in await tap(town, group.lead, "📝 활동일지")
    assert await bodies(town) == []


async def test_a_summary_begun_before_a_restart_is_taken_after_it(
    town: Town, group: Circle
) -> None:
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await town.restart()
    await say(town, group.lead, WALK)
    assert await bodies(town) == [WALK]


async def test_a_summary_too_long_is_asked_for_again(town: Town, group: Circle) -> None:
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    assert "2000자까지 쓸 수 있는데 2001자예요" in await say(town, group.lead, "가" * 2001)
    assert "잘 받았어요" in await say(town, group.lead, "가" * 2000)
    assert group.mentees[0].last.text.endswith("가" * 2000)


async def test_a_written_one_can_be_replaced_by_another_mentor_who_has_seen_it(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    said = await say(town, group.mentor, "/summary")
    assert said == (
        "3월 13일(금) 멘토링 데이 활동일지예요. 박대표 님이 3월 13일(금) 20:30에 쓰셨어요.\n\n"
        + WALK
    )
    await tap(town, group.mentor, "다시 쓰기")
    await say(town, group.mentor, "제가 다시 정리했어요.")
    assert await bodies(town) == ["제가 다시 정리했어요."]
    assert "이중간 님이 고쳐 쓰셨어요" in group.mentees[0].last.text
    (row,) = await town.rows(summaries)
    assert row.member_id == await town.member_id(group.mentor)


async def test_an_old_ask_shows_what_another_mentor_has_written(town: Town, group: Circle) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    assert WALK in await tap(town, group.mentor, "활동일지 쓰기")
    assert await bodies(town) == [WALK]


async def test_of_two_mentors_writing_at_once_neither_loses_a_word(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await tap(town, group.mentor, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    said = await say(town, group.mentor, "저도 썼어요.")
    assert said.startswith("그사이에 박대표 님이 먼저 활동일지를 쓰셨어요.")
    assert WALK in said
    assert await bodies(town) == [WALK]
    await town.restart()
    assert "잘 받았어요" in await tap(town, group.mentor, "네, 제 글로 바꿀게요")
    assert await bodies(town) == ["저도 썼어요."]
    group.mentor.say("/summary")
    await town.settle()
    assert "저도 썼어요." in group.mentor.last.text


async def test_the_slower_mentor_may_leave_the_other_summary(town: Town, group: Circle) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await tap(town, group.mentor, "활동일지 쓰기")
    await say(town, group.lead, WALK)
    await say(town, group.mentor, "저도 썼어요.")
    overtaken = group.mentor.last
    await say(town, group.mentor, "/help")
    group.mentor.tap("네, 제 글로 바꿀게요", message=overtaken)
    await town.settle()
    assert "예전에" in group.mentor.toasts[-1].text
    assert await bodies(town) == [WALK]


async def test_a_day_cancelled_or_moved_since_needs_no_summary(town: Town, group: Circle) -> None:
    assert group.mentor
    await say(town, group.mentor, "/day")
    await town.until(OVER)
    await tap(town, group.lead, "활동일지 쓰기")
    await tap(town, group.mentor, "3월 13일(금) 바꾸기")
    await say(town, group.mentor, "3/20 18:30")
    assert "날짜가 바뀌었어요: 3월 20일(금) 18:30" in await say(town, group.lead, WALK)
    await say(town, group.mentor, "/day")
    await tap(town, group.mentor, "3월 20일(금) 취소")
    await tap(town, group.mentor, "네, 취소할게요")
    assert "취소됐어요" in await tap(town, group.mentor, "활동일지 쓰기")
    await town.until(OVER + timedelta(days=9))
    assert asks(group.lead) == []
    assert await bodies(town) == []


async def test_a_mentor_who_became_something_else_meanwhile_writes_nothing(
    town: Town, group: Circle
) -> None:
    assert group.mentor
    await town.until(OVER)
    await tap(town, group.mentor, "활동일지 쓰기")
    member_id = await town.member_id(group.mentor)
    async with town.writing() as db:
        now_mentee = members.update().where(members.c.id == member_id).values(role="mentee")
        await db.run(now_mentee)
    assert "지금 속하신 그룹의 것이 아니라" in await say(town, group.mentor, WALK)
    assert await bodies(town) == []


async def test_a_mentee_is_told_who_writes_summaries(town: Town, group: Circle) -> None:
    assert "대표멘토, 멘토만" in await say(town, group.mentees[0], "/summary")


async def test_without_a_day_there_is_nothing_to_write(town: Town) -> None:
    group = await town.group()
    assert "쓸 멘토링 데이가 없어요" in await say(town, group.lead, "/summary")


async def test_english_speakers_are_asked_in_english(town: Town, group: Circle) -> None:
    sam = await town.resident("Sam", Role.MENTOR, group_id=group.group_id, language=Language.EN)
    await town.until(OVER)
    assert sam.last.labels == ["Write the summary"]
    assert "as one message" in await tap(town, sam, "Write the summary")
    assert "shown it to your group" in await say(town, sam, "We walked along the stream.")
