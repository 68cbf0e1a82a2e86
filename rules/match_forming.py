"""Forming a draft from beginning to end, for a process of its own: in come people, out comes JSON.

That process imports what this module imports; SciPy comes with the first search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rules.match import figures_of, figures_to_json, placements_of, reasons_to_json
from rules.matching import Candidate, Unformable
from rules.matching_score import Weights
from rules.solver import form_groups


def form_draft(
    candidates: Sequence[Candidate], seed: int, seconds: float, clock: Callable[[], float]
) -> dict[str, Any]:
    """Form groups of these people; `seconds` by `clock` (monotonic) bound the search alone.

    What comes back has `figures` and `places` (member id, group number, reasons), or `unformable`
    (an `Impossible`) with the counts its sentence needs.
    """
    formed = form_groups(candidates, seed=seed, weights=Weights(), clock=clock, seconds=seconds)
    if isinstance(formed, Unformable):
        return {
            "unformable": formed.reason.value,
            "groups": formed.groups,
            "mentees": formed.mentees,
        }
    places = [
        [each.member_id, each.number, reasons_to_json(each.reasons)]
        for each in placements_of(formed, candidates)
    ]
    return {"figures": figures_to_json(figures_of(formed)), "places": places}
