"""The menus: the commands Telegram lists, and the buttons under /start and /help."""

from collections.abc import Iterable, Iterator
from typing import Any

from handlers.desk import Desk
from handlers.house import House, Offer, Place
from handlers.keys import Key, Keys
from handlers.turn import Turn
from rules.language import Language
from rules.programme import COORDINATORS, PARTICIPANTS, Post
from texts.escape import units
from texts.words import Words, words

HALF_ROW = 12
"""Units of a label that still shows whole when two buttons share a row on a phone."""


def show_menu(house: House, turn: Turn) -> None:
    """The first screen of somebody known: what they can do here, as buttons."""
    if Post.STRANGER in turn.posts:
        turn.say("common-no-programme")
        return
    turn.say("help-menu", keys=offered(house, turn.posts, turn.words), name=turn.person.name)


def offered(house: House, posts: frozenset[Post], spoken: Words) -> Keys:
    """The buttons for what somebody with these posts can do; short ones stand two to a row."""
    mine = (offer for offer in house.offers if offer.who & posts)
    return list(_rows(mine, spoken))


def _rows(offers: Iterable[Offer], spoken: Words) -> Iterator[list[Key]]:
    half: list[Key] = []
    for offer in offers:
        one = Key(offer.label, offer.does)
        if units(spoken.plain(offer.label)) > HALF_ROW:
            yield [one]
        elif half:
            yield [*half, one]
            half = []
        else:
            half = [one]
    if half:
        yield half


def menus(house: House) -> list[dict[str, Any]]:
    """The setMyCommands calls for everybody: per scope and language, Korean where none is named."""
    private = menu_of(house, PARTICIPANTS | {Post.STRANGER}, Place.PRIVATE)
    group = menu_of(house, PARTICIPANTS, Place.GROUP)
    return [
        {"commands": commands, "scope": {"type": scope}, **({"language_code": "en"} if en else {})}
        for scope, both in (("all_private_chats", private), ("all_group_chats", group))
        for en, commands in zip((False, True), both, strict=True)
    ]


def set_coordinator_menu(desk: Desk, house: House, chat_id: int) -> None:
    """Show a coordinator their own commands too, in their private chat."""
    both = menu_of(house, PARTICIPANTS | COORDINATORS, Place.PRIVATE)
    scope = {"type": "chat", "chat_id": chat_id}
    for en, commands in zip((False, True), both, strict=True):
        more = {"language_code": "en"} if en else {}
        desk.call("setMyCommands", None, {"commands": commands, "scope": scope, **more})


def menu_of(
    house: House, who: frozenset[Post], where: Place
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Commands with their descriptions, in Korean and in English."""
    both = [words(language) for language in (Language.KO, Language.EN)]
    shown = [
        (name, rule.menu)
        for name, rule in house.commands.items()
        if rule.menu and rule.who & who and rule.where in {where, Place.BOTH}
    ]
    ko, en = ([{"command": n, "description": w.plain(t)} for n, t in shown] for w in both)
    return ko, en
