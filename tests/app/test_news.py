"""A loop that waits for news ends when it is cancelled, even in the moment news comes."""

import asyncio

import pytest

from bot.news import wait_for_news


async def test_a_cancellation_in_the_moment_of_news_is_not_forgotten() -> None:
    news = asyncio.Event()

    async def loop() -> None:
        while True:
            await wait_for_news(news, 60)
            news.clear()

    running = asyncio.create_task(loop())
    await asyncio.sleep(0)
    news.set()
    await asyncio.sleep(0)  # the waiter is done, the loop has not gone on yet
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(asyncio.shield(running), 5)


async def test_without_news_it_goes_on_after_a_while() -> None:
    await wait_for_news(asyncio.Event(), 0.001)
