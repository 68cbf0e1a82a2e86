"""An independent reader: aiogram's typed models judge what the bot sends and what it is handed.

Bot and stand-in are written by the same people from the same reading of the specification; this
one is not. aiogram is imported on first use only (it takes seconds).
"""

from importlib import import_module
from typing import Any, Protocol

from sandbox.registry import Call

Json = dict[str, Any]


class Reader(Protocol):
    """Each check returns "" or its objection."""

    def check_call(self, call: Call, body: Json) -> str: ...

    def check_update(self, raw: Json) -> str: ...


class AiogramReader:
    """Unknown fields and parameters are objections too, at every depth aiogram knows."""

    def __init__(self) -> None:
        self._module: Any = None

    @property
    def _read(self) -> Any:
        if self._module is None:
            self._module = import_module("sandbox.aiogram_reader")
        return self._module

    def check_call(self, call: Call, body: Json) -> str:
        """Parameters are judged unless Telegram refused them itself; then the result."""
        return str(self._read.check_call(call, body))

    def check_update(self, raw: Json) -> str:
        return str(self._read.check_update(raw))
