"""A group's chat: who may open it, what the bot must be allowed there, and who comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.people import Role
from rules.programme import ChatState, GroupChat, Member, Person, Seat


class Right(StrEnum):
    """What an administrator may be allowed to do, in the Bot API's words."""

    INVITE = "can_invite_users"
    PIN = "can_pin_messages"
    INFO = "can_change_info"


# The least that does it. INVITE: without it there is no link, and Telegram tells the bot of no join
# request. PIN: the welcome says what the bot does, and people look for it later. Who comes and goes
# is told to any administrator. The bot removes nobody and deletes nothing, so it asks for neither.
NEEDED = (Right.INVITE, Right.PIN)
# INFO only serves to write the description: asked for, and done without if it is not given.
ASKED = (*NEEDED, Right.INFO)

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like something else
CODE_LENGTH = 8


def read_code(typed: str) -> str:
    """The code somebody typed, however they wrote it; empty if it can't be one."""
    signs = "".join(sign for sign in typed.upper() if sign in CODE_SIGNS)
    return signs if len(signs) == CODE_LENGTH else ""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything kept of a group's chat.

    `missing_rights` is None until the rights were looked at, then those that were found missing,
    joined by commas: empty means enough. `ready_at` is when the chat was first set up.
    """

    group_id: int
    chat_id: int
    state: ChatState
    invite_link: str | None
    missing_rights: str | None
    opened_by: int | None
    bound_at: datetime | None
    ready_at: datetime | None

    @property
    def told(self) -> tuple[str, ...] | None:
        """The missing rights people were told of; None if nobody has looked yet."""
        if self.missing_rights is None:
            return None
        return tuple(right for right in self.missing_rights.split(",") if right)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in relation to one group: their role in it, and whether its office is theirs.

    `led`: whether the group has a lead mentor at all.
    """

    role: Role | None
    coordinator: bool
    led: bool

    @property
    def may_open(self) -> bool:
        """The lead mentor opens the chat; where there is none, a mentor; a coordinator always."""
        mentor = self.role is Role.LEAD or (self.role is Role.MENTOR and not self.led)
        return mentor or self.coordinator

    @property
    def may_bind(self) -> bool:
        """Whoever was given the code may use it: a mentor of the group, or a coordinator."""
        return self.coordinator or (self.role is not None and self.role.is_mentor)

    @property
    def belongs(self) -> bool:
        """Whether the group is any business of theirs."""
        return self.coordinator or self.role is not None


class Binding(StrEnum):
    """What comes of tying a chat to a group."""

    FRESH = "fresh"
    SAME = "same"
    """The two belong together already."""
    NOT_YOURS = "not-yours"
    PUBLIC = "public"
    """A chat with a public name: anybody comes in past the gate."""
    CHAT_TAKEN = "chat-taken"
    GROUP_TAKEN = "group-taken"


def decide_binding(
    asker: Asker, chat_id: int, *, own: Record | None, there: GroupChat | None, public: bool
) -> Binding:
    """Decide on a chat for a group. `own`: the group's chat; `there`: whose the chat is now.

    A group may turn to another chat only after the bot was removed from the one it had.
    """
    if not asker.may_bind:
        return Binding.NOT_YOURS
    if own is not None and own.chat_id == chat_id:
        return Binding.SAME
    if there is not None:
        return Binding.CHAT_TAKEN
    if own is not None and own.state is not ChatState.LOST:
        return Binding.GROUP_TAKEN
    return Binding.PUBLIC if public else Binding.FRESH


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bot is in a chat."""

    inside: bool
    rights: frozenset[Right] = frozenset()

    @property
    def missing(self) -> tuple[Right, ...]:
        """The rights it would need and does not have."""
        return tuple(right for right in NEEDED if right not in self.rights)


class Seen(StrEnum):
    """How the bot's standing became known."""

    EVENT = "event"
    """Telegram told of a change."""
    LOOK = "look"
    """The bot looked by itself."""
    ASKED = "asked"
    """Somebody pressed "check again" and waits for an answer."""


class Course(StrEnum):
    """What to do about a chat, now that the bot's standing is known."""

    NOTHING = "nothing"
    LOOK = "look"
    """More is about to change: look again in a moment."""
    SHORT = "short"
    """Say which rights are missing."""
    LOST = "lost"
    """Say that the bot is not inside, and how it comes back."""
    MAKE = "make"
    """Make a link and set the chat up."""
    REOPEN = "reopen"
    """The link still stands: the gate is open again."""
    FINE = "fine"
    """Say that all is well."""


def course(chat: Record, standing: Standing, seen: Seen) -> Course:
    """Decide what to do about a chat.

    Telegram tells of a bot that comes as administrator in two steps (a plain member first), so the
    first word of missing rights is left to the look that follows every binding and return.
    """
    if not standing.inside:
        known = chat.state is ChatState.LOST and seen is not Seen.ASKED
        return Course.NOTHING if known else Course.LOST
    if standing.missing:
        return _short(chat, standing, seen)
    return _enough(chat, seen)


def _short(chat: Record, standing: Standing, seen: Seen) -> Course:
    if seen is Seen.ASKED:
        return Course.SHORT
    if chat.state is ChatState.LOST:
        return Course.LOOK if seen is Seen.EVENT else Course.SHORT
    if chat.state is ChatState.READY or seen is Seen.LOOK:
        return Course.NOTHING if chat.told == standing.missing else Course.SHORT
    return Course.NOTHING if chat.told in {None, standing.missing} else Course.SHORT


def _enough(chat: Record, seen: Seen) -> Course:
    asked = seen is Seen.ASKED
    if chat.invite_link:
        ready = chat.state is ChatState.READY
        settled = Course.FINE if asked else Course.NOTHING
        return settled if ready else Course.REOPEN
    underway = chat.told == () and chat.state is not ChatState.LOST
    return Course.NOTHING if underway and not asked else Course.MAKE


class Entry(StrEnum):
    """What becomes of somebody who asks to come in."""

    WELCOME = "welcome"
    UNREGISTERED = "unregistered"
    """Of the group, but has not agreed and registered yet."""
    ELSEWHERE = "elsewhere"
    """Known, but not of this group."""
    STRANGER = "stranger"


def entry(person: Person | None, member: Member | None, group_id: int) -> Entry:
    """Decide on a join request: exactly the registered people of the group come in."""
    if person is None:
        return Entry.STRANGER
    if member is None or member.group_id != group_id:
        return Entry.ELSEWHERE
    return Entry.UNREGISTERED if person.registered_at is None else Entry.WELCOME


def keepers(seats: Sequence[Seat], opener: Person | None) -> Sequence[Person]:
    """Who looks after a chat: the lead mentors (else the mentors), and whoever opened it."""
    leads = [seat.person for seat in seats if seat.member.role is Role.LEAD]
    mentors = [seat.person for seat in seats if seat.member.role is Role.MENTOR]
    first = leads or mentors
    extra = [] if opener is None or opener in first else [opener]
    return [*first, *extra]
