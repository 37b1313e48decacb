"""Approval by telephone: the call as it is entered, and its confirmation while that is missing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING, BEIJING_SECONDS
from inspector_app.services.telephone_approving import TelephoneView
from inspector_app.ui.widgets.deadline_edit import DeadlineEdit
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class CallForm(QWidget):
    """Who was called, on which number, when, and by which day they confirm it."""

    recorded = Signal(str, str, object, object)
    """Person, number, the call's time (aware) and the day of confirmation, ``None`` for the rule's."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people = QComboBox()
        self.number = QLineEdit()
        self.called_at = QDateTimeEdit()
        self.called_at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.called_at.setTimeZone(QTimeZone(BEIJING_SECONDS))
        self.called_at.setCalendarPopup(True)
        self.confirm_by = DeadlineEdit()
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.do = QPushButton(self.tr("Record the approval"))
        self.do.setProperty("role", "primary")
        self.do.clicked.connect(self._record)
        self.back = QPushButton(self.tr("Cancel"))
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.do)
        buttons.addWidget(self.back)
        buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Approved by telephone"), "caption"))
        meaning = self.tr(
            "Read the notice to the approver. The notice says that it was approved by telephone and by whom "
            "the call was recorded; the number called stays in the file."
        )
        rows.addWidget(label(meaning, "small", wrap=True))
        for name, editor in (
            (self.tr("Who approved"), self.people),
            (self.tr("Number called"), self.number),
            (self.tr("Time of the call"), self.called_at),
            (self.tr("To be confirmed by"), self.confirm_by),
        ):
            rows.addWidget(Field(name, editor))
        rows.addWidget(self.fault)
        rows.addLayout(buttons)
        self.number.returnPressed.connect(self._record)
        self.setFocusProxy(self.number)

    def begin(self, view: TelephoneView) -> None:
        """Start a new call, now."""
        self.people.clear()
        for person in view.people:
            self.people.addItem(person.name, person.id)
        self.number.clear()
        self.called_at.setDateTime(QDateTime.currentDateTime())
        self.confirm_by.show_deadline(None, view.usual_confirm_by)
        self.tell("")

    def tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    @Slot()
    def _record(self) -> None:
        person = self.people.currentData()
        if not person or not self.number.text().strip():
            self.number.setFocus()
            return
        seconds = self.called_at.dateTime().toSecsSinceEpoch()
        called_at = datetime.fromtimestamp(seconds - seconds % 60, UTC)
        self.recorded.emit(str(person), self.number.text(), called_at, self.confirm_by.deadline())


class CallConfirmation(QWidget):
    """How a call stands; while it waits, the two ways to confirm it."""

    confirmed = Signal(str)
    """The approver's passphrase."""
    scanWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = label("", wrap=True)
        self.state = label("", wrap=True)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.passphrase = passphrase_edit()
        self.passphrase.setAccessibleName(self.tr("Passphrase of the approver"))
        self.passphrase.setPlaceholderText(self.tr("the approver's own passphrase"))
        self.passphrase.returnPressed.connect(self._confirm)
        self.confirm = QPushButton(self.tr("Confirm"))
        self.confirm.clicked.connect(self._confirm)
        self.scan = QPushButton(self.tr("Take in the signed confirmation"))
        self.scan.clicked.connect(self.scanWanted)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.passphrase, 1)
        across.addWidget(self.confirm)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(label(self.tr("Approved by telephone"), "caption"))
        rows.addWidget(self.told)
        rows.addWidget(self.state)
        rows.addLayout(across)
        rows.addWidget(self.fault)
        rows.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: TelephoneView) -> None:
        given = view.given
        self.setVisible(given is not None)
        if given is None:
            return
        name = view.approver.name if view.approver else ""
        words = self.tr("{name}, called on {number} at {time}, recorded by {recorder}")
        self.told.setText(
            words.format(
                name=name, number=given.number, time=_minute(given.called_at), recorder=view.recorder
            )
        )
        if given.confirmed_at is not None:
            by_paper = self.tr("Confirmed on paper, {time}.")
            self_given = self.tr("Confirmed by {name} with their passphrase, {time}.")
            done = by_paper if given.scan else self_given
            self.state.setText(done.format(name=name, time=_minute(given.confirmed_at)))
        else:
            self.state.setText(self._open(view, given.confirm_by))
        self.state.setProperty("role", "error" if view.is_overdue else "small")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        for widget in (self.passphrase, self.confirm):
            widget.setVisible(view.waits and view.can_unlock)
        self.scan.setVisible(view.waits)
        if not view.waits:
            self.tell("")

    def _open(self, view: TelephoneView, day: date) -> str:
        if view.is_overdue:
            return self.tr("The confirmation is overdue since {date}.").format(date=day)
        return self.tr("Waits for confirmation until {date}.").format(date=day)

    def tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            self.passphrase.setFocus()

    @Slot()
    def _confirm(self) -> None:
        typed = self.passphrase.text()
        self.passphrase.clear()
        if typed:
            self.confirmed.emit(typed)
        else:
            self.passphrase.setFocus()


def _minute(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
