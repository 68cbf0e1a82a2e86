"""What a spreadsheet that comes in may be at most, and why one is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rules.roster_cells import Cell, Row

MAX_BYTES = 5 * 1024 * 1024
"""Size of the file."""
MAX_ROWS = 20_000
"""Rows that hold something, over all its sheets."""
MAX_COLUMNS = 64
"""Columns that are looked at; what stands further right is left alone."""
MAX_SHEETS = 20
"""Sheets that are looked at."""


class RefusalReason(StrEnum):
    """Why nothing was read."""

    EMPTY = "empty"
    """No bytes, no sheet, or no row that holds anything."""
    TOO_BIG = "too_big"
    """Over MAX_BYTES, or a small file that unfolds into a huge one."""
    TOO_MANY_ROWS = "too_many_rows"
    """Over MAX_ROWS."""
    ENCRYPTED = "encrypted"
    """Locked with a password."""
    OTHER_FORMAT = "other_format"
    """A spreadsheet, but .xls, .xlsb, .ods or a web page: to be saved as .xlsx."""
    BROKEN = "broken"
    """Meant to be a spreadsheet, but cut off or damaged."""
    NOT_A_SHEET = "not_a_sheet"
    """Something else: a picture, a text document, a program."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was read."""

    reason: RefusalReason


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows that hold something, in order."""

    name: str
    rows: tuple[Row, ...]


class TooManyRowsError(Exception):
    """Raised inside the readers alone, to stop reading at once."""


@dataclass(slots=True)
class RowBudget:
    """Counts rows while they stream by; shared by the sheets of one file."""

    left: int = field(default=MAX_ROWS)

    def keep(self, number: int, cells: list[Cell]) -> Row | None:
        """The row without its empty tail, or None when it holds nothing.

        Raises TooManyRowsError at the first row too many.
        """
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            return None
        if self.left == 0:
            raise TooManyRowsError
        self.left -= 1
        return Row(number, tuple(cells))
