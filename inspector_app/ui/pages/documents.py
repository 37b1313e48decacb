"""Documents: the notices of an inspection, each beside its paper, from draft to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.verification import VerificationReport
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.services.notices import NoticeView
from inspector_app.ui.language import say
from inspector_app.ui.models.documents import VALUE, DocumentsModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.notice_panel import NoticePanel
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker

T = TypeVar("T")
ROW = 40
"""Height of a row of the list; four show at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    view: NoticeView
    pdf: bytes


class DocumentsPage(InspectionPage):
    """Joins the list, the panel and the paper."""

    concerns = frozenset(
        {"document", "document_revision", "finding", "citation", "inspection", "visit", "evidence"}
    )

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._chosen = ""
        """Identity of the document that is or will be shown."""
        self._view: NoticeView | None = None
        self.new_action = self.action(self.tr("Write the notice"), self._draft, "Ctrl+Shift+N")
        self.forward_action = self.action(self.tr("Approve, sign or issue"), self._go_on, "Ctrl+Return")
        self.print_action = self.action(self.tr("Print"), self._print, "Ctrl+P")
        self.export_action = self.action(self.tr("Export unencrypted"), self._export, "Ctrl+Shift+E")
        self.verify_action = self.action(self.tr("Verify"), self._verify, "Ctrl+Shift+V")
        self.scan_action = self.action(self.tr("Take in the scan of the paper"), self._scan, "Ctrl+Shift+S")
        self.correct_action = self.action(self.tr("Correct by a new notice"), self._correct, "Ctrl+Shift+R")
        self.withdraw_action = self.action(self.tr("Withdraw"), self._withdraw, "Ctrl+Delete")
        self.banner = Banner()
        self.paper = PaperView()
        self.panel = NoticePanel()
        self.panel.edited.connect(self._edit)
        self.panel.followed.connect(self._follow)
        self.panel.approved.connect(self._approve)
        self.panel.signed.connect(self._sign)
        self.panel.issueWanted.connect(self._issue)
        self.printing = Printing(self)
        self._make_list()
        self._lay_out()

    def _make_list(self) -> None:
        self.model = DocumentsModel((self.tr("Number"), self.tr("State")))
        self.model.setParent(self)
        self.list = QTableView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(ROW)
        self.list.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.horizontalHeader().resizeSection(1, 120)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.panel)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(area, 1)
        left.setMinimumWidth(360)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.paper)
        split.setStretchFactor(1, 1)
        split.setSizes([420, 700])
        self.empty = EmptyState(
            "file-text",
            self.tr("No document yet"),
            self.tr(
                "The rectification notice follows from the findings. It is drafted here, approved by "
                "a second person, signed by two inspectors and the bureau, and printed."
            ),
            self.new_action,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._buttons())
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 8)
        row.setSpacing(8)
        row.addStretch()
        self._button_of: dict[QAction, QPushButton] = {}
        texts = (
            (self.withdraw_action, self.tr("Withdraw"), "quiet"),
            (self.correct_action, self.tr("Correct"), "quiet"),
            (self.verify_action, self.tr("Verify"), "quiet"),
            (self.scan_action, self.tr("Scan"), ""),
            (self.export_action, self.tr("Export"), ""),
            (self.print_action, self.tr("Print"), ""),
            (self.new_action, self.tr("Write the notice"), "primary"),
        )
        for action, text, role in texts:
            button = QPushButton(text)
            if role:
                button.setProperty("role", role)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self._button_of[action] = button
        return row

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the paper of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self._view = None
            self._chosen = ""
            self.model.show([])
            self.paper.show_pdf(b"")
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.notices.documents(inspection), self._show_list)

    def select(self, identity: str) -> None:
        self._chosen = identity
        self.refresh()

    def target(self) -> Target | None:
        if self._view is None:
            return None
        return Target(kind=TargetKind.DOCUMENT, id=self._view.document.id, label=self._view.number)

    @Slot(object)
    def _show_list(self, documents: list[Document]) -> None:
        self.model.show(documents)
        self.stack.setCurrentIndex(1 if documents else 0)
        self.list.setFixedHeight(ROW * (min(max(len(documents), 1), 4) + 1))
        if not documents:
            self._view = None
            self._enable()
            return
        row = self.model.row_of(self._chosen)
        self.list.selectRow(row if row >= 0 else len(documents) - 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        document = index.data(VALUE)
        if isinstance(document, Document):
            self._chosen = document.id
            self._read(document.id)

    def _read(self, document: DocumentId) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: _Shown(
                view=a.notices.view(inspection, document), pdf=a.notices.preview(inspection, document)
            ),
            self._show,
        )

    @Slot(object)
    def _show(self, shown: _Shown) -> None:
        current = self.list.currentIndex().data(VALUE)
        if not isinstance(current, Document) or current.id != shown.view.document.id:
            return
        self._view = shown.view
        self.panel.show_view(shown.view)
        self.paper.show_pdf(shown.pdf)
        self._enable()

    def _enable(self) -> None:
        view = self._view
        state = view.document.state if view else None
        has_bytes = view is not None and view.is_laid_out
        on = {
            self.print_action: has_bytes,
            self.export_action: has_bytes,
            self.verify_action: has_bytes and view is not None and view.revisions > 1,
            self.scan_action: state is DocumentState.ISSUED,
            self.correct_action: state is DocumentState.ISSUED,
            self.withdraw_action: state is not None and state is not DocumentState.WITHDRAWN,
            self.forward_action: state in (DocumentState.DRAFT, DocumentState.APPROVED),
            self.new_action: state in (None, DocumentState.WITHDRAWN, DocumentState.ISSUED),
        }
        for action, enabled in on.items():
            action.setEnabled(enabled)
            if action in self._button_of:
                self._button_of[action].setVisible(enabled)

    # What a person does

    def _draft(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.notices.draft(inspection), self._begun)

    @Slot(object)
    def _begun(self, document: Document) -> None:
        self.select(document.id)
        self.panel.lines["contact_office"].setFocus()

    def _go_on(self) -> None:
        """Put the keyboard where the next step is done."""
        self.panel.commit()
        if self.panel.issue.isVisible():
            self.panel.issue.setFocus()
        elif self.panel.signing.isVisible():
            self.panel.signing.setFocus()
        elif self.panel.approval.isVisible():
            self.panel.approval.setFocus()
        elif self._view is not None and self._view.blockers:
            self._follow(self._view.blockers[0].place)

    @Slot(dict, object)
    def _edit(self, fields: dict[str, str], deadline: date | None) -> None:
        self._do(lambda a, i, d: a.notices.edit(i, d, fields=fields, deadline=deadline))

    @Slot(str)
    def _follow(self, place: str) -> None:
        if self._view is not None and place == f"documents/{self._view.document.id}":
            self.panel.lines["contact_office"].setFocus()
        else:
            self.goTo.emit(place, "")

    @Slot(str, str)
    def _approve(self, person: str, passphrase: str) -> None:
        self._do(
            lambda a, i, d: a.notices.approve(i, d, PersonId(person), passphrase),
            failed=lambda problem: self.panel.approval.tell(say(problem)),
        )

    @Slot(str, str)
    def _sign(self, person: str, passphrase: str) -> None:
        self._do(
            lambda a, i, d: a.notices.signing.sign(i, d, PersonId(person), passphrase),
            failed=lambda problem: self.panel.signing.tell(say(problem)),
        )

    @Slot()
    def _issue(self) -> None:
        self._do(lambda a, i, d: a.notices.signing.issue(i, d), done=self._issued)

    @Slot(object)
    def _issued(self, document: Document) -> None:
        number = document.number or document.draft_number
        self.banner.tell(
            self.tr("{number} is issued. Print it with Ctrl+P.").format(number=number), "success"
        )

    def _print(self) -> None:
        if self._view is None:
            return
        copies, title = self._view.copies, self._view.number
        self._do(
            lambda a, i, d: a.notices.pdf(i, d),
            done=lambda pdf: self.printing.ask(pdf, title, copies, self._printed, self._failed),
        )

    def _printed(self, copies: int) -> None:
        self._do(lambda a, i, d: a.notices.delivery.printed(i, d, copies))

    def _export(self) -> None:
        if self._view is None:
            return
        title = self.tr("Export the notice; the copy is not encrypted")
        name, _ = QFileDialog.getSaveFileName(self, title, f"{self._view.number}.pdf", "PDF (*.pdf)")
        if name:
            path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
            self._do(lambda a, i, d: a.notices.delivery.export(i, d, path), done=self._exported)

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self.banner.tell(self.tr("{name} was written. It is not encrypted.").format(name=path.name), "info")

    def _verify(self) -> None:
        self._do(lambda a, i, d: a.notices.verify(i, d), done=self._verified)

    @Slot(object)
    def _verified(self, report: VerificationReport) -> None:
        told = " ".join(say(words) for words in report.sentences)
        self.banner.tell(told, "success" if report.intact else "danger")

    def _scan(self) -> None:
        title = self.tr("Scan of the signed paper")
        name, _ = QFileDialog.getOpenFileName(
            self, title, "", self.tr("Pictures and PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)")
        )
        if name:
            source = Source.file(Path(name), IntakeWay.SCAN)
            self._do(lambda a, i, d: a.notices.delivery.take_scan(i, d, source), done=self._scanned)

    @Slot(object)
    def _scanned(self, intake: Intake) -> None:
        if intake.evidence is None and intake.said is not None:
            self.banner.tell(say(intake.said))

    def _correct(self) -> None:
        reason = self._reason(self.tr("Correct by a new notice"))
        if reason:
            self._do(lambda a, i, d: a.notices.delivery.correct(i, d, reason), done=self._begun)

    def _withdraw(self) -> None:
        reason = self._reason(self.tr("Withdraw"))
        if reason:
            self._do(lambda a, i, d: a.notices.delivery.withdraw(i, d, reason))

    def _reason(self, title: str) -> str:
        """Ask once for the reason of what cannot be undone."""
        text, ok = QInputDialog.getText(
            self, title, self.tr("This cannot be undone; both notices stay. The reason, as it will be kept:")
        )
        return text.strip() if ok else ""

    def _do(
        self,
        work: Callable[[Activities, InspectionId, DocumentId], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Do something with the notice that is shown; a problem goes to the banner unless it is taken."""
        if self._view is None:
            return
        inspection, document = InspectionId(self.inspection_id), self._view.document.id
        self.worker.run(lambda a: work(a, inspection, document), done, failed or self._failed)

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
