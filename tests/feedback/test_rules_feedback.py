"""What feedback promises, decided without a database."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from rules.feedback import (
    LEAST,
    TOPICS,
    WORD_LENGTH,
    AlreadyOpen,
    Nobody,
    Results,
    Round,
    Standing,
    TooLong,
    Topic,
    Why,
    Withheld,
    again_at,
    may_open,
    next_topic,
    read_marks,
    results,
    standing,
    word_of,
    write_marks,
)
from rules.working_hours import USUAL

SEOUL = ZoneInfo("Asia/Seoul")
OPENED = datetime(2026, 6, 1, 1, 0, tzinfo=UTC)
OPEN = Round(7, 1, OPENED, None)
ENDED = Round(7, 1, OPENED, datetime(2026, 6, 8, 1, 0, tzinfo=UTC))


@pytest.mark.parametrize("marks", [(), (1,), (4, 3), (5, 5, 5, 5), (1, 2, 3, 4)])
def test_marks_travel_in_a_button_and_come_back(marks: tuple[int, ...]) -> None:
    assert read_marks(write_marks(marks)) == marks


@pytest.mark.parametrize("digits", [-1, 6, 40, 11111, 123456789, -4325])
def test_marks_no_sheet_can_have_are_refused(digits: int) -> None:
    assert read_marks(digits) is None


def test_each_topic_is_asked_once_and_then_there_is_only_the_free_answer() -> None:
    asked = [next_topic((5,) * given) for given in range(len(TOPICS) + 1)]
    assert asked == [*Topic, None]


def test_a_member_answers_an_open_round_once() -> None:
    assert standing(OPEN, member=True, answered=False) is Standing.OPEN
    assert standing(OPEN, member=True, answered=True) is Standing.ANSWERED


def test_who_answered_is_thanked_even_when_the_round_has_ended() -> None:
    assert standing(ENDED, member=True, answered=True) is Standing.ANSWERED
    assert standing(ENDED, member=True, answered=False) is Standing.CLOSED


def test_a_round_of_another_programme_or_none_is_not_yours() -> None:
    assert standing(OPEN, member=False, answered=False) is Standing.NOT_YOURS
    assert standing(None, member=False, answered=False) is Standing.NOT_YOURS


def test_a_free_answer_is_trimmed_and_bounded() -> None:
    assert word_of("  좋았어요\n") == "좋았어요"
    assert word_of("가" * WORD_LENGTH) == "가" * WORD_LENGTH
    assert word_of("가" * (WORD_LENGTH + 1)) == TooLong(WORD_LENGTH + 1, WORD_LENGTH)


def test_one_round_is_open_at_a_time_and_only_where_somebody_can_answer() -> None:
    assert may_open(None, 3) is None
    assert may_open(ENDED, 3) is None
    assert may_open(OPEN, 3) == AlreadyOpen(OPEN)
    assert may_open(None, 0) == Nobody()


@pytest.mark.parametrize(
    ("opened", "reminded"),
    [
        ("2026-06-01 14:00", "2026-06-02 10:00"),  # within office hours: 20 hours later
        ("2026-06-01 09:00", "2026-06-02 09:00"),  # five in the morning: wait for the office
        ("2026-06-01 23:30", "2026-06-03 09:00"),  # half past seven in the evening: next morning
        ("2026-06-01 22:00", "2026-06-03 09:00"),  # six sharp is over already
        ("2026-06-05 15:00", "2026-06-08 09:00"),  # Saturday: Monday
        ("2026-06-05 23:00", "2026-06-08 09:00"),  # Saturday evening: Monday too
    ],
)
def test_people_are_reminded_on_a_weekday_by_daylight(opened: str, reminded: str) -> None:
    began, wanted = (datetime.fromisoformat(at).replace(tzinfo=SEOUL) for at in (opened, reminded))
    assert again_at(began, 20, USUAL) == wanted


def test_nothing_is_shown_while_the_round_is_open() -> None:
    assert results(OPEN, {"5555": 50}) == Withheld(50, Why.OPEN)


def test_nothing_is_shown_of_fewer_sheets_than_five() -> None:
    assert results(ENDED, {"5555": 3, "1111": 1}) == Withheld(4, Why.FEW)
    assert results(ENDED, {}) == Withheld(0, Why.FEW)


def test_five_sheets_make_results_with_counts_and_means() -> None:
    came = results(ENDED, {"5432": 2, "1432": LEAST - 2})
    assert isinstance(came, Results)
    assert came.sheets == LEAST
    meetings, work, ease, recommend = came.topics
    assert (meetings.topic, list(meetings.counts)) == (Topic.MEETINGS, [3, 0, 0, 0, 2])
    assert meetings.mean == pytest.approx(13 / 5)
    assert [each.mean for each in (work, ease, recommend)] == [4, 3, 2]
