"""`run`: the bot itself."""

from typing import TYPE_CHECKING

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings


def command() -> None:
    """Run the bot until it is told to stop (SIGTERM, Ctrl-C)."""
    chosen = door.settings()
    door.work(_run(chosen))


async def _run(chosen: "Settings") -> None:
    from bot import logs
    from bot.app import clock_for, run

    chosen.need_token()
    logs.setup(chosen.logs, clock_for(chosen))
    async with door.store_for(chosen):
        pass
    await run(chosen)
