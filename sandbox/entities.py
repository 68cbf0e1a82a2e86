"""Text as Telegram reads it: HTML to text with entities, and what it marks by itself.

Offsets and lengths are UTF-16 units. Wording of refusals follows TDLib's MessageEntity.cpp, whose
byte offsets count UTF-8 bytes of the text as sent.
"""

import re
from dataclasses import dataclass
from typing import Any

from sandbox.refusals import bad_request

Json = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(?:#(x[0-9a-fA-F]{1,6}|[0-9]{1,7})|([a-z]+));?")
TOKEN = re.compile(r"<(/?)([^\s>]*)([^>]*)(>?)")
ATTRIBUTE = re.compile(r"""([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<url>(?:https?://|t\.me/)[^\s<>\"]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
)


def utf16(text: str) -> int:
    """The length of `text` in UTF-16 units, as offsets in the Bot API count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    start: int
    extra: Json


def _decoded(text: str) -> str:
    """Character references as TDLib decodes them: four names and numbers, the rest stays."""

    def one(match: re.Match[str]) -> str:
        number, name = match.group(1), match.group(2)
        if name:
            return NAMED.get(name, match.group(0))
        code = int(number[1:], 16) if number.startswith("x") else int(number)
        return chr(code) if 0 < code <= 0x10FFFF else match.group(0)

    return ENTITY.sub(one, text) if "&" in text else text


def _refuse(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _attributes(tag: str, text: str) -> Json:
    found = {name.lower(): _decoded(value.strip("\"'")) for name, value in ATTRIBUTE.findall(text)}
    if tag == "a":
        return {"url": found.get("href", "")}
    if tag == "code":
        return {"language": found.get("class", "").removeprefix("language-")}
    if tag == "tg-emoji":
        return {"custom_emoji_id": found.get("emoji-id", "")}
    if tag == "blockquote" and "expandable" in found:
        return {"type": "expandable_blockquote"}
    return {"class": found["class"]} if tag == "span" and "class" in found else {}


class _Html:
    """One text on its way from HTML to (text, entities)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.offset = 0
        self.stack: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        position = 0
        while (mark := self.source.find("<", position)) >= 0:
            self._add(self.source[position:mark])
            position = self._tag(mark)
        self._add(self.source[position:])
        if self.stack:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.out), self.entities

    def _add(self, piece: str) -> None:
        piece = _decoded(piece)
        self.out.append(piece)
        self.offset += utf16(piece)

    def _tag(self, mark: int) -> int:
        match = TOKEN.match(self.source, mark)
        at = len(self.source[:mark].encode())
        if match is None or not match.group(4):
            which = "end" if self.source.startswith("</", mark) else "start"
            raise _refuse(f"Unclosed {which} tag at byte offset {at}")
        closing, tag, rest = match.group(1), match.group(2).lower(), match.group(3)
        if closing:
            self._close(tag, at)
        else:
            self._open(tag, rest, at)
        return match.end()

    def _open(self, tag: str, rest: str, at: int) -> None:
        if tag not in TAGS:
            raise _refuse(f'Unsupported start tag "{tag}" at byte offset {at}')
        extra = _attributes(tag, rest)
        if tag == "span" and extra.pop("class", "") != "tg-spoiler":
            raise _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.stack.append(_Open(tag, self.offset, extra))

    def _close(self, tag: str, at: int) -> None:
        if not self.stack:
            raise _refuse(f"Unexpected end tag at byte offset {at}")
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise _refuse(
                f"Unmatched end tag at byte offset {at}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        length = self.offset - opened.start
        if length:
            entity = {"type": TAGS[opened.tag], "offset": opened.start, "length": length}
            self._keep(entity, {name: value for name, value in opened.extra.items() if value})

    def _keep(self, entity: Json, extra: Json) -> None:
        """<pre> around <code class="language-…"> is one entity; a link without address is none."""
        last = self.entities[-1] if self.entities else {}
        if entity["type"] == "pre" and last == entity | {"type": "code"} | _language(last):
            self.entities[-1] = last | {"type": "pre"}
        elif entity["type"] != "text_link" or "url" in extra:
            self.entities.append(entity | extra)


def _language(entity: Json) -> Json:
    return {"language": entity["language"]} if "language" in entity else {}


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of `source`; raises a Refusal in TDLib's words."""
    if "<" not in source and "&" not in source:
        return source, []
    text, entities = _Html(source).parse()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without white space at both ends, entities moved along and cut to what is left."""
    shown = text.strip()
    if shown == text:
        return text, entities
    lead = utf16(text[: len(text) - len(text.lstrip())])
    size = utf16(shown)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return shown, kept


def found_entities(text: str) -> list[Json]:
    """Commands, links, addresses and mentions that Telegram marks without being asked."""
    if not any(sign in text for sign in "/@"):
        return []
    return [
        {
            "type": match.lastgroup,
            "offset": utf16(text[: match.start()]),
            "length": utf16(match.group()),
        }
        for match in FOUND.finditer(text)
    ]


def formatted(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """What a message shows: `parse_mode` HTML or none; raises a Refusal."""
    mode = parse_mode.lower()
    if mode not in {"", "none", "html"}:
        raise bad_request("unsupported parse_mode")
    marked: list[Json] = []
    if mode == "html":
        text, marked = parse_html(text)
    elif entities:
        marked = entities
    text, marked = trimmed(text, marked)
    taken = [(one["offset"], one["offset"] + one["length"]) for one in marked]
    marked += [
        one
        for one in found_entities(text)
        if all(
            one["offset"] >= end or one["offset"] + one["length"] <= start for start, end in taken
        )
    ]
    return text, sorted(marked, key=lambda one: (one["offset"], -one["length"]))
