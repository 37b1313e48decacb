"""The bundle for the inspected party: theirs and nothing else, checked with public tools alone."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.domain.ids import EvidenceId
from inspector_app.services.intake import Source
from inspector_app.services.party_bundle import EVIDENCE, MANUAL, SUMS, WRITTEN, PartyBundleService
from tests.services.bureau import Bureau, a_picture, bureau  # noqa: F401 - a fixture


@pytest.fixture
def bundles(bureau: Bureau) -> PartyBundleService:  # noqa: F811
    return PartyBundleService(bureau.desk)


def _list(bureau: Bureau) -> None:  # noqa: F811
    papers = bureau.made.papers
    papers.issue(bureau.inspection, papers.draft(bureau.inspection, DocumentType.EVIDENCE_LIST).id)


def _fingerprint(pdf: bytes, folder: Path) -> str:
    """Follow the instructions with public tools alone: the fingerprint of who issued the certificates."""
    if shutil.which("pdfsig") is None or shutil.which("openssl") is None:
        pytest.skip("poppler-utils or openssl is not here")
    (folder / "notice.pdf").write_bytes(pdf)
    run = partial(subprocess.run, cwd=folder, check=True, capture_output=True, text=True)
    run(["pdfsig", "-dump", "notice.pdf"])
    run(["openssl", "pkcs7", "-inform", "DER", "-in", "notice.pdf.sig0", "-print_certs", "-out", "c.pem"])
    told = run(["openssl", "x509", "-in", "c.pem", "-noout", "-fingerprint", "-sha256"]).stdout
    return told.partition("=")[2].strip().replace(":", "")


def test_it_holds_issued_documents_the_list_with_hashes_and_how_to_check(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    notice = bureau.issued()
    _list(bureau)
    folder = bundles.write(bureau.inspection, tmp_path)
    names = sorted(path.name for path in folder.iterdir())
    assert [name for name in names if name.endswith(".pdf")] == [
        "01_现场检查笔录.pdf",
        "02_证据清单.pdf",
        "03_责令整改通知书.pdf",
    ]
    assert {EVIDENCE, MANUAL, SUMS} < set(names)
    newest = bureau.notices.pdf(bureau.inspection, notice.id)
    assert (folder / "03_责令整改通知书.pdf").read_bytes() == newest
    rows = list(csv.reader(io.StringIO((folder / EVIDENCE).read_text(encoding="utf-8-sig"))))
    kept = {piece.sha256 for piece in bureau.desk.inspection(bureau.inspection).all(Evidence)}
    assert {row[3] for row in rows[1:]} <= kept
    assert len(rows) > 1
    manual = (folder / MANUAL).read_text(encoding="utf-8-sig")
    assert "certutil -hashfile" in manual
    assert "pdfsig" in manual
    assert "青禾县医疗保障局" in manual
    assert "{" not in manual
    assert f"SHA-256指纹以{_fingerprint(newest, tmp_path)[:20]}开头　文书01、02、03" in manual


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the tool is not here")
def test_the_sums_are_as_public_tools_read_them(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    bureau.issued()
    folder = bundles.write(bureau.inspection, tmp_path)
    command = ["sha256sum", "--strict", "-c", SUMS]
    variables = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=variables)
    notice = folder / "02_责令整改通知书.pdf"
    notice.write_bytes(notice.read_bytes() + b"\n")
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, env=variables)
    assert done.returncode == 1


def test_that_it_left_is_journalled_with_every_hash(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    bureau.issued()
    folder = bundles.write(bureau.inspection, tmp_path)
    (made,) = bundles.bundles(bureau.inspection)
    assert made.made_by == bureau.lin.id
    assert {one.name: one.sha256 for one in made.files} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()
    }
    assert [line.what for line in bureau.desk.inspection(bureau.inspection).journal.newest(1)] == [WRITTEN]


def test_nobody_is_named_by_the_list_and_drafts_and_withdrawn_papers_stay(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    bureau.issued()
    source = Source(name="青一山.jpg", way=IntakeWay.FILE, data=a_picture(91))
    (intake,) = bureau.evidence.take_in(bureau.inspection, [source])
    assert intake.evidence is not None
    bureau.evidence.describe(bureau.inspection, intake.evidence.id, caption="3床青一山")
    bureau.made.papers.draft(bureau.inspection, DocumentType.EVIDENCE_LIST)
    folder = bundles.write(bureau.inspection, tmp_path)
    assert "证据清单.pdf" not in "".join(path.name for path in folder.iterdir())
    for name in (EVIDENCE, MANUAL, SUMS):
        assert "青一山" not in (folder / name).read_text(encoding="utf-8-sig")


def test_a_label_that_a_spreadsheet_would_calculate_is_led_by_an_apostrophe(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    bureau.issued()
    store = bureau.desk.inspection(bureau.inspection)
    with store.intention("evidence taken in", bureau.desk.author) as unit:
        unit.put(replace(store.all(Evidence)[0], id=EvidenceId("0" * 32), group="=1+1"))
    folder = bundles.write(bureau.inspection, tmp_path)
    rows = csv.reader(io.StringIO((folder / EVIDENCE).read_text(encoding="utf-8-sig")))
    assert any(row[1].startswith("'=1+1") for row in rows)


def test_without_anything_issued_there_is_nothing_to_hand_out(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    (record,) = bureau.made.records.records(bureau.inspection)
    bureau.made.kept.withdraw(bureau.inspection, record.id, "请按新笔录")
    bureau.drafted()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotAllowed, match="nothing to hand out"):
        bundles.write(bureau.inspection, tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_what_cannot_be_written_is_not_journalled_and_what_is_there_is_left(
    bureau: Bureau,  # noqa: F811
    bundles: PartyBundleService,
    tmp_path: Path,
) -> None:
    bureau.issued()
    with pytest.raises(EnvironmentProblem, match="cannot be written there"):
        bundles.write(bureau.inspection, tmp_path / "gone")
    assert bundles.bundles(bureau.inspection) == []
    bundles.write(bureau.inspection, tmp_path)
    with pytest.raises(UnusableInput, match="exists in that folder"):
        bundles.write(bureau.inspection, tmp_path)
