"""`roster`: the people of a programme, as the personnel team lists them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli import door
from bot.cli.progress import waiting

if TYPE_CHECKING:
    from bot.settings import Settings
    from rules.roster_enrolment import Imported
    from rules.roster_proposal import Proposal
    from texts.words import Words

app = typer.Typer(help="The people of a programme, as the personnel team lists them.")


@app.callback()
def main() -> None:
    """Keep `import` a command of its own though it is the only one."""


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The roster: .xlsx, .csv or .tsv, up to 5 MB.")],
    programme: Annotated[
        str | None,
        typer.Option(help="Into this programme, opened if it is new; else into the current one."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
) -> None:
    """Enter everybody of a roster who is new. Rows that are wrong are named and left out.

    Ends with 0 if every row was right, 1 if some were wrong (the right ones are in), 2 if nothing
    could be done.
    """
    chosen = door.settings()
    proposal = _read(chosen, file)
    done = door.work(_enrol(chosen, proposal, _named(programme), dry_run=dry_run))
    _print(proposal, done)
    if dry_run:
        door.note("nothing was entered: this was a dry run")
    if proposal.problems:
        raise typer.Exit(door.Exit.PARTLY)


def _named(programme: str | None) -> str | None:
    from rules.roster_proposal import PROGRAMME_LENGTH, programme_name

    name = programme_name(programme or "")
    if programme is not None and name is None:
        door.refuse(f"--programme: a name has 1 to {PROGRAMME_LENGTH} characters.")
    return name


def _read(chosen: "Settings", file: Path) -> "Proposal":
    from rules.roster_proposal import from_json
    from storage.sheets_roster import read_roster_file

    body, now = _content(file), door.work(door.present(chosen))
    today = now.astimezone(ZoneInfo(chosen.office.zone)).date()
    with waiting("reading the roster"):
        read = read_roster_file(file.name, body, today.isoformat())
    if "proposal" not in read:
        door.refuse(f"{file}: {_refusal(read)}")
    return from_json(read["proposal"])


def _content(file: Path) -> bytes:
    from storage.sheets import MAX_BYTES

    try:
        if file.stat().st_size > MAX_BYTES:
            door.refuse(f"{file}: {_refusal({'refused': 'too_big'})}")
        return file.read_bytes()
    except OSError as trouble:
        door.refuse(f"{file} can't be read ({trouble.strerror}).")


def _refusal(read: dict[str, Any]) -> str:
    from handlers.roster_view import column_names
    from rules.roster_headings import Column

    spoken = _english()
    if "refused" in read:
        return spoken.plain(f"roster-refused-{read['refused'].replace('_', '-')}")
    names = column_names(spoken, [Column(each) for each in read["missing"]])
    return f"no heading for these columns: {names}."


def _english() -> "Words":
    from rules.language import Language
    from texts.words import words

    return words(Language.EN)


async def _enrol(
    chosen: "Settings", proposal: "Proposal", name: str | None, *, dry_run: bool
) -> "Imported":
    from handlers.roster_acts import enrol, look
    from rules.roster_enrolment import NotImported

    async with door.desk_for(chosen) as desk:
        if dry_run:
            seen = await look(desk, proposal, name)
            done = seen if isinstance(seen, NotImported) else seen.outcome
        else:
            done = await enrol(desk, proposal, name)
    if isinstance(done, NotImported):
        ended = name or proposal.programme
        door.refuse(f"The programme {ended!r} has ended: give another name with --programme.")
    return done


def _print(proposal: "Proposal", done: "Imported") -> None:
    from handlers.roster_view import column_names, reason_of

    spoken = _english()
    opened = " (new)" if done.opened else ""
    print(f"programme: {done.programme}{opened}")
    print(f"columns: {column_names(spoken, proposal.columns)}")
    print(", ".join(f"{role} {count}" for role, count in proposal.counts.items()))
    print(f"new {done.new}, already there {done.known}, wrong {len(proposal.problems)}")
    for each in proposal.problems:
        value = f" ({each.value})" if each.value else ""
        door.note(f"line {each.line}: {reason_of(spoken, each)}{value}")
