"""One item reconciled: the sum as a picture and as a sentence, its units, its remarks and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.money import figures
from inspector_app.domain.stock import StockLine, StockStatus, StockTerm, StockTerms
from inspector_app.domain.stock_months import StockMonth
from inspector_app.domain.stock_points import PricePoint, PriceRule
from inspector_app.ui.bar_picture import BarPicture
from inspector_app.ui.language import say
from inspector_app.ui.stock_words import difference_text, factor_word, quantity_text, term_word
from inspector_app.ui.widgets.marks import Chip, label
from inspector_app.ui.widgets.waterfall import Bar, BarKind, Waterfall

_ADDED = (StockTerm.PURCHASED, StockTerm.TRANSFER_IN)
_TAKEN = (StockTerm.PURCHASE_RETURNED, StockTerm.LOST, StockTerm.OWN_USE, StockTerm.TRANSFER_OUT)
_SHOWN = 8
"""Rows of a term that are named; of more the first ones, the others counted."""


class StockItem(QWidget):
    """Shows a line; what is wanted of it goes out as signals."""

    rowsWanted = Signal(object)
    """A ``StockTerm`` whose source rows are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.status = Chip()
        self.picture = Waterfall()
        self.identity = label("", wrap=True)
        self.production = label("", "muted", wrap=True)
        for text in (self.identity, self.production):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.months_title = label(self.tr("At hand and billed, month by month"), "caption")
        self.months = Waterfall()
        self.factors = label("", "muted", wrap=True)
        self.notes = label("", "warning", wrap=True)
        self.rows = QGridLayout()
        self.rows.setSpacing(2)
        self.links: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.status)
        sums = (self.picture, self.identity, self.production, self.months_title, self.months)
        for part in (*sums, self.factors, self.notes):
            layout.addWidget(part)
        layout.addLayout(self.rows)
        layout.addStretch()

    def show_line(
        self,
        line: StockLine,
        counts: dict[StockTerm, int],
        months: Sequence[StockMonth] = (),
        prices: Sequence[PricePoint] = (),
    ) -> None:
        """Show an item; ``counts`` says how many source rows each term has."""
        self.title.setText("  ".join(part for part in (line.name or line.code, line.spec) if part))
        codes = " ".join(dict.fromkeys((line.code, *line.local_codes)))
        self.about.setText("  ·  ".join(part for part in (codes, "、".join(line.makers)) if part))
        self.status.show_state(line.status)
        has_sum = line.difference is not None
        self.picture.setVisible(has_sum)
        self.identity.setVisible(has_sum)
        self.production.setVisible(has_sum)
        for part in (self.months_title, self.months):
            part.setVisible(has_sum and len(months) > 1)
        if has_sum:
            self.picture.show_bars(tuple(self._bars(line.terms)))
            self.months.show_bars(tuple(self._month_bars(months)))
            self.identity.setText(self._identity(line))
            self.production.setText(self._production(line))
        said = "；".join(
            f"1 {one.unit} = {quantity_text(one.factor)} {line.unit}（{one.said or factor_word(one.source)}）"
            for one in line.factors
            if one.factor != 1
        )
        self.factors.setText(said)
        self.factors.setVisible(bool(said))
        notes = [*(say(note) for note in line.notes), *map(self._price, prices)]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._show_rows(counts)

    def drawn(self, line: StockLine, period: str) -> BarPicture:
        """The line that is shown as a picture for a file or the record."""
        name = "  ".join(part for part in (line.name or line.code, line.spec, line.code) if part)
        bars = (*self.picture.bars, *(self.months.bars if self.months.isVisibleTo(self) else ()))
        below = (self.identity.text(), self.production.text(), self.factors.text())
        return BarPicture(
            title=f"{name}  {period}".strip(), bars=bars, below=tuple(text for text in below if text)
        )

    def _month_bars(self, months: Sequence[StockMonth]) -> Iterator[Bar]:
        for month in months:
            yield Bar(
                name=self.tr("{month} at hand").format(month=month.month),
                begin=Fraction(0),
                end=month.at_hand,
                text=quantity_text(month.at_hand),
                kind=BarKind.ADDS,
            )
            yield Bar(
                name=self.tr("{month} billed").format(month=month.month),
                begin=Fraction(0),
                end=month.billed,
                text=quantity_text(month.billed),
                kind=BarKind.OVER if month.is_short else BarKind.SUM,
            )

    def _bars(self, terms: StockTerms) -> Iterator[Bar]:
        level = Fraction(0)
        opening = terms.opening or Fraction(0)
        yield Bar(
            name=term_word(StockTerm.OPENING),
            begin=level,
            end=opening,
            text=quantity_text(opening),
            kind=BarKind.SUM,
        )
        level = opening
        for term, kind, step in (
            *((term, BarKind.ADDS, _value(terms, term)) for term in _ADDED),
            *((term, BarKind.TAKES, -_value(terms, term)) for term in _TAKEN),
            (StockTerm.COUNTED, BarKind.TAKES, -(terms.counted or Fraction(0))),
        ):
            if step or term in (StockTerm.PURCHASED, StockTerm.COUNTED):
                yield Bar(
                    name=term_word(term),
                    begin=level,
                    end=level + step,
                    text=difference_text(step) or "0",
                    kind=kind,
                )
                level += step
        yield Bar(
            name=self.tr("Could be sold"),
            begin=Fraction(0),
            end=level,
            text=quantity_text(level),
            kind=BarKind.SUM,
        )
        billed = terms.billed
        yield Bar(
            name=self.tr("Billed"),
            begin=Fraction(0),
            end=billed,
            text=quantity_text(billed),
            kind=BarKind.SUM,
        )
        yield Bar(
            name=self.tr("Difference"),
            begin=min(level, billed),
            end=max(level, billed),
            text=difference_text(billed - level),
            kind=BarKind.OVER if billed != level else BarKind.SUM,
        )

    def _price(self, point: PricePoint) -> str:
        above = (
            self.tr(
                "Billed at ¥ {price} a {unit}, allowed by purchase {allowed}: ¥ {over} over in {rows} lines"
            )
            if point.rule is PriceRule.MARKUP
            else self.tr("Billed at ¥ {price} a {unit}, ceiling {allowed}: ¥ {over} over in {rows} lines")
        )
        return above.format(
            price=figures(point.price),
            unit=point.unit,
            allowed=figures(point.allowed),
            over=figures(point.over),
            rows=point.rows,
        )

    def _identity(self, line: StockLine) -> str:
        terms = line.terms
        text = self.tr(
            "Difference = billed {billed} − (opening {opening} + purchased {purchased} − returned {returned} "
            "− loss {loss} − counted {counted}) = {difference} {unit}"
        ).format(
            billed=quantity_text(terms.billed),
            opening=quantity_text(terms.opening),
            purchased=quantity_text(terms.purchased),
            returned=quantity_text(terms.purchase_returned),
            loss=quantity_text(terms.loss),
            counted=quantity_text(terms.counted),
            difference=difference_text(line.difference),
            unit=line.unit,
        )
        if line.amount and line.status is not StockStatus.WITHIN_TOLERANCE:
            text += self.tr(", worth ¥ {amount}").format(amount=figures(line.amount))
        return text

    def _production(self, line: StockLine) -> str:
        terms = line.terms
        bought_in = (
            terms.purchased
            - terms.purchase_returned
            + terms.sales_returned
            + terms.transfer_in
            - terms.transfer_out
            - terms.lost
            - terms.own_use
        )
        return self.tr(
            "By the formula of the platform: settled {settled} − (opening {opening} + taken in {taken} "
            "− closing {closing} − sold for cash {cash}) = {difference}"
        ).format(
            settled=quantity_text(terms.billed_fund),
            opening=quantity_text(terms.opening),
            taken=quantity_text(bought_in),
            closing=quantity_text(terms.counted),
            cash=quantity_text(terms.billed_own),
            difference=difference_text(terms.production_difference),
        )

    def _show_rows(self, counts: dict[StockTerm, int]) -> None:
        for link in self.links:
            self.rows.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        for place, (term, count) in enumerate((t, counts[t]) for t in StockTerm if counts.get(t)):
            link = QPushButton(
                self.tr("{term}: lines of the ledger: {count}").format(term=term_word(term), count=count)
            )
            link.setProperty("role", "link")
            link.clicked.connect(partial(self.rowsWanted.emit, term))
            self.rows.addWidget(link, place, 0)
            self.links.append(link)
        self.rows.setColumnStretch(1, 1)


def _value(terms: StockTerms, term: StockTerm) -> Fraction:
    found = getattr(terms, term.value)
    return found if isinstance(found, Fraction) else Fraction(0)
