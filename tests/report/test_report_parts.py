"""How the report names people and files, and how values become cells."""

import io
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from handlers.report_sheets import workbook
from rules.feedback import Result, Results, Topic
from rules.language import Language
from rules.report import Figures, Silent, file_stem, shown
from storage.reports import Listing

MANY = [Silent(f"사람{number}", number) for number in range(25)]


def test_some_are_named_and_the_others_counted() -> None:
    assert shown(MANY, 20) == (MANY[:20], 5)
    assert shown(MANY[:3], 20) == (MANY[:3], 0)


@pytest.mark.parametrize(
    ("programme", "stem"),
    [
        ("2026 토닥토닥 멘토링", "2026 토닥토닥 멘토링"),
        ("상반기/하반기: 전체", "상반기 하반기 전체"),
        ("  ..끝. ", "끝"),
        ("가" * 80, "가" * 60),
    ],
)
def test_a_programme_becomes_a_part_of_a_file_name(programme: str, stem: str) -> None:
    assert file_stem(programme) == stem


@pytest.mark.parametrize(
    ("language", "sheet", "cells"),
    [
        (Language.KO, "체크인", ("멘티", "예", "2026-06-01 19:00:00", None)),
        (Language.EN, "Check-ins", ("mentee", "yes", "2026-06-01 19:00:00", None)),
    ],
)
def test_cells_hold_words_of_the_language_and_the_clock_of_the_zone(
    language: Language, sheet: str, cells: tuple[str | None, ...]
) -> None:
    at = datetime(2026, 6, 1, 10, 0, tzinfo=UTC)
    rows: list[tuple[str | bool | datetime | None, ...]] = [("mentee", True, at, None)] * 2
    listing = Listing("checkins", ("role", "reachable", "tapped_at", "chat_state"), rows)
    none = Listing("feedback", ("word",), [])
    zeros = Figures(**dict.fromkeys((each.name for each in fields(Figures)), 7))
    came = Results(5, [Result(Topic.WORK, [0, 0, 0, 1, 4])])
    body = workbook(zeros, came, [listing, none], language, "Asia/Seoul")
    book = load_workbook(io.BytesIO(body))
    assert len(book.sheetnames) == 2
    _, first, second = book[sheet].iter_rows(values_only=True)
    assert first == second
    assert tuple(each and f"{each}" for each in first) == cells
    *_, (handed_in, mean) = list(book.worksheets[0].iter_rows(values_only=True))
    assert mean == pytest.approx(4.8)
    assert handed_in
