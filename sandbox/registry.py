"""The table of Bot API methods: each a function with typed parameters.

Parameters arrive as text (a form), JSON values or plain Python (in process); `convert` brings them
to the annotated type the way the official server reads its arguments. Unknown parameters are
ignored, as Telegram does; the independent reader objects to them.
"""

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from sandbox.refusals import METHOD_NOT_FOUND, Refusal, bad_request

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]
ChatRef = int | str
Handler = Callable[..., Any]
F = TypeVar("F", bound=Handler)


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file."""

    name: str
    data: bytes
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Call:
    """What a caller sent: the raw parameters, and files by their field name."""

    method: str
    parameters: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """A parameter that is an object or a list, read from JSON text where it came as text."""
        raw = self.parameters.get(name)
        if not isinstance(raw, str) or raw == "":
            return None if raw == "" else raw
        try:
            return json.loads(raw)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def integer(self, name: str) -> int:
        return to_integer(self.parameters.get(name))

    def flag(self, name: str) -> bool:
        return to_flag(self.parameters.get(name))


def to_integer(raw: object) -> int:
    """As td::to_integer: what is no number is 0."""
    try:
        return int(str(raw if raw is not None else 0).strip() or 0)
    except ValueError:
        return 0


def to_flag(raw: object) -> bool:
    return raw is True or str(raw).lower() in {"true", "yes", "1"}


def to_chat_ref(raw: object) -> ChatRef:
    text = str(raw).strip()
    return int(text) if text.lstrip("-").isdigit() else text


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    annotation: Any
    required: bool
    default: Any

    def read(self, call: Call) -> Any:
        raw = call.parameters.get(self.name)
        if raw is None or raw == "":
            if not self.required:
                return self.default
            return _missing(self.name, self.annotation)
        return convert(raw, self, call)


def _missing(name: str, annotation: Any) -> Any:
    if name == "chat_id":
        raise bad_request("chat_id is empty")
    if annotation is str and name in {"text", "question"}:
        return ""
    if annotation is int:
        return 0
    raise bad_request(f'parameter "{name}" is required')


def convert(raw: Any, parameter: Parameter, call: Call) -> Any:
    kind = parameter.annotation
    if kind is int:
        return to_integer(raw)
    if kind is bool:
        return to_flag(raw)
    if kind is float:
        return _to_float(raw, parameter.name)
    if kind == ChatRef:
        return to_chat_ref(raw)
    if kind in {str, str | None}:
        return raw if isinstance(raw, str) else json.dumps(raw)
    return call.value(parameter.name)


def _to_float(raw: object, name: str) -> float:
    try:
        return float(str(raw))
    except ValueError:
        raise bad_request(f"{name} is empty") from None


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    run: Handler
    parameters: tuple[Parameter, ...]
    wants_call: bool

    def __call__(self, world: "World", call: Call) -> Any:
        bound = {one.name: one.read(call) for one in self.parameters}
        return self.run(world, call, **bound) if self.wants_call else self.run(world, **bound)


METHODS: dict[str, Method] = {}


def bot_method(function: F) -> F:
    """Enter `function(world[, call], *, parameter, ...)` under its Bot API name."""
    first, *rest = function.__name__.split("_")
    name = first + "".join(word.title() for word in rest)
    signature = inspect.signature(function)
    parameters = tuple(
        Parameter(one.name, one.annotation, one.default is one.empty, one.default)
        for one in signature.parameters.values()
        if one.kind is one.KEYWORD_ONLY
    )
    METHODS[name.lower()] = Method(name, function, parameters, "call" in signature.parameters)
    return function


def find(name: str) -> Method:
    """The method of that name (case does not matter); refuses with 404."""
    method = METHODS.get(name.lower())
    if method is None:
        raise Refusal(*METHOD_NOT_FOUND)
    return method
