"""Everything about one notice beside its paper: what blocks it, what may be typed, who approves and signs."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import Document, DocumentState
from inspector_app.services.notice_signing import SigningPlace
from inspector_app.services.notices import NoticeView
from inspector_app.services.readiness import Obstacle
from inspector_app.ui.language import say
from inspector_app.ui.widgets.form import date_field, date_of, show_date
from inspector_app.ui.widgets.marks import Chip, IconLabel, label, thin_line
from inspector_app.ui.widgets.voucher import Voucher

SHOWN_BLOCKERS = 8
_LINES = ("contact_office", "contact_phone", "copies")
_TEXTS = ("more_facts", "more_requirements", "opening", "remedies")


class NoticePanel(QWidget):
    """Shows a :class:`NoticeView` and says what a person wants; it decides nothing."""

    edited = Signal(dict, object)
    """Fields as typed and the deadline, a ``date`` or ``None``."""
    followed = Signal(str)
    """A place where something that blocks is mended."""
    approved = Signal(str, str)
    signed = Signal(str, str)
    issueWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, dict[str, str], date | None] | None = None
        self.chip = Chip()
        self.number = label("", "subtitle", wrap=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint = label("", "muted", wrap=True)
        self._blockers = _Section(self.tr("Before it can be approved"))
        self._approval = _Section(self.tr("Approval by a second person"))
        self.approval = Voucher(self.tr("Approve"))
        self.approval.given.connect(self.approved)
        self._approval.add(self.approval)
        self.nobody = label(
            self.tr("Nobody else has a passphrase on this laptop. Add a second person under People & keys."),
            "error",
            wrap=True,
        )
        self._approval.add(self.nobody)
        self._signing = _Section(self.tr("Signatures"))
        self.signers = QVBoxLayout()
        self.signers.setSpacing(4)
        self._signing.box.addLayout(self.signers)
        self.signing = Voucher(self.tr("Sign"))
        self.signing.given.connect(self.signed)
        self._signing.add(self.signing)
        self.issue = QPushButton(self.tr("Sign for the bureau and issue"))
        self.issue.setProperty("role", "primary")
        self.issue.clicked.connect(self.issueWanted)
        self._signing.add(self.issue)
        self._fields = _Section(self.tr("What the notice adds"))
        self._make_fields()
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(self.chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 16, 16)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        for section in (self._blockers, self._approval, self._signing, self._fields):
            layout.addWidget(section)
        layout.addStretch()

    def _make_fields(self) -> None:
        names = {
            "contact_office": self.tr("Office in charge"),
            "contact_phone": self.tr("Telephone"),
            "copies": self.tr("Copies"),
            "more_facts": self.tr("More facts, before the table"),
            "more_requirements": self.tr("More requirements, one a line"),
            "opening": self.tr("Opening, instead of the usual words"),
            "remedies": self.tr("Right to be heard, instead of the usual words"),
        }
        self.lines: dict[str, QLineEdit] = {}
        self.texts: dict[str, QPlainTextEdit] = {}
        self.deadline: QDateEdit = date_field()
        for key in _LINES:
            line = self.lines[key] = QLineEdit()
            line.editingFinished.connect(self._emit_edited)
            self._fields.add_named(names[key], line)
        self._fields.add_named(self.tr("Deadline; open for the region's term"), self.deadline)
        self.deadline.editingFinished.connect(self._emit_edited)
        for key in _TEXTS:
            text = self.texts[key] = _Text()
            text.setFixedHeight(72)
            text.left.connect(self._emit_edited)
            self._fields.add_named(names[key], text)

    def show_view(self, view: NoticeView) -> None:
        document = view.document
        self.number.setText(view.number)
        self.chip.show_state(document.state)
        self.hint.setText(self._hint_of(view))
        self._show_blockers(view.blockers)
        is_draft = document.state is DocumentState.DRAFT or view.approval_is_stale
        self._approval.setVisible(is_draft and not view.blockers and not view.is_laid_out)
        self.approval.offer(view.approvers)
        self.approval.setVisible(bool(view.approvers))
        self.nobody.setVisible(not view.approvers)
        self._show_signing(view)
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED) and not view.is_laid_out
        self._fields.setVisible(is_open)
        self._show_fields(document)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self._emit_edited()

    def _hint_of(self, view: NoticeView) -> str:
        document = view.document
        if view.approval_is_stale:
            return self.tr("Something changed since the approval: it must be approved again.")
        if document.state is DocumentState.DRAFT:
            if view.next_number:
                return self.tr("It will get the number {number} when it is signed.").format(
                    number=view.next_number
                )
            return self.tr("This laptop has no numbers left: the draft number will be printed.")
        if document.state is DocumentState.APPROVED:
            return self.tr("Approved. Each inspector signs with their own passphrase, then the bureau.")
        if document.state is DocumentState.ISSUED:
            return self.tr(
                "Issued. Copies printed: {copies}. Scans of the signed paper: {scans}. Journal code: {code}"
            ).format(copies=document.copies_printed, scans=len(view.scans), code=document.head_code)
        return self.tr("Withdrawn: {reason}").format(reason=document.withdrawn_reason)

    def _show_blockers(self, blockers: tuple[Obstacle, ...]) -> None:
        self._blockers.clear()
        for blocker in blockers[:SHOWN_BLOCKERS]:
            self._blockers.add(self._link(blocker))
        more = len(blockers) - SHOWN_BLOCKERS
        if more > 0:
            self._blockers.add(label(self.tr("and {count} more").format(count=more), "muted"))
        self._blockers.setVisible(bool(blockers))

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

    def _show_signing(self, view: NoticeView) -> None:
        is_approved = view.document.state is DocumentState.APPROVED and not view.approval_is_stale
        is_issued = view.document.state is DocumentState.ISSUED
        self._signing.setVisible(is_approved or is_issued)
        while (item := self.signers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place in view.signing:
            self.signers.addWidget(self._signer(place))
        waiting = [place.person for place in view.signing if place.person and not place.is_signed]
        self.signing.offer([person for person in waiting if person is not None])
        self.signing.setVisible(is_approved and bool(waiting))
        self.issue.setVisible(is_approved and not waiting)

    def _signer(self, place: SigningPlace) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        icon = ("circle-check", "success") if place.is_signed else ("circle-dashed", "muted")
        across.addWidget(IconLabel(*icon, 16))
        across.addWidget(label(place.person.name if place.person else self.tr("The bureau")), 1)
        across.addWidget(label(self.tr("signed") if place.is_signed else self.tr("open"), "muted"))
        return row

    def _show_fields(self, document: Document) -> None:
        shown = (document.id, document.fields, document.typed_deadline)
        if shown == self._shown:
            return
        self._shown = shown
        for key, line in self.lines.items():
            if not line.hasFocus() or line.text() == "":
                line.setText(document.fields.get(key, ""))
        for key, text in self.texts.items():
            if not text.hasFocus():
                text.setPlainText(document.fields.get(key, ""))
        show_date(self.deadline, document.typed_deadline)

    @Slot()
    def _emit_edited(self) -> None:
        if self._shown is None:
            return
        _, fields, deadline = self._shown
        typed = {key: line.text().strip() for key, line in self.lines.items()}
        typed |= {key: text.toPlainText().strip() for key, text in self.texts.items()}
        chosen = date_of(self.deadline)
        if {key: value for key, value in typed.items() if value} != fields or chosen != deadline:
            self.edited.emit(typed, chosen)


class _Text(QPlainTextEdit):
    """Several lines that tell when they are left; Tab goes on to the next field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class _Section(QWidget):
    """A caption, a thin line and what belongs under it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.box = QVBoxLayout()
        self.box.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(thin_line())
        layout.addWidget(label(caption, "caption"))
        layout.addLayout(self.box)

    def add(self, widget: QWidget) -> None:
        self.box.addWidget(widget)

    def add_named(self, name: str, editor: QWidget) -> None:
        caption: QLabel = label(name, "small")
        caption.setBuddy(editor)
        editor.setAccessibleName(name)
        self.box.addWidget(caption)
        self.box.addWidget(editor)

    def clear(self) -> None:
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
