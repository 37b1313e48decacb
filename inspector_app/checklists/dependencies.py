"""What an expression depends on, read from its syntax tree; absolute paths are bound to their repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
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
Tree = Mapping[Names, Sequence[Names]]
"""The places directly below each place of a form."""
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
            steps = tuple(
                replace(step, predicates=all_bound(step.predicates)) if step.predicates else step
                for step in steps
            )
            if start is Start.ROOT and (depth := _shared_repeat(steps, owner, repeats)):
                return Path(Start.CURRENT, (_UP,) * (len(owner) - depth) + steps[depth:])
            return Path(start if isinstance(start, Start) else bound(start), steps)
        case Filter(primary, predicates):
            return Filter(bound(primary), all_bound(predicates))
        case Call("indexed-repeat", arguments, place):
            return Call("indexed-repeat", _bound_levels(arguments, owner, repeats), place)
        case Call(name, arguments, place):
            return Call(name, all_bound(arguments), place)
        case Binary(operator, left, right):
            return Binary(operator, bound(left), bound(right))
        case Negation(operand):
            return Negation(bound(operand))
        case _:
            return tree


def _bound_levels(
    arguments: tuple[Expression, ...], owner: Names, repeats: Collection[Names]
) -> tuple[Expression, ...]:
    """Bind a call of ``indexed-repeat``: it numbers instances, so that the owner's own is not meant.

    Repeats around the numbered ones are still the owner's; so are all in the numbers themselves.
    """
    depth = min((len(path.steps) for path in arguments[1::2] if isinstance(path, Path)), default=0)
    outer = [repeat for repeat in repeats if len(repeat) < depth]
    return tuple(
        bind_to_repeats(argument, owner, outer if place == 0 or place % 2 else repeats)
        for place, argument in enumerate(arguments)
    )


def dependencies(tree: Expression, owner: Names, below: Tree | None = None) -> frozenset[Dependency]:
    """Return the places the value of ``tree`` depends on when it stands at ``owner``.

    ``below`` says which places the form has, so that ``*`` and ``//`` mean these and not everything.
    """
    return frozenset(_Collector(owner, below or {}).of(tree, owner, len(owner)))


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


class _Collector:
    """Walks the tree of one expression; ``here`` is where a relative path begins, ``None`` where unknown."""

    def __init__(self, owner: Names, below: Tree) -> None:
        self._owner = owner
        self._below = below

    def of(self, tree: Expression, here: Names | None, shared: int) -> Iterator[Dependency]:
        match tree:
            case Path():
                yield from self._path(tree, here, shared)
            case Filter(primary, predicates):
                yield from self.of(primary, here, shared)
                for predicate in predicates:
                    yield from self.of(predicate, None, 0)
            case Call("position", (Path() as place,)):
                for found in self._path(place, here, shared):
                    yield replace(found, shared=min(found.shared, max(len(found.path) - 1, 0)), order=True)
            case Call(_, arguments):
                for argument in arguments:
                    yield from self.of(argument, here, shared)
            case Binary(_, left, right):
                yield from self.of(left, here, shared)
                yield from self.of(right, here, shared)
            case Negation(operand):
                yield from self.of(operand, here, shared)
            case _:
                return

    def _path(self, tree: Path, here: Names | None, shared: int) -> Iterator[Dependency]:
        places: list[tuple[Names, int]] = []
        if tree.start is Start.ROOT:
            places = [((), 0)]
        elif tree.start is Start.CURRENT:
            places = [(self._owner, len(self._owner))]
        elif tree.start is Start.HERE:
            places = [] if here is None else [(here, shared)]
        else:
            yield from self.of(tree.start, here, shared)
        for step in tree.steps:
            reached: list[tuple[Names, int]] = []
            for place, common in places:
                after = self._after(place, step)
                if after is None:
                    yield Dependency(place, common, below=True)
                else:
                    reached.extend((one, min(common, len(one))) for one in after)
            for predicate in step.predicates:
                standing: list[tuple[Names | None, int]] = [*reached] or [(None, 0)]
                for stand, common in standing:
                    yield from self.of(predicate, stand, common)
            if step.predicates:
                reached = [(place, min(common, max(len(place) - 1, 0))) for place, common in reached]
            places = reached
        for place, common in places:
            yield Dependency(place, common)

    def _after(self, place: Names, step: Step) -> list[Names] | None:
        """Return the places a step leads to; ``None`` where only running the form would tell."""
        test = step.test
        if step.axis is Axis.SELF:
            return [place]
        if step.axis is Axis.PARENT and test.node_type == "node":
            return [place[:-1]]
        if step.axis is Axis.ATTRIBUTE and test.name != "*":
            return [(*place, f"@{test.name}")]
        if step.axis is Axis.CHILD and not test.node_type and test.name != "*":
            return [(*place, test.name)]
        if step.axis is Axis.CHILD and not test.node_type and self._below:
            return list(self._below.get(place, ()))
        if step.axis is Axis.DESCENDANT_OR_SELF and test.node_type == "node" and self._below:
            return list(self._within(place))
        return None

    def _within(self, place: Names) -> Iterator[Names]:
        yield place
        for child in self._below.get(place, ()):
            yield from self._within(child)
