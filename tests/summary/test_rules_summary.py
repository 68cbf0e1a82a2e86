"""What a meeting summary becomes once it is sent."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.day import Standing
from rules.summary import Closed, Overtaken, Replaced, Summary, TooLong, Written, write

NOW = datetime(2026, 12, 4, 12, 0, tzinfo=UTC)
THERE = Summary(7, 21, "함께 걸었어요", NOW)


def test_the_first_one_is_written() -> None:
    assert write(Standing.OPEN, " 시장을 둘러봤어요 ", None, None) == Written("시장을 둘러봤어요")


def test_one_the_writer_has_seen_is_replaced() -> None:
    assert write(Standing.OPEN, "다시 썼어요", THERE, NOW) == Replaced("다시 썼어요")


@pytest.mark.parametrize("seen_at", [None, NOW - timedelta(minutes=1)])
def test_one_the_writer_has_not_seen_is_not_replaced_unasked(seen_at: datetime | None) -> None:
    assert write(Standing.OPEN, "저도 썼어요", THERE, seen_at) == Overtaken(THERE, "저도 썼어요")


def test_two_thousand_units_fit_and_emoji_count_two() -> None:
    assert write(Standing.OPEN, "가" * 2000, None, None) == Written("가" * 2000)
    assert write(Standing.OPEN, "가" * 2001, None, None) == TooLong(2001, 2000)
    assert write(Standing.OPEN, "🌳" * 1001, None, None) == TooLong(2002, 2000)


@pytest.mark.parametrize("standing", [each for each in Standing if each is not Standing.OPEN])
def test_of_a_day_that_is_not_open_nothing_is_written(standing: Standing) -> None:
    assert write(standing, "함께 걸었어요", None, None) == Closed(standing)
