"""Who acts, where, in one query each: the beginning of every turn."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Select, func, select
from sqlalchemy.engine import Row

from rules.programme import Group, GroupChat, Member, Person, Programme, Stage
from storage.chats import chats
from storage.columns import as_value, labelled
from storage.door import Reading
from storage.groups import groups
from storage.members import members
from storage.offices import programmes
from storage.people import people


@dataclass(frozen=True, slots=True)
class Found:
    """What the database knows of a user in a place; None for each part it does not know."""

    person: Person | None = None
    programme: Programme | None = None
    member: Member | None = None
    group: Group | None = None
    chat: GroupChat | None = None


_columns = [
    *labelled(people, Person, "p_"),
    *labelled(programmes, Programme, "r_"),
    *labelled(members, Member, "m_"),
    *labelled(groups, Group, "g_"),
    *labelled(chats, GroupChat, "c_"),
]


def _read(row: Row[Any] | None) -> Found:
    if row is None:
        return Found()
    return Found(
        person=None if row.p_id is None else as_value(Person, row, "p_"),
        programme=None if row.r_id is None else as_value(Programme, row, "r_"),
        member=None if row.m_id is None else as_value(Member, row, "m_"),
        group=None if row.g_id is None else as_value(Group, row, "g_"),
        chat=None if row.c_group_id is None else as_value(GroupChat, row, "c_"),
    )


# The office's programme of now: the newest that is not closed, else the newest.
_newest = programmes.alias("newest")
_current = (
    select(_newest.c.id)
    .where(_newest.c.office_id == people.c.office_id)
    .order_by(_newest.c.stage == Stage.CLOSED, _newest.c.id.desc())
    .limit(1)
    .scalar_subquery()
)


def _seated(source: FromClause) -> FromClause:
    """With the person's place in the programme."""
    theirs = (members.c.person_id == people.c.id) & (members.c.programme_id == programmes.c.id)
    return source.outerjoin(members, theirs)


async def in_private(db: Reading, user_id: int) -> Found:
    """A user, their place in the programme of now, their group and its chat (if it has one)."""
    source = _seated(people.outerjoin(programmes, programmes.c.id == _current))
    source = source.outerjoin(groups, groups.c.id == members.c.group_id)
    open_chat = (chats.c.group_id == groups.c.id) & chats.c.chat_id.is_not(None)
    query = _from(source.outerjoin(chats, open_chat)).where(people.c.user_id == user_id)
    return _read(await db.one(query))


async def in_group(db: Reading, chat_id: int, user_id: int | None) -> Found:
    """The group whose chat this is, and a user's place in its programme; nothing if unknown."""
    source = chats.join(groups, groups.c.id == chats.c.group_id)
    source = source.join(programmes, programmes.c.id == groups.c.programme_id)
    them = people.c.user_id == func.coalesce(user_id, 0)
    query = _from(_seated(source.outerjoin(people, them))).where(chats.c.chat_id == chat_id)
    return _read(await db.one(query))


def _from(source: FromClause) -> Select[Any]:
    return select(*_columns).select_from(source)
