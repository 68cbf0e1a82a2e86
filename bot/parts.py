"""The parts an application is wired from, each made as the settings say, and loops that go on."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.api import Api
from bot.clock import Clock, SystemClock, TelegramClock
from bot.intake import Intake
from bot.pacer import Pace
from bot.settings import Settings
from bot.transport import AiohttpRequest
from bot.watchdog import Watchdog
from storage.door import Store

log = structlog.get_logger(__name__)

STUCK_SECONDS = 120  # a loop that works through rows shows life far more often


def clock_for(settings: Settings) -> Clock:
    """The clock the operator chose."""
    return TelegramClock() if settings.clock.follow == "telegram" else SystemClock()


def request_for(settings: Settings, clock: Clock, connections: int) -> AiohttpRequest:
    """Our transport, which also tells a Telegram clock the time."""
    heard = clock.heard if isinstance(clock, TelegramClock) else None
    return AiohttpRequest(
        connections=connections, read_timeout=settings.telegram.timeout, on_date=heard
    )


def bot_for(settings: Settings, requests: tuple[BaseRequest, BaseRequest]) -> Bot:
    """PTB's bot on two requests: one for calls, one for polling."""
    calls, polling = requests
    return Bot(
        settings.need_token(),
        base_url=settings.telegram.base_url,
        base_file_url=settings.telegram.base_file_url,
        request=calls,
        get_updates_request=polling,
    )


async def initialised(bot: Bot) -> Bot:
    """Ask Telegram who we are until it answers; raises InvalidToken if it says we are nobody."""
    await until_answered("getMe", bot.initialize)
    return bot


async def until_answered(method: str, ask: Callable[[], Awaitable[Any]]) -> None:
    """Ask Telegram something until it answers; a refused token is an answer (InvalidToken)."""
    while True:
        try:
            await ask()
        except InvalidToken:
            raise
        except TelegramError as trouble:
            log.warning("telegram does not answer yet", method=method, why=type(trouble).__name__)
            await asyncio.sleep(2)
        else:
            return


def intake_for(
    settings: Settings,
    api: Api,
    store: Store,
    clock: Clock,
    *,
    wake: Callable[[], None],
    beat: Callable[[], None],
) -> Intake:
    """Long polling as the settings say."""
    batch, wait = settings.intake.batch, settings.telegram.poll_timeout
    return Intake(api, store, clock, wake=wake, beat=beat, batch=batch, wait=wait)


def pace_of(settings: Settings) -> Pace:
    """How fast messages may leave."""
    allowed = settings.delivery
    return Pace(
        allowed.per_second,
        allowed.per_chat_per_second,
        allowed.chat_burst,
        allowed.per_group_per_minute,
    )


def watchdog_for(settings: Settings) -> Watchdog:
    """Who is watched, and how long each may be silent. A webhook may be silent for days."""
    polling = settings.telegram.mode == "polling"
    deaf = settings.intake.deaf_after_seconds if polling else float("inf")
    return Watchdog({"intake": deaf, "edge": STUCK_SECONDS, "delivery": STUCK_SECONDS})


async def kept_going(name: str, loop: Callable[[], Awaitable[None]]) -> None:
    """Run a loop; what it did not foresee is logged, and it goes on. Nothing is lost: rows stay."""
    while True:
        try:
            await loop()
        except Exception as trouble:
            log.error("loop failed", loop=name, exc_info=trouble)
            await asyncio.sleep(1)


def guarded(name: str, work: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[None]]:
    """The same for one wake of the clock."""

    async def run() -> None:
        try:
            await work()
        except Exception as trouble:
            log.error("wake failed", wake=name, exc_info=trouble)

    return run
