"""Who hears of a thing: everybody of a group, or only the one who acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.desk import Desk
from handlers.keys import Keys
from handlers.turn import Turn
from rules.programme import ChatState, Person, Seat
from storage import chats, members
from storage.door import Reading
from storage.outbox import Urgency


@dataclass(frozen=True, slots=True)
class Circle:
    """Those of a group who have registered. `chat_id` is None until the group's chat is ready."""

    chat_id: int | None
    seats: Sequence[Seat]

    @property
    def mentors(self) -> Sequence[Seat]:
        """The mentors of both tiers."""
        return [seat for seat in self.seats if seat.member.role.is_mentor]


async def circle_of(db: Reading, group_id: int) -> Circle:
    """Everybody a group's news is for."""
    chat = await chats.by_group(db, group_id)
    ready = chat is not None and chat.state is ChatState.READY
    seats = await members.group_seats(db, group_id)
    registered = [seat for seat in seats if seat.person.registered_at is not None]
    return Circle(chat.chat_id if chat and ready else None, registered)


def to_group(
    desk: Desk,
    circle: Circle,
    text: str,
    /,
    *,
    once: str,
    keys: Keys = (),
    but: Person | None = None,
    **args: Any,
) -> None:
    """Say something in the group's chat; while there is none, to each member in private.

    `keys` are for mentors: in private nobody else sees them. `but` has heard it already.
    """
    if circle.chat_id is not None:
        desk.post(circle.chat_id, text, keys=keys, once=f"{once}:chat", **args)
        return
    others = [seat for seat in circle.seats if but is None or seat.person.id != but.id]
    to_each(desk, others, text, once=once, keys=keys, **args)


def to_each(
    desk: Desk,
    seats: Sequence[Seat],
    text: str,
    /,
    *,
    once: str,
    keys: Keys = (),
    expires_at: datetime | None = None,
    **args: Any,
) -> None:
    """Say something to people in private; `keys` stand under it for the mentors among them."""
    for seat in seats:
        desk.tell(
            seat.person,
            text,
            keys=keys if seat.member.role.is_mentor else (),
            once=f"{once}:{seat.person.id}",
            urgency=Urgency.ORDINARY,
            expires_at=expires_at,
            **args,
        )


def aside(turn: Turn, text: str, /, *, keys: Keys = (), **args: Any) -> None:
    """Say something for the acting person alone.

    In private a pressed message changes into it; whatever began in a group goes on in private.
    """
    scene = turn.scene
    if scene.private and scene.callback_id and scene.message_id:
        turn.edit(text, keys=keys, **args)
    else:
        turn.tell(turn.person, text, keys=keys, **args)
