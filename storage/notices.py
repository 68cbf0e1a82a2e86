"""Notices, and whom they were for."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


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
