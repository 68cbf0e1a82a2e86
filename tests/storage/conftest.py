"""A database file of its own for every test, made by the migrations as in life."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.door import Store
from storage.upgrade import upgrade


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/kept.db"


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = Store.open(url)
    await upgrade(opened)
    yield opened
    await opened.close()
