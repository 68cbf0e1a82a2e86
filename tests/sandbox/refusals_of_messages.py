"""What Telegram refuses about messages: method, parameters, reason."""

from typing import Any

from sandbox.markup import MAX_BUTTONS

Json = dict[str, Any]

LONG = "가" * 4097
MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def inline(**button: Any) -> Json:
    return {"inline_keyboard": [[button]]}


def keyboard(**button: Any) -> Json:
    return {"keyboard": [[button]]}


# "P": 하늘's private chat, "G": a supergroup the bot administers fully, "M": one where it is a
# plain member, "F": a forum, "B": a basic group, "H": 하늘, "C": the creator of G.
OF_MESSAGES: list[tuple[str, Json, str]] = [
    ("sendMessage", {"text": "a"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1, "text": "a"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
    ("sendMessage", {"chat_id": "P"}, "message text is empty"),
    ("sendMessage", {"chat_id": "P", "text": " \n"}, "message text is empty"),
    ("sendMessage", {"chat_id": "P", "text": LONG}, "message is too long"),
    (
        "sendMessage",
        {"chat_id": "P", "text": "<x>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_parameters": {"message_id": 999}},
        "message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": "{"},
        "can't parse reply markup JSON object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": "[1]"},
        "object expected as reply markup",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"inline_keyboard": [1]}},
        'field "inline_keyboard" must be an Array of Arrays',
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"inline_keyboard": [["x"]]}},
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a")},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text=" ", callback_data="a")},
        "inline keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", callback_data="가" * 22)},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", callback_data="")},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": inline(text="a", url="no address")},
        "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {
            "chat_id": "P",
            "text": "a",
            "reply_markup": {
                "inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * (MAX_BUTTONS + 1)
            },
        },
        "reply markup is too long",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": {"keyboard": [[7]]}},
        "can't parse keyboard button: KeyboardButton must be a String or an Object",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "reply_markup": keyboard(text="")},
        "keyboard button text must be non-empty",
    ),
    (
        "sendMessage",
        {"chat_id": "G", "text": "a", "reply_markup": keyboard(text="a", request_contact=True)},
        "phone number can be requested in private chats only",
    ),
    (
        "sendMessage",
        {
            "chat_id": "G",
            "text": "a",
            "reply_markup": keyboard(
                text="a", request_chat={"request_id": 1, "chat_is_channel": False}
            ),
        },
        "chats can be requested in private chats only",
    ),
    (
        "sendMessage",
        {"chat_id": "F", "text": "a", "message_thread_id": 99},
        "message thread not found",
    ),
    (
        "sendMessage",
        {"chat_id": "P", "text": "a", "message_thread_id": 99},
        "message thread not found",
    ),
    ("sendDocument", {"chat_id": "P"}, "there is no document in the request"),
    (
        "sendDocument",
        {"chat_id": "P", "document": "nothing"},
        "wrong remote file identifier specified: Wrong string length",
    ),
    ("sendPhoto", {"chat_id": "P"}, "there is no photo in the request"),
    (
        "sendPhoto",
        {"chat_id": "P", "photo": "https://a.kr/a.jpg"},
        "failed to get HTTP URL content",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": 91, "longitude": 1, "title": "a", "address": "b"},
        "wrong latitude/longitude specified",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": "x", "longitude": 1, "title": "a", "address": "b"},
        "latitude is empty",
    ),
    (
        "sendVenue",
        {"chat_id": "P", "latitude": 1, "longitude": 1, "address": "b"},
        'parameter "title" is required',
    ),
    ("sendPoll", {"chat_id": "P", "options": ["a"]}, "text must be non-empty"),
    (
        "sendPoll",
        {"chat_id": "P", "question": "가" * 301, "options": ["a"]},
        "poll question length must not exceed 300",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": []},
        "poll must have at least one answer option",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["a"] * 13},
        "poll can't have more than 12 options",
    ),
    ("sendPoll", {"chat_id": "P", "question": "a", "options": [" "]}, "text must be non-empty"),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["가" * 101]},
        "poll options length must not exceed 100",
    ),
    (
        "sendPoll",
        {"chat_id": "P", "question": "a", "options": ["a"], "type": "b"},
        "unsupported poll type specified",
    ),
    ("sendChatAction", {"chat_id": "P", "action": "sleep"}, "wrong parameter action in request"),
    (
        "copyMessage",
        {"chat_id": "P", "from_chat_id": "P", "message_id": 999},
        "message to copy not found",
    ),
    (
        "copyMessage",
        {"chat_id": "P", "from_chat_id": "G", "message_id": 1},
        "message can't be copied",
    ),
    (
        "forwardMessage",
        {"chat_id": "P", "from_chat_id": "P", "message_id": 999},
        "message to forward not found",
    ),
    (
        "forwardMessage",
        {"chat_id": "P", "from_chat_id": "G", "message_id": 1},
        "message can't be forwarded",
    ),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": 999, "text": "a"},
        "message to edit not found",
    ),
    ("editMessageText", {"message_id": 999, "text": "a"}, "chat identifier is not specified"),
    ("editMessageText", {"chat_id": "P", "text": "a"}, "message identifier is not specified"),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "SAID", "text": ""},
        "message text is empty",
    ),
    ("editMessageText", {"chat_id": "P", "message_id": "SAID", "text": "a"}, MODIFIED),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "START", "text": "a"},
        "message can't be edited",
    ),
    (
        "editMessageText",
        {"chat_id": "P", "message_id": "FILE", "text": "a"},
        "there is no text in the message to edit",
    ),
    ("editMessageReplyMarkup", {"chat_id": "P", "message_id": "SAID"}, MODIFIED),
    ("deleteMessage", {"chat_id": "P", "message_id": 999}, "message to delete not found"),
    ("deleteMessage", {"message_id": 999}, "chat identifier is not specified"),
    ("deleteMessage", {"chat_id": "M", "message_id": 1}, "message can't be deleted"),
    ("answerCallbackQuery", {"callback_query_id": "7"}, TOO_OLD),
    ("answerCallbackQuery", {"callback_query_id": "7", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    ("pinChatMessage", {"chat_id": "G", "message_id": 999}, "message to pin not found"),
    ("pinChatMessage", {"chat_id": "G", "message_id": 1}, "message can't be pinned"),
    (
        "pinChatMessage",
        {"chat_id": "M", "message_id": 1},
        "not enough rights to manage pinned messages in the chat",
    ),
    ("unpinChatMessage", {"chat_id": "G", "message_id": 1}, "message to unpin not found"),
    ("unpinChatMessage", {"chat_id": "G"}, "message to unpin not found"),
    (
        "unpinChatMessage",
        {"chat_id": "M"},
        "not enough rights to manage pinned messages in the chat",
    ),
    ("setMessageReaction", {"chat_id": "P", "message_id": 999}, "message to react not found"),
    (
        "setMessageReaction",
        {"chat_id": "P", "message_id": "START", "reaction": [{"type": "emoji", "emoji": "x"}]},
        "REACTION_INVALID",
    ),
    (
        "setMessageReaction",
        {
            "chat_id": "P",
            "message_id": "START",
            "reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}],
        },
        "REACTIONS_TOO_MANY",
    ),
]
