"""Chats looked at and renamed."""

from typing import TYPE_CHECKING, Any

from sandbox.access import bot_may, need, readable, writable
from sandbox.post import service
from sandbox.refusals import bad_request
from sandbox.registry import ChatRef, bot_method
from sandbox.rights import permissions_of, permissions_shape
from sandbox.shapes import chat_shape, message_shape
from sandbox.state import ChatType

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAX_TITLE = 128
MAX_DESCRIPTION = 255
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@bot_method
def get_chat(world: "World", *, chat_id: ChatRef) -> Json:
    chat = readable(world, chat_id)
    shape = chat_shape(world.state, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    if chat.type is not ChatType.PRIVATE:
        shape["permissions"] = permissions_shape(permissions_of(chat))
        if chat.description:
            shape["description"] = chat.description
        primary = next((one for one in chat.links.values() if one.is_primary), None)
        if primary is not None and bot_may(world, chat, "can_invite_users"):
            shape["invite_link"] = primary.link
    if chat.pinned:
        pinned = chat.messages[chat.pinned[-1]]
        shape["pinned_message"] = message_shape(world.state, pinned, with_reply=False)
    return shape


@bot_method
def set_chat_title(world: "World", *, chat_id: ChatRef, title: str = "") -> bool:
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("can't change private chat title")
    title = title.strip()
    if not title:
        raise bad_request("title must be non-empty")
    need(world, chat, "can_change_info", "change chat title")
    title = title[:MAX_TITLE]
    if title != chat.title:
        chat.title = title
        service(world, chat, world.bot.id, {"new_chat_title": title})
    return True


@bot_method
def set_chat_description(world: "World", *, chat_id: ChatRef, description: str = "") -> bool:
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("can't change private chat description")
    need(world, chat, "can_change_info", "set chat description")
    if description.strip()[:MAX_DESCRIPTION] == chat.description:
        raise bad_request("chat description is not modified")
    chat.description = description.strip()[:MAX_DESCRIPTION]
    return True
