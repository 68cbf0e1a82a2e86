"""The world's own time: the real clock plus an offset, or standing still."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Timeline:
    """Zone-aware UTC throughout. `moved` hears every jump."""

    def __init__(self) -> None:
        self._offset = timedelta(0)
        self._frozen: datetime | None = None
        self.moved: list[Callable[[], None]] = []

    @property
    def now(self) -> datetime:
        return self._frozen if self._frozen is not None else datetime.now(UTC) + self._offset

    def set_time(self, moment: datetime) -> None:
        """Jump to `moment` (aware); a running clock goes on from there, a frozen one stands."""
        if moment.tzinfo is None:
            raise ValueError("the world's time needs a zone: pass an aware datetime")
        if self._frozen is not None:
            self._frozen = moment.astimezone(UTC)
        else:
            self._offset = moment.astimezone(UTC) - datetime.now(UTC)
        self._tell()

    def advance(self, by: timedelta) -> None:
        self.set_time(self.now + by)

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, at `at` or at the present moment; only set_time and advance move it."""
        self._frozen = self.now
        if at is not None:
            self.set_time(at)

    def thaw(self) -> None:
        """Run again from where the world stands."""
        moment, self._frozen = self.now, None
        self.set_time(moment)

    def _tell(self) -> None:
        for listener in list(self.moved):
            listener()
