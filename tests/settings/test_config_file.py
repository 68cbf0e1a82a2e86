"""config.toml says the same as the settings themselves."""

import tomllib
from pathlib import Path

from bot.settings import described, load

CONFIG = Path(__file__).resolve().parents[2] / "config.toml"


def test_the_file_holds_every_key_with_its_default_and_no_secret() -> None:
    written = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    expected: dict[str, dict[str, object]] = {}
    for one in described():
        if not one.secret:
            default = list(one.default) if isinstance(one.default, tuple) else one.default
            expected.setdefault(one.section, {})[one.key] = default
    assert written == expected
    assert [list(keys) for keys in written.values()] == [list(keys) for keys in expected.values()]


def test_the_file_as_it_comes_changes_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "config.toml"
    empty.touch()
    assert load(CONFIG, {}) == load(empty, {})


def test_the_comment_above_each_key_is_its_description() -> None:
    described_in_file: dict[str, str] = {}
    comment: list[str] = []
    section = ""
    for line in CONFIG.read_text(encoding="utf-8").splitlines():
        key, equals, _ = line.removeprefix("# ").partition(" = ")
        if line.startswith("["):
            section, comment = line.strip("[]"), []
        elif equals and key.isidentifier():
            described_in_file[f"{section}.{key}"] = " ".join(comment)
            comment = []
        elif line.startswith("# "):
            comment.append(line.removeprefix("# "))
    assert described_in_file == {f"{one.section}.{one.key}": one.description for one in described()}


def test_every_description_is_a_sentence_and_names_its_variable() -> None:
    for one in described():
        assert one.description.endswith("."), one.key
        assert one.variable == f"TODAK_{one.section.upper()}__{one.key.upper()}"
    assert {one.variable for one in described() if one.secret} == {
        "TODAK_TELEGRAM__TOKEN",
        "TODAK_WEBHOOK__SECRET",
    }
