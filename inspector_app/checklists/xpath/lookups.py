"""Rows of a list found by a value at once: ``item[code = /data/code]`` without a walk through all items."""

from __future__ import annotations

from collections.abc import Callable

from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.syntax import (
    Axis,
    Binary,
    Call,
    Expression,
    Literal,
    Path,
    Start,
    Step,
    everything,
)

Lookup = Callable[[Node, Context], list[Node] | None]
"""Items below a node that may pass the first predicate, in order; ``None`` where all must be asked."""


def lookup_of(step: Step, compiled: Callable[[Expression], Run]) -> Lookup | None:
    """Return how a step finds its items by a value, where its first predicate asks for one.

    It holds for lists that never change while a form runs; every item found is asked the whole predicate.
    """
    if step.axis is not Axis.CHILD or step.test.node_type or step.test.prefix or not step.predicates:
        return None
    first = step.predicates[0]
    if any(isinstance(part, Call) and part.name in {"position", "last"} for part in everything(first)):
        return None
    found = _equality(first)
    if found is None:
        return None
    column, asked = found
    value, name = compiled(asked), step.test.name

    def look(parent: Node, context: Context) -> list[Node] | None:
        wanted = value(context)
        if isinstance(wanted, str):
            return parent.holding(name, column).get(wanted, [])
        if not isinstance(wanted, list):
            return None
        words = {node.string() for node in wanted}
        if len(words) == 1:
            return parent.holding(name, column).get(words.pop(), [])
        return None if words else []

    return look


def _equality(predicate: Expression) -> tuple[str, Expression] | None:
    """Return the column and the value of an equality that must hold; the value is the same for all items."""
    if isinstance(predicate, Binary) and predicate.operator == "and":
        return _equality(predicate.left) or _equality(predicate.right)
    if not isinstance(predicate, Binary) or predicate.operator != "=":
        return None
    for one, other in ((predicate.left, predicate.right), (predicate.right, predicate.left)):
        column = _column(one)
        if column and _stands_alone(other):
            return column, other
    return None


def _column(tree: Expression) -> str:
    match tree:
        case Path(Start.HERE, (Step(Axis.CHILD, test, ()),)) if not test.node_type and test.name != "*":
            return test.name
        case _:
            return ""


def _stands_alone(tree: Expression) -> bool:
    return isinstance(tree, Literal) or (isinstance(tree, Path) and tree.start in {Start.ROOT, Start.CURRENT})
