"""Migrations: up, down and up again, equal to the tables, and safe to start twice at once."""

import asyncio
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.door import Reading, Store
from storage.facts import learn, learnt
from storage.migrations import HERE
from storage.tables import metadata
from storage.upgrade import HEAD, REVISIONS, Newer, is_current, migrate, revision, upgrade
from tests.house.source import ROOT


@pytest.fixture
async def empty(url: str) -> Any:
    store = Store.open(url)
    yield store
    await store.close()


async def shape(store: Store) -> dict[str, set[str]]:
    """What SQLite itself says of every table and index, columns in order, the rest in any."""
    async with store.reading() as db:
        rows = await db.all(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return {name: parts(sql) for name, sql in rows if name != "alembic_version"}


def parts(sql: str) -> set[str]:
    """What is made, each line in its brackets, and what follows them."""
    flat = re.sub(r"\s+", " ", sql)
    made, _, rest = flat.partition("(")
    inside, _, after = rest.rpartition(")") if made.startswith("CREATE TABLE") else (rest, "", "")
    return {part.strip() for part in (made, *re.split(r", (?![^(]*\))", inside), after)}


async def columns(store: Store) -> dict[str, list[Any]]:
    async with store.reading() as db:
        return {
            name: [tuple(row) for row in await db.all(text(f"PRAGMA table_info({name})"))]
            for name in metadata.tables
        }


async def test_every_migration_is_known_by_name_and_they_follow_one_another() -> None:
    directory = ScriptDirectory(str(HERE))
    walked = [each.revision for each in directory.walk_revisions()]
    assert tuple(reversed(walked)) == REVISIONS
    assert directory.get_heads() == [HEAD]


async def test_the_migrated_schema_is_the_one_of_the_tables(store: Store, tmp_path: Path) -> None:
    direct = Store.open(f"sqlite+aiosqlite:///{tmp_path}/direct.db")
    async with direct.writing() as db:
        await db.connection.run_sync(metadata.create_all)
    assert await shape(store) == await shape(direct)
    assert await columns(store) == await columns(direct)
    await direct.close()


async def test_alembic_finds_nothing_left_to_do(store: Store) -> None:
    async with store.reading() as db:
        assert await db.connection.run_sync(differences) == []


def differences(connection: Connection) -> Any:
    return compare_metadata(MigrationContext.configure(connection), metadata)


async def test_partial_indexes_are_partial(store: Store) -> None:
    async with store.reading() as db:
        made = text("SELECT sql FROM sqlite_master WHERE name = 'outbox_waiting'")
        sql = await db.scalar(made)
    assert sql.endswith("WHERE state = 'waiting'")


async def test_up_down_and_up_again_comes_to_the_same(store: Store) -> None:
    before = await shape(store)
    async with store.rebuilding() as db:
        await migrate(db, "base")
    assert await shape(store) == {}
    assert not await current(store)
    await upgrade(store)
    assert await shape(store) == before
    assert await current(store)


async def test_every_step_can_be_gone_back_and_forth(store: Store) -> None:
    before = await shape(store)
    for older in (*reversed(REVISIONS[:-1]), "base"):
        async with store.rebuilding() as db:
            await migrate(db, older)
    for newer in REVISIONS:
        async with store.rebuilding() as db:
            await migrate(db, newer)
    assert await shape(store) == before


async def current(store: Store) -> bool:
    async with store.reading() as db:
        return await is_current(db)


async def test_an_empty_file_is_upgraded_and_a_current_one_is_left_alone(empty: Store) -> None:
    assert not await current(empty)
    await upgrade(empty)
    async with empty.writing() as db:
        await learn(db, "bot name", "todak_bot")
    await upgrade(empty)
    async with empty.reading() as db:
        assert await revision(db) == HEAD
        assert await learnt(db, "bot name") == "todak_bot"


async def test_who_waited_for_another_to_upgrade_finds_it_done(url: str, empty: Store) -> None:
    other = Store.open(url)
    await asyncio.gather(upgrade(empty), upgrade(other))
    await other.close()
    assert await current(empty)


async def test_a_database_of_a_newer_release_is_refused_and_left_alone(store: Store) -> None:
    async with store.writing() as db:
        await db.run(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Newer, match="9999"):
        await upgrade(store)
    async with store.reading() as db:
        assert await version(db) == "9999"


async def version(db: Reading) -> Any:
    return await db.scalar(text("SELECT version_num FROM alembic_version"))


async def test_a_migration_that_breaks_off_leaves_the_database_as_it_was(empty: Store) -> None:
    async with empty.writing() as db:
        await db.run(text("CREATE TABLE people (id INTEGER)"))  # in the way of the first migration
    before = await shape(empty)
    with pytest.raises(Exception, match="people already exists"):
        await upgrade(empty)
    assert await shape(empty) == before
    assert not await current(empty)


UPGRADING = """
import asyncio, sys
from storage.door import Store
from storage.upgrade import upgrade

async def main():
    store = Store.open(sys.argv[1])
    await upgrade(store)
    await store.close()

asyncio.run(main())
"""


@pytest.mark.process
async def test_processes_that_start_at_once_upgrade_it_once(url: str, empty: Store) -> None:
    started = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", UPGRADING, url, cwd=ROOT)
        for _ in range(3)
    ]
    assert await asyncio.gather(*(each.wait() for each in started)) == [0, 0, 0]
    assert await current(empty)


@pytest.mark.process
async def test_a_current_database_is_found_so_without_loading_alembic(
    url: str, store: Store
) -> None:
    asking = UPGRADING + "\nsys.exit('alembic' in sys.modules)\n"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", asking, url, cwd=ROOT)
    assert await process.wait() == 0
