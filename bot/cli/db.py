"""`db`: the database."""

from typing import TYPE_CHECKING

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(help="The database.")


@app.command()
def upgrade() -> None:
    """Bring the database up to date. The bot does so itself when it starts."""
    door.work(_upgrade(door.settings()))
    print("the database is up to date")


async def _upgrade(chosen: "Settings") -> None:
    async with door.store_for(chosen):
        pass
