"""Routing: which handler an update belongs to, and whether this person may use it here."""

import re
from typing import Any

from telegram import Message

from handlers.buttons import unpack
from handlers.house import Event, House, Place, Rule
from handlers.turn import Turn
from rules.programme import Post
from storage import outbox, steps
from texts.words import Words

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+|$)", re.ASCII)


async def route(house: House, turn: Turn) -> None:
    """Find the handler of an update and run it. Silence is an answer too, in groups."""
    update = turn.update
    if update.callback_query:
        await _press(house, turn)
    elif update.message:
        await _message(house, turn, update.message)
    elif update.my_chat_member:
        await _event(house, turn, Event.STANDING if turn.scene.private else Event.BOT_MEMBER)
    elif update.chat_member:
        await _event(house, turn, Event.PERSON_MEMBER)
    elif update.chat_join_request:
        await _event(house, turn, Event.JOIN_REQUEST)


async def _event(house: House, turn: Turn, kind: Event) -> bool:
    for handler in house.events.get(kind, ()):
        if await handler(turn):
            return True
    return False


async def _press(house: House, turn: Turn) -> None:
    """An old or foreign button is normal: it gets a kind answer."""
    press = turn.update.callback_query
    value = unpack((press.data if press else None) or "")
    rule = house.presses.get(type(value))
    if rule is None:
        turn.toast("common-old-button", alert=True)
    elif not rule.who & turn.posts:
        turn.toast("common-not-yours", alert=True, roles=_roles(rule, turn.own_words))
    else:
        await rule.handler(turn, value)
    turn.toast()


async def _message(house: House, turn: Turn, message: Message) -> None:
    kind = _service(message)
    if kind is not None:
        await _event(house, turn, kind)
        return
    command = _COMMAND.match(message.text or "")
    if command:
        await _command(house, turn, command)
    elif turn.scene.private:
        await _private(house, turn, message)
    else:
        await _reply(house, turn, message)


def _service(message: Message) -> Event | None:
    if message.chat_shared:
        return Event.CHAT_SHARED
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return Event.GREW
    return None


async def _command(house: House, turn: Turn, command: "re.Match[str]") -> None:
    name, addressee = command.group(1).lower(), command.group(2)
    if addressee and addressee.lower() != turn.terms.bot_name.lower():
        return
    rule = house.commands.get(name)
    if name == "start" and not turn.scene.private:
        await _event(house, turn, Event.STARTED_IN_GROUP)
    elif rule is None:
        _unknown(turn)
    elif not _placed(rule, turn):
        _misplaced(rule, turn)
    elif not rule.who & turn.posts:
        _not_yours(rule, turn)
    else:
        await turn.leave()
        await rule.handler(turn, turn.text[command.end() :].strip())


def _placed(rule: Rule, turn: Turn) -> bool:
    return rule.where == Place.BOTH or (rule.where == Place.PRIVATE) == turn.scene.private


def _known_place(turn: Turn) -> bool:
    """A chat the bot does not know gets nothing; in private everybody gets an answer."""
    return turn.scene.private or turn.cast.group is not None


def _misplaced(rule: Rule, turn: Turn) -> None:
    if _known_place(turn):
        turn.say("common-group-only" if rule.where == Place.GROUP else "common-private-only")


def _roles(rule: Rule, spoken: Words) -> str:
    """The names of those who may, in the order of the glossary."""
    return ", ".join(spoken.plain("common-role", role=post) for post in Post if post in rule.who)


def _not_yours(rule: Rule, turn: Turn) -> None:
    if Post.STRANGER in turn.posts:
        _to_stranger(turn)
    elif _known_place(turn):
        turn.say("common-not-yours", roles=_roles(rule, turn.words))


def _unknown(turn: Turn) -> None:
    if Post.STRANGER in turn.posts:
        _to_stranger(turn)
    elif turn.scene.private:
        turn.say("common-unknown")


def _to_stranger(turn: Turn) -> None:
    if turn.scene.private:
        turn.say("common-stranger")


async def _private(house: House, turn: Turn, message: Message) -> None:
    if message.document and await _event(house, turn, Event.DOCUMENT):
        return
    step = None
    if message.text and turn.scene.user_id:
        step = await steps.of_user(turn.db, turn.scene.user_id)
    if step and step.name in house.steps:
        await house.steps[step.name](turn, step.known)
        return
    handled = await _replied(house, turn, message)
    if not handled:
        _unknown(turn)


async def _reply(house: House, turn: Turn, message: Message) -> None:
    """In a group only what answers the bot is for the bot; all else is not looked at."""
    if turn.cast.group is not None:
        await _replied(house, turn, message)


async def _replied(house: House, turn: Turn, message: Message) -> bool:
    quoted = message.reply_to_message
    if quoted is None or not message.text:
        return False
    tag = await outbox.tag_of(turn.db, turn.scene.chat_id, quoted.message_id)
    about, _, number = (tag or "").partition(":")
    handler: Any = house.replies.get(about)
    if handler is None or not number.isdecimal():
        return False
    await handler(turn, int(number))
    return True
