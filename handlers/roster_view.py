"""How a roster that was read is shown: the rows that are wrong, and the summary with its keys."""

from collections.abc import Sequence

from handlers.desk import Desk
from handlers.doors import InviteLinks
from handlers.keys import Key, Keys, key
from handlers.roster_acts import look
from handlers.roster_buttons import Cancel, Import, Name
from rules.people import Role
from rules.programme import Person
from rules.roster_enrolment import Imported, NotImported
from rules.roster_headings import Column
from rules.roster_proposal import Proposal
from rules.roster_row import Problem
from storage import readings
from storage.sheets_out import write_csv
from texts.escape import Markup, join, split
from texts.words import Words

LISTED = 40
"""Wrong rows that are named in chat; more of them come as a file."""


async def show(desk: Desk, person: Person, proposal: Proposal) -> None:
    """Put a proposal before its coordinator, and keep it until they decide."""
    if proposal.problems:
        await _show_problems(desk, person, proposal.problems)
    mark = await readings.keep(desk.db, proposal, desk.now)
    await desk.plan(
        "roster", "forget", person.id, desk.now + readings.KEPT_FOR, f"roster:forget:{mark}"
    )
    await show_summary(desk, person, mark, proposal)


async def show_summary(desk: Desk, person: Person, mark: int, proposal: Proposal) -> None:
    """The summary of a kept proposal, and what can be done with it."""
    sight = await look(desk, proposal)
    if isinstance(sight, NotImported):
        keys = [
            [key("roster-button-name", Name(mark))],
            [key("roster-button-cancel", Cancel(mark))],
        ]
        desk.tell(person, "roster-ask-other-name", programme=proposal.programme, keys=keys)
        return
    found = sight.outcome
    lines = _summary(desk.words_for(person), proposal, found)
    if not found.new:
        await readings.drop(desk.db, mark)
    desk.tell(person, "roster-lines", lines=lines, keys=_keys(found, mark))


def _keys(found: Imported, mark: int) -> Keys:
    if not found.new:
        return [[key("roster-button-links", InviteLinks())]] if found.known else []
    rows: list[list[Key]] = [[key("roster-button-import", Import(mark), count=found.new)]]
    if found.opened:
        rows.append([key("roster-button-name", Name(mark))])
    return [*rows, [key("roster-button-cancel", Cancel(mark))]]


def _summary(spoken: Words, proposal: Proposal, found: Imported) -> Markup:
    counts = proposal.counts
    lines = [
        spoken.html(
            "roster-summary",
            file=proposal.file,
            leads=counts[Role.LEAD],
            mentors=counts[Role.MENTOR],
            mentees=counts[Role.MENTEE],
            new=found.new,
            known=found.known,
            columns=column_names(spoken, proposal.columns),
        )
    ]
    opened = "roster-summary-new-programme" if found.opened else "roster-summary-programme"
    lines.append(spoken.html(opened, programme=found.programme))
    if found.grouped and found.new:
        lines.append(spoken.html("roster-summary-grouped"))
    if proposal.problems:
        lines.append(spoken.html("roster-summary-problems", count=len(proposal.problems)))
    if not found.new:
        lines.append(spoken.html("roster-summary-nobody"))
    return join(lines)


async def _show_problems(desk: Desk, person: Person, problems: Sequence[Problem]) -> None:
    spoken = desk.words_for(person)
    lines = [_problem_line(spoken, each) for each in problems[:LISTED]]
    if len(problems) > LISTED:
        lines.append(spoken.html("roster-problems-more"))
    for piece in split(join([spoken.html("roster-problems"), *lines])):
        desk.tell(person, "roster-lines", lines=piece)
    if len(problems) > LISTED:
        file = _problems_file(spoken, problems)
        await desk.send_file(person, file, "roster-problems-file", count=len(problems))


def _problem_line(spoken: Words, problem: Problem) -> Markup:
    reason = reason_of(spoken, problem)
    if not problem.value:
        return spoken.html("roster-line", line=problem.line, reason=reason)
    return spoken.html("roster-line-value", line=problem.line, reason=reason, value=problem.value)


def _problems_file(spoken: Words, problems: Sequence[Problem]) -> tuple[str, bytes]:
    headings = [
        spoken.plain("roster-problems-heading-line"),
        spoken.plain("roster-problems-heading-reason"),
        spoken.plain("roster-problems-heading-value"),
    ]
    rows = [(each.line, reason_of(spoken, each), each.value) for each in problems]
    return spoken.plain("roster-problems-file-name"), write_csv(headings, rows)


def reason_of(spoken: Words, problem: Problem) -> str:
    """What is wrong with a row, in words."""
    return spoken.plain(
        f"roster-problem-{problem.reason.replace('_', '-')}",
        column=column_names(spoken, [problem.column] if problem.column else []),
        earlier=problem.earlier or 0,
    )


def column_names(spoken: Words, columns: Sequence[Column]) -> str:
    """The names of columns, joined by commas."""
    return ", ".join(spoken.plain("roster-column", column=each) for each in columns)
