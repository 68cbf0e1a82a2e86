"""That nobody can tell who answered what: not from the rows, not from the files, not from the logs.

See docs/decisions/0006-anonymous-feedback.md.
"""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from bot.sweep import sweep
from sandbox.player import Player
from storage import tables
from storage.door import Store
from storage.feedback import (
    ID_BITS,
    begin,
    end,
    feedback_answers,
    feedback_turnout,
)
from storage.feedback import (
    hand_in as keep,
)
from storage.offices import ensure_office, ensure_programme
from storage.people import people
from tests.feedback.rounds import close_round, hand_in, open_round, six
from tests.town import MORNING, Circle, Town

WORD = "별빛처럼또렷한한마디"


@pytest.fixture
async def boss(town: Town) -> Player:
    return await town.coordinator("한지우")


@pytest.fixture
async def circle(town: Town) -> Circle:
    return await six(town)


async def rows_that_hold(town: Town, text: str) -> dict[str, list[str]]:
    """The rows of every table in which a text can be found, as JSON, by table."""
    found = {}
    async with town.store.reading() as db:
        for table in tables.metadata.sorted_tables:
            rows = [dict(row._mapping) for row in await db.all(select(table))]
            written = [json.dumps(row, ensure_ascii=False, default=str) for row in rows]
            if mine := [row for row in written if text in row]:
                found[table.name] = mine
    return found


def files_of(town: Town) -> bytes:
    """What lies on the disk: the database and its log."""
    log = town.path.with_name(town.path.name + "-wal")
    return town.path.read_bytes() + (log.read_bytes() if log.exists() else b"")


async def test_a_free_answer_is_in_one_row_and_that_row_knows_nobody(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    haneul = circle.mentees[0]
    await hand_in(town, haneul, WORD)
    ((where, rows),) = (await rows_that_hold(town, WORD)).items()
    assert where == "feedback_answers"
    (row,) = rows
    assert set(json.loads(row)) == {"id", "round_id", "scores", "word"}
    assert str(haneul.id) not in row


async def test_the_marks_are_in_no_row_but_the_sheet(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    await hand_in(town, circle.mentees[0])
    for written in ('"5451"', ":5451", "5451}"):
        assert set(await rows_that_hold(town, written)) <= {"feedback_answers"}


async def test_what_tells_that_somebody_answered_has_no_time_and_no_order(
    town: Town, boss: Player, circle: Circle
) -> None:
    assert set(feedback_turnout.c.keys()) == {"round_id", "person_id"}
    assert "WITHOUT ROWID" in str(CreateTable(feedback_turnout).compile(dialect=sqlite.dialect()))
    await open_round(town, boss)
    for player in reversed(circle.everyone):
        await hand_in(town, player)
    turnout = await town.rows(feedback_turnout)
    assert [row.person_id for row in turnout] == sorted(row.person_id for row in turnout)
    with sqlite3.connect(town.path) as bare, pytest.raises(sqlite3.OperationalError):
        bare.execute("SELECT rowid FROM feedback_turnout")


async def test_ids_of_sheets_say_nothing_of_their_order(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    for at, player in enumerate(circle.everyone):
        await hand_in(town, player, f"{WORD} {at}")
    ids = [row.id for row in await town.rows(feedback_answers)]
    assert len(set(ids)) == 6
    assert all(0 <= each < 2**ID_BITS for each in ids)
    assert max(ids) > 2**40, "ids that are drawn at random are not all small"


async def test_an_id_that_is_taken_is_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(f"sqlite+aiosqlite:///{tmp_path}/todak.db")
    drawn = iter([7, 7, 8])
    monkeypatch.setattr("storage.feedback.secrets.randbits", lambda _bits: next(drawn))
    async with store.writing() as db:
        await db.connection.run_sync(tables.metadata.create_all)
        office = {"zone": "Asia/Seoul", "language": "ko", "contact": ""}
        office_id = await ensure_office(db, name="한빛구청", **office)
        programme = await ensure_programme(db, office_id, "2026 멘토링", MORNING)
        row = {"office_id": office_id, "language": "ko", "created_at": MORNING}
        who = [await db.add(people, name=name, **row) for name in ("김하늘", "정바다")]
        found = await begin(db, programme.id, MORNING)
        for person in who:
            assert await keep(db, found.id, person, "5555", None)
        assert not await keep(db, found.id, who[0], "1111", None)
        assert [row.id for row in await db.all(select(feedback_answers))] == [7, 8]
    await store.close()


async def test_after_the_end_the_files_hold_each_word_once_and_nothing_of_who_wrote_it(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    for at, player in enumerate(circle.everyone):
        await hand_in(town, player, f"{WORD}{at}끝")
    assert files_of(town).count(WORD.encode()) > 6, "the log still holds what was cleared"
    await close_round(town, boss)
    left = files_of(town)
    for at in range(6):
        assert left.count(f"{WORD}{at}끝".encode()) == 1
    for trace in (b"fb:1:5451", b"fh:1:5451", b'"marks": 5451'):
        assert trace not in left


async def test_after_the_end_the_file_does_not_even_keep_the_order_of_arrival(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    for at, player in enumerate(circle.everyone):
        await hand_in(town, player, f"{WORD}{at}끝")
    await close_round(town, boss)
    left = town.path.read_bytes()
    sheets = await town.rows(feedback_answers)
    places = [left.index(row.word.encode()) for row in sheets]
    assert places in (sorted(places), sorted(places, reverse=True))


async def test_rows_are_written_anew_at_the_end_and_stay_the_same(
    town: Town, boss: Player, circle: Circle
) -> None:
    number = await open_round(town, boss)
    for player in circle.everyone:
        await hand_in(town, player, WORD)
    before = [await town.rows(each) for each in (feedback_answers, feedback_turnout)]
    async with town.writing() as db:
        await end(db, number, town.now)
    assert [await town.rows(each) for each in (feedback_answers, feedback_turnout)] == before


async def test_what_was_removed_is_gone_from_the_log_after_the_hourly_cleaning(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    await hand_in(town, circle.mentees[0], WORD)
    await sweep(town.store, town.now, keep_days=14)
    log = town.path.with_name(town.path.name + "-wal")
    assert log.stat().st_size == 0


async def test_cleaning_does_not_wait_long_for_readers(
    town: Town, boss: Player, circle: Circle
) -> None:
    await open_round(town, boss)
    async with town.store.reading() as look:
        await look.all(select(feedback_turnout))
        await hand_in(town, circle.mentees[0], WORD)
        assert not await town.store.clean()
    assert await town.store.clean()


async def test_nothing_of_a_sheet_is_logged(
    town: Town, boss: Player, circle: Circle, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    await open_round(town, boss)
    await hand_in(town, circle.mentees[0], WORD)
    await close_round(town, boss)
    told = caplog.text + "".join(capfd.readouterr())
    assert WORD not in told
    assert "5451" not in told


def columns_of(table: Table) -> set[str]:
    return set(table.c.keys())


def test_no_column_of_a_sheet_can_name_a_person_or_a_time() -> None:
    assert columns_of(feedback_answers) == {"id", "round_id", "scores", "word"}
