"""What the stand-in knows: plain dataclasses of numbers, words, lists and dictionaries.

Times are whole Unix seconds, as Telegram hands them out. Nothing here refers to an event loop or
an open file, so the whole state can be written down and read back.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]

FIRST_USER_ID = 5_000_000_001  # above 32 bits on purpose: ids take up to 52 bits
FIRST_GROUP_ID = 4_000_000_001
FIRST_SUPERGROUP_ID = 1_002_000_000_001
FIRST_UPDATE_ID = 700_000_001


class ChatType(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Status(StrEnum):
    """A member's standing, in the Bot API's words."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


INSIDE = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER, Status.RESTRICTED})


@dataclass(slots=True)
class User:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    started: bool = False
    blocked_bot: bool = False
    deactivated: bool = False
    seen_by_bot: bool = False
    may_write_until: int = 0


@dataclass(slots=True)
class Member:
    user_id: int
    status: Status
    rights: list[str] = field(default_factory=list)
    permissions: list[str] | None = None
    until_date: int = 0
    can_be_edited: bool = False

    @property
    def inside(self) -> bool:
        """Whether the person is in the chat now (a restricted member is)."""
        return self.status in INSIDE


@dataclass(slots=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str = ""
    closed: bool = False


@dataclass(slots=True)
class InviteLink:
    link: str
    chat_id: int
    creator_id: int
    name: str = ""
    expire_date: int = 0
    member_limit: int = 0
    creates_join_request: bool = False
    is_primary: bool = False
    is_revoked: bool = False
    joined: int = 0


@dataclass(slots=True)
class JoinRequest:
    user_id: int
    link: str
    date: int


@dataclass(slots=True)
class Message:
    """One message; `content` holds its text, caption, document or service field as handed out."""

    chat_id: int
    id: int
    sender_id: int
    date: int
    content: Json
    thread_id: int = 0
    reply_to: int = 0
    inline_keyboard: list[list[Json]] | None = None
    keyboard: Json | None = None
    edit_date: int = 0
    deleted: bool = False
    via_forward: Json | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)
    is_service: bool = False
    is_topic: bool = False


@dataclass(slots=True)
class Chat:
    id: int
    type: ChatType
    title: str = ""
    description: str = ""
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    links: dict[str, InviteLink] = field(default_factory=dict)
    join_requests: dict[int, JoinRequest] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    permissions: list[str] | None = None
    last_message_id: int = 0
    migrated_to: int = 0
    menu_button: Json | None = None
    keyboard_message: int = 0


@dataclass(slots=True)
class Callback:
    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    date: int
    answered: bool = False


@dataclass(slots=True)
class Toast:
    """What a person sees on top of the chat after a press: a passing line or an alert."""

    callback_id: str
    user_id: int
    text: str
    alert: bool
    url: str = ""


@dataclass(slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    name: str
    mime_type: str
    data: bytes
    path: str = ""


@dataclass(slots=True)
class Poll:
    id: str
    chat_id: int
    message_id: int
    shape: Json
    votes: dict[int, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Pending:
    """An update waiting for the bot; `raw` is exactly what is handed out."""

    update_id: int
    kind: str
    raw: Json
    expires: int


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass
class State:
    """Everything a restart would need; see `sandbox.world.World` for what may be done with it."""

    token: str
    bot_id: int
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    callbacks: dict[str, Callback] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    files: dict[str, StoredFile] = field(default_factory=dict)
    polls: dict[str, Poll] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    allowed_updates: list[str] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, start: int = 1) -> int:
        """The next number of the sequence `name`."""
        value = self.counters.get(name, start - 1) + 1
        self.counters[name] = value
        return value
