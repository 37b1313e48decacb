"""Faults of a form are told with sheet, row and column of its table."""

from __future__ import annotations

import pytest

from inspector_app.checklists.checking import faults
from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.faults import FormFault, located
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.rules import Compiler, build_rules
from tests.checklists.filling import table

COLUMNS = "type | name | label | relevant | calculation | parameters | repeat_count | readonly"
SETTINGS = table("settings", "form_id | version", "test | 1")


def told(*rows: str) -> str:
    """What is said of a form, the faulty row being the fourth of the sheet."""
    text = "\n".join((table("survey", COLUMNS, "text | a | A |", "begin_group | g | G |", *rows), SETTINGS))
    content = text.encode()
    with pytest.raises(FormFault) as caught:
        definition = read_form(compile_xlsform(content, "f.md"))
        build_rules(definition, Compiler(definition))
    return str(located(caught.value, content, "f.md"))


END = "end_group | | |"


@pytest.mark.parametrize(
    ("rows", "column", "words"),
    [
        (("geopoint | p | P |", END), "type", "geopoint"),
        (("text | b | B | selectd(${a}, 'x')", END), "relevant", "selectd()"),
        (("text | b | B | ${a} = 'x", END), "relevant", "never closes"),
        (("calculate | b | | | ${a} +", END), "calculation", "ends too early"),
        (("range | b | B | | | start=1 end=9", "text | c | C | 1 = ", END), "relevant", "ends too early"),
        (
            ("begin_repeat | r | R | | | | ${a} +", "text | x | X |", "end_repeat | |", END),
            "repeat_count",
            "early",
        ),
        (("text | b | B ${a} | | | | | nott(${a})", END), "readonly", "nott()"),
        (("calculate | b | | | ${c} + 1", "calculate | c | | | ${b} + 1", END), "calculation", "itself"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(rows: tuple[str, ...], column: str, words: str) -> None:
    said = told(*rows)
    row = 5 if rows[0].startswith("range") else 4
    assert f"Sheet survey, row {row}, column {column}: " in said
    assert words in said


def test_two_questions_of_one_name_are_told_apart_by_their_groups() -> None:
    said = told("text | b | B |", END, "begin_group | h | H |", "text | b | B | foo()", END)
    assert "row 7, column relevant" in said


def test_everything_that_is_wrong_is_told_at_once_and_a_right_form_says_nothing() -> None:
    wrong = (
        "text | a | A |",
        "text | b | B | selectd(${a}, 'x')",
        "calculate | c | | | ${a} +",
        "calculate | d | | | instance('nowhere')/root/item[1]/x",
    )
    said = faults("\n".join((table("survey", COLUMNS, *wrong), SETTINGS)).encode(), "f.md", {})
    assert [str(one).partition(":")[0] for one in said] == [
        "Sheet survey, row 3, column relevant",
        "Sheet survey, row 4, column calculation",
        "Sheet survey, row 5, column calculation",
    ]
    assert "nowhere" in str(said[2])
    right = table("survey", COLUMNS, "text | a | A |")
    assert faults("\n".join((right, SETTINGS)).encode(), "f.md", {}) == ()
    circle = ("calculate | c | | | ${d} + 1", "calculate | d | | | ${c} + 1", "text | a | A")
    (told_once,) = faults("\n".join((table("survey", COLUMNS, *circle), SETTINGS)).encode(), "f.md", {})
    assert "depends on itself" in str(told_once)


def test_a_table_nobody_can_read_is_told_alone() -> None:
    assert len(faults(b"PK\x03\x04", "f.xlsx", {})) == 1
    content = table("survey", "type | name | label", "select_one_from_file w.csv | w | W").encode()
    assert "w.csv" in str(faults(content, "f.md", {})[0])
    assert faults(content, "f.md", {"w.csv": b"name,label\n1,a\n"}) == ()
