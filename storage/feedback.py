"""Feedback rounds: who has answered, and, apart from them, what was answered."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class RoundRow(SQLModel, table=True):
    """One feedback round of a programme."""

    __tablename__ = "feedback_rounds"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id", index=True)
    opened_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class TurnoutRow(SQLModel, table=True):
    """That somebody answered. No time: it would tie the person to an answer."""

    __tablename__ = "feedback_turnout"
    round_id: int = Field(sa_type=Key, foreign_key="feedback_rounds.id", primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", primary_key=True)


class FeedbackRow(SQLModel, table=True):
    """One anonymous answer sheet. `id` is random, so the order of rows tells nothing either."""

    __tablename__ = "feedback_answers"
    id: int = Field(sa_type=Key, primary_key=True)
    round_id: int = Field(sa_type=Key, foreign_key="feedback_rounds.id", index=True)
    scores: str
    word: str | None = Field(default=None, sa_type=Text)


feedback_rounds = table(RoundRow)
feedback_turnout = table(TurnoutRow)
feedback_answers = table(FeedbackRow)
