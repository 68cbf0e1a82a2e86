"""The running process: every part, one owner for every task, a start and an end."""

import asyncio
import signal
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from telegram import Bot

from bot.api import Api
from bot.bench import Workbench
from bot.clock import Clock
from bot.delivery import Delivery
from bot.edge import Edge
from bot.founding import found, terms_of
from bot.intake import ALLOWED, Intake
from bot.pacer import Pacer
from bot.parts import (
    bot_for,
    clock_for,
    guarded,
    initialised,
    intake_for,
    kept_going,
    pace_of,
    request_for,
    until_answered,
    watchdog_for,
)
from bot.settings import Settings
from bot.sweep import sweep
from bot.ticks import Ticks
from bot.watchdog import Watchdog
from bot.webhook import application
from handlers.features import open_house
from handlers.house import House
from storage import jobs, outbox
from storage.door import Store

log = structlog.get_logger(__name__)

STOP_SECONDS = 8  # SIGTERM to end; supervisors commonly allow ten


@dataclass(slots=True)
class App:
    """Everything wired together. `start` once, then `serve` (or, in tests, the parts by hand)."""

    settings: Settings
    store: Store
    api: Api
    clock: Clock
    house: House
    edge: Edge
    delivery: Delivery
    ticks: Ticks
    bench: Workbench
    intake: Intake
    watchdog: Watchdog
    woken: asyncio.Event
    jobs_woken: asyncio.Event
    _runner: web.AppRunner | None = field(default=None)

    async def start(self) -> None:
        """Give back what a killed process had leased."""
        async with self.store.writing() as db:
            await outbox.release_all(db)
            await jobs.release_all(db)

    async def serve(self) -> None:
        """Run until cancelled; raises what a part failed with."""
        async with asyncio.TaskGroup() as tasks:
            for loop in self._loops():
                tasks.create_task(loop)

    def _loops(self) -> list[Coroutine[Any, Any, None]]:
        loops = [
            kept_going("edge", lambda: self.edge.run(self.woken)),
            kept_going("delivery", self.delivery.run),
            kept_going("bench", lambda: self.bench.run(self.jobs_woken)),
            self._clockwork(),
            self.watchdog.run(),
        ]
        polling = self.settings.telegram.mode == "polling"
        return [*loops, self._poll() if polling else self._listen()]

    async def _poll(self) -> None:
        await until_answered("deleteWebhook", lambda: self.api.call("deleteWebhook", {}))
        await kept_going("intake", self.intake.run)

    async def _listen(self) -> None:
        """Listen first, then tell Telegram where: so that nothing is refused in between."""
        hook, secret = self.settings.webhook, self.settings.need_webhook_secret()
        app = application(self.store, self.clock, secret, hook.path, self.woken.set)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, hook.listen, hook.port).start()
        params = {"url": hook.url, "secret_token": secret, "allowed_updates": ALLOWED}
        await until_answered("setWebhook", lambda: self.api.call("setWebhook", params))
        await asyncio.Event().wait()

    async def _clockwork(self) -> None:
        scheduler = AsyncIOScheduler(timezone="UTC")
        # By default APScheduler drops a wake that is a second late without a word.
        more = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        scheduler.add_job(guarded("tick", self.ticks.tick), IntervalTrigger(seconds=1), **more)
        keep = self.settings.inbox.keep_days
        sweeping = guarded("sweep", lambda: sweep(self.store, self.clock.now(), keep))
        scheduler.add_job(sweeping, IntervalTrigger(hours=1), **more)
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    async def bot_gone(self) -> None:
        """Let go of everything at once, as a killed process would."""
        self.bench.close()
        await self.api.bot.shutdown()
        await self.store.close()

    async def stop(self) -> None:
        """After `serve` ended: let begun calls end, write them down, close."""
        try:
            if self._runner is not None:
                await self._runner.cleanup()
            await self.delivery.finish(STOP_SECONDS / 2)
        finally:
            await self.bot_gone()


async def build(settings: Settings, store: Store, bot: Bot, clock: Clock) -> App:
    """Wire everything for an initialised bot (its user name is known)."""
    house, api, dog = open_house(), Api(bot), watchdog_for(settings)
    terms = terms_of(settings, bot.username)
    await found(store, settings, clock, house, terms)
    woken, jobs_woken = asyncio.Event(), asyncio.Event()
    delivery = Delivery(
        store,
        api,
        clock,
        Pacer(pace_of(settings)),
        woken.set,
        dog.beat("delivery"),
        lease=timedelta(seconds=settings.delivery.lease_seconds),
        max_tries=settings.delivery.max_tries,
    )

    def said() -> None:
        delivery.stir()
        jobs_woken.set()

    return App(
        settings=settings,
        store=store,
        api=api,
        clock=clock,
        house=house,
        delivery=delivery,
        edge=Edge(store, house, clock, terms, said, dog.beat("edge")),
        ticks=Ticks(store, house, clock, terms, said),
        bench=Workbench(store, api, house, clock, woken.set),
        intake=intake_for(settings, api, store, clock, wake=woken.set, beat=dog.beat("intake")),
        watchdog=dog,
        woken=woken,
        jobs_woken=jobs_woken,
    )


async def run(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT, then end within ten seconds."""
    clock, store = clock_for(settings), Store.open(settings.database.url)
    calls = request_for(settings, clock, settings.telegram.connections)
    bot = bot_for(settings, (calls, request_for(settings, clock, 2)))
    app = await build(settings, store, await initialised(bot), clock)
    await app.start()
    log.info("started", bot=bot.username, mode=settings.telegram.mode)
    serving = asyncio.create_task(app.serve())
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, serving.cancel)
    try:
        await serving
    except asyncio.CancelledError:
        log.info("stopping")
    finally:
        await app.stop()
        log.info("stopped")
