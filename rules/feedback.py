"""Feedback: four taps and a free answer at a programme's end, without anybody's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rules.working_hours import WorkingHours, on_a_weekday

LOWEST, HIGHEST = 1, 5
"""The ends of the scale of agreement: not at all, and very much."""
LEAST = 5
"""Sheets below which nothing of them is shown: among fewer, somebody could be guessed."""
WORD_LENGTH = 1000
"""Characters of the free answer."""
UNFINISHED_FOR = timedelta(days=1)
"""How long the marks of a sheet whose free answer is awaited are kept at most."""


class Topic(StrEnum):
    """What people are asked, in this order. The order is that of the marks in storage."""

    MEETINGS = "meetings"
    WORK = "work"
    EASE = "ease"
    RECOMMEND = "recommend"


TOPICS = tuple(Topic)

Marks = tuple[int, ...]
"""The marks given so far, one per topic, in the order of the topics."""


def read_marks(digits: int) -> Marks | None:
    """Marks as a button carries them: 43 is a 4 and a 3, 0 is none. None if no sheet has these."""
    marks = tuple(int(digit) for digit in str(digits)) if digits > 0 else ()
    fits = len(marks) <= len(TOPICS) and all(LOWEST <= mark <= HIGHEST for mark in marks)
    return marks if fits and digits >= 0 else None


def write_marks(marks: Marks) -> int:
    """The other way round."""
    return int("".join(map(str, marks)) or "0")


def next_topic(marks: Marks) -> Topic | None:
    """What is asked next; None when only the free answer is left."""
    return TOPICS[len(marks)] if len(marks) < len(TOPICS) else None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a programme. Times are aware UTC; `closed_at` is None while it is open."""

    id: int
    programme_id: int
    opened_at: datetime
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether sheets are taken."""
        return self.closed_at is None


class Standing(StrEnum):
    """How a round stands for one person."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    NOT_YOURS = "not-yours"


def standing(found: Round | None, *, member: bool, answered: bool) -> Standing:
    """Say whether a person may answer. `member` is whether they have a place in its programme."""
    if found is None or not member:
        return Standing.NOT_YOURS
    if answered:
        return Standing.ANSWERED
    return Standing.OPEN if found.is_open else Standing.CLOSED


@dataclass(frozen=True, slots=True)
class TooLong:
    """More than there is room for. `length` and `limit` count characters."""

    length: int
    limit: int


def word_of(text: str) -> str | TooLong:
    """Read the free answer as typed."""
    word = text.strip()
    return TooLong(len(word), WORD_LENGTH) if len(word) > WORD_LENGTH else word


@dataclass(frozen=True, slots=True)
class Opened:
    """A new round. `asked` people are asked now."""

    round: Round
    asked: int


@dataclass(frozen=True, slots=True)
class AlreadyOpen:
    """A round was open before; nothing happened."""

    round: Round


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody of the programme has registered yet."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The round is closed."""

    round: Round


@dataclass(frozen=True, slots=True)
class NotOpen:
    """That round is not open (any more), or none is; nothing happened."""


def may_open(latest: Round | None, registered: int) -> AlreadyOpen | Nobody | None:
    """Say why no round can be opened; None if one can. One is open at a time."""
    if latest is not None and latest.is_open:
        return AlreadyOpen(latest)
    return None if registered else Nobody()


def again_at(opened: datetime, after: int, hours: WorkingHours) -> datetime:
    """When to remind of a round opened at a local time: `after` hours, on a working day."""
    return on_a_weekday(opened + timedelta(hours=after), hours)


@dataclass(frozen=True, slots=True)
class Result:
    """How one topic came out. `counts` says how many gave each mark, the lowest first."""

    topic: Topic
    counts: Sequence[int]

    @property
    def mean(self) -> float:
        """The average mark."""
        marks = sum(mark * count for mark, count in enumerate(self.counts, LOWEST))
        return marks / sum(self.counts)


@dataclass(frozen=True, slots=True)
class Results:
    """What a closed round came to."""

    sheets: int
    topics: Sequence[Result]


class Why(StrEnum):
    """Why results are not shown."""

    OPEN = "open"
    """Whoever looks before and after one more sheet would know what is on it."""
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Not shown: only how many sheets there are, and why."""

    sheets: int
    why: Why


def results(found: Round, tally: Mapping[str, int]) -> Results | Withheld:
    """Sum up a round. `tally` counts sheets by their marks, written as "4325"."""
    sheets = sum(tally.values())
    if found.is_open:
        return Withheld(sheets, Why.OPEN)
    if sheets < LEAST:
        return Withheld(sheets, Why.FEW)
    return Results(sheets, [_result(topic, at, tally) for at, topic in enumerate(TOPICS)])


def _result(topic: Topic, at: int, tally: Mapping[str, int]) -> Result:
    scale = map(str, range(LOWEST, HIGHEST + 1))
    return Result(topic, [sum(n for marks, n in tally.items() if marks[at] == m) for m in scale])
