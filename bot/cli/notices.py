"""`notices`: telling many people something, and seeing whom it reached."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door

if TYPE_CHECKING:
    from bot.settings import Settings
    from rules.notice import Notice, Progress, Sent

app = typer.Typer(help="Telling many people something, and seeing whom it reached.")

HEADINGS = ("name", "department", "state", "why")


class To(StrEnum):
    """Whom a notice is for: the audiences of a notice in chat."""

    ALL = "all"
    MENTORS = "mentors"
    MENTEES = "mentees"


@app.command()
def send(
    text: Annotated[str, typer.Argument(help="What is told, up to 3,500 characters.")],
    to: Annotated[To, typer.Option(help="Whom, of the current programme.")],
) -> None:
    """Send a notice and print its number. Only rows are written: the running bot speaks."""
    number, sent = door.work(_send(door.settings(), to, text))
    print(number)
    left = f"; {sent.count.not_yet} can't be reached yet" if sent.count.not_yet else ""
    door.note(f"on its way to {sent.count.ready} of {sent.count.everybody} people{left}")


@app.command()
def show(
    notice: Annotated[
        int, typer.Argument(min=1, max=door.LARGEST, help="The number that `notices send` printed.")
    ],
) -> None:
    """List each recipient with how far the notice came: tab-separated, with headings."""
    known, now = door.work(_progress(door.settings(), notice))
    for row in (HEADINGS, *_rows(now)):
        print("\t".join(row))
    door.note(
        f"notice {known.id} for {known.audience.value}: {now.everybody} people, {now.got_it} have"
        f" it, {len(now.confirmed)} confirmed, {len(now.waiting)} on the way, {now.missed} missed"
    )


async def _send(chosen: "Settings", to: To, text: str) -> "tuple[int, Sent]":
    from handlers.notice_sending import send, write
    from rules.notice import LONGEST, Audience, Empty, Sent, TooLong
    from storage import offices

    async with door.desk_for(chosen) as desk:
        programme = await offices.current(desk.db, desk.office.id)
        if programme is None:
            door.refuse("There is no programme yet: import a roster (python -m bot roster import).")
        match await write(desk, programme.id, Audience(to.value), text, None):
            case Empty():
                door.refuse("There is nothing to tell: give the text in quotes.")
            case TooLong(units):
                door.refuse(f"The text has {units} characters, {LONGEST} are allowed: shorten it.")
            case notice:
                outcome = await send(desk, notice.id)
        if not isinstance(outcome, Sent):
            door.refuse("Nobody of the programme is in that audience: look at the roster.")
        return notice.id, outcome


async def _progress(chosen: "Settings", number: int) -> "tuple[Notice, Progress]":
    from handlers.notice_sending import progress_of
    from rules.notice import NoticeState
    from storage import notices

    async with door.desk_for(chosen) as desk:
        notice = await notices.by_id(desk.db, number, desk.office.id)
        if notice is None or notice.state != NoticeState.SENT:
            door.refuse(f"There is no notice {number} that was sent.")
        return notice, await progress_of(desk, notice)


def _rows(now: "Progress") -> Iterator[tuple[str, ...]]:
    groups = {"confirmed": now.confirmed, "delivered": now.delivered, "waiting": now.waiting}
    for state, people in groups.items():
        yield from ((each.name, each.department, state, "") for each in people)
    for reason, people in now.unreached:
        yield from ((each.name, each.department, "missed", reason.value) for each in people)
