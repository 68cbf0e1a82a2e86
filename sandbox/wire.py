"""What passed between the bot and Telegram, for tests to read and a page to show."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = dict[str, Any]

KEPT = 10_000


@dataclass(frozen=True, slots=True)
class WireEntry:
    """One call ("in") or update ("out").

    `chat` and `person` are ids or 0; `parameters` are a call's parameters or the update itself;
    `answer` is a call's answer; `verdict` is "" or what the independent reader objects to.
    """

    time: datetime
    direction: str
    name: str
    chat: int
    person: int
    parameters: Json
    answer: Json | None = None
    verdict: str = ""


class Wire:
    """A bounded memory of entries; `listeners` are told of each."""

    def __init__(self, kept: int = KEPT) -> None:
        self.entries: deque[WireEntry] = deque(maxlen=kept)
        self.listeners: list[Callable[[WireEntry], None]] = []

    def add(self, entry: WireEntry) -> None:
        self.entries.append(entry)
        for listener in self.listeners:
            listener(entry)
