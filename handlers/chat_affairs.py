"""What every part of the feature begins from: a group, its people, its chat, and who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.desk import Desk
from handlers.keys import Keys, Link, key
from rules.chat import Asker, Record, keepers
from rules.people import Role
from rules.programme import Group, Person, Programme, Seat
from storage import chats, groups, members, offices, people
from storage.door import Reading


@dataclass(frozen=True, slots=True)
class Affairs:
    """A group with its people and, once it has one, its chat."""

    group: Group
    programme: Programme
    seats: Sequence[Seat]
    chat: Record | None
    opener: Person | None

    @property
    def keepers(self) -> Sequence[Person]:
        """Who looks after the chat."""
        return keepers(self.seats, self.opener)

    @property
    def leads(self) -> str:
        """The lead mentors' names."""
        return ", ".join(s.person.name for s in self.seats if s.member.role is Role.LEAD)


async def affairs(db: Reading, group_id: int) -> Affairs | None:
    """Look up a group; None if there is no such group."""
    group = await groups.by_id(db, group_id)
    programme = await offices.programme(db, group.programme_id) if group else None
    if group is None or programme is None:
        return None
    chat = await chats.record(db, group_id)
    opener = await people.by_id(db, chat.opened_by) if chat and chat.opened_by else None
    return Affairs(group, programme, await members.group_seats(db, group_id), chat, opener)


def asker_of(person: Person, matters: Affairs) -> Asker:
    """Who somebody is to a group."""
    mine = [s.member.role for s in matters.seats if s.person.id == person.id]
    return Asker(
        role=mine[0] if mine else None,
        coordinator=person.coordinator and person.office_id == matters.programme.office_id,
        led=bool(matters.leads),
    )


def tell_keepers(
    desk: Desk, matters: Affairs, text: str, /, *, keys: Keys = (), once: str = "", **args: Any
) -> None:
    """Say something to those who look after a chat. `once` is followed by the person's id."""
    for person in matters.keepers:
        mark = f"{once}:{person.id}" if once else None
        desk.tell(person, text, keys=keys, once=mark, number=matters.group.number, **args)


async def tell_office(desk: Desk, matters: Affairs, text: str, once: str = "", **args: Any) -> None:
    """Say something to the coordinators, but for those who hear of it as keepers."""
    told = {person.id for person in matters.keepers}
    for person in await people.coordinators(desk.db, matters.programme.office_id):
        if person.id not in told:
            mark = f"{once}:{person.id}" if once else None
            desk.tell(person, text, once=mark, number=matters.group.number, **args)


def tell_link(desk: Desk, matters: Affairs, person: Person) -> None:
    """Give a registered person the way into the chat, once per link."""
    link = matters.chat.invite_link if matters.chat else None
    if link is None or person.registered_at is None:
        return
    number = matters.group.number
    keys = [[key("chat-button-join", Link(link), number=number)]]
    once = f"chat:link:{link.rpartition('/')[2]}:{person.id}"
    desk.tell(person, "chat-link", keys=keys, once=once, number=number)
