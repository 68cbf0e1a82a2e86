"""The solver keeps the hard rules, repeats itself, and is honest about what it reached."""

import pickle
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.matching import Candidate, Demand, Impossible, Unformable, breaches, demand_of
from rules.matching_score import Ended, Formed, Weights, evaluate
from rules.people import Role
from rules.solver import form_groups
from rules.solver_bound import least_mentees
from tests.matching.matching_cast import every_grouping, person, sample_roster
from tests.matching.test_rules_score import crowd

HOUSE = Path(__file__).parents[2]


def formed(people: list[Candidate], *, looks: int | None = None, seed: int = 1) -> Formed:
    """With `looks` the clock has moved past the limit when it was looked at so often."""
    ticks = count()
    clock = (lambda: 0.0) if looks is None else (lambda: float(next(ticks)))
    found = form_groups(people, seed=seed, weights=Weights(), clock=clock, seconds=looks or 1)
    assert isinstance(found, Formed)
    return found


PEOPLE = st.builds(
    lambda seed, counts: crowd(seed, *counts),
    st.integers(0, 9_999),
    st.tuples(st.integers(0, 4), st.integers(0, 6), st.integers(1, 16)).filter(
        lambda counts: 0 < (counts[0] or counts[1]) <= counts[2]
    ),
)


@given(people=PEOPLE, looks=st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_everyone_is_in_one_group_in_the_right_role_and_sizes_are_even(
    people: list[Candidate], looks: int
) -> None:
    found = formed(people, looks=looks)
    assert breaches(found.grouping, people) == ()
    assert [group.number for group in found.grouping.groups] == list(
        range(1, len(found.grouping.groups) + 1)
    )
    assert found.score.total <= found.bound + 1e-9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "counts", [(2, 2, 5), (3, 1, 4), (2, 3, 4), (0, 3, 6), (2, 3, 2), (0, 3, 4), (1, 1, 5)]
)
def test_no_grouping_of_a_few_people_passes_the_bound_and_the_best_is_found(
    counts: tuple[int, int, int], seed: int
) -> None:
    people = crowd(seed, *counts)
    demand = demand_of(people)
    assert isinstance(demand, Demand)
    groupings = every_grouping(people, demand.groups)
    best = max(evaluate(each, people, Weights()).total for each in groupings)
    found = formed(people, looks=1_500)
    assert best <= found.bound + 1e-9
    assert found.score.total == pytest.approx(best)


@pytest.mark.parametrize(
    "counts", [(2, 2, 5), (3, 1, 4), (2, 3, 4), (0, 3, 6), (2, 3, 2), (0, 3, 4), (1, 3, 5)]
)
def test_no_group_can_have_fewer_mentees_than_the_bound_counts_on(
    counts: tuple[int, int, int],
) -> None:
    demand = Demand(*counts)
    groupings = every_grouping(crowd(1, *counts), demand.groups)
    fewest = min(len(group.mentees) for each in groupings for group in each.groups)
    assert least_mentees(demand) == fewest


def test_the_bound_is_reached_where_everybody_can_have_the_best_at_once() -> None:
    years = [1990, 1990, 1990, 2000, 2000, 2000]
    mentees = [person(at, Role.MENTEE, born_year=year) for at, year in enumerate(years, 10)]
    people = [person(1, Role.LEAD), person(2, Role.LEAD), *mentees]
    only_age = Weights(0, 0, 0, 1, 0)
    found = form_groups(people, seed=1, weights=only_age, clock=lambda: 0.0)
    assert isinstance(found, Formed)
    assert found.score.total == found.bound == 1
    assert found.gap == 0


def test_groups_are_numbered_in_the_order_of_their_leads() -> None:
    groups = formed(sample_roster(), looks=40).grouping.groups
    assert [group.lead for group in groups] == list(range(1, 20))


def test_the_same_people_and_seed_give_the_same_groups_in_any_order() -> None:
    people = crowd(5, 4, 6, 20)
    first, again = formed(people), formed(people[::-1])
    assert first == again
    assert first.ended is Ended.FINISHED


def test_another_seed_may_search_another_way() -> None:
    people = sample_roster()
    groupings = {formed(people, looks=600, seed=seed).grouping for seed in range(3)}
    assert len(groupings) > 1


def test_out_of_time_is_said_and_the_groups_still_keep_the_rules() -> None:
    people = sample_roster()
    found = formed(people, looks=40)
    assert found.ended is Ended.OUT_OF_TIME
    assert breaches(found.grouping, people) == ()
    assert found.score.total > found.random_average


def test_more_time_never_makes_the_same_search_worse() -> None:
    people = sample_roster()
    values = [formed(people, looks=looks).score.total for looks in (1, 200, 1_000, 4_000)]
    assert values == sorted(values)
    assert values[0] < values[-1]


def test_the_sample_roster_gets_19_groups_far_better_than_chance() -> None:
    people = sample_roster()
    role = {one.member_id: one.role for one in people}
    started = time.monotonic()
    found = formed(people)
    took = time.monotonic() - started
    assert breaches(found.grouping, people) == ()
    assert len(found.grouping.groups) == 19
    for group in found.grouping.groups:
        assert len(group.members) in {5, 6}
        assert [role[one] for one in group.guides] == [Role.LEAD, Role.MENTOR]
        assert len(group.mentees) in {3, 4}
    # measured over six seeds: 0.890 to 0.894, chance 0.631 to 0.635, gap 3.4 to 3.8 %
    assert found.score.total > found.random_average + 0.22
    assert found.score.parts.other_department == 1
    assert 0 <= found.gap < 0.05
    assert took < 20  # measured: about one second; the slack is for a busy machine


def test_people_who_cannot_be_grouped_are_refused_before_anything_is_loaded() -> None:
    mentees = [person(number, Role.MENTEE) for number in range(3)]
    found = form_groups(mentees, seed=1, weights=Weights(), clock=time.monotonic)
    assert found == Unformable(Impossible.NO_MENTORS, 0, 3)


def test_the_solver_can_be_sent_to_another_process() -> None:
    people = crowd(1, 2, 2, 5)
    job = pickle.dumps((form_groups, people, Weights(), time.monotonic))
    call, same, weights, clock = pickle.loads(job)
    found = call(same, seed=1, weights=weights, clock=clock, seconds=0.05)
    assert pickle.loads(pickle.dumps(found)) == found


def test_scipy_is_loaded_only_when_groups_are_formed() -> None:
    code = (
        "import sys, rules.solver, rules.matching_reasons\n"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'scipy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=HOUSE, check=False).returncode == 0
