"""Files beside a form: tables and lists become instances that expressions can search."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from inspector_app.checklists.xpath.nodes import Node, NodeKind, document
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

LAST_SAVED = "jr://instance/last-saved"
_SOURCE = re.compile(r"jr://(?P<kind>file-csv|file)/(?P<name>.+)\Z")
_INSTANCE = re.compile(r"<(?:\w+:)?instance\b[^>]*\bsrc\s*=\s*[\"']([^\"']+)[\"']")
_ELEMENT_NAME = re.compile(r"[^\W\d][\w.\-]*\Z")
_DELIMITERS = ",;\t"


class FileFault(UnusableInput):
    """A file that a form reads is missing, or nobody can read it."""

    def __init__(self, name: str, told: Sentence) -> None:
        super().__init__(told)
        self.name = name


def files_needed(xform: str) -> tuple[str, ...]:
    """Return the names of the files a form reads."""
    found = (_SOURCE.match(source) for source in _INSTANCE.findall(xform))
    return tuple(dict.fromkeys(match["name"] for match in found if match))


def decoded(content: bytes) -> str:
    """Read a text file as UTF-8, or as Chinese spreadsheets write it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def read_file(source: str, files: Mapping[str, str]) -> Node:
    """Return the instance a ``src`` means; a missing or unreadable file is told by its name."""
    match = _SOURCE.match(source)
    if match is None or match["name"].lower().endswith(".geojson"):
        raise FileFault(
            match["name"] if match else source,
            sentence(
                "The checklist reads {source}, which this program does not support. "
                "Put the choices into the table or into a .csv file beside it.",
                source=source,
            ),
        )
    name = match["name"]
    if name not in files:
        raise FileFault(
            name,
            sentence(
                "The checklist reads the file {name}, which was not given. Put it beside the checklist and "
                "import both again.",
                name=name,
            ),
        )
    return _from_csv(files[name], name) if match["kind"] == "file-csv" else _from_xml(files[name], name)


def _from_csv(text: str, name: str) -> Node:
    """Read a table: a root, an item for each row, an element for each column (ODK XForms, from CSV)."""
    first = text.partition("\n")[0]
    delimiter = next((sign for sign in _DELIMITERS if sign in first), ",")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise _damaged(name, str(error)) from error
    header = [column.strip() for column in rows[0]] if rows else []
    for column in header:
        if not _ELEMENT_NAME.match(column) or header.count(column) > 1:
            raise FileFault(
                name,
                sentence(
                    "The file {name} has the column {column}. Column names must differ, begin with a letter "
                    "and contain no blanks. Rename it and import again.",
                    name=name,
                    column=column or "''",
                ),
            )
    top = Node(NodeKind.ELEMENT, "root")
    for row in rows[1:]:
        if not any(row):
            continue
        item = Node(NodeKind.ELEMENT, "item")
        for place, column in enumerate(header):
            cell = Node(NodeKind.ELEMENT, column)
            cell.set_string(row[place] if place < len(row) else "")
            item.append(cell)
        top.append(item)
    root = Node(NodeKind.ROOT)
    root.append(top)
    return root


def _from_xml(text: str, name: str) -> Node:
    try:
        return document(ElementTree.fromstring(text))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise _damaged(name, type(error).__name__) from error


def _damaged(name: str, fault: str) -> FileFault:
    told = sentence("The file {name} cannot be read ({fault}). Ask for it again.", name=name, fault=fault)
    return FileFault(name, told)
