"""Begins an interview: who is asked and in which role; the questions of the role are put in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.record import Interviewed, InterviewRole
from inspector_app.ui.interview_words import role_word
from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.marks import label

ROLES = tuple(InterviewRole)


class InterviewBegin(QWidget):
    """Name and role are enough; the rest can follow with a pen."""

    wanted = Signal(object, object)
    """``InterviewRole`` and ``Interviewed``."""
    putOff = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.role = QComboBox()
        for role in ROLES:
            self.role.addItem(role_word(role))
        self.name = QLineEdit()
        names = {
            "sex": self.tr("Sex"),
            "age": self.tr("Age"),
            "identity_number": self.tr("Identity number"),
            "unit": self.tr("Employer"),
            "post": self.tr("Post"),
            "phone": self.tr("Telephone of this person"),
            "home": self.tr("Address"),
        }
        self.fields = {key: QLineEdit() for key in names}
        form = Form()
        form.add(self.tr("Role"), self.role, self.tr("The questions of this role are put in."))
        form.add(self.tr("Name"), self.name)
        for key, text in names.items():
            form.add(text, self.fields[key])
        self.fault: QLabel = label("", "error", wrap=True)
        self.fault.hide()
        self.begin = QPushButton(self.tr("Begin the interview"))
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self._begin)
        self.name.returnPressed.connect(self._begin)
        for field in self.fields.values():
            field.returnPressed.connect(self._begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("New interview"), "subtitle"))
        layout.addWidget(form)
        layout.addWidget(self.fault)
        self.back = QPushButton(self.tr("Not yet"))
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self.putOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.back)
        buttons.addStretch()
        layout.addLayout(buttons)
        layout.addStretch()
        self.setFocusProxy(self.name)

    def clear(self) -> None:
        for field in (self.name, *self.fields.values()):
            field.clear()
        self.fault.hide()

    def tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _begin(self) -> None:
        typed = {key: field.text().strip() for key, field in self.fields.items()}
        person = Interviewed(name=self.name.text().strip(), **typed)
        self.wanted.emit(ROLES[self.role.currentIndex()], person)
