"""One inspection as one page: head, spine, the work in the middle, what belongs to it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import DamagedFile, Problem
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import ClockJump, Inspection, InspectionCard
from inspector_app.services.activities import Activities
from inspector_app.services.hand_over_sheet import ReviewStanding, review_standing
from inspector_app.ui import theme
from inspector_app.ui.evidence_words import target_word
from inspector_app.ui.focus import enter
from inspector_app.ui.pages.page import InspectionPage, Page
from inspector_app.ui.places import Place
from inspector_app.ui.states import word
from inspector_app.ui.widgets.context_panel import ROOMY, ContextPanel
from inspector_app.ui.widgets.marks import Chip, FittedLabel, label, thin_line
from inspector_app.ui.widgets.review_strip import ReviewStrip
from inspector_app.ui.widgets.salvaged_strip import SalvagedStrip
from inspector_app.ui.widgets.spine import Spine
from inspector_app.ui.worker import Worker

CLOCK_WATCH_MS = 15_000
SPINE, SPINE_OF_ICONS = 196, 52
NARROW = 1180
"""Window width in pixels below which the spine shows icons only, as on a small screen at 200 %."""


def _watch_clock(activities: Activities, inspection: InspectionId) -> ClockJump | None:
    if not activities.desk.is_unlocked:
        return None
    return activities.inspections.watch_clock(inspection)


class InspectionView(QWidget):
    """Holds the pages of one inspection and moves between them."""

    goTo = Signal(str, str)
    evidenceWanted = Signal(object)
    clockJumped = Signal(str)

    def __init__(self, worker: Worker, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._places = {place.key: place for place in places}
        self._pages: dict[str, Page] = {}
        self.inspection_id = ""
        self.place = ""
        self._remarked: Target | None = None
        self._held = ""
        """Why nothing may be changed here; empty where it may."""
        self._build(places)
        worker.changed.connect(self._on_changed)
        worker.problem.connect(self._on_problem)
        self._watch = QTimer(self)
        self._watch.setInterval(CLOCK_WATCH_MS)
        self._watch.timeout.connect(self._watch_clock)
        self._watch.start()

    def _build(self, places: tuple[Place, ...]) -> None:
        self.name = label("", "subtitle")
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name.setMinimumWidth(80)
        self.stage = Chip()
        self.details = FittedLabel()
        self.details.setProperty("role", "muted")
        self.drawer = QPushButton(self.tr("Context"))
        self.drawer.setProperty("role", "quiet")
        self.drawer.setCheckable(True)
        self.drawer.setToolTip(self.tr("Show what belongs to the selected thing  F9"))
        theme.put_icon(self.drawer, "panel-right", "muted")
        self.drawer.toggled.connect(self._arrange)

        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 10)
        head.setSpacing(12)
        head.addWidget(self.name)
        head.addWidget(self.stage)
        head.addWidget(self.details, 1)
        head.addWidget(self.drawer)
        policy = self.drawer.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the page beneath stays where it is from place to place
        self.drawer.setSizePolicy(policy)

        self.salvaged = SalvagedStrip()
        self.salvaged.asked.connect(self._show_salvage)
        self.reviewing = ReviewStrip()
        self.addAction(self.reviewing.action)
        self.reviewing.asked.connect(self._ask_remark)
        self.reviewing.written.connect(self._write_remark)
        self.reviewing.decide.connect(self._go_to_decision)
        self.spine = Spine()
        for place in places:
            if place.on_rail:
                self.spine.add(place.key, place.title, place.icon, f"{place.title}  {place.shortcut}")
        self.spine.chosen.connect(self._on_chosen)
        side = QWidget()
        side.setObjectName("spine")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side = side
        side.setFixedWidth(SPINE)
        side_layout = QVBoxLayout(side)
        side_layout.setContentsMargins(0, 8, 0, 8)
        side_layout.addWidget(self.spine)

        self.stack = QStackedWidget()
        # A page's wish never keeps the window from being made smaller; the context gives way instead.
        self.stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.context = ContextPanel()
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(side)
        body.addWidget(self.stack, 1)
        body.addWidget(self.context)
        self._body = body

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(thin_line())
        layout.addWidget(self.salvaged)
        layout.addWidget(self.reviewing)
        layout.addLayout(body, 1)

    @property
    def page(self) -> Page | None:
        return self._pages.get(self.place)

    def open(self, inspection_id: str, place: str, selected: str = "") -> None:
        """Go to a place of an inspection, and to a thing there when a link names one."""
        if inspection_id != self.inspection_id:
            self.inspection_id = inspection_id
            self.refresh()
        page = self._pages.get(place) or self._make(place)
        self.place = place
        standing = self._places[place]
        self.spine.show_chosen(place if standing.on_rail else standing.within or "overview")
        self.context.show_widget(None)
        self.stack.setCurrentWidget(page)
        if isinstance(page, InspectionPage):
            page.open(inspection_id)
            # What the page counts is known once it was read; this is answered right after it.
            self._worker.run(lambda _: None, lambda _none: self._show_page_progress())
        if selected:
            page.select(selected)
        enter(page)
        self._arrange()

    def target(self) -> Target:
        """What evidence is bound to now: the selected thing, else the visit as a whole."""
        found = self.page.target() if self.page is not None else None
        return found or Target(kind=TargetKind.VISIT, id=self.inspection_id, label=self.name.text())

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self._worker.run(
            lambda a: (a.inspections.inspection(inspection), a.inspections.refresh_card(inspection)),
            self._show,
            self._refused,
        )
        self._worker.run(lambda a: a.salvage.latest(inspection), self.salvaged.show_salvage, lambda _: None)
        self._worker.run(
            lambda a: (inspection, review_standing(a, inspection)), self._show_standing, lambda _: None
        )

    @Slot(object)
    def _show_standing(self, found: tuple[InspectionId, ReviewStanding | None]) -> None:
        """Say that an inspection is here for review only, and let rest what would change it."""
        inspection, standing = found
        if inspection != self.inspection_id:
            return
        self.reviewing.show_standing(standing)
        reason = "" if standing is None else self.tr("Handed over for review, so it is read only here.")
        was_held, self._held = bool(self._held), reason
        for page in self._pages.values():
            page.hold(reason)
        if was_held and not reason and self.page is not None:
            self.page.refresh()  # a page knows best what may be done again

    @property
    def held(self) -> str:
        """Why nothing may be changed here; empty where it may."""
        return self._held

    def _refused(self, problem: Problem) -> None:
        """A damaged file is told on a page of its own, where it can be salvaged."""
        if not isinstance(problem, DamagedFile):
            self._worker.problem.emit(problem)
            return
        inspection, reason = InspectionId(self.inspection_id), problem.sentence
        self._worker.run(lambda a: a.salvage.note(inspection, reason), self._show_damage)

    @Slot(object)
    def _on_problem(self, problem: Problem) -> None:
        """Some page met damage: where the file as a whole is out of use, say so on its own page."""
        if isinstance(problem, DamagedFile) and self.inspection_id and self.isVisible():
            inspection = InspectionId(self.inspection_id)
            self._worker.run(lambda a: a.salvage.is_broken(inspection), self._on_broken)

    @Slot(object)
    def _on_broken(self, is_broken: bool) -> None:
        if is_broken and self.inspection_id:
            self._show_damage()

    @Slot(object)
    def _show_damage(self, _noted: object = None) -> None:
        damaged, self.inspection_id = self.inspection_id, ""
        if damaged:
            self.goTo.emit(f"salvage/{damaged}", "")

    def toggle_context(self) -> None:
        self.drawer.toggle()

    def _make(self, key: str) -> Page:
        page = self._places[key].make(self._worker)
        page.setObjectName(key)
        page.hold(self._held)
        self._pages[key] = page
        self.stack.addWidget(page)
        page.goTo.connect(self._on_link)
        page.contextChanged.connect(self._on_context)
        page.evidenceWanted.connect(self.evidenceWanted)
        return page

    @Slot(object)
    def _show(self, found: tuple[Inspection, InspectionCard]) -> None:
        inspection, card = found
        if inspection.id != self.inspection_id:
            return
        institution = inspection.institution
        self.name.setText(institution.name)
        self.stage.show_state(card.stage)
        team = "、".join(person.name for person in inspection.team)
        parts = (institution.code, word(institution.level), word(inspection.mode), team)
        self.details.setText(" · ".join(part for part in parts if part))
        self._show_progress(card)

    def _show_progress(self, card: InspectionCard) -> None:
        wards = str(card.beds_checked) if card.beds_checked else ""
        if card.beds_expected:
            wards = f"{card.beds_checked}/{card.beds_expected}"
        show = self.spine.show_progress
        show("wards", wards, done=bool(card.beds_expected) and card.beds_checked >= card.beds_expected)
        show("checklists", str(card.answers_given or ""))
        show("evidence", str(card.evidence_count or ""))
        findings = str(card.findings_count or "")
        if card.open_suspicions:
            findings = f"{card.findings_count} + {card.open_suspicions}?"
        show("findings", findings)
        show("documents", card.notice_number.rpartition("〕")[2])
        self._show_page_progress()

    def _show_page_progress(self) -> None:
        """Some places are counted by their pages; of another inspection nothing is said."""
        for key in ("stock", "dialysis", "checklists"):
            page = self._pages.get(key)
            if isinstance(page, InspectionPage) and page.inspection_id == self.inspection_id:
                self.spine.show_progress(key, page.progress_text())
            elif key != "checklists":  # its card counts that one
                self.spine.show_progress(key, "")

    @Slot()
    def _watch_clock(self) -> None:
        if self.inspection_id and self.isVisible():
            inspection = InspectionId(self.inspection_id)
            self._worker.run(lambda a: _watch_clock(a, inspection), self._tell_jump)

    @Slot(object)
    def _tell_jump(self, jump: ClockJump | None) -> None:
        if jump is not None:
            self.clockJumped.emit(
                self.tr(
                    "The laptop's clock jumped by {seconds} s. It is written down with the visit, and the "
                    "evidence it touches is flagged. Set the clock right and compare it again."
                ).format(seconds=f"{jump.seconds:+.0f}")
            )

    @Slot()
    def _show_salvage(self) -> None:
        self.goTo.emit(f"salvage/{self.inspection_id}", "")

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.goTo.emit(key, self.inspection_id)

    @Slot(str, str)
    def _on_link(self, place: str, inspection_id: str) -> None:
        self.goTo.emit(place, inspection_id or self.inspection_id)

    @Slot()
    def _ask_remark(self) -> None:
        self._remarked = (self.page.remark_target() if self.page is not None else None) or self.target()
        self.reviewing.write_about(self._remarked.label or target_word(self._remarked.kind))

    @Slot(str)
    def _write_remark(self, text: str) -> None:
        inspection, thing = InspectionId(self.inspection_id), self._remarked
        if thing is not None:
            self._worker.run(
                lambda a: a.reviewing.comment(
                    inspection, kind=thing.kind.value, thing=thing.id, label=thing.label, text=text
                ),
                self._remark_written,
            )

    @Slot(object)
    def _remark_written(self, _comment: object) -> None:
        self.reviewing.put_away()
        if self.page is not None:
            enter(self.page)  # the next row is one key away, as it was before

    @Slot()
    def _go_to_decision(self) -> None:
        self.goTo.emit("handover/decide", self.inspection_id)

    @Slot(object)
    def _on_context(self, widget: QWidget | None) -> None:
        if self.sender() is self.page:
            self.context.show_widget(widget)
            self._arrange()

    @Slot(object)
    def _on_changed(self, changes: frozenset[tuple[str | None, str]]) -> None:
        if any(inspection == self.inspection_id for inspection, _kind in changes):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Put the context beside the page where there is room, else over it as a drawer."""
        width = self.window().width()
        self._side.setFixedWidth(SPINE if width >= NARROW else SPINE_OF_ICONS)
        page = self.stack.currentWidget()
        wanted = page.minimumSizeHint().width() if page is not None else 0
        beside = self.width() - self._side.width() - self.context.width()
        roomy = width >= ROOMY and beside >= wanted
        self.drawer.setVisible(not roomy and self.context.is_filled)
        if roomy:
            if self._body.indexOf(self.context) < 0:
                self._body.addWidget(self.context)
            self.context.setVisible(self.context.is_filled)
            return
        if self._body.indexOf(self.context) >= 0:
            self._body.removeWidget(self.context)
            self.context.setParent(self)
        self.context.setVisible(self.drawer.isChecked() and self.context.is_filled)
        top = self.stack.mapTo(self, self.stack.rect().topLeft()).y()
        self.context.setGeometry(
            self.width() - self.context.width(), top, self.context.width(), self.height() - top
        )
        self.context.raise_()
