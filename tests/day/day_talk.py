"""How people talk with the bot about days, for the tests beside."""

from sandbox.player import Player
from tests.town import Town


async def say(town: Town, who: Player, text: str) -> str:
    who.read()
    who.say(text)
    await town.settle()
    return "\n".join(message.text for message in who.read())


async def tap(town: Town, who: Player, label: str) -> str:
    who.tap(label)
    await town.settle()
    return who.last.text
