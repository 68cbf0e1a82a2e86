"""Where settings come from: config.toml, then the environment, whose word counts more.

Only the environment carries secrets, as a variable or as the name of a file that holds one.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import SecretStr, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from bot.settings_refused import TOKEN_SHAPE, SettingsRefused, did_you_mean

PREFIX = "TODAK_"
CONFIG = "TODAK_CONFIG"
USUAL_FILE = Path("config.toml")
LARGEST_FILE = 256 * 1024
LARGEST_SECRET = 4 * 1024

Values = dict[str, dict[str, Any]]
Keys = Mapping[tuple[str, str], FieldInfo]


def variable(section: str, key: str) -> str:
    """Name the environment variable that overrides a key."""
    return f"{PREFIX}{section}__{key}".upper()


def is_secret(field: FieldInfo) -> bool:
    """Tell whether a key is kept out of config.toml, out of logs and out of refusals."""
    return field.annotation is SecretStr


def chosen_file(path: Path | None, environ: Mapping[str, str]) -> Path | None:
    """Choose the named file, or the one TODAK_CONFIG names, or ./config.toml where there is one."""
    if path is None and environ.get(CONFIG):
        return Path(environ[CONFIG])
    return path or (USUAL_FILE if USUAL_FILE.exists() else None)


def read_file(where: Path, keys: Keys) -> dict[str, Any]:
    """Read the file; raises `SettingsRefused` when it can't be, is no TOML, or holds a secret."""
    text = _text(where, LARGEST_FILE, "name another file in TODAK_CONFIG, or none")
    if TOKEN_SHAPE.search(text):
        raise SettingsRefused(
            f"{where} holds a bot token: take it out and set {variable('telegram', 'token')}"
            " instead. If others could read the file, get a new token from BotFather (/revoke)."
        )
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsRefused(f"{where} is not valid TOML: {error}.") from None
    _refuse_secrets(where, values, keys)
    return values


def read_environment(environ: Mapping[str, str], keys: Keys) -> Values:
    """Take every TODAK_ variable; raises `SettingsRefused` for those that name no known key."""
    values: Values = {}
    known = {variable(*key): key for key in keys}
    files = {f"{variable(*key)}_FILE": key for key, field in keys.items() if is_secret(field)}
    ours = {name: text for name, text in environ.items() if name.upper().startswith(PREFIX)}
    choice = [CONFIG, *known, *files]
    unknown = sorted(set(ours) - set(choice))
    if unknown:
        raise SettingsRefused(
            *(f"{name} is no setting: {did_you_mean(name.upper(), choice)}" for name in unknown)
        )
    for name, (section, key) in known.items():
        if name in ours:
            values.setdefault(section, {})[key] = _value(keys[section, key], ours[name])
    for name, (section, key) in files.items():
        if ours.get(name):
            _refuse_both(name, ours, variable(section, key))
            values.setdefault(section, {})[key] = _secret_in(Path(ours[name]), name)
    return values


def _refuse_both(name: str, ours: Mapping[str, str], twin: str) -> None:
    if ours.get(twin):
        raise SettingsRefused(f"{name} and {twin} are both set: keep one of them.")


def _secret_in(path: Path, name: str) -> SecretStr:
    secret = _text(path, LARGEST_SECRET, f"let {name} name a file that the bot may read").strip()
    if not secret:
        raise SettingsRefused(f"the file that {name} names is empty: put the secret into it.")
    return SecretStr(secret)


def _refuse_secrets(where: Path, values: Mapping[str, Any], keys: Keys) -> None:
    sentences = [
        f"{where} holds {section}.{key}, which is a secret: take it out and set"
        f" {variable(section, key)} instead."
        for (section, key), field in keys.items()
        if is_secret(field) and key in _table(values, section)
    ]
    if _holds_password(_table(values, "database").get("url")):
        sentences.append(
            f"{where} holds a database.url with a password: take it out and set"
            f" {variable('database', 'url')} instead."
        )
    if sentences:
        raise SettingsRefused(*sentences)


def _table(values: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    table = values.get(section)
    return table if isinstance(table, dict) else {}


def _holds_password(url: object) -> bool:
    login, at, _ = str(url).partition("://")[2].rpartition("@")
    return bool(at) and ":" in login


def _text(path: Path, largest: int, otherwise: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise SettingsRefused(f"{path} can't be read ({error.strerror}): {otherwise}.") from None
    except UnicodeDecodeError:
        raise SettingsRefused(f"{path} is not UTF-8: save it as UTF-8.") from None
    if len(content) > largest:
        raise SettingsRefused(f"{path} is larger than {largest} bytes: {otherwise}.")
    return text


def _value(field: FieldInfo, text: str) -> Any:
    """Turn a variable's text into the key's type; the model refuses what doesn't fit."""
    try:
        if get_origin(field.annotation) is tuple:
            item = TypeAdapter(get_args(field.annotation)[0])
            return tuple(item.validate_strings(part.strip()) for part in text.split(","))
        return TypeAdapter(field.annotation).validate_strings(text)
    except ValidationError:
        return text
