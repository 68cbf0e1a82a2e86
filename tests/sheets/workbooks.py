"""Workbooks and texts for tests, and what they are read as."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart

from rules.roster_cells import Row
from storage.sheets import RefusalReason, Refused, Sheet, read_sheets

SAMPLE = Path(__file__).parents[2] / "samples" / "roster-19-groups.xlsx"
SHEET_PART = "xl/worksheets/sheet1.xml"
NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
KOREAN = "구분,성명\r\n멘티,이보라\r\n"


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def workbook_of(fill: Callable[[Any], None]) -> bytes:
    workbook = Workbook()
    fill(workbook.active)
    return saved(workbook)


def add_chart(workbook: Workbook) -> None:
    workbook.create_chartsheet("차트").add_chart(BarChart())


def with_part(body: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part exchanged or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part), zipfile.ZIP_DEFLATED)
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def with_rows(rows: bytes, after: bytes = b"") -> bytes:
    """A workbook whose only sheet holds the rows as they are written here."""
    content = b"<worksheet " + NAMESPACE + b"><sheetData>" + rows + b"</sheetData>" + after
    return with_part(saved(Workbook()), SHEET_PART, content + b"</worksheet>")


def read(body: bytes, name: str = "명단.xlsx") -> tuple[Sheet, ...]:
    sheets = read_sheets(name, body)
    assert not isinstance(sheets, Refused), sheets.reason
    return sheets


def rows_of(body: bytes, name: str = "명단.xlsx") -> tuple[Row, ...]:
    return read(body, name)[0].rows


def refusal(body: bytes, name: str = "명단.xlsx") -> RefusalReason:
    sheets = read_sheets(name, body)
    assert isinstance(sheets, Refused)
    return sheets.reason
