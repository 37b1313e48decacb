"""The field to sign in: mouse, finger and pen draw, one step back, Escape keeps nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import DocumentId, Sha256
from inspector_app.domain.ink import MOST_STROKES, DrawnSignature, refuse_unfit
from inspector_app.services.drawn_signatures import SigningLine, ToSign
from inspector_app.ui.widgets import ink_canvas
from inspector_app.ui.widgets.signature_pad import SignaturePad, Signed
from tests.builders import LIN, drawn_ink
from tests.fakes import FakeClock

LEFT = Qt.MouseButton.LeftButton


def to_sign(*lines: SigningLine) -> ToSign:
    return ToSign(
        document=DocumentId("d"), type=DocumentType.DELIVERY, title="送达回证", number="青医保送〔2026〕1号",
        institution="青禾县仁安医院", pages=2, over=Sha256("0" * 64), present=("林知远", "周叙白"),
        lines=lines or (
            SigningLine(place="party", line="受送达人签名或者盖章：", name="苏映秋", post="医务科"),
            SigningLine(place="inspector-1", line="送达人签名：", name="林知远", is_fixed=True),
        ),
    )  # fmt: skip


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(700, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_paper(to_sign())
    return made


def draw(widget: QWidget, start: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
    """Draw one line with the mouse."""
    QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*start))
    for step in range(1, steps + 1):
        x = start[0] + (end[0] - start[0]) * step // steps
        y = start[1] + (end[1] - start[1]) * step // steps
        QTest.mouseMove(widget, QPoint(x, y))
    QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*end))


def test_it_says_what_is_signed_by_whom_and_before_whom(pad: SignaturePad) -> None:
    assert pad.what.text() == "送达回证　青医保送〔2026〕1号"
    assert "青禾县仁安医院" in pad.about.text()
    assert "2" in pad.about.text()
    assert (pad.name.text(), pad.post.text()) == ("苏映秋", "医务科")
    assert "林知远、周叙白" in pad.before.text()
    assert "no electronic signature" in pad.before.text()
    for part in (pad.line, pad.name, pad.post, pad.canvas):
        assert part.accessibleName()


def test_strokes_of_the_mouse_become_a_signature(qtbot: QtBot, pad: SignaturePad) -> None:
    assert not pad.finish.isEnabled()
    draw(pad.canvas, (60, 60), (260, 120))
    draw(pad.canvas, (300, 50), (320, 140))
    assert pad.finish.isEnabled()
    with qtbot.waitSignal(pad.signed) as caught:
        qtbot.mouseClick(pad.finish, LEFT)
    assert caught.args is not None
    (signed,) = caught.args
    assert isinstance(signed, Signed)
    assert (signed.place, signed.name, signed.post) == ("party", "苏映秋", "医务科")
    assert len(signed.ink.strokes) == 2
    refuse_unfit(signed.ink)
    assert not pad.finish.isEnabled()  # it is given once
    pad.refuse("not kept")
    assert pad.finish.isEnabled()
    assert pad.fault.text() == "not kept"
    left, top, right, bottom = signed.ink.extent
    assert (right - left) > 2 * (bottom - top)


def test_the_last_stroke_is_taken_back_and_the_field_is_cleared(pad: SignaturePad) -> None:
    draw(pad.canvas, (60, 60), (260, 120))
    draw(pad.canvas, (300, 50), (320, 140))
    QTest.keyClick(pad.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.canvas.ink.strokes) == 1
    QTest.keyClick(pad.canvas, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert pad.canvas.ink.strokes == ()
    assert not pad.undo.isEnabled()


@pytest.mark.parametrize("field", ["canvas", "name", "line"])
def test_escape_keeps_nothing_wherever_the_keyboard_is(qtbot: QtBot, pad: SignaturePad, field: str) -> None:
    draw(pad.canvas, (60, 60), (260, 120))
    with qtbot.waitSignal(pad.signed) as caught:
        QTest.keyClick(getattr(pad, field), Qt.Key.Key_Escape)
    assert caught.args == [None]
    assert pad.canvas.ink.strokes == ()


def test_it_is_finished_with_the_keyboard_but_never_without_a_name(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(pad.canvas, (60, 60), (260, 120))
    pad.name.clear()
    with qtbot.assertNotEmitted(pad.signed):
        QTest.keyClick(pad.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pad.fault.isVisible()
    assert pad.name.hasFocus()
    QTest.keyClicks(pad.name, "An")
    with qtbot.waitSignal(pad.signed):
        QTest.keyClick(pad.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_another_line_begins_with_an_empty_field_and_its_own_name(pad: SignaturePad) -> None:
    draw(pad.canvas, (60, 60), (260, 120))
    pad.line.setCurrentIndex(1)
    assert pad.canvas.ink.strokes == ()
    assert pad.name.text() == "林知远"
    assert pad.name.isReadOnly()
    assert "周叙白" in pad.before.text()
    assert "林知远" not in pad.before.text()


def test_a_signed_line_asks_why_it_is_struck_out(qtbot: QtBot, pad: SignaturePad, clock: FakeClock) -> None:
    from inspector_app.domain.ids import InkId

    drawn = DrawnSignature(
        id=InkId("i"), document=DocumentId("d"), over=Sha256("0" * 64), place="party", line="受送达人签名：",
        name="苏映秋", taken_at=clock.now(), taken_by=LIN, ink=drawn_ink(),
    )  # fmt: skip
    pad.show_paper(to_sign(SigningLine(place="party", line="受送达人签名：", name="苏映秋", drawn=(drawn,))))
    assert pad.why.isVisible()
    draw(pad.canvas, (60, 60), (260, 120))
    with qtbot.assertNotEmitted(pad.signed):
        pad.give()
    assert pad.reason.hasFocus()
    QTest.keyClicks(pad.reason, "wrong sign")
    with qtbot.waitSignal(pad.signed) as caught:
        pad.give()
    assert caught.args is not None
    assert caught.args[0].strike_reason == "wrong sign"
    pad.show_paper(
        to_sign(SigningLine(place="party", line="受送达人签名：", name="苏映秋", drawn=(drawn, drawn)))
    )
    assert not pad.canvas.isEnabled()


def test_a_finger_draws_as_the_mouse_does(pad: SignaturePad) -> None:
    device = QTest.createTouchDevice()
    canvas = pad.canvas
    QTest.touchEvent(canvas, device).press(1, QPoint(50, 50), canvas).commit()
    for step in range(1, 8):
        QTest.touchEvent(canvas, device).move(1, QPoint(50 + 25 * step, 50 + 5 * step), canvas).commit()
    QTest.touchEvent(canvas, device).release(1, QPoint(225, 85), canvas).commit()
    (stroke,) = canvas.ink.strokes
    assert len(stroke.points) >= 7
    assert not canvas.is_empty


def pen(canvas: QWidget, kind: QEvent.Type, x: int, y: int, pressure: float) -> None:
    device = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 1,
    )  # fmt: skip
    at = QPointF(x, y)
    event = QTabletEvent(
        kind, device, at, canvas.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
        LEFT, LEFT,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_a_pen_tells_how_hard_it_presses(pad: SignaturePad) -> None:
    pen(pad.canvas, QEvent.Type.TabletPress, 50, 50, 0.1)
    pen(pad.canvas, QEvent.Type.TabletMove, 90, 60, 0.5)
    pen(pad.canvas, QEvent.Type.TabletMove, 130, 70, 1.0)
    pen(pad.canvas, QEvent.Type.TabletRelease, 130, 70, 0.0)
    (stroke,) = pad.canvas.ink.strokes
    assert [point.pressure for point in stroke.points] == [100, 500, 1000]


def test_what_leaves_the_field_stays_at_its_edge(pad: SignaturePad) -> None:
    draw(pad.canvas, (60, 60), (5000, -300))
    refuse_unfit(pad.canvas.ink)


def test_an_endless_scribble_is_not_taken_any_more(
    pad: SignaturePad, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ink_canvas, "MOST_POINTS", 30)
    for row in range(12):
        draw(pad.canvas, (60, 20 + row * 5), (260, 20 + row * 5))
    assert sum(len(stroke.points) for stroke in pad.canvas.ink.strokes) == 30
    assert pad.fault.isVisible()
    assert len(pad.canvas.ink.strokes) <= MOST_STROKES
    pad.canvas.clear()
    draw(pad.canvas, (60, 60), (260, 120))
    assert pad.finish.isEnabled()
