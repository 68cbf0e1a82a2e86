"""The nouns everything else speaks of: office, programme, person, member, group, and its chat."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rules.language import Language
from rules.people import Role


class Post(StrEnum):
    """What someone is to the bot now: a roster role, or one of two that no roster has."""

    COORDINATOR = "coordinator"
    LEAD = "lead"
    MENTOR = "mentor"
    MENTEE = "mentee"
    STRANGER = "stranger"


MENTORS = frozenset({Post.LEAD, Post.MENTOR})
PARTICIPANTS = MENTORS | {Post.MENTEE}
COORDINATORS = frozenset({Post.COORDINATOR})
KNOWN = PARTICIPANTS | COORDINATORS
ANYONE = KNOWN | {Post.STRANGER}


class Stage(StrEnum):
    """How far a programme has come."""

    OPEN = "open"
    RUNNING = "running"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Office:
    """One organisation. `zone` is an IANA name; `contact` is whom people may ask in person."""

    id: int
    name: str
    zone: str
    language: Language
    contact: str


@dataclass(frozen=True, slots=True)
class Programme:
    """One run of mentoring."""

    id: int
    office_id: int
    name: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster, or a coordinator.

    `user_id` is the Telegram id, None until an invite was used. `consented_at` is None until
    the person agreed; `registered_at` until the profile was confirmed. Times are aware UTC.
    """

    id: int
    office_id: int
    name: str
    user_id: int | None
    language: Language
    coordinator: bool
    reachable: bool
    consented_at: datetime | None
    registered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person's place in one programme. `group_id` is None until groups are approved."""

    id: int
    programme_id: int
    person_id: int
    role: Role
    department: str
    job_series: str
    grade: str
    born_on: date | None
    appointed_on: date | None
    interests: str
    group_id: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """A mentoring group. `number` is what people call it: 3조, Group 3."""

    id: int
    programme_id: int
    number: int


class ChatState(StrEnum):
    """What stands between a group and its chat.

    BOUND: known, rights not yet enough. READY: set up, its gate is open. LOST: the bot was removed.
    """

    BOUND = "bound"
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class GroupChat:
    """The Telegram chat of one mentoring group."""

    group_id: int
    chat_id: int
    state: ChatState
    invite_link: str | None


@dataclass(frozen=True, slots=True)
class Seat:
    """A member together with the person who sits there: what most features need of somebody."""

    person: Person
    member: Member
