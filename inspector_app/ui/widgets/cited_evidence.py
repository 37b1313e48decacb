"""The evidence of one finding as small pictures, with ways to add and to take away."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.evidence import Evidence
from inspector_app.services.evidence import Gallery
from inspector_app.ui import theme
from inspector_app.ui.keys import give_keys
from inspector_app.ui.models.evidence import EvidenceModel
from inspector_app.ui.widgets.evidence_grid import EvidenceGrid

_PICTURE = QSize(132, 99)


class CitedEvidence(QWidget):
    """Enter or a double click leads to the piece; Delete takes it away from the finding alone."""

    citeWanted = Signal(str)
    unciteWanted = Signal(object)
    """Identities of the pieces that were selected."""
    takeWanted = Signal()
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EvidenceModel(self)
        self.grid = EvidenceGrid(_PICTURE)
        self.grid.setModel(self.model)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setAccessibleName(self.tr("Evidence of this finding"))
        self.grid.setTabKeyNavigation(False)
        self.grid.doubleClicked.connect(self._on_follow)
        self._act(self.tr("Show this evidence"), "Return", self._follow)
        remove = self._act(self.tr("Take this evidence away from the finding"), "Delete", self._uncite)
        self.offered = QComboBox()
        self.offered.setAccessibleName(self.tr("Cite evidence that was taken already"))
        self.offered.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offered.setMinimumWidth(90)  # its placeholder never makes the form wider than its place
        self.offered.activated.connect(self._on_offered)
        self.take = QPushButton(self.tr("Take evidence  Ctrl+E"))
        theme.put_icon(self.take, "camera", "text")
        self.take.clicked.connect(self.takeWanted)
        self.remove = QPushButton(self.tr("Remove  Delete"))
        self.remove.setToolTip(remove.text())
        self.remove.setProperty("role", "quiet")
        self.remove.clicked.connect(self._uncite)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.offered, 1)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.grid)
        layout.addLayout(row)
        self.grid.selectionModel().selectionChanged.connect(self._on_selection)
        self.grid.tall.connect(self.grid.setFixedHeight)
        self.show_evidence([], [])

    def show_evidence(self, cited: list[Evidence], others: list[Evidence]) -> None:
        """Show what is cited, in the order of the labels, and offer the rest."""
        self.model.show_gallery(Gallery(evidence=cited[::-1]))
        self.grid.setVisible(bool(cited))
        self.grid.measure()
        self.remove.setVisible(bool(cited))
        self._on_selection()
        self.offered.clear()
        self.offered.setPlaceholderText(self.tr("Cite evidence that was taken already"))
        for piece in others:
            self.offered.addItem(f"{piece.number}   {piece.caption or piece.original_name}", piece.id)
        self.offered.setCurrentIndex(-1)
        self.offered.setVisible(bool(others))

    @property
    def count(self) -> int:
        return self.model.total

    def _act(self, text: str, key: str, slot: object) -> QAction:
        action = give_keys(QAction(text, self.grid), key, Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.grid.addAction(action)
        return action

    @Slot()
    def _follow(self) -> None:
        self._on_follow(self.grid.currentIndex())

    @Slot(QModelIndex)
    def _on_follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.followed.emit(self.model.evidence(index.row()).id)

    @Slot()
    def _uncite(self) -> None:
        rows = [index.row() for index in self.grid.selectionModel().selectedIndexes()]
        if rows:
            self.unciteWanted.emit([self.model.evidence(row).id for row in rows])

    @Slot()
    def _on_selection(self) -> None:
        self.remove.setEnabled(self.grid.selectionModel().hasSelection())

    @Slot()
    def _on_offered(self) -> None:
        chosen = self.offered.currentData()
        if chosen:
            self.citeWanted.emit(chosen)
