"""`checkins`: asking how a mentoring day went."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.checkin_asking import Opened

app = typer.Typer(help="Asking how a mentoring day went.")

HEADINGS = ("group", "day", "asked", "answered")


@app.command("open")
def open_now(
    group: Annotated[int | None, typer.Option(help="One group's number; else every group.")] = None,
) -> None:
    """Ask now about each group's newest day that has begun: tab-separated, with headings.

    Nobody is asked twice, nor after having answered. Only rows are written: the running bot asks.
    """
    opened = door.work(_open(door.settings(), group))
    for row in (HEADINGS, *((one.group, one.day.id, one.asked, one.answered) for one in opened)):
        print("\t".join(map(str, row)))


async def _open(chosen: "Settings", number: int | None) -> "Sequence[Opened]":
    from handlers.checkin_asking import open_newest
    from storage import offices

    async with door.desk_for(chosen) as desk:
        programme = await offices.current(desk.db, desk.office.id)
        if programme is None:
            door.refuse("There is no programme yet: import a roster (python -m bot roster import).")
        opened = await open_newest(desk, programme.id, number)
        if not opened:
            of = "" if number is None else f" of group {number}"
            door.refuse(f"No mentoring day{of} has begun in the last seven days.")
        return opened
