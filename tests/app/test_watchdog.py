"""A process that has gone deaf ends itself."""

import asyncio

import pytest

from bot.watchdog import DeafError, Watchdog


def test_a_loop_that_shows_life_is_left_alone() -> None:
    now = [0.0]
    dog = Watchdog({"intake": 10}, lambda: now[0])
    beat = dog.beat("intake")
    now[0] = 9
    beat()
    now[0] = 18
    assert dog.silent() is None


def test_a_loop_silent_for_too_long_is_named() -> None:
    now = [0.0]
    dog = Watchdog({"intake": 10, "edge": 100}, lambda: now[0])
    now[0] = 11
    assert dog.silent() == "intake"


async def test_the_process_is_ended_when_intake_is_deaf() -> None:
    now = [0.0]
    dog = Watchdog({"intake": 10}, lambda: now[0])
    now[0] = 11
    with pytest.raises(DeafError, match="intake"):
        await asyncio.wait_for(dog.run(every=0.001), 5)
