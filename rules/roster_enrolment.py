"""Who of a roster becomes a member: new people, people of earlier programmes, and nobody twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rules.roster_identity import Identity, Register, compare, identity_of
from rules.roster_row import RosterPerson


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Somebody with a place in one of the office's programmes, as that roster had them."""

    person_id: int
    programme_id: int
    identity: Identity


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who gets a place. `person_id` is who they were in an earlier programme, if known."""

    listed: RosterPerson
    person_id: int | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an import does: `newcomers`, in the roster's order, get places; `known` have theirs."""

    newcomers: tuple[Newcomer, ...]
    known: tuple[RosterPerson, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. `opened`: the programme is new; `grouped`: its groups stand already."""

    programme: str
    new: int
    known: int
    opened: bool
    grouped: bool


class NotImported(StrEnum):
    """Why an import did nothing."""

    GONE = "gone"
    """The reading was imported, cancelled or forgotten before."""
    CLOSED = "closed"
    """The programme of that name has ended."""


def enrolment(
    enrolled: Iterable[Enrolled], programme_id: int | None, people: Iterable[RosterPerson]
) -> Enrolment:
    """Hold a roster against the office's people; `programme_id` is None for a new programme."""
    everybody = list(enrolled)
    here = [each for each in everybody if each.programme_id == programme_id]
    compared = compare((each.identity for each in here), people)
    earlier = _earlier(everybody, {each.person_id for each in here})
    taken: set[int] = set()
    newcomers = []
    for listed in compared.new:
        person_id = earlier.find(identity_of(listed))
        if person_id in taken:
            person_id = None
        if person_id is not None:
            taken.add(person_id)
        newcomers.append(Newcomer(listed, person_id))
    return Enrolment(tuple(newcomers), compared.known)


def _earlier(everybody: Iterable[Enrolled], here: set[int]) -> Register[int]:
    """People of other programmes; who is in this one already can't come to it again."""
    register: Register[int] = Register()
    for each in everybody:
        if each.person_id not in here:
            register.add(each.identity, each.person_id)
    return register
