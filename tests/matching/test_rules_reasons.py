"""Each person learns why they are in their group."""

from rules.matching import Candidate, Group, Grouping
from rules.matching_reasons import Reason, ReasonKind, reasons
from rules.people import Role
from tests.matching.matching_cast import person

LEAD = person(1, Role.LEAD, department="도로과", job_series="토목", interests=("등산", "독서"))
MENTOR = person(2, Role.MENTOR, department="환경과", job_series="행정", interests=("요리",))


def reasons_among(*mentees: Candidate) -> dict[int, tuple[Reason, ...]]:
    people = (LEAD, MENTOR, *mentees)
    group = Group(1, 1, (2,), tuple(one.member_id for one in mentees))
    return reasons(Grouping((group,)), people)


def test_a_mentee_hears_all_that_speaks_for_the_place() -> None:
    one = person(
        3, Role.MENTEE, department="묵1동", born_year=1996, interests=("독서", "여행", "요리")
    )
    two = person(4, Role.MENTEE, department="치수과", born_year=1999)
    assert reasons_among(one, two)[3] == (
        Reason(ReasonKind.SAME_JOB_SERIES, (2,)),
        Reason(ReasonKind.OTHER_DEPARTMENT),
        Reason(ReasonKind.MIXED_DEPARTMENTS),
        Reason(ReasonKind.CLOSE_IN_AGE, years=3),
        Reason(ReasonKind.SHARED_INTERESTS, (1, 2), ("독서", "요리")),
    )


def test_what_a_coordinator_may_want_to_look_at_is_said_too() -> None:
    mentee = person(3, Role.MENTEE, department="환경과", job_series="간호")
    assert reasons_among(mentee)[3] == (
        Reason(ReasonKind.NO_MENTOR_OF_SERIES),
        Reason(ReasonKind.SAME_DEPARTMENT, (2,)),
    )


def test_mentors_hear_of_their_mentees_and_nothing_of_ages() -> None:
    one = person(3, Role.MENTEE, department="묵1동", job_series="토목", interests=("독서",))
    two = person(4, Role.MENTEE, department="환경과", job_series="세무")
    found = reasons_among(one, two)
    assert found[1] == (
        Reason(ReasonKind.SAME_JOB_SERIES, (3,)),
        Reason(ReasonKind.OTHER_DEPARTMENT),
        Reason(ReasonKind.SHARED_INTERESTS, (3,), ("독서",)),
    )
    assert found[2] == (Reason(ReasonKind.SAME_DEPARTMENT, (4,)),)


def kinds_of_first(*mentees: Candidate) -> set[ReasonKind]:
    return {reason.kind for reason in reasons_among(*mentees)[3]}


def test_wide_or_unknown_ages_are_not_called_close() -> None:
    young = person(3, Role.MENTEE, born_year=2000)
    old, unknown = (person(4, Role.MENTEE, born_year=year) for year in (1994, None))
    assert ReasonKind.CLOSE_IN_AGE not in kinds_of_first(young, old)
    assert ReasonKind.CLOSE_IN_AGE not in kinds_of_first(young, unknown)


def test_two_mentees_of_one_department_are_not_called_mixed() -> None:
    same = [person(number, Role.MENTEE, department="묵1동") for number in (3, 4)]
    assert ReasonKind.MIXED_DEPARTMENTS not in kinds_of_first(*same)


def test_nothing_is_claimed_of_what_is_not_known() -> None:
    unknown = person(3, Role.MENTEE, department="", job_series="", born_year=None)
    fellow = person(4, Role.MENTEE, department="묵1동")
    assert reasons_among(unknown, fellow)[3] == ()
