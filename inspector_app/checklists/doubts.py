"""What a form may say and hardly means: paths to nowhere, defaults that do not fit, filters by no column."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.checklists.entries import fault_of, span_fault
from inspector_app.checklists.faults import FormFault
from inspector_app.checklists.form import Control, FormDefinition, Names
from inspector_app.checklists.rules import COLUMNS, Compiler, expressions
from inspector_app.checklists.xpath.nodes import Node
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.syntax import Axis, Call, Expression, Literal, Path, Start, everything
from inspector_app.domain.wording import sentence


def doubts(form: FormDefinition, compiler: Compiler) -> Iterator[FormFault]:
    """Yield them with their places; every expression of the form can be read."""
    yield from _lost_paths(form, compiler)
    yield from _misfits(form)
    yield from _lost_columns(form)


def _lost_paths(form: FormDefinition, compiler: Compiler) -> Iterator[FormFault]:
    places = {(), *form.places(), *(place for below in form.places().values() for place in below)}
    for path, aspect, text, subject in expressions(form):
        _, uses = compiler.compile(text, subject)
        for use in uses:
            if use.path not in places and not any(name.startswith("@") for name in use.path):
                yield FormFault(
                    sentence(
                        "Nothing in the checklist is called {name} there, so it is always empty. "
                        "A question is written as {reference}, a word in quotation marks.",
                        name=use.path[-1],
                        reference="${…}",
                    ),
                    subject or path,
                    COLUMNS[aspect],
                )


def _misfits(form: FormDefinition) -> Iterator[FormFault]:
    controls = {control.path: control for control in form.everything() if control.kind.is_answerable}
    trees = [((), form.instance), *((path[:-1], template) for path, template in form.repeats.items())]
    told = set[Names]()
    for above, top in trees:
        for path, node in _leaves(top, above):
            control, value = controls.get(path), node.string()
            if control is None or not value or path in told:
                continue
            told.add(path)
            fault = fault_of(control.kind, value) or span_fault(control.span, value)
            if fault is not None:
                yield FormFault(fault, path, "default")
                continue
            offered = _offered(form, control)
            for word in value.split() if offered is not None else ():
                if offered is not None and word not in offered:
                    yield FormFault(
                        sentence("The list has no choice called {choice}.", choice=word), path, "default"
                    )


def _leaves(node: Node, above: Names) -> Iterator[tuple[Names, Node]]:
    here = (*above, node.name) if node.name else above
    children = node.elements()
    if not children and node.name:
        yield here, node
    for child in children:
        yield from _leaves(child, here)


def _offered(form: FormDefinition, control: Control) -> frozenset[str] | None:
    """Return the values of a list that is the same whatever is answered; ``None`` where it is not."""
    if control.items:
        return frozenset(value for value, _ in control.items)
    itemset = control.itemset
    if itemset is None or not itemset.is_fixed or "/" in itemset.value:
        return None
    found = [item.named(itemset.value) for name in _lists(itemset.nodes) for item in _items(form, name)]
    return frozenset(values[0].string() for values in found if values) or None


def _lists(nodes: str) -> list[str]:
    return [
        part.arguments[0].text
        for part in everything(parse(nodes))
        if isinstance(part, Call) and part.name == "instance" and isinstance(part.arguments[0], Literal)
    ]


def _items(form: FormDefinition, name: str) -> list[Node]:
    top = form.secondary.get(name)
    return [item for root in top.elements() for item in root.elements()] if top is not None else []


def _lost_columns(form: FormDefinition) -> Iterator[FormFault]:
    """Yield names in a filter of choices that are no column of the list."""
    for control in form.everything():
        if control.itemset is None or control.itemset.is_fixed:
            continue
        for part in everything(parse(control.itemset.nodes)):
            match part:
                case Path(Call("instance", (Literal(name),)), steps) if steps:
                    for column in _missing(_items(form, name), steps[-1].predicates):
                        told = sentence(
                            "The list {list} has no column {column}, so nothing is ever found by it.",
                            list=name,
                            column=column,
                        )
                        yield FormFault(told, control.path, "choice_filter")
                case _:
                    continue


def _missing(items: list[Node], predicates: tuple[Expression, ...]) -> list[str]:
    columns = {child.name for item in items for child in item.elements()}
    return [asked for asked in dict.fromkeys(_asked(predicates)) if items and asked not in columns]


def _asked(predicates: tuple[Expression, ...]) -> Iterator[str]:
    for predicate in predicates:
        for part in everything(predicate):
            match part:
                case Path(Start.HERE, (step,)) if step.axis is Axis.CHILD and not step.test.node_type:
                    if step.test.name != "*":
                        yield step.test.name
                case _:
                    continue
