"""A chat's order holds whatever happens in between, and no chat takes the room of the others."""

import asyncio
import time
from typing import Any

import pytest

from bot.delivery import PER_CHAT
from handlers.desk import Desk
from sandbox.player import Player
from storage.chats import chats
from storage.documents import documents, keep
from storage.offices import first
from storage.outbox import outbox
from storage.people import by_id
from tests.delivery.test_delivery import rest, tell
from tests.town import Town

NOTHING, UNKNOWN = "common-nothing-changed", "common-unknown"


@pytest.fixture
async def haneul(town: Town) -> Player:
    return await town.resident("김하늘")


def beginnings(player: Player) -> list[str]:
    return [message.text[:2] for message in player.read()]


async def test_what_is_said_while_a_chat_waits_comes_after_what_it_waits_with(
    town: Town, haneul: Player
) -> None:
    town.world.faults.add("sendMessage", "flood", retry_after=30, chat_id=haneul.id)
    await tell(town, haneul, NOTHING)
    await town.settle()
    await tell(town, haneul, UNKNOWN)
    rest(town)  # as after a restart: only the rows remember that the chat was told to wait
    await town.pass_time(seconds=10)
    assert haneul.read() == []
    await town.pass_time(seconds=21)
    assert beginnings(haneul) == ["바뀐", "말씀"]


async def test_a_chat_told_to_wait_while_more_for_it_is_claimed_keeps_its_order(
    town: Town, haneul: Player
) -> None:
    delivery = town.app.delivery
    await tell(town, haneul, NOTHING)
    await delivery.claim()
    town.world.faults.add("sendMessage", "flood", retry_after=3, chat_id=haneul.id)
    delivery.start_ready(time.monotonic())
    await asyncio.wait(list(delivery._going))
    await tell(town, haneul, UNKNOWN)
    assert await delivery.claim() == 0  # the flood is known, and not written down yet
    rest(town)
    await town.settle()
    assert haneul.read() == []
    await town.pass_time(seconds=4)
    assert beginnings(haneul) == ["바뀐", "말씀"]


async def test_telegram_is_left_alone_for_as_long_as_it_asked(town: Town, haneul: Player) -> None:
    town.world.faults.add("sendMessage", "flood", retry_after=30, chat_id=haneul.id)
    before = time.monotonic()
    await tell(town, haneul, NOTHING)
    await town.settle()
    pacer = town.app.delivery.pacer
    assert pacer.ready_at(haneul.id, time.monotonic()) >= before + 30
    assert pacer.held_for(haneul.id) >= before + 30
    assert pacer.ready_at(1, time.monotonic()) <= time.monotonic()


async def test_much_for_one_chat_that_must_wait_leaves_room_for_the_others(
    town: Town, haneul: Player
) -> None:
    bada = await town.resident("정바다")
    town.app.delivery.pacer.hold(haneul.id, time.monotonic() + 1000)
    await tell(town, haneul, *[NOTHING] * 150)
    await tell(town, bada, UNKNOWN)
    for _ in range(3):
        await town.settle()
    assert len(bada.read()) == 1
    assert haneul.read() == []
    assert sum(len(held) for held in town.app.delivery._held.values()) <= 100 + PER_CHAT


async def test_what_can_not_be_written_down_is_not_forgotten(town: Town, haneul: Player) -> None:
    delivery = town.app.delivery
    await tell(town, haneul, NOTHING)
    await delivery.claim()
    delivery.start_ready(time.monotonic())
    await asyncio.wait(list(delivery._going))
    store, delivery.store = delivery.store, None  # type: ignore[assignment]  # no database
    with pytest.raises(AttributeError):
        await delivery.write_down()
    delivery.store = store
    await town.settle()
    assert len(haneul.read()) == 1
    assert (await town.rows(outbox))[-1].state == "sent"


async def test_after_a_kill_what_was_claimed_is_sent(town: Town, haneul: Player) -> None:
    await tell(town, haneul, NOTHING)
    assert await town.app.delivery.claim() == 1
    await town.restart()
    await town.settle()
    assert len(haneul.read()) == 1


async def test_a_token_taken_away_loses_nothing_that_was_to_be_said(
    town: Town, haneul: Player
) -> None:
    refused: dict[str, Any] = {"code": 401, "description": "Unauthorized"}
    town.world.faults.add("sendMessage", "refuse", times=30, **refused)
    await tell(town, haneul, NOTHING)
    for _ in range(25):
        rest(town)
        await town.pass_time(minutes=1)
    assert haneul.read() == []
    for _ in range(6):
        rest(town)
        await town.pass_time(minutes=1)
    assert len(haneul.read()) == 1


async def test_one_ending_that_can_not_be_written_stops_no_other(town: Town) -> None:
    haneul, bada = await town.resident("김하늘"), await town.resident("정바다")
    broken = "\ud83c"  # half a character: no database takes it

    async def odd(method: str, params: dict[str, Any], *more: Any, **times: Any) -> Any:
        result = await call(method, params, *more, **times)
        return {"message_id": broken} if params.get("chat_id") == haneul.id else result

    call = town.app.api.call
    setattr(town.app.api, "call", odd)  # Telegram's stand-in never says so
    await tell(town, haneul, NOTHING)
    await tell(town, bada, NOTHING)
    await town.settle()
    assert len(bada.read()) == 1
    states = {row.chat_id: row.state for row in await town.rows(outbox, method="sendMessage")}
    assert (states[haneul.id], states[bada.id]) == ("failed", "sent")


async def test_a_file_for_two_is_kept_until_both_have_it(town: Town, haneul: Player) -> None:
    bada = await town.resident("정바다")
    async with town.writing() as db:
        office = await first(db)
        assert office
        kept = await keep(db, "표.csv", "text/csv", b"a,b", town.now)
        desk = Desk(town.now, db, office, town.app.edge.terms, "test:file")
        for player in (haneul, bada):
            person = await by_id(db, await town.person_id(player))
            assert person
            desk.send_kept(person, kept, NOTHING)
        await desk.hand_over()
    town.world.faults.add("sendDocument", "server_error", chat_id=bada.id)
    await town.settle()
    rest(town)
    await town.pass_time(seconds=10)
    assert [len(player.read()) for player in (haneul, bada)] == [1, 1]
    assert [row.state for row in await town.rows(outbox, method="sendDocument")] == ["sent"] * 2
    assert await town.rows(documents) == []


async def test_a_chat_that_moved_keeps_its_group_and_its_messages(town: Town) -> None:
    group = await town.group()
    await group.chat()
    small = group.lead.create_group("작은 방")
    group.lead.add_bot(small)
    await town.settle()
    async with town.writing() as db:
        await db.run(chats.update().values(chat_id=small.id))
        office = await first(db)
        assert office
        desk = Desk(town.now, db, office, town.app.edge.terms, "test:moved")
        desk.post(small.id, NOTHING)
        desk.post(small.id, UNKNOWN)
        await desk.hand_over()
    bigger = group.lead.upgrade(small)
    await town._sent()  # before the news of the move is heard
    assert [row.chat_id for row in await town.rows(chats)] == [bigger.id]
    rest(town)
    await town.pass_time(seconds=2)
    heard = [message.text[:2] for message in group.lead.heard(bigger)]
    assert heard[-2:] == ["바뀐", "말씀"]
