"""The gate: who is let in, and who is inside."""

from dataclasses import dataclass
from datetime import timedelta

from handlers.buttons import packed
from handlers.chat_affairs import affairs, tell_office
from handlers.chat_setup import is_inside
from handlers.desk import Desk
from handlers.house import Outcome
from handlers.turn import Turn
from rules.chat import Entry, entry
from rules.programme import Group, Person
from storage import chats, members, offices, people

MAY_WRITE = timedelta(minutes=5)  # how long Telegram lets a bot write to whoever asked to join


@packed("ct")
@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody was told why they don't come in: now the request may be declined."""

    chat: int
    user: int


async def on_join_request(turn: Turn) -> bool:
    """Exactly the registered people of the group come in."""
    asking = turn.update.chat_join_request
    group = turn.cast.group
    if asking is None or group is None:
        return False
    decision = entry(turn.cast.person, turn.cast.member, group.id)
    if decision is Entry.WELCOME:
        user = {"user_id": asking.from_user.id}
        turn.call("approveChatJoinRequest", turn.scene.chat_id, user)
        return True
    # The bot may write to a stranger until their request is decided: so the word goes first.
    params = turn.message(turn.own_words, f"chat-turned-{decision}", (), None, {})
    turn.call(
        "sendMessage",
        asking.user_chat_id,
        params,
        then=Turned(turn.scene.chat_id, asking.from_user.id),
        expires_at=turn.now + MAY_WRITE,
    )
    return True


async def on_turned(desk: Desk, turned: Turned, _outcome: Outcome) -> None:
    """Decline, whether or not the word arrived."""
    desk.call("declineChatJoinRequest", turned.chat, {"user_id": turned.user})


async def on_person_member(turn: Turn) -> bool:
    """Keep who is inside; somebody who doesn't belong there is told of, once, and left alone."""
    change, group = turn.update.chat_member, turn.cast.group
    if change is None or group is None:
        return False
    user = change.new_chat_member.user
    person = await people.by_user(turn.db, user.id)
    if not is_inside(change.new_chat_member.to_dict()):
        if person:
            await chats.went_out(turn.db, group.id, person.id)
    elif person and await _belongs(turn, person, group):
        await chats.came_in(turn.db, group.id, person.id, turn.now)
    elif person is None or not await _oversees(turn, person, group):
        await _report(turn, group, user.id, person)
    return True


async def _belongs(turn: Turn, person: Person, group: Group) -> bool:
    member = await members.of_person(turn.db, person.id, group.programme_id)
    return member is not None and member.group_id == group.id


async def _oversees(turn: Turn, person: Person, group: Group) -> bool:
    programme = await offices.programme(turn.db, group.programme_id)
    return person.coordinator and programme is not None and programme.office_id == person.office_id


async def _report(turn: Turn, group: Group, user_id: int, person: Person | None) -> None:
    """A stranger's name is not ours to pass on; that of somebody on the roster is."""
    matters = await affairs(turn.db, group.id)
    if matters is None:
        return
    once = f"chat:outsider:{group.id}:{user_id}"
    if person:
        await tell_office(turn, matters, "chat-outsider-known", once, name=person.name)
    else:
        await tell_office(turn, matters, "chat-outsider", once)
