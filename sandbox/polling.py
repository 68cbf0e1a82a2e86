"""Long polling: getUpdates that waits until something comes, time is moved, or time is up."""

import asyncio
from typing import TYPE_CHECKING

from sandbox.registry import Call, to_integer

if TYPE_CHECKING:
    from sandbox.world import Answer, World

MAX_TIMEOUT = 50
TERMINATED = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
TERMINATED_BY_WEBHOOK = "Conflict: terminated by setWebhook request"


async def long_poll(world: "World", call: Call, token: str | None) -> "Answer":
    answer = world.call(call.method, call.parameters, call.files, token=token)
    timeout = min(to_integer(call.parameters.get("timeout")), MAX_TIMEOUT)
    if not answer.ok or answer.result or timeout <= 0:
        return answer
    if await _waited(world, timeout):
        reason = TERMINATED_BY_WEBHOOK if world.state.webhook.url else TERMINATED
        return type(answer)(409, {"ok": False, "error_code": 409, "description": reason})
    return world.call(call.method, call.parameters, call.files, token=token)


async def _waited(world: "World", seconds: int) -> bool:
    """True when another poller or a webhook took over."""
    waiting: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def wake() -> None:
        if not waiting.done():
            waiting.set_result(False)

    def end() -> None:
        if not waiting.done():
            waiting.set_result(True)

    stop_polling(world)
    world.poller = end
    world.updates.waiters.append(wake)
    try:
        async with asyncio.timeout(seconds):  # wait_for may forget a cancellation before 3.12
            return await waiting
    except TimeoutError:
        return False
    finally:
        if world.poller is end:
            world.poller = None
        if wake in world.updates.waiters:
            world.updates.waiters.remove(wake)


def stop_polling(world: "World") -> None:
    """End the poll that waits now, if any, with 409 Conflict."""
    if world.poller is not None:
        world.poller()
