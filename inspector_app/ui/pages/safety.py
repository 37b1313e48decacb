"""Safety copy: how old the last one is, making one on a stick, reading it through, putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import InspectionCard, Stage
from inspector_app.domain.safety_copy import CopyAge
from inspector_app.services.activities import Activities
from inspector_app.services.copy_making import CopyPlan, CopyResult, make_copy
from inspector_app.services.copy_reading import CopyReport, OpenCopy, verify_copy
from inspector_app.services.restoring import Restored
from inspector_app.services.safety_copies import PuttingBack, put_back_beside, restored_words, result_words
from inspector_app.ui import theme
from inspector_app.ui.copy_words import age_text, age_warning
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.widgets.plain_button import button_of
from inspector_app.ui.worker import Worker

WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    age: CopyAge
    damaged: tuple[InspectionCard, ...]


def _find(activities: Activities) -> _Found:
    cards = (card for card in activities.inspections.cards() if card.stage is Stage.UNREADABLE)
    return _Found(age=activities.safety.age(), damaged=tuple(cards))


class SafetyPage(Page):
    """One place, one key, one answer: whether the work is safe elsewhere."""

    concerns = frozenset({"safety_copy", "salvage", "restoration"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.place: Path | None = None
        self._wanted = ""
        self._unrecorded: CopyResult | None = None
        self._running = False
        self.copy_action = self.action(self.tr("Make a safety copy"), self._copy, "Ctrl+Return")
        self.choose_action = self.action(self.tr("Choose the stick or folder…"), self._choose, "Ctrl+O")
        self.verify_action = self.action(self.tr("Read a copy through"), self._verify)

        self.sign = IconLabel("circle-dashed", "muted", 22)
        self.age = label("", "subtitle", wrap=True)
        self.warning = label("", "", wrap=True)
        self.where = label("", "", wrap=True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told = label("", "", wrap=True)
        self.told.hide()
        self.copy_button = button_of(self.copy_action, "primary")
        self.choose_button = button_of(self.choose_action)
        self.verify_button = button_of(self.verify_action, "quiet")
        self.damaged = QVBoxLayout()
        self.damaged.setSpacing(8)

        column = Column(WIDTH)
        column.rows.setSpacing(14)
        column.rows.addWidget(label(self.tr("Safety copy"), "title"))
        column.rows.addWidget(self._state())
        column.rows.addWidget(
            label(
                self.tr(
                    "Everything on this laptop goes encrypted to a stick or a share: what is new since the "
                    "last copy, read back before it counts. The same passphrases and the recovery key open "
                    "it on another laptop. Keep the stick apart from this one."
                ),
                "muted",
                wrap=True,
            )
        )
        place = QHBoxLayout()
        place.addWidget(IconLabel("hard-drive", "muted", 18))
        place.addWidget(self.where, 1)
        place.addWidget(self.choose_button)
        column.rows.addLayout(place)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.verify_button)
        buttons.addStretch()
        column.rows.addLayout(buttons)
        column.rows.addWidget(self.told)
        column.rows.addLayout(self.damaged)
        column.rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.copy_button)
        self._show_place()

    def _state(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.age)
        words.addWidget(self.warning)
        row = QHBoxLayout(panel)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self.sign)
        row.addLayout(words, 1)
        return panel

    def select(self, identity: str) -> None:
        """Stand on the damaged inspection that a link led here for."""
        self._wanted = identity
        self.refresh()

    def refresh(self) -> None:
        if self._unrecorded is not None:
            self._record(self._unrecorded)
        self.worker.run(_find, self._show)

    @Slot(object)
    def _show(self, found: _Found) -> None:
        last = found.age.last
        if self.place is None and last is not None:
            self.place = Path(last.place)
        shade = "warning" if found.age.has_newer_work else "success"
        icon = "triangle-alert" if found.age.is_overdue else "clock" if shade == "warning" else "circle-check"
        self.sign.show_icon(icon, "danger" if found.age.is_overdue else shade)
        self.age.setText(age_text(found.age))
        self.warning.setText(age_warning(found.age))
        self._show_place()
        self._show_damaged(found.damaged)

    def _show_place(self) -> None:
        self.where.setText(str(self.place) if self.place else self.tr("No stick or folder was chosen yet."))
        theme.set_role(self.where, "" if self.place else "muted")
        for action, button in (
            (self.copy_action, self.copy_button),
            (self.verify_action, self.verify_button),
        ):
            action.setEnabled(self.place is not None and not self._running)
            button.setEnabled(self.place is not None and not self._running)
        theme.set_role(self.copy_button, "primary" if self.place else "")
        theme.set_role(self.choose_button, "" if self.place else "primary")
        self.choose_action.setEnabled(not self._running)
        self.choose_button.setEnabled(not self._running)

    def _show_damaged(self, cards: tuple[InspectionCard, ...]) -> None:
        while (item := self.damaged.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not cards:
            return
        self.damaged.addWidget(label(self.tr("Put a damaged inspection back"), "caption"))
        meaning = self.tr(
            "It comes back as it was on the day of the copy; later entries are lost here. The damaged file "
            "is kept beside it, and this laptop goes on under a new name and evidence letter."
        )
        self.damaged.addWidget(label(meaning, "muted", wrap=True))
        for card in cards:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(IconLabel("triangle-alert", "danger", 18))
            across.addWidget(QLabel(card.institution_name), 1)
            button = QPushButton(self.tr("Put back from the copy"))
            button.setObjectName(card.id)
            button.setAccessibleName(f"{button.text()} {card.institution_name}")
            button.setEnabled(self.place is not None and not self._running)
            button.setAutoDefault(True)
            button.clicked.connect(self._put_back)
            across.addWidget(button)
            self.damaged.addWidget(row)
            if card.id == self._wanted:
                (button if self.place else self.choose_button).setFocus()

    def _tell(self, text: str, role: str = "") -> None:
        self.told.setText(text)
        theme.set_role(self.told, role)
        self.told.setVisible(bool(text))

    # Choosing

    def _choose(self) -> None:
        begin = str(self.place or "")
        chosen = QFileDialog.getExistingDirectory(self, self.choose_action.text(), begin)
        if chosen:
            self.choose(Path(chosen))

    def choose(self, place: Path) -> None:
        """Copy there from now on."""
        self.place = place
        self._tell("")
        self._show_place()
        self.refresh()
        self.copy_button.setFocus()

    # Copying

    def _copy(self) -> None:
        if self.place is None:
            self._choose()
        place = self.place
        if place is None or self._running:
            return
        self._busy(self.tr("Looking for what is new…"))
        self.worker.run(lambda a: a.safety.plan(place), self._copy_beside, self._failed)

    def _busy(self, text: str) -> None:
        """One at a time: two copies to one place would clear each other's work away."""
        self._running = True
        self._show_place()
        self._tell(text, "muted")

    @Slot(object)
    def _copy_beside(self, plan: CopyPlan) -> None:
        self._tell(self.tr("Copying and reading back. You can go on working."), "muted")
        self.worker.study(
            lambda progress: make_copy(plan, progress),
            self._record,
            self._failed,
            title=self.tr("Safety copy"),
        )

    @Slot(object)
    def _record(self, result: CopyResult) -> None:
        """Write it down; at a locked desk that waits until somebody is there."""
        self._unrecorded = result
        self.worker.run(lambda a: a.safety.record(result), lambda _made: self._copied(result), self._failed)

    def _copied(self, result: CopyResult) -> None:
        self._unrecorded = None
        self._running = False
        words = "\n".join(say(one) for one in result_words(result))
        self._tell(words, "error" if result.skipped or result.damaged_originals else "")
        self.worker.run(_find, self._show)

    def _failed(self, problem: Problem) -> None:
        self._running = False
        if isinstance(problem, Cancelled):
            self._tell(
                self.tr(
                    "Cancelled. The former copy is as it was; what was finished is used by the next copy."
                ),
                "muted",
            )
        else:
            self._tell(say(problem), "error")
        self._show_place()

    # Reading through

    def _verify(self) -> None:
        place = self.place
        if place is None:
            return
        self.worker.run(lambda a: a.safety.open_here(place), self._verify_beside, self._failed)

    @Slot(object)
    def _verify_beside(self, copy: OpenCopy) -> None:
        self._busy(self.tr("Reading the copy through…"))
        self.worker.study(
            lambda progress: verify_copy(copy, progress),
            self._verified,
            self._failed,
            title=self.tr("Reading a safety copy through"),
        )

    @Slot(object)
    def _verified(self, report: CopyReport) -> None:
        self._running = False
        self._show_place()
        self._tell("\n".join(say(one) for one in report.sentences), "" if report.intact else "error")

    # Putting back

    @Slot()
    def _put_back(self) -> None:
        button, place = self.sender(), self.place
        if button is None or place is None:
            return
        inspection = InspectionId(button.objectName())
        self._busy(self.tr("Putting the inspection back…"))
        self.worker.run(
            lambda a: a.safety.begin_putting_back(inspection, place), self._put_back_beside, self._failed
        )

    @Slot(object)
    def _put_back_beside(self, begun: PuttingBack) -> None:
        """Make the file anew beside the databases, so that other work goes on."""
        self.worker.study(
            lambda progress: put_back_beside(begun, progress),
            lambda missing: self.worker.run(
                lambda a: a.safety.end_putting_back(begun, missing), self._put_back_done, self._failed
            ),
            lambda problem: self._put_back_given_up(begun, problem),
            title=self.tr("Putting an inspection back"),
        )

    def _put_back_given_up(self, begun: PuttingBack, problem: Problem) -> None:
        self.worker.run(lambda a: a.safety.give_up_putting_back(begun), None, self._failed)
        self._failed(problem)

    @Slot(object)
    def _put_back_done(self, done: Restored) -> None:
        self._running = False
        self._tell("\n".join(say(one) for one in restored_words(done)))
        self.worker.run(_find, self._show)
