"""Forms mentoring groups: the whole search behind one function, for a process of its own."""

from collections.abc import Callable, Sequence

from rules.matching import Candidate, Unformable, demand_of
from rules.matching_score import Formed, Weights

SECONDS = 60.0
"""The default safety net: the sample's 111 people take about a second."""


def form_groups(
    candidates: Sequence[Candidate],
    *,
    seed: int,
    weights: Weights,
    clock: Callable[[], float],
    seconds: float = SECONDS,
) -> Formed | Unformable:
    """Groups that keep the hard rules, as valuable as the search can make them.

    `clock` gives monotonic seconds. `seconds` limits the local search alone: the stages before
    it, the comparison with chance and the bound come on top. Same people (in any order), weights
    and seed: same groups. The first call loads SciPy.
    """
    demand = demand_of(candidates)
    if isinstance(demand, Unformable):
        return demand
    from rules.solver_run import solve  # noqa: PLC0415 - SciPy loads only when groups are formed

    deadline = clock() + seconds
    return solve(candidates, demand, weights, seed, lambda: clock() >= deadline)
