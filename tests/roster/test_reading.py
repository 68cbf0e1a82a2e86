"""A coordinator's list becomes people, and what is wrong with it has a line and a reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rules.people import Role
from rules.roster import RosterReading, read_first_roster
from rules.roster_cells import Cell, Formula
from rules.roster_headings import Column
from rules.roster_row import Problem, ProblemReason, RosterPerson
from storage.sheets import Refused, read_sheets
from tests.roster.lists import (
    HEADINGS,
    SAMPLE,
    TODAY,
    person_in,
    problem_in,
    read,
)


def test_the_sample_roster_is_nineteen_leads_nineteen_mentors_and_seventy_three_mentees() -> None:
    sheets = read_sheets(SAMPLE.name, SAMPLE.read_bytes())
    assert not isinstance(sheets, Refused)
    reading = read_first_roster((sheet.rows for sheet in sheets), TODAY)
    assert isinstance(reading, RosterReading)
    assert reading.counts == {Role.LEAD: 19, Role.MENTOR: 19, Role.MENTEE: 73}
    assert reading.problems == ()
    assert reading.skipped == 1, "the footnote on keeping personal data safe"
    assert reading.summary == "lead 19, mentor 19, mentee 73, problems 0"
    assert len(reading.columns) == 9
    assert all(each.born_on and each.appointed_on and each.interests for each in reading.people)


def test_bora_is_read_with_everything_the_list_says_of_her() -> None:
    assert person_in(
        "멘티",
        "이보라",
        "세무1과",
        "9급",
        "1999-04-05",
        date(2026, 1, 2),
        "독서, 등산",
    ) == RosterPerson(
        line=2,
        role=Role.MENTEE,
        name="이보라",
        department="세무1과",
        grade="9급",
        born_on=date(1999, 4, 5),
        appointed_on=date(2026, 1, 2),
        interests=("독서", "등산"),
    )


def test_a_list_of_names_and_roles_alone_is_enough() -> None:
    reading = read(("이름", "역할"), ("이보라", "멘티"))
    assert reading.people == (RosterPerson(line=2, role=Role.MENTEE, name="이보라"),)
    assert reading.columns == (Column.NAME, Column.ROLE)


def test_a_row_that_ends_early_leaves_the_rest_unsaid() -> None:
    assert person_in("멘토", "정우진") == RosterPerson(line=2, role=Role.MENTOR, name="정우진")


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("대표멘토", Role.LEAD),
        ("대표 멘토", Role.LEAD),
        ("멘토(대표)", Role.LEAD),
        ("Lead mentor", Role.LEAD),
        ("lead", Role.LEAD),
        ("중간멘토", Role.MENTOR),
        ("중간 멘토", Role.MENTOR),
        ("멘토", Role.MENTOR),
        ("멘토2", Role.MENTOR),
        ("MENTOR", Role.MENTOR),
        ("멘티", Role.MENTEE),
        ("신규", Role.MENTEE),
        ("신규 공무원", Role.MENTEE),
        ("mentee", Role.MENTEE),
    ],
)
def test_roles_are_understood_the_way_offices_write_them(written: str, role: Role) -> None:
    assert person_in(written, "이보라").role is role


@pytest.mark.parametrize(
    ("cells", "reason", "column", "value"),
    [
        (("멘티", None, "세무과"), ProblemReason.NO_NAME, Column.NAME, ""),
        (("멘티", "-", "세무과"), ProblemReason.NO_NAME, Column.NAME, ""),
        (("멘티", "가" * 61), ProblemReason.NAME_TOO_LONG, Column.NAME, "가" * 61),
        ((None, "이보라"), ProblemReason.NO_ROLE, Column.ROLE, ""),
        (("교장", "이보라"), ProblemReason.UNKNOWN_ROLE, Column.ROLE, "교장"),
        ((3, "이보라"), ProblemReason.UNKNOWN_ROLE, Column.ROLE, "3"),
        (("멘티", "이보라", "과" * 99), ProblemReason.VALUE_TOO_LONG, Column.DEPARTMENT, "과" * 80),
        (
            ("멘티", "이보라", "", "", "", "", "가" * 61),
            ProblemReason.VALUE_TOO_LONG,
            Column.INTERESTS,
            "가" * 61,
        ),
        (
            ("멘티", "이보라", "", "", "", "", ",".join("abcdefghijklmnopqrstu")),
            ProblemReason.VALUE_TOO_LONG,
            Column.INTERESTS,
            ",".join("abcdefghijklmnopqrstu"),
        ),
        (("멘티", Formula("=A1"), "과"), ProblemReason.FORMULA, Column.NAME, "=A1"),
        (("멘티", "이보라", "#N/A"), ProblemReason.ERROR_VALUE, Column.DEPARTMENT, "#N/A"),
        (
            ("멘티", "이보라", "", "", "삼월"),
            ProblemReason.UNREADABLE_DATE,
            Column.BORN_ON,
            "삼월",
        ),
        (
            ("멘티", "이보라", "", "", "2026-03-21"),
            ProblemReason.DATE_IN_FUTURE,
            Column.BORN_ON,
            "2026-03-21",
        ),
        (
            ("멘티", "이보라", "", "", "2019-01-02"),
            ProblemReason.IMPOSSIBLE_DATE,
            Column.BORN_ON,
            "2019-01-02",
        ),
        (
            ("멘티", "이보라", "", "", "", "작년"),
            ProblemReason.UNREADABLE_DATE,
            Column.APPOINTED_ON,
            "작년",
        ),
        (
            ("멘티", "이보라", "", "", "1999-04-05", "1999-04-05"),
            ProblemReason.APPOINTED_BEFORE_BIRTH,
            Column.APPOINTED_ON,
            "1999-04-05",
        ),
    ],
)
def test_a_wrong_row_is_named_by_line_reason_and_value(
    cells: tuple[Cell, ...], reason: ProblemReason, column: Column, value: str
) -> None:
    assert problem_in(*cells) == Problem(2, reason, value, column)


def test_wrong_rows_do_not_keep_right_ones_out() -> None:
    reading = read(HEADINGS, ("교장", "이보라"), ("멘티", "최하늘"), ("멘티", None, "세무과"))
    assert [person.name for person in reading.people] == ["최하늘"]
    assert [problem.line for problem in reading.problems] == [2, 4]
    assert reading.summary == "lead 0, mentor 0, mentee 1, problems 2"


def test_a_running_number_may_be_a_formula() -> None:
    reading = read(("연번", "구분", "성명"), (Formula("=ROW()-1"), "멘티", "이보라"))
    assert [person.name for person in reading.people] == ["이보라"]


@pytest.mark.parametrize(
    "name", ["<b>이보라</b>", "이&보라", "이보라 👩‍💻", "가" * 60, "Ann O'Neil"]
)
def test_unusual_names_are_kept_as_they_are(name: str) -> None:
    assert person_in("멘티", name).name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  이보라 ", "이보라"),
        ("남궁\n 보라", "남궁 보라"),
        ("이\u200b보\x00라", "이보라"),
        ("이\u202e보라", "이보라"),
        ("\u110b\u1175보라", "이보라"),
        ("이보라\ud800", "이보라"),
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
    ],
)
def test_cells_are_trimmed_folded_and_composed(written: Cell, name: str) -> None:
    assert person_in("멘티", written).name == name


def test_a_date_where_a_text_belongs_is_shown_as_a_day() -> None:
    assert person_in("멘티", "이보라", datetime(2026, 3, 1, 9, 0)).department == "2026-03-01"  # noqa: DTZ001  (cells have no zone)


@pytest.mark.parametrize(
    ("written", "interests"),
    [
        ("독서, 등산", ("독서", "등산")),
        ("독서/등산·요리;사진\n여행", ("독서", "등산", "요리", "사진", "여행")),
        ("보고서 작성ㆍ독서，독서", ("보고서 작성", "독서")),
        (" , ", ()),
        ("없음", ()),
        (None, ()),
    ],
)
def test_interests_are_parted_at_the_usual_signs(written: Cell, interests: tuple[str, ...]) -> None:
    assert person_in("멘티", "이보라", "", "", "", "", written).interests == interests


@pytest.mark.parametrize(
    ("written", "grade"), [(9, "9급"), ("9", "9급"), ("9 급", "9급"), ("Grade 9", "Grade 9")]
)
def test_one_grade_is_one_word_however_it_is_written(written: Cell, grade: str) -> None:
    assert person_in("멘티", "이보라", "", written).grade == grade


@pytest.mark.parametrize(
    "line",
    [
        ("※ 개인정보 유의",),
        (None, "※ 개인정보 유의"),
        ("* 2026. 3. 기준", None, "행정지원과"),
        ("합계", "111명"),
        ("구분", "성명", "소속"),
        (None, None, "-", "없음"),
    ],
)
def test_footnotes_sums_and_repeated_headings_are_no_problems(line: tuple[Cell, ...]) -> None:
    reading = read(HEADINGS, ("멘티", "이보라"), line)
    assert len(reading.people) == 1
    assert reading.problems == ()
    assert reading.skipped == 1


def test_a_number_without_a_person_is_skipped() -> None:
    reading = read(("연번", "구분", "성명"), (1, "멘티", "이보라"), (2,))
    assert (len(reading.people), reading.problems, reading.skipped) == (1, (), 1)


class TestTwiceInTheList:
    def test_the_same_name_and_birth_date_is_the_same_person(self) -> None:
        reading = read(
            HEADINGS,
            ("멘티", "이보라", "세무과", "", "1999-04-05"),
            ("멘토", "이 보라", "건축과", "", "99.4.5."),
        )
        assert [person.line for person in reading.people] == [2]
        assert reading.problems == (
            Problem(3, ProblemReason.TWICE, "이 보라", Column.NAME, earlier=2),
        )

    def test_two_people_of_one_name_are_told_apart_by_their_birth_dates(self) -> None:
        reading = read(
            HEADINGS,
            ("멘티", "이보라", "세무과", "", "1999-04-05"),
            ("멘티", "이보라", "세무과", "", "2000-04-05"),
        )
        assert len(reading.people) == 2

    def test_without_birth_dates_they_are_told_apart_by_their_departments(self) -> None:
        reading = read(
            HEADINGS,
            ("멘티", "이보라", "세무과"),
            ("멘티", "이보라", "건축과"),
            ("멘티", "이보라", "세무과"),
        )
        assert len(reading.people) == 2
        assert [(each.line, each.earlier) for each in reading.problems] == [(4, 2)]
