"""Calls to Telegram over aiohttp, against a real server on this machine."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.transport import AiohttpRequest, NotSent
from tests.transport.loopback import TOKEN, answering, broken_telegram, failure, telegram, told


async def test_a_call_is_sent_as_a_form_and_its_result_comes_back(request_: AiohttpRequest) -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.Request) -> web.Response:
        assert request.path == f"/bot{TOKEN}/sendMessage"
        assert request.content_type == "application/x-www-form-urlencoded"
        seen.update({key: str(value) for key, value in (await request.post()).items()})
        return web.json_response({"ok": True, "result": {"message_id": 5}})

    async with telegram(handler) as url:
        assert await request_.post(url, told(chat_id=1, text="안녕 & <b>", markup={"a": [1]})) == {
            "message_id": 5
        }
    assert seen == {"chat_id": "1", "text": "안녕 & <b>", "markup": '{"a": [1]}'}


async def test_ptbs_bot_works_on_it() -> None:
    me = {"id": 110201543, "is_bot": True, "first_name": "토닥", "username": "todak_bot"}
    async with telegram(answering({"ok": True, "result": me})) as url:
        base = url.partition(TOKEN)[0]
        bot = Bot(TOKEN, base, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
        async with bot:
            assert (await bot.get_me()).first_name == "토닥"


@pytest.mark.parametrize(
    ("status", "description", "error"),
    [
        (400, "Bad Request: chat not found", BadRequest),
        (401, "Unauthorized", InvalidToken),
        (403, "Forbidden: bot was blocked by the user", Forbidden),
        (500, "Internal Server Error", NetworkError),
    ],
)
async def test_telegrams_refusals_become_ptbs_errors(
    request_: AiohttpRequest, status: int, description: str, error: type[Exception]
) -> None:
    body = {"ok": False, "error_code": status, "description": description}
    async with telegram(answering(body, status)) as url:
        with pytest.raises(error) as raised:
            await request_.post(url)
    assert type(raised.value) is error


async def test_too_many_calls_tell_how_long_to_wait(request_: AiohttpRequest) -> None:
    body = {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 17}}
    async with telegram(answering(body, 429)) as url:
        with pytest.raises(RetryAfter) as raised:
            await request_.post(url)
    assert raised.value.retry_after in {17, timedelta(seconds=17)}


async def test_a_redirect_is_not_followed_because_it_would_carry_the_token(
    request_: AiohttpRequest,
) -> None:
    calls = 0

    async def handler(_request: web.Request) -> web.Response:
        nonlocal calls
        calls += 1
        raise web.HTTPTemporaryRedirect("/elsewhere")

    async with telegram(handler) as url:
        assert str(await failure(request_, url)) == "Temporary Redirect (307)"
    assert calls == 1


# aiohttp warns where a large file would hold up the event loop.
@pytest.mark.filterwarnings("error::ResourceWarning")
async def test_files_are_uploaded_under_their_korean_names(request_: AiohttpRequest) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.content_type == "multipart/form-data"
        sent = await request.read()
        parts = ('filename="결과 보고서.xlsx"'.encode(), "보고".encode(), b"x" * 2_000_000)
        return web.json_response({"ok": True, "result": all(part in sent for part in parts)})

    document = InputFile(b"x" * 2_000_000, filename="결과 보고서.xlsx")
    async with telegram(handler) as url:
        assert await request_.post(url, told(caption="보고", document=document)) is True


async def test_a_file_is_downloaded_byte_by_byte_as_it_is(request_: AiohttpRequest) -> None:
    content = bytes(range(256)) * 1000

    async def handler(request: web.Request) -> web.Response:
        assert request.method == "GET"
        return web.Response(body=content)

    async with telegram(handler) as url:
        assert await request_.retrieve(url) == content


@pytest.mark.parametrize(
    ("header", "heard"),
    [
        ("Mon, 02 Mar 2026 12:00:00 GMT", [datetime(2026, 3, 2, 12, tzinfo=UTC)]),
        ("Mon, 02 Mar 2026 12:00:00 -0000", [datetime(2026, 3, 2, 12, tzinfo=UTC)]),
        ("yesterday", []),
        (None, []),
    ],
)
async def test_the_date_of_every_answer_is_passed_on(
    header: str | None, heard: list[datetime]
) -> None:
    dates: list[datetime] = []
    date = f"Date: {header}\r\n".encode() if header else b""

    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = b'{"ok":true,"result":true}'
        writer.write(b"HTTP/1.1 200 OK\r\n%bContent-Length: 25\r\n\r\n%b" % (date, body))
        await writer.drain()

    async with broken_telegram(answer) as url, AiohttpRequest(on_date=dates.append) as request:
        assert await request.post(url, told(text="안녕")) is True
    assert dates == heard
    assert all(date.tzinfo is not None for date in dates)


async def test_it_can_be_opened_and_closed_more_than_once() -> None:
    request = AiohttpRequest()
    url = f"http://127.0.0.1:9/bot{TOKEN}/getMe"
    assert isinstance(await failure(request, url), NotSent)
    await request.shutdown()
    async with telegram(answering({"ok": True, "result": True})) as url:
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await request.post(url) is True
            await request.shutdown()


async def test_waiting_without_end_may_be_chosen() -> None:
    patient = AiohttpRequest(read_timeout=None)
    assert patient.read_timeout is None
    async with telegram(answering({"ok": True, "result": True})) as url, patient:
        assert await patient.post(url) is True
        assert await patient.retrieve(url)
