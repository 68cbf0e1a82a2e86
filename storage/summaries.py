"""Meeting summaries."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class SummaryRow(SQLModel, table=True):
    """What a mentor reports of a mentoring day."""

    __tablename__ = "summaries"
    day_id: int = Field(sa_type=Key, foreign_key="days.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    written_at: datetime = Field(sa_type=Moment)


summaries = table(SummaryRow)
