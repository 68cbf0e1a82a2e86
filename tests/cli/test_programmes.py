"""Which programmes there are, which is current, and ending one."""

from datetime import UTC, datetime

import pytest

from storage.offices import ensure_office, ensure_programme
from storage.upgrade import upgrade
from tests.cli.conftest import Shell


@pytest.fixture
async def two(shell: Shell) -> Shell:
    """A programme of this year, and one opened by a slip."""
    store = shell.store()
    await upgrade(store)
    async with store.writing() as db:
        about = {"name": "우리 기관", "zone": "Asia/Seoul", "language": "ko", "contact": ""}
        office = await ensure_office(db, **about)
        for name in ("2026 멘토링", "2062 멘토링"):
            await ensure_programme(db, office, name, datetime(2026, 3, 2, tzinfo=UTC))
    await store.close()
    return shell


async def test_the_newest_that_is_not_closed_is_the_current_one(two: Shell) -> None:
    done = await two.run("programmes", "list")
    assert done.stdout.splitlines() == ["*\t2062 멘토링\topen", "\t2026 멘토링\topen"]


async def test_closing_one_opened_by_a_slip_brings_the_other_back(two: Shell) -> None:
    assert (await two.run("programmes", "close", "2062 멘토링")).exit_code == 0
    done = await two.run("programmes", "list")
    assert done.stdout.splitlines() == ["\t2062 멘토링\tclosed", "*\t2026 멘토링\topen"]


async def test_a_programme_nobody_has_heard_of_is_refused(two: Shell) -> None:
    done = await two.run("programmes", "close", "2099")
    assert done.exit_code == 2
    assert "programmes list" in done.stderr


async def test_the_database_is_readable_by_its_owner_only(two: Shell) -> None:
    assert two.database.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [("notices", "show"), ("groups", "approve")])
async def test_a_number_no_row_has_is_refused(two: Shell, words: tuple[str, str]) -> None:
    done = await two.run(*words, "9" * 20)
    assert done.exit_code == 2


async def test_a_database_whose_driver_is_missing_is_refused_in_a_sentence(shell: Shell) -> None:
    shell.env["TODAK_DATABASE__URL"] = "postgresql+asyncpg://todak@localhost/todak"
    done = await shell.run("programmes", "list")
    assert done.exit_code == 3
    assert "asyncpg" in done.stderr
