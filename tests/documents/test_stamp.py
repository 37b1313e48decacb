"""What a signature draws: every character embedded, inside its field, and no picture of a seal."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pikepdf
import pypdf
import pytest

from inspector_app.documents.authority import Signer
from inspector_app.documents.signing import SignaturePlace, prepare, sign
from inspector_app.documents.stamp import seal_stamp, signature_stamp
from inspector_app.documents.verifying import verify
from tests.documents.signed_notices import BODY, NIGHT, authority, page, signer

EAST = datetime(2026, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=8)))
LINE = SignaturePlace(field="inspector-1", page=0, left=100, bottom=60, width=90, height=21)
SEAL = SignaturePlace(field="bureau", page=0, left=250, bottom=30, width=87, height=87)


def text_of(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_a_persons_signature_shows_name_and_local_time() -> None:
    text = text_of(signature_stamp(signer(0), EAST, LINE))
    assert "安青禾" in text
    assert "2026-03-04 23:30:00 +0800" in text
    wide = text_of(signature_stamp(signer(0), EAST, replace(LINE, width=140)))
    assert "执法证号 QH-0" in wide


def test_the_bureaus_line_shows_no_picture() -> None:
    stamp = seal_stamp(signer(2), EAST, SEAL)
    assert BODY in text_of(stamp)
    with pikepdf.open(io.BytesIO(stamp)) as pdf:
        assert not pdf.pages[0].get_images()


@pytest.mark.parametrize("name", ["王𬭎", "阿卜杜热合曼·麦麦提明江", "Zoë", ""])
def test_rare_and_long_names_fit_and_are_embedded(name: str) -> None:
    who: Signer = authority().certify(name or "长" * 30, "", BODY, NIGHT)
    stamp = signature_stamp(who, EAST, LINE)
    assert who.name in text_of(stamp).replace("\n", "")
    with pikepdf.open(io.BytesIO(stamp)) as pdf:
        box = [float(edge) for edge in pdf.pages[0].MediaBox]
        assert box == [0, 0, LINE.width, LINE.height]
        for entry in pdf.pages[0].Resources.Font.values():
            assert "/FontFile2" in entry.FontDescriptor


def test_the_same_signature_draws_the_same_bytes() -> None:
    assert signature_stamp(signer(0), EAST, LINE) == signature_stamp(signer(0), EAST, LINE)


def test_stamped_signatures_verify_with_local_time() -> None:
    pdf = prepare(page("Notice", 400, 300), [LINE, SEAL])
    pdf = sign(pdf, signer(0), LINE.field, at=EAST, appearance=signature_stamp(signer(0), EAST, LINE))
    pdf = sign(pdf, signer(2), SEAL.field, at=EAST, appearance=seal_stamp(signer(2), EAST, SEAL))
    report = verify(pdf)
    assert report.is_good
    assert report.signatures[0].signed_at == EAST
    assert "2026-03-04 23:30:00 +0800" in "".join(map(str, report.sentences))
