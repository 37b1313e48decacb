"""The panel at the right: what belongs to the selected thing; a drawer where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

ROOMY = 1400
"""Window width in pixels from which the panel stands beside the page."""


class ContextPanel(QFrame):
    """Shows the widget that a page offers for its selection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contextPanel")
        self.setFixedWidth(320)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(self.tr("Select something to see its evidence, clauses and history here."))
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._nothing.setMargin(20)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self._area)
        self._area.hide()

    @property
    def is_filled(self) -> bool:
        return self._area.widget() is not None

    @Slot(object)
    def show_widget(self, widget: QWidget | None) -> None:
        """Take over the page's widget; the one before goes back to where it is kept, unseen."""
        if widget is not None and widget is self._area.widget():
            return  # taking it out and in again costs more than all that it says
        before = self._area.takeWidget()
        if before is not None and before is not widget:
            before.hide()
            before.setParent(self)
        if widget is not None:
            self._area.setWidget(widget)
            widget.show()
        self._area.setVisible(widget is not None)
        self._nothing.setVisible(widget is None)
