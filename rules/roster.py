"""A roster as it comes from the personnel office, read into people and problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from rules.people import Role
from rules.roster_cells import Row
from rules.roster_headings import (
    NOTHING_FOUND,
    SEARCHED_ROWS,
    Column,
    Headings,
    find_headings,
)
from rules.roster_identity import Register, identity_of
from rules.roster_row import Layout, Problem, ProblemReason, RosterPerson, read_row


@dataclass(frozen=True, slots=True)
class RosterReading:
    """What a roster says: each of its rows is a person, a problem or skipped.

    Skipped are footnotes, sums, repeated headings and rows that name nobody;
    empty rows and what stands above the headings are not counted at all.
    """

    people: tuple[RosterPerson, ...]
    problems: tuple[Problem, ...]
    skipped: int
    headings: Headings

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that were understood, in their order on the sheet."""
        return tuple(heading.column for heading in self.headings.understood)

    @property
    def counts(self) -> dict[Role, int]:
        """How many people have each role; every role is there."""
        found = Counter(person.role for person in self.people)
        return {role: found[role] for role in Role}

    @property
    def summary(self) -> str:
        """One line for logs and scripts: `lead 19, mentor 19, mentee 73, problems 0`."""
        parts = [f"{role} {count}" for role, count in self.counts.items()]
        return ", ".join([*parts, f"problems {len(self.problems)}"])


@dataclass(frozen=True, slots=True)
class HeadingsMissing:
    """No roster: a required heading was found nowhere; `nearest` is the row that came closest."""

    missing: tuple[Column, ...]
    nearest: Headings


def read_roster(rows: Iterable[Row], today: date) -> RosterReading | HeadingsMissing:
    """Read the rows of one sheet, walking them once.

    `today` is the day in the programme's zone: dates are believed or not by it.
    """
    walk = iter(rows)
    top = list(islice(walk, SEARCHED_ROWS))
    headings = find_headings(top)
    if headings.missing:
        return HeadingsMissing(headings.missing, headings)
    below = (row for row in chain(top, walk) if row.number > headings.line)
    return _read_below(below, headings, today)


def read_first_roster(
    sheets: Iterable[Iterable[Row]], today: date
) -> RosterReading | HeadingsMissing:
    """Read the first sheet that has a roster's headings; else what came nearest to them."""
    nearest = HeadingsMissing(NOTHING_FOUND.missing, NOTHING_FOUND)
    for rows in sheets:
        reading = read_roster(rows, today)
        if isinstance(reading, RosterReading):
            return reading
        if len(reading.nearest.understood) > len(nearest.nearest.understood):
            nearest = reading
    return nearest


@dataclass(slots=True)
class _Gathered:
    """What has been read so far."""

    people: list[RosterPerson] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: int = 0
    register: Register[int] = field(default_factory=Register)

    def take(self, found: RosterPerson | Problem | None) -> None:
        match found:
            case None:
                self.skipped += 1
            case Problem():
                self.problems.append(found)
            case _:
                self._enter(found)

    def _enter(self, person: RosterPerson) -> None:
        identity = identity_of(person)
        earlier = self.register.find(identity)
        if earlier is None:
            self.people.append(person)
            self.register.add(identity, person.line)
            return
        twice = ProblemReason.TWICE
        self.problems.append(Problem(person.line, twice, person.name, Column.NAME, earlier))


def _read_below(rows: Iterator[Row], headings: Headings, today: date) -> RosterReading:
    layout = Layout.under(headings, today)
    gathered = _Gathered()
    for row in rows:
        gathered.take(read_row(row, layout))
    return RosterReading(
        people=tuple(gathered.people),
        problems=tuple(gathered.problems),
        skipped=gathered.skipped,
        headings=headings,
    )
