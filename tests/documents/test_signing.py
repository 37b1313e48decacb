"""Signing appends, asks for a free place, and other programs accept what it made."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from inspector_app.documents.authority import Signer
from inspector_app.documents.signing import fields_of, prepare, probe, sign
from inspector_app.documents.verifying import verify
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.verification import Vouching
from tests.documents.signed_notices import NIGHT, authority, page, places, prepared, signed, signer
from tests.documents.test_authority import outside_signer


def test_every_step_begins_with_the_bytes_of_the_one_before() -> None:
    steps = [page("Rectification notice 1", 400, 300), prepared(), *(signed(count) for count in (1, 2, 3))]
    for before, after in itertools.pairwise(steps):
        assert after.startswith(before)
        assert len(after) > len(before)


def test_fields_fill_in_their_order() -> None:
    assert fields_of(signed(1)) == {"signature-0": True, "signature-1": False, "signature-2": False}


def test_a_certificate_that_may_not_sign_is_refused_when_it_is_tried() -> None:
    authority_itself = Signer.from_secret(authority().to_secret())
    with pytest.raises(UnusableInput, match="would be refused"):
        probe(authority_itself, NIGHT)
    probe(signer(0), NIGHT)
    probe(outside_signer(), NIGHT)


@pytest.mark.parametrize("field", ["signature-0", "elsewhere"])
def test_a_taken_or_unknown_place_is_refused(field: str) -> None:
    with pytest.raises(NotAllowed, match=field):
        sign(signed(1), signer(1), field, at=NIGHT, appearance=page("x"))


def test_an_expired_certificate_is_refused_before_anything_is_signed() -> None:
    with pytest.raises(NotAllowed, match="安青禾"):
        sign(prepared(), signer(0), "signature-0", at=NIGHT + timedelta(days=4000), appearance=page("x"))


def test_places_may_be_signed_in_any_order() -> None:
    last_first = sign(prepared(), signer(2), "signature-2", at=NIGHT, appearance=page("x"))
    both = sign(last_first, signer(0), "signature-0", at=NIGHT, appearance=page("y"))
    assert [fact.field for fact in verify(both).signatures] == ["signature-2", "signature-0"]


def test_a_certificate_from_outside_signs_beside_the_own_authority(caplog: pytest.LogCaptureFixture) -> None:
    outside = outside_signer()
    both = sign(signed(1), outside, "signature-1", at=NIGHT, appearance=page("outside"), reason="现场检查")
    report = verify(both)
    assert report.intact
    assert [fact.vouching for fact in report.signatures] == [
        Vouching.OWN_AUTHORITY,
        Vouching.UNKNOWN_AUTHORITY,
    ]
    trusting = verify(both, trusted=[outside.chain[-1]])
    assert trusting.signatures[1].vouching is Vouching.TRUSTED
    assert "which you trust" in " ".join(map(str, trusting.sentences))
    assert [record.getMessage() for record in caplog.records if record.levelname != "DEBUG"] == []


def test_a_notice_of_several_pages_is_prepared_on_the_page_that_is_asked_for() -> None:
    with pytest.raises(Exception, match="Page"):
        prepare(page("x"), [type(places()[0])(field="f", page=5, left=0, bottom=0, width=9, height=9)])


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
def test_pdfsig_accepts_all_three_signatures(tmp_path: Path) -> None:
    (tmp_path / "n.pdf").write_bytes(signed(3))
    run = subprocess.run(
        ["pdfsig", "-nocert", tmp_path / "n.pdf"], capture_output=True, text=True, check=False
    )
    assert run.stdout.count("Signature is Valid") == 3
    assert run.stdout.count("ETSI.CAdES.detached") == 3
    assert "Total document signed" in run.stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "n.pdf").write_bytes(signed(3))
    assert (
        subprocess.run(["qpdf", "--check", tmp_path / "n.pdf"], capture_output=True, check=False).returncode
        == 0
    )
