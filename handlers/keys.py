"""What stands under a message: inline keys, and the one reply keyboard Todak needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.buttons import pack
from texts.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """A key that opens an address."""

    url: str


@dataclass(frozen=True, slots=True)
class Key:
    """One inline key: the text key of its label, what it does (a packed value or a Link)."""

    label: str
    does: object
    args: Mapping[str, Any] = field(default_factory=dict)


Keys = Sequence[Sequence[Key]]


def key(label: str, does: object, /, **args: Any) -> Key:
    """One inline key; `args` fill its label."""
    return Key(label, does, args)


def inline(rows: Keys, words: Words) -> dict[str, Any]:
    """An InlineKeyboardMarkup with labels in one language; no rows takes the keys away."""
    return {"inline_keyboard": [[_one(each, words) for each in row] for row in rows]}


def _one(each: Key, words: Words) -> dict[str, Any]:
    label = words.plain(each.label, **each.args)
    if isinstance(each.does, Link):
        return {"text": label, "url": each.does.url}
    return {"text": label, "callback_data": pack(each.does)}
