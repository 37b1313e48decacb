"""One notice beside its paper, from draft to print, delivery and what may end it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.ports import Progress
from inspector_app.domain.record import Delivery
from inspector_app.domain.verification import VerificationReport
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.services.notices import NoticeView
from inspector_app.services.verification import verify_bytes
from inspector_app.ui.document_words import verdict_text
from inspector_app.ui.language import say
from inspector_app.ui.pages.approval_asking import ApprovalAskingPart
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.stamping import Stamping
from inspector_app.ui.pages.telephone_approving import TelephoneApproving
from inspector_app.ui.printing import Printing
from inspector_app.ui.turns import Turn
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.notice_head import NoticeHead
from inspector_app.ui.widgets.notice_panel import NoticePanel
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    view: NoticeView
    delivery: Delivery | None
    """The receipt it stands on, closed or not."""


def _read(activities: Activities, inspection: InspectionId, document: DocumentId) -> _Shown:
    deliveries = activities.deliveries.deliveries(inspection)
    return _Shown(
        view=activities.notices.view(inspection, document),
        delivery=next((one for one in deliveries if document in one.documents), None),
    )


class NoticePage(InspectionPage):
    """Joins the head, the panel and the paper of one notice, chosen by ``select``."""

    newWanted = Signal()
    deliverWanted = Signal()

    concerns = frozenset(
        {"document", "document_revision", "delivery", "finding", "citation", "approval_request"}
        | {"inspection", "visit", "evidence"}
    )

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.document: DocumentId | None = None
        """The notice that is or will be shown."""
        self._to_fields = False
        """It was just begun, so the keyboard goes to what is typed first."""
        self._view: NoticeView | None = None
        self._goes_on = False
        """A step was just done from the head, so the keyboard goes to the next one."""
        self._pdf = b""
        self._verified = b""
        """The bytes that the report beside the paper is about."""
        act = partial(self.action, changes=True)
        self.forward_action = act(self.tr("Approve, sign or issue"), self._go_on, "Ctrl+Return")
        self.print_action = act(self.tr("Print"), self._print, "Ctrl+P")
        self.deliver_action = act(self.tr("Deliver"), self.deliverWanted.emit, "Ctrl+Shift+L")
        self.export_action = act(self.tr("Export unencrypted"), self._export, "Ctrl+Shift+E")
        self.verify_action = self.action(self.tr("Verify"), self._verify, "Ctrl+Shift+V")
        self.scan_action = act(self.tr("Take in the scan of the paper"), self._scan, "Ctrl+Shift+S")
        self.correct_action = act(self.tr("Correct by a new notice"), self._ask_reason, "Ctrl+Shift+R")
        self.withdraw_action = act(self.tr("Withdraw"), self._ask_reason, "Ctrl+Delete")
        self.call_action = act(self.tr("Approved by telephone"), self._call, "Ctrl+Shift+T")
        self.ask_action = act(self.tr("Approval on another laptop"), self._ask_by_file)
        self.turn_action = self.action(self.tr("Contents or paper"), self._turn, "F4")
        self.banner = Banner()
        self.paper = PaperView()
        self.drawing = PaperDrawing(worker, self._show_paper, self._failed)
        self.head = NoticeHead()
        self.head.followed.connect(self._follow)
        self.head.approved.connect(self._approve)
        self.head.signed.connect(self._sign)
        self.head.issueWanted.connect(self._issue)
        self.head.printWanted.connect(self.print_action.trigger)
        self.head.deliverWanted.connect(self.deliver_action.trigger)
        self.head.scanWanted.connect(self.scan_action.trigger)
        self.head.newWanted.connect(self.newWanted)
        self.stamping = Stamping(self, self.banner, lambda: self.document)
        self.panel = NoticePanel()
        self.telephone = TelephoneApproving(
            self.panel.call,
            self.panel.confirmation,
            self._do,
            lambda a: a.notices.telephone,
            lambda: self.head.next_widget,
        )
        self.head.callWanted.connect(self.call_action.trigger)
        self.asking = ApprovalAskingPart(worker, self, self.banner.tell)
        self.asking.goTo.connect(self.goTo)
        self.head.fileWanted.connect(self.ask_action.trigger)
        self.panel.lead_with(self.asking.form)
        self.panel.edited.connect(self._edit)
        self.panel.followed.connect(self._follow)
        self.panel.ending.withdrawn.connect(self._withdraw_for)
        self.panel.ending.corrected.connect(self._correct_for)
        self.printing = Printing(self)
        self._lay_out()
        self.changes(self.head.act, *self.panel.editing)

    def _lay_out(self) -> None:
        self.frame = BesidePaper(self.panel, self.paper)
        for action, text in (
            (self.turn_action, self.tr("Paper")),
            (self.print_action, self.tr("Print")),
            (self.deliver_action, self.tr("Deliver")),
            (self.correct_action, self.tr("Correct")),
            (self.withdraw_action, self.tr("Withdraw")),
        ):
            self.head.offer(action, text)
        for action in (self.scan_action, self.export_action, self.verify_action, self.stamping.action):
            self.head.add_more(action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.head)
        layout.addWidget(self.frame, 1)
        self.setFocusProxy(self.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_sides()

    def _name_sides(self) -> None:
        self.head.allow(self.turn_action, self.frame.is_narrow and self._view is not None)
        is_paper = self.frame.shows_paper
        self.head.rename(self.turn_action, self.tr("Contents") if is_paper else self.tr("Paper"))

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()
        (self.paper if self.frame.shows_paper else self.frame.left).setFocus()

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the paper of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self.show_nothing()
        super().open(inspection_id)

    def show_nothing(self) -> None:
        """Forget the notice that was shown."""
        self.document, self._view, self._pdf = None, None, b""
        self.banner.hide()
        self.drawing.forget()
        self.paper.show_pdf(b"")
        self.head.hide()
        self.frame.hide()

    def refresh(self) -> None:
        inspection, document = InspectionId(self.inspection_id), self.document
        if document is not None:
            self.read_in(lambda a: _read(a, inspection, document), self._show, self._failed)
            self.worker.run(
                lambda a: a.notices.drawing(inspection, document), self.drawing.draw, self._failed
            )

    def select(self, identity: str) -> None:
        if identity != self.document:
            self.show_nothing()
            self.document = DocumentId(identity)
        self.refresh()

    def begin(self, identity: str) -> None:
        """Show a notice that was just drafted, with the keyboard where something is typed."""
        self._to_fields = True
        self.select(identity)

    def target(self) -> Target | None:
        if self._view is None:
            return None
        return Target(kind=TargetKind.DOCUMENT, id=self._view.document.id, label=self._view.number)

    @Slot(object)
    def _show(self, shown: _Shown) -> None:
        if shown.view.document.id != self.document:
            return
        self._view = shown.view
        self.head.show_view(shown.view, shown.delivery)
        self.panel.show_view(shown.view, shown.delivery)
        document, may = shown.view.document.id, shown.view.may_be_approved
        self.telephone.show_view(document, shown.view.telephone, may_be_approved=may)
        self.asking.show_document(self.inspection_id, document, may_be_approved=may)
        self.head.show()
        self.frame.show()
        self._enable(shown)
        if self._to_fields:
            self._to_fields = False
            self._bring_to_fields()
        if self._goes_on and self.head.act.isEnabled() and (following := self.head.next_widget) is not None:
            self._goes_on = False
            following.setFocus()  # what had the keyboard is gone with the step that is done

    @Slot(object)
    def _show_paper(self, twice: tuple[bytes, bytes]) -> None:
        """Show the pages, which take longer than what is said of them."""
        pdf, drawn = twice
        if self._view is None:
            return
        self._pdf = pdf
        self.paper.show_pdf(drawn)
        if self._view.revisions > 1 and self._verified != pdf:
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

    def _enable(self, shown: _Shown) -> None:
        view = shown.view
        state = view.document.state
        is_issued = state is DocumentState.ISSUED
        next_widget = self.head.next_widget
        for action, enabled in (
            (self.print_action, view.is_laid_out and state is not DocumentState.WITHDRAWN),
            (self.deliver_action, is_issued and shown.delivery is None),
            (self.correct_action, is_issued),
            (self.withdraw_action, state is not DocumentState.WITHDRAWN),
            (self.scan_action, is_issued),
            (self.export_action, view.is_laid_out),
            (self.verify_action, view.revisions > 1),
            (self.stamping.action, is_issued and not view.is_stamped),
            (self.forward_action, next_widget is not None),
            (self.call_action, view.may_be_approved),
            (self.ask_action, view.may_be_approved),
        ):
            self.head.allow(action, enabled)
        self._name_sides()

    # What a person does

    def _bring_to_fields(self) -> None:
        self.frame.bring_to(self.panel.lines["contact_office"])
        self._name_sides()

    def _go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        self.panel.commit()
        widget = self.head.next_widget
        if isinstance(widget, QPushButton) and widget is not self.head.question.no:
            widget.click()  # a question is never answered by the key that asked it
        elif widget is not None:
            widget.setFocus()

    @Slot(dict, object)
    def _edit(self, fields: dict[str, str], deadline: date | None) -> None:
        self._do(lambda a, i, d: a.notices.edit(i, d, fields=fields, deadline=deadline))

    @Slot(str)
    def _follow(self, place: str) -> None:
        if self._view is not None and place == f"documents/{self._view.document.id}":
            self._bring_to_fields()
        else:
            self.goTo.emit(place, "")

    @Slot(str, str)
    def _approve(self, person: str, passphrase: str) -> None:
        self._goes_on = True
        self._do(
            lambda a, i, d: a.notices.approve(i, d, PersonId(person), passphrase),
            failed=lambda problem: self.head.approval.tell(say(problem)),
        )

    def _ask_by_file(self) -> None:
        self.asking.begin()
        self.frame.bring_to(self.asking.form)
        self._name_sides()

    def _call(self) -> None:
        self.telephone.begin()
        self.frame.bring_to(self.panel.call)
        self._name_sides()

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
            lambda a, i, d: a.notices.drawing(i, d)()[1],
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

    def _exported(self, path: Path) -> None:
        self.banner.tell(self.tr("{name} was written. It is not encrypted.").format(name=path.name), "info")

    def _verify(self) -> None:
        if self._view is not None:
            self._check(self._tell_report)

    def _tell_report(self, report: VerificationReport) -> None:
        self._show_report(report)
        self.frame.show_side(paper=False)
        self._name_sides()
        self.banner.tell(verdict_text(report), "success" if report.intact else "danger")

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
        self.frame.bring_to(self.panel.ending.reason)
        self._name_sides()

    @Slot(str)
    def _correct_for(self, reason: str) -> None:
        self._do(lambda a, i, d: a.notices.delivery.correct(i, d, reason), done=self._replaced)

    @Slot(object)
    def _replaced(self, new: Document) -> None:
        self.begin(new.id)

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
        self.write_down(lambda a: work(a, inspection, document), done, failed or self._failed)

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
            turn=Turn.NOW,  # in its order with what this page writes otherwise
        )

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
