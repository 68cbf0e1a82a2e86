"""A world in which everything is read twice: by aiogram while it happens, by PTB at the end."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from sandbox.player import Player
from sandbox.state import Chat
from sandbox.world import World

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SHAPES: dict[str, Any] = {
    "getme": telegram.User,
    "sendmessage": telegram.Message,
    "editmessagetext": telegram.Message,
    "editmessagereplymarkup": telegram.Message,
    "senddocument": telegram.Message,
    "sendphoto": telegram.Message,
    "sendvenue": telegram.Message,
    "sendpoll": telegram.Message,
    "forwardmessage": telegram.Message,
    "copymessage": telegram.MessageId,
    "getchat": telegram.ChatFullInfo,
    "getchatmember": telegram.ChatMember,
    "createchatinvitelink": telegram.ChatInviteLink,
    "editchatinvitelink": telegram.ChatInviteLink,
    "revokechatinvitelink": telegram.ChatInviteLink,
    "createforumtopic": telegram.ForumTopic,
    "getfile": telegram.File,
    "getwebhookinfo": telegram.WebhookInfo,
}
EVERYTHING = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "poll",
    "poll_answer",
]


def read_by_ptb(world: World) -> None:
    """python-telegram-bot must be able to parse every update and every result on the wire."""
    for entry in world.wire.entries:
        if entry.direction == "out":
            update = telegram.Update.de_json(entry.parameters, None)
            assert getattr(update, entry.name) is not None, entry
        elif entry.answer is not None and entry.answer["ok"]:
            shape = SHAPES.get(entry.name.lower())
            if shape is not None:
                assert shape.de_json(entry.answer["result"], None) is not None, entry


@pytest.fixture
def world() -> Iterator[World]:
    world = World(start=MONDAY)
    world.updates.ask_for(EVERYTHING)
    yield world
    world.check()
    read_by_ptb(world)


@pytest.fixture
def haneul(world: World) -> Player:
    """김하늘 has pressed Start."""
    player = world.person("김하늘")
    player.start()
    return player


@pytest.fixture
def bada(world: World) -> Player:
    """이바다 has pressed Start."""
    player = world.person("이바다")
    player.start()
    return player


@pytest.fixture
def room(world: World, haneul: Player) -> Chat:
    """A supergroup of 하늘's in which the bot administers with every right there is."""
    chat = haneul.create_group("1조", supergroup=True)
    haneul.add_bot(chat)
    return haneul.promote_bot(chat, can_promote_members=True)


@pytest.fixture
def told(world: World) -> "Told":
    return Told(world)


class Told:
    """The bot's ear: what it has been told since it last listened."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.offset = 0

    def __call__(self) -> list[dict[str, Any]]:
        updates: list[dict[str, Any]] = self.world.do("getUpdates", {"offset": self.offset})
        if updates:
            self.offset = updates[-1]["update_id"] + 1
        return updates

    def kinds(self) -> list[str]:
        return [next(name for name in one if name != "update_id") for one in self()]
