"""The parts wired together: loops that go on after trouble, menus, sweeping, the chosen clock."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.app import build
from bot.clock import SystemClock, TelegramClock
from bot.parts import bot_for, clock_for, guarded, initialised, kept_going, request_for
from bot.settings import load
from bot.sweep import sweep
from sandbox.request import SandboxRequest
from storage.inbox import inbox
from storage.outbox import outbox
from tests.process import TOKEN
from tests.town import Town, WorldClock, swift_settings


async def test_a_loop_goes_on_after_what_nobody_foresaw(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []

    async def shaky() -> None:
        runs.append(1)
        if len(runs) < 3:
            raise RuntimeError("nobody foresaw this")
        raise asyncio.CancelledError

    async def no_sleep(seconds: float) -> None:
        assert seconds == 1

    monkeypatch.setattr("bot.parts.asyncio.sleep", no_sleep)
    with pytest.raises(asyncio.CancelledError):
        await kept_going("shaky", shaky)
    assert len(runs) == 3


async def test_a_failing_wake_of_the_clock_stops_no_later_one() -> None:
    async def fails() -> None:
        raise RuntimeError("this time")

    await guarded("tick", fails)()


async def test_menus_are_set_once_per_scope_and_language(town: Town) -> None:
    sent = [row for row in await town.rows(outbox, method="setMyCommands") if row.state == "sent"]
    assert len(sent) == 4
    korean = town.world.call("getMyCommands", {"scope": {"type": "all_private_chats"}}).result
    english = town.world.call(
        "getMyCommands", {"scope": {"type": "all_private_chats"}, "language_code": "en"}
    ).result
    assert [each["command"] for each in korean] == [each["command"] for each in english]
    assert korean != english
    await town.restart()
    await town.settle()
    assert len(await town.rows(outbox, method="setMyCommands")) == 4


async def test_settled_rows_are_swept_after_a_while_and_waiting_ones_stay(town: Town) -> None:
    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    await town.settle()
    town.world.advance(timedelta(days=20))
    wanderer.say("아직 계세요?")
    await town.app.intake.poll()
    await sweep(town.store, town.now, keep_days=14)
    assert [row.state for row in await town.rows(inbox)] == ["waiting"]
    assert len(await town.rows(outbox)) == 1  # the newest: its number must not come again
    await sweep(town.store, town.now, keep_days=14)


async def test_nothing_that_waits_is_swept_however_old(town: Town) -> None:
    wanderer = await town.stranger()
    for words in ("안녕하세요", "계세요?"):
        wanderer.say(words)
        await town.app.intake.poll()
    await town.app.edge.step()
    for words in ("저예요", "안 계세요?"):
        wanderer.say(words)
        await town.app.intake.poll()
    town.world.advance(timedelta(days=20))
    await sweep(town.store, town.now, keep_days=14)
    await town.settle()
    assert len(wanderer.read()) == 4


async def test_after_a_sweep_of_everything_the_next_answer_is_not_taken_for_an_old_one(
    town: Town,
) -> None:
    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    await town.settle()
    async with town.writing() as db:  # an answer that somebody may still reply to is kept
        await db.run(outbox.update().values(tag="question:1"))
    town.world.advance(timedelta(days=20))
    await sweep(town.store, town.now, keep_days=14)
    wanderer.read()
    wanderer.say("다시 왔어요")
    await town.settle()
    assert len(wanderer.read()) == 1


def test_the_clock_is_the_one_the_operator_chose() -> None:
    assert isinstance(clock_for(swift_settings()), SystemClock)
    follows = swift_settings(TODAK_CLOCK__FOLLOW="telegram")
    clock = clock_for(follows)
    assert isinstance(clock, TelegramClock)
    assert request_for(follows, clock, 2).on_date == clock.heard
    assert request_for(follows, SystemClock(), 2).on_date is None


async def test_a_bot_asks_until_telegram_answers_but_not_with_a_refused_token(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_sleep(seconds: float) -> None:
        assert seconds == 2

    monkeypatch.setattr("bot.parts.asyncio.sleep", no_sleep)
    town.world.faults.add("getMe", "server_error")
    requests = SandboxRequest(town.world), SandboxRequest(town.world)
    bot = Bot(town.world.token, request=requests[0], get_updates_request=requests[1])
    assert (await initialised(bot)).username == town.world.bot.username
    wrong = load(Path("/dev/null"), {"TODAK_TELEGRAM__TOKEN": TOKEN})
    with pytest.raises(InvalidToken):
        await initialised(bot_for(wrong, (requests[0], requests[1])))


async def test_serving_ends_when_it_is_asked_to(town: Town) -> None:
    settings = swift_settings(TODAK_TELEGRAM__POLL_TIMEOUT="1")
    requests = SandboxRequest(town.world), SandboxRequest(town.world)
    bot = await initialised(
        Bot(town.world.token, request=requests[0], get_updates_request=requests[1])
    )
    app = await build(settings, town.store, bot, WorldClock(town.world))
    wanderer = await town.stranger()
    wanderer.say("안녕하세요")
    serving = asyncio.create_task(app.serve())
    for _ in range(200):
        await asyncio.sleep(0.02)
        if wanderer.unread:
            break
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    await app.delivery.finish(1)
    assert len(wanderer.read()) == 1
