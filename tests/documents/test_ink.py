"""Strokes on paper: on their line, on each page, sealed by the laptop, unchanged afterwards."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.documents.authority import Authority, Signer
from inspector_app.documents.compose import compose
from inspector_app.documents.ink import ink_page, lines_of, prepare_lines, seal_strokes
from inspector_app.documents.signing import DoesNotHold
from inspector_app.documents.verifying import verify
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ink import Ink, Point, Stroke
from inspector_app.domain.papers import DeliveryPaper
from inspector_app.services.example_papers import example
from inspector_app.system.template_files import TemplateBook
from tests.builders import drawn_ink
from tests.documents.signed_notices import BODY, NIGHT, authority

WORDS = "苏映秋在“受送达人签名或者盖章”处手写，林知远、何清越在场。"
QPDF = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
PDFSIG = pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")


@cache
def laptop() -> Signer:
    return authority().certify("本机 K7QM", "", BODY, NIGHT)


@cache
def prepared(kind: DocumentType) -> bytes:
    template = TemplateBook(Path("/nonexistent")).template(kind)
    content = example(kind)
    if isinstance(content, DeliveryPaper):
        content = replace(content, refusal="", witness="", left="")
    return prepare_lines(compose(template, content))


@cache
def signed(kind: DocumentType, place: str) -> bytes:
    return seal_strokes(prepared(kind), laptop(), place, drawn_ink(), at=NIGHT, words=WORDS)


def dark_pixels(pdf: bytes, page: int, tmp_path: Path) -> int:
    """Count what is printed on a page, fields included."""
    (tmp_path / "in.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", "100", "-f", str(page), "-l", str(page), "in.pdf", "out"]
    subprocess.run(command, cwd=tmp_path, check=True)
    (made,) = tmp_path.glob("out*.pgm")
    pixels = made.read_bytes()
    made.unlink()
    return sum(1 for value in pixels[-(len(pixels) - 20) :] if value < 128)


def test_a_receipt_has_lines_for_who_receives_and_for_each_inspector() -> None:
    assert lines_of(prepared(DocumentType.DELIVERY)) == {"party": 0, "inspector-1": 0, "inspector-2": 0}
    assert lines_of(signed(DocumentType.DELIVERY, "party"))["party"] == 1


def test_a_letter_without_a_line_for_a_name_keeps_its_bytes() -> None:
    template = TemplateBook(Path("/nonexistent")).template(DocumentType.TALK_NOTICE)
    drawn = compose(template, example(DocumentType.TALK_NOTICE))
    assert prepare_lines(drawn) == drawn.pdf


def test_the_verifier_says_who_sealed_and_that_strokes_are_no_statutory_signature() -> None:
    report = verify(signed(DocumentType.DELIVERY, "party"))
    told = "\n".join(map(str, report.sentences))
    assert report.is_good
    assert "Strokes drawn by hand, sealed by 本机 K7QM" in told
    assert WORDS in told
    assert "no electronic signature in the sense of the law" in told
    assert "2 lines for names are empty" in told
    assert "signatures are missing" not in told


def test_the_certificate_is_never_in_the_name_of_who_drew() -> None:
    (fact,) = verify(signed(DocumentType.DELIVERY, "party")).signatures
    assert fact.signer == "本机 K7QM"
    assert "苏映秋" not in fact.signer + fact.issuer + fact.organisation


def test_several_people_sign_one_after_another_and_each_step_begins_with_the_one_before() -> None:
    first = signed(DocumentType.DELIVERY, "party")
    second = seal_strokes(first, laptop(), "inspector-1", drawn_ink(300), at=NIGHT, words="林知远手写。")
    assert second.startswith(first)
    report = verify(second)
    assert report.is_good
    assert [fact.reason for fact in report.signatures] == [WORDS, "林知远手写。"]


def test_a_second_attempt_strikes_the_first_out_and_both_stay() -> None:
    first = signed(DocumentType.DELIVERY, "party")
    again = seal_strokes(
        first, laptop(), "party", drawn_ink(300), at=NIGHT, words="写错重签。", struck=drawn_ink()
    )
    assert again.startswith(first)
    assert verify(again).is_good
    assert lines_of(again)["party"] == 2
    with pytest.raises(NotAllowed, match="no free place"):
        seal_strokes(again, laptop(), "party", drawn_ink(), at=NIGHT, words="", struck=drawn_ink())


def test_strokes_that_another_authority_sealed_are_not_believed() -> None:
    """A prepared line is empty on paper; nobody outside may fill it in the file."""
    stranger = Authority.make(BODY, NIGHT).certify("本机 K7QM", "", BODY, NIGHT)
    first = signed(DocumentType.DELIVERY, "party")
    with pytest.raises(DoesNotHold, match="another authority"):
        seal_strokes(first, stranger, "inspector-1", drawn_ink(), at=NIGHT, words="")


def test_a_byte_changed_in_the_strokes_is_noticed() -> None:
    pdf = bytearray(signed(DocumentType.DELIVERY, "party"))
    pdf[len(prepared(DocumentType.DELIVERY)) + 200] ^= 1
    assert not verify(bytes(pdf)).intact


@PDFSIG
def test_strokes_stand_on_the_line_and_below_every_page(tmp_path: Path) -> None:
    before, after = prepared(DocumentType.RECORD), signed(DocumentType.RECORD, "party")
    shown = subprocess.run(["pdfinfo", "-"], input=after, capture_output=True, check=True).stdout
    found = re.search(rb"Pages:\s+(\d+)", shown)
    assert found is not None
    pages = int(found[1])
    assert pages > 1
    for page in range(1, pages + 1):
        assert dark_pixels(after, page, tmp_path) > dark_pixels(before, page, tmp_path) + 50


@PDFSIG
@QPDF
@pytest.mark.parametrize("kind", [DocumentType.DELIVERY, DocumentType.RECORD, DocumentType.CONFIRMATION])
def test_public_tools_accept_the_sealed_paper(kind: DocumentType, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(signed(kind, "party"))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told


STROKES = st.lists(
    st.lists(
        st.builds(Point, st.integers(0, 9000), st.integers(0, 3000), st.integers(0, 9), st.integers(0, 1000)),
        min_size=1,
        max_size=12,
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(STROKES)
def test_the_same_strokes_always_give_the_same_bytes_and_stay_inside_their_line(
    drawn: list[list[Point]],
) -> None:
    ink = Ink(strokes=tuple(Stroke(points=tuple(one)) for one in drawn), width=9000, height=3000)
    page = ink_page(120, 26, ink)
    assert page == ink_page(120, 26, ink)
    assert page.startswith(b"%PDF-")
