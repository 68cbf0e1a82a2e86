"""A bare Telegram for benchmarks: hands out prepared taps, answers every call, notes when.

It does nothing else, so that what is measured is the bot.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]
TOKEN = "7000000001:" + "B" * 35
ME = {"id": 7000000001, "is_bot": True, "first_name": "토닥", "username": "todak_bot"}


@dataclass(slots=True)
class Taps:
    """Presses to hand out; `answered` says when each was answered (seconds after the start)."""

    waiting: list[Json] = field(default_factory=list)
    answered: dict[str, float] = field(default_factory=dict)
    calls: int = 0
    begun: float = 0.0
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    expected: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)
    round_trip: float = 0.0

    def begin(self, updates: Sequence[Json]) -> None:
        """Hand out these from now on."""
        self.answered.clear()
        self.done.clear()
        self.calls, self.expected = 0, len(updates)
        self.waiting = list(updates)
        self.begun = time.perf_counter()
        self.ready.set()

    def note(self, callback_id: str) -> None:
        """A press was answered."""
        self.answered.setdefault(callback_id, time.perf_counter() - self.begun)
        if len(self.answered) == self.expected:
            self.done.set()


def tap(number: int, user_id: int, data: str) -> Json:
    """One press on a button under a message of the bot in a private chat."""
    chat = {"id": user_id, "type": "private", "first_name": "멘티"}
    return {
        "update_id": 1000 + number,
        "callback_query": {
            "id": str(number),
            "from": {"id": user_id, "is_bot": False, "first_name": "멘티", "language_code": "ko"},
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": 5,
                "date": 1772409600,
                "chat": chat,
                "from": ME,
                "text": "오늘 모임은 어떠셨어요?",
            },
        },
    }


@asynccontextmanager
async def bare_telegram(taps: Taps) -> AsyncIterator[str]:
    """Serve on loopback; yields the address."""
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/bot{token}/{method}", _handler(taps))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


def _handler(taps: Taps) -> Any:
    async def handle(request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        if method == "getupdates":
            return _ok(await _updates(taps, await _params(request)))
        params = await _params(request)
        if taps.round_trip:
            await asyncio.sleep(taps.round_trip)
        taps.calls += 1
        if method == "answercallbackquery":
            taps.note(str(params["callback_query_id"]))
        return _ok(_result(method, params))

    return handle


async def _updates(taps: Taps, params: Json) -> list[Json]:
    offset = int(params.get("offset", 0))
    taps.waiting = [each for each in taps.waiting if each["update_id"] >= offset]
    taps.polled.set()
    if not taps.waiting:
        taps.ready.clear()
        try:
            await asyncio.wait_for(taps.ready.wait(), int(params.get("timeout", 0)))
        except TimeoutError:
            return []
    return taps.waiting[: int(params.get("limit", 100))]


def _result(method: str, params: Json) -> Any:
    if method == "getme":
        more = {"can_join_groups": True, "can_read_all_group_messages": False}
        return {**ME, **more, "supports_inline_queries": False}
    if method in {"sendmessage", "editmessagetext"}:
        chat = {"id": int(params["chat_id"]), "type": "private", "first_name": "멘티"}
        return {"message_id": 6, "date": 1772409600, "chat": chat, "from": ME, "text": "네"}
    return True


async def _params(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return dict(await request.json())
    return {**request.query, **dict((await request.post()).items())}


def _ok(result: Any) -> web.Response:
    body = json.dumps({"ok": True, "result": result}).encode()
    return web.Response(body=body, content_type="application/json")
