"""Groups: formed from the roster, looked at as a draft, approved, and told to everybody in them."""

from typing import Any

from handlers.desk import Desk
from handlers.doors import OpenMatch, OpenRoster
from handlers.house import House, Outcome
from handlers.keys import key
from handlers.match_acts import approve, drop, fill, open_programme, own_draft
from handlers.match_buttons import Approve, Drafted, DraftFile, Drop, Form, Leaf
from handlers.match_solving import form
from handlers.match_telling import on_tick
from handlers.match_view import Page, file, leaf, whole
from handlers.turn import Turn
from rules.match import Approved, Draft, DraftState, NotApproved, candidates_of
from rules.matching import Unformable, demand_of
from rules.people import Role
from rules.programme import COORDINATORS, Programme
from storage import drafts, groups, members, outbox, people


def register(house: House) -> None:
    """Answer /match, the draft's buttons, and tell people their groups."""
    house.command("match", on_match, who=COORDINATORS)
    house.press(OpenMatch, on_open, who=COORDINATORS)
    house.press(Form, on_form, who=COORDINATORS)
    house.press(Leaf, on_leaf, who=COORDINATORS)
    house.press(DraftFile, on_file, who=COORDINATORS)
    house.press(Approve, on_approve, who=COORDINATORS)
    house.press(Drop, on_drop, who=COORDINATORS)
    house.job("match.form", form)
    house.result(Drafted, on_drafted)
    house.tick("match", on_tick)
    house.offer("match-button-open", OpenMatch(), who=COORDINATORS)


async def on_open(turn: Turn, _door: OpenMatch) -> None:
    """The same as /match, by button."""
    await on_match(turn, "")


async def on_match(turn: Turn, _argument: str) -> None:
    """Show how the groups stand: approved, proposed, being formed, or still to be formed."""
    programme = await open_programme(turn)
    if programme is None:
        turn.say("match-no-roster", keys=[[key("match-button-roster", OpenRoster())]])
    elif await groups.exist(turn.db, programme.id):
        await _show_groups(turn, programme)
    elif draft := await drafts.newest(turn.db, programme.id, DraftState.READY):
        _say(turn, await whole(turn, turn.words, draft))
    else:
        await _offer_forming(turn, programme)


async def _show_groups(turn: Turn, programme: Programme) -> None:
    draft = await drafts.newest(turn.db, programme.id, DraftState.APPROVED)
    if draft is None:
        count = len(await groups.of_programme(turn.db, programme.id))
        turn.say("match-settled", count=count)
    else:
        _say(turn, await whole(turn, turn.words, draft))


async def _offer_forming(turn: Turn, programme: Programme) -> None:
    counts = await members.turnout(turn.db, programme.id)
    demand = demand_of(candidates_of(s.member for s in await members.seats(turn.db, programme.id)))
    if isinstance(demand, Unformable):
        _refuse(turn, demand)
        return
    turn.say(
        "match-offer",
        keys=[[key("match-button-form", Form(0))]],
        leads=counts[Role.LEAD].people,
        mentors=counts[Role.MENTOR].people,
        mentees=counts[Role.MENTEE].people,
        groups=demand.groups,
    )


def _refuse(turn: Turn, why: Unformable) -> None:
    keys = [[key("match-button-roster", OpenRoster())]]
    text = f"match-impossible-{why.reason}"
    turn.say(text, keys=keys, groups=why.groups, mentees=why.mentees)


def _say(turn: Turn, page: Page) -> None:
    turn.say(page.text, keys=page.keys, **page.args)


async def on_form(turn: Turn, tap: Form) -> None:
    """Have groups formed; the seed after that of the draft that should have been better."""
    programme = await open_programme(turn)
    if programme is None or await groups.exist(turn.db, programme.id):
        _old(turn)
        return
    if await drafts.newest(turn.db, programme.id, DraftState.MAKING):
        turn.toast("match-under-way", alert=True)
        return
    earlier = await own_draft(turn, tap.after)
    seed = earlier.seed + 1 if earlier else turn.terms.matching_seed
    await _begin(turn, programme, seed)


async def _begin(turn: Turn, programme: Programme, seed: int) -> None:
    draft = await drafts.begin(turn.db, programme.id, turn.person.id, seed, turn.now)
    args = {"programme": programme.id, "seed": seed, "seconds": turn.terms.matching_seconds}
    turn.job("match.form", args, Drafted(draft), turn.scene.chat_id)
    turn.drop_keys()
    turn.say("match-working", once=_working(draft))


def _working(draft: int) -> str:
    return f"match:working:{draft}"


async def on_drafted(desk: Desk, what: Drafted, outcome: Outcome) -> None:
    """Show the coordinator what came of the search."""
    draft = await drafts.by_id(desk.db, what.draft)
    person = await people.by_id(desk.db, draft.made_by or 0) if draft else None
    if draft is None or person is None:
        return
    await _take_back_working(desk, draft)
    if draft.state is not DraftState.MAKING:  # another draft was approved meanwhile
        desk.tell(person, "match-not-settled")
        return
    made: dict[str, Any] = outcome.result or {}
    if await fill(desk, draft.id, made):
        ready = await drafts.by_id(desk.db, draft.id)
        page = await whole(desk, desk.words_for(person), ready or draft)
        desk.tell(person, page.text, keys=page.keys, **page.args)
    elif "unformable" in made:
        text = f"match-impossible-{made['unformable']}"
        desk.tell(person, text, groups=made["groups"], mentees=made["mentees"])
    else:
        again = [[key("match-button-form", Form(0))]]
        desk.tell(person, "match-failed", keys=again, contact=desk.contact(desk.words_for(person)))


async def _take_back_working(desk: Desk, draft: Draft) -> None:
    sent = await outbox.message_of(desk.db, _working(draft.id))
    if sent:
        desk.call("deleteMessage", sent[0], {"message_id": sent[1]})


async def on_leaf(turn: Turn, tap: Leaf) -> None:
    """Turn the pages of a draft, in place."""
    draft = await own_draft(turn, tap.draft)
    if draft is None or draft.state not in {DraftState.READY, DraftState.APPROVED}:
        _old(turn)
        return
    page = await leaf(turn, turn.words, draft, tap.number) if tap.number else None
    page = page or await whole(turn, turn.words, draft)
    turn.edit(page.text, keys=page.keys, **page.args)


async def on_file(turn: Turn, tap: DraftFile) -> None:
    """Send the draft as a file."""
    draft = await own_draft(turn, tap.draft)
    if draft is None or draft.figures is None:
        _old(turn)
        return
    made = await file(turn, turn.words, draft)
    await turn.send_file(turn.person, made, "match-file", count=len(draft.figures.groups))


async def on_approve(turn: Turn, tap: Approve) -> None:
    """Ask once more, then approve. Of two coordinators the first wins."""
    if not tap.sure:
        await _ask_again(turn, tap)
        return
    match await approve(turn, tap.draft):
        case Approved() as done:
            turn.edit("match-done", groups=done.groups, people=done.people, waiting=done.waiting)
        case NotApproved() as why:
            turn.drop_keys()
            turn.say(f"match-not-{why}")


async def _ask_again(turn: Turn, tap: Approve) -> None:
    draft = await own_draft(turn, tap.draft)
    if draft is None or draft.state is not DraftState.READY or draft.figures is None:
        _old(turn)
        return
    turn.edit(
        "match-sure",
        keys=[
            [key("match-button-sure", Approve(tap.draft, sure=True))],
            [key("common-button-back", Leaf(tap.draft, 0))],
        ],
        groups=len(draft.figures.groups),
    )


async def on_drop(turn: Turn, tap: Drop) -> None:
    """Throw the draft away."""
    if await drop(turn, tap.draft):
        turn.edit("match-dropped", keys=[[key("match-button-form", Form(tap.draft))]])
    else:
        _old(turn)


def _old(turn: Turn) -> None:
    turn.toast("match-old", alert=True)
    turn.drop_keys()
