"""`programmes`: which there are, which one is current, and ending one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings
    from rules.programme import Programme

app = typer.Typer(help="Which programmes there are, and ending one.")


@app.command("list")
def show() -> None:
    """List the programmes, the newest first: tab-separated. `*` marks the current one.

    The current programme is the newest that is not closed; commands and chat are about it.
    """
    found, current = door.work(_all(door.settings()))
    for each in found:
        print(f"{'*' if each.id == current else ''}\t{each.name}\t{each.stage.value}")


@app.command()
def close(name: Annotated[str, typer.Argument(help="Its name, as in `programmes list`.")]) -> None:
    """End a programme. Nothing is deleted; the newest one still open becomes the current one."""
    door.work(_close(door.settings(), name))
    door.note(f"{name} is closed")


async def _all(chosen: "Settings") -> "tuple[Sequence[Programme], int | None]":
    from storage import offices

    async with door.desk_for(chosen) as desk:
        current = await offices.current(desk.db, desk.office.id)
        found = await offices.programmes_of(desk.db, desk.office.id)
    return found, None if current is None else current.id


async def _close(chosen: "Settings", name: str) -> None:
    from rules.programme import Stage
    from storage import offices

    async with door.desk_for(chosen) as desk:
        programme = await door.programme_of(desk.db, desk.office.id, name)
        await offices.set_stage(desk.db, programme.id, Stage.CLOSED)
