"""`feedback`: the round at a programme's end."""

from typing import TYPE_CHECKING

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings
    from rules.feedback import AlreadyOpen, Closed, Nobody, NotOpen, Opened

app = typer.Typer(help="The feedback round at a programme's end.")


@app.command("open")
def begin() -> None:
    """Ask every registered participant for feedback; the running bot sends it."""
    from rules.feedback import AlreadyOpen, Nobody

    outcome = door.work(_open(door.settings()))
    if isinstance(outcome, AlreadyOpen):
        door.refuse("A feedback round is open already.")
    if isinstance(outcome, Nobody):
        door.refuse("Nobody has registered yet, so there is nobody to ask.")
    print(f"feedback is open: {outcome.asked} asked")


@app.command("close")
def end() -> None:
    """Take no more answers. A closed round can't be opened again."""
    from rules.feedback import NotOpen

    if isinstance(door.work(_close(door.settings())), NotOpen):
        door.refuse("No feedback round is open.")
    print("feedback is closed")


async def _open(chosen: "Settings") -> "Opened | AlreadyOpen | Nobody":
    from handlers.feedback_rounds import open_round

    async with door.desk_for(chosen) as desk:
        return await open_round(desk, await door.programme_of(desk.db, desk.office.id))


async def _close(chosen: "Settings") -> "Closed | NotOpen":
    from handlers.feedback_rounds import close_round

    async with door.desk_for(chosen) as desk:
        return await close_round(desk, await door.programme_of(desk.db, desk.office.id))
