"""How values become columns and rows become values again."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, text
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import StatementError

from rules.language import Language
from rules.programme import Office, Person
from storage import people
from storage.columns import Moment, as_value, labelled, maybe_value
from storage.door import Store
from storage.due import due_rows, plan
from storage.offices import ensure_office, offices

SEOUL = ZoneInfo("Asia/Seoul")
NINE = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=SEOUL)


async def test_a_time_comes_back_as_the_same_moment_in_utc(store: Store) -> None:
    async with store.writing() as db:
        await plan(db, ("day", "remind"), 1, NINE, "day:1:remind")
    async with store.reading() as db:
        at = await db.scalar(select(due_rows.c.at))
        kept = await db.scalar(text("SELECT at FROM due"))
    assert at == NINE
    assert at.utcoffset() == timedelta(0)
    assert kept == "2026-03-02 00:00:00.123456"


async def test_no_time_stays_no_time(store: Store) -> None:
    async with store.writing() as db:
        await plan(db, ("day", "remind"), 1, NINE, "day:1:remind")
        assert await db.scalar(select(due_rows.c.settled_at)) is None


async def test_a_naive_time_is_refused(store: Store) -> None:
    async with store.writing() as db:
        with pytest.raises(StatementError, match="naive"):
            await plan(db, ("day", "remind"), 1, NINE.replace(tzinfo=None), "day:1:remind")


async def test_times_compare_in_the_database_as_they_do_in_life(store: Store) -> None:
    early, late = NINE, NINE.astimezone(UTC) + timedelta(microseconds=1)
    async with store.writing() as db:
        await plan(db, ("day", "remind"), 1, early, "early")
        await plan(db, ("day", "remind"), 2, late, "late")
        found = await db.column(select(due_rows.c.key).where(due_rows.c.at > early))
    assert found == ["late"]


def test_other_databases_keep_the_zone() -> None:
    moment, elsewhere, here = Moment(), DefaultDialect(), SQLiteDialect()
    bound = moment.process_bind_param(NINE, elsewhere)
    assert bound is not None
    assert bound.tzinfo is UTC
    assert moment.process_result_value(NINE, elsewhere) == NINE
    assert moment.process_bind_param(NINE, here) == bound.replace(tzinfo=None)


async def test_a_row_becomes_a_value_with_its_enums(store: Store) -> None:
    async with store.writing() as db:
        await ensure_office(db, name="한빛구청", zone="Asia/Seoul", language="en", contact="02")
        row = await db.one(select(offices))
        assert maybe_value(Office, None) is None
        office = maybe_value(Office, row)
    assert office == Office(1, "한빛구청", "Asia/Seoul", Language.EN, "02")
    assert isinstance(office.language, Language)


async def test_a_word_no_enum_knows_is_a_defect_that_shows(store: Store) -> None:
    async with store.writing() as db:
        await ensure_office(db, name="한빛구청", zone="Asia/Seoul", language="fr", contact="")
        row = (await db.all(select(offices)))[0]
    with pytest.raises(ValueError, match="fr"):
        as_value(Office, row)


@dataclass(frozen=True, slots=True)
class Where:
    """A part of an office, for a join."""

    name: str
    zone: str


async def test_two_values_of_one_row_are_told_apart_by_their_prefix(store: Store) -> None:
    async with store.writing() as db:
        office = await ensure_office(db, name="한빛구청", zone="UTC", language="ko", contact="")
        row = {"name": "김하늘", "language": "ko", "created_at": NINE}
        await db.add(people.people, office_id=office, **row)
        joined = select(*labelled(offices, Where, "office_"), people.people.c.name)
        found = await db.one(joined.join(offices, offices.c.id == people.people.c.office_id))
    assert found is not None
    assert as_value(Where, found, "office_") == Where("한빛구청", "UTC")
    assert found.name == "김하늘"


async def test_people_are_found_by_id_and_by_account(store: Store) -> None:
    async with store.writing() as db:
        office = await ensure_office(db, name="한빛구청", zone="UTC", language="ko", contact="")
        row = {"office_id": office, "language": "ko", "created_at": NINE}
        haneul = await db.add(people.people, name="김하늘", user_id=2**52 - 1, **row)
        sora = await db.add(people.people, name="최소라", user_id=5, coordinator=True, **row)
        await db.add(people.people, name="강누리", coordinator=True, **row)
        await people.mark_unreachable(db, {haneul: "blocked"})
        found = await people.by_user(db, 2**52 - 1)
        assert isinstance(found, Person)
        assert (found.id, found.name) == (haneul, "김하늘")
        assert await people.by_id(db, haneul) == found
        assert await people.by_user(db, 6) is None
        assert [one.id for one in await people.coordinators(db, office)] == [sora]
