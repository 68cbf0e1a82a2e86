"""The judging itself: aiogram's models, and fields they do not know.

Import it through `sandbox.reader.AiogramReader`: aiogram takes seconds to import.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from aiogram import methods
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter, ValidationError

from sandbox.registry import METHODS, Call

Json = dict[str, Any]

# Fields that Telegram does send and does not document.
UNDOCUMENTED = frozenset(
    {
        "new_chat_participant",
        "new_chat_member",
        "left_chat_participant",
        "all_members_are_administrators",
    }
)
WORDS = frozenset({"text", "caption", "title", "description", "name", "question"})


def check_call(call: Call, body: Json) -> str:
    """Parameters first, then the result of a call that passed."""
    model = _model(call.method)
    if model is None:
        return f"no such method in the Bot API: {call.method}"
    if call.method.lower() not in METHODS:
        return f"the stand-in lacks {call.method}"
    if not body["ok"] and body["error_code"] == 400:
        return ""  # Telegram refused the parameters itself
    objection = _parameters(model, call)
    if objection or not body["ok"]:
        return objection
    return _validated(lambda: _returning(model.__name__).validate_python(body["result"]))


def check_update(raw: Json) -> str:
    return _validated(lambda: Update.model_validate(raw))


def _parameters(model: type[BaseModel], call: Call) -> str:
    known = {field.alias or name for name, field in model.model_fields.items()}
    unknown = sorted(set(call.parameters) - known)
    if unknown:
        return f"unknown parameters {unknown}"
    values = {name: _plain(call, name) for name in call.parameters}
    values |= {name: "attach://" + name for name in call.files if name in known}
    return _validated(lambda: model.model_validate(values))


def _plain(call: Call, name: str) -> Any:
    """Objects and lists that came as JSON text are read; words stay words."""
    raw = call.parameters[name]
    is_json = isinstance(raw, str) and raw[:1] in {"{", "["} and name not in WORDS
    value = call.value(name) if is_json else raw
    return _with_objects(value) if name == "reply_markup" else value


def _with_objects(markup: Any) -> Any:
    """The Bot API takes a plain text for a keyboard's button; aiogram's model does not."""
    if not isinstance(markup, dict) or "keyboard" not in markup:
        return markup
    rows = [
        [{"text": one} if isinstance(one, str) else one for one in row]
        for row in markup["keyboard"]
    ]
    return markup | {"keyboard": rows}


def _validated(read: Callable[[], Any]) -> str:
    try:
        return unknown_field(read())
    except ValidationError as error:
        return str(error)


def unknown_field(value: Any, path: str = "") -> str:
    """The first field that aiogram's models of 10.3 do not know, or ""."""
    if isinstance(value, list):
        return next((found for one in value if (found := unknown_field(one, path))), "")
    if not isinstance(value, BaseModel):
        return ""
    for name in value.model_extra or {}:
        if name not in UNDOCUMENTED:
            return f"unknown field {path}{name}"
    for name in value.model_fields_set:
        if found := unknown_field(getattr(value, name, None), f"{path}{name}."):
            return found
    return ""


@cache
def _model(method: str) -> type[BaseModel] | None:
    known = METHODS.get(method.lower())
    name = known.name if known is not None else method
    return getattr(methods, name[:1].upper() + name[1:], None)


@cache
def _returning(model: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(methods, model).__returning__)
