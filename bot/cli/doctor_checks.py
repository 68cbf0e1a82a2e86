"""What `doctor` looks at. Nothing is changed or made by looking."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.door import unusable
from bot.cli.telegram import Answer, asked
from bot.clock import SystemClock
from bot.settings import Settings, SettingsRefused
from storage import chats
from storage.door import Store
from storage.upgrade import Newer, is_current

SKEW = timedelta(seconds=5)  # reminders are planned by the minute; half a tick of doubt is fine
RECENT = timedelta(hours=1)
ROOM = 200 * 1024 * 1024  # bytes; a programme of a thousand people stays far below
UPGRADE = "run `python -m bot db upgrade` (starting the bot does it as well)."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. Where it is not well, the sentence says what to do."""

    well: bool
    what: str
    sentence: str


async def checks(chosen: Settings) -> AsyncIterator[Finding]:
    """Look at one thing after the other."""
    for finding in _disk(chosen):
        yield finding
    async for finding in _database(chosen):
        yield finding
    async for finding in _telegram(chosen):
        yield finding


def _disk(chosen: Settings) -> Iterator[Finding]:
    target = make_url(chosen.database.url)
    folders = [Path(target.database).parent] if _is_file(chosen) and target.database else []
    if chosen.logs.file:
        folders.append(Path(chosen.logs.file).parent)
    yield from map(folder, folders)


def folder(where: Path) -> Finding:
    """Whether files can be written there, and enough of them; the nearest folder that exists."""
    where = next(each for each in (where, *where.parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=where):
            free = shutil.disk_usage(where).free
    except OSError as trouble:
        why = f"{where} can't be written to ({trouble.strerror}): give the bot's user the right."
        return Finding(False, "disk", why)
    left = f"{where} can be written to, {free // 1024**2:,} MB are free"
    return (
        Finding(True, "disk", left)
        if free > ROOM
        else Finding(False, "disk", f"{left}: make room.")
    )


def _is_file(chosen: Settings) -> bool:
    return make_url(chosen.database.url).get_backend_name() == "sqlite"


def _missing(chosen: Settings) -> bool:
    return _is_file(chosen) and not Path(make_url(chosen.database.url).database or "").exists()


async def _database(chosen: Settings) -> AsyncIterator[Finding]:
    shown = chosen.database.shown
    if _missing(chosen):
        yield Finding(False, "database", f"{shown} is not there yet: {UPGRADE}")
        return
    store = Store.open(chosen.database.url)
    try:
        async with store.reading() as db:
            current = await is_current(db)
        yield Finding(True, "database", f"{shown} can be read")
        yield Finding(current, "migrations", "up to date" if current else f"behind: {UPGRADE}")
        if current:
            yield await _rights(store)
    except Newer as reason:
        yield Finding(False, "migrations", str(reason))
    except (SQLAlchemyError, OSError) as trouble:
        yield Finding(False, "database", unusable(trouble))
    finally:
        await store.close()


async def _rights(store: Store) -> Finding:
    async with store.reading() as db:
        lacking = await chats.lacking_rights(db)
    if not lacking:
        return Finding(True, "rights", "no group chat lacks any")
    named = ", ".join(map(str, lacking))
    return Finding(
        False,
        "rights",
        f"the bot is out of, or lacks rights in, the chats of groups {named}: make it an"
        " administrator there who may invite people and pin messages.",
    )


async def _telegram(chosen: Settings) -> AsyncIterator[Finding]:
    try:
        answer = await asked(chosen, "getMe")
    except SettingsRefused as reason:
        yield Finding(False, "token", reason.sentence)
        return
    yield _token(chosen, answer)
    if not answer.heard:
        return
    yield _clock(chosen, answer)
    if answer.result:
        yield groups(answer.result)
        yield await _webhook(chosen)


async def _webhook(chosen: Settings) -> Finding:
    answer = await asked(chosen, "getWebhookInfo")
    if not answer.result:
        return Finding(False, "webhook", f"not told ({answer.trouble}): try again.")
    wanted = chosen.webhook.url if chosen.telegram.mode == "webhook" else ""
    return webhook(wanted, answer.result, answer.clock.now())


def _token(chosen: Settings, answer: Answer) -> Finding:
    where = chosen.telegram.base_url
    if answer.result:
        return Finding(True, "token", f"valid at {where}, the bot is @{answer.result['username']}")
    if answer.heard:
        return Finding(
            False,
            "token",
            f"{where} refuses it ({answer.trouble}): copy it again from @BotFather (/mybots).",
        )
    return Finding(
        False,
        "telegram",
        f"{where} can't be reached ({answer.trouble}): look at"
        " telegram.base_url and at the network.",
    )


def _clock(chosen: Settings, answer: Answer) -> Finding:
    off = SystemClock().now() - answer.clock.now()
    told = f"{off.total_seconds():+.0f} seconds against Telegram's"
    if abs(off) <= SKEW or chosen.clock.follow == "telegram":
        return Finding(True, "clock", told)
    return Finding(
        False,
        "clock",
        f"{told}: let the machine set its clock by NTP, or set clock.follow to telegram.",
    )


def groups(me: dict[str, Any]) -> Finding:
    """Judge getMe's answer: the bot has to be in its groups' chats."""
    if me.get("can_join_groups", True):
        return Finding(True, "groups", "the bot may be added to groups")
    return Finding(
        False,
        "groups",
        "the bot can't be added to groups: allow it at @BotFather (/setjoingroups).",
    )


def webhook(wanted: str, told: dict[str, Any], now: datetime) -> Finding:
    """Judge getWebhookInfo's answer; `wanted` is empty for polling. Old failures are forgiven."""
    url, waiting = told["url"], told["pending_update_count"]
    by = f"{waiting} updates wait, by {'webhook ' + url if url else 'polling'}"
    if url != wanted:
        wish = wanted or "polling"
        why = f"{by}, but the settings say {wish}: start the bot, it tells Telegram."
        return Finding(False, "webhook", why)
    failed = datetime.fromtimestamp(told.get("last_error_date", 0), UTC)
    if url and now - failed < RECENT:
        why = (
            f"{by}; Telegram could not deliver lately ({told['last_error_message']}): look at the"
            " address and at the proxy before the bot."
        )
        return Finding(False, "webhook", why)
    return Finding(True, "webhook", by)
