"""/group: the people of a group, and the way into its chat."""

from handlers.chat_affairs import Affairs, affairs, asker_of
from handlers.chat_setup import CheckChat
from handlers.doors import MyGroup, OpenChat
from handlers.keys import Key, Link, key
from handlers.turn import Turn
from rules.programme import ChatState
from texts.escape import Markup, join
from texts.words import Words


async def on_group(turn: Turn, _rest: str) -> None:
    """Show one's own group in private, the group of the chat in a chat."""
    if turn.scene.private:
        await show_mine(turn)
    elif turn.cast.group is not None:
        await _show_here(turn, turn.cast.group.id)


async def on_my_group(turn: Turn, _press: MyGroup) -> None:
    """The same by a button."""
    await show_mine(turn)


async def show_mine(turn: Turn) -> None:
    """Who is in one's group, how its chat stands, and the button for what comes next."""
    member = turn.cast.member
    matters = await affairs(turn.db, member.group_id) if member and member.group_id else None
    if matters is None:
        turn.tell(turn.person, "chat-no-group")
        return
    spoken = turn.words_for(turn.person)
    state = matters.chat.state.value if matters.chat else "none"
    turn.tell(
        turn.person,
        "chat-group",
        keys=[[each] for each in _ways(turn, matters)],
        number=matters.group.number,
        people=_people(matters, spoken),
        chat=spoken.html(f"chat-state-{state}"),
    )


def _ways(turn: Turn, matters: Affairs) -> list[Key]:
    chat, asker = matters.chat, asker_of(turn.person, matters)
    if chat and chat.state is ChatState.READY and chat.invite_link:
        return [key("chat-button-join", Link(chat.invite_link), number=matters.group.number)]
    if chat and chat.state is ChatState.BOUND:
        return [key("chat-button-check", CheckChat(chat.group_id))] if asker.may_bind else []
    return [key("chat-button-open", OpenChat(matters.group.id))] if asker.may_open else []


async def _show_here(turn: Turn, group_id: int) -> None:
    matters = await affairs(turn.db, group_id)
    if matters is None or not asker_of(turn.person, matters).belongs:
        turn.say("chat-group-elsewhere")
        return
    lines = _people(matters, turn.words)
    turn.say("chat-group-here", number=matters.group.number, people=lines)


def _people(matters: Affairs, spoken: Words) -> Markup:
    return join(
        spoken.html(
            "chat-group-person",
            name=seat.person.name,
            role=spoken.plain("common-role", role=seat.member.role),
        )
        for seat in matters.seats
    )
