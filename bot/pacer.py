"""The pacer: when the next message to a chat may leave.

Telegram's documented limits: about 30 messages a second overall, one a second per chat (short
bursts pass), 20 a minute per group; edits count, answers to presses do not. Times are monotonic
seconds.
"""

from collections import deque
from dataclasses import dataclass, field

GUARD = 0.025  # kept beside the sliding second, so that jitter on the way makes no 429


@dataclass(frozen=True, slots=True)
class Pace:
    """What the operator allows; stay below Telegram's own numbers."""

    per_second: float = 28.0
    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: int = 20


@dataclass(slots=True)
class _Chat:
    """One chat's bucket: `full_at` is when its burst is whole again."""

    full_at: float = 0.0
    held_until: float = 0.0
    minute: deque[float] = field(default_factory=deque)


class Pacer:
    """Tells when a message may leave, and is told when it did. Chat ids below 0 are groups."""

    def __init__(self, pace: Pace) -> None:
        """Start with everything allowed."""
        self._pace = pace
        self._sent: deque[float] = deque()
        self._chats: dict[int, _Chat] = {}
        self._held_until = 0.0

    def ready_at(self, chat_id: int | None, now: float) -> float:
        """The earliest time a message to that chat may leave; `now` or before means at once."""
        ready = max(self._held_until, self._overall(now))
        chat = self._chats.get(chat_id) if chat_id is not None else None
        if chat is None or chat_id is None:
            return ready
        return max(ready, chat.held_until, self._burst(chat), self._minute(chat, chat_id, now))

    def held_for(self, chat_id: int | None) -> float:
        """Until when Telegram asked for silence: for calls that are no messages."""
        chat = self._chats.get(chat_id) if chat_id is not None else None
        return max(self._held_until, chat.held_until if chat else 0.0)

    def left(self, chat_id: int | None, now: float) -> None:
        """A message left."""
        self._sent.append(now)
        if chat_id is None:
            return
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.full_at = max(chat.full_at, now) + 1 / self._pace.chat_per_second
        if chat_id < 0:
            chat.minute.append(now)

    def hold(self, chat_id: int | None, until: float) -> None:
        """Nothing may go to that chat (None: to anybody) before `until`."""
        if chat_id is None:
            self._held_until = max(self._held_until, until)
        else:
            chat = self._chats.setdefault(chat_id, _Chat())
            chat.held_until = max(chat.held_until, until)

    def forget(self, now: float) -> None:
        """Let go of chats that have nothing to wait for."""
        idle = [
            chat_id
            for chat_id, chat in self._chats.items()
            if max(chat.full_at, chat.held_until) < now and not self._recent(chat, now)
        ]
        for chat_id in idle:
            del self._chats[chat_id]

    def _overall(self, now: float) -> float:
        rate = self._pace.per_second
        span, count = max(1.0, 1 / rate) + GUARD, max(1, int(rate))
        while self._sent and self._sent[0] <= now - span:
            self._sent.popleft()
        return self._sent[-count] + span if len(self._sent) >= count else 0.0

    def _burst(self, chat: _Chat) -> float:
        return chat.full_at - (self._pace.chat_burst - 1) / self._pace.chat_per_second

    def _minute(self, chat: _Chat, chat_id: int, now: float) -> float:
        if chat_id >= 0 or not self._recent(chat, now):
            return 0.0
        full = len(chat.minute) >= self._pace.group_per_minute
        return chat.minute[-self._pace.group_per_minute] + 60 + GUARD if full else 0.0

    @staticmethod
    def _recent(chat: _Chat, now: float) -> bool:
        while chat.minute and chat.minute[0] <= now - 60 - GUARD:
            chat.minute.popleft()
        return bool(chat.minute)
