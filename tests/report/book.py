"""Asking for the report's file and reading it back."""

import io
from typing import Any

from openpyxl import Workbook, load_workbook

from sandbox.player import Player
from tests.town import Town


async def report(town: Town, boss: Player) -> Workbook:
    """Ask for the file and open it."""
    boss.say("/report")
    await town.settle()
    boss.tap("엑셀로 받기")
    await town.settle()
    document = boss.last.document
    assert document
    return load_workbook(io.BytesIO(document.data))


def rows(book: Workbook, title: str) -> list[dict[str, Any]]:
    """A sheet's rows by heading."""
    headings, *found = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in found]
