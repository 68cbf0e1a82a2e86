"""The door: what a writing block keeps, what it undoes, and who waits for whom."""

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.door import Store, Writing
from storage.facts import facts, learn, learnt
from storage.offices import ensure_office
from storage.people import people

MORNING = datetime(2026, 3, 2, tzinfo=UTC)
SAID = "요즘 잠을 잘 못 자요"


async def names(store: Store) -> list[str]:
    async with store.reading() as db:
        return list(await db.column(select(facts.c.name).order_by(facts.c.name)))


async def test_what_is_written_is_there_for_everybody_after_the_block(store: Store) -> None:
    async with store.writing() as db:
        await learn(db, "bot name", "todak_bot")
        assert await learnt(db, "bot name") == "todak_bot"
        assert await names(store) == []
    assert await names(store) == ["bot name"]


async def half(db: Writing) -> None:
    await learn(db, "half", "done")
    raise RuntimeError("in the middle")


async def test_a_block_that_raises_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError, match="in the middle"):
        async with store.writing() as db:
            await half(db)
    assert await names(store) == []


async def test_a_block_that_is_cancelled_leaves_nothing_and_the_next_one_goes_on(
    store: Store,
) -> None:
    inside = asyncio.Event()

    async def slow() -> None:
        async with store.writing() as db:
            await learn(db, "half", "done")
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(slow())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.writing() as db:
        await learn(db, "next", "done")
    assert await names(store) == ["next"]


async def test_a_part_that_fails_is_undone_alone(store: Store) -> None:
    async with store.writing() as db:
        await learn(db, "before", "kept")
        with pytest.raises(RuntimeError):
            async with db.savepoint():
                await half(db)
        await learn(db, "after", "kept")
    assert await names(store) == ["after", "before"]


async def test_a_reader_sees_one_state_however_much_is_written_meanwhile(store: Store) -> None:
    async with store.reading() as reader:
        assert await learnt(reader, "bot name") is None
        async with store.writing() as writer:
            await learn(writer, "bot name", "todak_bot")
        assert await learnt(reader, "bot name") is None
    assert await names(store) == ["bot name"]


async def test_blocks_come_one_after_the_other(store: Store) -> None:
    async def add_one() -> None:
        async with store.writing() as db:
            count = int(await learnt(db, "count") or 0)
            await asyncio.sleep(0)
            await learn(db, "count", str(count + 1))

    await asyncio.gather(*(add_one() for _ in range(30)))
    async with store.reading() as db:
        assert await learnt(db, "count") == "30"


async def test_a_writing_block_holds_the_lock_before_its_first_statement(
    store: Store, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "kept.db", timeout=0, isolation_level=None)
    async with store.writing():
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


async def test_a_writer_waits_for_another_process_to_end(store: Store, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "kept.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO facts VALUES ('theirs', '1')")
    waiting = asyncio.create_task(write(store))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    assert await names(store) == []  # readers wait for nobody
    other.execute("COMMIT")
    other.close()
    await asyncio.wait_for(waiting, 10)
    assert await names(store) == ["ours", "theirs"]


async def write(store: Store) -> None:
    async with store.writing() as db:
        await learn(db, "ours", "1")


async def test_the_file_is_written_ahead_and_to_the_disk(store: Store) -> None:
    async with store.writing() as db:
        told = {
            name: await db.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


async def test_a_reference_to_nobody_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError):
        async with store.writing() as db:
            await db.run(text("INSERT INTO chat_people VALUES (1, 2, '2026-03-02 00:00:00')"))


async def test_adding_returns_the_new_rows_id(store: Store) -> None:
    async with store.writing() as db:
        office = await ensure_office(
            db, name="한빛구청", zone="Asia/Seoul", language="ko", contact=""
        )
        row = {"office_id": office, "language": "ko", "created_at": MORNING}
        first = await db.add(people, name="김하늘", **row)
        second = await db.add(people, name="정바다", **row)
        assert [r.name for r in await db.all(select(people).order_by(people.c.id))] == [
            "김하늘",
            "정바다",
        ]
        assert await db.add(facts, name="without", value="a number") == 0
    assert second == first + 1


async def test_adding_once_counts_what_was_new_and_leaves_the_rest_alone(store: Store) -> None:
    async with store.writing() as db:
        await learn(db, "b", "old")
        rows = [{"name": name, "value": "new"} for name in "abc"]
        assert await db.add_once(facts, rows) == 2
        assert await db.add_once(facts, rows) == 0
        assert await db.add_once(facts, []) == 0
        assert await learnt(db, "b") == "old"


async def test_many_rows_go_in_together_or_not_at_all(store: Store) -> None:
    async with store.writing() as db:
        await db.add_all(facts, [])
        await db.add_all(facts, [{"name": name, "value": "1"} for name in "ab"])
    with pytest.raises(IntegrityError):
        async with store.writing() as db:
            await db.add_all(facts, [{"name": name, "value": "1"} for name in "cb"])
    assert await names(store) == ["a", "b"]


async def test_updates_and_deletes_say_how_many_rows_they_touched(store: Store) -> None:
    async with store.writing() as db:
        await db.add_all(facts, [{"name": name, "value": "1"} for name in "abc"])
        assert await db.run(update(facts).where(facts.c.name > "a").values(value="2")) == 2
        assert await db.run(delete(facts)) == 3
        assert await db.one(select(facts)) is None


async def test_putting_brings_a_row_up_to_date(store: Store) -> None:
    async with store.writing() as db:
        for value in ("1", "2"):
            await db.put(facts, {"name": "a"}, {"value": value})
        assert [tuple(row) for row in await db.all(select(facts))] == [("a", "2")]


async def test_rebuilding_lets_references_hang_meanwhile_but_not_in_the_end(store: Store) -> None:
    orphan = text("INSERT INTO chat_people VALUES (1, 2, '2026-03-02 00:00:00')")
    async with store.rebuilding() as db:
        await db.run(orphan)
        await db.run(text("DELETE FROM chat_people"))
    with pytest.raises(LookupError, match="chat_people"):
        async with store.rebuilding() as db:
            await db.run(orphan)
    await test_a_reference_to_nobody_is_refused(store)


async def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    store = Store.open(f"sqlite+aiosqlite:///{tmp_path}/var/deep/kept.db")
    async with store.writing() as db:
        await db.run(text("CREATE TABLE here (id INTEGER)"))
    await store.close()
    assert (tmp_path / "var/deep/kept.db").exists()


async def test_a_folder_in_the_place_of_the_file_is_an_error_not_a_hang(tmp_path: Path) -> None:
    store = Store.open(f"sqlite+aiosqlite:///{tmp_path}")
    with pytest.raises(OperationalError):
        async with store.reading() as db:
            await db.all(select(facts))
    await store.close()
    await asyncio.sleep(0.05)  # the driver's thread ends by itself, a little later


async def test_a_word_taken_back_is_gone_from_the_file_too(store: Store, tmp_path: Path) -> None:
    async with store.writing() as db:
        await db.add_all(facts, [{"name": f"word {n}", "value": SAID} for n in range(20)])
    async with store.writing() as db:
        await db.run(delete(facts).where(facts.c.name < "word 5"))
        await db.run(update(facts).values(value=""))
    await store.close()  # the log goes into the file with the last connection
    assert SAID.encode() not in (tmp_path / "kept.db").read_bytes()
