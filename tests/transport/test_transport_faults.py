"""Calls that go wrong: what may have been carried out, and what surely has not."""

import asyncio

import pytest
from aiohttp import web
from telegram.error import TimedOut

from bot.transport import AiohttpRequest, AnswerUnreadable, ConnectTimedOut, NotSent
from tests.transport.loopback import TOKEN, answering, broken_telegram, failure, telegram


@pytest.mark.parametrize("body", ["<html>Bad Gateway, 상사가 무서워요</html>", "[1]"])
async def test_a_gateways_page_is_told_by_its_status_alone(
    request_: AiohttpRequest, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with telegram(answering(body, 502)) as url:
        error = await failure(request_, url)
    assert str(error) == "Bad Gateway (502)"
    assert not caplog.text


async def test_an_answer_that_is_no_json_is_neither_logged_nor_quoted(
    request_: AiohttpRequest, caplog: pytest.LogCaptureFixture
) -> None:
    async with telegram(answering('{"ok": true, "result": "상사가')) as url:
        error = await failure(request_, url)
    assert isinstance(error, AnswerUnreadable)
    assert "상사가" not in f"{error}{caplog.text}"


async def test_a_truncated_answer_may_have_been_carried_out(request_: AiohttpRequest) -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ok": true')
        await writer.drain()

    async with broken_telegram(answer) as url:
        error = await failure(request_, url)
    assert not isinstance(error, NotSent | TimedOut)


async def test_a_dropped_connection_may_have_been_carried_out(request_: AiohttpRequest) -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async with broken_telegram(answer) as url:
        error = await failure(request_, url)
    assert not isinstance(error, NotSent | TimedOut)


async def test_nonsense_instead_of_http_may_have_been_carried_out(
    request_: AiohttpRequest,
) -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"nonsense " + TOKEN.encode() + b"\r\n\r\n")
        await writer.drain()

    async with broken_telegram(answer) as url:
        assert not isinstance(await failure(request_, url), NotSent)


async def test_silence_is_a_time_out_that_may_have_been_carried_out(
    request_: AiohttpRequest,
) -> None:
    async def answer(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)

    async with broken_telegram(answer) as url:
        error = await failure(request_, url, read_timeout=0.1)
    assert isinstance(error, TimedOut)
    assert not isinstance(error, NotSent)


async def test_a_server_that_trickles_bytes_does_not_hold_a_call_for_ever() -> None:
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
        for _ in range(50):
            writer.write(b" ")
            await asyncio.sleep(0.05)

    short = AiohttpRequest(read_timeout=0.2, write_timeout=0.1, connect_timeout=0.1, pool_timeout=0)
    async with broken_telegram(answer) as url, short:
        error = await failure(short, url)
    assert isinstance(error, TimedOut)
    assert not isinstance(error, NotSent)


async def test_a_refused_connection_was_surely_not_sent(
    request_: AiohttpRequest, unused_tcp_port: int
) -> None:
    error = await failure(request_, f"http://127.0.0.1:{unused_tcp_port}/bot{TOKEN}/sendMessage")
    assert isinstance(error, NotSent)
    assert not isinstance(error, TimedOut)


@pytest.mark.parametrize("url", [f"http:///bot{TOKEN}", f"nowhere:bot{TOKEN}", f"http://[/{TOKEN}"])
async def test_an_address_that_is_none_was_surely_not_sent(
    request_: AiohttpRequest, url: str
) -> None:
    assert isinstance(await failure(request_, url), NotSent)


async def test_waiting_in_vain_for_a_free_connection_was_surely_not_sent() -> None:
    free = asyncio.Event()

    async def handler(_request: web.Request) -> web.Response:
        await free.wait()
        return web.json_response({"ok": True, "result": True})

    narrow = AiohttpRequest(connections=1, connect_timeout=0.1, pool_timeout=0.1)
    async with telegram(handler) as url, narrow:
        holding = asyncio.create_task(narrow.post(url))
        await asyncio.sleep(0.05)
        error = await failure(narrow, url)
        free.set()
        assert await holding is True
    assert isinstance(error, ConnectTimedOut)
    assert isinstance(error, NotSent)
    assert isinstance(error, TimedOut)


@pytest.mark.parametrize("packed", [True, False])
async def test_an_answer_that_is_too_large_is_refused(packed: bool) -> None:
    async def handler(_request: web.Request) -> web.Response:
        response = web.Response(body=b" " * 1_000_000)
        if packed:
            response.enable_compression()
        return response

    modest = AiohttpRequest(largest_answer=100_000)
    async with telegram(handler) as url, modest:
        error = await failure(modest, url)
    assert isinstance(error, AnswerUnreadable)
    assert str(error) == "an answer was larger than 100000 bytes"
