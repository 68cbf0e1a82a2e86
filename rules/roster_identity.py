"""Who is who on a roster: the same person, met again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from rules.roster_cells import bare_word
from rules.roster_row import RosterPerson

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one person from another: the name with the birth date, or with the department."""

    name: str
    department: str
    born_on: date | None


def identity_of(person: RosterPerson) -> Identity:
    """The identity of somebody on a roster."""
    return Identity(person.name, person.department, person.born_on)


class Register(Generic[Mark]):
    """People already met, each under a mark of the caller's; the first to enter stays.

    Two identities are one person when the names agree and the birth dates do; where
    either has no birth date, when the names and the departments agree.
    """

    def __init__(self) -> None:
        self._by_birth: dict[tuple[str, date], Mark] = {}
        self._by_department: dict[tuple[str, str], Mark] = {}
        self._undated: dict[tuple[str, str], Mark] = {}

    def add(self, identity: Identity, mark: Mark) -> None:
        """Enter a person."""
        place = _place(identity)
        if identity.born_on is None:
            self._undated.setdefault(place, mark)
        else:
            self._by_birth.setdefault((place[0], identity.born_on), mark)
        self._by_department.setdefault(place, mark)

    def find(self, identity: Identity) -> Mark | None:
        """The mark of the same person, if met before."""
        place = _place(identity)
        if identity.born_on is None:
            return self._by_department.get(place)
        dated = self._by_birth.get((place[0], identity.born_on))
        return self._undated.get(place) if dated is None else dated


@dataclass(frozen=True, slots=True)
class Comparison:
    """A roster held against the people already enrolled."""

    new: tuple[RosterPerson, ...]
    known: tuple[RosterPerson, ...]


def compare(existing: Iterable[Identity], people: Iterable[RosterPerson]) -> Comparison:
    """Tell who on a roster is new, so that importing a file twice enrols nobody twice."""
    register: Register[bool] = Register()
    for identity in existing:
        register.add(identity, mark=True)
    new: list[RosterPerson] = []
    known: list[RosterPerson] = []
    for person in people:
        (known if register.find(identity_of(person)) else new).append(person)
    return Comparison(tuple(new), tuple(known))


def _place(identity: Identity) -> tuple[str, str]:
    name = bare_word(identity.name) or identity.name
    return name, bare_word(identity.department)
