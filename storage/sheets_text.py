"""CSV and TSV files into rows of cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from rules.roster_cells import Cell, Formula, Row
from storage.sheets_bounds import (
    MAX_COLUMNS,
    RefusalReason,
    Refused,
    RowBudget,
    Sheet,
    TooManyRowsError,
)

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLED_ROWS = 30


def read_text(name: str, body: bytes) -> tuple[Sheet, ...] | Refused:
    """Read delimited text; rows are counted as a spreadsheet program would number them."""
    text = _decode(body)
    if text is None:
        return Refused(RefusalReason.NOT_A_SHEET)
    try:
        delimiter = _delimiter(text, prefer_tabs=name.lower().endswith(".tsv"))
        rows = tuple(_rows(text, delimiter))
    except TooManyRowsError:
        return Refused(RefusalReason.TOO_MANY_ROWS)
    except csv.Error:  # one cell beyond the reader's limit: a quote that is never closed
        return Refused(RefusalReason.BROKEN)
    return (Sheet(PurePath(name).stem, rows),)


def _decode(body: bytes) -> str | None:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _try_decode(body, "utf-16")
    if b"\0" in body:
        return None
    # UTF-8 first: Korean in CP949 is hardly ever valid UTF-8, but not the other way round.
    as_utf8 = _try_decode(body, "utf-8-sig")
    return _try_decode(body, "cp949") if as_utf8 is None else as_utf8


def _try_decode(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str, *, prefer_tabs: bool) -> str:
    """The sign that cuts the first rows into most cells."""
    candidates = sorted(_DELIMITERS, key=lambda sign: sign != "\t") if prefer_tabs else _DELIMITERS

    def cuts(sign: str) -> int:
        return sum(len(record) - 1 for record in islice(_records(text, sign), _SAMPLED_ROWS))

    return max(candidates, key=cuts)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    budget = RowBudget()
    for number, record in enumerate(_records(text, delimiter), start=1):
        row = budget.keep(number, [_cell(each) for each in record[:MAX_COLUMNS]])
        if row is not None:
            yield row


def _cell(text: str) -> Cell:
    # What a spreadsheet program would compute on opening the file. A leading + or - is
    # left a text: telephone numbers and dashes for "none" begin so.
    return Formula(text) if text.lstrip().startswith("=") else text
