"""Real processes in tests: the bot as its operator starts it, on a sandbox over HTTP."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.server import serve
from sandbox.world import World

ROOT = Path(__file__).parent.parent
TOKEN = "7000000001:" + "Sandbox-token-that-opens-nothing-at-all"[:35]


def environment(address: str, folder: Path, **more: str) -> dict[str, str]:
    """What a bot process is told: where Telegram is, where to keep things, no waiting."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "TODAK_CONFIG": str(ROOT / "config.toml"),
        "TODAK_TELEGRAM__TOKEN": TOKEN,
        "TODAK_TELEGRAM__BASE_URL": f"{address}/bot",
        "TODAK_TELEGRAM__BASE_FILE_URL": f"{address}/file/bot",
        "TODAK_DATABASE__URL": f"sqlite+aiosqlite:///{folder}/todak.db",
        "TODAK_DELIVERY__PER_SECOND": "1000",
        "TODAK_DELIVERY__PER_CHAT_PER_SECOND": "1000",
        "TODAK_DELIVERY__CHAT_BURST": "100",
        "TODAK_DELIVERY__PER_GROUP_PER_MINUTE": "60000",
        **more,
    }


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[World, str]]:
    """A sandbox over HTTP and its address; at the end both readers must agree."""
    world = World(TOKEN)
    world.call("getMe")  # loads the independent reader before a process waits for an answer
    async with serve(world) as address:
        yield world, address
    world.check()


async def started(
    *arguments: str, environment: dict[str, str], log: Path
) -> asyncio.subprocess.Process:
    """Start Python with arguments; what it says goes to a file."""
    with log.open("ab") as out:
        return await asyncio.create_subprocess_exec(
            sys.executable, *arguments, env=environment, cwd=ROOT, stdout=out, stderr=out
        )


async def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds; AssertionError if it does not in time."""
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen in time")
