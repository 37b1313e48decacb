"""Every mistake and doubt of a checklist's table at once, each with its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from inspector_app.checklists.checking import look_at
from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.compiler_words import CompilerFault, TableRefused
from inspector_app.checklists.faults import Cell, FormFault, Rows, cell_of
from inspector_app.checklists.files import FileFault
from inspector_app.checklists.table_columns import (
    EXPRESSIONS,
    KNOWN,
    OURS,
    SHEETS,
    TRANSLATED,
    close,
    meaning_of_column,
)
from inspector_app.checklists.table_doubts import doubtful_cells
from inspector_app.checklists.table_meanings import unknown_meanings
from inspector_app.checklists.table_survey import expression_faults, named, names_of, survey_faults
from inspector_app.checklists.tables import Sheet, read_tables
from inspector_app.domain.checklist_table import KnownMeanings, TableFault
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "survey": ("type", "name", "label"),
    "choices": ("list_name", "name", "label"),
}


def check_table(
    content: bytes, name: str, beside: Mapping[str, bytes], known: KnownMeanings
) -> tuple[TableFault, ...]:
    """Return errors and doubts in the order of the table; a file nobody can read is one error.

    ``beside`` are the files it reads by their names; ``known`` says which clauses and categories exist.
    """
    try:
        sheets = read_tables(content, name)
    except UnusableInput as problem:
        return (TableFault(told=problem.sentence),)
    structure, meaning = list(_structure(sheets)), list(_meaning(sheets, known))
    try:
        compiled = compile_xlsform(content, name)
    except TableRefused as refused:
        found = [*structure, *meaning]
        if not any(one.is_error for one in found):
            found.append(_compilers(refused.fault, sheets))
    except UnusableInput as problem:
        found = [*structure, *meaning]
        if not any(one.is_error for one in found):
            found.append(TableFault(told=problem.sentence))
    else:
        # What the compiler takes all the same is no mistake, only worth a look.
        found = [*(replace(one, is_error=False) for one in structure), *meaning]
        found.extend(_form_faults(compiled, beside, sheets, meaning))
    once = {(one.sheet, one.row, one.column, str(one.told)): one for one in found}
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    return tuple(sorted(once.values(), key=lambda one: (order.get(one.sheet, -1), one.row)))


def _compilers(fault: CompilerFault, sheets: Sequence[Sheet]) -> TableFault:
    """Place what only the compiler saw; it names the plain column where the table has one by language."""
    sheet = _sheet(sheets, fault.sheet or "survey")
    number = fault.row or _row_named(sheet, fault.told)
    if sheet is None or not number:
        return TableFault(told=fault.told)
    column = next(
        (one for one in sheet.columns if fault.column in {one, meaning_of_column(one)[0]}), fault.column
    )
    row = next((row for place, row in sheet.entries() if place == number), {})
    return TableFault(sheet=sheet.name, row=number, column=column, cell=row.get(column, ""), told=fault.told)


def _row_named(sheet: Sheet | None, told: Sentence) -> int:
    """Find the only row whose name the compiler speaks of, where it gives no number."""
    names = {value for value in told.values.values() if isinstance(value, str)}
    every = [] if sheet is None else list(named(sheet))
    called = [number for number, row in every if row.get("name") in names]
    holding = [number for number, row in every if names & set(row.values())]
    return next((rows[0] for rows in (called, holding) if len(rows) == 1), 0)


def _sheet(sheets: Sequence[Sheet], name: str) -> Sheet | None:
    alone = sheets[0] if len(sheets) == 1 and name == "survey" else None
    return next((sheet for sheet in sheets if sheet.name.lower() == name), alone)


def _meaning(sheets: Sequence[Sheet], known: KnownMeanings) -> Iterator[TableFault]:
    """Yield what the compiler does not see: expressions, our columns, texts that a language lacks."""
    survey, choices = _sheet(sheets, "survey"), _sheet(sheets, "choices")
    settings = _sheet(sheets, "settings")
    if survey is not None:
        yield from expression_faults(survey)
        yield from unknown_meanings(survey, settings, known, names_of(survey), _lists(choices))
        yield from doubtful_cells(survey, choices, settings, _lists(choices))
        yield from _untranslated([sheet for sheet in (survey, choices) if sheet is not None])
    yield from _settings(settings)


def _structure(sheets: Sequence[Sheet]) -> Iterator[TableFault]:
    """Yield what is wrong with sheets, columns, types, names and lists."""
    by_name = {sheet.name.lower(): sheet for sheet in sheets}
    survey = _sheet(sheets, "survey")
    for sheet in sheets:
        if sheet.name.lower() not in SHEETS and (near := close(sheet.name, SHEETS)) and near not in by_name:
            yield TableFault(
                sheet=sheet.name,
                told=sentence("This sheet is not read. Is {near} meant? Rename it then.", near=near),
                is_error=near != "survey",
            )
    if survey is None:
        if not any(close(sheet.name, ["survey"]) for sheet in sheets):
            yield TableFault(
                told=sentence("There is no sheet called survey. It holds the questions, a row for each.")
            )
        return
    choices, settings = by_name.get("choices"), by_name.get("settings")
    for kind, sheet_or_none in (("survey", survey), ("choices", choices), ("settings", settings)):
        if sheet_or_none is not None:
            yield from _columns(kind, sheet_or_none)
    lists = _lists(choices)
    yield from survey_faults(survey, lists)
    if choices is not None:
        yield from _choices(choices, survey, settings)


def _columns(kind: str, sheet: Sheet) -> Iterator[TableFault]:
    found = {meaning_of_column(header)[0] for header in sheet.columns if header}
    for needed in _NEEDED.get(kind, ()):
        if needed not in found:
            yield TableFault(
                sheet=sheet.name,
                row=sheet.first,
                column=needed,
                told=sentence("The column {column} is missing.", column=needed),
                is_error=needed != "label",
            )
    for header, count in Counter(sheet.columns).items():
        if header and count > 1:
            yield TableFault(
                sheet=sheet.name,
                row=sheet.first,
                column=header,
                told=sentence("Two columns are called {column}. Delete one or rename it.", column=header),
            )
    for header in dict.fromkeys(sheet.columns):
        base = meaning_of_column(header)[0].partition("::")[0]
        if header and base not in KNOWN[kind] and not OURS.match(header):
            near = close(base, KNOWN[kind])
            if near and near not in found:
                yield TableFault(
                    sheet=sheet.name,
                    row=sheet.first,
                    column=header,
                    told=sentence("This column is not read. Is {near} meant?", near=near),
                    is_error=False,
                )


def _lists(choices: Sheet | None) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in named(choices) if choices is not None else ():
        if "list_name" in row:
            found.setdefault(row["list_name"], set()).add(row.get("name", ""))
    return {name: frozenset(values) for name, values in found.items()}


def _choices(choices: Sheet, survey: Sheet, settings: Sheet | None) -> Iterator[TableFault]:
    repeated = settings is not None and any(
        row.get("allow_choice_duplicates", "").lower() == "yes" for _, row in named(settings)
    )
    seen: set[tuple[str, str]] = set()
    used = " ".join(cell for _, row in survey.entries() for cell in row.values())
    unused = set[str]()
    for number, row in named(choices):
        if not row:
            continue
        where, value = row.get("list_name", ""), row.get("name", "")
        if not where:
            yield _choice(choices, number, "list_name", "", sentence("The name of the list is missing."))
        elif not value:
            yield _choice(choices, number, "name", "", sentence("The choice has no name to be stored."))
        elif len(value.split()) > 1:
            yield _choice(
                choices, number, "name", value, sentence("A choice's name has no blanks. Use _ instead.")
            )
        elif (where, value) in seen and not repeated:
            yield _choice(
                choices, number, "name", value, sentence("The list {list} has this choice twice.", list=where)
            )
        if where and value and "label" not in row:
            yield _choice(
                choices,
                number,
                "label",
                "",
                sentence("The choice has no text. Its name is shown."),
                is_error=False,
            )
        seen.add((where, value))
        if where and where not in used and where not in unused:
            unused.add(where)
            yield _choice(
                choices, number, "list_name", where, sentence("No question uses this list."), is_error=False
            )


def _choice(
    sheet: Sheet, number: int, column: str, cell: str, told: Sentence, *, is_error: bool = True
) -> TableFault:
    header = next((one for one in sheet.columns if meaning_of_column(one)[0] == column), column)
    return TableFault(sheet=sheet.name, row=number, column=header, cell=cell, told=told, is_error=is_error)


def _settings(settings: Sheet | None) -> Iterator[TableFault]:
    row = next((row for _, row in named(settings)), {}) if settings is not None else {}
    for column, told in (
        ("form_id", sentence("The checklist has no form_id. Without one it takes the file's name.")),
        ("version", sentence("The checklist has no version. Without one nobody can tell two tables apart.")),
    ):
        if column not in row and not (column == "form_id" and "id_string" in row):
            yield TableFault(sheet="settings", column=column, told=told, is_error=False)


def _untranslated(sheets: Sequence[Sheet]) -> Iterator[TableFault]:
    """Yield texts that some language of the form has and another lacks."""
    languages: dict[str, None] = {}
    for sheet in sheets:
        for header in sheet.columns:
            kind, language = meaning_of_column(header)
            if kind in TRANSLATED and language:
                languages[language] = None
    if len(languages) < 2:
        return
    for sheet in sheets:
        columns: dict[str, dict[str, str]] = {}
        for header in sheet.columns:
            kind, language = meaning_of_column(header)
            if kind in TRANSLATED:
                columns.setdefault(kind, {})[language] = header
        for number, row in sheet.entries():
            for kind, by_language in columns.items():
                if not any(header in row for header in by_language.values()):
                    continue
                for language in languages:
                    header = by_language.get(language, f"{kind}::{language}")
                    if header not in row:
                        yield TableFault(
                            sheet=sheet.name,
                            row=number,
                            column=header,
                            told=sentence("The text in {language} is missing.", language=language),
                            is_error=False,
                        )


def _form_faults(
    compiled: str, beside: Mapping[str, bytes], sheets: Sequence[Sheet], before: Sequence[TableFault]
) -> Iterator[TableFault]:
    """Yield what only the compiled form shows; a fault without a place where nothing else was told."""
    known = {(one.row, one.column) for one in before if one.is_error}
    survey = _sheet(sheets, "survey") or sheets[0]
    # Columns are found however they are written: pyxform takes NAME for name.
    headers = {header.lower(): header for header in reversed(survey.columns)}
    rows = [(number, {name.lower(): cell for name, cell in row.items()}) for number, row in survey.entries()]
    looked = look_at(compiled, beside)
    for fault in (*looked.faults, *looked.doubts):
        place = _cell(fault, rows)
        if place is None:
            if not known:
                yield TableFault(sheet=survey.name, told=fault.sentence)
        elif (place.row, headers.get(place.column, place.column)) not in known:
            yield TableFault(
                sheet=survey.name,
                row=place.row,
                column=headers.get(place.column, place.column),
                cell=place.text,
                told=_as_written(fault.sentence, place),
                is_error=fault not in looked.doubts,
            )


def _as_written(told: Sentence, place: Cell) -> Sentence:
    """Quote the cell in place of the expression the compiler made of it."""
    if "expression" not in told.values or meaning_of_column(place.column)[0] not in EXPRESSIONS:
        return told
    return Sentence(told.template, {**told.values, "expression": place.text})


def _cell(fault: UnusableInput, rows: Rows) -> Cell | None:
    if isinstance(fault, FileFault):
        return _naming(fault.name, rows)
    return cell_of(fault, rows) if isinstance(fault, FormFault) else None


def _naming(file: str, rows: Rows) -> Cell | None:
    """Find the cell that asks for a file: by its name, or by its stem in quotation marks."""
    stem = PurePosixPath(file).stem
    for number, row in rows:
        if row.get("type", "").endswith("-external") and row.get("name") == stem:
            return Cell(row=number, column="type", text=row["type"])
        for column, text in row.items():
            if file in text.split() or f"'{stem}'" in text or f'"{stem}"' in text:
                return Cell(row=number, column=column, text=text)
    return None
