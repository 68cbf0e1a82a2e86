"""What `doctor` looks at. Nothing is changed or made by looking."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
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
    for folder in folders:
        yield _folder(next(each for each in (folder, *folder.parents) if each.exists()))


def _folder(folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as trouble:
        why = f"{folder} can't be written to ({trouble.strerror}): give the bot's user the right."
        return Finding(False, "disk", why)
    left = f"{folder} can be written to, {free // 1024**2:,} MB are free"
    return Finding(True, "disk", left) if free > ROOM else Finding(False, "disk", f"{left}: tidy.")


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
        " administrator there who may invite people, delete and pin messages.",
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
        yield _groups(answer.result)
        yield _webhook(chosen, await asked(chosen, "getWebhookInfo"))


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


def _groups(me: dict[str, Any]) -> Finding:
    if me.get("can_join_groups", True):
        return Finding(True, "groups", "the bot may be added to groups")
    return Finding(
        False,
        "groups",
        "the bot can't be added to groups: allow it at @BotFather (/setjoingroups).",
    )


def _webhook(chosen: Settings, answer: Answer) -> Finding:
    if not answer.result:
        return Finding(False, "webhook", f"not told ({answer.trouble}): try again.")
    url, waiting = answer.result["url"], answer.result["pending_update_count"]
    wanted = chosen.webhook.url if chosen.telegram.mode == "webhook" else ""
    told = f"{waiting} updates wait, by {'webhook ' + url if url else 'polling'}"
    if answer.result.get("last_error_message") and url:
        return Finding(
            False,
            "webhook",
            f"{told}; Telegram's last attempt failed"
            f" ({answer.result['last_error_message']}): look at the address and at the"
            " proxy before the bot.",
        )
    if url != wanted:
        return Finding(
            False,
            "webhook",
            f"{told}, but the settings say"
            f" {wanted or 'polling'}: start the bot, it tells Telegram.",
        )
    return Finding(True, "webhook", told)
