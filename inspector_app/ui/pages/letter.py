"""One list or letter beside its paper: filled in, approved, issued, printed, its signed copy taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence, Target
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.papers import RegisteredLine
from inspector_app.domain.record import Registration
from inspector_app.services.activities import Activities
from inspector_app.services.paper_workbooks import WORKBOOKS
from inspector_app.services.papers import PaperView
from inspector_app.ui.document_listing import UNSIGNED, target_of
from inspector_app.ui.document_words import name_of, step_word
from inspector_app.ui.language import say
from inspector_app.ui.pages.approval_asking import ApprovalAskingPart
from inspector_app.ui.pages.paper_page import PaperPage
from inspector_app.ui.pages.telephone_approving import TelephoneApproving
from inspector_app.ui.places import OWN_DESK
from inspector_app.ui.states import word
from inspector_app.ui.widgets.letter_form import LetterForm
from inspector_app.ui.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    inspection: InspectionId
    view: PaperView
    drawing: Callable[[], bytes]
    registration: Registration | None
    scans: tuple[Evidence, ...]
    waits: bool
    """It is issued and stands in no delivery yet."""


def _read(activities: Activities, inspection: InspectionId, document: DocumentId) -> _Sheet:
    view = activities.papers.view(inspection, document)
    is_list = view.document.type is DocumentType.REGISTRATION
    return _Sheet(
        inspection=inspection,
        view=view,
        drawing=activities.papers.drawing(inspection, document),
        registration=activities.papers.registration(inspection, document) if is_list else None,
        scans=tuple(activities.evidence.evidence_for(inspection, target_of(document))),
        waits=document in {one.id for one in activities.deliveries.waiting(inspection)},
    )


class LetterPage(PaperPage):
    """Joins the form, the paper and the one next step."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        self.form = LetterForm()
        super().__init__(worker, self.form, parent)
        self._sheet: _Sheet | None = None
        self.form.edited.connect(self._edit)
        self.form.registered.connect(self._register)
        self.form.approval.given.connect(self._approve)
        self.form.approval.changeWanted.connect(lambda: self.goTo.emit(OWN_DESK, ""))
        self.telephone = TelephoneApproving(
            self.form.call,
            self.form.confirmation,
            self._do,
            lambda a: a.papers.telephone,
            lambda: self.head.next,
        )
        self.call_action = self.action(
            self.tr("Approved by telephone"), self._call, "Ctrl+Shift+T", changes=True
        )
        self.ask_action = self.action(self.tr("Approval on another laptop"), self._ask_by_file, changes=True)
        self.workbook_action = self.action(
            self.tr("Workbook (xlsx), unencrypted"), self.leaving.write_workbook, "Ctrl+Shift+X", changes=True
        )
        self.head.offer(self.workbook_action, self.tr("Workbook"))
        self.form.callWanted.connect(self.call_action.trigger)
        self.form.fileWanted.connect(self.ask_action.trigger)
        self.asking = ApprovalAskingPart(worker, self, self.banner.tell)
        self.asking.goTo.connect(self.goTo)
        self.form.lead_with(self.asking.form)
        self.form.withdrawing.wanted.connect(self.leaving.withdraw)
        self.issue = self.head.asking.add(self.tr("Issue it now"), "primary", self._issue)
        self.head.asking.add_leave(self.tr("Not yet"), self.head.asking.hide)
        self.head.asking.buttons.addStretch()

    def show_nothing(self) -> None:
        super().show_nothing()
        self._sheet = None

    def refresh(self) -> None:
        inspection, document = InspectionId(self.inspection_id), self.document
        if document is not None:
            self.read_in(lambda a: _read(a, inspection, document), self._show, self.fail)

    def target(self) -> Target | None:
        if self._sheet is None:
            return None
        document = self._sheet.view.document
        return target_of(document.id, self._sheet.view.number or name_of(document.type))

    @property
    def step(self) -> str:
        """The one next step; empty where nothing is left."""
        sheet = self._sheet
        if sheet is None or sheet.view.document.state is DocumentState.WITHDRAWN:
            return ""
        view = sheet.view
        if not view.is_finished:
            if view.lacking:
                return "complete"
            is_approved = view.document.state is DocumentState.APPROVED and not view.approval_is_stale
            return "issue" if is_approved or not view.needs_approval else "approve"
        if not view.document.copies_printed:
            return "print"
        if sheet.waits:
            return "deliver"
        return "" if sheet.scans or view.document.type in UNSIGNED else "scan"

    @Slot(object)
    def _show(self, sheet: _Sheet) -> None:
        if sheet.inspection != self.inspection_id or sheet.view.document.id != self.document:
            return
        self._sheet = sheet
        view, step = sheet.view, self.step
        title = f"{name_of(view.document.type)}  {view.number}".strip()
        self.head.show_state(title, word(view.document.state), closed=view.is_finished)
        self.leaving.be_about(self.inspection_id, view.document.id, view.number or view.title)
        self.form.show_view(view, sheet.registration, approve=step == "approve")
        may = step == "approve"
        self.telephone.show_view(view.document.id, view.telephone, may_be_approved=may)
        self.asking.show_document(self.inspection_id, view.document.id, may_be_approved=may)
        for action in (self.call_action, self.ask_action):
            action.setEnabled(may)
        self.drawing.draw(sheet.drawing)
        self.head.show_next(step_word(step), "Ctrl+Return", self._hint(sheet, step))
        if step != "issue":
            self.head.asking.hide()
        self.enable(step, finished=view.is_finished)
        self.head.allow(self.workbook_action, view.document.type in WORKBOOKS)
        self.may_be_signed(view.document)

    def _hint(self, sheet: _Sheet, step: str) -> str:
        view = sheet.view
        if step == "complete":
            return self.tr("Missing before it can go on; each line leads to its field.")
        if step == "approve":
            if not view.approvers:
                return self.tr(
                    "Nobody else on this laptop may approve it: ask on another laptop, or add a second "
                    "person under People."
                )
            if view.approval_is_stale:
                return self.tr("Something changed since it was approved. Have it approved again.")
            return self.tr("A second person reads the paper and approves by their own passphrase.")
        if step == "issue" and view.next_number:
            return self.tr("It gets the number {number}.").format(number=view.next_number)
        if step == "print":
            return self.tr("Print it, have it signed, then take in the scan of the signed copy.")
        if sheet.scans:
            numbers = "、".join(one.number for one in sheet.scans)
            return self.tr("The signed copy is evidence {numbers}.").format(numbers=numbers)
        return view.document.withdrawn_reason

    def go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        self.form.commit()
        step = self.step
        doing: dict[str, Callable[[], object]] = {
            "complete": self._to_first_lack,
            "approve": lambda: self.frame.bring_to(self.form.first_way),
            "issue": self._ask,
            "print": self.leaving.print_out,
            "scan": self.leaving.scan,
            "deliver": self.deliverWanted.emit,
        }
        if step:
            doing[step]()

    def _call(self) -> None:
        self.telephone.begin()
        self.frame.bring_to(self.form.call)
        self.name_sides()

    def _ask_by_file(self) -> None:
        self.asking.begin()
        self.frame.bring_to(self.asking.form)
        self.name_sides()

    def _to_first_lack(self) -> None:
        field = self.form.first_lack()
        if field is not None:
            self.frame.bring_to(field)
            self.name_sides()

    def _ask(self) -> None:
        """Say what issuing does, and ask once."""
        if self._sheet is None:
            return
        told = self.tr(
            "Its number is used up, the paper is laid out for good and never changed afterwards; a mistake "
            "is mended by withdrawing it and making a new one."
        )
        if self._sheet.view.document.type in (DocumentType.EVIDENCE_LIST, DocumentType.CONFIRMATION):
            told = self.tr("The numbers of the evidence and of the findings are fixed with it.") + " " + told
        self.head.asking.words.setText(told)
        self.head.asking.ask()

    def _issue(self) -> None:
        self.head.asking.hide()
        self._do(lambda a, i, d: a.papers.issue(i, d), self._issued)

    @Slot(object)
    def _issued(self, document: Document) -> None:
        number = document.number or name_of(document.type)
        told = self.tr("{number} is issued. Print it with Ctrl+P.").format(number=number)
        self.banner.tell(told, "success")

    @Slot(str, str)
    def _edit(self, name: str, text: str) -> None:
        self._do(lambda a, i, d: a.papers.edit(i, d, {name: text}))

    @Slot(object)
    def _register(self, items: tuple[RegisteredLine, ...]) -> None:
        self._do(lambda a, i, d: a.papers.register(i, d, items))

    @Slot(str, str, str)
    def _approve(self, person: str, passphrase: str, _pin: str) -> None:
        self._do(
            lambda a, i, d: a.papers.approve(i, d, PersonId(person), passphrase),
            None,
            lambda problem: self.form.approval.tell(say(problem)),
        )

    def _do(
        self,
        work: Callable[[Activities, InspectionId, DocumentId], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Do something with the document that is shown; a problem goes to the banner unless it is taken."""
        inspection, document = InspectionId(self.inspection_id), self.document
        if document is not None:
            self.write_down(lambda a: work(a, inspection, document), done, failed or self.fail)
