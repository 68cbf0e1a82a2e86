"""How `run` ends, and what it says then. That it runs is tested with real processes elsewhere."""

import pytest
import typer
from telegram.error import InvalidToken

from bot.cli.door import Exit
from bot.cli.run import _ended
from bot.settings import Settings
from bot.watchdog import DeafError
from sandbox.world import World
from tests.cli.conftest import Shell


async def test_without_a_token_nothing_is_started_or_made(shell: Shell) -> None:
    result = await shell.run("run")
    assert result.exit_code == Exit.REFUSED
    assert "get one from @BotFather" in result.stderr
    assert not shell.database.exists()


async def test_a_token_that_telegram_refuses_ends_it_with_a_sentence(
    shell: Shell, telegram: World
) -> None:
    shell.env["TODAK_TELEGRAM__TOKEN"] = "7000000001:" + "a" * 35
    result = await shell.run("run")
    assert result.exit_code == Exit.REFUSED
    assert "Telegram refuses the token" in result.stderr
    assert "aaaa" not in result.output


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (InvalidToken("revoked"), Exit.REFUSED),
        (ExceptionGroup("", [InvalidToken("revoked")]), Exit.REFUSED),
        (ExceptionGroup("", [OSError("address already in use")]), Exit.REFUSED),
        (ExceptionGroup("", [DeafError("intake")]), Exit.PARTLY),
    ],
)
def test_each_end_has_its_exit_code(trouble: Exception, code: Exit) -> None:
    with pytest.raises(typer.Exit) as ended:
        _ended(trouble, Settings())
    assert ended.value.exit_code == code


def test_what_nobody_foresaw_is_not_hidden() -> None:
    with pytest.raises(ExceptionGroup, match="unforeseen"):
        _ended(ExceptionGroup("unforeseen", [RuntimeError("x")]), Settings())
