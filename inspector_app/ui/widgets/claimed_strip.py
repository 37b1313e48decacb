"""Above a finding: the lines of ledgers it rests on, and those that another finding claims as well."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.ids import FindingId
from inspector_app.domain.money import figures
from inspector_app.domain.overlap import Overlap, OverlapDecided
from inspector_app.ui.widgets.marks import label


class ClaimedStrip(QWidget):
    """Shows; what a person decides goes out as signals."""

    rowsWanted = Signal()
    countHereWanted = Signal(object, str)
    """The ``Overlap``, and the id of the finding in which its lines are to count."""
    takeBackWanted = Signal(object)
    """The ``OverlapDecided`` that no longer holds."""
    followed = Signal(str)
    """The id of another finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QPushButton()
        self.rows.setProperty("role", "link")
        self.rows.clicked.connect(self.rowsWanted)
        top = QHBoxLayout()
        top.addWidget(self.rows)
        top.addStretch()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 2, 28, 0)
        self._layout.setSpacing(2)
        self._layout.addLayout(top)
        self.lines: list[QWidget] = []
        self.hide()

    def show_claims(
        self,
        finding: FindingId,
        count: int,
        overlaps: tuple[Overlap, ...],
        stale: tuple[OverlapDecided, ...],
    ) -> None:
        """``stale`` are decisions that deduct here for a finding that was withdrawn."""
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(finding, one) for one in overlaps]
        self.lines += [self._stale(one) for one in stale]
        for line in self.lines:
            self._layout.addWidget(line)
        self.rows.setText(
            self.tr("Rests on one line of the ledgers")
            if count == 1
            else self.tr("Rests on {count} lines of the ledgers").format(count=count)
        )
        self.rows.setVisible(count > 0)
        self.setVisible(count > 0 or bool(self.lines))

    def _line(self, finding: FindingId, overlap: Overlap) -> QWidget:
        other = overlap.other(finding)
        facts = {"count": overlap.count, "amount": figures(overlap.amount), "item": other.item}
        decided = overlap.decided
        if decided is None:
            text = self.tr("{count} of them, worth ¥ {amount}, count in “{item}” too.").format(**facts)
            buttons = [
                (self.tr("Count them here"), partial(self.countHereWanted.emit, overlap, finding)),
                (self.tr("Count them there"), partial(self.countHereWanted.emit, overlap, other.id)),
            ]
        else:
            facts["amount"] = figures(decided.amount)
            text = (
                self.tr("{count} of them count here; “{item}” deducts ¥ {amount}.")
                if decided.counted_in == finding
                else self.tr("{count} of them count in “{item}”; ¥ {amount} are deducted here.")
            ).format(**facts)
            buttons = [(self.tr("Decide again"), partial(self.takeBackWanted.emit, decided))]
        buttons.append((self.tr("Show the other finding"), partial(self.followed.emit, other.id)))
        return self._row(text, "warning" if overlap.is_open else "muted", buttons)

    def _stale(self, decided: OverlapDecided) -> QWidget:
        text = self.tr("¥ {amount} are deducted here for a finding that was withdrawn.")
        put_back = (self.tr("Add them again"), partial(self.takeBackWanted.emit, decided))
        return self._row(text.format(amount=figures(decided.amount)), "warning", [put_back])

    def _row(self, text: str, role: str, buttons: list[tuple[str, partial[None]]]) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(label(text, role, wrap=True), 1)
        for words, go in buttons:
            button = QPushButton(words)
            button.setProperty("role", "link")
            button.clicked.connect(go)
            across.addWidget(button)
        return row
