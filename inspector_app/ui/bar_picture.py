"""Bars as a picture file: black on white whatever the window looks like, with title and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from inspector_app.ui import theme
from inspector_app.ui.widgets.painted import font_of
from inspector_app.ui.widgets.waterfall import Bar, draw_bars

_WIDE, _MARGIN, _ROW = 1600, 60, 56
_TITLE, _TEXT = 40, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPicture:
    """What is drawn: a title, bars, and lines beneath that say what they rest on."""

    title: str
    bars: tuple[Bar, ...]
    below: tuple[str, ...] = ()
    full: Fraction = Fraction(0)
    """Where the scale ends, unless a bar reaches beyond it."""


def png_of(picture: BarPicture) -> bytes:
    """Draw a picture 1600 pixels wide; the same values give the same pixels."""
    font = QGuiApplication.font()
    words = _TEXT * 2
    below = "\n".join(picture.below)
    wide = _WIDE - 2 * _MARGIN
    measure = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(measure)
    flags = int(Qt.TextFlag.TextWordWrap)
    painter.setFont(font_of(font, _TITLE, bold=True))
    title = painter.boundingRect(0, 0, wide, 4000, flags, picture.title).height()
    painter.setFont(font_of(font, _TEXT))
    foot = painter.boundingRect(0, 0, wide, 8000, flags, below).height() if below else 0
    painter.end()
    bars = len(picture.bars) * _ROW
    high = _MARGIN + title + words // 2 + bars + words // 2 + foot + _MARGIN
    image = QImage(_WIDE, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor(theme.LIGHT["text"]))
    painter.setFont(font_of(font, _TITLE, bold=True))
    painter.drawText(QRectF(_MARGIN, _MARGIN, wide, title), flags, picture.title)
    painter.setFont(font_of(font, _TEXT))
    top = _MARGIN + title + words // 2
    area = QRectF(_MARGIN, top, wide, bars)
    draw_bars(
        painter, area, picture.bars, lambda token: QColor(theme.LIGHT[token]), row=_ROW, full=picture.full
    )
    painter.setPen(QColor(theme.LIGHT["muted"]))
    painter.drawText(QRectF(_MARGIN, top + bars + words // 2, wide, foot), flags, below)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _on_white(token: str) -> QColor:
    return QColor(theme.LIGHT[token])
