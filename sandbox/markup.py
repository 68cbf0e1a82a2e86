"""Reply markup as a bot sends it: checked, and split into what hangs on a message or on a chat."""

import re
from dataclasses import dataclass
from typing import Any

from sandbox.refusals import bad_request
from sandbox.rights import rights_of

Json = dict[str, Any]
Rows = list[list[Json]]

MAX_BUTTONS = 100
MAX_DATA_BYTES = 64
ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
        "disabled",
    }
)
PRIVATE_ONLY = {
    "request_contact": "Phone number",
    "request_location": "Location",
    "request_poll": "Poll",
    "request_users": "Users",
    "request_chat": "Chats",
}
URL = re.compile(r"^(?:https?://)?[^\s/?#.]+\.[^\s/?#]+|^https?://localhost|^tg://\S+")


@dataclass(frozen=True, slots=True)
class Markup:
    """`inline` hangs on the message; `keyboard`: reply keyboard, its removal, a forced reply."""

    inline: Rows | None = None
    keyboard: Json | None = None


NO_MARKUP = Markup()


def _rows(value: object, field: str) -> Rows:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    if sum(len(row) for row in value) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in value if row]


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise bad_request(
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object"
        )
    if not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not ACTIONS & button.keys():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not URL.match(button["url"]):
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    return button


def _reply_button(button: object, *, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request(
            "can't parse keyboard button: KeyboardButton must be a String or an Object"
        )
    if not str(button.get("text", "")).strip():
        raise bad_request("keyboard button text must be non-empty")
    for field, words in PRIVATE_ONLY.items():
        if button.get(field) and not private:
            raise bad_request(f"{words} can be requested in private chats only")
    if request := button.get("request_chat"):
        _check_request_chat(request)
    return button


def _check_request_chat(request: Json) -> None:
    """The asker's rights must include the bot's (the Bot API's own rule)."""
    asker = request.get("user_administrator_rights")
    bot = request.get("bot_administrator_rights")
    if bot and not set(rights_of(bot)) <= set(rights_of(asker or {})):
        raise bad_request("USER_RIGHTS_MISSING")


def read_markup(value: object, *, private: bool) -> Markup:
    """Check `reply_markup`; raises a Refusal in Telegram's words."""
    if value is None:
        return NO_MARKUP
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline_keyboard")
        return Markup(inline=[[_inline_button(one) for one in row] for row in rows] or None)
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard")
        shown = [[_reply_button(one, private=private) for one in row] for row in rows]
        return Markup(keyboard=value | {"keyboard": shown})
    return Markup(keyboard=value) if value else NO_MARKUP
