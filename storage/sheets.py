"""Spreadsheets that come in and go out: bytes to rows of cells, and tables to bytes.

Nothing here touches the network or the disk, but a full-sized file takes seconds of
work: call it outside the event loop.
"""

from __future__ import annotations

from storage.sheets_bounds import (
    MAX_BYTES,
    MAX_ROWS,
    RefusalReason,
    Refused,
    Sheet,
)
from storage.sheets_out import CellOut, Table, write_csv, write_workbook
from storage.sheets_text import read_text
from storage.sheets_xlsx import read_xlsx

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "CellOut",
    "RefusalReason",
    "Refused",
    "Sheet",
    "Table",
    "read_sheets",
    "write_csv",
    "write_workbook",
]

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<style")


def read_sheets(name: str, body: bytes) -> tuple[Sheet, ...] | Refused:
    """Read the visible sheets of an XLSX (or XLSM), CSV or TSV file.

    What the file is, is told by its content; `name` names the one sheet of a text file
    and prefers tabs for a `.tsv`. Texts may be UTF-8 with or without BOM, UTF-16 with BOM
    or CP949. Formulas come as `Formula` and are never computed, nor is their last result
    believed. At least one row holds something.
    """
    refusal = _refuse_unread(body)
    if refusal is not None:
        return Refused(refusal)
    sheets = read_xlsx(body) if body.startswith(_ZIP) else read_text(name, body)
    if isinstance(sheets, Refused):
        return sheets
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    return filled or Refused(RefusalReason.EMPTY)


def _refuse_unread(body: bytes) -> RefusalReason | None:
    if len(body) > MAX_BYTES:
        return RefusalReason.TOO_BIG
    if not body.strip():
        return RefusalReason.EMPTY
    if body.startswith(_EMPTY_ZIP):
        return RefusalReason.NOT_A_SHEET
    if body.startswith(_COMPOUND_FILE):
        return _compound_file(body)
    start = body[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return RefusalReason.OTHER_FORMAT if start.startswith(_MARKUP) else None


def _compound_file(body: bytes) -> RefusalReason:
    # The container of old Office files, of encrypted new ones, and of HWP documents;
    # its directory names what it holds in UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in body:
        return RefusalReason.ENCRYPTED
    old_workbook = any(each.encode("utf-16-le") in body for each in ("Workbook", "Book\0"))
    return RefusalReason.OTHER_FORMAT if old_workbook else RefusalReason.NOT_A_SHEET
