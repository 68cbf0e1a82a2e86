"""The process apart ends with the bot, also when the bot is killed."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.process import ROOT, until

pytestmark = pytest.mark.process

# A stand-in for the bot: it starts a process apart, says its number, and waits to be killed.
PARENT = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from bot.bench import end_with_parent
if __name__ == "__main__":
    apart = ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)
    print(apart.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process_id}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


async def test_a_killed_bot_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    parent = await asyncio.create_subprocess_exec(
        sys.executable, str(script), env=env, stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout
    apart = int(await asyncio.wait_for(parent.stdout.readline(), 30))
    assert alive(apart)
    parent.kill()
    await parent.wait()
    await until(lambda: not alive(apart), 10)
