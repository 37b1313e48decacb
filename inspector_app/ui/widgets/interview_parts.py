"""An interview while it goes on: who is asked, rights, questions with answers, why it is not signed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.record import Interview, Interviewed
from inspector_app.ui.widgets.exchange_list import ExchangeList
from inspector_app.ui.widgets.kept_text import KeptLine, KeptText
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.paper_part import PaperPart

_FIELDS = ("sex", "age", "identity_number", "unit", "post", "phone", "home")


class InterviewParts(QWidget):
    """Everything typed is handed over as its field is left."""

    described = Signal(object)
    rightsTold = Signal(str)
    answered = Signal(int, str)
    dropped = Signal(int)
    asked = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._person = Interviewed(name="")
        self.who = PaperPart(self.tr("Who is asked"))
        self.begun = label("", wrap=True)
        names = (
            self.tr("Sex"),
            self.tr("Age"),
            self.tr("Identity number"),
            self.tr("Employer"),
            self.tr("Post"),
            self.tr("Telephone of this person"),
            self.tr("Address"),
        )
        self.fields = {key: KeptLine(name, name) for key, name in zip(_FIELDS, names, strict=True)}
        self.rights = PaperPart(self.tr("Rights and duties told"))
        self.rights_answer = KeptLine(
            self.tr("Answer to the rights"),
            self.tr("Answer, such as: understood, no request for withdrawal"),
        )
        self.questions = PaperPart(self.tr("Questions and answers"))
        self.exchanges = ExchangeList()
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("Own question, Enter adds it  Ctrl+J"))
        self.own.setAccessibleName(self.tr("Own question"))
        self.add = QPushButton(self.tr("Ask"))
        self.party = PaperPart(self.tr("Why it is not signed"))
        self.refusal = KeptText(
            self.tr("Refusal"), self.tr("Refused to sign: why, and who saw it; empty where they sign"), 46
        )
        self._build()
        self._join()

    def _build(self) -> None:
        self.who.body.addWidget(self.begun)
        for keys in (_FIELDS[:3], _FIELDS[3:6], _FIELDS[6:]):
            row = QHBoxLayout()
            for key in keys:
                row.addWidget(self.fields[key], 1 if key in ("sex", "age", "post") else 2)
            self.who.body.addLayout(row)
        self.rights.body.addWidget(self.rights_answer)
        self.questions.body.addWidget(self.exchanges)
        own = QHBoxLayout()
        own.addWidget(self.own, 1)
        own.addWidget(self.add)
        self.questions.body.addLayout(own)
        self.party.body.addWidget(self.refusal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 20)
        layout.setSpacing(10)
        for part in (self.who, self.rights, self.questions, self.party):
            layout.addWidget(part)
        layout.addStretch()

    def _join(self) -> None:
        for field in self.fields.values():
            field.kept.connect(self._describe)
        self.rights_answer.kept.connect(self.rightsTold)
        self.rights_answer.returnPressed.connect(self.exchanges.focus_first_open)
        self.exchanges.answered.connect(self.answered)
        self.exchanges.dropped.connect(self.dropped)
        self.exchanges.pastLast.connect(self.own.setFocus)
        self.own.returnPressed.connect(self._ask)
        self.add.clicked.connect(self._ask)
        self.refusal.kept.connect(self.refused)

    def show_interview(self, interview: Interview, begun: str) -> None:
        self._person = interview.person
        self.begun.setText(begun)
        for key, field in self.fields.items():
            field.show_text(getattr(interview.person, key))
        self.rights_answer.show_text(interview.rights_answer)
        self.rights.show_lack("" if interview.rights_answer else self.tr("missing"))
        self.exchanges.show_exchanges(interview.exchanges)
        answered = any(one.answer for one in interview.exchanges)
        self.questions.show_lack("" if answered else self.tr("nothing answered yet"))
        self.refusal.show_text(interview.refusal)

    def forget(self) -> None:
        """Drop the rows of another interview before this one's are shown."""
        self.exchanges.show_exchanges(())
        self.own.clear()

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for field in (*self.fields.values(), self.rights_answer):
            field.commit()
        self.refusal.commit()
        self.exchanges.commit()

    def _describe(self) -> None:
        typed = {key: field.text().strip() for key, field in self.fields.items()}
        self.described.emit(replace(self._person, **typed))

    def _ask(self) -> None:
        if self.own.text().strip():
            self.asked.emit(self.own.text().strip())
            self.own.clear()
