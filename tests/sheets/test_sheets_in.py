"""A spreadsheet that comes in is read as it looks, or refused for a reason before it can harm."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from rules.roster_cells import Formula, Row
from storage.sheets import MAX_BYTES, RefusalReason, Refused, Sheet, read_sheets
from storage.sheets_xlsx import MAX_UNFOLDED_BYTES

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


class TestRefusals:
    def test_over_five_megabytes(self) -> None:
        assert refusal(b"a," * (MAX_BYTES // 2) + b"a", "a.csv") is RefusalReason.TOO_BIG

    @pytest.mark.parametrize("body", [b"", b"\n \n", b",,\n,,\n", b"\xef\xbb\xbf"])
    def test_nothing_in_a_text(self, body: bytes) -> None:
        assert refusal(body, "a.csv") is RefusalReason.EMPTY

    def test_a_workbook_with_nothing_in_it(self) -> None:
        assert refusal(saved(Workbook())) is RefusalReason.EMPTY

    def test_a_workbook_without_a_sheet_of_cells(self) -> None:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        add_chart(workbook)
        assert refusal(saved(workbook)) is RefusalReason.EMPTY

    def test_twenty_thousand_rows_are_read_and_one_more_is_not(self) -> None:
        line = "멘티,이보라\n".encode()
        assert len(rows_of(line * 20_000, "a.csv")) == 20_000
        assert refusal(line * 20_001, "a.csv") is RefusalReason.TOO_MANY_ROWS

    def test_a_workbook_is_read_no_further_than_the_first_row_too_many(self) -> None:
        row = b"<row><c><v>1</v></c></row>"
        assert len(rows_of(with_rows(row * 20_000))) == 20_000
        beyond = with_rows(row * 20_001 + b"<row><c><v>never looked at</v></c></row>")
        assert refusal(beyond) is RefusalReason.TOO_MANY_ROWS

    def test_rows_are_counted_over_all_sheets(self) -> None:
        workbook = Workbook(write_only=True)
        for _ in range(2):
            sheet = workbook.create_sheet()
            for number in range(10_001):
                sheet.append([number])
        assert refusal(saved(workbook)) is RefusalReason.TOO_MANY_ROWS

    @pytest.mark.parametrize(
        "body",
        [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"%PDF-1.7\n\xff\xff\xff",
            b"PK\x05\x06" + b"\0" * 18,
            b"\xff\xfea",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "HwpSummaryInformation".encode("utf-16-le"),
        ],
    )
    def test_pictures_and_documents_are_no_sheets(self, body: bytes) -> None:
        assert refusal(body) is RefusalReason.NOT_A_SHEET

    def test_a_zip_of_something_else_is_no_sheet(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("사진.txt", "사진")
        assert refusal(out.getvalue()) is RefusalReason.NOT_A_SHEET

    @pytest.mark.parametrize(
        "body",
        [
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            b'<?xml version="1.0"?><Workbook/>',
            "\ufeff\n<HTML><table><tr><td>명단".encode(),
        ],
    )
    def test_old_and_disguised_formats_are_to_be_saved_as_xlsx(self, body: bytes) -> None:
        assert refusal(body, "명단.xls") is RefusalReason.OTHER_FORMAT

    @pytest.mark.parametrize(
        ("part", "content"),
        [
            ("xl/workbook.bin", b""),
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ],
    )
    def test_binary_and_open_document_workbooks_too(self, part: str, content: bytes) -> None:
        assert refusal(with_part(saved(Workbook()), part, content)) is RefusalReason.OTHER_FORMAT

    def test_a_workbook_locked_with_a_password(self) -> None:
        body = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        assert refusal(body) is RefusalReason.ENCRYPTED

    def test_a_zip_locked_with_a_password(self) -> None:
        body = bytearray(SAMPLE.read_bytes())
        body[body.index(b"PK\x01\x02") + 8] |= 1
        assert refusal(bytes(body)) is RefusalReason.ENCRYPTED

    @pytest.mark.parametrize("kept", [40, 5_000, 12_000])
    def test_a_workbook_that_was_cut_off_is_broken(self, kept: int) -> None:
        assert refusal(SAMPLE.read_bytes()[:kept]) is RefusalReason.BROKEN

    @pytest.mark.parametrize(
        "rows",
        [
            b'<row r="1"><c r="A1"><v>one</v></c></row>',
            b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
            b'<row r="one"><c r="A1"><v>1</v></c></row>',
            b'<row r="1"><c r="A1">',
        ],
    )
    def test_a_workbook_whose_insides_make_no_sense_is_broken(self, rows: bytes) -> None:
        assert refusal(with_rows(rows)) is RefusalReason.BROKEN

    def test_a_quote_that_is_never_closed_breaks_a_text(self) -> None:
        assert refusal(b'a,"' + b"b" * 200_000, "a.csv") is RefusalReason.BROKEN


class TestBombs:
    """Small files that would fill the machine are turned away while they are still small."""

    def refused_cheaply(self, body: bytes) -> RefusalReason:
        assert len(body) < MAX_BYTES
        tracemalloc.start()
        try:
            reason = refusal(body)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 48 * 1024 * 1024
        return reason

    def test_a_file_that_unfolds_into_a_huge_one(self) -> None:
        body = with_part(saved(Workbook()), "xl/media/image1.png", b"\0" * MAX_UNFOLDED_BYTES)
        assert self.refused_cheaply(body) is RefusalReason.TOO_BIG

    def test_a_file_of_thousands_of_parts(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for number in range(2_001):
                archive.writestr(f"{number}", b"")
        assert self.refused_cheaply(out.getvalue()) is RefusalReason.TOO_BIG

    def test_a_single_row_of_a_million_cells(self) -> None:
        body = with_rows(b"<row>" + b"<c/>" * 1_000_000 + b"</row>")
        assert self.refused_cheaply(body) is RefusalReason.TOO_BIG

    def test_a_million_cells_between_ordinary_rows(self) -> None:
        row = b"<row><c><v>1</v></c></row>"
        body = with_rows(row + b"<row>" + b"<c/>" * 1_000_000 + b"</row>" + row)
        assert self.refused_cheaply(body) is RefusalReason.TOO_BIG

    def test_a_million_styles(self) -> None:
        body = with_part(saved(Workbook()), "xl/styles.xml", b"<xf/>" * 1_000_000)
        assert self.refused_cheaply(body) is RefusalReason.TOO_BIG

    def test_millions_of_shared_texts(self) -> None:
        body = with_part(saved(Workbook()), "xl/sharedStrings.xml", b"<si/>" * 3_100_000)
        assert self.refused_cheaply(body) is RefusalReason.TOO_BIG

    def test_entities_that_multiply(self) -> None:
        laughs = b"".join(
            b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 12)
        )
        content = (
            b'<!DOCTYPE worksheet [<!ENTITY l0 "ha">'
            + laughs
            + b"]><worksheet "
            + NAMESPACE
            + b'><sheetData><row><c t="str"><v>&l11;</v></c></row></sheetData></worksheet>'
        )
        body = with_part(saved(Workbook()), SHEET_PART, content)
        assert self.refused_cheaply(body) is RefusalReason.BROKEN

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp037"])
    def test_tags_hidden_in_another_encoding(self, encoding: str) -> None:
        declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
        hidden = ("<a>" + "<c/>" * 1_000_000 + "</a>").encode(encoding)
        start = declaration.encode("ascii" if encoding == "cp037" else encoding)
        body = with_part(saved(Workbook()), SHEET_PART, start + hidden)
        assert self.refused_cheaply(body) is RefusalReason.BROKEN

    def test_a_row_number_beyond_all_sheets_costs_nothing(self) -> None:
        started = time.perf_counter()
        rows = rows_of(with_rows(b'<row r="2000000000"><c><v>1</v></c></row>'))
        assert rows[0].number == 2_000_000_000
        assert time.perf_counter() - started < 2

    def test_merged_cells_that_lie_over_one_another_without_end(self) -> None:
        merged = b'<mergeCell ref="A1:A1048576"/>' * 1_000
        after = b"<mergeCells>" + merged + b"</mergeCells>"
        body = with_rows(b"<row><c><v>1</v></c></row>" * 2_000, after)
        assert self.refused_cheaply(body) is RefusalReason.BROKEN
