"""The whole state as JSON and back: a world can be put down and taken up again."""

import base64
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from sandbox.state import State

Json = dict[str, Any]


def put_down(state: State) -> Json:
    """`state` as values that json.dumps takes; bytes become base64."""
    shape: Json = _plain(state)
    return shape


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


def taken_up(shape: Json) -> State:
    """The state that `put_down` wrote; pass it to `World(state=...)`."""
    state: State = _built(State, shape)
    return state


@cache
def _hints(kind: Callable[..., Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, value: Any) -> Any:
    if value is None or kind is Any:
        return value
    if is_dataclass(kind):
        return kind(**{name: _built(hint, value[name]) for name, hint in _hints(kind).items()})  # type: ignore[operator,arg-type]  # `kind` is the class itself
    origin, inner = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return _built(inner[0], value)
    if origin is dict:
        return {inner[0](key): _built(inner[1], one) for key, one in value.items()}
    if origin is list:
        return [_built(inner[0], one) for one in value]
    return base64.b64decode(value) if kind is bytes else kind(value)
