"""`invites`: the links by which people come in."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.desk import Desk
    from handlers.joining_links import InviteLink

app = typer.Typer(help="The links by which people come in.")

HEADINGS = ("name", "role", "link")


class Whose(StrEnum):
    """Whose links: the roles of a roster."""

    LEAD = "lead"
    MENTOR = "mentor"
    MENTEE = "mentee"


@app.command()
def export(
    out: Annotated[
        Path | None, typer.Option(help="Write here (for Excel), readable by you alone.")
    ] = None,
    role: Annotated[list[Whose] | None, typer.Option(help="Only these; may be repeated.")] = None,
) -> None:
    """Make a link for each person of the roster who has not come in yet: CSV `name,role,link`.

    Each link works once and for one person: keep the file to yourself. Links made earlier still
    work until their own date. Where nobody is left to invite, only the headings are written.
    """
    links = door.work(_links(door.settings(), role or list(Whose)))
    body = _csv(links)
    if out is None:
        print(body.decode("utf-8-sig"), end="")
    else:
        _write(out, body)
    door.note(f"{len(links)} to invite")


async def _links(chosen: "Settings", whose: Sequence[Whose]) -> "Sequence[InviteLink]":
    from handlers.joining import invite_links
    from rules.people import Role
    from storage import offices

    async with desk_with_links(chosen) as desk:
        programme = await offices.current(desk.db, desk.office.id)
        if programme is None:
            door.refuse("There is no programme yet: import a roster (python -m bot roster import).")
        return await invite_links(desk, programme.id, frozenset(Role(each) for each in whose))


@asynccontextmanager
async def desk_with_links(chosen: "Settings") -> "AsyncIterator[Desk]":
    """A desk that knows the bot's name, without which there are no links."""
    async with door.desk_for(chosen) as desk:
        if not desk.terms.bot_name:
            door.refuse(_nameless(has_token=bool(chosen.telegram.token.get_secret_value())))
        yield desk


def _nameless(*, has_token: bool) -> str:
    """Why no link can be made, and what to do."""
    why = "Links need the bot's name, and nobody knows it yet:"
    if has_token:
        return f"{why} Telegram can't be reached to ask. Try again, or see python -m bot doctor."
    return f"{why} set TODAK_TELEGRAM__TOKEN, so that Telegram can be asked."


def _csv(links: "Sequence[InviteLink]") -> bytes:
    from storage.sheets import write_csv

    return write_csv(HEADINGS, [(each.name, each.role.value, each.link) for each in links])


def _write(out: Path, body: bytes) -> None:
    try:
        out.touch(mode=0o600)
        out.chmod(0o600)  # whoever opens a link first is that person
        out.write_bytes(body)
    except OSError as trouble:
        door.refuse(f"{out} can't be written ({trouble.strerror}): choose another --out.")
