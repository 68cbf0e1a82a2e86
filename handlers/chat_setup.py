"""The chat is set up, kept and lost: rights, the link, the welcome, coming and going of the bot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.buttons import packed
from handlers.chat_affairs import Affairs, affairs, tell_keepers, tell_link, tell_office
from handlers.desk import Desk
from handlers.doors import OpenChat
from handlers.house import Outcome
from handlers.keys import Keys, key
from rules.chat import Course, Record, Right, Seen, Standing, course
from rules.programme import ChatState, Person
from storage import chats, members, people
from texts.escape import clip

DESCRIPTION = 255  # Telegram's limit on a chat's description
LINK_NAME = 32  # and on an invite link's name
GONE = frozenset({"kicked", "deleted", "chat not found"})  # what delivery calls a closed door
HERE = frozenset({"creator", "administrator", "member"})


@packed("cc")
@dataclass(frozen=True, slots=True)
class CheckChat:
    """Look again whether the bot may do what it needs."""

    group: int


@packed("cl")
@dataclass(frozen=True, slots=True)
class Looked:
    """The chat's administrators are here. `asker` (a person id) waits for an answer; 0: nobody."""

    group: int
    asker: int


@packed("ck")
@dataclass(frozen=True, slots=True)
class LinkMade:
    """An invite link was made for the chat that had this id then."""

    group: int
    chat: int


@packed("cw")
@dataclass(frozen=True, slots=True)
class Welcomed:
    """The welcome stands in this chat."""

    chat: int


@packed("cp")
@dataclass(frozen=True, slots=True)
class Peeked:
    """Whether a person is inside is known."""

    group: int
    person: int


def is_inside(member: Mapping[str, Any]) -> bool:
    """Whether a ChatMember object means somebody who is in the chat."""
    restricted = member.get("status") == "restricted" and bool(member.get("is_member"))
    return member.get("status") in HERE or restricted


def standing_of(member: Mapping[str, Any]) -> Standing:
    """The bot's standing as its own ChatMember object shows it."""
    rights = frozenset(right for right in Right if member.get(right.value) is True)
    administrator = member.get("status") == "administrator"
    return Standing(is_inside(member), rights if administrator else frozenset())


def standing_among(administrators: Sequence[Mapping[str, Any]], bot_name: str) -> Standing:
    """The bot's standing as the list of administrators shows it."""
    for member in administrators:
        if str(member["user"].get("username", "")).lower() == bot_name.lower():
            return standing_of(member)
    return Standing(inside=True)


def look(desk: Desk, chat: Record, asker: Person | None = None) -> None:
    """Ask Telegram what the bot may do in a chat.

    The administrators are asked for, not the one member: a group that became a supergroup
    refuses this with its new id, and delivery follows.
    """
    then = Looked(chat.group_id, asker.id if asker else 0)
    desk.call("getChatAdministrators", chat.chat_id, {}, then=then)


async def on_looked(desk: Desk, looked: Looked, outcome: Outcome) -> None:
    """The rights are known, or the chat is closed to the bot."""
    asker = await people.by_id(desk.db, looked.asker) if looked.asker else None
    if outcome.trouble in GONE:
        standing = Standing(inside=False)
    elif outcome.trouble is None:
        standing = standing_among(outcome.result, desk.terms.bot_name)
    else:
        if asker:
            desk.tell(asker, "chat-check-failed", keys=_again(looked.group))
        return
    await weigh(desk, looked.group, standing, Seen.ASKED if asker else Seen.LOOK, asker)


async def weigh(
    desk: Desk, group_id: int, standing: Standing, seen: Seen, asker: Person | None = None
) -> None:
    """Do what follows from the bot's standing in a group's chat."""
    matters = await affairs(desk.db, group_id)
    if matters is None or matters.chat is None:
        return
    match course(matters.chat, standing, seen):
        case Course.LOOK:
            await chats.change(desk.db, group_id, state=ChatState.BOUND, missing_rights=None)
            look(desk, matters.chat)
        case Course.SHORT:
            await _short(desk, matters, standing, asker)
        case Course.LOST:
            await _lost(desk, matters, asker)
        case Course.MAKE:
            await _make(desk, matters, matters.chat, standing)
        case Course.REOPEN:
            await chats.change(desk.db, group_id, state=ChatState.READY, missing_rights="")
            tell_keepers(desk, matters, "chat-rights-back")
        case Course.FINE if asker:
            desk.tell(asker, "chat-fine", number=matters.group.number)
        case _:
            return


async def _short(desk: Desk, matters: Affairs, standing: Standing, asker: Person | None) -> None:
    missing = ",".join(standing.missing)
    group = matters.group
    await chats.change(desk.db, group.id, state=ChatState.BOUND, missing_rights=missing)
    for person in [asker] if asker else matters.keepers:
        spoken = desk.words_for(person)
        rights = ", ".join(spoken.plain("chat-right", right=right) for right in standing.missing)
        keys = _again(group.id)
        desk.tell(person, "chat-rights-missing", keys=keys, number=group.number, rights=rights)


async def _lost(desk: Desk, matters: Affairs, asker: Person | None) -> None:
    group = matters.group
    gone = {"state": ChatState.LOST, "invite_link": None, "missing_rights": None}
    await chats.change(desk.db, group.id, **gone)
    keys = [*_again(group.id), [key("chat-button-open", OpenChat(group.id))]]
    if asker:
        desk.tell(asker, "chat-lost", keys=keys, number=group.number)
        return
    tell_keepers(desk, matters, "chat-lost", keys=keys)
    if matters.chat and matters.chat.ready_at:
        await tell_office(desk, matters, "chat-lost-office")


async def _make(desk: Desk, matters: Affairs, chat: Record, standing: Standing) -> None:
    """Describe the chat and have its link made; what is left follows when the link is there."""
    state = ChatState.BOUND if chat.state is ChatState.LOST else chat.state
    await chats.change(desk.db, chat.group_id, state=state, missing_rights="")
    spoken, number = desk.words_for(None), matters.group.number
    if Right.INFO in standing.rights:
        said = spoken.plain("chat-description", programme=matters.programme.name, number=number)
        desk.call("setChatDescription", chat.chat_id, {"description": clip(said, DESCRIPTION)})
    _ask_link(desk, chat, clip(spoken.plain("chat-link-name", number=number), LINK_NAME))


def _ask_link(desk: Desk, chat: Record, name: str) -> None:
    params = {"name": name, "creates_join_request": True}
    then = LinkMade(chat.group_id, chat.chat_id)
    desk.call("createChatInviteLink", chat.chat_id, params, then=then)


async def on_link(desk: Desk, made: LinkMade, outcome: Outcome) -> None:
    """The link is there: the chat is ready."""
    matters = await affairs(desk.db, made.group)
    chat = matters.chat if matters else None
    if matters is None or chat is None or chat.state is ChatState.LOST or chat.invite_link:
        return
    if chat.chat_id != made.chat:  # it grew meanwhile: nobody can say whose link this is
        look(desk, chat)
        await chats.change(desk.db, chat.group_id, missing_rights=None)
    elif outcome.trouble is not None:
        await chats.change(desk.db, chat.group_id, state=ChatState.BOUND, missing_rights=None)
        tell_keepers(desk, matters, "chat-check-failed", keys=_again(chat.group_id))
    else:
        await _ready(desk, matters, chat, str(outcome.result["invite_link"]))


async def _ready(desk: Desk, matters: Affairs, chat: Record, link: str) -> None:
    since = chat.ready_at or desk.now
    now = {"state": ChatState.READY, "invite_link": link, "ready_at": since}
    await chats.change(desk.db, chat.group_id, **now)
    if chat.ready_at is None:
        await _opened(desk, matters, chat)
    elif chat.state is ChatState.BOUND:
        tell_keepers(desk, matters, "chat-back")
        await tell_office(desk, matters, "chat-back")
    for seat in matters.seats:
        if seat.person.user_id is not None:
            then = Peeked(chat.group_id, seat.person.id)
            desk.call("getChatMember", chat.chat_id, {"user_id": seat.person.user_id}, then=then)


async def _opened(desk: Desk, matters: Affairs, chat: Record) -> None:
    """The first time: a word in the chat, and word to those who waited for it."""
    group, programme = matters.group, matters.programme
    once = f"chat:welcome:{group.id}:{chat.chat_id}"
    desk.post(
        chat.chat_id,
        "chat-welcome",
        once=once,
        tag=f"chat:{group.id}",
        then=Welcomed(chat.chat_id),
        number=group.number,
        programme=programme.name,
    )
    tell_keepers(desk, matters, "chat-done")
    await tell_office(desk, matters, "chat-open-office")


async def on_welcomed(desk: Desk, welcomed: Welcomed, outcome: Outcome) -> None:
    """Pin the welcome, quietly."""
    if outcome.trouble is None:
        params = {"message_id": outcome.result["message_id"], "disable_notification": True}
        desk.call("pinChatMessage", welcomed.chat, params)


async def on_peeked(desk: Desk, peeked: Peeked, outcome: Outcome) -> None:
    """Whoever is inside already needs no link; everybody else gets it."""
    matters = await affairs(desk.db, peeked.group)
    person = await people.by_id(desk.db, peeked.person)
    if matters is None or person is None:
        return
    if outcome.trouble is None and is_inside(outcome.result):
        await chats.came_in(desk.db, peeked.group, person.id, desk.now)
        return
    await chats.went_out(desk.db, peeked.group, person.id)
    tell_link(desk, matters, person)


async def link_for_member(desk: Desk, member_id: int) -> None:
    """Give somebody who came to a group later the way into its chat, if it is open."""
    seat = await members.seat(desk.db, member_id)
    group_id = seat.member.group_id if seat else None
    matters = await affairs(desk.db, group_id) if group_id else None
    if seat and matters and seat.person.id not in await chats.inside(desk.db, matters.group.id):
        tell_link(desk, matters, seat.person)


def _again(group_id: int) -> Keys:
    return [[key("chat-button-check", CheckChat(group_id))]]
