"""From a figure of a stock line back to the rows it was added up from."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.stock import StockLine, StockTerm
from inspector_app.ledgers.stock import StockReconciliation
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book, Tag, codes_folded, laid_out

_BOOKS: dict[StockTerm, tuple[Book, ...]] = {
    StockTerm.OPENING: (Book.STOCK,),
    StockTerm.COUNTED: (Book.STOCK,),
    StockTerm.PURCHASED: (Book.PURCHASES,),
    StockTerm.PURCHASE_RETURNED: (Book.PURCHASES, Book.PURCHASE_RETURNS),
    StockTerm.SALES_RETURNED: (Book.SALES_RETURNS,),
    StockTerm.TRANSFER_IN: (Book.CHANGES, Book.PURCHASES),
    StockTerm.TRANSFER_OUT: (Book.CHANGES, Book.PURCHASES),
    StockTerm.LOST: (Book.CHANGES, Book.STOCK),
    StockTerm.OWN_USE: (Book.CHANGES,),
    StockTerm.BILLED_FUND: (Book.BILLING, Book.SALES),
    StockTerm.BILLED_OWN: (Book.BILLING, Book.SALES),
}
_CHANGES = {
    StockTerm.TRANSFER_IN: "transfer_in",
    StockTerm.TRANSFER_OUT: "transfer_out",
    StockTerm.LOST: "loss",
    StockTerm.OWN_USE: "own_use",
}


def rows_of(
    ledgers: StockLedgers,
    result: StockReconciliation,
    line: StockLine,
    term: StockTerm,
    *,
    most: int = 10_000,
) -> tuple[RowPlace, ...]:
    """The rows behind one figure, in the order of file, sheet and row; at most ``most`` of them.

    Rows of returns that stand as negative rows elsewhere are among them: they were looked at too.
    """
    found: set[tuple[int, int, int]] = set()
    for frame in rows_behind(ledgers, result, line, term):
        found |= set(frame.select("file", "sheet", "row").head(most).collect().iter_rows())
    return tuple(RowPlace(file=file, sheet=sheet, row=row) for file, sheet, row in sorted(found)[:most])


def rows_behind(
    ledgers: StockLedgers, result: StockReconciliation, line: StockLine, term: StockTerm
) -> Iterator[pl.LazyFrame]:
    """The rows behind one figure, ledger by ledger, with everything that they say."""
    for book in _BOOKS[term]:
        frame = ledgers.of(book)
        if frame is None:
            continue
        tags = [tag for in_book, tag in result.tags.get(line.key, frozenset()) if in_book is book]
        if tags:
            chosen = _of_tags(codes_folded(laid_out(frame)), tags)
            kept = _of_term(_of_days(chosen, result, line, term), book, term)
            if term is StockTerm.COUNTED and ledgers.on_site:
                own = kept.filter(pl.col("file").is_in(sorted(ledgers.on_site)))
                kept = own if own.head(1).collect().height else kept
            yield kept


def billed_rows(
    ledgers: StockLedgers, result: StockReconciliation, line: StockLine
) -> Iterator[pl.LazyFrame]:
    """Everything billed or sold of an item, of any day."""
    for book in (Book.BILLING, Book.SALES):
        frame = ledgers.of(book)
        tags = [tag for in_book, tag in result.tags.get(line.key, frozenset()) if in_book is book]
        if frame is not None and tags:
            yield _of_tags(codes_folded(laid_out(frame)), tags)


def _of_tags(frame: pl.LazyFrame, tags: list[Tag]) -> pl.LazyFrame:
    wanted = pl.LazyFrame(
        {
            "code": [tag.code or None for tag in tags],
            "local_code": [tag.local_code or None for tag in tags],
            "key_name": [tag.name or None for tag in tags],
            "key_spec": [tag.spec or None for tag in tags],
        },
        schema=dict.fromkeys(("code", "local_code", "key_name", "key_spec"), pl.String),
    )
    uncoded = pl.col("code").is_null()
    keyed = frame.with_columns(
        pl.when(uncoded).then(pl.col("name")).alias("key_name"),
        pl.when(uncoded).then(pl.col("spec")).alias("key_spec"),
    )
    return keyed.join(wanted, on=["code", "local_code", "key_name", "key_spec"], how="semi", nulls_equal=True)


def _of_days(
    frame: pl.LazyFrame, result: StockReconciliation, line: StockLine, term: StockTerm
) -> pl.LazyFrame:
    day = {StockTerm.OPENING: line.opening_day, StockTerm.COUNTED: line.count_day}.get(term)
    if term in (StockTerm.OPENING, StockTerm.COUNTED):
        return frame if day is None else frame.filter(pl.col("date") == day)
    kept = frame
    if result.period.first is not None:
        kept = kept.filter(pl.col("date") >= result.period.first)
    if result.period.last is not None:
        kept = kept.filter(pl.col("date") <= result.period.last)
    return kept


def _of_term(frame: pl.LazyFrame, book: Book, term: StockTerm) -> pl.LazyFrame:
    quantity = pl.col("quantity_e4")
    match book:
        case Book.STOCK:
            figures = {
                StockTerm.OPENING: pl.col("opening_e4").is_not_null() | quantity.is_not_null(),
                StockTerm.COUNTED: pl.col("closing_e4").is_not_null() | quantity.is_not_null(),
                StockTerm.LOST: pl.col("loss_e4").fill_null(0) != 0,
            }
            return frame.filter(figures[term])
        case Book.CHANGES:
            return frame.filter(pl.col("change") == _CHANGES[term])
        case Book.BILLING | Book.SALES:
            own = (pl.col("settled_as").eq("own") if book is Book.SALES else pl.col("self_pay")).fill_null(
                value=False
            )
            return frame.filter(own if term is StockTerm.BILLED_OWN else ~own, quantity.is_not_null())
        case Book.PURCHASES:
            if "entry_type" not in frame.collect_schema():
                kind = pl.lit("")
            else:
                kind = pl.col("entry_type").fill_null("")
            back, moved = kind.str.contains("退"), kind.str.contains("调")
            meant = {
                StockTerm.PURCHASED: ~back & ~moved & (quantity > 0),
                StockTerm.PURCHASE_RETURNED: back | (~moved & (quantity < 0)),
                StockTerm.TRANSFER_IN: moved & (quantity > 0),
                StockTerm.TRANSFER_OUT: moved & (quantity < 0),
            }
            return frame.filter(meant[term])
        case _:
            return frame
