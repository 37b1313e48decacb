"""What can open the workspace when a passphrase is forgotten: explained, made and printed here."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.access import Slot as KeySlot
from inspector_app.domain.access import SlotKind
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import Problem
from inspector_app.domain.readable import LEFT_OUT
from inspector_app.domain.workspace import Profile, WaysIn
from inspector_app.ui.language import say
from inspector_app.ui.printing import has_printer
from inspector_app.ui.recovery_paper import print_recovery_key
from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.worker import Worker

_ICONS = {SlotKind.PERSON: "user", SlotKind.RECOVERY: "printer", SlotKind.BUREAU: "key-round"}


class Safekeeping(QWidget):
    """Shows the ways in, says what a forgotten passphrase costs, and offers further ways."""

    waysChanged = Signal(object)
    """The ``WaysIn`` as they now are."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._groups: tuple[str, ...] = ()
        self._bureau = ""
        self._printed_on = ""
        """Day of the recovery key that is in force; empty while there is none."""
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(12)
        self.table.setVerticalSpacing(8)
        self.table.setColumnStretch(1, 1)
        self.verdict = label("", "", wrap=True)

        self.make_key = QPushButton(self.tr("Make a recovery key"))
        self.make_key.clicked.connect(self._make_key)
        self.replacing = self._build_replacing()
        self.paper = self._build_paper()
        self.bureau_key = QLineEdit()
        self.bureau_key.setPlaceholderText("age1…")
        self.bureau_field = Field(
            self.tr("The bureau's public key"),
            self.bureau_key,
            self.tr(
                "Only if your bureau uses one: whoever looks after its computers hands it out as a text that "
                "begins with age1. Its private half stays at the bureau and can open this laptop's data."
            ),
        )
        self.set_bureau = QPushButton(self.tr("Set"))
        self.set_bureau.clicked.connect(self._set_bureau)
        self.bureau_key.returnPressed.connect(self._set_bureau)
        self.bureau_field.put_beside(self.set_bureau)
        for button in (self.make_key, self.print_button, self.kept, self.set_bureau):
            button.setAutoDefault(True)  # Enter presses it, as everywhere else on the desk
        self.risk = QCheckBox(self.tr("I know this and accept the risk"))
        self.risk.clicked.connect(self._accept_risk)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self.table)
        layout.addWidget(self.verdict)
        keys = QHBoxLayout()
        keys.addWidget(self.make_key)
        keys.addStretch()
        layout.addLayout(keys)
        layout.addWidget(self.replacing)
        layout.addWidget(self.paper)
        layout.addWidget(self.bureau_field)
        layout.addWidget(self.risk)

    def _build_paper(self) -> QFrame:
        paper = QFrame()
        paper.setProperty("role", "panel")
        self.key = label("", "figure", wrap=True)
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.print_button = QPushButton(self.tr("Print"))
        self.print_button.clicked.connect(self._print)
        self.kept = QPushButton(self.tr("It is written down"))
        self.kept.clicked.connect(self._put_away)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.kept)
        buttons.addStretch()
        rows = QVBoxLayout(paper)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(10)
        rows.addWidget(self.key)
        rows.addWidget(
            label(
                self.tr(
                    "The letters {letters} never occur in it: what looks like one is a digit, or a V."
                ).format(letters=", ".join(LEFT_OUT)),
                "small",
                wrap=True,
            )
        )
        rows.addWidget(
            label(
                self.tr(
                    "Print it or write it down now and keep it in the bureau's safe, never with the laptop. "
                    "It cannot be shown again; an earlier one no longer works."
                ),
                "muted",
                wrap=True,
            )
        )
        self.no_printer = label(
            self.tr("No printer is set up. Write the key down by hand, group by group, and read it again."),
            "error",
            wrap=True,
        )
        self.no_printer.hide()
        rows.addWidget(self.no_printer)
        rows.addLayout(buttons)
        paper.hide()
        return paper

    def refresh(self) -> None:
        """Ask what can open the workspace."""
        self._worker.run(lambda a: (a.workspace.ways_in(), a.workspace.profile()), self._show)

    @property
    def shows_a_key(self) -> bool:
        """A recovery key is on the screen that nobody has put away yet."""
        return bool(self._groups)

    @Slot(object)
    def _show(self, found: tuple[WaysIn, Profile]) -> None:
        ways, profile = found
        self._bureau = profile.bureau
        self._show_ways(ways)

    def _show_ways(self, ways: WaysIn) -> None:
        while (item := self.table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, slot in enumerate(ways.slots):
            self.table.addWidget(IconLabel(_ICONS[slot.kind], "muted", 18), row, 0)
            self.table.addWidget(label(self._describe(slot), "", wrap=True), row, 1)
            self.table.addWidget(label(f"{slot.created_at.astimezone(BEIJING):%Y-%m-%d}", "muted"), row, 2)
        printed = [slot for slot in ways.slots if slot.kind is SlotKind.RECOVERY]
        self._printed_on = f"{printed[0].created_at.astimezone(BEIJING):%Y-%m-%d}" if printed else ""
        self.verdict.setText(self._judge(ways))
        role = "error" if ways.is_one_passphrase else "muted"
        self.verdict.setProperty("role", role)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.waysChanged.emit(ways)  # first, so that the way on can take the keyboard over from the risk
        self.risk.setVisible(ways.is_one_passphrase)
        self.risk.setChecked(ways.risk_accepted)
        self.risk.setEnabled(not ways.risk_accepted)

    def _describe(self, slot: KeySlot) -> str:
        if slot.kind is SlotKind.PERSON:
            return self.tr("The passphrase of {name}").format(name=slot.label)
        if slot.kind is SlotKind.RECOVERY:
            return self.tr("The printed recovery key")
        return self.tr("The bureau's private key ({key}…)").format(key=slot.label[:12])

    def _judge(self, ways: WaysIn) -> str:
        if ways.is_one_passphrase:
            return self.tr(
                "Only one passphrase opens this laptop. If it is forgotten, everything is lost: nobody, "
                "not even the makers of this program, can open the data. Make a recovery key, set the "
                "bureau's key or add a second person."
            )
        return self.tr("Each of them opens the data by itself. A forgotten passphrase can be replaced.")

    @Slot()
    def _make_key(self) -> None:
        """Make one; where one is in force already, say first that it will open nothing any more."""
        if self._printed_on and not self.replacing.isVisible():
            words = self.tr(
                "The recovery key of {day} opens nothing any more once a new one is made. Make a new one "
                "only if its paper is lost or was seen."
            )
            self.replacing_words.setText(words.format(day=self._printed_on))
            self.replacing.show()
            self.keep_old.setFocus()
            return
        self._make_new()

    @Slot()
    def _make_new(self) -> None:
        self.replacing.hide()
        self._worker.run(lambda a: a.workspace.make_recovery_key(), self._show_key)

    @Slot()
    def _keep_old(self) -> None:
        self.replacing.hide()
        self.make_key.setFocus()

    def _build_replacing(self) -> QWidget:
        """The one question before a printed key is made worthless."""
        box = QFrame()
        box.setProperty("role", "panel")
        self.replacing_words = label("", "", wrap=True)
        self.keep_old = QPushButton(self.tr("Keep the old one"))
        self.keep_old.clicked.connect(self._keep_old)
        self.replace_old = QPushButton(self.tr("Make a new one"))
        self.replace_old.setProperty("role", "danger")
        self.replace_old.clicked.connect(self._make_new)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_old)
        buttons.addWidget(self.replace_old)
        buttons.addStretch()
        rows = QVBoxLayout(box)
        rows.addWidget(self.replacing_words)
        rows.addLayout(buttons)
        box.hide()
        return box

    @Slot(object)
    def _show_key(self, groups: tuple[str, ...]) -> None:
        self._groups = groups
        half = len(groups) // 2
        self.key.setText("\n".join("   ".join(row) for row in (groups[:half], groups[half:])))
        self.paper.show()
        self.print_button.setFocus()
        self.refresh()

    @Slot()
    def _print(self) -> None:
        if has_printer():
            print_recovery_key(self._groups, self._bureau, self)
        else:
            self.no_printer.show()
            self.kept.setFocus()

    @Slot()
    def _put_away(self) -> None:
        self._groups = ()
        self.key.clear()
        self.paper.hide()
        self.refresh()

    @Slot()
    def _set_bureau(self) -> None:
        key = self.bureau_key.text()
        self._worker.run(lambda a: a.workspace.set_bureau_key(key), self._bureau_set, self._bureau_refused)

    @Slot(object)
    def _bureau_set(self, ways: WaysIn) -> None:
        self.bureau_key.clear()
        self.bureau_field.tell("")
        self._show_ways(ways)

    def _bureau_refused(self, problem: Problem) -> None:
        self.bureau_field.tell(say(problem))

    @Slot()
    def _accept_risk(self) -> None:
        self._worker.run(lambda a: a.workspace.accept_risk(), self._show_ways)
