"""How a call ended, written down: the row, the person who can't be reached, the chat that moved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import IntegrityError

from storage import chats, documents, inbox, outbox, people
from storage.door import Writing
from storage.outbox import Call

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of one call. `state` is sent, failed, late, or later (to be made again)."""

    call: Call
    state: str
    result: Any = None
    trouble: str | None = None
    after: float = 0
    counts: bool = True
    gone: bool = False
    moved_to: int | None = None


async def write_endings(db: Writing, endings: Sequence[Ending], now: datetime) -> None:
    """Write down many endings in one transaction; one that can't be written harms none."""
    plain = [(each.call.id, _message_of(each)) for each in endings if _plain(each)]
    await outbox.settle_sent(db, plain, now)
    for ending in endings:
        if _plain(ending):
            continue
        try:
            async with db.savepoint():
                await _write(db, ending, now)
        except (IntegrityError, ValueError) as trouble:
            # Said or not, it can't be written as it came: without this it would be said for ever.
            log.error("ending can't be written", call=ending.call.key, exc_info=trouble)
            await outbox.settle(db, ending.call.id, "failed", now, trouble=type(trouble).__name__)


def _plain(ending: Ending) -> bool:
    """Sent, and nobody waits for what came of it: nearly all are. Nothing of it can be refused."""
    call, result = ending.call, ending.result
    odd = isinstance(result, dict) and "message_id" in result and _message_of(ending) is None
    waited_for = call.then is not None or call.document_id is not None
    return ending.state == "sent" and ending.trouble is None and not (waited_for or odd)


def _message_of(ending: Ending) -> int | None:
    """The id of the message that a call made, if it made one."""
    result = ending.result
    made = result.get("message_id") if isinstance(result, dict) else None
    return made if isinstance(made, int) and 0 <= made < 2**53 else None


async def _write(db: Writing, ending: Ending, now: datetime) -> None:
    if ending.state == "later":
        await _again(db, ending, now)
        return
    await _over(db, ending, now)
    if ending.call.then is not None:
        await inbox.put(db, [_result(ending)], now)
    if ending.call.document_id is not None:
        await documents.drop(db, [ending.call.document_id])


async def _again(db: Writing, ending: Ending, now: datetime) -> None:
    call, due_at = ending.call, now + timedelta(seconds=ending.after)
    await outbox.later(db, call, due_at, ending.trouble or "", ending.counts)
    if ending.moved_to is not None and call.chat_id is not None:
        await chats.move(db, call.chat_id, ending.moved_to)


async def _over(db: Writing, ending: Ending, now: datetime) -> None:
    call, result = ending.call, ending.result
    more: dict[str, Any] = {"trouble": ending.trouble}
    if isinstance(result, dict) and "message_id" in result:
        more["message_id"] = result["message_id"]
    await outbox.settle(db, call.id, ending.state, now, **more)
    if ending.gone and call.person_id is not None:
        await people.mark_unreachable(db, {call.person_id: ending.trouble or ""})


def _result(ending: Ending) -> tuple[str, int, str]:
    """The inbox row that brings a result back. What was said is not in it, only what came of it."""
    result = ending.result
    if isinstance(result, dict) and "message_id" in result:
        result = {"message_id": result["message_id"]}
    trouble = ending.trouble if ending.state != "sent" else None
    body = {"then": ending.call.then, "result": result, "trouble": trouble}
    return f"o:{ending.call.id}", ending.call.chat_id or 0, json.dumps(body)
