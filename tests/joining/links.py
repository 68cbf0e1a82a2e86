"""Invite links for the people of these tests, made by the same function as in chat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from handlers.desk import Desk
from handlers.joining import invite_links
from rules.people import Role
from sandbox.player import Player
from storage import offices
from tests.town import Town


@asynccontextmanager
async def desk(town: Town) -> AsyncIterator[Desk]:
    """A desk of the office, as the command line has one."""
    async with town.writing() as db:
        office = await offices.first(db)
        assert office
        at = Desk(town.now, db, office, town.app.edge.terms, f"test:{town.now.timestamp()}")
        yield at
        await at.hand_over()


async def links(town: Town) -> dict[str, str]:
    """A fresh link for each person of the roster who is not in yet, by name."""
    programme_id = await town.programme()
    async with desk(town) as at:
        return {each.name: each.link for each in await invite_links(at, programme_id)}


async def invited(town: Town, name: str, role: Role = Role.MENTEE) -> str:
    """Somebody enters the roster; returns their link."""
    await town.on_roster(name, role)
    return (await links(town))[name]


async def newcomer(town: Town, name: str, link: str, language_code: str = "ko") -> Player:
    """Somebody presses their link for the first time."""
    player = town.world.person(name, language_code=language_code)
    player.open_link(link)
    await town.settle()
    return player


async def press(town: Town, player: Player, label: str) -> None:
    """Press a button, and let the bot answer."""
    player.tap(label)
    await town.settle()


async def say(town: Town, player: Player, text: str) -> None:
    """Write something in private, and let the bot answer."""
    player.say(text)
    await town.settle()
