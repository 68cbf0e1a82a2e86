"""A message as somebody sees it on the screen."""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from sandbox.state import Message, StoredFile

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

TAG_OF = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One message on a screen; `message` is the state behind it."""

    world: "World"
    message: Message

    @property
    def id(self) -> int:
        return self.message.id

    @property
    def text(self) -> str:
        """Text or caption without marks; "" when there is neither."""
        content = self.message.content
        return str(content.get("text") or content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        content = self.message.content
        return list(content.get("entities") or content.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """The text with its marks as HTML."""
        return to_html(self.text, self.entities)

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """Inline buttons in reading order: (label, callback data or address)."""
        rows = self.message.inline_keyboard or []
        return [(one["text"], _target(one)) for row in rows for one in row]

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons]

    @property
    def document(self) -> StoredFile | None:
        """The file that hangs on the message, with `.name` and `.data`."""
        shape = (
            self.message.content.get("document")
            or (self.message.content.get("photo") or [None])[-1]
        )
        return self.world.state.files[shape["file_id"]] if shape else None

    @property
    def from_bot(self) -> bool:
        return self.message.sender_id == self.world.bot.id

    @property
    def edited(self) -> bool:
        return self.message.edit_date > 0


def _target(button: Json) -> str:
    for field in ("callback_data", "url"):
        if field in button:
            return str(button[field])
    return next((f"{name}:{value}" for name, value in button.items() if name != "text"), "")


def to_html(text: str, entities: list[Json]) -> str:
    """Marks put back around the text they cover; what Telegram found by itself stays bare."""
    units = text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for order, one in enumerate(entities):
        tags = _tags(one)
        if tags is not None:
            start, end = one["offset"], one["offset"] + one["length"]
            marks.append((start, 1, order, tags[0]))
            marks.append((end, 0, -order, tags[1]))
    out, position = [], 0
    for at, _, _, tag in sorted(marks):
        out.append(escape(units[position * 2 : at * 2].decode("utf-16-le"), quote=False))
        out.append(tag)
        position = at
    out.append(escape(units[position * 2 :].decode("utf-16-le"), quote=False))
    return "".join(out)


def _tags(entity: Json) -> tuple[str, str] | None:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    tag = TAG_OF.get(entity["type"])
    return (f"<{tag}>", f"</{tag}>") if tag else None
