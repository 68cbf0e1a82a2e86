"""One whole run of the solver. Loads SciPy: see rules/solver.py."""

from collections.abc import Sequence

import numpy as np

from rules.matching import Candidate, Demand, Group, Grouping
from rules.matching_score import Ended, Formed, Weights, evaluate
from rules.solver_bound import upper_bound
from rules.solver_search import OutOfTime, kick, settle, staged
from rules.solver_state import State
from rules.solver_tables import Tables

TRIES = 2_000
"""Attempts to leave a local best: a count, not a time, so that a run can be repeated."""
RANDOM_GROUPINGS = 100
"""How many groupings by lot the comparison is the average of."""


def solve(
    candidates: Sequence[Candidate],
    demand: Demand,
    weights: Weights,
    seed: int,
    out_of_time: OutOfTime,
) -> Formed:
    """Stages, local search, comparison with chance, bound."""
    tables = Tables(candidates, weights)
    rng = np.random.default_rng(seed)
    state = staged(tables, demand.shapes())
    ended = _search(state, rng, out_of_time)
    grouping = _grouping(tables, state.guides, state.mentees)
    return Formed(
        grouping=grouping,
        score=evaluate(grouping, candidates, weights),
        random_average=_random_average(tables, demand, weights, rng),
        bound=upper_bound(tables, demand),
        ended=ended,
    )


def _search(state: State, rng: np.random.Generator, out_of_time: OutOfTime) -> Ended:
    settle(state, rng, out_of_time)
    for _ in range(TRIES):
        if out_of_time():
            return Ended.OUT_OF_TIME
        kick(state, rng, out_of_time)
    settle(state, rng, out_of_time)
    return Ended.OUT_OF_TIME if out_of_time() else Ended.FINISHED


def _grouping(
    tables: Tables, guides: Sequence[Sequence[int]], mentees: Sequence[Sequence[int]]
) -> Grouping:
    """Groups numbered in the order of their first guide, people in the order of their ids."""
    found = sorted(zip(guides, mentees, strict=True), key=lambda each: min(each[0]))
    return Grouping(
        tuple(
            _group(tables, number, sorted(each), sorted(theirs))
            for number, (each, theirs) in enumerate(found, 1)
        )
    )


def _group(tables: Tables, number: int, guides: list[int], mentees: list[int]) -> Group:
    ids = [tables.guides[guide].member_id for guide in guides]
    lead = ids.pop(0) if tables.leads else None
    return Group(number, lead, tuple(ids), tuple(tables.mentees[one].member_id for one in mentees))


def _random_average(
    tables: Tables, demand: Demand, weights: Weights, rng: np.random.Generator
) -> float:
    people = [*tables.guides, *tables.mentees]
    drawn = (_random_grouping(tables, demand, rng) for _ in range(RANDOM_GROUPINGS))
    return float(np.mean([evaluate(each, people, weights).total for each in drawn]))


def _random_grouping(tables: Tables, demand: Demand, rng: np.random.Generator) -> Grouping:
    """Each role dealt by lot over the shapes that every grouping has."""
    leads = rng.permutation(demand.leads).tolist()
    mentors = (demand.leads + rng.permutation(demand.mentors)).tolist()
    mentees = rng.permutation(demand.mentees).tolist()
    shapes = demand.shapes()
    guides = [_draw(leads, each.leads) + _draw(mentors, each.mentors) for each in shapes]
    return _grouping(tables, guides, [_draw(mentees, each.mentees) for each in shapes])


def _draw(people: list[int], number: int) -> list[int]:
    drawn = people[:number]
    del people[:number]
    return drawn
