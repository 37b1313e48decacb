"""Columns of our own in a checklist: checked against what the packs know and against the form itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inspector_app.checklists.form import OUR_NAMESPACE
from inspector_app.checklists.table_columns import EXEMPT, INSTITUTIONS, OUR_COLUMNS, OURS, close
from inspector_app.checklists.tables import Sheet
from inspector_app.domain.checklist import Severity
from inspector_app.domain.checklist_score import read_points
from inspector_app.domain.checklist_table import KnownMeanings, TableFault
from inspector_app.domain.institution import InstitutionKind
from inspector_app.domain.wording import Sentence, sentence

_INSERT = re.compile(r"\{([^{}]*)\}")
_YES_OR_NO = frozenset({"yes", "no", "true", "false"})


def unknown_meanings(
    survey: Sheet,
    settings: Sheet | None,
    known: KnownMeanings,
    names: frozenset[str],
    lists: Mapping[str, frozenset[str]],
) -> Iterator[TableFault]:
    """Yield what is wrong in our columns; ``lists`` are the choices by the name of their list."""
    yield from _unknown_institutions(settings)
    yield from _unclear_exemption(settings)
    ours = {header: found["name"] for header in survey.columns if (found := OURS.match(header))}
    if not ours:
        return
    yield from _columns(survey, ours)
    if settings is None or not any(
        OUR_NAMESPACE in cell for _, row in settings.entries() for cell in row.values()
    ):
        yield TableFault(
            sheet="settings",
            told=sentence(
                "The column {column} needs a namespace: write {namespace} in the column namespaces.",
                column=next(iter(ours)),
                namespace=f'fm="{OUR_NAMESPACE}"',
            ),
        )
    for number, row in survey.entries():
        yield from _never_used(survey, number, row, ours)
        for header, name in ours.items():
            if cell := row.get(header):
                for told in _wrong(name.lower(), cell, row, known, names, lists):
                    yield TableFault(sheet=survey.name, row=number, column=header, cell=cell, told=told)


def _never_used(
    survey: Sheet, number: int, row: Mapping[str, str], ours: Mapping[str, str]
) -> Iterator[TableFault]:
    """Yield a finding's words where nothing says when the answer does not comply."""
    filled = {name.lower(): header for header, name in ours.items() if header in row}
    if "finding" in filled and not filled.keys() & {"noncompliant", "when"}:
        header = filled["finding"]
        yield TableFault(
            sheet=survey.name,
            row=number,
            column=header,
            cell=row[header],
            told=sentence(
                "Nothing says when the answer does not comply, so this is never used. "
                "Fill in noncompliant or when."
            ),
            is_error=False,
        )


def _unknown_institutions(settings: Sheet | None) -> Iterator[TableFault]:
    known = [kind.value for kind in InstitutionKind]
    for number, row in () if settings is None else settings.entries():
        for word in row.get(INSTITUTIONS, "").split():
            if word not in known:
                yield TableFault(
                    sheet="settings",
                    row=number,
                    column=INSTITUTIONS,
                    cell=word,
                    told=sentence(
                        "There is no kind of institution called {word}. The kinds are {known}.",
                        word=word,
                        known=", ".join(known),
                    ),
                )


def _unclear_exemption(settings: Sheet | None) -> Iterator[TableFault]:
    for number, row in () if settings is None else settings.entries():
        if (word := row.get(EXEMPT, "yes")).lower() not in _YES_OR_NO:
            told = sentence("Write no where a question may not be said not to apply, and nothing else.")
            yield TableFault(sheet="settings", row=number, column=EXEMPT, cell=word, told=told)


def _columns(survey: Sheet, ours: Mapping[str, str]) -> Iterator[TableFault]:
    for header, name in ours.items():
        if name not in OUR_COLUMNS:
            yield TableFault(
                sheet=survey.name,
                row=survey.first,
                column=header,
                told=sentence(
                    "There is no column of this name. The columns are {known}.",
                    known=", ".join(f"bind::fm:{one}" for one in sorted(OUR_COLUMNS)),
                ),
            )


def _wrong(
    name: str,
    cell: str,
    row: Mapping[str, str],
    known: KnownMeanings,
    names: frozenset[str],
    lists: Mapping[str, frozenset[str]],
) -> Iterator[Sentence]:
    words = cell.replace(",", " ").split()
    if name == "clause":
        for word in words:
            if word not in known.clauses:
                yield _unknown_clause(word, close(word, known.clauses))
    elif name == "category" and cell not in known.categories:
        near = close(cell, known.categories)
        yield (
            sentence("The categories know no {category}. Is {near} meant?", category=cell, near=near)
            if near
            else sentence("The categories know no {category}. Look it up in the pack.", category=cell)
        )
    elif name == "severity" and cell not in {one.value for one in Severity}:
        yield sentence("There is no severity {severity}. Write minor, major or critical.", severity=cell)
    elif name == "evidence" and cell not in _YES_OR_NO | {"required"}:
        yield sentence("Write yes where evidence is expected, and nothing where it is not.")
    elif name == "exempt" and cell.lower() not in _YES_OR_NO:
        yield sentence("Write no where a question may not be said not to apply, and nothing else.")
    elif name == "noncompliant":
        yield from _unknown_answers(words, row, lists)
    elif name == "score":
        yield from _wrong_points(cell, row, lists)
    elif name in {"finding", "requirement"}:
        yield from _unknown_inserts(cell, names)


def _unknown_clause(clause: str, near: str) -> Sentence:
    if near:
        return sentence("The law pack knows no clause {clause}. Is {near} meant?", clause=clause, near=near)
    return sentence("The law pack knows no clause {clause}. Look it up in the pack.", clause=clause)


def _unknown_answers(
    words: list[str], row: Mapping[str, str], lists: Mapping[str, frozenset[str]]
) -> Iterator[Sentence]:
    kind = row.get("type", "").split()
    if len(kind) < 2 or kind[1] not in lists:
        return
    for word in words:
        if word not in lists[kind[1]]:
            yield sentence("The list {list} has no choice called {choice}.", list=kind[1], choice=word)


def _wrong_points(
    cell: str, row: Mapping[str, str], lists: Mapping[str, frozenset[str]]
) -> Iterator[Sentence]:
    try:
        points = read_points(cell)
    except ValueError:
        yield sentence("Write points as 5, or by answer as yes=5 partly=2; not {points}.", points=cell)
    else:
        yield from _unknown_answers([answer for answer, _ in points if answer], row, lists)


def _unknown_inserts(cell: str, names: frozenset[str]) -> Iterator[Sentence]:
    for insert in dict.fromkeys(_INSERT.findall(cell)):
        if insert not in names:
            yield sentence("No question is called {name}, so no answer can be put there.", name=insert)
    if re.search(r"[{}]", _INSERT.sub("", cell)):
        yield sentence("A brace is not closed. Write {name} around a question's name.", name="{…}")
