"""What every grouping must keep, and why some people cannot be grouped."""

from itertools import product

import pytest

from rules.matching import (
    Breach,
    Candidate,
    Demand,
    Group,
    Grouping,
    Impossible,
    Shape,
    Unformable,
    breaches,
    demand_of,
)
from rules.people import Role
from tests.matching.matching_cast import person, sample_roster

LEADS = [person(1, Role.LEAD), person(2, Role.LEAD)]
MENTORS = [person(3, Role.MENTOR), person(4, Role.MENTOR)]
MENTEES = [person(number, Role.MENTEE) for number in range(5, 10)]
PEOPLE = [*LEADS, *MENTORS, *MENTEES]
ONE, TWO = Group(1, 1, (3,), (5, 6, 7)), Group(2, 2, (4,), (8, 9))


def test_the_sample_asks_for_19_groups_of_5_or_6() -> None:
    demand = demand_of(sample_roster())
    assert demand == Demand(leads=19, mentors=19, mentees=73)
    assert demand.groups == 19
    assert set(demand.shapes()) == {Shape(1, 1, 3), Shape(1, 1, 4)}


def test_without_leads_each_mentor_has_a_group() -> None:
    demand = demand_of([*MENTORS, *MENTEES])
    assert demand == Demand(0, 2, 5)
    assert demand.groups == 2
    assert demand.shapes() == (Shape(0, 1, 3), Shape(0, 1, 2))


def test_more_mentors_than_leads_are_spread_evenly_and_sizes_stay_even() -> None:
    assert Demand(3, 4, 3).shapes() == (Shape(1, 2, 1), Shape(1, 1, 1), Shape(1, 1, 1))


def test_fewer_mentors_than_leads_leave_some_groups_with_a_lead_alone() -> None:
    assert Demand(3, 1, 6).shapes() == (Shape(1, 1, 2), Shape(1, 0, 2), Shape(1, 0, 2))


FORMABLE = [
    demand
    for demand in map(Demand, *zip(*product(range(4), range(9), range(1, 12)), strict=True))
    if 0 < demand.groups <= demand.mentees
]


@pytest.mark.parametrize("demand", FORMABLE, ids=str)
def test_shapes_use_everybody_and_keep_the_hard_rules(demand: Demand) -> None:
    shapes = demand.shapes()
    sizes = [each.leads + each.mentors + each.mentees for each in shapes]
    assert len(shapes) == demand.groups
    assert sum(sizes) == demand.leads + demand.mentors + demand.mentees
    assert sum(each.mentors for each in shapes) == demand.mentors
    assert max(sizes) - min(sizes) <= 1
    assert min(each.mentees for each in shapes) >= 1


@pytest.mark.parametrize(
    ("people", "refusal"),
    [
        (MENTEES, Unformable(Impossible.NO_MENTORS, 0, 5)),
        ([], Unformable(Impossible.NO_MENTORS, 0, 0)),
        ([*LEADS, *MENTORS], Unformable(Impossible.NO_MENTEES, 2, 0)),
        ([*LEADS, MENTEES[0]], Unformable(Impossible.MORE_GROUPS_THAN_MENTEES, 2, 1)),
        ([*PEOPLE, MENTEES[0]], Unformable(Impossible.REPEATED_PERSON, 2, 6)),
    ],
)
def test_people_who_cannot_be_grouped_get_the_reason(
    people: list[Candidate], refusal: Unformable
) -> None:
    assert demand_of(people) == refusal


def test_a_right_grouping_breaks_no_rule() -> None:
    assert breaches(Grouping((ONE, TWO)), PEOPLE) == ()


@pytest.mark.parametrize(
    ("groups", "broken"),
    [
        ((ONE, Group(2, 2, (4,), (8,))), {Breach.NOT_EXACTLY_ONCE, Breach.UNEVEN_SIZES}),
        ((ONE, Group(2, 2, (4,), (8, 9, 5))), {Breach.NOT_EXACTLY_ONCE}),
        ((ONE, Group(2, 2, (8,), (4, 9))), {Breach.WRONG_ROLE}),
        ((Group(1, 3, (1,), (5, 6, 7)), TWO), {Breach.WRONG_ROLE}),
        ((Group(1, 1, (), (5, 6, 7)), Group(2, 2, (3, 4), (8, 9))), {Breach.UNEVEN_MENTORS}),
        (
            (Group(1, 1, (3,), (5, 6, 7, 8, 9)), Group(2, 2, (4,), ())),
            {Breach.UNEVEN_SIZES, Breach.NO_MENTEE},
        ),
        (
            (Group(1, 1, (3,), (5, 6)), Group(2, 2, (4,), (7, 8)), Group(3, None, (), (9,))),
            {Breach.WRONG_NUMBER_OF_GROUPS, Breach.UNEVEN_SIZES},
        ),
    ],
)
def test_a_grouping_by_hand_is_told_every_rule_it_breaks(
    groups: tuple[Group, ...], broken: set[Breach]
) -> None:
    found = breaches(Grouping(groups), PEOPLE)
    assert set(found) == broken


def test_a_person_is_found_in_their_group_and_a_stranger_in_none() -> None:
    grouping = Grouping((ONE, TWO))
    assert grouping.group_of(9) == TWO
    assert grouping.group_of(2) == TWO
    assert grouping.group_of(77) is None


def test_guides_come_before_mentees_and_a_group_may_have_no_lead() -> None:
    assert ONE.members == (1, 3, 5, 6, 7)
    assert Group(1, None, (3,), (5,)).guides == (3,)
