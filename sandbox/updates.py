"""The queue of updates: what the bot asked to hear, for how long it is kept, and its offsets.

Semantics follow the official server's TQueue: a call with a higher offset confirms everything
below it; a negative offset keeps that many from the end and forgets the rest; an offset from far
in the future (more than 10 past the end) is ignored.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sandbox.state import FIRST_UPDATE_ID, Pending, State

Json = dict[str, Any]

KNOWN = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "inline_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT = 24 * 3600
KEPT_CALLBACK = 150
FUTURE_SLACK = 10


def allowed_by(asked: Iterable[str] | None, kind: str) -> bool:
    """Whether `allowed_updates` lets `kind` through; None is Telegram's default."""
    return kind not in NOT_BY_DEFAULT if asked is None else kind in asked


class UpdateQueue:
    """Works on `state.pending`; wakes whoever waits in a long poll."""

    def __init__(self, state: State, now: Callable[[], int]) -> None:
        self._state = state
        self._now = now
        self.waiters: list[Callable[[], None]] = []

    def ask_for(self, allowed: list[str] | None) -> None:
        """Take over a call's `allowed_updates`: absent keeps the last, empty means the default."""
        if allowed is not None:
            known = [kind for kind in allowed if kind in KNOWN]
            self._state.allowed_updates = known or None

    def push(self, kind: str, payload: Json, keep: int = KEPT) -> Pending | None:
        """Queue an update, or None when the bot did not ask for that kind."""
        if not allowed_by(self._state.allowed_updates, kind):
            return None
        update_id = self._state.count("update", FIRST_UPDATE_ID)
        raw = {"update_id": update_id, kind: payload}
        pending = Pending(update_id, kind, raw, self._now() + keep)
        self._state.pending.append(pending)
        self.wake()
        return pending

    def take(self, offset: int, limit: int) -> list[Pending]:
        """Forget what `offset` confirms and return the next at most `limit` updates."""
        self._expire()
        pending = self._state.pending
        if offset < 0:
            del pending[:offset]
        elif 0 < offset <= self._state.counters.get("update", 0) + FUTURE_SLACK:
            confirmed = sum(1 for one in pending if one.update_id < offset)
            del pending[:confirmed]
        return pending[:limit]

    def drop(self, update_id: int) -> None:
        """Forget one update that a webhook has taken."""
        self._state.pending[:] = [one for one in self._state.pending if one.update_id != update_id]

    def clear(self) -> None:
        self._state.pending.clear()

    def count(self) -> int:
        self._expire()
        return len(self._state.pending)

    def wake(self) -> None:
        waiters, self.waiters = self.waiters, []
        for waiter in waiters:
            waiter()

    def _expire(self) -> None:
        now = self._now()
        pending = self._state.pending
        if any(one.expires <= now for one in pending):
            pending[:] = [one for one in pending if one.expires > now]
