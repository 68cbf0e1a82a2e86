"""Opening a chat: the three ways, and tying what comes of them to the group."""

import secrets
from datetime import timedelta
from typing import Any

from handlers.chat_affairs import Affairs, affairs, asker_of
from handlers.chat_setup import CheckChat, is_inside, look, standing_of, weigh
from handlers.desk import Desk
from handlers.doors import OpenChat, OpenMyChat
from handlers.keys import Link, key
from handlers.turn import Turn
from rules.chat import (
    ASKED,
    CODE_LENGTH,
    CODE_SIGNS,
    Binding,
    Right,
    Seen,
    decide_binding,
    read_code,
)
from rules.programme import ChatState, Person
from storage import chats, members

HINT_AFTER = timedelta(minutes=1)

# Every field that the Bot API calls required, so that no reader has to guess.
NO_RIGHTS = {
    "is_anonymous": False,
    "can_manage_chat": False,
    "can_delete_messages": False,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": False,
    "can_send_welcome_messages": False,
}
BOT_RIGHTS = NO_RIGHTS | {"can_manage_chat": True} | {right.value: True for right in ASKED}
# A person can only give what they hold, and must be allowed to make administrators.
PERSON_RIGHTS = BOT_RIGHTS | {"can_promote_members": True}
NO_KEYBOARD = {"remove_keyboard": True}


def draw_code() -> str:
    """A new code."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


# --- opening ------------------------------------------------------------------------------------


async def on_open_mine(turn: Turn, _press: OpenMyChat) -> None:
    """Open the chat of one's own group."""
    if turn.cast.member is None or turn.cast.member.group_id is None:
        turn.tell(turn.person, "chat-no-group")
    else:
        await open_chat(turn, turn.cast.member.group_id)


async def on_open(turn: Turn, press: OpenChat) -> None:
    """Open the chat of a group."""
    await open_chat(turn, press.group)


async def open_chat(turn: Turn, group_id: int) -> None:
    """Show the ways to open a chat, or what became of it."""
    matters = await affairs(turn.db, group_id)
    if matters is None:
        turn.toast("common-old-button", alert=True)
        return
    asker = asker_of(turn.person, matters)
    if not asker.may_open:
        _refuse(turn, matters)
    elif matters.chat is None or matters.chat.state is ChatState.LOST:
        await _show_ways(turn, matters)
    else:
        look(turn, matters.chat, turn.person)


def _refuse(turn: Turn, matters: Affairs) -> None:
    number = matters.group.number
    if asker_of(turn.person, matters).role and matters.leads:
        turn.tell(turn.person, "chat-open-lead", number=number, leads=matters.leads)
    else:
        turn.toast("chat-bind-not-yours", alert=True, number=number)


async def _show_ways(turn: Turn, matters: Affairs) -> None:
    """Two messages: a message holds either a reply keyboard or inline keys."""
    group, spoken = matters.group, turn.own_words
    code = await chats.ensure_code(turn.db, group.id, draw_code)
    title = spoken.plain("chat-title", programme=matters.programme.name, number=group.number)
    markup = request_keyboard(spoken.plain("chat-button-create"), group.id)
    turn.tell(turn.person, "chat-open", markup=markup, number=group.number, title=title)
    bot = turn.terms.bot_name
    rows = [[key("chat-button-bring", Link(bring_link(bot, code)))]]
    turn.tell(turn.person, "chat-open-else", keys=rows, bot=bot, code=code)


def request_keyboard(label: str, group_id: int) -> dict[str, Any]:
    """The reply keyboard whose one button opens or picks a chat; its answer names the group.

    A request id has 32 bits, which no office fills with groups. Chats with a public name are not
    offered: anybody could come in past the gate.
    """
    request = {
        "request_id": group_id,
        "chat_is_channel": False,
        "chat_has_username": False,
        "user_administrator_rights": PERSON_RIGHTS,
        "bot_administrator_rights": BOT_RIGHTS,
        "bot_is_member": True,
    }
    button = {"text": label, "request_chat": request}
    return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}


def bring_link(bot: str, code: str) -> str:
    """The link that brings the bot into a chat somebody picks, as administrator."""
    rights = "+".join(right.value.removeprefix("can_") for right in Right if right in ASKED)
    return f"https://t.me/{bot}?startgroup={code}&admin={rights}"


async def on_check(turn: Turn, press: CheckChat) -> None:
    """Look at the rights again."""
    matters = await affairs(turn.db, press.group)
    if matters is None or matters.chat is None:
        turn.toast("common-old-button", alert=True)
    elif not asker_of(turn.person, matters).may_bind:
        turn.toast("chat-bind-not-yours", alert=True, number=matters.group.number)
    else:
        turn.toast("chat-checking")
        look(turn, matters.chat, turn.person)


# --- tying ----------------------------------------------------------------------------------------


async def on_shared(turn: Turn) -> bool:
    """A chat was opened or picked with the button."""
    message = turn.update.message
    shared = message.chat_shared if message else None
    if shared is None or turn.cast.person is None:
        return False
    matters = await affairs(turn.db, shared.request_id)
    if matters is None:
        return False
    await bind(turn, matters, shared.chat_id, public=bool(shared.username))
    return True


async def on_bind(turn: Turn, typed: str) -> None:
    """`/bind CODE` in a chat that exists."""
    group_id = await chats.group_of_code(turn.db, read_code(typed) or "-")
    matters = await affairs(turn.db, group_id) if group_id else None
    if matters is None:
        # In private: a chat the bot doesn't know gets nothing.
        turn.tell(turn.person, "chat-code-unknown")
        return
    here = turn.update.effective_chat
    await bind(turn, matters, turn.scene.chat_id, public=bool(here and here.username))


async def on_started_here(turn: Turn) -> bool:
    """`/start CODE` in a chat: somebody brought the bot there by the link."""
    _start, _, code = turn.text.partition(" ")
    if turn.cast.person is None or not code.strip():
        return False
    await on_bind(turn, code)
    return True


async def bind(turn: Turn, matters: Affairs, chat_id: int, *, public: bool) -> None:
    """Tie a chat to a group if that may be, look at the rights, and say what came of it."""
    group, person = matters.group, turn.person
    there = await chats.by_chat(turn.db, chat_id)
    asker = asker_of(person, matters)
    binding = decide_binding(asker, chat_id, own=matters.chat, there=there, public=public)
    if binding is Binding.FRESH:
        await chats.ensure_code(turn.db, group.id, draw_code)
        await chats.bind(turn.db, group.id, chat_id, person.id, turn.now)
    record = await chats.record(turn.db, group.id)
    if record and binding in {Binding.FRESH, Binding.SAME}:
        if asker.role:
            await chats.came_in(turn.db, group.id, person.id, turn.now)
        look(turn, record, None if binding is Binding.FRESH else person)
    opener = matters.opener.name if matters.opener else turn.contact(turn.own_words)
    more: dict[str, Any] = {"number": group.number, "name": opener, "bot": turn.terms.bot_name}
    turn.tell(person, f"chat-bind-{binding}", markup=NO_KEYBOARD, **more)


# --- the bot's own standing -----------------------------------------------------------------------


async def on_bot_member(turn: Turn) -> bool:
    """The bot was brought in, raised, lowered or thrown out."""
    change = turn.update.my_chat_member
    if change is None:
        return False
    member = change.new_chat_member.to_dict()
    if turn.cast.chat is not None:
        await weigh(turn, turn.cast.chat.group_id, standing_of(member), Seen.EVENT)
    elif is_inside(member) and turn.cast.person is not None:
        await _plan_hint(turn)
    return True


async def _plan_hint(turn: Turn) -> None:
    """Brought into a chat nobody tied to a group: if it stays so, a mentor hears how that goes."""
    member = turn.cast.member
    if member is not None and member.role.is_mentor and member.group_id is not None:
        once = f"chat:hint:{member.id}:{turn.scene.chat_id}"
        await turn.plan("chat", "hint", member.id, turn.now + HINT_AFTER, once)


async def hint(desk: Desk, member_id: int) -> None:
    """Tell a mentor how to tie the chat they brought the bot into."""
    seat = await members.seat(desk.db, member_id)
    group_id = seat.member.group_id if seat else None
    matters = await affairs(desk.db, group_id) if group_id else None
    if seat is None or matters is None:
        return
    if matters.chat is None or matters.chat.state is ChatState.LOST:
        await _tell_code(desk, matters, seat.person)


async def _tell_code(desk: Desk, matters: Affairs, person: Person) -> None:
    code = await chats.ensure_code(desk.db, matters.group.id, draw_code)
    number, bot = matters.group.number, desk.terms.bot_name
    desk.tell(person, "chat-hint", number=number, bot=bot, code=code)


async def on_grew(turn: Turn) -> bool:
    """A group became a supergroup: said in the old chat, then in the new one; either may do.

    Whatever was said to the old chat and is still waiting goes to the new one. Delivery may have
    met the new id first, so the chat may have moved already.
    """
    message = turn.update.message
    if message is None:
        return False
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    chat = await chats.by_chat(turn.db, old)
    if chat is not None:
        await chats.move(turn.db, old, new)
    elif message.migrate_to_chat_id:
        chat = await chats.by_chat(turn.db, new)
    record = await chats.record(turn.db, chat.group_id) if chat else None
    if record is not None and record.invite_link is None:
        look(turn, record)
    return record is not None
