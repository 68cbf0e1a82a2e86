"""How good a grouping is. The formula, with its reasons, stands in docs/matching.md."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum
from statistics import fmean

from rules.matching import Candidate, Group, Grouping

AGE_SPAN = 10
"""Years of difference from which two mentees are no longer close in age."""
UNKNOWN_AGE = 0.5
"""Closeness where a birth year is not known: neither good nor bad."""
ENOUGH_SHARED = 2
"""Shared interests from which two people have plenty to talk about."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The five parts of the value, each from 0 to 1, higher is better."""

    job_series: float
    other_department: float
    mixed: float
    age: float
    interests: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts; only the proportions matter. The defaults are for P1.

    Raises ValueError for a weight below zero or when all are zero.
    """

    job_series: float = 0.30
    other_department: float = 0.30
    mixed: float = 0.15
    age: float = 0.15
    interests: float = 0.10

    def __post_init__(self) -> None:
        if min(astuple(self)) < 0 or self.total == 0:
            raise ValueError("weights must not be negative, and one must be above zero")

    @property
    def total(self) -> float:
        return float(sum(astuple(self)))

    def shares(self) -> "Weights":
        """The same proportions, adding up to one."""
        return Weights(*(weight / self.total for weight in astuple(self)))

    def value(self, parts: Parts) -> float:
        """The weighted mean of the parts, from 0 to 1."""
        pairs = zip(astuple(self), astuple(parts), strict=True)
        return float(sum(weight * part for weight, part in pairs)) / self.total


@dataclass(frozen=True, slots=True)
class GroupScore:
    number: int
    total: float
    parts: Parts


@dataclass(frozen=True, slots=True)
class Score:
    """Means over the mentees, from 0 to 1, higher is better."""

    total: float
    parts: Parts
    groups: tuple[GroupScore, ...]


def evaluate(grouping: Grouping, candidates: Sequence[Candidate], weights: Weights) -> Score:
    """The value of a grouping that keeps the hard rules (see `rules.matching.breaches`)."""
    people = {one.member_id: one for one in candidates}
    found = [(group.number, _parts_of_group(group, people)) for group in grouping.groups]
    parts = _mean([each for _, mentees in found for each in mentees])
    groups = tuple(_group_score(number, _mean(each), weights) for number, each in found)
    return Score(weights.value(parts), parts, groups)


def _group_score(number: int, parts: Parts, weights: Weights) -> GroupScore:
    return GroupScore(number, weights.value(parts), parts)


def _parts_of_group(group: Group, people: Mapping[int, Candidate]) -> list[Parts]:
    guides = [people[person] for person in group.guides]
    mentees = [people[person] for person in group.mentees]
    return [mentee_parts(one, guides, [two for two in mentees if two != one]) for one in mentees]


def _mean(several: Sequence[Parts]) -> Parts:
    return Parts(*map(fmean, zip(*map(astuple, several), strict=True)))


def mentee_parts(
    mentee: Candidate, guides: Sequence[Candidate], fellows: Sequence[Candidate]
) -> Parts:
    """One mentee's parts beside these guides (at least one) and fellow mentees (maybe none)."""
    return Parts(
        job_series=float(any(same_series(mentee, guide) for guide in guides)),
        other_department=float(not any(same_department(mentee, one) for one in guides)),
        mixed=_mean_or(1.0, [float(not same_department(mentee, one)) for one in fellows]),
        age=_mean_or(1.0, [closeness(mentee, one) for one in fellows]),
        interests=_interests(mentee, guides, fellows),
    )


def _interests(
    mentee: Candidate, guides: Sequence[Candidate], fellows: Sequence[Candidate]
) -> float:
    with_guide = max(likeness(mentee, guide) for guide in guides)
    with_fellows = _mean_or(0.0, [likeness(mentee, one) for one in fellows])
    return (with_guide + with_fellows) / 2


def _mean_or(alone: float, values: Sequence[float]) -> float:
    return fmean(values) if values else alone


def same_series(one: Candidate, two: Candidate) -> bool:
    """An empty job series is unknown and equals none."""
    return one.job_series == two.job_series != ""


def same_department(one: Candidate, two: Candidate) -> bool:
    """An empty department is unknown and equals none."""
    return one.department == two.department != ""


def closeness(one: Candidate, two: Candidate) -> float:
    """1 for the same birth year, 0 from `AGE_SPAN` years apart, `UNKNOWN_AGE` if not known."""
    if one.born_year is None or two.born_year is None:
        return UNKNOWN_AGE
    return max(0.0, 1 - abs(one.born_year - two.born_year) / AGE_SPAN)


def likeness(one: Candidate, two: Candidate) -> float:
    """How far two people share interests: 1 from `ENOUGH_SHARED` shared ones."""
    return min(1.0, len({*one.interests} & {*two.interests}) / ENOUGH_SHARED)


class Ended(StrEnum):
    """Whether the search did all it set out to do."""

    FINISHED = "finished"
    OUT_OF_TIME = "out-of-time"


@dataclass(frozen=True, slots=True)
class Formed:
    """A grouping with what it is worth beside chance and beside what is at all possible.

    No grouping is worth more than `bound`, and whether one is worth as much is not known: the
    best lies between `score.total` and it. Only with `Ended.FINISHED` does the same input give
    the same grouping on every machine.
    """

    grouping: Grouping
    score: Score
    random_average: float
    bound: float
    ended: Ended

    @property
    def gap(self) -> float:
        """How far below the bound this is, as a share of the bound."""
        return 1 - self.score.total / self.bound if self.bound else 0.0
