"""The watchdog: ends a process gone deaf or stuck, so that its supervisor starts it anew."""

import asyncio
import time
from collections.abc import Callable, Mapping

import structlog

log = structlog.get_logger(__name__)


class DeafError(Exception):
    """A loop has shown no life for too long. The message names it."""


class Watchdog:
    """Knows when each loop last showed life (monotonic seconds)."""

    def __init__(
        self, allowed: Mapping[str, float], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`allowed` says for how many seconds each loop may be silent."""
        self._allowed, self._clock = dict(allowed), clock
        self._seen = dict.fromkeys(allowed, clock())

    def beat(self, loop: str) -> Callable[[], None]:
        """What a loop calls to show life."""

        def seen() -> None:
            self._seen[loop] = self._clock()

        return seen

    def silent(self) -> str | None:
        """The loop that has been silent for too long, if any."""
        now = self._clock()
        late = (name for name, seen in self._seen.items() if now - seen > self._allowed[name])
        return next(late, None)

    async def run(self, every: float = 1.0) -> None:
        """Watch; raises DeafError once a loop is silent for too long."""
        while True:
            await asyncio.sleep(every)
            loop = self.silent()
            if loop is not None:
                log.error("gone deaf", loop=loop)
                raise DeafError(loop)
