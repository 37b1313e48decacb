"""The words of ledgers: what a kind, a column and a line that is no data are called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger import LedgerField, LedgerKind, NotData

_KINDS = {
    LedgerKind.BILLING: QT_TRANSLATE_NOOP("Ledger", "Billing"),
    LedgerKind.PURCHASES: QT_TRANSLATE_NOOP("Ledger", "Purchases"),
    LedgerKind.PURCHASE_RETURNS: QT_TRANSLATE_NOOP("Ledger", "Returns to suppliers"),
    LedgerKind.STOCK: QT_TRANSLATE_NOOP("Ledger", "Stock counts"),
    LedgerKind.STOCK_CHANGES: QT_TRANSLATE_NOOP("Ledger", "Losses, transfers, own use"),
    LedgerKind.SALES: QT_TRANSLATE_NOOP("Ledger", "Sales"),
    LedgerKind.SALES_RETURNS: QT_TRANSLATE_NOOP("Ledger", "Returns by customers"),
    LedgerKind.UNITS: QT_TRANSLATE_NOOP("Ledger", "Units"),
    LedgerKind.TREATMENTS: QT_TRANSLATE_NOOP("Ledger", "Treatment records"),
    LedgerKind.SCHEDULE: QT_TRANSLATE_NOOP("Ledger", "Schedule or machine log"),
    LedgerKind.CHECKS: QT_TRANSLATE_NOOP("Ledger", "Bed checks"),
    LedgerKind.ROSTER: QT_TRANSLATE_NOOP("Ledger", "List of inpatients"),
    LedgerKind.SETTLED: QT_TRANSLATE_NOOP("Ledger", "Settled trace codes"),
    LedgerKind.DEATHS: QT_TRANSLATE_NOOP("Ledger", "Deaths"),
}
_F = LedgerField
_FIELDS = {
    _F.CODE: QT_TRANSLATE_NOOP("Ledger", "National code"),
    _F.LOCAL_CODE: QT_TRANSLATE_NOOP("Ledger", "Own code"),
    _F.NAME: QT_TRANSLATE_NOOP("Ledger", "Item name"),
    _F.SPEC: QT_TRANSLATE_NOOP("Ledger", "Specification"),
    _F.UNIT: QT_TRANSLATE_NOOP("Ledger", "Unit"),
    _F.MAKER: QT_TRANSLATE_NOOP("Ledger", "Maker"),
    _F.SUPPLIER: QT_TRANSLATE_NOOP("Ledger", "Supplier"),
    _F.BATCH: QT_TRANSLATE_NOOP("Ledger", "Batch"),
    _F.QUANTITY: QT_TRANSLATE_NOOP("Ledger", "Quantity"),
    _F.PRICE: QT_TRANSLATE_NOOP("Ledger", "Price"),
    _F.AMOUNT: QT_TRANSLATE_NOOP("Ledger", "Amount"),
    _F.FUND: QT_TRANSLATE_NOOP("Ledger", "Paid by the fund"),
    _F.SELF_PAY: QT_TRANSLATE_NOOP("Ledger", "Paid by oneself (yes or no)"),
    _F.REFUND: QT_TRANSLATE_NOOP("Ledger", "Refund (yes or no)"),
    _F.UNPACKED: QT_TRANSLATE_NOOP("Ledger", "Unpacked (yes or no)"),
    _F.PATIENT: QT_TRANSLATE_NOOP("Ledger", "Person's name"),
    _F.PATIENT_ID: QT_TRANSLATE_NOOP("Ledger", "Person's number"),
    _F.VISIT: QT_TRANSLATE_NOOP("Ledger", "Visit or stay"),
    _F.SETTLEMENT: QT_TRANSLATE_NOOP("Ledger", "Settlement"),
    _F.DEPARTMENT: QT_TRANSLATE_NOOP("Ledger", "Department"),
    _F.CATEGORY: QT_TRANSLATE_NOOP("Ledger", "Category of charge"),
    _F.LEVEL: QT_TRANSLATE_NOOP("Ledger", "Class of payment"),
    _F.TIME: QT_TRANSLATE_NOOP("Ledger", "Time"),
    _F.DATE: QT_TRANSLATE_NOOP("Ledger", "Date"),
    _F.ADMITTED: QT_TRANSLATE_NOOP("Ledger", "Admitted"),
    _F.DISCHARGED: QT_TRANSLATE_NOOP("Ledger", "Discharged"),
    _F.SEX: QT_TRANSLATE_NOOP("Ledger", "Sex"),
    _F.AGE: QT_TRANSLATE_NOOP("Ledger", "Age"),
    _F.BIRTH: QT_TRANSLATE_NOOP("Ledger", "Born"),
    _F.MED_TYPE: QT_TRANSLATE_NOOP("Ledger", "Kind of care"),
    _F.INSTITUTION_CODE: QT_TRANSLATE_NOOP("Ledger", "Institution's code"),
    _F.INSTITUTION: QT_TRANSLATE_NOOP("Ledger", "Institution"),
    _F.INVOICE: QT_TRANSLATE_NOOP("Ledger", "Invoice"),
    _F.DELIVERY_NOTE: QT_TRANSLATE_NOOP("Ledger", "Delivery note"),
    _F.TRACE: QT_TRANSLATE_NOOP("Ledger", "Trace code"),
    _F.ENTRY_TYPE: QT_TRANSLATE_NOOP("Ledger", "Kind of entry"),
    _F.OPENING: QT_TRANSLATE_NOOP("Ledger", "Opening stock"),
    _F.TAKEN_IN: QT_TRANSLATE_NOOP("Ledger", "Taken in"),
    _F.GIVEN_OUT: QT_TRANSLATE_NOOP("Ledger", "Given out"),
    _F.LOSS: QT_TRANSLATE_NOOP("Ledger", "Loss"),
    _F.CLOSING: QT_TRANSLATE_NOOP("Ledger", "Closing stock"),
    _F.CHANGE: QT_TRANSLATE_NOOP("Ledger", "Kind of change"),
    _F.SETTLED_AS: QT_TRANSLATE_NOOP("Ledger", "Settled as"),
    _F.RECEIPT: QT_TRANSLATE_NOOP("Ledger", "Receipt"),
    _F.BASE_UNIT: QT_TRANSLATE_NOOP("Ledger", "Base unit"),
    _F.NUMERATOR: QT_TRANSLATE_NOOP("Ledger", "Factor"),
    _F.DENOMINATOR: QT_TRANSLATE_NOOP("Ledger", "Divided by"),
    _F.SOURCE: QT_TRANSLATE_NOOP("Ledger", "Source of the factor"),
    _F.SHIFT: QT_TRANSLATE_NOOP("Ledger", "Shift"),
    _F.MACHINE: QT_TRANSLATE_NOOP("Ledger", "Machine"),
    _F.MODE: QT_TRANSLATE_NOOP("Ledger", "Mode of dialysis"),
    _F.DIALYSER_MODEL: QT_TRANSLATE_NOOP("Ledger", "Model of the dialyser"),
    _F.FLUX: QT_TRANSLATE_NOOP("Ledger", "Flux"),
    _F.START: QT_TRANSLATE_NOOP("Ledger", "Begun"),
    _F.END: QT_TRANSLATE_NOOP("Ledger", "Ended"),
    _F.ACCESS: QT_TRANSLATE_NOOP("Ledger", "Vascular access"),
    _F.WARD: QT_TRANSLATE_NOOP("Ledger", "Ward"),
    _F.BED: QT_TRANSLATE_NOOP("Ledger", "Bed"),
    _F.STATUS: QT_TRANSLATE_NOOP("Ledger", "Status"),
    _F.DIAGNOSIS: QT_TRANSLATE_NOOP("Ledger", "Diagnosis"),
    _F.DOCTOR: QT_TRANSLATE_NOOP("Ledger", "Doctor"),
    _F.ADDRESS: QT_TRANSLATE_NOOP("Ledger", "Address"),
    _F.INSURANCE: QT_TRANSLATE_NOOP("Ledger", "Insurance"),
    _F.LEAVE_TIMES: QT_TRANSLATE_NOOP("Ledger", "Times on leave"),
    _F.LEAVE_DAYS_E4: QT_TRANSLATE_NOOP("Ledger", "Days on leave"),
    _F.NOTE: QT_TRANSLATE_NOOP("Ledger", "Note"),
}
_NOT_DATA = {
    NotData.BANNER: QT_TRANSLATE_NOOP("Ledger", "titles"),
    NotData.HEADER: QT_TRANSLATE_NOOP("Ledger", "header"),
    NotData.REPEATED_HEADER: QT_TRANSLATE_NOOP("Ledger", "repeated headers"),
    NotData.SUBTOTAL: QT_TRANSLATE_NOOP("Ledger", "totals"),
    NotData.SECTION: QT_TRANSLATE_NOOP("Ledger", "other lines"),
    NotData.FOOTER: QT_TRANSLATE_NOOP("Ledger", "remarks at the end"),
    NotData.BLANK: QT_TRANSLATE_NOOP("Ledger", "blank lines"),
}


def _said(source: object) -> str:
    return QCoreApplication.translate("Ledger", str(source))


def kind_word(kind: LedgerKind) -> str:
    return _said(_KINDS[kind])


def field_word(field: LedgerField) -> str:
    return _said(_FIELDS[field])


def not_data_word(what: NotData) -> str:
    return _said(_NOT_DATA[what])


def account(ledgers: Sequence[ImportedLedger]) -> list[str]:
    """Of each kind of ledger how many lines are used, and how many are set aside."""
    said = []
    for kind in dict.fromkeys(ledger.kind for ledger in ledgers):
        same = [ledger.counts for ledger in ledgers if ledger.kind is kind]
        aside = sum(counts.quarantined for counts in same)
        used = f"{kind_word(kind)} {sum(counts.used for counts in same):,}"
        said.append(f"{used}（+{aside:,}）" if aside else used)
    return said
