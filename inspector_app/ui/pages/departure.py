"""Before leaving: one page, green or a sentence, so that nothing is missing in the ward at night."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.wording import counted
from inspector_app.services.departure import Look, Point
from inspector_app.ui.devices import camera_look, printer_look
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import IconLabel, label
from inspector_app.ui.worker import Worker

WIDTH = 640


class DeparturePage(Page):
    """Asks the services and the system's devices, and shows what they say."""

    def __init__(
        self,
        worker: Worker,
        devices: Sequence[Callable[[], Look]] = (camera_look, printer_look),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(worker, parent)
        self._devices = devices
        self.again_action = self.action(self.tr("Look again"), self.refresh, "F5")
        self.print_action = self.action(self.tr("Print the test page"), self._print_test, "Ctrl+P")
        self._printing = Printing(self)
        self.summary = label("", "muted", wrap=True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.again = ActionButton(self.again_action, quiet=False)
        self.test = ActionButton(self.print_action, quiet=False)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Before leaving"), "title"))
        head.addStretch()
        head.addWidget(self.test)
        head.addWidget(self.again)
        column = Column(WIDTH)
        column.rows.setSpacing(8)
        column.rows.addLayout(head)
        column.rows.addWidget(self.summary)
        column.rows.addSpacing(6)
        column.rows.addLayout(self.rows)
        column.rows.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self.again)

    def refresh(self) -> None:
        self.worker.run(lambda a: a.departure.looks(), self._show)

    @Slot(object)
    def _show(self, found: Sequence[Look]) -> None:
        order = list(Point)
        looks = sorted(
            (*found, *(look() for look in self._devices)), key=lambda look: order.index(look.point)
        )
        bad = sum(not look.is_good for look in looks)
        self.summary.setText(
            counted(
                bad,
                self.tr("One point needs a look before you go."),
                self.tr("{count} points need a look before you go."),
            ).format(count=bad)
            if bad
            else self.tr("Everything is in order.")
        )
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for look in looks:
            self.rows.addWidget(self._row(look))

    def _row(self, look: Look) -> QWidget:
        row = QFrame()
        row.setObjectName(f"look-{look.point}")
        row.setMinimumHeight(44)
        across = QHBoxLayout(row)
        across.setContentsMargins(4, 4, 4, 4)
        across.setSpacing(12)
        good = look.is_good
        sign = IconLabel("circle-check" if good else "triangle-alert", "success" if good else "warning", 20)
        sign.setAccessibleName(self.tr("in order") if good else self.tr("needs a look"))
        across.addWidget(sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(label(say(look.words), wrap=True), 1)
        if look.place and not good:
            mend = QPushButton(self.tr("Go there"))
            mend.setAccessibleName(self.tr("Go there: {words}").format(words=say(look.words)))
            mend.setProperty("role", "link")
            mend.clicked.connect(lambda _checked=False, place=look.place: self.goTo.emit(place, ""))
            across.addWidget(mend)
        return row

    def _print_test(self) -> None:
        title = self.tr("Test page")
        self.worker.run(
            lambda a: a.departure.test_page(),
            lambda pdf: self._printing.ask(pdf, title, 1, self._printed, self.worker.problem.emit),
        )

    def _printed(self, _copies: int) -> None:
        self.summary.setText(self.tr("The test page went to the printer. Look at the paper."))
