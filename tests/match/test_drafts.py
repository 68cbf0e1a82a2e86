"""What a draft holds, and what speaks against approving one."""

import json
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from rules.match import (
    Draft,
    DraftState,
    Figures,
    NotApproved,
    Placement,
    candidates_of,
    figures_from_json,
    figures_to_json,
    grouping_of,
    judge,
    reasons_from_json,
    reasons_to_json,
)
from rules.match_forming import form_draft
from rules.matching import Group
from rules.matching_reasons import Reason, ReasonKind
from rules.matching_score import Ended, Parts
from rules.people import Role
from rules.programme import Member


def member(member_id: int, role: Role, born_on: date | None = date(1999, 4, 5)) -> Member:
    return Member(
        id=member_id,
        programme_id=1,
        person_id=member_id + 100,
        role=role,
        department="환경과",
        job_series="행정",
        grade="9급",
        born_on=born_on,
        appointed_on=None,
        interests="독서, 등산",
        group_id=None,
    )


MEMBERS = [
    member(1, Role.LEAD),
    member(2, Role.LEAD),
    member(3, Role.MENTEE),
    member(4, Role.MENTEE, born_on=None),
]
PLACES = [Placement(each, number, ()) for each, number in ((3, 1), (1, 1), (4, 2), (2, 2))]
READY = Draft(5, 1, None, DraftState.READY, 1, None)


def test_a_ready_draft_of_everybody_may_be_approved() -> None:
    assert judge(READY, False, PLACES, MEMBERS) is None


@pytest.mark.parametrize(
    ("draft", "grouped", "why"),
    [
        (None, False, NotApproved.GONE),
        (replace(READY, state=DraftState.APPROVED), True, NotApproved.DONE),
        (READY, True, NotApproved.SETTLED),
        (replace(READY, state=DraftState.DROPPED), False, NotApproved.GONE),
        (replace(READY, state=DraftState.MAKING), False, NotApproved.GONE),
    ],
)
def test_a_draft_that_is_not_ready_or_comes_late_is_not_approved(
    draft: Draft | None, grouped: bool, why: NotApproved
) -> None:
    assert judge(draft, grouped, PLACES, MEMBERS) is why


def test_a_roster_that_has_changed_makes_a_draft_stale() -> None:
    came = [*MEMBERS, member(9, Role.MENTEE)]
    assert judge(READY, False, PLACES, came) is NotApproved.STALE
    assert judge(READY, False, PLACES, MEMBERS[:3]) is NotApproved.STALE
    promoted = [*MEMBERS[:3], member(4, Role.LEAD)]
    assert judge(READY, False, PLACES, promoted) is NotApproved.STALE


def test_members_are_seen_by_what_groups_are_balanced_by() -> None:
    known, unknown = candidates_of(MEMBERS[2:])
    assert (known.born_year, known.interests) == (1999, ("독서", "등산"))
    assert unknown.born_year is None
    (silent,) = candidates_of([replace(MEMBERS[0], interests="")])
    assert silent.interests == ()


def test_placements_make_groups_in_order() -> None:
    assert grouping_of(PLACES, MEMBERS).groups == (
        Group(1, 1, (), (3,)),
        Group(2, 2, (), (4,)),
    )


def test_figures_and_reasons_go_through_json_unchanged() -> None:
    figures = Figures(0.9, 0.6, 1.0, Parts(1, 0.9, 0.8, 0.7, 0.6), Ended.OUT_OF_TIME, (0.9, 0.8))
    assert figures_from_json(json.loads(json.dumps(figures_to_json(figures)))) == figures
    said = (
        Reason(ReasonKind.CLOSE_IN_AGE, (1, 2), ("독서",), 3),
        Reason(ReasonKind.SAME_DEPARTMENT),
    )
    assert reasons_from_json(json.loads(json.dumps(reasons_to_json(said)))) == said


def test_the_gap_is_a_share_of_the_bound() -> None:
    figures = Figures(0.6, 0.5, 0.8, Parts(0, 0, 0, 0, 0), Ended.FINISHED, ())
    assert figures.gap == pytest.approx(0.25)
    assert replace(figures, bound=0.0).gap == 0
    assert str(replace(figures, bound=0.6 - 1e-16).gap) == "0.0"


def ticking() -> float:
    return float(next(TICKS))


TICKS = count()


def test_a_draft_is_formed_whole_with_places_reasons_and_figures() -> None:
    made = json.loads(json.dumps(form_draft(candidates_of(MEMBERS), 1, 50, ticking)))
    assert sorted(member_id for member_id, _, _ in made["places"]) == [1, 2, 3, 4]
    assert all(reasons_from_json(why) for _, _, why in made["places"])
    figures = figures_from_json(made["figures"])
    assert len(figures.groups) == 2
    assert 0 < figures.value <= figures.bound + 1e-9


def test_who_cannot_be_grouped_comes_back_as_the_reason() -> None:
    made = form_draft(candidates_of(MEMBERS[2:]), 1, 50, ticking)
    assert made == {"unformable": "no-mentors", "groups": 0, "mentees": 2}
