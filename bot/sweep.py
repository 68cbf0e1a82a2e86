"""Sweeping: plumbing that is through is removed after a while, in small bites."""

from datetime import datetime, timedelta

import structlog

from storage import inbox, outbox
from storage.door import Store

log = structlog.get_logger(__name__)


async def sweep(store: Store, now: datetime, keep_days: int) -> None:
    """Remove inbox and outbox rows settled more than `keep_days` ago."""
    before = now - timedelta(days=keep_days)
    async with store.writing() as db:
        gone = await inbox.sweep(db, before) + await outbox.sweep(db, before)
    await store.clean()  # what rows no longer hold should not be found in the log either
    if gone:
        log.info("swept", rows=gone)
