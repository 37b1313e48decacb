"""What is typed for a list or letter: its fields, things registered, approval, withdrawal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.papers import RegisteredLine
from inspector_app.domain.record import Registration
from inspector_app.domain.wording import Sentence
from inspector_app.services.paper_fields import PaperField
from inspector_app.services.papers import PaperView
from inspector_app.ui.document_words import approver_notes, changing, recipients
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.language import say
from inspector_app.ui.widgets.form import Field, choose
from inspector_app.ui.widgets.kept_text import KeptLine, KeptText
from inspector_app.ui.widgets.line_rows import LineRows
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.telephone_approval import CallConfirmation, CallForm
from inspector_app.ui.widgets.voucher import Voucher
from inspector_app.ui.widgets.withdrawing import Withdrawing

Editor = KeptLine | KeptText | QComboBox


class LetterForm(QWidget):
    """Builds its fields when another document is shown; it decides nothing."""

    edited = Signal(str, str)
    """Name of the field, and its text."""
    registered = Signal(object)
    """``tuple[RegisteredLine, ...]``."""
    callWanted = Signal()
    fileWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document = ""
        self.editors: dict[str, Editor] = {}
        self._missing: dict[str, str] = {}
        self.lacks = QVBoxLayout()
        self.lacks.setSpacing(4)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(10)
        self.nothing = label(
            self.tr("It follows from what was entered; nothing is typed here."), "muted", wrap=True
        )
        self.items_title = label(self.tr("What is registered and kept"), "caption")
        self.items = LineRows(
            (self.tr("Thing"), self.tr("Quantity"), self.tr("Unit"), self.tr("Batch"), self.tr("Remark")),
            (4, 1, 1, 2, 3),
        )
        self.items.edited.connect(self._on_items)
        self.approval = Voucher(self.tr("Approve"))
        self.approved = label("", "small", wrap=True)
        self.by_telephone = self._link(self.tr("Approved by telephone …"), self.callWanted)
        self.by_file = self._link(self.tr("On another laptop …"), self.fileWanted)
        self.call, self.confirmation = CallForm(), CallConfirmation()
        self.confirmation.hide()
        self.withdrawing = Withdrawing()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self.lacks)
        layout.addWidget(self.approval)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.by_telephone)
        ways.addWidget(self.by_file)
        ways.addStretch()
        layout.addLayout(ways)
        self._rows, self._after_ways = layout, layout.count()
        for widget in (self.call, self.confirmation, self.approved):
            layout.addWidget(widget)
        layout.addWidget(self.nothing)
        layout.addLayout(self.fields)
        layout.addWidget(self.items_title)
        layout.addWidget(self.items)
        layout.addStretch(1)  # the fields keep their height
        layout.addWidget(self.withdrawing)

    def show_view(self, view: PaperView, registration: Registration | None, *, approve: bool) -> None:
        """Show what is stored; what is being typed stays."""
        if view.document.id != self._document:
            self._build(view)
        is_open = not view.is_finished and view.document.state is not DocumentState.WITHDRAWN
        for name, editor in self.editors.items():
            text = view.document.fields.get(name, "")
            if isinstance(editor, QComboBox):
                choose(editor, text)
            else:
                editor.show_text(text)
            editor.setEnabled(is_open)
        is_list = view.document.type is DocumentType.REGISTRATION
        self.nothing.setVisible(not self.editors and not is_list and is_open)
        self.items.setVisible(is_list)
        self.items_title.setVisible(is_list)
        self.items.setEnabled(is_open)
        if registration is not None:
            rows = ((one.name, one.quantity, one.unit, one.batch, one.note) for one in registration.items)
            self.items.show_rows(tuple(rows))
        self._show_lacks(view.lacking)
        self.approval.setVisible(approve and bool(view.approvers))
        self.by_telephone.setVisible(approve and bool(view.telephone.people))
        self.by_file.setVisible(approve)
        self._show_approved(view)
        self.approval.offer(
            [one.person for one in view.approvers],
            approver_notes(view.approvers),
            changing=changing(view.approvers),
        )
        self.withdrawing.show_state(view.document.state)

    def lead_with(self, section: QWidget) -> None:
        """Put a part of the page's own below the ways of approving."""
        self._rows.insertWidget(self._after_ways, section)

    @property
    def first_way(self) -> QWidget:
        """Where the keyboard goes to have it approved."""
        return self.by_file if self.approval.isHidden() else self.approval.passphrase

    def _link(self, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.clicked.connect(wanted)
        return button

    def _show_approved(self, view: PaperView) -> None:
        """Say who approved and how that came about; a call tells of itself."""
        by, at = view.approved_by, view.document.approved_at
        holds = by is not None and at is not None and not view.approval_is_stale
        self.approved.setVisible(holds and view.document.telephone is None)
        if by is not None and at is not None:
            name = self.tr("Approved by {name}, {when}.").format(name=by.person.name, when=moment(at))
            self.approved.setText(" ".join((name, *map(say, by.said))))

    def commit(self) -> None:
        """Hand over what is being typed."""
        for editor in self.editors.values():
            if not isinstance(editor, QComboBox):
                editor.commit()
        if not self.items.isHidden():
            self.items.commit()

    def first_lack(self) -> QWidget | None:
        """Where the first missing thing is typed."""
        item = self.lacks.itemAt(0)
        link = item.widget() if item is not None else None
        return self._place(str(link.property("field"))) if link is not None else None

    def _build(self, view: PaperView) -> None:
        self._document = view.document.id
        self.editors.clear()
        while (item := self.fields.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for field in view.fields:
            editor = self._editor(field, view.defaults.get(field.name, ""))
            self.editors[field.name] = editor
            self.fields.addWidget(Field(say(field.label), editor))
        self._missing = {one.missing.template: one.name for one in view.fields if one.missing is not None}

    def _editor(self, field: PaperField, default: str) -> Editor:
        if field.name == "recipient_kind":
            box = QComboBox()
            for key, text in recipients().items():
                box.addItem(text, key)
            box.activated.connect(lambda _row: self.edited.emit(field.name, str(box.currentData())))
            return box
        name = say(field.label)
        made = KeptText(name, default, 84) if field.has_lines else KeptLine(name, default)
        made.kept.connect(partial(self.edited.emit, field.name))
        if isinstance(made, KeptLine):
            made.returnPressed.connect(made.focusNextChild)
        return made

    def _show_lacks(self, lacking: tuple[Sentence, ...]) -> None:
        while (item := self.lacks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in lacking:
            link = QPushButton(say(one))
            link.setProperty("role", "link")
            link.setProperty("field", self._missing.get(one.template, ""))
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(partial(self._go_to, self._missing.get(one.template, "")))
            self.lacks.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _place(self, name: str) -> QWidget:
        return self.editors.get(name) or self.items.first

    @Slot()
    def _go_to(self, name: str) -> None:
        self._place(name).setFocus()

    @Slot(object)
    def _on_items(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.registered.emit(
            tuple(
                RegisteredLine(name=name, quantity=quantity, unit=unit, batch=batch, note=note)
                for name, quantity, unit, batch, note in rows
            )
        )
