"""The settings in force, each with where it comes from; secrets stay hidden."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.settings import Described, Settings, described
from bot.settings_sources import chosen_file


def shown(chosen: Settings, environ: Mapping[str, str]) -> Iterator[str]:
    """One line per key: name, value, source."""
    file = chosen_file(None, environ)
    written = tomllib.loads(file.read_text("utf-8-sig")) if file else {}
    for each in described():
        value = _value(chosen, each)
        yield f"    {each.section}.{each.key} = {value}  ({_source(each, written, file, environ)})"


def _value(chosen: Settings, each: Described) -> str:
    if (each.section, each.key) == ("database", "url"):
        return chosen.database.shown
    value = getattr(getattr(chosen, each.section), each.key)
    if isinstance(value, SecretStr):
        return "set, hidden" if value.get_secret_value() else "not set"
    return repr(value) if isinstance(value, str) else str(value)


def _source(
    each: Described, written: dict[str, Any], file: Path | None, environ: Mapping[str, str]
) -> str:
    for name in (each.variable, f"{each.variable}_FILE"):
        if environ.get(name):
            return name
    return str(file) if each.key in written.get(each.section, {}) else "default"
