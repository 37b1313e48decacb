"""Marked and watermarked copies: made from steps, kept in the history, printed and handed out."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from PIL import Image

from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.markup import MOST_SHAPES, CopyKind, MarkedCopy, Shape, Tool
from inspector_app.services.evidence import EvidenceService
from inspector_app.services.intake import Source
from inspector_app.services.marked_copies import MarkedCopyService, document_picture
from tests import builders, pictures

HIDDEN = Shape(tool=Tool.MOSAIC, x=20, y=20, width=100, height=80)
BOX = Shape(tool=Tool.BOX, x=10, y=10, width=50, height=50)


@pytest.fixture
def here(inspections):
    return inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team()).id


@pytest.fixture
def evidence(desk):
    return EvidenceService(desk)


@pytest.fixture
def copies(desk, evidence):
    return MarkedCopyService(desk, evidence)


@pytest.fixture
def take(evidence, here):
    def take(data: bytes, name: str = "IMG_1.jpg"):
        [result] = evidence.take_in(here, [Source(name=name, way=IntakeWay.FILE, data=data)])
        return result.evidence

    return take


@pytest.fixture
def piece(take):
    return take(pictures.photograph(position=True))


def test_marking_leaves_the_original_byte_for_byte(copies, evidence, here, piece):
    before = evidence.original(here, piece.id)
    made = copies.mark(here, piece.id, [HIDDEN])
    copies.copy(here, piece.id)
    assert evidence.original(here, piece.id) == before
    assert made.original == piece.sha256 == hashlib.sha256(before).hexdigest()


def test_steps_carry_who_drew_them_and_when_also_after_undo_and_redo(copies, here, piece, desk):
    first = copies.mark(here, piece.id, [HIDDEN]).shapes[0]
    assert (first.drawn_by, first.drawn_at) == (desk.person.id, first.drawn_at)
    assert first.drawn_at is not None
    desk.clock.advance(60)
    second = copies.mark(here, piece.id, [HIDDEN, BOX]).shapes
    assert second[0] == first
    assert second[1].drawn_at > first.drawn_at
    copies.mark(here, piece.id, [])
    assert copies.marks(here, piece.id).shapes == ()
    assert copies.mark(here, piece.id, [HIDDEN, BOX]).shapes == second


def test_every_change_is_a_revision_and_no_change_is_none(copies, here, piece, desk):
    copies.mark(here, piece.id, [HIDDEN])
    copies.mark(here, piece.id, [HIDDEN])
    copies.mark(here, piece.id, [HIDDEN, BOX])
    history = desk.inspection(here).history(MarkedCopy, piece.id)
    assert [len(revision.value.shapes) for revision in history] == [1, 2]
    assert {revision.line.what for revision in history} == {"picture marked"}


def test_no_less_hidden_copy_stays_when_more_is_hidden(copies, here, piece, desk):
    derived = desk.inspection(here).derived
    copies.mark(here, piece.id, [BOX])
    open_copy = copies.copy(here, piece.id)
    assert open_copy in derived.starting_with("marked:").values()
    copies.mark(here, piece.id, [BOX, HIDDEN])
    assert derived.starting_with("marked:") == {}
    hidden_copy = copies.copy(here, piece.id)
    assert list(derived.starting_with("marked:").values()) == [hidden_copy]
    assert hidden_copy != open_copy


def test_a_document_prints_the_copy_and_names_the_original(copies, here, piece, desk):
    plain, sha = copies.picture_for_document(here, piece.id)
    copies.mark(here, piece.id, [HIDDEN])
    marked, still = copies.picture_for_document(here, piece.id)
    assert sha == still == piece.sha256
    assert marked != plain
    copies.mark(here, piece.id, [])
    assert copies.picture_for_document(here, piece.id)[0] == plain
    assert document_picture(desk.inspection(here), piece, 100)[1:] == (100, 75)


def test_a_document_or_a_table_cannot_be_marked(copies, here, take):
    pdf = take(pictures.PDF, "a.pdf")
    for refused in (
        lambda: copies.mark(here, pdf.id, [HIDDEN]),
        lambda: copies.watermarked(here, pdf.id),
        lambda: copies.picture_for_document(here, pdf.id),
    ):
        with pytest.raises(NotAllowed, match="no stored picture"):
            refused()


def test_a_turned_heic_and_a_turned_jpeg_are_measured_upright(copies, here, take):
    turned = take(pictures.photograph(orientation=6), "t.jpg")
    heic = take(pictures.encoded("HEIF"), "h.heic")
    assert (turned.width, turned.height) == (240, 320)
    far = Shape(tool=Tool.MOSAIC, x=200, y=290, width=90, height=90)
    kept = copies.mark(here, turned.id, [far]).shapes[0]
    assert (kept.width, kept.height) == (40, 30)
    copies.mark(here, heic.id, [HIDDEN])
    for one, size in ((turned, (240, 320)), (heic, (320, 240))):
        with Image.open(BytesIO(copies.copy(here, one.id))) as image:
            assert image.size == size
            assert not image.getexif()


def test_what_lies_outside_or_is_nothing_is_not_kept_and_too_many_are_refused(copies, here, piece):
    outside = Shape(tool=Tool.BOX, x=900, y=900, width=20, height=20)
    blank = Shape(tool=Tool.TEXT, x=1, y=1, text="  ")
    assert copies.mark(here, piece.id, [outside, blank, BOX]).shapes[0].unsigned == BOX
    with pytest.raises(NotAllowed, match="at most"):
        copies.mark(here, piece.id, [BOX] * (MOST_SHAPES + 1))
    assert len(copies.marks(here, piece.id).shapes) == 1


def test_a_copy_that_is_not_there_is_refused(copies, here, piece, tmp_path):
    with pytest.raises(NotAllowed, match="no marked copy yet"):
        copies.export(here, piece.id, tmp_path, CopyKind.MARKED)
    assert list(tmp_path.glob("*.jpg")) == []


def test_a_copy_that_leaves_is_journalled_counted_and_named_by_its_hash(
    copies, here, piece, tmp_path, desk, evidence
):
    evidence.cite(here, [piece.id], Target(kind=TargetKind.BED_CHECK, id="b" * 32, label="内一科 3床"))
    copies.mark(here, piece.id, [HIDDEN])
    first = copies.export(here, piece.id, tmp_path, CopyKind.MARKED)
    second = copies.export(here, piece.id, tmp_path, CopyKind.WATERMARKED)
    assert (first.name, second.name) == ("A-1_marked_1.jpg", "A-1_watermarked_2.jpg")
    assert desk.inspection(here).journal.latest().what == "evidence copy exported"
    counted = copies.exports(here, piece.id)
    assert [one.kind for one in counted] == [CopyKind.MARKED, CopyKind.WATERMARKED]
    assert [one.sha256 for one in counted] == [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)
    ]
    assert {one.original for one in counted} == {piece.sha256}


def test_a_watermarked_copy_shows_the_marks_too(copies, here, piece):
    plain = copies.watermarked(here, piece.id)
    copies.mark(here, piece.id, [HIDDEN])
    marked = copies.watermarked(here, piece.id)
    with Image.open(BytesIO(plain)) as one, Image.open(BytesIO(marked)) as other:
        assert one.size == other.size
        assert one.height > piece.height
        assert one.crop((20, 20, 120, 100)).tobytes() != other.crop((20, 20, 120, 100)).tobytes()
        assert one.crop((0, 256, *one.size)).tobytes() == other.crop((0, 256, *one.size)).tobytes()


def test_a_file_that_is_there_and_a_folder_that_is_not_leave_nothing_counted(copies, here, piece, tmp_path):
    (tmp_path / "A-1_watermarked_1.jpg").write_bytes(b"mine")
    with pytest.raises(UnusableInput, match="exists in that folder"):
        copies.export(here, piece.id, tmp_path, CopyKind.WATERMARKED)
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        copies.export(here, piece.id, tmp_path / "gone", CopyKind.WATERMARKED)
    assert (tmp_path / "A-1_watermarked_1.jpg").read_bytes() == b"mine"
    assert copies.exports(here, piece.id) == []
