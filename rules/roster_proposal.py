"""A roster that was read and waits for its coordinator's word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from rules.people import Role
from rules.roster import RosterReading
from rules.roster_cells import Row, cell_text, clean
from rules.roster_headings import SEARCHED_ROWS, Column, find_headings
from rules.roster_row import Problem, ProblemReason, RosterPerson

PROGRAMME_LENGTH = 60
"""Characters a programme's name may have."""

# What titles and file names say besides the programme's name.
_LISTING = re.compile(
    r"[\s_-]*(?:(?:참여자|참가자|대상자|멘토\s?멘티)?\s*(?:명단|명부)|roster|list)(?:\s*\(.*\))?\s*$",
    re.IGNORECASE,
)
_SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file says. `programme` is the name a new programme would get."""

    file: str
    programme: str
    people: tuple[RosterPerson, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Column, ...]

    @property
    def counts(self) -> dict[Role, int]:
        """How many people have each role; every role is there."""
        found = Counter(person.role for person in self.people)
        return {role: found[role] for role in Role}

    def named(self, programme: str) -> Proposal:
        """The same with another name for the programme."""
        return replace(self, programme=programme)


def proposal_of(file: str, sheets: Iterable[Sequence[Row]], reading: RosterReading) -> Proposal:
    """What is put before the coordinator: the reading of one of the file's sheets."""
    return Proposal(
        file=file,
        programme=_suggested(file, sheets, reading),
        people=reading.people,
        problems=reading.problems,
        columns=reading.columns,
    )


def programme_name(typed: str) -> str | None:
    """A programme's name as somebody typed it; None if it is empty or too long."""
    name = clean(typed)
    return name if 0 < len(name) <= PROGRAMME_LENGTH else None


def _suggested(file: str, sheets: Iterable[Sequence[Row]], reading: RosterReading) -> str:
    """The title above the headings, else the file's name, each without "list of participants"."""
    wanted = reading.headings
    rows = next((each for each in sheets if find_headings(each[:SEARCHED_ROWS]) == wanted), ())
    titles = [cell_text(cell) for row in rows if row.number < wanted.line for cell in row.cells]
    title = next((each for each in titles if len(each) >= _SHORTEST_TITLE), "")
    stem = clean(PurePath(file).stem)
    names = (_LISTING.sub("", title), _LISTING.sub("", stem), stem, clean(file))
    return next(name for name in names if name)[:PROGRAMME_LENGTH].strip()


def to_json(proposal: Proposal) -> dict[str, Any]:
    """A proposal as JSON's own types."""
    people = [asdict(each) | _dates(each) for each in proposal.people]
    return asdict(proposal) | {"people": people}


def from_json(written: Mapping[str, Any]) -> Proposal:
    """A proposal as `to_json` wrote it, through JSON or not."""
    return Proposal(
        file=written["file"],
        programme=written["programme"],
        people=tuple(_person(each) for each in written["people"]),
        problems=tuple(_problem(each) for each in written["problems"]),
        columns=tuple(Column(each) for each in written["columns"]),
    )


def _dates(person: RosterPerson) -> dict[str, str | None]:
    days = {"born_on": person.born_on, "appointed_on": person.appointed_on}
    return {name: day.isoformat() if day else None for name, day in days.items()}


def _person(written: Mapping[str, Any]) -> RosterPerson:
    dates = {
        name: date.fromisoformat(written[name]) if written[name] else None
        for name in ("born_on", "appointed_on")
    }
    more = {"role": Role(written["role"]), "interests": tuple(written["interests"])}
    return RosterPerson(**{**written, **more, **dates})


def _problem(written: Mapping[str, Any]) -> Problem:
    column = Column(written["column"]) if written["column"] else None
    return Problem(**{**written, "reason": ProblemReason(written["reason"]), "column": column})
