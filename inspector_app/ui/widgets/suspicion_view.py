"""One suspicion with its arithmetic; a person confirms it into a finding or dismisses it with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.finding import Finding
from inspector_app.domain.held_rows import HeldRows, count, united
from inspector_app.domain.money import figures
from inspector_app.domain.suspicion import Figure, Suspicion, SuspicionState
from inspector_app.ui.widgets.grounds import Grounds
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import Chip, label, thin_line


class SuspicionView(QWidget):
    """Shows; asks; decides nothing."""

    confirmWanted = Signal(object)
    """The suspicions that are to become one finding, as a tuple."""
    dismissWanted = Signal(object, str)
    """The suspicions as a tuple, and the reason that holds for all of them."""
    reopenWanted = Signal(object)
    findingFollowed = Signal(str)
    groundFollowed = Signal(object)
    """The ``Target`` that a suspicion rests on."""
    rowsWanted = Signal(object, str)
    """The rows of ledgers that a suspicion claims, and what they are shown under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suspicion: Suspicion | None = None
        self._together: tuple[Suspicion, ...] = ()
        self._rows: tuple[HeldRows, ...] = ()
        self.title = label("", "subtitle", wrap=True)
        self.state = Chip()
        self.statement = label("", wrap=True)
        self.statement.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(28)
        self.figures.setVerticalSpacing(6)
        self.rests_on = Grounds()
        self.rests_on.followed.connect(self.groundFollowed)
        self.rows = QPushButton()
        self.rows.setProperty("role", "link")
        self.rows.clicked.connect(self._on_rows)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(
            self.tr("Delete: reason for dismissing, such as: slip shown and signed")
        )
        self.reason.setAccessibleName(self.tr("Reason for dismissing"))
        self.reason.returnPressed.connect(self._on_dismiss)
        self.decided = label("", "muted", wrap=True)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.confirm = KeyButton(self.tr("Confirm into a finding"), keys)
        self.confirm.setProperty("role", "primary")
        self.confirm.clicked.connect(self._on_confirm)
        self.dismiss = QPushButton(self.tr("Dismiss with this reason"))
        self.dismiss.clicked.connect(self._on_dismiss)
        self.reopen = QPushButton(self.tr("Open again"))
        self.reopen.clicked.connect(self._on_reopen)
        self.follow = QPushButton(self.tr("Show the finding"))
        self.follow.clicked.connect(self._on_follow)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state, alignment=Qt.AlignmentFlag.AlignTop)
        dismissing = QHBoxLayout()
        dismissing.addWidget(self.reason, 1)
        dismissing.addWidget(self.dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.statement)
        layout.addLayout(self.figures)
        layout.addWidget(self.rests_on)
        layout.addWidget(self.rows, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(thin_line())
        layout.addWidget(self.confirm, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(dismissing)
        layout.addWidget(self.decided)
        layout.addWidget(self.reopen, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.follow, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def show_suspicion(self, suspicion: Suspicion) -> None:
        if self._suspicion is None or suspicion.id != self._suspicion.id:
            self.reason.clear()
        self._suspicion = suspicion
        self._together = (suspicion,)
        self.title.setText(suspicion.title)
        self.state.show_state(suspicion.state)
        self.statement.setText(suspicion.statement)
        self._show_figures(suspicion.figures)
        self.rests_on.show_targets(suspicion.rests_on)
        self._show_rows(suspicion.rows)
        self.confirm.setText(self.tr("Confirm into a finding"))
        self.confirm.updateGeometry()
        is_open = suspicion.state is SuspicionState.OPEN
        for widget in (self.confirm, self.reason, self.dismiss):
            widget.setVisible(is_open)
        self.reopen.setVisible(suspicion.state is SuspicionState.DISMISSED)
        self.follow.setVisible(suspicion.finding is not None)
        self.decided.setVisible(bool(suspicion.reason))
        self.decided.setText(self.tr("Dismissed: {reason}").format(reason=suspicion.reason))

    def _show_rows(self, rows: tuple[HeldRows, ...]) -> None:
        self._rows = rows
        self.rows.setVisible(bool(rows))
        self.rows.setText(self.tr("Show the lines of the ledgers: {count}").format(count=count(rows)))

    def show_together(self, suspicions: tuple[Suspicion, ...], proposal: Finding) -> None:
        """Show the one finding that several undecided suspicions would become."""
        self._suspicion = None
        self._together = suspicions
        self._show_rows(united(suspicion.rows for suspicion in suspicions))
        self.title.setText(proposal.item)
        self.state.show_state(SuspicionState.OPEN)
        self.statement.setText(proposal.description)
        facts = [Figure(name=self.tr("Suspicions chosen"), value=str(len(suspicions)))]
        if proposal.persons is not None:
            facts.append(Figure(name=self.tr("Persons"), value=str(proposal.persons)))
        if proposal.amounts.total:
            facts.append(Figure(name=self.tr("Amount"), value=figures(proposal.amounts.total)))
        self._show_figures(tuple(facts))
        self.rests_on.show_targets(tuple(target for known in suspicions for target in known.rests_on))
        self.confirm.setText(self.tr("Confirm {count} into one finding").format(count=len(suspicions)))
        self.confirm.updateGeometry()
        for widget in (self.confirm, self.reason, self.dismiss):
            widget.show()
        for other in (self.reopen, self.follow, self.decided):
            other.hide()

    def _show_figures(self, facts: tuple[Figure, ...]) -> None:
        while (item := self.figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, figure in enumerate(facts):
            self.figures.addWidget(label(figure.name, "muted"), row, 0)
            value = label(figure.value)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.figures.addWidget(value, row, 1)
        self.figures.setColumnStretch(2, 1)

    @Slot()
    def _on_rows(self) -> None:
        self.rowsWanted.emit(self._rows, self.title.text())

    @Slot()
    def _on_confirm(self) -> None:
        self.confirmWanted.emit(self._together)

    @Slot()
    def _on_dismiss(self) -> None:
        self.dismissWanted.emit(self._together, self.reason.text().strip())

    @Slot()
    def _on_reopen(self) -> None:
        self.reopenWanted.emit(self._suspicion)

    @Slot()
    def _on_follow(self) -> None:
        if self._suspicion is not None and self._suspicion.finding is not None:
            self.findingFollowed.emit(self._suspicion.finding)
