"""A grouping in the middle of the search, with what each person would be worth elsewhere."""

from collections.abc import Sequence

import numpy as np

from rules.solver_tables import Floats, Tables


class State:
    """Groups by index; `seat` is the only way to change one, `begin` and `undo` take it back."""

    def __init__(self, tables: Tables, guides: Sequence[Sequence[int]]) -> None:
        size, groups = len(tables.mentees), len(guides)
        self.tables = tables
        self.guides = [list(each) for each in guides]
        self.mentees: list[list[int]] = [[] for _ in guides]
        self.place = np.full(size, -1, dtype=np.int64)
        self.count = np.zeros(groups, dtype=np.int64)
        self.people = np.zeros(groups, dtype=np.int64)
        self.per_fellow = np.zeros(groups)
        self.by_guides = np.zeros((size, groups))
        self.by_fellows = np.zeros((size, groups))
        self.appeal = np.zeros((size, groups))
        self.pairs = np.zeros(groups)
        self.value = np.zeros(groups)
        self._before: dict[int, tuple[list[int], list[int]]] = {}
        for group, each in enumerate(guides):
            self.seat(group, each, [])

    @property
    def total(self) -> float:
        return float(self.value.sum())

    def seat(self, group: int, guides: Sequence[int], mentees: Sequence[int]) -> None:
        """Put these people into the group and work out its columns anew (so nothing drifts)."""
        self._before.setdefault(group, (self.guides[group], self.mentees[group]))
        if list(guides) != self.guides[group] or not self.people[group]:
            self.by_guides[:, group] = self.tables.worth(self.tables.beside(guides))
        self.guides[group], self.mentees[group] = list(guides), list(mentees)
        self.place[self.mentees[group]] = group
        self.count[group] = len(mentees)
        self.people[group] = len(guides) + len(mentees)
        self._weigh(group)

    def _weigh(self, group: int) -> None:
        mentees, count = self.mentees[group], len(self.mentees[group])
        column = np.zeros(len(self.place))
        for mentee in mentees:
            column += self.tables.pair_row(mentee)
        self.by_fellows[:, group] = column
        self.per_fellow[group] = 1 / (count - 1) if count > 1 else 0.0
        # a pair counts for both: what leaves or joins is worth its fellows' half too
        own = self.by_guides[:, group]
        self.appeal[:, group] = own + 2 * self.per_fellow[group] * column
        self.pairs[group] = column[mentees].sum()
        self.value[group] = own[mentees].sum() + self.of_pairs(self.pairs[group], count)

    def of_pairs(self, pairs: float, count: int) -> float:
        """What the fellow parts of a group of `count` mentees are worth."""
        return pairs / (count - 1) if count > 1 else self.tables.alone * count

    def begin(self) -> None:
        self._before = {}

    def undo(self) -> None:
        """Back to where `begin` was called last."""
        for group, (guides, mentees) in dict(self._before).items():
            self.seat(group, guides, mentees)

    def touched(self) -> list[int]:
        """The mentees of the groups changed since `begin`, in a fixed order."""
        return [one for group in sorted(self._before) for one in self.mentees[group]]

    def swap_gains(self, mentee: int) -> Floats:
        """What changing places with each other mentee would gain."""
        home, place = self.place[mentee], self.place
        stay = self.appeal[np.arange(len(place)), place]
        there = self.appeal[mentee, place] + self.appeal[:, home] - stay - stay[mentee]
        both = self.per_fellow[place] + self.per_fellow[home]
        gains = there - 2 * self.tables.pair_row(mentee) * both
        gains[place == home] = 0.0
        return np.asarray(gains, dtype=np.float64)

    def swap(self, one: int, two: int) -> None:
        here, there = int(self.place[one]), int(self.place[two])
        mine = [two if each == one else each for each in self.mentees[here]]
        theirs = [one if each == two else each for each in self.mentees[there]]
        self.seat(here, self.guides[here], mine)
        self.seat(there, self.guides[there], theirs)

    def move_gains(self, mentee: int) -> Floats:
        """What moving into each group would gain; minus infinity where sizes forbid it."""
        home = int(self.place[mentee])
        count = int(self.count[home])
        fits = (self.people < self.people[home]) & (count > 1)
        loss = self.value[home] - self._without(mentee, home, count)
        gains = np.full(len(self.people), -np.inf)
        for group in np.flatnonzero(fits):
            gains[group] = self._with(mentee, int(group)) - self.value[group] - loss
        return gains

    def _without(self, mentee: int, group: int, count: int) -> float:
        by_guides = self.value[group] - self.of_pairs(self.pairs[group], count)
        left = self.pairs[group] - 2 * self.by_fellows[mentee, group]
        return float(by_guides - self.by_guides[mentee, group] + self.of_pairs(left, count - 1))

    def _with(self, mentee: int, group: int) -> float:
        count = int(self.count[group])
        by_guides = self.value[group] - self.of_pairs(self.pairs[group], count)
        more = self.pairs[group] + 2 * self.by_fellows[mentee, group]
        return float(by_guides + self.by_guides[mentee, group] + self.of_pairs(more, count + 1))

    def move(self, mentee: int, group: int) -> None:
        home = int(self.place[mentee])
        self.seat(home, self.guides[home], [one for one in self.mentees[home] if one != mentee])
        self.seat(group, self.guides[group], [*self.mentees[group], mentee])
