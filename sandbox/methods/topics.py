"""Topics of a forum."""

from typing import TYPE_CHECKING, Any

from sandbox.access import bot_may, need, writable
from sandbox.post import service
from sandbox.refusals import bad_request
from sandbox.registry import ChatRef, bot_method
from sandbox.state import Chat, Topic

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAX_NAME = 128
COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def _forum(world: "World", chat_id: ChatRef) -> Chat:
    chat = writable(world, chat_id)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(chat: Chat, thread_id: int) -> Topic:
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def open_topic(
    world: "World", chat: Chat, name: str, actor_id: int, *, icon_color: int = 0, icon: str = ""
) -> Topic:
    """A topic's id is the id of the service message that opens it."""
    colour = icon_color or COLOURS[0]
    content: Json = {"forum_topic_created": {"name": name, "icon_color": colour}}
    if icon:
        content["forum_topic_created"]["icon_custom_emoji_id"] = icon
    thread_id = chat.last_message_id + 1
    topic = Topic(thread_id, name, colour, icon)
    chat.topics[thread_id] = topic
    service(world, chat, actor_id, content, thread_id)
    return topic


@bot_method
def create_forum_topic(
    world: "World",
    *,
    chat_id: ChatRef,
    name: str = "",
    icon_color: int = 0,
    icon_custom_emoji_id: str = "",
) -> Json:
    chat = _forum(world, chat_id)
    name = name.strip()
    if not name:
        raise bad_request("name must be non-empty")
    if icon_color and icon_color not in COLOURS:
        raise bad_request("invalid icon color specified")
    need(world, chat, "can_manage_topics", "create a topic")
    name = name[:MAX_NAME]
    topic = open_topic(
        world, chat, name, world.bot.id, icon_color=icon_color, icon=icon_custom_emoji_id
    )
    shape: Json = {
        "message_thread_id": topic.thread_id,
        "name": topic.name,
        "icon_color": topic.icon_color,
    }
    if icon_custom_emoji_id:
        shape["icon_custom_emoji_id"] = icon_custom_emoji_id
    return shape


@bot_method
def edit_forum_topic(
    world: "World",
    *,
    chat_id: ChatRef,
    message_thread_id: int,
    name: str = "",
    icon_custom_emoji_id: str | None = None,
) -> bool:
    chat = _forum(world, chat_id)
    topic = _topic(chat, message_thread_id)
    need(world, chat, "can_manage_topics", "edit the topic")
    changes = {"name": name.strip()[:MAX_NAME]} if name.strip() else {}
    if icon_custom_emoji_id is not None:
        changes["icon_custom_emoji_id"] = icon_custom_emoji_id
    if all(getattr(topic, field) == value for field, value in changes.items()):
        raise bad_request("TOPIC_NOT_MODIFIED")
    for field, value in changes.items():
        setattr(topic, field, value)
    service(world, chat, world.bot.id, {"forum_topic_edited": changes}, topic.thread_id)
    return True


@bot_method
def close_forum_topic(world: "World", *, chat_id: ChatRef, message_thread_id: int) -> bool:
    chat = _forum(world, chat_id)
    topic = _topic(chat, message_thread_id)
    if not bot_may(world, chat, "can_manage_topics"):
        raise bad_request("not enough rights to close or open the topic")
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    service(world, chat, world.bot.id, {"forum_topic_closed": {}}, topic.thread_id)
    topic.closed = True
    return True
