"""One row of a roster: the person it names, or what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.people import Role
from rules.roster_cells import (
    ERROR_VALUES,
    Cell,
    Formula,
    Row,
    bare_word,
    cell_text,
    clean,
    raw_text,
)
from rules.roster_dates import (
    DateFault,
    Window,
    appointment_window,
    birth_window,
    read_date,
)
from rules.roster_headings import REQUIRED, Column, Headings, column_of

NAME_LENGTH = 60
"""Characters a name may have."""
VALUE_LENGTH = 60
"""Characters a department, job series, grade or single interest may have."""
QUOTED_LENGTH = 80
"""Characters of a wrong value that a problem carries."""


class ProblemReason(StrEnum):
    """Why a row gave no person."""

    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    NO_ROLE = "no_role"
    UNKNOWN_ROLE = "unknown_role"
    VALUE_TOO_LONG = "value_too_long"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    # The same words as DateFault, which becomes one of these.
    UNREADABLE_DATE = "unreadable_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    DATE_IN_FUTURE = "date_in_future"
    IMPOSSIBLE_DATE = "impossible_date"
    APPOINTED_BEFORE_BIRTH = "appointed_before_birth"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the row at `line`: the first thing found, in reading order.

    `value` is the cell as it stands, cut to 80 characters, `column` the column it stands in;
    `earlier` is the line of the same person when the reason is TWICE.
    """

    line: int
    reason: ProblemReason
    value: str = ""
    column: Column | None = None
    earlier: int | None = None


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One person as the roster has them; a text is empty and a date None where it says nothing."""

    line: int
    role: Role
    name: str
    department: str = ""
    job_series: str = ""
    grade: str = ""
    born_on: date | None = None
    appointed_on: date | None = None
    interests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the rows below the headings."""

    places: dict[Column, int]
    births: Window
    appointments: Window

    @classmethod
    def under(cls, headings: Headings, today: date) -> Layout:
        """The layout below `headings`; `today` is the day in the programme's zone."""
        places = {heading.column: heading.index for heading in headings.understood}
        return cls(places, birth_window(today), appointment_window(today))


_Cells = dict[Column, Cell]


def read_row(row: Row, layout: Layout) -> RosterPerson | Problem | None:
    """The person in a row, what is wrong with it, or None for a row that names nobody."""
    cells: _Cells = {
        column: _said(row.cells[place]) if place < len(row.cells) else None
        for column, place in layout.places.items()
        if column is not Column.NUMBER
    }
    if _names_nobody(row, cells):
        return None
    wrong = _computed(row, cells) or _misnamed(row, cells) or _too_long(row, cells)
    return wrong or _read_person(row, cells, layout)


def role_of(text: str) -> Role | None:
    """The role a word stands for, as 대표 멘토, 멘토(대표), 신규 or lead mentor."""
    return _ROLES.get(bare_word(text).rstrip("0123456789"))


_ROLE_WORDS = {
    Role.LEAD: "대표멘토 대표 멘토대표 리드멘토 leadmentor lead mentorlead"
    " representativementor representative",
    Role.MENTOR: "멘토 중간멘토 중간 멘토중간 일반멘토 mentor intermediatementor intermediate"
    " mentorintermediate",
    Role.MENTEE: "멘티 신규 신규멘티 멘티신규 신규공무원 신규임용자 신규직원 신규자"
    " mentee newofficial",
}
_ROLES = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}

_SAYS_NOTHING = frozenset({"-", "–", "—", "―", ".", "없음", "해당없음", "해당 없음"})
_FOOTNOTE_MARKS = ("※", "*", "＊", "☞", "주)", "주:", "주 :")
_CLOSING_WORDS = frozenset(
    ["합계", "소계", "총계", "계", "총원", "총인원", "이하여백", "끝", "total", "subtotal", "sum"]
)
_BETWEEN_INTERESTS = re.compile(r"[,/·;\n\r、，ㆍ・‧•|；]")
_MOST_INTERESTS = 20
_BARE_GRADE = re.compile(r"([1-9])\s*급?")


def _said(cell: Cell) -> Cell:
    return None if isinstance(cell, str) and clean(cell) in _SAYS_NOTHING else cell


def _names_nobody(row: Row, cells: _Cells) -> bool:
    texts = [text for text in map(cell_text, row.cells) if text]
    if not any(cell_text(cell) for cell in cells.values()):
        return True
    if all(column_of(cells[column]) is column for column in REQUIRED):
        return True  # the headings again, at the top of a printed page
    unnamed = len(texts) == 1 or not cell_text(cells[Column.NAME])
    is_footnote = unnamed and texts[0].startswith(_FOOTNOTE_MARKS)
    return is_footnote or bare_word(texts[0]) in _CLOSING_WORDS


def _problem(row: Row, reason: ProblemReason, column: Column, cells: _Cells) -> Problem:
    return Problem(row.number, reason, cell_text(cells[column])[:QUOTED_LENGTH], column)


def _computed(row: Row, cells: _Cells) -> Problem | None:
    for column, cell in cells.items():
        if isinstance(cell, Formula):
            return _problem(row, ProblemReason.FORMULA, column, cells)
        if isinstance(cell, str) and clean(cell).upper() in ERROR_VALUES:
            return _problem(row, ProblemReason.ERROR_VALUE, column, cells)
    return None


def _misnamed(row: Row, cells: _Cells) -> Problem | None:
    name = cell_text(cells[Column.NAME])
    if not name:
        return Problem(row.number, ProblemReason.NO_NAME, column=Column.NAME)
    if len(name) > NAME_LENGTH:
        return _problem(row, ProblemReason.NAME_TOO_LONG, Column.NAME, cells)
    return None


def _too_long(row: Row, cells: _Cells) -> Problem | None:
    for column in (Column.DEPARTMENT, Column.JOB_SERIES, Column.GRADE):
        if len(cell_text(cells.get(column))) > VALUE_LENGTH:
            return _problem(row, ProblemReason.VALUE_TOO_LONG, column, cells)
    interests = _interests(cells)
    if len(interests) > _MOST_INTERESTS or any(len(each) > VALUE_LENGTH for each in interests):
        return _problem(row, ProblemReason.VALUE_TOO_LONG, Column.INTERESTS, cells)
    return None


def _read_person(row: Row, cells: _Cells, layout: Layout) -> RosterPerson | Problem:
    written_role = cell_text(cells[Column.ROLE])
    role = role_of(written_role)
    if role is None:
        reason = ProblemReason.UNKNOWN_ROLE if written_role else ProblemReason.NO_ROLE
        return _problem(row, reason, Column.ROLE, cells)
    born_on = read_date(cells.get(Column.BORN_ON), layout.births)
    if isinstance(born_on, DateFault):
        return _problem(row, ProblemReason(born_on.value), Column.BORN_ON, cells)
    appointed_on = read_date(cells.get(Column.APPOINTED_ON), layout.appointments)
    if isinstance(appointed_on, DateFault):
        return _problem(row, ProblemReason(appointed_on.value), Column.APPOINTED_ON, cells)
    if born_on and appointed_on and appointed_on <= born_on:
        return _problem(row, ProblemReason.APPOINTED_BEFORE_BIRTH, Column.APPOINTED_ON, cells)
    return RosterPerson(
        line=row.number,
        role=role,
        name=cell_text(cells[Column.NAME]),
        department=cell_text(cells.get(Column.DEPARTMENT)),
        job_series=cell_text(cells.get(Column.JOB_SERIES)),
        grade=_grade(cells),
        born_on=born_on,
        appointed_on=appointed_on,
        interests=_interests(cells),
    )


def _grade(cells: _Cells) -> str:
    written = cell_text(cells.get(Column.GRADE))
    # A bare figure is written out, so that one grade is one word when groups are balanced.
    bare = _BARE_GRADE.fullmatch(written)
    return f"{bare[1]}급" if bare else written


def _interests(cells: _Cells) -> tuple[str, ...]:
    parts = map(clean, _BETWEEN_INTERESTS.split(raw_text(cells.get(Column.INTERESTS))))
    return tuple(dict.fromkeys(part for part in parts if part))
