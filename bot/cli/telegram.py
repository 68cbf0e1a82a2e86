"""Asking Telegram one thing from the command line."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.api import Api
from bot.clock import TelegramClock
from bot.settings import Settings
from bot.transport import AiohttpRequest


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram said. `heard` tells whether anything came back, and with it the time.

    `trouble` is None if it went well, else its words (they hold no token); `result` is None then.
    """

    clock: TelegramClock
    heard: bool
    result: Any = None
    trouble: str | None = None


async def asked(chosen: Settings, method: str) -> Answer:
    """Make one call without parameters; raises `SettingsRefused` without a token."""
    clock, dates = TelegramClock(), list[datetime]()

    def on_date(date: datetime) -> None:
        dates.append(date)
        clock.heard(date)

    token, outside = chosen.need_token(), chosen.telegram
    request = AiohttpRequest(read_timeout=outside.timeout, on_date=on_date)
    bot = Bot(token, base_url=outside.base_url, request=request, get_updates_request=request)
    await request.initialize()
    try:
        result = await Api(bot).call(method, {}, read_timeout=outside.timeout)
        return Answer(clock, bool(dates), result)
    except TelegramError as trouble:
        return Answer(clock, bool(dates), trouble=f"{type(trouble).__name__}: {trouble.message}")
    finally:
        await request.shutdown()
