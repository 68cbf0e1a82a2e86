"""Notices: for whom, how long, when they may go out, and whom they reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.people import Role

LONGEST = 3500
"""UTF-16 units of a notice: with its heading it must fit one message of 4,096."""


class Audience(StrEnum):
    """Whom a notice is for, within its programme."""

    ALL = "all"
    MENTORS = "mentors"
    MENTEES = "mentees"

    @property
    def roles(self) -> frozenset[Role]:
        """The roles it reaches."""
        if self is Audience.ALL:
            return frozenset(Role)
        return frozenset(role for role in Role if role.is_mentor == (self is Audience.MENTORS))


class NoticeState(StrEnum):
    """How far a notice is. DROPPED: discarded or corrected, and its words are gone."""

    DRAFT = "draft"
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a coordinator tells many people. A correction is a new notice: buttons stay true."""

    id: int
    programme_id: int
    written_by: int | None
    audience: Audience
    body: str
    state: NoticeState
    written_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Heads:
    """How many people of one role there are, and how many of them the bot can write to."""

    role: Role
    everybody: int
    ready: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many people an audience is. `not_yet` can't be written to now."""

    everybody: int
    ready: int

    @property
    def not_yet(self) -> int:
        """Those who get nothing if it is sent now."""
        return self.everybody - self.ready


def count(heads: Iterable[Heads], audience: Audience) -> Count:
    """Add up an audience."""
    mine = [each for each in heads if each.role in audience.roles]
    return Count(sum(each.everybody for each in mine), sum(each.ready for each in mine))


@dataclass(frozen=True, slots=True)
class Empty:
    """There is nothing to tell."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """The text has `units` UTF-16 units, more than `LONGEST`."""

    units: int


def judge_body(body: str, units: int) -> Empty | TooLong | None:
    """Whether a text can be a notice: None if it can. `units` is its length in UTF-16."""
    if not body.strip():
        return Empty()
    return TooLong(units) if units > LONGEST else None


@dataclass(frozen=True, slots=True)
class Sent:
    """The notice is on its way to `count.ready` people."""

    count: Count


@dataclass(frozen=True, slots=True)
class AlreadySent:
    """It was sent before; nothing happened."""


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such notice (any more) in this office."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody it is for has a place in the programme."""


Sending = Sent | AlreadySent | Gone | Nobody


def judge_sending(notice: Notice | None, people: Count) -> Sending:
    """Whether a notice may go out now. With nobody to write to yet it may: it is on record."""
    if notice is None or notice.state == NoticeState.DROPPED:
        return Gone()
    if notice.state == NoticeState.SENT:
        return AlreadySent()
    return Sent(people) if people.everybody else Nobody()


class Confirming(StrEnum):
    """What pressing "I've read it" comes to."""

    CONFIRMED = "confirmed"
    AGAIN = "again"
    PREVIEW = "preview"
    """The writer tried the button of a preview."""
    NOT_YOURS = "not yours"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a notice stands with one person."""

    confirmed_at: datetime | None


def judge_confirming(notice: Notice | None, recipient: Recipient | None) -> Confirming:
    """Only a recipient confirms, once."""
    if recipient is not None:
        return Confirming.AGAIN if recipient.confirmed_at else Confirming.CONFIRMED
    draft = notice is not None and notice.state == NoticeState.DRAFT
    return Confirming.PREVIEW if draft else Confirming.NOT_YOURS


class Why(StrEnum):
    """Why a notice did not reach somebody."""

    NOT_STARTED = "not-started"
    """Never registered with the bot, or Telegram says they never started it."""
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    LATER = "later"
    """Could not be written to when it was sent, but can be now."""
    OTHER = "other"


_WHY = {
    "blocked": Why.BLOCKED,
    "deactivated": Why.DEACTIVATED,
    "never started": Why.NOT_STARTED,
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of a notice and one person.

    `call` is the state of the call that brings it (waiting, sent, failed, ...), None if none was
    made; `trouble` what that call met with; `unreachable_why` why the person can't be written to.
    """

    name: str
    department: str
    registered: bool
    reachable: bool
    unreachable_why: str | None
    call: str | None
    trouble: str | None
    confirmed_at: datetime | None


class Reach(StrEnum):
    """How far a notice came with somebody."""

    CONFIRMED = "confirmed"
    DELIVERED = "delivered"
    WAITING = "waiting"
    UNREACHED = "unreached"


def reach(receipt: Receipt) -> Reach:
    """Whoever confirmed has read it, whatever else is written down."""
    if receipt.confirmed_at is not None:
        return Reach.CONFIRMED
    if receipt.call == "sent":
        return Reach.DELIVERED
    return Reach.WAITING if receipt.call == "waiting" else Reach.UNREACHED


def why(receipt: Receipt) -> Why:
    """Name the reason for somebody who was not reached."""
    if receipt.call is not None:
        return _WHY.get(receipt.trouble or "", Why.OTHER)
    if not receipt.registered:
        return Why.NOT_STARTED
    if receipt.reachable:
        return Why.LATER
    return _WHY.get(receipt.unreachable_why or "", Why.OTHER)


@dataclass(frozen=True, slots=True)
class Progress:
    """A notice's way so far: who confirmed, who has it and did not yet, who has not got it."""

    confirmed: Sequence[Receipt]
    delivered: Sequence[Receipt]
    waiting: Sequence[Receipt]
    unreached: Sequence[tuple[Why, Sequence[Receipt]]]

    @property
    def got_it(self) -> int:
        """How many it was delivered to."""
        return len(self.confirmed) + len(self.delivered)

    @property
    def missed(self) -> int:
        """How many it did not reach."""
        return sum(len(people) for _, people in self.unreached)

    @property
    def everybody(self) -> int:
        """How many it is for."""
        return self.got_it + len(self.waiting) + self.missed


def progress(receipts: Sequence[Receipt]) -> Progress:
    """Sort receipts by how far the notice came, the unreached by reason."""
    by_reach: dict[Reach, list[Receipt]] = {each: [] for each in Reach}
    for receipt in receipts:
        by_reach[reach(receipt)].append(receipt)
    by_why: dict[Why, list[Receipt]] = {each: [] for each in Why}
    for receipt in by_reach[Reach.UNREACHED]:
        by_why[why(receipt)].append(receipt)
    return Progress(
        confirmed=by_reach[Reach.CONFIRMED],
        delivered=by_reach[Reach.DELIVERED],
        waiting=by_reach[Reach.WAITING],
        unreached=[(reason, people) for reason, people in by_why.items() if people],
    )
