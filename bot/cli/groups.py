"""`groups`: forming mentoring groups, and approving them."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import door
from bot.cli.progress import waiting

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.desk import Desk
    from rules.match import Approved, Draft, Placement
    from rules.matching import Candidate
    from rules.programme import Programme, Seat

app = typer.Typer(help="Forming mentoring groups, and approving them.")

HEADINGS = ("group", "role", "name", "department", "job series", "grade")

_REFUSALS = {
    "gone": "There is no such draft to approve: see python -m bot groups show.",
    "done": "This draft has been approved already.",
    "settled": "The programme's groups have been approved already and can't be formed anew.",
    "stale": "The roster has changed since this draft: run python -m bot groups form again.",
}


@app.command()
def form(
    seed: Annotated[
        int | None, typer.Option(min=0, help="Where chance begins; else matching.seed.")
    ] = None,
) -> None:
    """Form groups of the current programme's roster and keep them as a draft nobody is told of.

    Prints the draft's number, what it is worth, and everybody in it (tab-separated).
    """
    from rules.match_forming import form_draft

    chosen = door.settings()
    programme, candidates = door.work(_candidates(chosen))
    chance = chosen.matching.seed if seed is None else seed
    with waiting("forming groups"):
        made = form_draft(candidates, chance, chosen.matching.seconds, time.monotonic)
    if "unformable" in made:
        door.refuse(_unformable(made))
    draft, placements, seats = door.work(_keep(chosen, programme, chance, made))
    print(f"draft {draft.id}")
    _print_worth(draft)
    _print_people(placements, seats)


@app.command()
def approve(
    draft: Annotated[
        int | None,
        typer.Argument(min=1, max=door.LARGEST, help="Its number; else the newest draft."),
    ] = None,
) -> None:
    """Approve a draft. Everybody is told by the running bot, or on registering."""
    done = door.work(_approve(door.settings(), draft))
    print(f"groups {done.groups}, people {done.people}, not registered yet {done.waiting}")


@app.command()
def show() -> None:
    """List the groups, or the newest draft if none are approved: tab-separated, with headings."""
    draft, placements, seats = door.work(_shown(door.settings()))
    door.note(f"draft {draft.id}, {draft.state}")
    _print_worth(draft)
    _print_people(placements, seats)


async def _programme(desk: "Desk") -> "Programme":
    from handlers.match_acts import open_programme

    programme = await open_programme(desk)
    if programme is None:
        door.refuse("There is no programme yet: import a roster (python -m bot roster import).")
    return programme


async def _candidates(chosen: "Settings") -> "tuple[int, Sequence[Candidate]]":
    from rules.match import candidates_of
    from storage import groups, members

    async with door.desk_for(chosen) as desk:
        programme = await _programme(desk)
        if await groups.exist(desk.db, programme.id):
            door.refuse(_REFUSALS["settled"])
        seats = await members.seats(desk.db, programme.id)
        return programme.id, candidates_of(seat.member for seat in seats)


def _unformable(made: dict[str, Any]) -> str:
    from rules.language import Language
    from texts.words import words

    key = f"match-impossible-{made['unformable']}"
    return words(Language.EN).plain(key, groups=made["groups"], mentees=made["mentees"])


async def _keep(
    chosen: "Settings", programme: int, seed: int, made: dict[str, Any]
) -> "tuple[Draft, Sequence[Placement], Sequence[Seat]]":
    from handlers.match_acts import fill
    from storage import drafts

    async with door.desk_for(chosen) as desk:
        begun = await drafts.begin(desk.db, programme, None, seed, desk.now)
        await fill(desk, begun, made)
        return await _whole(desk, await drafts.by_id(desk.db, begun))


async def _whole(
    desk: "Desk", draft: "Draft | None"
) -> "tuple[Draft, Sequence[Placement], Sequence[Seat]]":
    from storage import drafts, members

    if draft is None:
        door.refuse("There is no draft: run python -m bot groups form.")
    seats = await members.seats(desk.db, draft.programme_id)
    return draft, await drafts.placements(desk.db, draft.id), seats


async def _approve(chosen: "Settings", number: int | None) -> "Approved":
    from handlers.match_acts import approve
    from rules.match import DraftState, NotApproved
    from storage import drafts, groups

    async with door.desk_for(chosen) as desk:
        programme = await _programme(desk)
        if number is None:
            if await groups.exist(desk.db, programme.id):
                door.refuse(_REFUSALS["settled"])
            newest = await drafts.newest(desk.db, programme.id, DraftState.READY)
            number = newest.id if newest else 0
        done = await approve(desk, number)
        if isinstance(done, NotApproved):
            door.refuse(_REFUSALS[done])
        return done


async def _shown(chosen: "Settings") -> "tuple[Draft, Sequence[Placement], Sequence[Seat]]":
    from rules.match import DraftState
    from storage import drafts

    async with door.desk_for(chosen) as desk:
        programme = await _programme(desk)
        approved = await drafts.newest(desk.db, programme.id, DraftState.APPROVED)
        ready = await drafts.newest(desk.db, programme.id, DraftState.READY)
        return await _whole(desk, approved or ready)


def _print_worth(draft: "Draft") -> None:
    figures = draft.figures
    if figures is not None:
        print(
            f"value {figures.value:.4f}, random average {figures.random_average:.4f},"
            f" bound {figures.bound:.4f}, gap {figures.gap:.1%}, search {figures.ended}"
        )


def _print_people(placements: "Sequence[Placement]", seats: "Sequence[Seat]") -> None:
    number = {each.member_id: each.number for each in placements}
    placed = [seat for seat in seats if seat.member.id in number]
    print("\t".join(HEADINGS))
    for seat in sorted(placed, key=lambda one: (number[one.member.id], one.member.id)):
        member = seat.member
        about = (member.department, member.job_series, member.grade)
        print("\t".join((str(number[member.id]), member.role, seat.person.name, *about)))
