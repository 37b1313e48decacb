"""A damaged inspection: what happened, what is safe, what to do; then what was kept and lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import InspectionCard, Stage
from inspector_app.domain.salvage import Salvage, SalvageReport
from inspector_app.services.activities import Activities
from inspector_app.services.salvage import SalvageBegun, Standing, salvage_beside
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.salvage_text import as_text, sections, verdict
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.marks import Chip, label
from inspector_app.ui.widgets.plain_button import button_of
from inspector_app.ui.widgets.salvage_blocks import Block, Section
from inspector_app.ui.worker import Worker

WIDTH = 640
SHOWN = 40
"""Lines of a section on the page; the text that can be kept has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    card: InspectionCard | None
    standing: Standing


def _find(activities: Activities, inspection: InspectionId) -> _Found:
    standing = activities.salvage.standing(inspection)
    card = next((card for card in activities.inspections.cards() if card.id == inspection), None)
    return _Found(card=card, standing=standing)


def _end(activities: Activities, begun: SalvageBegun, record: Salvage) -> _Found:
    activities.salvage.end(begun, record)
    return _find(activities, begun.inspection)


class SalvagePage(Page):
    """Shows one inspection whose file is or was damaged."""

    concerns = frozenset({"salvage"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.inspection_id = InspectionId("")
        self._report: SalvageReport | None = None
        self.salvage_action = self.action(self.tr("Salvage what can be read"), self._start, "Ctrl+Return")
        self.copy_action = self.action(self.tr("Put back from a safety copy…"), self._put_back)
        self.open_action = self.action(self.tr("Open the inspection"), self._open)
        self.keep_action = self.action(self.tr("Keep this list as a text…"), self._keep, "Ctrl+S")
        self.back_action = self.action(self.tr("Back to the inspections"), self._back, "Escape")
        self.name = label("", "title", wrap=True)
        self.stage = Chip()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.stage)
        self.happened = Block(self.tr("What happened"), "triangle-alert", "danger")
        self.safe = Block(self.tr("What is safe"), "circle-check", "success")
        self.todo = Block(self.tr("What to do"), "info", "info")
        self.outcome = label("", "subtitle", wrap=True)
        self.doubt = label("", "", wrap=True)
        self.lists = QVBoxLayout()
        self.lists.setSpacing(14)
        self.working = label(self.tr("Reading the file…"), "muted")
        self.salvage_button = button_of(self.salvage_action, "primary")
        self.open_button = button_of(self.open_action, "primary")
        self.keep_button = button_of(self.keep_action)
        self.copy_button = button_of(self.copy_action)
        buttons = QHBoxLayout()
        for button in (self.salvage_button, self.copy_button, self.open_button, self.keep_button):
            buttons.addWidget(button)
        buttons.addWidget(button_of(self.back_action, "quiet"))
        buttons.addWidget(self.working)
        buttons.addStretch()
        column = Column(WIDTH)
        column.rows.setSpacing(14)
        column.rows.addLayout(head)
        for block in (self.happened, self.safe, self.todo):
            column.rows.addWidget(block)
        column.rows.addWidget(self.outcome)
        column.rows.addWidget(self.doubt)
        column.rows.addLayout(buttons)
        column.rows.addLayout(self.lists)
        column.rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.salvage_button)
        self.working.hide()
        self._show_nothing()

    def _show_nothing(self) -> None:
        """Before a link named an inspection there is nothing to salvage."""
        self.name.setText(self.tr("No damaged inspection is open"))
        self.outcome.setText(self.tr("An inspection that cannot be read is marked at home; it opens here."))
        for widget in (self.stage, self.happened, self.safe, self.todo, self.salvage_button):
            widget.hide()
        for widget in (self.copy_button, self.open_button, self.keep_button):
            widget.hide()

    def select(self, identity: str) -> None:
        self.inspection_id = InspectionId(identity)
        self.refresh()

    def refresh(self) -> None:
        inspection = self.inspection_id
        if inspection:
            self.worker.run(lambda a: _find(a, inspection), self._show)

    @Slot(object)
    def _show(self, found: _Found) -> None:
        card, standing = found.card, found.standing
        if card is not None and card.id != self.inspection_id:
            return
        self._report = standing.report
        self.stage.show()
        damaged = standing.reason is not None
        self.name.setText(card.institution_name if card is not None else self.inspection_id[:8])
        self.stage.show_state(Stage.UNREADABLE if damaged or card is None else card.stage)
        self._show_working(working=False)
        for block in (self.happened, self.safe, self.todo):
            block.setVisible(damaged)
        self.salvage_action.setEnabled(standing.may_salvage)
        self.salvage_button.setVisible(standing.may_salvage)
        self.copy_action.setEnabled(damaged)
        self.copy_button.setVisible(damaged)
        for action, button in ((self.open_action, self.open_button), (self.keep_action, self.keep_button)):
            action.setEnabled(self._report is not None)
            button.setVisible(self._report is not None)
        self.outcome.setVisible(self._report is not None)
        self.doubt.setVisible(self._report is not None)
        self._clear_lists()
        if standing.reason is not None:
            self.happened.text.setText(say(standing.reason))
            self.safe.text.setText(
                self.tr(
                    "The file is left exactly as it is and is never deleted. The other inspections are files "
                    "of their own and are not concerned. What stands on printed and signed documents holds."
                )
            )
            self.todo.text.setText(self._advice(may_salvage=standing.may_salvage))
        elif self._report is not None:
            self._show_report(self._report)

    def _advice(self, *, may_salvage: bool) -> str:
        if not may_salvage:
            return self.tr("Mend what is named above, then open the inspection again.")
        return self.tr(
            "If there is a recent safety copy, it holds everything up to its day. Otherwise salvage the "
            "file: whatever proves itself by its hash is copied into a new file, you get a list of what was "
            "lost, and the damaged file is kept beside it. A disk that damages files should be replaced."
        )

    def _show_report(self, report: SalvageReport) -> None:
        if self.isVisible():
            self.open_button.setFocus()
        first, *doubts = verdict(report.salvage)
        self.outcome.setText(first)
        self.doubt.setText("\n\n".join(doubts))
        self.doubt.setVisible(bool(doubts))
        for heading, meaning, lines in sections(report):
            shown = lines[:SHOWN]
            if len(lines) > len(shown):
                more = self.tr("… and {count} more; keep the list as a text to see all of them.")
                shown = [*shown, more.format(count=len(lines) - len(shown))]
            self.lists.addWidget(Section(f"{heading}  ({len(lines)})", meaning, "\n".join(shown)))

    def _clear_lists(self) -> None:
        while (item := self.lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_working(self, *, working: bool) -> None:
        self.working.setVisible(working)
        self.salvage_action.setEnabled(not working)
        self.salvage_button.setEnabled(not working)

    def _start(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self._show_working(working=True)
        self.worker.run(lambda a: a.salvage.begin(inspection), self._beside, self._failed)

    @Slot(object)
    def _beside(self, begun: SalvageBegun) -> None:
        """Read the damaged file beside the databases, so that other work goes on."""
        self.worker.study(
            lambda progress: salvage_beside(begun, progress),
            lambda record: self.worker.run(lambda a: _end(a, begun, record), self._show, self._failed),
            lambda problem: self._given_up(begun, problem),
            title=self.tr("Salvaging a damaged inspection"),
        )

    def _given_up(self, begun: SalvageBegun, problem: Problem) -> None:
        self.worker.run(lambda a: a.salvage.give_up(begun), None, self._failed)
        self._failed(problem)

    def _failed(self, problem: Problem) -> None:
        self._show_working(working=False)
        if not isinstance(problem, Cancelled):
            self.happened.text.setText(say(problem))

    def _put_back(self) -> None:
        self.goTo.emit(f"safety/{self.inspection_id}", "")

    def _open(self) -> None:
        self.goTo.emit("overview", self.inspection_id)

    def _back(self) -> None:
        self.goTo.emit("home", "")

    def _keep(self) -> None:
        if self._report is None:
            return
        name = self.tr("Salvage of {name}").format(name=self.name.text())
        chosen, _ = QFileDialog.getSaveFileName(self, self.keep_action.text(), f"{name}.txt", "*.txt")
        if chosen:
            self.keep(Path(chosen))

    def keep(self, path: Path) -> None:
        """Write the list to a text file; Windows' editors want the mark at its beginning."""
        if self._report is None:
            return
        text = as_text(self.name.text(), self._report)
        self.worker.run(lambda a: a.salvage.keep_text(path, text))
