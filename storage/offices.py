"""Offices and their programmes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint, select, update
from sqlmodel import Field, SQLModel

from rules.programme import Office, Programme, Stage
from storage.columns import Key, Moment, as_value, maybe_value, table
from storage.door import Reading, Writing


class OfficeRow(SQLModel, table=True):
    """One organisation."""

    __tablename__ = "offices"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    name: str = Field(unique=True)
    zone: str
    language: str
    contact: str


class ProgrammeRow(SQLModel, table=True):
    """One run of mentoring."""

    __tablename__ = "programmes"
    __table_args__ = (UniqueConstraint("office_id", "name"),)
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    office_id: int = Field(sa_type=Key, foreign_key="offices.id", index=True)
    name: str
    stage: str
    created_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


offices = table(OfficeRow)
programmes = table(ProgrammeRow)


async def office(db: Reading, office_id: int) -> Office | None:
    """One office by id."""
    row = await db.one(select(offices).where(offices.c.id == office_id))
    return maybe_value(Office, row)


async def ensure_office(db: Writing, *, name: str, zone: str, language: str, contact: str) -> int:
    """Return the id of the office of that name, made if it is new, with its settings current."""
    await db.add_once(
        offices, [{"name": name, "zone": zone, "language": language, "contact": contact}]
    )
    fresh = {"zone": zone, "language": language, "contact": contact}
    await db.run(update(offices).where(offices.c.name == name).values(**fresh))
    return int(await db.scalar(select(offices.c.id).where(offices.c.name == name)))


async def current(db: Reading, office_id: int) -> Programme | None:
    """The office's programme of now: the newest that is not closed, else the newest."""
    closed = programmes.c.stage == Stage.CLOSED
    query = select(programmes).where(programmes.c.office_id == office_id)
    row = await db.one(query.order_by(closed, programmes.c.id.desc()))
    return maybe_value(Programme, row)


async def programme(db: Reading, programme_id: int) -> Programme | None:
    """One programme by id."""
    row = await db.one(select(programmes).where(programmes.c.id == programme_id))
    return maybe_value(Programme, row)


async def ensure_programme(db: Writing, office_id: int, name: str, now: datetime) -> Programme:
    """Return the office's programme of that name, opened if it is new."""
    fresh = {"office_id": office_id, "name": name, "stage": Stage.OPEN, "created_at": now}
    await db.add_once(programmes, [fresh])
    query = select(programmes).where(programmes.c.office_id == office_id, programmes.c.name == name)
    return as_value(Programme, (await db.all(query))[0])


async def named(db: Reading, office_id: int, name: str) -> Programme | None:
    """The office's programme of that name."""
    here = (programmes.c.office_id == office_id) & (programmes.c.name == name)
    return maybe_value(Programme, await db.one(select(programmes).where(here)))


async def programmes_of(db: Reading, office_id: int) -> Sequence[Programme]:
    """Every programme of an office, the newest first."""
    query = select(programmes).where(programmes.c.office_id == office_id)
    rows = await db.all(query.order_by(programmes.c.id.desc()))
    return [as_value(Programme, row) for row in rows]


async def set_stage(db: Writing, programme_id: int, stage: Stage) -> None:
    """Move a programme on."""
    await db.run(update(programmes).where(programmes.c.id == programme_id).values(stage=stage))


async def first(db: Reading) -> Office | None:
    """The office this installation was set up for: strangers are spoken to in its name."""
    return maybe_value(Office, await db.one(select(offices).order_by(offices.c.id)))
