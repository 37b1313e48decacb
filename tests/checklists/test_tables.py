"""Tables of checklists are read the same from every format, and what is hostile is refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.tables import Sheet, as_markdown, as_xlsx, read_tables
from inspector_app.domain.errors import UnusableInput
from tests.checklists.filling import FORMS, SHIPPED

_signs = st.sampled_from(["|", "\\", "<br>", "\n", "=1+1", "#", "`", "-", " ", "_x000D_", "<br/>", "&"])
_words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=6)
_cells = st.lists(st.one_of(_signs, _words), max_size=4).map("".join).map(str.strip)
_rows = st.lists(st.lists(_cells, min_size=1, max_size=4), min_size=1, max_size=6)
_names = st.lists(st.sampled_from(["survey", "choices", "settings", "说明"]), min_size=1, unique=True)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Sheet, ...]:
    found = []
    for name in draw(_names):
        rows = [["type", "名"], *draw(_rows)]
        while not any(rows[-1]):
            rows.pop()
        width = max(place for row in rows for place, cell in enumerate(row, 1) if cell)
        found.append(
            Sheet(name=name, rows=tuple((*row[:width], *("",) * (width - len(row))) for row in rows))
        )
    return tuple(found)


@given(sheets())
@settings(max_examples=150, deadline=None)
def test_markdown_to_a_workbook_and_back_loses_nothing(written: tuple[Sheet, ...]) -> None:
    markdown = as_markdown(written)
    read = read_tables(markdown.encode(), "f.md")
    assert read == written
    from_workbook = read_tables(as_xlsx(read), "f.xlsx")
    assert from_workbook == written
    assert as_markdown(from_workbook) == markdown


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_checklist_means_the_same_as_a_workbook_and_comes_back_word_for_word(name: str) -> None:
    source = (FORMS / f"{name}.md").read_text("utf-8")
    workbook = as_xlsx(read_tables(source.encode(), "f.md"))
    assert as_markdown(read_tables(workbook, "f.xlsx")) == source
    assert compile_xlsform(workbook, f"{name}.xlsx") == compile_xlsform(source.encode(), f"{name}.md")


def test_an_expression_that_begins_with_an_equals_sign_is_no_formula_in_the_workbook() -> None:
    content = as_xlsx([Sheet(name="survey", rows=(("type", "label"), ("text", "=1+1")))])
    cell = load_workbook(io.BytesIO(content))["survey"]["B2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


def test_rows_of_a_csv_are_counted_as_a_spreadsheet_counts_them() -> None:
    text = "survey,,\n,type,name\n,text,a\n,text,b\nchoices,,\n,list_name,name\n,yn,yes\n"
    survey, choices = read_tables(text.encode(), "f.csv")
    assert [number for number, _ in survey.entries()] == [3, 4]
    assert list(choices.entries()) == [(7, {"list_name": "yn", "name": "yes"})]


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("gb18030", ","), ("utf-8-sig", ","), ("utf-8", ";"), ("utf-8-sig", "\t")]
)
def test_a_table_saved_by_any_spreadsheet_program_is_read_and_compiled(encoding: str, delimiter: str) -> None:
    text = "survey,,,\n,type,name,label\n,text,ward,病区\n".replace(",", delimiter)
    content = text.encode(encoding)
    (survey,) = read_tables(content, "f.csv")
    assert survey.rows[1] == ("text", "ward", "病区")
    assert "病区" in compile_xlsform(content, "f.csv")


def test_a_workbook_is_read_as_what_it_is_whatever_its_name_says() -> None:
    assert read_tables(_workbook(), "f.xls") == read_tables(_workbook(), "f.xlsx")


def _workbook() -> bytes:
    return as_xlsx([Sheet(name="survey", rows=(("type", "name"), ("text", "a")))])


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (70 * 1024 * 1024))
    return made.getvalue()


def _long() -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet("survey")
    for _ in range(20_001):
        page.append(["text"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _far() -> bytes:
    book = Workbook()
    book.worksheets[0].cell(1_048_576, 1).value = "text"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


_LOCKED = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (_bomb(), "f.xlsx", "when it is unpacked"),
        (_long(), "f.xlsx", "more than 20000 rows"),
        (_far(), "f.xlsx", "more than 20000 rows"),
        (_workbook()[:-200], "f.xlsx", "no readable checklist"),
        (_workbook()[:300], "f.xlsx", "no readable checklist"),
        (b"", "f.xlsx", "no readable checklist"),
        (_LOCKED, "f.xlsx", "protected with a password"),
        (_LOCKED, "f.xls", "no readable checklist"),
        (b"not a workbook", "f.xls", "no readable checklist"),
        (b"\xff\xfe\xfa\xfb", "f.md", "no readable checklist"),
        (b"a text without a table", "f.md", "no table"),
        (b"x" * (20 * 1024 * 1024 + 1), "f.csv", "larger than 20 MB"),
        (b"text", "f.docx", "no checklist this program reads"),
    ],
)
def test_a_hostile_or_damaged_file_is_refused_in_a_sentence(content: bytes, name: str, words: str) -> None:
    with pytest.raises(UnusableInput) as refused:
        read_tables(content, name)
    assert words in str(refused.value.sentence)


def test_what_a_workbook_cannot_hold_is_refused_and_not_changed() -> None:
    for sheet in (
        Sheet(name="a/b", rows=(("type",),)),
        Sheet(name="survey", rows=(("a\x07",),)),
        Sheet(name="survey", rows=(("a" * 40_000,),)),
    ):
        with pytest.raises(UnusableInput):
            as_xlsx([sheet])
