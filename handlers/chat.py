"""The chat of a group: opened by its lead mentor, set up by the bot, entered by its people only."""

from collections.abc import Sequence

from handlers.chat_binding import (
    hint,
    on_bind,
    on_bot_member,
    on_check,
    on_grew,
    on_open,
    on_open_mine,
    on_shared,
    on_started_here,
)
from handlers.chat_gate import Turned, on_join_request, on_person_member, on_turned
from handlers.chat_group import on_group, on_my_group
from handlers.chat_setup import (
    CheckChat,
    LinkMade,
    Looked,
    Peeked,
    Welcomed,
    link_for_member,
    on_link,
    on_looked,
    on_peeked,
    on_welcomed,
)
from handlers.desk import Desk
from handlers.doors import MyGroup, OpenChat, OpenMyChat
from handlers.house import Event, House, Place
from rules.programme import KNOWN, PARTICIPANTS, Post
from storage.due import Due


def register(house: House) -> None:
    """Opening, keeping and entering the chats of groups."""
    house.command("group", on_group, who=KNOWN, where=Place.BOTH)
    house.command("bind", on_bind, who=KNOWN, where=Place.GROUP, menu=False)
    house.press(OpenChat, on_open, who=KNOWN)
    house.press(OpenMyChat, on_open_mine, who=KNOWN)
    house.press(MyGroup, on_my_group, who=KNOWN)
    house.press(CheckChat, on_check, who=KNOWN)
    house.offer("chat-button-group", MyGroup(), who=PARTICIPANTS)
    house.offer("chat-button-open", OpenMyChat(), who=frozenset({Post.LEAD}))
    house.event(Event.CHAT_SHARED, on_shared)
    house.event(Event.STARTED_IN_GROUP, on_started_here)
    house.event(Event.BOT_MEMBER, on_bot_member)
    house.event(Event.PERSON_MEMBER, on_person_member)
    house.event(Event.JOIN_REQUEST, on_join_request)
    house.event(Event.GREW, on_grew)
    house.result(Looked, on_looked)
    house.result(LinkMade, on_link)
    house.result(Welcomed, on_welcomed)
    house.result(Peeked, on_peeked)
    house.result(Turned, on_turned)
    house.tick("chat", on_tick)


async def on_tick(desk: Desk, dues: Sequence[Due]) -> None:
    """`hint`: a mentor brought the bot into a chat. `link`: a member came to the group later.

    Whoever registers a person or moves them plans `("chat", "link", member id)`.
    """
    for due in dues:
        if due.kind == "hint":
            await hint(desk, due.ref)
        else:
            await link_for_member(desk, due.ref)
