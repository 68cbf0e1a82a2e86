"""Mentoring days."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class DayRow(SQLModel, table=True):
    """One planned meeting of a group. `sequence` rises each time the day moves."""

    __tablename__ = "days"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    group_id: int = Field(sa_type=Key, foreign_key="groups.id", index=True)
    starts_at: datetime = Field(sa_type=Moment)
    place: str
    state: str
    sequence: int = 0
    set_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    set_at: datetime = Field(sa_type=Moment)


days = table(DayRow)
