"""Messages coming into being, changing and going, and which of them the bot hears of."""

from typing import TYPE_CHECKING, Any

from sandbox.entities import found_entities
from sandbox.markup import NO_MARKUP, Markup
from sandbox.shapes import message_shape
from sandbox.state import Chat, ChatType, Message, Status

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]


def post(
    world: "World",
    chat: Chat,
    sender_id: int,
    content: Json,
    *,
    thread_id: int = 0,
    reply_to: int = 0,
    markup: Markup = NO_MARKUP,
    service: bool = False,
    forward: Json | None = None,
) -> Message:
    """Put a message into the chat and tell the bot if it may hear it."""
    message = Message(
        chat.id,
        next_message_id(world, chat),
        sender_id,
        world.unix_now,
        content,
        thread_id=thread_id,
        reply_to=reply_to,
        inline_keyboard=markup.inline,
        keyboard=markup.keyboard,
        via_forward=forward,
        is_service=service,
        is_topic=thread_id in chat.topics,
    )
    chat.messages[message.id] = message
    if markup.keyboard is not None:
        chat.keyboard_message = message.id
    if bot_hears(world, chat, message):
        world.emit("message", message_shape(world.state, message))
    return message


def next_message_id(world: "World", chat: Chat) -> int:
    """Supergroups count for themselves; all other chats of one account share one sequence."""
    if chat.type is ChatType.SUPERGROUP:
        chat.last_message_id += 1
    else:
        chat.last_message_id = world.state.count("message")
    return chat.last_message_id


def service(
    world: "World", chat: Chat, actor_id: int, content: Json, thread_id: int = 0
) -> Message:
    return post(world, chat, actor_id, content, thread_id=thread_id, service=True)


def bot_hears(world: "World", chat: Chat, message: Message) -> bool:
    """Privacy mode: outside administration only what is meant for the bot, and service messages."""
    if chat.type is ChatType.PRIVATE:
        return message.sender_id != world.bot.id
    member = chat.members.get(world.bot.id)
    if member is None:
        return False
    if not member.inside:
        gone = message.content.get("left_chat_member")
        return gone is not None and gone["id"] == world.bot.id
    if message.is_service:
        return True
    if message.sender_id == world.bot.id:
        return False
    return member.status is Status.ADMINISTRATOR or _meant_for_bot(world, chat, message)


def _meant_for_bot(world: "World", chat: Chat, message: Message) -> bool:
    replied = chat.messages.get(message.reply_to)
    if replied is not None and replied.sender_id == world.bot.id:
        return True
    text = message.content.get("text") or message.content.get("caption") or ""
    name = "@" + world.bot.username.lower()
    if text.startswith("/"):
        command = text.split(maxsplit=1)[0].lower()
        return "@" not in command or command.endswith(name)
    return name in text.lower()


def text_content(text: str, entities: list[Json] | None = None, *, caption: bool = False) -> Json:
    """Text as a person types it, with what Telegram marks in it."""
    marked = found_entities(text) if entities is None else entities
    if caption:
        return {"caption": text} | ({"caption_entities": marked} if marked else {})
    return {"text": text} | ({"entities": marked} if marked else {})


def edit_by_person(world: "World", message: Message, content: Json) -> None:
    message.content = content
    message.edit_date = world.unix_now
    chat = world.state.chats[message.chat_id]
    if bot_hears(world, chat, message):
        world.emit("edited_message", message_shape(world.state, message))


def remove(world: "World", message: Message) -> None:
    """Deletions are told to nobody: a bot never hears of them."""
    chat = world.state.chats[message.chat_id]
    message.deleted = True
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)


def pin(world: "World", message: Message, actor_id: int) -> None:
    chat = world.state.chats[message.chat_id]
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    service(world, chat, actor_id, {"pinned_message": message.id}, message.thread_id)
