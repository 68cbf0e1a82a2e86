"""Bringing a database up to date. Alembic is loaded only if there is something to do."""

from typing import Any

from sqlalchemy import Connection, inspect, text

from storage.door import Reading, Store, Writing

# Every migration there is, oldest first; a test holds it equal to storage/migrations/versions.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]


class Newer(Exception):
    """The database was written by a newer release; its text is a sentence for the operator."""

    def __init__(self, revision: str) -> None:
        """Name what was found."""
        super().__init__(
            f"The database is of a newer release (its version is {revision}, this program knows"
            f" {HEAD}): install that release again, or restore a backup from before it."
        )


async def is_current(db: Reading) -> bool:
    """Whether nothing has to be done; raises `Newer` when this release is too old."""
    return await revision(db) == HEAD


async def revision(db: Reading) -> str | None:
    """The database's version, None for an empty one; raises `Newer` when it is not known here."""
    found = await db.connection.run_sync(_revision)
    if found is not None and found not in REVISIONS:
        raise Newer(found)
    return found


async def upgrade(store: Store) -> None:
    """Bring the database up to date; a second process waits for the first and finds it done."""
    async with store.reading() as db:
        if await is_current(db):
            return
    async with store.rebuilding() as writing:
        if not await is_current(writing):
            await migrate(writing, HEAD)


async def migrate(db: Writing, to: str) -> None:
    """Move the schema within a transaction of `Store.rebuilding`, up or down (`base`: to nothing).

    The tests come here directly; a running installation only ever goes up.
    """
    await db.connection.run_sync(_migrate, to)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(connection: Connection, to: str) -> None:
    from alembic import command  # noqa: PLC0415  # half a second, and seldom needed

    from storage.migrations import settings_for  # noqa: PLC0415  # the same

    config: Any = settings_for(connection)
    up = _revision(connection) is None or to == HEAD
    (command.upgrade if up else command.downgrade)(config, to)
