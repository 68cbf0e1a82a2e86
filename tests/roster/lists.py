"""Lists for tests of reading, and what they are read as."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rules.roster import HeadingsMissing, RosterReading, read_roster
from rules.roster_cells import Cell, Row
from rules.roster_row import Problem, RosterPerson

TODAY = date(2026, 3, 20)
HEADINGS = ("구분", "성명", "소속", "직급", "생년월일", "임용일", "관심분야")
SAMPLE = Path(__file__).parents[2] / "samples" / "roster-19-groups.xlsx"


def table(*lines: tuple[Cell, ...]) -> list[Row]:
    return [Row(number, cells) for number, cells in enumerate(lines, start=1) if cells]


def read(*lines: tuple[Cell, ...]) -> RosterReading:
    reading = read_roster(table(*lines), TODAY)
    assert isinstance(reading, RosterReading)
    return reading


def person_in(*cells: Cell) -> RosterPerson:
    reading = read(HEADINGS, cells)
    assert reading.problems == ()
    return reading.people[0]


def problem_in(*cells: Cell) -> Problem:
    reading = read(HEADINGS, cells)
    assert reading.people == ()
    return reading.problems[0]


def refused(*lines: tuple[Cell, ...]) -> HeadingsMissing:
    reading = read_roster(table(*lines), TODAY)
    assert isinstance(reading, HeadingsMissing)
    return reading
