"""kill -9 at each commit point: every update is done exactly once, every answer is sent."""

import asyncio
import itertools
import sqlite3
from pathlib import Path

import pytest

from sandbox.player import Player
from tests.process import environment, started, telegram, until

# From the first update on: intake, edge, delivery's claim, what came of it, and once more around.
POINTS = [*itertools.product(range(1, 6), ("before", "after"))]
BOT = str(Path(__file__).parent / "killed_bot.py")

pytestmark = pytest.mark.process


def counts(database: Path) -> dict[str, int]:
    """How often each turn was done, from the file itself."""
    with sqlite3.connect(database) as db:
        rows = db.execute("SELECT name, value FROM facts WHERE name LIKE 'count:%'").fetchall()
    return {name.removeprefix("count:"): int(value) for name, value in rows}


def unfinished(database: Path) -> int:
    """Rows still on their way."""
    with sqlite3.connect(database) as db:
        waiting = "SELECT count(*) FROM {} WHERE state = 'waiting'"
        return sum(db.execute(waiting.format(t)).fetchone()[0] for t in ("inbox", "outbox"))


async def killed_at(point: int, side: str, env: dict[str, str], log: Path, player: Player) -> bool:
    """Run a bot that dies at a point while somebody speaks; whether it did die."""
    process = await started(BOT, str(point), side, environment=env, log=log)
    player.say(f"/count {point}{side}")
    try:
        await asyncio.wait_for(process.wait(), 20)
    except TimeoutError:
        process.kill()
        await process.wait()
        return False
    return process.returncode == -9


async def test_whenever_it_is_killed_each_update_is_done_once_and_each_answer_sent(
    tmp_path: Path,
) -> None:
    log, database = tmp_path / "log", tmp_path / "todak.db"
    async with telegram() as (world, address):
        env = environment(address, tmp_path)
        haneul = world.person("김하늘")
        haneul.start()
        for point, side in POINTS:
            assert await killed_at(point, side, env, log, haneul), (point, side, log.read_text())
        alive = await started(BOT, "0", "never", environment=env, log=log)
        await until(lambda: world.updates.count() == 0 and unfinished(database) == 0)
        alive.terminate()
        assert await asyncio.wait_for(alive.wait(), 10) == 0
        said = [message.text for message in haneul.heard()]
    assert counts(database) == {f"{point}{side}": 1 for point, side in POINTS}
    answers = sum("바뀐 것은 없어요." in text for text in said)
    assert len(POINTS) <= answers <= 2 * len(POINTS)
