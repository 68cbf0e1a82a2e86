"""Groups: opening them, people coming and going, rights, join requests, migration."""

from typing import TYPE_CHECKING, Any

from sandbox.post import service
from sandbox.rights import granted, member_shape
from sandbox.shapes import chat_shape, link_shape, user_shape
from sandbox.state import (
    FIRST_GROUP_ID,
    FIRST_SUPERGROUP_ID,
    Chat,
    ChatType,
    InviteLink,
    JoinRequest,
    Member,
    Status,
)

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAY_WRITE_SECONDS = 300  # how long user_chat_id of a join request may be written to


def create_group(
    world: "World",
    title: str,
    creator_id: int,
    *,
    supergroup: bool = False,
    with_bot: list[str] | None = None,
) -> Chat:
    """A new group; `with_bot` are the rights of a bot that is there from the first moment."""
    if supergroup:
        chat_id = -world.state.count("supergroup", FIRST_SUPERGROUP_ID)
        chat = Chat(chat_id, ChatType.SUPERGROUP, title)
        content: Json = {"supergroup_chat_created": True}
    else:
        chat_id = -world.state.count("group", FIRST_GROUP_ID)
        chat = Chat(chat_id, ChatType.GROUP, title)
        content = {"group_chat_created": True}
    world.state.chats[chat_id] = chat
    chat.members[creator_id] = Member(creator_id, Status.CREATOR)
    if supergroup:  # made first, then the bot comes: it never hears of the founding
        service(world, chat, creator_id, content)
    if with_bot is not None:
        status = Status.ADMINISTRATOR if with_bot else Status.MEMBER
        change_member(world, chat, Member(world.bot.id, status, granted(with_bot)), creator_id)
    if not supergroup:
        service(world, chat, creator_id, content)
    return chat


def change_member(
    world: "World",
    chat: Chat,
    new: Member,
    actor_id: int,
    *,
    link: InviteLink | None = None,
    via_join_request: bool = False,
) -> None:
    """Set a member's standing and tell the bot, if it is the bot or the bot administers."""
    bot_knew = _bot_administers(world, chat)
    old = chat.members.get(new.user_id) or Member(new.user_id, Status.LEFT)
    chat.members[new.user_id] = new
    _remember_people(world, chat)
    is_bot = new.user_id == world.bot.id
    if not is_bot and not bot_knew:
        return
    user = user_shape(world.state.users[new.user_id])
    update: Json = {
        "chat": chat_shape(world.state, chat),
        "from": user_shape(world.state.users[actor_id]),
        "date": world.unix_now,
        "old_chat_member": member_shape(old, user),
        "new_chat_member": member_shape(new, user),
    }
    if link is not None:
        update["invite_link"] = link_shape(world.state, link)
    if via_join_request:
        update["via_join_request"] = True
    world.emit("my_chat_member" if is_bot else "chat_member", update)


def _bot_administers(world: "World", chat: Chat) -> bool:
    member = chat.members.get(world.bot.id)
    return member is not None and member.status is Status.ADMINISTRATOR


def _remember_people(world: "World", chat: Chat) -> None:
    """Whoever shares a group with the bot is known to it from then on."""
    bot = chat.members.get(world.bot.id)
    if bot is None or not bot.inside:
        return
    for user_id in chat.members:
        world.state.users[user_id].seen_by_bot = True


def join(
    world: "World",
    chat: Chat,
    user_id: int,
    *,
    actor_id: int = 0,
    link: InviteLink | None = None,
    via_join_request: bool = False,
) -> None:
    """The person comes in: added by `actor_id`, or on their own by a link or an approval."""
    if link is not None:
        link.joined += 1
    chat.join_requests.pop(user_id, None)
    change_member(
        world,
        chat,
        Member(user_id, Status.MEMBER),
        actor_id or user_id,
        link=link,
        via_join_request=via_join_request,
    )
    newcomer = user_shape(world.state.users[user_id])
    sender = user_id if via_join_request else actor_id or user_id
    # Telegram repeats the newcomer in two fields that are no longer documented.
    content = {
        "new_chat_participant": newcomer,
        "new_chat_member": newcomer,
        "new_chat_members": [newcomer],
    }
    service(world, chat, sender, content)


def take_out(
    world: "World", chat: Chat, user_id: int, actor_id: int, *, banned: bool, until: int = 0
) -> None:
    """The person leaves or is removed; a ban keeps them from coming back."""
    was_inside = (old := chat.members.get(user_id)) is not None and old.inside
    status = Status.KICKED if banned else Status.LEFT
    gone = user_shape(world.state.users[user_id])
    change_member(world, chat, Member(user_id, status, until_date=until), actor_id)
    if was_inside:
        service(world, chat, actor_id, {"left_chat_participant": gone, "left_chat_member": gone})


def ask_to_join(world: "World", chat: Chat, user_id: int, link: InviteLink) -> None:
    """A join request: the bot hears of it as administrator with can_invite_users."""
    chat.join_requests[user_id] = JoinRequest(user_id, link.link, world.unix_now)
    bot = chat.members.get(world.bot.id)
    if (
        bot is None
        or bot.status is not Status.ADMINISTRATOR
        or "can_invite_users" not in bot.rights
    ):
        return
    user = world.state.users[user_id]
    user.seen_by_bot = True
    user.may_write_until = world.unix_now + MAY_WRITE_SECONDS
    update = {
        "chat": chat_shape(world.state, chat),
        "from": user_shape(user),
        "user_chat_id": user_id,
        "date": world.unix_now,
        "invite_link": link_shape(world.state, link),
    }
    world.emit("chat_join_request", update)


def migrate(world: "World", old: Chat, actor_id: int) -> Chat:
    """Turn a basic group into a supergroup with a new id; the old one is closed for good."""
    chat_id = -world.state.count("supergroup", FIRST_SUPERGROUP_ID)
    new = Chat(chat_id, ChatType.SUPERGROUP, old.title, old.description)
    new.permissions = old.permissions
    world.state.chats[chat_id] = new
    for member in old.members.values():
        if member.user_id != world.bot.id:
            new.members[member.user_id] = member
    old_bot = old.members.get(world.bot.id)
    service(world, old, actor_id, {"migrate_to_chat_id": chat_id})
    old.migrated_to = chat_id
    if old_bot is not None and old_bot.inside:
        change_member(world, new, old_bot, actor_id)
    service(world, new, actor_id, {"migrate_from_chat_id": old.id})
    return new


def promote(world: "World", chat: Chat, user_id: int, rights: list[str], actor_id: int) -> Chat:
    """Give exactly these rights (none: a plain member). A basic group migrates first.

    Returns the chat as it is afterwards.
    """
    if chat.type is ChatType.GROUP and rights:
        chat = migrate(world, chat, actor_id)
    status = Status.ADMINISTRATOR if rights else Status.MEMBER
    member = Member(user_id, status, granted(rights))
    member.can_be_edited = actor_id == world.bot.id
    change_member(world, chat, member, actor_id)
    return chat
