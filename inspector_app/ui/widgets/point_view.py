"""One point of a reconciliation: what was found, by which rule, and what a person decides about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.money import figures
from inspector_app.ui.models.point_lines import PointLine, point_name
from inspector_app.ui.widgets.marks import label, thin_line


class PointView(QWidget):
    """Shows a point, or how many are chosen; what is wanted goes out as signals."""

    rowsWanted = Signal()
    asideWanted = Signal(str)
    """The reason why what is chosen does not hold."""
    backWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle", wrap=True)
        self.explanation = label("", wrap=True)
        self.explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(20)
        self.subject, self.item, self.period, self.number, self.fund = (
            label("", wrap=True) for _ in range(5)
        )
        for name, text in (
            (self.tr("About"), self.subject),
            (self.tr("Ward or item"), self.item),
            (self.tr("When"), self.period),
            (self.tr("Number"), self.number),
            (self.tr("Fund"), self.fund),
        ):
            self.facts.addRow(label(name, "muted"), text)
        self.rows = QPushButton()
        self.rows.setProperty("role", "link")
        self.rows.clicked.connect(self.rowsWanted)
        self.decided = label("", "muted", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Delete: why it does not hold, such as: sold by the piece"))
        self.reason.setAccessibleName(self.tr("Reason for setting aside"))
        self.reason.returnPressed.connect(self._on_aside)
        self.aside = QPushButton(self.tr("Set it aside"))
        self.aside.clicked.connect(self._on_aside)
        self.back = QPushButton(self.tr("Let it count again"))
        self.back.clicked.connect(self.backWanted)
        deciding = QHBoxLayout()
        deciding.addWidget(self.reason, 1)
        deciding.addWidget(self.aside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.explanation)
        layout.addLayout(self.facts)
        layout.addWidget(self.rows, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(thin_line())
        layout.addLayout(deciding)
        layout.addWidget(self.decided)
        layout.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def show_lines(self, lines: tuple[PointLine, ...]) -> None:
        """Show the first of what is chosen, and how many they are."""
        line, point = lines[0], lines[0].point
        name = point_name(point)
        more = self.tr("{name}  ·  chosen: {count}").format(name=name, count=len(lines))
        self.title.setText(more if len(lines) > 1 else name)
        self.explanation.setText(point.explanation)
        for text, value in (
            (self.subject, point.subject),
            (self.item, point.ward_or_item),
            (self.period, point.period.replace("/", " – ")),
            (self.number, "" if point.quantity is None else f"{point.quantity.normalize():f}"),
            (self.fund, "" if point.amount is None else f"¥ {figures(point.amount)}"),
        ):
            text.setText(value)
            self.facts.setRowVisible(text, bool(value))
        self.rows.setText(self.tr("Show the lines of the ledgers: {count}").format(count=len(point.rows)))
        open_ones = any(one.aside is None for one in lines)
        for part in (self.reason, self.aside):
            part.setVisible(open_ones)
        self.decided.setVisible(line.aside is not None)
        self.back.setVisible(any(one.aside is not None for one in lines))
        if line.aside is not None:
            self.decided.setText(self.tr("Set aside: {reason}").format(reason=line.aside.reason))

    @Slot()
    def _on_aside(self) -> None:
        self.asideWanted.emit(self.reason.text())
