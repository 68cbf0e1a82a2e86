"""Telling people their group: each once, whenever they have registered."""

from collections.abc import Mapping, Sequence

from handlers.desk import Desk
from handlers.doors import MyGroup, OpenChat
from handlers.keys import Keys, key
from handlers.match_words import card, fitting, in_order, names_of, told
from rules.match import DraftState
from rules.matching_reasons import Reason
from rules.people import Role
from rules.programme import Group, Seat
from storage import drafts, groups, members, offices
from storage.due import Due

Reasons = Mapping[int, Sequence[Reason]]
"""Member ids and why they are where they are."""


async def on_tick(desk: Desk, dues: Sequence[Due]) -> None:
    """`announce`: a group was formed. `joined`: a member registered (whoever registers plans it).

    The refs are a group id and a member id.
    """
    for due in dues:
        if due.kind == "announce":
            await _announce(desk, due.ref, None)
        else:
            seat = await members.seat(desk.db, due.ref)
            if seat and seat.member.group_id:
                await _announce(desk, seat.member.group_id, seat.member.id)


async def _announce(desk: Desk, group_id: int, member_id: int | None) -> None:
    """Tell the group to all its registered members, or to one of them."""
    group = await groups.by_id(desk.db, group_id)
    if group is None:
        return
    seats = await members.group_seats(desk.db, group_id)
    why = await _reasons(desk, group)
    programme = await offices.programme(desk.db, group.programme_id)
    name = programme.name if programme else ""
    for seat in seats:
        asked = member_id in (None, seat.member.id)
        if asked and seat.person.registered_at is not None:
            _tell(desk, (name, group), seats, seat, why.get(seat.member.id, ()))


async def _reasons(desk: Desk, group: Group) -> Reasons:
    draft = await drafts.newest(desk.db, group.programme_id, DraftState.APPROVED)
    found = await drafts.placements(desk.db, draft.id, group.number) if draft else ()
    return {each.member_id: each.reasons for each in found}


def _tell(
    desk: Desk,
    where: tuple[str, Group],
    seats: Sequence[Seat],
    seat: Seat,
    why: Sequence[Reason],
) -> None:
    programme, group = where
    spoken, role = desk.words_for(seat.person), seat.member.role
    opens = _opens(seat, seats)
    desk.tell(
        seat.person,
        "match-told",
        keys=_keys(group, opens=opens),
        once=f"match:{group.id}:{seat.person.id}",
        name=seat.person.name,
        programme=programme,
        number=group.number,
        people=fitting(spoken, [card(spoken, each) for each in in_order(seats)]),
        why=told(spoken, why, role, names_of(seats)),
        next=spoken.html(f"match-next-{'opens' if opens else 'waits'}"),
    )


def _opens(seat: Seat, seats: Sequence[Seat]) -> bool:
    """The lead mentor opens the group's chat; where there is none, a mentor."""
    led = any(each.member.role is Role.LEAD for each in seats)
    return seat.member.role is (Role.LEAD if led else Role.MENTOR)


def _keys(group: Group, *, opens: bool) -> Keys:
    if opens:
        return [[key("match-button-chat", OpenChat(group.id))]]
    return [[key("match-button-mine", MyGroup())]]
