"""State put into the Bot API's JSON objects."""

from typing import Any

from sandbox.state import Chat, ChatType, InviteLink, Message, State, User

Json = dict[str, Any]


def user_shape(user: User) -> Json:
    shape: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    if user.last_name:
        shape["last_name"] = user.last_name
    if user.username:
        shape["username"] = user.username
    if user.language_code:
        shape["language_code"] = user.language_code
    return shape


def bot_shape(user: User) -> Json:
    """What getMe says; privacy mode is on, as BotFather sets it."""
    return user_shape(user) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def private_chat_shape(user: User) -> Json:
    shape: Json = {"id": user.id, "type": "private", "first_name": user.first_name}
    if user.last_name:
        shape["last_name"] = user.last_name
    if user.username:
        shape["username"] = user.username
    return shape


def chat_shape(state: State, chat: Chat) -> Json:
    if chat.type is ChatType.PRIVATE:
        return private_chat_shape(state.users[chat.id])
    shape: Json = {"id": chat.id, "type": chat.type.value, "title": chat.title}
    if chat.is_forum:
        shape["is_forum"] = True
    if chat.type is ChatType.GROUP:
        shape["all_members_are_administrators"] = chat.permissions is None
    return shape


def link_shape(state: State, link: InviteLink, pending: int = 0) -> Json:
    shape: Json = {
        "invite_link": link.link,
        "creator": user_shape(state.users[link.creator_id]),
        "creates_join_request": link.creates_join_request,
        "is_primary": link.is_primary,
        "is_revoked": link.is_revoked,
    }
    optional = {
        "name": link.name,
        "expire_date": link.expire_date,
        "member_limit": link.member_limit,
        "pending_join_request_count": pending,
    }
    return shape | {name: value for name, value in optional.items() if value}


def _pinned_shape(state: State, chat: Chat, message_id: int) -> Json:
    """The pinned message, or what is left of one that was deleted since."""
    target = chat.messages[message_id]
    if target.deleted:
        return {"chat": chat_shape(state, chat), "message_id": message_id, "date": 0}
    return message_shape(state, target, with_reply=False)


def message_shape(state: State, message: Message, *, with_reply: bool = True) -> Json:
    chat = state.chats[message.chat_id]
    shape: Json = {
        "message_id": message.id,
        "from": user_shape(state.users[message.sender_id]),
        "chat": chat_shape(state, chat),
        "date": message.date,
    }
    if message.edit_date:
        shape["edit_date"] = message.edit_date
    if message.thread_id:
        shape["message_thread_id"] = message.thread_id
    if message.is_topic:
        shape["is_topic_message"] = True
    if message.via_forward:
        shape["forward_origin"] = message.via_forward
    replied = chat.messages.get(message.reply_to)
    if with_reply and replied is not None and not replied.deleted:
        shape["reply_to_message"] = message_shape(state, replied, with_reply=False)
    shape |= message.content
    if "pinned_message" in message.content:
        shape["pinned_message"] = _pinned_shape(state, chat, message.content["pinned_message"])
    if message.inline_keyboard:
        shape["reply_markup"] = {"inline_keyboard": message.inline_keyboard}
    return shape
