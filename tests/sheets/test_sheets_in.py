"""A spreadsheet that comes in is read as it looks, or refused for a reason before it can harm."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from rules.roster_cells import Formula, Row
from storage.sheets import Sheet
from tests.sheets.workbooks import (
    KOREAN,
    NAMESPACE,
    SAMPLE,
    SHEET_PART,
    add_chart,
    read,
    rows_of,
    saved,
    with_part,
    with_rows,
    workbook_of,
)


class TestWorkbooks:
    def test_the_sample_keeps_titles_footnote_and_row_numbers(self) -> None:
        rows = rows_of(SAMPLE.read_bytes())
        assert [row.number for row in rows] == [1, 2, *range(4, 116), 117]
        assert rows[0].cells == ("2026년 신규공무원 멘토링 참여자 명단",)
        assert rows[3].cells[6] == datetime(1978, 6, 17, 0, 0)  # noqa: DTZ001  (cells have no zone)

    def test_empty_rows_are_left_out_and_tails_are_cut(self) -> None:
        def fill(sheet: Any) -> None:
            sheet["B2"] = "이보라"
            sheet["D2"] = ""
            sheet["A1048576"] = "끝"

        assert rows_of(workbook_of(fill)) == (Row(2, (None, "이보라")), Row(1048576, ("끝",)))

    def test_numbers_truth_and_line_breaks_stay_what_they_are(self) -> None:
        def fill(sheet: Any) -> None:
            sheet.append([1, 2.5, True, "독서_x000D_\n등산", "=글자"])
            sheet["E1"].data_type = "s"

        assert rows_of(workbook_of(fill)) == (Row(1, (1, 2.5, True, "독서\n등산", "=글자")),)

    def test_a_formula_is_named_and_its_last_result_is_not_believed(self) -> None:
        rows = rows_of(with_rows(b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'))
        assert rows == (Row(1, (Formula("=1+1"),)),)

    def test_every_cell_that_an_array_formula_fills_is_a_formula(self) -> None:
        def fill(sheet: Any) -> None:
            for number in (1, 2, 3):
                sheet.append([None, "이보라", number])
            sheet["B1"] = ArrayFormula("B1:C2", "=A1:A2")

        computed = Formula("=A1:A2")
        assert rows_of(workbook_of(fill)) == (
            Row(1, (None, computed, computed)),
            Row(2, (None, computed, computed)),
            Row(3, (None, "이보라", 3)),
        )

    def test_a_data_table_is_a_formula_too(self) -> None:
        def fill(sheet: Any) -> None:
            sheet["A1"] = DataTableFormula("A1:B1", dt2D=False, dtr=True, r1="C1")

        assert rows_of(workbook_of(fill)) == (Row(1, (Formula("="), Formula("="))),)

    def test_a_role_merged_down_a_group_speaks_for_each_of_its_rows(self) -> None:
        def fill(sheet: Any) -> None:
            for role, name in (("멘토", "정우진"), (None, "박서연"), (None, "이보라")):
                sheet.append([role, name])
            sheet.merge_cells("A1:A2")

        assert [row.cells for row in rows_of(workbook_of(fill))] == [
            ("멘토", "정우진"),
            ("멘토", "박서연"),
            (None, "이보라"),
        ]

    def test_a_merged_cell_that_says_nothing_adds_nothing(self) -> None:
        def fill(sheet: Any) -> None:
            sheet.append([None, "정우진"])
            sheet.append([None, "박서연"])
            sheet.merge_cells("A1:A2")
            sheet.merge_cells("C1:C2")
            sheet.merge_cells("A8:A9")

        assert [row.cells for row in rows_of(workbook_of(fill))] == [
            (None, "정우진"),
            (None, "박서연"),
        ]

    def test_a_cell_merged_beyond_the_end_of_a_row_lengthens_it(self) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["이보라", None, "세무과"])
            sheet.append(["최하늘"])
            sheet.merge_cells("C1:C2")

        assert rows_of(workbook_of(fill))[1].cells == ("최하늘", None, "세무과")

    def test_sheets_come_in_order_without_empty_and_hidden_ones(self) -> None:
        workbook = Workbook()
        for title in ("표지", "작년", "명단"):
            workbook.create_sheet(title).append([title])
        workbook["작년"].sheet_state = "hidden"
        add_chart(workbook)
        assert [sheet.name for sheet in read(saved(workbook))] == ["표지", "명단"]

    def test_columns_far_to_the_right_are_left_alone(self) -> None:
        def fill(sheet: Any) -> None:
            sheet["A1"] = "이보라"
            sheet["XFD1"] = "먼 곳"

        assert rows_of(workbook_of(fill)) == (Row(1, ("이보라",)),)

    def test_a_drawing_with_a_document_type_does_no_harm(self) -> None:
        drawing = b"<!DOCTYPE svg><svg/>"
        body = with_part(SAMPLE.read_bytes(), "xl/media/image1.svg", drawing)
        assert rows_of(body) == rows_of(SAMPLE.read_bytes())

    def test_a_wrong_size_in_the_sheets_own_words_changes_nothing(self) -> None:
        content = (
            b"<worksheet " + NAMESPACE + b'><dimension ref="A1:A1"/><sheetData>'
            b'<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>'
            b"<row><c><v>2</v></c></row></sheetData></worksheet>"
        )
        body = with_part(saved(Workbook()), SHEET_PART, content)
        assert rows_of(body) == (Row(1, ("a", 1)), Row(2, (2,)))


class TestTexts:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
    def test_korean_is_read_in_every_usual_encoding(self, encoding: str) -> None:
        sheets = read(KOREAN.encode(encoding), "2026 명단.csv")
        assert sheets == (
            Sheet("2026 명단", (Row(1, ("구분", "성명")), Row(2, ("멘티", "이보라")))),
        )

    @pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
    def test_the_delimiter_is_recognised(self, delimiter: str) -> None:
        text = f"명단\n구분{delimiter}성명{delimiter}소속\n멘티{delimiter}이보라{delimiter}세무과\n"
        assert rows_of(text.encode(), "a.csv")[2].cells == ("멘티", "이보라", "세무과")

    def test_a_tsv_is_cut_at_tabs_when_commas_are_as_many(self) -> None:
        assert rows_of(b"a,b\tc", "a.TSV")[0].cells == ("a,b", "c")

    def test_rows_are_numbered_as_a_spreadsheet_program_shows_them(self) -> None:
        rows = rows_of('명단\n\n구분,"관심\n분야"\n,\n멘티,독서\n'.encode(), "a.csv")
        assert [(row.number, row.cells) for row in rows] == [
            (1, ("명단",)),
            (3, ("구분", "관심\n분야")),
            (5, ("멘티", "독서")),
        ]

    def test_what_a_program_would_compute_is_a_formula_and_a_dash_is_none(self) -> None:
        rows = rows_of(b'=1+1," =A1",-,+82 10\n', "a.csv")
        assert rows[0].cells == (Formula("=1+1"), Formula(" =A1"), "-", "+82 10")
