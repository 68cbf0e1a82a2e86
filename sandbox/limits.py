"""Telegram's sending limits, as documented: off unless switched on.

About 30 messages a second overall, one a second per chat with short bursts passing, 20 a minute
per group. Edits count, answerCallbackQuery does not. The exact numbers are undocumented.
"""

import math
from collections import deque
from dataclasses import dataclass, field

OVERALL = 30
BURST = 5
PER_GROUP_MINUTE = 20
COUNTED = frozenset(
    name.lower()
    for name in (
        "sendMessage",
        "sendDocument",
        "sendPhoto",
        "sendPoll",
        "sendVenue",
        "copyMessage",
        "forwardMessage",
        "editMessageText",
        "editMessageReplyMarkup",
    )
)


@dataclass
class Limits:
    """Counts sends against the world's time; `enforce` switches refusals on."""

    enforce: bool = False
    _overall: deque[float] = field(default_factory=deque)
    _minute: dict[int, deque[float]] = field(default_factory=dict)
    _tokens: dict[int, tuple[float, float]] = field(default_factory=dict)
    _halted: dict[int, float] = field(default_factory=dict)

    def wait(self, method: str, chat_id: int, now: float) -> int:
        """Whole seconds the caller must stay away, 0 when the send passes (and is counted)."""
        if not self.enforce or method.lower() not in COUNTED:
            return 0
        needed = max(
            self._halted.get(chat_id, 0.0) - now,
            self._overall_wait(now),
            self._chat_wait(chat_id, now),
            self._group_wait(chat_id, now),
        )
        if needed > 0:
            seconds = math.ceil(needed)
            self._halted[chat_id] = now + seconds
            return seconds
        self._count(chat_id, now)
        return 0

    def _overall_wait(self, now: float) -> float:
        while self._overall and self._overall[0] <= now - 1:
            self._overall.popleft()
        return self._overall[0] + 1 - now if len(self._overall) >= OVERALL else 0.0

    def _chat_wait(self, chat_id: int, now: float) -> float:
        tokens, at = self._tokens.get(chat_id, (float(BURST), now))
        tokens = min(float(BURST), tokens + now - at)
        self._tokens[chat_id] = (tokens, now)
        return 0.0 if tokens >= 1 else 1 - tokens

    def _group_wait(self, chat_id: int, now: float) -> float:
        if chat_id >= 0:
            return 0.0
        sent = self._minute.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        return sent[0] + 60 - now if len(sent) >= PER_GROUP_MINUTE else 0.0

    def _count(self, chat_id: int, now: float) -> None:
        self._overall.append(now)
        tokens, at = self._tokens[chat_id]
        self._tokens[chat_id] = (tokens - 1, at)
        if chat_id < 0:
            self._minute[chat_id].append(now)
