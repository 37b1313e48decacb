"""What only the compiler finds is told in sentences of ours, by the cell it is about."""

from __future__ import annotations

import pytest
from pyxform.errors import ErrorCode

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.compiler_words import TableRefused, in_our_words
from inspector_app.checklists.table_check import check_table
from inspector_app.checklists.tables import Sheet, as_xlsx
from inspector_app.domain.checklist_table import KnownMeanings

KNOWN = KnownMeanings(clauses=frozenset(), categories=frozenset())
COLUMNS = "type ¦ name ¦ label ¦ parameters ¦ choice_filter ¦ appearance ¦ calculation ¦ trigger"
CHOICES = (
    "list_name ¦ name ¦ label",
    "yn ¦ yes ¦ 是",
    "yn ¦ no ¦ 否",
    "blank ¦ a b ¦ 甲",
    "twice ¦ x ¦ 甲",
    "twice ¦ x ¦ 乙",
    "words ¦ many ¦ 多",
)


def book(*rows: str, choices: tuple[str, ...] = CHOICES, columns: str = COLUMNS) -> bytes:
    """Make a workbook whose row 3 is blank and whose given rows begin at row 4."""

    def cells(line: str) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in line.split("¦"))

    survey = (cells(columns), cells("text ¦ a ¦ 甲"), ("",), *(cells(row) for row in rows))
    sheets = [Sheet(name="survey", rows=survey), Sheet(name="choices", rows=tuple(map(cells, choices)))]
    return as_xlsx([sheet for sheet in sheets if sheet.rows])


def refused(*rows: str, **about: tuple[str, ...]) -> TableRefused:
    with pytest.raises(TableRefused) as caught:
        compile_xlsform(book(*rows, **about), "own.xlsx")  # type: ignore[arg-type]
    return caught.value


UNUSED = CHOICES[:3]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("¦ b ¦ 乙", "type", "The type is missing"),
        ("text ¦ ¦ 乙", "name", "The name is missing"),
        ("text ¦ 1b ¦ 乙", "name", "A name begins with a letter"),
        ("text ¦ a ¦ 乙", "name", "Another question of the same group"),
        ("calculate ¦ b", "calculation", "A calculation is missing"),
        ("end_group", "type", "This ends a group that does not begin"),
        ("begin_group ¦ g ¦ 组", "type", "This group is never ended"),
        ("select_one no_list ¦ b ¦ 乙", "type", "no list of choices called no_list"),
        ("text ¦ b ¦ 乙 ¦ rows", "parameters", "written as name=value"),
        ("text ¦ b ¦ 乙 ¦ rowz=3", "parameters", "no parameter rowz. It has: "),
        ("text ¦ b ¦ 乙 ¦ rows=many", "parameters", "rows must be a whole number"),
        ("range ¦ b ¦ 乙 ¦ start=1 end=x", "parameters", "end must be a number"),
        ("range ¦ b ¦ 乙 ¦ start=1 end=5 step=0", "parameters", "step must not be 0"),
        ("range ¦ b ¦ 乙 ¦ start=1 end=5 step=9", "parameters", "step is larger than the whole scale"),
        ("range ¦ b ¦ 乙 ¦ start=0 end=9 step=2 tick_interval=3", "parameters", "a multiple of step"),
        ("range ¦ b ¦ 乙 ¦ start=0 end=9 tick_labelset=none", "parameters", "a list of the sheet choices"),
        ("range ¦ b ¦ 乙 ¦ start=0 end=9 tick_labelset=words", "parameters", "numbers that stand on"),
        ("select_one_from_file d.txt ¦ b ¦ 乙", "type", "d.txt must end with .csv or .xml"),
        ("select_one yn or_other ¦ b ¦ 乙 ¦ ¦ name = 'x'", "type", "or_other needs a list"),
        ("audit ¦ sound ¦ ", "name", "An audit has no name of its own"),
    ],
)
def test_a_fault_has_its_row_column_and_our_words(row: str, column: str, words: str) -> None:
    fault = refused(row, choices=(*UNUSED, "words ¦ many ¦ 多", "words ¦ few ¦ 少")).fault
    assert fault.is_known
    assert (fault.sheet, fault.row, fault.column) == ("survey", 4, column)
    assert words in str(fault.told)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("select_multiple blank ¦ b ¦ 乙",), "The choice a b of the list blank has a blank in its name"),
        (("note ¦ b ¦",), "The question b has no text"),
        (("image ¦ b ¦ 乙 ¦ max-pixels=big",), "max-pixels must be a whole number"),
        (("audio ¦ b ¦ 乙 ¦ quality=best",), "quality has a value that is not known"),
        (("select_one yn ¦ b ¦ 乙 ¦ randomize=perhaps",), "randomize is true or false"),
        (("select_one yn ¦ b ¦ 乙 ¦ seed=3",), "seed needs randomize=true"),
        (("textt ¦ b ¦ 乙",), "There is no type textt"),
        (("text ¦ b ¦ 乙 ${c}",), "No question is called c"),
        (
            ("begin_group ¦ g ¦ 组", "text ¦ a ¦ 甲", "end_group", "text ¦ b ¦ 乙 ${a}"),
            "Several questions are called a",
        ),
    ],
)
def test_a_fault_without_a_row_has_our_words_too(rows: tuple[str, ...], words: str) -> None:
    fault = refused(*rows, choices=(*UNUSED, "blank ¦ a b ¦ 甲")).fault
    assert fault.is_known
    assert words in str(fault.told)


def test_faults_of_choices_name_their_sheet() -> None:
    fault = refused("select_one twice ¦ b ¦ 乙", choices=(CHOICES[0], *CHOICES[4:6])).fault
    assert (fault.sheet, fault.row, fault.column) == ("choices", 3, "name")
    assert "allow_choice_duplicates" in str(fault.told)
    nameless = refused("select_one yn ¦ b ¦ 乙", choices=(CHOICES[0], "yn ¦ ¦ 是")).fault
    assert (nameless.sheet, nameless.row) == ("choices", 2)
    assert "The choice has no name" in str(nameless.told)


def test_two_columns_that_mean_the_same_are_told() -> None:
    columns = "type ¦ name ¦ label ¦ calculation ¦ bind::calculate"
    fault = refused("text ¦ b ¦ 乙", columns=columns, choices=UNUSED).fault  # type: ignore[arg-type]
    assert "mean the same. Delete one" in str(fault.told)


def test_what_is_checked_carries_the_compilers_fault_to_its_cell() -> None:
    rows = ("range ¦ b ¦ 乙 ¦ start=1 end=5 step=9",)
    found = check_table(book(*rows, choices=UNUSED), "own.xlsx", {}, KNOWN)
    (one,) = [fault for fault in found if fault.is_error]
    assert (one.sheet, one.row, one.column) == ("survey", 4, "parameters")
    assert one.cell == "start=1 end=5 step=9"
    assert str(one.told) == "The parameter step is larger than the whole scale from start to end."


def test_a_refusal_is_one_sentence_with_the_file_and_the_place() -> None:
    assert str(refused("text ¦ b ¦ 乙 ¦ rows", choices=UNUSED)) == (
        "The checklist own.xlsx cannot be read: Sheet survey, row 4, column parameters: Parameters are "
        "written as name=value, with blanks between them. Correct the table and import it again."
    )


def test_a_message_nobody_knows_is_said_as_it_is() -> None:
    fault = in_our_words("[row : 7] Something\n new.")
    assert (fault.row, fault.is_known) == (7, False)
    assert str(fault.told) == "The compiler says: Something new."


_NOT_REACHED = ("INTERNAL", "LABEL", "SURVEY_003", "SURVEY_006", "SURVEY_007", "SURVEY_008", "SURVEY_009")
"""Internal errors, warnings, and places on a map, which this program refuses before."""


@pytest.mark.parametrize(
    "code", [one for one in ErrorCode if not one.name.startswith((*_NOT_REACHED, "NAMES_002", "NAMES_013"))]
)
def test_every_message_the_compiler_has_a_code_for_is_known(code: ErrorCode) -> None:
    values = dict.fromkeys(("sheet", "sheet_name", "column", "other", "header", "name", "q"), "x")
    message = code.value.format(row=2, type="group", missing="'type'", accepted="a", rejected="b", **values)
    fault = in_our_words(message)
    assert fault.is_known, message
    assert "{" not in str(fault.told).replace("${name}", "")
