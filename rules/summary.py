"""Meeting summaries: what a mentor reports of a mentoring day. One per day, the last one counts."""

from dataclasses import dataclass
from datetime import datetime

from rules.day import Standing

BODY_LENGTH = 2000
"""Longest summary, in UTF-16 code units: with its heading it must fit into one message (4,096)."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of one day, with who wrote it last, and when."""

    day_id: int
    member_id: int
    body: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """The first summary of a day."""

    body: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another summary stood there, and the writer knew it."""

    body: str


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else wrote one while this one was being written: nothing is replaced unasked."""

    by: Summary
    body: str


@dataclass(frozen=True, slots=True)
class TooLong:
    """More than fits. `length` and `limit` count UTF-16 code units, as Telegram does."""

    length: int
    limit: int


@dataclass(frozen=True, slots=True)
class Closed:
    """Not to be written, and why."""

    why: Standing


def write(
    standing: Standing, text: str, there: Summary | None, seen_at: datetime | None
) -> Written | Replaced | Overtaken | TooLong | Closed:
    """Decide what a text becomes.

    `there` is the summary the day has, `seen_at` when the one that the writer knows of was written.
    """
    if standing is not Standing.OPEN:
        return Closed(standing)
    body = text.strip()
    length = len(body.encode("utf-16-le")) // 2
    if length > BODY_LENGTH:
        return TooLong(length, BODY_LENGTH)
    if there is None:
        return Written(body)
    return Replaced(body) if there.written_at == seen_at else Overtaken(there, body)
