"""What the tests of a group's chat do over and over."""

from typing import Any

from handlers.buttons import pack
from sandbox.player import Player
from sandbox.state import Chat
from storage.chats import chats
from tests.town import Circle, Town

OPEN, MAKE, CHECK, BRING = "그룹 채팅방 열기", "채팅방 만들기", "다시 확인", "토닥 초대"


def texts(player: Player) -> list[str]:
    """What the bot said in private since this was last asked."""
    return [message.text for message in player.read()]


def together(player: Player) -> str:
    """The same as one text."""
    return "\n".join(texts(player))


async def ask_to_open(town: Town, player: Player) -> None:
    """Get to the ways of opening a chat by buttons alone."""
    player.say("/group")
    await town.settle()
    player.tap(OPEN)
    await town.settle()


async def opened(town: Town, circle: Circle, **more: Any) -> Chat:
    """The lead mentor opens the chat with the button; what was said meanwhile is read."""
    await ask_to_open(town, circle.lead)
    chat = circle.lead.create_group_from_button(MAKE, **more)
    await town.settle()
    for player in circle.everyone:
        player.read()
    return town.world.chat(chat.id)


async def forge(town: Town, player: Player, press: object) -> None:
    """Press a button that stands under no message of this person's: an old or a forged one."""
    keys = {"inline_keyboard": [[{"text": "!", "callback_data": pack(press)}]]}
    said = town.world.call("sendMessage", {"chat_id": player.id, "text": "!", "reply_markup": keys})
    player.tap("!", message=said.result["message_id"])
    await town.settle()


async def row(town: Town, circle: Circle) -> Any:
    """What is kept of the chat."""
    (kept,) = await town.rows(chats, group_id=circle.group_id)
    return kept


def code_in(player: Player) -> str:
    """The code the bot wrote down for this person."""
    (line,) = [m.text for m in player.inbox if "/bind@" in m.text][-1:]
    return line.split("/bind@todak_bot ")[1][:8]


def join_link(player: Player) -> str:
    """The address under the newest button into a chat."""
    for message in reversed(player.inbox):
        for label, target in message.buttons:
            if "들어가기" in label:
                return target
    raise AssertionError(f"{player.name} was given no way in")
