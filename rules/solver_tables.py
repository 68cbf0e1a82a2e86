"""The value of docs/matching.md as arrays, so that a search can ask for it a million times.

Loads NumPy: imported only by the solver's own modules, and by them only when groups are formed.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import count

import numpy as np
from numpy.typing import NDArray

from rules.matching import Candidate
from rules.matching_score import AGE_SPAN, ENOUGH_SHARED, UNKNOWN_AGE, Weights
from rules.people import Role

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROWS_KEPT = 2_000
"""Rows kept in memory: all of them up to 2,000 mentees, at most 110 MB at 7,000."""


class Tables:
    """Guides (leads first) and mentees by index, and what each is worth beside another.

    All values are those of one mentee, with weights that add up to one.
    """

    def __init__(self, candidates: Sequence[Candidate], weights: Weights) -> None:
        people = sorted(candidates, key=lambda one: (list(Role).index(one.role), one.member_id))
        self.guides = [one for one in people if one.role is not Role.MENTEE]
        self.mentees = [one for one in people if one.role is Role.MENTEE]
        self.leads = sum(one.role is Role.LEAD for one in people)
        self.weights = weights.shares()
        self.alone = self.weights.mixed + self.weights.age
        everyone = (*self.mentees, *self.guides)
        self._series = _codes([one.job_series for one in everyone])
        self._department = _codes([one.department for one in everyone])
        self._born = np.array([one.born_year or np.nan for one in everyone], dtype=np.float64)
        self._wishes = _bits([one.interests for one in everyone])
        self.pair_row = lru_cache(maxsize=ROWS_KEPT)(self._pair_row)
        self.guide_rows = lru_cache(maxsize=ROWS_KEPT)(self._guide_rows)

    def _pair_row(self, mentee: int) -> Floats:
        """What this mentee and each other one are worth to either as fellows."""
        size = len(self.mentees)
        mixed = self._department[:size] != self._department[mentee]
        apart = np.abs(self._born[:size] - self._born[mentee])
        close = np.where(np.isnan(apart), UNKNOWN_AGE, np.maximum(0.0, 1 - apart / AGE_SPAN))
        row = self.weights.mixed * mixed + self.weights.age * close
        row += self.weights.interests / 2 * self._likeness(mentee)
        row[mentee] = 0.0
        return np.asarray(row, dtype=np.float64)

    def _guide_rows(self, guide: int) -> Floats:
        """For each mentee: same job series, same department, likeness (three rows)."""
        size = len(self.mentees)
        at = size + guide
        same_series = self._series[:size] == self._series[at]
        same_department = self._department[:size] == self._department[at]
        return np.array([same_series, same_department, self._likeness(at)], dtype=np.float64)

    def _likeness(self, at: int) -> Floats:
        shared = np.bitwise_count(self._wishes[: len(self.mentees)] & self._wishes[at]).sum(axis=1)
        return np.asarray(np.minimum(1.0, shared / ENOUGH_SHARED), dtype=np.float64)

    def beside(self, guides: Sequence[int]) -> Floats:
        """The three rows of several guides together: the best of each (zero for no guides)."""
        none = np.zeros((3, len(self.mentees)))
        rows = [none, *(self.guide_rows(guide) for guide in guides)]
        return np.asarray(np.maximum.reduce(rows), dtype=np.float64)

    def worth(self, rows: Floats) -> Floats:
        """What guides with these rows are worth to each mentee."""
        weights = self.weights
        series = weights.job_series * rows[0] + weights.other_department * (1 - rows[1])
        return np.asarray(series + weights.interests / 2 * rows[2], dtype=np.float64)


def _codes(words: Sequence[str]) -> Ints:
    """Equal words get equal numbers; an unknown (empty) one equals none."""
    fresh = count()
    known: dict[str, int] = {}
    codes = [known.setdefault(word, next(fresh)) if word else next(fresh) for word in words]
    return np.array(codes, dtype=np.int64)


def _bits(interests: Sequence[tuple[str, ...]]) -> NDArray[np.uint64]:
    """One bit for each interest anybody named, 64 to a column."""
    words_named = sorted({word for each in interests for word in each})
    known = {word: at for at, word in enumerate(words_named)}
    bits = np.zeros((len(interests), len(known) // 64 + 1), dtype=np.uint64)
    for person, words in enumerate(interests):
        for word in words:
            column, bit = divmod(known[word], 64)
            bits[person, column] |= np.uint64(1 << bit)
    return bits
