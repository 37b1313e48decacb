"""Matching persons who were walked with the list that came later; a person says who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.matching import Candidate, Proposal
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.match_list import MatchList
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities


class Matching(InspectionPage):
    """Asks for each offered pair; closes itself when nobody is left."""

    closed = Signal()
    found = Signal()
    """There is somebody to match, and the list shows them."""
    concerns = frozenset({"none"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.pairs = MatchList()
        self.pairs.confirmed.connect(self._on_confirmed)
        self.pairs.refused.connect(self._on_refused)
        self.pairs.closed.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pairs)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.headcounts.proposals(inspection), self._show)

    @Slot(object)
    def _show(self, found: tuple[tuple[BedCheck, Proposal], ...]) -> None:
        if not found:
            self.closed.emit()
            return
        self.pairs.show_proposals(found)
        self.found.emit()
        self.pairs.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_confirmed(self, pairs: list[tuple[BedCheck, Candidate]]) -> None:
        inspection = InspectionId(self.inspection_id)

        def confirm(a: Activities) -> None:
            for check, one in pairs:
                a.headcounts.confirm_match(inspection, check.id, one.listed)

        self.worker.run(confirm, lambda _: self.refresh())

    @Slot(object, object)
    def _on_refused(self, check: BedCheck, one: Candidate) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.headcounts.refuse_match(inspection, check.id, one.listed), lambda _: self.refresh()
        )
