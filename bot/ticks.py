"""Ticks: each second, what has come due goes to its feature. No job of the scheduler holds a fact.

APScheduler only wakes this; a late or missed wake loses nothing, because what is due is a row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from operator import attrgetter

import structlog

from bot.clock import Clock
from handlers.desk import Desk, Terms
from handlers.house import House
from rules.programme import Office
from storage import due, offices
from storage.door import Store, Writing
from storage.due import Due

log = structlog.get_logger(__name__)

BATCH = 500
TRIES = 5
PAUSE = timedelta(minutes=1)


@dataclass(slots=True)
class Ticks:
    """Looks for what is due. `wake` is called when something may have been said."""

    store: Store
    house: House
    clock: Clock
    terms: Terms
    wake: Callable[[], None]

    async def tick(self) -> int:
        """Work off everything that has come due; returns how much that was."""
        worked = 0
        while found := await self._batch():
            worked += found
        return worked

    async def _batch(self) -> int:
        now = self.clock.now()
        async with self.store.reading() as look:
            if not await due.ripe(look, now, 1):
                return 0
        async with self.store.writing() as db:
            ripe = await due.ripe(db, now, BATCH)
            office = await offices.first(db)
            if office is None:
                return 0
            for feature, dues in groupby(sorted(ripe, key=attrgetter("feature")), key=_feature):
                await self._feature(db, office, feature, list(dues))
        self.wake()
        return len(ripe)

    async def _feature(
        self, db: Writing, office: Office, feature: str, dues: Sequence[Due]
    ) -> None:
        """All of a feature's dues together; if that fails, each alone, so that one harms none."""
        try:
            await self._together(db, office, feature, dues)
        except Exception as trouble:
            if len(dues) > 1:
                for each in dues:
                    await self._feature(db, office, feature, [each])
            else:
                await self._put_off(db, dues[0], trouble)

    async def _together(
        self, db: Writing, office: Office, feature: str, dues: Sequence[Due]
    ) -> None:
        now = self.clock.now()
        async with db.savepoint():
            desk = Desk(now, db, office, self.terms, f"due:{dues[0].id}")
            await self.house.ticks[feature](desk, dues)
            await desk.hand_over()
            await due.settle(db, [each.id for each in dues], "done", now)

    async def _put_off(self, db: Writing, one: Due, trouble: Exception) -> None:
        now = self.clock.now()
        log.error("due thing failed", key=one.key, tries=one.tries, exc_info=trouble)
        if one.tries + 1 >= TRIES:
            await due.settle(db, [one.id], "failed", now)
        else:
            await due.postpone(db, one.id, now + PAUSE * 2**one.tries)


def _feature(one: Due) -> str:
    return one.feature
