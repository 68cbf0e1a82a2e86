"""Telegram's HTML: escaping, clipping and splitting, within the size of a message."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

LIMIT: Final = 4096
"""Longest message text, "1-4096 characters after entities parsing" (Bot API, sendMessage).

Telegram doesn't say which characters. Its entity offsets count UTF-16 code units, and no
other reading counts more, so everything here counts those: an emoji is two.
"""

_TAG: Final = re.compile(r"<[^<>]*>")
_LINE: Final = re.compile(r"(?:<[^<>]*>|[^\n])+\n?|\n")
_WORD: Final = re.compile(r"(?:<[^<>]*>|\S)+\s*|\s+")
_TOKEN: Final = re.compile(r"<[^<>]*>|&#?\w+;|.", re.DOTALL)


class Markup(str):
    """Text that is Telegram HTML already and must not be escaped again.

    An f-string or `str.join` gives a plain `str` back, to be escaped: use `join` here.
    """

    __slots__ = ()


def escape(text: str) -> Markup:
    """Make people's words safe inside Telegram's HTML; what is `Markup` already stays as it is."""
    if isinstance(text, Markup):
        return text
    return Markup(
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def unescape(markup: str) -> str:
    """Return the text a person sees: tags gone, entities parsed."""
    return html.unescape(_TAG.sub("", markup))


def join(parts: Iterable[str], by: str = "\n") -> Markup:
    """Join lines of a list; each part is escaped unless it is `Markup`."""
    return Markup(escape(by).join(escape(part) for part in parts))


def units(text: str) -> int:
    """Count a plain text's UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def width(markup: str) -> int:
    """Count the UTF-16 code units of HTML after its entities are parsed."""
    return units(unescape(markup))


def clip(text: str, limit: int = LIMIT) -> str:
    """Shorten plain text to `limit` UTF-16 units (at least 1) with "…" at its end; escape after."""
    if units(text) <= limit:
        return text
    room = limit - 1
    end = 0
    while units(text[end]) <= room:
        room -= units(text[end])
        end += 1
    # A joiner or a variation selector left at the end would draw half an emoji.
    return text[:end].rstrip(" \n\u200d\ufe0f") + "…"


def split(markup: str, limit: int = LIMIT) -> list[Markup]:
    """Split long HTML into messages of at most `limit` UTF-16 units after parsing.

    Breaks fall at line breaks; a line too long for one message breaks between words, a word
    too long anywhere but inside a tag or an entity. Tags open at a break are closed and opened
    again behind it. Blank pieces are left out, so blank text gives no message at all.
    """
    pieces: list[Markup] = []
    current, room = "", limit
    opened: tuple[str, ...] = ()
    for chunk in _chunks(markup, limit):
        if width(chunk.rstrip()) > room:
            pieces.append(_closed(current, opened))
            current, room = "".join(opened), limit
        current += chunk
        room -= width(chunk)
        opened = _open_after(opened, chunk)
    pieces.append(_closed(current, opened))
    return [piece for piece in pieces if unescape(piece).strip()]


def _chunks(markup: str, limit: int) -> Iterator[str]:
    for line in _LINE.findall(markup):
        if width(line) <= limit:
            yield line
            continue
        for word in _WORD.findall(line):
            yield from [word] if width(word) <= limit else _TOKEN.findall(word)


def _open_after(opened: tuple[str, ...], chunk: str) -> tuple[str, ...]:
    for tag in _TAG.findall(chunk):
        opened = opened[:-1] if tag.startswith("</") else (*opened, tag)
    return opened


def _closed(text: str, opened: tuple[str, ...]) -> Markup:
    names = [re.split(r"[<\s>]", tag)[1] for tag in reversed(opened)]
    return Markup(text.rstrip().lstrip("\n") + "".join(f"</{name}>" for name in names))
