"""Why each person is in their group, as values that the texts turn into sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.matching import Candidate, Group, Grouping
from rules.matching_score import same_department, same_series
from rules.people import Role


class ReasonKind(StrEnum):
    """What speaks for a place, and (the last two) what a coordinator may want to look at."""

    SAME_JOB_SERIES = "same-job-series"
    OTHER_DEPARTMENT = "other-department"
    MIXED_DEPARTMENTS = "mixed-departments"
    CLOSE_IN_AGE = "close-in-age"
    SHARED_INTERESTS = "shared-interests"
    NO_MENTOR_OF_SERIES = "no-mentor-of-series"
    SAME_DEPARTMENT = "same-department"


CLOSE_YEARS = 5
"""Widest span of birth years among a group's mentees that is still called close."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`people`: member ids it speaks of; `years`: the span between the oldest and the youngest
    mentee; `interests`: those shared, in the person's own order."""

    kind: ReasonKind
    people: tuple[int, ...] = ()
    interests: tuple[str, ...] = ()
    years: int | None = None


@dataclass(frozen=True, slots=True)
class _Circle:
    """A person with the guides and mentees around them."""

    person: Candidate
    guides: tuple[Candidate, ...]
    mentees: tuple[Candidate, ...]

    @property
    def opposite(self) -> tuple[Candidate, ...]:
        """The guides for a mentee, the mentees for a guide."""
        return self.guides if self.person.role is Role.MENTEE else self.mentees

    @property
    def others(self) -> tuple[Candidate, ...]:
        return tuple(one for one in (*self.guides, *self.mentees) if one != self.person)


def reasons(grouping: Grouping, candidates: Sequence[Candidate]) -> dict[int, tuple[Reason, ...]]:
    """For each member id in a group: its reasons, the weightiest first."""
    people = {one.member_id: one for one in candidates}
    return {
        person: _reasons_of(_circle(group, people[person], people))
        for group in grouping.groups
        for person in group.members
    }


def _circle(group: Group, person: Candidate, people: Mapping[int, Candidate]) -> _Circle:
    guides = tuple(people[each] for each in group.guides)
    return _Circle(person, guides, tuple(people[each] for each in group.mentees))


def _reasons_of(circle: _Circle) -> tuple[Reason, ...]:
    found = (
        _job_series(circle),
        _department(circle),
        _mixed(circle),
        _age(circle),
        _interests(circle),
    )
    return tuple(reason for reason in found if reason is not None)


def _ids(people: Sequence[Candidate]) -> tuple[int, ...]:
    return tuple(one.member_id for one in people)


def _job_series(circle: _Circle) -> Reason | None:
    same = _ids([one for one in circle.opposite if same_series(circle.person, one)])
    if same:
        return Reason(ReasonKind.SAME_JOB_SERIES, same)
    missed = circle.person.role is Role.MENTEE and circle.person.job_series
    return Reason(ReasonKind.NO_MENTOR_OF_SERIES) if missed else None


def _department(circle: _Circle) -> Reason | None:
    if not circle.person.department:
        return None
    same = _ids([one for one in circle.opposite if same_department(circle.person, one)])
    return Reason(ReasonKind.SAME_DEPARTMENT if same else ReasonKind.OTHER_DEPARTMENT, same)


def _mixed(circle: _Circle) -> Reason | None:
    """Said to mentees with fellows when no two of them come from one department."""
    departments = {one.department for one in circle.mentees if one.department}
    told = circle.person.role is Role.MENTEE and len(circle.mentees) > 1
    return (
        Reason(ReasonKind.MIXED_DEPARTMENTS)
        if told and len(departments) == len(circle.mentees)
        else None
    )


def _age(circle: _Circle) -> Reason | None:
    """Said to mentees with fellows when every birth year is known and the span is small."""
    years = [one.born_year for one in circle.mentees if one.born_year is not None]
    all_known = len(years) == len(circle.mentees) > 1
    if circle.person.role is not Role.MENTEE or not all_known:
        return None
    span = max(years) - min(years)
    return Reason(ReasonKind.CLOSE_IN_AGE, years=span) if span <= CLOSE_YEARS else None


def _interests(circle: _Circle) -> Reason | None:
    own = dict.fromkeys(circle.person.interests)
    sharers = [one for one in circle.others if own.keys() & {*one.interests}]
    shared = tuple(each for each in own if any(each in one.interests for one in sharers))
    return Reason(ReasonKind.SHARED_INTERESTS, _ids(sharers), shared) if sharers else None
