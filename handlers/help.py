"""Help: what this person can do here, as commands and as buttons."""

from collections.abc import Iterable
from functools import partial

from handlers.doors import Menu
from handlers.house import House, Place
from handlers.menus import offered, show_menu
from handlers.turn import Turn
from rules.programme import KNOWN, Post
from texts.escape import Markup, join
from texts.words import Words


def register(house: House) -> None:
    """Answer /help anywhere and the button that leads back to the menu."""
    house.command("help", partial(on_help, house), where=Place.BOTH)
    house.press(Menu, partial(on_menu, house), who=KNOWN)


async def on_help(house: House, turn: Turn, _rest: str) -> None:
    """Show what the one who asks can do, in the place where they ask."""
    if not turn.scene.private:
        _help_in_group(house, turn)
    elif turn.cast.person is None:
        turn.say("common-stranger")
    elif Post.STRANGER in turn.posts:
        turn.say("common-no-programme")
    else:
        _help_in_private(house, turn)


async def on_menu(house: House, turn: Turn, _tap: Menu) -> None:
    """Go back to the first screen."""
    await turn.leave()
    show_menu(house, turn)


def _help_in_private(house: House, turn: Turn) -> None:
    spoken = turn.words
    here = _lines(house, turn.posts, {Place.PRIVATE, Place.BOTH}, spoken)
    elsewhere = _lines(house, turn.posts, {Place.GROUP}, spoken)
    parts = [here, *([spoken.html("help-part-group", lines=elsewhere)] if elsewhere else [])]
    turn.say(
        "help-private",
        keys=offered(house, turn.posts, spoken),
        name=turn.person.name,
        parts=join(parts, by="\n\n"),
        contact=turn.contact(spoken),
    )


def _help_in_group(house: House, turn: Turn) -> None:
    """A chat the bot doesn't know gets nothing, nor does a stranger in one it knows."""
    if turn.cast.group is None or Post.STRANGER in turn.posts:
        return
    lines = _lines(house, turn.posts, {Place.GROUP, Place.BOTH}, turn.words)
    turn.say("help-group", lines=lines)


def _lines(house: House, posts: frozenset[Post], places: Iterable[Place], spoken: Words) -> Markup:
    return join(
        spoken.html("help-line", command=name, what=spoken.plain(rule.menu))
        for name, rule in house.commands.items()
        if rule.menu and rule.who & posts and rule.where in places
    )
