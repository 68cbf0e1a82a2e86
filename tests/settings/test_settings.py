"""What an operator may set, and how a mistake is answered."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsRefused, load

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


def refusal(path: Path | None = None, environ: Mapping[str, str] | None = None) -> str:
    with pytest.raises(SettingsRefused) as refused:
        load(path, environ or {})
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None or refused.value.__suppress_context__
    return refused.value.sentence


def written(folder: Path, text: str, name: str = "config.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each test in an empty folder, so that no config.toml is found by chance."""
    monkeypatch.chdir(tmp_path)


def test_without_file_and_environment_everything_has_its_default() -> None:
    settings = load(None, {})
    assert settings.telegram.base_url == "https://api.telegram.org/bot"
    assert settings.programme.remind_before_hours == (24, 2)
    assert settings.programme.opens_and_closes == (time(9), time(18))
    assert settings.database.shown == "sqlite+aiosqlite:///var/todak.db"


def test_the_environment_overrides_the_file_key_by_key(tmp_path: Path) -> None:
    path = written(tmp_path, "[delivery]\nper_second = 20\nchat_burst = 3\n")
    settings = load(path, {"TODAK_DELIVERY__PER_SECOND": "12.5", "HOME": "/nowhere"})
    assert settings.delivery.per_second == 12.5
    assert settings.delivery.chat_burst == 3


def test_the_process_environment_is_not_read_behind_the_operators_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OFFICE", '{"name": "somewhere"}')
    monkeypatch.setenv("TODAK_OFFICE__NAME", "somewhere")
    assert load(None, {}).office.name == Settings().office.name == "우리 기관"


@pytest.mark.parametrize(
    ("name", "text", "section", "key", "value"),
    [
        ("TODAK_TELEGRAM__MODE", "polling", "telegram", "mode", "polling"),
        ("TODAK_TELEGRAM__POLL_TIMEOUT", "0", "telegram", "poll_timeout", 0),
        ("TODAK_MATCHING__SECONDS", "3", "matching", "seconds", 3.0),
        (
            "TODAK_PROGRAMME__REMIND_BEFORE_HOURS",
            "48, 24,1",
            "programme",
            "remind_before_hours",
            (48, 24, 1),
        ),
        ("TODAK_OFFICE__CONTACT", "", "office", "contact", ""),
        ("TODAK_OFFICE__NAME", "중랑구", "office", "name", "중랑구"),
    ],
)
def test_a_variable_becomes_the_type_of_its_key(
    name: str, text: str, section: str, key: str, value: object
) -> None:
    assert getattr(getattr(load(None, {name: text}), section), key) == value


def test_the_file_in_the_folder_is_found_and_todak_config_names_another(tmp_path: Path) -> None:
    written(tmp_path, '[office]\nname = "여기"\n')
    other = written(tmp_path, '[office]\nname = "저기"\n', "other.toml")
    assert load(None, {}).office.name == "여기"
    assert load(None, {"TODAK_CONFIG": str(other)}).office.name == "저기"
    assert load(tmp_path / "config.toml", {"TODAK_CONFIG": str(other)}).office.name == "여기"


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[office]\nname = "여기"\n', encoding="utf-8-sig")
    assert load(None, {}).office.name == "여기"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[telegrm]\n", "telegrm in config.toml is no section: did you mean telegram?"),
        ("[weather]\n", "weather in config.toml is no section: known here: clock, database,"),
        ("[telegram]\nmodus = 'x'", "telegram.modus in config.toml is no setting: did you mean"),
        ("telegram = 3", "telegram in config.toml must be a section: write [telegram]"),
        ("[telegram]\npoll_timeout = '3'", "telegram.poll_timeout in config.toml must be a valid"),
        ("[delivery]\nper_second = true", "delivery.per_second in config.toml must be a valid"),
        ("[matching]\nseconds = nan", "matching.seconds in config.toml must be a finite number"),
        ("[programme]\nremind_before_hours = 3", "must be a list of whole numbers. Hours before"),
        ("[programme]\nremind_before_hours = [2, 24]", "the largest first, each once"),
        ("[programme]\nworking_hours = '9-18'", "must look like 09:00-18:00"),
        ("[programme]\nworking_hours = '25:00-26:00'", "must look like 09:00-18:00"),
        ("[programme]\nworking_hours = '18:00-09:00'", "must begin before it ends"),
        ("[office]\nzone = 'Asia/Soul'", "must be a time zone's name such as Asia/Seoul"),
        ("[office]\nzone = '../../etc'", "must be a time zone's name such as Asia/Seoul"),
        ("[office]\nlanguage = 'fr'", "office.language in config.toml must be 'ko' or 'en'"),
        ("[telegram]\nbase_url = 'api.example.org'", "must be an address that begins with https"),
        ("[telegram]\nbase_url = 'http://api.telegram.org/bot'", "would travel unprotected"),
        ("[telegram]\nbase_url = 'http://[::1'", "must be a whole address such as"),
        ("[webhook]\nport = 70000", "webhook.port in config.toml must be less than or equal to"),
        ("[webhook]\npath = 'telegram'", "webhook.path in config.toml must match pattern"),
        (
            "[webhook]\nurl = 'http://bot.example.org/x'",
            "must be an address that begins with https",
        ),
        ("[database]\nurl = 'sqlite:///x.db'", "must begin with sqlite+aiosqlite:///"),
        ("[telegram", "is not valid TOML: "),
    ],
)
def test_a_mistake_in_the_file_is_named_with_what_to_do(
    tmp_path: Path, text: str, said: str
) -> None:
    assert said in refusal(written(tmp_path, text))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("TODAK_TELEGRAM__TOKN", "x", "is no setting: did you mean TODAK_TELEGRAM__TOKEN?"),
        ("TODAK_telegram__token", "x", "is no setting: did you mean TODAK_TELEGRAM__TOKEN?"),
        ("todak_config", "x", "is no setting: did you mean TODAK_CONFIG?"),
        ("TODAK_TELEGRAM", "x", "TODAK_TELEGRAM is no setting: "),
        ("TODAK_TELEGRAM__MODE", "poling", "TODAK_TELEGRAM__MODE must be 'polling' or 'webhook'"),
        (
            "TODAK_DELIVERY__CHAT_BURST",
            "many",
            "TODAK_DELIVERY__CHAT_BURST must be a valid integer",
        ),
        ("TODAK_PROGRAMME__REMIND_BEFORE_HOURS", "24,x", "must be a list of whole numbers"),
        ("TODAK_DATABASE__URL", "postgres", "TODAK_DATABASE__URL must begin with sqlite+aiosqlite"),
    ],
)
def test_a_mistake_in_the_environment_is_named_with_what_to_do(
    name: str, text: str, said: str
) -> None:
    assert said in refusal(environ={name: text})


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "[telegram]\npoll_timeout = 99\n[matching]\nseed = -1\n")
    assert [line.split(" ")[0] for line in refusal(path).splitlines()] == [
        "telegram.poll_timeout",
        "matching.seed",
    ]


@pytest.mark.parametrize("content", [b"\xbe\xc8\xb3\xe7", b"#" * 300_000])
def test_a_file_of_another_encoding_or_size_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    assert refusal(path).startswith(str(path))


def test_a_named_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "can't be read" in refusal(tmp_path / "missing.toml")
    assert "can't be read" in refusal(environ={"TODAK_CONFIG": str(tmp_path)})


def test_polling_must_be_able_to_finish_before_it_counts_as_deaf() -> None:
    said = refusal(environ={"TODAK_INTAKE__DEAF_AFTER_SECONDS": "40"})
    assert said.startswith("intake.deaf_after_seconds must be more than")
    assert load(None, {"TODAK_INTAKE__DEAF_AFTER_SECONDS": "40.5"}).intake.deaf_after_seconds


def test_webhook_mode_needs_an_address_and_a_secret() -> None:
    assert "webhook.url is empty" in refusal(environ={"TODAK_TELEGRAM__MODE": "webhook"})
    webhook: Mapping[str, str] = {
        "TODAK_TELEGRAM__MODE": "webhook",
        "TODAK_WEBHOOK__URL": "https://bot.example.org/telegram",
    }
    with pytest.raises(SettingsRefused, match="TODAK_WEBHOOK__SECRET to a long random word"):
        load(None, webhook).need_webhook_secret()
    assert load(None, {**webhook, "TODAK_WEBHOOK__SECRET": "abc"}).need_webhook_secret() == "abc"


def test_the_sandbox_may_call_a_webhook_without_tls() -> None:
    url = "http://127.0.0.1:8080/telegram"
    assert load(None, {"TODAK_WEBHOOK__URL": url}).webhook.url == url
