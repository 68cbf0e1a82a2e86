"""The Bot API over HTTP on this machine only: what a real bot process talks to.

Forms, JSON bodies, multipart uploads and query strings are understood, as on the real server.
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.faults import WireFailure
from sandbox.methods.files import file_at
from sandbox.refusals import NOT_FOUND
from sandbox.registry import Upload
from sandbox.webhook import deliver

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

LOOPBACK = "127.0.0.1"
HANG_SECONDS = 60.0  # how long a planned time-out keeps the caller waiting
TICK_SECONDS = 0.005


def application(world: "World", hang: float = HANG_SECONDS) -> Starlette:
    """The ASGI application; later pages are mounted beside its routes."""

    async def api(request: Request) -> Response:
        token, name = request.path_params["token"], request.path_params["method"]
        parameters, files = await _read(request)
        try:
            answer = await world.answer(name, parameters, files, token=token)
        except WireFailure as failure:
            return await _unanswered(failure, hang)
        return _answered(world, answer.status, answer.body)

    async def file(request: Request) -> Response:
        found = file_at(world, request.path_params["path"])
        if request.path_params["token"] != world.token or found is None:
            return _answered(world, NOT_FOUND[0], _error(*NOT_FOUND))
        return Response(found.data, media_type="application/octet-stream", headers=_dated(world))

    async def nothing(_request: Request) -> Response:
        return _answered(world, NOT_FOUND[0], _error(*NOT_FOUND))

    verbs = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
            Route("/bot{token}/{method}", api, methods=verbs),
            Route("/{anything:path}", nothing, methods=verbs),
        ]
    )


def _error(code: int, description: str) -> Json:
    return {"ok": False, "error_code": code, "description": description}


def _dated(world: "World") -> dict[str, str]:
    return {"Date": format_datetime(world.now.replace(microsecond=0), usegmt=True)}


def _answered(world: "World", status: int, body: Json) -> Response:
    headers = _dated(world)
    retry_after = body.get("parameters", {}).get("retry_after")
    if retry_after:
        headers["Retry-After"] = str(retry_after)
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(data, status, headers, "application/json")


class _Severed(Response):
    """Closes the connection without a word."""

    async def __call__(self, _scope: Any, _receive: Any, send: Any) -> None:
        """Promise a body that never comes: the server closes the connection."""
        headers = [(b"content-length", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _unanswered(failure: WireFailure, hang: float) -> Response:
    if failure.timed_out:
        await asyncio.sleep(hang)
    return _Severed()


async def _read(request: Request) -> tuple[Json, dict[str, Upload]]:
    """Query string and body together; the body wins."""
    parameters: Json = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        return parameters | _json_object(await request.body()), files
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, UploadFile):
                mime = value.content_type or ""
                files[name] = Upload(unquote(value.filename or name), await value.read(), mime)
            else:
                parameters[name] = value
    return parameters, files


def _json_object(body: bytes) -> Json:
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _listening(port: int) -> socket.socket:
    """Bound here, so that a port that is taken is an OSError and not the end of the process."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError:
        listening.close()
        raise
    return listening


@asynccontextmanager
async def serve(
    world: "World", port: int = 0, *, hang: float = HANG_SECONDS, app: Any = None
) -> AsyncIterator[str]:
    """Serve `world` on loopback; yields "http://127.0.0.1:<port>".

    While it runs, a webhook set by the bot is delivered. `app` replaces the plain application.
    """
    config = uvicorn.Config(
        app or application(world, hang),
        host=LOOPBACK,
        port=port,
        log_level="critical",
        access_log=False,
        date_header=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    listening = _listening(port)
    address = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
    running = asyncio.create_task(server._serve([listening]))  # serve() takes over signals
    delivering = asyncio.create_task(deliver(world))
    try:
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event to wait for
            await asyncio.sleep(TICK_SECONDS)
        yield address
    finally:
        delivering.cancel()
        server.should_exit = True
        world.updates.wake()
        await asyncio.gather(running, delivering, return_exceptions=True)
