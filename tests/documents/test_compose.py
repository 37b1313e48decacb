"""Documents from templates, on paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from inspector_app.documents.compose import compose
from inspector_app.documents.layout import Drawn
from inspector_app.domain.document import DocumentType
from inspector_app.domain.papers import (
    CONTENTS,
    AreaFacts,
    ConfirmationLine,
    ConfirmationPaper,
    Paper,
    Photograph,
    PhotographsPaper,
    RecordPaper,
    texts_of,
)
from inspector_app.domain.template import Template
from inspector_app.services.example_papers import example
from inspector_app.system.template_files import TemplateBook

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
TYPES = sorted(CONTENTS)
SIGNED_ON_EVERY_PAGE = (
    DocumentType.RECORD,
    DocumentType.INTERVIEW,
    DocumentType.CONFIRMATION,
    DocumentType.EVIDENCE_LIST,
    DocumentType.REGISTRATION,
)


@pytest.fixture
def book(tmp_path: Path) -> TemplateBook:
    return TemplateBook(tmp_path)


def read(tool: list[str], pdf: bytes) -> str:
    return subprocess.run(tool, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")


def pages_of(drawn: Drawn) -> list[str]:
    return read(["pdftotext", "-raw", "-", "-"], drawn.pdf).split("\f")[: drawn.pages]


def flat(text: str) -> str:
    return "".join(text.split())


def a_record(facts: int, **changes: object) -> RecordPaper:
    content = example(DocumentType.RECORD)
    assert isinstance(content, RecordPaper)
    areas = (
        AreaFacts(area="病区：内一科", facts=tuple(f"事实{number}止" for number in range(1, facts + 1))),
    )
    return replace(content, areas=areas, **changes)  # type: ignore[arg-type]


def a_confirmation(findings: int, template: Template) -> Drawn:
    content = example(DocumentType.CONFIRMATION)
    assert isinstance(content, ConfirmationPaper)
    rows = tuple(
        ConfirmationLine(category="挂床住院", item=f"项目{number}", description="在床核查所见。" * 8)
        for number in range(1, findings + 1)
    )
    return compose(template, replace(content, findings=rows, count=str(findings)))


@pytest.mark.parametrize("document_type", TYPES)
def test_the_same_content_gives_the_same_bytes(book: TemplateBook, document_type: DocumentType) -> None:
    template = book.template(document_type)
    assert compose(template, example(document_type)).pdf == compose(template, example(document_type)).pdf


@POPPLER
@pytest.mark.parametrize("document_type", TYPES)
def test_fonts_are_embedded_and_the_officers_and_the_institution_copy_out(
    book: TemplateBook, document_type: DocumentType
) -> None:
    content = replace(example(document_type), draft="草稿")
    drawn = compose(book.template(document_type).with_title("文书题名"), content)
    table = read(["pdffonts", "-"], drawn.pdf).splitlines()[2:]
    assert table
    assert all(re.search(r"\byes yes yes\b", line) for line in table)
    copied = flat("".join(pages_of(drawn)))
    assert "文书题名" in copied
    assert content.institution in copied or document_type is DocumentType.COMMITMENT


@POPPLER
@pytest.mark.parametrize("document_type", SIGNED_ON_EVERY_PAGE)
def test_every_page_is_counted_and_has_a_line_to_sign_on(
    book: TemplateBook, document_type: DocumentType
) -> None:
    content: Paper = a_record(80) if document_type is DocumentType.RECORD else example(document_type)
    drawn = compose(book.template(document_type), content)
    pages = pages_of(drawn)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{drawn.pages}页" in flat(page)
        assert "签名" in page.strip().splitlines()[-2]


@POPPLER
@pytest.mark.parametrize("facts", range(1, 60, 4))
def test_signatures_of_a_record_never_stand_alone_on_a_page(book: TemplateBook, facts: int) -> None:
    drawn = compose(book.template(DocumentType.RECORD), a_record(facts))
    (party,) = [place for place in drawn.places if place.name == "party"]
    page = flat(pages_of(drawn)[party.page])
    assert len(page.split("核对意见")[0]) > 40
    lines = [place for place in drawn.places if not place.name.startswith("foot-")]
    assert {place.page for place in lines} == {drawn.pages - 1}


@POPPLER
def test_a_long_record_loses_nothing_and_keeps_its_order(book: TemplateBook) -> None:
    copied = flat("".join(pages_of(compose(book.template(DocumentType.RECORD), a_record(300)))))
    assert [int(found) for found in re.findall(r"事实(\d+)止", copied)] == list(range(1, 301))


@POPPLER
def test_rare_characters_and_long_names_copy_out_exactly(book: TemplateBook) -> None:
    name = "云岭市青禾县石桥镇柳湾村第一社区卫生服务中心及其所属各服务站（原青禾县石桥镇中心卫生院）"
    statement = "对𠅤田、㐂乐、䶮、𬭎四人情况的说明：“属实”——以病历为准……"
    drawn = compose(
        book.template(DocumentType.RECORD),
        a_record(1, statement=statement, institution=name, address=name * 2),
    )
    copied = flat("".join(pages_of(drawn)))
    assert statement in copied
    assert name in copied


@POPPLER
def test_forty_findings_repeat_the_head_of_the_table_and_none_says_so(book: TemplateBook) -> None:
    template = book.template(DocumentType.CONFIRMATION)
    pages = pages_of(a_confirmation(40, template))
    with_rows = [page for page in pages if "项目" in page and "挂床" in page]
    assert len(with_rows) > 3
    assert all("问题情形描述" in flat(page) for page in with_rows)
    found = [int(number) for number in re.findall(r"项目(\d+)", "".join(pages))]
    assert found == list(range(1, 41))
    nothing = flat("".join(pages_of(a_confirmation(0, template))))
    assert "未发现需要被检查单位确认的问题" in nothing
    assert "问题情形描述" not in nothing


def some_photographs(count: int) -> tuple[Photograph, ...]:
    pictures = []
    for shade in (60, 120, 180):
        buffer = io.BytesIO()
        Image.new("RGB", (160, 120), (shade, 90, 90)).save(buffer, "JPEG")
        pictures.append(buffer.getvalue())
    return tuple(
        Photograph(
            label=f"证据A-{number}", caption="床上无人", sha256=f"{number:064x}", jpeg=pictures[number % 3],
            width=160, height=120,
        )
        for number in range(1, count + 1)
    )  # fmt: skip


@POPPLER
@pytest.mark.parametrize(("a_row", "pages"), [(2, 30), (1, 30)])
def test_an_annex_of_thirty_pages_shows_each_photograph_with_the_hash_of_its_original(
    book: TemplateBook, a_row: int, pages: int
) -> None:
    count = 29 * (6 if a_row == 2 else 1)
    content = example(DocumentType.PHOTOGRAPHS)
    assert isinstance(content, PhotographsPaper)
    template = book.template(DocumentType.PHOTOGRAPHS)
    blocks = tuple(replace(block, a_row=a_row) for block in template.blocks)
    drawn = compose(replace(template, blocks=blocks), replace(content, photographs=some_photographs(count)))
    assert abs(drawn.pages - pages) <= 1
    copied = flat("".join(pages_of(drawn)))
    for number in (1, count // 2, count):
        assert f"{number:064x}" in copied


def test_a_gap_at_the_foot_of_a_page_makes_no_empty_page(book: TemplateBook) -> None:
    template = book.template(DocumentType.RECORD)
    for facts in range(1, 40):
        drawn = compose(template, replace(a_record(facts), notes=()))
        if shutil.which("pdftotext"):
            assert all(len(flat(page)) > 60 for page in pages_of(drawn))


def test_every_text_of_a_content_is_looked_at_for_missing_fonts() -> None:
    texts = set(texts_of(example(DocumentType.RECORD)))
    assert {"病区：内一科", "在院患者一览表（电子表格）", "YL-9901-0001"} <= texts
