"""Webhook delivery: one update at a time, repeated until the bot answers 2xx."""

import asyncio
from typing import TYPE_CHECKING

import aiohttp

from sandbox.state import Pending

if TYPE_CHECKING:
    from sandbox.world import World

HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 1.0  # the real server waits up to a minute; nobody here has the time
ANSWER_SECONDS = 10.0


async def deliver(world: "World") -> None:
    """Run until cancelled: hand pending updates to the webhook while one is set."""
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        pause = FIRST_PAUSE
        while True:
            pending = world.updates.take(0, 1) if world.state.webhook.url else []
            if not pending:
                await _something_new(world)
            elif await _taken(world, session, pending[0]):
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)


async def _something_new(world: "World") -> None:
    waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def wake() -> None:
        if not waiting.done():
            waiting.set_result(None)

    world.updates.waiters.append(wake)
    await waiting


async def _taken(world: "World", session: aiohttp.ClientSession, update: Pending) -> bool:
    webhook = world.state.webhook
    headers = {HEADER: webhook.secret_token} if webhook.secret_token else {}
    problem = ""
    try:
        for raw in world.faults.spoil([update]):
            async with session.post(webhook.url, json=raw, headers=headers) as response:
                if not response.ok:
                    problem = f"Wrong response from the webhook: {response.status}"
    except (aiohttp.ClientError, TimeoutError) as error:
        problem = f"Connection failed: {type(error).__name__}"
    if not problem:
        world.updates.drop(update.update_id)
        return True
    webhook.last_error_date, webhook.last_error_message = world.unix_now, problem
    return False
