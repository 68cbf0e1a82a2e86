"""The same links from the command line, for scripts."""

import asyncio
import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table
from typer.testing import CliRunner, Result

from bot.cli.main import app
from rules.joining import hash_of
from rules.people import Role
from storage.invites import invites
from storage.people import people
from tests.town import Town, open_town


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings say that the database is; no token is known here."""
    monkeypatch.setenv("TODAK_CONFIG", "/dev/null")
    monkeypatch.setenv("TODAK_OFFICE__NAME", "한빛구청")
    monkeypatch.setenv("TODAK_DATABASE__URL", f"sqlite+aiosqlite:///{tmp_path}/todak.db")
    monkeypatch.delenv("TODAK_TELEGRAM__TOKEN", raising=False)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def lived(folder: Path, *names: str, registered: Sequence[str] = ()) -> None:
    """The bot has run here before; these people are on its roster."""

    async def live(town: Town) -> None:
        for name in names:
            await town.on_roster(name, Role.LEAD if name.startswith("박") else Role.MENTEE)
        for name in registered:
            await town.resident(name)

    _in_town(folder, live)


def kept(folder: Path, table: Table) -> Sequence[Any]:
    """The rows of a table."""
    found: list[Any] = []

    async def look(town: Town) -> None:
        found.extend(await town.rows(table))

    _in_town(folder, look)
    return found


def _in_town(folder: Path, act: Any) -> None:
    async def visit() -> None:
        async with open_town(folder) as town:
            await act(town)

    assert run("db", "upgrade").exit_code == 0
    asyncio.run(visit())


def rows(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed)))


def test_everybody_who_is_not_in_gets_a_line_and_only_hashes_are_kept(folder: Path) -> None:
    lived(folder, "박대표", "김하늘", registered=["정바다"])
    done = run("invites", "export")
    assert done.exit_code == 0
    found = rows(done.stdout)
    assert [(row["name"], row["role"]) for row in found] == [
        ("박대표", "lead"),
        ("김하늘", "mentee"),
    ]
    assert list(found[0]) == ["name", "role", "link"]
    assert "2 to invite" in done.stderr
    tokens = [row["link"].removeprefix("https://t.me/todak_bot?start=") for row in found]
    assert [hash_of(token) for token in tokens] == [row.token_hash for row in kept(folder, invites)]


def test_a_role_may_be_chosen_and_a_file_named(folder: Path) -> None:
    lived(folder, "박대표", "김하늘", "정바다")
    out = folder / "links.csv"
    done = run("invites", "export", "--role", "mentee", "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["name"] for row in rows(out.read_text("utf-8-sig"))] == ["김하늘", "정바다"]


def test_where_everybody_is_in_only_the_headings_come(folder: Path) -> None:
    lived(folder, registered=["김하늘"])
    assert run("invites", "export").stdout == "name,role,link\n"


def test_a_file_that_cannot_be_written_is_named(folder: Path) -> None:
    lived(folder, "김하늘")
    done = run("invites", "export", "--out", str(folder / "missing" / "links.csv"))
    assert done.exit_code == 2
    assert "can't be written" in done.stderr


def test_without_a_roster_there_is_a_sentence(folder: Path) -> None:
    lived(folder)
    done = run("invites", "export")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "import a roster" in done.stderr


def test_without_the_bots_name_there_is_a_sentence(folder: Path) -> None:
    for words in (("invites", "export"), ("coordinators", "invite", "한지우")):
        done = run(*words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "the bot's name" in done.stderr


def test_the_first_coordinators_link_is_printed_and_nothing_else(folder: Path) -> None:
    lived(folder)
    done = run("coordinators", "invite", "한지우")
    assert done.exit_code == 0
    assert done.stdout.startswith("https://t.me/todak_bot?start=")
    assert len(done.stdout.splitlines()) == 1
    assert run("coordinators", "invite", " 한지우 ").exit_code == 0
    assert [(row.name, row.coordinator) for row in kept(folder, people)] == [("한지우", True)]


def test_a_coordinator_who_is_in_needs_no_link(folder: Path) -> None:
    async def settled(town: Town) -> None:
        await town.coordinator("한지우")

    _in_town(folder, settled)
    done = run("coordinators", "invite", "한지우")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "needs no link" in done.stderr


def test_a_name_that_is_none_is_refused(folder: Path) -> None:
    lived(folder)
    done = run("coordinators", "invite", " ")
    assert done.exit_code == 2
    assert "1 to 60 characters" in done.stderr
