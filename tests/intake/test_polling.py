"""Updates are confirmed to Telegram only after they are in the inbox."""

import asyncio

import pytest

from bot.intake import lane_of
from storage.inbox import inbox
from tests.town import Town


async def test_an_update_is_confirmed_only_after_it_was_stored(town: Town) -> None:
    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    await town.app.intake.poll()
    assert town.world.updates.count() == 1  # stored, and not confirmed yet
    assert len(await town.rows(inbox, state="waiting")) == 1
    await town.app.intake.poll()
    assert town.world.updates.count() == 0


async def test_a_batch_that_could_not_be_stored_is_fetched_again(town: Town) -> None:
    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    store, town.app.intake._store = town.app.intake._store, None  # type: ignore[assignment]  # no database
    with pytest.raises(AttributeError):
        await town.app.intake.poll()
    town.app.intake._store = store
    assert await town.app.intake.poll() == 1


def stop_here() -> None:
    """End the loop at its first success."""
    raise asyncio.CancelledError


@pytest.mark.parametrize("kind", ["flood", "server_error", "drop_before", "timeout_before"])
async def test_intake_goes_on_after_trouble(
    town: Town, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def no_sleep(seconds: float) -> None:
        pauses.append(seconds)

    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    town.world.faults.add("getUpdates", kind, retry_after=1)
    town.app.intake._wake = stop_here
    monkeypatch.setattr("bot.intake.asyncio.sleep", no_sleep)
    with pytest.raises(asyncio.CancelledError):
        await town.app.intake.run()
    assert pauses
    assert len(await town.rows(inbox, state="waiting")) == 1


async def test_a_second_bot_or_a_refused_token_is_said_and_tried_again_slowly(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def no_sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise asyncio.CancelledError

    monkeypatch.setattr("bot.intake.asyncio.sleep", no_sleep)
    conflict = "Conflict: terminated by other getUpdates request"
    town.world.faults.add("getUpdates", "refuse", code=409, description=conflict)
    town.world.faults.add("getUpdates", "refuse", code=401, description="Unauthorized")
    with pytest.raises(asyncio.CancelledError):
        await town.app.intake.run()
    assert pauses == [10, 10]


def test_updates_of_one_person_share_a_lane_wherever_they_speak() -> None:
    private = {"update_id": 1, "message": {"from": {"id": 7}, "chat": {"id": 7}}}
    group = {"update_id": 2, "callback_query": {"from": {"id": 7}, "message": {}}}
    service = {"update_id": 3, "message": {"chat": {"id": -9}}}
    nothing = {"update_id": 4, "poll": {"id": "5"}}
    assert [lane_of(each) for each in (private, group, service, nothing)] == [7, 7, -9, 0]
