"""How every command gets at settings and database, and how it says that it can't."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from handlers.desk import Desk
    from rules.programme import Programme
    from storage.door import Reading, Store

T = TypeVar("T")


LARGEST = 2**53
"""No row has a number beyond this."""


class Exit(IntEnum):
    """How a command ends, for scripts."""

    DONE = 0
    PARTLY = 1
    """Some part could not be done; each is named on a line of the standard error output."""
    REFUSED = 2
    """The settings or the command are wrong; nothing was done."""
    DATABASE = 3
    """The database can't be used; nothing was done."""


def note(sentence: str) -> None:
    """Say something about the work, beside its result."""
    print(sentence, file=sys.stderr)


def refuse(sentence: str, code: Exit = Exit.REFUSED) -> NoReturn:
    """End the command with a sentence that says what to do."""
    note(sentence)
    raise typer.Exit(code)


def settings() -> Settings:
    """The settings in force; ends the command when they are refused."""
    from bot.settings import SettingsRefused, load

    try:
        return load(None, os.environ)
    except SettingsRefused as reasons:
        refuse(reasons.sentence)


def work(job: Coroutine[Any, Any, T]) -> T:
    """Run a command's work to its end; ends the command when settings or database refuse."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.settings import SettingsRefused
    from storage.upgrade import Newer

    try:
        return asyncio.run(job)
    except SettingsRefused as reasons:
        refuse(reasons.sentence)
    except Newer as reason:
        refuse(str(reason), Exit.DATABASE)
    except SQLAlchemyError as trouble:
        refuse(unusable(trouble), Exit.DATABASE)


def unusable(trouble: Exception) -> str:
    """Say why the database can't be used, without the values of the statement that failed."""
    cause = getattr(trouble, "orig", None) or trouble
    return (
        f"The database can't be used ({cause}): look at database.url, at the rights of its folder,"
        " and whether another program holds it."
    )


@asynccontextmanager
async def store_for(chosen: Settings) -> AsyncIterator[Store]:
    """The database of the settings, brought up to date; `store.reading()` is for exports."""
    from storage.door import Store
    from storage.upgrade import upgrade

    try:
        store = Store.open(chosen.database.url)
    except ModuleNotFoundError as missing:
        refuse(
            f"database.url needs the package {missing.name}, which is not installed: install it"
            " beside the others, or use SQLite.",
            Exit.DATABASE,
        )
    except OSError as trouble:  # the folder
        refuse(unusable(trouble), Exit.DATABASE)
    try:
        await upgrade(store)
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def desk_for(chosen: Settings) -> AsyncIterator[Desk]:
    """One transaction at a desk of the office: what is said in it the running bot sends.

    All of it happens when the block ends well, nothing of it when it raises. The running bot waits
    for it to end, at most fifteen seconds: read files and ask people before, not inside.
    """
    from uuid import uuid4

    from bot.founding import ensure_office, terms_of
    from handlers.desk import Desk
    from storage import offices

    async with store_for(chosen) as store:
        now, name = await present(chosen), await bot_name(chosen, store)
        async with store.writing() as db:
            office = await offices.office(db, await ensure_office(db, chosen))
            if office is None:
                raise LookupError("the office was not kept")
            desk = Desk(now, db, office, terms_of(chosen, name), f"cli:{uuid4().hex}")
            yield desk
            await desk.hand_over()


async def present(chosen: Settings) -> datetime:
    """The time by the clock of the settings (aware UTC): Telegram's is asked for."""
    from bot.cli.telegram import asked
    from bot.clock import SystemClock

    if chosen.clock.follow == "system":
        return SystemClock().now()
    answer = await asked(chosen, "getMe")
    if not answer.heard:
        refuse(
            f"The clock is Telegram's (clock.follow), and Telegram can't be reached"
            f" ({answer.trouble}): try again."
        )
    return answer.clock.now()


async def bot_name(chosen: Settings, store: Store) -> str:
    """The bot's user name as the running bot left it; else Telegram is asked, if there is a token.

    Empty when nobody knows: links can't be made then, everything else can.
    """
    from bot.cli.telegram import asked
    from bot.founding import NAME_FACT
    from storage import facts

    async with store.reading() as db:
        known = await facts.learnt(db, NAME_FACT)
    if known or not chosen.telegram.token.get_secret_value():
        return known or ""
    answer = await asked(chosen, "getMe")
    return str(answer.result["username"]) if answer.result else ""


async def programme_of(db: Reading, office_id: int, name: str | None = None) -> Programme:
    """The office's programme of that name, or its current one; refuses if there is none."""
    from storage import offices

    found = await (offices.named(db, office_id, name) if name else offices.current(db, office_id))
    if found is not None:
        return found
    if name:
        refuse(f"There is no programme called {name}: see python -m bot programmes list.")
    refuse("There is no programme yet: import a roster (python -m bot roster import).")
