"""Templates of documents as values: what stands where, in a bureau's words, with places for fields.

A template names fields of the content of its type of document in braces. A field that the content
does not have is an error of the template, found by :func:`faults` before anything is printed.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from inspector_app.domain.document import DocumentType
from inspector_app.domain.notice import Wording

COUNTERS = frozenset({"n", "numeral"})
"""What every repeated block may name: its place from 1, and the same in Chinese."""
TEXT = "text"
"""What a repeated block over plain texts calls each of them."""


class BlockKind(StrEnum):
    """What one part of a template is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    PAIRS = "pairs"
    """Labels and values in a grid, one or two pairs a row."""
    TABLE = "table"
    PHOTOGRAPHS = "photographs"
    REPEAT = "repeat"
    SIGNATURES = "signatures"
    """Lines to sign on; they never stand alone on a page."""
    SEAL = "seal"
    """Issuing body, place of its seal and date, as letters end."""
    SPACE = "space"
    NEW_PAGE = "new_page"


class Stand(StrEnum):
    """Where text stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class PaperKind(StrEnum):
    """Which frame and type sizes a document has."""

    LETTER = "letter"
    """GB/T 9704: large type, red header, — 1 —."""
    FORM = "form"
    """Records and lists: smaller type, tables, a line to sign on each page, page x of y."""
    WIDE_FORM = "wide_form"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column: its head, its text with places, its share of the width."""

    title: str
    text: str
    share: float
    stand: Stand = Stand.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a document; which values count depends on its kind."""

    kind: BlockKind
    text: str = ""
    each: str = ""
    """A field with many values: the block is printed for each, a table gets a row for each."""
    when: str = ""
    """A field: the block is left out while it is empty."""
    unless: str = ""
    stand: Stand = Stand.LEFT
    indent: float = 2.0
    together: bool = False
    """Whether no line of the text ends a page without the next, as a question before its answer."""
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[TableColumn, ...] = ()
    total: tuple[str, ...] = ()
    """Texts of a last row, one for each column; empty for none."""
    least_rows: int = 0
    """Rows that a table has at least, for what is added with a pen."""
    a_row: int = 2
    """Photographs beside each other: 1 or 2."""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One type of document, in one version of a bureau's words."""

    type: DocumentType
    version: str
    title: str
    kind: PaperKind
    blocks: tuple[Block, ...]
    foot: tuple[str, ...] = ()
    """Labels of the line to sign on at the foot of every page."""
    letterhead: bool = True
    """Whether a letter begins with the issuing body in red and its number; a party's own paper does not."""
    wording: Wording
    """Phrases that the content is put together from."""

    def with_title(self, title: str) -> Template:
        """Return the template under the title that the region gives to this type."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return Template(**{**values, "title": title})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing in a template that cannot be printed: the field that no content has, and where it stands."""

    field: str
    block: int
    """Counted from 1; 0 for the title and the foot."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a template may name: single values, and fields with many values."""

    single: frozenset[str]
    many: Mapping[str, Fields | None] = field(default_factory=dict)
    """``None`` for many plain texts."""

    def inside(self, name: str) -> Fields:
        """Return what a repeated block over ``name`` may name."""
        rows = self.many[name]
        if rows is None:
            return Fields(self.single | COUNTERS | {TEXT}, self.many)
        return Fields(self.single | rows.single | COUNTERS, {**self.many, **rows.many})


def fields_of(content: type[Any]) -> Fields:
    """Return the fields that templates of a content may name, read off its dataclass."""
    hints = get_type_hints(content)
    single, many = set(), {}
    for one in fields(content):
        hint = hints[one.name]
        if get_origin(hint) is tuple:
            inner: Any = get_args(hint)[0]
            many[one.name] = None if inner is str else fields_of(inner)
        else:
            single.add(one.name)
    return Fields(frozenset(single), many)


def faults(template: Template, content: type[Any]) -> tuple[Fault, ...]:
    """Name every field of the template that the content does not have."""
    known = fields_of(content)
    found = [
        Fault(field=name, block=0)
        for text in (template.title, *template.foot)
        for name in places(text)
        if name not in known.single
    ]
    for number, block in enumerate(template.blocks, start=1):
        found += [Fault(field=name, block=number) for name in _unknown(block, known)]
    return tuple(found)


def places(text: str) -> tuple[str, ...]:
    """Return the names in braces; a brace that never closes is the name ``{``."""
    try:
        return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return ("{",)


def _unknown(block: Block, known: Fields) -> Iterator[str]:
    anything = known.single | set(known.many)
    yield from (name for name in (block.when, block.unless) if name and name not in anything)
    outside = [*block.total] if block.kind is BlockKind.TABLE else []
    inside = [block.text, *(text for row in block.rows for text in row)]
    inside += [column.text for column in block.columns]
    outside += [column.title for column in block.columns]
    yield from (name for text in outside for name in places(text) if name not in known.single)
    within = known
    if block.each:
        if block.each not in known.many:
            yield block.each
            return
        within = known.inside(block.each)
    yield from (name for text in inside for name in places(text) if name not in within.single)
    for nested in block.blocks:
        yield from _unknown(nested, within)
