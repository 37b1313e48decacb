"""Everything about one notice beside its paper: what may be typed, who signed, what became of it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.record import Delivery
from inspector_app.domain.verification import SignatureFacts, VerificationReport, Vouching
from inspector_app.services.notice_signing import SigningPlace
from inspector_app.services.notices import NoticeView
from inspector_app.ui.language import say
from inspector_app.ui.widgets.deadline_edit import DeadlineEdit
from inspector_app.ui.widgets.marks import IconLabel, label, thin_line
from inspector_app.ui.widgets.notice_ending import NoticeEnding
from inspector_app.ui.widgets.telephone_approval import CallConfirmation, CallForm

_COPIES = QRegularExpression("[1-9]|1[0-9]|20")
_LINES = ("contact_office", "contact_phone", "copies")
_TEXTS = ("more_facts", "more_requirements", "opening", "remedies")


class NoticePanel(QWidget):
    """Shows a :class:`NoticeView` and says what a person wants; it decides nothing."""

    edited = Signal(dict, object)
    """Fields as typed and the deadline, a ``date`` or ``None``."""
    followed = Signal(str)
    """A place, such as the scan of the signed paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, dict[str, str], date | None] | None = None
        self._facts: dict[str, SignatureFacts] = {}
        self._places: tuple[SigningPlace, ...] = ()
        self._approved = Section(self.tr("Approval"))
        self._signing = Section(self.tr("Signatures"))
        self._paper = Section(self.tr("On paper"))
        self._report = Section(self.tr("Verification"))
        self._fields = Section(self.tr("What the notice adds"))
        self.ending = NoticeEnding()
        self.call, self.confirmation = CallForm(), CallConfirmation()
        self.call.hide()
        self.confirmation.hide()
        self._make_fields()
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 16, 16)
        layout.setSpacing(14)
        first = (self.call, self.confirmation, self._approved)
        for section in (*first, self._signing, self._paper, self._report, self._fields):
            layout.addWidget(section)
        layout.addWidget(thin_line())
        layout.addWidget(self.ending)
        layout.addStretch()

    @property
    def editing(self) -> tuple[QWidget, ...]:
        """The parts by which something is written or decided."""
        return (self.call, self.confirmation, self._fields, self.ending)

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
        for key in _LINES:
            line = self.lines[key] = QLineEdit()
            line.editingFinished.connect(self._emit_edited)
            if key == "copies":
                line.setValidator(QRegularExpressionValidator(_COPIES, line))
            self._fields.add_named(names[key], line)
        self.deadline = DeadlineEdit()
        self.deadline.editingFinished.connect(self._emit_edited)
        self.usual_deadline = QPushButton(self.tr("Region's term"))
        self.usual_deadline.setProperty("role", "quiet")
        self.usual_deadline.clicked.connect(self._choose_usual)
        beside = QWidget()
        across = QHBoxLayout(beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.deadline, 1)
        across.addWidget(self.usual_deadline)
        self._fields.add_named(self.tr("Deadline"), beside, self.deadline)
        for key in _TEXTS:
            text = self.texts[key] = _Text()
            text.setFixedHeight(72)
            text.left.connect(self._emit_edited)
            self._fields.add_named(names[key], text)

    def show_view(self, view: NoticeView, delivery: Delivery | None) -> None:
        document = view.document
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED) and not view.is_laid_out
        self._show_approval(view)
        if document.id != (self._shown or ("",))[0]:
            self._facts = {}
            self._report.setVisible(False)
        self._places = view.signing
        self._signing.setVisible(view.is_laid_out)
        self._show_signatures()
        self._show_paper(view, delivery)
        self._fields.setVisible(is_open)
        self._show_fields(view)
        self.ending.show_view(view)

    def lead_with(self, section: QWidget) -> None:
        """Put a part of the page's own before everything else."""
        self._rows.insertWidget(0, section)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self._emit_edited()

    def show_report(self, report: VerificationReport, code: str) -> None:
        """Tell what the verifier says, and who vouches beside each signature."""
        self._facts = {fact.field: fact for fact in report.signatures}
        self._show_signatures()
        self._report.clear()
        icon = ("circle-check", "success") if report.intact else ("triangle-alert", "danger")
        told = [say(words) for words in report.sentences]
        self._report.add(_row(icon, told[0] if told else "", ""))
        for words in told[1:]:
            self._report.add(label(words, "small", wrap=True))
        if code:
            self._report.add(label(self.tr("Journal code: {code}").format(code=code), "small", wrap=True))
        self._report.setVisible(True)

    def _show_approval(self, view: NoticeView) -> None:
        self._approved.clear()
        at, by = view.document.approved_at, view.approved_by
        by_passphrase = view.telephone.given is None
        is_approved = at is not None and not view.approval_is_stale and by_passphrase
        self._approved.setVisible(is_approved)
        if not is_approved or at is None:
            return
        name = by.person.name if by else ""
        self._approved.add(_row(("circle-check", "success"), name, _minute(at)))
        for words in by.said if by else ():
            self._approved.add(label(say(words), "small", wrap=True))

    def _show_signatures(self) -> None:
        self._signing.clear()
        for place in self._places:
            name = place.person.name if place.person else self.tr("The bureau")
            at = _minute(place.signed_at) if place.signed_at else self.tr("open")
            icon = ("circle-check", "success") if place.is_signed else ("circle-dashed", "muted")
            self._signing.add(_row(icon, name, at))
            fact = self._facts.get(place.field)
            if fact is not None:
                self._signing.add(label(self._vouching(fact), "small", wrap=True))

    def _vouching(self, fact: SignatureFacts) -> str:
        if fact.vouching is Vouching.OWN_AUTHORITY:
            return self.tr("Vouched for by this laptop's own authority only, code {code}.").format(
                code=fact.authority_code
            )
        return self.tr("Certificate issued by {issuer}, code {code}.").format(
            issuer=fact.issuer, code=fact.authority_code
        )

    def _show_paper(self, view: NoticeView, delivery: Delivery | None) -> None:
        document = view.document
        self._paper.clear()
        self._paper.setVisible(document.issued_at is not None)
        printed = self.tr("Copies printed: {printed}; the notice is made out in {copies}.")
        self._paper.add(label(printed.format(printed=document.copies_printed, copies=view.copies), wrap=True))
        if delivery is not None:
            self._paper.add(self._link(self._delivered(delivery), f"documents/{delivery.id}"))
        if not view.scans:
            self._paper.add(label(self.tr("The signed paper was not scanned yet."), "small", wrap=True))
        for piece in view.scans:
            name = f"{piece.number}  {piece.caption or piece.original_name}".strip()
            self._paper.add(self._link(name, f"evidence/{piece.id}"))

    def _delivered(self, delivery: Delivery) -> str:
        if delivery.delivered_at is None:
            return self.tr("The delivery is begun, not closed")
        at = _minute(delivery.delivered_at)
        if delivery.was_refused:
            return self.tr("Refused and left on the premises {time}").format(time=at)
        return self.tr("Delivered {time}").format(time=at)

    def _link(self, text: str, place: str) -> QPushButton:
        link = QPushButton(text)
        link.setProperty("role", "link")
        link.clicked.connect(lambda: self.followed.emit(place))
        return link

    def _show_fields(self, view: NoticeView) -> None:
        document: Document = view.document
        for key, line in self.lines.items():
            usual = view.usual.get(key, "")
            line.setPlaceholderText(self.tr("usually {value}").format(value=usual) if usual else "")
        shown = (document.id, document.fields, document.typed_deadline)
        is_other = self._shown is None or self._shown[0] != document.id
        if shown == self._shown:
            return
        self._shown = shown
        for key, line in self.lines.items():
            if is_other or not line.hasFocus() or line.text() == "":
                line.setText(document.fields.get(key, ""))
        for key, text in self.texts.items():
            if is_other or not text.hasFocus():
                text.setPlainText(document.fields.get(key, ""))
        self.deadline.show_deadline(document.typed_deadline, view.usual_deadline)
        self.usual_deadline.setVisible(document.typed_deadline is not None)

    @Slot()
    def _choose_usual(self) -> None:
        self.deadline.choose_usual()
        self._emit_edited()

    @Slot()
    def _emit_edited(self) -> None:
        if self._shown is None or not self._fields.isVisibleTo(self):
            return
        _, fields, deadline = self._shown
        typed = {key: line.text().strip() for key, line in self.lines.items()}
        typed |= {key: text.toPlainText().strip() for key, text in self.texts.items()}
        chosen = self.deadline.deadline()
        if {key: value for key, value in typed.items() if value} != fields or chosen != deadline:
            self.edited.emit(typed, chosen)


def _minute(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def _row(icon: tuple[str, str], text: str, beside: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    sign = IconLabel(*icon, 16)
    sign.setFixedHeight(sign.fontMetrics().height())  # in the middle of the first line
    across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(label(text, wrap=True), 1)
    across.addWidget(label(beside, "muted"))
    return row


class _Text(QPlainTextEdit):
    """Several lines that tell when they are left; Tab goes on to the next field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class Section(QWidget):
    """A caption and what belongs under it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.box = QVBoxLayout()
        self.box.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(caption, "caption"))
        layout.addLayout(self.box)

    def add(self, widget: QWidget) -> None:
        self.box.addWidget(widget)

    def add_named(self, name: str, widget: QWidget, editor: QWidget | None = None) -> None:
        caption: QLabel = label(name, "small")
        caption.setBuddy(editor or widget)
        (editor or widget).setAccessibleName(name)
        self.box.addWidget(caption)
        self.box.addWidget(widget)

    def clear(self) -> None:
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
