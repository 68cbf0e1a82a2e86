"""What can be done with groups, in chat and from the command line alike."""

from typing import Any

from handlers.desk import Desk
from rules.match import (
    Approved,
    Draft,
    DraftState,
    NotApproved,
    Placement,
    figures_from_json,
    judge,
    reasons_from_json,
)
from rules.programme import Programme, Stage
from storage import drafts, groups, members, offices


async def fill(desk: Desk, draft_id: int, made: dict[str, Any]) -> bool:
    """Put what the search made into its draft; False if nothing came of it (see `form_draft`)."""
    if "figures" not in made:
        await drafts.set_state(desk.db, draft_id, DraftState.FAILED)
        return False
    placements = [
        Placement(member, number, reasons_from_json(why)) for member, number, why in made["places"]
    ]
    await drafts.finish(desk.db, draft_id, figures_from_json(made["figures"]), placements)
    return True


async def approve(desk: Desk, draft_id: int) -> Approved | NotApproved:
    """Make a draft's groups the programme's. The first to approve wins.

    Whoever is registered is told by the next tick, the others when they have registered.
    """
    draft = await own_draft(desk, draft_id)
    programme_id = draft.programme_id if draft else 0
    seats = await members.seats(desk.db, programme_id)
    refusal = judge(
        draft,
        await groups.exist(desk.db, programme_id),
        await drafts.placements(desk.db, draft_id),
        [seat.member for seat in seats],
    )
    if refusal or draft is None:
        return refusal or NotApproved.GONE
    await _settle(desk, draft)
    waiting = sum(seat.person.registered_at is None for seat in seats)
    formed = await groups.of_programme(desk.db, draft.programme_id)
    return Approved(len(formed), len(seats), waiting)


async def _settle(desk: Desk, draft: Draft) -> None:
    await groups.found(desk.db, draft, desk.now)
    await drafts.approve(desk.db, draft, desk.now)
    await offices.set_stage(desk.db, draft.programme_id, Stage.RUNNING)
    for group in await groups.of_programme(desk.db, draft.programme_id):
        await desk.plan("match", "announce", group.id, desk.now, f"match:announce:{group.id}")


async def drop(desk: Desk, draft_id: int) -> bool:
    """Throw a draft away; False if it is not there to be thrown away."""
    draft = await own_draft(desk, draft_id)
    if draft is None or draft.state is not DraftState.READY:
        return False
    await drafts.set_state(desk.db, draft_id, DraftState.DROPPED)
    return True


async def own_draft(desk: Desk, draft_id: int) -> Draft | None:
    """A draft of one of the office's programmes."""
    draft = await drafts.by_id(desk.db, draft_id)
    programme = await offices.programme(desk.db, draft.programme_id) if draft else None
    return draft if programme and programme.office_id == desk.office.id else None


async def open_programme(desk: Desk) -> Programme | None:
    """The office's programme of now, unless it has ended."""
    current = await offices.current(desk.db, desk.office.id)
    return current if current and current.stage is not Stage.CLOSED else None
