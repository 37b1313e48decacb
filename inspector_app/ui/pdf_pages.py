"""Pages of a PDF as pictures, through QtPdf; may run beside the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter

_MOST_PIXELS = 4000


def draw_page(data: bytes, page: int, largest: int) -> tuple[QImage, int]:
    """Return a page on white, at most ``largest`` pixels a side, and the number of pages.

    The image is null where the file cannot be opened or has no such page.
    """
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    count = document.pageCount()
    if document.status() is not QPdfDocument.Status.Ready or not 0 <= page < count:
        return QImage(), max(count, 0)
    size = document.pagePointSize(page)
    if size.width() < 1 or size.height() < 1:
        return QImage(), count
    bound = QSize(min(largest, _MOST_PIXELS), min(largest, _MOST_PIXELS))
    pixels = size.toSize().scaled(bound, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    drawn = document.render(page, pixels)
    document.close()
    paper = QImage(pixels, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper, count
