"""Documents: the notices of an inspection, each beside its paper, from draft to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.ports import Progress
from inspector_app.domain.verification import VerificationReport
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.services.notices import NoticeView
from inspector_app.services.verification import verify_bytes
from inspector_app.ui.language import say
from inspector_app.ui.models.documents import VALUE, DocumentsModel
from inspector_app.ui.pages.documents_layout import DocumentsFrame
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.party_bundle import PartyBundleEntry
from inspector_app.ui.pages.telephone_approving import TelephoneApproving
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.notice_head import NoticeHead
from inspector_app.ui.widgets.notice_panel import NoticePanel
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker

T = TypeVar("T")


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
        self._goes_on = False
        """A step was just done from the head, so the keyboard goes to the next one."""
        self._pdf = b""
        self._verified = b""
        """The bytes that the report beside the paper is about."""
        self.new_action = self.action(self.tr("Write the notice"), self._draft, "Ctrl+Shift+N")
        self.forward_action = self.action(self.tr("Approve, sign or issue"), self._go_on, "Ctrl+Return")
        self.print_action = self.action(self.tr("Print"), self._print, "Ctrl+P")
        self.export_action = self.action(self.tr("Export unencrypted"), self._export, "Ctrl+Shift+E")
        self.verify_action = self.action(self.tr("Verify"), self._verify, "Ctrl+Shift+V")
        self.scan_action = self.action(self.tr("Take in the scan of the paper"), self._scan, "Ctrl+Shift+S")
        self.correct_action = self.action(
            self.tr("Correct by a new notice"), self._ask_reason, "Ctrl+Shift+R"
        )
        self.withdraw_action = self.action(self.tr("Withdraw"), self._ask_reason, "Ctrl+Delete")
        self.call_action = self.action(self.tr("Approved by telephone"), self._call, "Ctrl+Shift+T")
        self.turn_action = self.action(self.tr("Contents or paper"), self._turn, "F4")
        self.banner = Banner()
        self.party_bundle = PartyBundleEntry(self, self.banner)
        self.paper = PaperView()
        self.head = NoticeHead()
        self.head.followed.connect(self._follow)
        self.head.approved.connect(self._approve)
        self.head.signed.connect(self._sign)
        self.head.issueWanted.connect(self._issue)
        self.head.printWanted.connect(self.print_action.trigger)
        self.head.newWanted.connect(self.new_action.trigger)
        self.panel = NoticePanel()
        self.telephone = TelephoneApproving(self.panel, self.head, self._do)
        self.head.callWanted.connect(self.call_action.trigger)
        self.panel.edited.connect(self._edit)
        self.panel.followed.connect(self._follow)
        self.panel.ending.withdrawn.connect(self._withdraw_for)
        self.panel.ending.corrected.connect(self._correct_for)
        self.printing = Printing(self)
        self.model = DocumentsModel((self.tr("Number"), self.tr("State")))
        self.model.setParent(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self.frame = DocumentsFrame(self.model, self.head, self.panel, self.paper)
        self.list = self.frame.list
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
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
        self.stack.addWidget(self.frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self._make_buttons()
        self.setFocusProxy(self.paper)

    def _make_buttons(self) -> None:
        """What may be done besides the next step, at the head's right."""
        self._button_of: dict[QAction, QPushButton] = {}
        texts = (
            (self.turn_action, self.tr("Paper")),
            (self.verify_action, self.tr("Verify")),
            (self.export_action, self.tr("Export unencrypted")),
            (self.scan_action, self.tr("Take in a scan")),
            (self.new_action, self.tr("Write the notice")),
        )
        for action, text in texts:
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self.head.buttons.addWidget(button)
            self._button_of[action] = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_sides()

    def _name_sides(self) -> None:
        button = self._button_of[self.turn_action]
        button.setVisible(self.frame.is_narrow and self._view is not None)
        button.setText(self.tr("Contents") if self.frame.shows_paper else self.tr("Paper"))

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()
        (self.paper if self.frame.shows_paper else self.frame.left).setFocus()

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
        self.frame.show_count(len(documents))
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
        self._pdf = shown.pdf
        self.head.show_view(shown.view)
        self.panel.show_view(shown.view)
        self.telephone.show_view(shown.view)
        self.paper.show_pdf(shown.pdf)
        self._enable()
        if self._goes_on and self.head.act.isEnabled() and (following := self.head.next_widget) is not None:
            self._goes_on = False
            following.setFocus()  # what had the keyboard is gone with the step that is done
        if shown.view.revisions > 1 and self._verified != shown.pdf:
            self._check(self._show_report)

    def _check(self, done: Callable[[VerificationReport], object]) -> None:
        """Verify the bytes that are shown, beside the databases' thread."""
        pdf = self._pdf
        self.worker.compute(
            lambda: verify_bytes(pdf), lambda report: done(report) if pdf == self._pdf else None
        )

    def _show_report(self, report: VerificationReport) -> None:
        self._verified = self._pdf
        code = self._view.document.head_code if self._view else ""
        self.panel.show_report(report, code)

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
            self.forward_action: state not in (None, DocumentState.WITHDRAWN),
            self.new_action: state in (None, DocumentState.WITHDRAWN, DocumentState.ISSUED),
            self.turn_action: view is not None,
            self.call_action: view is not None and view.may_be_approved,
        }
        for action, enabled in on.items():
            action.setEnabled(enabled)
            if action in self._button_of and action is not self.turn_action:
                self._button_of[action].setVisible(enabled)
        if state is DocumentState.WITHDRAWN:
            self._button_of[self.new_action].hide()  # the head offers it as the next step

    # What a person does

    def _draft(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.notices.draft(inspection), self._begun)

    @Slot(object)
    def _begun(self, document: Document) -> None:
        self.select(document.id)
        self.frame.bring_to(self.panel.lines["contact_office"])
        self._name_sides()
        self.panel.lines["contact_office"].setFocus()

    def _go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        self.panel.commit()
        widget = self.head.next_widget
        if isinstance(widget, QPushButton):
            widget.click()
        elif widget is not None:
            widget.setFocus()

    @Slot(dict, object)
    def _edit(self, fields: dict[str, str], deadline: date | None) -> None:
        self._do(lambda a, i, d: a.notices.edit(i, d, fields=fields, deadline=deadline))

    @Slot(str)
    def _follow(self, place: str) -> None:
        if self._view is not None and place == f"documents/{self._view.document.id}":
            self.frame.bring_to(self.panel.lines["contact_office"])
            self._name_sides()
            self.panel.lines["contact_office"].setFocus()
        else:
            self.goTo.emit(place, "")

    @Slot(str, str)
    def _approve(self, person: str, passphrase: str) -> None:
        self._goes_on = True
        self._do(
            lambda a, i, d: a.notices.approve(i, d, PersonId(person), passphrase),
            failed=lambda problem: self.head.approval.tell(say(problem)),
        )

    def _call(self) -> None:
        self.telephone.begin()
        self.frame.bring_to(self.panel.call)
        self._name_sides()
        self.panel.call.setFocus()

    @Slot(str, str, str)
    def _sign(self, person: str, passphrase: str, pin: str) -> None:
        self._do_long(
            lambda a, p, i, d: a.notices.signing.sign(
                i, d, PersonId(person), passphrase, pin=pin, progress=p
            ),
            title=self.tr("Signing"),
            failed=lambda problem: self.head.signing.tell(say(problem)),
        )

    @Slot(str)
    def _issue(self, pin: str) -> None:
        self._do_long(
            lambda a, p, i, d: a.notices.signing.issue(i, d, pin=pin, progress=p),
            title=self.tr("Signing for the bureau"),
            done=self._issued,
        )

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
        if self._view is not None:
            self._check(self._tell_report)

    def _tell_report(self, report: VerificationReport) -> None:
        self._show_report(report)
        self.frame.show_side(paper=False)
        self._name_sides()
        told = say(report.sentences[0]) if report.sentences else ""
        signed = self.tr("{count} signatures.").format(count=len(report.signatures))
        self.banner.tell(f"{told} {signed}", "success" if report.intact else "danger")

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
        elif intake.evidence is not None:
            told = self.tr("The scan is evidence {number} and belongs to this notice.")
            self.banner.tell(told.format(number=intake.evidence.number), "success")

    def _ask_reason(self) -> None:
        """Put the keyboard where the reason is typed, beside what will happen."""
        self.frame.bring_to(self.panel.ending)
        self._name_sides()
        self.panel.ending.reason.setFocus()

    @Slot(str)
    def _correct_for(self, reason: str) -> None:
        self._do(lambda a, i, d: a.notices.delivery.correct(i, d, reason), done=self._begun)

    @Slot(str)
    def _withdraw_for(self, reason: str) -> None:
        self._do(lambda a, i, d: a.notices.delivery.withdraw(i, d, reason))

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

    def _do_long(
        self,
        work: Callable[[Activities, Progress, InspectionId, DocumentId], T],
        *,
        title: str,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Do something that takes longer than half a second; it can be stopped until it is written down."""
        if self._view is None:
            return
        inspection, document = InspectionId(self.inspection_id), self._view.document.id
        self._goes_on = True
        self.head.act.setEnabled(False)

        def over(tell: Callable[[Any], object] | None) -> Callable[[Any], None]:
            def answered(value: Any) -> None:
                self.head.act.setEnabled(True)
                if tell is not None:
                    tell(value)

            return answered

        self.worker.start(
            lambda a, progress: work(a, progress, inspection, document),
            over(done),
            over(failed or self._failed),
            title=title,
        )

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
