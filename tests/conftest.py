"""What every test may ask for."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.town import Town, open_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The whole bot on the sandbox, its clock set by hand."""
    async with open_town(tmp_path) as opened:
        yield opened
