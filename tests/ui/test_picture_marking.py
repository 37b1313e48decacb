"""The mark-up mode, driven by mouse and keys, and what the gallery and the viewer then show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.domain.markup import Shape, Tool
from inspector_app.domain.wording import sentence
from inspector_app.services.intake import Source
from inspector_app.ui.models.evidence import IS_MARKED
from inspector_app.ui.pages import evidence_editing
from inspector_app.ui.widgets.markup_canvas import MarkupCanvas
from inspector_app.ui.worker import Worker
from tests import pictures
from tests.ui.test_evidence_page import Screen

Key, Held = Qt.Key, Qt.KeyboardModifier


class Marking(Screen):
    """The page with one turned photograph, and its mark-up mode."""

    piece: Evidence

    def begin(self) -> None:
        data = pictures.photograph(width=400, height=300, orientation=6)
        [self.piece] = self.take_in(Source(name="a.jpg", way=IntakeWay.FILE, data=data))
        self.choose(0)
        self.page.grid.setFocus()
        self.key(Key.Key_Return)
        self.key(Key.Key_M)
        assert self.page.stack.currentWidget() is self.page.markup
        assert self.canvas.hasFocus()

    @property
    def canvas(self) -> MarkupCanvas:
        return self.page.markup.canvas

    def drag(self, *places: tuple[int, int]) -> None:
        first, last = (self.canvas.to_widget(*place).toPoint() for place in places)
        self.qtbot.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=first)
        self.qtbot.mouseMove(self.canvas, QPoint((first.x() + last.x()) // 2, last.y()))
        self.qtbot.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=last)
        self.settle()

    def kept(self) -> tuple[Shape, ...]:
        marks = self.do(lambda a: a.marked_copies.marks(self.here, self.piece.id))
        return tuple(shape.unsigned for shape in marks.shapes)


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Marking:
    screen = Marking(qtbot, worker, do)
    screen.begin()
    return screen


def test_a_dragged_mosaic_is_kept_in_upright_pixels_of_the_original(screen: Marking):
    screen.drag((210, 320), (30, 100))
    [shape] = screen.kept()
    assert shape.tool is Tool.MOSAIC
    for found, wanted in zip((shape.x, shape.y, shape.width, shape.height), (30, 100, 180, 220), strict=True):
        assert abs(found - wanted) <= 2


def test_the_keys_take_the_tools_and_an_arrow_keeps_its_direction(screen: Marking):
    screen.key(Key.Key_A)
    assert [tool for tool, button in screen.page.markup.tools.items() if button.isChecked()] == [Tool.ARROW]
    screen.drag((200, 300), (100, 100))
    screen.key(Key.Key_B)
    screen.drag((10, 10), (60, 90))
    arrow, box = screen.kept()
    assert (arrow.tool, box.tool) == (Tool.ARROW, Tool.BOX)
    assert arrow.width < -90
    assert arrow.height < -190


def test_a_mark_is_made_with_the_keys_alone(screen: Marking):
    screen.key(Key.Key_B)
    screen.key(Key.Key_Right)
    begun = screen.canvas.frame
    screen.key(Key.Key_Down)
    screen.key(Key.Key_Right, Held.ShiftModifier)
    moved = screen.canvas.frame
    assert (moved.x, moved.y - begun.y, moved.width - begun.width) == (begun.x, 10, 10)
    screen.key(Key.Key_Right, Held.ControlModifier)
    assert screen.canvas.frame.x == moved.x + 1
    assert screen.kept() == ()
    screen.key(Key.Key_Return)
    [box] = screen.kept()
    assert (box.tool, box.x, box.width) == (Tool.BOX, moved.x + 1, moved.width)


def test_the_frame_of_the_keys_never_leaves_the_picture(screen: Marking):
    for _ in range(60):
        screen.qtbot.keyClick(screen.canvas, Key.Key_Left)
        screen.qtbot.keyClick(screen.canvas, Key.Key_Down, Held.ShiftModifier)
    frame = screen.canvas.frame
    assert (frame.x, frame.y + frame.height) == (0, 400)


def test_a_text_is_written_where_it_was_clicked_and_esc_writes_none(screen: Marking):
    field = screen.page.markup.text
    screen.key(Key.Key_T)
    screen.drag((50, 80), (50, 80))
    assert field.hasFocus()
    screen.qtbot.keyClicks(field, "bed 3 m")
    screen.qtbot.keyClick(field, Key.Key_Return)
    screen.settle()
    [text] = screen.kept()
    assert (text.tool, text.text) == (Tool.TEXT, "bed 3 m")
    screen.drag((60, 200), (60, 200))
    screen.qtbot.keyClicks(field, "no")
    screen.qtbot.keyClick(field, Key.Key_Escape)
    assert screen.canvas.hasFocus()
    assert field.isHidden()
    assert len(screen.kept()) == 1


def test_undo_redo_and_remove_keep_what_they_show(screen: Marking):
    screen.drag((10, 10), (60, 60))
    screen.drag((100, 100), (160, 160))
    one, other = screen.kept()
    screen.key(Key.Key_Z, Held.ControlModifier)
    assert screen.kept() == (one,)
    screen.key(Key.Key_Y, Held.ControlModifier)
    assert screen.kept() == (one, other) == tuple(screen.canvas.shapes)
    screen.key(Key.Key_Delete)
    assert screen.kept() == (one,)
    screen.key(Key.Key_Z, Held.ControlModifier)
    assert screen.kept() == (one, other)
    assert not screen.page.markup.redo.isHidden()


def test_esc_lets_go_of_a_frame_then_shows_the_copy_and_o_the_original(screen: Marking):
    viewer = screen.page.viewer
    screen.drag((10, 10), (200, 200))
    screen.key(Key.Key_Right)
    screen.key(Key.Key_Escape)
    assert screen.page.stack.currentWidget() is screen.page.markup
    screen.key(Key.Key_Escape)
    assert screen.page.stack.currentWidget() is viewer
    assert viewer.which.text() == "Marked copy"
    seen = viewer.picture._item.pixmap().toImage()
    screen.key(Key.Key_O)
    assert viewer.which.text() == "Original"
    assert viewer.picture._item.pixmap().toImage() != seen
    screen.key(Key.Key_Escape)
    model = screen.page.model
    assert model.data(model.index(0), IS_MARKED) is True
    assert len(screen.kept()) == 1


def test_marks_of_before_are_there_again_and_can_be_taken_away(screen: Marking):
    screen.drag((10, 10), (200, 200))
    screen.key(Key.Key_Escape)
    screen.key(Key.Key_M)
    assert [shape.unsigned for shape in screen.canvas.shapes] == list(screen.kept())
    screen.key(Key.Key_Delete)
    screen.key(Key.Key_Escape)
    assert screen.kept() == ()
    assert screen.page.viewer.which.isHidden()


def test_a_refusal_is_told_and_the_saved_marks_come_back(screen: Marking, monkeypatch: pytest.MonkeyPatch):
    screen.drag((10, 10), (60, 60))
    saved = screen.kept()

    def refuse(*_: Any) -> None:
        raise NotAllowed(sentence("There is nothing to undo for this evidence."))

    service = screen.do(lambda a: a.marked_copies)
    monkeypatch.setattr(service, "mark", refuse)
    screen.drag((100, 100), (160, 160))
    assert tuple(shape.unsigned for shape in screen.canvas.shapes) == saved
    assert "nothing to undo" in screen.page.banner.text.text()


def test_a_pdf_offers_no_marking(screen: Marking):
    screen.key(Key.Key_Escape)
    screen.key(Key.Key_Escape)
    screen.take_in(Source(name="b.pdf", way=IntakeWay.FILE, data=pictures.PDF))
    screen.choose(0)
    screen.page.grid.setFocus()
    screen.key(Key.Key_Return)
    screen.key(Key.Key_M)
    assert screen.page.stack.currentWidget() is screen.page.viewer
    assert screen.page.viewer.mark.isHidden()


def test_copies_are_written_and_said_to_be_unencrypted(
    screen: Marking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(evidence_editing, "ask_folder", lambda *_: out)
    screen.drag((10, 10), (60, 60))
    screen.key(Key.Key_Escape)
    for key in (Key.Key_M, Key.Key_W):
        screen.key(key, Held.ControlModifier | Held.ShiftModifier)
    assert sorted(path.name for path in out.iterdir()) == ["A-1_marked_1.jpg", "A-1_watermarked_2.jpg"]
    assert "unencrypted" in screen.page.banner.text.text()
    assert "2" in screen.page.banner.text.text()
    assert QGuiApplication.focusObject() is not None
