"""What cells of a table name and nobody has: choices in expressions, prefixes, languages, preloads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inspector_app.checklists.table_columns import (
    EXPRESSIONS,
    OURS,
    PRELOADED,
    TRANSLATED,
    close,
    meaning_of_column,
)
from inspector_app.checklists.table_survey import expression_fault, named
from inspector_app.checklists.tables import Sheet
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.wording import Sentence, sentence

_ASKED = r"(?:\$\{\s*(?P<name>[^{}]+?)\s*\}|(?<![\w.)\]/}])(?P<own>\.))"
_WORD = r"(?P<mark>['\"])(?P<word>[^'\"]+)(?P=mark)"
_COMPARED = re.compile(rf"{_ASKED}\s*!?=\s*{_WORD}")
_SELECTED = re.compile(rf"\bselected\(\s*{_ASKED}\s*,\s*{_WORD}\s*\)")
_LIST = re.compile(
    r"(select[_ ]one|select[_ ]multiple|select1|rank)\s+(?P<list>\S+)(?P<other>\s+or_other)?\Z"
)
_PREFIXED = re.compile(r"(?:bind|body|instance|attribute)::(?P<prefix>[\w-]+):")
_PREFIXES = frozenset({"jr", "orx", "odk", "h", "ev", "xsd", "entities"})
_SHOWN_NOWHERE = frozenset({"image", "audio", "video", "media", "big-image"})


def doubtful_cells(
    survey: Sheet, choices: Sheet | None, settings: Sheet | None, lists: Mapping[str, frozenset[str]]
) -> Iterator[TableFault]:
    """Yield them; only an undeclared prefix and an expression nobody can read keep a table out."""
    yield from _unknown_choices(survey, lists)
    yield from _undeclared(survey, settings)
    yield from _preloaded(survey)
    yield from _of_settings(survey, settings)
    for sheet in (survey, choices):
        yield from () if sheet is None else _not_shown(sheet)


def _unknown_choices(survey: Sheet, lists: Mapping[str, frozenset[str]]) -> Iterator[TableFault]:
    asked: dict[str, str] = {}
    for _, row in named(survey):
        if (kind := _LIST.match(row.get("type", ""))) and not kind["other"] and kind["list"] in lists:
            asked[row.get("name", "")] = kind["list"]
    for number, row in survey.entries():
        own = next((cell for header, cell in row.items() if meaning_of_column(header)[0] == "name"), "")
        for header, cell in row.items():
            ours = OURS.match(header)
            if meaning_of_column(header)[0] not in EXPRESSIONS and not (ours and ours["name"] == "when"):
                continue
            for found in (*_COMPARED.finditer(cell), *_SELECTED.finditer(cell)):
                name = asked.get(own if found["own"] else found["name"], "")
                if name and found["word"] not in lists[name]:
                    told = sentence(
                        "The list {list} has no choice called {choice}.", list=name, choice=found["word"]
                    )
                    yield _doubt(survey, number, header, cell, told)


def _undeclared(survey: Sheet, settings: Sheet | None) -> Iterator[TableFault]:
    said = " ".join(cell for _, row in named(settings) for cell in row.values()) if settings else ""
    for header in survey.columns:
        found = _PREFIXED.match(header)
        if found and found["prefix"] not in {*_PREFIXES, "fm"} and f"{found['prefix']}=" not in said:
            yield TableFault(
                sheet=survey.name,
                row=survey.first,
                column=header,
                told=sentence(
                    "The column {column} needs a namespace: write {namespace} in the column namespaces.",
                    column=header,
                    namespace=f'{found["prefix"]}="…"',
                ),
            )


def _preloaded(survey: Sheet) -> Iterator[TableFault]:
    for number, row in survey.entries():
        lower = {header.lower(): header for header in row}
        header = lower.get("bind::jr:preloadparams", "")
        if row.get(lower.get("bind::jr:preload", ""), "") == "property" and row.get(header) not in PRELOADED:
            near = close(row.get(header, ""), PRELOADED)
            told = (
                sentence("Nothing is filled in for {name}. Is {near} meant?", name=row[header], near=near)
                if header and near
                else sentence(
                    "Nothing is filled in here. What can be is {known}.", known=", ".join(PRELOADED)
                )
            )
            yield _doubt(survey, number, header or "bind::jr:preloadParams", row.get(header, ""), told)


def _of_settings(survey: Sheet, settings: Sheet | None) -> Iterator[TableFault]:
    names = frozenset(row["name"] for _, row in named(survey) if "name" in row)
    languages = {
        language
        for header in survey.columns
        if (parts := meaning_of_column(header))[0] in TRANSLATED and (language := parts[1])
    }
    if settings is None:
        return
    for number, row in settings.entries():
        if (cell := row.get("instance_name", "")) and (told := expression_fault(cell, names)) is not None:
            yield TableFault(sheet=settings.name, row=number, column="instance_name", cell=cell, told=told)
        cell = row.get("default_language", "")
        if cell and languages and cell not in languages:
            told = sentence("No text is in the language {language}.", language=cell)
            yield _doubt(settings, number, "default_language", cell, told)


def _not_shown(sheet: Sheet) -> Iterator[TableFault]:
    for header in sheet.columns:
        base = meaning_of_column(header)[0].partition("::")[0]
        if base in _SHOWN_NOWHERE and any(header in row for _, row in sheet.entries()):
            told = sentence("Pictures and sounds of questions and choices are not shown.")
            yield _doubt(sheet, sheet.first, header, "", told)


def _doubt(sheet: Sheet, number: int, column: str, cell: str, told: Sentence) -> TableFault:
    return TableFault(sheet=sheet.name, row=number, column=column, cell=cell, told=told, is_error=False)
