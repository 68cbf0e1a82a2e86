"""Mentoring groups: who can be put together, and what every grouping must keep."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.people import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person as the matching sees them: only what groups are balanced by."""

    member_id: int
    role: Role
    department: str
    job_series: str
    grade: str
    born_year: int | None
    interests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One mentoring group; `number` counts from 1, `lead` is None in a programme without leads."""

    number: int
    lead: int | None
    mentors: tuple[int, ...]
    mentees: tuple[int, ...]

    @property
    def guides(self) -> tuple[int, ...]:
        """The lead mentor, where there is one, and then the mentors."""
        return (*(() if self.lead is None else (self.lead,)), *self.mentors)

    @property
    def members(self) -> tuple[int, ...]:
        return (*self.guides, *self.mentees)


@dataclass(frozen=True, slots=True)
class Grouping:
    groups: tuple[Group, ...]

    def group_of(self, member_id: int) -> Group | None:
        return next((group for group in self.groups if member_id in group.members), None)


class Impossible(StrEnum):
    """Why no groups can be formed from these people."""

    NO_MENTORS = "no-mentors"
    NO_MENTEES = "no-mentees"
    MORE_GROUPS_THAN_MENTEES = "more-groups-than-mentees"
    REPEATED_PERSON = "repeated-person"


@dataclass(frozen=True, slots=True)
class Unformable:
    """The refusal, with the counts a sentence about it needs."""

    reason: Impossible
    groups: int
    mentees: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How many of each one group holds."""

    leads: int
    mentors: int
    mentees: int


@dataclass(frozen=True, slots=True)
class Demand:
    """How many of each role there are, and so how many groups: one for each lead mentor,
    or for each mentor where the programme has no leads."""

    leads: int
    mentors: int
    mentees: int

    @property
    def groups(self) -> int:
        return self.leads or self.mentors

    def shapes(self) -> tuple[Shape, ...]:
        """Sizes and mentor counts that differ by at most one; at least one mentee in each."""
        leads = 1 if self.leads else 0
        sizes = _evenly(self.leads + self.mentors + self.mentees, self.groups)
        mentors = _evenly(self.mentors, self.groups)
        pairs = zip(sizes, mentors, strict=True)
        return tuple(Shape(leads, some, size - leads - some) for size, some in pairs)


def _evenly(total: int, groups: int) -> list[int]:
    whole, more = divmod(total, groups)
    return [whole + (number < more) for number in range(groups)]


def demand_of(candidates: Sequence[Candidate]) -> Demand | Unformable:
    """What these people ask for, or why they cannot be grouped."""
    demand = _count(candidates)
    reason = _obstacle(demand, len({one.member_id for one in candidates}) < len(candidates))
    return Unformable(reason, demand.groups, demand.mentees) if reason else demand


def _count(candidates: Sequence[Candidate]) -> Demand:
    roles = Counter(one.role for one in candidates)
    return Demand(roles[Role.LEAD], roles[Role.MENTOR], roles[Role.MENTEE])


def _obstacle(demand: Demand, repeated: bool) -> Impossible | None:
    obstacles = {
        Impossible.REPEATED_PERSON: repeated,
        Impossible.NO_MENTORS: demand.groups == 0,
        Impossible.NO_MENTEES: demand.mentees == 0,
        Impossible.MORE_GROUPS_THAN_MENTEES: demand.groups > demand.mentees,
    }
    return next((reason for reason, stands in obstacles.items() if stands), None)


class Breach(StrEnum):
    """A hard rule that a grouping (a coordinator's own, say) does not keep."""

    WRONG_NUMBER_OF_GROUPS = "wrong-number-of-groups"
    NOT_EXACTLY_ONCE = "not-exactly-once"
    WRONG_ROLE = "wrong-role"
    UNEVEN_SIZES = "uneven-sizes"
    UNEVEN_MENTORS = "uneven-mentors"
    NO_MENTEE = "no-mentee"


def breaches(grouping: Grouping, candidates: Sequence[Candidate]) -> tuple[Breach, ...]:
    """Every hard rule this grouping breaks; empty when it may be approved."""
    groups = grouping.groups
    placed = Counter(person for group in groups for person in group.members)
    broken = {
        Breach.WRONG_NUMBER_OF_GROUPS: len(groups) != _count(candidates).groups,
        Breach.NOT_EXACTLY_ONCE: placed != Counter(one.member_id for one in candidates),
        Breach.WRONG_ROLE: not _roles_right(groups, candidates),
        Breach.UNEVEN_SIZES: _spread(len(group.members) for group in groups) > 1,
        Breach.UNEVEN_MENTORS: _spread(len(group.mentors) for group in groups) > 1,
        Breach.NO_MENTEE: not all(group.mentees for group in groups),
    }
    return tuple(breach for breach, stands in broken.items() if stands)


def _roles_right(groups: Sequence[Group], candidates: Sequence[Candidate]) -> bool:
    role = {one.member_id: one.role for one in candidates}
    seats = [(person, Role.MENTEE) for group in groups for person in group.mentees]
    seats += [(person, Role.MENTOR) for group in groups for person in group.mentors]
    seats += [(group.lead, Role.LEAD) for group in groups if group.lead is not None]
    return all(role.get(person) is wanted for person, wanted in seats)


def _spread(counts: Iterable[int]) -> int:
    known = list(counts)
    return max(known, default=0) - min(known, default=0)
