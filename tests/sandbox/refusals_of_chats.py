"""What Telegram refuses about chats, members, links and the bot itself."""

from typing import Any

Json = dict[str, Any]

LIMITED = "member limit can't be specified for links requiring administrator approval"

# The letters stand for what `names` in test_sandbox_refusals makes.
OF_CHATS: list[tuple[str, Json, str]] = [
    ("getChat", {"chat_id": 1}, "chat not found"),
    ("getChatMember", {"chat_id": "G", "user_id": 0}, "invalid user_id specified"),
    ("getChatMember", {"chat_id": "G", "user_id": 1}, "member not found"),
    ("getChatMember", {"chat_id": "P", "user_id": "C"}, "member not found"),
    ("getChatAdministrators", {"chat_id": "P"}, "there are no administrators in the private chat"),
    ("setChatTitle", {"chat_id": "P", "title": "a"}, "can't change private chat title"),
    ("setChatTitle", {"chat_id": "G", "title": " "}, "title must be non-empty"),
    ("setChatTitle", {"chat_id": "M", "title": "a"}, "not enough rights to change chat title"),
    ("setChatDescription", {"chat_id": "P"}, "can't change private chat description"),
    ("setChatDescription", {"chat_id": "G", "description": ""}, "chat description is not modified"),
    (
        "setChatDescription",
        {"chat_id": "M", "description": "a"},
        "not enough rights to set chat description",
    ),
    ("createChatInviteLink", {"chat_id": "P"}, "can't invite members to a private chat"),
    ("createChatInviteLink", {"chat_id": "M"}, "not enough rights to manage chat invite link"),
    ("createChatInviteLink", {"chat_id": "G", "name": "a" * 33}, "INVITE_TITLE_TOO_LONG"),
    ("createChatInviteLink", {"chat_id": "G", "expire_date": 1}, "EXPIRE_DATE_INVALID"),
    ("createChatInviteLink", {"chat_id": "G", "member_limit": 100_000}, "USAGE_LIMIT_INVALID"),
    (
        "createChatInviteLink",
        {"chat_id": "G", "member_limit": 1, "creates_join_request": True},
        LIMITED,
    ),
    (
        "editChatInviteLink",
        {"chat_id": "G", "invite_link": "https://t.me/+x"},
        "INVITE_HASH_EXPIRED",
    ),
    ("editChatInviteLink", {"chat_id": "G"}, 'parameter "invite_link" is required'),
    (
        "revokeChatInviteLink",
        {"chat_id": "G", "invite_link": "https://t.me/+x"},
        "INVITE_HASH_EXPIRED",
    ),
    ("exportChatInviteLink", {"chat_id": "M"}, "not enough rights to manage chat invite link"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": "H"}, "HIDE_REQUESTER_MISSING"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": "C"}, "USER_ALREADY_PARTICIPANT"),
    ("approveChatJoinRequest", {"chat_id": "G", "user_id": 1}, "user not found"),
    ("approveChatJoinRequest", {"chat_id": "G"}, "invalid user_id specified"),
    (
        "approveChatJoinRequest",
        {"chat_id": "P", "user_id": "H"},
        "the chat can't have join requests",
    ),
    (
        "approveChatJoinRequest",
        {"chat_id": "M", "user_id": "H"},
        "not enough rights to manage chat join requests",
    ),
    ("declineChatJoinRequest", {"chat_id": "G", "user_id": "H"}, "HIDE_REQUESTER_MISSING"),
    ("banChatMember", {"chat_id": "G", "user_id": "BOT"}, "can't restrict self"),
    ("banChatMember", {"chat_id": "G", "user_id": "C"}, "can't remove chat owner"),
    ("banChatMember", {"chat_id": "G", "user_id": 0}, "invalid user_id specified"),
    ("banChatMember", {"chat_id": "G", "user_id": 1}, "member not found"),
    ("banChatMember", {"chat_id": "G", "user_id": "A"}, "user is an administrator of the chat"),
    ("banChatMember", {"chat_id": "P", "user_id": "H"}, "can't ban members in private chats"),
    (
        "banChatMember",
        {"chat_id": "M", "user_id": "H"},
        "not enough rights to restrict/unrestrict chat member",
    ),
    (
        "banChatMember",
        {"chat_id": "B", "user_id": "H"},
        "need to be inviter of a user to kick it from a basic group",
    ),
    (
        "unbanChatMember",
        {"chat_id": "B", "user_id": "H"},
        "method is available for supergroup and channel chats only",
    ),
    (
        "restrictChatMember",
        {"chat_id": "B", "user_id": "H", "permissions": {}},
        "method is available only for supergroups",
    ),
    (
        "restrictChatMember",
        {"chat_id": "G", "user_id": "H"},
        'parameter "permissions" is required',
    ),
    (
        "promoteChatMember",
        {"chat_id": "B", "user_id": "H"},
        "method is available for supergroup and channel chats only",
    ),
    (
        "promoteChatMember",
        {"chat_id": "M", "user_id": "H", "can_pin_messages": True},
        "not enough rights",
    ),
    (
        "promoteChatMember",
        {"chat_id": "G", "user_id": "H", "can_pin_messages": True},
        "USER_NOT_PARTICIPANT",
    ),
    (
        "promoteChatMember",
        {"chat_id": "G", "user_id": "H", "can_edit_stories": True},
        "RIGHT_FORBIDDEN",
    ),
    ("leaveChat", {"chat_id": "P"}, "can't leave private chats"),
    ("createForumTopic", {"chat_id": "G", "name": "a"}, "the chat is not a forum"),
    ("createForumTopic", {"chat_id": "F", "name": " "}, "name must be non-empty"),
    (
        "createForumTopic",
        {"chat_id": "F", "name": "a", "icon_color": 5},
        "invalid icon color specified",
    ),
    ("editForumTopic", {"chat_id": "F", "message_thread_id": 99, "name": "a"}, "TOPIC_ID_INVALID"),
    ("closeForumTopic", {"chat_id": "F", "message_thread_id": 99}, "TOPIC_ID_INVALID"),
    (
        "setMyCommands",
        {"commands": [{"command": "Start!", "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a" * 33, "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": "가" * 257}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": "a"}] * 101},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    ("setMyCommands", {}, 'parameter "commands" is required'),
    ("setMyDescription", {"description": "가" * 513}, "bot description is too long"),
    (
        "setMyShortDescription",
        {"short_description": "가" * 121},
        "bot short description is too long",
    ),
    ("setMyName", {"name": "가" * 65}, "bot name is too long"),
    (
        "setChatMenuButton",
        {"menu_button": {"type": "door"}},
        "can't parse menu button: MenuButton has unsupported type",
    ),
    ("setChatMenuButton", {"chat_id": 1}, "chat not found"),
    ("getFile", {}, "file_id not specified"),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ("setWebhook", {"url": "ftp://a.kr"}, "invalid webhook URL specified"),
    ("setWebhook", {"url": "https://a.kr", "secret_token": "a" * 257}, "secret token is too long"),
    (
        "setWebhook",
        {"url": "https://a.kr", "secret_token": "!"},
        "secret token contains unallowed characters",
    ),
]
