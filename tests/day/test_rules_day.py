"""When a mentoring day may be set, moved or cancelled, and what is still worth saying about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.day import (
    Closed,
    Day,
    DayState,
    Ended,
    NotYours,
    Overtaken,
    Refusal,
    Refused,
    Standing,
    may_change,
    may_set,
    place_of,
    reminders,
    standing,
    worth_reminding,
)
from rules.day_calendar import HALF_HOURS, moment, months_beside, weeks

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
EVENING = datetime(2026, 12, 4, 9, 30, tzinfo=UTC)
LENGTH = timedelta(hours=2)
DAY = Day(7, 3, EVENING, "구청 앞", DayState.PLANNED, 1, 11, NOW)
CALLED_OFF = replace(DAY, state=DayState.CANCELLED)


def test_a_coming_evening_may_be_set() -> None:
    assert may_set(EVENING, NOW, [], LENGTH) is None


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (NOW, Refusal.PAST),
        (NOW - timedelta(days=3), Refusal.PAST),
        (NOW + timedelta(days=367), Refusal.TOO_FAR),
    ],
)
def test_the_past_and_the_year_after_next_may_not(at: datetime, why: Refusal) -> None:
    assert may_set(at, NOW, [], LENGTH) == Refused(why)


def test_a_group_does_not_meet_twice_at_a_time() -> None:
    during = EVENING + timedelta(minutes=90)
    assert may_set(during, NOW, [DAY], LENGTH) == Refused(Refusal.CLASH, DAY)
    assert may_set(EVENING - timedelta(minutes=90), NOW, [DAY], LENGTH) == Refused(
        Refusal.CLASH, DAY
    )
    assert may_set(EVENING + LENGTH, NOW, [DAY], LENGTH) is None


def test_a_day_that_moves_is_not_in_its_own_way() -> None:
    assert may_set(EVENING + timedelta(minutes=30), NOW, [DAY], LENGTH, but=DAY.id) is None


def test_a_mentor_of_the_group_may_change_the_day_as_it_stands() -> None:
    assert may_change(DAY, 3, 1, held=False) is DAY


def test_nobody_changes_a_day_of_another_group_or_none_at_all() -> None:
    assert may_change(DAY, 4, 1, held=False) == NotYours()
    assert may_change(DAY, None, 1, held=False) == NotYours()
    assert may_change(None, 3, 1, held=False) == NotYours()


def test_of_two_mentors_the_second_is_told_what_holds_now() -> None:
    assert may_change(DAY, 3, 0, held=False) == Overtaken(DAY)


def test_what_was_cancelled_or_has_taken_place_stays() -> None:
    assert may_change(CALLED_OFF, 3, 0, held=False) == Closed(Ended.CANCELLED, CALLED_OFF)
    assert may_change(DAY, 3, 1, held=True) == Closed(Ended.HELD, DAY)


def test_a_place_is_one_line_of_at_most_a_hundred_characters() -> None:
    assert place_of("  구청 앞\n정문 ") == "구청 앞 정문"
    assert place_of("") == ""
    assert place_of("가" * 100) == "가" * 100
    assert place_of("가" * 101) == Refused(Refusal.LONG_PLACE)


def test_reminders_that_would_be_late_already_are_not_planned() -> None:
    day_before, shortly_before = EVENING - timedelta(hours=24), EVENING - timedelta(hours=2)
    assert reminders(EVENING, NOW, (24, 2)) == [(24, day_before), (2, shortly_before)]
    assert reminders(EVENING, day_before, (24, 2)) == [(2, shortly_before)]
    assert reminders(EVENING, EVENING - timedelta(hours=1), (24, 2)) == []


def test_a_reminder_helps_until_the_day_begins() -> None:
    assert worth_reminding(DAY, EVENING - timedelta(minutes=1))
    assert not worth_reminding(DAY, EVENING)
    assert not worth_reminding(CALLED_OFF, NOW)
    assert not worth_reminding(None, NOW)


@pytest.mark.parametrize(
    ("day", "group_id", "sequence", "after", "expected"),
    [
        (None, 3, 1, 0, Standing.NOT_YOURS),
        (DAY, 4, 1, 0, Standing.NOT_YOURS),
        (DAY, None, 1, 0, Standing.NOT_YOURS),
        (CALLED_OFF, 3, 1, 0, Standing.CANCELLED),
        (DAY, 3, 0, 0, Standing.MOVED),
        (DAY, 3, 1, -1, Standing.NOT_YET),
        (DAY, 3, 1, 0, Standing.OPEN),
        (DAY, 3, 1, 24 * 7 - 1, Standing.OPEN),
        (DAY, 3, 1, 24 * 7, Standing.OVER),
    ],
)
def test_a_day_is_reported_on_from_its_beginning_for_a_week(
    day: Day | None, group_id: int | None, sequence: int, after: int, expected: Standing
) -> None:
    now = EVENING + timedelta(hours=after)
    assert standing(day, group_id, sequence, now, timedelta(days=7)) is expected


def test_without_an_end_it_stays_open() -> None:
    assert standing(DAY, 3, 1, EVENING + timedelta(days=300)) is Standing.OPEN


def test_a_month_is_shown_in_weeks_that_begin_on_sunday() -> None:
    rows = weeks(date(2026, 12, 4))
    assert rows[0] == [None, None, *(date(2026, 12, day) for day in range(1, 6))]
    assert rows[-1] == [*(date(2026, 12, day) for day in range(27, 32)), None, None]


def test_the_calendar_is_turned_from_this_month_to_a_year_ahead() -> None:
    today = date(2026, 11, 25)
    assert months_beside(date(2026, 11, 30), today) == (None, date(2026, 12, 1))
    assert months_beside(date(2027, 1, 31), today) == (date(2026, 12, 1), date(2027, 2, 1))
    assert months_beside(date(2027, 11, 3), today) == (date(2027, 10, 1), None)


def test_half_hours_from_eight_to_half_past_nine_are_offered() -> None:
    assert (HALF_HOURS[0].hour, HALF_HOURS[-1].hour, len(HALF_HOURS)) == (8, 21, 28)


def test_wall_clocks_are_read_in_the_zone_of_the_office() -> None:
    wall = datetime(2026, 12, 4, 18, 30)  # noqa: DTZ001  # a wall clock knows no zone
    assert moment(wall, ZoneInfo("Asia/Seoul")) == EVENING
    assert moment(wall, ZoneInfo("America/New_York")) == datetime(2026, 12, 4, 23, 30, tzinfo=UTC)


def test_an_hour_the_clocks_skip_is_none_and_one_shown_twice_is_the_first() -> None:
    new_york = ZoneInfo("America/New_York")
    skipped = datetime(2027, 3, 14, 2, 30)  # noqa: DTZ001  # a wall clock knows no zone
    twice = datetime(2026, 11, 1, 1, 30)  # noqa: DTZ001  # a wall clock knows no zone
    assert moment(skipped, new_york) is None
    assert moment(twice, new_york) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
