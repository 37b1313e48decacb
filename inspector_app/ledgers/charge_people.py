"""Whom a charge was for, as ledgers write it: sex and age at the day of the charge."""

from __future__ import annotations

import polars as pl

from inspector_app.domain.charge_rules import Sex

_WORDS = {
    Sex.MALE: ("男", "男性", "1", "M", "MALE"),
    Sex.FEMALE: ("女", "女性", "2", "F", "FEMALE"),
}


def has_other_sex(sex: Sex) -> pl.Expr:
    """Rows whose person is registered with the other sex; an unknown one accuses nobody."""
    other = Sex.FEMALE if sex is Sex.MALE else Sex.MALE
    return pl.col("sex").str.to_uppercase().is_in(_WORDS[other]).fill_null(value=False)


def has_other_age(rows: pl.DataFrame, age_from: int | None, age_below: int | None) -> pl.DataFrame:
    """Rows of persons outside the age, with their full ``years``; an unknown age accuses nobody."""
    day, birth = pl.col("date"), pl.col("birth")
    before = (day.dt.month() * 100 + day.dt.day()) < (birth.dt.month() * 100 + birth.dt.day())
    by_birth = (day.dt.year() - birth.dt.year() - before.cast(pl.Int32)).cast(pl.Int64)
    text = pl.col("age")
    by_text = (
        pl.when(text.str.contains(r"^\d{1,3}(\.\d+)?岁?(\d+个?月)?(\d+天)?$"))
        .then(text.str.extract(r"^(\d{1,3})").cast(pl.Int64, strict=False))
        .when(text.str.contains(r"^\d+(个?月|天|日|小时)"))
        .then(pl.lit(0, pl.Int64))
    )
    aged = rows.with_columns(years=pl.when(birth <= day).then(by_birth).otherwise(by_text))
    outside = pl.lit(value=False)
    if age_from is not None:
        outside |= pl.col("years") < age_from
    if age_below is not None:
        outside |= pl.col("years") >= age_below
    return aged.filter(outside.fill_null(value=False))
