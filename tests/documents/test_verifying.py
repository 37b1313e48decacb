"""The strict verifier notices every changed byte, every cut and every addition, and dies of none."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from inspector_app.documents import signing
from inspector_app.documents.authority import Authority
from inspector_app.documents.signing import prepare, sign
from inspector_app.documents.verifying import verify
from inspector_app.domain.verification import VerificationReport, Vouching
from tests.documents.signed_notices import BODY, NIGHT, authority, page, places, prepared, signed, signer


def told(report: VerificationReport) -> str:
    return "\n".join(map(str, report.sentences))


def flipped(pdf: bytes, at: int, mask: int) -> bytes:
    changed = bytearray(pdf)
    changed[at] ^= mask
    return bytes(changed)


def with_update(pdf: bytes) -> bytes:
    """Append a revision that draws over the page, as any PDF editor would."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    drawing = writer.add_object(generic.StreamObject(stream_data=b"0 0 400 300 re f"))
    writer.add_stream_to_page(0, drawing)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_a_good_notice_says_who_signed_when_and_who_vouches() -> None:
    report = verify(signed(3))
    assert report.is_good
    assert [fact.signer for fact in report.signatures] == ["安青禾", "白石桥", BODY]
    assert [fact.certificate_number for fact in report.signatures] == ["QH-0", "QH-1", ""]
    assert all(fact.signed_at == NIGHT and fact.holds for fact in report.signatures)
    assert {fact.vouching for fact in report.signatures} == {Vouching.OWN_AUTHORITY}
    assert {fact.authority_code for fact in report.signatures} == {signer(0).authority_code}
    text = told(report)
    assert "not one byte was changed" in text
    assert "Sealed by this laptop's own authority; nobody outside vouches for the name." in text
    assert "2026-03-04 23:30:00 +0800" in text


def test_a_process_that_does_nothing_else_verifies_the_same(tmp_path: Path) -> None:
    """asn1crypto learns attributes as its modules are imported; the verifier brings what it needs."""
    (tmp_path / "n.pdf").write_bytes(signed(3))
    code = (
        "import pathlib, sys; from inspector_app.documents.verifying import verify; "
        "print(verify(pathlib.Path(sys.argv[1]).read_bytes()).is_good)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, tmp_path / "n.pdf"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.stdout, run.stderr) == ("True\n", "")


def test_every_single_byte_is_guarded() -> None:
    """Flip the lowest bit of each byte in turn: no position may go unnoticed."""
    pdf = signed(3)
    assert verify(pdf).is_good
    missed = [at for at in range(len(pdf)) if verify(flipped(pdf, at, 0x01)).intact]
    assert missed == []


def test_every_letter_of_the_signatures_is_guarded_against_a_change_of_case() -> None:
    pdf = signed(3)
    letters = [
        at
        for hole in re.finditer(rb"/Contents <([0-9A-F]+)>", pdf)
        for at in range(hole.start(1), hole.end(1))
        if pdf[at : at + 1].isalpha()
    ]
    assert len(letters) > 1000
    missed = [at for at in letters if verify(flipped(pdf, at, 0x20)).intact]
    assert missed == []


@given(st.data())
def test_any_other_byte_anywhere_is_noticed(data: st.DataObject) -> None:
    pdf = signed(3)
    at = data.draw(st.integers(0, len(pdf) - 1))
    assert not verify(flipped(pdf, at, data.draw(st.integers(1, 255)))).intact


def test_every_cut_is_noticed() -> None:
    """A cut exactly at an earlier step leaves that step's document, which says what is missing."""
    pdf = signed(3)
    steps = {len(signed(count)) for count in (1, 2)}
    cuts = {*range(0, len(pdf), 61), *range(len(pdf) - 700, len(pdf)), *steps}
    for length in cuts:
        report = verify(pdf[:length])
        assert not report.is_good, length
        assert report.intact == (length in steps), length
    assert "One signature is missing" in told(verify(signed(2)))


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"%", b"%%EOF\n", b"x" * 5000, signed(3)])
def test_every_appended_byte_is_noticed(tail: bytes) -> None:
    report = verify(signed(3) + tail)
    assert not report.intact
    assert told(report)


def test_a_later_revision_that_draws_on_the_page_is_noticed() -> None:
    report = verify(with_update(signed(3)))
    assert not report.intact
    assert "added after the last signature" in told(report)
    assert all(fact.holds for fact in report.signatures), "what was signed still stands and is named"


def test_a_change_that_hides_behind_a_further_signature_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody with a valid certificate changes the page and signs the last free place."""
    monkeypatch.setattr(signing, "_check", lambda before, after, expected: None)
    forged = sign(with_update(signed(2)), signer(2), "signature-2", at=NIGHT, appearance=page("x"))
    report = verify(forged)
    assert not report.intact
    assert "other than a signature" in told(report)
    assert not any(fact.holds for fact in report.signatures)


def test_an_insert_before_the_first_signature_is_noticed() -> None:
    pdf = signed(3)
    assert not verify(pdf[:100] + b" " + pdf[100:]).intact


def test_a_signature_carried_over_from_another_document_is_noticed() -> None:
    other = sign(
        prepare(page("Another notice", 400, 300), places()),
        signer(0),
        "signature-0",
        at=NIGHT,
        appearance=page("x"),
    )
    hole = re.compile(rb"/Contents <([0-9A-F]+)>")
    mine, theirs = hole.search(signed(1)), hole.search(other)
    assert mine is not None
    assert theirs is not None
    content = theirs[1][: len(mine[1])].ljust(len(mine[1]), b"0")
    swapped = signed(1)[: mine.start(1)] + content + signed(1)[mine.end(1) :]
    assert "changed after" in told(verify(swapped))


def test_a_whole_forgery_names_another_authority() -> None:
    """Anybody can make an authority of the same name; its code gives it away."""
    forger = Authority.make(BODY, NIGHT).certify("安青禾", "QH-0", BODY, NIGHT)
    forged = sign(
        prepare(page("Forged", 400, 300), places(1)), forger, "signature-0", at=NIGHT, appearance=page("x")
    )
    report = verify(forged, trusted=[authority().certificate])
    assert report.intact
    assert report.signatures[0].vouching is Vouching.OWN_AUTHORITY
    assert report.signatures[0].authority_code != signer(0).authority_code


def test_the_own_authority_can_be_trusted_by_those_who_hold_its_certificate() -> None:
    report = verify(signed(1), trusted=[authority().certificate])
    assert report.signatures[0].vouching is Vouching.TRUSTED


def test_a_document_without_signatures_says_so() -> None:
    for pdf in (page("plain"), prepared()):
        report = verify(pdf)
        assert not report.intact
        assert "no signature" in told(report)


def test_an_approval_signature_without_certification_is_refused() -> None:
    """A first signature that does not say what may follow would allow anything."""
    plain = re.sub(rb"/Reference \[.*?\]", lambda m: b" " * len(m[0]), signed(1), flags=re.DOTALL)
    assert not verify(plain).intact


RANGE = b"/ByteRange [0 10 20 30]"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-",
        b"%PDF-1.7\n" + RANGE,
        b"%PDF-1.7\n" + RANGE * 100,
        b"%PDF-1.7\n/ByteRange [0 9999999999 9999999999 9999999999]",
        b"%PDF-1.7\n/ByteRange [0 99999999999999999999 1 1]",
        b"%PDF-1.7\n/ByteRange 5 0 R" + b" " * 100,
        b"%PDF-1.7\n/ByteRange [0 9 11 60]" + b"<>" * 50,
        b"%PDF-1.7\n" + b"[" * 100_000,
        b"PK\x03\x04",
        "这是一封信".encode(),
    ],
)
def test_hostile_bytes_are_answered_in_a_sentence(content: bytes) -> None:
    report = verify(content)
    assert not report.intact
    assert told(report)


def nested(pdf: bytes) -> bytes:
    """Append a revision whose catalogue is nested deeper than any parser should follow."""
    start = len(pdf)
    table = start + 20_100
    body = (b"9 0 obj\n" + b"<</A " * 2000 + b">>" * 2000 + b"\nendobj\n").ljust(table - start, b" ")
    return pdf + body + b"xref\n0 0\ntrailer\n<</Size 10/Root 9 0 R>>\nstartxref\n%d\n%%%%EOF" % table


@pytest.mark.parametrize("hostile", [nested(page("x")), page("x").replace(b"/Pages", b"/Pagez")])
def test_hostile_structures_with_a_matching_signature_are_answered_in_a_sentence(hostile: bytes) -> None:
    """Put a structurally valid signature of somebody's own key around bytes that a parser hates."""
    donor = signed(1)
    place = donor.index(b"/ByteRange")
    assert place > 0
    report = verify(hostile + donor)
    assert not report.intact
    assert told(report)


@given(st.binary(max_size=300))
def test_random_bytes_are_answered_in_a_sentence(content: bytes) -> None:
    assert told(verify(b"%PDF-1.7\n" + content))
