"""The Bot API over HTTP: forms, JSON, uploads, long polls, webhooks and their repeats."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox.player import Player
from sandbox.server import serve
from sandbox.world import World
from tests.sandbox.conftest import MONDAY


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with serve(world, hang=0.2) as served:
        yield served


@pytest.fixture
def api(world: World, address: str) -> str:
    return f"{address}/bot{world.token}"


class TestCalls:
    @pytest.mark.parametrize("how", ["params", "data", "json"])
    async def test_parameters_come_in_every_dress(
        self, http: aiohttp.ClientSession, api: str, haneul: Player, how: str
    ) -> None:
        message: dict[str, Any] = {"chat_id": haneul.id, "text": f"{how} <가>"}
        sent: dict[str, Any] = {how: message}
        async with http.post(f"{api}/sendMessage", **sent) as response:
            body = await response.json()
        assert body["ok"], body
        assert haneul.last.text == f"{how} <가>"
        assert response.headers["Date"] == "Mon, 02 Mar 2026 09:00:00 GMT"

    async def test_get_works_too(self, http: aiohttp.ClientSession, api: str) -> None:
        async with http.get(f"{api}/getMe") as response:
            assert (await response.json())["result"]["username"] == "todak_bot"

    async def test_a_file_goes_up_and_comes_down(
        self, world: World, http: aiohttp.ClientSession, address: str, api: str, haneul: Player
    ) -> None:
        form = aiohttp.FormData()
        form.add_field("chat_id", str(haneul.id))
        form.add_field("document", b"\x00\x01", filename="보고서.bin")
        async with http.post(f"{api}/sendDocument", data=form) as response:
            document = (await response.json())["result"]["document"]
        assert document["file_name"] == "보고서.bin"
        async with http.get(f"{api}/getFile", params={"file_id": document["file_id"]}) as got:
            path = (await got.json())["result"]["file_path"]
        async with http.get(f"{address}/file/bot{world.token}/{path}") as file:
            assert await file.read() == b"\x00\x01"
        for wrong in (f"{address}/file/bot1:x/{path}", f"{address}/file/bot{world.token}/no"):
            async with http.get(wrong) as missing:
                assert missing.status == 404

    @pytest.mark.parametrize(
        ("path", "status", "description"),
        [
            ("/bot1:wrong/getMe", 401, "Unauthorized"),
            ("/botnonsense/getMe", 404, "Not Found"),
            ("/elsewhere", 404, "Not Found"),
            ("/bot{token}/sendMessage", 400, "Bad Request: chat_id is empty"),
        ],
    )
    async def test_the_status_is_the_error_code(
        self,
        world: World,
        http: aiohttp.ClientSession,
        address: str,
        path: str,
        status: int,
        description: str,
    ) -> None:
        async with http.get(address + path.format(token=world.token)) as response:
            body = await response.json()
        assert (response.status, body["error_code"], body["description"]) == (
            status,
            status,
            description,
        )

    @pytest.mark.parametrize("body", [b"{", b"[1]", b""])
    async def test_a_body_that_is_no_object_holds_no_parameters(
        self, http: aiohttp.ClientSession, api: str, body: bytes
    ) -> None:
        headers = {"Content-Type": "application/json"}
        async with http.post(f"{api}/getMe", data=body, headers=headers) as response:
            assert response.status == 200

    async def test_a_429_says_when_to_come_back(
        self, world: World, http: aiohttp.ClientSession, api: str, haneul: Player
    ) -> None:
        world.faults.add("sendMessage", "flood", retry_after=17)
        async with http.post(
            f"{api}/sendMessage", data={"chat_id": haneul.id, "text": "a"}
        ) as response:
            body = await response.json()
        assert (response.status, response.headers["Retry-After"]) == (429, "17")
        assert body["parameters"] == {"retry_after": 17}

    async def test_a_dropped_connection_and_a_time_out(
        self, world: World, http: aiohttp.ClientSession, api: str, haneul: Player
    ) -> None:
        message = {"chat_id": haneul.id, "text": "도착한 말"}
        world.faults.add("sendMessage", "drop_after")
        with pytest.raises(aiohttp.ClientError):
            async with http.post(f"{api}/sendMessage", data=message) as response:
                await response.read()
        assert [one.text for one in haneul.heard()] == ["도착한 말"]
        world.faults.add("sendMessage", "timeout_before")
        short = aiohttp.ClientTimeout(total=0.05)
        with pytest.raises(TimeoutError):
            await http.post(f"{api}/sendMessage", data=message, timeout=short)
        assert len(haneul.heard()) == 1

    async def test_a_poll_over_http_ends_when_time_is_moved(
        self, world: World, http: aiohttp.ClientSession, api: str
    ) -> None:
        async def poll() -> Any:
            async with http.get(f"{api}/getUpdates", params={"timeout": 30}) as response:
                return await response.json(), response.headers["Date"]

        waiting = asyncio.create_task(poll())
        while not world.updates.waiters or world.poller is None:
            await asyncio.sleep(0.005)
        world.advance(timedelta(hours=2))
        body, date = await asyncio.wait_for(waiting, 2)
        assert body == {"ok": True, "result": []}
        assert date == "Mon, 02 Mar 2026 11:00:00 GMT"

    async def test_a_port_that_is_taken_is_named(self, address: str) -> None:
        port = int(address.rsplit(":", 1)[1])
        with pytest.raises(OSError, match="in use"):
            async with serve(World(reader=None), port):
                pass


class Hook:
    """A bot's webhook, which may refuse."""

    def __init__(self) -> None:
        self.refusals = 0
        self.seen: list[Any] = []
        self.tokens: list[str | None] = []
        self.got = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=500)
        self.seen.append(json.loads(await request.read()))
        self.got.set()
        return web.Response()


@pytest.fixture
async def hook() -> Hook:
    return Hook()


@pytest.fixture
async def hook_address(hook: Hook) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


class TestWebhook:
    async def test_updates_are_delivered_in_order_with_the_secret(
        self, world: World, address: str, hook: Hook, hook_address: str
    ) -> None:
        person = world.person("김하늘")
        person.say("하나")
        world.do("setWebhook", {"url": hook_address, "secret_token": "s3cret"})
        await asyncio.wait_for(hook.got.wait(), 5)
        hook.got.clear()
        person.say("둘")
        await asyncio.wait_for(hook.got.wait(), 5)
        assert [one["message"]["text"] for one in hook.seen] == ["하나", "둘"]
        assert hook.tokens == ["s3cret", "s3cret"]
        while world.updates.count():
            await asyncio.sleep(0.005)

    async def test_an_update_is_repeated_until_it_is_taken(
        self, world: World, address: str, hook: Hook, hook_address: str
    ) -> None:
        hook.refusals = 2
        world.do("setWebhook", {"url": hook_address})
        world.person("김하늘").say("꼭 전해 주세요")
        await asyncio.wait_for(hook.got.wait(), 5)
        assert len(hook.tokens) == 3
        assert hook.tokens[0] is None
        info = world.do("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 500"
        assert info["last_error_date"] == int(MONDAY.timestamp())

    async def test_a_webhook_nobody_answers_keeps_its_updates(
        self, world: World, address: str
    ) -> None:
        world.do("setWebhook", {"url": "http://127.0.0.1:9/hook"})
        world.person("김하늘").say("안녕")
        while not world.state.webhook.last_error_message:
            await asyncio.sleep(0.005)
        assert world.state.webhook.last_error_message.startswith("Connection failed")
        assert world.updates.count() == 1

    async def test_a_planned_repeat_reaches_the_webhook_twice(
        self, world: World, address: str, hook: Hook, hook_address: str
    ) -> None:
        world.faults.add("getUpdates", "duplicate_update")
        world.do("setWebhook", {"url": hook_address})
        world.person("김하늘").say("두 번")
        while len(hook.seen) < 2:
            await asyncio.sleep(0.005)
        assert hook.seen[0] == hook.seen[1]
