"""The notice on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal

import pytest

from inspector_app.documents.linebreak import CLOSING
from inspector_app.documents.notice import LaidOut, layout_notice
from inspector_app.domain.finding import Amounts
from inspector_app.domain.notice import Inspector, NoticeContent, Party, totals_of
from tests.documents.notices import a_notice, a_row

POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
RARE = "㛃䶮𬭎𠅤"


def read(tool: list[str], pdf: bytes) -> str:
    return subprocess.run([*tool], input=pdf, capture_output=True, check=True).stdout.decode("utf-8")


def text_of(laid: LaidOut, *options: str) -> str:
    return read(["pdftotext", *options, "-", "-"], laid.pdf)


def flat(text: str) -> str:
    """Text without what layout adds: line ends, blanks, page numbers."""
    pages = [re.sub(r"—\s*\d+\s*—\s*$", "", page.strip()) for page in text.split("\f")]
    return "".join("".join(pages).split())


def test_the_same_content_gives_the_same_bytes() -> None:
    assert layout_notice(a_notice()).pdf == layout_notice(a_notice()).pdf


def test_another_content_gives_other_bytes() -> None:
    assert layout_notice(a_notice()).pdf != layout_notice(a_notice(number="青医保责改〔2026〕6号")).pdf


@POPPLER
def test_every_font_is_embedded_with_a_map_to_text() -> None:
    table = read(["pdffonts", "-"], layout_notice(a_notice(is_draft=True)).pdf).splitlines()[2:]
    assert table
    assert all(re.search(r"\byes yes yes\b", line) for line in table)
    assert not any("Helvetica" in line for line in table)


@POPPLER
def test_paragraphs_copy_out_exactly_rare_characters_included() -> None:
    content = a_notice()
    names = f"经办人张{RARE[0]}、李{RARE[1]}、王{RARE[2]}、赵{RARE[3]}"
    rare = f"{names}到场，金额￥1,234.50元——含“挂床”……《条例》（试行）。"
    content = replace(content, facts=(rare,), consequences=(rare * 3,))
    copied = flat(text_of(layout_notice(content), "-raw"))
    assert "".join(rare.split()) in copied
    for text in (*content.opening, *content.facts, *content.citations, *content.requirements,
                 *content.consequences, *content.remedies, content.amounts_paragraph, content.number,
                 content.title, content.party.legal_representative):  # fmt: skip
        assert "".join(text.split()) in copied


@POPPLER
def test_a_closing_mark_never_starts_a_line_of_the_body() -> None:
    content = a_notice(facts=("经查，你单位存在“挂床住院”（含分解住院）、《条例》所列行为；详见附表。" * 12,))
    lines = [line.strip() for line in text_of(layout_notice(content), "-layout").splitlines()]
    assert not [line for line in lines if line and line[0] in CLOSING and not re.match(r"—\s*\d+\s*—", line)]


@POPPLER
def test_forty_findings_keep_their_order_and_the_head_of_the_table_on_every_page() -> None:
    rows = tuple(
        a_row(number, description=f"情形{number}。" + "在床核查所见。" * 12) for number in range(1, 41)
    )
    laid = layout_notice(a_notice(rows=rows))
    pages = text_of(laid, "-raw").split("\f")
    with_rows = [page for page in pages if "情形" in page]
    assert len(with_rows) > 3
    assert all("整改要求和时限" in page for page in with_rows)
    found = [int(number) for number in re.findall(r"情形(\d+)。", "".join(pages))]
    assert found == list(range(1, 41))


@POPPLER
def test_a_finding_longer_than_a_page_is_cut_and_nothing_of_it_is_lost() -> None:
    description = "".join(f"第{number}项收费与医嘱不符。" for number in range(1, 400))
    copied = flat(text_of(layout_notice(a_notice(rows=(a_row(description=description),))), "-raw"))
    numbers = [int(found) for found in re.findall(r"第(\d+)项收费", copied)]
    assert numbers == list(range(1, 400))


@POPPLER
def test_a_finding_without_amounts_says_so_instead_of_four_zeros() -> None:
    copied = flat(text_of(layout_notice(a_notice(rows=(a_row(amounts=Amounts()),)))))
    assert "未计金额" in copied


@POPPLER
@pytest.mark.parametrize("count", range(1, 14))
def test_the_signature_never_stands_alone_on_a_page(count: int) -> None:
    content = a_notice(consequences=("逾期不改正的，本机关将依照有关规定处理。",) * count)
    laid = layout_notice(content)
    bureau = next(place for place in laid.signature_places if place.field == "bureau")
    page = text_of(laid, "-raw").split("\f")[bureau.page]
    assert "2026年11月22日" in page
    before = flat(page.split("（印章处）")[0])
    assert len(before) > len(content.bureau) + 10
    assert "送达签收" in page  # nor does the block for the pen


@POPPLER
@pytest.mark.parametrize("notes", range(4, 10))
def test_a_closing_that_is_a_little_too_long_moves_closer_instead_of_leaving_small_print_alone(
    notes: int,
) -> None:
    content = a_notice(closing_notes=("证据清单：A-2、A-3、A-4。",) * notes)
    pages = text_of(layout_notice(content), "-raw").rstrip("\f").split("\f")
    assert "送达签收" in pages[-1]


def test_places_for_signatures_lie_inside_their_pages_and_do_not_overlap() -> None:
    laid = layout_notice(a_notice())
    places = laid.signature_places
    assert [place.field for place in places] == ["bureau", "inspector-1", "inspector-2"]
    for place in places:
        assert 0 <= place.page < laid.pages
        assert place.left > 28 / 25.4 * 72 - 1
        assert place.left + place.width < (210 - 20) / 25.4 * 72
        assert place.bottom > 35 / 25.4 * 72 - 1
    one, two = places[1], places[2]
    assert one.bottom >= two.bottom + two.height


@POPPLER
def test_the_longest_names_stay_inside_the_page() -> None:
    long_name = "云岭市青禾县石桥镇柳湾村第一社区卫生服务中心及其所属各服务站（原青禾县石桥镇中心卫生院）"
    content = a_notice(
        bureau="云岭市青禾高新技术产业开发区医疗保障与社会事务管理局",
        red_header="云岭市青禾高新技术产业开发区医疗保障与社会事务管理局",
        title="关于规范医疗保障基金使用行为限期整改有关事项的责令改正通知书",
        party=Party(
            name=long_name, address=long_name * 2, legal_representative="阿卜杜热合曼·买买提吐尔逊江"
        ),
        inspectors=(
            Inspector(
                person="p1", name="阿卜杜热合曼·买买提吐尔逊江", certificate_number="YL-990100-000000000001-X"
            ),
        ),
    )
    laid = layout_notice(content)
    boxes = read(["pdftotext", "-bbox", "-", "-"], laid.pdf)
    for found in re.findall(r'<word xMin="([\d.]+)" yMin="[-\d.]+" xMax="([\d.]+)"', boxes):
        assert float(found[0]) >= 28 / 25.4 * 72 - 1
        assert float(found[1]) <= (210 - 26) / 25.4 * 72 + 2


@POPPLER
def test_only_a_draft_carries_the_watermark() -> None:
    def letters(content: NoticeContent) -> int:
        return flat(text_of(layout_notice(content))).count("草")

    assert letters(a_notice()) == 0
    assert letters(a_notice(is_draft=True)) == layout_notice(a_notice(is_draft=True)).pages


@POPPLER
def test_odd_pages_are_numbered_right_and_even_pages_left() -> None:
    laid = layout_notice(a_notice())
    pages = read(["pdftotext", "-bbox-layout", "-", "-"], laid.pdf).split("<page ")[1:]
    for number, page in enumerate(pages, start=1):
        found = re.findall(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{number}</word>', page)
        x = max(found, key=lambda place: float(place[1]))[0]
        assert (float(x) > 297) == (number % 2 == 1)


def test_amounts_of_the_table_add_up_as_printed() -> None:
    half_a_fen = Decimal("0.005")
    rows = tuple(a_row(n, amounts=Amounts(total=half_a_fen, fund=half_a_fen)) for n in (1, 2, 3))
    assert totals_of(rows).total == Decimal("0.03")


@POPPLER
def test_any_text_is_laid_out_without_an_error() -> None:
    hostile = "\t\x00\u202e(((《《《，，，。。。" + "无" * 3000 + "\U0001f3e5" + "A" * 500
    laid = layout_notice(
        a_notice(facts=(hostile,), rows=(a_row(description=hostile, item="", category=hostile),))
    )
    assert laid.pages > 2
    assert "Pages:" in read(["pdfinfo", "-"], laid.pdf)
