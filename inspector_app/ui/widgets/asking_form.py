"""An approval asked for on another laptop: whom one may ask, what is on its way, what came back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.services.approval_asking import AskingView
from inspector_app.ui import theme
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.widgets.marks import label


class AskingForm(QWidget):
    """Shows an :class:`AskingView`; it decides nothing."""

    asked = Signal(str)
    """The device that is asked."""
    answerWanted = Signal()
    laptopsWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.returned = label("", "error", wrap=True)
        self.waiting = label("", "", wrap=True)
        self.meaning = label(
            self.tr(
                "The draft goes as a file that only the approver's laptop can open; the signed answer "
                "comes back the same way."
            ),
            "small",
            wrap=True,
        )
        self.nobody = label(
            self.tr("No laptop is known of somebody who may approve it. Exchange cards first."),
            "muted",
            wrap=True,
        )
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Whose laptop is asked"))
        self.write = QPushButton(self.tr("Write the request…"))
        self.write.clicked.connect(self._ask)
        self.take = QPushButton(self.tr("Take the answer in…"))
        self.take.clicked.connect(self.answerWanted)
        self.laptops = QPushButton(self.tr("Known laptops"))
        self.laptops.setProperty("role", "link")
        self.laptops.clicked.connect(self.laptopsWanted)
        self.told = label("", "", wrap=True)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.people, 1)
        across.addWidget(self.write)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(label(self.tr("Approval on another laptop"), "caption"))
        for widget in (self.returned, self.waiting, self.meaning, self.nobody):
            rows.addWidget(widget)
        rows.addLayout(across)
        for button in (self.take, self.laptops):
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.told)
        self.show_view(AskingView(receivers=(), waiting=(), returned=None))
        self.tell("")

    def show_view(self, view: AskingView) -> None:
        """Show how it stands; whoever was chosen stays chosen."""
        chosen = self.people.currentData()
        self.people.clear()
        for card in view.receivers:
            self.people.addItem(card.name, card.device)
        self.people.setCurrentIndex(max(self.people.findData(chosen), 0 if view.receivers else -1))
        can_ask = bool(view.receivers)
        for widget in (self.people, self.write, self.meaning):
            widget.setVisible(can_ask)
        for widget in (self.nobody, self.laptops):
            widget.setVisible(not can_ask)
        self._show_waiting(view)
        self._show_returned(view)

    def _show_waiting(self, view: AskingView) -> None:
        self.waiting.setVisible(bool(view.waiting))
        self.take.setVisible(bool(view.waiting))
        if view.waiting:
            last = view.waiting[0]
            words = self.tr("{name} was asked on {when}; the answer is not here yet.")
            self.waiting.setText(words.format(name=last.to_name, when=moment(last.asked_at)))

    def _show_returned(self, view: AskingView) -> None:
        answer = view.returned.answer if view.returned is not None else None
        self.returned.setVisible(answer is not None)
        if answer is not None:
            words = self.tr("{name} returned it on {when}: {remark}")
            self.returned.setText(
                words.format(name=answer.name, when=moment(answer.decided_at), remark=answer.remark)
            )

    def tell(self, text: str, role: str = "small") -> None:
        self.told.setText(text)
        theme.set_role(self.told, role)
        self.told.setVisible(bool(text))

    @Slot()
    def _ask(self) -> None:
        device = self.people.currentData()
        if device:
            self.asked.emit(str(device))
