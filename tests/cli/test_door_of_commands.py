"""What every command has in common: settings, the desk, refusals, exit codes."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from sqlalchemy import select

from bot.cli import door
from bot.cli.door import Exit
from bot.founding import NAME_FACT
from bot.settings import Settings, load
from sandbox.world import World
from storage.facts import learn
from storage.outbox import outbox
from storage.people import people
from tests.cli.conftest import Shell
from tests.process import ROOT


def chosen(shell: Shell) -> Settings:
    return load(None, shell.env)


async def test_without_words_the_shell_tells_which_there_are(shell: Shell) -> None:
    result = await shell.run()
    assert "run" in result.output
    assert "db" in result.output
    assert result.exit_code == Exit.REFUSED


async def test_settings_that_are_wrong_are_refused_in_a_sentence(shell: Shell) -> None:
    shell.env["TODAK_DELIVERY__PER_SECONDS"] = "5"
    result = await shell.run("db", "upgrade")
    assert result.exit_code == Exit.REFUSED
    assert "TODAK_DELIVERY__PER_SECONDS is no setting" in result.stderr
    assert result.stdout == ""
    assert not shell.database.exists()


async def test_an_upgrade_makes_the_database_and_may_be_repeated(shell: Shell) -> None:
    for _ in range(2):
        result = await shell.run("db", "upgrade")
        assert (result.exit_code, result.stdout) == (Exit.DONE, "the database is up to date\n")
    assert shell.database.exists()


async def test_a_database_that_cannot_be_made_is_a_sentence_and_its_own_exit_code(
    shell: Shell,
) -> None:
    (shell.folder / "var").write_text("a file where a folder should be")
    result = await shell.run("db", "upgrade")
    assert result.exit_code == Exit.DATABASE
    assert "look at database.url" in result.stderr


async def test_a_file_that_is_no_database_is_refused_and_left_alone(shell: Shell) -> None:
    (shell.folder / "var").mkdir()
    shell.database.write_bytes(b"a letter to somebody" * 100)
    result = await shell.run("db", "upgrade")
    assert result.exit_code == Exit.DATABASE
    assert "file is not a database" in result.stderr
    assert shell.database.read_bytes().startswith(b"a letter")


async def test_a_database_of_a_newer_release_is_refused(shell: Shell) -> None:
    await shell.run("db", "upgrade")
    store = shell.store()
    async with store.writing() as db:
        await db.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await store.close()
    result = await shell.run("db", "upgrade")
    assert result.exit_code == Exit.DATABASE
    assert "newer release" in result.stderr


async def test_what_is_said_at_the_desk_waits_for_the_running_bot(
    shell: Shell, telegram: World
) -> None:
    async with door.desk_for(chosen(shell)) as desk:
        row = {"office_id": desk.office.id, "language": "ko", "created_at": desk.now}
        sora = await desk.db.add(people, name="최소라", user_id=5, **row)
        desk.call("sendMessage", 5, {"text": "안녕하세요"}, person_id=sora)
        assert desk.terms.bot_name == telegram.bot.username
    async with door.desk_for(chosen(shell)) as desk:
        desk.call("sendMessage", 5, {"text": "다시"}, person_id=sora)
    async with door.store_for(chosen(shell)) as store, store.reading() as db:
        assert len(await db.all(select(outbox).where(outbox.c.state == "waiting"))) == 2


async def test_a_desk_that_is_left_in_anger_leaves_nothing(shell: Shell) -> None:
    with pytest.raises(typer.Exit):
        await leave_in_anger(shell)
    async with door.store_for(chosen(shell)) as store, store.reading() as db:
        assert await db.all(select(outbox)) == []


async def leave_in_anger(shell: Shell) -> None:
    async with door.desk_for(chosen(shell)) as desk:
        desk.call("sendMessage", 5, {"text": "안녕하세요"})
        await desk.hand_over()
        door.refuse("there is no such group", Exit.PARTLY)


async def test_the_bots_name_is_known_from_the_running_bot_without_asking(shell: Shell) -> None:
    async with door.store_for(chosen(shell)) as store, store.writing() as db:
        await learn(db, NAME_FACT, "todak_bot")
    async with door.desk_for(chosen(shell)) as desk:
        assert desk.terms.bot_name == "todak_bot"


async def test_without_a_token_and_a_running_bot_nobody_knows_the_bots_name(shell: Shell) -> None:
    async with door.desk_for(chosen(shell)) as desk:
        assert desk.terms.bot_name == ""


async def test_the_desks_time_is_telegrams_where_the_settings_say_so(
    shell: Shell, telegram: World
) -> None:
    telegram.freeze(datetime(2030, 1, 1, tzinfo=UTC))
    shell.env["TODAK_CLOCK__FOLLOW"] = "telegram"
    async with door.desk_for(chosen(shell)) as desk:
        assert abs(desk.now - telegram.now) < timedelta(seconds=5)


async def test_telegrams_time_cannot_be_made_up(
    shell: Shell, unused_tcp_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.env["TODAK_CLOCK__FOLLOW"] = "telegram"
    shell.env["TODAK_TELEGRAM__TOKEN"] = "7000000001:" + "a" * 35
    shell.env["TODAK_TELEGRAM__BASE_URL"] = f"http://127.0.0.1:{unused_tcp_port}/bot"
    with pytest.raises(typer.Exit):
        async with door.desk_for(chosen(shell)):
            raise AssertionError("there must be no desk")
    assert "Telegram can't be reached" in capsys.readouterr().err


async def test_a_refusal_of_settings_inside_the_work_is_a_sentence_too(
    capsys: pytest.CaptureFixture[str], shell: Shell
) -> None:
    async def needs_a_token() -> str:
        return chosen(shell).need_token()

    with pytest.raises(typer.Exit) as ended:
        await asyncio.to_thread(door.work, needs_a_token())
    assert ended.value.exit_code == Exit.REFUSED
    assert "BotFather" in capsys.readouterr().err


@pytest.mark.process
def test_the_command_line_starts_without_loading_what_it_does_not_need(tmp_path: Path) -> None:
    heavy = {"telegram", "sqlalchemy", "aiohttp", "pydantic", "rich", "alembic", "scipy"}
    code = "import sys, bot.cli.main; print(*{m.partition('.')[0] for m in sys.modules})"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not heavy & set(told.stdout.split())
