"""The bench: slow work (files, the solver) outside transactions and outside the event loop.

A job is a row; its result comes back as an inbox row in the transaction that ends the job. A job
cut short by a crash is done again.
"""

import asyncio
import json
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.api import Api
from bot.clock import Clock
from bot.news import wait_for_news
from handlers.house import House
from storage import inbox, jobs
from storage.door import Store
from storage.jobs import Job

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=15)
TRIES = 3
CUT_SHORT = 5


class JobCutShort(Exception):
    """Begun `CUT_SHORT` times and never ended: it takes the process down with it."""


@dataclass(slots=True)
class Workbench:
    """Does one job at a time: two solvers side by side would only slow each other down."""

    store: Store
    api: Api
    house: House
    clock: Clock
    wake: Callable[[], None]
    pause: float = 1.0  # seconds before the first retry; doubled each time
    _apart: ProcessPoolExecutor | None = field(default=None, init=False)

    async def run(self, woken: asyncio.Event) -> None:
        """Work until cancelled; looks by itself each second."""
        while True:
            while await self.step():
                pass
            woken.clear()
            await wait_for_news(woken, 1)

    async def step(self) -> bool:
        """Do one job, if there is one."""
        now = self.clock.now()
        async with self.store.reading() as look:
            if not await jobs.waiting(look, now):
                return False
        async with self.store.writing() as db:
            job = await jobs.claim(db, now, now + LEASE)
        if job is not None:
            await self._do(job)
        return job is not None

    async def _do(self, job: Job) -> None:
        if job.tries >= CUT_SHORT:
            await self._failed(job, JobCutShort(job.key), again=False)
            return
        try:
            result = await self.house.jobs[job.name](self, json.loads(job.args))
            body = json.dumps({"then": job.then, "result": result})
        except (TelegramError, BrokenProcessPool) as trouble:
            await self._failed(job, trouble, again=job.tries + 1 < TRIES)
        except Exception as trouble:  # slow work must not take the bench down with it
            await self._failed(job, trouble, again=False)
        else:
            await self._end(job, "done", body)

    async def _failed(self, job: Job, trouble: Exception, *, again: bool) -> None:
        log.error("job failed", job=job.key, name=job.name, exc_info=trouble)
        if isinstance(trouble, BrokenProcessPool):
            self.close()
        if again:
            await asyncio.sleep(self.pause * 2**job.tries)
            await self._give_back(job)
        else:
            await self._end(job, "failed", json.dumps({"then": job.then, "trouble": "failed"}))

    async def _give_back(self, job: Job) -> None:
        async with self.store.writing() as db:
            await jobs.release(db, job.id)

    async def _end(self, job: Job, state: str, body: str) -> None:
        now = self.clock.now()
        async with self.store.writing() as db:
            await jobs.settle(db, job.id, state, now)
            await inbox.put(db, [(f"j:{job.id}", job.lane, body)], now)
        self.wake()

    async def fetch(self, file_id: str, limit: int) -> bytes | None:
        """The content of a file sent to the bot; None if it is larger than `limit` bytes."""
        return await self.api.fetch(file_id, limit)

    async def apart(self, work: Callable[..., Any], *args: Any) -> Any:
        """Run a module-level function in a process of its own."""
        if self._apart is None:
            self._apart = ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)
        return await asyncio.get_running_loop().run_in_executor(self._apart, work, *args)

    def close(self) -> None:
        """Let go of the process apart, and of what it is doing: nobody waits for that any more."""
        apart, self._apart = self._apart, None
        if apart is not None:
            # Python 3.14 has kill_workers(). Left alone, a solver at work holds up our own end.
            workers = list((apart._processes or {}).values())
            apart.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.kill()


def end_with_parent() -> None:
    """In the process apart: end when the bot does, also when that was killed."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)
