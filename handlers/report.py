"""The report: a programme's numbers at a glance, and all of it as a spreadsheet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.buttons import packed
from handlers.desk import Desk
from handlers.doors import OpenFeedback, OpenReport, OpenRoster
from handlers.house import Bench, House, Outcome
from handlers.keys import Keys, key
from handlers.report_sheets import workbook
from handlers.report_view import gather, report_text
from handlers.turn import Turn
from rules.feedback import Results, results
from rules.language import Language
from rules.programme import COORDINATORS
from rules.report import file_stem
from storage import feedback, offices, people, reports
from storage.door import Reading
from storage.reports import REPORT, Scope


@packed("pf")
@dataclass(frozen=True, slots=True)
class MakeFile:
    """Make the report's file."""


@packed("pm")
@dataclass(frozen=True, slots=True)
class FileMade:
    """Result: the id of the kept file, for a coordinator (person id) and a programme."""

    person: int
    programme: int


def register(house: House) -> None:
    """Answer /report and its buttons, and make the file."""
    house.command("report", on_report, who=COORDINATORS)
    house.press(OpenReport, on_report, who=COORDINATORS)
    house.press(MakeFile, on_make_file, who=COORDINATORS)
    house.job("report.file", make_file)
    house.result(FileMade, on_made)
    house.offer("report-button-open", OpenReport(), who=COORDINATORS)


async def on_report(turn: Turn, _asked: str | OpenReport) -> None:
    """Show the numbers of the current programme."""
    programme = turn.cast.programme
    if programme is None:
        turn.say("report-none", keys=[[key("roster-button-open", OpenRoster())]])
        return
    lines = report_text(turn, turn.words, await gather(turn, programme))
    turn.say("report-lines", lines=lines, keys=_ways_on())


def _ways_on() -> Keys:
    return [
        [key("report-button-file", MakeFile())],
        [key("feedback-button-open", OpenFeedback())],
    ]


async def on_make_file(turn: Turn, _tap: MakeFile) -> None:
    """Have the file made; it comes by itself."""
    programme = turn.cast.programme
    if programme is None:
        turn.toast("report-none", alert=True)
        return
    turn.toast("report-making")
    args = {
        "programme": programme.id,
        "language": turn.person.language.value,
        "zone": turn.office.zone,
        "now": turn.now.isoformat(),
        "mark": turn.name,
    }
    made = FileMade(turn.person.id, programme.id)
    turn.job("report.file", args, made, turn.scene.chat_id)


async def make_file(bench: Bench, args: dict[str, Any]) -> int:
    """The work of a `report.file` job: read, write the workbook apart, keep it; returns its id.

    `mark` is the job's own: a job that is done again after a crash keeps its file once.
    """
    now, programme = datetime.fromisoformat(args["now"]), args["programme"]
    scope = Scope(programme, now)
    async with bench.store.reading() as db:
        figures, came = await reports.figures(db, scope), await _results(db, programme)
        listings = [await list_one(db, scope) for list_one in REPORT.values()]
    language = Language(args["language"])
    body = await bench.apart(workbook, figures, came, listings, language, args["zone"])
    async with bench.store.writing() as kept:
        return await reports.keep_file(kept, args["mark"], body, now)


async def _results(db: Reading, programme_id: int) -> Results | None:
    """The newest round's, if they may be shown."""
    found = await feedback.latest(db, programme_id)
    came = results(found, await feedback.tally(db, found.id)) if found else None
    return came if isinstance(came, Results) else None


async def on_made(desk: Desk, made: FileMade, outcome: Outcome) -> None:
    """Send the file to who asked for it, if they are a coordinator still."""
    person = await people.by_id(desk.db, made.person)
    programme = await offices.programme(desk.db, made.programme)
    if person is None or not person.coordinator or programme is None:
        return
    spoken = desk.words_for(person)
    stem = f"{spoken.plain('report-file')}-{file_stem(programme.name)}"
    name = f"{stem}-{desk.local(desk.now):%Y%m%d}.xlsx"
    if outcome.trouble or not await reports.name_file(desk.db, outcome.result, name):
        desk.tell(person, "report-failed", keys=[[key("report-button-file", MakeFile())]])
    else:
        desk.send_kept(person, outcome.result, "report-caption", at=desk.now)
