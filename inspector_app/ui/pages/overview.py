"""Overview: the team's sheet. Who, when, what is done, and what stands before the notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.finding import Finding, total_to_return
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection, InspectionCard, Stage, Visit
from inspector_app.domain.money import figures
from inspector_app.domain.safety_copy import CopyAge
from inspector_app.services.activities import Activities
from inspector_app.services.readiness import Obstacle
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.visit_steps import VisitSteps
from inspector_app.ui.widgets.marks import IconLabel, label, thin_line
from inspector_app.ui.worker import Worker

SHOWN_OBSTACLES = 12
_ROW = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    inspection: Inspection
    card: InspectionCard
    visits: list[Visit]
    findings: list[Finding]
    missing: tuple[Obstacle, ...]
    waiting: tuple[Obstacle, ...]
    """Approvals by telephone that nobody confirmed yet."""
    copy_age: CopyAge
    now: datetime


def _read(activities: Activities, inspection_id: InspectionId) -> _Sheet:
    return _Sheet(
        inspection=activities.inspections.inspection(inspection_id),
        card=activities.inspections.refresh_card(inspection_id),
        visits=activities.inspections.visits(inspection_id),
        findings=activities.findings.findings(inspection_id),
        missing=activities.notices.open_points(inspection_id),
        waiting=activities.notices.telephone.waiting(inspection_id),
        copy_age=activities.safety.age(),
        now=activities.desk.clock.now(),
    )


class _Row(QPushButton):
    """A link over the whole width, as high as its words need."""

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(layout.totalHeightForWidth(width) if layout is not None else 0, _ROW)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        wide = layout.totalSizeHint().width() if layout is not None else 0
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need at this width: a column asks for it at another one."""
        super().resizeEvent(event)
        needed = self.heightForWidth(event.size().width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)


class OverviewPage(InspectionPage):
    """Joins the steps of the visit to what they make possible."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._visit: Visit | None = None
        self.steps = VisitSteps()
        self.steps.openWanted.connect(self._open_visit)
        self.steps.certificatesShown.connect(self._show_certificates)
        self.steps.rightsTold.connect(self._tell_rights)
        self.steps.clockCompared.connect(self._compare_clock)
        self.steps.closeWanted.connect(self._close_visit)
        self.changes(self.steps)
        self.action(self.tr("Open the visit"), self.steps.focus_next, "Ctrl+Return")
        self.action(self.tr("Edit institution, team and purpose"), self._edit, "Ctrl+I")

        self.team = QVBoxLayout()
        self.team.setSpacing(2)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._heading(self.tr("Team"), self.tr("Edit  Ctrl+I"), self._edit))
        left.addLayout(self.team)
        left.addSpacing(10)
        left.addWidget(label(self.tr("Visit"), "caption"))
        left.addWidget(self.steps)
        self.safety = self._link(
            "archive", self.tr("Make a safety copy before you leave"), "Ctrl+Shift+B", "safety"
        )
        self.safety.hide()
        left.addWidget(self.safety)
        left.addStretch()

        self.done = QVBoxLayout()
        self.done.setSpacing(0)
        self.missing = QVBoxLayout()
        self.missing.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.notice_caption = label(self.tr("Before the notice"), "caption")
        right.addWidget(self.notice_caption)
        right.addLayout(self.missing)
        right.addSpacing(14)
        right.addWidget(label(self.tr("Done so far"), "caption"))
        right.addLayout(self.done)
        right.addStretch()

        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(28, 20, 28, 20)
        across.setSpacing(48)
        across.addLayout(left, 11)
        across.addLayout(right, 9)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setFocusProxy(self.steps)

    def _heading(self, text: str, link: str, slot: object) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(text, "caption"))
        row.addStretch()
        button = QPushButton(link)
        button.setProperty("role", "link")
        button.clicked.connect(slot)
        row.addWidget(button)
        return row

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: _read(a, inspection), self._show)

    def target(self) -> Target | None:
        if self._visit is None:
            return None
        return Target(kind=TargetKind.VISIT, id=self._visit.id, label=self.tr("The visit"))

    @Slot(object)
    def _show(self, sheet: _Sheet) -> None:
        if sheet.inspection.id != self.inspection_id:
            return
        self._visit = sheet.visits[-1] if sheet.visits else None
        self._show_team(sheet.inspection)
        self.steps.show_visit(self._visit, sheet.now)
        if self.steps.hasFocus():
            self.steps.stand_ready()
        has_left = self._visit is not None and self._visit.closed_at is not None
        self.safety.setVisible(has_left and sheet.copy_age.has_newer_work)
        self._show_notice(sheet)
        self._show_done(sheet)

    def _show_team(self, inspection: Inspection) -> None:
        _clear(self.team)
        for person in inspection.team:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 3, 0, 3)
            across.addWidget(IconLabel("user", "muted", 16))
            across.addWidget(label(person.name))
            number = person.certificate_number or self.tr("no certificate number")
            across.addWidget(label(number, "muted" if person.certificate_number else "error"))
            across.addStretch()
            self.team.addWidget(row)
        if inspection.purpose:
            self.team.addWidget(label(inspection.purpose, "muted", wrap=True))

    def _show_notice(self, sheet: _Sheet) -> None:
        """What blocks the notice; once it is issued, how far it came."""
        card = sheet.card
        if card.stage not in (Stage.ISSUED, Stage.DELIVERED):
            self.notice_caption.setText(self.tr("Before the notice"))
            self._show_missing(sheet.missing)
            return
        self.notice_caption.setText(self.tr("The notice"))
        _clear(self.missing)
        for obstacle in sheet.waiting:
            self.missing.addWidget(self._link("circle-dashed", say(obstacle.words), "", obstacle.place))
        number = card.notice_number or self.tr("under its draft number")
        rows = [("stamp", self.tr("Issued"), number)]
        if card.stage is Stage.ISSUED:
            self.missing.addWidget(
                self._link("circle-dashed", self.tr("It is not delivered yet."), "", "documents/notice")
            )
        else:
            rows.append(("mail-check", self.tr("Delivered"), ""))
        if card.deadline is not None:
            rows.append(("clock", self.tr("To be rectified until"), card.deadline.isoformat()))
        for icon, text, value in rows:
            self.missing.addWidget(self._link(icon, text, value or "✓", "documents"))

    def _show_missing(self, missing: tuple[Obstacle, ...]) -> None:
        _clear(self.missing)
        if not missing:
            row = QHBoxLayout()
            row.addWidget(IconLabel("circle-check", "success", 18))
            row.addWidget(label(self.tr("Nothing is missing. The notice can be written.")), 1)
            holder = QWidget()
            holder.setLayout(row)
            self.missing.addWidget(holder)
            return
        for obstacle in missing[:SHOWN_OBSTACLES]:
            self.missing.addWidget(self._link("circle-dashed", say(obstacle.words), "", obstacle.place))
        if len(missing) > SHOWN_OBSTACLES:
            more = self.tr("and {count} more").format(count=len(missing) - SHOWN_OBSTACLES)
            self.missing.addWidget(label(more, "muted"))

    def _show_done(self, sheet: _Sheet) -> None:
        _clear(self.done)
        card = sheet.card
        beds = str(card.beds_checked)
        if card.beds_expected:
            beds = f"{card.beds_checked} / {card.beds_expected}"
        rows = (
            ("bed-double", self.tr("Beds checked"), beds, "wards"),
            ("camera", self.tr("Pieces of evidence"), str(card.evidence_count), "evidence"),
            (
                "circle-help",
                self.tr("Suspicions to decide"),
                str(card.open_suspicions),
                "findings/suspicions",
            ),
            ("flag", self.tr("Findings"), str(card.findings_count), "findings"),
            (
                "scale",
                self.tr("To return to the fund"),
                f"¥ {figures(total_to_return(tuple(sheet.findings)))}",
                "findings",
            ),
        )
        for icon, text, value, place in rows:
            self.done.addWidget(self._link(icon, text, value, place))
            self.done.addWidget(thin_line())

    def _link(self, icon: str, text: str, value: str, place: str) -> QPushButton:
        button = _Row()
        button.setProperty("role", "row")
        button.setAccessibleName(f"{text} {value}".strip())
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setObjectName(place)
        across = QHBoxLayout(button)
        across.setContentsMargins(4, 5, 4, 5)
        words = QLabel(text)
        words.setWordWrap(True)
        figure = label(value)
        for widget in (IconLabel(icon, "warning" if not value else "muted", 18), words, figure):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            across.addWidget(widget, 1 if widget is words else 0)
        across.addWidget(IconLabel("chevron-right", "muted", 16))
        button.clicked.connect(self._follow)
        return button

    @Slot()
    def _follow(self) -> None:
        button = self.sender()
        if button is not None:
            place = button.objectName()
            if place == "overview":
                self.steps.focus_next()
            else:
                self.goTo.emit(place, "")

    def _edit(self) -> None:
        self.goTo.emit("institution", "")

    # What the steps ask for

    @Slot(str, str)
    def _open_visit(self, place: str, received_by: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.inspections.open_visit(inspection, place=place, received_by=received_by))

    @Slot()
    def _show_certificates(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.inspections.show_certificates(inspection))

    @Slot(str)
    def _tell_rights(self, answer: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.inspections.tell_rights(inspection, answer=answer),
            None,
            lambda problem: self.steps.rights.tell(say(problem)),
        )

    @Slot(object, str)
    def _compare_clock(self, reference: datetime, source: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.inspections.compare_clock(inspection, reference, source))

    @Slot()
    def _close_visit(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: _leave(a, inspection), self._left)

    @Slot(object)
    def _left(self, has_left: bool) -> None:
        """Without a closed record the way out leads past it: the record's page closes both."""
        if not has_left:
            self.goTo.emit("record/close", "")


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _leave(activities: Activities, inspection_id: InspectionId) -> bool:
    """Close the visit where its record is closed; else open the record, which is completed first."""
    visit = activities.inspections.visits(inspection_id)[-1]
    records = [one for one in activities.records.records(inspection_id) if one.visit == visit.id]
    if not records or any(one.closed_at is None for one in records):
        activities.records.open(inspection_id)
        return False
    activities.inspections.close_visit(inspection_id)
    return True
