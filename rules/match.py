"""Drafts of groups: what one holds, and whether it may be approved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from rules.matching import Candidate, Group, Grouping, breaches
from rules.matching_reasons import Reason, ReasonKind, reasons
from rules.matching_score import Ended, Formed, Parts
from rules.people import BETWEEN_INTERESTS, Role
from rules.programme import Member


class DraftState(StrEnum):
    """What became of a draft."""

    MAKING = "making"
    READY = "ready"
    APPROVED = "approved"
    PASSED = "passed"
    """Another draft was approved."""
    DROPPED = "dropped"
    FAILED = "failed"
    """No groups came of it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a draft is worth, all from 0 to 1; `groups` are the values of group 1, 2 and so on."""

    value: float
    random_average: float
    bound: float
    parts: Parts
    ended: Ended
    groups: tuple[float, ...]

    @property
    def gap(self) -> float:
        """How far below the bound the value is, as a share of the bound."""
        # A value that reaches its bound may pass it in the last binary place.
        return max(0.0, 1 - self.value / self.bound) if self.bound else 0.0


@dataclass(frozen=True, slots=True)
class Draft:
    """One proposed grouping. `made_by` is the coordinator's person id, None for a script;
    `figures` are there once it is READY."""

    id: int
    programme_id: int
    made_by: int | None
    state: DraftState
    seed: int
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a draft puts a member, and why (the weightiest reason first)."""

    member_id: int
    number: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Approved:
    """Groups stand. `waiting` are the people who will hear when they have registered."""

    groups: int
    people: int
    waiting: int


class NotApproved(StrEnum):
    """Why a draft was not approved."""

    GONE = "gone"
    """Dropped, failed, not ready, or never there."""
    DONE = "done"
    """This draft was approved before."""
    SETTLED = "settled"
    """The programme's groups stand already."""
    STALE = "stale"
    """The roster has changed since."""


def judge(
    draft: Draft | None, grouped: bool, placements: Sequence[Placement], members: Sequence[Member]
) -> NotApproved | None:
    """What speaks against approving a draft; None if nothing does."""
    if draft is None:
        return NotApproved.GONE
    if draft.state is DraftState.APPROVED:
        return NotApproved.DONE
    if grouped:
        return NotApproved.SETTLED
    if draft.state is not DraftState.READY:
        return NotApproved.GONE
    placed = {each.member_id for each in placements}
    if placed != {each.id for each in members}:
        return NotApproved.STALE
    broken = breaches(grouping_of(placements, members), candidates_of(members))
    return NotApproved.STALE if broken else None


def candidates_of(members: Iterable[Member]) -> tuple[Candidate, ...]:
    """Members as the matching sees them."""
    return tuple(
        Candidate(
            member_id=member.id,
            role=member.role,
            department=member.department,
            job_series=member.job_series,
            grade=member.grade,
            born_year=member.born_on.year if member.born_on else None,
            interests=tuple(each for each in member.interests.split(BETWEEN_INTERESTS) if each),
        )
        for member in members
    )


def grouping_of(placements: Sequence[Placement], members: Iterable[Member]) -> Grouping:
    """The grouping that placements make; every placed member must be among `members`."""
    roles = {member.id: member.role for member in members}
    groups: dict[int, dict[Role, list[int]]] = {}
    for each in sorted(placements, key=lambda one: (one.number, one.member_id)):
        seats = groups.setdefault(each.number, {role: [] for role in Role})
        seats[roles[each.member_id]].append(each.member_id)
    return Grouping(tuple(_group(number, seats) for number, seats in groups.items()))


def _group(number: int, seats: Mapping[Role, Sequence[int]]) -> Group:
    leads = seats[Role.LEAD]
    # A second lead counts as a mentor here, so that the hard rules find the wrong role.
    return Group(
        number,
        leads[0] if leads else None,
        (*leads[1:], *seats[Role.MENTOR]),
        tuple(seats[Role.MENTEE]),
    )


def figures_of(formed: Formed) -> Figures:
    """What a draft keeps of a finished search."""
    return Figures(
        value=formed.score.total,
        random_average=formed.random_average,
        bound=formed.bound,
        parts=formed.score.parts,
        ended=formed.ended,
        groups=tuple(each.total for each in formed.score.groups),
    )


def placements_of(formed: Formed, candidates: Sequence[Candidate]) -> tuple[Placement, ...]:
    """Everybody's place with its reasons, group by group."""
    why = reasons(formed.grouping, candidates)
    return tuple(
        Placement(person, group.number, why[person])
        for group in formed.grouping.groups
        for person in group.members
    )


def figures_to_json(figures: Figures) -> dict[str, Any]:
    """Figures as JSON's own types."""
    return asdict(figures)


def figures_from_json(written: Mapping[str, Any]) -> Figures:
    """Figures as `figures_to_json` wrote them."""
    return Figures(
        **{
            **written,
            "parts": Parts(**written["parts"]),
            "ended": Ended(written["ended"]),
            "groups": tuple(written["groups"]),
        }
    )


def reasons_to_json(found: Iterable[Reason]) -> list[dict[str, Any]]:
    """Reasons as JSON's own types."""
    return [asdict(each) for each in found]


def reasons_from_json(written: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Reasons as `reasons_to_json` wrote them."""
    return tuple(
        Reason(
            ReasonKind(each["kind"]), tuple(each["people"]), tuple(each["interests"]), each["years"]
        )
        for each in written
    )
