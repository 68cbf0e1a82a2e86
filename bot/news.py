"""Waiting for something new, for a while."""

import asyncio


async def wait_for_news(news: asyncio.Event, seconds: float) -> None:
    """Until it is set, at most so long.

    Not `asyncio.wait_for`: before Python 3.12 that forgets a cancellation which comes in the moment
    the event is set, and a loop that was to end goes on for ever.
    """
    try:
        async with asyncio.timeout(seconds):
            await news.wait()
    except TimeoutError:
        return
