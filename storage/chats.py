"""The Telegram chats of mentoring groups, and who is inside."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Field, SQLModel

from rules.chat import Record
from rules.programme import ChatState, GroupChat
from storage import outbox
from storage.columns import Key, Moment, maybe_value, table
from storage.door import Reading, Writing
from storage.groups import groups


class ChatRow(SQLModel, table=True):
    """The chat of one group. `bind_code` lets a lead mentor tie an existing chat by hand."""

    __tablename__ = "chats"
    group_id: int = Field(sa_type=Key, foreign_key="groups.id", primary_key=True)
    chat_id: int | None = Field(default=None, sa_type=Key, unique=True)
    state: str | None = None
    bind_code: str = Field(unique=True)
    invite_link: str | None = None
    missing_rights: str | None = None
    opened_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    bound_at: datetime | None = Field(default=None, sa_type=Moment)
    ready_at: datetime | None = Field(default=None, sa_type=Moment)


class ChatPersonRow(SQLModel, table=True):
    """A person seen inside a group's chat. People the roster does not know leave no row."""

    __tablename__ = "chat_people"
    group_id: int = Field(sa_type=Key, foreign_key="chats.group_id", primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", primary_key=True)
    joined_at: datetime = Field(sa_type=Moment)


chats = table(ChatRow)
chat_people = table(ChatPersonRow)


async def by_chat(db: Reading, chat_id: int) -> GroupChat | None:
    """The group chat with that Telegram id."""
    row = await db.one(select(chats).where(chats.c.chat_id == chat_id))
    return maybe_value(GroupChat, row)


async def by_group(db: Reading, group_id: int) -> GroupChat | None:
    """The chat of a group, once it has one."""
    here = (chats.c.group_id == group_id) & chats.c.chat_id.is_not(None)
    return maybe_value(GroupChat, await db.one(select(chats).where(here)))


async def record(db: Reading, group_id: int) -> Record | None:
    """Everything kept of a group's chat, once it has one."""
    here = (chats.c.group_id == group_id) & chats.c.chat_id.is_not(None)
    return maybe_value(Record, await db.one(select(chats).where(here)))


async def ensure_code(db: Writing, group_id: int, draw: Callable[[], str]) -> str:
    """The code that ties a chat to this group; drawn at the first asking, then always the same."""
    query = select(chats.c.bind_code).where(chats.c.group_id == group_id)
    while (code := await db.scalar(query)) is None:
        # A code that another group happens to have is refused by its key: draw again.
        await db.add_once(chats, [{"group_id": group_id, "bind_code": draw()}])
    return str(code)


async def group_of_code(db: Reading, code: str) -> int | None:
    """The group whose code that is."""
    found: int | None = await db.scalar(select(chats.c.group_id).where(chats.c.bind_code == code))
    return found


async def bind(db: Writing, group_id: int, chat_id: int, opened_by: int, now: datetime) -> None:
    """Tie a chat to a group that has a code; nothing of an earlier chat stays."""
    fresh = {"chat_id": chat_id, "state": ChatState.BOUND, "opened_by": opened_by, "bound_at": now}
    nothing = {"invite_link": None, "missing_rights": None, "ready_at": None}
    await change(db, group_id, **fresh, **nothing)
    await db.run(delete(chat_people).where(chat_people.c.group_id == group_id))


async def change(db: Writing, group_id: int, **values: Any) -> None:
    """Set columns of one group's chat."""
    await db.run(update(chats).where(chats.c.group_id == group_id).values(**values))


async def came_in(db: Writing, group_id: int, person_id: int, now: datetime) -> None:
    """Note that somebody is inside a group's chat; a repeat changes nothing."""
    row = {"group_id": group_id, "person_id": person_id, "joined_at": now}
    await db.add_once(chat_people, [row])


async def went_out(db: Writing, group_id: int, person_id: int) -> None:
    """Note that somebody is not inside any more."""
    here = (chat_people.c.group_id == group_id) & (chat_people.c.person_id == person_id)
    await db.run(delete(chat_people).where(here))


async def inside(db: Reading, group_id: int) -> frozenset[int]:
    """The people (person ids) known to be inside a group's chat."""
    query = select(chat_people.c.person_id).where(chat_people.c.group_id == group_id)
    return frozenset(await db.column(query))


async def move(db: Writing, old: int, new: int) -> None:
    """A group became a supergroup: everything keyed by its old id moves, in this transaction.

    The old chat's link leads nowhere any more, so it is forgotten.
    """
    moved = {"chat_id": new, "invite_link": None, "missing_rights": None}
    await db.run(update(chats).where(chats.c.chat_id == old).values(**moved))
    await outbox.move_chat(db, old, new)


async def lacking_rights(db: Reading) -> Sequence[int]:
    """The numbers of the groups in whose chat the bot can't do its work, or is no longer."""
    unready = chats.c.chat_id.is_not(None) & (chats.c.state != ChatState.READY)
    named = select(groups.c.number).join(chats, chats.c.group_id == groups.c.id)
    return await db.column(named.where(unready).order_by(groups.c.id))
