"""The question before a record or a visit is closed: what happens, what stays, asked once where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.ui.widgets.paper_head import Asking


class RecordClosing(QObject):
    """Offers to close the record, the visit, or both."""

    agreed = Signal(bool, bool)
    """Whether the record and whether the visit is closed."""
    putOff = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._asking = asking
        self.both = asking.add(
            self.tr("Close the record and the visit"), "primary", lambda: self.agreed.emit(True, True)
        )
        self.record = asking.add(
            self.tr("Close the record"), "primary", lambda: self.agreed.emit(True, False)
        )
        self.visit = asking.add(
            self.tr("Close only the visit"), "quiet", lambda: self.agreed.emit(False, True)
        )
        self.not_yet = asking.add_leave(self.tr("Not yet"), self._put_off)
        asking.buttons.addStretch()

    def ask(self, *, record: bool, visit: bool) -> None:
        """Show what may be closed now and what it does."""
        if record:
            told = self.tr(
                "The closing time is fixed, the paper is laid out for good, and nothing in the record is "
                "changed afterwards; a mistake is then mended by withdrawing it and making a new one."
            )
        else:
            told = self.tr(
                "The record cannot be closed before certificates were shown and rights were told. Closing "
                "only the visit leaves the record open: no notice is issued until it is closed."
            )
        self._asking.words.setText(told)
        self.both.setVisible(record and visit)
        self.record.setVisible(record)
        self.record.setProperty("role", "quiet" if visit else "primary")
        self.record.style().unpolish(self.record)
        self.record.style().polish(self.record)
        self.visit.setVisible(visit and not record)
        self._asking.ask()

    def put_away(self) -> None:
        self._asking.hide()

    @Slot()
    def _put_off(self) -> None:
        self.put_away()
        self.putOff.emit()
