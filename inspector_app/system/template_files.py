"""Reads templates of documents: the shipped ones, or the bureau's own in the workspace, checked first."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.notice import Wording
from inspector_app.domain.papers import CONTENTS
from inspector_app.domain.template import (
    Block,
    BlockKind,
    PaperKind,
    Stand,
    TableColumn,
    Template,
    faults,
    places,
)
from inspector_app.domain.wording import sentence
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.durable import write_durably
from inspector_app.system.paths import RESOURCES

SHIPPED = RESOURCES / "wording" / "templates"
OWN_FOLDER = "templates"
COMMON = "common"
QUESTIONS = "questions"
_LARGEST = 200_000
_SOME = TypeVar("_SOME", bound=StrEnum)


class TemplateBook:
    """Hands out templates; a bureau's own file stands before the shipped one of the same name."""

    def __init__(self, folder: Path, *, shipped: Path = SHIPPED) -> None:
        self._own = folder / OWN_FOLDER
        self._shipped = shipped
        self._read: dict[DocumentType, Template] = {}

    def template(self, document_type: DocumentType) -> Template:
        """Return the template of a type; an own file that cannot be used is refused by name."""
        if document_type not in self._read:
            self._read[document_type] = self._template(document_type)
        return self._read[document_type]

    def questions(self, role: str) -> tuple[str, ...]:
        """Return the questions that an interview of a role may start from."""
        file = self._file(QUESTIONS)
        bank = _table(file).get("questions", {})
        listed = bank.get(role, []) if isinstance(bank, dict) else []
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise _refused(file.name, f"questions.{role}")
        return tuple(listed)

    def check(self, file: Path, document_type: DocumentType | None = None) -> Template:
        """Read a file as a template; refused with the line and the place that are wrong.

        ``document_type`` of ``None`` takes what the file's name says.
        """
        document_type = document_type or _named(file)
        content = CONTENTS[document_type]
        own, shipped = _table(file), _table(self._shipped / f"{document_type}.toml")
        template = _template_of(document_type, file.name, own, shipped, self._common())
        found = faults(template, content)
        if found:
            raise UnusableInput(
                sentence(
                    "The template {name} names in line {line} the field {field}, which this document does "
                    "not have (part {part}). Correct it or take the file away; nothing was changed.",
                    name=file.name,
                    line=_line_of(file, found[0].field),
                    field=found[0].field,
                    part=found[0].block,
                )
            )
        return template

    def text(self, document_type: DocumentType) -> bytes:
        """Return the file that is used now, to be changed elsewhere."""
        return self._file(document_type.value).read_bytes()

    def is_own(self, document_type: DocumentType) -> bool:
        """Tell whether the bureau's own file is used."""
        return (self._own / f"{document_type}.toml").is_file()

    def take_in(self, file: Path, document_type: DocumentType | None = None) -> Template:
        """Check a file and use it from now on instead of the shipped one."""
        template = self.check(file, document_type)
        text = read_chosen(file, _LARGEST)
        self._own.mkdir(exist_ok=True, parents=True)
        write_durably(self._own / f"{template.type}.toml", text)
        self._read.pop(template.type, None)
        return template

    def forget(self, document_type: DocumentType) -> None:
        """Go back to the shipped template."""
        (self._own / f"{document_type}.toml").unlink(missing_ok=True)
        self._read.pop(document_type, None)

    def _file(self, name: str) -> Path:
        own = self._own / f"{name}.toml"
        return own if own.is_file() else self._shipped / f"{name}.toml"

    def _template(self, document_type: DocumentType) -> Template:
        return self.check(self._file(document_type.value))

    def _common(self) -> dict[str, str]:
        file = self._file(COMMON)
        shipped = _table(self._shipped / f"{COMMON}.toml")
        return _phrases(file.name, _table(file).get("phrases"), shipped["phrases"])


def _named(file: Path) -> DocumentType:
    """Return the type that a file's name says."""
    try:
        document_type = DocumentType(file.stem)
        CONTENTS[document_type]
    except (ValueError, KeyError) as error:
        raise UnusableInput(
            sentence(
                "{name} is not the name of a template. Name the file after the type of document, "
                "such as record.toml.",
                name=file.name,
            )
        ) from error
    return document_type


def _line_of(file: Path, field: str) -> int:
    """Return the first line, from 1, that names a field in braces or in quotation marks."""
    lines = file.read_text(encoding="utf-8").splitlines()
    places = ("{" + field + "}", "{" + field + ":", f'"{field}"', f"'{field}'", field)
    for place in places:
        for number, line in enumerate(lines, start=1):
            if place in line:
                return number
    return 1


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_chosen(file, _LARGEST).decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(file.name, str(error)) from error


def _template_of(
    document_type: DocumentType, name: str, own: Mapping[str, Any], shipped: Mapping[str, Any],
    common: Mapping[str, str],
) -> Template:  # fmt: skip
    version = _text(name, own, "version")
    phrases = _phrases(name, own.get("phrases", {}), shipped.get("phrases", {}))
    return Template(
        type=document_type,
        version=version,
        title=_text(name, own, "title", ""),
        kind=_choice(name, own, "kind", PaperKind, PaperKind.FORM),
        blocks=_blocks(name, own.get("block", []), "block"),
        foot=_texts(name, own.get("foot", []), "foot"),
        letterhead=own.get("letterhead", True) is True,
        wording=Wording(version, {**common, **phrases}),
    )


def _phrases(name: str, mine: object, shipped: Mapping[str, str]) -> dict[str, str]:
    """Every shipped phrase must stay, with no place in braces that the shipped one lacks."""
    if not isinstance(mine, dict):
        raise _refused(name, "phrases")
    for key, phrase in shipped.items():
        text = mine.get(key)
        if not isinstance(text, str) or not set(places(text)) <= set(places(phrase)):
            raise _refused(name, f"phrases.{key}")
    return {key: mine[key] for key in shipped}


def _blocks(name: str, listed: object, where: str) -> tuple[Block, ...]:
    if not isinstance(listed, list):
        raise _refused(name, where)
    return tuple(_block(name, one, f"{where} {number}") for number, one in enumerate(listed, start=1))


def _block(name: str, table: object, where: str) -> Block:
    if not isinstance(table, dict):
        raise _refused(name, where)
    known = {"kind", "text", "each", "when", "unless", "stand", "indent", "rows", "columns", "total",
             "together", "least_rows", "a_row", "block"}  # fmt: skip
    unknown = sorted(set(table) - known)
    if unknown:
        raise _refused(name, f"{where}: {unknown[0]}")
    block = Block(
        kind=_choice(name, table, "kind", BlockKind, None, where),
        text=_text(name, table, "text", ""),
        each=_text(name, table, "each", ""),
        when=_text(name, table, "when", ""),
        unless=_text(name, table, "unless", ""),
        stand=_choice(name, table, "stand", Stand, Stand.LEFT, where),
        indent=_number(name, table, "indent", 2, 0, 10, where),
        together=table.get("together", False) is True,
        rows=tuple(_texts(name, row, where) for row in _listed(name, table.get("rows", []), where)),
        columns=tuple(_column(name, one, where) for one in _listed(name, table.get("columns", []), where)),
        total=_texts(name, table.get("total", []), where),
        least_rows=int(_number(name, table, "least_rows", 0, 0, 40, where)),
        a_row=int(_number(name, table, "a_row", 2, 1, 2, where)),
        blocks=_blocks(name, table.get("block", []), where),
    )
    if not _is_whole(block):
        raise _refused(name, where)
    return block


def _is_whole(block: Block) -> bool:
    """Tell whether rows have as many texts as their kind draws."""
    lengths = {len(row) for row in block.rows}
    if block.kind is BlockKind.PAIRS:
        return bool(lengths) and lengths <= {2, 4}
    if block.kind is BlockKind.SIGNATURES:
        return bool(lengths) and lengths <= {2, 3}
    if block.kind is BlockKind.SEAL:
        return len(block.rows) == 1 and lengths == {3}
    if block.kind is BlockKind.TABLE:
        return bool(block.columns and block.each) and len(block.total) in (0, len(block.columns))
    if block.kind in (BlockKind.PHOTOGRAPHS, BlockKind.REPEAT):
        return bool(block.each)
    return True


def _column(name: str, table: object, where: str) -> TableColumn:
    if not isinstance(table, dict):
        raise _refused(name, f"{where}: columns")
    return TableColumn(
        title=_text(name, table, "title"),
        text=_text(name, table, "text", ""),
        share=_number(name, table, "share", 10, 1, 100, where),
        stand=_choice(name, table, "stand", Stand, Stand.LEFT, where),
    )


def _text(name: str, table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise _refused(name, key)
    return value.strip("\n")


def _texts(name: str, value: object, where: str) -> tuple[str, ...]:
    listed = _listed(name, value, where)
    if not all(isinstance(one, str) for one in listed):
        raise _refused(name, where)
    return tuple(str(one) for one in listed)


def _listed(name: str, value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise _refused(name, where)
    return value


def _number(
    name: str, table: Mapping[str, Any], key: str, default: float, least: float, most: float, where: str
) -> float:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise _refused(name, f"{where}: {key}")
    return float(value)


def _choice(
    name: str, table: Mapping[str, Any], key: str, kind: type[_SOME], default: _SOME | None, where: str = ""
) -> _SOME:
    value = table.get(key, default)
    try:
        return kind(value)
    except ValueError as error:
        raise _refused(name, f"{where}: {key}" if where else key) from error


def _refused(name: str, where: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The template {name} cannot be used; look at: {where}. Correct it or take the file away; "
            "nothing was changed.",
            name=name,
            where=where,
        )
    )
