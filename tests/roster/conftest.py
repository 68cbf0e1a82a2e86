"""Slow work of these tests shares one process: starting it takes longer than the work."""

import pytest

from tests.town import Town


@pytest.fixture
def town(town: Town) -> Town:
    """The town, with a process lent to it."""
    town.lend_process()
    return town
