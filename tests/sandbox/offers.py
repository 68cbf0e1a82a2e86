"""Buttons the bot offers in these tests."""

from typing import Any

from sandbox.player import Player
from sandbox.world import World

RIGHTS = {
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": False,
    "can_manage_video_chats": False,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_pin_messages": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_send_welcome_messages": False,
}


def offer(world: World, person: Player, *rows: list[Any], **more: Any) -> None:
    markup = {"inline_keyboard": list(rows)} if not more else {"keyboard": list(rows)} | more
    world.do("sendMessage", {"chat_id": person.id, "text": "골라 주세요", "reply_markup": markup})


def offer_group(world: World, person: Player, **more: Any) -> None:
    """The bot asks the person to open a group."""
    request = {
        "request_id": 7,
        "chat_is_channel": False,
        "user_administrator_rights": RIGHTS,
        "bot_administrator_rights": RIGHTS,
        "bot_is_member": True,
        "request_title": True,
    } | more
    button = {"text": "그룹 열기", "request_chat": request}
    offer(world, person, [button], ["나중에"], one_time_keyboard=True)
