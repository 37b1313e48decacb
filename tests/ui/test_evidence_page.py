"""The evidence page, driven as a person drives it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from inspector_app.domain.evidence import Citation, Evidence, IntakeWay, Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.intake import Source
from inspector_app.ui.camera import NoCamera, TestSource
from inspector_app.ui.models.evidence import EVIDENCE, EvidenceModel, Filter
from inspector_app.ui.pages import evidence_taking
from inspector_app.ui.pages.evidence import EvidencePage
from inspector_app.ui.widgets.recording_form import seconds_of
from inspector_app.ui.worker import Worker
from tests import builders, pictures

BED = Target(kind=TargetKind.BED_CHECK, id="b" * 32, label="内一科 3床")


class Screen:
    """The page with an inspection, and what a person does there."""

    def __init__(self, qtbot: QtBot, worker: Worker, do: Any) -> None:
        self.qtbot, self.worker, self.do = qtbot, worker, do
        self.here: InspectionId = do(
            lambda a: (
                a.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team()).id
            )
        )
        self.page = EvidencePage(worker, cameras=lambda parent: [TestSource(QSize(320, 180), parent)])
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.open(self.here)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is running, twice: what is shown may ask for pictures."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: self.worker.idle and self.page.queue.is_idle)
            QGuiApplication.processEvents()

    def take_in(self, *sources: Source, **about: Any) -> list[Evidence]:
        results = self.do(lambda a: a.evidence.take_in(self.here, sources, **about))
        self.settle()
        return [result.evidence for result in results]

    def drop(self, paths: list[Path]) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        assert self.page.acceptDrops()
        self.page.dropEvent(event)
        assert event.dropAction() is Qt.DropAction.CopyAction
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QGuiApplication.focusObject() or self.page
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def shown(self) -> list[str]:
        model = self.page.model
        return [model.data(model.index(row)) for row in range(model.rowCount())]

    def choose(self, *rows: int) -> None:
        self.page.grid.setCurrentIndex(self.page.model.index(rows[0]))
        self.page._select_rows([self.page.model.evidence(row).id for row in rows])


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    return Screen(qtbot, worker, do)


def photo(name: str, width: int) -> Source:
    return Source(name=name, way=IntakeWay.FILE, data=pictures.photograph(width=width))


def test_an_empty_page_offers_the_first_step(screen: Screen):
    assert screen.page.stack.currentWidget() is screen.page.empty
    assert "photograph" in screen.page.empty.text.text()


def test_many_dropped_files_come_in_and_the_bad_ones_are_told(screen: Screen, tmp_path: Path):
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(12):
        (folder / f"IMG_{number:02}.jpg").write_bytes(pictures.photograph(width=40 + number))
    (folder / "cut.jpg").write_bytes(pictures.photograph()[:300])
    (folder / "fake.jpg").write_bytes(b"MZ\x90\x00 not a picture")
    screen.drop([folder])
    assert screen.page.model.total == 12
    said = screen.page.banner.text.text()
    assert "12 of 14 taken in" in said
    assert "cut.jpg" in said
    assert "fake.jpg" in said
    assert not screen.page.strip.isVisible()
    assert screen.page.stack.currentWidget() is screen.page.grid


def test_the_same_file_again_is_told_and_not_stored(screen: Screen, tmp_path: Path):
    path = tmp_path / "one.jpg"
    path.write_bytes(pictures.photograph())
    screen.drop([path])
    screen.drop([path])
    assert screen.page.model.total == 1
    assert "A-1" in screen.page.banner.text.text()


def test_space_in_the_camera_keeps_a_still_bound_to_the_target(screen: Screen):
    screen.page.take_for(BED)
    assert "内一科 3床" in screen.page.camera.target.text()
    screen.key(Qt.Key.Key_Space)
    screen.key(Qt.Key.Key_Escape)
    [one] = screen.do(lambda a: a.evidence.evidence_for(screen.here, BED))
    assert (one.way, one.is_original, one.not_original_reason) == (IntakeWay.CAMERA, False, "drawn")
    assert screen.shown() == [f"A-1  {one.original_name}"]
    assert screen.page.camera._source is None  # the camera's lamp is out


def test_leaving_the_camera_leads_back_to_the_bed_it_was_opened_for(screen: Screen):
    screen.page.take_for(BED)
    with screen.qtbot.waitSignal(screen.page.goTo) as gone:
        screen.key(Qt.Key.Key_Escape)
    assert gone.args == [f"wards/{BED.id}", ""]
    screen.key(Qt.Key.Key_P)
    with screen.qtbot.assertNotEmitted(screen.page.goTo):
        screen.key(Qt.Key.Key_Escape)


def test_without_a_camera_the_page_says_so_and_files_still_come_in(
    qtbot: QtBot, screen: Screen, tmp_path: Path
):
    screen.page._cameras = lambda parent: [NoCamera(sentence("No camera was found."), parent)]
    screen.key(Qt.Key.Key_P)
    assert "No camera was found" in screen.page.camera.said.text()
    assert not screen.page.camera.shutter.isEnabled()
    screen.key(Qt.Key.Key_Escape)
    path = tmp_path / "one.jpg"
    path.write_bytes(pictures.photograph())
    screen.drop([path])
    assert screen.page.model.total == 1


def test_pixels_and_files_are_pasted(screen: Screen, tmp_path: Path):
    clipboard = QGuiApplication.clipboard()
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    clipboard.setImage(image)
    screen.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    screen.settle()
    path = tmp_path / "copied.jpg"
    path.write_bytes(pictures.photograph())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    clipboard.setMimeData(data)
    screen.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first, second = screen.do(lambda a: a.evidence.gallery(screen.here)).evidence
    assert (first.media_type, first.not_original_reason) == ("image/png", "clipboard")
    assert (second.original_name, second.is_original) == ("copied.jpg", True)


def test_an_empty_clipboard_is_told(screen: Screen):
    QGuiApplication.clipboard().clear()
    screen.page.paste_action.trigger()
    assert "clipboard" in screen.page.banner.text.text()


def test_a_caption_is_written_in_place_and_taken_back(screen: Screen):
    screen.take_in(photo("a.jpg", 40))
    screen.choose(0)
    screen.page.grid.setFocus()
    screen.key(Qt.Key.Key_F2)
    screen.qtbot.keyClicks(QGuiApplication.focusObject(), "bed 3 empty")
    screen.key(Qt.Key.Key_Return)
    assert screen.shown() == ["A-1  bed 3 empty"]
    screen.page.grid.setFocus()
    screen.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.shown() == ["A-1  a.jpg"]


def test_search_and_filter_narrow_the_gallery(screen: Screen):
    screen.take_in(photo("ward.jpg", 40), photo("stock.jpg", 41))
    screen.take_in(
        Source(name="mmexport1.jpg", way=IntakeWay.FILE, data=pictures.encoded("JPEG")), target=BED
    )
    page = screen.page
    page.search.setText("ward")
    assert screen.shown() == ["A-1  ward.jpg"]
    page.search.setText("内一科")
    assert screen.shown() == ["A-3  mmexport1.jpg"]
    page.search.setText("nothing like this")
    assert page.stack.currentWidget() is page.nothing
    page.search.clear()
    for part, expected in ((Filter.NOT_CITED, 2), (Filter.NOT_ORIGINAL, 1), (Filter.RECORDINGS, 0)):
        page.part.setCurrentIndex(page.part.findData(part))
        page.part.activated.emit(page.part.currentIndex())
        assert page.model.rowCount() == expected


def test_selected_pieces_are_bound_to_the_target(screen: Screen):
    screen.take_in(photo("a.jpg", 40), photo("b.jpg", 41), photo("c.jpg", 42))
    screen.page.take_for(BED)
    screen.key(Qt.Key.Key_Escape)
    screen.choose(0, 2)
    screen.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    bound = screen.do(lambda a: a.evidence.evidence_for(screen.here, BED))
    assert [one.number for one in bound] == ["A-1", "A-3"]


def test_the_panel_says_what_is_known_and_what_is_not_original(screen: Screen):
    [one] = screen.take_in(
        Source(name="mmexport1.jpg", way=IntakeWay.DROP, data=pictures.encoded("JPEG")), target=BED
    )
    screen.page.grid.clearSelection()
    with screen.qtbot.waitSignal(screen.page.contextChanged) as offered:
        screen.choose(0)
    details = offered.args[0]
    assert "chat program" in details.not_original.text()
    assert details.shown == one
    with screen.qtbot.waitSignal(screen.page.goTo) as followed:
        details.targetWanted.emit(BED)
    assert followed.args == [f"wards/{BED.id}", ""]
    details.certified.emit(one.id, "李某")
    screen.settle()
    assert screen.do(lambda a: a.evidence.evidence(screen.here, one.id)).certified_copy_by == "李某"
    [citation] = screen.do(lambda a: a.evidence.gallery(screen.here)).cited[one.id]
    details.unciteWanted.emit(citation.id)
    screen.settle()
    assert screen.do(lambda a: a.desk.inspection(screen.here).count(Citation)) == 0


def test_the_viewer_shows_a_picture_upright_and_steps_with_arrows(screen: Screen):
    turned = Source(name="b.jpg", way=IntakeWay.FILE, data=pictures.photograph(width=400, orientation=6))
    screen.take_in(photo("a.jpg", 300), turned)
    screen.choose(0)
    screen.page.grid.setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.page.stack.currentWidget() is screen.page.viewer
    picture = screen.page.viewer.picture
    screen.qtbot.waitUntil(lambda: picture.sceneRect().height() == 400)
    screen.key(Qt.Key.Key_Right)
    screen.qtbot.waitUntil(lambda: picture.sceneRect().width() == 300)
    screen.key(Qt.Key.Key_R)
    assert picture.turned == 90
    zoom = picture.zoom
    screen.key(Qt.Key.Key_Plus)
    assert picture.zoom > zoom
    screen.key(Qt.Key.Key_Escape)
    assert screen.page.stack.currentWidget() is screen.page.grid


def test_a_pdf_is_drawn_and_a_broken_one_is_told(screen: Screen):
    broken = b"%PDF-1.4\nnonsense\n%%EOF\n"
    screen.take_in(
        Source(name="broken.pdf", way=IntakeWay.FILE, data=broken),
        Source(name="scan.pdf", way=IntakeWay.SCAN, data=pictures.PDF),
    )
    screen.choose(0)
    screen.page.view_action.trigger()
    picture = screen.page.viewer.picture
    screen.qtbot.waitUntil(lambda: picture.sceneRect().width() > 1000)
    screen.page.viewer.stepWanted.emit(1)
    screen.qtbot.waitUntil(lambda: "cannot be shown" in screen.page.viewer.said.text())


def test_small_pictures_are_drawn_once_and_kept(screen: Screen):
    [one] = screen.take_in(photo("a.jpg", 900))
    model = screen.page.model
    screen.qtbot.waitUntil(lambda: model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is not None)
    screen.settle()
    kept = screen.do(lambda a: a.evidence.thumbnails(screen.here, [one.sha256]))
    assert kept[one.sha256].startswith(b"\xff\xd8")


def test_a_picture_damaged_inside_is_kept_and_shown_as_a_sign(screen: Screen):
    data = bytearray(pictures.encoded("TIFF", pictures.scene(200, 160), compression="tiff_adobe_deflate"))
    at = data.index(b"\x78\x9c") + 2  # where the compressed pixels begin
    data[at : at + 40] = bytes(40)
    [one] = screen.take_in(Source(name="a.tif", way=IntakeWay.FILE, data=bytes(data)))
    screen.qtbot.waitUntil(
        lambda: screen.do(lambda a: a.evidence.thumbnails(screen.here, [one.sha256]))[one.sha256] == b""
    )
    assert screen.do(lambda a: a.evidence.original(screen.here, one.id)) == bytes(data)


def test_a_recording_is_asked_about_and_registered_without_its_bytes(screen: Screen, tmp_path: Path):
    path = tmp_path / "执法记录.mp4"
    path.write_bytes(b"\x00\x00\x00\x10ftypisom" + bytes(3_000_000))
    screen.page.take_for(BED)
    screen.drop([path])
    page = screen.page
    assert page.stack.currentWidget() is page.form
    page.form.recorder.setText("R-07")
    page.form.length.setText("1:30")
    screen.key(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.form  # the place is missing
    page.form.place.setText("证据柜 2")
    screen.qtbot.keyClick(page.form.place, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: page.model.total == 1)
    [one] = screen.do(lambda a: a.evidence.evidence_for(screen.here, BED))
    assert (one.stored, one.size, one.length_seconds) == (False, 3_000_012, 90.0)
    assert (one.storage_place, one.recorder_number) == ("证据柜 2", "R-07")
    assert page.stack.currentWidget() is page.grid


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("1:30", 90), ("1：30", 90), ("1:02:03", 3723), ("x", None), ("", None)]
)
def test_lengths_are_read_as_people_write_them(text, seconds):
    assert seconds_of(text) == seconds


def test_originals_are_written_to_a_folder(screen: Screen, tmp_path: Path, monkeypatch):
    screen.take_in(photo("a.jpg", 40))
    screen.choose(0)
    monkeypatch.setattr("inspector_app.ui.pages.evidence_editing.ask_folder", lambda *_: tmp_path)
    screen.page.export_action.trigger()
    screen.settle()
    assert (tmp_path / "A-1_a.jpg").read_bytes() == pictures.photograph(width=40)
    assert "not encrypted" in screen.page.banner.text.text()


def test_files_are_chosen_in_a_dialog(screen: Screen, tmp_path: Path, monkeypatch):
    path = tmp_path / "one.jpg"
    path.write_bytes(pictures.photograph())
    monkeypatch.setattr(evidence_taking, "ask_files", lambda *_: [path])
    screen.page.files_action.trigger()
    screen.settle()
    assert screen.page.model.total == 1


def test_a_link_selects_its_piece(screen: Screen):
    first, _second = screen.take_in(photo("a.jpg", 40), photo("b.jpg", 41))
    screen.page.select(first.id)
    assert screen.page.grid.currentIndex().data(EVIDENCE).id == first.id


def test_the_model_keeps_its_promises(screen: Screen, qtmodeltester):
    screen.take_in(*(photo(f"{n}.jpg", 40 + n) for n in range(5)))
    qtmodeltester.check(screen.page.model)


def test_what_comes_on_top_leaves_the_selection_alone(screen: Screen):
    first, _second = screen.take_in(photo("a.jpg", 40), photo("b.jpg", 41))
    screen.page.select(first.id)
    resets: list[int] = []
    screen.page.model.modelReset.connect(lambda: resets.append(1))
    screen.take_in(photo("c.jpg", 42))
    assert screen.shown() == ["A-3  c.jpg", "A-2  b.jpg", "A-1  a.jpg"]
    assert screen.page.grid.currentIndex().data(EVIDENCE).id == first.id
    assert resets == []


def test_ten_thousand_pieces_are_rows_at_once(qtbot: QtBot, qtmodeltester):
    from inspector_app.services.evidence import Gallery

    one = Evidence(
        **{
            "id": "e",
            "group": "A",
            "running_number": 1,
            "device": "d",
            "sha256": "",
            "size": 1,
            "media_type": "image/jpeg",
            "evidence_type": "audiovisual",
            "way": IntakeWay.FILE,
            "taken_in_at": builders.EVENING,
            "taken_in_by": "p",
        }
    )
    from dataclasses import replace

    many = [replace(one, id=f"{n:032x}", sha256=f"{n:064x}", running_number=n) for n in range(10_000)]
    model = EvidenceModel()
    asked: list[Evidence] = []
    model.picturesWanted.connect(asked.extend)
    model.show_gallery(Gallery(evidence=many))
    assert model.rowCount() == 10_000
    assert model.evidence(0).running_number == 9_999
    model.data(model.index(7), Qt.ItemDataRole.DecorationRole)
    qtbot.waitUntil(lambda: [known.running_number for known in asked] == [9_992])
