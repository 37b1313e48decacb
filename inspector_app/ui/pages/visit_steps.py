"""The steps of a visit, in their order: open, certificates, rights, clock, close; each with its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.inspection import Visit
from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import IconLabel, label, thin_line


class _Step(QWidget):
    """One line: a sign, what it is, the fields it needs, the button; afterwards only its time."""

    def __init__(
        self, title: str, button: str, fields: tuple[QWidget, ...], slot: Callable[[], object]
    ) -> None:
        super().__init__()
        self.sign = IconLabel("circle-dashed", "muted", 18)
        self.sign.setContentsMargins(0, 2, 0, 0)
        self.title = label(title)
        self.detail = label("", "muted", wrap=True)
        self.detail.hide()
        self.button = QPushButton(button)
        self.button.setAccessibleName(f"{title}: {button}")
        self.button.clicked.connect(slot)
        self.fields = QWidget()
        across = QHBoxLayout(self.fields)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for field in fields:
            across.addWidget(field, 0 if isinstance(field, QTimeEdit) else 1)
        title_row = QHBoxLayout()
        title_row.addWidget(self.title, 1)
        (across if fields else title_row).addWidget(self.button)
        text = QVBoxLayout()
        text.setSpacing(6)
        text.addLayout(title_row)
        text.addWidget(self.detail)
        text.addWidget(self.fields)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 9, 0, 9)
        layout.setSpacing(12)
        layout.addWidget(self.sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

    def show_state(self, *, done: str, open_now: bool) -> None:
        """``done`` is what to say when it happened; ``open_now`` whether it can be done now."""
        self.sign.show_icon(
            "circle-check" if done else "circle-dashed",
            "success" if done else "accent" if open_now else "disabled",
        )
        theme.set_role(self.title, "" if done or open_now else "muted")
        self.detail.setText(done)
        self.detail.setVisible(bool(done))
        self.fields.setVisible(open_now)
        self.button.setVisible(open_now)
        theme.set_role(self.button, "primary" if open_now and not done else "")


class VisitSteps(QWidget):
    """Shows a visit and asks for the next step; it decides nothing."""

    openWanted = Signal(str, str)
    certificatesShown = Signal()
    rightsTold = Signal(str)
    clockCompared = Signal(object, str)
    closeWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self.received_by = _line(self.tr("Received by: name and post"))
        self.answer = _line(self.tr("Answer, such as: understood, no request for withdrawal"))
        self.reference = QTimeEdit()
        self.reference.setDisplayFormat("HH:mm:ss")
        self.reference.setAccessibleName(self.tr("Time read off"))
        self.source = _line(self.tr("Read off: telephone, wall clock, radio clock"))
        self.open = _Step(
            self.tr("Enter and open the visit"),
            self.tr("Open the visit"),
            (self.received_by,),
            self._ask_open,
        )
        self.certificates = _Step(
            self.tr("Show the certificates"), self.tr("Shown now"), (), self.certificatesShown.emit
        )
        self.rights = _Step(
            self.tr("Tell rights and duties"), self.tr("Told now"), (self.answer,), self._ask_rights
        )
        self.clock = _Step(
            self.tr("Compare the clock"), self.tr("Compare"), (self.reference, self.source), self._ask_clock
        )
        self.close_step = _Step(
            self.tr("Leave and close the visit"), self.tr("Close the visit"), (), self.closeWanted.emit
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for step in self._steps():
            layout.addWidget(step)
            layout.addWidget(thin_line())
        for editor, slot in (
            (self.received_by, self._ask_open),
            (self.answer, self._ask_rights),
            (self.source, self._ask_clock),
        ):
            editor.returnPressed.connect(slot)

    def _steps(self) -> tuple[_Step, ...]:
        return (self.open, self.certificates, self.rights, self.clock, self.close_step)

    def show_visit(self, visit: Visit | None, now: datetime) -> None:
        self._now = now
        local = now.astimezone(BEIJING)
        if not self.reference.hasFocus():
            self.reference.setTime(QTime(local.hour, local.minute, 0))
        is_open = visit is not None and visit.is_open
        self.open.show_state(done=self._opened(visit), open_now=not is_open)
        shown = visit.certificates_shown_at if visit else None
        self.certificates.show_state(done=_time(shown), open_now=is_open and shown is None)
        told = visit.rights_told_at if visit else None
        done = f"{_time(told)}  {visit.rights_answer}" if visit is not None and told else ""
        self.rights.show_state(done=done, open_now=is_open and told is None)
        compared = self._compared(visit)
        self.clock.show_state(done=compared, open_now=is_open and not compared)
        closed = _time(visit.closed_at) if visit else ""
        self.close_step.show_state(done=closed, open_now=is_open)

    @Slot()
    def focus_next(self) -> None:
        """Put the cursor where the next step begins."""
        for step in self._steps():
            if step.button.isVisible() and not step.detail.text():
                editors = step.fields.findChildren(
                    QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly
                )
                (editors[-1] if editors else step.button).setFocus()
                return

    def _opened(self, visit: Visit | None) -> str:
        if visit is None:
            return ""
        day = visit.opened_at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")
        return "  ·  ".join(part for part in (day, visit.place, visit.received_by) if part)

    def _compared(self, visit: Visit | None) -> str:
        if visit is None or visit.clock is None:
            return ""
        seconds = visit.clock.offset_seconds
        text = (
            self.tr("The laptop is {seconds} s ahead of: {source}")
            if seconds >= 0
            else self.tr("The laptop is {seconds} s behind: {source}")
        ).format(seconds=f"{abs(seconds):.0f}", source=visit.clock.reference_source)
        if visit.jumps:
            text += "  ·  " + self.tr("the clock jumped {count} times").format(count=len(visit.jumps))
        return text

    def _ask_open(self) -> None:
        self.openWanted.emit("", self.received_by.text().strip())

    def _ask_rights(self) -> None:
        self.rightsTold.emit(self.answer.text().strip())

    def _ask_clock(self) -> None:
        if self._now is None:
            return
        time = self.reference.time()
        day = self._now.astimezone(BEIJING)
        reference = day.replace(hour=time.hour(), minute=time.minute(), second=time.second(), microsecond=0)
        self.clockCompared.emit(_nearest(reference, day), self.source.text().strip())


def _nearest(reference: datetime, now: datetime) -> datetime:
    """A clock face tells no day: around midnight the reading may be yesterday's or tomorrow's."""
    half = timedelta(hours=12)
    if reference - now > half:
        return reference - timedelta(days=1)
    return reference + timedelta(days=1) if now - reference > half else reference


def _line(placeholder: str) -> QLineEdit:
    editor = QLineEdit()
    editor.setPlaceholderText(placeholder)
    editor.setAccessibleName(placeholder)
    return editor


def _time(moment: datetime | None) -> str:
    return moment.astimezone(BEIJING).strftime("%H:%M:%S") if moment else ""
