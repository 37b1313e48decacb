"""What an expression depends on, read from its syntax tree; absolute paths are bound to their repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from inspector_app.checklists.xpath.syntax import (
    Axis,
    Binary,
    Call,
    Expression,
    Filter,
    Negation,
    Path,
    Start,
    Step,
    Test,
)

Names = tuple[str, ...]
_UP = Step(Axis.PARENT, Test(node_type="node"))


@dataclass(frozen=True, slots=True)
class Dependency:
    """A place whose value an expression uses.

    The first ``shared`` steps are the very same nodes as those above the expression's own node;
    ``below`` says that everything under the place counts too.
    """

    path: Names
    shared: int
    below: bool = False
    order: bool = False
    """Only the place among siblings counts, which an entry added at the end leaves as it is."""


def bind_to_repeats(tree: Expression, owner: Names, repeats: Collection[Names]) -> Expression:
    """Let absolute paths through a repeat around ``owner`` mean the owner's own instance."""

    def bound(part: Expression) -> Expression:
        return bind_to_repeats(part, owner, repeats)

    def all_bound(some: tuple[Expression, ...]) -> tuple[Expression, ...]:
        return tuple(bound(part) for part in some)

    match tree:
        case Path(start, steps):
            steps = tuple(replace(step, predicates=all_bound(step.predicates)) for step in steps)
            if start is Start.ROOT and (depth := _shared_repeat(steps, owner, repeats)):
                return Path(Start.CURRENT, (_UP,) * (len(owner) - depth) + steps[depth:])
            return Path(start if isinstance(start, Start) else bound(start), steps)
        case Filter(primary, predicates):
            return Filter(bound(primary), all_bound(predicates))
        case Call(name, arguments, place):
            return Call(name, all_bound(arguments), place)
        case Binary(operator, left, right):
            return Binary(operator, bound(left), bound(right))
        case Negation(operand):
            return Negation(bound(operand))
        case _:
            return tree


def dependencies(tree: Expression, owner: Names) -> frozenset[Dependency]:
    """Return the places the value of ``tree`` depends on when it stands at ``owner``."""
    return frozenset(_collect(tree, owner, len(owner), owner))


def _shared_repeat(steps: tuple[Step, ...], owner: Names, repeats: Collection[Names]) -> int:
    names: list[str] = []
    found = 0
    for step in steps[:-1]:
        if step.axis is not Axis.CHILD or step.test.node_type or step.predicates:
            break
        names.append(step.test.name)
        prefix = tuple(names)
        if owner[: len(prefix)] != prefix:
            break
        if prefix in repeats and len(owner) > len(prefix):
            found = len(prefix)
    return found


def _collect(tree: Expression, here: Names | None, shared: int, owner: Names) -> Iterator[Dependency]:
    match tree:
        case Path():
            yield from _of_path(tree, here, shared, owner)
        case Filter(primary, predicates):
            yield from _collect(primary, here, shared, owner)
            for predicate in predicates:
                yield from _collect(predicate, None, 0, owner)
        case Call("position", (Path() as place,)):
            for found in _of_path(place, here, shared, owner):
                yield replace(found, shared=min(found.shared, max(len(found.path) - 1, 0)), order=True)
        case Call(_, arguments):
            for argument in arguments:
                yield from _collect(argument, here, shared, owner)
        case Binary(_, left, right):
            yield from _collect(left, here, shared, owner)
            yield from _collect(right, here, shared, owner)
        case Negation(operand):
            yield from _collect(operand, here, shared, owner)
        case _:
            return


def _of_path(tree: Path, here: Names | None, shared: int, owner: Names) -> Iterator[Dependency]:
    place: Names | None
    if tree.start is Start.ROOT:
        place, shared = (), 0
    elif tree.start is Start.CURRENT:
        place, shared = owner, len(owner)
    elif tree.start is Start.HERE:
        place = here
    else:
        yield from _collect(tree.start, here, shared, owner)
        place, shared = None, 0
    for step in tree.steps:
        if place is not None:
            after = _after(place, step)
            if after is None:
                yield Dependency(place, shared, below=True)
            else:
                shared = min(shared, len(after))
            place = after
        for predicate in step.predicates:
            yield from _collect(predicate, place, shared, owner)
        if step.predicates and place is not None:
            shared = min(shared, max(len(place) - 1, 0))
    if place is not None:
        yield Dependency(place, shared)


def _after(place: Names, step: Step) -> Names | None:
    if step.axis is Axis.SELF:
        return place
    if step.axis is Axis.PARENT and step.test.node_type == "node":
        return place[:-1]
    if step.axis is Axis.ATTRIBUTE and step.test.name != "*":
        return (*place, f"@{step.test.name}")
    if step.axis is Axis.CHILD and not step.test.node_type and step.test.name != "*":
        return (*place, step.test.name)
    return None
