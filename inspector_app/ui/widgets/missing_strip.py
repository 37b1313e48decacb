"""What a finding still needs for the notice, as links that lead to the field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector_app.domain.finding import Lack
from inspector_app.ui.widgets.marks import label


class MissingStrip(QWidget):
    """Stands above the form, so that nothing has to be scrolled to be known."""

    wanted = Signal(object)
    """The ``Lack`` whose field is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            Lack.CATEGORY: self.tr("category"),
            Lack.DESCRIPTION: self.tr("description"),
            Lack.CLAUSE: self.tr("clause"),
            Lack.EVIDENCE: self.tr("evidence"),
            Lack.REQUIREMENT: self.tr("requirement"),
        }
        self.said = label("", "caption")
        self.links: dict[Lack, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 28, 0)
        layout.setSpacing(6)
        layout.addWidget(self.said)
        for lack, words in self._words.items():
            link = self.links[lack] = QPushButton(words)
            link.setProperty("role", "lack")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.setAccessibleName(self.tr("Missing: {field}").format(field=words))
            link.clicked.connect(partial(self.wanted.emit, lack))
            layout.addWidget(link)
        self.doubt = QPushButton(self.tr("the clauses in doubt"))
        self.doubt.setProperty("role", "lack")
        self.doubt.setCursor(Qt.CursorShape.PointingHandCursor)
        layout.addWidget(self.doubt)
        layout.addStretch()

    def say(self, words: str) -> None:
        """Say something else in the place of what is missing."""
        for link in self.links.values():
            link.hide()
        self.doubt.hide()
        self.said.setText(words)

    def show_lacks(self, lacks: tuple[Lack, ...], in_doubt: bool = False) -> None:
        """``in_doubt``: a clause waits for the lead, or was not in force then."""
        self.doubt.setVisible(in_doubt)
        for lack, link in self.links.items():
            link.setVisible(lack in lacks)
        self.said.setText(
            self.tr("Missing for the notice:")
            if lacks
            else self.tr("Complete but for")
            if in_doubt
            else self.tr("Complete: everything the notice needs is here.")
        )
