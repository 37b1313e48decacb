"""Questions as rows, the answer typed under each: Enter goes to the next, corrections stay visible."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.record import Exchange
from inspector_app.ui.widgets.kept_text import KeptLine
from inspector_app.ui.widgets.marks import label


class ExchangeRow(QWidget):
    """One question; a line for its answer, and what stood there before."""

    def __init__(self, number: int, exchange: Exchange) -> None:
        super().__init__()
        self.exchange = exchange
        self.question = label(f"{number}. {exchange.question}", wrap=True)
        self.drop = QPushButton(self.tr("Drop"))
        self.drop.setProperty("role", "link")
        self.drop.setAccessibleName(self.tr("Drop question {number}").format(number=number))
        self.before = label("", "muted", wrap=True)
        self.before.setTextFormat(Qt.TextFormat.RichText)
        self.answer = KeptLine(self.tr("Answer {number}").format(number=number), self.tr("Answer"))
        top = QHBoxLayout()
        top.addWidget(self.question, 1)
        top.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.before)
        layout.addWidget(self.answer)
        self.show_exchange(exchange)

    def show_exchange(self, exchange: Exchange) -> None:
        self.exchange = exchange
        struck = "　".join(f"<s>{escape(old)}</s>" for old in exchange.before)
        self.before.setText(struck)
        self.before.setAccessibleName(self.tr("Before: {text}").format(text="；".join(exchange.before)))
        self.before.setVisible(bool(exchange.before))
        self.answer.show_text(exchange.answer)
        self.drop.setVisible(not exchange.answer)


class ExchangeList(QWidget):
    """Keeps its rows while only answers change, so that the keyboard stays where it is."""

    answered = Signal(int, str)
    dropped = Signal(int)
    pastLast = Signal()
    """Enter was pressed in the last answer."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ExchangeRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_exchanges(self, exchanges: tuple[Exchange, ...]) -> None:
        asked = [one.question for one in exchanges]
        known = [row.exchange.question for row in self.rows]
        if asked[: len(known)] != known:
            self._clear()
        for row, exchange in zip(self.rows, exchanges, strict=False):
            row.show_exchange(exchange)
        for exchange in exchanges[len(self.rows) :]:
            self._add(exchange)

    def commit(self) -> None:
        for row in self.rows:
            row.answer.commit()

    def focus_first_open(self) -> None:
        """Go to the first question without an answer."""
        for row in self.rows:
            if not row.answer.text():
                row.answer.setFocus()
                return

    def _add(self, exchange: Exchange) -> None:
        position = len(self.rows)
        row = ExchangeRow(position + 1, exchange)
        row.answer.kept.connect(partial(self.answered.emit, position))
        row.answer.returnPressed.connect(partial(self._next, position))
        row.drop.clicked.connect(partial(self.dropped.emit, position))
        self.rows.append(row)
        self._layout.addWidget(row)

    def _clear(self) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()

    @Slot(int)
    def _next(self, position: int) -> None:
        if position + 1 < len(self.rows):
            self.rows[position + 1].answer.setFocus()
        else:
            self.pastLast.emit()
