"""Invite links and the people who ask to come in by them."""

from typing import TYPE_CHECKING, Any

from sandbox.access import bot_may, writable
from sandbox.groups import join
from sandbox.refusals import bad_request
from sandbox.registry import ChatRef, bot_method
from sandbox.shapes import link_shape
from sandbox.state import Chat, ChatType, InviteLink, JoinRequest

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAX_NAME = 32
MAX_MEMBERS = 99_999


def _group(world: "World", chat_id: ChatRef) -> Chat:
    """A group in which the bot may manage invite links; refuses otherwise."""
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("can't invite members to a private chat")
    if not bot_may(world, chat, "can_invite_users"):
        raise bad_request("not enough rights to manage chat invite link")
    return chat


def new_link(world: "World", chat: Chat, creator_id: int) -> InviteLink:
    number = world.state.count("link", 1001)
    link = InviteLink(f"https://t.me/+sandbox{number:09d}", chat.id, creator_id)
    chat.links[link.link] = link
    return link


def _check(
    world: "World", name: str, expire_date: int, member_limit: int, creates_join_request: bool
) -> None:
    if len(name) > MAX_NAME:
        raise bad_request("INVITE_TITLE_TOO_LONG")
    if expire_date and expire_date <= world.unix_now:
        raise bad_request("EXPIRE_DATE_INVALID")
    if not 0 <= member_limit <= MAX_MEMBERS:
        raise bad_request("USAGE_LIMIT_INVALID")
    if member_limit and creates_join_request:
        raise bad_request(
            "member limit can't be specified for links requiring administrator approval"
        )


@bot_method
def create_chat_invite_link(
    world: "World",
    *,
    chat_id: ChatRef,
    name: str = "",
    expire_date: int = 0,
    member_limit: int = 0,
    creates_join_request: bool = False,
) -> Json:
    chat = _group(world, chat_id)
    _check(world, name, expire_date, member_limit, creates_join_request)
    link = new_link(world, chat, world.bot.id)
    link.name, link.expire_date, link.member_limit = name, expire_date, member_limit
    link.creates_join_request = creates_join_request
    return link_shape(world.state, link)


def _own_link(world: "World", chat: Chat, invite_link: str) -> InviteLink:
    link = chat.links.get(invite_link)
    if link is None or link.creator_id != world.bot.id:
        raise bad_request("INVITE_HASH_EXPIRED")
    return link


@bot_method
def edit_chat_invite_link(
    world: "World",
    *,
    chat_id: ChatRef,
    invite_link: str,
    name: str = "",
    expire_date: int = 0,
    member_limit: int = 0,
    creates_join_request: bool = False,
) -> Json:
    chat = _group(world, chat_id)
    link = _own_link(world, chat, invite_link)
    if link.is_primary or link.is_revoked:
        raise bad_request("CHAT_INVITE_PERMANENT" if link.is_primary else "INVITE_REVOKED_MISSING")
    _check(world, name, expire_date, member_limit, creates_join_request)
    link.name, link.expire_date, link.member_limit = name, expire_date, member_limit
    link.creates_join_request = creates_join_request
    return link_shape(world.state, link)


@bot_method
def revoke_chat_invite_link(world: "World", *, chat_id: ChatRef, invite_link: str) -> Json:
    chat = _group(world, chat_id)
    link = _own_link(world, chat, invite_link)
    link.is_revoked = True
    if link.is_primary:
        new_link(world, chat, world.bot.id).is_primary = True
    return link_shape(world.state, link)


@bot_method
def export_chat_invite_link(world: "World", *, chat_id: ChatRef) -> str:
    chat = _group(world, chat_id)
    for link in chat.links.values():
        if link.is_primary and link.creator_id == world.bot.id:
            link.is_primary, link.is_revoked = False, True
    link = new_link(world, chat, world.bot.id)
    link.is_primary = True
    return link.link


def _asked(world: "World", chat_id: ChatRef, user_id: int) -> tuple[Chat, JoinRequest]:
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("the chat can't have join requests")
    if not bot_may(world, chat, "can_invite_users"):
        raise bad_request("not enough rights to manage chat join requests")
    if user_id not in world.state.users:
        raise bad_request("user not found")
    member = chat.members.get(user_id)
    if member is not None and member.inside:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    request = chat.join_requests.get(user_id)
    if request is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return chat, request


@bot_method
def approve_chat_join_request(world: "World", *, chat_id: ChatRef, user_id: int) -> bool:
    chat, request = _asked(world, chat_id, user_id)
    link = chat.links.get(request.link)
    join(world, chat, user_id, actor_id=world.bot.id, link=link, via_join_request=True)
    return True


@bot_method
def decline_chat_join_request(world: "World", *, chat_id: ChatRef, user_id: int) -> bool:
    chat, _ = _asked(world, chat_id, user_id)
    del chat.join_requests[user_id]
    return True
