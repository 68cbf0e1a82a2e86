"""How a call ended, written down: the row, the person who can't be reached, the chat that moved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from storage import chats, documents, inbox, outbox, people
from storage.door import Writing
from storage.outbox import Call


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
    """Write down many endings in one transaction."""
    for ending in endings:
        if ending.state == "later":
            await _again(db, ending, now)
        else:
            await _over(db, ending, now)
    await inbox.put(db, [_result(each) for each in endings if _wanted(each)], now)
    through = [e.call.document_id for e in endings if e.call.document_id and e.state != "later"]
    if through:
        await documents.drop(db, through)


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


def _wanted(ending: Ending) -> bool:
    return ending.call.then is not None and ending.state != "later"


def _result(ending: Ending) -> tuple[str, int, str]:
    """The inbox row that brings a result back. What was said is not in it, only what came of it."""
    result = ending.result
    if isinstance(result, dict) and "message_id" in result:
        result = {"message_id": result["message_id"]}
    trouble = ending.trouble if ending.state != "sent" else None
    body = {"then": ending.call.then, "result": result, "trouble": trouble}
    return f"o:{ending.call.id}", ending.call.chat_id or 0, json.dumps(body, ensure_ascii=False)
