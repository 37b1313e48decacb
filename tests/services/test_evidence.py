"""Evidence from bytes to citation, on real files."""

from __future__ import annotations

import hashlib
import io
import wave
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inspector_app.domain.errors import Cancelled, DamagedFile, DiskFull, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, Evidence, EvidenceType, IntakeWay, Target, TargetKind
from inspector_app.domain.ids import DeviceId, InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.evidence import EvidenceService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.intake import Source, clean_name, draw_thumbnail, measure_recording, prepare
from inspector_app.system import sources as outside
from tests import builders, pictures
from tests.builders import EVENING, LIN
from tests.fakes import CountingProgress, FakeClock

BED = Target(kind=TargetKind.BED_CHECK, id="b" * 32, label="内一科 3床")
FINDING = Target(kind=TargetKind.FINDING, id="f" * 32, label="在床核查")


@pytest.fixture
def here(inspections: InspectionService) -> InspectionId:
    return inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team()).id


@pytest.fixture
def evidence(desk: Desk) -> EvidenceService:
    return EvidenceService(desk)


def source(name: str = "IMG_1.jpg", way: IntakeWay = IntakeWay.FILE, **look) -> Source:
    return Source(name=name, way=way, data=pictures.photograph(**look))


def taken(evidence: EvidenceService, here: InspectionId, *sources: Source, **about) -> list[Evidence]:
    results = evidence.take_in(here, sources, **about)
    assert [result.said for result in results if result.evidence is None] == []
    return [result.evidence for result in results]


def test_bytes_come_back_as_they_went_in(evidence, here):
    data = pictures.photograph(width=1500, height=1100, position=True)
    [one] = taken(evidence, here, Source(name="IMG_1.jpg", way=IntakeWay.FILE, data=data))
    assert evidence.original(here, one.id) == data
    assert one.sha256 == hashlib.sha256(data).hexdigest()
    assert (one.size, one.media_type, one.way) == (len(data), "image/jpeg", IntakeWay.FILE)
    assert one.captured_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert one.has_position
    assert one.is_original


def test_numbers_run_on_and_are_never_given_again(evidence, here, desk):
    first, second = taken(evidence, here, source(width=32), source(width=33))
    again = EvidenceService(desk)  # a later start counts on from what is stored
    [third] = taken(again, here, source(width=34))
    assert [first.number, second.number, third.number] == ["A-1", "A-2", "A-3"]
    with (
        pytest.raises(Exception, match="cannot be changed"),
        desk.inspection(here).intention("renumbered", desk.author) as unit,
    ):
        unit.put(replace(first, running_number=7))


def test_a_chosen_group_counts_for_itself_and_stays_until_another_is_chosen(evidence, here):
    ready = [prepare(source(width=40 + n)) for n in range(3)]
    numbers = [
        evidence.keep(here, ready[0]).evidence.number,
        evidence.keep(here, ready[1], group="C").evidence.number,
        evidence.keep(here, ready[2]).evidence.number,
    ]
    assert numbers == ["A-1", "C-1", "C-2"]
    with pytest.raises(UnusableInput, match="one letter"):
        evidence.keep(here, ready[0], group="AB")


def test_another_laptop_gets_another_letter(evidence, here, desk):
    taken(evidence, here, source(width=32))
    desk.seat(builders.person(id=builders.ZHOU), DeviceId("0" * 29 + "d02"))
    other = EvidenceService(desk)
    [one] = taken(other, here, source(width=33))
    assert one.number == "B-1"
    with pytest.raises(UnusableInput, match="another laptop"):
        other.keep(here, prepare(source(width=34)), group="A")


def test_the_same_bytes_are_recognised_and_cited_instead_of_stored_twice(evidence, here, desk):
    [one] = taken(evidence, here, source())
    [again] = evidence.take_in(here, [source(name="copy.jpg")], target=BED)
    assert again.is_duplicate
    assert again.evidence.id == one.id
    assert "A-1" in str(again.said)
    assert desk.inspection(here).count(Evidence) == 1
    assert [known.id for known in evidence.evidence_for(here, BED)] == [one.id]
    evidence.take_in(here, [source()], target=BED)
    assert desk.inspection(here).count(Citation) == 1


def test_one_bad_file_among_many_harms_no_other(evidence, here):
    good, bad = source(width=50), pictures.photograph()
    results = evidence.take_in(
        here,
        [
            good,
            Source(name="cut.jpg", way=IntakeWay.DROP, data=bad[:200]),
            Source(name="bomb.png", way=IntakeWay.DROP, data=pictures.png_bomb(20000, 10000)),
            Source(name="virus.jpg", way=IntakeWay.DROP, data=b"MZ\x90\x00"),
            Source(name="gone.jpg", way=IntakeWay.DROP, path=Path("/nowhere/gone.jpg")),
            source(width=51),
        ],
    )
    assert [result.evidence.number if result.evidence else None for result in results] == [
        "A-1", None, None, None, None, "A-2",
    ]  # fmt: skip
    assert all(result.said for result in results if result.evidence is None)


def test_a_file_is_read_from_disk_and_left_as_it_is(evidence, here, tmp_path):
    path = tmp_path / "DSC_0001.JPG"
    path.write_bytes(pictures.photograph())
    [one] = taken(evidence, here, Source.file(path))
    assert one.original_name == "DSC_0001.JPG"
    assert path.read_bytes() == evidence.original(here, one.id)


class _Growing(io.FileIO):
    """A file that another program is still writing."""

    def read(self, size: int = -1) -> bytes:
        data = super().read(size)
        with Path(self.name).open("ab") as other:
            other.write(b"more")
        return data


def test_a_file_that_changes_while_it_is_read_is_refused(evidence, here, tmp_path, monkeypatch):
    path = tmp_path / "copying.jpg"
    path.write_bytes(pictures.photograph())
    monkeypatch.setattr(outside, "opened", _Growing)
    [result] = evidence.take_in(here, [Source.file(path)])
    assert "changed while it was being read" in str(result.said)
    with pytest.raises(UnusableInput, match="changed while"):
        outside.measure(path)


def test_progress_is_told_and_can_stop_between_two_photographs(evidence, here):
    progress = CountingProgress()
    evidence.take_in(here, [source(width=60), source(width=61)], progress=progress)
    assert progress.reports[-1] == (2, 2)

    class Stopping:
        def report(self, done: int, total: int | None) -> None:
            if done == 1:
                raise Cancelled(sentence("Cancelled. Nothing of it was kept."))

    with pytest.raises(Cancelled):
        evidence.take_in(here, [source(width=62), source(width=63)], progress=Stopping())
    assert len(evidence.gallery(here).evidence) == 3


def test_a_full_disk_stops_the_rest_and_leaves_no_half_evidence(evidence, here, desk, monkeypatch):
    store = desk.inspection(here)
    write, left = store.blobs._write, [1]

    def filling(rows):
        if left[0] == 0:
            raise DiskFull(sentence("The disk is full."))
        left[0] -= 1
        write(rows)

    monkeypatch.setattr(store.blobs, "_write", filling)
    with pytest.raises(DiskFull):
        evidence.take_in(here, [source(width=70), source(width=71), source(width=72)])
    monkeypatch.setattr(store.blobs, "_write", write)
    [one] = evidence.gallery(here).evidence
    assert evidence.original(here, one.id)
    [after] = taken(evidence, here, source(width=71))
    assert after.number == "A-2"


def test_a_large_file_is_staged_and_comes_back_whole(evidence, here):
    chunks = [bytes([n]) * (3 << 20) for n in range(4)]
    kept = evidence.keep_file(
        here, "出库单.csv", iter(chunks), media_type="text/csv", size=12 << 20, provided_by="信息科 何某"
    ).evidence
    assert b"".join(evidence.stream_original(here, kept.id)) == b"".join(chunks)
    assert (kept.evidence_type, kept.way) == (EvidenceType.ELECTRONIC, IntakeWay.IMPORT)
    assert kept.provided_by == "信息科 何某"


def test_forwarded_pictures_are_labelled_and_scans_are_not(evidence, here):
    plain = pictures.encoded("JPEG")
    chat = taken(evidence, here, Source(name="mmexport1.jpg", way=IntakeWay.DROP, data=plain))[0]
    scan = pictures.encoded("TIFF")
    paper = taken(evidence, here, Source(name="scan1.tif", way=IntakeWay.SCAN, data=scan))[0]
    paste = pictures.encoded("PNG")
    pasted = taken(evidence, here, Source(name="pasted.png", way=IntakeWay.PASTE, data=paste))[0]
    assert (chat.is_original, chat.not_original_reason) == (False, "chat_program")
    assert (paper.is_original, paper.evidence_type) == (True, EvidenceType.DOCUMENTARY)
    assert (pasted.is_original, pasted.not_original_reason) == (False, "clipboard")


def test_a_still_carries_its_time_and_a_drawn_one_says_that_it_is_none(evidence, here, clock: FakeClock):
    jpeg = pictures.encoded("JPEG")
    still = evidence.take_still(here, jpeg, device="USB 摄像头", target=BED).evidence
    assert still.captured_at == clock.now()
    assert still.capture_device == "USB 摄像头"
    assert still.is_original
    assert evidence.original(here, still.id).endswith(jpeg[2:])
    clock.advance(1)
    drawn = evidence.take_still(here, jpeg, device="test source", is_drawn=True).evidence
    assert (drawn.is_original, drawn.not_original_reason) == (False, "drawn")


def test_the_clock_of_the_visit_stands_on_the_evidence(evidence, inspections, here, clock: FakeClock):
    [before] = taken(evidence, here, source(width=80))
    inspections.open_visit(here, reference=clock.now() - timedelta(seconds=95), reference_source="手机")
    [inside] = taken(evidence, here, source(width=81))
    clock.jump_wall(-3600)
    inspections.watch_clock(here)
    clock.jump_wall(3600)
    inspections.watch_clock(here)
    [jumped] = taken(evidence, here, source(width=82))
    clock.advance(1)
    inspections.compare_clock(here, clock.now(), "手机")
    clock.advance(1)
    [again] = taken(evidence, here, source(width=83))
    assert (before.clock_offset_seconds, before.clock_jump) == (None, False)
    assert (inside.clock_offset_seconds, inside.clock_jump) == (95.0, False)
    assert jumped.clock_jump
    assert (again.clock_offset_seconds, again.clock_jump) == (0.0, False)


def test_a_jump_nobody_looked_for_yet_is_found_by_what_it_touches(
    evidence: EvidenceService, inspections: InspectionService, here: InspectionId, clock: FakeClock
) -> None:
    inspections.open_visit(here, reference=clock.now(), reference_source="手机")
    clock.jump_wall(-3600)
    [touched] = taken(evidence, here, source(width=84))
    assert touched.clock_jump
    told = inspections.watch_clock(here)
    assert told is not None
    assert told.seconds == -3600
    assert inspections.watch_clock(here) is None
    assert len(inspections.visits(here)[-1].jumps) == 1


def test_setting_the_clock_right_and_comparing_it_ends_the_flag(
    evidence: EvidenceService, inspections: InspectionService, here: InspectionId, clock: FakeClock
) -> None:
    inspections.open_visit(here, reference=clock.now(), reference_source="手机")
    clock.jump_wall(-3600)
    inspections.watch_clock(here)
    clock.jump_wall(3600)
    clock.advance(1)
    inspections.compare_clock(here, clock.now(), "手机")
    clock.advance(15)
    inspections.watch_clock(here)
    [after] = taken(evidence, here, source(width=85))
    assert not after.clock_jump
    assert [jump.seconds for jump in inspections.visits(here)[-1].jumps] == [-3600, 3600]


def test_descriptions_change_and_can_be_undone_while_bytes_stay(evidence, here):
    [one] = taken(evidence, here, source())
    evidence.describe(here, one.id, caption=" 3床无人 ", provided_by="护士站")
    changed = evidence.describe(here, one.id, caption="4床无人", evidence_type=EvidenceType.SITE_RECORD)
    assert (changed.caption, changed.provided_by) == ("4床无人", "护士站")
    undone = evidence.undo(here, one.id)
    assert (undone.caption, undone.evidence_type) == ("3床无人", EvidenceType.AUDIOVISUAL)
    assert (undone.sha256, undone.number) == (one.sha256, one.number)


def test_nothing_is_journalled_for_a_description_that_changes_nothing(evidence, here, desk):
    [one] = taken(evidence, here, source())
    lines = desk.inspection(here).journal.count()
    evidence.describe(here, one.id, caption="")
    assert desk.inspection(here).journal.count() == lines
    with pytest.raises(NotAllowed, match="nothing to undo"):
        evidence.undo(here, one.id)


def test_a_copy_is_certified_by_who_signed_it(evidence, here):
    [one] = taken(evidence, here, source())
    assert evidence.certify_copy(here, one.id, "李某（病案室）").certified_copy_by == "李某（病案室）"
    assert evidence.certify_copy(here, one.id, "").certified_copy_by == ""


def test_evidence_is_bound_to_what_it_proves_once(evidence, here):
    first, second = taken(evidence, here, source(width=90), source(width=91))
    assert len(evidence.cite(here, [first.id, second.id, first.id], FINDING)) == 2
    assert evidence.cite(here, [first.id], FINDING) == []
    cited = evidence.gallery(here).cited[first.id]
    assert [c.target for c in cited] == [FINDING]
    evidence.uncite(here, cited[0].id)
    assert [known.number for known in evidence.evidence_for(here, FINDING)] == ["A-2"]
    with pytest.raises(UnusableInput, match="no longer there"):
        evidence.cite(here, ["0" * 32], FINDING)


def test_the_gallery_follows_every_change_and_reads_only_what_changed(evidence, here, desk, monkeypatch):
    first, second = taken(evidence, here, source(width=90), source(width=91))
    evidence.gallery(here)
    store = desk.inspection(here)
    monkeypatch.setattr(store, "all", lambda _kind: pytest.fail("everything was read again"))
    evidence.describe(here, first.id, caption="3床")
    with store.intention("bound by another service", desk.author) as unit:
        unit.put(Citation(id="c" * 32, evidence=first.id, target=BED, cited_at=EVENING, cited_by=LIN))
    shown = evidence.gallery(here)
    assert [(one.number, one.caption) for one in shown.evidence] == [("A-1", "3床"), ("A-2", "")]
    assert [c.target for c in shown.cited[first.id]] == [BED]
    evidence.uncite(here, "c" * 32)
    assert evidence.gallery(here).cited == {}
    assert second in evidence.gallery(here).evidence


def test_a_recording_is_registered_by_its_hash_and_stays_outside(evidence, here, tmp_path):
    path = tmp_path / "REC_0007.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\x00\x00" * 8000 * 3)
    progress = CountingProgress()
    recording = measure_recording(path, progress)
    assert progress.reports[-1] == (path.stat().st_size, path.stat().st_size)
    with pytest.raises(UnusableInput, match="where its medium is kept"):
        evidence.register_recording(here, recording, recorder_number="R-07", storage_place=" ")
    one = evidence.register_recording(
        here, recording, recorder_number="R-07", storage_place="证据柜 2-3", target=BED
    ).evidence
    assert one.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (one.length_seconds, one.media_type, one.stored) == (3.0, "audio/wav", False)
    with pytest.raises(NotAllowed, match="证据柜 2-3"):
        evidence.original(here, one.id)
    again = evidence.register_recording(here, recording, recorder_number="R-07", storage_place="x")
    assert again.is_duplicate


def test_the_length_of_an_mp4_is_read_from_its_header(tmp_path):
    def box(kind: bytes, body: bytes) -> bytes:
        return (8 + len(body)).to_bytes(4, "big") + kind + body

    movie = box(b"mvhd", bytes(12) + (1000).to_bytes(4, "big") + (90500).to_bytes(4, "big") + bytes(80))
    path = tmp_path / "执法记录.mp4"
    path.write_bytes(box(b"ftyp", b"isom" + bytes(8)) + box(b"mdat", bytes(5000)) + box(b"moov", movie))
    assert measure_recording(path).length_seconds == 90.5
    path.write_bytes(box(b"ftyp", b"isom" + bytes(8)) + b"\x00\x00\x00\x02moov")
    assert measure_recording(path).length_seconds is None


def test_thumbnails_are_kept_beside_and_can_be_missing(evidence, here):
    [one] = taken(evidence, here, source(width=1200, height=900))
    assert evidence.thumbnails(here, [one.sha256]) == {one.sha256: None}
    small = draw_thumbnail(evidence.original(here, one.id))
    evidence.keep_thumbnail(here, one.sha256, small)
    assert evidence.thumbnails(here, [one.sha256]) == {one.sha256: small}


def test_an_exported_original_is_the_same_file_and_the_export_is_journalled(evidence, here, desk, tmp_path):
    [one] = taken(evidence, here, source())
    path = evidence.export_original(here, one.id, tmp_path)
    assert path.name == "A-1_IMG_1.jpg"
    assert path.read_bytes() == evidence.original(here, one.id)
    assert desk.inspection(here).journal.latest().what == "original exported"
    with pytest.raises(UnusableInput, match="exists"):
        evidence.export_original(here, one.id, tmp_path)
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_bytes_that_no_longer_match_their_hash_are_told(evidence, here, desk, monkeypatch):
    [one] = taken(evidence, here, source())
    store = desk.inspection(here)
    monkeypatch.setattr(store.blobs, "stream", lambda _sha: iter([b"something else"]))
    with pytest.raises(DamagedFile, match="no longer match"):
        evidence.original(here, one.id)
    monkeypatch.setattr(store.blobs, "has", lambda _sha: False)
    with pytest.raises(DamagedFile, match="not in this file"):
        evidence.original(here, one.id)


@pytest.mark.parametrize(
    ("foreign", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a.jpg", "a.jpg"),
        ("a\u202egpj.exe", "agpj.exe"),
        ('x<y>:"|?*.jpg', "xy.jpg"),
        ("照" * 300 + ".jpg", "照" * 116 + ".jpg"),
    ],
)
def test_foreign_names_are_harmless(foreign, kept):
    assert clean_name(foreign) == kept
