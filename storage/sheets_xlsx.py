"""XLSX files into rows of cells, without trusting what they say of themselves."""

from __future__ import annotations

import bisect
import codecs
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

# The read-only sheet's own parser, without its filling up of rows that are not there (a
# forged row number would make it run for hours) and with the merged cells it leaves out.
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from rules.roster_cells import Cell, Formula, Row
from storage.sheets_bounds import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    RefusalReason,
    Refused,
    RowBudget,
    Sheet,
    TooManyRowsError,
)

MAX_UNFOLDED_BYTES = 48 * 1024 * 1024
"""What all parts of the file may be when unzipped; 20,000 rows of a roster are some 12 MB."""
MAX_PARTS = 2_000
MAX_TAGS = 3_000_000
"""XML tags in all parts together: in memory each takes far more than its few bytes."""
MAX_TAGS_PER_ROW = 130_000
"""A row is held whole while it is read; this is eight tags in each of Excel's columns."""
MAX_STYLE_TAGS = 250_000
"""Each style becomes several objects; Excel itself stops at 65,490 of them."""
MAX_REGION_CELLS = MAX_ROWS * MAX_COLUMNS
"""Cells in merged and computed regions; only regions that overlap, which no program writes,
can have more."""

_ENCRYPTED_FLAG = 0x1
_CHUNK = 256 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK_TYPE = re.compile(
    rb"(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml"
)
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_UTF16_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_ROW_START = re.compile(rb"<(?:\w+:)?row\b")


def read_xlsx(body: bytes) -> tuple[Sheet, ...] | Refused:
    """Read the visible sheets of a zipped workbook, or say why not."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            refusal = _refuse_archive(archive)
        return Refused(refusal) if refusal else _read_workbook(body)
    except TooManyRowsError:
        return Refused(RefusalReason.TOO_MANY_ROWS)
    except Exception:
        # Damaged or forged bytes trip the libraries in more ways than can be listed
        # (KeyError, ParseError, zlib.error, …), and each of them means the same.
        return Refused(RefusalReason.BROKEN)


def _refuse_archive(archive: zipfile.ZipFile) -> RefusalReason | None:
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        return RefusalReason.ENCRYPTED
    # The zip reader never gives out more than the declared size, so that is believed.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNFOLDED_BYTES:
        return RefusalReason.TOO_BIG
    return _refuse_kind(archive) or _refuse_parts(archive)


def _refuse_kind(archive: zipfile.ZipFile) -> RefusalReason | None:
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        return RefusalReason.OTHER_FORMAT
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
        return RefusalReason.OTHER_FORMAT
    types = archive.read(_CONTENT_TYPES) if _CONTENT_TYPES in names else b""
    return None if _WORKBOOK_TYPE.search(types) else RefusalReason.NOT_A_SHEET


def _refuse_parts(archive: zipfile.ZipFile) -> RefusalReason | None:
    total = 0
    for part in archive.infolist():
        if not _is_plain(archive, part):
            return RefusalReason.BROKEN
        tags, longest_row = _count_tags(archive, part)
        total += tags
        too_styled = part.filename == "xl/styles.xml" and tags > MAX_STYLE_TAGS
        if total > MAX_TAGS or longest_row > MAX_TAGS_PER_ROW or too_styled:
            return RefusalReason.TOO_BIG
    return None


def _is_plain(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether tags can be counted: in UTF-8, and without entities that would add to them.

    Spreadsheet programs write no other parts (ECMA-376 part 2 forbids declarations of a
    document type); a drawing that somebody put into a sheet may have one, and isn't parsed.
    """
    with archive.open(part) as source:
        head = source.read(_CHUNK)
    declared = _ENCODING.match(head)
    foreign = declared and declared[1].lower() not in (b"utf-8", b"us-ascii")
    if foreign or head.startswith(_UTF16_STARTS):
        return False
    return part.filename.endswith(".svg") or b"<!DOCTYPE" not in head


def _count_tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """The tags of a part, and those of its longest row, without holding the part."""
    total = longest = current = 0
    is_sheet = False
    with archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            first, *rows = _ROW_START.split(chunk)
            current += first.count(b"<")
            total += chunk.count(b"<")
            is_sheet = is_sheet or bool(rows)
            for row in rows:
                longest = max(longest, current)
                current = row.count(b"<")
    return total, max(longest, current) if is_sheet else 0


def _read_workbook(body: bytes) -> tuple[Sheet, ...]:
    workbook = load_workbook(io.BytesIO(body), read_only=True, keep_links=False)
    try:
        budget = RowBudget()
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return tuple(_SheetReader(sheet, budget).read() for sheet in shown[:MAX_SHEETS])
    finally:
        workbook.close()


@dataclass(frozen=True, slots=True)
class _Region:
    """A block of cells that belongs to its upper left one; counted from 1, ends included."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, reference: str) -> _Region:
        return cls(*range_boundaries(reference))


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet: its rows as they stream by, then what regions say about them."""

    sheet: ReadOnlyWorksheet
    budget: RowBudget
    rows: dict[int, Row] = field(default_factory=dict)
    arrays: list[tuple[_Region, Formula]] = field(default_factory=list)

    def read(self) -> Sheet:
        workbook = self.sheet.parent
        with self.sheet._get_source() as source:
            parser = WorkSheetParser(
                source,
                self.sheet._shared_strings,
                epoch=workbook.epoch,
                date_formats=workbook._date_formats,
                timedelta_formats=workbook._timedelta_formats,
            )
            for number, cells in parser.parse():
                self._keep(number, cells)
        self._spread(parser.merged_cells)
        return Sheet(self.sheet.title, tuple(self.rows.values()))

    def _keep(self, number: int, found: list[dict[str, Any]]) -> None:
        cells: list[Cell] = []
        for each in found:
            column = each["column"]
            if column <= MAX_COLUMNS:
                cells += [None] * (column - len(cells))
                cells[column - 1] = self._cell(each["value"], each["data_type"])
        row = self.budget.keep(number, cells)
        if row is not None:
            self.rows[number] = row

    def _cell(self, value: Any, kind: str) -> Cell:
        if kind == "f":
            return self._formula(value)
        # How Excel writes the carriage return of a line break inside a cell.
        return value.replace("_x000D_", "") if isinstance(value, str) else value

    def _formula(self, value: Any) -> Formula:
        if not isinstance(value, ArrayFormula | DataTableFormula):
            return Formula(str(value))
        formula = Formula(str(getattr(value, "text", None) or "="))
        # The other cells of the region carry a result and no sign of being computed.
        self.arrays.append((_Region.of(value.ref), formula))
        return formula

    def _spread(self, merged: Any) -> None:
        numbers = sorted(self.rows)
        merges = [_Region.of(each.ref) for each in (merged.mergeCell if merged else ())]
        regions = [*merges, *(region for region, _ in self.arrays)]
        if sum(_cells_in(region, numbers) for region in regions) > MAX_REGION_CELLS:
            raise ValueError("regions that overlap beyond all a sheet can hold")
        for region, formula in self.arrays:
            for number in _covered(numbers, region.top, region.bottom):
                for column in range(region.left, min(region.right, MAX_COLUMNS) + 1):
                    self._put(number, column, formula)
        for region in merges:
            self._spread_down(region, numbers)

    def _spread_down(self, region: _Region, numbers: list[int]) -> None:
        """A cell merged over several rows speaks for each of them, as a role beside a group."""
        top = self.rows.get(region.top)
        value = top.cells[region.left - 1] if top and region.left <= len(top.cells) else None
        if value is None:
            return
        for number in _covered(numbers, region.top + 1, region.bottom):
            self._put(number, region.left, value)

    def _put(self, number: int, column: int, value: Cell) -> None:
        cells = list(self.rows[number].cells)
        cells += [None] * (column - len(cells))
        cells[column - 1] = value
        self.rows[number] = Row(number, tuple(cells))


def _covered(numbers: list[int], first: int, last: int) -> list[int]:
    """Those of the sorted row numbers that lie from `first` to `last`."""
    return numbers[bisect.bisect_left(numbers, first) : bisect.bisect_right(numbers, last)]


def _cells_in(region: _Region, numbers: list[int]) -> int:
    columns = max(0, min(region.right, MAX_COLUMNS) - region.left + 1)
    rows = bisect.bisect_right(numbers, region.bottom) - bisect.bisect_left(numbers, region.top)
    return rows * columns
