"""What Telegram's refusals mean for a call."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.transport import NotSent
from bot.verdict import Fine, Later, Moved, Never, Verdict, judge


@pytest.mark.parametrize(
    ("trouble", "verdict"),
    [
        (RetryAfter(7), Later(7.0, "flood", counts=False)),
        (ChatMigrated(-1007), Moved(-1007)),
        (NotSent("no route"), Later(1.0, "not sent", everybody=True, counts=False)),
        (TimedOut(), Later(1.0, "timed out")),
        (NetworkError("Bad Gateway"), Later(1.0, "server error")),
        (InvalidToken(), Later(60, "token refused", everybody=True, counts=False)),
        (Forbidden("Forbidden: bot was blocked by the user"), Never("blocked", gone=True)),
        (Forbidden("Forbidden: user is deactivated"), Never("deactivated", gone=True)),
        (
            Forbidden("Forbidden: bot can't initiate conversation with a user"),
            Never("never started", gone=True),
        ),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Never("kicked")),
        (Forbidden("Forbidden: bot is not a member of the supergroup chat"), Never("kicked")),
        (Forbidden("Forbidden: the group chat was deleted"), Never("deleted")),
        (BadRequest("Chat not found"), Never("chat not found")),
        (BadRequest("Message thread not found"), Never("topic gone")),
        (BadRequest("Not enough rights to pin a message"), Never("rights missing")),
        (BadRequest("Query is too old and response timeout expired"), Never("too old")),
        (BadRequest("Message is too long"), Never("too long")),
        (BadRequest("Can't parse entities: unsupported tag"), Never("bad markup")),
        (BadRequest("Message is not modified: specified new..."), Fine("not modified")),
        (BadRequest("USER_ALREADY_PARTICIPANT"), Fine("already in")),
        (BadRequest("HIDE_REQUESTER_MISSING"), Fine("already decided")),
        (BadRequest("Something new"), Never("refused")),
        (Conflict("two of us"), Never("Conflict")),
    ],
)
def test_each_refusal_has_its_meaning(trouble: TelegramError, verdict: Verdict) -> None:
    assert judge(trouble, 0) == verdict


def test_the_pause_grows_with_each_try_and_stays_bounded() -> None:
    pauses = [judge(TimedOut(), tries) for tries in range(12)]
    waits = [verdict.after for verdict in pauses if isinstance(verdict, Later)]
    assert waits == sorted(waits)
    assert waits[-1] == waits[-2] == 300.0
