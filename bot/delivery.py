"""Delivery: outbox rows become calls, within Telegram's limits, at least once each.

Rows are claimed under a lease in order of urgency, wait in memory until the pacer lets them go (one
at a time per chat, so a chat's order holds), and what came of them is written down many at a time.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.api import Api
from bot.clock import Clock
from bot.ending import Ending, write_endings
from bot.news import wait_for_news
from bot.pacer import Pacer
from bot.verdict import Fine, Later, Moved, Never, judge
from storage import documents, outbox
from storage.door import Store
from storage.outbox import Call, Urgency

log = structlog.get_logger(__name__)

# These are messages to Telegram's limits; everything else is only bounded by being few at once.
PACED = ("send", "edit", "copy", "forward")
ROOM = {Urgency.ANSWER: 200, Urgency.ORDINARY: 100, Urgency.BULK: 100}
AT_ONCE = 64
PER_CHAT = 10  # a chat that must wait fills no more room than that, however much is for it


@dataclass(slots=True)
class Delivery:
    """Sends what the outbox holds. `wake` tells the edge that results have come back."""

    store: Store
    api: Api
    clock: Clock
    pacer: Pacer
    wake: Callable[[], None]
    beat: Callable[[], None] = lambda: None
    lease: timedelta = timedelta(seconds=60)
    max_tries: int = 20
    _held: dict[Urgency, list[Call]] = field(
        default_factory=lambda: {urgency: [] for urgency in Urgency}
    )
    _going: dict[asyncio.Task[None], Call] = field(default_factory=dict)
    _ended: list[Ending] = field(default_factory=list)
    _stir: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            self._stir.clear()
            await self.write_down()
            await self.claim()
            pause = self.start_ready(time.monotonic())
            self.beat()
            await wait_for_news(self._stir, pause)

    def stir(self) -> None:
        """There may be something new to send."""
        self._stir.set()

    async def claim(self) -> int:
        """Lease waiting rows as far as there is room; returns how many."""
        now = self.clock.now()
        room = self._room()
        async with self.store.reading() as reading:
            if not room or not await outbox.waiting(reading, now):
                return 0
        # A lease may run out while a call waits here for its chat: it is renewed, not doubled.
        mine = {call.id for call in (*self._waiting(), *self._going.values())}
        mine |= {ending.call.id for ending in self._ended}
        claimed = 0
        async with self.store.writing() as db:
            for urgency, limit in room.items():
                full = self._full(urgency)
                until = now + self.lease
                calls = await outbox.claim(db, urgency, limit, now, until, but=full)
                # A chat that was told to wait meanwhile has its rows put off in a moment.
                told = {e.call.chat_id for e in self._ended if e.state == "later"} - {None}
                fresh = [c for c in calls if c.id not in mine and c.chat_id not in told]
                self._held[urgency].extend(fresh)
                claimed += len(fresh)
        return claimed

    def _room(self) -> dict[Urgency, int]:
        """How many more calls may be held here."""
        room = dict[Urgency, int]()
        for urgency, calls in self._held.items():
            full = self._full(urgency)
            taken = sum(call.chat_id not in full for call in calls) + PER_CHAT * len(full)
            if taken < ROOM[urgency] / 2:
                room[urgency] = ROOM[urgency] - taken
        return room

    def _full(self, urgency: Urgency) -> set[int]:
        """The chats for which enough is held here."""
        held = Counter(call.chat_id for call in self._held[urgency])
        return {c for c, many in held.items() if c is not None and many >= PER_CHAT}

    def start_ready(self, now: float) -> float:
        """Start every call that may leave; returns seconds until the next one may."""
        busy = {call.chat_id for call in self._going.values() if call.chat_id is not None}
        pause = 1.0
        for urgency in Urgency:
            kept = list[Call]()
            for call in self._held[urgency]:
                wait = self._wait(call, busy, now)
                if wait > 0:
                    pause = min(pause, wait)
                    kept.append(call)
                else:
                    self._start(call, now)
                if call.chat_id is not None:
                    busy.add(call.chat_id)  # what comes later for this chat waits behind it
            self._held[urgency] = kept
        return pause

    def _wait(self, call: Call, busy: set[int], now: float) -> float:
        if call.chat_id in busy or len(self._going) >= AT_ONCE:
            return 1.0  # the end of a call stirs the loop
        if call.method.startswith(PACED):
            return self.pacer.ready_at(call.chat_id, now) - now
        return self.pacer.held_for(call.chat_id) - now

    def _start(self, call: Call, now: float) -> None:
        if call.method.startswith(PACED):
            self.pacer.left(call.chat_id, now)
        task = asyncio.create_task(self._make(call))
        self._going[task] = call
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._going.pop(task, None)
        self._stir.set()

    async def _make(self, call: Call) -> None:
        """Make one call and note how it ended."""
        if call.expires_at and call.expires_at < self.clock.now():
            self._ended.append(Ending(call, state="late", trouble="late"))
            return
        try:
            result = await self.api.call(call.method, self._params(call), await self._file(call))
        except TelegramError as trouble:
            self._ended.append(self._judged(call, trouble))
        except Exception as trouble:  # a call that can't even be made must not stop the others
            log.error("call can't be made", call=call.key, exc_info=trouble)
            self._ended.append(Ending(call, state="failed", trouble=type(trouble).__name__))
        else:
            self._ended.append(Ending(call, state="sent", result=result))

    def _params(self, call: Call) -> dict[str, Any]:
        params: dict[str, Any] = json.loads(call.params)
        return params if call.chat_id is None else {"chat_id": call.chat_id, **params}

    async def _file(self, call: Call) -> tuple[str, str, bytes] | None:
        if call.document_id is None:
            return None
        async with self.store.reading() as db:
            return await documents.by_id(db, call.document_id)

    def _judged(self, call: Call, trouble: TelegramError) -> Ending:
        verdict = judge(trouble, call.tries)
        match verdict:
            case Later():
                return self._later(call, verdict)
            case Moved():
                self._let_go(call.chat_id)
                return Ending(call, state="later", moved_to=verdict.chat_id, trouble="moved")
            case Fine():
                return Ending(call, state="sent", trouble=verdict.why)
            case Never():
                log.warning("not delivered", call=call.key, why=verdict.why)
                return Ending(call, state="failed", trouble=verdict.why, gone=verdict.gone)

    def _later(self, call: Call, verdict: Later) -> Ending:
        if verdict.counts and call.tries + 1 >= self.max_tries:
            return Ending(call, state="failed", trouble=verdict.why)
        self._let_go(call.chat_id)
        chat_id = None if verdict.everybody else call.chat_id
        self.pacer.hold(chat_id, time.monotonic() + verdict.after)
        log.info("call put off", call=call.key, why=verdict.why, seconds=verdict.after)
        return Ending(
            call, state="later", trouble=verdict.why, after=verdict.after, counts=verdict.counts
        )

    def _let_go(self, chat_id: int | None) -> None:
        """Calls that stand behind a put-off one go back to their rows, which are put off too."""
        for urgency, held in self._held.items():
            if chat_id is not None:
                self._held[urgency] = [call for call in held if call.chat_id != chat_id]

    async def write_down(self) -> None:
        """Write what came of calls, all at once; results go back through the inbox."""
        ended, self._ended = self._ended, []
        if not ended:
            return
        try:
            async with self.store.writing() as db:
                await write_endings(db, ended, self.clock.now())
        except BaseException:
            self._ended[:0] = ended  # not lost: written with the next round
            raise
        self.pacer.forget(time.monotonic())
        if any(ending.call.then for ending in ended):
            self.wake()

    async def finish(self, seconds: float) -> None:
        """At the end: let begun calls end, write them down, give the rest back."""
        if self._going:
            await asyncio.wait(self._going, timeout=seconds)
        await self.write_down()
        async with self.store.writing() as db:
            await outbox.release(db, [call.id for call in self._waiting()])

    def _waiting(self) -> Iterable[Call]:
        return (call for calls in self._held.values() for call in calls)
