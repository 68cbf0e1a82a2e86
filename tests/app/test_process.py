"""The bot as a process: it starts, is heard, and ends when asked to."""

import asyncio
from pathlib import Path

import pytest

from tests.process import environment, started, telegram, until

pytestmark = pytest.mark.process
RUN = ("-m", "bot", "run")


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_it_answers_a_stranger_and_stops_on_sigterm_within_ten_seconds(
    tmp_path: Path, mode: str, unused_tcp_port: int
) -> None:
    hook = {
        "TODAK_TELEGRAM__MODE": mode,
        "TODAK_WEBHOOK__PORT": str(unused_tcp_port),
        "TODAK_WEBHOOK__URL": f"http://127.0.0.1:{unused_tcp_port}/telegram",
        "TODAK_WEBHOOK__SECRET": "between-us",
    }
    log = tmp_path / "log"
    async with telegram() as (world, address):
        env = environment(address, tmp_path, **hook)
        process = await started(*RUN, environment=env, log=log)
        wanderer = world.person("나그네")
        wanderer.start()
        await until(lambda: len(wanderer.heard()) == 1)
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 10) == 0
    assert "나그네" not in log.read_text()
    assert env["TODAK_TELEGRAM__TOKEN"] not in log.read_text()


async def test_a_deaf_bot_ends_with_a_failure_so_that_it_is_started_anew(tmp_path: Path) -> None:
    log = tmp_path / "log"
    async with telegram() as (world, address):
        deaf = {
            "TODAK_INTAKE__DEAF_AFTER_SECONDS": "2.5",
            "TODAK_TELEGRAM__TIMEOUT": "1",
            "TODAK_TELEGRAM__POLL_TIMEOUT": "1",
        }
        for _ in range(50):
            world.faults.add("getUpdates", "server_error")
        env = environment(address, tmp_path, **deaf)
        process = await started(*RUN, environment=env, log=log)
        assert await asyncio.wait_for(process.wait(), 20) != 0
    assert "gone deaf" in log.read_text()


async def test_it_waits_for_a_telegram_that_does_not_answer_yet(tmp_path: Path) -> None:
    async with telegram() as (world, address):
        world.faults.add("getMe", "server_error")
        env = environment(address, tmp_path)
        process = await started(*RUN, environment=env, log=tmp_path / "log")
        wanderer = world.person("나그네")
        wanderer.start()
        await until(lambda: len(wanderer.heard()) == 1)
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 10) == 0
