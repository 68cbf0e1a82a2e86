"""The transport as each test gets it: open, and impatient."""

from collections.abc import AsyncIterator

import pytest

from bot.transport import AiohttpRequest


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(read_timeout=2, write_timeout=1) as request:
        yield request
