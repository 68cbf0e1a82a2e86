"""What an error of Telegram means for a call: later, never, moved, or nothing at all."""

from dataclasses import dataclass

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.intake import seconds_of
from bot.transport import NotSent

BACKOFF = (1.0, 2.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0)


@dataclass(frozen=True, slots=True)
class Later:
    """Try again after so many seconds. `everybody`: the trouble is not this chat's alone."""

    after: float
    why: str
    everybody: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Never:
    """It will not help to try again. `gone`: the person can't be written to at all."""

    why: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with another id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Fine:
    """Telegram says no, but what was wanted is so already."""

    why: str


Verdict = Later | Never | Moved | Fine

# Telegram's wording (lower case), and what each means.
_GONE = (
    ("bot was blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("bot can't initiate conversation", "never started"),
)
_OUT = (
    ("bot was kicked", "kicked"),
    ("bot is not a member", "kicked"),
    ("the group chat was deleted", "deleted"),
    ("chat not found", "chat not found"),
    ("message thread not found", "topic gone"),
    ("not enough rights", "rights missing"),
    ("query is too old", "too old"),
    ("message is too long", "too long"),
    ("can't parse entities", "bad markup"),
)
_FINE = (
    ("message is not modified", "not modified"),
    ("user_already_participant", "already in"),
    ("hide_requester_missing", "already decided"),
    ("chat_not_modified", "not modified"),
    ("chat title is not modified", "not modified"),
    ("chat description is not modified", "not modified"),
)


def judge(trouble: TelegramError, tries: int) -> Verdict:
    """Name what a failed call means. `tries` is how often it was tried before."""
    pause = BACKOFF[min(tries, len(BACKOFF) - 1)]
    match trouble:
        case RetryAfter():
            return Later(seconds_of(trouble), "flood", counts=False)
        case ChatMigrated():
            return Moved(trouble.new_chat_id)
        case NotSent():
            return Later(pause, "not sent", everybody=True, counts=False)
        case TimedOut():
            return Later(pause, "timed out")
        case InvalidToken():
            return Later(60, "token refused", everybody=True, counts=False)
        case BadRequest() | Forbidden():
            return _refused(trouble)
        case NetworkError():
            return Later(pause, "server error")
    return Never(type(trouble).__name__)


def _refused(trouble: TelegramError) -> Verdict:
    said = trouble.message.lower()
    for words, why in _FINE:
        if words in said:
            return Fine(why)
    for words, why in _GONE:
        if words in said:
            return Never(why, gone=True)
    for words, why in _OUT:
        if words in said:
            return Never(why)
    return Never("refused")
