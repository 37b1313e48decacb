"""Removing an inspection that another laptop holds whole: says what stays, asks once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from inspector_app.ui.widgets.marks import label


class PurgeOffer(QFrame):
    """Shown only where nothing of the inspection is on this laptop alone."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = QPushButton(self.tr("Remove from this laptop…"))
        self.first.setProperty("role", "quiet")
        self.what = label("", "", wrap=True)
        self.really = QPushButton(self.tr("Remove it here"))
        self.really.setProperty("role", "danger")
        self.keep = QPushButton(self.tr("Keep it"))
        self.first.clicked.connect(self._ask)
        self.keep.clicked.connect(self.put_away)
        self.really.clicked.connect(self.confirmed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.first)
        buttons.addWidget(self.really)
        buttons.addWidget(self.keep)
        buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.what)
        rows.addLayout(buttons)
        self._holders = ""
        self.put_away()

    def show_holders(self, holders: str) -> None:
        """``holders`` names who holds all of it; empty hides the offer."""
        self.setVisible(bool(holders))
        if holders != self._holders:
            self._holders = holders
            self.put_away()

    @Slot()
    def put_away(self) -> None:
        self._show(asks=False)

    @Slot()
    def _ask(self) -> None:
        self.what.setText(
            self.tr(
                "The file of this inspection is deleted from this laptop; this cannot be undone. {holders} "
                "holds all of it, with a signed receipt. The register here keeps a line that says who holds "
                "it, and a package can bring it back."
            ).format(holders=self._holders)
        )
        self._show(asks=True)
        self.keep.setFocus()

    def _show(self, *, asks: bool) -> None:
        self.first.setVisible(not asks)
        for widget in (self.what, self.really, self.keep):
            widget.setVisible(asks)
