"""Members looked at, let out, raised and restricted."""

from typing import TYPE_CHECKING, Any

from sandbox.access import bot_may, readable, writable
from sandbox.groups import change_member, take_out
from sandbox.post import remove
from sandbox.refusals import bad_request
from sandbox.registry import Call, ChatRef, bot_method, to_flag
from sandbox.rights import ADMIN_RIGHTS, PERMISSIONS, granted, member_shape
from sandbox.shapes import user_shape
from sandbox.state import Chat, ChatType, Member, Status

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

FOREVER_BELOW = 30  # a ban for under half a minute or over 366 days is for ever
FOREVER_ABOVE = 366 * 24 * 3600
SUPERGROUPS_ONLY = "method is available only for supergroups"


def _check_user(world: "World", user_id: int) -> None:
    user = world.state.users.get(user_id)
    if user is None or not (user.seen_by_bot or user.is_bot):
        raise bad_request("member not found")


def _shape(world: "World", chat: Chat, user_id: int) -> Json:
    member = chat.members.get(user_id) or Member(user_id, Status.LEFT)
    return member_shape(member, user_shape(world.state.users[user_id]))


@bot_method
def get_chat_member(world: "World", *, chat_id: ChatRef, user_id: int) -> Json:
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = readable(world, chat_id) if user_id == world.bot.id else _members_of(world, chat_id)
    _check_user(world, user_id)
    if chat.type is ChatType.PRIVATE:
        if user_id not in {chat.id, world.bot.id}:
            raise bad_request("member not found")
        return member_shape(Member(user_id, Status.MEMBER), user_shape(world.state.users[user_id]))
    return _shape(world, chat, user_id)


def _members_of(world: "World", chat_id: ChatRef) -> Chat:
    """A chat whose members may be read: a closed basic group keeps them to itself."""
    chat = readable(world, chat_id)
    return writable(world, chat_id) if chat.type is ChatType.GROUP else chat


@bot_method
def get_chat_member_count(world: "World", *, chat_id: ChatRef) -> int:
    chat = _members_of(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        return 2
    return sum(member.inside for member in chat.members.values())


@bot_method
def get_chat_administrators(world: "World", *, chat_id: ChatRef) -> list[Json]:
    chat = _members_of(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    raised = {Status.CREATOR, Status.ADMINISTRATOR}
    return [
        _shape(world, chat, member.user_id)
        for member in chat.members.values()
        if member.status in raised
    ]


def _target(world: "World", chat_id: ChatRef, user_id: int, right: str) -> Chat:
    """The group in which the bot may act on this person; refuses otherwise."""
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("can't ban members in private chats")
    _check_participant(world, user_id)
    _need(world, chat, right)
    member = chat.members.get(user_id)
    if member is not None and member.status is Status.CREATOR:
        raise bad_request("can't remove chat owner")
    if member is not None and member.status is Status.ADMINISTRATOR and not member.can_be_edited:
        raise bad_request("user is an administrator of the chat")
    return chat


def _need(world: "World", chat: Chat, right: str) -> None:
    """TDLib's wording, which differs with the kind of group and the right."""
    if bot_may(world, chat, right):
        return
    if chat.type is ChatType.GROUP:
        raise bad_request("need to be inviter of a user to kick it from a basic group")
    if right == "can_promote_members":
        raise bad_request("not enough rights")
    raise bad_request("not enough rights to restrict/unrestrict chat member")


def _check_participant(world: "World", user_id: int) -> None:
    user = world.state.users.get(user_id)
    if user is None or not user.seen_by_bot:
        raise bad_request("member not found")


def _until(world: "World", until_date: int) -> int:
    left = until_date - world.unix_now
    return until_date if FOREVER_BELOW <= left <= FOREVER_ABOVE else 0


@bot_method
def ban_chat_member(
    world: "World",
    *,
    chat_id: ChatRef,
    user_id: int,
    until_date: int = 0,
    revoke_messages: bool = False,
) -> bool:
    if user_id == world.bot.id:
        raise bad_request("can't restrict self")
    chat = _target(world, chat_id, user_id, "can_restrict_members")
    take_out(world, chat, user_id, world.bot.id, banned=True, until=_until(world, until_date))
    for message in chat.messages.values() if revoke_messages else ():
        if message.sender_id == user_id:
            remove(world, message)
    return True


@bot_method
def unban_chat_member(
    world: "World", *, chat_id: ChatRef, user_id: int, only_if_banned: bool = False
) -> bool:
    chat = writable(world, chat_id)
    if chat.type is not ChatType.SUPERGROUP:
        raise bad_request("method is available for supergroup and channel chats only")
    chat = _target(world, chat_id, user_id, "can_restrict_members")
    member = chat.members.get(user_id)
    if member is None or member.status is Status.LEFT:
        return True
    if member.status is Status.KICKED:
        change_member(world, chat, Member(user_id, Status.LEFT), world.bot.id)
    elif not only_if_banned:  # the Bot API's trap: an unban removes somebody who is inside
        take_out(world, chat, user_id, world.bot.id, banned=False)
    return True


@bot_method
def restrict_chat_member(
    world: "World",
    *,
    chat_id: ChatRef,
    user_id: int,
    permissions: Json,
    until_date: int = 0,
) -> bool:
    chat = writable(world, chat_id)
    if chat.type is not ChatType.SUPERGROUP:
        raise bad_request(SUPERGROUPS_ONLY)
    chat = _target(world, chat_id, user_id, "can_restrict_members")
    allowed = [name for name in PERMISSIONS if to_flag(permissions.get(name))]
    free = set(allowed) >= set(PERMISSIONS) - {"can_manage_topics"}
    member = Member(user_id, Status.MEMBER)
    if not free:
        member = Member(user_id, Status.RESTRICTED, permissions=allowed)
        member.until_date = _until(world, until_date)
    change_member(world, chat, member, world.bot.id)
    return True


@bot_method
def promote_chat_member(world: "World", call: Call, *, chat_id: ChatRef, user_id: int) -> bool:
    chat = writable(world, chat_id)
    if chat.type is not ChatType.SUPERGROUP:
        raise bad_request("method is available for supergroup and channel chats only")
    chat = _target(world, chat_id, user_id, "can_promote_members")
    rights = granted(name for name in ADMIN_RIGHTS if call.flag(name))
    if not set(rights) <= set(chat.members[world.bot.id].rights):
        raise bad_request("RIGHT_FORBIDDEN")
    member = chat.members.get(user_id)
    if member is None or not member.inside:
        raise bad_request("USER_NOT_PARTICIPANT")
    status = Status.ADMINISTRATOR if rights else Status.MEMBER
    raised = Member(user_id, status, rights, can_be_edited=True)
    change_member(world, chat, raised, world.bot.id)
    return True


@bot_method
def leave_chat(world: "World", *, chat_id: ChatRef) -> bool:
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("can't leave private chats")
    take_out(world, chat, world.bot.id, world.bot.id, banned=False)
    return True
