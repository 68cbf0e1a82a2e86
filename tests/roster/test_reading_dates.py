"""Dates are read the ways Korean offices write them, and only believable ones are believed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.roster_cells import Cell
from rules.roster_dates import (
    DateFault,
    appointment_window,
    birth_window,
    read_date,
)

TODAY = date(2026, 3, 20)
BIRTHS = birth_window(TODAY)
APPOINTMENTS = appointment_window(TODAY)
BORAS_BIRTHDAY = date(1998, 2, 12)

birth_dates = st.dates(BIRTHS.earliest, BIRTHS.latest)


@pytest.mark.parametrize(
    "written",
    [
        "1998-02-12",
        "1998.2.12.",
        "1998. 2. 12.",
        "1998.02.12",
        "1998/2/12",
        "98.02.12",
        "'98.2.12.",
        "98-02-12",
        "19980212",
        "980212",
        19980212,
        980212,
        980212.0,
        "1998년 2월 12일",
        "98년2월12일",
        "1998.2.12.(목)",
        "98.2.12. 생",
        "1998-02-12 00:00:00",
        "1998-02-12T00:00:00",
        datetime(1998, 2, 12, 0, 0),  # noqa: DTZ001  (cells have no zone)
        BORAS_BIRTHDAY,
        35838,
        35838.0,
        "35838",
    ],
)
def test_boras_birthday_is_understood_however_it_is_written(written: Cell) -> None:
    assert read_date(written, BIRTHS) == BORAS_BIRTHDAY


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_an_empty_cell_says_nothing(empty: Cell) -> None:
    assert read_date(empty, BIRTHS) is None


@pytest.mark.parametrize(
    "written",
    [
        "1998-02-30",
        "1998-13-01",
        "19980230",
        "980230",
        "1998",
        1998,
        "1998년",
        "9802121",
        "980212-1",
        "생일",
        "1",
        -5,
        -12345,
        True,
        float("nan"),
        float("inf"),
        time(9, 0),
        timedelta(days=1),
    ],
)
def test_what_is_no_date_is_not_made_one(written: Cell) -> None:
    assert read_date(written, BIRTHS) is DateFault.UNREADABLE


@pytest.mark.parametrize("written", ["2026-03-21", "2030.1.1.", date(2027, 1, 1)])
def test_nobody_is_born_after_today(written: Cell) -> None:
    assert read_date(written, BIRTHS) is DateFault.FUTURE


@pytest.mark.parametrize("written", ["2026-03-20", "2011-03-21", "1901-01-01", "15.01.01"])
def test_children_and_people_over_ninety_nine_are_on_no_roster(written: Cell) -> None:
    assert read_date(written, BIRTHS) is DateFault.IMPOSSIBLE


def test_two_figures_of_a_year_mean_the_century_that_can_be() -> None:
    assert read_date("02.05.12", BIRTHS) == date(2002, 5, 12)
    assert read_date("62.05.12", BIRTHS) == date(1962, 5, 12)
    assert read_date("95.05.12", APPOINTMENTS) == date(1995, 5, 12)
    assert read_date("25.05.12", APPOINTMENTS) == date(2025, 5, 12)


@pytest.mark.parametrize(("figures", "day"), [(20512, date(2002, 5, 12)), (101, date(2000, 1, 1))])
def test_a_birth_date_that_lost_its_leading_zero_is_found_again(figures: int, day: date) -> None:
    assert read_date(figures, BIRTHS) == day


def test_figures_that_may_mean_two_days_are_not_guessed() -> None:
    # Excel's day 30512 is 15 July 1983; 030512 is 12 May 2003. Both may be on a roster.
    assert read_date(30512, BIRTHS) is DateFault.AMBIGUOUS
    assert read_date("030512", BIRTHS) == date(2003, 5, 12)


def test_an_appointment_may_lie_a_year_ahead_and_sixty_back() -> None:
    assert read_date("2027-03-20", APPOINTMENTS) == date(2027, 3, 20)
    assert read_date("2027-03-21", APPOINTMENTS) is DateFault.FUTURE
    assert read_date("1966-03-20", APPOINTMENTS) == date(1966, 3, 20)
    assert read_date("1966-03-19", APPOINTMENTS) is DateFault.IMPOSSIBLE


def test_windows_stand_on_a_leap_day_too() -> None:
    assert birth_window(date(2028, 2, 29)).latest == date(2013, 2, 28)


@given(birth_dates, st.sampled_from(["%Y-%m-%d", "%Y.%m.%d.", "%Y%m%d", "%Y년 %m월 %d일"]))
def test_any_full_date_is_read_back(day: date, form: str) -> None:
    assert read_date(day.strftime(form), BIRTHS) == day


@given(birth_dates, st.sampled_from(["%y.%m.%d", "%y%m%d", "%y-%m-%d"]))
def test_any_date_with_a_short_year_is_read_back(day: date, form: str) -> None:
    assert read_date(day.strftime(form), BIRTHS) == day


@given(st.text() | st.integers() | st.floats() | st.datetimes())
def test_nothing_in_a_cell_makes_the_reading_fail(cell: Cell) -> None:
    for window in (BIRTHS, APPOINTMENTS):
        found = read_date(cell, window)
        assert not isinstance(found, date) or window.earliest <= found <= window.latest
