"""The syntax tree of an expression: what was written, before anything is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Axis(StrEnum):
    """Directions a step can take."""

    ANCESTOR = "ancestor"
    ANCESTOR_OR_SELF = "ancestor-or-self"
    ATTRIBUTE = "attribute"
    CHILD = "child"
    DESCENDANT = "descendant"
    DESCENDANT_OR_SELF = "descendant-or-self"
    FOLLOWING = "following"
    FOLLOWING_SIBLING = "following-sibling"
    NAMESPACE = "namespace"
    PARENT = "parent"
    PRECEDING = "preceding"
    PRECEDING_SIBLING = "preceding-sibling"
    SELF = "self"


REVERSE = frozenset(
    {Axis.ANCESTOR, Axis.ANCESTOR_OR_SELF, Axis.PARENT, Axis.PRECEDING, Axis.PRECEDING_SIBLING}
)


class Start(StrEnum):
    """Where a path begins when it does not begin with an expression."""

    ROOT = "root"
    HERE = "here"
    CURRENT = "current"
    """The node the whole expression belongs to, inside predicates too."""


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    text: str


@dataclass(frozen=True, slots=True)
class Test:
    """A node test: a name (``*`` for any) with its prefix, or a node type such as ``text``."""

    name: str = "*"
    prefix: str = ""
    node_type: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    axis: Axis
    test: Test
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    start: Expression | Start
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression whose nodes are filtered: ``(…)[2]``."""

    primary: Expression
    predicates: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Expression, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Binary:
    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Negation:
    operand: Expression


Expression = Number | Literal | Path | Filter | Call | Binary | Negation


def parts(expression: Expression) -> Iterator[Expression]:
    """Yield the expressions directly inside, predicates included."""
    match expression:
        case Path(start, steps):
            if not isinstance(start, Start):
                yield start
            for step in steps:
                yield from step.predicates
        case Filter(primary, predicates):
            yield primary
            yield from predicates
        case Call(_, arguments):
            yield from arguments
        case Binary(_, left, right):
            yield left
            yield right
        case Negation(operand):
            yield operand
        case _:
            return


def everything(expression: Expression) -> Iterator[Expression]:
    """Yield the expression and all below it."""
    yield expression
    for part in parts(expression):
        yield from everything(part)
