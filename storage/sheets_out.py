"""Tables that go out as XLSX or CSV, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

CellOut = str | int | float | bool | date | datetime | None
"""What may go out. A time goes out as its wall clock shows it, since spreadsheets have no
zones: bring it into the programme's zone first."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet that goes out; `widths` counts half-width characters, by content when empty."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[CellOut]]
    widths: Sequence[float] = ()


# Signs at which spreadsheet programs begin a formula, with the full-width ones that some
# of them fold: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_START = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_TITLE_LENGTH = 31
_CELL_LENGTH = 32_767
_EXACT_FIGURES = 10**15  # Excel keeps 15 figures of a number: a chat's id would lose its end
_NARROWEST, _WIDEST = 8, 60
_MEASURED_ROWS = 500

_BOLD = Font(bold=True)
_SHADE = PatternFill("solid", start_color="FFEFEFEF")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write_workbook(tables: Sequence[Table]) -> bytes:
    """An XLSX file with one sheet per table; at least one table is needed.

    Headings are bold and stay in sight; columns are wide enough for Korean text.
    Every text is written as text, whatever it begins with.
    """
    if not tables:
        raise ValueError("a workbook needs a table")
    workbook = Workbook(write_only=True)
    for title, table in zip(_titles(tables), tables, strict=True):
        _write_sheet(workbook.create_sheet(title), table)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[CellOut]]) -> bytes:
    """A CSV file in UTF-8 with BOM, by which Excel knows that it is not CP949.

    Texts that a spreadsheet program would compute are led by an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_csv_value(heading) for heading in headings])
    writer.writerows([_csv_value(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _write_sheet(sheet: WriteOnlyWorksheet, table: Table) -> None:
    sheet.freeze_panes = "A2"
    for index, width in enumerate(table.widths or _widths(table), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.append([_heading_cell(sheet, heading) for heading in table.headings])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _heading_cell(sheet: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = _cell(sheet, heading)
    cell.font, cell.fill = _BOLD, _SHADE
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: CellOut) -> WriteOnlyCell:
    plain = _plain(value)
    cell = WriteOnlyCell(sheet, value=plain)
    match plain:
        case str():
            cell.data_type = "s"  # the library would make a formula of a leading "="
            # Keeps a text a text when somebody edits the cell and presses Enter.
            cell.quotePrefix = _FORMULA_START.match(plain) is not None
            if _width(plain) > _WIDEST or "\n" in plain:
                cell.alignment = _WRAPPED
        case datetime():
            cell.number_format = "yyyy-mm-dd hh:mm"
        case date():
            cell.number_format = "yyyy-mm-dd"
    return cell


def _plain(value: CellOut) -> CellOut:
    match value:
        case str():
            return _NOT_IN_XML.sub("", value)[:_CELL_LENGTH]
        case datetime():
            return value.replace(tzinfo=None)
        case float() if not math.isfinite(value):
            return None
        case int() if abs(value) >= _EXACT_FIGURES:
            return str(value)
        case _:
            return value


def _csv_value(value: CellOut) -> CellOut:
    plain = _plain(value)
    match plain:
        case str() if _FORMULA_START.match(plain) and not isinstance(value, int):
            return f"'{plain}"
        case datetime():
            return plain.strftime("%Y-%m-%d %H:%M")
        case _:
            return plain


def _titles(tables: Iterable[Table]) -> Iterator[str]:
    """Titles as Excel allows them: 31 characters, seven signs fewer, no two alike."""
    taken: set[str] = set()
    for number, table in enumerate(tables, start=1):
        wanted = _NOT_IN_TITLES.sub(" ", _NOT_IN_XML.sub("", table.title)).strip(" '")
        title = wanted[:_TITLE_LENGTH] or f"Sheet{number}"
        if title.casefold() in taken:
            ending = f" ({number})"
            title = title[: _TITLE_LENGTH - len(ending)] + ending
        taken.add(title.casefold())
        yield title


def _widths(table: Table) -> Iterator[float]:
    for index, heading in enumerate(table.headings):
        texts = [heading]
        texts += [_shown(row[index]) for row in table.rows[:_MEASURED_ROWS] if index < len(row)]
        yield min(max(_NARROWEST, *(_width(text) + 2 for text in texts)), _WIDEST)


def _shown(value: CellOut) -> str:
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value or "")


def _width(text: str) -> int:
    """Half-width characters of the longest line: Korean letters take two."""
    return max(
        (sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line) for line in lines)
        if (lines := text[:_CELL_LENGTH].splitlines())
        else (0,)
    )
