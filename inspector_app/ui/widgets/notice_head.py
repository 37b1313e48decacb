"""The top of a notice: its number, how far it is, and the one act that comes next."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentState
from inspector_app.domain.record import Delivery
from inspector_app.domain.wording import counted
from inspector_app.services.notices import NoticeView
from inspector_app.services.readiness import Obstacle
from inspector_app.ui.document_words import approver_notes, changing
from inspector_app.ui.language import say
from inspector_app.ui.paper_states import PaperState
from inspector_app.ui.places import OWN_DESK
from inspector_app.ui.widgets.issuing import IssueQuestion
from inspector_app.ui.widgets.marks import Chip, IconLabel, label
from inspector_app.ui.widgets.passphrase import passphrase_edit
from inspector_app.ui.widgets.step_strip import StepStrip
from inspector_app.ui.widgets.voucher import Voucher

SHOWN_BLOCKERS = 3


class NoticeHead(QWidget):
    """Shows where a :class:`NoticeView` stands and offers exactly one next step."""

    followed = Signal(str)
    """A place where something that blocks is mended."""
    approved = Signal(str, str)
    signed = Signal(str, str, str)
    """Person, passphrase and the PIN of their token, empty where none signs."""
    callWanted = Signal()
    fileWanted = Signal()
    issueWanted = Signal(str)
    """The PIN of the bureau's token, empty where none signs."""
    printWanted = Signal()
    deliverWanted = Signal()
    scanWanted = Signal()
    newWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_place = ""
        self.number = label("", "subtitle")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chip = Chip()
        self._others = QHBoxLayout()
        self._others.setSpacing(2)
        self._button_of: dict[QAction, QPushButton] = {}
        self.more = QPushButton(self.tr("More"))
        self.more.setProperty("role", "quiet")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        names = (
            self.tr("Drafted"),
            self.tr("Approve"),
            self.tr("Sign"),
            self.tr("Issue"),
            self.tr("Print, deliver"),
        )
        self.steps = StepStrip(names)
        self.hint = label("", wrap=True)
        self.approval = Voucher(self.tr("Approve"))
        self.approval.given.connect(self.approved)
        self.approval.changeWanted.connect(lambda: self.followed.emit(OWN_DESK))
        self._way_place = ""
        self.way = QPushButton()
        self.way.setProperty("role", "link")
        self.way.clicked.connect(lambda: self.followed.emit(self._way_place))
        self.way.hide()
        self.by_telephone = QPushButton(self.tr("Approved by telephone …"))
        self.by_telephone.setProperty("role", "link")
        self.by_telephone.clicked.connect(self.callWanted)
        self.by_file = QPushButton(self.tr("On another laptop …"))
        self.by_file.setProperty("role", "link")
        self.by_file.clicked.connect(self.fileWanted)
        self.signing = Voucher(self.tr("Sign"))
        self.signing.given.connect(self.signed)
        self.issue = self._primary(self.tr("Sign for the bureau and issue"), self._issue)
        self.question = IssueQuestion()
        self.question.agreed.connect(self._issue_now)
        self.question.left.connect(self._leave_question)
        self.question.hide()
        self._view: NoticeView | None = None
        self.issue_pin = passphrase_edit()
        self.issue_pin.setAccessibleName(self.tr("PIN of the bureau's token"))
        self.issue_pin.setPlaceholderText(self.tr("PIN of the bureau's token"))
        self.issue_pin.setMinimumWidth(150)
        self.issue_pin.returnPressed.connect(self._issue)
        self.print_out = self._primary(self.tr("Print"), self.printWanted.emit)
        self.deliver = self._primary(self.tr("Deliver"), self.deliverWanted.emit)
        self.scan = self._primary(self.tr("Take in the signed copy"), self.scanWanted.emit)
        self.mend = self._primary(self.tr("Go to the first point"), self._follow_first)
        self.write = self._primary(self.tr("Write a new notice"), self.newWanted.emit)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._arrange()

    def _primary(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "primary")
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        self._top = top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.number)
        top.addWidget(self.chip)
        top.addStretch()
        top.addLayout(self._others)
        top.addWidget(self.more)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self.hint)
        told.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        told.addLayout(self._lines)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.by_telephone)
        ways.addWidget(self.by_file)
        ways.addStretch()
        told.addLayout(ways)
        told.addStretch()
        self.act = QFrame()
        self.act.setProperty("role", "panel")
        across = QHBoxLayout(self.act)
        across.setContentsMargins(14, 8, 10, 8)
        across.setSpacing(14)
        across.addLayout(told, 1)
        for widget in (self.approval, self.signing):
            widget.setMinimumWidth(420)
            across.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.issue_pin, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.issue, self.print_out, self.deliver, self.scan, self.mend, self.write):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.steps)
        layout.addWidget(self.act)
        layout.addWidget(self.question)

    def put_first(self, widget: QWidget) -> None:
        """Put the way back before the number."""
        self._top.insertWidget(0, widget)

    def offer(self, action: QAction, text: str) -> None:
        """Put a quiet button for an action; it is seen while the action may be used."""
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._others.addWidget(button)
        self._button_of[action] = button

    def add_more(self, action: QAction) -> None:
        """Put an action into the menu at the end, with its keys."""
        self.menu.addAction(action)

    def allow(self, action: QAction, allowed: bool) -> None:
        action.setEnabled(allowed)
        if action in self._button_of:
            self._button_of[action].setVisible(allowed)

    def rename(self, action: QAction, text: str) -> None:
        self._button_of[action].setText(text)

    def show_view(self, view: NoticeView, delivery: Delivery | None) -> None:
        state = view.document.state
        if self._view is None or self._view.document != view.document:
            self.question.hide()
            self.act.show()
        self._view = view
        self.number.setText(view.number)
        delivered = delivery is not None and delivery.delivered_at is not None
        is_delivered = delivered and state is DocumentState.ISSUED
        self.chip.show_state(PaperState.DELIVERED if is_delivered else state)
        is_draft = state is DocumentState.DRAFT or view.approval_is_stale
        is_open = state in (DocumentState.DRAFT, DocumentState.APPROVED)
        waiting = [place.person for place in view.signing if place.person and not place.is_signed]
        inspectors = [place for place in view.signing if place.person]
        self.steps.setVisible(state is not DocumentState.WITHDRAWN)
        self.steps.show_steps(_done(view, is_draft=is_draft, waits=bool(waiting)), self._details(view))
        following = _following(view, delivery)
        self.hint.setText(
            self._hint_after(view, following)
            if state is DocumentState.ISSUED
            else self._hint_of(view, is_draft=is_draft, waits=bool(waiting))
        )
        self._show_blockers(view.blockers)
        self._show_way(view, is_draft=is_draft, waits=bool(waiting))
        may_approve = view.may_be_approved
        self.by_telephone.setVisible(may_approve and bool(view.telephone.people))
        self.by_file.setVisible(may_approve)
        self.approval.offer(
            [one.person for one in view.approvers],
            approver_notes(view.approvers),
            changing=changing(view.approvers),
        )
        self.approval.setVisible(may_approve and bool(view.approvers))
        tokens = {str(place.person.id): place.token for place in inspectors if place.person and place.token}
        self.signing.offer([person for person in waiting if person is not None], tokens=tokens)
        is_signing = is_open and not is_draft and not view.blockers
        self.signing.setVisible(is_signing and bool(waiting))
        may_issue = is_signing and not waiting and bool(inspectors)
        self.issue.setVisible(may_issue)
        self.issue_pin.setVisible(
            may_issue and any(place.token for place in view.signing if not place.person)
        )
        for step, button in (("print", self.print_out), ("deliver", self.deliver), ("scan", self.scan)):
            button.setVisible(step == following)
        self.mend.setVisible(is_open and bool(view.blockers))
        self.write.setVisible(state is DocumentState.WITHDRAWN)

    @property
    def next_widget(self) -> QWidget | None:
        """What the next step is done with."""
        if not self.question.isHidden():
            return self.question.no
        acts = (self.mend, self.approval, self.signing, self.issue)
        after = (self.print_out, self.deliver, self.scan, self.write)
        return next((widget for widget in (*acts, *after) if not widget.isHidden()), None)

    def _details(self, view: NoticeView) -> tuple[str, ...]:
        inspectors = [place for place in view.signing if place.person]
        signed = sum(place.is_signed for place in inspectors)
        printed = view.document.copies_printed
        approver = view.approved_by.person.name if view.approved_by else ""
        return ("", approver, f"{signed}/{len(inspectors)}", "", str(printed) if printed else "")

    def _hint_of(self, view: NoticeView, *, is_draft: bool, waits: bool) -> str:
        document = view.document
        if document.state is DocumentState.WITHDRAWN:
            return self.tr("Withdrawn: {reason}").format(reason=document.withdrawn_reason)
        if view.blockers:
            return counted(
                len(view.blockers),
                self.tr("One point is open before it can go on:"),
                self.tr("{count} points are open before it can go on:"),
            ).format(count=len(view.blockers))
        if view.approval_is_stale:
            return self.tr("Something changed since the approval: it must be approved again.")
        if is_draft and not view.approvers:
            return self.tr(
                "Nobody else on this laptop may approve it: ask on another laptop, or add a second person "
                "under People & keys."
            )
        if is_draft:
            words = self.tr("A second person reads it and approves with their own passphrase.")
            return words if document.number or view.next_number else f"{words} {self._without_number()}"
        if waits:
            number = self.tr(" It gets the number {number}.").format(number=view.next_number)
            words = self.tr("Each inspector signs with their own passphrase.")
            if view.is_laid_out or document.number:
                return words
            return words + (number if view.next_number else " " + self._without_number())
        return self.tr("All inspectors have signed. The bureau's signature issues it for good.")

    def _show_way(self, view: NoticeView, *, is_draft: bool, waits: bool) -> None:
        """Lead from what the hint says is lacking to where it is mended."""
        words, self._way_place = "", ""
        if view.document.state is not DocumentState.WITHDRAWN and not view.blockers:
            if is_draft and not view.approvers:
                words, self._way_place = self.tr("Add a second person"), "people"
            elif (is_draft or waits) and not view.document.number and not view.next_number:
                words, self._way_place = self.tr("Enter a block of numbers"), "settings/numbers"
        self.way.setText(words)
        self.way.setVisible(bool(words))

    def _without_number(self) -> str:
        return self.tr(
            "This laptop has no official number left: it would go out under a draft number. Enter a block of "
            "numbers in the settings before the first signature."
        )

    def _hint_after(self, view: NoticeView, following: str) -> str:
        if view.telephone.waits:
            return self.tr("Issued. Its approval by telephone is still to be confirmed, in the contents.")
        if following == "print":
            return self.tr("Issued. Print it, then deliver it against a receipt.")
        if following == "deliver":
            return self.tr("Printed. Deliver it: the receipt says who took it and when, or who refused.")
        if following == "scan":
            return self.tr("Take in the scan of the paper as it was signed for.")
        return self.tr("Issued, printed, delivered and scanned back. Nothing is left to do here.")

    def _show_blockers(self, blockers: tuple[Obstacle, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._first_place = blockers[0].place if blockers else ""
        room = SHOWN_BLOCKERS + 1  # a line that says "and 1 more" says less than the one it stands for
        shown = blockers if len(blockers) <= room else blockers[:SHOWN_BLOCKERS]
        for blocker in shown:
            self._lines.addWidget(self._link(blocker))
        more = len(blockers) - len(shown)
        if more > 0:
            self._lines.addWidget(label(self.tr("and {count} more").format(count=more), "muted"))

    def _link(self, blocker: Obstacle) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel("triangle-alert", "warning", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = say(blocker.words)
        link = label(f'<a href="{escape(blocker.place)}">{escape(words)}</a>', wrap=True)
        link.setTextFormat(Qt.TextFormat.RichText)
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        link.setAccessibleName(words)
        link.setProperty("link", blocker.place)
        link.linkActivated.connect(self.followed)
        across.addWidget(link, 1)
        return row

    @Slot()
    def _issue(self) -> None:
        """Ask once; without the PIN there is nothing to ask yet."""
        if not self.issue_pin.isHidden() and not self.issue_pin.text():
            self.issue_pin.setFocus()
        elif self._view is not None:
            self.act.hide()
            self.question.ask(self._view)

    @Slot()
    def _issue_now(self) -> None:
        pin = self.issue_pin.text()
        self._leave_question()
        self.issue_pin.clear()
        self.issueWanted.emit(pin)

    @Slot()
    def _leave_question(self) -> None:
        self.question.hide()
        self.act.show()
        self.issue.setFocus()

    @Slot()
    def _follow_first(self) -> None:
        self.followed.emit(self._first_place)


def _following(view: NoticeView, delivery: Delivery | None) -> str:
    """Name what comes next for an issued notice; empty for any other, and where nothing is left."""
    if view.document.state is not DocumentState.ISSUED:
        return ""
    if not view.document.copies_printed:
        return "print"
    if delivery is None or delivery.delivered_at is None:
        return "deliver"
    return "" if view.scans else "scan"


def _done(view: NoticeView, *, is_draft: bool, waits: bool) -> int:
    """Return how many steps are done."""
    if view.document.state is DocumentState.ISSUED:
        return 5 if view.document.copies_printed and view.scans else 4
    if is_draft:
        return 1
    return 2 if waits else 3
