"""What mentors type, and what it is taken for. Today is Wednesday, 25 November 2026."""

from datetime import date, time

import pytest

from rules.day import Refusal, Refused
from rules.day_when import When, read_when

TODAY = date(2026, 11, 25)
FOURTH = date(2026, 12, 4)  # a Friday
HALF_PAST_SIX = time(18, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-04 18:30 구청 앞",
        "2026. 12. 4. 18:30 구청 앞",
        "2026/12/4, 18:30, 구청 앞",
        "26.12.4 18:30 구청 앞",
        "26. 12. 4. 오후 6:30 구청 앞",
        "12/4 18:30 구청 앞",
        "12.4 18:30 구청 앞에서",
        "12. 4. 18:30 구청 앞",
        "12-4 6:30pm 구청 앞",
        "12/4 6:30 PM 구청 앞",
        "12월 4일 저녁 6시 30분 구청 앞",
        "12월4일 저녁6시반에 구청 앞에서",
        "12월 4일(금) 18시 30분 구청  앞",
        "12월 4일 금요일 6시 반 구청 앞",
        " 2026년 12월 4일 밤 6:30\n구청 앞 ",
        "다음 주 금요일 18:30 구청 앞",
    ],
)
def test_half_past_six_in_front_of_the_office_is_understood_however_it_is_written(
    typed: str,
) -> None:
    assert read_when(typed, TODAY) == When(FOURTH, HALF_PAST_SIX, "구청 앞")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("오늘 18:30", TODAY),
        ("Tomorrow 18:30", date(2026, 11, 26)),
        ("모레 18:30", date(2026, 11, 27)),
        ("수요일 18:30", TODAY),
        ("화요일 18:30", date(2026, 12, 1)),
        ("이번주 월요일 18:30", date(2026, 11, 23)),
        ("다음주 월요일 18:30", date(2026, 11, 30)),
        ("1/8 18:30", date(2027, 1, 8)),
        ("11/24 18:30", date(2026, 11, 24)),
    ],
)
def test_a_date_without_a_year_is_the_next_unless_the_one_just_past_is_nearer(
    typed: str, day: date
) -> None:
    assert read_when(typed, TODAY) == When(day, HALF_PAST_SIX, "")


def test_the_leap_day_is_found_in_the_year_that_has_it() -> None:
    assert read_when("2/29 18:30", date(2027, 11, 1)) == When(date(2028, 2, 29), HALF_PAST_SIX, "")
    assert read_when("2/29 18:30", date(2028, 3, 1)) == When(date(2028, 2, 29), HALF_PAST_SIX, "")


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("6시", time(18)),
        ("7:00", time(19)),
        ("07:00", time(7)),
        ("8시", time(8)),
        ("11:30", time(11, 30)),
        ("오전 7시", time(7)),
        ("아침 10시 5분", time(10, 5)),
        ("점심 12시", time(12)),
        ("점심 1시", time(13)),
        ("낮 11시 반", time(11, 30)),
        ("오후 12시 30분", time(12, 30)),
        ("오후 18시", time(18)),
        ("밤 9시", time(21)),
        ("정오", time(12)),
        ("7 pm", time(19)),
        ("9am", time(9)),
        ("0:30", time(0, 30)),
    ],
)
def test_an_hour_is_taken_for_the_one_people_meet_at(typed: str, clock: time) -> None:
    assert read_when(f"12/4 {typed}", TODAY) == When(FOURTH, clock, "")


@pytest.mark.parametrize("typed", ["12/4", "12월 4일(금)", "2026-12-04"])
def test_a_time_may_be_left_for_later(typed: str) -> None:
    assert read_when(typed, TODAY) == When(FOURTH, None, "")


def test_a_place_without_a_time_is_kept() -> None:
    assert read_when("12/4 3층 회의실", TODAY) == When(FOURTH, None, "3층 회의실")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Refusal.UNREADABLE),
        ("곧 만나요", Refusal.UNREADABLE),
        ("18:30 구청 앞", Refusal.UNREADABLE),
        ("2026-02-31 18:30", Refusal.NO_SUCH_DAY),
        ("2월 31일 18:30", Refusal.NO_SUCH_DAY),
        ("2/29 18:30", Refusal.NO_SUCH_DAY),
        ("13/4 18:30", Refusal.NO_SUCH_DAY),
        ("12월 4일 목요일 18:30", Refusal.WRONG_WEEKDAY),
        ("12/4(토) 18:30", Refusal.WRONG_WEEKDAY),
        ("12/4 24:00", Refusal.NO_SUCH_TIME),
        ("12/4 18:75", Refusal.NO_SUCH_TIME),
        ("12/4 오전 18시", Refusal.NO_SUCH_TIME),
        ("12/4 밤 12시", Refusal.NO_SUCH_TIME),
        ("12/4 18:30 " + "가" * 101, Refusal.LONG_PLACE),
    ],
)
def test_what_can_not_be_meant_is_refused_with_its_reason(typed: str, why: Refusal) -> None:
    assert read_when(typed, TODAY) == Refused(why)
