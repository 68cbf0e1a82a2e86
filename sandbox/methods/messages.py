"""Messages the bot sends: text, documents, photos, venues, polls, copies and forwards."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.access import readable, sendable
from sandbox.entities import formatted
from sandbox.markup import Markup, read_markup
from sandbox.methods.files import document_content, photo_content
from sandbox.post import post
from sandbox.refusals import bad_request
from sandbox.registry import Call, ChatRef, bot_method
from sandbox.shapes import message_shape, user_shape
from sandbox.state import Chat, ChatType, Message, Poll

if TYPE_CHECKING:
    from sandbox.world import World

Json = dict[str, Any]

MAX_TEXT = 4096
MAX_CAPTION = 1024
CANT = {"copy": "message can't be copied", "forward": "message can't be forwarded"}
POLL_TYPES = {"regular", "quiz"}
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(frozen=True, slots=True)
class Sending:
    """What every send has besides its content."""

    thread_id: int
    reply_to: int
    markup: Markup


def read_sending(chat: Chat, call: Call) -> Sending:
    markup = read_markup(call.value("reply_markup"), private=chat.type is ChatType.PRIVATE)
    thread_id = _thread(chat, call.integer("message_thread_id"))
    reply_to, replied = _reply(chat, call)
    if replied is not None and not thread_id:
        thread_id = replied.thread_id
    return Sending(thread_id, reply_to, markup)


def _thread(chat: Chat, thread_id: int) -> int:
    plain = chat.type is not ChatType.PRIVATE and not chat.is_forum
    if not thread_id or plain:  # outside a forum Telegram passes over it
        return 0
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def _reply(chat: Chat, call: Call) -> tuple[int, Message | None]:
    asked = call.value("reply_parameters") or {}
    wanted = int(asked.get("message_id", 0)) or call.integer("reply_to_message_id")
    if not wanted:
        return 0, None
    message = chat.messages.get(wanted)
    if message is not None and not message.deleted:
        return wanted, message
    if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return 0, None
    raise bad_request("message to be replied not found")


def read_text(call: Call, text: str, *, caption: bool = False) -> Json:
    """Text or caption with its entities, within Telegram's length; raises a Refusal."""
    parse_mode = str(call.parameters.get("parse_mode") or "")
    entities = call.value("caption_entities" if caption else "entities")
    shown, marked = formatted(text, parse_mode, entities)
    if caption:
        if len(shown) > MAX_CAPTION:
            raise bad_request("message caption is too long")
        named = {"caption": shown, "caption_entities": marked}
        return {name: value for name, value in named.items() if value}
    if not shown:
        raise bad_request("message text is empty")
    if len(shown) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": shown} | ({"entities": marked} if marked else {})


def send(
    world: "World", chat: Chat, call: Call, content: Json, forward: Json | None = None
) -> Message:
    sending = read_sending(chat, call)
    return post(
        world,
        chat,
        world.bot.id,
        content,
        thread_id=sending.thread_id,
        reply_to=sending.reply_to,
        markup=sending.markup,
        forward=forward,
    )


@bot_method
def send_message(world: "World", call: Call, *, chat_id: ChatRef, text: str) -> Json:
    content = read_text(call, text)
    chat = sendable(world, chat_id)
    return message_shape(world.state, send(world, chat, call, content))


@bot_method
def send_document(
    world: "World", call: Call, *, chat_id: ChatRef, document: str = "", caption: str = ""
) -> Json:
    content = document_content(world, call, document) | read_text(call, caption, caption=True)
    chat = sendable(world, chat_id, "can_send_documents")
    return message_shape(world.state, send(world, chat, call, content))


@bot_method
def send_photo(
    world: "World", call: Call, *, chat_id: ChatRef, photo: str = "", caption: str = ""
) -> Json:
    content = photo_content(world, call, photo) | read_text(call, caption, caption=True)
    chat = sendable(world, chat_id, "can_send_photos")
    return message_shape(world.state, send(world, chat, call, content))


@bot_method
def send_venue(
    world: "World",
    call: Call,
    *,
    chat_id: ChatRef,
    latitude: float,
    longitude: float,
    title: str,
    address: str,
) -> Json:
    if not (math.fabs(latitude) <= 90 and math.fabs(longitude) <= 180):
        raise bad_request("wrong latitude/longitude specified")
    location = {"latitude": latitude, "longitude": longitude}
    venue = {"location": location, "title": title, "address": address}
    chat = sendable(world, chat_id)
    return message_shape(
        world.state, send(world, chat, call, {"location": location, "venue": venue})
    )


@bot_method
def send_poll(
    world: "World",
    call: Call,
    *,
    chat_id: ChatRef,
    question: str,
    options: list[Any],
    is_anonymous: bool = True,
    type: str = "regular",  # noqa: A002 - the Bot API's own name
    allows_multiple_answers: bool = False,
) -> Json:
    texts = [one if isinstance(one, str) else one.get("text", "") for one in options]
    _check_poll(question, texts, type)
    chat = sendable(world, chat_id, "can_send_polls")
    poll_id = str(world.state.count("poll", 6_000_000_001))
    shape: Json = {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": text, "voter_count": 0}
            for number, text in enumerate(texts)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": is_anonymous,
        "type": type,
        "allows_multiple_answers": allows_multiple_answers,
        "allows_revoting": type == "regular",
        "members_only": False,
    }
    message = send(world, chat, call, {"poll": shape})
    world.state.polls[poll_id] = Poll(poll_id, chat.id, message.id, shape)
    return message_shape(world.state, message)


def _check_poll(question: str, options: list[str], kind: str) -> None:
    if kind not in POLL_TYPES:
        raise bad_request("unsupported poll type specified")
    if not question.strip():
        raise bad_request("text must be non-empty")
    if len(question) > 300:
        raise bad_request("poll question length must not exceed 300")
    if not options:
        raise bad_request("poll must have at least one answer option")
    if len(options) > 12:
        raise bad_request("poll can't have more than 12 options")
    if not all(text.strip() for text in options):
        raise bad_request("text must be non-empty")
    if any(len(text) > 100 for text in options):
        raise bad_request("poll options length must not exceed 100")


def _source(world: "World", chat_id: ChatRef, message_id: int, verb: str) -> Message:
    chat = readable(world, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"message to {verb} not found")
    if message.is_service:
        raise bad_request(CANT[verb])
    return message


@bot_method
def copy_message(
    world: "World",
    call: Call,
    *,
    chat_id: ChatRef,
    from_chat_id: ChatRef,
    message_id: int,
    caption: str = "",
) -> Json:
    chat = sendable(world, chat_id)
    source = _source(world, from_chat_id, message_id, "copy")
    content = dict(source.content)
    if "caption" in call.parameters and "text" not in content:
        content |= read_text(call, caption, caption=True)
    return {"message_id": send(world, chat, call, content).id}


@bot_method
def forward_message(
    world: "World", call: Call, *, chat_id: ChatRef, from_chat_id: ChatRef, message_id: int
) -> Json:
    chat = sendable(world, chat_id)
    source = _source(world, from_chat_id, message_id, "forward")
    origin = source.via_forward or {
        "type": "user",
        "sender_user": user_shape(world.state.users[source.sender_id]),
        "date": source.date,
    }
    return message_shape(world.state, send(world, chat, call, source.content, origin))


@bot_method
def send_chat_action(world: "World", *, chat_id: ChatRef, action: str) -> bool:
    sendable(world, chat_id)
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True
