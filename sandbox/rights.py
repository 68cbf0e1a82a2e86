"""Who may do what in a group: the rights' names, and members as the Bot API shows them."""

from collections.abc import Iterable
from typing import Any

from sandbox.state import Chat, Member, Status

Json = dict[str, Any]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_manage_tags",
    "can_send_welcome_messages",
    "is_anonymous",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
# What everybody may do in a group just opened: all but what Telegram keeps for administrators.
DEFAULT_PERMISSIONS = tuple(p for p in PERMISSIONS if p != "can_manage_topics")
# What a client offers when a person makes the bot administrator without choosing.
USUAL_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_video_chats",
)


def granted(rights: Iterable[str]) -> list[str]:
    """Rights in Telegram's order; any right at all brings `can_manage_chat` with it."""
    wanted = set(rights)
    if wanted:
        wanted.add("can_manage_chat")
    return [right for right in ADMIN_RIGHTS if right in wanted]


def rights_of(shape: Json) -> list[str]:
    """The rights switched on in a ChatAdministratorRights object."""
    return granted(name for name, on in shape.items() if on is True)


def may(chat: Chat, user_id: int, right: str) -> bool:
    """Whether the person holds an administrator's right, or the group grants it to everybody."""
    member = chat.members.get(user_id)
    if member is None or not member.inside:
        return False
    if member.status is Status.CREATOR:
        return True
    if member.status is Status.ADMINISTRATOR:
        return right in member.rights
    return right in PERMISSIONS and right in permissions_of(chat, member)


def permissions_of(chat: Chat, member: Member | None = None) -> list[str]:
    everyone = list(DEFAULT_PERMISSIONS) if chat.permissions is None else chat.permissions
    if member is None or member.permissions is None:
        return everyone
    return [name for name in member.permissions if name in everyone or name == "can_manage_topics"]


def permissions_shape(allowed: Iterable[str]) -> Json:
    names = set(allowed)
    return {name: name in names for name in PERMISSIONS}


def member_shape(member: Member, user: Json) -> Json:
    """A ChatMember object with every field that Bot API 10.3 calls required."""
    shape: Json = {"user": user, "status": member.status.value}
    if member.status is Status.CREATOR:
        shape["is_anonymous"] = "is_anonymous" in member.rights
    elif member.status is Status.ADMINISTRATOR:
        shape["can_be_edited"] = member.can_be_edited
        shape |= {right: right in member.rights for right in ADMIN_RIGHTS}
    elif member.status is Status.RESTRICTED:
        shape |= permissions_shape(member.permissions or ())
        shape |= {"is_member": True, "until_date": member.until_date}
    elif member.status is Status.KICKED:
        shape["until_date"] = member.until_date
    return shape
