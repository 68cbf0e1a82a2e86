"""How people answer: in private, one tap each, and whatever else they do meanwhile."""

import pytest

from rules.feedback import WORD_LENGTH
from rules.language import Language
from rules.people import Role
from rules.programme import Stage
from sandbox.player import Player
from storage.feedback import feedback_answers, feedback_rounds, feedback_turnout
from storage.offices import set_stage
from storage.steps import steps
from tests.feedback.rounds import (
    AGREE,
    NOT_AT_ALL,
    STRONGLY,
    WITHOUT_WORDS,
    close_round,
    hand_in,
    open_round,
    rate,
    six,
)
from tests.town import Circle, Town

MARKS = (STRONGLY, AGREE, STRONGLY, NOT_AT_ALL)


@pytest.fixture
async def boss(town: Town) -> Player:
    return await town.coordinator("한지우")


@pytest.fixture
async def circle(town: Town) -> Circle:
    return await six(town)


async def test_everybody_registered_is_asked_in_private_in_their_language(
    town: Town, boss: Player, circle: Circle
) -> None:
    ann = await town.resident("Ann", Role.MENTEE, language=Language.EN)
    await town.on_roster("아직이")
    await open_round(town, boss)
    for player in circle.everyone:
        assert "우리 그룹은 꾸준히 만났어요" in player.last.text
        assert "1/4" in player.last.text
        assert len(player.last.labels) == 5
    assert "Our group met regularly" in ann.last.text
    assert "7명에게" in boss.last.text


async def test_four_taps_and_a_free_answer_make_one_sheet(
    town: Town, boss: Player, circle: Circle
) -> None:
    number = await open_round(town, boss)
    haneul = circle.mentees[0]
    await rate(town, haneul, STRONGLY)
    assert "2/4" in haneul.last.text
    await rate(town, haneul, AGREE, STRONGLY, NOT_AT_ALL)
    assert "마지막이에요" in haneul.last.text
    haneul.say("  선배님들 덕분에 든든했어요.  ")
    await town.settle()
    assert "제출됐어요" in haneul.last.text
    (sheet,) = await town.rows(feedback_answers)
    assert (sheet.round_id, sheet.scores) == (number, "5451")
    assert sheet.word == "선배님들 덕분에 든든했어요."
    (turnout,) = await town.rows(feedback_turnout)
    assert turnout.person_id == await town.person_id(haneul)
    assert await town.rows(steps) == []


async def test_the_buttons_that_bear_the_marks_are_gone_after_a_free_answer(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await hand_in(town, haneul, "좋았어요")
    assert [message.labels for message in haneul.heard() if message.labels] == []


async def test_the_free_answer_may_be_left_out(town: Town, boss: Player, circle: Circle) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await hand_in(town, haneul)
    assert "제출됐어요" in haneul.last.text
    assert haneul.last.labels == []
    (sheet,) = await town.rows(feedback_answers)
    assert sheet.word is None
    assert await town.rows(steps) == []


async def test_a_mark_can_be_taken_back_before_the_end(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await rate(town, haneul, STRONGLY, AGREE, "← 뒤로", NOT_AT_ALL, STRONGLY, STRONGLY)
    await rate(town, haneul, "← 뒤로")
    assert await town.rows(steps) == []
    await rate(town, haneul, AGREE, WITHOUT_WORDS)
    assert [sheet.scores for sheet in await town.rows(feedback_answers)] == ["5154"]


async def test_nothing_is_stored_before_the_sheet_is_handed_in(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul, bada = circle.mentees[:2]
    await rate(town, haneul, *MARKS)
    await rate(town, bada, STRONGLY, STRONGLY)
    assert await town.rows(feedback_answers) == []
    assert await town.rows(feedback_turnout) == []


async def test_a_sheet_survives_a_restart_between_taps(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await rate(town, haneul, *MARKS[:2])
    await town.restart()
    await rate(town, haneul, *MARKS[2:])
    await town.restart()
    haneul.say("다시 켜져도 괜찮아요")
    await town.settle()
    (sheet,) = await town.rows(feedback_answers)
    assert (sheet.scores, sheet.word) == ("5451", "다시 켜져도 괜찮아요")


async def test_whoever_answered_is_thanked_when_they_press_an_old_button(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    first = haneul.last
    haneul.say("/feedback")
    await town.settle()
    await hand_in(town, haneul, "하나")
    haneul.tap(STRONGLY, message=first)
    await town.settle()
    assert len(await town.rows(feedback_answers)) == 1
    assert any("이미 참여하셨어요" in message.text for message in haneul.heard())
    haneul.say("/feedback")
    await town.settle()
    assert "이미 참여하셨어요" in haneul.last.text


async def test_two_messages_filled_in_side_by_side_make_one_sheet(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    first = haneul.last
    haneul.say("/feedback")
    await town.settle()
    second = haneul.last
    for message in (first, second):
        for label in MARKS:
            haneul.tap(label, message=message)
            await town.settle()
    haneul.tap(WITHOUT_WORDS, message=second)
    haneul.tap(WITHOUT_WORDS, message=first)
    haneul.say("너무 늦은 말")
    await town.settle()
    assert [sheet.word for sheet in await town.rows(feedback_answers)] == [None]
    assert len(await town.rows(feedback_turnout)) == 1


async def test_a_free_answer_that_comes_after_the_end_is_not_kept(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul, bada = circle.mentees[:2]
    await rate(town, haneul, *MARKS)
    await rate(town, bada, STRONGLY)
    await close_round(town, boss)
    assert await town.rows(steps) == []
    await rate(town, bada, STRONGLY)
    assert "피드백이 마감됐어요" in bada.last.text
    haneul.tap(WITHOUT_WORDS)
    await town.settle()
    assert "피드백이 마감됐어요" in haneul.last.text
    assert await town.rows(feedback_answers) == []


async def test_a_free_answer_to_a_sheet_handed_in_elsewhere_is_not_kept(
    town: Town, boss: Player, circle: Circle
) -> None:
    number = await open_round(town, boss)
    haneul = circle.mentees[0]
    await rate(town, haneul, *MARKS)
    handed_in = {"round_id": number, "person_id": await town.person_id(haneul)}
    async with town.writing() as db:
        await db.add_once(feedback_turnout, [handed_in])
    haneul.say("두 번째 말")
    await town.settle()
    assert "이미 참여하셨어요" in haneul.last.text
    assert await town.rows(feedback_answers) == []
    assert await town.rows(steps) == []


async def test_a_free_answer_that_is_too_long_may_be_shortened(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await hand_in(town, haneul, "가" * (WORD_LENGTH + 1))
    assert "조금 길어요" in haneul.last.text
    assert await town.rows(feedback_answers) == []
    haneul.say("가" * WORD_LENGTH)
    await town.settle()
    (sheet,) = await town.rows(feedback_answers)
    assert sheet.word == "가" * WORD_LENGTH


async def test_going_back_leaves_what_another_feature_waits_for(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    await circle.chat()
    haneul = circle.mentees[0]
    sheet = next(message for message in haneul.heard() if STRONGLY in message.labels)
    haneul.say("/ask 출장은 어디에서 신청하나요?")
    await town.settle()
    haneul.tap(STRONGLY, message=sheet)
    await town.settle()
    assert [step.name for step in await town.rows(steps)] == ["question.text"]


async def test_somebody_from_another_programme_does_not_answer(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    other = await town.programme("2027 멘토링")
    async with town.writing() as db:
        await set_stage(db, other, Stage.CLOSED)
        await db.run(feedback_rounds.update().values(programme_id=other))
    haneul.tap(STRONGLY)
    await town.settle()
    assert "참여하신 프로그램의 피드백이 아니에요" in haneul.last.text


@pytest.mark.parametrize("data", ["fb:1:66", "fb:1:-5", "fb:99:0", "fh:1:54", "fb:1:55555"])
async def test_forged_buttons_get_a_kind_answer_and_change_nothing(
    town: Town, boss: Player, circle: Circle, data: str
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    forge(haneul, data)
    await town.settle()
    assert "예전에 보내 드린 버튼" in haneul.toasts[-1].text
    assert await town.rows(feedback_answers) == []
    assert await town.rows(steps) == []


def forge(player: Player, data: str) -> None:
    """Press a button of the last message as if it bore other data."""
    keyboard = player.last.message.inline_keyboard
    assert keyboard
    keyboard[0][0]["callback_data"] = data
    player.tap(data)


async def test_without_a_round_people_hear_so(town: Town, circle: Circle) -> None:
    haneul = circle.mentees[0]
    haneul.say("/feedback")
    await town.settle()
    assert "진행 중인 피드백이 없어요" in haneul.last.text
