"""Which kind of ledger each sheet of a file is, where the place it was given for already narrows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.domain.ledger import LedgerField, LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.ledgers.header_lines import header_key
from inspector_app.ledgers.ledger_headers import Layout, guess_layout, layout_of
from inspector_app.ledgers.opened import open_ledger
from inspector_app.ledgers.reading import Row
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.synonyms import NAMES, marks

_RETURNS = frozenset({LedgerKind.PURCHASE_RETURNS, LedgerKind.SALES_RETURNS})
_BACK = ("退", "return", "refund", "3504", "3506")
_SALE = ("销", "售", "sale", "sell", "退费", "退药", "refund", "3506", "billing")
_BUY = ("购", "采", "进货", "供", "purchase", "buy", "3504")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSheet:
    """One sheet that was recognised, with the mapping that reads just this sheet."""

    number: int
    name: str
    kind: LedgerKind
    mapping: LedgerMapping
    layout: Layout


def known_sheets(
    source: SourceFile,
    usual: LedgerKind,
    among: Collection[LedgerKind],
    mappings: Mapping[LedgerKind, LedgerMapping],
) -> tuple[KnownSheet, ...]:
    """Recognise every sheet; ``usual`` is what the place asks for, ``among`` what it takes beside that."""
    opened = open_ledger(source)
    found = []
    for number, name in enumerate(opened.sheets):
        rows = opened.head(number)
        given = _given(rows, name, among, mappings)
        layout = given or _guessed(rows, f"{source.name} {name}", usual, among)
        if layout is not None:
            mapping = mappings[layout.kind] if given else layout.mapping(name)
            found.append(
                KnownSheet(number=number, name=name, kind=layout.kind, mapping=mapping, layout=layout)
            )
    return tuple(found)


def _given(
    rows: Sequence[Row],
    sheet: str,
    among: Collection[LedgerKind],
    mappings: Mapping[LedgerKind, LedgerMapping],
) -> Layout | None:
    fitting = [
        layout
        for kind, mapping in mappings.items()
        if kind in among and mapping.sheet in ("", sheet) and not (layout := layout_of(rows, mapping)).missing
    ]
    return max(fitting, key=lambda layout: len(layout.columns), default=None)


def _guessed(
    rows: Sequence[Row], name: str, usual: LedgerKind, among: Collection[LedgerKind]
) -> Layout | None:
    best: tuple[float, Layout] | None = None
    for kind in sorted(among):
        layout = guess_layout(rows, kind)
        if layout.missing or len(layout.columns) < 2:
            continue
        score = _score(layout, name, usual)
        if score is not None and (best is None or score > best[0]):
            best = score, layout
    return best[1] if best else None


def _score(layout: Layout, name: str, usual: LedgerKind) -> float | None:
    """How much speaks for a kind; ledgers of returns look like their opposite and must say what they are."""
    said = name.lower()
    kind = layout.kind
    keys = {header_key(header) for header in layout.headers}
    named_back = any(word in said for word in _BACK)
    if kind in _RETURNS:
        theirs, others = (_SALE, _BUY) if kind is LedgerKind.SALES_RETURNS else (_BUY, _SALE)
        of_its_kind = any(word in said for word in theirs) or not any(word in said for word in others)
        if not _takes_back(layout) and not (named_back and of_its_kind):
            return None
        family = (
            LedgerKind.SALES_RETURNS
            if usual in (LedgerKind.BILLING, LedgerKind.SALES)
            else LedgerKind.PURCHASE_RETURNS
        )
        return 40.0 + len(layout.columns) + 10.0 * of_its_kind * named_back + 5.0 * (kind is family)
    score = len(layout.columns) + 3.0 * len(keys & marks(kind))
    score += 4.0 * any(word.lower() in said for word in NAMES[kind].split())
    return score + 3.0 * (kind is usual)


def _takes_back(layout: Layout) -> bool:
    """The header of the quantities says that goods went back: 退货数量 does, 销售/退货数量 does not."""
    column = dict(layout.columns).get(LedgerField.QUANTITY)
    if column is None or column >= len(layout.headers):
        return False
    key = header_key(layout.headers[column])
    return key.startswith("退") or "return" in key
