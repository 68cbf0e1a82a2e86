"""What goes out opens well in Korean offices, and no cell of it can be a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from storage.sheets import CellOut, Refused, Table, read_sheets, write_csv, write_workbook

BORAS_DAY = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "=HYPERLINK(1)"]


def opened(*tables: Table) -> Any:
    return load_workbook(io.BytesIO(write_workbook(tables)))


def only_cell(value: CellOut) -> Any:
    return opened(Table("표", ["값"], [[value]])).active["A2"]


def csv_rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_a_table_is_read_back_as_it_was_written() -> None:
    rows: list[list[CellOut]] = [
        ["이보라", 3, 4.5, True, None],
        ["<b>&</b> 👩‍💻", 0, -1, False, "끝"],
    ]
    body = write_workbook([Table("체크인", ["이름", "a", "b", "c", "d"], rows)])
    sheets = read_sheets("체크인.xlsx", body)
    assert not isinstance(sheets, Refused)
    assert sheets[0].name == "체크인"
    assert sheets[0].rows[1].cells == ("이보라", 3, 4.5, True)
    assert sheets[0].rows[2].cells == ("<b>&</b> 👩‍💻", 0, -1, False, "끝")


def test_headings_are_bold_and_stay_in_sight() -> None:
    sheet = opened(Table("표", ["이름", "부서"], [["이보라", "세무과"]])).active
    assert all(cell.font.bold for cell in sheet[1])
    assert not any(cell.font.bold for cell in sheet[2])
    assert sheet.freeze_panes == "A2"


def test_columns_are_wide_enough_for_korean_and_never_too_wide() -> None:
    rows: list[list[CellOut]] = [
        ["가나다라마바사아자차", "a", "긴 글 " * 50, BORAS_DAY],
        ["짧은 줄"],
    ]
    sheet = opened(Table("표", ["이름", "b", "c", "d"], rows)).active
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths == [22, 8, 60, 18]
    assert sheet["C2"].alignment.wrap_text
    assert not sheet["A2"].alignment.wrap_text


def test_widths_may_be_given() -> None:
    sheet = opened(Table("표", ["이름"], [["이보라"]], widths=[33])).active
    assert sheet.column_dimensions["A"].width == 33


def test_days_and_times_are_days_and_times() -> None:
    day, moment = only_cell(date(2026, 4, 2)), only_cell(BORAS_DAY)
    assert (day.is_date, day.number_format) == (True, "yyyy-mm-dd")
    assert moment.value == BORAS_DAY.replace(tzinfo=None), "spreadsheets have no zones"
    assert moment.number_format == "yyyy-mm-dd hh:mm"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_in_a_workbook_is_a_formula(text: str) -> None:
    cell = only_cell(text)
    assert cell.data_type == "s"
    assert cell.quotePrefix, "nor becomes one when somebody edits it"


def test_a_heading_is_no_formula_either() -> None:
    assert opened(Table("표", ["=1+1"], [])).active["A1"].data_type == "s"


def test_an_ordinary_text_carries_no_mark() -> None:
    assert not only_cell("이보라").quotePrefix


def test_a_chats_id_keeps_all_its_figures() -> None:
    assert only_cell(2**52).value == str(2**52)
    assert only_cell(-1_001_234_567_890).value == -1_001_234_567_890


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    assert only_cell("이\x00보\ud800라\x0b").value == "이보라"
    assert only_cell(float("nan")).value is None
    assert only_cell(float("inf")).value is None
    assert len(only_cell("가" * 40_000).value) == 32_767


def test_titles_are_made_to_fit() -> None:
    titles = ["체크인/4월", "체크인:4월", "", "'긴 제목'" * 9, "History " * 9, "HISTORY " * 9]
    made = opened(*(Table(title, ["a"], []) for title in titles)).sheetnames
    assert made[:3] == ["체크인 4월", "체크인 4월 (2)", "Sheet3"]
    assert all(len(title) <= 31 for title in made)
    assert len({title.casefold() for title in made}) == 6


def test_a_workbook_without_a_table_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="needs a table"):
        write_workbook([])


def test_a_csv_begins_with_the_mark_by_which_excel_reads_korean() -> None:
    body = write_csv(
        ["이름", "날", "때"], [["이보라", date(2026, 4, 2), BORAS_DAY], [None, 2**52, -5]]
    )
    assert body.startswith(b"\xef\xbb\xbf")
    assert csv_rows(body) == [
        ["이름", "날", "때"],
        ["이보라", "2026-04-02", "2026-04-02 09:30"],
        ["", str(2**52), "-5"],
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_in_a_csv_is_a_formula(text: str) -> None:
    assert csv_rows(write_csv([text], [[text]])) == [[f"'{text}"], [f"'{text}"]]


def test_a_great_negative_number_in_a_csv_stays_a_number() -> None:
    assert csv_rows(write_csv(["id"], [[-(2**52)]])) == [["id"], [str(-(2**52))]]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_whatever_people_write_goes_out_as_text(texts: list[str]) -> None:
    sheet = opened(Table("표", texts, [texts])).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    for row in csv_rows(write_csv(texts, [texts])):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
