"""The words of the stock reconciliation: what a term is called, and how a quantity is written."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.stock import FactorSource, StockTerm, written

_TERMS = {
    StockTerm.OPENING: QT_TRANSLATE_NOOP("Stock", "Opening count"),
    StockTerm.PURCHASED: QT_TRANSLATE_NOOP("Stock", "Purchased"),
    StockTerm.PURCHASE_RETURNED: QT_TRANSLATE_NOOP("Stock", "Returned to suppliers"),
    StockTerm.SALES_RETURNED: QT_TRANSLATE_NOOP("Stock", "Returned by patients"),
    StockTerm.TRANSFER_IN: QT_TRANSLATE_NOOP("Stock", "Transferred in"),
    StockTerm.TRANSFER_OUT: QT_TRANSLATE_NOOP("Stock", "Transferred out"),
    StockTerm.LOST: QT_TRANSLATE_NOOP("Stock", "Lost or destroyed"),
    StockTerm.OWN_USE: QT_TRANSLATE_NOOP("Stock", "Own use"),
    StockTerm.BILLED_FUND: QT_TRANSLATE_NOOP("Stock", "Billed to the fund"),
    StockTerm.BILLED_OWN: QT_TRANSLATE_NOOP("Stock", "Paid by patients"),
    StockTerm.COUNTED: QT_TRANSLATE_NOOP("Stock", "Counted on site"),
}
_FACTORS = {
    FactorSource.UNITS_LEDGER: QT_TRANSLATE_NOOP("Stock", "from the table of units"),
    FactorSource.PACK_TEXT: QT_TRANSLATE_NOOP("Stock", "from the specification"),
    FactorSource.METRIC: QT_TRANSLATE_NOOP("Stock", "weights and measures"),
    FactorSource.SAME_UNIT: QT_TRANSLATE_NOOP("Stock", "the same unit"),
}


def _say(source: object) -> str:
    return QCoreApplication.translate("Stock", str(source))


def term_word(term: StockTerm) -> str:
    return _say(_TERMS[term])


def factor_word(source: FactorSource) -> str:
    return _say(_FACTORS[source])


def quantity_text(quantity: Fraction | None) -> str:
    """A quantity with separators; a dash where nobody has the figure, never nought."""
    text = written(quantity)
    if not text:
        return "—"
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def difference_text(difference: Fraction | None) -> str:
    """A difference with its sign always; empty where none can be computed."""
    if difference is None:
        return ""
    return f"+{quantity_text(difference)}" if difference > 0 else quantity_text(difference)
