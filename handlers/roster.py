"""The roster: a coordinator sends it as a file, looks at what was read, and has it entered."""

from collections.abc import Sequence
from typing import Any

from handlers.desk import Desk
from handlers.doors import InviteLinks, OpenMatch, OpenRoster
from handlers.house import Event, House, Outcome
from handlers.keys import Keys, key
from handlers.roster_acts import enrol
from handlers.roster_buttons import AskFile, Cancel, FileRead, Import, Name
from handlers.roster_reading import read_file
from handlers.roster_view import column_names, show, show_summary
from handlers.turn import Turn
from rules.programme import COORDINATORS, Post
from rules.roster_cells import clean
from rules.roster_enrolment import Imported, NotImported
from rules.roster_headings import Column
from rules.roster_proposal import from_json, programme_name
from storage import members, offices, people, readings
from storage.due import Due
from storage.sheets import MAX_BYTES
from texts.escape import join


def register(house: House) -> None:
    """Answer /roster, files from coordinators, and what follows from them."""
    house.command("roster", on_roster, who=COORDINATORS)
    house.press(OpenRoster, on_open, who=COORDINATORS)
    house.press(AskFile, on_ask_file, who=COORDINATORS)
    house.press(Import, on_import, who=COORDINATORS)
    house.press(Name, on_name, who=COORDINATORS)
    house.press(Cancel, on_cancel, who=COORDINATORS)
    house.step("roster.name", on_named)
    house.event(Event.DOCUMENT, on_document)
    house.job("roster.read", read_file)
    house.result(FileRead, on_read)
    house.tick("roster", on_tick)
    house.offer("roster-button-open", OpenRoster(), who=COORDINATORS)


async def on_roster(turn: Turn, _argument: str) -> None:
    """Say how many there are of each role, and how many have registered."""
    programme = await offices.current(turn.db, turn.office.id)
    counts = await members.turnout(turn.db, programme.id) if programme else {}
    total = sum(each.people for each in counts.values())
    if programme is None or not total:
        turn.say("roster-empty")
        return
    roles = join(
        turn.words.html(
            "roster-state-role",
            role=turn.words.plain("common-role", role=role),
            people=each.people,
            registered=each.registered,
            missing=each.people - each.registered,
        )
        for role, each in counts.items()
    )
    registered = sum(each.registered for each in counts.values())
    more: dict[str, Any] = {"programme": programme.name, "people": total, "registered": registered}
    turn.say("roster-state", roles=roles, keys=_ways_on(file=True), **more)


def _ways_on(*, file: bool = False, match: bool = True) -> Keys:
    return [
        *([[key("roster-button-file", AskFile())]] if file else []),
        [key("roster-button-links", InviteLinks())],
        *([[key("roster-button-match", OpenMatch())]] if match else []),
    ]


async def on_open(turn: Turn, _door: OpenRoster) -> None:
    """The same by button."""
    await on_roster(turn, "")


async def on_ask_file(turn: Turn, _tap: AskFile) -> None:
    """Say which file is wanted."""
    turn.say("roster-how")


async def on_document(turn: Turn) -> bool:
    """Have a coordinator's file read; anybody else's is not a roster."""
    message = turn.update.effective_message
    document = message.document if message else None
    if document is None or Post.COORDINATOR not in turn.posts:
        return False
    if (document.file_size or 0) > MAX_BYTES:
        turn.say("roster-refused-too-big")
        return True
    args = {
        "file_id": document.file_id,
        "file": clean(document.file_name or "") or "roster",
        "today": turn.local(turn.now).date().isoformat(),
    }
    turn.say("roster-reading")
    turn.job("roster.read", args, FileRead(turn.person.id), turn.scene.chat_id)
    return True


async def on_read(desk: Desk, waits: FileRead, outcome: Outcome) -> None:
    """Show the coordinator what became of the file."""
    person = await people.by_id(desk.db, waits.person)
    if person is None or not person.coordinator:
        return
    read: dict[str, Any] = outcome.result or {}
    if "proposal" in read:
        await show(desk, person, from_json(read["proposal"]))
    elif "refused" in read:
        desk.tell(person, f"roster-refused-{read['refused'].replace('_', '-')}")
    elif "missing" in read:
        columns = [Column(each) for each in read["missing"]]
        names = column_names(desk.words_for(person), columns)
        desk.tell(person, "roster-missing", columns=names)
    else:
        desk.tell(person, "roster-failed")


async def on_import(turn: Turn, tap: Import) -> None:
    """Enter everybody who is new. A second press finds the reading gone."""
    proposal = await readings.by_mark(turn.db, tap.mark)
    if proposal is None:
        _gone(turn)
        return
    match await enrol(turn, proposal):
        case NotImported():
            turn.drop_keys()
            turn.say("roster-ask-other-name", programme=proposal.programme)
            await turn.enter("roster.name", mark=tap.mark)
        case Imported() as done:
            await readings.drop(turn.db, tap.mark)
            _say_done(turn, done)


def _say_done(turn: Turn, done: Imported) -> None:
    lines = [turn.words.html("roster-done", count=done.new, programme=done.programme)]
    if not done.grouped:
        lines.append(turn.words.html("roster-done-match"))
    turn.edit("roster-lines", lines=join(lines), keys=_ways_on(match=not done.grouped))


async def on_cancel(turn: Turn, tap: Cancel) -> None:
    """Forget what was read."""
    if await readings.drop(turn.db, tap.mark):
        turn.edit("roster-cancelled")
    else:
        _gone(turn)


def _gone(turn: Turn) -> None:
    turn.toast("roster-gone", alert=True)
    turn.drop_keys()


async def on_name(turn: Turn, tap: Name) -> None:
    """Ask for another name for the new programme."""
    if await readings.by_mark(turn.db, tap.mark) is None:
        _gone(turn)
        return
    turn.drop_keys()
    turn.say("roster-ask-name")
    await turn.enter("roster.name", mark=tap.mark)


async def on_named(turn: Turn, known: dict[str, Any]) -> None:
    """Take the name, and show the summary again."""
    mark = int(known["mark"])
    proposal = await readings.by_mark(turn.db, mark)
    name = programme_name(turn.text)
    if proposal is None or Post.COORDINATOR not in turn.posts:
        await turn.leave()
        turn.say("roster-gone")
    elif name is None:
        turn.say("roster-name-wrong")
    else:
        await turn.leave()
        named = proposal.named(name)
        await readings.change(turn.db, mark, named)
        await show_summary(turn, turn.person, mark, named)


async def on_tick(desk: Desk, _dues: Sequence[Due]) -> None:
    """Forget readings nobody decided on."""
    await readings.drop_old(desk.db, desk.now)
