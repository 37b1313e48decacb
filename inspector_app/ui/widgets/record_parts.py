"""The parts of a record in the order of its paper: what follows from the visit, and what is typed here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.inspection import Visit
from inspector_app.domain.papers import Attendee, HandedLine, RecordPaper
from inspector_app.domain.record import AreaNote, Record
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.widgets.kept_text import KeptLine, KeptText
from inspector_app.ui.widgets.line_rows import LineRows
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.paper_part import PaperPart

Rows = tuple[tuple[str, ...], ...]


class RecordParts(QWidget):
    """Shows a record while it is open; everything typed is handed over as its field is left."""

    described = Signal(str)
    presentNamed = Signal(object)
    """``tuple[Attendee, ...]``"""
    certificatesShown = Signal()
    rightsTold = Signal(str)
    noted = Signal(str, str)
    noteTaken = Signal(int)
    handedOver = Signal(object)
    """``tuple[HandedLine, ...]``"""
    stated = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.times = PaperPart(self.tr("Beginning and end"))
        self.begun = label("", wrap=True)
        self.subject = KeptLine(
            self.tr("What the visit is about"), self.tr("What the visit is about; empty takes the purpose")
        )
        self.people = PaperPart(self.tr("Present"))
        self.inspectors = label("", wrap=True)
        self.present = LineRows((self.tr("Name"), self.tr("Post")), (2, 3))
        self.certificates = PaperPart(self.tr("Certificates shown"))
        self.shown_at = label("")
        self.shown_now = QPushButton(self.tr("Shown now"))
        self.rights = PaperPart(self.tr("Rights and duties told"))
        self.told_at = label("", wrap=True)
        self.answer = QLineEdit()
        self.told_now = QPushButton(self.tr("Told now"))
        self.facts = PaperPart(self.tr("Facts, gathered from what was entered"))
        self.notes = PaperPart(self.tr("Own notes: what nothing else holds, without a judgement"))
        self.note_list = QVBoxLayout()
        self.area = QLineEdit()
        self.text = QLineEdit()
        self.add_note = QPushButton(self.tr("Note"))
        self.handed = PaperPart(self.tr("Handed over"))
        self.handed_rows = LineRows((self.tr("What"), self.tr("Quantity"), self.tr("Remark")), (4, 2, 3))
        self.party = PaperPart(self.tr("Statement of the party, or why they do not sign"))
        self.statement = KeptText(
            self.tr("Statement of the party"), self.tr("In their words; empty leaves lines for the pen")
        )
        self.refusal = KeptText(
            self.tr("Refusal"), self.tr("Refused to sign: why, and who saw it; empty where they sign"), 46
        )
        self._build()
        self._join()

    def _build(self) -> None:
        self.answer.setPlaceholderText(self.tr("Answer, such as: understood, no request for withdrawal"))
        self.answer.setAccessibleName(self.answer.placeholderText())
        self.area.setPlaceholderText(self.tr("Area"))
        self.area.setAccessibleName(self.tr("Area of the note"))
        self.text.setPlaceholderText(self.tr("What was seen, Enter keeps it"))
        self.text.setAccessibleName(self.tr("What was seen"))
        self.times.body.addWidget(self.begun)
        self.times.body.addWidget(self.subject)
        self.people.body.addWidget(self.inspectors)
        self.people.body.addWidget(self.present)
        self.certificates.body.addLayout(_across((self.shown_at, 1), (self.shown_now, 0)))
        self.rights.body.addWidget(self.told_at)
        self.rights.body.addLayout(_across((self.answer, 1), (self.told_now, 0)))
        self.notes.body.addLayout(self.note_list)
        self.notes.body.addLayout(_across((self.area, 1), (self.text, 3), (self.add_note, 0)))
        self.handed.body.addWidget(self.handed_rows)
        self.party.body.addWidget(self.statement)
        self.party.body.addWidget(self.refusal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 20)
        layout.setSpacing(10)
        for part in (
            self.times, self.people, self.certificates, self.rights, self.facts, self.notes, self.handed,
            self.party,
        ):  # fmt: skip
            layout.addWidget(part)
        layout.addStretch()

    def _join(self) -> None:
        self.subject.kept.connect(self.described)
        self.present.edited.connect(self._name_present)
        self.shown_now.clicked.connect(self.certificatesShown)
        self.answer.returnPressed.connect(self._tell)
        self.told_now.clicked.connect(self._tell)
        self.area.returnPressed.connect(self.text.setFocus)
        self.text.returnPressed.connect(self._note)
        self.add_note.clicked.connect(self._note)
        self.handed_rows.edited.connect(self._hand_over)
        self.statement.kept.connect(self.stated)
        self.refusal.kept.connect(self.refused)

    def show_record(self, record: Record, visit: Visit | None, paper: RecordPaper) -> None:
        begun = moment(visit.opened_at) if visit is not None else paper.begun
        self.begun.setText(self.tr("Begun {moment}, {place}").format(moment=begun, place=paper.place))
        self.subject.show_text(record.subject)
        self.times.show_lack("" if paper.subject else self.tr("does not say what it is about"), needed=False)
        self.inspectors.setText(
            "\n".join(f"{one.name}  {one.certificate}" for one in paper.inspectors)
            or self.tr("No inspector with a certificate number")
        )
        self.present.show_rows(tuple((one.name, one.post) for one in record.present))
        self.people.show_lack("" if record.present else self.tr("nobody of the institution"), needed=False)
        self._show_visit(visit, paper)
        self.facts.setVisible(record.closed_at is None)  # the paper holds them as they were; these go on
        self._show_facts(paper, record)
        self._show_notes(record.notes)
        self.handed_rows.show_rows(tuple((one.name, one.quantity, one.note) for one in record.handed_over))
        self.statement.show_text(record.statement)
        self.refusal.show_text(record.refusal)
        is_silent = not record.statement and not record.refusal
        self.party.show_lack(self.tr("by hand on paper") if is_silent else "", needed=False)

    def _show_visit(self, visit: Visit | None, paper: RecordPaper) -> None:
        may_write = visit is not None and visit.is_open
        shown, told = bool(paper.certificates_shown), bool(paper.rights_told)
        self.certificates.show_lack("" if shown else self.tr("missing"))
        at = visit.certificates_shown_at if visit is not None else None
        self.shown_at.setText(moment(at) if at is not None else self.tr("Not recorded yet"))
        self.shown_now.setVisible(not shown and may_write)
        self.rights.show_lack("" if told else self.tr("missing"))
        at = visit.rights_told_at if visit is not None else None
        self.told_at.setText(f"{moment(at) if at is not None else ''}  {paper.rights_answer}".strip())
        self.told_at.setVisible(told)
        for widget in (self.answer, self.told_now):
            widget.setVisible(not told and may_write)

    def _show_facts(self, paper: RecordPaper, record: Record) -> None:
        own = len({note.area for note in record.notes})  # own notes stand last on the paper
        gathered = paper.areas[: len(paper.areas) - own]
        self.facts.clear()
        for area in gathered:
            self.facts.body.addWidget(label(area.area))
            self.facts.body.addWidget(label("\n".join(area.facts), "muted", wrap=True))
        self.facts.show_lack("" if gathered else self.tr("nothing counted or answered yet"), needed=False)

    def _show_notes(self, notes: tuple[AreaNote, ...]) -> None:
        while (item := self.note_list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for position, note in enumerate(notes):
            holder = QWidget()
            back = QPushButton(self.tr("Take back"))
            back.setProperty("role", "link")
            back.setAccessibleName(self.tr("Take back: {text}").format(text=note.text))
            back.clicked.connect(partial(self.noteTaken.emit, position))
            words = label(f"{note.area}  {note.text}".strip(), wrap=True)
            row = _across((words, 1), (back, 0))
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self.note_list.addWidget(holder)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for field in (self.subject, self.present, self.handed_rows, self.statement, self.refusal):
            field.commit()
        if self.text.text().strip():
            self._note()

    def _name_present(self, rows: Rows) -> None:
        self.presentNamed.emit(tuple(Attendee(name=name, post=post) for name, post in rows))

    def _hand_over(self, rows: Rows) -> None:
        lines = (HandedLine(name=name, quantity=quantity, note=note) for name, quantity, note in rows)
        self.handedOver.emit(tuple(lines))

    def _tell(self) -> None:
        self.rightsTold.emit(self.answer.text().strip())

    def _note(self) -> None:
        text = self.text.text().strip()
        if text:
            self.noted.emit(self.area.text().strip(), text)
            self.text.clear()
        self.text.setFocus()


def _across(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget, stretch in widgets:
        row.addWidget(widget, stretch)
    return row
