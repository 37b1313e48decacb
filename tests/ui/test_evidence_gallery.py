"""The gallery as hands and eyes use it: picking by keys, captions in two lines, letters, honest reports."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.wording import sentence
from inspector_app.services.intake import Source
from inspector_app.services.labels import Groups
from inspector_app.ui.camera import NoCamera
from inspector_app.ui.pages import evidence_taking
from inspector_app.ui.widgets.evidence_cell import in_lines
from inspector_app.ui.widgets.group_choice import GroupChoice
from inspector_app.ui.worker import Worker
from tests import pictures
from tests.ui.test_evidence_page import Screen


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    return Screen(qtbot, worker, do)


def some(screen: Screen, count: int) -> None:
    screen.take_in(
        *(
            Source(name=f"{number}.jpg", way=IntakeWay.FILE, data=pictures.photograph(width=60 + number))
            for number in range(count)
        )
    )


def picked(screen: Screen) -> set[str]:
    return {evidence.number for evidence in screen.page._selected()}


def test_space_picks_several_and_escape_lets_go(screen: Screen) -> None:
    some(screen, 4)
    grid = screen.page.grid
    grid.setFocus()
    grid.setCurrentIndex(screen.page.model.index(0))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        screen.key(key)
    assert picked(screen) == {"A-4", "A-2"}
    screen.key(Qt.Key.Key_Space)
    assert picked(screen) == {"A-4"}
    screen.key(Qt.Key.Key_Escape)
    assert picked(screen) == {"A-2"}
    screen.key(Qt.Key.Key_Left)
    assert picked(screen) == {"A-3"}


def test_the_first_piece_is_selected_so_that_the_panel_has_something_to_say(screen: Screen) -> None:
    some(screen, 2)
    assert picked(screen) == {"A-2"}
    assert screen.page.details.shown is not None


def test_delete_never_deletes_evidence(screen: Screen) -> None:
    some(screen, 2)
    screen.page.grid.setFocus()
    screen.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    screen.key(Qt.Key.Key_Delete)
    assert screen.page.model.total == 2


def test_cells_share_the_width_and_grow_a_little(screen: Screen) -> None:
    some(screen, 3)
    for width in (500, 760, 1000, 1600):
        screen.page.resize(width, 700)
        screen.settle()
        room = screen.page.grid.viewport().width()
        cell = screen.page.grid.cell.size
        assert cell.width() >= QSize(232, 0).width()
        assert room - (room // cell.width()) * cell.width() < cell.width() // 2


@pytest.mark.parametrize(
    ("text", "lines"), [("内一科3床", 1), ("内一科3床，无人，被褥整齐，床头无姓名卡" * 5, 2)]
)
def test_a_caption_takes_two_lines_at_most_and_says_that_more_follows(
    qapp: Any, text: str, lines: int
) -> None:
    font = QFont()
    font.setPixelSize(13)
    found = in_lines(text, font, 220)
    assert len(found) == lines
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 224 for line in found)
    assert ("".join(found) == text) is (lines == 1)
    assert found[-1].endswith("…") is (lines == 2)


def test_the_group_letter_is_chosen_on_the_page_and_stays(screen: Screen) -> None:
    some(screen, 1)
    group = screen.page.group
    assert group.currentText() == "Group A"
    group.setCurrentIndex(1)
    group.activated.emit(1)
    screen.settle()
    some(screen, 3)
    numbers = {evidence.number for evidence in screen.do(lambda a: a.evidence.gallery(screen.here)).evidence}
    assert numbers == {"A-1", "B-1", "B-2"}  # the first file was here already


def test_the_chosen_letter_survives_until_the_next_start(screen: Screen) -> None:
    screen.do(lambda a: a.evidence.choose_group(screen.here, "C"))
    screen.do(lambda a: a.evidence._numbers.clear())  # as after a start: nothing is held in memory
    assert screen.do(lambda a: a.evidence.groups(screen.here)).letter == "C"
    with pytest.raises(UnusableInput):
        screen.do(lambda a: a.evidence.choose_group(screen.here, "AB"))


def test_without_a_camera_files_are_offered_at_once(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.jpg"
    path.write_bytes(pictures.photograph())
    monkeypatch.setattr(evidence_taking, "ask_files", lambda *_: [path])
    screen.page._cameras = lambda parent: [NoCamera(sentence("No camera was found."), parent)]
    screen.key(Qt.Key.Key_P)
    camera = screen.page.camera
    assert camera.said.isVisible()
    assert not camera.live.isVisible()
    assert not camera.shutter.isVisible()
    screen.qtbot.mouseClick(camera.files, Qt.MouseButton.LeftButton)
    screen.settle()
    assert screen.page.model.total == 1


def test_of_a_test_source_the_page_says_what_it_is(screen: Screen) -> None:
    screen.key(Qt.Key.Key_P)
    assert "test picture" in screen.page.camera.said.text()
    assert not screen.page.camera.files.isVisible()


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_of_six_files_three_are_bad_and_each_is_told(screen: Screen, tmp_path: Path) -> None:
    card = tmp_path / "card"
    card.mkdir()
    for number in range(3):
        (card / f"{number}.jpg").write_bytes(pictures.photograph(width=50 + number))
    (card / "cut.jpg").write_bytes(pictures.photograph()[:300])
    (card / "program.jpg").write_bytes(b"MZ\x90\x00 not a picture")
    (card / "bomb.png").write_bytes(bomb(20_000, 10_000))
    screen.drop(sorted(card.iterdir()))
    said = screen.page.banner.text.text()
    assert screen.page.model.total == 3
    assert said.splitlines()[0] == "3 of 6 taken in."
    assert {"cut.jpg", "program.jpg", "bomb.png"} <= set(said.replace(":", " ").split())


def test_a_cancelled_recording_is_no_alarm_and_may_be_tried_again(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "recorder.mp4"
    with path.open("wb") as file:
        file.write(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")
        file.truncate(300_000_000)
    screen.drop([path])
    page = screen.page
    page.form.place.setText("证据柜2-14")
    page.recordings.moved.connect(page.strip.cancelWanted)  # a person stops it as soon as it moves
    page.form._enter()
    screen.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.property("kind") == "info"
    assert page.stack.currentWidget() is page.form
    assert page.model.total == 0
    page.recordings.moved.disconnect(page.strip.cancelWanted)
    page.form._enter()
    screen.qtbot.waitUntil(lambda: page.model.total == 1)
    assert not page.banner.isVisible()
    [one] = screen.do(lambda a: a.evidence.gallery(screen.here)).evidence
    assert (one.size, one.storage_place, one.stored) == (300_000_000, "证据柜2-14", False)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a kilobyte that says it has two hundred million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_another_laptops_letter_cannot_be_chosen(qtbot: QtBot) -> None:
    choice = GroupChoice()
    qtbot.addWidget(choice)
    choice.show_groups(Groups(letter="B", foreign=frozenset("A")))
    assert choice.currentText() == "Group B"
    assert not choice.model().item(0).isEnabled()
    assert choice.model().item(2).isEnabled()
