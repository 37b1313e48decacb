"""Papers for wet signing leave under the laptop's seal: changes show, and nobody is said to have signed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from inspector_app import __main__
from inspector_app.documents.verifying import verify
from inspector_app.domain.document import DocumentType
from inspector_app.domain.verification import LAPTOP_SEAL, Vouching
from tests.services.bureau import Bureau

TOOLS = pytest.mark.skipif(
    not (shutil.which("qpdf") and shutil.which("pdfsig")), reason="qpdf or poppler-utils is not installed"
)


def confirmation(bureau: Bureau) -> bytes:
    papers = bureau.made.papers
    bureau.record(90)
    document = papers.draft(bureau.inspection, DocumentType.CONFIRMATION)
    return papers.pdf(bureau.inspection, papers.issue(bureau.inspection, document.id).id)


def test_a_finished_paper_verifies_and_its_seal_is_a_devices(
    bureau: Bureau, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = confirmation(bureau)
    report = verify(pdf)
    assert report.is_good
    (seal,) = report.signatures
    assert (seal.field, seal.certificate_number, seal.vouching) == (LAPTOP_SEAL, "", Vouching.OWN_AUTHORITY)
    assert seal.signer == bureau.workspace.credentials.laptop_signer().name
    assert bureau.desk.device[:8] in seal.signer
    assert not [name for name in ("林知远", "周叙白") if name in seal.signer]
    (tmp_path / "confirmation.pdf").write_bytes(pdf)
    assert __main__.main(["--language", "en", "verify", str(tmp_path / "confirmation.pdf")]) == 0
    said = capsys.readouterr().out
    assert "the seal of a device and nobody's signature" in said
    assert "sign the print by pen" in said
    assert "Signed by" not in said
    assert "lines for names are empty here" in said


def test_a_changed_a_cut_and_a_longer_paper_are_refused(bureau: Bureau) -> None:
    pdf = confirmation(bureau)
    for at in range(50, len(pdf), len(pdf) // 40):
        assert not verify(pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]).is_good, at
    assert not verify(pdf + b"\n").is_good
    assert not verify(pdf[:-1]).is_good


@TOOLS
def test_public_tools_accept_the_seal(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    (record,) = bureau.made.records.records(bureau.inspection)
    path.write_bytes(bureau.made.records.pdf(bureau.inspection, record.id))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout
    assert told.count("Signature is Valid") == 1
    assert "Total document signed" in told
