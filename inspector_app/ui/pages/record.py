"""Record: the record of the visit, completed beside its paper, closed with its time, printed and bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import Document
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.papers import RecordPaper
from inspector_app.domain.ports import Progress
from inspector_app.domain.record import Record
from inspector_app.domain.wording import counted
from inspector_app.services.activities import Activities
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.paper_leaving import PaperLeaving
from inspector_app.ui.pages.record_closing import RecordClosing
from inspector_app.ui.pages.signing_on_screen import SigningOnScreen
from inspector_app.ui.turns import Turn
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.widgets.paper_head import PaperHead
from inspector_app.ui.widgets.record_parts import RecordParts
from inspector_app.ui.widgets.withdrawing import Withdrawing
from inspector_app.ui.worker import Worker

CLOSE = "close"
"""What a link selects when somebody wants to leave: the question, with all it does."""
_STEPS = {
    "begin": QT_TRANSLATE_NOOP("RecordPage", "Begin the record"),
    "certificates": QT_TRANSLATE_NOOP("RecordPage", "Certificates: shown now"),
    "rights": QT_TRANSLATE_NOOP("RecordPage", "Tell rights and duties"),
    "visit": QT_TRANSLATE_NOOP("RecordPage", "Go to the visit"),
    "close": QT_TRANSLATE_NOOP("RecordPage", "Close with time"),
    "print": QT_TRANSLATE_NOOP("RecordPage", "Print"),
    "scan": QT_TRANSLATE_NOOP("RecordPage", "Take in the signed copy"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The chosen record, else the open or newest one, with all that is shown; nothing where there is none."""

    inspection: InspectionId
    newest_visit: Visit | None
    visit: Visit | None = None
    record: Record | None = None
    document: Document | None = None
    paper: RecordPaper | None = None
    drawing: Callable[[], bytes] | None = None
    scans: tuple[Evidence, ...] = ()


def _read(activities: Activities, inspection: InspectionId, wanted: str = "") -> _Sheet:
    visits = activities.inspections.visits(inspection)
    records = activities.records.records(inspection)
    newest = visits[-1] if visits else None
    if not records:
        return _Sheet(inspection=inspection, newest_visit=newest)
    still_open = next((one for one in records if one.closed_at is None), records[-1])
    record = next((one for one in records if one.id == wanted), still_open)
    target = Target(kind=TargetKind.DOCUMENT, id=record.id, label="")
    return _Sheet(
        inspection=inspection,
        newest_visit=newest,
        visit=next((one for one in visits if one.id == record.visit), None),
        record=record,
        document=activities.papers.records.document(inspection, record.id),
        paper=activities.records.content(inspection, record.id),
        drawing=activities.records.drawing(inspection, record.id),
        scans=tuple(activities.evidence.evidence_for(inspection, target)),
    )


class RecordPage(InspectionPage):
    """Joins the parts, the paper and the one next step."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._sheet: _Sheet | None = None
        self._is_closing = False
        self._wanted = ""
        """Identity of the record that a link led to; empty for the one that is open or newest."""
        self._undo: list[Callable[[Activities, InspectionId, DocumentId], object]] = []
        self.banner = Banner()
        self.paper = PaperView()
        self.drawing = PaperDrawing(worker, self.paper.show_pdf, self._failed)
        self.head = PaperHead()
        self.parts = RecordParts()
        self.withdrawing = Withdrawing()
        self.leaving = PaperLeaving(self, worker, self.banner)
        self.next_action = self.action(
            self.tr("Next step of the record"), self._go_on, "Ctrl+Return", changes=True
        )
        self.begin_action = self.action(self.tr("Begin the record"), self._begin, changes=True)
        self.undo_action = self.action(self.tr("Undo the last note"), self._undo_note, "Ctrl+Z", changes=True)
        self.turn_action = self.action(self.tr("Entries or paper"), self._turn, "F4")
        self.print_action = self.action(self.tr("Print"), self.leaving.print_out, "Ctrl+P", changes=True)
        self.export_action = self.action(
            self.tr("Export unencrypted"), self.leaving.export, "Ctrl+Shift+E", changes=True
        )
        self.scan_action = self.action(
            self.tr("Take in the scan of the paper"), self.leaving.scan, "Ctrl+Shift+S", changes=True
        )
        self.again_action = self.action(
            self.tr("Begin the record of the newer visit"), self._begin, "Ctrl+Shift+N", changes=True
        )
        self.withdraw_action = self.action(self.tr("Withdraw"), self._ask_reason, "Ctrl+Delete", changes=True)
        self.closing = RecordClosing(self.head.asking)
        self.closing.agreed.connect(self._close)
        self.closing.putOff.connect(self.head.next.setFocus)
        self.head.nextWanted.connect(self._go_on)
        self._join()
        self._lay_out()
        self.changes(self.parts, self.head.next, self.head.asking, self.withdrawing)

    def _join(self) -> None:
        parts = self.parts
        parts.described.connect(self._keep(lambda a, i, d, text: a.records.describe(i, d, text)))
        parts.presentNamed.connect(self._keep(lambda a, i, d, rows: a.records.name_present(i, d, rows)))
        parts.handedOver.connect(self._keep(lambda a, i, d, rows: a.records.hand_over(i, d, rows)))
        parts.stated.connect(self._keep(lambda a, i, d, text: a.records.take_statement(i, d, text)))
        parts.refused.connect(self._keep(lambda a, i, d, text: a.records.note_refusal(i, d, text)))
        parts.noted.connect(self._note)
        parts.noteTaken.connect(self._take_note)
        parts.certificatesShown.connect(self._show_certificates)
        parts.rightsTold.connect(self._tell_rights)
        self.withdrawing.wanted.connect(self.leaving.withdraw)

    def _lay_out(self) -> None:
        self.frame = BesidePaper(self.withdrawing.below(self.parts), self.paper)
        self.signing = SigningOnScreen(self, self.frame, self.head, self.banner)
        for action, text in (
            (self.turn_action, self.tr("Paper")),
            (self.export_action, self.tr("Export unencrypted")),
            (self.print_action, self.tr("Print")),
            (self.scan_action, self.tr("Take in a scan")),
            (self.again_action, self.tr("New record")),
        ):
            self.head.offer(action, text)
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.frame, 1)
        self.empty = EmptyState(
            "file-check",
            self.tr("No record yet"),
            self.tr(
                "The record of the visit follows from what was entered: who was there, what was shown and "
                "told, what was counted and answered. It is completed here, closed with its time, printed "
                "and signed."
            ),
            self.begin_action,
        )
        self.without_visit = EmptyState(
            "door-open",
            self.tr("No visit was opened"),
            self.tr("A record belongs to a visit. Open the visit on the overview, then begin its record."),
            self.action(self.tr("Open the visit on the overview"), self._to_overview),
        )
        self.stack = QStackedWidget()
        self.stack.hide()
        for page in (self.without_visit, self.empty, work):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.head.next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_sides()

    def _name_sides(self) -> None:
        has_record = self._sheet is not None and self._sheet.record is not None
        self.head.allow(self.turn_action, self.frame.is_narrow and has_record)
        is_paper = self.frame.shows_paper
        self.head.rename(self.turn_action, self.tr("Entries") if is_paper else self.tr("Paper"))

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the record of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self._sheet, self._wanted = None, ""
            self._undo.clear()
            self.closing.put_away()
            self.signing.be_about("", None, finished=False)
            self.drawing.forget()
            self.paper.show_pdf(b"")
            self.stack.hide()  # nothing is said of a visit before it is read
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection, wanted = InspectionId(self.inspection_id), self._wanted
        self.read_in(lambda a: _read(a, inspection, wanted), self._show)

    def select(self, identity: str) -> None:
        if identity == CLOSE:
            inspection = InspectionId(self.inspection_id)
            self.worker.run(lambda a: _read(a, inspection), self._show_and_ask)
        else:
            self._wanted = identity
            self.refresh()

    def target(self) -> Target | None:
        record = self._sheet.record if self._sheet else None
        if record is None:
            return None
        return Target(kind=TargetKind.DOCUMENT, id=record.id, label=self.head.title.text())

    @Slot(object)
    def _show(self, sheet: _Sheet) -> None:
        if sheet.inspection != self.inspection_id:
            return
        self._sheet = sheet
        has_record = sheet.record is not None
        self.stack.show()
        self.stack.setCurrentIndex(2 if has_record else 1 if sheet.newest_visit is not None else 0)
        if sheet.record is not None and sheet.paper is not None:
            self._show_record(sheet, sheet.record, sheet.paper)
        self._enable(sheet)

    def _show_record(self, sheet: _Sheet, record: Record, paper: RecordPaper) -> None:
        day = (sheet.visit.opened_at if sheet.visit else record.opened_at).astimezone(BEIJING)
        title = self.tr("Record of the visit of {day}").format(day=day.strftime("%Y-%m-%d"))
        closed = _clock(record.closed_at)
        state = self.tr("Closed {time}").format(time=closed) if closed else self.tr("Open")
        self.head.show_state(title, state, closed=bool(closed))
        self.leaving.be_about(self.inspection_id, record.id, title)
        self.parts.show_record(record, sheet.visit, paper)
        self.parts.setEnabled(not closed)
        if sheet.drawing is not None:
            self.drawing.draw(sheet.drawing)
        step = self._step(sheet)
        words = QCoreApplication.translate("RecordPage", str(_STEPS[step])) if step else ""
        self.head.show_next(words, "Ctrl+Return", self._hint(sheet, step))
        if closed:
            self.closing.put_away()

    def _step(self, sheet: _Sheet) -> str:
        """Name the one next step; empty where nothing is left to do."""
        record, visit, document = sheet.record, sheet.visit, sheet.document
        if record is None:
            return "begin" if sheet.newest_visit is not None else "visit"
        if record.closed_at is None:
            may_write = visit is not None and visit.is_open
            if visit is None or visit.certificates_shown_at is None:
                return "certificates" if may_write else "visit"
            if visit.rights_told_at is None:
                return "rights" if may_write else "visit"
            return "close"
        if document is not None and not document.copies_printed:
            return "print"
        return "" if sheet.scans else "scan"

    def _hint(self, sheet: _Sheet, step: str) -> str:
        if step == "close":
            return self.tr("Everything is saved as it is typed. Read the paper, then close the record.")
        if step in ("certificates", "rights"):
            return self.tr("The record is closed only after it says that certificates and rights are done.")
        if step == "print":
            return self.tr("Print it, have every page signed, then take in the scan of the signed copy.")
        copies = sheet.document.copies_printed if sheet.document else 0
        printed = counted(copies, self.tr("1 copy printed."), self.tr("{count} copies printed.")).format(
            count=copies
        )
        if step == "scan":
            return f"{printed} " + self.tr("The signed copy is not bound yet.")
        if sheet.scans:
            numbers = "、".join(one.number for one in sheet.scans)
            return f"{printed} " + self.tr("The signed copy is evidence {numbers}.").format(numbers=numbers)
        return ""

    def _enable(self, sheet: _Sheet) -> None:
        record = sheet.record
        is_closed = record is not None and record.closed_at is not None
        newest = sheet.newest_visit
        step = self._step(sheet)
        self.next_action.setEnabled(bool(step))
        self.next_action.setText(
            QCoreApplication.translate("RecordPage", str(_STEPS[step]))
            if step
            else self.tr("Next step of the record")
        )
        self.begin_action.setEnabled(step == "begin")
        self.withdraw_action.setEnabled(record is not None)
        self.head.allow(self.print_action, is_closed, is_next=step == "print")
        self.head.allow(self.export_action, is_closed)
        self.head.allow(self.scan_action, is_closed, is_next=step == "scan")
        self.signing.be_about(self.inspection_id, record.id if record else None, finished=is_closed)
        self.undo_action.setEnabled(bool(self._undo) and not is_closed)
        is_newer = record is not None and newest is not None and record.visit != newest.id
        self.head.allow(self.again_action, is_closed and is_newer)
        self._name_sides()

    @Slot(object)
    def _show_and_ask(self, sheet: _Sheet) -> None:
        self._show(sheet)
        if sheet.record is not None:
            self._ask()

    # What a person does

    def _go_on(self) -> None:
        """Do the next step, or put the keyboard where it is done."""
        self.parts.commit()
        step = self._step(self._sheet) if self._sheet is not None else ""
        doing: dict[str, Callable[[], object]] = {
            "begin": self._begin,
            "visit": self._to_overview,
            "certificates": self._show_certificates,
            "rights": lambda: self.frame.bring_to(self.parts.answer),
            "close": self._ask,
            "print": self.leaving.print_out,
            "scan": self.leaving.scan,
        }
        if step:
            doing[step]()

    def _ask_reason(self) -> None:
        self.frame.bring_to(self.withdrawing.reason)
        self._name_sides()

    def _begin(self) -> None:
        self._wanted = ""
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.records.open(inspection), None, self._failed)

    def _to_overview(self) -> None:
        self.goTo.emit("overview", "")

    def _ask(self) -> None:
        """Say what closing does, and ask once."""
        self.parts.commit()
        sheet = self._sheet
        if sheet is None or sheet.record is None or sheet.record.closed_at is not None or self._is_closing:
            return
        visit = sheet.visit
        is_open = visit is not None and visit.is_open
        may_close = visit is not None and None not in (visit.certificates_shown_at, visit.rights_told_at)
        self.closing.ask(record=may_close, visit=is_open)

    @Slot(bool, bool)
    def _close(self, record: bool, visit: bool) -> None:
        self.parts.commit()
        inspection = InspectionId(self.inspection_id)
        chosen = self._sheet.record if self._sheet is not None else None
        if chosen is None:
            return
        identity = chosen.id

        def work(a: Activities, progress: Progress) -> None:
            if record:
                a.records.close(inspection, identity, progress)
            if visit:
                a.inspections.close_visit(inspection)

        title = self.tr("Closing the record") if record else self.tr("Closing the visit")
        self._is_closing = True
        self.closing.put_away()
        self.head.show_hint(f"{title}…")
        self.worker.start(
            work,
            lambda _done: self._closed(visit=visit),
            self._not_closed,
            title=title,
            turn=Turn.NOW,  # in its order with what was typed just before
        )

    def _not_closed(self, problem: Problem) -> None:
        self._is_closing = False
        self.refresh()
        self._failed(problem)

    def _closed(self, *, visit: bool) -> None:
        self._is_closing = False
        told = self.tr("The visit is closed.") if visit else self.tr("The record is closed.")
        self.banner.tell(told, "success")
        self.head.next.setFocus()

    def _show_certificates(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.inspections.show_certificates(inspection), None, self._failed)

    @Slot(str)
    def _tell_rights(self, answer: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.inspections.tell_rights(inspection, answer=answer), None, self._failed)

    @Slot(str, str)
    def _note(self, area: str, text: str) -> None:
        position = len(self._sheet.record.notes) if self._sheet and self._sheet.record else 0
        self._undo.append(lambda a, i, d: a.records.take_note_back(i, d, position))
        self._do(lambda a, i, d: a.records.note(i, d, area, text))

    @Slot(int)
    def _take_note(self, position: int) -> None:
        record = self._sheet.record if self._sheet is not None else None
        if record is None or position >= len(record.notes):
            return
        note = record.notes[position]
        self._undo.append(lambda a, i, d: a.records.note(i, d, note.area, note.text))
        self._do(lambda a, i, d: a.records.take_note_back(i, d, position))

    def _undo_note(self) -> None:
        if self._undo:
            self._do(self._undo.pop())

    def _keep(self, work: Callable[[Activities, InspectionId, DocumentId, Any], object]) -> Any:
        return lambda value: self._do(lambda a, i, d: work(a, i, d, value))

    def _do(self, work: Callable[[Activities, InspectionId, DocumentId], object]) -> None:
        """Change the record that is shown."""
        record = self._sheet.record if self._sheet is not None else None
        if record is not None:
            inspection, identity = InspectionId(self.inspection_id), record.id
            self.write_down(lambda a: work(a, inspection, identity), None, self._failed)

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))


def _clock(moment: datetime | None) -> str:
    return moment.astimezone(BEIJING).strftime("%H:%M:%S") if moment else ""
