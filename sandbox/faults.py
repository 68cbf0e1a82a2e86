"""Faults planned ahead: what goes wrong with which call, and how often."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sandbox.state import Pending

Json = dict[str, Any]

ANY = "*"


class FaultKind(StrEnum):
    """How a call fails. Only TIMEOUT_AFTER and DROP_AFTER leave the effect behind."""

    FLOOD = "flood"  # 429 with retry_after
    SERVER_ERROR = "server_error"  # 5xx
    REFUSE = "refuse"  # any other refusal, by code and description
    TIMEOUT_BEFORE = "timeout_before"
    TIMEOUT_AFTER = "timeout_after"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    DUPLICATE_UPDATE = "duplicate_update"  # getUpdates hands its first update out twice
    BROKEN_UPDATE = "broken_update"  # a known field of the next update has a nonsense shape


BEFORE = frozenset({FaultKind.TIMEOUT_BEFORE, FaultKind.DROP_BEFORE})
AFTER = frozenset({FaultKind.TIMEOUT_AFTER, FaultKind.DROP_AFTER})
TIMEOUTS = frozenset({FaultKind.TIMEOUT_BEFORE, FaultKind.TIMEOUT_AFTER})
ON_UPDATES = frozenset({FaultKind.DUPLICATE_UPDATE, FaultKind.BROKEN_UPDATE})


@dataclass
class Fault:
    method: str
    kind: FaultKind
    times: int = 1
    retry_after: int = 5
    code: int = 502
    description: str = "Bad Gateway"
    chat_id: int = 0


@dataclass
class Faults:
    """The plan; the first fault that fits a call is used up once and removed at zero."""

    planned: list[Fault] = field(default_factory=list)

    def add(
        self,
        method: str,
        kind: FaultKind | str,
        times: int = 1,
        *,
        retry_after: int = 5,
        code: int = 502,
        description: str = "Bad Gateway",
        chat_id: int = 0,
    ) -> Fault:
        """Plan `times` failures of `method` ("*" for any but getUpdates), optionally to one chat.

        For SERVER_ERROR and REFUSE `code` and `description` are what the caller gets.
        """
        fault = Fault(
            method.lower(), FaultKind(kind), times, retry_after, code, description, chat_id
        )
        self.planned.append(fault)
        return fault

    def clear(self) -> None:
        self.planned.clear()

    def strike(self, method: str, parameters: Json) -> Fault | None:
        """The fault that hits this call, counted down; None when it may pass."""
        for fault in self.planned:
            if fault.kind not in ON_UPDATES and self._fits(fault, method.lower(), parameters):
                return self._use(fault)
        return None

    def spoil(self, taken: list[Pending]) -> list[Json]:
        """The updates as handed out: the first twice, or broken for good, if so planned."""
        fault = next((one for one in self.planned if one.kind in ON_UPDATES), None)
        if fault is None or not taken:
            return [one.raw for one in taken]
        self._use(fault)
        first = taken[0]
        if fault.kind is FaultKind.DUPLICATE_UPDATE:
            return [first.raw, *(one.raw for one in taken)]
        # 7 is no message, no press and no member: a reader that looks inside stumbles.
        first.raw = {"update_id": first.update_id, first.kind: 7}
        return [one.raw for one in taken]

    @staticmethod
    def _fits(fault: Fault, method: str, parameters: Json) -> bool:
        named = fault.method == method or (fault.method == ANY and method != "getupdates")
        return named and fault.chat_id in {0, _integer(parameters.get("chat_id"))}

    def _use(self, fault: Fault) -> Fault:
        fault.times -= 1
        if fault.times <= 0:
            self.planned.remove(fault)
        return fault


def _integer(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


class WireFailure(Exception):
    """The caller gets no answer: the transport turns it into its own time-out or error."""

    def __init__(self, kind: FaultKind) -> None:
        super().__init__(kind.value)
        self.kind = kind

    @property
    def timed_out(self) -> bool:
        return self.kind in TIMEOUTS
