"""What is wrong in a survey sheet before it is compiled: types, names, groups, expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inspector_app.checklists.table_columns import EXPRESSIONS, OURS, TRANSLATED, close, meaning_of_column
from inspector_app.checklists.tables import Sheet
from inspector_app.checklists.xpath.compiler import refuse_unknown_functions
from inspector_app.checklists.xpath.literals import refuse_wrong_literals
from inspector_app.checklists.xpath.parser import parse
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

_REFERENCE = re.compile(r"\$\{\s*(last-saved#)?([^{}]*?)\s*\}")
_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b", re.IGNORECASE)
_END = re.compile(r"end[ _](group|repeat|loop)\b", re.IGNORECASE)
_FROM_LIST = re.compile(
    r"(select[_ ]one|select[_ ]multiple|select all that apply|select1|rank)"
    r"(?P<file>[_ ]from[_ ]file)?(\s+(from|using)(?=\s))?\s+(?P<list>\S+)",
    re.IGNORECASE,
)
_EXTERNAL = re.compile(r"select[_ ](one|multiple)[_ ]external\b", re.IGNORECASE)
_NEEDS_LIST = frozenset({"select_one", "select_multiple", "rank", "select one", "select multiple"})
_WITHOUT_LABEL = frozenset(
    {"calculate", "hidden", "start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit"}
    | {"simserial", "subscriberid", "csv-external", "xml-external", "background-audio"}
)
_WITHOUT_NAME = frozenset({"audit"})
_MARK = "/answer_of__"


@dataclass(slots=True)
class _Open:
    kind: str
    number: int
    names: set[str] = field(default_factory=set)


def names_of(survey: Sheet) -> frozenset[str]:
    """Return the names of all questions, groups and calculations."""
    return frozenset(row["name"] for _, row in named(survey) if row.get("name"))


def named(sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield rows by the plain meaning of their columns, the first language standing for a text."""
    plain = {header: meaning_of_column(header)[0] for header in sheet.columns}
    for number, row in sheet.entries():
        found: dict[str, str] = {}
        for header, cell in row.items():
            found.setdefault(plain[header], cell)
        if found.get("disabled", "").lower() not in {"yes", "true"}:
            yield number, found


def survey_faults(survey: Sheet, lists: Mapping[str, frozenset[str]]) -> Iterator[TableFault]:
    """Yield what is wrong row by row."""
    around = [_Open("", 0)]
    for number, row in named(survey):
        told = dict[str, Sentence]()
        kind = row.get("type", "")
        if not kind:
            if any(column in row for column in ("name", "label")):
                told["type"] = sentence(
                    "The type is missing. Write what is asked for, such as text or integer."
                )
        elif end := _END.match(kind):
            if len(around) == 1 or around[-1].kind != end[1].lower():
                told["type"] = sentence(
                    "This ends a {kind} that does not begin above it.", kind=end[1].lower()
                )
            else:
                around.pop()
        else:
            told |= dict(_of_question(kind, row, lists))
            told |= dict(_of_name(row, kind, around[-1]))
            if begin := _BEGIN.match(kind):
                around.append(_Open(begin[1].lower(), number))
        for column, fault in told.items():
            yield _fault(survey, number, column, row.get(column, ""), fault, is_error=column != "label")
    for left in around[1:]:
        yield _fault(
            survey,
            left.number,
            "type",
            f"begin_{left.kind}",
            sentence("This {kind} is never ended. Add a row end_{kind}.", kind=left.kind),
        )


def _of_question(
    kind: str, row: Mapping[str, str], lists: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Sentence]]:
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    if _BEGIN.match(kind):
        return
    if _EXTERNAL.match(kind):
        yield (
            "type",
            sentence(
                "The type {kind} is not supported. Write select_one_from_file, "
                "with a table beside the checklist.",
                kind=kind.split(maxsplit=1)[0],
            ),
        )
    elif kind.lower().startswith("background-"):
        yield (
            "type",
            sentence(
                "The type {kind} is not supported: the program records nothing by itself. Leave it out.",
                kind=kind,
            ),
        )
    elif chosen := _FROM_LIST.match(kind):
        name = chosen["list"]
        if not chosen["file"] and name not in lists and not name.startswith("${"):
            near = close(name, lists)
            yield (
                "type",
                sentence("There is no list of choices called {list}. Is {near} meant?", list=name, near=near)
                if near
                else sentence(
                    "There is no list of choices called {list}. Write it on the sheet choices.", list=name
                ),
            )
    elif kind.lower() in _NEEDS_LIST:
        yield "type", sentence("The name of a list of choices is missing after {kind}.", kind=kind)
    elif (
        kind not in QUESTION_TYPE_DICT and kind.lower() not in QUESTION_TYPE_DICT and " external" not in kind
    ):
        near = close(kind, QUESTION_TYPE_DICT)
        yield (
            "type",
            sentence("There is no type {kind}. Is {near} meant?", kind=kind, near=near)
            if near
            else sentence(
                "There is no type {kind}. The types are listed in the guide to XLSForm.", kind=kind
            ),
        )
    if kind.lower() in {"calculate"} and not any(one in row for one in ("calculation", "default", "trigger")):
        yield "calculation", sentence("A calculation is missing. Write the expression it stands for.")
    silent = kind.lower() in _WITHOUT_LABEL or "calculation" in row
    if not silent and not any(one in row for one in ("label", "hint", "media", "image")):
        yield "label", sentence("The question has no text. People would see its name only.")


def _of_name(row: Mapping[str, str], kind: str, around: _Open) -> Iterator[tuple[str, Sentence]]:
    name = row.get("name", "")
    if not name:
        if kind.lower() not in _WITHOUT_NAME:
            yield "name", sentence("The name is missing. Expressions and answers need it.")
    elif not _NAME.match(name):
        yield (
            "name",
            sentence("A name begins with a letter and has letters, digits, _, - and . only. Change it."),
        )
    elif name in around.names:
        yield "name", sentence("Another question of the same group has this name. Give it one of its own.")
    around.names.add(name)


def expression_faults(survey: Sheet) -> Iterator[TableFault]:
    """Yield references to nobody and expressions that cannot be read, each as it was written."""
    names = names_of(survey)
    for number, row in survey.entries():
        for header, cell in row.items():
            column = meaning_of_column(header)[0]
            ours = OURS.match(header)
            if column in EXPRESSIONS or (ours and ours["name"] == "when"):
                told = expression_fault(cell, names)
            elif column in TRANSLATED:
                told = _unknown_reference(cell, names)
            else:
                continue
            if told is not None:
                yield _fault(survey, number, header, cell, told)


def expression_fault(text: str, names: frozenset[str]) -> Sentence | None:
    """Return what is wrong in an expression as it was written."""
    return _unknown_reference(text, names) or _mistake(text)


def _unknown_reference(text: str, names: frozenset[str]) -> Sentence | None:
    for _, name in _REFERENCE.findall(text):
        if name not in names:
            near = close(name, names)
            if near:
                return sentence("No question is called {name}. Is {near} meant?", name=name, near=near)
            return sentence("No question is called {name}.", name=name)
    if "${" in _REFERENCE.sub("", text):
        return sentence("A reference is not closed. Write {reference}.", reference="${name}")
    return None


def _mistake(text: str) -> Sentence | None:
    """Read an expression with every reference taken for a place; the mistake quotes it as it was written."""
    read = _REFERENCE.sub(lambda found: _MARK + found[2], text)
    try:
        tree = parse(read)
        refuse_unknown_functions(tree, read)
        refuse_wrong_literals(tree)
    except UnusableInput as mistake:
        return _as_written(mistake.sentence)
    return None


def _as_written(told: Sentence) -> Sentence:
    marked = re.compile(re.escape(_MARK) + r"([\w.\-]+)")
    values: dict[str, str | Sentence] = {
        name: _as_written(value) if isinstance(value, Sentence) else marked.sub(r"${\1}", value)
        for name, value in told.values.items()
    }
    return Sentence(told.template, values)


def _fault(
    sheet: Sheet, number: int, column: str, cell: str, told: Sentence, *, is_error: bool = True
) -> TableFault:
    header = next((one for one in sheet.columns if meaning_of_column(one)[0] == column), column)
    return TableFault(
        sheet=sheet.name,
        row=number,
        column=header if column not in sheet.columns else column,
        cell=cell,
        told=told,
        is_error=is_error,
    )
