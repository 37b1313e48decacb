"""One table of a pack, read strictly: every refusal names the file, the table and the key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")

_CONTROL = {chr(code) for code in range(32)} - {"\n", "\t"} | {"\x7f"}
_LONGEST_TEXT = 4000
_LARGEST_AMOUNT = 1_000_000_000


class Table:
    """Hands out the values of one table and, at the end, refuses keys that nobody asked for.

    A misspelt threshold must not silently count as one that the region lacks.
    """

    def __init__(self, file: str, name: str, values: dict[str, object]) -> None:
        self.file = file
        self.name = name
        self._values = values
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, '"…"')
        if len(value) > _LONGEST_TEXT or _CONTROL & set(value):
            raise self.wrong(key, '"…"')
        if default is None and not value.strip():
            raise self.wrong(key, '"…"')
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true | false")
        return value

    def whole(self, key: str, *, least: int = 0, most: int = 100_000, default: int | None = None) -> int:
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, f"{least} … {most}")
        return value

    def whole_or_none(self, key: str, *, least: int = 0, most: int = 100_000) -> int | None:
        self._asked.add(key)
        return self.whole(key, least=least, most=most) if key in self._values else None

    def share(self, key: str) -> Decimal:
        """Read a share from 0 to 1; decimals stay exact because TOML is read with ``parse_float=Decimal``."""
        value = self._value(key, None)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise self.wrong(key, "0.00 … 1.00")
        share = Decimal(value)
        if not share.is_finite() or not 0 <= share <= 1:
            raise self.wrong(key, "0.00 … 1.00")
        return share

    def share_or_none(self, key: str) -> Decimal | None:
        self._asked.add(key)
        return self.share(key) if key in self._values else None

    def amount_or_none(self, key: str) -> Decimal | None:
        """Read a quantity or an amount of money, whole or decimal, not below nought."""
        self._asked.add(key)
        if key not in self._values:
            return None
        value = self._values[key]
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise self.wrong(key, "0.00 …")
        amount = Decimal(value)
        if not amount.is_finite() or not 0 <= amount <= _LARGEST_AMOUNT:
            raise self.wrong(key, "0.00 …")
        return amount

    def day(self, key: str) -> date:
        value = self._value(key, None)
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self.wrong(key, "2026-04-01")
        return value

    def day_or_none(self, key: str) -> date | None:
        self._asked.add(key)
        return self.day(key) if key in self._values else None

    def days(self, key: str) -> tuple[date, ...]:
        listed = self._list(key)
        if any(isinstance(day, datetime) or not isinstance(day, date) for day in listed):
            raise self.wrong(key, "[2026-01-01, 2026-01-02]")
        return tuple(day for day in listed if isinstance(day, date))

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a missing list is an empty one."""
        listed = self._list(key) if key in self else []
        self._asked.add(key)
        if any(not isinstance(one, str) or not one.strip() or _CONTROL & set(one) for one in listed):
            raise self.wrong(key, '["…", "…"]')
        return tuple(one for one in listed if isinstance(one, str))

    def wholes(self, key: str) -> tuple[int, ...]:
        """Read a list of whole numbers; a missing list is an empty one."""
        listed = self._list(key) if key in self else []
        self._asked.add(key)
        if any(isinstance(one, bool) or not isinstance(one, int) for one in listed):
            raise self.wrong(key, "[1, 2]")
        return tuple(one for one in listed if isinstance(one, int))

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        value = self._value(key, default)
        try:
            return choices(str(value))
        except ValueError:
            raise self.wrong(key, " | ".join(f'"{one}"' for one in choices)) from None

    def shares(self, key: str, choices: type[Choice]) -> dict[Choice, Decimal]:
        """Read a table of one share per choice; a missing table is an empty one."""
        return self._per_choice(key, choices, Table.share)

    def choice_texts(self, key: str, choices: type[Choice]) -> dict[Choice, str]:
        """Read a table of one text per choice; a missing table is an empty one."""
        return self._per_choice(key, choices, Table.text)

    def table(self, key: str) -> Table:
        value = self._value(key, None)
        if not isinstance(value, dict):
            raise self.wrong(key, f"[{key}]")
        return Table(self.file, f"{self.name}.{key}" if self.name else key, value)

    def table_or_none(self, key: str) -> Table | None:
        self._asked.add(key)
        return self.table(key) if key in self._values else None

    def tables(self, key: str) -> list[Table]:
        """Read an array of tables; they are named by their place, counted from 1."""
        listed = self._list(key)
        tables = []
        for place, one in enumerate(listed, start=1):
            if not isinstance(one, dict):
                raise self.wrong(key, f"[[{key}]]")
            tables.append(Table(self.file, f"{key}[{place}]", one))
        return tables

    def finish(self) -> None:
        """Refuse keys that nothing reads."""
        for key in self._values:
            if key not in self._asked:
                raise UnusableInput(
                    sentence(
                        "The pack {file} was not taken: nothing is known by the name {key} in {table}. "
                        "Correct its spelling or remove it; the pack in force before stays in force.",
                        file=self.file,
                        key=shown(key),
                        table=self._shown_name,
                    )
                )

    def wrong(self, key: str, form: str) -> UnusableInput:
        """Say that a value has the wrong form; ``form`` is TOML, the same in every language."""
        return UnusableInput(
            sentence(
                "The pack {file} was not taken: the value of {key} in {table} cannot be used. "
                "Write it in the form {form}; the pack in force before stays in force.",
                file=self.file,
                key=shown(key),
                table=self._shown_name,
                form=form,
            )
        )

    def unfit(self, key: str, value: str) -> UnusableInput:
        """Say that a value is well-formed but contradicts the rest of the pack."""
        return UnusableInput(
            sentence(
                "The pack {file} was not taken: {key} in {table} says {value}, which does not fit the rest "
                "of the pack. Correct it; the pack in force before stays in force.",
                file=self.file,
                key=shown(key),
                table=self._shown_name,
                value=shown(value),
            )
        )

    @property
    def _shown_name(self) -> str:
        return shown(self.name) or "/"

    def _per_choice(
        self, key: str, choices: type[Choice], read: Callable[[Table, str], Value]
    ) -> dict[Choice, Value]:
        table = self.table_or_none(key)
        if table is None:
            return {}
        values = {one: read(table, one.value) for one in choices if one.value in table}
        table.finish()
        return values

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        if key in self._values:
            return self._values[key]
        if default is None:
            raise UnusableInput(
                sentence(
                    "The pack {file} was not taken: {key} is missing in {table}. "
                    "Add it; the pack in force before stays in force.",
                    file=self.file,
                    key=shown(key),
                    table=self._shown_name,
                )
            )
        return default

    def _list(self, key: str) -> list[object]:
        value = self._value(key, None)
        if not isinstance(value, list):
            raise self.wrong(key, "[…]")
        return value


@dataclass(frozen=True, slots=True)
class Once:
    """Refuses an identity that was used before in the same file."""

    seen: set[str]

    def check(self, table: Table, key: str, value: str) -> str:
        if value in self.seen:
            raise table.unfit(key, value)
        self.seen.add(value)
        return value


def shown(text: str) -> str:
    """Make foreign text fit to stand in a sentence: printable and short."""
    printable = "".join(sign if sign.isprintable() else "·" for sign in text)
    return printable if len(printable) <= 60 else printable[:59] + "…"
