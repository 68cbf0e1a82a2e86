"""The value of docs/matching.md, computed again by hand and by a slower way."""

import random

import pytest

from rules.matching import Candidate, Group, Grouping
from rules.matching_score import Ended, Formed, Parts, Score, Weights, evaluate
from rules.people import Role
from tests.matching.matching_cast import every_grouping, person

SERIES, DEPARTMENTS = ["행정", "세무", ""], ["세무1과", "치수과", "묵1동", ""]
INTERESTS = ["독서", "등산", "요리", "여행"]


def crowd(seed: int, leads: int, mentors: int, mentees: int) -> list[Candidate]:
    """A few people, drawn by lot but the same each time."""
    lot = random.Random(seed)
    roles = [Role.LEAD] * leads + [Role.MENTOR] * mentors + [Role.MENTEE] * mentees
    return [
        person(
            number,
            role,
            department=lot.choice(DEPARTMENTS),
            job_series=lot.choice(SERIES),
            born_year=lot.choice([None, *range(1985, 2004)]),
            interests=lot.sample(INTERESTS, lot.randrange(4)),
        )
        for number, role in enumerate(roles, 1)
    ]


def naive_total(grouping: Grouping, people: list[Candidate], weights: Weights) -> float:
    """The formula once more, as one long sum and from the formula's own words."""
    by_id = {one.member_id: one for one in people}
    total, mentees = 0.0, 0
    for group in grouping.groups:
        for own in group.mentees:
            me = by_id[own]
            guides = [by_id[one] for one in group.members if by_id[one].role is not Role.MENTEE]
            fellows = [by_id[one] for one in group.mentees if one != own]
            series = {one.job_series for one in guides} - {""}
            departments = {one.department for one in guides} - {""}
            total += weights.job_series * (me.job_series in series)
            total += weights.other_department * (me.department not in departments)
            total += weights.interests / 2 * max(shared(me, one) for one in guides)
            for one in fellows:
                mixed = me.department == "" or me.department != one.department
                total += weights.mixed * mixed / len(fellows)
                total += weights.age * near(me.born_year, one.born_year) / len(fellows)
                total += weights.interests / 2 * shared(me, one) / len(fellows)
            if not fellows:
                total += weights.mixed + weights.age
            mentees += 1
    whole = sum([weights.job_series, weights.other_department, weights.mixed])
    return total / mentees / (whole + weights.age + weights.interests)


def shared(one: Candidate, two: Candidate) -> float:
    return [0.0, 0.5, 1.0, 1.0, 1.0][sum(word in two.interests for word in one.interests)]


def near(one: int | None, two: int | None) -> float:
    if not one or not two:
        return 0.5
    return {apart: 1 - apart / 10 for apart in range(10)}.get(abs(one - two), 0.0)


@pytest.mark.parametrize("weights", [Weights(), Weights(5, 1, 2, 3, 4), Weights(0, 0, 0, 1, 0)])
@pytest.mark.parametrize("counts", [(2, 2, 4), (2, 1, 4), (0, 2, 5), (2, 3, 2), (1, 0, 3)])
def test_every_grouping_of_a_few_people_is_worth_what_the_formula_says(
    weights: Weights, counts: tuple[int, int, int]
) -> None:
    people = crowd(sum(counts), *counts)
    groupings = every_grouping(people, counts[0] or counts[1])
    assert groupings
    for grouping in groupings:
        expected = naive_total(grouping, people, weights)
        assert evaluate(grouping, people, weights).total == pytest.approx(expected)


def test_a_perfect_group_is_worth_one() -> None:
    interests = ("독서", "등산")
    people = [
        person(1, Role.LEAD, department="도로과", interests=interests),
        person(2, Role.MENTEE, department="묵1동", interests=interests),
        person(3, Role.MENTEE, department="치수과", interests=interests),
    ]
    score = evaluate(Grouping((Group(1, 1, (), (2, 3)),)), people, Weights())
    assert score.parts == Parts(1, 1, 1, 1, 1)
    assert score.total == pytest.approx(1)


def test_the_worst_group_is_worth_nothing() -> None:
    people = [
        person(1, Role.LEAD, job_series="토목"),
        person(2, Role.MENTEE, born_year=1980),
        person(3, Role.MENTEE, born_year=1999),
    ]
    score = evaluate(Grouping((Group(1, 1, (), (2, 3)),)), people, Weights())
    assert score.parts == Parts(0, 0, 0, 0, 0)
    assert score.total == 0


def test_each_group_has_its_own_score_and_the_total_is_their_mean_over_mentees() -> None:
    people = crowd(3, 2, 2, 5)
    grouping = Grouping((Group(1, 1, (3,), (5, 6, 7)), Group(2, 2, (4,), (8, 9))))
    score = evaluate(grouping, people, Weights())
    one, two = score.groups
    assert (one.number, two.number) == (1, 2)
    assert one.total != two.total
    assert score.total == pytest.approx((3 * one.total + 2 * two.total) / 5)
    assert two.total == pytest.approx(Weights().value(two.parts))


@pytest.mark.parametrize("wrong", [(-0.1, 1, 1, 1, 1), (0, 0, 0, 0, 0)])
def test_weights_that_mean_nothing_are_refused(wrong: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Weights(*wrong)


def test_only_the_proportions_of_weights_matter() -> None:
    people = crowd(8, 2, 2, 4)
    grouping = Grouping((Group(1, 1, (3,), (5, 6)), Group(2, 2, (4,), (7, 8))))
    small, large = Weights(1, 2, 3, 4, 5), Weights(10, 20, 30, 40, 50)
    values = [evaluate(grouping, people, weights).total for weights in (small, large)]
    assert values[0] == pytest.approx(values[1])
    assert large.shares().total == pytest.approx(1)


def formed(total: float, bound: float) -> Formed:
    score = Score(total, Parts(0, 0, 0, 0, 0), ())
    return Formed(Grouping(()), score, 0.0, bound, Ended.FINISHED)


def test_the_gap_is_a_share_of_the_bound() -> None:
    assert formed(0.6, 0.8).gap == pytest.approx(0.25)
    assert formed(0.0, 0.0).gap == 0
