"""The one door to the database: `reading()` never waits, `writing()` is one at a time on SQLite.

A writing session commits when its block ends well and rolls back when it does not; nothing else in
the project commits.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Executable, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Row, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

_LOCK = 7_063_511  # any number, the same in every release: whoever migrates PostgreSQL holds it
BUSY_MS = 15_000  # how long another process (the command line) may hold the write lock
CLEAN_MS = 500  # how long cleaning waits for those who read


class Reading:
    """A consistent look at the database."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Wrap an open connection."""
        self.connection = connection

    async def all(self, query: Executable) -> Sequence[Row[Any]]:
        """Every row of a query."""
        return (await self.connection.execute(query)).all()

    async def one(self, query: Executable) -> Row[Any] | None:
        """The first row of a query, or None."""
        return (await self.connection.execute(query)).first()

    async def scalar(self, query: Executable) -> Any:
        """The first column of the first row, or None."""
        return (await self.connection.execute(query)).scalar()

    async def column(self, query: Executable) -> Sequence[Any]:
        """The first column of every row."""
        return (await self.connection.execute(query)).scalars().all()


class Writing(Reading):
    """A transaction. What is written is seen by this session at once, by others after its end."""

    async def run(self, statement: Executable) -> int:
        """Execute an update or delete; return how many rows it touched."""
        return (await self.connection.execute(statement)).rowcount

    async def run_all(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute an update or delete once for each set of bound values."""
        await self.connection.execute(statement, list(rows))

    async def add(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        result = await self.connection.execute(table.insert().values(**values))
        key = result.inserted_primary_key
        return int(key[0]) if key and isinstance(key[0], int) else 0

    async def add_all(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many rows in one statement."""
        if rows:
            await self.connection.execute(table.insert(), list(rows))

    async def add_each(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> Sequence[int]:
        """Insert many rows and return their ids, in the order of the rows."""
        if not rows:
            return []
        ids = table.insert().returning(table.c.id, sort_by_parameter_order=True)
        return (await self.connection.execute(ids, list(rows))).scalars().all()

    async def add_once(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
        """Insert the rows whose unique keys are new; return how many were. Repeats are no-ops."""
        if not rows:
            return 0
        make = postgresql.insert if self.connection.dialect.name == "postgresql" else sqlite.insert
        statement = make(table).on_conflict_do_nothing()
        return (await self.connection.execute(statement, list(rows))).rowcount

    async def put(self, table: Table, keys: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Insert a row under its primary key, or bring the one that is there up to date."""
        make = postgresql.insert if self.connection.dialect.name == "postgresql" else sqlite.insert
        statement = make(table).values(**keys, **values)
        changed = statement.on_conflict_do_update(index_elements=list(keys), set_=dict(values))
        await self.connection.execute(changed)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail alone: an exception undoes only what was written inside.

        Where the database undid more than that (SQLite does when the disk is full), nothing more
        can be written in this transaction: every statement fails until it has ended.
        """
        try:
            async with self.connection.begin_nested():
                yield
        except Exception:
            await self._stop_if_undone()
            raise

    async def _stop_if_undone(self) -> None:
        # SQLite would take each further statement as a transaction of its own and commit it.
        if self.connection.dialect.name == "sqlite":
            driver: Any = (await self.connection.get_raw_connection()).driver_connection
            if not driver.in_transaction:
                await self.connection.invalidate()


class Store:
    """An open database. Create with `Store.open`, end with `close`."""

    def __init__(self, readers: AsyncEngine, writer: AsyncEngine) -> None:
        """Hold the two engines; on SQLite the writer has a single connection."""
        self._readers = readers
        self._writer = writer
        self._turn = asyncio.Lock()

    @classmethod
    def open(cls, url: str) -> "Store":
        """Open the database at a SQLAlchemy URL. SQLite's folder is made if it is missing."""
        target = make_url(url)
        if target.get_backend_name() != "sqlite":
            engine = create_async_engine(target)
            return cls(engine, engine)
        if target.database:
            _make_private(Path(target.database))
        return cls(_sqlite(target, "BEGIN", readers=4), _sqlite(target, "BEGIN IMMEDIATE"))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Reading]:
        """Look without waiting for writers."""
        async with self._readers.connect() as connection:
            yield Reading(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Writing]:
        """Write: commits at the end of the block, rolls back if it raises."""
        async with self._turn, self._writer.begin() as connection:
            yield Writing(connection)

    @asynccontextmanager
    async def rebuilding(self) -> AsyncIterator[Writing]:
        """Write for migrations: one process at a time, references checked at the end."""
        async with self._turn, self._writer.connect() as connection:
            sqlite = connection.dialect.name == "sqlite"
            if sqlite:  # a table that is made anew is dropped in between
                await _refer(connection, "OFF")
            try:
                async with connection.begin():
                    if not sqlite:
                        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                    yield Writing(connection)
                    if sqlite:
                        await _check_references(connection)
            finally:
                if sqlite:
                    await _refer(connection, "ON")

    async def clean(self, *, whole: bool = False) -> bool:
        """Leave nothing of what was removed in SQLite's files; False if a reader stood in the way.

        The log (WAL) is emptied into the database file; `whole` writes that file anew as well.
        Other databases look after themselves.
        """
        async with self._turn, self._writer.connect() as connection:
            if connection.dialect.name != "sqlite":
                return True
            # SQLAlchemy would begin a transaction, inside which SQLite does neither.
            driver: Any = (await connection.get_raw_connection()).driver_connection
            if whole:
                await driver.execute("VACUUM")
            # It waits for readers, and all that while nobody could write.
            await driver.execute(f"PRAGMA busy_timeout={CLEAN_MS}")
            cursor = await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (busy, _, _) = await cursor.fetchone()
            await driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            return not busy

    async def close(self) -> None:
        """Close every connection."""
        await self._readers.dispose()
        if self._writer is not self._readers:
            await self._writer.dispose()


async def _refer(connection: AsyncConnection, state: str) -> None:
    # SQLite ignores this inside a transaction, and SQLAlchemy would begin one.
    driver: Any = (await connection.get_raw_connection()).driver_connection
    await driver.execute(f"PRAGMA foreign_keys={state}")


async def _check_references(connection: AsyncConnection) -> None:
    broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
    if broken:
        raise LookupError(f"references lead nowhere in {sorted({row[0] for row in broken})}")


def _make_private(path: Path) -> None:
    """Make the file (and its folder) if it is new, readable by its owner only.

    SQLite gives its journal the same rights.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _sqlite(url: URL, begin: str, readers: int = 1) -> AsyncEngine:
    # "autocommit" leaves BEGIN to us: Python's own would come too late for a write lock.
    engine = create_async_engine(
        url, pool_size=readers, max_overflow=0, connect_args={"isolation_level": None}
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


_PRAGMAS = (
    f"busy_timeout={BUSY_MS}",
    "journal_mode=WAL",
    "synchronous=FULL",  # a power cut loses nothing that was confirmed
    "foreign_keys=ON",
    "secure_delete=ON",  # what a person takes back is really gone from the file
)
