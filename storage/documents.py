"""Files on their way out."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import LargeBinary, delete, select
from sqlmodel import Field, SQLModel

from storage.columns import Key, Moment, table
from storage.door import Reading, Writing
from storage.outbox import outbox


class DocumentRow(SQLModel, table=True):
    """A file to be sent, kept until it is."""

    __tablename__ = "documents"
    id: int = Field(default=None, sa_type=Key, primary_key=True)
    name: str
    mime: str
    body: bytes = Field(sa_type=LargeBinary)
    made_at: datetime = Field(sa_type=Moment)


documents = table(DocumentRow)


async def keep(db: Writing, name: str, mime: str, body: bytes, now: datetime) -> int:
    """Keep a file to be sent; return its id."""
    return await db.add(documents, name=name, mime=mime, body=body, made_at=now)


async def by_id(db: Reading, document_id: int) -> tuple[str, str, bytes] | None:
    """Name, mime type and content of a file."""
    row = await db.one(select(documents).where(documents.c.id == document_id))
    return None if row is None else (row.name, row.mime, row.body)


async def drop(db: Writing, document_ids: Sequence[int]) -> None:
    """Forget files that are through; one that somebody else still waits for stays."""
    waited_for = select(outbox.c.document_id).where(outbox.c.document_id.is_not(None))
    mine = documents.c.id.in_(document_ids) & documents.c.id.not_in(waited_for)
    await db.run(delete(documents).where(mine))
