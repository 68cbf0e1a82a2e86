"""Intake: raw updates into the inbox, confirmed to Telegram only after they are committed.

PTB's own updater confirms a batch before its handlers ran and stops for ever at one update it can't
parse. Here a batch is stored as it came and confirmed by the next call's offset.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.api import Api
from bot.clock import Clock
from storage import inbox
from storage.door import Store

log = structlog.get_logger(__name__)

# Telegram leaves chat_member out unless it is named.
ALLOWED = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
]


def lane_of(update: dict[str, Any]) -> int:
    """Whose order an update belongs to: the acting person, else the chat."""
    for part in update.values():
        if isinstance(part, dict):
            for key in ("from", "user", "chat"):
                who = part.get(key)
                if isinstance(who, dict) and isinstance(who.get("id"), int):
                    return int(who["id"])
    return 0


def as_rows(updates: Sequence[dict[str, Any]]) -> list[tuple[str, int, str]]:
    """Inbox rows for raw updates; `update_id` is the key, so a repeat is a no-op.

    Bodies are ASCII: half a character (a lone surrogate) would keep the whole batch out.
    """
    return [(f"u:{each['update_id']}", lane_of(each), json.dumps(each)) for each in updates]


class Intake:
    """Long polling. `beat` is called after each answered poll; `wake` after each stored batch."""

    def __init__(
        self,
        api: Api,
        store: Store,
        clock: Clock,
        *,
        wake: Callable[[], None],
        beat: Callable[[], None],
        batch: int = 100,
        wait: int = 25,
    ) -> None:
        """`batch` is at most 100, `wait` the long poll's seconds (both Telegram's limits)."""
        self._api, self._store, self._clock = api, store, clock
        self._wake, self._beat = wake, beat
        self._batch, self._wait = batch, wait
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled."""
        pause = 0.5
        while True:
            try:
                await self.poll()
                pause = 0.5
            except (Conflict, InvalidToken) as trouble:
                log.error("intake refused", why=type(trouble).__name__)
                await asyncio.sleep(10)
            except RetryAfter as wait:
                await asyncio.sleep(seconds_of(wait))
            except TelegramError as trouble:
                log.warning("intake failed", why=type(trouble).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 15)

    async def poll(self) -> int:
        """One poll: fetch, store, and remember what to confirm. Returns how many were new."""
        found = await self._api.updates(self._offset, self._batch, self._wait, ALLOWED)
        self._beat()
        if not found:
            return 0
        fresh = await take_in(self._store, self._clock, found)
        self._offset = max(each["update_id"] for each in found) + 1
        self._wake()
        return fresh


async def take_in(store: Store, clock: Clock, updates: Sequence[dict[str, Any]]) -> int:
    """Commit raw updates to the inbox; return how many were new."""
    async with store.writing() as db:
        return await inbox.put(db, as_rows(updates), clock.now())


def seconds_of(wait: RetryAfter) -> float:
    """How long Telegram asked to wait; PTB gives an int or a timedelta."""
    after = wait.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
