"""Questions, and the answers they got."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class QuestionRow(SQLModel, table=True):
    """A question somebody asked in the group's chat on purpose."""

    __tablename__ = "questions"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    group_id: int = Field(sa_type=Key, foreign_key="groups.id", index=True)
    asker_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    state: str
    asked_at: datetime = Field(sa_type=Moment)


class AnswerRow(SQLModel, table=True):
    """An answer to a question."""

    __tablename__ = "answers"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    question_id: int = Field(sa_type=Key, foreign_key="questions.id", index=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id")
    body: str = Field(sa_type=Text)
    given_at: datetime = Field(sa_type=Moment)
    accepted_at: datetime | None = Field(default=None, sa_type=Moment)


questions = table(QuestionRow)
answers = table(AnswerRow)
