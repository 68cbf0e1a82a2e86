"""What is due is done, once, whatever else fails beside it."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.desk import Desk
from storage import due
from storage.due import Due, due_rows
from storage.facts import facts, learn
from storage.offices import offices
from tests.town import Town


async def planned(town: Town, feature: str, *refs: int) -> None:
    async with town.writing() as db:
        for ref in refs:
            await due.plan(db, (feature, "ring"), ref, town.now, f"{feature}:{ref}")


async def rung(town: Town) -> list[str]:
    return [row.name for row in await town.rows(facts, value="rung")]


class Bell:
    """A feature that rings for each thing, and fails while a thing is in `broken`."""

    def __init__(self, *broken: int) -> None:
        self.broken, self.tries = set(broken), 0

    async def ring(self, desk: Desk, dues: Sequence[Due]) -> None:
        for each in dues:
            await learn(desk.db, f"{each.key}", "rung")
            if each.ref in self.broken:
                self.tries += 1
                raise RuntimeError("this one")


async def test_a_due_thing_that_fails_harms_none_of_the_others_and_is_tried_again(
    town: Town,
) -> None:
    bell = Bell(2)
    town.app.house.tick("bell", bell.ring)
    await planned(town, "bell", 1, 2, 3)
    await town.settle()
    assert await rung(town) == ["bell:1", "bell:3"]
    bell.broken.clear()
    await town.pass_time(minutes=1)
    assert await rung(town) == ["bell:1", "bell:2", "bell:3"]
    assert {row.outcome for row in await town.rows(due_rows, feature="bell")} == {"done"}


async def test_a_due_thing_is_given_up_after_five_tries_and_that_is_written_down(
    town: Town,
) -> None:
    bell = Bell(1)
    town.app.house.tick("bell", bell.ring)
    await planned(town, "bell", 1)
    await town.settle()
    for _ in range(10):
        await town.pass_time(minutes=8)
    (row,) = await town.rows(due_rows, feature="bell")
    assert (row.outcome, bell.tries) == ("failed", 5)


async def test_what_a_feature_of_another_release_planned_stops_no_other(town: Town) -> None:
    bell = Bell()
    town.app.house.tick("bell", bell.ring)
    await planned(town, "a feature that is gone", 1)
    await planned(town, "bell", 1)
    await town.settle()
    assert await rung(town) == ["bell:1"]


async def test_what_came_due_while_the_bot_was_away_is_done_once_at_its_return(
    town: Town,
) -> None:
    await planned(town, "bell", 1)
    town.world.advance(timedelta(days=2))
    await town.restart()
    town.app.house.tick("bell", Bell().ring)
    await town.settle()
    await town.restart()
    second = Bell()
    town.app.house.tick("bell", second.ring)
    async with town.writing() as db:
        await db.run(facts.delete().where(facts.c.value == "rung"))
    await town.settle()
    assert await rung(town) == []


async def test_without_an_office_nothing_is_done_and_nothing_is_lost(town: Town) -> None:
    town.app.house.tick("bell", Bell().ring)
    await planned(town, "bell", 1)
    async with town.writing() as db:
        await db.run(offices.delete())
    assert await town.app.ticks.tick() == 0
    assert [row.outcome for row in await town.rows(due_rows)] == [None]
