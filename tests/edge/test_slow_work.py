"""Slow work is done, its outcome comes back once, and it holds nothing up."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.bench import CUT_SHORT, TRIES
from handlers.buttons import packed
from handlers.desk import Desk
from handlers.house import Bench, Outcome
from sandbox.player import Player
from storage.inbox import inbox
from storage.jobs import jobs
from storage.offices import first
from tests.town import Town


@packed("slw")
@dataclass(frozen=True, slots=True)
class Worked:
    """Who waits for the work."""

    number: int


Work = Callable[[Bench, dict[str, Any]], Awaitable[Any]]


class Worker:
    """Asks for work and hears what came of it."""

    def __init__(self, town: Town) -> None:
        self.town, self.outcomes = town, list[Outcome]()

    async def ask(self, work: Work, **args: Any) -> None:
        self.knows(work)
        async with self.town.writing() as db:
            office = await first(db)
            assert office
            desk = Desk(self.town.now, db, office, self.town.app.edge.terms, "test:slow")
            desk.job("slow", args, Worked(1), lane=5)
            await desk.hand_over()

    def knows(self, work: Work) -> None:
        self.town.app.house.job("slow", work)
        self.town.app.house.result(Worked, self.heard)

    async def heard(self, desk: Desk, worked: Worked, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


@pytest.fixture
async def worker(town: Town, monkeypatch: pytest.MonkeyPatch) -> Worker:
    async def no_sleep(seconds: float) -> None:
        assert seconds <= 4

    monkeypatch.setattr("bot.bench.asyncio.sleep", no_sleep)
    return Worker(town)


def die() -> None:
    """What a worker out of memory does."""
    os._exit(9)


def nap(seconds: float) -> str:
    """Take long."""
    time.sleep(seconds)
    return "rested"


async def test_a_job_cut_short_by_a_kill_is_done_again_and_comes_back_once(
    town: Town, worker: Worker
) -> None:
    async def killed(bench: Bench, args: dict[str, Any]) -> None:
        raise asyncio.CancelledError

    async def works(bench: Bench, args: dict[str, Any]) -> int:
        return int(args["by"])

    await worker.ask(killed, by=4)
    with pytest.raises(asyncio.CancelledError):
        await town.app.bench.step()
    await town.restart()
    worker.knows(works)
    await town.settle()
    await town.restart()
    await town.settle()
    assert worker.outcomes == [Outcome(4)]


async def test_a_job_that_takes_the_process_down_each_time_is_given_up(
    town: Town, worker: Worker
) -> None:
    async def killed(bench: Bench, args: dict[str, Any]) -> None:
        raise asyncio.CancelledError

    await worker.ask(killed)
    for _ in range(CUT_SHORT):
        with pytest.raises(asyncio.CancelledError):
            await town.app.bench.step()
        await town.restart()
        worker.knows(killed)
    await town.settle()
    assert worker.outcomes == [Outcome(None, "failed")]


async def test_work_that_telegram_kept_from_being_done_is_tried_again_and_then_given_up(
    town: Town, worker: Worker
) -> None:
    tries: list[int] = []

    async def fetches(bench: Bench, args: dict[str, Any]) -> None:
        tries.append(1)
        raise NetworkError("away")

    await worker.ask(fetches)
    await town.settle()
    assert (len(tries), worker.outcomes) == (TRIES, [Outcome(None, "failed")])


async def test_a_worker_process_that_dies_is_replaced(town: Town, worker: Worker) -> None:
    tries: list[int] = []

    async def dies_once(bench: Bench, args: dict[str, Any]) -> Any:
        tries.append(1)
        return await bench.apart(*((die,) if len(tries) == 1 else (nap, 0)))

    await worker.ask(dies_once)
    await town.settle()
    assert worker.outcomes == [Outcome("rested")]


async def test_a_result_that_is_no_json_is_a_failure_and_not_a_job_for_ever(
    town: Town, worker: Worker
) -> None:
    async def gives_a_set(bench: Bench, args: dict[str, Any]) -> set[int]:
        return {1}

    await worker.ask(gives_a_set)
    await town.settle()
    assert worker.outcomes == [Outcome(None, "failed")]
    assert [row.state for row in await town.rows(jobs)] == ["failed"]


async def test_half_a_character_in_a_result_comes_back_too(town: Town, worker: Worker) -> None:
    async def reads(bench: Bench, args: dict[str, Any]) -> str:
        return "\ud83c"

    await worker.ask(reads)
    await town.settle()
    assert worker.outcomes == [Outcome("\ud83c")]


async def test_work_at_hand_does_not_hold_up_the_end_of_the_process(
    town: Town, worker: Worker
) -> None:
    async def long(bench: Bench, args: dict[str, Any]) -> Any:
        return await bench.apart(nap, 600)

    await worker.ask(long)
    working = asyncio.create_task(town.app.bench.step())
    while not (apart := town.app.bench._apart) or not apart._processes:
        await asyncio.wait([working], timeout=0.02)
    (process,) = apart._processes.values()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    town.app.bench.close()
    process.join(10)
    assert not process.is_alive()


async def test_the_bench_works_by_itself_when_woken(town: Town, worker: Worker) -> None:
    async def works(bench: Bench, args: dict[str, Any]) -> int:
        town.app.woken.clear()
        return 1

    running = asyncio.create_task(town.app.bench.run(town.app.jobs_woken))
    await worker.ask(works)
    town.app.jobs_woken.set()
    await asyncio.wait_for(town.app.woken.wait(), 5)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(await town.rows(inbox, lane=5)) == 1


async def test_a_file_larger_than_wanted_is_not_taken(town: Town, worker: Worker) -> None:
    haneul: Player = await town.resident("김하늘")
    sent = haneul.send_document("명단.csv", b"12345")
    file_id = sent.content["document"]["file_id"]
    assert await town.app.bench.fetch(file_id, 5) == b"12345"
    assert await town.app.bench.fetch(file_id, 4) is None
