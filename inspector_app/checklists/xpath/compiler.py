"""Syntax trees to closures: what can be decided once is decided here."""

from __future__ import annotations

import math
from collections.abc import Callable

from inspector_app.checklists.xpath import axes
from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.functions import FUNCTIONS, call
from inspector_app.checklists.xpath.lookups import lookup_of
from inspector_app.checklists.xpath.nodes import Node, in_document_order
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.registry import miscounted
from inspector_app.checklists.xpath.syntax import (
    REVERSE,
    Axis,
    Binary,
    Call,
    Expression,
    Filter,
    Literal,
    Negation,
    Number,
    Path,
    Start,
    Step,
    everything,
)
from inspector_app.checklists.xpath.values import Value, compare, to_boolean, to_number
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

Walk = Callable[[Context], list[Node]]


def compile_text(text: str) -> Run:
    """Parse and compile; functions that nobody knows fail only when they are reached."""
    return compile_tree(parse(text), text)


def refuse_unknown_functions(tree: Expression, text: str) -> None:
    """Raise a sentence that names the first function nobody knows, or that is called wrongly.

    A form is refused for it wherever it stands, also in a branch that nobody has entered yet.
    """
    for part in everything(tree):
        if not isinstance(part, Call):
            continue
        if part.name not in FUNCTIONS:
            raise unknown_function(part.name, text)
        known = FUNCTIONS[part.name]
        if not known.least <= len(part.arguments) <= known.most:
            raise miscounted(known, len(part.arguments), text)


def unknown_function(name: str, text: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The expression {expression} uses the function {name}, which this program does not know. "
            "Check the spelling or write it another way.",
            expression=text,
            name=f"{name}()",
        )
    )


def compile_tree(tree: Expression, text: str) -> Run:
    """Return a closure that evaluates the tree; ``text`` is quoted in sentences."""
    match tree:
        case Number(value):
            return lambda _: value
        case Literal(literal):
            return lambda _: literal
        case Negation(operand):
            return _negation(compile_tree(operand, text))
        case Binary():
            return _binary(tree, text)
        case Path():
            return _path(tree, text)
        case Filter(primary, predicates):
            return _filter(compile_tree(primary, text), predicates, text)
        case Call(name, arguments):
            if name not in FUNCTIONS:
                return _unknown(name, text)
            return call(name, tuple(compile_tree(argument, text) for argument in arguments), text)


def _unknown(name: str, text: str) -> Run:
    def run(_: Context) -> Value:
        raise unknown_function(name, text)

    return run


def _negation(operand: Run) -> Run:
    return lambda context: -to_number(operand(context), context.world.zone)


def _binary(tree: Binary, text: str) -> Run:
    left, right = compile_tree(tree.left, text), compile_tree(tree.right, text)
    operator = tree.operator
    if operator == "and":
        return lambda context: to_boolean(left(context)) and to_boolean(right(context))
    if operator == "or":
        return lambda context: to_boolean(left(context)) or to_boolean(right(context))
    if operator == "|":
        return _union(left, right, text)
    if operator in _ARITHMETIC:
        combine = _ARITHMETIC[operator]

        def calculate(context: Context) -> Value:
            zone = context.world.zone
            return combine(to_number(left(context), zone), to_number(right(context), zone))

        return calculate
    return lambda context: compare(operator, left(context), right(context), context.world.zone)


def _union(left: Run, right: Run, text: str) -> Run:
    def run(context: Context) -> Value:
        return in_document_order([*_nodes(left(context), text), *_nodes(right(context), text)])

    return run


def _nodes(value: Value, text: str) -> list[Node]:
    if isinstance(value, list):
        return value
    raise UnusableInput(
        sentence(
            "The expression {expression} takes a value for a place in the form. "
            "Write a path where a path is needed.",
            expression=text,
        )
    )


def _divide(left: float, right: float) -> float:
    if right == 0:
        if left == 0 or math.isnan(left):
            return math.nan
        return math.copysign(math.inf, left) * math.copysign(1.0, right)
    return left / right


def _remainder(left: float, right: float) -> float:
    if right == 0 or math.isinf(left):
        return math.nan
    return math.fmod(left, right)


def _times(left: float, right: float) -> float:
    return left * right


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": _times,
    "div": _divide,
    "mod": _remainder,
}


def _path(tree: Path, text: str) -> Run:
    # Lists beside a form stay as they are while it runs, so their rows are found by what they say.
    of_list = isinstance(tree.start, Call) and tree.start.name == "instance"
    steps = [_step(step, text, of_list=of_list) for step in tree.steps]
    if not isinstance(tree.start, Start):
        primary = compile_tree(tree.start, text)

        def from_value(context: Context) -> Value:
            return _walk(_nodes(primary(context), text), steps, context)

        return from_value
    start = _STARTS[tree.start]
    names = [_plain_name(step) for step in tree.steps]
    if all(names):
        return _by_names(start, [name for name in names if name])

    def from_node(context: Context) -> Value:
        return _walk([start(context)], steps, context)

    return from_node


_STARTS: dict[Start, Callable[[Context], Node]] = {
    Start.ROOT: lambda context: context.current.root(),
    Start.HERE: lambda context: context.node,
    Start.CURRENT: lambda context: context.current,
}


def _plain_name(step: Step) -> str:
    """The name of a step that is found by name or goes up; empty for all others."""
    if step.predicates:
        return ""
    test = step.test
    if step.axis is Axis.CHILD and not test.prefix and not test.node_type and test.name != "*":
        return test.name
    if test.node_type == "node" and step.axis is Axis.PARENT:
        return ".."
    if test.node_type == "node" and step.axis is Axis.SELF:
        return "."
    return ""


def _by_names(start: Callable[[Context], Node], names: list[str]) -> Run:
    steps = [name for name in names if name != "."]

    def run(context: Context) -> Value:
        nodes = [start(context)]
        for name in steps:
            if name == "..":
                nodes = _parents(nodes)
            elif len(nodes) == 1:
                nodes = nodes[0].named(name)
            else:
                nodes = [child for node in nodes for child in node.named(name)]
            if not nodes:
                break
        return nodes

    return run


def _parents(nodes: list[Node]) -> list[Node]:
    if len(nodes) == 1:
        parent = nodes[0].parent
        return [] if parent is None else [parent]
    return list({id(node.parent): node.parent for node in nodes if node.parent is not None}.values())


def _walk(
    nodes: list[Node], steps: list[Callable[[Node, Context], list[Node]]], context: Context
) -> list[Node]:
    for step in steps:
        if len(nodes) == 1:
            nodes = step(nodes[0], context)
        else:
            found = [found for node in nodes for found in step(node, context)]
            nodes = in_document_order(found)
    return nodes


def _step(step: Step, text: str, *, of_list: bool = False) -> Callable[[Node, Context], list[Node]]:
    matches = axes.test(step.axis, step.test)
    along = axes.AXES[step.axis]
    predicates = [compile_tree(predicate, text) for predicate in step.predicates]
    backwards = step.axis in REVERSE
    lookup = lookup_of(step, lambda asked: compile_tree(asked, text)) if of_list else None

    def run(node: Node, context: Context) -> list[Node]:
        found = lookup(node, context) if lookup is not None and node.never_changes else None
        if found is None:
            found = [candidate for candidate in along(node) if matches(candidate, context.world)]
        for predicate in predicates:
            found = _kept(found, predicate, context)
        return found[::-1] if backwards else found

    return run


def _filter(primary: Run, predicates: tuple[Expression, ...], text: str) -> Run:
    compiled = [compile_tree(predicate, text) for predicate in predicates]

    def run(context: Context) -> Value:
        nodes = in_document_order(_nodes(primary(context), text))
        for predicate in compiled:
            nodes = _kept(nodes, predicate, context)
        return nodes

    return run


def _kept(nodes: list[Node], predicate: Run, context: Context) -> list[Node]:
    kept = []
    size = len(nodes)
    for position, node in enumerate(nodes, 1):
        value = predicate(Context(context.world, node, position, size, context.current))
        if value == position if isinstance(value, float) else to_boolean(value):
            kept.append(node)
    return kept
