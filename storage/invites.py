"""Invites: single-use links, kept only as hashes."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class InviteRow(SQLModel, table=True):
    """One link that makes its bearer the person it was made for. The token itself is not kept."""

    __tablename__ = "invites"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    person_id: int = Field(sa_type=Key, foreign_key="people.id", index=True)
    token_hash: str = Field(unique=True)
    created_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


invites = table(InviteRow)
