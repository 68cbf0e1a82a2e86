"""Check-ins: one tap on how a mentoring day went."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class CheckinRow(SQLModel, table=True):
    """A member's answer for one day."""

    __tablename__ = "checkins"
    day_id: int = Field(sa_type=Key, foreign_key="days.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id", primary_key=True)
    score: int
    word: str | None = Field(default=None, sa_type=Text)
    tapped_at: datetime = Field(sa_type=Moment)


checkins = table(CheckinRow)
