"""Handing over: to whose laptop, onto which medium, how much; the size is said before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.exchange import PackageKind
from inspector_app.services.hand_over_sheet import Receiver
from inspector_app.ui import theme
from inspector_app.ui.exchange_words import volume_text
from inspector_app.ui.states import word
from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.widgets.plain_button import button_of


class HandOverForm(QWidget):
    """Keeps what was chosen while the sheet behind it is read again."""

    introduced = Signal()
    """Nobody is known yet: lead to where cards are exchanged."""

    def __init__(self, hand_over: QAction, choose: QAction) -> None:
        super().__init__()
        self._action = hand_over
        self._receivers: tuple[Receiver, ...] = ()
        self.folder: Path | None = None
        self._busy = False
        self.to = QComboBox()
        self.kind = QComboBox()
        self.to.currentIndexChanged.connect(self._show_kinds)
        self.kind.currentIndexChanged.connect(self._show_size)
        self.volume = label("", "muted", wrap=True)
        self.where = label("", "muted", wrap=True)
        form = Form(2)
        form.add(self.tr("For the laptop of"), self.to)
        form.add(self.tr("How much"), self.kind)
        place = QHBoxLayout()
        place.addWidget(IconLabel("hard-drive", "muted", 18))
        place.addWidget(self.where, 1)
        self.choose_button = button_of(choose)
        place.addWidget(self.choose_button)
        self.button = button_of(hand_over)
        self.button.setProperty("role", "primary")
        last = QHBoxLayout()
        last.addWidget(self.button)
        last.addWidget(self.volume, 1)
        known = QWidget()
        rows = QVBoxLayout(known)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(form)
        rows.addLayout(place)
        rows.addLayout(last)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._nobody())
        self.stack.addWidget(known)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._enable()

    def _nobody(self) -> QWidget:
        made = QWidget()
        text = self.tr(
            "No other laptop is known yet. Exchange cards with the team lead's laptop once and compare the "
            "codes; then the package can be made for it."
        )
        self.introduce = QPushButton(self.tr("Exchange cards"))
        self.introduce.setProperty("role", "primary")
        self.introduce.clicked.connect(self.introduced)
        across = QHBoxLayout()
        across.addWidget(self.introduce)
        across.addStretch()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(label(text, "muted", wrap=True))
        rows.addLayout(across)
        rows.addStretch()
        return made

    @property
    def receiver(self) -> Receiver | None:
        chosen = self.to.currentData()
        return next((one for one in self._receivers if one.device == chosen), None)

    @property
    def package_kind(self) -> PackageKind:
        return PackageKind(self.kind.currentData() or PackageKind.FULL)

    def show_receivers(self, receivers: tuple[Receiver, ...]) -> None:
        self._receivers, chosen = receivers, self.to.currentData()
        self.to.blockSignals(True)
        self.to.clear()
        for one in receivers:
            self.to.addItem(f"{one.card.name} · {word(one.card.role)}", one.device)
        self.to.setCurrentIndex(max(self.to.findData(chosen), 0))
        self.to.blockSignals(False)
        self.stack.setCurrentIndex(1 if receivers else 0)
        self._show_kinds()

    def show_folder(self, folder: Path | None) -> None:
        self.folder = folder
        self._enable()

    def show_busy(self, busy: bool) -> None:
        """One at a time: two packages would claim the same number."""
        self._busy = busy
        self._enable()

    @Slot()
    def _show_kinds(self) -> None:
        receiver, chosen = self.receiver, self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        if receiver is not None and receiver.since is not None:
            self.kind.addItem(self.tr("What is new since the last receipt"), PackageKind.SINCE.value)
        self.kind.addItem(self.tr("Everything"), PackageKind.FULL.value)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen) if self.kind.count() > 1 else 0, 0))
        self.kind.blockSignals(False)
        self._show_size()

    @Slot()
    def _show_size(self) -> None:
        receiver = self.receiver
        if receiver is None:
            self.volume.clear()
        else:
            since = receiver.since if self.package_kind is PackageKind.SINCE else None
            self.volume.setText(volume_text(since or receiver.full))
        self._enable()

    def _enable(self) -> None:
        self.where.setText(str(self.folder) if self.folder else self.tr("No stick or folder was chosen yet."))
        theme.set_role(self.where, "" if self.folder else "muted")
        self.choose_button.setEnabled(not self._busy)
        ready = self.receiver is not None and not self._busy
        self._action.setEnabled(ready)
        self.button.setEnabled(ready)
