"""A hit of a rule about charges as a point: its rows, its arithmetic, its amount by what the fund paid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from inspector_app.domain.charge_rules import ChargeRule
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint

Row = Mapping[str, object]
_ONE = 10_000


def charge_point(
    rule: ChargeRule,
    taken: Sequence[tuple[Row, Fraction, Fraction]],
    arithmetic: str,
    *,
    beside: Sequence[Row] = (),
    has_amount: bool = True,
    subject: str = "",
) -> LedgerPoint:
    """Make a point of rows with the quantity taken of each and the share of its money that is claimed."""
    first = taken[0][0]
    rows = [row for row, _, _ in taken]
    days = sorted(date.fromisoformat(str(row["date"])) for row in (*rows, *beside))
    amount = _amount(taken) if has_amount else None
    named = list(dict.fromkeys(str(row["name"] or row["code"] or row["local_code"]) for row in rows))
    worth = f"，涉及医保基金{amount:.2f}元" if amount is not None else ""
    places = [RowPlace(file=whole(row["file"]), sheet=whole(row["sheet"]), row=whole(row["row"]))
              for row in (*rows, *beside)]  # fmt: skip
    return LedgerPoint(
        kind=f"charge_{rule.test.value}",
        subject=subject or str(first["patient_id"] or first["patient"] or first["visit"]),
        ward_or_item="、".join(named[:3]),
        first=days[0],
        last=days[-1],
        quantity=_decimal(sum((many for _, many, _ in taken), Fraction(0))),
        amount=amount,
        rows=tuple(dict.fromkeys(places)),
        rule=rule.id,
        explanation=f"{arithmetic}{worth}。{rule.explanation}",
        title=rule.title,
        title_en=rule.title_en,
        category=rule.category,
        clauses=rule.clauses,
    )


def _amount(taken: Sequence[tuple[Row, Fraction, Fraction]]) -> Decimal | None:
    """In fen, rounded once at the end; nothing where no row says what was paid."""
    total, is_known = Fraction(0), False
    for row, many, share in taken:
        fund = row["fund_left_e4"]
        if isinstance(fund, int):
            is_known = True
            total += Fraction(fund, _ONE) * many / Fraction(whole(row["left_e4"]), _ONE) * share
    if not is_known:
        return None
    fen = total * 100
    return (Decimal(fen.numerator) / Decimal(fen.denominator)).quantize(Decimal(1), ROUND_HALF_UP) / 100


def number(value: Fraction) -> str:
    """A quantity as people write it."""
    return f"{_decimal(value).normalize():f}"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def whole(value: object) -> int:
    """A figure of a ledger that is always there."""
    if not isinstance(value, int):
        raise TypeError(value)
    return value
