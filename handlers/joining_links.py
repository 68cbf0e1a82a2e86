"""Making invite links: for everybody of the roster who is not in yet, and for coordinators."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.desk import Desk
from handlers.doors import InviteLinks
from handlers.turn import Turn
from rules.joining import TOKEN_BYTES, hash_of, proper_name
from rules.people import Role
from rules.programme import Post
from storage import invites, members, people
from storage.sheets import write_csv


@dataclass(frozen=True, slots=True)
class InviteLink:
    """One person's link. It is a secret: whoever opens it first is that person."""

    name: str
    role: Role
    department: str
    link: str


@dataclass(frozen=True, slots=True)
class CoordinatorInvited:
    """A link for a coordinator who is not in yet."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class CoordinatorThere:
    """The coordinator of that name is in already and needs no link."""

    name: str


@dataclass(frozen=True, slots=True)
class NoName:
    """What was given can't be a person's name."""


async def invite_links(
    desk: Desk, programme_id: int, roles: frozenset[Role] = frozenset(Role)
) -> Sequence[InviteLink]:
    """Make a fresh link for each person of the roster who is not in yet, in roster order.

    Earlier links stay good until their own date: those already printed or sent still work.
    """
    seats = await members.seats(desk.db, programme_id)
    out = [s for s in seats if s.person.user_id is None and s.member.role in roles]
    links = await _make(desk, [seat.person.id for seat in out])
    return [
        InviteLink(seat.person.name, seat.member.role, seat.member.department, link)
        for seat, link in zip(out, links, strict=True)
    ]


async def invite_coordinator(
    desk: Desk, name: str
) -> CoordinatorInvited | CoordinatorThere | NoName:
    """Make a link for a coordinator of the office, who is entered if nobody has that name."""
    proper = proper_name(name)
    if proper is None:
        return NoName()
    named = await people.coordinators_named(desk.db, desk.office.id, proper)
    out = [person.id for person in named if person.user_id is None]
    if named and not out:
        return CoordinatorThere(proper)
    person_id = out[0] if out else await _enter(desk, proper)
    return CoordinatorInvited(proper, (await _make(desk, [person_id]))[0])


def good_until(desk: Desk) -> datetime:
    """When a link made now expires (aware UTC)."""
    return desk.now + timedelta(days=desk.terms.invite_days)


async def on_links(turn: Turn, _tap: InviteLinks) -> None:
    """Send a coordinator the file with everybody's links."""
    if turn.cast.programme is None:
        turn.say("joining-links-no-roster")
        return
    links = await invite_links(turn, turn.cast.programme.id)
    if not links:
        turn.say("joining-links-none")
        return
    file = _file(turn, links)
    until = good_until(turn)
    await turn.send_file(turn.person, file, "joining-links-caption", count=len(links), until=until)


async def _make(desk: Desk, person_ids: Sequence[int]) -> Sequence[str]:
    tokens = [secrets.token_urlsafe(TOKEN_BYTES) for _ in person_ids]
    made = [(who, hash_of(token)) for who, token in zip(person_ids, tokens, strict=True)]
    await invites.issue(desk.db, made, desk.now, good_until(desk))
    return [f"https://t.me/{desk.terms.bot_name}?start={token}" for token in tokens]


async def _enter(desk: Desk, name: str) -> int:
    office = desk.office
    return await people.add_coordinator(desk.db, office.id, name, office.language, desk.now)


def _file(turn: Turn, links: Sequence[InviteLink]) -> tuple[str, bytes]:
    """People of one name are told apart by their department, so it stands beside it."""
    spoken = turn.own_words
    columns = ("name", "role", "department", "link")
    headings = [spoken.plain(f"joining-column-{column}") for column in columns]
    roles = {role: spoken.plain("common-role", role=Post(role.value)) for role in Role}
    rows = [(each.name, roles[each.role], each.department, each.link) for each in links]
    day = turn.local(turn.now).date()
    return f"{spoken.plain('joining-links-file')}-{day:%Y%m%d}.csv", write_csv(headings, rows)
