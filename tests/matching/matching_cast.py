"""The people of the matching tests, and the sample roster read as plainly as can be."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import openpyxl

from rules.matching import Candidate, Group, Grouping, breaches
from rules.people import Role

SAMPLE = Path(__file__).parents[2] / "samples" / "roster-19-groups.xlsx"
ROLES = {"대표멘토": Role.LEAD, "중간멘토": Role.MENTOR, "멘티": Role.MENTEE}


def person(
    member_id: int,
    role: Role,
    *,
    department: str = "세무1과",
    job_series: str = "행정",
    born_year: int | None = 1995,
    interests: Sequence[str] = (),
) -> Candidate:
    return Candidate(member_id, role, department, job_series, "9급", born_year, tuple(interests))


def sample_roster() -> list[Candidate]:
    sheet = openpyxl.load_workbook(SAMPLE).worksheets[0]
    rows = sheet.iter_rows(min_row=5, values_only=True)
    return [_candidate(row) for row in rows if row[1] in ROLES]


def _candidate(row: Sequence[object]) -> Candidate:
    number, role, _, department, job_series, grade, born, _, interests = row
    words = tuple(word.strip() for word in str(interests or "").split(",") if word.strip())
    year = int(str(born)[:4])
    return Candidate(
        int(str(number)),
        ROLES[str(role)],
        str(department),
        str(job_series),
        str(grade),
        year,
        words,
    )


def every_grouping(people: Sequence[Candidate], groups: int) -> list[Grouping]:
    """All groupings of a few people that keep the hard rules: each way to place each person
    is tried and asked for its breaches, so this knows nothing of shapes or of the solver.

    The leads (or, without leads, the mentors) keep their order: groups have no names.
    """
    first = Role.LEAD if any(one.role is Role.LEAD for one in people) else Role.MENTOR
    rest = [one for one in people if one.role is not first]
    opening = [one for one in people if one.role is first]
    ways = product(range(groups), repeat=len(rest))
    found = (_grouping([*opening, *rest], [*range(groups), *way], groups) for way in ways)
    return [each for each in found if not breaches(each, people)]


def _grouping(people: Sequence[Candidate], places: Sequence[int], groups: int) -> Grouping:
    seats: list[dict[Role, list[int]]] = [{role: [] for role in Role} for _ in range(groups)]
    for one, place in zip(people, places, strict=True):
        seats[place][one.role].append(one.member_id)
    return Grouping(tuple(_group(number, each) for number, each in enumerate(seats, 1)))


def _group(number: int, seats: dict[Role, list[int]]) -> Group:
    lead = next(iter(seats[Role.LEAD]), None)
    return Group(number, lead, tuple(seats[Role.MENTOR]), tuple(seats[Role.MENTEE]))
