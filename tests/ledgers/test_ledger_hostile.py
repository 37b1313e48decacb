"""Files that were made to harm, or were harmed, become a sentence; long ones are read slice by slice."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import DamagedFile, EnvironmentProblem, Problem, UnusableInput
from inspector_app.domain.ledger import LedgerKind, ReadingCounts, Unusable
from inspector_app.ledgers.containers import Limits
from inspector_app.ledgers.ledger_reading import guess, read_ledger
from inspector_app.ledgers.ledger_table import LedgerTable, open_parquet, write_parquet
from inspector_app.ledgers.sources import SourceFile
from tests.ledgers.test_reading import SHEET, ole, record, workbook, xlsx_with_sheet

BILLING = LedgerKind.BILLING
HEADER = "医保编码,项目名称,数量,单价,金额,收费日期\n"
LINE = "XN01AX0900014305116,甲药,2,3.5,7,2026-03-01\n"


def read(content: bytes, name: str = "a.csv", limits: Limits | None = None) -> LedgerTable:
    return read_ledger([SourceFile.of_bytes(name, content)], BILLING, limits=limits)


def test_a_zip_bomb_is_a_sentence() -> None:
    bomb = xlsx_with_sheet(SHEET % (b" " * 30_000_000))
    with pytest.raises(UnusableInput, match="unpack to far more"):
        read(bomb, "a.xlsx", Limits(unpacked_bytes=10_000_000))


def test_a_sheet_of_billions_of_columns_is_a_sentence() -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UnusableInput, match="unpack to far more"):
        read(xlsx_with_sheet(SHEET % cells), "a.xlsx")


def test_a_text_line_of_thousands_of_columns_is_a_sentence() -> None:
    with pytest.raises(UnusableInput, match="unpack to far more"):
        read(b",".join([b"1"] * 5_000))


def test_a_locked_workbook_asks_for_one_without_a_password() -> None:
    for content in (
        ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
        ole(
            {"Workbook": record(0x0809, b"\x00\x06\x05\x00" + b"\x00" * 12) + record(0x002F, b"\x01\x00" * 3)}
        ),
    ):
        with pytest.raises(UnusableInput, match="protected by a password"):
            read(content, "a.xls")


def test_a_cut_off_workbook_is_a_sentence() -> None:
    whole = workbook([["医保编码", "数量"], ["XN01", 1]])
    with pytest.raises(DamagedFile, match="cut off"):
        read(whole[: len(whole) // 2], "a.xlsx")


def test_a_text_that_was_cut_off_keeps_its_whole_lines_and_sets_the_last_aside() -> None:
    content = (HEADER + LINE * 3).encode()[:-25]
    table = read(content)
    assert table.counts == ReadingCounts(read=4, used=2, quarantined=1, not_data=1)
    assert table.quarantine[0].place.row == 4


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + LINE, encoding="utf-8")

    class _Changes:
        def report(self, done: int, total: int | None) -> None:
            path.write_text(HEADER + LINE * 2, encoding="utf-8")

    with pytest.raises(UnusableInput, match="was changed while it was read"):
        read_ledger([SourceFile.of_path(path)], BILLING, progress=_Changes())


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="could not be read"):
        SourceFile.of_path(tmp_path / "a.csv")


def test_a_drive_that_goes_away_is_a_sentence() -> None:
    class _Gone(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 0:
                raise OSError(5, "Input/output error")
            return super().read(min(size or 0, 100))

    def opened() -> BinaryIO:
        return _Gone((HEADER + LINE * 100).encode())

    with pytest.raises(EnvironmentProblem, match="drive is still there"):
        read_ledger([SourceFile(name="a.csv", open=opened, size=5_000)], BILLING)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"])
def test_an_empty_file_says_that_it_is_empty(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="is empty"):
        read(content)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01", b"\x89PNG\r\n\x1a\n\x00", b"<html><table>"])
def test_what_is_no_table_is_a_sentence(content: bytes) -> None:
    with pytest.raises(UnusableInput, match=r"no table|web page"):
        read(content)


def test_characters_that_were_cut_in_half_harm_only_their_own_cell() -> None:
    content = (HEADER + LINE.replace("甲药", "盐酸二甲双") * 3).encode("gb18030")
    broken = content.replace("双".encode("gb18030"), "双".encode("gb18030")[:1], 1)
    table = read(broken)
    assert table.counts.used == 3
    names = table.frame.select("name").collect()["name"].to_list()
    assert names[1:] == ["盐酸二甲双", "盐酸二甲双"]
    assert names[0].startswith("盐酸二甲")


def test_a_quotation_mark_without_its_twin_swallows_nothing() -> None:
    lines = [LINE] * 5
    lines[2] = LINE.replace("甲药", '"甲药')
    table = read((HEADER + "".join(lines)).encode())
    assert table.counts == ReadingCounts(read=6, used=5, quarantined=0, not_data=1)


def test_a_line_with_one_cell_too_many_is_set_aside_not_shifted() -> None:
    table = read((HEADER + LINE + LINE.replace("甲药", "甲,药") + LINE).encode())
    assert table.counts == ReadingCounts(read=4, used=2, quarantined=1, not_data=1)
    assert table.quarantine[0].place.row == 3


def test_plain_ascii_at_the_start_does_not_hide_the_encoding_of_what_follows() -> None:
    header = "med_list_codg,fixmedins_hilist_name,cnt,fee_ocur_time\n"
    ascii_part = "XN01,saline,1,2026-03-01\n" * 20_000
    content = (header + ascii_part + "XN01,甲药,1,2026-03-01\n").encode("gb18030")
    table = read(content)
    assert table.frame.select("name").collect()["name"].to_list()[-1] == "甲药"
    assert table.sources[0].encoding == "gb18030"


def test_lines_that_are_set_aside_by_the_thousand_are_all_counted() -> None:
    content = (HEADER + LINE.replace(",2,", ",二,") * 25_000).encode()
    table = read(content)
    assert table.counts == ReadingCounts(read=25_001, used=0, quarantined=25_000, not_data=1)
    assert len(table.quarantine) == 20_000
    assert {row.reason for row in table.quarantine} == {Unusable.NOT_A_NUMBER}


def test_a_damaged_clean_table_is_a_sentence() -> None:
    stream = b"".join(write_parquet(read((HEADER + LINE).encode())))
    for harmed in (stream[:-5], b"x" + stream, stream[:12], b""):
        with pytest.raises(DamagedFile, match="read it again"):
            open_parquet(harmed)


@given(
    st.binary(max_size=600), st.sampled_from([b"", HEADER.encode(), HEADER.encode("gb18030"), b"PK\x03\x04"])
)
def test_any_bytes_are_read_or_refused_in_a_sentence(noise: bytes, start: bytes) -> None:
    with suppress(Problem):
        table = read(start + noise)
        assert table.frame.collect().height == table.counts.used
    with suppress(Problem):
        assert guess(SourceFile.of_bytes("a.csv", start + noise)).sheets
