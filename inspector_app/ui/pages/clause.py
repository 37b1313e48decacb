"""One clause of law, read only: its citation, what it is about, since when it holds, who vouches for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.domain.law import Clause, cite
from inspector_app.ui import theme
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.marks import Chip, label
from inspector_app.ui.worker import Worker


class ClausePage(Page):
    """Shows the clause that a link leads to."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._wanted = ""
        self.back_action = self.action(self.tr("Back to the inspections"), self._back, "Esc")
        self.citation = label("", "title", wrap=True)
        self.vouched = Chip()
        self.conduct = self._text()
        self.subject = self._text()
        self.measures = self._text()
        self.wording = self._text()
        self.in_force = self._text()
        self.source = self._text()
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(24)
        self.form.setVerticalSpacing(12)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, value in (
            (self.tr("About"), self.conduct),
            (self.tr("Binds"), self.subject),
            (self.tr("Measures"), self.measures),
            (self.tr("Wording"), self.wording),
            (self.tr("In force"), self.in_force),
            (self.tr("Source"), self.source),
        ):
            self.form.addRow(label(name, "muted"), value)
        self.body = QWidget()
        self.empty = EmptyState(
            "scale",
            self.tr("No clause is open"),
            self.tr(
                "A clause opens from a finding that cites it, or from the search: Ctrl+K and a word of it."
            ),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty)
        whole.addWidget(self.body)
        self.body.hide()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(14)
        layout.addWidget(self.citation)
        layout.addWidget(self.vouched, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self.form)
        layout.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Clause"))

    def _text(self) -> QLabel:
        text = label("", "", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return text

    def select(self, identity: str) -> None:
        self._wanted = identity
        self.worker.run(lambda a: a.search.clause(identity), self._show)

    @Slot(object)
    def _show(self, clause: Clause) -> None:
        if clause.id != self._wanted:
            return
        self.empty.hide()
        self.body.show()
        self.setAccessibleName(cite(clause))
        self.citation.setText(cite(clause))
        vouched = self.tr("Verified") if clause.verified else self.tr("Not verified")
        theme.set_role(self.vouched, "chip-success" if clause.verified else "chip-warning")
        self.vouched.setText(vouched)
        since, until = clause.effective_from.isoformat(), clause.effective_to
        lasting = self.tr("since {day}").format(day=since) if until is None else f"{since} – {until}"
        for widget, text in (
            (self.conduct, clause.conduct),
            (self.subject, clause.subject),
            (self.measures, "\n".join(clause.measures)),
            (self.wording, clause.wording),
            (self.in_force, lasting),
            (self.source, clause.source),
        ):
            widget.setText(text)
            self.form.setRowVisible(widget, bool(text))

    def _back(self) -> None:
        self.goTo.emit("home", "")
