"""Boxes scanned on site, with a scanner or from a photograph, against what was settled and bought."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.scanned_codes import ScanMeaning, codes_of
from inspector_app.services.findings import FindingService
from inspector_app.services.intake import Source
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.trace_scanning import TraceScanning, codes_in_picture
from tests.services.bureau import Bureau, bureau
from tests.services.test_stock_sheet import take_all
from tests.services.trace_files import FINE, TWICE, UNKNOWN, write_trace_files

__all__ = ["bureau"]

SHELF, STRANGE = "89999999999999999991", "89999999999999999992"


def photograph_of(*codes: str, turned: float = 0) -> bytes:
    """Draw boxes with their bar codes as a camera might see them."""
    picture = Image.new("L", (1000, 260 * len(codes)), 190)
    for place, code in enumerate(codes):
        drawn = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128).to_image(scale=3)
        picture.paste(Image.fromarray(drawn), (120, 260 * place + 50))
    buffer = io.BytesIO()
    held = picture.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=190, expand=True)
    held.convert("RGB").save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


def source_of(data: bytes) -> Source:
    return Source(name="药盒.jpg", way=IntakeWay.FILE, data=data)


def test_a_code_is_found_however_a_scanner_types_it() -> None:
    wide = SHELF.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert codes_of(f" {wide}\t\r\n") == (SHELF,)
    assert codes_of(f"{SHELF}|{STRANGE}|{SHELF}") == (SHELF, STRANGE)
    assert codes_of(SHELF + "1") == ()


@pytest.mark.parametrize("turned", [0, 90, 45])
def test_codes_are_read_from_a_photograph_however_it_is_held(turned: float) -> None:
    assert set(codes_in_picture(source_of(photograph_of(SHELF, STRANGE, turned=turned)))) == {SHELF, STRANGE}


def test_a_picture_without_a_code_is_a_sentence() -> None:
    for data in (b"no picture", photograph_of("123456")):
        with pytest.raises(UnusableInput):
            codes_in_picture(source_of(data))


def test_a_box_that_was_settled_and_is_still_there_is_raised(bureau: Bureau, tmp_path: Path) -> None:
    take_all(bureau, LedgerService(bureau.desk, bureau.evidence), write_trace_files(tmp_path))
    scanning = TraceScanning(bureau.desk, bureau.evidence, FindingService(bureau.desk))
    scanning.scan(bureau.inspection, TWICE)
    first = scanning.scan(bureau.inspection, FINE)
    assert scanning.scan(bureau.inspection, FINE) == first
    picture = source_of(photograph_of(UNKNOWN, STRANGE))
    kept = scanning.keep_photograph(bureau.inspection, picture, codes_in_picture(picture))
    assert all(one.photograph is not None for one in kept)
    with pytest.raises(UnusableInput, match="no trace code"):
        scanning.scan(bureau.inspection, "123")
    sheet = scanning.reckoning(bureau.inspection)()
    assert {code: facts.meaning for code, facts in sheet.facts.items()} == {
        TWICE: ScanMeaning.SETTLED,
        FINE: ScanMeaning.SETTLED,
        UNKNOWN: ScanMeaning.SETTLED,
        STRANGE: ScanMeaning.NOT_PURCHASED,
    }
    assert sheet.facts[TWICE].settled == 2
    raised = {one.key: one for one in scanning.raise_points(bureau.inspection, sheet)}
    assert "现场扫码4盒，其中3盒" in raised["trace-scan:settled"].statement
    assert STRANGE in raised["trace-scan:not_purchased"].statement
    scanning.forget(bureau.inspection, [STRANGE])
    assert len(scanning.reckoning(bureau.inspection)().codes) == 3
