"""How a draft is shown: as a whole, group by group, and as a file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from handlers.desk import Desk
from handlers.keys import Key, Keys, key
from handlers.match_buttons import Approve, DraftFile, Drop, Form, Leaf
from handlers.match_words import Names, card, fitting, in_order, names_of, reason
from rules.match import Draft, DraftState, Placement
from rules.matching_score import Ended
from rules.people import Role
from rules.programme import Seat
from storage import drafts, members
from storage.sheets_out import CellOut, write_csv
from texts.escape import Markup, join
from texts.words import Words


@dataclass(frozen=True, slots=True)
class Page:
    """What a message shows: a text's key, what fills it, and the keys under it."""

    text: str
    args: dict[str, Any]
    keys: Keys


async def whole(desk: Desk, spoken: Words, draft: Draft) -> Page:
    """The draft as a whole: what it is worth, and every group in a line."""
    placements = await drafts.placements(desk.db, draft.id)
    seats = {seat.member.id: seat for seat in await members.seats(desk.db, draft.programme_id)}
    numbers = sorted({each.number for each in placements})
    rows = [_row(spoken, number, _seated(placements, seats, number)) for number in numbers]
    args = {
        "count": len(numbers),
        "people": len(placements),
        "worth": worth(spoken, draft),
        "rows": fitting(spoken, rows),
    }
    text = "match-draft" if draft.state is DraftState.READY else "match-approved"
    return Page(text, args, _keys_of_whole(draft))


def _seated(placements: Sequence[Placement], seats: dict[int, Seat], number: int) -> list[Seat]:
    # Somebody may have left the roster since: then the draft can't be approved, only looked at.
    there = [each.member_id for each in placements if each.number == number]
    return [seats[each] for each in there if each in seats]


def _row(spoken: Words, number: int, seats: Sequence[Seat]) -> Markup:
    guides = [seat.person.name for seat in in_order(seats) if seat.member.role is not Role.MENTEE]
    mentees = sum(seat.member.role is Role.MENTEE for seat in seats)
    return spoken.html("match-row", number=number, guides=", ".join(guides), mentees=mentees)


def worth(spoken: Words, draft: Draft) -> Markup:
    """What a draft is worth beside chance and beside what is possible, and its parts."""
    if draft.figures is None:
        return Markup("")
    figures = draft.figures
    lines = [
        spoken.html(
            "match-worth",
            value=percent(figures.value),
            random=percent(figures.random_average),
            bound=percent(figures.bound),
            gap=percent(figures.gap),
        )
    ]
    for part, value in asdict(figures.parts).items():
        name = spoken.plain(f"match-part-{part.replace('_', '-')}")
        lines.append(spoken.html("match-part", part=name, value=percent(value)))
    if figures.ended is Ended.OUT_OF_TIME:
        lines.append(spoken.html("match-out-of-time"))
    return join(lines)


def percent(value: float) -> float:
    """A share from 0 to 1 as people read it, with one decimal place."""
    return round(value * 100, 1)


def _keys_of_whole(draft: Draft) -> Keys:
    looks = [
        [key("match-button-groups", Leaf(draft.id, 1))],
        [key("match-button-file", DraftFile(draft.id))],
    ]
    if draft.state is not DraftState.READY:
        return looks
    return [
        *looks,
        [key("match-button-approve", Approve(draft.id, sure=False))],
        [key("match-button-again", Form(draft.id)), key("match-button-drop", Drop(draft.id))],
    ]


async def leaf(desk: Desk, spoken: Words, draft: Draft, number: int) -> Page | None:
    """One group of a draft with the reasons of each; None if there is no group of that number."""
    placements = await drafts.placements(desk.db, draft.id, number)
    if not placements:
        return None
    seats = {seat.member.id: seat for seat in await members.seats(desk.db, draft.programme_id)}
    why = {each.member_id: each for each in placements}
    lines: list[Markup] = []
    seated = in_order(_seated(placements, seats, number))
    names = names_of(seated)
    for seat in seated:
        lines.append(card(spoken, seat))
        for each in why[seat.member.id].reasons:
            said = reason(spoken, each, seat.member.role, names)
            lines.append(spoken.html("match-reason", reason=said))
    values = draft.figures.groups if draft.figures else ()
    args = {
        "number": number,
        "count": len(values),
        "value": percent(values[number - 1]),
        "people": fitting(spoken, lines),
    }
    return Page("match-leaf", args, _keys_of_leaf(draft.id, number, len(values)))


def _keys_of_leaf(draft: int, number: int, count: int) -> Keys:
    turns: list[Key] = []
    if number > 1:
        turns.append(key("match-button-before", Leaf(draft, number - 1), number=number - 1))
    if number < count:
        turns.append(key("match-button-after", Leaf(draft, number + 1), number=number + 1))
    return [turns, [key("match-button-whole", Leaf(draft, 0))]]


async def file(desk: Desk, spoken: Words, draft: Draft) -> tuple[str, bytes]:
    """The draft as a CSV file (name, content): a person a row, with everybody's reasons."""
    everybody = await members.seats(desk.db, draft.programme_id)
    seats, names = {seat.member.id: seat for seat in everybody}, names_of(everybody)
    placements = await drafts.placements(desk.db, draft.id)
    rows = [
        _file_row(spoken, each, seats[each.member_id], names)
        for each in placements
        if each.member_id in seats
    ]
    headings = [
        spoken.plain(f"match-heading-{name}")
        for name in ("group", "role", "name", "department", "series", "grade", "reasons")
    ]
    return spoken.plain("match-file-name"), write_csv(headings, rows)


def _file_row(spoken: Words, place: Placement, seat: Seat, names: Names) -> Sequence[CellOut]:
    member = seat.member
    role = spoken.plain("common-role", role=member.role)
    said = [reason(spoken, each, member.role, names) for each in place.reasons]
    about = (member.department, member.job_series, member.grade)
    return (place.number, role, seat.person.name, *about, "; ".join(said))
