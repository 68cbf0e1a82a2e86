"""`coordinators`: the people who run the programmes."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door
from bot.cli.invites import desk_with_links

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(help="The people who run the programmes.")


@app.command()
def invite(name: Annotated[str, typer.Argument(help="The coordinator's name.")]) -> None:
    """Print a link that makes whoever opens it first the coordinator of that name.

    It works once. Asking again prints another link for the same person.
    """
    print(door.work(_invite(door.settings(), name)))


async def _invite(chosen: "Settings", name: str) -> str:
    from handlers.joining import invite_coordinator
    from handlers.joining_links import CoordinatorInvited, CoordinatorThere

    async with desk_with_links(chosen) as desk:
        outcome = await invite_coordinator(desk, name)
    if isinstance(outcome, CoordinatorThere):
        door.refuse(f"{outcome.name} is a coordinator here already and needs no link.")
    if not isinstance(outcome, CoordinatorInvited):
        door.refuse("A name has 1 to 60 characters.")
    return outcome.link
