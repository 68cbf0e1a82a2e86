"""Check-in taps a second through our whole way, beside a bare PTB bot that only answers.

`python -m benchmarks.turns [TAPS]`: inbox, rule, SQLite on disk (synchronous=FULL), outbox, answer
received, for everybody who was asked. The peer keeps nothing: a kill loses what it had in hand.
Both make two calls a tap (the press's answer and the changed message). Trust ratios, not rates.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.crowd import crowd, tap_data
from benchmarks.telegram import TOKEN, Taps, bare_telegram, tap
from storage.checkins import checkins
from storage.door import Store

ROOT = Path(__file__).parent.parent
SWIFT = {
    "TODAK_DELIVERY__PER_SECOND": "1000",
    "TODAK_DELIVERY__PER_CHAT_PER_SECOND": "1000",
    "TODAK_DELIVERY__CHAT_BURST": "100",
    "TODAK_LOGS__LEVEL": "warning",
}


async def start(arguments: Sequence[str], **more: str) -> asyncio.subprocess.Process:
    """Start a bot process."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **more}
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, env=env, cwd=ROOT)


async def measured(taps: Taps, updates: list[Any]) -> tuple[float, float]:
    """Hand out a burst once the bot polls; (taps a second, 99th percentile in seconds)."""
    taps.polled.clear()
    await asyncio.wait_for(taps.polled.wait(), 60)
    await asyncio.sleep(1)  # its start is over
    taps.begin(updates)
    await asyncio.wait_for(taps.done.wait(), 600)
    times = sorted(taps.answered.values())
    return len(times) / times[-1], times[int(len(times) * 0.99) - 1]


async def ours(address: str, taps: Taps, count: int, folder: Path) -> tuple[float, float]:
    """Todak as its operator starts it, on a database with everybody asked for a check-in."""
    url = f"sqlite+aiosqlite:///{folder}/todak.db"
    people = await crowd(url, count, datetime.now(UTC) - timedelta(hours=3))
    telegram = {"TODAK_TELEGRAM__TOKEN": TOKEN, "TODAK_TELEGRAM__BASE_URL": f"{address}/bot"}
    process = await start(("-m", "bot", "run"), TODAK_DATABASE__URL=url, **telegram, **SWIFT)
    updates = [tap(n, user_id, tap_data(day)) for n, (user_id, day) in enumerate(people)]
    try:
        result = await measured(taps, updates)
        await asyncio.sleep(1)
    finally:
        process.terminate()
        await process.wait()
    await all_there(url, count)
    return result


async def all_there(url: str, count: int) -> None:
    """Every tap must be a row, or the figure is worth nothing."""
    store = Store.open(url)
    async with store.reading() as db:
        found = len(await db.all(checkins.select()))
    await store.close()
    if found != count:
        raise SystemExit(f"{found} check-ins were kept of {count}")


async def bare(address: str, taps: Taps, count: int, tasks: int) -> tuple[float, float]:
    """PTB alone."""
    process = await start(("-m", "benchmarks.bare_ptb", address, str(tasks)))
    try:
        return await measured(taps, [tap(n, 10_000 + n, "x") for n in range(count)])
    finally:
        process.kill()
        await process.wait()


async def main(count: int) -> None:
    """Print one run."""
    taps = Taps()
    async with bare_telegram(taps) as address:
        with tempfile.TemporaryDirectory() as folder:
            durable = await ours(address, taps, count, Path(folder))
        one = await bare(address, taps, count, 1)
        many = await bare(address, taps, count, 256)
    print(f"a burst of {count} check-in taps, two calls each")
    print(f"{'':38}{'taps/s':>8}{'p99 s':>8}{'ratio':>8}")
    for name, (rate, p99) in (
        ("Todak, durable", durable),
        ("PTB, bare, one by one", one),
        ("PTB, bare, 256 tasks", many),
    ):
        print(f"{name:38}{rate:8.0f}{p99:8.2f}{rate / many[0]:8.2f}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
