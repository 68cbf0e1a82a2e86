"""Notices, and whom they were for."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    String,
    Text,
    and_,
    cast,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlmodel import Field, SQLModel

from rules.notice import Audience, Heads, Notice, NoticeState, Receipt, Recipient
from rules.programme import Person
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing
from storage.members import members
from storage.offices import programmes
from storage.outbox import outbox
from storage.people import people


class NoticeRow(SQLModel, table=True):
    """What a coordinator tells many people. `audience` is a value of rules.notice."""

    __tablename__ = "notices"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id", index=True)
    written_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    audience: str
    body: str = Field(sa_type=Text)
    state: str
    written_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)


class NoticePersonRow(SQLModel, table=True):
    """One recipient. Whether it arrived: see the outbox under `notice:<id>:<person>`."""

    __tablename__ = "notice_people"
    notice_id: int = Field(sa_type=Key, foreign_key="notices.id", primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", primary_key=True)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)


notices = table(NoticeRow)
notice_people = table(NoticePersonRow)

_ready: ColumnElement[bool] = and_(
    people.c.user_id.is_not(None), people.c.registered_at.is_not(None), people.c.reachable
)


def call_key(notice_id: int, person_id: int) -> str:
    """The outbox key of what brings a notice to a person."""
    return f"notice:{notice_id}:{person_id}"


async def heads(db: Reading, programme_id: int) -> Sequence[Heads]:
    """How many people each role has, and how many of them registered and can be written to."""
    query = (
        select(
            members.c.role,
            func.count().label("everybody"),
            func.count().filter(_ready).label("ready"),
        )
        .join_from(members, people, members.c.person_id == people.c.id)
        .where(members.c.programme_id == programme_id)
        .group_by(members.c.role)
    )
    return [as_value(Heads, row) for row in await db.all(query)]


async def write(
    db: Writing,
    programme_id: int,
    audience: Audience,
    body: str,
    *,
    by: int | None,
    now: datetime,
) -> Notice:
    """Keep a draft. `by` is the coordinator's person id, None from the command line."""
    what = {"programme_id": programme_id, "audience": audience.value, "body": body}
    state = NoticeState.DRAFT
    new = await db.add(notices, **what, written_by=by, state=state.value, written_at=now)
    return Notice(new, programme_id, by, audience, body, state, now, None)


async def by_id(db: Reading, notice_id: int, office_id: int) -> Notice | None:
    """One notice by id, if it is of that office."""
    own = select(notices).join(programmes, notices.c.programme_id == programmes.c.id)
    here = (notices.c.id == notice_id) & (programmes.c.office_id == office_id)
    return maybe_value(Notice, await db.one(own.where(here)))


async def latest(db: Reading, programme_id: int, limit: int) -> Sequence[Notice]:
    """The notices sent last, newest first."""
    sent = (notices.c.programme_id == programme_id) & (notices.c.state == NoticeState.SENT.value)
    query = select(notices).where(sent).order_by(notices.c.id.desc()).limit(limit)
    return [as_value(Notice, row) for row in await db.all(query)]


async def drop(db: Writing, notice_id: int) -> bool:
    """Throw a draft's words away; False if there is no such draft. Its number stays taken."""
    return await _leave_draft(db, notice_id, state=NoticeState.DROPPED.value, body="")


async def mark_sent(db: Writing, notice_id: int, now: datetime) -> bool:
    """Note that a draft goes out; False if there is no such draft."""
    return await _leave_draft(db, notice_id, state=NoticeState.SENT.value, sent_at=now)


async def _leave_draft(db: Writing, notice_id: int, **values: object) -> bool:
    draft = (notices.c.id == notice_id) & (notices.c.state == NoticeState.DRAFT.value)
    return await db.run(update(notices).where(draft).values(**values)) > 0


async def address(db: Writing, notice: Notice) -> None:
    """Write down everybody a notice is for, whether the bot can write to them or not."""
    roles = [role.value for role in notice.audience.roles]
    here = (members.c.programme_id == notice.programme_id) & members.c.role.in_(roles)
    chosen = select(literal(notice.id), members.c.person_id).where(here)
    await db.run(insert(notice_people).from_select(["notice_id", "person_id"], chosen))


async def ready_people(db: Reading, notice_id: int) -> Sequence[Person]:
    """The recipients who can be written to and for whom no call has been made yet."""
    query = (
        select(people)
        .join(notice_people, notice_people.c.person_id == people.c.id)
        .outerjoin(outbox, outbox.c.key == _carrying(notice_id))
        .where(notice_people.c.notice_id == notice_id, _ready, outbox.c.id.is_(None))
    )
    return [as_value(Person, row) for row in await db.all(query.order_by(people.c.id))]


def _carrying(notice_id: int) -> ColumnElement[str]:
    """`call_key` in SQL, for the person of the row."""
    return literal(f"notice:{notice_id}:") + cast(notice_people.c.person_id, String)


async def recipient(db: Reading, notice_id: int, person_id: int) -> Recipient | None:
    """Where a notice stands with a person; None if it is not for them."""
    row = await db.one(select(notice_people).where(*_at(notice_id, person_id)))
    return maybe_value(Recipient, row)


async def confirm(db: Writing, notice_id: int, person_id: int, now: datetime) -> None:
    """Note that a person has read a notice."""
    mine = update(notice_people).where(*_at(notice_id, person_id))
    await db.run(mine.where(notice_people.c.confirmed_at.is_(None)).values(confirmed_at=now))


def _at(notice_id: int, person_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return notice_people.c.notice_id == notice_id, notice_people.c.person_id == person_id


async def receipts(db: Reading, notice: Notice) -> Sequence[Receipt]:
    """What is known of a notice and each of its recipients, by name."""
    seat = (members.c.person_id == people.c.id) & (members.c.programme_id == notice.programme_id)
    query = (
        select(
            people.c.name,
            members.c.department,
            people.c.registered_at.is_not(None).label("registered"),
            people.c.reachable,
            people.c.unreachable_why,
            outbox.c.state.label("call"),
            outbox.c.trouble,
            notice_people.c.confirmed_at,
        )
        .join_from(notice_people, people, notice_people.c.person_id == people.c.id)
        .join(members, seat)
        .outerjoin(outbox, outbox.c.key == _carrying(notice.id))
        .where(notice_people.c.notice_id == notice.id)
    )
    return [as_value(Receipt, row) for row in await db.all(query.order_by(people.c.name))]
