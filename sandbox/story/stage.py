"""The stage: a world over HTTP, the bot as its own process, and the operator's command line."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sandbox.server import serve
from sandbox.story.narrator import SEOUL, Narrator
from sandbox.world import World

ROOT = Path(__file__).parent.parent.parent
# It opens nothing but this stand-in; its shape is a real one's, so that the settings take it.
TOKEN = "7000000001:" + "A-stand-in-token-for-the-story-only"


class StoryFailed(Exception):
    """A step of the story did not happen. The message says which."""


@dataclass(slots=True)
class Stage:
    """Everything a story needs. `folder` holds database, log and files of this run."""

    world: World
    narrator: Narrator
    folder: Path
    environment: dict[str, str]
    bot: asyncio.subprocess.Process | None = field(default=None)

    @property
    def database(self) -> Path:
        return self.folder / "todak.db"

    async def start_bot(self) -> None:
        """Start the bot as its operator would."""
        with (self.folder / "bot.log").open("ab") as log:
            self.bot = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )

    async def kill_bot(self) -> None:
        """kill -9. Whoever waits for something meanwhile is not told that the bot ended."""
        bot, self.bot = self.bot, None
        if bot and bot.returncode is None:
            bot.kill()
            await bot.wait()

    async def stop_bot(self) -> int:
        """SIGTERM; returns the exit status."""
        if self.bot is None:
            return 0
        if self.bot.returncode is None:
            self.bot.terminate()
        return await asyncio.wait_for(self.bot.wait(), 15)

    async def command(self, *words: str) -> str:
        """Run `python -m bot …` and return what it printed; StoryFailed if it refused."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=self.environment,
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, said = await process.communicate()
        if process.returncode:
            raise StoryFailed(f"bot {' '.join(words)}: {said.decode().strip()}")
        return out.decode()

    async def until(self, condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
        """Wait until something holds; StoryFailed with its name if it does not."""
        waited = 0.0
        while not _holds(condition):
            if self.bot and self.bot.returncode is not None:
                raise StoryFailed(f"{what}: the bot ended ({self.bot.returncode})")
            if waited > seconds:
                raise StoryFailed(f"{what}: it did not happen within {seconds:.0f} seconds")
            await asyncio.sleep(0.02)
            waited += 0.02

    async def pass_to(self, moment: datetime) -> None:
        """Let the world's time come to a moment (aware)."""
        self.narrator.say(f"시간이 흘러 {moment.astimezone(SEOUL):%Y-%m-%d %H:%M}")
        self.world.set_time(moment)
        await asyncio.sleep(0)


def _holds(condition: Callable[[], bool]) -> bool:
    """A person looking for a message that is not there yet is not a failure."""
    try:
        return condition()
    except (AssertionError, IndexError, StopIteration):
        return False


def environment(address: str, folder: Path) -> dict[str, str]:
    """The ordinary settings of the story's bot: where Telegram is, and no pauses for its limits."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", str(folder)),
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "TODAK_CONFIG": str(ROOT / "config.toml"),
        "TODAK_TELEGRAM__TOKEN": TOKEN,
        "TODAK_TELEGRAM__BASE_URL": f"{address}/bot",
        "TODAK_TELEGRAM__BASE_FILE_URL": f"{address}/file/bot",
        "TODAK_DATABASE__URL": f"sqlite+aiosqlite:///{folder}/todak.db",
        "TODAK_CLOCK__FOLLOW": "telegram",
        "TODAK_OFFICE__NAME": "한빛구청",
        "TODAK_OFFICE__CONTACT": "인사팀 02-000-0000",
        "TODAK_MATCHING__SECONDS": "5",
        "TODAK_DELIVERY__PER_SECOND": "1000",
        "TODAK_DELIVERY__PER_CHAT_PER_SECOND": "100",
        "TODAK_DELIVERY__CHAT_BURST": "50",
        "TODAK_DELIVERY__PER_GROUP_PER_MINUTE": "6000",
    }


@asynccontextmanager
async def staged(world: World, narrator: Narrator, folder: Path) -> AsyncIterator[Stage]:
    """Serve the world, and leave no process behind."""
    world.call("getMe")  # loads the independent reader, which takes seconds, before anybody waits
    async with serve(world) as address:
        stage = Stage(world, narrator, folder, environment(address, folder))
        try:
            yield stage
        finally:
            await stage.kill_bot()
