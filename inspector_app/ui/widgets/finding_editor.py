"""The editor of one finding; every field is saved when it is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.domain.categories import CategoryPack, Proposal
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.finding import Amounts, Finding, Lack, lacks
from inspector_app.domain.law import Clause
from inspector_app.domain.money import figures
from inspector_app.ui.widgets.amount_edit import AmountEdit
from inspector_app.ui.widgets.cited_evidence import CitedEvidence
from inspector_app.ui.widgets.clause_chooser import ClauseChooser
from inspector_app.ui.widgets.date_field import DateField
from inspector_app.ui.widgets.form import Form, choose
from inspector_app.ui.widgets.marks import label, thin_line
from inspector_app.ui.widgets.missing_strip import MissingStrip
from inspector_app.ui.widgets.withdrawal import Withdrawal


class TextBox(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field; tells when it is left."""

    editingFinished = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * 22 + 16)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.editingFinished.emit()


class FindingEditor(QWidget):
    """Shows a finding and tells what a person made of it."""

    edited = Signal(object)
    """The finding as it now is, whenever a field was left with a sensible change."""
    categoryChosen = Signal(str)
    conductChanged = Signal(object)
    confirmClauseWanted = Signal(str)
    fieldWanted = Signal(QWidget)
    """A field that is to be seen and to have the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._pack: CategoryPack | None = None
        self._filling = False
        self._make_fields()
        self._lay_out()
        self._connect()

    def _make_fields(self) -> None:
        self.group = QComboBox()
        self.category = QComboBox()
        self.item = QLineEdit()
        self.description = TextBox(4)
        self.persons = QLineEdit()
        self.persons.setValidator(QIntValidator(0, 9_999_999, self))
        self.persons.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quantity = QLineEdit()
        self.total, self.fund, self.deduction = AmountEdit(), AmountEdit(), AmountEdit()
        self.to_return = label("", "figure")
        self.to_return.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.conduct_from, self.conduct_to = DateField(), DateField()
        self.clauses = ClauseChooser()
        self.evidence = CitedEvidence()
        self.department = QLineEdit()
        self.responsible = QLineEdit()
        self.requirement = TextBox(3)
        self.deadline = DateField()
        self.missing = MissingStrip()
        self.withdrawal = Withdrawal()

        self.held = ""
        """Why nothing of the finding may be changed; empty where it may."""
        self._fields = (
            *(self.group, self.category, self.item, self.description, self.persons, self.quantity),
            *(self.total, self.fund, self.deduction, self.conduct_from, self.conduct_to, self.clauses),
            *(self.department, self.responsible, self.requirement, self.deadline),
        )

    def _lay_out(self) -> None:
        form = Form()
        form.add(self.tr("Category, first level"), self.group)
        form.add(self.tr("Category, second level"), self.category)
        form.add(self.tr("Item"), self.item, wide=True)
        form.add(self.tr("What was found"), self.description, wide=True)
        form.add(self.tr("Persons"), self.persons)
        form.add(self.tr("Or a count with its unit"), self.quantity)
        self.total_field = form.add(self.tr("Total, yuan"), self.total)
        self.fund_field = form.add(self.tr("Of it paid by the fund, yuan"), self.fund)
        self.deduction_field = form.add(self.tr("Already deducted, yuan"), self.deduction)
        form.add(self.tr("To return, yuan"), self.to_return)
        form.add(self.tr("Conduct from"), self.conduct_from)
        form.add(self.tr("Conduct to"), self.conduct_to)
        form.add(self.tr("Clauses"), self.clauses, wide=True)
        form.add(self.tr("Evidence"), self.evidence, wide=True)
        form.add(self.tr("Responsible department"), self.department)
        form.add(self.tr("Responsible person"), self.responsible)
        form.add(self.tr("Requirement"), self.requirement, wide=True)
        form.add(self.tr("Deadline"), self.deadline, self.tr("Left open, the term of the notice applies"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(form)
        layout.addWidget(thin_line())
        layout.addWidget(self.withdrawal)
        layout.addStretch()

    def _connect(self) -> None:
        for line in (self.item, self.persons, self.quantity, self.department, self.responsible):
            line.editingFinished.connect(self._tell)
        for amount in (self.total, self.fund, self.deduction):
            amount.textChanged.connect(self._reckon)
            amount.editingFinished.connect(self._tell)
        self.description.editingFinished.connect(self._tell)
        self.requirement.editingFinished.connect(self._tell)
        for day in (self.conduct_from, self.conduct_to):
            day.dayChanged.connect(self._on_conduct)
        self.deadline.dayChanged.connect(self._tell)
        self.group.activated.connect(self._on_group)
        self.category.activated.connect(self._on_category)
        self.clauses.changed.connect(self._tell)
        self.clauses.confirmWanted.connect(self.confirmClauseWanted)
        for box in (self.description, self.requirement):
            box.textChanged.connect(self._tell_lacks)
        self.missing.wanted.connect(self._on_lack)
        self.missing.doubt.clicked.connect(self._to_doubt)

    @property
    def finding(self) -> Finding | None:
        return self._finding

    def offer_categories(self, pack: CategoryPack) -> None:
        if pack is self._pack:
            return
        self._pack = pack
        self.group.clear()
        for group in pack.groups:
            self.group.addItem(group.name, group.id)
        self.group.setCurrentIndex(-1)

    def show_finding(
        self, finding: Finding, clauses: tuple[Clause, ...], outside: tuple[Clause, ...] = ()
    ) -> None:
        """``outside``: what it cites though it was not in force on the days of the conduct."""
        self._filling = True
        self._finding = finding
        group = self._pack.group_of(finding.category) if self._pack else None
        choose(self.group, group.id if group else None)
        self._fill_categories()
        choose(self.category, finding.category)
        self.item.setText(finding.item)
        self.description.setPlainText(finding.description)
        self.persons.setText("" if finding.persons is None else str(finding.persons))
        self.quantity.setText(finding.quantity)
        self.total.show_amount(finding.amounts.total)
        self.fund.show_amount(finding.amounts.fund)
        self.deduction.show_amount(finding.amounts.deduction)
        self.conduct_from.show_day(finding.conduct_from)
        self.conduct_to.show_day(finding.conduct_to)
        self.show_clauses(clauses, outside)
        self.department.setText(finding.department)
        self.responsible.setText(finding.responsible_person)
        self.requirement.setPlainText(finding.requirement)
        self.deadline.show_day(finding.deadline)
        self.withdrawal.clear()
        self._filling = False
        self._reckon()
        self._tell_lacks()

    def hold(self, reason: str) -> None:
        """Let the fields rest that a notice holds fast, and say why; its evidence can still be looked at."""
        self.held = reason
        for widget in (*self._fields, self.withdrawal):
            widget.setEnabled(not reason)
        self._tell_lacks()

    def show_clauses(self, clauses: tuple[Clause, ...], outside: tuple[Clause, ...] = ()) -> None:
        if self._finding is not None:
            confirmed = (known.clause for known in self._finding.clause_confirmations)
            self.clauses.show_clauses(clauses, self._finding.clauses, confirmed, outside)

    def show_evidence(self, cited: list[Evidence], others: list[Evidence]) -> None:
        self.evidence.show_evidence(cited, others)
        self._tell_lacks()

    def offer(self, proposal: Proposal) -> None:
        """Fill what is still empty with what the pack proposes; a person decides."""
        if self._finding is None:
            return
        if not self.requirement.toPlainText().strip():
            self.requirement.setPlainText(proposal.requirement)
        if not self.clauses.chosen:
            self.clauses.tick(proposal.clauses)
        self._tell()

    def forget(self) -> None:
        """Let go of the finding, so that nothing more is told about it."""
        self._finding = None

    def flush(self) -> None:
        """Tell what is typed but not left yet."""
        self._tell()

    def _read(self, before: Finding) -> Finding | None:
        amounts = (self.total.amount, self.fund.amount, self.deduction.amount)
        total, fund, deduction = amounts
        if total is None or fund is None or deduction is None or self._fault(total, fund, deduction):
            return None
        persons = self.persons.text().strip()
        return replace(
            before,
            category=self.category.currentData() or "",
            item=self.item.text().strip(),
            description=self.description.toPlainText().strip(),
            persons=int(persons) if persons else None,
            quantity=self.quantity.text().strip(),
            amounts=Amounts(total=total, fund=fund, deduction=deduction),
            conduct_from=self.conduct_from.day,
            conduct_to=self.conduct_to.day,
            clauses=self.clauses.chosen,
            department=self.department.text().strip(),
            responsible_person=self.responsible.text().strip(),
            requirement=self.requirement.toPlainText().strip(),
            deadline=self.deadline.day,
        )

    def _fault(self, total: Decimal, fund: Decimal, deduction: Decimal) -> bool:
        return not 0 <= deduction <= fund <= total

    @Slot()
    def _reckon(self) -> None:
        total, fund, deduction = self.total.amount, self.fund.amount, self.deduction.amount
        unreadable = self.tr("This is no amount.")
        self.total_field.tell(unreadable if total is None else "")
        self.fund_field.tell(
            unreadable
            if fund is None
            else self.tr("More than the total.")
            if total is not None and fund > total
            else ""
        )
        self.deduction_field.tell(
            unreadable
            if deduction is None
            else self.tr("More than the fund paid.")
            if fund is not None and deduction > fund
            else ""
        )
        if fund is None or deduction is None:
            self.to_return.setText("—")
        else:
            self.to_return.setText(figures(Amounts(fund=fund, deduction=deduction).to_return))

    @Slot()
    def _tell(self) -> None:
        if self._filling or self._finding is None:
            return
        finding = self._read(self._finding)
        if finding is not None and finding != self._finding:
            self._finding = finding
            self.edited.emit(finding)
        self._tell_lacks()

    @Slot()
    def _tell_lacks(self) -> None:
        if self._filling or self._finding is None:
            return
        seen = replace(
            self._finding,
            description=self.description.toPlainText(),
            requirement=self.requirement.toPlainText(),
        )
        if self.held:
            self.missing.say(self.held)
            return
        self.missing.show_lacks(lacks(seen, has_evidence=bool(self.evidence.count)), self.clauses.in_doubt)

    @Slot(object)
    def _on_lack(self, lack: Lack) -> None:
        self.fieldWanted.emit(
            {
                Lack.CATEGORY: self.group if self.group.currentIndex() < 0 else self.category,
                Lack.DESCRIPTION: self.description,
                Lack.CLAUSE: self.clauses.search,
                Lack.EVIDENCE: self.evidence.take,
                Lack.REQUIREMENT: self.requirement,
            }[lack]
        )

    @Slot()
    def _to_doubt(self) -> None:
        confirm = self.clauses.confirm
        self.fieldWanted.emit(self.clauses.list if confirm.isHidden() else confirm)

    @Slot()
    def _on_conduct(self) -> None:
        if not self._filling:
            self._tell()
            self.conductChanged.emit(self._finding)

    def _fill_categories(self) -> None:
        self.category.clear()
        if self._pack is not None:
            for category in self._pack.in_group(self.group.currentData() or ""):
                self.category.addItem(category.name, category.id)
        self.category.setCurrentIndex(-1)

    @Slot()
    def _on_group(self) -> None:
        self._fill_categories()
        self._tell()

    @Slot()
    def _on_category(self) -> None:
        self._tell()
        chosen = self.category.currentData()
        if chosen:
            self.categoryChosen.emit(chosen)
