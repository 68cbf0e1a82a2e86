"""A shell to give commands in: an empty folder, settings in the environment, and Telegram."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.main import app
from sandbox.server import serve
from sandbox.world import World
from storage.door import Store
from tests.process import TOKEN


@dataclass(slots=True)
class Shell:
    """Commands run as in a terminal that is none; `env` is what the operator has set."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    async def run(self, *words: str) -> Result:
        """Give a command; its output and exit code come back."""
        return await asyncio.to_thread(CliRunner().invoke, app, words, env=dict(self.env))

    @property
    def database(self) -> Path:
        return self.folder / "var" / "todak.db"

    def store(self) -> Store:
        return Store.open(f"sqlite+aiosqlite:///{self.database}")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell without a token, on an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith("TODAK_"):
            monkeypatch.delenv(name)
    return Shell(tmp_path)


@pytest.fixture
async def telegram(shell: Shell) -> AsyncIterator[World]:
    """A Telegram that the shell's settings lead to."""
    world = World(TOKEN)
    world.call("getMe", {})  # loads the independent reader, which takes seconds the first time
    async with serve(world) as address:
        shell.env["TODAK_TELEGRAM__TOKEN"] = TOKEN
        shell.env["TODAK_TELEGRAM__BASE_URL"] = f"{address}/bot"
        yield world
    world.check()
