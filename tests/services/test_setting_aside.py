"""Evidence that is not used: out of the documents, never out of the file."""

from __future__ import annotations

import pytest

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.exchange import Purged
from inspector_app.domain.ids import DocumentId
from inspector_app.services.number_register import NumberRegister, Standing
from inspector_app.services.readiness import obstacles
from tests.services.bureau import TYPE, Bureau
from tests.services.test_records import POPPLER, text_of


def only(bureau: Bureau) -> Evidence:
    (piece,) = bureau.desk.inspection(bureau.inspection).all(Evidence)
    return piece


def test_a_piece_that_was_set_aside_stays_with_its_number_bytes_and_bindings(bureau: Bureau) -> None:
    piece = only(bureau)
    before = bureau.evidence.gallery(bureau.inspection).cited
    bureau.evidence.set_aside(bureau.inspection, piece.id, " 误拍隔壁病房 ")
    kept = bureau.evidence.evidence(bureau.inspection, piece.id)
    assert (kept.set_aside, kept.number) == ("误拍隔壁病房", piece.number)
    assert bureau.evidence.original(bureau.inspection, piece.id)
    assert bureau.evidence.gallery(bureau.inspection).cited == before
    last = bureau.desk.inspection(bureau.inspection).journal.latest()
    assert last is not None
    assert last.what == "evidence set aside"


def label(piece: Evidence) -> str:
    return f"证据：{piece.number}"


@POPPLER
def test_documents_leave_it_out_and_a_finding_that_rests_on_it_alone_is_named(bureau: Bureau) -> None:
    piece = only(bureau)
    document = bureau.drafted()
    assert label(piece) in text_of(bureau.notices.drawing(bureau.inspection, document.id)()[0])
    assert obstacles(bureau.desk, bureau.inspection) == ()
    bureau.evidence.set_aside(bureau.inspection, piece.id, "误拍")
    assert label(piece) not in text_of(bureau.notices.drawing(bureau.inspection, document.id)()[0])
    assert obstacles(bureau.desk, bureau.inspection)
    bureau.evidence.set_aside(bureau.inspection, piece.id, "")
    assert obstacles(bureau.desk, bureau.inspection) == ()


def test_a_number_of_an_inspection_that_was_handed_over_and_removed_stays_used(bureau: Bureau) -> None:
    year = bureau.desk.clock.now().year
    bureau.numbers.assign(TYPE, body="青医保", year=year, first=5, last=9)
    burned = bureau.numbers.burn(TYPE, inspection=bureau.inspection, document=DocumentId("d"))
    assert burned is not None
    purged = Purged(
        id=bureau.inspection,
        institution_name="青禾县仁安医院",
        held_by="code",
        receipt="r",
        purged_by=bureau.lin.id,
        purged_at=bureau.desk.clock.now(),
    )
    with bureau.desk.workspace.intention("inspection purged", bureau.desk.author) as unit:
        unit.put(purged)
    bureau.desk.remove_inspection(bureau.inspection)
    with pytest.raises(NotAllowed, match="handed over and removed"):
        bureau.numbers.void(burned[1].id, "不再使用")
    first = NumberRegister(bureau.desk, bureau.packs).lines()[0]
    assert (first.standing, first.may_be_void) == (Standing.ELSEWHERE, False)
