"""Words about groups that a draft, an announcement and the command line share."""

from collections.abc import Mapping, Sequence

from rules.matching_reasons import Reason, ReasonKind
from rules.people import Role
from rules.programme import Seat
from texts.escape import Markup, clip, join, split
from texts.words import Words

ROOM = 2800
"""Units that the people of one group may take in a message; a group can be any size."""
SHOWN_NAMES = 4
SHOWN_INTERESTS = 3
CARD_UNITS = 40
"""Units of a department, job series or grade on a card; rosters allow 60."""

# What is said to the person; the other reasons are for the coordinator's eyes.
_TOLD = frozenset(ReasonKind) - {ReasonKind.NO_MENTOR_OF_SERIES, ReasonKind.SAME_DEPARTMENT}

Names = Mapping[int, str]
"""Member ids and their people's names."""


def names_of(seats: Sequence[Seat]) -> Names:
    """What people are called in reasons."""
    return {seat.member.id: seat.person.name for seat in seats}


def in_order(seats: Sequence[Seat]) -> Sequence[Seat]:
    """Lead mentor, mentors, mentees; roster order among them."""
    return sorted(seats, key=lambda seat: list(Role).index(seat.member.role))


def card(spoken: Words, seat: Seat) -> Markup:
    """One person in a line: role, name, and what groups are balanced by."""
    member = seat.member
    known = [member.department, member.job_series, member.grade]
    about = " · ".join(clip(each, CARD_UNITS) for each in known if each)
    text = "match-card-known" if about else "match-card"
    role = spoken.plain("common-role", role=member.role)
    return spoken.html(text, name=seat.person.name, role=role, about=about)


def fitting(spoken: Words, lines: Sequence[Markup]) -> Markup:
    """Lines within `ROOM`; what does not fit is only mentioned."""
    pieces = split(join(lines), ROOM)
    if len(pieces) <= 1:
        return join(lines)
    return join([pieces[0], spoken.html("match-more-people")])


def reason(spoken: Words, why: Reason, role: Role, names: Names) -> str:
    """One reason for a coordinator, of somebody with that role."""
    return spoken.plain(f"match-reason-{why.kind}", **_said(spoken, why, role, names))


def told(spoken: Words, reasons: Sequence[Reason], role: Role, names: Names) -> Markup:
    """A person's own reasons, said to them."""
    lines = [
        spoken.html(f"match-why-{why.kind}", **_said(spoken, why, role, names))
        for why in reasons
        if why.kind in _TOLD
    ]
    return join(lines) if lines else spoken.html("match-why-none")


def _said(spoken: Words, why: Reason, role: Role, names: Names) -> dict[str, str | int]:
    known = [names[each] for each in why.people if each in names]
    return {
        "role": role,
        "names": _some(spoken, known, SHOWN_NAMES),
        "interests": _some(spoken, why.interests, SHOWN_INTERESTS),
        "years": why.years or 0,
    }


def _some(spoken: Words, words: Sequence[str], most: int) -> str:
    shown = ", ".join(words[:most])
    return shown if len(words) <= most else spoken.plain("match-and-more", shown=shown)
