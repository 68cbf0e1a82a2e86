"""Drafts: groupings that a coordinator looks at before anybody hears of them."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table


class DraftRow(SQLModel, table=True):
    """One proposed grouping. `figures` holds value, parts, random average and bound as JSON."""

    __tablename__ = "drafts"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    programme_id: int = Field(sa_type=Key, foreign_key="programmes.id", index=True)
    made_by: int | None = Field(default=None, sa_type=Key, foreign_key="people.id")
    state: str
    seed: int
    figures: str | None = Field(default=None, sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)
    approved_at: datetime | None = Field(default=None, sa_type=Moment)


class DraftPlaceRow(SQLModel, table=True):
    """Where a draft puts a member, and why (JSON list of reasons)."""

    __tablename__ = "draft_places"
    draft_id: int = Field(sa_type=Key, foreign_key="drafts.id", primary_key=True)
    member_id: int = Field(sa_type=Key, foreign_key="members.id", primary_key=True)
    number: int
    reasons: str = Field(sa_type=Text)


drafts = table(DraftRow)
draft_places = table(DraftPlaceRow)
