"""The outbox: every call to Telegram, written in the transaction that wants it made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    Text,
    bindparam,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, as_value, table
from storage.door import Reading, Writing


class Urgency(IntEnum):
    """What goes first. A person who waits for an answer never stands behind a notice."""

    ANSWER = 0
    ORDINARY = 1
    BULK = 2


class OutboxRow(SQLModel, table=True):
    """One call. `params` is emptied once it is settled: words are not kept."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_waiting",
            "urgency",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("outbox_by_message", "chat_id", "message_id"),
        Index(
            "outbox_of_chat",
            "chat_id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    key: str = Field(unique=True)
    method: str
    chat_id: int | None = Field(default=None, sa_type=Key)
    person_id: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    params: str | None = Field(default=None, sa_type=Text)
    document_id: int | None = Field(default=None, sa_type=Key, foreign_key="documents.id")
    urgency: int
    tag: str | None = None
    then: str | None = None
    state: str = "waiting"
    tries: int = 0
    due_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    message_id: int | None = Field(default=None, sa_type=Key)
    trouble: str | None = None
    made_at: datetime = Field(sa_type=Moment)
    settled_at: datetime | None = Field(default=None, sa_type=Moment)


outbox = table(OutboxRow)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make. `params` is JSON."""

    id: int
    key: str
    method: str
    chat_id: int | None
    person_id: int | None
    params: str
    document_id: int | None
    urgency: int
    then: str | None
    tries: int
    expires_at: datetime | None


async def put(db: Writing, rows: Sequence[Mapping[str, Any]]) -> int:
    """Leave calls to be made; a key that was there already is a no-op."""
    return await db.add_once(outbox, rows)


def _claimable(now: datetime) -> ColumnElement[bool]:
    """Waiting, due and leased to nobody; not in a chat where an earlier call was put off."""
    free = or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= now)
    put_off = outbox.alias()
    held = select(put_off.c.chat_id).where(
        put_off.c.state == "waiting",
        put_off.c.due_at > now,
        put_off.c.trouble.is_not(None),
        put_off.c.chat_id.is_not(None),
    )
    quiet = or_(outbox.c.chat_id.is_(None), outbox.c.chat_id.not_in(held))
    return (outbox.c.state == "waiting") & (outbox.c.due_at <= now) & free & quiet


async def claim(
    db: Writing,
    urgency: Urgency,
    limit: int,
    now: datetime,
    until: datetime,
    *,
    but: Iterable[int] = (),
) -> Sequence[Call]:
    """Lease up to `limit` waiting calls of one urgency, oldest first.

    `but` names chats that have enough in hand.
    """
    ready = _claimable(now) & (outbox.c.urgency == urgency)
    others = or_(outbox.c.chat_id.is_(None), outbox.c.chat_id.not_in(list(but)))
    rows = await db.all(select(outbox).where(ready, others).order_by(outbox.c.id).limit(limit))
    if rows:
        mine = update(outbox).where(outbox.c.id.in_([row.id for row in rows]))
        await db.run(mine.values(leased_until=until))
    return [as_value(Call, row) for row in rows]


async def waiting(db: Reading, now: datetime) -> bool:
    """Whether any call could be claimed."""
    return await db.scalar(select(outbox.c.id).where(_claimable(now)).limit(1)) is not None


async def settle(db: Writing, call_id: int, state: str, now: datetime, **more: Any) -> None:
    """End a call as `sent`, `failed` or `late`; its words are emptied, its key and tag stay."""
    row = update(outbox).where(outbox.c.id == call_id)
    ended = {"params": None, "document_id": None, "leased_until": None, "settled_at": now}
    await db.run(row.values(state=state, **ended, **more))


async def settle_sent(db: Writing, sent: Sequence[tuple[int, int | None]], now: datetime) -> None:
    """End many calls as sent, each (id, message id), in one statement."""
    if sent:
        ended = {"params": None, "document_id": None, "leased_until": None, "trouble": None}
        row = update(outbox).where(outbox.c.id == bindparam("call"))
        many = row.values(state="sent", settled_at=now, message_id=bindparam("message"), **ended)
        await db.run_all(many, [{"call": call, "message": message} for call, message in sent])


async def later(db: Writing, call: Call, due_at: datetime, trouble: str, counts: bool) -> None:
    """Give a call back to be made at `due_at`; `counts` says whether this was a try.

    What else waits for the same chat is put off with it, so that the chat's order holds.
    """
    row = update(outbox).where(outbox.c.id == call.id)
    tries = outbox.c.tries + int(counts)
    await db.run(row.values(due_at=due_at, leased_until=None, tries=tries, trouble=trouble))
    if call.chat_id is not None:
        behind = (outbox.c.chat_id == call.chat_id) & (outbox.c.state == "waiting")
        others = update(outbox).where(behind, outbox.c.id != call.id)
        await db.run(others.values(leased_until=None))
        await db.run(others.where(outbox.c.due_at < due_at).values(due_at=due_at))


async def release(db: Writing, call_ids: Sequence[int]) -> None:
    """Give back calls that were leased and not begun."""
    mine = update(outbox).where(outbox.c.id.in_(call_ids), outbox.c.state == "waiting")
    await db.run(mine.values(leased_until=None))


async def release_all(db: Writing) -> int:
    """Give back every lease: at start nobody else is sending."""
    return await db.run(
        update(outbox).where(outbox.c.leased_until.is_not(None)).values(leased_until=None)
    )


async def tag_of(db: Reading, chat_id: int, message_id: int) -> str | None:
    """What a message that the bot sent was about, if it was about something."""
    here = (outbox.c.chat_id == chat_id) & (outbox.c.message_id == message_id)
    tag: str | None = await db.scalar(select(outbox.c.tag).where(here))
    return tag


async def message_of(db: Reading, key: str) -> tuple[int, int] | None:
    """Chat and message id of what was sent under a key, once it was."""
    row = await db.one(select(outbox.c.chat_id, outbox.c.message_id).where(outbox.c.key == key))
    return None if row is None or row.message_id is None else (row.chat_id, row.message_id)


async def withdraw(db: Writing, key_start: str, now: datetime) -> int:
    """Take back calls that have not left yet, by the beginning of their key."""
    mine = outbox.c.key.startswith(key_start, autoescape=True)
    gone = update(outbox).where(mine, outbox.c.state == "waiting")
    return await db.run(gone.values(state="withdrawn", params=None, settled_at=now))


async def move_chat(db: Writing, old: int, new: int) -> None:
    """Send on to a supergroup what was meant for the group it grew from."""
    await db.run(
        update(outbox)
        .where(outbox.c.chat_id == old, outbox.c.state == "waiting")
        .values(chat_id=new)
    )


async def sweep(db: Writing, before: datetime) -> int:
    """Remove plumbing settled before a time; what carries a tag is kept for its feature.

    The newest row stays: SQLite would give its id to the next, and keys made of ids would repeat.
    """
    newest = select(func.max(outbox.c.id)).scalar_subquery()
    old = (outbox.c.state != "waiting") & (outbox.c.settled_at < before) & outbox.c.tag.is_(None)
    return await db.run(delete(outbox).where(old, outbox.c.id < newest))
