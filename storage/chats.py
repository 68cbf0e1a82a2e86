"""The Telegram chats of mentoring groups, and who is inside."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

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


async def move(db: Writing, old: int, new: int) -> None:
    """A group became a supergroup: everything keyed by its old id moves, in this transaction."""
    await db.run(update(chats).where(chats.c.chat_id == old).values(chat_id=new))
    await outbox.move_chat(db, old, new)


async def lacking_rights(db: Reading) -> Sequence[int]:
    """The numbers of the groups in whose chat the bot can't do its work, or is no longer."""
    unready = chats.c.chat_id.is_not(None) & (chats.c.state != ChatState.READY)
    named = select(groups.c.number).join(chats, chats.c.group_id == groups.c.id)
    return await db.column(named.where(unready).order_by(groups.c.id))
