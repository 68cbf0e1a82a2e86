"""What is put before the coordinator: a fitting name, and nobody twice."""

import json
from collections.abc import Sequence
from datetime import date

import pytest

from rules.people import Role
from rules.roster import RosterReading, read_first_roster
from rules.roster_cells import Cell, Row
from rules.roster_enrolment import Enrolled, Newcomer, enrolment
from rules.roster_identity import Identity
from rules.roster_proposal import Proposal, from_json, programme_name, proposal_of, to_json
from rules.roster_row import RosterPerson

TODAY = date(2026, 3, 2)
HEADINGS = ("구분", "성명", "생년월일", "관심분야")
HANEUL = ("멘티", "김하늘", "1999-04-05", "독서, 등산")


def proposed(*lines: tuple[Cell, ...], file: str = "명단.xlsx") -> Proposal:
    rows = [Row(number, cells) for number, cells in enumerate(lines, start=1)]
    reading = read_first_roster([rows], TODAY)
    assert isinstance(reading, RosterReading)
    return proposal_of(file, [rows], reading)


@pytest.mark.parametrize(
    ("title", "file", "name"),
    [
        ("2026년 신규공무원 멘토링 참여자 명단", "명단.xlsx", "2026년 신규공무원 멘토링"),
        ("토닥토닥 멘토 멘티 명부(3월)", "a.xlsx", "토닥토닥"),
        ("명단", "2026 토닥토닥_참여자명단.xlsx", "2026 토닥토닥"),
        ("", "mentoring roster.csv", "mentoring"),
        ("참가자 명단", "명단.xlsx", "명단"),
        ("", "roster", "roster"),
        ("", ".xlsx", ".xlsx"),
        ("가" * 80, "명단.xlsx", "가" * 60),
    ],
)
def test_a_new_programme_is_called_after_the_title_or_the_file(
    title: str, file: str, name: str
) -> None:
    assert proposed((title,), HEADINGS, HANEUL, file=file).programme == name


def test_the_title_is_that_of_the_sheet_the_people_are_on() -> None:
    notes = [Row(1, ("작성 요령과 참고 사항",))]
    roster = [Row(1, ("토닥토닥 참여자 명단",)), Row(2, HEADINGS), Row(3, HANEUL)]
    reading = read_first_roster([notes, roster], TODAY)
    assert isinstance(reading, RosterReading)
    assert proposal_of("a.xlsx", [notes, roster], reading).programme == "토닥토닥"


def test_a_proposal_goes_through_json_unchanged() -> None:
    proposal = proposed(HEADINGS, HANEUL, ("멘티", "정바다"), ("교장", "이보라"), HANEUL, ("멘티",))
    assert len(proposal.problems) == 3
    assert from_json(json.loads(json.dumps(to_json(proposal)))) == proposal


def test_a_problem_of_no_column_goes_through_json_too() -> None:
    proposal = proposed(HEADINGS, HANEUL, ("교장", "이보라"))
    written = to_json(proposal)
    written["problems"][0]["column"] = None
    assert from_json(written).problems[0].column is None


def test_a_proposal_counts_every_role_and_takes_another_name() -> None:
    proposal = proposed(HEADINGS, HANEUL)
    assert proposal.counts == {Role.LEAD: 0, Role.MENTOR: 0, Role.MENTEE: 1}
    assert proposal.named("토닥토닥").programme == "토닥토닥"


@pytest.mark.parametrize(
    ("typed", "name"), [("  토닥  토닥 ", "토닥 토닥"), ("\u200b ", None), ("가" * 61, None)]
)
def test_a_programmes_name_is_cleaned_and_bounded(typed: str, name: str | None) -> None:
    assert programme_name(typed) == name


HANEUL_BEFORE = Identity("김하늘", "환경과", date(1999, 4, 5))


def listed(name: str = "김하늘", born_on: date | None = date(1999, 4, 5)) -> RosterPerson:
    return RosterPerson(line=5, role=Role.MENTEE, name=name, department="환경과", born_on=born_on)


def newcomers(
    enrolled: Sequence[Enrolled], programme_id: int | None, *people: RosterPerson
) -> tuple[Newcomer, ...]:
    return enrolment(enrolled, programme_id, people).newcomers


def test_who_is_in_this_programme_already_is_known() -> None:
    found = enrolment([Enrolled(7, 1, HANEUL_BEFORE)], 1, [listed(), listed("정바다")])
    assert found.known == (listed(),)
    assert found.newcomers == (Newcomer(listed("정바다"), None),)


def test_who_took_part_before_is_the_same_person_in_a_new_programme() -> None:
    before = [Enrolled(7, 1, HANEUL_BEFORE)]
    assert newcomers(before, 2, listed()) == (Newcomer(listed(), 7),)
    assert newcomers(before, None, listed()) == (Newcomer(listed(), 7),)


def test_two_on_the_list_are_never_one_earlier_person() -> None:
    before = [Enrolled(7, 1, Identity("김하늘", "환경과", None))]
    other = listed(born_on=date(1980, 1, 1))
    assert newcomers(before, 2, listed(), other) == (Newcomer(listed(), 7), Newcomer(other, None))


def test_somebody_in_this_programme_cannot_come_to_it_again_by_an_earlier_entry() -> None:
    moved = Enrolled(7, 2, Identity("김하늘", "도로과", None))
    before = Enrolled(7, 1, Identity("김하늘", "환경과", None))
    undated = listed(born_on=None)
    assert newcomers([before, moved], 2, undated) == (Newcomer(undated, None),)
