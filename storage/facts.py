"""Small facts the process learnt, such as its own user name."""

from sqlalchemy import Text, select
from sqlmodel import Field, SQLModel

from storage.columns import table
from storage.door import Reading, Writing


class FactRow(SQLModel, table=True):
    """A name and a value."""

    __tablename__ = "facts"
    name: str = Field(primary_key=True)
    value: str = Field(sa_type=Text)


facts = table(FactRow)


async def learnt(db: Reading, name: str) -> str | None:
    """The value of a fact, or None."""
    value: str | None = await db.scalar(select(facts.c.value).where(facts.c.name == name))
    return value


async def learn(db: Writing, name: str, value: str) -> None:
    """Keep a fact."""
    await db.put(facts, {"name": name}, {"value": value})
