"""Laptops that know one another: this one's card and code, a card that came, the ones that are known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import Problem
from inspector_app.domain.exchange import Card, KnownCard
from inspector_app.domain.ids import DeviceId
from inspector_app.services.activities import Activities
from inspector_app.ui import theme
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.states import word
from inspector_app.ui.taking_in import TakingIn
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.widgets.plain_button import button_of
from inspector_app.ui.worker import Worker

WIDTH = 680


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    own: Card
    known: tuple[KnownCard, ...]


def _find(activities: Activities) -> _Found:
    return _Found(own=activities.cards.own(), known=tuple(activities.cards.known()))


class LaptopsPage(Page):
    """Cards are exchanged once; the code is read out by the other person, never copied from the file."""

    concerns = frozenset({"known_card"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._card: Card | None = None
        self._known: tuple[KnownCard, ...] = ()
        self.write_action = self.action(self.tr("Write this laptop's card…"), self._write, "Ctrl+Shift+S")
        self.read_action = self.action(self.tr("Read another laptop's card…"), self._read, "Ctrl+O")
        self.taking = TakingIn(worker, self)
        self.taking.goTo.connect(self._on_dropped)

        self.owner = label("", "subtitle", wrap=True)
        self.code = label("", "figure")
        self.code.setAccessibleName(self.tr("Code of this laptop"))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told = label("", "", wrap=True)
        self.told.hide()
        self.known_rows = QVBoxLayout()
        self.known_rows.setSpacing(0)
        self.none = label(
            self.tr("None yet. Exchange cards once, then packages go both ways and are believed."),
            "muted",
            wrap=True,
        )

        column = Column(WIDTH)
        column.rows.setSpacing(12)
        column.rows.addWidget(label(self.tr("Laptops"), "title"))
        column.rows.addWidget(self._own_panel())
        column.rows.addLayout(self._buttons())
        column.rows.addWidget(self._coming_panel())
        column.rows.addWidget(self.told)
        column.rows.addSpacing(8)
        column.rows.addWidget(label(self.tr("Known laptops"), "caption"))
        column.rows.addWidget(self.none)
        column.rows.addLayout(self.known_rows)
        column.rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.read_button)

    def _own_panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(4)
        rows.addWidget(label(self.tr("This laptop"), "caption"))
        rows.addWidget(self.owner)
        rows.addWidget(self.code)
        hint = self.tr("Read this code out to whoever takes your card in; by voice, not in the same message.")
        rows.addWidget(label(hint, "muted", wrap=True))
        return panel

    def _buttons(self) -> QHBoxLayout:
        self.read_button = button_of(self.read_action, "primary")
        self.write_button = button_of(self.write_action)
        row = QHBoxLayout()
        row.addWidget(self.read_button)
        row.addWidget(self.write_button)
        row.addStretch()
        return row

    def _coming_panel(self) -> QFrame:
        self.coming = QFrame()
        self.coming.setProperty("role", "panel")
        self.whose = label("", "subtitle", wrap=True)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.typed.returnPressed.connect(self._introduce)
        self.typed_field = Field(
            self.tr("The code that the other person reads out"),
            self.typed,
            self.tr("It stands in the other laptop's window under Laptops. Only then is the card theirs."),
        )
        self.introduce = QPushButton(self.tr("Let this laptop be known"))
        self.introduce.setProperty("role", "primary")
        self.introduce.clicked.connect(self._introduce)
        self.leave = QPushButton(self.tr("Not now"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self._put_away)
        buttons = QHBoxLayout()
        buttons.addWidget(self.introduce)
        buttons.addWidget(self.leave)
        buttons.addStretch()
        rows = QVBoxLayout(self.coming)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(10)
        rows.addWidget(self.whose)
        rows.addWidget(self.typed_field)
        rows.addLayout(buttons)
        self.coming.hide()
        return self.coming

    def refresh(self) -> None:
        self.worker.run(_find, self._show)

    def select(self, identity: str) -> None:
        """Read the card that a link or a drop led here for."""
        self.read_card(Path(identity))

    @Slot(object)
    def _show(self, found: _Found) -> None:
        self._known = found.known
        self.owner.setText(_whose(found.own))
        self.code.setText(found.own.fingerprint)
        self.none.setVisible(not found.known)
        while (item := self.known_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for known in found.known:
            self.known_rows.addWidget(self._row(known))

    def _row(self, known: KnownCard) -> QWidget:
        row = QFrame()
        row.setProperty("role", "row")
        across = QHBoxLayout(row)
        across.setContentsMargins(4, 8, 4, 8)
        across.setSpacing(12)
        across.addWidget(IconLabel("key-round", "muted", 18))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(_whose(known.card), wrap=True))
        since = self.tr("{code} · compared {when}").format(
            code=known.card.fingerprint, when=moment(known.confirmed_at)
        )
        words.addWidget(label(since, "small"))
        across.addLayout(words, 1)
        forget = QPushButton(self.tr("Forget"))
        forget.setProperty("role", "quiet")
        forget.setObjectName(known.id)
        forget.setAccessibleName(self.tr("Forget {name}").format(name=known.card.name))
        forget.setToolTip(self.tr("Take no more packages from it; what it sent stays."))
        forget.clicked.connect(self._forget)
        across.addWidget(forget)
        return row

    # This laptop's card

    def _write(self) -> None:
        folder = ask_folder(self, self.write_action.text())
        if folder is not None:
            self.write_to(folder)

    def write_to(self, folder: Path) -> None:
        """Write the card there."""
        self.worker.run(lambda a: a.cards.write(folder), self._written, self._failed)

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._tell(
            self.tr("{name} was written. Give it to the other person and read your code out.").format(
                name=path.name
            )
        )

    # Another's card

    def _read(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.read_action.text(), "", self.tr("Card (*.card)"))
        if name:
            self.read_card(Path(name))

    def read_card(self, path: Path) -> None:
        """Show whose card it is, and ask for the code."""
        self.worker.run(lambda a: a.cards.read(path), self._ask_code, self._failed)

    @Slot(object)
    def _ask_code(self, card: Card) -> None:
        self._tell("")
        self._card = card
        self.whose.setText(self.tr("The card says: {who}").format(who=_whose(card)))
        self.typed.clear()
        self.typed_field.tell("")
        self.coming.show()
        self.typed.setFocus()

    @Slot()
    def _introduce(self) -> None:
        card, code = self._card, self.typed.text()
        if card is not None:
            self.worker.run(lambda a: a.cards.introduce(card, code), self._introduced, self._differs)

    @Slot(object)
    def _introduced(self, known: KnownCard) -> None:
        self._put_away()
        self._tell(
            self.tr("{name}'s laptop is known now. It needs your card too, to answer.").format(
                name=known.card.name
            )
        )

    def _differs(self, problem: Problem) -> None:
        self.typed_field.tell(say(problem))
        self.typed.selectAll()
        self.typed.setFocus()

    @Slot()
    def _put_away(self) -> None:
        self._card = None
        self.coming.hide()

    @Slot()
    def _forget(self) -> None:
        button = self.sender()
        if button is not None:
            device = DeviceId(button.objectName())
            gone = next((one.card.name for one in self._known if one.id == device), "")
            self.worker.run(lambda a: a.cards.forget(device), lambda _none: self._forgotten(gone))

    def _forgotten(self, name: str) -> None:
        self._tell(self.tr("{name}'s laptop is no longer known here.").format(name=name))

    @Slot(str, str)
    def _on_dropped(self, place: str, inspection: str) -> None:
        key, _slash, path = place.partition("/")
        if key == "laptops":
            self.read_card(Path(path))
        else:
            self.goTo.emit(place, inspection)

    def _failed(self, problem: Problem) -> None:
        self._tell(say(problem), "error")

    def _tell(self, text: str, role: str = "") -> None:
        self.told.setText(text)
        theme.set_role(self.told, role)
        self.told.setVisible(bool(text))


def _whose(card: Card) -> str:
    return " · ".join(part for part in (card.name, word(card.role), card.bureau) if part)
