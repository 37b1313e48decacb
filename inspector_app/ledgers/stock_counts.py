"""Opening and counted stock: recognised by column, or by snapshot day against the period; else refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import polars as pl

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.stock import StockPeriod
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.stock_sums import Tag, Window, codes_folded, laid_out

_FIGURES = ("opening_e4", "closing_e4", "quantity_e4", "loss_e4")


class Side(StrEnum):
    """Which end of the period a figure stands for."""

    OPENING = "opening"
    COUNTED = "counted"
    BOOK_CLOSING = "book_closing"
    """The closing figure of a summary; a physical count beside it goes before."""
    SNAPSHOT = "snapshot"
    """By its day only."""
    LOSS = "loss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Stock of one item as a list shows it; quantities in ten-thousandths of the unit."""

    tag: Tag
    name: str
    spec: str
    spec_too: str
    maker: str
    unit: str
    side: Side
    day: date | None
    quantity: int
    rows: int
    beside_opening: bool = False
    """Its sheet has a column of opening stock; an empty cell there is a figure nobody gave."""
    on_site: bool = False
    """Counted by the inspectors; it goes before every list that the institution made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What stands for one end of the period: the lines and the day they were taken, if they name one."""

    standings: tuple[Standing, ...] = ()
    day: date | None = None


def standings(frame: pl.LazyFrame, on_site: Collection[int] = ()) -> list[Standing]:
    """Read what the stock lists say, each sheet by the columns it has.

    ``on_site`` are the numbers of files that inspectors counted themselves.
    """
    shaped = codes_folded(laid_out(frame))
    uncoded = pl.col("code").is_null()
    grouped = (
        shaped.group_by(
            file=pl.col("file"),
            sheet=pl.col("sheet"),
            code=pl.col("code"),
            local_code=pl.col("local_code"),
            key_name=pl.when(uncoded).then(pl.col("name")),
            key_spec=pl.when(uncoded).then(pl.col("spec")),
            unit=pl.col("unit"),
            day=pl.col("date"),
        )
        .agg(
            pl.col("name").min(),
            pl.col("spec").min(),
            pl.col("spec").max().alias("spec_too"),
            pl.col("maker").min(),
            *(pl.col(figure).sum() for figure in _FIGURES),
            *(pl.col(figure).count().alias(f"{figure}_rows") for figure in _FIGURES),
        )
        .collect()
    )
    made: list[Standing] = []
    for place, sheet in sorted(grouped.group_by("file", "sheet"), key=lambda pair: str(pair[0])):
        made += [replace(one, on_site=place[0] in on_site) for one in _of_sheet(sheet)]
    return sorted(made, key=lambda one: (str(one.tag), one.side, one.day or date.min, one.unit))


def _of_sheet(sheet: pl.DataFrame) -> list[Standing]:
    has = {figure: bool((sheet[f"{figure}_rows"] > 0).any()) for figure in _FIGURES}
    sides: dict[str, Side] = {"loss_e4": Side.LOSS}
    if has["opening_e4"] or has["closing_e4"]:
        sides |= {
            "opening_e4": Side.OPENING,
            "closing_e4": Side.BOOK_CLOSING,
            "quantity_e4": Side.COUNTED,
        }
    else:
        sides["quantity_e4"] = Side.SNAPSHOT
    made = []
    for row in sheet.iter_rows(named=True):
        for figure, side in sides.items():
            if row[f"{figure}_rows"]:
                made.append(
                    Standing(
                        tag=Tag(
                            row["code"] or "",
                            row["local_code"] or "",
                            row["key_name"] or "",
                            row["key_spec"] or "",
                        ),
                        name=row["name"] or "",
                        spec=row["spec"] or "",
                        spec_too=row["spec_too"] or "",
                        maker=row["maker"] or "",
                        unit=row["unit"] or "",
                        side=side,
                        day=row["day"],
                        quantity=row[figure],
                        rows=row[f"{figure}_rows"],
                        beside_opening=has["opening_e4"],
                    )
                )
    return made


def placed(found: Sequence[Standing], period: StockPeriod) -> list[Standing]:
    """Settle what undated snapshots stand for, and refuse lists that leave it open."""
    snapshots = [one for one in found if one.side is Side.SNAPSHOT]
    dated = sorted({one.day for one in snapshots if one.day is not None})
    undated = [one for one in snapshots if one.day is None]
    has_opening = any(one.side is Side.OPENING for one in found)
    has_counted = any(one.side in (Side.COUNTED, Side.BOOK_CLOSING) for one in found)
    if dated and (period.first is None or period.last is None):
        days = ", ".join(str(day) for day in dated[:6])
        raise UnusableInput(
            sentence(
                "The stock is listed by day ({days}), and the period is not given. Nothing was computed; "
                "give both --from and --to, so that it is clear which list is the opening stock and "
                "which one was counted.",
                days=days,
            )
        )
    if undated:
        if not has_opening or has_counted or dated:
            raise UnusableInput(
                sentence(
                    "A stock list names neither a day nor a column for opening or counted stock, so that "
                    "nobody can say which of the two it is. Nothing was computed; add the day of the list, "
                    "or name its column with --mapping."
                )
            )
        return [replace(one, side=Side.COUNTED) if one.side is Side.SNAPSHOT else one for one in found]
    return list(found)


def chosen_opening(found: Iterable[Standing], period: StockPeriod, edge_days: int) -> Chosen:
    """The opening stock of one item: its column, else the last list up to the first day or soon after."""
    lines = list(found)
    by_column = [one for one in lines if one.side is Side.OPENING]
    snapshots = [one for one in lines if one.side is Side.SNAPSHOT and one.day is not None]
    snapshots = [one for one in snapshots if not one.on_site] or snapshots
    listed: Chosen | None = None
    if snapshots and period.first is not None:
        day = _opening_day({one.day for one in snapshots if one.day}, period.first, edge_days)
        if day is not None:
            listed = Chosen(standings=tuple(one for one in snapshots if one.day == day), day=day)
    if by_column:
        column = _earliest(by_column, period)
        if listed is not None and _differ(column, listed):
            raise UnusableInput(
                sentence(
                    "Two lists give another opening stock for {item}. Nothing was computed; give the one "
                    "that holds.",
                    item=by_column[0].tag.code or by_column[0].tag.local_code or by_column[0].name,
                )
            )
        return column
    return listed or Chosen()


def chosen_count(found: Iterable[Standing], period: StockPeriod, edge_days: int) -> Chosen:
    """The counted stock of one item: a physical count before the closing figure of a summary."""
    lines = list(found)
    own = [one for one in lines if one.on_site and one.day is not None]
    if own and period.last is not None:
        day = _count_day({one.day for one in own if one.day}, period, edge_days)
        if day is not None:
            return Chosen(standings=tuple(one for one in own if one.day == day), day=day)
    lines = [one for one in lines if not one.on_site]
    physical = [one for one in lines if one.side is Side.COUNTED]
    snapshots = [one for one in lines if one.side is Side.SNAPSHOT and one.day is not None]
    if physical:
        return _latest(physical, period)
    if snapshots and period.last is not None:
        day = _count_day({one.day for one in snapshots if one.day}, period, edge_days)
        if day is not None:
            return Chosen(standings=tuple(one for one in snapshots if one.day == day), day=day)
    book = [one for one in lines if one.side is Side.BOOK_CLOSING]
    return _latest(book, period) if book else Chosen()


def lists_opening(found: Sequence[Standing], period: StockPeriod, edge_days: int) -> bool:
    """Whether any list shows the stock at the beginning."""
    return any(chosen_opening(lines, period, edge_days).standings for lines in _by_tag(found).values())


def window_of(found: Sequence[Standing], period: StockPeriod, edge_days: int) -> Window:
    """The days whose rows are needed: the period, widened to the lists of stock that stand for its ends."""
    if not period.is_bounded:
        return Window()
    by_tag = _by_tag(found)
    openings = {chosen_opening(lines, period, edge_days).day for lines in by_tag.values()}
    counts = {chosen_count(lines, period, edge_days).day for lines in by_tag.values()}
    opened = sorted(day for day in openings if day is not None)
    counted = sorted(day for day in counts if day is not None)
    first, last = period.first, period.last
    return Window(
        first=first,
        last=last,
        begin=None if first is None else min([first, *(day + timedelta(days=1) for day in opened)]),
        end=None if last is None else max([last, *counted]),
        core_from=None if first is None else max([first, *opened]),
        core_to=None if last is None else min([last, *counted]),
    )


def _by_tag(found: Sequence[Standing]) -> dict[Tag, list[Standing]]:
    by_tag: dict[Tag, list[Standing]] = {}
    for one in found:
        by_tag.setdefault(one.tag, []).append(one)
    return by_tag


def _opening_day(days: set[date], first: date, edge_days: int) -> date | None:
    before = [day for day in days if day <= first]
    if before:
        return max(before)
    soon = [day for day in days if day <= first + timedelta(days=edge_days)]
    return min(soon) if soon else None


def _count_day(days: set[date], period: StockPeriod, edge_days: int) -> date | None:
    last = period.last
    assert last is not None  # noqa: S101 - the caller asked
    opening = None if period.first is None else _opening_day(days, period.first, edge_days)
    rest = {day for day in days if opening is None or day > opening}
    after = [day for day in rest if day >= last]
    if after:
        return min(after)
    shortly = [day for day in rest if day >= last - timedelta(days=edge_days)]
    return max(shortly) if shortly else None


def _earliest(lines: Sequence[Standing], period: StockPeriod) -> Chosen:
    day = min((one.day for one in _inside(lines, period) if one.day is not None), default=None)
    return Chosen(
        standings=tuple(one for one in _inside(lines, period) if day is None or one.day in (day, None))
    )


def _latest(lines: Sequence[Standing], period: StockPeriod) -> Chosen:
    """The last line of a summary; its day counts only where it lies behind the period (a late count)."""
    inside = _inside(lines, period)
    day = max((one.day for one in inside if one.day is not None), default=None)
    chosen = tuple(one for one in inside if day is None or one.day in (day, None))
    late = day if day is not None and period.last is not None and day > period.last else None
    return Chosen(standings=chosen, day=late)


def _inside(lines: Sequence[Standing], period: StockPeriod) -> list[Standing]:
    """Lines of months inside the period; where all lie outside, each of them is what the list has."""
    inside = [one for one in lines if one.day is None or period.holds(one.day)]
    return inside or list(lines)


def _differ(one: Chosen, other: Chosen) -> bool:
    def totals(chosen: Chosen) -> dict[str, int]:
        found: dict[str, int] = {}
        for line in chosen.standings:
            found[line.unit] = found.get(line.unit, 0) + line.quantity
        return found

    return totals(one) != totals(other)
