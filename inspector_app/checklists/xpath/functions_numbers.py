"""Functions of numbers, sums and counted truths."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from inspector_app.checklists.xpath.context import Context
from inspector_app.checklists.xpath.functions_core import nodes_of
from inspector_app.checklists.xpath.registry import MANY, function
from inspector_app.checklists.xpath.values import Value, to_boolean, to_number


def round_half_up(number: float) -> float:
    """Round to the nearest whole number, halves upwards, as XPath 1.0 says."""
    if math.isnan(number) or math.isinf(number):
        return number
    below = math.floor(number)
    return float(below + 1 if number - below >= 0.5 else below)


@function("number", takes=(0, 1))
def number(context: Context, value: Value | None = None) -> Value:
    return to_number([context.node] if value is None else value, context.world.zone)


@function("int", takes=(1, 1))
def whole(context: Context, value: Value) -> Value:
    found = to_number(value, context.world.zone)
    return found if math.isnan(found) or math.isinf(found) else float(math.trunc(found))


@function("round", takes=(1, 2))
def rounded(context: Context, value: Value, digits: Value = 0.0) -> Value:
    """Round as written in decimal, halves away from zero where digits are asked for."""
    zone = context.world.zone
    found, places = to_number(value, zone), to_number(digits, zone)
    if math.isnan(found) or math.isinf(found) or math.isnan(places):
        return found if not math.isnan(places) else math.nan
    if places == 0:
        return round_half_up(found)
    if abs(places) > 30:
        return found if places > 0 else 0.0
    unit = Decimal(1).scaleb(-int(places))
    exact = Decimal(repr(found)) / unit
    return float(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit)


def _plain(name: str, compute: Callable[[float], float]) -> None:
    def body(context: Context, value: Value) -> Value:
        try:
            return compute(to_number(value, context.world.zone))
        except (ValueError, OverflowError):
            return math.nan

    function(name, takes=(1, 1))(body)


def _log(base: Callable[[float], float]) -> Callable[[float], float]:
    return lambda found: -math.inf if found == 0 else base(found)


def _bounded(compute: Callable[[float], float]) -> Callable[[float], float]:
    def run(found: float) -> float:
        try:
            return compute(found)
        except OverflowError:
            return math.inf

    return run


def _to_whole(compute: Callable[[float], int]) -> Callable[[float], float]:
    return lambda found: found if math.isinf(found) or math.isnan(found) else float(compute(found))


_plain("floor", _to_whole(math.floor))
_plain("ceiling", _to_whole(math.ceil))
_plain("abs", abs)
_plain("sqrt", math.sqrt)
_plain("sin", math.sin)
_plain("cos", math.cos)
_plain("tan", math.tan)
_plain("asin", math.asin)
_plain("acos", math.acos)
_plain("atan", math.atan)
_plain("log", _log(math.log))
_plain("log10", _log(math.log10))
_plain("exp", _bounded(math.exp))
_plain("exp10", _bounded(lambda found: math.pow(10.0, found)))


@function("pi", takes=(0, 0))
def pi(_: Context) -> Value:
    return math.pi


@function("atan2", takes=(2, 2))
def atan2(context: Context, y: Value, x: Value) -> Value:
    zone = context.world.zone
    return math.atan2(to_number(y, zone), to_number(x, zone))


@function("pow", takes=(2, 2))
def power(context: Context, base: Value, exponent: Value) -> Value:
    zone = context.world.zone
    low, high = to_number(base, zone), to_number(exponent, zone)
    odd = high % 2 == 1
    try:
        return math.pow(low, high)
    except OverflowError:
        return -math.inf if low < 0 and odd else math.inf
    except ValueError:
        if low == 0:  # a negative power of nothing (XPath 3.0, math:pow)
            return math.copysign(math.inf, low) if odd else math.inf
        return math.nan


@function("random", takes=(0, 0))
def random(context: Context) -> Value:
    return context.world.random()


def numbers(context: Context, values: tuple[Value, ...]) -> list[float]:
    """Flatten arguments to numbers: each node of a node-set counts."""
    zone = context.world.zone
    found: list[float] = []
    for value in values:
        if isinstance(value, list):
            found.extend(to_number(node.string(), zone) for node in value)
        else:
            found.append(to_number(value, zone))
    return found


@function("sum", takes=(1, MANY))
def total(context: Context, *values: Value) -> Value:
    return math.fsum(numbers(context, (nodes_of(values[0], "sum"), *values[1:])))


@function("min", takes=(1, MANY))
def least(context: Context, *values: Value) -> Value:
    found = numbers(context, values)
    return math.nan if not found or any(map(math.isnan, found)) else min(found)


@function("max", takes=(1, MANY))
def most(context: Context, *values: Value) -> Value:
    found = numbers(context, values)
    return math.nan if not found or any(map(math.isnan, found)) else max(found)


@function("checklist", takes=(2, MANY))
def checklist(context: Context, at_least: Value, at_most: Value, *answers: Value) -> Value:
    """Tell whether the number of true answers lies between two bounds; -1 is no bound."""
    true = sum(1 for answer in _flat(answers) if to_boolean(answer))
    return _within(context, at_least, at_most, float(true))


@function("weighted-checklist", takes=(2, MANY))
def weighted_checklist(context: Context, at_least: Value, at_most: Value, *pairs: Value) -> Value:
    """Like ``checklist``, with a weight after each answer."""
    zone = context.world.zone
    answers, weights = _flat(pairs[0::2]), _flat(pairs[1::2])
    weight = sum(
        to_number(weight, zone)
        for answer, weight in zip(answers, weights, strict=False)
        if to_boolean(answer)
    )
    return _within(context, at_least, at_most, weight)


def _flat(values: tuple[Value, ...]) -> list[Value]:
    """Answers one by one: a node counts as true when it is a number that is not 0, or a true word."""
    flat: list[Value] = []
    for value in values:
        if isinstance(value, list):
            flat.extend(_node_value(node.string()) for node in value)
        else:
            flat.append(value)
    return flat


def _node_value(text: str) -> Value:
    try:
        return float(text)
    except ValueError:
        return text


def _within(context: Context, at_least: Value, at_most: Value, found: float) -> bool:
    zone = context.world.zone
    low, high = to_number(at_least, zone), to_number(at_most, zone)
    return (low < 0 or found >= low) and (high < 0 or found <= high)
