"""Every document with long names, rare characters, forty of everything, and with nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from inspector_app.documents.compose import compose
from inspector_app.documents.fonts import missing
from inspector_app.documents.inside_sheets import TimelineSheet, timeline_sheet
from inspector_app.documents.layout import Drawn
from inspector_app.documents.notice import layout_notice
from inspector_app.documents.ward_sheet import SheetRow, WardSheet, layout_ward_sheet
from inspector_app.domain.document import DocumentType
from inspector_app.domain.papers import CONTENTS, ConfirmationPaper, InterviewPaper, texts_of
from inspector_app.system.template_files import TemplateBook
from inspector_app.system.wording_files import WordingBook
from tests.documents.hard_papers import LONG_BUREAU, LONG_NAME, MANY, RARE_NAME, bare, crowded
from tests.documents.notices import a_notice, a_row

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
TYPES = sorted(CONTENTS)
BOOK = TemplateBook(Path("none"))
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)


@cache
def drawn(document_type: DocumentType, *, full: bool) -> Drawn:
    content = crowded(document_type) if full else bare(document_type)
    return compose(BOOK.template(document_type).with_title("文书题名"), content)


def run(*command: str, pdf: bytes) -> str:
    return subprocess.run([*command, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def pages_of(paper: Drawn) -> list[str]:
    raw = run("pdftotext", "-raw", pdf=paper.pdf).split("\f")[: paper.pages]
    return ["".join(page.split()) for page in raw]


def outside(pdf: bytes) -> list[str]:
    """Return the words that leave the page or come nearer to its edge than 12 mm."""
    margin = 34.0
    found = []
    for wide, high, words in _PAGE.findall(run("pdftotext", "-bbox", pdf=pdf)):
        for left, top, right, bottom, word in _WORD.findall(words):
            box = float(left), float(top), float(wide) - float(right), float(high) - float(bottom)
            if min(box) < margin:
                found.append(word)
    return found


@pytest.mark.parametrize("full", [True, False], ids=["crowded", "bare"])
@pytest.mark.parametrize("document_type", TYPES)
def test_nothing_of_a_document_leaves_its_page(document_type: DocumentType, full: bool) -> None:
    assert not outside(drawn(document_type, full=full).pdf)


@pytest.mark.parametrize("document_type", TYPES)
def test_long_names_and_rare_characters_copy_out_whole(document_type: DocumentType) -> None:
    assert not missing(texts_of(crowded(document_type)))
    copied = "".join(pages_of(drawn(document_type, full=True)))
    assert RARE_NAME in copied
    if document_type is not DocumentType.COMMITMENT:
        assert LONG_NAME in copied
        assert LONG_BUREAU in copied


@pytest.mark.parametrize("full", [True, False], ids=["crowded", "bare"])
@pytest.mark.parametrize("document_type", TYPES)
def test_no_page_holds_small_print_or_signatures_alone(document_type: DocumentType, full: bool) -> None:
    content = crowded(document_type) if full else bare(document_type)
    for page in pages_of(drawn(document_type, full=full)):
        text = page
        for note in content.notes:
            text = text.replace("".join(note.split()), "")
        assert len(re.sub(r"(第\d+页共\d+页)|—\d+—|[^（）：]{2,10}（签名[^）]*）：|日期：", "", text)) > 12


def test_a_question_never_ends_a_page_without_its_answer() -> None:
    content = crowded(DocumentType.INTERVIEW)
    assert isinstance(content, InterviewPaper)
    for first in range(12):
        lines = content.lines[first:]
        paper = compose(BOOK.template(DocumentType.INTERVIEW), replace(content, lines=lines))
        text = run("pdftotext", "-layout", pdf=paper.pdf).split("\f")[: paper.pages]
        for page in text:
            body = [line.strip() for line in page.splitlines() if line.strip()]
            last = next(line for line in reversed(body) if "签名" not in line and not line.startswith("第"))
            assert not last.startswith("问：")


@pytest.mark.parametrize("count", [0, 1, MANY])
def test_a_notice_of_any_length_stays_on_its_pages_and_keeps_its_seal_with_text(count: int) -> None:
    rows = tuple(
        a_row(
            number,
            item=f"{LONG_NAME}{RARE_NAME}",
            department=LONG_NAME * (number % 3),
            evidence=("A-1",) * 12,
        )
        for number in range(1, count + 1)
    )
    content = a_notice(rows, bureau=LONG_BUREAU, red_header=LONG_BUREAU)
    party = replace(content.party, name=LONG_NAME, legal_representative=RARE_NAME, address=LONG_NAME * 2)
    paper = layout_notice(replace(content, party=party))
    assert not outside(paper.pdf)
    pages = pages_of(paper)
    assert all(len(page) > 40 for page in pages)
    assert RARE_NAME in "".join(pages)


def test_a_sum_wider_than_its_column_is_set_smaller_and_never_broken() -> None:
    content = crowded(DocumentType.CONFIRMATION)
    assert isinstance(content, ConfirmationPaper)
    huge = "1,234,567,890.12"
    findings = tuple(replace(one, total=huge) for one in content.findings[:2])
    paper = compose(
        BOOK.template(DocumentType.CONFIRMATION), replace(content, findings=findings, sum_to_return=huge)
    )
    assert run("pdftotext", "-raw", pdf=paper.pdf).count(huge) == 3
    assert not outside(paper.pdf)


def test_sheets_of_the_team_hold_long_names_too(tmp_path: Path) -> None:
    rows = tuple(SheetRow(bed=f"加床走廊{number}", name=RARE_NAME * 2) for number in range(1, MANY + 1))
    sheet = WardSheet(
        wording=WordingBook(tmp_path).section("ward_sheet"), institution=LONG_NAME, ward=LONG_NAME, rows=rows,
        keys={"1": "在床"}, printed="2026年11月22日", code="ABCD-EFGH",
    )  # fmt: skip
    assert not outside(layout_ward_sheet(sheet))
    lines = tuple(("11-22 22:00", RARE_NAME, "核查床位", LONG_NAME, "ABCD-EFGH-JKLM") for _ in range(MANY))
    timeline = timeline_sheet(TimelineSheet(institution=LONG_NAME, about=RARE_NAME, rows=lines))
    assert not outside(timeline)
    assert "ABCD-EFGH-JKLM" in run("pdftotext", "-layout", pdf=timeline), "a code stands on one line"
