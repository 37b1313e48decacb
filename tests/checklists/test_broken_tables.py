"""Broken workbooks: every mistake is named by sheet, row and column, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.checklists.form import OUR_NAMESPACE
from inspector_app.checklists.table_check import check_table
from inspector_app.checklists.tables import Sheet, as_markdown, as_xlsx, read_tables
from inspector_app.domain.checklist_table import KnownMeanings, TableFault
from inspector_app.services.checklist_check import known_meanings
from inspector_app.services.packs import PackService
from tests.checklists.filling import FORMS, SHIPPED

KNOWN = KnownMeanings(
    clauses=frozenset({"regulation-15", "regulation-38-1"}), categories=frozenset({"absent-stay"})
)
SETTINGS = (("form_id", "version", "namespaces"), ("own", "1", f'fm="{OUR_NAMESPACE}"'))
CHOICES = (("list_name", "name", "label"), ("yn", "yes", "是"), ("yn", "no", "否"))
Rows = Sequence[Sequence[str]]


def checked(
    columns: str, *rows: str, choices: Rows = CHOICES, settings: Rows = SETTINGS
) -> tuple[TableFault, ...]:
    """Check a workbook whose survey has the question ``a`` in row 2 and the given rows from row 3 on."""

    def cells(line: str) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in line.split("¦"))

    survey = (cells(columns), ("text", "a", "A"), *(cells(row) for row in rows))
    pages = [("survey", survey), ("choices", choices), ("settings", settings)]
    sheets = [Sheet(name=name, rows=tuple(tuple(row) for row in page)) for name, page in pages if page]
    return check_table(as_xlsx(sheets), "own.xlsx", {}, KNOWN)


def errors(found: Sequence[TableFault]) -> list[TableFault]:
    return [one for one in found if one.is_error]


@pytest.mark.parametrize(
    ("columns", "row", "column", "words"),
    [
        ("relevant", "text ¦ b ¦ B ¦ selectd(${a}, 'x')", "relevant", "selectd()"),
        ("relevant", "text ¦ b ¦ B ¦ ${a} = 'x", "relevant", "never closes"),
        ("relevant", "text ¦ b ¦ B ¦ ${a} = ", "relevant", "ends too early"),
        ("relevant", "text ¦ b ¦ B ¦ ${aa} = 1", "relevant", "No question is called aa"),
        ("relevant", "text ¦ b ¦ B ¦ ${a = 1", "relevant", "not closed"),
        ("constraint", "integer ¦ b ¦ B ¦ . > > 1", "constraint", ""),
        ("constraint", "text ¦ b ¦ B ¦ regex(., '[0-9')", "constraint", "The pattern [0-9 cannot be read"),
        ("default", "text ¦ b ¦ B ¦ digest(${a}, 'SHA-3')", "default", "not SHA-3"),
        ("calculation", "calculate ¦ b ¦ ¦ pulldata('w', 'l', 'c', ${a})", "calculation", "w.csv"),
        ("hint", "select_one_from_file w.csv ¦ b ¦ B", "type", "w.csv"),
        ("hint", "select_one_external yn ¦ b ¦ B", "type", "select_one_external is not supported"),
        ("calculation", "calculate ¦ b ¦ ¦ ${a} +", "calculation", "ends too early"),
        ("calculation", "calculate ¦ b ¦ ¦ round(${a}", "calculation", ""),
        ("hint", "text ¦ b ¦ B ${nobody}", "label", "No question is called nobody"),
        ("hint", "texxt ¦ b ¦ B", "type", "Is text meant?"),
        ("hint", "select_one yyn ¦ b ¦ B", "type", "Is yn meant?"),
        ("hint", "select_one ¦ b ¦ B", "type", "missing after"),
        ("hint", "text ¦ 1b ¦ B", "name", "begins with a letter"),
        ("hint", "text ¦ a ¦ B", "name", "Another question"),
        ("hint", "text ¦ ¦ B", "name", "name is missing"),
        ("hint", "begin_group ¦ g ¦ G", "type", "never ended"),
        ("hint", "end_group ¦ ¦", "type", "does not begin above"),
        ("hint", "geopoint ¦ b ¦ B", "type", "geopoint"),
        ("bind::fm:clause", "text ¦ b ¦ B ¦ regulation-15 regulation-3x", "bind::fm:clause", "regulation-3x"),
        ("bind::fm:category", "text ¦ b ¦ B ¦ absent-stays", "bind::fm:category", "absent-stay meant"),
        ("bind::fm:severity", "text ¦ b ¦ B ¦ bad", "bind::fm:severity", "minor, major or critical"),
        ("bind::fm:evidence", "text ¦ b ¦ B ¦ perhaps", "bind::fm:evidence", "yes"),
        ("bind::fm:exempt", "text ¦ b ¦ B ¦ never", "bind::fm:exempt", "Write no"),
        ("bind::fm:noncompliant", "select_one yn ¦ b ¦ B ¦ nein", "bind::fm:noncompliant", "nein"),
        ("bind::fm:finding", "text ¦ b ¦ B ¦ 有{n}人。", "bind::fm:finding", "No question is called n"),
        ("bind::fm:finding", "text ¦ b ¦ B ¦ 有{a人。", "bind::fm:finding", "brace"),
        ("bind::fm:score", "text ¦ b ¦ B ¦ many", "bind::fm:score", "yes=5 partly=2"),
        ("bind::fm:score", "select_one yn ¦ b ¦ B ¦ yes=5 ja=3", "bind::fm:score", "ja"),
        ("bind::fm:when", "text ¦ b ¦ B ¦ nott(.)", "bind::fm:when", "nott()"),
    ],
)
def test_a_mistake_is_named_by_its_row_and_column(columns: str, row: str, column: str, words: str) -> None:
    (found,) = errors(checked(f"type ¦ name ¦ label ¦ {columns}", row))
    assert (found.sheet, found.row, found.column) == ("survey", 3, column)
    assert words in str(found.told)
    assert f"Sheet survey, row 3, column {column}: " in str(found.sentence)


@pytest.mark.parametrize(
    ("columns", "row", "column", "words"),
    [
        ("relevant", "text ¦ b ¦ B ¦ a = 'x'", "relevant", "Nothing in the checklist is called a there"),
        ("required", "text ¦ b ¦ B ¦ maybe", "required", "maybe"),
        ("default", "integer ¦ b ¦ B ¦ many", "default", "no whole number"),
        ("default", "date ¦ b ¦ B ¦ 2026-13-01", "default", "no date"),
        ("default", "select_one yn ¦ b ¦ B ¦ perhaps", "default", "no choice called perhaps"),
        ("choice_filter", "select_one yn ¦ b ¦ B ¦ ward = ${a}", "choice_filter", "no column ward"),
        ("bind::fm:finding", "text ¦ b ¦ B ¦ 有情况。", "bind::fm:finding", "never used"),
        ("constraint", "select_one yn ¦ b ¦ B ¦ . != 'ja'", "constraint", "no choice called ja"),
        ("bind::fm:when", "select_multiple yn ¦ b ¦ B ¦ selected(., 'ja')", "bind::fm:when", "called ja"),
    ],
)
def test_what_can_hardly_be_meant_is_noted_with_its_place(
    columns: str, row: str, column: str, words: str
) -> None:
    found = checked(f"type ¦ name ¦ label ¦ {columns}", row)
    assert not errors(found)
    assert [words in str(one.told) for one in found if (one.row, one.column) == (3, column)] == [True]


def test_what_the_whole_table_names_and_nobody_has_is_told_at_its_cell() -> None:
    found = checked(
        "type ¦ name ¦ label::zh ¦ bind::jr:preload ¦ bind::jr:preloadParams ¦ media::image ¦ bind::x:y",
        "text ¦ b ¦ 病区 ¦ property ¦ institution_nam ¦ b.png ¦ 1",
        settings=(
            ("form_id", "version", "default_language", "instance_name"),
            ("own", "1", "Deutsch", "cat(1)"),
        ),
    )
    told = {(one.sheet, one.row, one.column): str(one.told) for one in found}
    assert "Is institution meant?" in told["survey", 3, "bind::jr:preloadParams"]
    assert "not shown" in told["survey", 1, "media::image"]
    assert "needs a namespace" in told["survey", 1, "bind::x:y"]
    assert "language Deutsch" in told["settings", 2, "default_language"]
    assert "cat()" in told["settings", 2, "instance_name"]
    assert {one.column for one in errors(found)} == {"bind::x:y", "instance_name"}


def test_a_table_that_asks_nothing_is_refused_and_one_that_only_computes_is_not() -> None:
    asks = "The checklist has no question that anybody could answer."

    def told(*rows: str) -> list[str]:
        lines = ["| survey |", "| | type | name | label | calculation |", *(f"| | {row} |" for row in rows)]
        return [str(one.told) for one in errors(check_table("\n".join(lines).encode(), "f.md", {}, KNOWN))]

    for rows in ((), ("note | n | N |",), ("begin_group | g | G |", "end_group | | |"), ("start | s | |",)):
        assert [one.startswith(asks) for one in told(*rows)] == [True], rows
    assert told("calculate | c | | 1 + 1") == []


def test_capital_headers_are_headers() -> None:
    text = "| SURVEY | | | |\n| | TYPE | NAME | LABEL |\n| | text | a | A |\n| | geopoint | p | P |"
    (found,) = errors(check_table(text.encode(), "f.md", {}, KNOWN))
    assert (found.sheet, found.row, found.column) == ("SURVEY", 3, "TYPE")


def test_all_mistakes_of_a_table_are_told_at_once_in_their_order() -> None:
    found = checked(
        "type ¦ name ¦ label ¦ relevant ¦ bind::fm:clause",
        "texxt ¦ b ¦ B ¦ ${a} = 'x ¦ regulation-99",
        "",
        "select_one nobody ¦ c ¦ C ¦ selectd(${a}, 'x')",
    )
    assert [(one.row, one.column) for one in errors(found)] == [
        (3, "type"),
        (3, "relevant"),
        (3, "bind::fm:clause"),
        (5, "type"),
        (5, "relevant"),
    ]


def test_a_blank_row_does_not_shift_the_rows_below_it() -> None:
    (found,) = errors(
        checked(
            "type ¦ name ¦ label ¦ calculation", "", "", "calculate ¦ c ¦ ¦ ${d}", "calculate ¦ d ¦ ¦ ${c}"
        )
    )
    assert found.row in {5, 6}
    assert "itself" in str(found.told)


def test_a_mistake_is_quoted_as_it_was_written() -> None:
    (found,) = errors(checked("type ¦ name ¦ label ¦ relevant", "text ¦ b ¦ B ¦ selectd(${a}, 'x')"))
    assert "selectd(${a}, 'x')" in str(found.told)


@pytest.mark.parametrize(
    ("choices", "row", "column"),
    [
        ((*CHOICES, ("yn", "", "?")), 4, "name"),
        ((*CHOICES, ("yn", "no", "否")), 4, "name"),
        ((*CHOICES, ("", "x", "X")), 4, "list_name"),
    ],
)
def test_mistakes_of_choices_are_named_by_their_row(choices: Rows, row: int, column: str) -> None:
    found = checked("type ¦ name ¦ label", "select_one yn ¦ b ¦ B", choices=choices)
    assert (row, column) in [(one.row, one.column) for one in found if one.sheet == "choices"]


def test_columns_and_namespace_are_checked() -> None:
    (unknown,) = errors(checked("type ¦ name ¦ label ¦ bind::fm:clouse", "text ¦ b ¦ B ¦ x"))
    assert (unknown.row, unknown.column) == (1, "bind::fm:clouse")
    found = checked("type ¦ name ¦ label ¦ bind::fm:evidence", "text ¦ b ¦ B ¦ yes", settings=SETTINGS[:1])
    assert [one.sheet for one in errors(found)] == ["settings"]
    doubts = checked("type ¦ name ¦ label ¦ relevent", "text ¦ b ¦ B ¦ 1")
    assert not errors(doubts)
    assert "Is relevant meant?" in str(doubts[0].told)


def test_a_missing_translation_a_missing_version_and_an_unused_list_are_notes() -> None:
    found = checked(
        "type ¦ name ¦ label::中文 (zh) ¦ label::English (en)",
        "text ¦ b ¦ 病区 ¦",
        settings=(("form_id",), ("own",)),
    )
    assert not errors(found)
    assert ("survey", 3, "label::English (en)") in [(one.sheet, one.row, one.column) for one in found]
    assert "version" in [one.column for one in found]
    assert [one.row for one in found if "uses this list" in str(one.told)] == [2]
    assert str(found[0].sentence).startswith("Note: ")


def test_a_workbook_without_questions_and_one_with_a_misspelt_sheet_are_told() -> None:
    page = (("type", "name", "label"), ("text", "a", "A"))
    other = Sheet(name="other", rows=page)
    told = check_table(as_xlsx([other, Sheet(name="notes", rows=page)]), "own.xlsx", {}, KNOWN)
    assert "no sheet called survey" in str(told[0].told)
    told = check_table(as_xlsx([Sheet(name="surwey", rows=page), other]), "own.xlsx", {}, KNOWN)
    assert "Is survey meant?" in " ".join(str(one.told) for one in told)


def test_a_file_nobody_can_read_is_one_sentence() -> None:
    (told,) = check_table(b"PK\x03\x04", "own.xlsx", {}, KNOWN)
    assert told.is_error
    assert "Ask for it again" in str(told.sentence)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_checklists_have_no_mistake_and_every_text_in_both_languages(name: str) -> None:
    known = known_meanings(PackService(Path("none")))
    assert check_table((FORMS / f"{name}.md").read_bytes(), f"{name}.md", {}, known) == ()


_JUNK = (
    "",
    "${",
    "}",
    "'",
    "(",
    "${x}",
    "select_one",
    "end_group",
    "begin_repeat",
    "\n",
    "1",
    "..",
    "[",
    "::",
)
_DRUG = read_tables((FORMS / "drug_in_out.md").read_bytes(), "f.md")


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 999), st.integers(0, 99), st.sampled_from(_JUNK)))
)
@settings(max_examples=25, deadline=None)
def test_whatever_is_written_into_a_cell_is_told_in_sentences(
    written: list[tuple[int, int, int, str]],
) -> None:
    pages = [[list(row) for row in sheet.rows] for sheet in _DRUG]
    for page, row, column, junk in written:
        line = pages[page][row % len(pages[page])]
        line[column % len(line)] = junk
    changed = [
        Sheet(name=sheet.name, rows=tuple(tuple(row) for row in page))
        for sheet, page in zip(_DRUG, pages, strict=True)
    ]
    for fault in check_table(as_markdown(changed).encode(), "f.md", {}, KNOWN):
        assert str(fault.sentence)
