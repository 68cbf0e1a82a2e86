"""May the bot reach this chat? The official server's `check_chat_access`, in its order."""

from typing import TYPE_CHECKING

from sandbox.refusals import bad_request, forbidden, upgraded
from sandbox.registry import ChatRef
from sandbox.rights import may
from sandbox.state import Chat, ChatType, Status, User

if TYPE_CHECKING:
    from sandbox.world import World


def known_chat(world: "World", chat_id: ChatRef) -> Chat:
    """The chat, if the bot has ever met it; refuses with "chat not found"."""
    chat = world.state.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad_request("chat not found")
    if chat.type is ChatType.PRIVATE:
        if not world.state.users[chat.id].seen_by_bot:
            raise bad_request("chat not found")
    elif world.bot.id not in chat.members:
        raise bad_request("chat not found")
    return chat


def readable(world: "World", chat_id: ChatRef) -> Chat:
    """A chat the bot may look at: it must still be in a supergroup, a basic group may be left."""
    chat = known_chat(world, chat_id)
    if chat.type is ChatType.SUPERGROUP:
        _check_inside(world, chat)
    return chat


def writable(world: "World", chat_id: ChatRef) -> Chat:
    """A chat the bot may act in (a private chat is checked again before a message is sent)."""
    chat = known_chat(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        if world.state.users[chat.id].deactivated:
            raise forbidden("user is deactivated")
        return chat
    if chat.migrated_to:
        raise upgraded(chat.migrated_to)
    _check_inside(world, chat)
    return chat


def _check_inside(world: "World", chat: Chat) -> None:
    kind = chat.type.value
    member = chat.members[world.bot.id]
    if member.status is Status.KICKED:
        raise forbidden(f"bot was kicked from the {kind} chat")
    if not member.inside:
        raise forbidden(f"bot is not a member of the {kind} chat")


def sendable(world: "World", chat_id: ChatRef, permission: str = "can_send_messages") -> Chat:
    """A chat the bot may send to."""
    chat = writable(world, chat_id)
    if chat.type is ChatType.PRIVATE:
        check_person(world, world.state.users[chat.id])
    elif not may(chat, world.bot.id, permission) and not _is_admin(world, chat):
        what = permission.removeprefix("can_send_").replace("_", " ")
        raise bad_request(
            "not enough rights to send text messages to the chat"
            if permission == "can_send_messages"
            else f"not enough rights to send {what} to the chat"
        )
    return chat


def _is_admin(world: "World", chat: Chat) -> bool:
    return chat.members[world.bot.id].status is Status.ADMINISTRATOR


def check_person(world: "World", user: User) -> None:
    """Refuses when the person can't be written to."""
    if user.blocked_bot:
        raise forbidden("bot was blocked by the user")
    if not user.started and user.may_write_until < world.unix_now:
        raise forbidden("bot can't initiate conversation with a user")


def bot_may(world: "World", chat: Chat, right: str) -> bool:
    """A bot needs administration for what a group may grant to every person."""
    member = chat.members.get(world.bot.id)
    return member is not None and _is_admin(world, chat) and right in member.rights


def need(world: "World", chat: Chat, right: str, to: str) -> None:
    """Refuses with "not enough rights to …" unless the bot administers with `right`."""
    if not bot_may(world, chat, right):
        raise bad_request(f"not enough rights to {to}")
