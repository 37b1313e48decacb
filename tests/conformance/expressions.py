"""One recorded expression, evaluated here and compared."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import ParseError, TreeBuilder
from zoneinfo import ZoneInfo

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from inspector_app.checklists.xpath.compiler import compile_text
from inspector_app.checklists.xpath.context import Context, World
from inspector_app.checklists.xpath.nodes import Node, NodeKind, document
from inspector_app.checklists.xpath.values import Value, to_boolean, to_number, to_string
from inspector_app.domain.errors import Problem

ZONE = ZoneInfo("America/Phoenix")
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def node_at(root: Node, path: str) -> Node:
    """Return the node that a path of child positions means."""
    node = root
    for part in path.strip("/").split("/"):
        if part.startswith("@"):
            return next(attribute for attribute in node.attributes if attribute.name == part[1:])
        if part:
            node = node.children[int(part.strip("[]"))]
    return node


def read(text: str) -> Node:
    """Read a document with its comments; what stands before the first element counts as nodes too."""
    inner = text.removeprefix("<!DOCTYPE html>")
    parser = ElementTree.XMLParser(target=TreeBuilder(insert_comments=True, insert_pis=True))
    parser.feed(inner)
    root = document(parser.close(), keep_blanks=True)
    before = inner[: inner.index(f"<{root.children[0].name}")].count("<") + (inner != text)
    for _ in range(before):
        root.insert(0, Node(NodeKind.COMMENT))
    return root


def same(case: dict[str, Any], value: Value) -> bool:
    """Tell whether a value, as the type asked for, is what was recorded."""
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
        world = World(zone=ZONE, now=lambda: MOMENT)
        value = compile_text(case["expression"])(Context(world, node_at(root, case["context"])))
    except (Problem, ParseError, DefusedXmlException, IndexError, StopIteration) as error:
        return f"{type(error).__name__}: {error}"
    return "" if same(case, value) else f"{value!r}, not {case['value']!r}"
