"""A value no grouping can exceed; the proof stands in docs/matching.md."""

import numpy as np

from rules.matching import Demand
from rules.solver_tables import Floats, Tables


def upper_bound(tables: Tables, demand: Demand) -> float:
    """The mean over the mentees of the best guides and best fellows each could have alone."""
    fellows = least_mentees(demand) - 1
    by_fellows = [_best_fellows(tables, mentee, fellows) for mentee in range(demand.mentees)]
    return (float(_best_guides(tables).sum()) + sum(by_fellows)) / demand.mentees


def least_mentees(demand: Demand) -> int:
    """The fewest mentees a group can have under the hard rules."""
    leads = 1 if demand.leads else 0
    size = (demand.leads + demand.mentors + demand.mentees) // demand.groups
    return max(1, size - leads - -(-demand.mentors // demand.groups))


def _best_guides(tables: Tables) -> Floats:
    """For each mentee the best of each part, be it with different guides."""
    rows = np.array([tables.guide_rows(guide) for guide in range(len(tables.guides))])
    best = np.array([rows[:, 0].max(axis=0), rows[:, 1].min(axis=0), rows[:, 2].max(axis=0)])
    return tables.worth(best)


def _best_fellows(tables: Tables, mentee: int, fellows: int) -> float:
    """The mean of the best `fellows` others: with more fellows a mean can only be lower."""
    others = np.delete(tables.pair_row(mentee), mentee)
    best = np.sort(others)[::-1][: max(1, fellows)]
    mean = float(best.mean()) if best.size else 0.0
    return mean if fellows else max(tables.alone, mean)
