"""What can not be dealt with stands in nobody's way but its own."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot import edge
from bot.intake import take_in
from bot.scene import cast_of
from handlers.turn import Turn
from sandbox.player import Player
from storage.facts import facts, learn
from storage.inbox import inbox
from tests.town import Town


async def greet(turn: Turn, argument: str) -> None:
    """Write something down and say it."""
    await learn(turn.db, f"greeted:{argument}", "once")
    turn.say("common-nothing-changed")


@pytest.fixture
async def haneul(town: Town) -> Player:
    town.app.house.command("greet", greet, menu=False)
    return await town.resident("김하늘")


async def tried_out(town: Town) -> None:
    """Let every retry pass."""
    for _ in range(3):
        await town.pass_time(seconds=4)


async def test_a_turn_whose_apology_fails_as_well_stops_nobody(
    town: Town, haneul: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    bada = await town.resident("정바다")

    async def broken_for_haneul(db: Any, scene: Any) -> Any:
        if scene.user_id == haneul.id:
            raise LookupError("her rows make no sense")
        return await cast_of(db, scene)

    monkeypatch.setattr("bot.edge.cast_of", broken_for_haneul)
    haneul.say("/greet 하늘")
    bada.say("/greet 바다")
    await tried_out(town)
    assert len(bada.read()) == 1
    (row,) = await town.rows(inbox, state="aside")
    assert row.trouble == "LookupError"


async def test_a_row_that_is_no_json_is_set_aside_and_the_next_is_done(
    town: Town, haneul: Player
) -> None:
    async with town.writing() as db:
        row = {"key": "u:1", "lane": haneul.id, "body": "{half", "arrived_at": town.now}
        await db.add(inbox, **row)
    haneul.say("/greet 하나")
    await tried_out(town)
    assert len(haneul.read()) == 1
    (row,) = await town.rows(inbox, state="aside")
    assert row.body == "{half"  # stays for a person to look at


async def test_half_a_character_keeps_no_batch_out(town: Town, haneul: Player) -> None:
    person = {"id": haneul.id, "is_bot": False, "first_name": "\ud83c"}
    chat = {"id": haneul.id, "type": "private", "first_name": "\ud83c"}
    message = {"message_id": 90, "date": 0, "chat": chat, "from": person, "text": "/greet \ud83c"}
    whole = message | {"text": "/greet 온전히"}
    updates = [{"update_id": 1, "message": message}, {"update_id": 2, "message": whole}]
    assert await take_in(town.store, town.app.clock, updates) == 2
    await tried_out(town)
    assert [row.name for row in await town.rows(facts, value="once")] == ["greeted:온전히"]


async def test_a_full_disk_loses_no_turn_and_does_none_by_half(town: Town, haneul: Player) -> None:
    async def room(pages: int) -> None:
        async with town.writing() as db:
            held = await db.scalar(text("PRAGMA page_count"))
            await db.run(text(f"PRAGMA max_page_count={held + pages}"))

    async def fills(turn: Turn, argument: str) -> None:
        if full:
            for number in range(200):
                await learn(turn.db, f"fills:{number}", "x" * 4000)
        turn.say("common-unknown")

    full = True
    town.app.house.command("fill", fills, menu=False)
    haneul.say("/greet 하나")
    haneul.say("/fill")
    await town.app.intake.poll()
    await room(60)
    with pytest.raises(SQLAlchemyError):
        await town.app.edge.step()
    assert {row.state for row in await town.rows(inbox, lane=haneul.id, done_at=None)} == {
        "waiting"
    }
    assert await town.rows(facts, value="once") == []
    full = False
    await room(10_000)
    await town.settle()
    assert [message.text[:2] for message in haneul.read()] == ["바뀐", "말씀"]


async def test_a_clock_that_is_put_back_keeps_nobody_waiting(town: Town, haneul: Player) -> None:
    failed: list[str] = []

    async def fails_once(turn: Turn, argument: str) -> None:
        failed.append(argument)
        if len(failed) == 1:
            raise RuntimeError("once")
        turn.say("common-nothing-changed")

    town.app.house.command("shaky", fails_once, menu=False)
    haneul.say("/shaky")
    await town.settle()
    town.world.set_time(town.now - timedelta(hours=2))
    await town.settle()
    assert len(haneul.read()) == 1


async def test_a_result_nobody_wants_any_more_is_let_go(town: Town) -> None:
    async with town.writing() as db:
        body = json.dumps({"then": "of-another-release:1", "result": 1})
        await db.add(inbox, key="j:1", lane=0, body=body, arrived_at=town.now)
    await town.settle()
    assert [row.state for row in await town.rows(inbox, key="j:1")] == ["done"]


async def test_a_long_backlog_is_no_reason_to_be_thought_stuck(
    town: Town,
) -> None:
    beats: list[int] = []
    steps: list[int] = []

    async def again() -> int:
        steps.append(1)
        if len(steps) == 4:
            raise InterruptedError
        return 1

    class Busy(edge.Edge):
        step = staticmethod(again)

    busy = Busy(town.store, town.app.house, town.app.clock, town.app.edge.terms, lambda: None)
    busy.beat = lambda: beats.append(1)
    with pytest.raises(InterruptedError):
        await busy.run(town.app.woken)
    assert len(beats) == 3
