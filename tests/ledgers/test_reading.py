"""Any table file becomes rows of text, and a hostile one becomes a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import Cancelled, DamagedFile, Problem, UnusableInput
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.containers import Limits
from inspector_app.ledgers.reading import FileKind, open_table

LIST = "床号,姓名,住院号\n01,沈一禾,Z0001\n02,卢望川,Z0002\n"


def workbook(rows: list[list[object]], sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for number in range(1, sheets):
        book.create_sheet(f"页{number}").append(["空"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_recognised_in_every_usual_encoding(encoding: str) -> None:
    table = open_table("在院.csv", LIST.encode(encoding))
    assert table.kind is FileKind.TEXT
    assert table.rows()[1] == ("01", "沈一禾", "Z0001")


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_the_sign_between_cells_is_found(delimiter: str) -> None:
    table = open_table("在院.txt", LIST.replace(",", delimiter).encode())
    assert table.rows()[2] == ("02", "卢望川", "Z0002")


def test_rare_characters_of_gb18030_survive() -> None:
    table = open_table("a.csv", "姓名,床号\n王𬭎,1\n㛃䶮,2\n".encode("gb18030"))
    assert [row[0] for row in table.rows()] == ["姓名", "王𬭎", "㛃䶮"]


def test_cells_of_a_workbook_become_what_a_person_would_have_typed() -> None:
    rows = open_table(
        "a.xls",
        workbook([["床号", "时间", "号"], [5, datetime(2026, 11, 20, 8, 5), 2.5]]),  # noqa: DTZ001 - a workbook has no time zones
    ).rows()
    assert rows[1] == ("5", "2026-11-20 08:05:00", "2.5")


def test_a_workbook_is_known_by_its_bytes_not_by_its_ending() -> None:
    assert open_table("在院.csv", workbook([["床号"]])).kind is FileKind.XLSX


def test_an_identity_number_that_excel_rounded_shows_its_exponent() -> None:
    rows = open_table("a.xlsx", workbook([[110101199003078888]])).rows()
    assert "E+17" in rows[0][0]


def test_line_numbers_hold_when_the_sheet_begins_with_blank_lines() -> None:
    rows = open_table("a.xlsx", workbook([[None], [None], ["姓名"]])).rows()
    assert len(rows) == 3
    assert rows[2] == ("姓名",)


def test_all_sheets_are_listed_and_an_unknown_one_is_a_sentence() -> None:
    table = open_table("a.xlsx", workbook([["姓名"]], sheets=3))
    assert table.sheets == ("Sheet", "页1", "页2")
    with pytest.raises(UnusableInput, match="no sheet called 页9"):
        table.rows("页9")


def xlsx_with_sheet(xml: bytes) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(workbook([["姓名"]])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            body = source.read(part)
            target.writestr(part.filename, xml if part.filename == "xl/worksheets/sheet1.xml" else body)
    return out.getvalue()


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def test_a_sheet_whose_two_cells_span_billions_is_refused_before_it_is_opened() -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", xlsx_with_sheet(SHEET % cells))


@pytest.mark.parametrize(
    "cells",
    [
        b"<row r='1'><c r='A1'/></row><row r='1048576'><c r='XFD1048576'/></row>",
        b'<row r="1"><c   foo=">"   r="a1"/></row><row r="1048576"><c t="n" r="xfd1048576"/></row>',
        b'<row r="1">' + b"<c/>" * 16_000 + b'</row><row r="1048576"><c/></row>',
        b'<row r="1"><c r="A1"/></row>' + b'<row r="2"><c r="B2"/></row><x:c r="XFD1048576"/>',
        b'<row r="1"><c r="A1"/></row><row r="1048570"><c r="A1048570"/><c/><c r="XFD1048571" ph="1"/></row>',
        b'<row r="1"><c r="A1"/></row><row r="1048576"><c ' + b" " * 70_000 + b'r="XFD1048576"/></row>',
        b'<row r="1"><c r="A1"/></row><row r="1048576">'
        + b" " * 1_048_400
        + b'<c\n\t r="XFD1048576"/></row>',
    ],
)
def test_a_span_of_billions_is_noticed_however_it_is_written(cells: bytes) -> None:
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", xlsx_with_sheet(SHEET % cells))


def test_a_sheet_under_another_name_is_looked_at_too() -> None:
    source = zipfile.ZipFile(
        io.BytesIO(xlsx_with_sheet(SHEET % b'<row r="1"><c r="A1"/><c r="XFD999999"/></row>'))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            target.writestr(
                part.filename.replace("worksheets/sheet1.xml", "media/picture.png"), source.read(part)
            )
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", out.getvalue())


def test_unclosed_tags_cost_no_more_than_their_bytes() -> None:
    with suppress(Problem):
        assert open_table("a.xlsx", xlsx_with_sheet(SHEET % (b'<c "' * 400_000))).sheets


@pytest.mark.parametrize("cell", [b'<c r="A%d" t="s"><v>0</v></c>', b'<c r="A%d" t="s"><v> 0</v></c>'])
def test_one_long_text_shown_by_many_cells_is_refused(cell: bytes) -> None:
    cells = b"".join(cell % row for row in range(1, 40_000))
    source = zipfile.ZipFile(io.BytesIO(xlsx_with_sheet(SHEET % cells)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.filename != "xl/sharedStrings.xml":
                target.writestr(part.filename, source.read(part))
        target.writestr("xl/sharedStrings.xml", "<sst><si><t>" + "长" * 30_000 + "</t></si></sst>")
    assert len(out.getvalue()) < 300_000
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", out.getvalue())


def test_a_column_beyond_the_last_one_is_refused() -> None:
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", xlsx_with_sheet(SHEET % b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'))


def test_a_zip_bomb_is_refused_by_the_sizes_it_declares() -> None:
    bomb = xlsx_with_sheet(SHEET % (b" " * 30_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xlsx", bomb, Limits(unpacked_bytes=10_000_000))


def test_a_zip_bomb_that_lies_about_its_size_is_a_sentence_too() -> None:
    bomb = bytearray(xlsx_with_sheet(SHEET % (b" " * 5_000_000)))
    true, told = struct.pack("<I", 5_000_000 + len(SHEET) - 2), struct.pack("<I", 100)
    assert true in bomb
    with pytest.raises(Problem):
        open_table("a.xlsx", bytes(bomb).replace(true, told), Limits(unpacked_bytes=1_000_000)).rows()


def test_a_cut_off_workbook_is_a_sentence() -> None:
    whole = workbook([["姓名"], ["沈一禾"]])
    with pytest.raises(DamagedFile, match="cut off"):
        open_table("a.xlsx", whole[: len(whole) // 2])


def test_a_zip_that_is_no_workbook_is_a_sentence() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnusableInput, match="no table"):
        open_table("a.xlsx", out.getvalue())


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"MZ\x90\x00\x03\x00\x01"]
)
def test_a_picture_or_program_called_csv_is_a_sentence(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="no table"):
        open_table("在院.csv", content)


def test_a_web_page_called_xls_says_what_it_is() -> None:
    with pytest.raises(UnusableInput, match="web page"):
        open_table("在院.xls", "<html><table><tr><td>姓名</td></tr></table></html>".encode())


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n \r\n", b"\x00\x00"])
def test_an_empty_file_says_that_it_is_empty(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="is empty"):
        open_table("a.csv", content)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.csv", b"a,b\n" * 100, Limits(file_bytes=100))


def test_a_line_of_too_many_cells_is_refused() -> None:
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.csv", b",".join([b"1"] * 5_000)).rows()


def ole(streams: dict[str, bytes]) -> bytes:
    """A minimal compound file: one FAT sector, one directory sector, streams of at least 4096 bytes."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    fat = [0xFFFFFFFD, end]
    entries = [("Root Entry", 5, end, 0)]
    body = b""
    for label, data in streams.items():
        padded = data.ljust(max(4096, -(-len(data) // sector) * sector), b"\x00")
        first, count = len(fat), len(padded) // sector
        fat += [*range(first + 1, first + count), end]
        entries.append((label, 2, first, len(padded)))
        body += padded
    directory = b""
    for label, kind, start, size in entries:
        name = label.encode("utf-16-le") + b"\x00\x00"
        directory += (
            name.ljust(64, b"\x00") + struct.pack("<HBB", len(name), kind, 1) + b"\xff" * 12
            + b"\x00" * 36 + struct.pack("<IQ", start, size)
        )  # fmt: skip
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *([free] * 108))
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sector, b"\xff")
    return header + table + directory.ljust(sector, b"\x00") + body


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_a_workbook_that_excel_encrypted_asks_for_a_password() -> None:
    with pytest.raises(UnusableInput, match="protected by a password"):
        open_table("a.xlsx", ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}))


def test_an_old_workbook_with_a_password_says_so() -> None:
    book = record(0x0809, b"\x00\x06\x05\x00" + b"\x00" * 12) + record(0x002F, b"\x01\x00\x01\x00\x01\x00")
    with pytest.raises(UnusableInput, match="protected by a password"):
        open_table("a.xls", ole({"Workbook": book}))


def test_an_old_workbook_that_claims_billions_of_cells_is_refused() -> None:
    book = record(0x0809, b"\x00\x06\x10\x00" + b"\x00" * 12)
    book += record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFF0, 0, 0xFFF0, 0))
    with pytest.raises(UnusableInput, match="unpack to far more"):
        open_table("a.xls", ole({"Workbook": book}))


def test_a_word_document_called_xls_is_a_sentence() -> None:
    with pytest.raises(UnusableInput, match="no table"):
        open_table("a.xls", ole({"WordDocument": b"x"}))


def test_a_compound_file_whose_chain_loops_is_a_sentence() -> None:
    looped = bytearray(ole({"Workbook": b"x" * 5000}))
    struct.pack_into("<I", looped, 512 + 4 * 3, 2)
    with pytest.raises(DamagedFile):
        open_table("a.xls", bytes(looped))


@given(
    st.binary(min_size=1, max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_any_bytes_give_rows_or_a_sentence(noise: bytes, start: bytes) -> None:
    with suppress(Problem):
        assert isinstance(open_table("a.xls", start + noise).rows(), list)


@given(st.data())
def test_a_workbook_with_one_wrong_byte_gives_rows_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(WORKBOOK)
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    with suppress(Problem):
        assert open_table("a.xlsx", bytes(whole)).sheets


WORKBOOK = workbook([["床号", "姓名"], ["1", "沈一禾"]])


class _StopsAtOnce:
    def report(self, done: int, total: int | None) -> None:
        raise Cancelled(sentence("Stopped."))


def test_reading_can_be_cancelled() -> None:
    table = open_table("a.csv", b"a,b\n" * 5_000)
    with pytest.raises(Cancelled):
        table.rows(progress=_StopsAtOnce())
