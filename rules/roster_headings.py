"""Where a roster's table begins, and which of its columns says what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.roster_cells import Cell, Row, bare_word, cell_text, raw_text


class Column(StrEnum):
    """What a column of a roster says about a person."""

    NUMBER = "number"
    ROLE = "role"
    NAME = "name"
    DEPARTMENT = "department"
    JOB_SERIES = "job_series"
    GRADE = "grade"
    BORN_ON = "born_on"
    APPOINTED_ON = "appointed_on"
    INTERESTS = "interests"


REQUIRED = (Column.NAME, Column.ROLE)
"""Without these a list is no roster."""

SEARCHED_ROWS = 50
"""How many rows that hold something may stand above the headings, headings included."""

# Earlier spellings win where a list has two of them: of 소속 and 부서 the narrower.
_SPELLINGS: dict[Column, str] = {
    Column.NUMBER: "연번 번호 순번 일련번호 no number",
    Column.ROLE: "구분 역할 참여구분 참여유형 멘토멘티구분 멘토멘티 role",
    Column.NAME: "성명 이름 성함 name fullname",
    Column.DEPARTMENT: "부서 부서명 소속부서 근무부서 현부서 과 소속과 소속 소속기관"
    " department dept division team",
    Column.JOB_SERIES: "직렬 직렬명 직군 jobseries series",
    Column.GRADE: "직급 급수 직급명 계급 grade rank",
    Column.BORN_ON: "생년월일 생일 출생일 출생년월일"
    " birthdate dateofbirth birthday dob born bornon",
    Column.APPOINTED_ON: "임용일 임용일자 임용년월일 임용연월일 최초임용일 최초임용일자 신규임용일"
    " appointed appointedon appointmentdate dateofappointment",
    Column.INTERESTS: "관심분야 관심사 관심 관심사항 관심분야및취미 취미"
    " interests interest hobbies",
}
_KNOWN: dict[str, tuple[Column, int]] = {
    spelling: (column, rank)
    for column, spellings in _SPELLINGS.items()
    for rank, spelling in enumerate(spellings.split())
}
_REMARK = re.compile(r"[(（\[][^)）\]]*[)）\]]?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was understood; `index` counts columns from 0."""

    column: Column
    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading row at `line`: what was understood, and the rest as it is written."""

    line: int
    understood: tuple[Heading, ...]
    ignored: tuple[str, ...]

    @property
    def missing(self) -> tuple[Column, ...]:
        """The required columns that are not among these headings."""
        present = {heading.column for heading in self.understood}
        return tuple(column for column in REQUIRED if column not in present)


NOTHING_FOUND = Headings(line=0, understood=(), ignored=())


def column_of(cell: Cell) -> Column | None:
    """The column a cell is the heading of, if it is one."""
    known = _lookup(cell)
    return known[0] if known else None


def find_headings(rows: Sequence[Row]) -> Headings:
    """The first row that heads a roster, or else the row that comes nearest to it.

    Looks at each row alone, and at each row laid over the one above it, for
    headings that are spread over two rows by merged cells.
    """
    nearest = NOTHING_FOUND
    for headings in _candidates(rows):
        if not headings.missing:
            return headings
        if len(headings.understood) > len(nearest.understood):
            nearest = headings
    return nearest


def _candidates(rows: Sequence[Row]) -> Iterator[Headings]:
    above: tuple[Cell, ...] = ()
    for row in rows:
        alone = _read_headings(row.number, row.cells)
        if alone.missing and alone.understood:
            yield _read_headings(row.number, _overlay(above, row.cells))
        yield alone
        above = row.cells


def _overlay(above: tuple[Cell, ...], below: tuple[Cell, ...]) -> tuple[Cell, ...]:
    width = max(len(above), len(below))
    padded = zip(_pad(above, width), _pad(below, width), strict=True)
    return tuple(upper if _lookup(lower) is None else lower for upper, lower in padded)


def _pad(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells + (None,) * (width - len(cells))


def _read_headings(line: int, cells: tuple[Cell, ...]) -> Headings:
    best: dict[Column, tuple[int, Heading]] = {}
    for index, cell in enumerate(cells):
        if (known := _lookup(cell)) is not None:
            column, rank = known
            if column not in best or rank < best[column][0]:
                best[column] = (rank, Heading(column, cell_text(cell), index))
    understood = tuple(sorted((found for _, found in best.values()), key=lambda each: each.index))
    taken = {heading.index for heading in understood}
    texts = ((index, cell_text(cell)) for index, cell in enumerate(cells))
    return Headings(line, understood, tuple(t for i, t in texts if t and i not in taken))


def _lookup(cell: Cell) -> tuple[Column, int] | None:
    # A remark in brackets says how to fill the column in, not what it is: 생년월일(6자리).
    return _KNOWN.get(bare_word(_REMARK.sub("", raw_text(cell)))) if isinstance(cell, str) else None
