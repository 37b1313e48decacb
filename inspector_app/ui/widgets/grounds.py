"""What a suspicion rests on, as links to the beds, answers and rows themselves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.evidence import Target
from inspector_app.ui.evidence_words import target_word
from inspector_app.ui.widgets.marks import label

_SHOWN = 12
_ACROSS = 2


class Grounds(QWidget):
    """One link a thing; of very many the first dozen, the others counted."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links: list[QPushButton] = []
        self._more = label("", "muted")
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(_ACROSS, 1)
        self._grid.setHorizontalSpacing(24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(self.tr("Rests on"), "caption"))
        layout.addLayout(self._grid)
        layout.addWidget(self._more)

    def show_targets(self, targets: Iterable[Target]) -> None:
        known = list(dict.fromkeys(targets))
        for link in self.links:
            self._grid.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        for place, target in enumerate(known[:_SHOWN]):
            link = QPushButton(f"{target_word(target.kind)} · {target.label or target.id[:8]}")
            link.setProperty("role", "link")
            link.clicked.connect(partial(self.followed.emit, target))
            self._grid.addWidget(link, place // _ACROSS, place % _ACROSS)
            self.links.append(link)
        rest = len(known) - _SHOWN
        self._more.setText(self.tr("… and {count} more.").format(count=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(known))
