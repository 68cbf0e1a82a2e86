"""What time it is. The only module of the running process that reads a clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

# A Date header has whole seconds and ages on its way: less than this is no news about the time.
JITTER = timedelta(seconds=1.5)


class Clock(Protocol):
    """Whoever can tell the present."""

    def now(self) -> datetime:
        """Give the present as an aware UTC datetime."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Give this machine's time, aware UTC."""
        return datetime.now(UTC)


class TelegramClock:
    """Telegram's clock, learnt from the Date headers of its answers, for machines whose own is off.

    Until the first answer it gives the time of `until_heard` (this machine's, by default).
    Afterwards it runs on evenly by the monotonic clock and moves, in either direction and at once,
    only when an answer's date is more than 1.5 seconds from what was expected.
    """

    def __init__(
        self,
        until_heard: Clock | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._until_heard = until_heard or SystemClock()
        self._monotonic = monotonic
        self._learnt: tuple[datetime, float] | None = None

    def now(self) -> datetime:
        """Give Telegram's time, aware UTC, right to about two seconds."""
        if self._learnt is None:
            return self._until_heard.now()
        date, at = self._learnt
        return date + timedelta(seconds=self._monotonic() - at)

    def heard(self, date: datetime) -> None:
        """Learn from the Date header of an answer that has just come in; `date` must be aware."""
        if self._learnt is None or abs(date - self.now()) > JITTER:
            self._learnt = (date.astimezone(UTC), self._monotonic())
