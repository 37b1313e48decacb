"""How the page of findings is laid out: a list at the left, or a choice above where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.models.findings import FindingsModel, SuspicionsModel
from inspector_app.ui.models.ledger_lines import LedgerLinesModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.claimed_strip import ClaimedStrip
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.entry_rows import ROW, entry_table
from inspector_app.ui.widgets.finding_editor import FindingEditor
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table, scrolled
from inspector_app.ui.widgets.rows_view import RowsView
from inspector_app.ui.widgets.suspicion_view import SuspicionView

FINDINGS, SUSPICIONS = range(2)
EDITOR, SUSPICION, NO_FINDING, NO_SUSPICION, ROWS = range(5)
_NARROW = 900
"""Pixels of the page below which a list beside the form would leave neither enough room."""


class FindingsLayout(InspectionPage):
    """The widgets of the page and where they stand."""

    def _make_lists(self) -> None:
        self.findings_model = FindingsModel((self.tr("Findings"),))
        self.suspicions_model = SuspicionsModel((self.tr("Suspicions"),))
        for model in (self.findings_model, self.suspicions_model):
            model.setParent(self)
        self.findings = entry_table(plain_table(self.findings_model, self.tr("Findings"), 0))
        self.suspicions = entry_table(plain_table(self.suspicions_model, self.tr("Suspicions"), 0))
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Findings"))
        self.chooser.setModel(self.findings_model)
        self.chooser.setPlaceholderText(self.tr("New finding, not saved yet"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.activated.connect(self.findings.selectRow)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Findings or suspicions"))
        self.tabs.addTab(self.tr("Findings"))
        self.tabs.addTab(self.tr("Suspicions"))
        self.tabs.setDrawBase(False)
        self.lists = QStackedWidget()
        for widget in (self.findings, self.suspicions, self.chooser):
            self.lists.addWidget(widget)
        self.total = label("", "muted")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _make_work(self, new: QAction) -> None:
        self.banner = Banner()
        self.editor = FindingEditor()
        self.suspicion = SuspicionView()
        self.empty = EmptyState(
            "flag",
            self.tr("No finding yet"),
            self.tr(
                "A finding is a fact that the team stands for, with its clause and evidence. It comes from a "
                "suspicion, from an answer in a checklist, or is written here."
            ),
            new,
        )
        self.no_suspicion = EmptyState(
            "circle-help",
            self.tr("No suspicion"),
            self.tr(
                "Rules raise suspicions from the bed walk and the rosters. A person decides each of them."
            ),
        )
        self.form_area: QScrollArea = scrolled(self.editor)
        self.form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor.fieldWanted.connect(self._show_field)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.claimed = ClaimedStrip()
        column.addWidget(self.editor.missing)
        column.addWidget(self.claimed)
        column.addWidget(self.form_area, 1)
        self.work = QStackedWidget()
        self.rows_model = LedgerLinesModel()
        self.rows_model.setParent(self)
        self.rows = RowsView(self.rows_model)
        for widget in (form, scrolled(self.suspicion), self.empty, self.no_suspicion, self.rows):
            self.work.addWidget(widget)

    def _lay_out(self, *actions: tuple[QAction, str, str]) -> None:
        """Stand everything in its place; ``actions`` are the buttons at the top with text and role."""
        buttons = QHBoxLayout()
        self._buttons: dict[QAction, QPushButton] = {}
        for action, text, role in actions:
            button = self._buttons[action] = ActionButton(action, text=text, quiet=False)
            if role:
                button.setProperty("role", role)
            buttons.addWidget(button)
        head = QHBoxLayout()
        head.setContentsMargins(28, 12, 28, 0)
        head.addWidget(self.tabs)
        head.addStretch()
        head.addLayout(buttons)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.lists, 1)
        left.addWidget(self.total)
        self._side = QWidget()
        self._side.setLayout(left)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._body.addWidget(self._side, 4)
        self._body.addWidget(self.work, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addLayout(self._body, 1)
        self.setFocusProxy(self.findings)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        return self.width() < _NARROW

    def _arrange(self) -> None:
        """Put the list beside the form, or above it: findings as one line, suspicions as two rows."""
        of_findings = self.tabs.currentIndex() == FINDINGS
        narrow = self.is_narrow
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._body.setContentsMargins(20, 4 if narrow else 0, 20 if narrow else 0, 8)
        self._body.setStretch(0, 0 if narrow else 4)
        self.total.setVisible(not narrow)
        is_empty = not (self.findings_model if of_findings else self.suspicions_model).rowCount()
        self._side.setVisible(not is_empty)
        self._side.setMinimumWidth(0 if narrow else 330)
        self._side.setMaximumWidth(16777215 if narrow else 470)
        tall = 40 if of_findings else 2 * ROW + 4
        self._side.setMaximumHeight(tall if narrow else 16777215)
        self._side.setMinimumHeight(tall if narrow else 0)
        chosen = (self.chooser if narrow else self.findings) if of_findings else self.suspicions
        self.lists.setCurrentWidget(chosen)
        self.setFocusProxy(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_field(self, field: QWidget) -> None:
        self.form_area.ensureWidgetVisible(field, 0, 120)
        field.setFocus()
