"""What buttons about feedback mean.

The marks given so far travel in the buttons themselves, so that nothing of a sheet is stored before
it is handed in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.buttons import packed
from handlers.keys import Key, Keys, key
from rules.feedback import HIGHEST, LOWEST, Marks, Round, write_marks


@packed("fb")
@dataclass(frozen=True, slots=True)
class Sheet:
    """Go on with a sheet that has these marks (digits: 43 is a 4 and a 3, 0 none yet)."""

    round: int
    marks: int


@packed("fh")
@dataclass(frozen=True, slots=True)
class HandIn:
    """Hand a sheet in without a free answer."""

    round: int
    marks: int


@packed("fq")
@dataclass(frozen=True, slots=True)
class AskOpen:
    """Ask whether a round shall be opened."""


@packed("fr")
@dataclass(frozen=True, slots=True)
class OpenRound:
    """Open a round in this programme."""

    programme: int


@packed("fe")
@dataclass(frozen=True, slots=True)
class AskClose:
    """Ask whether the round shall be closed."""


@packed("fc")
@dataclass(frozen=True, slots=True)
class CloseRound:
    """Close this round."""

    round: int


@packed("fs")
@dataclass(frozen=True, slots=True)
class State:
    """Back to how feedback stands, in place of the message that was pressed."""


@packed("fx")
@dataclass(frozen=True, slots=True)
class Cleaned:
    """Result: whether the database's files were cleaned after a round."""

    round: int


def mark_keys(found: Round, marks: Marks) -> Keys:
    """The scale for the next topic, and the way back to the one before."""
    return [*_scale(found, marks), *back_keys(found, marks)]


def _scale(found: Round, marks: Marks) -> Iterator[list[Key]]:
    for mark in range(HIGHEST, LOWEST - 1, -1):
        given = Sheet(found.id, write_marks((*marks, mark)))
        yield [key("feedback-button-mark", given, mark=mark)]


def back_keys(found: Round, marks: Marks) -> Keys:
    """The way back to the topic before; none from the first."""
    if not marks:
        return []
    return [[key("common-button-back", Sheet(found.id, write_marks(marks[:-1])))]]


def word_keys(found: Round, marks: Marks) -> Keys:
    """What can be pressed where the free answer is awaited."""
    done = HandIn(found.id, write_marks(marks))
    return [[key("feedback-button-hand-in", done)], *back_keys(found, marks)]
