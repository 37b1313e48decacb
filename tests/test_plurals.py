"""English has a singular: wherever a number stands before a plural, both are written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.wording import counted, sentence

PACKAGE = Path(__file__).resolve().parents[1] / "inspector_app"
_SPEAKING = {"tr", "sentence", "translate", "QT_TRANSLATE_NOOP"}
_PLACE = re.compile(r"{\w+}(?: of {\w+})? (?:(?:other|older|open|new|further|more) )?([a-z]+)\b")
_NO_PLURALS = {
    *("is", "was", "has", "as", "this", "its", "says", "needs", "uses", "names", "cites", "holds"),
    *("asks", "types", "takes", "builds", "proposes", "vouches", "belongs", "exists", "contradicts", "reads"),
    *("signs", "ends", "opens", "closes", "lies", "nests", "stands", "does", "gives", "comes", "grows"),
    *(
        "across",
        "less",
        "always",
        "decides",
        "begins",
        "changes",
        "depends",
        "approves",
        "confirms",
        "becomes",
        "calls",
        "lacks",
        "shows",
        "goes",
    ),
}
_PLURAL_WORDS = {"people", "persons", "do"}
NEVER_ONE = {
    "A passphrase has at least {count} characters. A short sentence is best.",
    "A recovery key has {count} groups of five characters. Type all of them.",
    "One picture holds at most {count} marks. Those before are kept.",
    "The remark is too long: at most {count} characters.",
    "The form nests its questions deeper than {levels} levels. Flatten it.",
    "National drug codes that begin with {letter} usually have {usual} characters; this has {count}.",
    "{name} has more than {rows} rows or is wider than any checklist. "
    "Delete what is empty below and beside the table and save it again.",
    "Sheet {sheet}, row {row} has a cell that a workbook cannot hold: a control character, or more than "
    "{count} characters. Shorten or retype it.",
    "Room for {count} photographs.",
    "This is too much to paste at once. Copy at most {count} rows.",
    "{found} rows are too many to paste at once. Copy at most {count}.",
    "{count} numbers for notices of {year}.",
    "{count} people with a certificate number can work on this laptop.",
    "The picture {name} says it has {size} pixels, more than can be opened safely on this laptop. Ask for "
    "a smaller one, or register the file by its hash. Nothing was stored.",
    "{count} days ago",
    "{count} minutes without an entry",
    "after {minutes} minutes",
    "Evidence {number}: the original is gone, {size} bytes {name}",
    "An original of {size} bytes, {hash}",
    "The package is complete and intact: {count} parts, {size} bytes.",
    "The package is complete and intact: 1 part, {size} bytes.",
}
"""Limits, sizes of files and what is said from a number upwards only."""


def _spoken(tree: ast.AST, chosen: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield each literal for people, and whether it stands in a choice by number."""
    if isinstance(tree, ast.IfExp):
        yield from _spoken(tree.test, chosen)
        yield from _spoken(tree.body, True)
        yield from _spoken(tree.orelse, True)
        return
    if isinstance(tree, ast.Call):
        name = tree.func.attr if isinstance(tree.func, ast.Attribute) else getattr(tree.func, "id", "")
        if name in _SPEAKING:
            for value in tree.args:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value, chosen
        chosen = chosen or name == "counted"
    for child in ast.iter_child_nodes(tree):
        yield from _spoken(child, chosen)


def _counts(literal: str) -> bool:
    """Tell whether a number in braces stands before a plural, or before a verb in the plural."""
    return any(
        word in _PLURAL_WORDS
        or (
            len(word) > 2
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is"))
            and word not in _NO_PLURALS
        )
        for word in _PLACE.findall(literal)
    )


def test_a_number_before_a_plural_is_always_a_choice_of_two_literals() -> None:
    alone = [
        f"{file.relative_to(PACKAGE)}: {literal}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for literal, chosen in _spoken(ast.parse(file.read_text(encoding="utf-8")))
        if not chosen and _counts(literal) and literal not in NEVER_ONE
    ]
    assert alone == []


def test_what_is_never_one_is_still_said_somewhere() -> None:
    said = {
        literal
        for file in PACKAGE.rglob("*.py")
        for literal, _chosen in _spoken(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert NEVER_ONE - said == set()


@pytest.mark.parametrize(
    ("literal", "counts"),
    [
        ("{count} beds", True),
        ("{count} older ones not shown", True),
        ("{held} of {total} originals", True),
        ("{count} do not comply", True),
        ("{name} uses it", False),
        ("Bed {bed} in {ward}", False),
    ],
)
def test_plurals_are_told_from_verbs(literal: str, counts: bool) -> None:
    assert _counts(literal) is counts


@pytest.mark.parametrize(("count", "said"), [(0, "0 beds"), (1, "1 bed"), (2, "2 beds")])
def test_one_thing_is_said_in_the_singular(count: int, said: str) -> None:
    assert str(counted(count, sentence("1 bed"), sentence("{count} beds", count=count))) == said
