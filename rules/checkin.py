"""Check-ins: one tap on how a mentoring day went, with a word if one likes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rules.day import Standing

OPEN_FOR = timedelta(days=7)
"""How long after its beginning a day can be answered about, and an answer be changed."""
WORD_LENGTH = 500
"""Characters of the optional word: a few sentences."""


class Score(StrEnum):
    """How it went, from 1 (hard) to 5 (very good)."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    TWO = "2"
    ONE = "1"

    @property
    def number(self) -> int:
        """The score as a number, for counting and for texts."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Checkin:
    """A member's answer for one day. `word` is None unless the member left one."""

    day_id: int
    member_id: int
    score: int
    word: str | None
    tapped_at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """The first answer."""

    score: Score


@dataclass(frozen=True, slots=True)
class Changed:
    """Another answer than before: the last one counts."""

    before: int
    score: Score


@dataclass(frozen=True, slots=True)
class AlreadyAnswered:
    """The same answer again, as from an impatient finger."""

    score: Score


@dataclass(frozen=True, slots=True)
class Closed:
    """Not to be answered (any more), and why."""

    why: Standing


def answer(
    standing: Standing, before: Checkin | None, score: Score
) -> Recorded | Changed | AlreadyAnswered | Closed:
    """Decide what a tap is."""
    if standing is not Standing.OPEN:
        return Closed(standing)
    if before is None:
        return Recorded(score)
    if before.score == score.number:
        return AlreadyAnswered(score)
    return Changed(before.score, score)


@dataclass(frozen=True, slots=True)
class TooLong:
    """More than there is room for. `length` and `limit` count characters."""

    length: int
    limit: int


def word_of(text: str) -> str | TooLong:
    """Read the optional word as typed."""
    word = text.strip()
    return TooLong(len(word), WORD_LENGTH) if len(word) > WORD_LENGTH else word
