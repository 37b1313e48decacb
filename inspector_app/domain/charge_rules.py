"""Rules about charges as data: what may not be billed together, too often, split, too dear or for whom."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.institution import InstitutionLevel


class ChargeTest(StrEnum):
    """What a rule asks."""

    WITH = "with"
    """The item was billed in the same period as another one that covers it."""
    WITHOUT = "without"
    """The item was billed in a period without the one it follows from."""
    INSTEAD_OF = "instead_of"
    """Parts were billed one by one in place of the whole."""
    MORE_THAN = "more_than"
    """More of the item than the period allows."""
    OVER_PRICE = "over_price"
    """A price above the one that is set."""
    SEX = "sex"
    AGE = "age"
    LEVEL = "level"
    """Billed by an institution of a level that may not."""
    SETTING = "setting"
    """Billed in another kind of visit than it is paid in."""


class ChargePeriod(StrEnum):
    """What counts as together."""

    DAY = "day"
    DAYS = "days"
    """Any so many days in a row."""
    MONTH = "month"
    YEAR = "year"
    VISIT = "visit"


class Sex(StrEnum):
    """Whom an item is for."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargedItem:
    """Items by whole codes and whole names; by beginnings only where the rule says so."""

    codes: tuple[str, ...] = ()
    code_begins: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    name_begins: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.codes or self.code_begins or self.names or self.name_begins)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRule:
    """One rule with what a person must know to defend it."""

    id: str
    title: str
    """Chinese, as documents print it."""
    title_en: str = ""
    test: ChargeTest
    category: str
    clauses: tuple[str, ...] = ()
    explanation: str
    """Why it is wrong, in Chinese."""
    source: str = ""
    item: ChargedItem
    beside: ChargedItem = ChargedItem()
    """The item that covers it, that it follows from, or the whole."""
    period: ChargePeriod = ChargePeriod.DAY
    days: int = 1
    """Length of the period where that is days."""
    most: Decimal = Decimal(0)
    """Quantity that a period allows."""
    per_stay_day: bool = False
    """Whether the most is meant for each day of the stay, the first and the last one too."""
    counts_days: bool = False
    """Whether days are counted instead of quantities."""
    one_for_one: bool = False
    """Whether one of the other item covers just one of the item."""
    least_parts: int = 2
    """Different parts that must have been billed for them to stand for the whole."""
    price: Decimal | None = None
    """Highest unit price, or the price of the whole, in yuan."""
    sex: Sex | None = None
    """Sex that the item is for."""
    age_from: int | None = None
    """Full years from which the item is paid."""
    age_below: int | None = None
    """Full years from which it is not paid any more."""
    levels: tuple[InstitutionLevel, ...] = ()
    """Levels that may bill it."""
    settings: tuple[str, ...] = ()
    """Kinds of visit (医疗类别) it is paid in, as ledgers write them."""
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRules:
    """All rules about charges of a region."""

    rules: tuple[ChargeRule, ...] = ()
