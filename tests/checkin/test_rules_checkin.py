"""What a tap on a check-in is taken for."""

from datetime import UTC, datetime

import pytest

from rules.checkin import (
    AlreadyAnswered,
    Changed,
    Checkin,
    Closed,
    Recorded,
    Score,
    TooLong,
    answer,
    word_of,
)
from rules.day import Standing

NOW = datetime(2026, 12, 4, 12, 0, tzinfo=UTC)
FOUR = Checkin(7, 21, 4, None, NOW)


def test_the_first_tap_is_recorded() -> None:
    assert answer(Standing.OPEN, None, Score.FOUR) == Recorded(Score.FOUR)


def test_another_tap_changes_the_answer_and_the_same_again_does_nothing() -> None:
    assert answer(Standing.OPEN, FOUR, Score.TWO) == Changed(4, Score.TWO)
    assert answer(Standing.OPEN, FOUR, Score.FOUR) == AlreadyAnswered(Score.FOUR)


@pytest.mark.parametrize("standing", [each for each in Standing if each is not Standing.OPEN])
def test_a_closed_check_in_takes_nothing_and_says_why(standing: Standing) -> None:
    assert answer(standing, FOUR, Score.ONE) == Closed(standing)


def test_a_word_has_room_for_a_few_sentences() -> None:
    assert word_of("  든든했어요 ") == "든든했어요"
    assert word_of("가" * 500) == "가" * 500
    assert word_of("가" * 501) == TooLong(501, 500)
