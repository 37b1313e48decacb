"""What is written of a delivery: who took the documents, or how they were refused and left there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentState
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import DocumentId
from inspector_app.domain.record import Delivery, DeliveryMode
from inspector_app.domain.wording import Sentence
from inspector_app.ui.document_words import modes
from inspector_app.ui.language import say
from inspector_app.ui.widgets.form import Field, choose
from inspector_app.ui.widgets.kept_text import KeptLine, KeptText
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.withdrawing import Withdrawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Everything that is typed, all at once."""

    refused: bool
    mode: DeliveryMode
    received_by: str
    relation: str
    place: str
    reason: str
    witness: str
    witness_unit: str


class DeliveryForm(QWidget):
    """Received or refused; only the fields of the one that is chosen are seen."""

    written = Signal(object)
    """``Written``."""
    cited = Signal(object)
    """Identities of the pictures that the receipt names, all of them at once."""
    chosen = Signal(object)
    """Identities of the documents that are delivered together, all of them at once."""
    pictureWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document = ""
        self.documents = QVBoxLayout()
        self.documents.setSpacing(4)
        self.boxes: dict[DocumentId, QCheckBox] = {}
        """One for each document that may go with this delivery; none where there is no choice."""
        self.lacks = label("", "error", wrap=True)
        self.received = self._side(self.tr("Received"))
        self.refused = self._side(self.tr("Refused"))
        self.received.clicked.connect(partial(self._turn, False))
        self.refused.clicked.connect(partial(self._turn, True))
        self.mode = QComboBox()
        for mode, text in modes().items():
            self.mode.addItem(text, mode)
        self.mode.activated.connect(self._give)
        self.person = KeptLine(self.tr("Who takes the documents"))
        self.relation = KeptLine(self.tr("Post, or relation to the institution"))
        self.place = KeptLine(self.tr("Place of delivery"))
        self.reason = KeptText(
            self.tr("How it was refused"), self.tr("Who said what; the receipt states it."), 64
        )
        self.witness = KeptLine(self.tr("Witness"))
        self.witness_unit = KeptLine(self.tr("Unit or post of the witness"))
        for line in (self.person, self.relation, self.place, self.witness, self.witness_unit, self.reason):
            line.kept.connect(self._give)
            if isinstance(line, KeptLine):
                line.returnPressed.connect(line.focusNextChild)
        self.pictures = QVBoxLayout()
        self.pictures.setSpacing(4)
        self.picture = QPushButton(self.tr("Picture of the documents left there …"))
        self.picture.clicked.connect(self.pictureWanted)
        self.withdrawing = Withdrawing()
        self._lay_out()
        self.show_side(refused=False)

    def _side(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("role", "key")  # what is chosen differs from what only has the keyboard
        button.setMinimumHeight(40)
        return button

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(8)
        sides.addWidget(self.received)
        sides.addWidget(self.refused)
        sides.addStretch()
        self.if_received = QWidget()
        one = _column(self.if_received)
        one.addWidget(Field(self.tr("How it is delivered"), self.mode))
        self.if_refused = QWidget()
        two = _column(self.if_refused)
        two.addWidget(Field(self.tr("How it was refused"), self.reason))
        two.addWidget(Field(self.tr("Witness"), self.witness))
        two.addWidget(Field(self.tr("Unit or post of the witness"), self.witness_unit))
        words = self.tr("The documents are left on the premises. Ctrl+E takes a picture for the receipt.")
        two.addWidget(label(words, "muted", wrap=True))
        two.addLayout(self.pictures)
        row = QHBoxLayout()
        row.addWidget(self.picture)
        row.addStretch()
        two.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.lacks)
        layout.addWidget(label(self.tr("What is delivered"), "caption"))
        layout.addLayout(self.documents)
        layout.addLayout(sides)
        layout.addWidget(Field(self.tr("Who takes the documents"), self.person))
        layout.addWidget(Field(self.tr("Post, or relation to the institution"), self.relation))
        layout.addWidget(self.if_received)
        layout.addWidget(self.if_refused)
        layout.addWidget(Field(self.tr("Place of delivery"), self.place))
        layout.addStretch()
        layout.addWidget(self.withdrawing)

    def show_delivery(
        self, delivery: Delivery, titles: Mapping[DocumentId, str], pictures: tuple[Evidence, ...],
        lacking: tuple[Sentence, ...], state: DocumentState,
    ) -> None:  # fmt: skip
        """Show what is stored; what is being typed stays, and so does the side that was just chosen."""
        is_unsaid = delivery.id == self._document and self.refused.isChecked() and not delivery.was_refused
        if delivery.id != self._document or delivery.was_refused:
            self.show_side(refused=delivery.was_refused)
        self._document = delivery.id
        self._show_documents(delivery, titles, is_open=state is DocumentState.DRAFT)
        choose(self.mode, delivery.mode)
        for field, text in (
            (self.person, delivery.received_by),
            (self.relation, delivery.relation),
            (self.place, delivery.place),
            (self.witness, delivery.witness),
            (self.witness_unit, delivery.witness_unit),
        ):
            if not is_unsaid:  # a refusal is stored once it says how it was; what is typed before stays
                field.show_text(text)
        if not is_unsaid:
            self.reason.show_text(delivery.refusal)
        is_open = state is DocumentState.DRAFT
        for part in (self.received, self.refused, self.mode, self.person, self.relation, self.place,
                     self.reason, self.witness, self.witness_unit, self.picture):  # fmt: skip
            part.setEnabled(is_open)
        self.lacks.setText("\n".join(say(one) for one in lacking))
        self.lacks.setVisible(bool(lacking) and is_open)
        self._show_pictures(delivery, pictures, is_open)
        self.withdrawing.show_state(state)

    def show_side(self, *, refused: bool) -> None:
        (self.refused if refused else self.received).setChecked(True)
        self.if_refused.setVisible(refused)
        self.if_received.setVisible(not refused)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for field in (self.person, self.relation, self.place, self.witness, self.witness_unit, self.reason):
            field.commit()

    def first_lack(self) -> QWidget:
        """Where what is missing is typed."""
        if not self.place.text().strip():
            return self.place
        if self.refused.isChecked():
            return self.witness if self.reason.toPlainText().strip() else self.reason
        return self.person

    def _show_documents(self, delivery: Delivery, titles: Mapping[DocumentId, str], *, is_open: bool) -> None:
        """Show what is delivered; where more waits, each may be put in or left for another receipt."""
        has_choice = is_open and len(titles) > 1
        if has_choice and list(self.boxes) == list(titles):
            for identity, box in self.boxes.items():
                box.setChecked(identity in delivery.documents)
            return
        self.boxes.clear()
        _empty(self.documents)
        for identity, title in titles.items():
            if not has_choice:
                self.documents.addWidget(label(title, wrap=True))
                continue
            box = self.boxes[identity] = QCheckBox(title)
            box.setChecked(identity in delivery.documents)
            box.clicked.connect(self._choose)
            self.documents.addWidget(box)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(tuple(identity for identity, box in self.boxes.items() if box.isChecked()))

    def _show_pictures(self, delivery: Delivery, pictures: tuple[Evidence, ...], is_open: bool) -> None:
        _empty(self.pictures)
        boxes = []
        for one in pictures:
            box = QCheckBox(f"{one.number}  {one.original_name}".strip())
            box.setChecked(one.id in delivery.evidence)
            box.setEnabled(is_open)
            boxes.append((box, one.id))
            self.pictures.addWidget(box)
        for box, _ in boxes:
            box.clicked.connect(
                lambda _checked=False: self.cited.emit(tuple(i for b, i in boxes if b.isChecked()))
            )

    @Slot()
    def _turn(self, refused: bool) -> None:
        self.show_side(refused=refused)
        if refused:
            self.reason.setFocus()
        else:
            self._give()

    @Slot()
    def _give(self, _text: object = None) -> None:
        mode = self.mode.currentData()
        self.written.emit(
            Written(
                refused=self.refused.isChecked(),
                mode=DeliveryMode(mode) if mode else DeliveryMode.DIRECT,
                received_by=self.person.text(),
                relation=self.relation.text(),
                place=self.place.text(),
                reason=self.reason.toPlainText(),
                witness=self.witness.text(),
                witness_unit=self.witness_unit.text(),
            )
        )


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _column(holder: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return layout
