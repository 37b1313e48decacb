"""Says above an inspection that its file was salvaged, and leads to what was lost."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.salvage import Salvage
from inspector_app.ui.widgets.marks import IconLabel, label


class SalvagedStrip(QFrame):
    """Stays as long as the inspection is worked on: what is missing does not come back by itself."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("kind", "info")
        self.text = label("", "", wrap=True)
        self.button = QPushButton(self.tr("What was kept and lost"))
        self.button.setProperty("role", "quiet")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(IconLabel("info", "info", 18))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    @Slot(object)
    def show_salvage(self, salvage: Salvage | None) -> None:
        self.setVisible(salvage is not None)
        if salvage is None:
            return
        day = f"{salvage.at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
        if salvage.is_whole:
            self.text.setText(
                self.tr("Salvaged from a damaged file on {day}; nothing is missing.").format(day=day)
            )
        else:
            self.text.setText(
                self.tr(
                    "Salvaged from a damaged file on {day}; not everything is here. Compare it with paper "
                    "and a safety copy before you rely on it."
                ).format(day=day)
            )
