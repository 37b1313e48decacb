"""Sheets for the team: the timeline on paper, and the page that tries a printer."""

from __future__ import annotations

import io

from pypdf import PdfReader

from inspector_app.documents.inside_sheets import TimelineSheet, timeline_sheet
from inspector_app.documents.inside_sheets import test_page as printer_page


def _pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_a_long_timeline_repeats_its_head_and_counts_its_pages() -> None:
    rows = tuple(
        (f"11-22 22:{n % 60:02}", "林知远", "核查床位 ×3", f"内一科 {n}", "ABCD-EFGH-JKLM") for n in range(90)
    )
    pages = _pages(timeline_sheet(TimelineSheet(institution="青禾县仁安医院", about="打印", rows=rows)))
    assert len(pages) > 2
    assert all("事项" in page and "行代码" in page for page in pages)
    text = "".join(pages)
    assert all(text.count(f"内一科 {n}") >= 1 for n in (0, 45, 89))


def test_a_timeline_of_nothing_is_still_a_page() -> None:
    (page,) = _pages(timeline_sheet(TimelineSheet(institution="青禾县仁安医院", about="", rows=())))
    assert "时间线" in page


def test_the_printer_page_shows_every_face_on_one_page() -> None:
    (page,) = _pages(printer_page("青禾县医疗保障局"))
    assert page.count("〔2026〕1号") == 5
