"""The names that signed a notice stand on the screen and on the printer's paper, not in the file alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from inspector_app.ui.pdf_pages import draw_page
from tests.ui.test_notice_page import Desk, desk  # noqa: F401 - a fixture

_SIDE = 1400


def ink(pdf: bytes, picture: Callable[[int], QImage]) -> list[int]:
    """Return how many dark points stand in each field that an inspector signed."""
    found = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(pdf)).pages):
        for annotation in page.get("/Annots", ()):
            if not str(annotation.get_object()["/T"]).startswith("inspector-"):
                continue  # the bureau's seal is put on paper; its field shows nothing
            left, bottom, right, top = (float(corner) for corner in annotation.get_object()["/Rect"])
            image = picture(number)
            across, down = (
                image.width() / float(page.mediabox.width),
                image.height() / float(page.mediabox.height),
            )
            points = [
                (x, image.height() - y)
                for x in range(int(left * across) + 2, int(right * across) - 2)
                for y in range(int(bottom * down) + 8, int(top * down) - 2)
            ]
            found.append(sum(image.pixelColor(x, y).lightness() < 128 for x, y in points))
    return found


def test_the_names_of_an_issued_notice_are_drawn_on_screen_and_paper(desk: Desk) -> None:  # noqa: F811
    desk.issue()
    own, printed = desk.ask(
        lambda a: a.notices.drawing(desk.inspection, a.notices.documents(desk.inspection)[0].id)()
    )
    view = desk.page.paper.document
    fields_alone = ink(own, lambda page: draw_page(own, page, _SIDE)[0])
    on_screen = ink(
        own, lambda page: view.render(page, QSize(990, _SIDE)).convertedTo(QImage.Format.Format_RGB32)
    )
    on_paper = ink(own, lambda page: draw_page(printed, page, _SIDE)[0])
    assert len(fields_alone) == 2
    for bare, seen, put in zip(fields_alone, on_screen, on_paper, strict=True):
        assert put > bare + 60
        assert seen > bare + 60
