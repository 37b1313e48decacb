"""What a signature draws: every character embedded, inside its field, and no picture of a seal."""

from __future__ import annotations

import io

import pikepdf
import pypdf
import pytest

from inspector_app.documents.appearances import empty_appearance, name_appearance, place_in
from inspector_app.documents.signing import SignaturePlace, prepare, sign
from inspector_app.documents.verifying import verify
from tests.documents.signed_notices import NIGHT, page, signer

LINE = SignaturePlace(field="inspector-1", page=0, left=100, bottom=60, width=90, height=21)
SEAL = SignaturePlace(field="bureau", page=0, left=250, bottom=30, width=87, height=87)


def text_of(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.parametrize("name", ["林知远", "王𬭎", "阿卜杜热合曼·麦麦提明江", "Zoë"])
def test_rare_and_long_names_fit_and_are_embedded(name: str) -> None:
    drawn = name_appearance(LINE, name, "2026-03-04 23:30 +0800")
    assert name in text_of(drawn).replace("\n", "")
    assert "23:30" in text_of(drawn)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, LINE.width, LINE.height]
        for entry in pdf.pages[0].Resources.Font.values():
            assert "/FontFile2" in entry.FontDescriptor


def test_the_seal_keeps_its_room_for_ink() -> None:
    with pikepdf.open(io.BytesIO(empty_appearance(SEAL))) as pdf:
        assert not pdf.pages[0].get_images()
    assert text_of(empty_appearance(SEAL)) == ""


def test_drawn_signatures_verify_with_official_time() -> None:
    pdf = prepare(page("Notice", 400, 300), [LINE, SEAL])
    drawn = name_appearance(place_in(pdf, LINE.field), signer(0).name, "2026-03-04 23:30 +0800")
    pdf = sign(pdf, signer(0), LINE.field, at=NIGHT, appearance=drawn)
    pdf = sign(pdf, signer(2), SEAL.field, at=NIGHT, appearance=empty_appearance(SEAL))
    report = verify(pdf)
    assert report.is_good
    assert report.signatures[0].signed_at == NIGHT
    assert "2026-03-04 23:30:00 +0800" in "".join(map(str, report.sentences))


def test_an_unknown_field_is_a_bug() -> None:
    with pytest.raises(KeyError):
        place_in(prepare(page("x"), [LINE]), "elsewhere")
