"""What is too long for Telegram is not lost: a message goes out in parts, the rest is shortened.

Lengths are Telegram's: UTF-16 code units after entities are parsed.
"""

from typing import Any

from texts.escape import LIMIT, split, width

CAPTION_LIMIT = 1024
"""Longest caption, "0-1024 characters after entities parsing" (Bot API, sendDocument)."""
TOAST_LIMIT = 200
"""Longest answer to a press, "0-200 characters" (Bot API, answerCallbackQuery)."""


def fitted(method: str, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The calls that say it all: one nearly always, several for a message that is too long.

    Buttons stand under the last part; the first is the one that replies.
    """
    field, limit = ("caption", CAPTION_LIMIT) if "caption" in params else ("text", LIMIT)
    said = params.get(field, "")
    if params.get("parse_mode") != "HTML" or len(said) * 2 <= limit or width(said) <= limit:
        return [params]
    if method != "sendMessage":
        return [params | {field: split(said, limit - 1)[0] + "…"}]
    parts = [params | {field: part} for part in split(said, limit)]
    for part in parts[1:]:
        part.pop("reply_parameters", None)
    for part in parts[:-1]:
        part.pop("reply_markup", None)
    return parts
