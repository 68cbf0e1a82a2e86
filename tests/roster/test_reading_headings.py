"""The heading row is found and understood, or what is missing is named."""

from __future__ import annotations

import pytest

from rules.roster import HeadingsMissing, RosterReading, read_first_roster
from rules.roster_cells import Formula
from rules.roster_headings import Column
from tests.roster.lists import (
    HEADINGS,
    TODAY,
    read,
    refused,
    table,
)


class TestHeadings:
    @pytest.mark.parametrize(
        "headings",
        [
            ("구분", "성명", "부서"),
            ("역할", "이름", "과"),
            ("role", "Name", "Department"),
            ("구분(멘토/멘티)", "성 명", "소속\n부서"),
            ("(필수) 구분 *", "[필수]이름", "소속"),
        ],
    )
    def test_korean_and_english_headings_are_understood(self, headings: tuple[str, ...]) -> None:
        reading = read(headings, ("멘티", "이보라", "세무과"))
        assert reading.columns == (Column.ROLE, Column.NAME, Column.DEPARTMENT)

    def test_every_column_has_its_english_heading(self) -> None:
        english = "No,Role,Name,Department,Job series,Grade,Birth date,Appointed,Interests"
        reading = read(tuple(english.split(",")), (1, "mentee", "Ann"))
        assert reading.columns == tuple(Column)

    def test_titles_and_empty_rows_may_stand_above(self) -> None:
        reading = read(("2026년 명단",), (), ("(2026. 3.)",), (), HEADINGS, ("멘티", "이보라"))
        assert reading.headings.line == 5
        assert reading.people[0].line == 6

    def test_headings_may_be_spread_over_two_rows_by_merged_cells(self) -> None:
        reading = read(
            ("명단",),
            ("연번", "구분", "인적사항"),
            (None, None, "성명", "소속"),
            (1, "멘티", "이보라", "세무과"),
        )
        assert reading.columns == (Column.NUMBER, Column.ROLE, Column.NAME, Column.DEPARTMENT)
        assert [person.department for person in reading.people] == ["세무과"]

    def test_of_office_and_department_the_narrower_is_taken(self) -> None:
        for headings, cells in (
            (("구분", "성명", "소속", "부서"), ("멘티", "이보라", "중랑구", "세무과")),
            (("구분", "성명", "부서", "소속"), ("멘티", "이보라", "세무과", "중랑구")),
        ):
            reading = read(headings, cells)
            assert reading.people[0].department == "세무과"
            assert reading.headings.ignored == ("소속",)

    def test_unknown_columns_are_ignored_and_named(self) -> None:
        reading = read(("구분", "성명", "차량번호", 2026), ("멘티", "이보라", Formula("=1"), 1))
        assert reading.headings.ignored == ("차량번호", "2026")
        assert len(reading.people) == 1

    def test_a_list_without_roles_is_refused_with_what_was_understood(self) -> None:
        answer = refused(("명단",), ("성명", "부서", "비고"), ("이보라", "세무과"))
        assert answer.missing == (Column.ROLE,)
        assert [each.text for each in answer.nearest.understood] == ["성명", "부서"]
        assert answer.nearest.line == 2

    def test_something_else_altogether_misses_both(self) -> None:
        answer = refused(("품목", "수량"), ("볼펜", 12))
        assert answer.missing == (Column.NAME, Column.ROLE)
        assert answer.nearest.understood == ()

    def test_the_first_sheet_with_headings_is_read(self) -> None:
        cover = table(("표지",))
        half = table(("성명", "부서"))
        reading = read_first_roster([cover, half, table(HEADINGS, ("멘티", "이보라"))], TODAY)
        assert isinstance(reading, RosterReading)
        assert len(reading.people) == 1

    def test_when_no_sheet_has_them_the_nearest_is_named(self) -> None:
        answer = read_first_roster([table(("성명", "부서")), table(("표지",))], TODAY)
        assert isinstance(answer, HeadingsMissing)
        assert len(answer.nearest.understood) == 2

    def test_no_sheet_at_all_misses_both(self) -> None:
        answer = read_first_roster([], TODAY)
        assert isinstance(answer, HeadingsMissing)
        assert answer.missing == (Column.NAME, Column.ROLE)
