"""One delivery beside its receipt: received or refused, closed with its time, printed, signed copy bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.evidence import Evidence, IntakeWay, Target
from inspector_app.domain.ids import DocumentId, EvidenceId, InspectionId
from inspector_app.domain.record import Delivery
from inspector_app.domain.wording import Sentence
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Source
from inspector_app.ui.document_listing import target_of
from inspector_app.ui.document_words import name_of, step_word
from inspector_app.ui.language import say
from inspector_app.ui.pages.paper_page import PaperPage
from inspector_app.ui.states import word
from inspector_app.ui.widgets.delivery_form import DeliveryForm, Written
from inspector_app.ui.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    inspection: InspectionId
    document: Document
    delivery: Delivery
    titles: dict[DocumentId, str]
    """What is delivered; while the receipt is open, with what else waits."""
    lacking: tuple[Sentence, ...]
    bound: tuple[Evidence, ...]
    """Pictures and scans that belong to the receipt."""
    drawing: Callable[[], bytes]


def _read(activities: Activities, inspection: InspectionId, identity: DocumentId) -> _Sheet:
    records = activities.papers.records
    delivery = activities.deliveries.delivery(inspection, identity)
    offered = [records.document(inspection, one) for one in delivery.documents]
    if delivery.delivered_at is None:
        offered += activities.deliveries.waiting(inspection)
    document = records.document(inspection, identity)
    return _Sheet(
        inspection=inspection,
        document=document,
        delivery=delivery,
        titles={
            one.id: f"{name_of(one.type)}  {one.number or one.draft_number}"
            for one in sorted(offered, key=lambda one: one.id)
        },
        lacking=activities.deliveries.lacking(inspection, identity),
        bound=tuple(activities.evidence.evidence_for(inspection, target_of(identity))),
        drawing=activities.deliveries.drawing(inspection, identity),
    )


class DeliveryPage(PaperPage):
    """Joins the form, the receipt and the one next step."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        self.form = DeliveryForm()
        super().__init__(worker, self.form, parent)
        self._sheet: _Sheet | None = None
        self.form.written.connect(self._write)
        self.form.cited.connect(self._cite)
        self.form.chosen.connect(self._choose)
        self.form.pictureWanted.connect(self._picture)
        self.form.withdrawing.wanted.connect(self.leaving.withdraw)
        self.close_now = self.head.asking.add(self.tr("Close it now"), "primary", self._close)
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
        return target_of(self.document, self.head.title.text()) if self.document is not None else None

    @property
    def step(self) -> str:
        """The one next step; empty where nothing is left."""
        sheet = self._sheet
        if sheet is None or sheet.document.state is DocumentState.WITHDRAWN:
            return ""
        if sheet.delivery.delivered_at is None:
            is_unsaid = self.form.refused.isChecked() and not sheet.delivery.was_refused
            return "complete" if sheet.lacking or is_unsaid else "close"
        if not sheet.document.copies_printed:
            return "print"
        return "" if self._scans(sheet) else "scan"

    def _scans(self, sheet: _Sheet) -> list[Evidence]:
        """Return what came after the closing: the signed copy, not the pictures that the receipt names."""
        return [one for one in sheet.bound if one.id not in sheet.delivery.evidence]

    @Slot(object)
    def _show(self, sheet: _Sheet) -> None:
        if sheet.inspection != self.inspection_id or sheet.document.id != self.document:
            return
        before, self._sheet = self._sheet, sheet
        closed = sheet.delivery.delivered_at
        state = (
            self.tr("Closed {time}").format(time=closed.astimezone(BEIJING).strftime("%H:%M:%S"))
            if closed and sheet.document.state is not DocumentState.WITHDRAWN
            else word(sheet.document.state)
        )
        title = name_of(sheet.document.type)
        self.head.show_state(title, state, closed=closed is not None)
        self.leaving.be_about(self.inspection_id, sheet.document.id, title)
        pictures = tuple(one for one in sheet.bound if one.media_type.startswith("image/"))
        self.form.show_delivery(sheet.delivery, sheet.titles, pictures, sheet.lacking, sheet.document.state)
        self.drawing.draw(sheet.drawing)
        step = self.step
        self.head.show_next(step_word(step), "Ctrl+Return", self._hint(sheet, step))
        if step != "close":
            self.head.asking.hide()
        self.enable(step, finished=closed is not None)
        self.may_be_signed(sheet.document)
        if before is not None and before.document.id == sheet.document.id and closed is None:
            self._cite_new(pictures, before)

    def _cite_new(self, pictures: tuple[Evidence, ...], before: _Sheet) -> None:
        """Name what was taken for this receipt while it is refused; a person may take it out again."""
        known = {one.id for one in before.bound} | set(before.delivery.evidence)
        new = tuple(one.id for one in pictures if one.id not in known)
        if new and self.form.refused.isChecked():
            self._cite((*before.delivery.evidence, *new))

    def _hint(self, sheet: _Sheet, step: str) -> str:
        if step == "complete":
            return self.tr("Write down who takes the documents, or that they were refused.")
        if step == "close":
            return self.tr("Everything is saved as it is typed. Read the receipt, then close it.")
        if step == "print":
            return self.tr("Print it, have it signed, then take in the scan of the signed copy.")
        if scans := self._scans(sheet):
            numbers = "、".join(one.number for one in scans)
            return self.tr("The signed copy is evidence {numbers}.").format(numbers=numbers)
        return sheet.document.withdrawn_reason

    def go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        self.form.commit()
        doing: dict[str, Callable[[], object]] = {
            "complete": self._to_first_lack,
            "close": self._ask,
            "print": self.leaving.print_out,
            "scan": self.leaving.scan,
        }
        if self.step:
            doing[self.step]()

    def _to_first_lack(self) -> None:
        self.frame.bring_to(self.form.first_lack())
        self.name_sides()

    def _ask(self) -> None:
        """Say what closing does, and ask once."""
        self.head.asking.words.setText(
            self.tr(
                "The time of delivery is fixed now, the receipt is laid out for good and never changed "
                "afterwards; a mistake is mended by withdrawing it and making a new one."
            )
        )
        self.head.asking.ask()

    def _close(self) -> None:
        self.head.asking.hide()
        self._do(lambda a, i, d: a.deliveries.close(i, d))

    @Slot(object)
    def _write(self, said: Written) -> None:
        if not said.refused:
            self._do(
                lambda a, i, d: a.deliveries.receive(
                    i, d, received_by=said.received_by, relation=said.relation, mode=said.mode,
                    place=said.place,
                )
            )  # fmt: skip
        elif said.reason.strip():  # a refusal is written down once it says how it was
            self._do(
                lambda a, i, d: a.deliveries.refuse(
                    i, d, reason=said.reason, witness=said.witness, witness_unit=said.witness_unit,
                    received_by=said.received_by, place=said.place,
                )
            )  # fmt: skip

    @Slot(object)
    def _choose(self, documents: tuple[DocumentId, ...]) -> None:
        if documents:
            self._do(lambda a, i, d: a.deliveries.choose(i, d, documents))
        else:
            told = self.tr("One document at least is delivered. Withdraw this receipt if there is none.")
            self.banner.tell(told)
            self.refresh()

    @Slot(object)
    def _cite(self, evidence: tuple[EvidenceId, ...]) -> None:
        self._do(lambda a, i, d: a.deliveries.cite(i, d, evidence))

    def _picture(self) -> None:
        title = self.tr("Picture of the documents left there")
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.heic)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            source = Source.file(Path(name), IntakeWay.FILE)
            self._do(lambda a, i, d: a.deliveries.photograph(i, d, source), self._taken)

    @Slot(object)
    def _taken(self, intake: Intake) -> None:
        if intake.evidence is None and intake.said is not None:
            self.banner.tell(say(intake.said))

    def _do(
        self,
        work: Callable[[Activities, InspectionId, DocumentId], Any],
        done: Callable[[Any], object] | None = None,
    ) -> None:
        inspection, document = InspectionId(self.inspection_id), self.document
        if document is not None:
            self.write_down(lambda a: work(a, inspection, document), done, self.fail)
