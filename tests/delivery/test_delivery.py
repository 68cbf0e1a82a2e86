"""What is in the outbox reaches people, through any trouble, and its end is written down."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.pacer import Pace, Pacer
from handlers.desk import Desk
from sandbox.player import Player
from storage.documents import documents
from storage.offices import first
from storage.outbox import Urgency, outbox
from storage.people import by_id as person_by_id
from storage.people import people
from tests.town import Town


@pytest.fixture
async def haneul(town: Town) -> Player:
    return await town.resident("김하늘")


async def tell(town: Town, player: Player, *texts: str, **more: Any) -> None:
    """Leave messages for a person, as a feature would."""
    person_id = await town.person_id(player)
    async with town.writing() as db:
        office, person = await first(db), await person_by_id(db, person_id)
        assert office
        assert person
        desk = Desk(town.now, db, office, town.app.edge.terms, f"test:{player.id}:{texts[0]}")
        for text in texts:
            desk.tell(person, text, **more)
        await desk.hand_over()


def rest(town: Town) -> None:
    """Forget what Telegram asked to wait for: real seconds, which a test does not spend."""
    town.app.delivery.pacer = Pacer(Pace(1000, 1000, 100, 60000))


@pytest.mark.parametrize("kind", ["flood", "server_error", "timeout_before", "drop_before"])
async def test_what_fails_on_the_way_arrives_once_later(
    town: Town, haneul: Player, kind: str
) -> None:
    await tell(town, haneul, "common-nothing-changed")
    town.world.faults.add("sendMessage", kind)
    await town.settle()
    assert haneul.read() == []
    rest(town)
    await town.pass_time(seconds=10)
    assert len(haneul.read()) == 1
    row = (await town.rows(outbox, method="sendMessage"))[-1]
    assert (row.state, row.params) == ("sent", None)
    assert row.message_id == haneul.last.id


async def test_what_may_have_arrived_is_sent_again_rather_than_lost(
    town: Town, haneul: Player
) -> None:
    await tell(town, haneul, "common-nothing-changed")
    town.world.faults.add("sendMessage", "timeout_after")
    await town.settle()
    rest(town)
    await town.pass_time(seconds=10)
    assert len(haneul.read()) == 2


async def test_a_chat_told_to_wait_waits_and_its_order_holds(town: Town, haneul: Player) -> None:
    bada = await town.resident("정바다")
    town.world.faults.add("sendMessage", "flood", retry_after=3, chat_id=haneul.id)
    await tell(town, haneul, "common-nothing-changed", "common-unknown")
    await tell(town, bada, "common-nothing-changed")
    await town.settle()
    assert (len(haneul.read()), len(bada.read())) == (0, 1)
    rest(town)
    await town.pass_time(seconds=4)
    assert [m.text[:3] for m in haneul.read()] == ["바뀐 ", "말씀하"]


async def test_somebody_who_blocked_the_bot_is_marked_and_not_tried_again(
    town: Town, haneul: Player
) -> None:
    haneul.block_bot()
    await tell(town, haneul, "common-nothing-changed")
    await town.settle()
    (row,) = await town.rows(people, user_id=haneul.id)
    assert not row.reachable
    assert row.unreachable_why == "blocked"
    assert (await town.rows(outbox, state="failed"))[0].trouble == "blocked"


async def test_whose_account_is_gone_is_marked_though_telegram_tells_of_it_only_then(
    town: Town, haneul: Player
) -> None:
    haneul.deactivate()
    await tell(town, haneul, "common-nothing-changed")
    await town.settle()
    (row,) = await town.rows(people, user_id=haneul.id)
    assert (row.reachable, row.unreachable_why) == (False, "deactivated")


async def test_after_too_many_tries_a_call_is_given_up(town: Town, haneul: Player) -> None:
    town.app.delivery.max_tries = 2
    await tell(town, haneul, "common-nothing-changed")
    town.world.faults.add("sendMessage", "server_error", times=2)
    await town.settle()
    rest(town)
    await town.pass_time(seconds=10)
    (row,) = await town.rows(outbox, state="failed")
    assert row.trouble == "server error"


async def test_a_message_to_a_group_follows_it_when_it_grows(town: Town) -> None:
    group = await town.group()
    chat = await group.chat()
    grown = group.lead.create_group("다른 방")
    async with town.writing() as db:
        office = await first(db)
        assert office
        desk = Desk(town.now, db, office, town.app.edge.terms, "test:group")
        desk.post(grown.id, "common-nothing-changed")
        await desk.hand_over()
    group.lead.add_bot(grown)
    bigger = group.lead.upgrade(grown)
    await town.settle()
    rest(town)
    await town.pass_time(seconds=2)
    assert [m.text for m in group.lead.heard(bigger)] == ["바뀐 것은 없어요."]
    assert group.lead.heard(chat) == []


async def test_an_answer_to_a_press_that_comes_too_late_is_dropped(
    town: Town, haneul: Player
) -> None:
    async with town.writing() as db:
        office = await first(db)
        assert office
        desk = Desk(town.now, db, office, town.app.edge.terms, "test:late")
        params = {"callback_query_id": "1"}
        gone = town.now - timedelta(seconds=1)
        desk.call("answerCallbackQuery", None, params, expires_at=gone)
        await desk.hand_over()
    await town.settle()
    assert (await town.rows(outbox, method="answerCallbackQuery"))[0].state == "late"


async def test_a_file_is_sent_and_then_forgotten(town: Town, haneul: Player) -> None:
    person_id = await town.person_id(haneul)
    async with town.writing() as db:
        office, person = await first(db), await person_by_id(db, person_id)
        assert office
        assert person
        desk = Desk(town.now, db, office, town.app.edge.terms, "test:file")
        await desk.send_file(person, ("명단.csv", b"a,b"), "common-nothing-changed")
        await desk.hand_over()
    await town.settle()
    document = haneul.last.document
    assert document
    assert (document.name, document.data) == ("명단.csv", b"a,b")
    assert await town.rows(documents) == []


async def test_somebody_who_waits_for_an_answer_goes_before_a_notice(town: Town) -> None:
    crowd = [await town.resident(f"멘티{number}") for number in range(5)]
    order: list[int] = []
    town.world.listeners.append(
        lambda entry: (
            order.append(entry.parameters["chat_id"]) if entry.name == "sendMessage" else None
        )
    )
    for player in crowd[:4]:
        await tell(town, player, "common-unknown", urgency=Urgency.BULK)
    await tell(town, crowd[4], "common-unknown", urgency=Urgency.ANSWER)
    await town.settle()
    assert order[0] == crowd[4].id


async def test_at_a_stop_what_was_not_begun_is_given_back(town: Town, haneul: Player) -> None:
    delivery = town.app.delivery
    await tell(town, haneul, "common-nothing-changed", "common-unknown")
    assert await delivery.claim() == 2
    delivery.start_ready(0.0)
    await delivery.finish(5)
    (waiting,) = await town.rows(outbox, state="waiting")
    assert waiting.leased_until is None
    assert len(haneul.read()) == 1


async def test_while_a_call_waits_here_its_lease_is_renewed_and_not_doubled(
    town: Town, haneul: Player
) -> None:
    delivery = town.app.delivery
    await tell(town, haneul, "common-nothing-changed")
    assert await delivery.claim() == 1
    town.world.advance(timedelta(minutes=5))
    assert await delivery.claim() == 0
    await town.settle()
    assert len(haneul.read()) == 1


async def test_the_loop_sends_by_itself_when_stirred(town: Town, haneul: Player) -> None:
    running = asyncio.create_task(town.app.delivery.run())
    await tell(town, haneul, "common-nothing-changed")
    town.app.delivery.stir()
    for _ in range(100):
        await asyncio.sleep(0.02)
        if haneul.unread:
            break
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(haneul.read()) == 1


async def test_a_call_that_can_not_even_be_made_is_set_aside(town: Town, haneul: Player) -> None:
    await tell(town, haneul, "common-nothing-changed")
    async with town.writing() as db:
        await db.run(outbox.update().where(outbox.c.state == "waiting").values(params="{nonsense"))
    await town.settle()
    assert (await town.rows(outbox, state="failed"))[0].trouble == "JSONDecodeError"
