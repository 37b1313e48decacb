"""The steps of a visit, in their order: open, certificates, rights, clock, close; each with its time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.inspection import Visit
from inspector_app.domain.wording import counted
from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import IconLabel, label, thin_line


class _Step(QWidget):
    """One line: a sign, what it is, the fields it needs, the button; afterwards only its time."""

    def __init__(
        self,
        title: str,
        button: str,
        fields: tuple[QWidget, ...],
        slot: Callable[[], object],
        *,
        leads_on: bool = True,
    ) -> None:
        """``leads_on`` marks what is to be done next; leaving is offered, never suggested."""
        super().__init__()
        self._leads_on = leads_on
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
            across.addWidget(field, 1)
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
        theme.set_role(self.button, "primary" if open_now and not done and self._leads_on else "")

    def tell(self, fault: str) -> None:
        """Say below the step what is to be mended."""
        self.detail.setText(fault)
        self.detail.show()


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
        self._visit: Visit | None = None
        self._comes_again = False
        self.again = QPushButton(self.tr("Come again: open another visit"))
        self.again.setProperty("role", "link")
        self.again.clicked.connect(self._come_again)
        self.again.hide()
        self.received_by = _line(self.tr("Received by: name and post"))
        self.answer = _line(self.tr("Answer, such as: understood, no request for withdrawal"))
        self.reference = _line(self.tr("Its time, such as 23:19:00; Enter as it strikes"))
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
            self.tr("Compare the clock"), self.tr("Compare"), (self.source, self.reference), self._ask_clock
        )
        self.close_step = _Step(
            self.tr("Leave and close the visit"),
            self.tr("Close the visit"),
            (),
            self.closeWanted.emit,
            leads_on=False,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for step in self._steps():
            layout.addWidget(step)
            layout.addWidget(thin_line())
        layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeft)
        for editor, slot in (
            (self.received_by, self._ask_open),
            (self.answer, self._ask_rights),
            (self.source, self.reference.setFocus),
            (self.reference, self._ask_clock),
        ):
            editor.returnPressed.connect(slot)

    def _steps(self) -> tuple[_Step, ...]:
        return (self.open, self.certificates, self.rights, self.clock, self.close_step)

    def show_visit(self, visit: Visit | None, now: datetime) -> None:
        self._now, self._visit = now, visit
        stood_on = QApplication.focusWidget()
        is_open = visit is not None and visit.is_open
        has_left = visit is not None and not visit.is_open
        self._comes_again = self._comes_again and has_left
        self.open.show_state(
            done="" if self._comes_again else self._opened(visit),
            open_now=visit is None or self._comes_again,
        )
        self.again.setVisible(has_left and not self._comes_again)
        shown = visit.certificates_shown_at if visit else None
        self.certificates.show_state(done=_time(shown), open_now=is_open and shown is None)
        told = visit.rights_told_at if visit else None
        done = f"{_time(told)}  {visit.rights_answer}" if visit is not None and told else ""
        self.rights.show_state(done=done, open_now=is_open and told is None)
        compared = self._compared(visit)
        self.clock.show_state(done=compared, open_now=is_open and not compared)
        closed = _time(visit.closed_at) if visit else ""
        self.close_step.show_state(done=closed, open_now=is_open)
        if stood_on is not None and self.isAncestorOf(stood_on) and not stood_on.isVisible():
            self.focus_next()

    @Slot()
    def _come_again(self) -> None:
        """The team comes back another day: a further visit begins with its own steps."""
        self._comes_again = True
        if self._now is not None:
            self.show_visit(self._visit, self._now)
        self.received_by.setFocus()

    @Slot()
    def focus_next(self) -> None:
        """Put the cursor where the next step begins; leaving is no step that offers itself."""
        for step in self._steps()[:-1]:
            if step.button.isVisible():
                editors = step.fields.findChildren(
                    QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly
                )
                (editors[0] if editors else step.button).setFocus()
                return
        self.setFocus()

    def stand_ready(self) -> None:
        """Put the cursor where the next step is typed; a step that is only pressed is never under Enter."""
        step = next((step for step in self._steps()[:-1] if step.button.isVisible()), None)
        if step is not None and step.fields.findChild(QLineEdit) is not None:
            self.focus_next()

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
            text += "  ·  " + counted(
                len(visit.jumps), self.tr("the clock jumped once"), self.tr("the clock jumped {count} times")
            ).format(count=len(visit.jumps))
        return text

    def _ask_open(self) -> None:
        self.openWanted.emit("", self.received_by.text().strip())

    def _ask_rights(self) -> None:
        self.rightsTold.emit(self.answer.text().strip())

    def _ask_clock(self) -> None:
        if self._now is None:
            return
        if not self.source.text().strip():
            self.source.setFocus()
            return
        read = clock_face(self.reference.text())
        if read is None:
            self.clock.tell(self.tr("Type the time that it shows, such as 23:19:00, and press Enter then."))
            self.reference.setFocus()
            return
        day = self._now.astimezone(BEIJING)
        reference = day.replace(hour=read.hour, minute=read.minute, second=read.second, microsecond=0)
        self.clockCompared.emit(_nearest(reference, day), self.source.text().strip())


def clock_face(text: str) -> time | None:
    """Read ``23:19:05``, ``23：19`` or ``231905``; without seconds it is the full minute."""
    parts = re.findall(r"\d+", unicodedata.normalize("NFKC", text))
    if len(parts) == 1 and len(parts[0]) in (4, 6):
        parts = [parts[0][place : place + 2] for place in range(0, len(parts[0]), 2)]
    if len(parts) not in (2, 3):
        return None
    try:
        hour, minute, second = (*(int(part) for part in parts), 0)[:3]
        return time(hour, minute, second)
    except ValueError:
        return None


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
