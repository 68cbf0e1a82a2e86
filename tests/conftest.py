"""What every test may ask for."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from tests.town import Town, open_town

# structlog's own default draws every local variable of every frame: seconds for one traceback.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The whole bot on the sandbox, its clock set by hand."""
    async with open_town(tmp_path) as opened:
        yield opened
