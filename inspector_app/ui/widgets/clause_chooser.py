"""Chooses clauses: those in force for the conduct, found by a few letters, unverified ones labelled."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.law import Clause, cite
from inspector_app.ui.widgets.marks import label

_CLAUSE = int(Qt.ItemDataRole.UserRole)


class ClauseChooser(QWidget):
    """Ticked clauses stand first; Space ticks."""

    changed = Signal()
    confirmWanted = Signal(str)
    """The lead's word for an unverified clause."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a clause: article, conduct"))
        self.search.setAccessibleName(self.tr("Find a clause"))
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Clauses"))
        self.list.setProperty("role", "boxed")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(240)
        self.list.viewport().installEventFilter(self)
        self.cited = label("", "", wrap=True)
        self.list.itemChanged.connect(self._on_changed)
        self.confirm = QPushButton(self.tr("The lead confirms this clause"))
        self.confirm.clicked.connect(self._on_confirm)
        self.doubt = label("", "error", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.doubt, 1)
        row.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.cited)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self._confirmed: frozenset[str] = frozenset()
        self._outside: frozenset[str] = frozenset()
        self._tell_doubt()

    def show_clauses(
        self,
        offered: Iterable[Clause],
        chosen: tuple[str, ...],
        confirmed: Iterable[str],
        outside: Iterable[Clause] = (),
    ) -> None:
        """Offer clauses; ``outside`` are cited but not offered: they stay, so that nothing goes unseen."""
        self._confirmed = frozenset(confirmed)
        kept = list(outside)
        self._outside = frozenset(clause.id for clause in kept)
        self.list.blockSignals(True)
        self.list.clear()
        clauses = [*offered, *kept]
        clauses.sort(key=lambda clause: clause.id not in chosen)
        for clause in clauses:
            words = f"{cite(clause)}\n{clause.conduct}"
            if not clause.verified:
                words += self.tr("   (text not verified)")
            if clause.id in self._outside:
                words += self.tr("   (not in force on the days of the conduct)")
            item = QListWidgetItem(words, self.list)
            item.setData(_CLAUSE, clause)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = clause.id in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._filter(self.search.text())
        self._tell_doubt()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(item.data(_CLAUSE).id for item in self._items() if _is_ticked(item))

    def tick(self, clause_ids: Iterable[str]) -> None:
        wanted = set(clause_ids)
        for item in self._items():
            if item.data(_CLAUSE).id in wanted:
                item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _doubtful(self) -> list[Clause]:
        clauses = (item.data(_CLAUSE) for item in self._items() if _is_ticked(item))
        return [clause for clause in clauses if not clause.verified and clause.id not in self._confirmed]

    def _untimely(self) -> list[Clause]:
        clauses = (item.data(_CLAUSE) for item in self._items() if _is_ticked(item))
        return [clause for clause in clauses if clause.id in self._outside]

    @property
    def in_doubt(self) -> bool:
        """Whether a cited clause waits for the lead, or was not in force then."""
        return bool(self._doubtful() or self._untimely())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page on; only who works in the list scrolls the list."""
        if event.type() == QEvent.Type.Wheel and not self.list.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _show_cited(self) -> None:
        ticked = [item.data(_CLAUSE) for item in self._items() if _is_ticked(item)]
        self.cited.setText("\n".join(cite(clause) for clause in ticked))
        self.cited.setVisible(bool(ticked))

    def _tell_doubt(self) -> None:
        self._show_cited()
        doubtful, untimely = self._doubtful(), self._untimely()
        told = []
        if untimely:
            told.append(
                self.tr(
                    "{clause} was not in force on the days of the conduct. Correct the days, or take it out."
                ).format(clause=cite(untimely[0]))
            )
        if doubtful:
            told.append(
                self.tr("{clause}: nobody has verified its text; a lead must confirm it.").format(
                    clause=cite(doubtful[0])
                )
            )
        self.doubt.setVisible(bool(told))
        self.confirm.setVisible(bool(doubtful))
        self.doubt.setText("\n".join(told))

    @Slot(str)
    def _filter(self, query: str) -> None:
        words = query.casefold().split()
        for item in self._items():
            text = item.text().casefold()
            item.setHidden(not _is_ticked(item) and not all(word in text for word in words))

    @Slot(QListWidgetItem)
    def _on_changed(self, _item: QListWidgetItem) -> None:
        self._tell_doubt()
        self.changed.emit()

    @Slot()
    def _on_confirm(self) -> None:
        doubtful = self._doubtful()
        if doubtful:
            self.confirmWanted.emit(doubtful[0].id)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
