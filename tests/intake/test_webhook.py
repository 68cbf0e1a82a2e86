"""The webhook answers 200 only after the update is committed, and only Telegram is believed."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.webhook import SECRET_HEADER, application
from storage.inbox import inbox
from tests.town import Town

SECRET = {SECRET_HEADER: "between-us"}
Client = TestClient[Request, Application]
UPDATE = {"update_id": 5, "message": {"from": {"id": 7}, "chat": {"id": 7}}}


@pytest.fixture
async def client(town: Town) -> AsyncIterator[Client]:
    app = application(town.store, town.app.clock, "between-us", "/telegram", town.app.woken.set)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def test_what_is_answered_with_200_is_in_the_inbox(town: Town, client: Client) -> None:
    answer = await client.post("/telegram", json=UPDATE, headers=SECRET)
    assert answer.status == 200
    (row,) = await town.rows(inbox, key="u:5")
    assert row.lane == 7
    assert town.app.woken.is_set()


async def test_a_repeat_is_a_no_op(town: Town, client: Client) -> None:
    for _ in range(3):
        assert (await client.post("/telegram", json=UPDATE, headers=SECRET)).status == 200
    assert len(await town.rows(inbox, key="u:5")) == 1


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: "베트윈"}])
async def test_without_the_secret_nothing_is_believed(
    town: Town, client: Client, headers: dict[str, str]
) -> None:
    assert (await client.post("/telegram", json=UPDATE, headers=headers)).status == 403
    assert await town.rows(inbox, key="u:5") == []


@pytest.mark.parametrize("body", [b"{nonsense", b"[1]", b'{"update_id": "x"}', b"\xff"])
async def test_what_can_not_be_read_is_not_asked_for_again(
    town: Town, client: Client, body: bytes
) -> None:
    assert (await client.post("/telegram", data=body, headers=SECRET)).status == 200


async def test_a_body_too_large_to_be_an_update_is_refused(town: Town, client: Client) -> None:
    large = b"x" * (2 * 1024 * 1024)
    assert (await client.post("/telegram", data=large, headers=SECRET)).status == 413
