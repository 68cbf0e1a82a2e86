"""What is no spreadsheet, or would harm, is refused for a reason."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook

from storage.sheets import MAX_BYTES, RefusalReason
from storage.sheets_xlsx import MAX_UNFOLDED_BYTES
from tests.sheets.workbooks import (
    NAMESPACE,
    SAMPLE,
    SHEET_PART,
    add_chart,
    refusal,
    rows_of,
    saved,
    with_part,
    with_rows,
)


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
