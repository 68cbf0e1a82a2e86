"""What a spreadsheet hands over: rows of cells, and how a cell is read as text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is computed; what it would give is never looked at."""

    text: str


Cell = str | int | float | bool | date | datetime | time | timedelta | Formula | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something; `number` is what a spreadsheet program shows beside it."""

    number: int
    cells: tuple[Cell, ...]


ERROR_VALUES = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
"""What a formula leaves behind when it failed and was then pasted as a value."""

# Marks that a person can't see and that would make two equal names different.
# The joiners inside emoji (U+200C, U+200D) are not among them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Trim, fold whitespace, drop control characters, and compose (NFC).

    Signs such as `<`, `&` and emoji stay as they are: escaping is the business
    of whoever shows the text.
    """
    folded = " ".join(_INVISIBLE.sub("", text).split())
    kept = "".join(sign for sign in folded if unicodedata.category(sign) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept).strip()


def raw_text(cell: Cell) -> str:
    """The cell as a person would have typed it, line breaks included."""
    match cell:
        case None:
            return ""
        case Formula(text):
            return text
        case datetime():
            return cell.date().isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)


def cell_text(cell: Cell) -> str:
    """The cell as one clean line."""
    return clean(raw_text(cell))


def bare_word(text: str) -> str:
    """Letters and digits alone, in lower case: what two spellings of one word share."""
    return "".join(sign for sign in clean(text).casefold() if sign.isalnum())
