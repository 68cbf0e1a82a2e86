"""`export`: a programme's rows for scripts and spreadsheets."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import door
from bot.cli.progress import progress, waiting

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from bot.settings import Settings
    from rules.programme import Office
    from storage.reports import Listing


class What(StrEnum):
    """What can be exported: names of storage.reports.EXPORTS."""

    PEOPLE = "people"
    GROUPS = "groups"
    DAYS = "days"
    CHECKINS = "checkins"
    SUMMARIES = "summaries"
    FEEDBACK = "feedback"
    QUESTIONS = "questions"
    NOTICES = "notices"
    OUTBOX = "outbox"


class Format(StrEnum):
    """How it is written."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


def command(
    what: Annotated[What, typer.Argument(help="What to export.")],
    format_: Annotated[
        Format, typer.Option("--format", help="xlsx has headings in the office's language.")
    ] = Format.CSV,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write here, readable by you alone; without it csv and json are printed."
        ),
    ] = None,
    programme: Annotated[
        str | None, typer.Option(help="The programme's name; without it the current one.")
    ] = None,
) -> None:
    """Write out what a programme holds, a row each.

    Times are the office's. outbox tells of every message what became of it, never what it said.
    feedback holds closed rounds of five sheets or more. csv and json have the same columns in every
    release; xlsx goes to WHAT.xlsx unless --out says otherwise.
    """
    with waiting("reading"):
        listing, office = door.work(_read(door.settings(), what, programme))
    with waiting("writing"):
        body = _written(listing, office, format_)
    if out is None and format_ is not Format.XLSX:
        sys.stdout.write(body.decode("utf-8-sig"))
    else:
        _keep(out or Path(f"{what}.xlsx"), body)
    door.note(_said(listing))


async def _read(chosen: Settings, what: What, name: str | None) -> tuple[Listing, Office]:
    from bot.founding import ensure_office
    from storage import offices
    from storage.reports import EXPORTS, Scope

    async with door.store_for(chosen) as store:
        now = await door.present(chosen)
        async with store.writing() as db:
            office = await offices.office(db, await ensure_office(db, chosen))
        async with store.reading() as look:
            if office is None:
                raise LookupError("the office was not kept")
            found = await door.programme_of(look, office.id, name)
            return await EXPORTS[what](look, Scope(found.id, now)), office


def _written(listing: Listing, office: Office, how: Format) -> bytes:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(office.zone)
    match how:
        case Format.CSV:
            return _csv(listing, zone)
        case Format.JSON:
            return _json(listing, zone)
        case _:
            return _xlsx(listing, office, zone)


def _csv(listing: Listing, zone: ZoneInfo) -> bytes:
    from storage.sheets import write_csv

    rows = [listing.local(row, zone) for row in progress(listing.rows, listing.name)]
    return write_csv(listing.columns, rows)


def _json(listing: Listing, zone: ZoneInfo) -> bytes:
    rows = [
        dict(zip(listing.columns, listing.local(row, zone), strict=True))
        for row in progress(listing.rows, listing.name)
    ]
    # What is neither text nor number is a date or a time, and writes itself in ISO form.
    whole = json.dumps(rows, ensure_ascii=False, indent=1, default=lambda at: at.isoformat())
    return f"{whole}\n".encode()


def _xlsx(listing: Listing, office: Office, zone: ZoneInfo) -> bytes:
    from handlers.report_sheets import table
    from storage.sheets import write_workbook
    from texts.words import words

    return write_workbook([table(listing, words(office.language, zone))])


def _keep(out: Path, body: bytes) -> None:
    try:
        out.touch(mode=0o600)
        out.chmod(0o600)  # names, and what people wrote
        out.write_bytes(body)
    except OSError as trouble:
        door.refuse(f"{out} can't be written ({trouble.strerror}): choose another --out.")


def _said(listing: Listing) -> str:
    rows: Sequence[object] = listing.rows
    if listing.name == "feedback" and not rows:
        return (
            "0 rows: answers are shown when a round is closed and five people or more answered,"
            " so that nobody can be guessed"
        )
    return f"{len(rows)} rows"
