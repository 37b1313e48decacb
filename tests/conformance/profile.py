"""What is excluded from a replay, and which differences are expected because a specification says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.syntax import Call, everything
from inspector_app.domain.errors import Problem

DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0005-where-the-form-engine-differs.md"
"""The closed list stands there; a test holds it and this module together."""
EXCLUDED_FUNCTIONS = ("area", "distance", "geofence", "random", "now", "today", "uuid")
EXCLUDED_TYPES = ("geopoint", "geotrace", "geoshape")
EXCLUDED_ACTIONS = ("setgeopoint",)
MOST_EXPECTED = 0.01

_CALL = re.compile(rf"(?<![\w:.-])({'|'.join(EXCLUDED_FUNCTIONS)})\s*\(")
_META = re.compile(r"""<(?:\w+:)?bind\b[^>]*nodeset\s*=\s*["'][^"']*meta/[^"']*["'][^>]*>""")
_ATTRIBUTE = re.compile(
    r"""\b(?:calculate|relevant|required|readonly|constraint|value|nodeset|ref|jr:count)\s*=\s*("[^"]*"|'[^']*')"""
)
_TYPE = re.compile(rf"""\btype\s*=\s*["'](?:\w+:)?({"|".join(EXCLUDED_TYPES)})["']""")


def excluded_expression(expression: str) -> str:
    """Return the function for which an expression is left out; empty where it counts."""
    try:
        called = {part.name for part in everything(parse(expression)) if isinstance(part, Call)}
    except Problem:
        return ""
    return next((name for name in EXCLUDED_FUNCTIONS if name in called), "")


def excluded_form(form: str) -> str:
    """Return the function or type for which a form is left out; what only meta nodes use does not count."""
    text = _META.sub("", form)
    for action in EXCLUDED_ACTIONS:
        if f":{action} " in text:
            return action
    if match := _TYPE.search(text):
        return match[1]
    for attribute in _ATTRIBUTE.findall(text):
        if match := _CALL.search(attribute):
            return match[1]
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Differences that a specification asks for: how they are known, by which section, and why."""

    section: str
    reason: str
    expression: str = ""
    """Pattern of an expression."""
    scenario: str = ""
    """Pattern of a scenario's name."""


EXPECTED: tuple[Expected, ...] = (
    Expected(
        section="ODK XForms, Preload Attributes (event odk-instance-first-load)",
        reason="recorded while editing an earlier record that the scenario does not carry; "
        "the form alone is loaded for the first time, and preloads",
        scenario=r"Value evaluation order > editing instance",
    ),
    Expected(
        section="ODK XForms, Data Types, date and dateTime (XML Schema 2, 3.2.7 and 3.2.9)",
        reason="a date as JavaScript writes it is no date of a form",
        expression=r"'(Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} \d{2} \d{4} \d\d:\d\d:\d\d GMT[^']*'",
    ),
)


def expected_expression(expression: str) -> Expected | None:
    return next((one for one in EXPECTED if one.expression and re.search(one.expression, expression)), None)


def expected_scenario(scenario: dict[str, Any]) -> Expected | None:
    return next((one for one in EXPECTED if one.scenario and re.search(one.scenario, scenario["name"])), None)
