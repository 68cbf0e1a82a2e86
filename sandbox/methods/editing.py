"""Messages changed: edits, deletions, pins, reactions, answers to presses."""

from typing import TYPE_CHECKING, Any

from sandbox.access import bot_may, need, readable, writable
from sandbox.markup import read_markup
from sandbox.methods.messages import read_text
from sandbox.post import pin, remove
from sandbox.refusals import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from sandbox.registry import Call, ChatRef, bot_method
from sandbox.shapes import message_shape
from sandbox.state import Chat, ChatType, Message, Toast

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
ANSWERABLE_SECONDS = 150
MAX_ANSWER = 200
REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


def _own(world: "World", chat: Chat, message_id: int, verb: str) -> Message:
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"message to {verb} not found")
    if message.sender_id != world.bot.id or message.is_service or message.via_forward:
        raise bad_request("message can't be edited")
    return message


@bot_method
def edit_message_text(
    world: "World", call: Call, *, chat_id: ChatRef = "", message_id: int = 0, text: str = ""
) -> Json:
    content = read_text(call, text)
    chat = _addressed(world, chat_id, message_id)
    message = _own(world, chat, message_id, "edit")
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, chat, call, message, content)


def _addressed(world: "World", chat_id: ChatRef, message_id: int) -> Chat:
    if chat_id == "":
        raise bad_request("chat identifier is not specified")
    if not message_id:
        raise bad_request("message identifier is not specified")
    return writable(world, chat_id)


def _edited(world: "World", chat: Chat, call: Call, message: Message, content: Json) -> Json:
    markup = read_markup(call.value("reply_markup"), private=chat.type is ChatType.PRIVATE)
    if content == message.content and markup.inline == message.inline_keyboard:
        raise bad_request(NOT_MODIFIED)
    message.content, message.inline_keyboard = content, markup.inline
    message.edit_date = world.unix_now
    return message_shape(world.state, message)


@bot_method
def edit_message_reply_markup(
    world: "World", call: Call, *, chat_id: ChatRef = "", message_id: int = 0
) -> Json:
    chat = _addressed(world, chat_id, message_id)
    message = _own(world, chat, message_id, "edit")
    return _edited(world, chat, call, message, message.content)


@bot_method
def delete_message(world: "World", *, chat_id: ChatRef = "", message_id: int = 0) -> bool:
    chat = _addressed(world, chat_id, message_id)
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    own = message.sender_id == world.bot.id
    young = world.unix_now - message.date < DELETABLE_SECONDS
    private = chat.type is ChatType.PRIVATE
    if not (bot_may(world, chat, "can_delete_messages") or (young and (own or private))):
        raise bad_request(
            "message can't be deleted for everyone" if own else "message can't be deleted"
        )
    remove(world, message)
    return True


@bot_method
def answer_callback_query(
    world: "World",
    *,
    callback_query_id: str,
    text: str = "",
    show_alert: bool = False,
    url: str = "",
) -> bool:
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = world.state.callbacks.get(callback_query_id)
    if callback is None or world.unix_now - callback.date >= ANSWERABLE_SECONDS:
        raise bad_request(QUERY_TOO_OLD)
    if not callback.answered:
        callback.answered = True
        toast = Toast(callback.id, callback.user_id, text, show_alert, url)
        world.state.toasts.append(toast)
    return True


@bot_method
def pin_chat_message(world: "World", *, chat_id: ChatRef, message_id: int) -> bool:
    chat = writable(world, chat_id)
    if chat.type is not ChatType.PRIVATE:
        need(world, chat, "can_pin_messages", "manage pinned messages in the chat")
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request("message to pin not found")
    if message.is_service:
        raise bad_request("message can't be pinned")
    if chat.pinned[-1:] != [message_id]:
        pin(world, message, world.bot.id)
    return True


@bot_method
def unpin_chat_message(world: "World", *, chat_id: ChatRef, message_id: int = 0) -> bool:
    chat = writable(world, chat_id)
    if chat.type is not ChatType.PRIVATE:
        need(world, chat, "can_pin_messages", "manage pinned messages in the chat")
    wanted = message_id or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    return True


@bot_method
def set_message_reaction(
    world: "World",
    *,
    chat_id: ChatRef,
    message_id: int,
    reaction: list[Json] | None = None,
) -> bool:
    chat = readable(world, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message.deleted or message.is_service:
        raise bad_request("message to react not found")
    wanted = [str(one.get("emoji", "")) for one in reaction or []]
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(emoji not in REACTIONS for emoji in wanted):
        raise bad_request("REACTION_INVALID")
    message.reactions[world.bot.id] = wanted
    return True
