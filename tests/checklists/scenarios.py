"""Replays recorded scenarios of a form engine and tells where this one differs."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import question
from inspector_app.checklists.xpath.context import World
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.domain.checklist import QuestionKind

ZONE = ZoneInfo("America/Phoenix")
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def positioned(session: FormSession, node: Node) -> str:
    """Return the path of a node with positions in place of keys."""
    names: list[str] = []
    while node.state is not None:
        state = state_of(node)
        name = node.name
        if state.names in session.form.repeats and node.parent is not None:
            place = next(i for i, one in enumerate(node.parent.named(node.name), 1) if one is node)
            name += f"[{place}]"
        names.append(name)
        if node.parent is None:
            break
        node = node.parent
    return "/" + "/".join(reversed(names))


def keyed(session: FormSession, path: str) -> str:
    """Return the path with keys for a path with positions."""
    for node in session.nodes.values():
        if positioned(session, node) == path:
            return state_of(node).path
    parent, _, name = path.rpartition("/")
    return f"{keyed(session, parent)}/{name}" if parent else path


def snapshot(session: FormSession) -> dict[str, dict[str, Any]]:
    state: dict[str, dict[str, Any]] = {}
    for node in session.nodes.values():
        own = state_of(node)
        if node.elements():
            state[positioned(session, node)] = {"relevant": own.relevant}
            continue
        seen: dict[str, Any] = {"relevant": own.relevant, "value": own.value}
        control = session.controls.get(own.names)
        if control is not None:
            view = question(session, control, node)
            seen |= {"readonly": view.readonly, "required": own.required, "constraint_ok": own.fits}
            if control.kind in (QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE):
                seen["choices"] = [[choice.value, choice.label] for choice in view.choices]
        state[positioned(session, node)] = seen
    return state


def perform(session: FormSession, step: dict[str, Any], count: int) -> None:
    match step["op"]:
        case "answer":
            session.answer(keyed(session, step["ref"]), str(step["value"] or ""))
        case "add_repeat":
            session.add_instance(keyed(session, step["ref"]), f"new{count}")
        case "remove_repeat":
            session.remove_instance(keyed(session, step["ref"]))
        case "set_language":
            session.set_language(step.get("value") or step["ref"])
        case _:
            return


def differs(expected: dict[str, Any], found: dict[str, Any]) -> str:
    if expected.get("relevant") != found["relevant"]:
        return f"relevant {found['relevant']}"
    if not found["relevant"]:
        return ""
    for name in ("value", "required", "constraint_ok", "choices"):
        if name in expected and name in found and not same(expected[name], found[name]):
            return f"{name} is {found[name]!r}, not {expected[name]!r}"
    return ""


def same(expected: Any, found: Any) -> bool:
    if expected == found:
        return True
    try:
        return math.isclose(float(expected), float(found), rel_tol=1e-9)
    except (TypeError, ValueError):
        return isinstance(expected, str) and isinstance(found, str) and expected.split() == found.split()


def fault(scenario: dict[str, Any]) -> str:
    """Return the first difference between a recorded scenario and this engine; empty when there is none."""
    world = World(zone=ZONE, now=lambda: MOMENT)
    session = FormSession(read_form(scenario["form"]), world)
    expected: dict[str, dict[str, Any]] = {}
    for count, step in enumerate(scenario["steps"]):
        perform(session, step, count)
        expected.update(step["changed"])
        for path in step["gone"]:
            expected.pop(path, None)
        found = snapshot(session)
        for path, wanted in expected.items():
            if "meta" in path or wanted["kind"].startswith("repeat-range") or wanted["kind"] == "upload":
                continue
            plain = re.sub(r"/\w+:", "/", path)
            if plain not in found:
                return f"step {count}: {path} is missing"
            if why := differs(wanted, found[plain]):
                return f"step {count}: {path} {why}"
        extra = {path for path in found if "meta" not in path} - {re.sub(r"/\w+:", "/", p) for p in expected}
        if extra:
            return f"step {count}: {sorted(extra)[0]} should not be there"
    return ""
