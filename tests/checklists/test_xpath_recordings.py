"""Expressions replayed against what real form engines answered."""

from __future__ import annotations

import gzip
import json
import math
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError, TreeBuilder
from zoneinfo import ZoneInfo

import pytest
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from inspector_app.checklists.xpath.compiler import compile_text
from inspector_app.checklists.xpath.context import Context, World
from inspector_app.checklists.xpath.nodes import Node, NodeKind, document
from inspector_app.checklists.xpath.values import Value, to_boolean, to_number, to_string
from inspector_app.domain.errors import Problem

RECORDING = Path(__file__).parents[3] / "shared" / "conformance" / "xpath.jsonl.gz"
ZONE = ZoneInfo("America/Phoenix")
OUTSIDE = ("area(", "distance(", "random(", "now(", "today(", "uuid(")
"""Functions outside the profile, or whose answer differs each time."""
FLOOR = 0.979
"""Reached; most of the rest compares a node-set with a boolean otherwise than XPath 1.0 section 3.4."""


def world() -> World:
    return World(zone=ZONE, now=lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))


def node_at(root: Node, path: str) -> Node:
    node = root
    for part in path.strip("/").split("/"):
        if part.startswith("@"):
            return next(attribute for attribute in node.attributes if attribute.name == part[1:])
        if part:
            place = int(part.strip("[]"))
            node = node.children[place]
    return node


def read(text: str) -> Node:
    """Read a document with its comments; what stands before the first element counts as nodes too."""
    inner = text.removeprefix("<!DOCTYPE html>")
    builder = TreeBuilder(insert_comments=True, insert_pis=True)
    parser = ElementTree.XMLParser(target=builder)
    parser.feed(inner)
    root = document(parser.close(), keep_blanks=True)
    before = inner[: inner.index(f"<{root.children[0].name}")].count("<") + (inner != text)
    for _ in range(before):
        root.insert(0, Node(NodeKind.COMMENT))
    return root


def same(case: dict[str, Any], value: Value) -> bool:
    expected = case["value"]
    if case["result"] == "boolean":
        return to_boolean(value) is expected
    if case["result"] == "string":
        return to_string(value) == expected
    found = to_number(value, ZONE)
    wanted = float(str(expected).replace("Infinity", "inf"))
    if math.isnan(wanted) or math.isinf(wanted):
        return found == wanted or (math.isnan(found) and math.isnan(wanted))
    return math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)


def fault(case: dict[str, Any]) -> str:
    """Return why a case differs from its recording; empty when it agrees."""
    try:
        root = read(case["document"])
        value = compile_text(case["expression"])(Context(world(), node_at(root, case["context"])))
    except (Problem, ParseError, DefusedXmlException, IndexError, StopIteration) as error:
        return f"{type(error).__name__}: {error}"
    return "" if same(case, value) else f"{value!r}"


@pytest.mark.skipif(not RECORDING.exists(), reason="xpath.jsonl.gz does not lie beside the project")
def test_expressions_agree_with_the_recording_of_real_engines() -> None:
    with gzip.open(RECORDING, "rt", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    inside = [case for case in cases if not any(name in case["expression"] for name in OUTSIDE)]
    faults = [(case["expression"], case["value"], why) for case in inside if (why := fault(case))]
    share = 1 - len(faults) / len(inside)
    assert share >= FLOOR, "\n".join(f"{text} -> {why}, not {value!r}" for text, value, why in faults[:40])


def test_a_node_is_reached_by_its_place() -> None:
    root = document(ElementTree.fromstring("<a><b/><c d='1'/></a>"))
    assert node_at(root, "/[0]/[1]/@d").kind is NodeKind.ATTRIBUTE
