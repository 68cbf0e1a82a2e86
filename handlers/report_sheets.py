"""The report as a spreadsheet, and the tables of the command line: words for what code calls it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from rules.feedback import Results
from rules.language import Language
from rules.report import Figures
from storage.reports import Cell, Listing
from storage.sheets_out import CellOut, Table, write_workbook
from texts.words import Words, words

WORDED: Mapping[str, tuple[str, str]] = {
    "role": ("common-role", "role"),
    "reachable": ("report-reachable", "answer"),
    "chat_state": ("report-chat-state", "state"),
    "day_state": ("report-day-state", "state"),
    "question_state": ("report-question-state", "state"),
    "audience": ("report-audience", "audience"),
}
"""Columns whose values have words: the text, and the variable it takes."""


def workbook(
    figures: Figures,
    feedback: Results | None,
    listings: Sequence[Listing],
    language: Language,
    zone: str,
) -> bytes:
    """The report's file. Takes seconds for a large programme: run it in a process of its own.

    `zone` is the IANA name of the zone whose wall clock the times show.
    """
    spoken = words(language, ZoneInfo(zone))
    filled = [each for each in listings if each.rows or each.name != "feedback"]
    return write_workbook(
        [summary(figures, feedback, spoken), *(table(each, spoken) for each in filled)]
    )


def table(listing: Listing, spoken: Words) -> Table:
    """A listing in a person's words, with the wall clock of `spoken`'s zone."""
    name, columns = listing.name, listing.columns
    headings = [spoken.plain(f"report-column-{_dashed(column)}") for column in columns]
    known: dict[tuple[str, Cell], CellOut] = {}
    rows = [
        [_cell(column, value, spoken, known) for column, value in zip(columns, row, strict=True)]
        for row in listing.rows
    ]
    return Table(spoken.plain(f"report-sheet-{name}"), headings, rows)


def summary(figures: Figures, feedback: Results | None, spoken: Words) -> Table:
    """The numbers at a glance, one to a row."""
    headings = [spoken.plain("report-column-what"), spoken.plain("report-column-number")]
    rows: list[Sequence[CellOut]] = [
        (spoken.plain(f"report-figure-{_dashed(name)}"), value)
        for name, value in asdict(figures).items()
    ]
    rows += _feedback_rows(feedback, spoken) if feedback else ()
    return Table(spoken.plain("report-sheet-summary"), headings, rows)


def _feedback_rows(feedback: Results, spoken: Words) -> Iterator[Sequence[CellOut]]:
    yield spoken.plain("report-sheets-handed-in"), feedback.sheets
    for each in feedback.topics:
        what = spoken.plain(f"report-topic-{each.topic}")
        yield spoken.plain("report-mean-of", what=what), each.mean


def _cell(
    column: str, value: Cell, spoken: Words, known: dict[tuple[str, Cell], CellOut]
) -> CellOut:
    """Values that have words are few and come often: each is looked up once."""
    if column not in WORDED or value is None:
        return value.astimezone(spoken.zone) if isinstance(value, datetime) else value
    if (column, value) not in known:
        key, variable = WORDED[column]
        code = ("no", "yes")[value] if isinstance(value, bool) else str(value)
        known[column, value] = spoken.plain(key, **{variable: code})
    return known[column, value]


def _dashed(name: str) -> str:
    return name.replace("_", "-")
