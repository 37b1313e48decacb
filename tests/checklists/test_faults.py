"""Faults of a form are told with sheet, row and column of its table."""

from __future__ import annotations

import pytest

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
