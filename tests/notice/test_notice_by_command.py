"""Notices from the command line: only rows are written, the running bot speaks."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.door import Exit
from bot.cli.main import app
from bot.cli.notices import To
from rules.notice import Audience
from storage.notices import notices
from storage.outbox import outbox
from tests.town import Town, open_town

TEXT = "내일은 결연식이에요."


async def run(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, app, words)


@pytest.fixture
async def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """A town whose database the settings of the command line name; no token is known there."""
    monkeypatch.setenv("TODAK_CONFIG", "/dev/null")
    monkeypatch.setenv("TODAK_OFFICE__NAME", "한빛구청")
    monkeypatch.setenv("TODAK_DATABASE__URL", f"sqlite+aiosqlite:///{tmp_path}/todak.db")
    monkeypatch.delenv("TODAK_TELEGRAM__TOKEN", raising=False)
    assert (await run("db", "upgrade")).exit_code == Exit.DONE
    async with open_town(tmp_path) as opened:
        yield opened


async def delivered(town: Town) -> None:
    """The command line keeps real time: let the town's come to it."""
    due = max(row.due_at for row in await town.rows(outbox))
    await town.until(max(due, town.now))


async def test_a_notice_sent_by_command_arrives_and_is_confirmed(town: Town) -> None:
    group = await town.group()
    await town.on_roster("오새내")
    done = await run("notices", "send", "--to", "mentees", TEXT)
    assert (done.exit_code, done.stdout) == (Exit.DONE, "1\n")
    assert "on its way to 2 of 3 people; 1 can't be reached yet" in done.stderr
    haneul, bada = group.mentees
    assert haneul.unread == [], "the command itself says nothing"
    await delivered(town)
    assert TEXT in haneul.last.text
    assert group.lead.unread == []
    haneul.tap("확인했어요")
    await town.settle()
    shown = await run("notices", "show", "1")
    assert shown.stdout.splitlines() == [
        "name\tdepartment\tstate\twhy",
        "김하늘\t행정지원과\tconfirmed\t",
        "정바다\t행정지원과\tdelivered\t",
        "오새내\t행정지원과\tmissed\tnot-started",
    ]
    assert "for mentees: 3 people, 2 have it, 1 confirmed, 0 on the way, 1 missed" in shown.stderr
    assert bada.last.labels == ["확인했어요"]


async def test_when_everybody_is_reached_nobody_is_missing(town: Town) -> None:
    await town.group()
    done = await run("notices", "send", "--to", "all", TEXT)
    assert done.stderr == "on its way to 4 of 4 people\n"
    shown = await run("notices", "show", "1")
    assert shown.stdout.count("\twaiting\t") == 4


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("  ", "nothing to tell"), ("가" * 3501, "has 3501 characters, 3500 are allowed")],
)
async def test_a_text_that_is_no_notice_is_refused(town: Town, text: str, sentence: str) -> None:
    await town.group()
    done = await run("notices", "send", "--to", "all", text)
    assert done.exit_code == Exit.REFUSED
    assert sentence in done.stderr
    assert await town.rows(notices) == []


async def test_without_a_programme_or_people_there_is_a_sentence(town: Town) -> None:
    done = await run("notices", "send", "--to", "all", TEXT)
    assert (done.exit_code, "no programme yet" in done.stderr) == (Exit.REFUSED, True)
    await town.programme()
    done = await run("notices", "send", "--to", "all", TEXT)
    assert (done.exit_code, "Nobody of the programme" in done.stderr) == (Exit.REFUSED, True)
    assert await town.rows(notices) == [], "the draft is undone with the rest"


async def test_a_notice_nobody_sent_cannot_be_shown(town: Town) -> None:
    done = await run("notices", "show", "7")
    assert done.exit_code == Exit.REFUSED
    assert "no notice 7" in done.stderr


def test_the_command_knows_every_audience() -> None:
    assert [each.value for each in To] == [each.value for each in Audience]
