"""Who blocked the bot can't be written to; who takes it back can."""

from storage.people import people
from tests.town import Town


async def test_blocking_is_noticed_and_so_is_coming_back(town: Town) -> None:
    haneul = await town.resident("김하늘")
    haneul.block_bot()
    await town.settle()
    (row,) = await town.rows(people)
    assert (row.reachable, row.unreachable_why) == (False, "blocked")
    haneul.unblock_bot()
    await town.settle()
    (row,) = await town.rows(people)
    assert (row.reachable, row.unreachable_why) == (True, None)


async def test_start_alone_makes_somebody_reachable_again(town: Town) -> None:
    haneul = await town.resident("김하늘")
    async with town.writing() as db:
        await db.run(people.update().values(reachable=False, unreachable_why="never started"))
    haneul.start()
    await town.settle()
    assert (await town.rows(people))[0].reachable
    assert "무엇을 도와드릴까요" in haneul.last.text


async def test_a_strangers_coming_and_going_leaves_nothing(town: Town) -> None:
    eve = await town.stranger("이브")
    eve.start()
    eve.block_bot()
    await town.settle()
    eve.unblock_bot()
    await town.settle()
    assert await town.rows(people) == []
