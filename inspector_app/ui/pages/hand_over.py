"""Hand-over: who holds this inspection, the package that leaves, the review that comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.exchange import Comment, Purged, ReviewState
from inspector_app.domain.ids import InspectionId, LineId
from inspector_app.services.hand_over_sheet import HandOverSheet, hand_over_sheet
from inspector_app.services.handing_over import HandedOver, HandOverPlan, write_hand_over
from inspector_app.ui import theme
from inspector_app.ui.exchange_words import (
    entries_text,
    held_text,
    moment,
    originals_text,
    package_word,
    place_of,
)
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say
from inspector_app.ui.pages.hand_over_layout import SignedLines, lay_out
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.taking_in import RECEIPTED, TAKEN, TakingIn
from inspector_app.ui.widgets.disagreements import DisagreementView
from inspector_app.ui.widgets.hand_over_form import HandOverForm
from inspector_app.ui.widgets.marks import Chip, label
from inspector_app.ui.widgets.plain_button import button_of
from inspector_app.ui.widgets.purge_offer import PurgeOffer
from inspector_app.ui.widgets.remark_rows import RemarkRows
from inspector_app.ui.widgets.review_decision import ReviewDecision
from inspector_app.ui.worker import Worker


class HandOverPage(InspectionPage):
    """Shows the sheet; every button is one intention of a service."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._sheet: HandOverSheet | None = None
        self._asked = ""
        self._unrecorded: HandedOver | None = None
        self.hand_action = self.action(self.tr("Hand over"), self._hand_over, "Ctrl+Return")
        self.folder_action = self.action(self.tr("Choose the stick or folder…"), self._choose, "Ctrl+O")
        self.take_action = self.action(self.tr("Take a receipt or package in…"), self._take, "Ctrl+Shift+I")
        self.receipt_action = self.action(self.tr("Write the receipt again…"), self._receipt)
        self.laptops_action = self.action(self.tr("Known laptops"), self._go_to_laptops)
        self.left_action = self.action(self.tr("The left one holds"), lambda: None, "Ctrl+Left")
        self.right_action = self.action(self.tr("The right one holds"), lambda: None, "Ctrl+Right")
        self.taking = TakingIn(worker, self)
        self.taking.goTo.connect(self.goTo)

        self.chip = Chip()
        self.take_button = button_of(self.take_action)
        self.receipt_button = button_of(self.receipt_action)
        self.told = label("", "", wrap=True)
        self.told.hide()
        self.conflicts = DisagreementView(self.left_action, self.right_action)
        self.conflicts.decided.connect(self._decide)
        self.review = label("", "", wrap=True)
        self.remarks = RemarkRows()
        self.remarks.followed.connect(self._follow)
        self.remarks.settled.connect(self._settle)
        self.decision = ReviewDecision()
        self.decision.returned.connect(self._return)
        self.decision.accepted.connect(self._accept)
        self.held = SignedLines(
            self.tr("Who holds it"),
            self.tr("Nobody else yet. It counts only once the receipt of the other laptop was taken in."),
        )
        self.form = HandOverForm(self.hand_action, self.folder_action)
        self.form.introduced.connect(self._go_to_laptops)
        self.laptops_button = button_of(self.laptops_action)
        self.laptops_button.setProperty("role", "quiet")
        self.sent = SignedLines(self.tr("Sent from here"))
        self.purge = PurgeOffer()
        self.purge.confirmed.connect(self._purge)
        parts = (
            self.told,
            self.conflicts,
            self.review,
            self.remarks,
            self.decision,
            self.held,
            label(self.tr("Make a package"), "caption"),
            self.form,
            self.sent,
            self.purge,
        )
        buttons = (self.laptops_button, self.receipt_button, self.take_button)
        lay_out(self, self.tr("Hand-over"), self.chip, buttons, parts)
        self.setFocusProxy(self.form.button)
        self._decides = self._is_asked = False

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._tell("")
            self.decision.clear()
            self.purge.put_away()
        super().open(inspection_id)

    def refresh(self) -> None:
        if self._unrecorded is not None:
            self._record(self._unrecorded)
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: hand_over_sheet(a, inspection), self._show)

    def select(self, identity: str) -> None:
        """Say what came, where a link led here after it was taken in; or stand on the decision."""
        self._asked = identity
        self.refresh()

    @Slot(object)
    def _show(self, sheet: HandOverSheet) -> None:
        if sheet.inspection != self.inspection_id:
            return
        self._sheet = sheet
        self.chip.setVisible(sheet.state is not None)
        if sheet.state is not None:
            self.chip.show_state(sheet.state)
        names = {str(key): name for key, name in sheet.names.items()}
        self.conflicts.show_open(sheet.disagreements, names, sheet.own)
        self._show_review(sheet)
        self.held.show_lines([(one.is_whole, held_text(one)) for one in sheet.held])
        self.form.show_receivers(sheet.receivers)
        self.sent.show_lines([self._sent_line(sheet, number) for number in range(len(sheet.sent))][::-1])
        self.receipt_action.setEnabled(bool(sheet.taken_here))
        self.receipt_button.setVisible(bool(sheet.taken_here))
        self.purge.show_holders("、".join(one.name for one in sheet.held if one.is_whole))
        self._answer_asked(sheet)

    def _show_review(self, sheet: HandOverSheet) -> None:
        review = sheet.review
        words = ""
        if review is not None and sheet.state is review.state:
            source = (
                self.tr("Accepted by {name}, {when}.")
                if review.state is ReviewState.ACCEPTED
                else self.tr("Returned by {name}, {when}. {reason}")
            )
            words = source.format(
                name=review.decided_by_name, when=moment(review.decided_at), reason=review.reason
            ).strip()
        self.review.setText(words)
        self.review.setVisible(bool(words))
        self.remarks.show_comments(sheet.comments, may_settle=not sheet.is_guest)
        self.remarks.setVisible(bool(sheet.comments))
        decides = sheet.may_decide and sheet.state is ReviewState.WAITING
        is_new, self._decides = decides and not self._decides, decides
        self.decision.setVisible(decides)
        asked = self.remarks.first_open
        was_asked, self._is_asked = self._is_asked, asked is not None
        wanted = self.decision.reason if is_new else asked if not was_asked else None
        if wanted is not None and not isinstance(QApplication.focusWidget(), QLineEdit):
            wanted.setFocus()
        self.setFocusProxy(self.decision.reason if decides else self.form.button)

    def _sent_line(self, sheet: HandOverSheet, number: int) -> tuple[bool, str]:
        one = sheet.sent[number]
        answered = one.receipted_at is not None
        state = (
            self.tr("receipt of {when}").format(when=moment(one.receipted_at))
            if one.receipted_at is not None
            else self.tr("no receipt yet")
        )
        text = self.tr("No. {number} to {name}, {when}, {what}: {state}").format(
            number=one.sequence,
            name=sheet.name_of(one.to),
            when=moment(one.made_at),
            what=package_word(one.kind),
            state=state,
        )
        return answered, text

    def _answer_asked(self, sheet: HandOverSheet) -> None:
        what, _colon, identity = self._asked.partition(":")
        self._asked = ""
        if what == TAKEN:
            package = next((one for one in sheet.received if one.id == identity), None)
            if package is not None:
                text = self.tr(
                    "Taken in from {name}: {entries}, {originals}. The receipt lies beside the package; "
                    "give it back to {name}."
                )
                self._tell(
                    text.format(
                        name=sheet.name_of(package.sender),
                        entries=entries_text(package.lines),
                        originals=originals_text(package.blobs),
                    )
                )
        elif what == RECEIPTED:
            sent = next((one for one in sheet.sent if one.id == identity), None)
            if sent is not None:
                text = self.tr("The receipt of {name} for package {number} is taken in.")
                self._tell(text.format(name=sheet.name_of(sent.to), number=sent.sequence))
        elif what == "decide":
            self.decision.reason.setFocus()

    def _tell(self, text: str, role: str = "") -> None:
        self.told.setText(text)
        theme.set_role(self.told, role)
        self.told.setVisible(bool(text))

    def _failed(self, problem: Problem) -> None:
        self.form.show_busy(busy=False)
        if isinstance(problem, Cancelled):
            self._tell(self.tr("Cancelled. No package was made and nothing changed."), "muted")
        else:
            self._tell(say(problem), "error")

    @Slot()
    def _go_to_laptops(self) -> None:
        self.goTo.emit("laptops", "")

    # The package that leaves

    def _choose(self) -> None:
        folder = ask_folder(self, self.folder_action.text())
        if folder is not None:
            self.form.show_folder(folder)

    def _hand_over(self) -> None:
        if self.form.folder is None:
            self._choose()
        receiver, folder, kind = self.form.receiver, self.form.folder, self.form.package_kind
        if receiver is None or folder is None:
            return
        inspection, to = InspectionId(self.inspection_id), receiver.device
        self.form.show_busy(busy=True)
        self._tell(self.tr("Gathering what goes into the package…"), "muted")
        self.worker.run(
            lambda a: a.handing_over.plan(inspection, to, folder, kind), self._write, self._failed
        )

    @Slot(object)
    def _write(self, plan: HandOverPlan) -> None:
        self._tell(self.tr("Writing the package. You can go on working."), "muted")
        self.worker.study(
            lambda progress: write_hand_over(plan, progress),
            self._record,
            self._failed,
            title=self.tr("Writing a package"),
        )

    @Slot(object)
    def _record(self, done: HandedOver) -> None:
        """Write it down; at a locked desk that waits until somebody is there."""
        self._unrecorded = done
        self.worker.run(
            lambda a: a.handing_over.record(done), lambda _sent: self._handed_over(done), self._failed
        )

    def _handed_over(self, done: HandedOver) -> None:
        self._unrecorded = None
        self.form.show_busy(busy=False)
        self._tell(
            self.tr(
                "{file} was written, its parts beside it. Give all of them over, then take the "
                "receipt in here."
            ).format(file=done.package.path.name)
        )

    # What comes

    def _take(self) -> None:
        self.taking.ask()

    def _receipt(self) -> None:
        """Write the receipt of the newest package that was taken in here, where a person wants it."""
        sheet = self._sheet
        if sheet is None or not sheet.taken_here:
            return
        folder = ask_folder(self, self.receipt_action.text())
        if folder is not None:
            inspection, digest = sheet.inspection, sheet.taken_here[-1].id
            self.worker.run(
                lambda a: a.receiving.receipt(a.receiving.again(inspection, digest), folder),
                self._receipt_written,
                self._failed,
            )

    @Slot(object)
    def _receipt_written(self, path: Path) -> None:
        self._tell(
            self.tr("{file} was written. Give it back to whom the package came from.").format(file=path.name)
        )

    # The review

    @Slot(object)
    def _follow(self, comment: Comment) -> None:
        self.goTo.emit(place_of(comment), self.inspection_id)

    @Slot(str, str)
    def _settle(self, comment: str, answer: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.reviewing.settle(inspection, comment, answer), failed=self._failed)

    @Slot(str, str)
    def _return(self, reason: str, passphrase: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.reviewing.return_it(inspection, reason, passphrase), self._answered, self._not_decided
        )

    @Slot(str)
    def _accept(self, passphrase: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.reviewing.accept(inspection, passphrase), self._answered, self._not_decided
        )

    def _not_decided(self, problem: Problem) -> None:
        self.decision.tell(say(problem))

    @Slot(object)
    def _answered(self, _review: object) -> None:
        self.decision.clear()
        self._tell(self.tr("Signed. Hand the inspection over to the team's laptop, so that they get it."))

    @Slot(str, str)
    def _decide(self, conflict: str, line: str) -> None:
        inspection, choice = InspectionId(self.inspection_id), LineId(line)
        self.worker.run(lambda a: a.conflicts.decide(inspection, conflict, choice), failed=self._failed)

    # Removing

    @Slot()
    def _purge(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.handing_over.purge(inspection), self._purged, self._failed, alone=True)

    @Slot(object)
    def _purged(self, _purged: Purged) -> None:
        self.goTo.emit("home", "")
