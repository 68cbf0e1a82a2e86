"""How much faster calls go over our transport than over PTB's own: a ratio, from one run.

Run `python -m benchmarks.transport`. A local server, in a process of its own, answers every call
at once, so what is measured is the client's own work. The two take turns, and the median counts:
rates on a shared machine wander, their ratio hardly does.
"""

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection

from aiohttp import web
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.transport import AiohttpRequest

TASKS = 256
IN_SEQUENCE = 400
AT_ONCE = 1024
ROUNDS = 3
ANSWER = {"ok": True, "result": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}}

Work = Callable[[BaseRequest, str], Awaitable[int]]


def main() -> None:
    """Print a line for each way of calling: calls a second of both, and their ratio."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(sending,))
    server.start()
    try:
        asyncio.run(_compare(f"http://127.0.0.1:{receiving.recv()}/bot1:x/sendMessage"))
    finally:
        server.terminate()
        server.join()


async def _compare(url: str) -> None:
    ways: dict[str, Work] = {"in sequence": _in_sequence, f"{TASKS} tasks": _at_once}
    for name, work in ways.items():
        theirs, ours = [], []
        for _ in range(ROUNDS):
            theirs.append(await _rate(HTTPXRequest(TASKS, pool_timeout=None), work, url))
            ours.append(await _rate(AiohttpRequest(connections=TASKS), work, url))
        one, other = statistics.median(theirs), statistics.median(ours)
        print(f"{name:12} PTB over httpx {one:6.0f}/s   ours {other:6.0f}/s   {other / one:4.1f}x")


async def _rate(request: BaseRequest, work: Work, url: str) -> float:
    async with request:
        await request.post(url, _message())
        began = time.perf_counter()
        calls = await work(request, url)
        return calls / (time.perf_counter() - began)


async def _in_sequence(request: BaseRequest, url: str) -> int:
    for _ in range(IN_SEQUENCE):
        await request.post(url, _message())
    return IN_SEQUENCE


async def _at_once(request: BaseRequest, url: str) -> int:
    async def some() -> None:
        for _ in range(AT_ONCE // TASKS):
            await request.post(url, _message(), read_timeout=60)

    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS):
            group.create_task(some())
    return AT_ONCE


def _message() -> RequestData:
    parameters = {"chat_id": 1, "text": "오늘 멘토링은 어땠나요?"}
    return RequestData([RequestParameter.from_input(*one) for one in parameters.items()])


def _serve(sending: Connection) -> None:
    asyncio.run(_answer_for_ever(sending))


async def _answer_for_ever(sending: Connection) -> None:
    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(ANSWER)

    app = web.Application()
    app.router.add_post("/{call:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    sending.send(runner.addresses[0][1])
    await asyncio.Event().wait()


if __name__ == "__main__":
    main()
