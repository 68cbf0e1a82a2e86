"""Buttons are values: a frozen dataclass packed into callback data, registered by its type."""

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from typing import Any, TypeVar, get_type_hints

B = TypeVar("B")

CALLBACK_BYTES = 64  # Telegram's limit on callback_data

_codes: dict[type[Any], str] = {}
_kinds: dict[str, type[Any]] = {}
_readers: dict[type[Any], list[Callable[[str], Any]]] = {}


def packed(code: str) -> Callable[[type[B]], type[B]]:
    """Make a frozen dataclass one that can travel: in a button, or as who wants a result.

    Its fields may be int, bool, str (last field only, no limit but the bytes) and enums.
    """

    def register(kind: type[B]) -> type[B]:
        if code in _kinds:
            raise ValueError(f"two values are packed as {code!r}")
        _codes[kind], _kinds[code] = code, kind
        return kind

    return register


def pack(value: object) -> str:
    """Write a value as `code:field:field`."""
    shape: Any = value
    parts = [_write(getattr(value, field.name)) for field in fields(shape)]
    return ":".join([_codes[type(value)], *parts])


def unpack(data: str) -> Any | None:
    """Read a value back; None for what no release of this bot could have written."""
    code, _, rest = data.partition(":")
    kind = _kinds.get(code)
    if kind is None:
        return None
    readers = _readers_of(kind)
    parts = rest.split(":", len(readers) - 1) if readers else []
    if len(parts) != len(readers):
        return None
    try:
        return kind(*(read(part) for read, part in zip(readers, parts, strict=True)))
    except ValueError:
        return None


def kinds() -> list[type[Any]]:
    """Every packed type, for the house's own tests."""
    return list(_codes)


def _readers_of(kind: type[Any]) -> list[Callable[[str], Any]]:
    if kind not in _readers:
        hints = get_type_hints(kind)
        _readers[kind] = [_reader(hints[field.name]) for field in fields(kind)]
    return _readers[kind]


def _reader(hint: Any) -> Callable[[str], Any]:
    if hint is bool:
        return lambda part: bool(int(part))
    return hint  # type: ignore[no-any-return]  # int, str and enums read their own text


def _write(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return str(value.value) if isinstance(value, Enum) else str(value)
