"""A bot that kills itself (SIGKILL) at one commit: `killed_bot.py 3 before`, or never: `0 never`.

Commits are counted from the first update on. `/count` counts how often a person's turn was done.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import bot.app
from bot import intake
from bot.app import run
from bot.settings import load
from handlers.features import open_house
from handlers.house import House
from handlers.turn import Turn
from storage import facts
from storage.door import Store, Writing
from storage.upgrade import upgrade

POINT, SIDE = int(sys.argv[1]), sys.argv[2]
counted = {"armed": False, "commits": 0}
writing, take_in = Store.writing, intake.take_in


def die_at(side: str, commit: int) -> None:
    if counted["armed"] and (commit, side) == (POINT, SIDE):
        os.kill(os.getpid(), signal.SIGKILL)


@asynccontextmanager
async def deadly(store: Store) -> AsyncIterator[Writing]:
    counted["commits"] += counted["armed"]
    mine = counted["commits"]
    async with writing(store) as db:
        yield db
        die_at("before", mine)
    die_at("after", mine)


async def arming(*given: object) -> int:
    counted["armed"] = True
    return await take_in(*given)  # type: ignore[arg-type]  # handed through as they came


async def count(turn: Turn, argument: str) -> None:
    name = f"count:{argument}"
    before = int(await facts.learnt(turn.db, name) or 0)
    await facts.learn(turn.db, name, str(before + 1))
    turn.say("common-nothing-changed")


def house() -> House:
    opened = open_house()
    opened.command("count", count, menu=False)
    return opened


async def main() -> None:
    settings = load(None, os.environ)
    store = Store.open(settings.database.url)
    await upgrade(store)
    await store.close()
    await run(settings)


setattr(Store, "writing", deadly)
setattr(intake, "take_in", arming)
setattr(bot.app, "open_house", house)
asyncio.run(main())
