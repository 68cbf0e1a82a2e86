"""Nobody is asked a second time at night."""

from datetime import datetime, time

import pytest

from rules.working_hours import USUAL, on_a_weekday, within

FRIDAY = datetime(2026, 3, 6)  # noqa: DTZ001  # a wall clock


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        (FRIDAY.replace(hour=9), FRIDAY.replace(hour=9)),
        (FRIDAY.replace(hour=17, minute=59), FRIDAY.replace(hour=17, minute=59)),
        (FRIDAY.replace(hour=8, minute=59), FRIDAY.replace(hour=9)),
        (FRIDAY.replace(hour=18), FRIDAY.replace(day=7, hour=9)),
        (FRIDAY.replace(hour=23, minute=30), FRIDAY.replace(day=7, hour=9)),
    ],
)
def test_outside_of_working_hours_it_is_the_next_morning(at: datetime, asked: datetime) -> None:
    assert within(at, USUAL) == asked


def test_on_a_weekend_it_is_monday() -> None:
    monday = FRIDAY.replace(day=9, hour=9)
    assert on_a_weekday(FRIDAY.replace(hour=20), USUAL) == monday
    assert on_a_weekday(FRIDAY.replace(day=7, hour=12), USUAL) == monday
    assert on_a_weekday(FRIDAY.replace(hour=12), USUAL) == FRIDAY.replace(hour=12)


def test_an_office_has_hours_of_its_own() -> None:
    early = (time(7, 30), time(12))
    assert within(FRIDAY.replace(hour=13), early) == FRIDAY.replace(day=7, hour=7, minute=30)
