"""Bills net of refunds: each refund is taken off the bill it gives back, wherever in time it was booked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from inspector_app.ledgers.dialysis_rows import Bill


def net(bills: Sequence[Bill]) -> list[Bill]:
    """Return the bills that stand, ``left`` being what refunds left of their quantity."""
    for group in _groups(bills, lambda bill: (bill.person, bill.item.key)):
        _read_flags(group)
    by_item = _taken_off(bills, lambda bill: (bill.person, bill.item.key))
    # An export may write a refund with another name or specification than its bill.
    people = {bill.person for bill in by_item}
    _taken_off(
        [*(bill for bill in bills if bill.person in people and bill.quantity > 0), *by_item],
        lambda bill: (bill.person, bill.item.mode, bill.item.material, bill.item.is_epo),
    )
    standing = [bill for bill in bills if not _is_refund(bill) and bill.left.numerator > 0]
    return sorted(standing, key=lambda bill: (bill.day, bill.place.file, bill.place.sheet, bill.place.row))


def _is_refund(bill: Bill) -> bool:
    """By the sign alone: no quantity is nought, and fractions are slow to compare."""
    return bill.quantity.numerator < 0


def _groups(bills: Iterable[Bill], key: Callable[[Bill], Hashable]) -> Iterable[list[Bill]]:
    found: dict[Hashable, list[Bill]] = defaultdict(list)
    for bill in bills:
        found[key(bill)].append(bill)
    return found.values()


def _read_flags(group: Sequence[Bill]) -> None:
    """A flagged row with a positive quantity is the cancelled bill where a negative row stands beside it,
    else the refund itself."""
    if not any(bill.is_flagged for bill in group):
        return
    negative = [bill for bill in group if _is_refund(bill)]
    for bill in group:
        if not bill.is_flagged or bill.quantity <= 0:
            continue
        beside = next((one for one in negative if one.quantity == -bill.quantity), None)
        if beside is not None:
            negative.remove(beside)
        else:
            bill.quantity = bill.left = -bill.quantity


def _taken_off(bills: Sequence[Bill], key: Callable[[Bill], Hashable]) -> list[Bill]:
    """Take refunds off bills of the same key; return the refunds of which something is left over."""
    over = []
    for group in _groups(bills, key):
        refunds = [bill for bill in group if _is_refund(bill) and bill.left < 0]
        if not refunds:
            continue
        paid = [bill for bill in group if not _is_refund(bill)]
        for refund in sorted(refunds, key=lambda one: (one.day, one.place.row)):
            _take_off(refund, paid)
            if refund.left < 0:
                over.append(refund)
    return over


def _take_off(refund: Bill, paid: Sequence[Bill]) -> None:
    """The same settlement first, then a bill before the refund, of the same quantity, the latest."""
    many = -refund.left

    def fits(bill: Bill) -> tuple[bool, bool, bool, Fraction, date]:
        before = bill.day <= refund.day
        near = Fraction(-abs((refund.day - bill.day).days))
        return (
            bool(refund.settlement) and bill.settlement == refund.settlement,
            before,
            bill.left == many,
            near,
            bill.day,
        )

    for bill in sorted((one for one in paid if one.left > 0), key=fits, reverse=True):
        taken = min(bill.left, many)
        bill.left -= taken
        many -= taken
        bill.refunds += (refund.place,)
        if many <= 0:
            break
    refund.left = -many
