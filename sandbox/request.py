"""The stand-in as python-telegram-bot's request class: the same world, no network."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from sandbox.faults import WireFailure
from sandbox.methods.files import file_at
from sandbox.registry import Upload

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]


class SandboxRequest(BaseRequest):
    """Pass it to `telegram.Bot` as `request` and `get_updates_request`.

    `last_date` is what the HTTP `Date` header of the latest answer would say.
    """

    def __init__(self, world: "World") -> None:
        self.world = world
        self.last_date: datetime | None = None

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: PLR0917 - python-telegram-bot's own signature
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        path = unquote(urlsplit(url).path)
        if "/file/bot" in path:
            return self._file(path)
        token, name = path.split("/bot", 1)[1].split("/", 1)
        parameters, files = _read(request_data)
        try:
            answer = await self.world.answer(name, parameters, files, token=token)
        except WireFailure as failure:
            if failure.timed_out:
                raise TimedOut from failure
            raise NetworkError("connection dropped") from failure
        self.last_date = self.world.now.replace(microsecond=0)
        return answer.status, json.dumps(answer.body).encode()

    def _file(self, path: str) -> tuple[int, bytes]:
        token, file_path = path.split("/file/bot", 1)[1].split("/", 1)
        self.last_date = self.world.now.replace(microsecond=0)
        file = file_at(self.world, file_path) if token == self.world.token else None
        if file is None:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
        return 200, file.data


def _read(data: RequestData | None) -> tuple[Json, dict[str, Upload]]:
    data = data or RequestData()
    files = {
        name: Upload(parts[0], _content(parts[1]), parts[2])
        for name, parts in (data.multipart_data or {}).items()
    }
    return dict(data.parameters), files


def _content(data: Any) -> bytes:
    return data if isinstance(data, bytes) else bytes(data.read())
