"""A server on this machine that answers as a test wants, and calls that fail."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Raw = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def telegram(handler: Handler) -> AsyncIterator[str]:
    """Serve every call with `handler`; gives the address of a method, token included."""
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_route("*", "/{tail:.*}", handler)
    async with TestServer(app) as server:
        yield str(server.make_url(f"/bot{TOKEN}/sendMessage"))


@asynccontextmanager
async def broken_telegram(answer: Raw) -> AsyncIterator[str]:
    """Serve each connection with `answer`, byte by byte: for what a proper server never does."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await answer(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/bot{TOKEN}/sendMessage"


def answering(body: Any, status: int = 200) -> Handler:
    async def handler(_request: web.Request) -> web.Response:
        if isinstance(body, str):
            return web.Response(text=body, status=status, content_type="text/html")
        return web.json_response(body, status=status)

    return handler


def told(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(k, v) for k, v in parameters.items()])


async def failure(request: BaseRequest, url: str, **seconds: float) -> NetworkError:
    """Make a call that fails; the token must be in no part of what is raised."""
    with pytest.raises(NetworkError) as raised:
        await request.post(url, told(text="안녕"), **seconds)
    error: BaseException | None = raised.value
    while error is not None:
        assert TOKEN not in f"{error} {error!r} {error.args}"
        error = error.__cause__ or error.__context__
    return raised.value
