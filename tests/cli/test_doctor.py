"""The doctor names what is well, what is not, and what to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import doctor_checks
from bot.cli.door import Exit
from rules.programme import ChatState
from sandbox.world import World
from storage.chats import chats
from storage.groups import groups
from storage.offices import ensure_office, ensure_programme
from tests.cli.conftest import Shell
from tests.process import TOKEN

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
async def healthy(shell: Shell, telegram: World) -> Shell:
    """A database that is up to date, and a token that Telegram knows."""
    await shell.run("db", "upgrade")
    return shell


async def bad(shell: Shell) -> list[str]:
    """What the doctor finds amiss; everything is well exactly when it exits 0."""
    result = await shell.run("doctor")
    assert TOKEN not in result.output
    found = [line for line in result.stdout.splitlines() if line.startswith("BAD")]
    assert result.exit_code == (Exit.PARTLY if found else Exit.DONE), result.output
    return found


async def test_all_is_well(healthy: Shell, telegram: World) -> None:
    result = await healthy.run("doctor")
    assert result.exit_code == Exit.DONE
    looked_at = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("ok")]
    assert looked_at == [
        f"{each}:"
        for each in (
            "disk",
            "database",
            "migrations",
            "rights",
            "token",
            "clock",
            "groups",
            "webhook",
        )
    ]
    assert f"@{telegram.bot.username}" in result.stdout


async def test_every_setting_is_shown_with_its_source_and_no_secret(healthy: Shell) -> None:
    (healthy.folder / "config.toml").write_text("[delivery]\nper_second = 20.0\n")
    healthy.env["TODAK_OFFICE__NAME"] = "한빛구청"
    healthy.env["TODAK_DATABASE__URL"] = "sqlite+aiosqlite:///var/todak.db"
    shown = (await healthy.run("doctor")).stdout
    assert "telegram.token = set, hidden  (TODAK_TELEGRAM__TOKEN)" in shown
    assert "webhook.secret = not set  (default)" in shown
    assert "delivery.per_second = 20.0  (config.toml)" in shown
    assert "office.name = '한빛구청'  (TODAK_OFFICE__NAME)" in shown
    assert "clock.follow = 'system'  (default)" in shown
    assert TOKEN not in shown


async def test_a_secret_in_a_file_is_named_by_its_variable(healthy: Shell) -> None:
    del healthy.env["TODAK_TELEGRAM__TOKEN"]
    (healthy.folder / "token").write_text(TOKEN)
    healthy.env["TODAK_TELEGRAM__TOKEN_FILE"] = str(healthy.folder / "token")
    shown = (await healthy.run("doctor")).stdout
    assert "telegram.token = set, hidden  (TODAK_TELEGRAM__TOKEN_FILE)" in shown


async def test_settings_that_are_wrong_are_named_one_by_one(shell: Shell) -> None:
    shell.env |= {"TODAK_DELIVERY__PER_SECONDS": "5", "TODAK_WEBHOOK__PORTS": "1"}
    assert [line.partition(" is no")[0] for line in await bad(shell)] == [
        "BAD settings: TODAK_DELIVERY__PER_SECONDS",
        "BAD settings: TODAK_WEBHOOK__PORTS",
    ]


async def test_looking_makes_no_database(shell: Shell, telegram: World) -> None:
    (line,) = await bad(shell)
    assert "not there yet: run `python -m bot db upgrade`" in line
    assert list(shell.folder.iterdir()) == []


async def test_an_empty_database_is_behind(shell: Shell, telegram: World) -> None:
    (shell.folder / "var").mkdir()
    shell.database.touch()
    (line,) = await bad(shell)
    assert line.startswith("BAD migrations: behind: run")


async def test_a_database_of_a_newer_release_is_named(healthy: Shell) -> None:
    store = healthy.store()
    async with store.writing() as db:
        await db.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await store.close()
    (line,) = await bad(healthy)
    assert "newer release" in line


async def test_a_file_that_is_no_database_is_named(shell: Shell, telegram: World) -> None:
    (shell.folder / "var").mkdir()
    shell.database.write_bytes(b"a letter to somebody" * 100)
    (line,) = await bad(shell)
    assert "file is not a database" in line


async def test_without_a_token_it_says_where_to_get_one(healthy: Shell) -> None:
    del healthy.env["TODAK_TELEGRAM__TOKEN"]
    (line,) = await bad(healthy)
    assert line.startswith("BAD token: The bot has no token: get one from @BotFather")


async def test_a_token_telegram_does_not_know(healthy: Shell) -> None:
    healthy.env["TODAK_TELEGRAM__TOKEN"] = "7000000001:" + "a" * 35
    (line,) = await bad(healthy)
    assert "refuses it" in line
    assert "@BotFather" in line


async def test_an_address_where_nobody_answers(healthy: Shell, unused_tcp_port: int) -> None:
    healthy.env["TODAK_TELEGRAM__BASE_URL"] = f"http://127.0.0.1:{unused_tcp_port}/bot"
    (line,) = await bad(healthy)
    assert line.startswith("BAD telegram:")
    assert "telegram.base_url" in line


async def test_a_clock_that_is_off(healthy: Shell, telegram: World) -> None:
    telegram.set_time(datetime.now(UTC) + timedelta(minutes=3))
    (line,) = await bad(healthy)
    assert line.startswith("BAD clock: -1")
    healthy.env["TODAK_CLOCK__FOLLOW"] = "telegram"
    assert await bad(healthy) == []


def test_a_bot_that_may_not_join_groups() -> None:
    finding = doctor_checks.groups({"username": "todak_bot", "can_join_groups": False})
    assert not finding.well
    assert "/setjoingroups" in finding.sentence


async def test_a_group_chat_where_rights_are_missing_is_named(healthy: Shell) -> None:
    store = healthy.store()
    async with store.writing() as db:
        office = await ensure_office(db, name="한빛구청", zone="UTC", language="ko", contact="")
        programme = await ensure_programme(db, office, "토닥", NOW)
        for number, state in enumerate(ChatState, 1):
            group = await db.add(groups, programme_id=programme.id, number=number, formed_at=NOW)
            row = {"group_id": group, "chat_id": -number, "bind_code": f"c{number}"}
            await db.add(chats, **row, state=state.value)
    await store.close()
    (line,) = await bad(healthy)
    assert "the chats of groups 1, 3" in line


async def test_a_webhook_that_the_settings_do_not_ask_for(healthy: Shell, telegram: World) -> None:
    assert telegram.call("setWebhook", {"url": "https://bot.example.org/old"}).ok
    (line,) = await bad(healthy)
    assert "by webhook https://bot.example.org/old, but the settings say polling" in line


async def test_a_webhook_that_is_not_set_yet(healthy: Shell) -> None:
    healthy.env |= {
        "TODAK_TELEGRAM__MODE": "webhook",
        "TODAK_WEBHOOK__URL": "https://bot.example.org/telegram",
        "TODAK_WEBHOOK__SECRET": "between-us",
    }
    (line,) = await bad(healthy)
    assert "by polling, but the settings say https://bot.example.org/telegram" in line


def test_a_webhook_that_telegram_could_not_reach_lately() -> None:
    url, then = "https://bot.example.org", int(NOW.timestamp())
    told = {"url": url, "pending_update_count": 3, "last_error_date": then}
    told["last_error_message"] = "Connection refused"
    lately = doctor_checks.webhook(url, told, NOW + timedelta(minutes=59))
    assert not lately.well
    assert "3 updates wait" in lately.sentence
    assert "Connection refused" in lately.sentence
    assert doctor_checks.webhook(url, told, NOW + timedelta(minutes=61)).well


async def test_a_webhook_nobody_tells_of(healthy: Shell, telegram: World) -> None:
    telegram.faults.add("getWebhookInfo", "server_error")
    (line,) = await bad(healthy)
    assert line.startswith("BAD webhook: not told")


def test_a_folder_that_is_full_or_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor_checks.folder(tmp_path / "not" / "there" / "yet").well
    closed = doctor_checks.folder(Path("/proc/self"))
    assert not closed.well
    assert "can't be written to" in closed.sentence
    monkeypatch.setattr(doctor_checks, "ROOM", 2**80)
    full = doctor_checks.folder(tmp_path)
    assert not full.well
    assert "make room" in full.sentence


async def test_the_folder_of_the_log_file_is_looked_at_too(healthy: Shell) -> None:
    healthy.env["TODAK_LOGS__FILE"] = "/proc/self/todak.log"
    (line,) = await bad(healthy)
    assert line.startswith("BAD disk: /proc/self can't be written to")
