"""After a mentoring day everybody is asked how it was: one tap, changeable, reminded of once.

The day is Friday, 13 March 2026, half past six in the evening in Seoul, and lasts two hours.
"""

from datetime import UTC, datetime, timedelta

import pytest

from rules.language import Language
from rules.people import Role
from sandbox.player import Player
from storage.checkins import checkins
from storage.due import due_rows
from storage.members import members
from storage.outbox import outbox
from tests.town import Circle, Town

OVER = datetime(2026, 3, 13, 11, 30, tzinfo=UTC)
AGAIN = OVER + timedelta(hours=20)
ANSWERS = [
    "😊 참 좋았어요",
    "🙂 좋았어요",
    "😐 보통이었어요",
    "😕 조금 아쉬웠어요",
    "😥 힘들었어요",
]
GOOD, HARD = ANSWERS[1], ANSWERS[4]


@pytest.fixture
async def group(town: Town) -> Circle:
    """A group just after its mentoring day, asked and not yet answered; others are quiet."""
    group = await town.group()
    group.lead.say("/day 3/13 18:30")
    await town.settle()
    await town.until(OVER - timedelta(minutes=1))
    for player in group.everyone:
        player.read()
    return group


def asks(player: Player) -> list[str]:
    """The asks about the check-in a person has not read yet."""
    return [message.text for message in player.read() if ANSWERS[0] in message.labels]


async def tap(town: Town, who: Player, label: str) -> str:
    asked = next(each for each in reversed(who.heard()) if label in each.labels)
    who.tap(label, message=asked)
    await town.settle()
    return next(each.text for each in who.heard() if each.id == asked.id)


async def say(town: Town, who: Player, text: str) -> str:
    who.read()
    who.say(text)
    await town.settle()
    return "\n".join(message.text for message in who.read())


async def scores(town: Town) -> list[tuple[int, str | None]]:
    return [(row.score, row.word) for row in await town.rows(checkins)]


async def test_everybody_is_asked_once_when_the_day_is_over(town: Town, group: Circle) -> None:
    await town.until(OVER)
    for player in group.everyone:
        (asked,) = asks(player)
        assert asked.startswith("3월 13일(금) 멘토링 데이, 어떠셨어요?")
        assert "담당자만 볼 수 있어요" in asked
    await town.pass_time(hours=1)
    assert asks(group.mentees[0]) == []


async def test_one_tap_is_an_answer_and_is_thanked_for(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    assert haneul.last.labels == ANSWERS
    assert await tap(town, haneul, GOOD) == "답해 주셔서 고마워요.\n🙂 좋았어요"
    assert haneul.toasts[-1].text == "고마워요!"
    assert await scores(town) == [(4, None)]


async def test_an_answer_can_be_changed_and_the_last_one_counts(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, GOOD)
    assert "어떠셨어요" in await tap(town, haneul, "답 바꾸기")
    assert "😥 힘들었어요" in await tap(town, haneul, HARD)
    assert await scores(town) == [(1, None)]


async def test_an_impatient_finger_answers_once(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    haneul.tap(GOOD)
    haneul.tap(GOOD)
    await town.settle()
    assert haneul.last.text == "답해 주셔서 고마워요.\n🙂 좋았어요"
    assert await scores(town) == [(4, None)]


async def test_a_word_may_be_left_and_stays_when_the_score_changes(
    town: Town, group: Circle
) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, GOOD)
    await tap(town, haneul, "한마디 남기기")
    assert "500자까지" in haneul.last.text
    assert "500자까지 쓸 수 있는데 501자예요" in await say(town, haneul, "가" * 501)
    assert "잘 전할게요" in await say(town, haneul, "선배님 덕분에 <든든>했어요")
    await tap(town, haneul, "답 바꾸기")
    assert "“선배님 덕분에 <든든>했어요”" in await tap(town, haneul, ANSWERS[0])
    assert await scores(town) == [(5, "선배님 덕분에 <든든>했어요")]


async def test_a_word_may_be_skipped(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, GOOD)
    await tap(town, haneul, "한마디 남기기")
    assert "충분해요" in await tap(town, haneul, "한마디는 남기지 않을게요")
    assert "이해하지 못했어요" in await say(town, haneul, "안녕하세요")
    assert await scores(town) == [(4, None)]


async def test_a_word_is_still_awaited_after_a_restart(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, GOOD)
    await tap(town, haneul, "한마디 남기기")
    await town.restart()
    await say(town, haneul, "든든했어요")
    assert await scores(town) == [(4, "든든했어요")]


async def test_those_who_answered_are_left_alone_and_the_others_reminded_once(
    town: Town, group: Circle
) -> None:
    haneul, bada = group.mentees
    await town.until(OVER)
    await tap(town, haneul, GOOD)
    haneul.read()
    bada.read()
    await town.until(AGAIN)
    assert asks(haneul) == []
    (again,) = asks(bada)
    assert "한 번만 더 여쭤볼게요" in again
    await tap(town, bada, HARD)
    await town.pass_time(days=5)
    assert asks(bada) == []
    assert asks(group.lead) != []
    assert len(await scores(town)) == 2


async def test_the_ask_still_comes_after_a_day_of_downtime_and_not_after_a_fortnight(
    town: Town, group: Circle
) -> None:
    await town.until(OVER + timedelta(hours=24))
    assert len(asks(group.mentees[0])) == 1
    await town.until(OVER + timedelta(hours=24 + 19))
    assert asks(group.mentees[0]) == []
    await town.until(OVER + timedelta(days=14))
    outcomes = {row.key: row.outcome for row in await town.rows(due_rows, feature="checkin")}
    assert outcomes == {"checkin:1:0:ask": "done", "checkin:1:0:again": "late"}
    assert asks(group.mentees[0]) == []


async def test_a_cancelled_day_asks_nobody(town: Town, group: Circle) -> None:
    group.lead.say("/day")
    await town.settle()
    await tap(town, group.lead, "3월 13일(금) 취소")
    await tap(town, group.lead, "네, 취소할게요")
    await town.until(OVER + timedelta(days=3))
    assert asks(group.mentees[0]) == []


async def test_an_ask_about_a_day_that_was_cancelled_since_answers_kindly(
    town: Town, group: Circle
) -> None:
    group.lead.say("/day")
    await town.settle()
    await town.until(OVER)
    await tap(town, group.lead, "3월 13일(금) 취소")
    await tap(town, group.lead, "네, 취소할게요")
    haneul = group.mentees[0]
    assert "취소됐어요. 답하지 않으셔도 돼요" in await tap(town, haneul, GOOD)
    assert await scores(town) == []


async def test_an_ask_about_a_day_that_was_moved_since_answers_kindly(
    town: Town, group: Circle
) -> None:
    group.lead.say("/day")
    await town.settle()
    await town.until(OVER)
    haneul, bada = group.mentees
    await tap(town, group.lead, "3월 13일(금) 바꾸기")
    await say(town, group.lead, "3/20 18:30")
    said = await tap(town, haneul, GOOD)
    assert (
        said == "멘토링 데이 날짜가 바뀌었어요: 3월 20일(금) 18:30. 그날이 지나면 다시 여쭤볼게요."
    )
    await town.until(OVER + timedelta(days=7))
    assert await tap(town, bada, GOOD) == "답해 주셔서 고마워요.\n🙂 좋았어요"


async def test_after_a_week_the_check_in_is_closed(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul, bada = group.mentees
    await tap(town, haneul, GOOD)
    await tap(town, haneul, "한마디 남기기")
    await town.pass_time(days=7)
    assert "마감됐어요" in await say(town, haneul, "늦었지만 고마웠어요")
    assert "마감됐어요" in await tap(town, haneul, "답 바꾸기")
    bada_said = await tap(town, bada, GOOD)
    assert "마감됐어요" in bada_said
    assert await scores(town) == [(4, None)]


async def test_a_word_for_a_closed_check_in_is_not_asked_for(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, GOOD)
    await town.pass_time(days=7)
    assert "마감됐어요" in await tap(town, haneul, "한마디 남기기")


async def test_people_who_went_to_another_group_do_not_answer_for_the_old_one(
    town: Town, group: Circle
) -> None:
    other = await town.group(2, lead="오대표", mentor=None, mentees=["한가람"])
    await town.until(OVER)
    haneul = group.mentees[0]
    member_id = await town.member_id(haneul)
    async with town.writing() as db:
        moved = members.update().where(members.c.id == member_id)
        await db.run(moved.values(group_id=other.group_id))
    assert "지금 속하신 그룹의 것이 아니라" in await tap(town, haneul, GOOD)
    assert await scores(town) == []


async def test_a_coordinator_may_press_nothing(town: Town, group: Circle) -> None:
    jiu = await town.coordinator()
    assert "대표멘토, 멘토, 멘티만" in await say(town, jiu, "/checkin")


async def test_checkin_shows_what_is_open_then_what_was_answered(town: Town, group: Circle) -> None:
    haneul = group.mentees[0]
    assert "어떠셨어요" in await say(town, haneul, "/checkin")  # it has begun
    await tap(town, haneul, GOOD)
    said = await say(town, haneul, "/checkin")
    assert said == "3월 13일(금) 멘토링 데이에 이렇게 답하셨어요.\n🙂 좋았어요"
    await town.until(OVER)
    assert asks(haneul) == []


async def test_checkin_says_so_when_there_is_nothing_to_answer(town: Town) -> None:
    group = await town.group()
    await say(town, group.mentees[0], "/help")
    assert "지금 답하실 체크인이 없어요" in await tap_new(town, group.mentees[0], "😊 체크인")


async def tap_new(town: Town, who: Player, label: str) -> str:
    who.tap(label)
    await town.settle()
    return who.last.text


async def test_mentors_learn_how_many_answered_and_never_what(town: Town, group: Circle) -> None:
    await town.until(OVER)
    haneul = group.mentees[0]
    await tap(town, haneul, HARD)
    await tap(town, haneul, "한마디 남기기")
    await say(town, haneul, "너무 힘들었어요")
    said = await say(town, group.lead, "/checkin")
    assert "3월 13일(금) 멘토링 데이: 4명 가운데 1명이 답했어요." in said
    everything = "".join(each.text for each in group.lead.heard())
    assert "너무 힘들었어요" not in everything
    assert "가운데" not in await say(town, haneul, "/checkin")


async def test_english_speakers_are_asked_in_english(town: Town, group: Circle) -> None:
    sam = await town.resident("Sam", Role.MENTEE, group_id=group.group_id, language=Language.EN)
    await town.until(OVER)
    assert sam.last.text.startswith("How was the mentoring day on Fri 13 Mar?")
    assert "🙂 Good" in await tap(town, sam, "🙂 Good")


async def test_an_ask_that_could_not_leave_for_a_week_is_not_sent(
    town: Town, group: Circle
) -> None:
    town.world.set_time(OVER)
    await town.app.ticks.tick()
    await town.until(OVER + timedelta(days=8))
    assert asks(group.mentees[0]) == []
    late = [row.key for row in await town.rows(outbox, state="late")]
    assert "checkin:1:0:ask:3" in late
