"""How the report's file comes about: failures, repeats, restarts, and who may have it."""

from typing import Any

import pytest
from sqlalchemy import event

from handlers.house import Bench
from sandbox.player import Player
from storage.documents import documents
from storage.inbox import inbox
from storage.jobs import jobs
from storage.offices import programmes
from storage.people import people
from storage.reports import EXPORTS, KEPT_FOR, Scope, figures, silent
from tests.report.programme import full
from tests.town import Circle, Town


@pytest.fixture
async def programme(town: Town) -> tuple[Player, Circle, Circle]:
    return await full(town)


async def test_when_the_file_can_t_be_made_the_coordinator_hears_so_and_may_try_again(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    async def broken(bench: Bench, args: dict[str, Any]) -> int:
        raise OSError("no room")

    made = town.app.house.jobs["report.file"]
    town.app.house.jobs["report.file"] = broken
    boss, _, _ = programme
    boss.say("/report")
    await town.settle()
    boss.tap("엑셀로 받기")
    await town.settle()
    assert "만들지 못했어요" in boss.last.text
    town.app.house.jobs["report.file"] = made
    boss.tap("엑셀로 받기")
    await town.settle()
    assert boss.last.document


async def test_who_is_no_coordinator_any_more_when_the_file_is_done_gets_none(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, _, _ = programme
    boss.say("/report")
    await town.settle()
    made = town.app.house.jobs["report.file"]

    async def dismissed(bench: Bench, args: dict[str, Any]) -> Any:
        async with bench.store.writing() as db:
            await db.run(people.update().values(coordinator=False))
        return await made(bench, args)

    town.app.house.jobs["report.file"] = dismissed
    boss.tap("엑셀로 받기")
    await town.settle()
    assert not [message for message in boss.heard() if message.document]


async def test_a_job_done_twice_keeps_one_file_and_old_ones_are_forgotten(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, _, _ = programme
    boss.say("/report")
    await town.settle()
    made = town.app.house.jobs["report.file"]
    kept: list[int] = []

    async def twice(bench: Bench, args: dict[str, Any]) -> Any:
        old = {**args, "mark": "old", "now": (town.now - KEPT_FOR).isoformat()}
        await made(bench, old)
        await made(bench, args)
        last = await made(bench, args)
        kept.append(len(await town.rows(documents)))
        return last

    town.app.house.jobs["report.file"] = twice
    boss.tap("엑셀로 받기")
    await town.settle()
    assert kept == [1]
    assert boss.last.document
    assert await town.rows(documents) == []


async def test_a_file_that_was_forgotten_meanwhile_is_not_sent(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, _, _ = programme
    boss.say("/report")
    await town.settle()

    async def lost(bench: Bench, args: dict[str, Any]) -> int:
        return 404

    town.app.house.jobs["report.file"] = lost
    boss.tap("엑셀로 받기")
    await town.settle()
    assert "만들지 못했어요" in boss.last.text


async def test_an_old_button_without_a_programme_is_answered(town: Town) -> None:
    boss = await town.coordinator()
    await town.programme()
    boss.say("/report")
    await town.settle()
    card = boss.last
    async with town.writing() as db:
        await db.run(programmes.delete())
    boss.tap("엑셀로 받기", message=card)
    await town.settle()
    assert "명단을 먼저" in boss.toasts[-1].text
    assert await town.rows(jobs, name="report.file") == []


async def test_the_file_survives_a_restart_before_it_is_made(
    town: Town, programme: tuple[Player, Circle, Circle]
) -> None:
    boss, _, _ = programme
    boss.say("/report")
    await town.settle()
    boss.tap("엑셀로 받기")
    await town.app.intake.poll()
    await town.app.edge.step()
    assert [row.state for row in await town.rows(jobs, name="report.file")] == ["waiting"]
    await town.restart()
    await town.settle()
    assert boss.last.document
    assert not [row for row in await town.rows(inbox) if row.state != "done"]
    assert [row.state for row in await town.rows(jobs, name="report.file")] == ["done"]


async def test_each_sheet_is_one_statement_however_many_people_there_are(town: Town) -> None:
    await full(town)
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement != "BEGIN":
            asked.append(statement)

    async with town.store.reading() as db:
        raw = db.connection.sync_connection
        assert raw
        event.listen(raw, "before_cursor_execute", note)
        for list_one in EXPORTS.values():
            await list_one(db, Scope(1, town.now))
        await figures(db, Scope(1, town.now))
        await silent(db, Scope(1, town.now))
    assert len(asked) == len(EXPORTS) + 2
