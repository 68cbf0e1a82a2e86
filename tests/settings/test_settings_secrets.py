"""Secrets come from the environment only, and are never shown."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.settings import SettingsRefused, load
from bot.settings_refused import hide_tokens

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal(path: Path | None = None, environ: Mapping[str, str] | None = None) -> str:
    with pytest.raises(SettingsRefused) as refused:
        load(path, environ or {})
    return refused.value.sentence


def test_the_token_comes_from_a_variable_or_from_a_file_named_there(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    assert load(None, {"TODAK_TELEGRAM__TOKEN": TOKEN}).need_token() == TOKEN
    assert load(None, {"TODAK_TELEGRAM__TOKEN_FILE": str(file)}).need_token() == TOKEN
    assert "are both set" in refusal(
        environ={"TODAK_TELEGRAM__TOKEN": TOKEN, "TODAK_TELEGRAM__TOKEN_FILE": str(file)}
    )


def test_a_missing_token_is_refused_only_by_who_needs_it() -> None:
    settings = load(None, {"TODAK_TELEGRAM__TOKEN": "", "TODAK_TELEGRAM__TOKEN_FILE": ""})
    with pytest.raises(SettingsRefused, match="get one from @BotFather"):
        settings.need_token()


def test_a_token_file_that_is_empty_or_missing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "token"
    assert "TODAK_TELEGRAM__TOKEN_FILE" in refusal(
        environ={"TODAK_TELEGRAM__TOKEN_FILE": str(file)}
    )
    file.touch()
    assert "is empty" in refusal(environ={"TODAK_TELEGRAM__TOKEN_FILE": str(file)})


@pytest.mark.parametrize(
    "text",
    [
        f'[telegram]\ntoken = "{TOKEN}"\n',
        f"[telegram]\n# token = {TOKEN}\n",
        f'[telegram]\nbase_url = "https://api.telegram.org/bot{TOKEN}"\n',
        '[telegram]\ntoken = "secret word"\n',
        '[webhook]\nsecret = "secret word"\n',
        '[database]\nurl = "postgresql+asyncpg://todak:secret word@db/todak"\n',
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    said = refusal(path)
    assert "take it out and set TODAK_" in said
    assert TOKEN not in said
    assert "secret word" not in said


def test_a_token_of_another_shape_is_refused_because_logs_could_not_hide_it() -> None:
    said = refusal(environ={"TODAK_TELEGRAM__TOKEN": "my-secret-token"})
    assert "must look like BotFather's tokens" in said
    assert "my-secret-token" not in said


def test_a_webhook_secret_that_telegram_would_refuse_is_refused() -> None:
    said = refusal(environ={"TODAK_WEBHOOK__SECRET": "비밀 번호"})
    assert "must be 1 to 256 of A-Z a-z 0-9 _ -" in said
    assert "비밀" not in said


def test_a_token_put_under_another_name_is_not_repeated() -> None:
    assert TOKEN not in refusal(environ={"TODAK_TELEGRAM__MODE": TOKEN})
    assert TOKEN not in refusal(environ={f"TODAK_{TOKEN}": "x"})
    assert TOKEN not in refusal(environ={"TODAK_CONFIG": TOKEN})


def test_the_settings_can_be_printed_without_showing_secrets() -> None:
    settings = load(
        None,
        {
            "TODAK_TELEGRAM__TOKEN": TOKEN,
            "TODAK_WEBHOOK__SECRET": "hushhush",
            "TODAK_DATABASE__URL": "postgresql+asyncpg://todak:hushhush@db/todak",
        },
    )
    printed = f"{settings} {settings!r} {settings.database.shown}"
    assert TOKEN not in printed
    assert "hushhush" not in printed
    assert settings.database.shown == "postgresql+asyncpg://todak:***@db/todak"


def test_tokens_are_hidden_in_addresses_too() -> None:
    assert hide_tokens(f"https://api.telegram.org/bot{TOKEN}/getMe") == (
        "https://api.telegram.org/bot[token]/getMe"
    )
    assert TOKEN.partition(":")[2] not in hide_tokens(TOKEN.replace(":", "%3A"))
