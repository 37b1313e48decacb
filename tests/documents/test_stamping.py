"""A document time stamp is appended after all signatures, told by the verifier, and nothing else is."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper

from inspector_app.documents.asking_authorities import PortTimeStamper
from inspector_app.documents.stamping import stamp
from inspector_app.documents.verifying import verify
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, Problem, UnusableInput
from inspector_app.domain.ports import TimestampAuthority
from inspector_app.system.time_stamp_http import HttpAuthority, check_address
from tests.documents.signed_notices import NIGHT, signed
from tests.time_stamps import NAME, SOON, Authority, served


@cache
def stamped() -> bytes:
    return stamp(signed(3), Authority(NIGHT + SOON), now=NIGHT + SOON)


def flipped(pdf: bytes, at: int, mask: int) -> bytes:
    changed = bytearray(pdf)
    changed[at] ^= mask
    return bytes(changed)


def plainly(pdf: bytes, authority: TimestampAuthority, **named: object) -> bytes:
    """Append a time stamp as any other program would."""
    output = io.BytesIO()
    PdfTimeStamper(PortTimeStamper(authority), **named).timestamp_pdf(  # type: ignore[arg-type, no-untyped-call]
        IncrementalPdfFileWriter(io.BytesIO(pdf)), "sha256", bytes_reserved=32768, output=output
    )
    return output.getvalue()


def test_the_stamp_is_appended_and_told_with_its_time_and_who_vouches() -> None:
    assert stamped().startswith(signed(3))
    report = verify(stamped())
    assert report.is_good
    assert report.stamp is not None
    assert (report.stamp.at, report.stamp.authority) == (NIGHT + SOON, NAME)
    assert [fact.signer for fact in report.signatures] == [f.signer for f in verify(signed(3)).signatures]
    told = " ".join(map(str, report.sentences))
    assert f"{NAME} vouches by a time stamp" in told
    assert "2026-03-04 23:31:00 +0800" in told
    assert "was not checked" in told


def test_it_comes_over_http_with_one_request_when_it_is_asked_for() -> None:
    authority = Authority(NIGHT + SOON)
    with served(authority.answer) as address:
        asking = HttpAuthority(address)
        assert authority.asked == 0
        pdf = stamp(signed(3), asking, now=NIGHT)
    assert authority.asked == 1
    assert verify(pdf).stamp is not None


def test_no_changed_byte_of_the_stamps_revision_is_believed() -> None:
    pdf, start = stamped(), len(signed(3))
    contents = pdf.index(b"/Contents", start)
    places = {*range(start, len(pdf), 97), *range(contents, contents + 4000, 13), len(pdf) - 1}
    for at in sorted(places):
        for mask in (0x01, 0x20):
            assert not verify(flipped(pdf, at, mask)).intact, f"byte {at} ^ {mask:#x}"


def test_no_changed_byte_before_the_stamp_is_believed() -> None:
    for at in range(8, len(signed(3)), 211):
        assert not verify(flipped(stamped(), at, 1)).intact


def test_cut_or_grown_the_document_is_refused() -> None:
    assert not verify(stamped()[:-1]).intact
    assert not verify(stamped() + b"\n").intact
    assert verify(stamped()[: len(signed(3))]).is_good, "without its stamp it is the document of before"


def test_nothing_may_come_after_the_stamp_or_beside_it() -> None:
    twice = plainly(stamped(), Authority(NIGHT + SOON), field_name="again")
    assert not verify(twice).intact
    writer = IncrementalPdfFileWriter(io.BytesIO(signed(3)))
    drawing = writer.add_object(generic.StreamObject(stream_data=b"0 0 400 300 re f"))
    writer.add_stream_to_page(0, drawing)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    drawn = plainly(output.getvalue(), Authority(NIGHT + SOON))
    assert not verify(drawn).intact, "a drawing is not made good by a stamp over it"
    writer = IncrementalPdfFileWriter(io.BytesIO(signed(3)))
    writer.root["/Lang"] = generic.pdf_string("zh")
    writer.update_root()
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    assert not verify(plainly(output.getvalue(), Authority(NIGHT + SOON))).intact


def test_a_stamp_on_an_unsigned_document_says_nothing() -> None:
    report = verify(plainly(signed(0), Authority(NIGHT)))
    assert not report.intact
    assert "no signature" in str(report.sentences[0])


def test_only_a_certificate_for_time_stamps_vouches_for_a_time() -> None:
    for purposes in (
        (ExtendedKeyUsageOID.EMAIL_PROTECTION,),
        (ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING),
    ):
        with pytest.raises(UnusableInput, match="cannot be used"):
            stamp(signed(3), Authority(NIGHT, *purposes), now=NIGHT)
        assert not verify(plainly(signed(3), Authority(NIGHT, *purposes))).intact


def test_an_authority_whose_certificate_is_over_is_refused() -> None:
    with pytest.raises(UnusableInput, match="cannot be used"):
        stamp(signed(3), Authority(NIGHT, until=datetime(2025, 1, 1, tzinfo=UTC)), now=NIGHT)


def test_a_clock_far_off_is_said_and_nothing_is_stamped() -> None:
    late = NIGHT + timedelta(hours=2)
    with pytest.raises(UnusableInput, match="clock"):
        stamp(signed(3), Authority(late), now=NIGHT)


def test_a_signature_after_its_stamp_tells_that_the_clock_was_wrong() -> None:
    early = NIGHT - timedelta(days=1)
    report = verify(stamp(signed(3), Authority(early), now=early))
    assert report.is_good
    assert "that clock was wrong" in " ".join(map(str, report.sentences))


def test_a_document_that_is_unfinished_broken_or_stamped_gets_none() -> None:
    authority = Authority(NIGHT)
    for pdf in (signed(0), signed(2), flipped(signed(3), 300, 1)):
        with pytest.raises(NotAllowed, match="finished document"):
            stamp(pdf, authority, now=NIGHT)
    with pytest.raises(NotAllowed, match="already"):
        stamp(stamped(), authority, now=NIGHT)
    assert authority.asked == 0, "nobody was asked"


@pytest.mark.parametrize("answer", [b"", b"nonsense", b"<html>proxy login</html>", b"\x30\x03\x02\x01\x02"])
def test_wrong_answers_are_a_sentence(answer: bytes) -> None:
    with served(lambda _request: answer) as address, pytest.raises(UnusableInput, match="cannot be used"):
        stamp(signed(3), HttpAuthority(address), now=NIGHT)


def test_an_answer_to_another_request_is_refused() -> None:
    authority, kept = Authority(NIGHT), list[bytes]()

    def replay(request: bytes) -> bytes:
        kept.append(authority.answer(request))
        return kept[0]

    with served(replay) as address:
        stamp(signed(3), HttpAuthority(address), now=NIGHT)
        with pytest.raises(UnusableInput, match="cannot be used"):
            stamp(signed(3), HttpAuthority(address), now=NIGHT)


def test_no_network_is_a_sentence() -> None:
    with served(lambda request: request) as address:
        pass
    with pytest.raises(EnvironmentProblem, match="cannot be reached"):
        stamp(signed(3), HttpAuthority(address), now=NIGHT)


@pytest.mark.parametrize(
    "address", ["", "ftp://a", "file:///etc/passwd", "http://", "http://a b", "tsa.example"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Problem):
        check_address(address)
